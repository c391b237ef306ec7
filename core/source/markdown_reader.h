/* markdown_reader.h: the state of one reading of Markdown, shared by its blocks and its inlines. */
#ifndef RAMURE_MARKDOWN_READER_H
#define RAMURE_MARKDOWN_READER_H

#include "core/source/markdown.h"

#include <cmark-gfm.h>

typedef struct reader {
	ramure_ctx *ctx;
	const source_text *piece;
	/* What the parser was given: the piece, behind `lead` bytes and before lines of our own. */
	ramure_str fed;
	size_t lead;
	const size_t *lines; /* offset of each line in `fed` */
	size_t line_count;   /* of the piece: later lines are our own */

	ramure_node *at;  /* the open node */
	ramure_node *run; /* the last TEXT_RUN while text still joins it, else NULL */
	buf words;        /* of the run */
	size_t run_start;
	size_t run_end;

	/* The block whose inlines are read: places of its inlines come from the parser without the indentation of
	 * later lines. */
	int block_line;
	int block_column;
	size_t block_end; /* offset behind its last line */
	size_t quotes;    /* blockquotes around */
	size_t cursor;    /* everything before it has been read */
} reader;

/* Offset in `fed` of a place that the parser names, and of the line behind a block's last. */
size_t reader_offset(const reader *r, int line, int column);
ramure_span reader_span(const reader *r, size_t start, size_t end);
ramure_str reader_line(const reader *r, int line);

/* Begins the inlines of a block, ends them. */
void inlines_begin(reader *r, cmark_node *block);
void inlines_end(reader *r);
/* One step of the parser's walk over an inline node. */
void inline_enter(reader *r, cmark_node *node);
void inline_leave(reader *r, cmark_node *node);
/* Inlines of a part of the piece, appended to the open node: what stands beside a comment. */
void inlines_read(reader *r, size_t start, size_t end);

#endif
