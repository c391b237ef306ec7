/* data.h: the data dialect: YAML that ordinary French survives (SOURCE.md 2). */
#ifndef RAMURE_DATA_H
#define RAMURE_DATA_H

#include "core/source/source_text.h"

typedef enum data_type { DATA_SCALAR, DATA_LIST, DATA_MAP } data_type;

/* A value as written; no type is guessed.  Lists and maps hang their members on `first`. */
typedef struct data_value {
	data_type type;
	ramure_span at;
	source_text text;         /* of a scalar; empty for a key without value */
	bool absent;              /* `key:` with nothing after it */
	ramure_string key;        /* in a map */
	struct data_value *first; /* of a list or a map */
	struct data_value *next;
	size_t count;
} data_value;

/* Reads a block's body or a front matter.  NULL when it is empty; errors are reported, and as much as is sound is
 * returned.  Depth and number of values have limits with messages. */
data_value *data_read(ramure_ctx *ctx, const source_text *text);
/* Reads a CSV file into a list of maps whose keys are the titles of its columns (RFC 4180, see SOURCE.md 2). */
data_value *csv_read(ramure_ctx *ctx, uint32_t file, ramure_span from);
/* The member of a map with that key, as names compare, or NULL. */
const data_value *data_member(ramure_ctx *ctx, const data_value *map, const char *key);

#endif
