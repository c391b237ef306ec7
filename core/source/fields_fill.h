/* fields_fill.h: what the files that fill structs from tables of fields share. */
#ifndef RAMURE_FIELDS_FILL_H
#define RAMURE_FIELDS_FILL_H

#include "core/source/fields.h"

/* The names of a table's fields, folded once a conversion. */
typedef struct field_names field_names;

/* The names that the records of one list may have. */
typedef struct level {
	const char *owner;
	ramure_rows fields;
	ramure_rows common;
	void *common_record;
	const field_names *names, *common_names;
	const struct level *outer;
	struct level *opened_before;
} level;

/* After so many errors one more helps nobody; and nobody reads a list of so many items. */
enum { FILL_MOST_ERRORS = 100, FILL_MOST_ITEMS = 10000 };

typedef struct filling {
	ramure_ctx *ctx;
	size_t errors_before; /* reported before these data */
	level *opened;        /* the levels known so far: a list in each of many records opens one only once */
	bool failed;
} filling;

/* fields_level.c */
bool fill_goes_on(filling *f); /* false, once with a message, when there were too many errors */
level *level_open(filling *f, const char *owner, ramure_rows fields, const level *outer);
/* Adds the fields that every kind has. */
void level_complete(filling *f, level *l, ramure_rows common, void *record);
/* The field of a name, NULL when there is none.  `common` says whether every kind has it; may be NULL. */
const ramure_field *level_lookup(const level *l, ramure_str folded, bool *common);
const ramure_field *level_nearest(filling *f, const level *l, ramure_str typed);
void level_hint_names(filling *f, const level *l);
void level_report_unknown(filling *f, const level *l, const data_value *record, const data_value *m);
void level_report_missing(filling *f, const level *l, const ramure_field *field, ramure_span at);

/* fields_value.c */
/* Whether a value is a text as long as no field of a map is wanted: a map on one line is a text that holds a colon. */
bool fill_is_text(const data_value *value);
void fill_field(filling *f, const level *l, const ramure_field *field, const data_value *value, void *record);
/* The value of a field that nobody gave, as a person would write it. */
void fill_initial(filling *f, const level *l, const ramure_field *field, void *record);

/* fields.c */
bool fill_record(filling *f, const level *l, const data_value *value, void *record);

#endif
