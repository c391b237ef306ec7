/* source_text.h: a piece of a source file that knows where each of its lines stands. */
#ifndef RAMURE_SOURCE_TEXT_H
#define RAMURE_SOURCE_TEXT_H

#include "core/ramure.h"

/* Where a line of the piece begins in its file. */
typedef struct source_line {
	uint32_t line;
	uint32_t column;
} source_line;

/* `text` may differ from the file by its indentation (a fenced block in a list, a block of lines in data): each of its
 * lines says where it begins. */
typedef struct source_text {
	uint32_t file;
	ramure_str text;
	const source_line *lines;
	size_t line_count;
} source_text;

/* A whole file, from its first line; or the part of it that starts at byte `offset` of line `first_line`. */
source_text source_text_of_file(ramure_ctx *ctx, uint32_t file);
/* The place of `size` bytes at `offset` of the piece. */
ramure_span source_text_span(const source_text *piece, size_t offset, size_t size);
/* A part of a piece. */
source_text source_text_part(ramure_ctx *ctx, const source_text *piece, size_t offset, size_t size);

#endif
