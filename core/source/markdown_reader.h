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
	bool refused_tag; /* an opening tag was refused: what closes it needs no answer of its own */
	bool bad_fence;   /* a block began with wrong signs: what closes it opens another */
} reader;

static inline bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* ---- places: markdown_places.c ---- */

void reader_index_lines(reader *r);
/* Offset in `fed` of a place that the parser names, and of the line behind a block's last. */
size_t reader_offset(const reader *r, int line, int column);
ramure_span reader_span(const reader *r, size_t start, size_t end);
ramure_str reader_line(const reader *r, int line);
/* From where a block begins to the end of that line. */
ramure_span reader_block_span(const reader *r, cmark_node *node);
/* Offset of an inline's place, which the parser counts without the indentation of later lines. */
size_t reader_place(const reader *r, int line, int column);
/* Moves over one character of a literal and over what stands for it in the source: itself, `\` and itself, or a
 * reference.  False when the source says something else there. */
bool reader_step(const reader *r, size_t *s, ramure_str literal, size_t *l);
/* Where an inline's literal stands; `cursor` moves behind it. */
size_t reader_locate(reader *r, cmark_node *node, ramure_str literal);

/* ---- text: markdown_text.c ---- */

/* A text joins the run before it; any other node ends the run. */
void reader_put_text(reader *r, const char *bytes, size_t size, size_t start, size_t end);
ramure_node *reader_put_node(reader *r, ramure_node_type type, size_t start, size_t end);
void reader_put_call(reader *r, ramure_str name, size_t start, size_t end);
void reader_flush(reader *r);
void reader_text(reader *r, cmark_node *node);

/* ---- fences and tags: markdown_fence.c, markdown_html.c ---- */

/* A BLOCK for a kind, a CODE for a language. */
ramure_node *fence_read(reader *r, cmark_node *node);
void html_block(reader *r, cmark_node *node);
void html_tag(reader *r, cmark_node *node);
/* Goes back to an open node; a <sup> or <sub> still open in between is a slip. */
void reader_return(reader *r, ramure_node *block);

/* ---- signs that did not work: markdown_marks.c ---- */

void marks_check_lines(reader *r, cmark_node *paragraph);
void marks_check_text(reader *r, ramure_str literal, size_t start);

/* ---- inlines: markdown_inline.c ---- */

/* Begins the inlines of a block, ends them. */
void inlines_begin(reader *r, cmark_node *block);
void inlines_end(reader *r);
/* One step of the parser's walk over an inline node. */
void inline_enter(reader *r, cmark_node *node);
void inline_leave(reader *r, cmark_node *node);
/* Inlines of a part of the piece, appended to the open node: what stands beside a comment. */
void inlines_read(reader *r, size_t start, size_t end);

/* ---- columns: markdown_numbers.c ---- */

/* Whether the cells of a table's column that are not empty are numbers, amounts or percentages, and not all years. */
bool markdown_numbers(cmark_node *table, size_t column);

#endif
