/* host.h: for programs that run the pipeline: the command, the tests, the fuzzers.  Not installed.
 *
 * A host finds the plugins once (section 1), then for each document makes a context with what was asked (section 2),
 * runs the way of a document (section 3) and shows the messages (section 4). */
#ifndef RAMURE_HOST_H
#define RAMURE_HOST_H

#include "core/ramure.h"

/* ---- 2. A conversion ------------------------------------------------------------------------------------------ */

/* What the person who runs the command asked for; zero values are "not asked". */
typedef struct ramure_request {
	ramure_str source; /* path of the source; "-" for standard input */
	ramure_str theme;  /* --theme */
	ramure_str date;   /* --date, as typed */
	ramure_str root;   /* --root */
	bool strict;
	bool notes; /* --notes: a second PDF with the speaker notes */
	bool verbose;
	int64_t source_date_epoch; /* -1 when absent */
	const char *theme_path;    /* folders of themes, ':' between them */
} ramure_request;

#endif
