/* writer_options.h: what people ask of writers, beside what every document says. */
#ifndef RAMURE_WRITER_OPTIONS_H
#define RAMURE_WRITER_OPTIONS_H

#include "core/context.h"
#include "core/source/data.h"
#include "core/source/settings.h"

/* The options of writers as one table, each name once. */
struct option_table {
	ramure_rows fields;
	size_t record_size; /* of the struct that they fill; it begins with a ramure_span */
};

/* The options of the writers that are loaded: those that run are.  When a front matter (NULL: none) says something that
 * neither they nor every document know, it may be an option of a writer that does not run: all are loaded then. */
const option_table *option_table_for(ramure_ctx *ctx, const data_value *front);
/* Options that `near` does not say are taken from `far`. */
void options_take_defaults(settings *near, const settings *far);
/* Lays what the command line asks over what the source says. */
void options_take_asked(ramure_ctx *ctx, settings *s);

#endif
