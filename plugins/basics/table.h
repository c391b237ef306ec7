/* table.h: a table as it is read, and its cells once they are typed. */
#ifndef TABLE_H
#define TABLE_H

#include <ramure.h>

enum cell_type { CELL_ANY, CELL_TEXT, CELL_NUMBER, CELL_PERCENT, CELL_AMOUNT, CELL_DATE };

struct table_column {
	ramure_span at;
	ramure_string name;
	ramure_text title;
	ramure_choice type;
	ramure_choice align;
	ramure_flag total;
	ramure_list change; /* of ramure_string: the two columns */
	/* computed */
	bool numeric;
	bool uniform; /* all its numbers have the same unit, which stands in the header */
	ramure_str unit;
	int decimals;
	size_t from, to; /* of a change: indexes of columns */
};

struct table_cell {
	ramure_span at;
	ramure_text text; /* as written; NULL when empty */
	ramure_date date;
	double value;
	bool is_number, is_date;
};

struct table {
	ramure_span at;
	ramure_list columns; /* of struct table_column */
	ramure_list items;   /* of ramure_list of ramure_pair */
	/* computed */
	struct table_column *all;
	size_t column_count;
	struct table_cell *cells; /* rows × columns */
	size_t row_count;
	bool *totals; /* of a row: it calls itself a total */
};

extern const ramure_field table_fields[2];

static inline struct table_cell *table_at(const struct table *t, size_t row, size_t column)
{
	return &t->cells[row * t->column_count + column];
}

static inline bool is_change(const struct table_column *column)
{
	return column->change.count == 2;
}

/* table.c */
void check_table(ramure_ctx *ctx, void *data);
/* table_cells.c: types the cells of every column */
void type_cells(ramure_ctx *ctx, struct table *t);
/* table_totals.c */
void find_totals(ramure_ctx *ctx, struct table *t);
void check_totals(ramure_ctx *ctx, const struct table *t);
double column_sum(const struct table *t, size_t column);
/* table_build.c */
void build_table(ramure_ctx *ctx, ramure_builder *b, const void *data);

#endif
