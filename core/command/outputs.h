/* outputs.h: files that appear whole, all together, or not at all. */
#ifndef RAMURE_OUTPUTS_H
#define RAMURE_OUTPUTS_H

#include "core/host.h"

/* One file to be.  Its bytes go to `fd`, which has no name yet, or a temporary one beside the target. */
typedef struct output_file {
	char *path; /* the target, links followed; "-" for standard output */
	int fd;     /* -1 when not open */
	char *temporary;
	char *backup; /* a second name of the file that stood there */
	bool is_new;  /* none stood there */
} output_file;

/* Opens a place for the bytes of `path`.  False after saying why there can be none. */
bool output_open(output_file *file, const char *path);
/* Gives all files their names: all of them, or none, after saying why. */
bool outputs_commit(output_file *files, size_t count);
/* Takes back whatever is not in its place, and frees everything. */
void outputs_close(output_file *files, size_t count);

#endif
