/* table_cells.c: what the cells of a column are: numbers with their unit, dates, texts. */
#include "table.h"

#include <string.h>

static ramure_string words_of(ramure_ctx *ctx, const struct table_cell *cell)
{
	return (ramure_string){ cell->at, cell->text ? ramure_plain_text(ctx, cell->text) : (ramure_str){ 0 } };
}

/* What stands for "nothing to say" among numbers. */
static bool is_blank(ramure_str s)
{
	return !s.size || ramure_str_equal(s, RAMURE_STR("-")) || ramure_str_equal(s, RAMURE_STR("–")) ||
	       ramure_str_equal(s, RAMURE_STR("—"));
}

/* The first number says the unit, the finest the decimals. */
static void add_number(struct table_column *column, struct table_cell *cell, ramure_number number)
{
	cell->is_number = true;
	cell->value = ramure_number_value(number);
	if (!column->numeric) {
		column->numeric = column->uniform = true;
		column->unit = number.unit;
	}
	column->uniform &= ramure_str_equal(column->unit, number.unit);
	if (number.decimals > column->decimals)
		column->decimals = number.decimals;
}

/* Whether the table computes with the column. */
static bool is_counted(const struct table *t, size_t c)
{
	bool counted = t->all[c].total.value;

	for (size_t i = 0; i < t->column_count; i++)
		counted |= is_change(&t->all[i]) && (t->all[i].from == c || t->all[i].to == c);
	return counted;
}

/* A number that is only shown may be what it likes; one that counts is asked about when it can be read in two ways. */
static void doubt(ramure_ctx *ctx, const struct table *t, size_t c)
{
	const ramure_str name = t->all[c].name.text;
	const char *named = ramure_format(ctx, "%.*s", (int)name.size, name.data).data;
	ramure_number number;

	for (size_t r = 0; r < t->row_count; r++)
		if (table_at(t, r, c)->is_number)
			ramure_value_parse(ctx, RAMURE_NUMBER, named, words_of(ctx, table_at(t, r, c)), &number);
}

/* Undeclared: a column of numbers when all its cells are, with one unit or none. */
static void guess(ramure_ctx *ctx, const struct table *t, size_t c)
{
	struct table_column *column = &t->all[c];
	bool numbers = true;

	for (size_t r = 0; r < t->row_count; r++) {
		struct table_cell *cell = table_at(t, r, c);
		ramure_str words = words_of(ctx, cell).text;
		ramure_number number = { 0 };

		if (is_blank(words))
			continue;
		if (numbers && ramure_number_read(ctx, words, &number) && number.unit.size <= 8)
			add_number(column, cell, number);
		else
			numbers = false;
	}
	if (numbers && column->uniform) {
		if (is_counted(t, c))
			doubt(ctx, t, c);
		return;
	}
	column->numeric = column->uniform = false;
	for (size_t r = 0; r < t->row_count; r++)
		table_at(t, r, c)->is_number = false;
}

static ramure_type type_of(enum cell_type type)
{
	switch (type) {
	case CELL_ANY:
	case CELL_TEXT:
		return RAMURE_TEXT;
	case CELL_NUMBER:
		return RAMURE_NUMBER;
	case CELL_PERCENT:
		return RAMURE_PERCENT;
	case CELL_AMOUNT:
		return RAMURE_AMOUNT;
	case CELL_DATE:
		return RAMURE_DATE;
	}
	return RAMURE_TEXT;
}

static void read_declared(ramure_ctx *ctx, const struct table *t, size_t c)
{
	struct table_column *column = &t->all[c];
	const char *name = ramure_format(ctx, "%.*s", (int)column->name.text.size, column->name.text.data).data;
	enum cell_type type = (enum cell_type)column->type.value;

	for (size_t r = 0; r < t->row_count; r++) {
		struct table_cell *cell = table_at(t, r, c);
		ramure_string words = words_of(ctx, cell);
		ramure_number number = { 0 };

		if (is_blank(words.text))
			continue;
		if (type == CELL_DATE)
			cell->is_date = ramure_value_parse(ctx, RAMURE_DATE, name, words, &cell->date);
		else if (ramure_value_parse(ctx, type_of(type), name, words, &number))
			add_number(column, cell, number);
	}
}

/* The change of a row: in percent, or in points between percentages. */
static void compute_change(const struct table *t, size_t c)
{
	struct table_column *column = &t->all[c];
	const struct table_column *from = &t->all[column->from], *to = &t->all[column->to];
	bool points = from->uniform && to->uniform && ramure_str_equal(from->unit, RAMURE_STR("%")) &&
		      ramure_str_equal(to->unit, RAMURE_STR("%"));

	column->numeric = true;
	column->decimals = 1;
	for (size_t r = 0; r < t->row_count; r++) {
		const struct table_cell *a = table_at(t, r, column->from), *b = table_at(t, r, column->to);
		struct table_cell *cell = table_at(t, r, c);

		cell->is_number = a->is_number && b->is_number && (points || a->value != 0);
		if (cell->is_number)
			cell->value = points ? b->value - a->value : (b->value - a->value) / a->value * 100;
	}
	column->unit = points ? RAMURE_STR("pts") : RAMURE_STR("%");
	column->uniform = true;
}

void type_cells(ramure_ctx *ctx, struct table *t)
{
	for (size_t c = 0; c < t->column_count; c++) {
		if (is_change(&t->all[c]) || t->all[c].type.value == CELL_TEXT)
			continue;
		if (t->all[c].type.value == CELL_ANY)
			guess(ctx, t, c);
		else
			read_declared(ctx, t, c);
	}
	for (size_t c = 0; c < t->column_count; c++)
		if (is_change(&t->all[c]))
			compute_change(t, c);
}
