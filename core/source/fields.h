/* fields.h: a table of fields checks data and fills a struct. */
#ifndef RAMURE_FIELDS_H
#define RAMURE_FIELDS_H

#include "core/source/data.h"

/* Fills `record` (of the struct that `fields` describe; its first member is the span) from a map, a bare text (which
 * goes to the main field) or, for a kind, a bare list (which goes to the list of rows).  All errors of the data are
 * reported.  `owner` says in messages whose fields these are ("agenda", "front matter").  False when there were errors.
 */
bool fields_fill(ramure_ctx *ctx, const char *owner, ramure_rows fields, const data_value *value, void *record);

/* The field of that name or synonym in either language, or NULL. */
const ramure_field *fields_find(ramure_ctx *ctx, ramure_rows fields, ramure_str name);
/* The name of a field in the language of the messages. */
const char *fields_name(ramure_ctx *ctx, const ramure_field *field);

/* One typed value from a text; false after reporting, with an example of what to type.  `out` is the C type that
 * ramure_type names.  Used for fields, for typed columns of tables and for --date. */
bool value_parse(ramure_ctx *ctx, const ramure_field *field, const source_text *text, void *out);

/* The nearest of `count` names to `typed`, or NULL when none is near: "did you mean". */
const char *names_nearest(ramure_ctx *ctx, ramure_str typed, const char *const *names, size_t count);

#endif
