/* fields.h: a table of fields checks data and fills a struct. */
#ifndef RAMURE_FIELDS_H
#define RAMURE_FIELDS_H

#include "core/source/data.h"

/* Fills `record` (of the struct that `fields` describe; its first member is the span) from a map, a bare text (which
 * goes to the main field) or, for a kind, a bare list (which goes to the list of rows).  All errors of the data are
 * reported.  `owner` says in messages whose fields these are ("agenda", "front matter").  `common` and `common_record`
 * are a second table and struct, or none, for the names that the first does not know.  False when there were errors. */
bool fields_fill(ramure_ctx *ctx, const char *owner, ramure_rows fields, const data_value *value, void *record,
		 ramure_rows common, void *common_record);

/* The field of that name or synonym in either language, or NULL. */
const ramure_field *fields_find(ramure_ctx *ctx, ramure_rows fields, ramure_str name);
/* The name of a field in the document's language: what to type. */
const char *fields_name(ramure_ctx *ctx, const ramure_field *field);
/* The field with that flag, or NULL. */
const ramure_field *fields_flagged(ramure_rows fields, uint32_t flag);

/* One typed value from a text; false after reporting, with an example of what to type.  `out` is the C type that
 * ramure_type names; not for maps, records and persons.  Used for fields, for typed columns of tables and for --date.
 */
bool value_parse(ramure_ctx *ctx, const ramure_field *field, const source_text *text, void *out);
/* What was probably meant by a text that is no value of that type: one that is; empty when nothing suggests itself. */
ramure_str value_meant(ramure_ctx *ctx, ramure_type type, ramure_str text);
/* Whether a filled struct has something there. */
bool field_given(const ramure_field *field, const void *record);

/* The nearest of `count` names to `typed`, or NULL when none is near: "did you mean". */
const char *names_nearest(ramure_ctx *ctx, ramure_str typed, const char *const *names, size_t count);
/* The nearest field, or NULL: of the names that a person might have meant by `typed`, in either language. */
const ramure_field *fields_nearest(ramure_ctx *ctx, ramure_rows fields, ramure_str typed);
/* Whether `name` is one of the words between '|', as names compare; false for NULL. */
bool names_among(ramure_ctx *ctx, const char *words, ramure_str name);
/* Whether the front matter or any kind has a field of that name. */
bool names_anywhere(ramure_ctx *ctx, ramure_str name);

/* Rows that `from:` names, as a list of maps or of what a YAML file holds; NULL after reporting.  `columns` names the
 * columns of a CSV file that are used, all of them when it is NULL. */
const data_value *rows_read(ramure_ctx *ctx, const data_value *from, const data_value *columns);

#endif
