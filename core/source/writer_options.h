/* writer_options.h: what people ask of writers, beside what every document says. */
#ifndef RAMURE_WRITER_OPTIONS_H
#define RAMURE_WRITER_OPTIONS_H

#include "core/ramure.h"

/* The options of all writers as one table, each name once. */
struct option_table {
	ramure_rows fields;
	size_t record_size; /* of the struct that they fill; it begins with a ramure_span */
};

typedef struct option_table option_table;

const option_table *option_table_of(ramure_ctx *ctx);
/* Lays what the command line asks over what the source says, in a struct of that table. */
void options_take_asked(ramure_ctx *ctx, void *record);

#endif
