/* output.h: where a writer's bytes go. */
#ifndef RAMURE_OUTPUT_H
#define RAMURE_OUTPUT_H

#include "core/base/buf.h"

/* A file or memory.  After a failure, which was reported, writes do nothing. */
struct ramure_sink {
	ramure_ctx *ctx;
	const char *name; /* for messages */
	int fd;           /* -1 for memory */
	bool failed;
	buf bytes; /* all of them in memory, or those that are not in the file yet */
};

#endif
