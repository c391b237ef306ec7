/* data_reader.h: what the files that read the data dialect share: a cursor over lines, and the words of its errors. */
#ifndef RAMURE_DATA_READER_H
#define RAMURE_DATA_READER_H

#include "core/source/data.h"

/* A line with something on it.  Offsets are in the piece; `text` and `indent` move right when a dash has been read:
 * what follows the dash is a line of its own for the block that it opens. */
typedef struct data_line {
	size_t start;  /* of the line */
	size_t text;   /* first sign */
	size_t end;    /* after the last sign */
	size_t next;   /* start of the line after it */
	size_t indent; /* spaces before `text` */
	bool any;      /* false at the end of the piece */
	bool odd;      /* other signs than spaces indent it; that is said once, and nothing else about its place */
} data_line;

typedef struct data_slot {
	const data_value *map;
	const data_value *member;
} data_slot;

typedef struct data_reader {
	ramure_ctx *ctx;
	const source_text *piece;
	ramure_str bytes; /* the piece's text */
	data_line line;
	size_t read_to;               /* end of the last line that was taken */
	size_t indents[DATA_DEEPEST]; /* of the blocks that are open */
	size_t depth;
	size_t values;
	size_t slips;
	bool stopped; /* a limit was passed: nothing more is read */
	/* Keys seen, for finding doubles: a table with open places, at most half full. */
	data_slot *slots;
	size_t slot_count, slots_used;
} data_reader;

/* Where the name of a `name: value` stands, and where its value begins. */
typedef struct data_key {
	size_t start, end, rest;
	bool quoted;
} data_key;

/* data_value.c */
data_value *data_new(data_reader *r, data_type type, size_t offset, size_t size);
/* Sets the key and reports a double. */
void data_set_key(data_reader *r, data_value *map, data_value *member, size_t start, size_t size);
bool data_enter(data_reader *r, size_t offset); /* one level deeper; false after reporting that this is too deep */

/* data_sign.c */
bool data_space_at(const data_reader *r, size_t at, size_t end); /* any Unicode space within a line */
size_t data_skip_spaces(const data_reader *r, size_t from, size_t end);
bool data_dash_at(const data_reader *r, size_t at, size_t end); /* `- `, or a dash alone */
bool data_find_key(const data_reader *r, size_t from, size_t end, data_key *key);

/* data_line.c: moving */
data_line data_line_at(const data_reader *r,
		       size_t start);            /* blank lines and comments too: of a blank one, text == end */
data_line data_line_below(const data_reader *r); /* the next one with something on it */
void data_check_indent(data_reader *r, const data_line *line);
void data_next_line(data_reader *r);
void data_skip_deeper(data_reader *r, size_t indent); /* passes over the lines that stand further right */

/* data_slips.c */
bool data_is_dash(const data_reader *r); /* the current line begins an item */
/* The size of what begins an item: a dash, or what other editors put in its place; a dash may lack its space.  0 for
 * none. */
size_t data_marker_size(const data_reader *r);
ramure_str data_line_words(const data_reader *r); /* for a message */
ramure_span data_line_slip(data_reader *r);
void data_report_marker(data_reader *r); /* another than a dash and a space */
void data_report_no_item(data_reader *r, const data_value *list);
void data_report_no_name(data_reader *r);
/* Items of the list that ends a map, which stand further left than those before. */
void data_report_far_left(data_reader *r, const data_value *list);
/* `- titre Budget` or `- Budget`, at `from`, above lines that have names: the colon is missing, or the name.  True
 * after saying so. */
bool data_bare_above_names(data_reader *r, size_t from);

/* data_text.c: values that are text.  `parent` is the indentation of the line that opened the value; -1 for none. */
data_value *data_plain(data_reader *r, ptrdiff_t parent, size_t from);
data_value *data_bare_lines(data_reader *r, ptrdiff_t parent);
data_value *data_block_of_lines(data_reader *r, ptrdiff_t parent, size_t from);
/* The quoted string at `from`, whose closing quote is the last sign before `end`; NULL when it is none: then the text
 * is plain, or has no closing quote. */
data_value *data_quoted(data_reader *r, size_t from, size_t end);
/* The offset of the quote that closes the one at `from`, or `end`. */
size_t data_closing_quote(const data_reader *r, size_t from, size_t end);

/* data_flow.c: {…} and […].  The bracket at `from` belongs to the current line; NULL, with nothing taken or said, when
 * more text follows the closing bracket, so that this is no list but a text that begins with a bracket. */
data_value *data_flow(data_reader *r, ptrdiff_t parent, size_t from);

/* Counts a slip and answers its place, for the message that follows. */
ramure_span data_slip(data_reader *r, size_t offset, size_t size);
/* A hint with the line to type: the current line's indentation (or `indent` spaces), then words. */
void data_hint_line(data_reader *r, size_t indent, const char *format, ...) RAMURE_PRINTF(3, 4);

#endif
