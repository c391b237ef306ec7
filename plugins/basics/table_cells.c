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
	if (!column->unit.size)
		column->unit = number.unit;
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
	if (numbers && column->uniform)
		return;
	column->numeric = column->uniform = false;
	for (size_t r = 0; r < t->row_count; r++)
		table_at(t, r, c)->is_number = false;
}

/* What the table computes with is numbers, whether it is declared or not. */
static ramure_type type_of(enum cell_type type)
{
	switch (type) {
	case CELL_PERCENT:
		return RAMURE_PERCENT;
	case CELL_AMOUNT:
		return RAMURE_AMOUNT;
	case CELL_DATE:
		return RAMURE_DATE;
	case CELL_ANY:
	case CELL_TEXT:
	case CELL_NUMBER:
		break;
	}
	return RAMURE_NUMBER;
}

/* A sum of millions and thousands is none; a number without a unit is in that of the others. */
static bool check_unit(ramure_ctx *ctx, const struct table_column *column, ramure_string words, ramure_number number)
{
	const ramure_str name = column->name.text;

	if (!column->unit.size || !number.unit.size || ramure_str_equal(column->unit, number.unit))
		return true;
	ramure_error(ctx, words.at, "'%.*s' is not in '%.*s', and the table computes with '%.*s'", (int)words.text.size,
		     words.text.data, (int)column->unit.size, column->unit.data, (int)name.size, name.data);
	ramure_hint(ctx, "write all numbers of the column in one unit");
	return false;
}

static void read_declared(ramure_ctx *ctx, const struct table *t, size_t c)
{
	struct table_column *column = &t->all[c];
	const char *name = ramure_format(ctx, "%.*s", (int)column->name.text.size, column->name.text.data).data;
	ramure_type type = type_of((enum cell_type)column->type.value);
	bool counted = is_counted(t, c);

	for (size_t r = 0; r < t->row_count; r++) {
		struct table_cell *cell = table_at(t, r, c);
		ramure_string words = words_of(ctx, cell);
		ramure_number number = { 0 };

		if (is_blank(words.text))
			continue;
		if (type == RAMURE_DATE) {
			cell->is_date = ramure_value_parse(ctx, type, name, words, &cell->date);
			continue;
		}
		if (!ramure_value_parse(ctx, type, name, words, &number))
			continue;
		if (counted && !check_unit(ctx, column, words, number))
			return;
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

static void compare_units(ramure_ctx *ctx, const struct table *t, const struct table_column *change)
{
	const struct table_column *from = &t->all[change->from], *to = &t->all[change->to];

	if (!from->unit.size || !to->unit.size || ramure_str_equal(from->unit, to->unit))
		return;
	ramure_error(ctx, change->change.at,
		     "'%.*s' is in '%.*s' and '%.*s' in '%.*s': there is no change between them",
		     (int)from->name.text.size, from->name.text.data, (int)from->unit.size, from->unit.data,
		     (int)to->name.text.size, to->name.text.data, (int)to->unit.size, to->unit.data);
	ramure_hint(ctx, "write the numbers of both columns in one unit");
}

/* No sum is made of texts or dates. */
static void refuse_count(ramure_ctx *ctx, const struct table_column *column)
{
	ramure_error(ctx, column->type.at, "the table computes with '%.*s', which is declared to hold no numbers",
		     (int)column->name.text.size, column->name.text.data);
	ramure_hint(ctx, "write 'type: nombre'");
}

void type_cells(ramure_ctx *ctx, struct table *t)
{
	for (size_t c = 0; c < t->column_count; c++) {
		enum cell_type type = (enum cell_type)t->all[c].type.value;

		if (is_change(&t->all[c]))
			continue;
		if ((type == CELL_TEXT || type == CELL_DATE) && is_counted(t, c))
			refuse_count(ctx, &t->all[c]);
		else if (type == CELL_ANY && !is_counted(t, c))
			guess(ctx, t, c);
		else if (type != CELL_TEXT)
			read_declared(ctx, t, c);
	}
	for (size_t c = 0; c < t->column_count; c++)
		if (is_change(&t->all[c])) {
			compare_units(ctx, t, &t->all[c]);
			compute_change(t, c);
		}
}
