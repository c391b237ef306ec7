/* files.h: the files that a conversion reads, each once, and the bounds that its paths keep to. */
#ifndef RAMURE_FILES_H
#define RAMURE_FILES_H

#include "core/ramure.h"

/* Limits that a message names when they are passed. */
enum { FILES_LARGEST = 64 * 1024 * 1024, FILES_MOST = 4096, FILES_LONGEST_LINE = 1024 * 1024, FILES_IN_FOLDER = 10000 };

typedef struct source_file {
	ramure_str name;  /* as messages show it: as it was given, or next to the file that names it */
	ramure_str path;  /* absolute, without symbolic links; empty for texts that are no file */
	ramure_str bytes; /* as on the disk */
	ramure_str text;  /* UTF-8, NFC left to its readers, without byte order mark; every line end is '\n' */
} source_file;

/* Reads a file once and answers its number (from 1), or 0 after reporting at `from` why it cannot be read.  A file that
 * is not UTF-8 is an error unless `bytes_only` (CSV decodes by itself; images are no text); its `text` is then empty.
 * "-" is standard input. */
uint32_t files_read(ramure_ctx *ctx, ramure_str path, ramure_span from, bool bytes_only);
/* Opens an ordinary file ("-" is standard input) to be read in pieces; -1 after reporting. */
int files_open(ramure_ctx *ctx, ramure_str path);
/* The number of a file that was read already, or 0. */
uint32_t files_known(ramure_ctx *ctx, ramure_str path);
/* A text that is no file: standard input, a test. */
uint32_t files_add(ramure_ctx *ctx, ramure_str name, ramure_str text);
const source_file *files_at(ramure_ctx *ctx, uint32_t number);
/* What a reader that decodes by itself makes of a file's bytes: for messages, which show its lines. */
void files_set_text(ramure_ctx *ctx, uint32_t number, ramure_str text);
/* Resolves a path that a source names against the folder of the file that names it.  Empty after reporting, with the
 * nearest name of the folder when nothing stands there, or that it leaves the root (ctx->root, or that folder as long
 * as no root is known). */
ramure_str files_resolve(ramure_ctx *ctx, ramure_string named);
/* The names in a folder in the order of their bytes; NULL after reporting at `from`. */
const char *const *files_in(ramure_ctx *ctx, ramure_str folder, ramure_span from, size_t *count);
/* The path without symbolic links; empty, with errno, when nothing stands there. */
ramure_str files_real_path(ramure_ctx *ctx, const char *path);
/* The same; where nothing stands there, what has the same name but for the composition of its accents (systems write "é"
 * as one sign or as two), and `path` becomes its name. */
ramure_str files_find(ramure_ctx *ctx, ramure_str *path);
/* As the system takes it. */
const char *files_c_path(ramure_ctx *ctx, ramure_str path);
/* Reports why `path`, whose end `named` is what the person wrote, cannot be read (errno); when nothing stands there, the
 * hint brings the nearest name. */
void files_report_unread(ramure_ctx *ctx, ramure_span from, ramure_str path, ramure_str named);
/* The files read so far, for --depfile. */
size_t files_count(ramure_ctx *ctx);

#endif
