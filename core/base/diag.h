/* diag.h: the messages of a conversion, gathered until someone shows them. */
#ifndef RAMURE_DIAG_H
#define RAMURE_DIAG_H

#include "core/base/buf.h"

typedef enum severity { SEVERITY_INFO, SEVERITY_ADVICE, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITY_FAILURE } severity;

typedef struct diagnostic {
	struct diagnostic *next;
	severity severity;
	const char *name; /* of warnings, informations and advice; NULL else */
	ramure_span at;
	ramure_str message;
	ramure_str hint; /* lines; empty when there is none */
} diagnostic;

enum { DIAGNOSTICS_MOST = 500 };

typedef struct diagnostics {
	arena *arena;
	diagnostic *first, *last;
	size_t counts[SEVERITY_FAILURE + 1];
	/* Nobody reads thousands: beyond DIAGNOSTICS_MOST of one severity they are only counted.  No number of notes may
	 * hide an error. */
	size_t kept;
	bool last_was_kept; /* a hint to a message that was dropped as a double is dropped too */
} diagnostics;

void diagnostics_init(diagnostics *d, arena *a);
/* Keeps a message unless the same one stands at the same place already. */
void diagnostics_add(diagnostics *d, severity s, const char *name, ramure_span at, ramure_str message);
void diagnostics_hint(diagnostics *d, ramure_str hint);
bool diagnostics_failed(const diagnostics *d); /* an error or a failure was reported */

/* A source line as a message shows it: `file:line:col: error: …`, the line with the place underlined, then the hint.
 * `text` is the whole text of the file. */
void diagnostic_show(buf *out, const diagnostic *d, ramure_str file_name, ramure_str file_text, bool colour);

#endif
