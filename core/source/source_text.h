/* source_text.h: a piece of a source file that knows where each of its lines stands. */
#ifndef RAMURE_SOURCE_TEXT_H
#define RAMURE_SOURCE_TEXT_H

#include "core/ramure.h"

/* Where a line of a piece begins: in its file, and in the piece's own bytes. */
typedef struct source_line {
	uint32_t line;
	uint32_t column;
	uint32_t offset; /* counted from the start of the text that the piece is a part of */
} source_line;

/* `text` may differ from the file by its indentation (a fenced block in a list, a block of lines in data): each of its
 * lines says where it begins.  Made by the functions below, never by hand: parts share the lines of their whole. */
typedef struct source_text {
	uint32_t file;
	ramure_str text;
	const source_line *lines;
	size_t line_count;
	size_t start; /* of `text` in the whole that it is a part of */
	/* Places within very long lines, so that finding a column never counts a whole file; usually none. */
	const source_line *marks;
	size_t mark_count;
} source_text;

/* A whole file, from its first line. */
source_text source_text_of_file(ramure_ctx *ctx, uint32_t file);
/* A text of `count` lines, ended by '\n', whose line i begins in the file where `places[i]` says (`offset` is set
 * here). `text` must live as long as the conversion; `places` are copied.  `count` may be less than the lines of the
 * text: the others are taken to follow, each from column 1. */
source_text source_text_new(ramure_ctx *ctx, uint32_t file, ramure_str text, const source_line *places, size_t count);
/* The place of `size` bytes at `offset` of the piece; a length ends with its line.  Cheap, wherever the place is. */
ramure_span source_text_span(const source_text *piece, size_t offset, size_t size);
/* A part of a piece. */
source_text source_text_part(const source_text *piece, size_t offset, size_t size);
/* The part that is line `index` of the piece, counted from 0, without its end; empty when there is none. */
source_text source_text_line(const source_text *piece, size_t index);
/* The start of a text as a message quotes it: one line, not too long. */
ramure_str source_text_excerpt(ramure_ctx *ctx, ramure_str text);

#endif
