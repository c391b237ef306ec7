/* data.h: the data dialect: YAML that ordinary French survives. */
#ifndef RAMURE_DATA_H
#define RAMURE_DATA_H

#include "core/base/arena.h"
#include "core/source/source_text.h"

/* Limits that a message names when they are passed. */
enum { DATA_DEEPEST = 64, DATA_MOST_VALUES = 1000000, DATA_MOST_SLIPS = 100 };

typedef enum data_type { DATA_SCALAR, DATA_LIST, DATA_MAP } data_type;

/* A value as written; no type is guessed.  Lists and maps hang their members on `first`. */
typedef struct data_value {
	data_type type;
	ramure_span at; /* of a list or a map: its first line */
	/* Of a scalar, its text; of a list or a map, the lines that it was read from: "- Budget : dix minutes" is a map
	 * as long as nobody knows the fields, and a text once they do. */
	source_text text;
	bool absent;                     /* `key:` with nothing after it */
	bool quoted;                     /* stood between quotes: never looked into for names */
	bool lines;                      /* a block of lines, opened by `|` */
	bool inlined;                    /* a list or a map between brackets */
	bool broken;                     /* a map one of whose lines was refused: what it lacks may be there */
	ramure_string key;               /* in a map; of an item, what begins it in place of "- " */
	ramure_str name;                 /* the key as names compare: folded */
	struct data_value *first, *last; /* of a list or a map */
	struct data_value *next;
	size_t count;
} data_value;

/* Where values are made: what they point to lives as long as the conversion, they themselves until somebody returns the
 * arena to a mark. */
arena *data_arena(ramure_ctx *ctx);
/* Reads a block's body or a front matter.  NULL when it is empty; errors are reported, and as much as is sound is
 * returned.  Depth and number of values have limits with messages. */
data_value *data_read(ramure_ctx *ctx, const source_text *text);
/* Reads a CSV file into a list of maps whose keys are the titles of its columns (RFC 4180). */
data_value *csv_read(ramure_ctx *ctx, uint32_t file, ramure_span from);
void data_append(data_value *parent, data_value *child);
/* The member of a map with that key, as names compare, or NULL. */
const data_value *data_member(ramure_ctx *ctx, const data_value *map, const char *key);
/* The lines that a list or a map was read from, as a text without their common indentation. */
source_text data_as_text(ramure_ctx *ctx, const data_value *value);
/* The size of a bullet or a number that begins a line as other editors begin items, or 0: "• ", "1. ". */
size_t data_bullet_size(ramure_str line);

#endif
