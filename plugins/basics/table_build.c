/* table_build.c: a table as it is said: titles with units, typed cells, the computed total. */
#include "table.h"

enum { ZEBRA_COLUMNS = 6 };

/* The unit of a declared column goes to its header. */
static bool unit_in_header(const struct table_column *column)
{
	return column->numeric && column->uniform && column->unit.size && !is_change(column) &&
	       column->type.value != CELL_ANY;
}

/* A name that serves as a title starts with a capital: "numéro" is "Numéro", "échéance" is "Échéance". */
static ramure_str capital(ramure_ctx *ctx, ramure_str name)
{
	ramure_str out = ramure_format(ctx, "%.*s", (int)name.size, name.data);
	char *letters = (char *)out.data;
	unsigned char second = out.size > 1 ? (unsigned char)letters[1] : 0;

	if (!out.size)
		return name;
	if (letters[0] >= 'a' && letters[0] <= 'z')
		letters[0] = (char)(letters[0] - 32);
	/* à to þ of Latin-1 but ÷: two bytes of UTF-8, the capital 32 before */
	else if ((unsigned char)letters[0] == 0xC3 && second >= 0xA0 && second <= 0xBE && second != 0xB7)
		letters[1] = (char)(second - 32);
	return out;
}

static void put_title(ramure_ctx *ctx, ramure_builder *b, const struct table_column *column)
{
	ramure_begin(b, RAMURE_CELL, column->at)->cell->header = true;
	if (column->title)
		ramure_put(b, column->title);
	else
		ramure_put_string(b, capital(ctx, column->name.text));
	if (unit_in_header(column))
		ramure_put_format(b, " (%.*s)", (int)column->unit.size, column->unit.data);
	ramure_end(b);
}

static void put_number(ramure_ctx *ctx, ramure_builder *b, const struct table_column *column, double value)
{
	const char *sign = is_change(column) && value > 0 ? "+" : "";
	const ramure_str unit = unit_in_header(column) ? (ramure_str){ 0 } : column->unit;

	ramure_put_format(b, "%s%s", sign, ramure_quantity_format(ctx, value, column->decimals, unit).data);
}

static void put_cell(ramure_ctx *ctx, ramure_builder *b, const struct table_column *column,
		     const struct table_cell *cell)
{
	ramure_begin(b, RAMURE_CELL, cell->at);
	if (is_change(column) && !cell->is_number)
		ramure_put_string(b, RAMURE_STR("–"));
	else if (cell->is_number && column->uniform && (column->type.value != CELL_ANY || is_change(column)))
		put_number(ctx, b, column, cell->value);
	else if (cell->is_date)
		ramure_put_string(b, ramure_date_format(ctx, cell->date));
	else
		ramure_put(b, cell->text);
	ramure_end(b);
}

static bool wants_total(const struct table *t)
{
	if (t->row_count && t->totals[t->row_count - 1])
		return false;
	for (size_t c = 0; c < t->column_count; c++)
		if (t->all[c].total.value)
			return true;
	return false;
}

/* The change between two totals. */
static bool total_of(const struct table *t, size_t c, double *value)
{
	const struct table_column *column = &t->all[c];
	double from, to;

	if (!is_change(column)) {
		*value = column_sum(t, c);
		return column->total.value && column->numeric;
	}
	if (!t->all[column->from].total.value || !t->all[column->to].total.value)
		return false;
	from = column_sum(t, column->from);
	to = column_sum(t, column->to);
	*value = ramure_str_equal(column->unit, RAMURE_STR("pts")) ? to - from
		 : from != 0                                       ? (to - from) / from * 100
								   : 0;
	return from != 0;
}

static void put_total(ramure_ctx *ctx, ramure_builder *b, const struct table *t)
{
	static const ramure_word word = { "Total", "Total" };
	double value;

	ramure_begin(b, RAMURE_ROW, t->at)->row->total = true;
	for (size_t c = 0; c < t->column_count; c++) {
		ramure_begin(b, RAMURE_CELL, t->at);
		if (total_of(t, c, &value))
			put_number(ctx, b, &t->all[c], value);
		else if (c == 0)
			ramure_put_string(b, ramure_say_str(ctx, word));
		ramure_end(b);
	}
	ramure_end(b);
}

void build_table(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	const struct table *t = data;
	ramure_column_info *columns = RAMURE_NEW_ARRAY(ctx, ramure_column_info, t->column_count);
	ramure_table_info *table;

	if (!t->column_count)
		return;
	for (size_t c = 0; c < t->column_count; c++) {
		const struct table_column *column = &t->all[c];

		columns[c].align = ramure_given(column->align.at) ? (ramure_align)column->align.value
				   : column->numeric              ? RAMURE_END
								  : RAMURE_START;
		columns[c].fixed = column->numeric || column->type.value == CELL_DATE;
		columns[c].strong = c == 0 && !column->numeric;
	}
	table = ramure_begin_table(b, t->at, columns, t->column_count)->table;
	table->header_rows = 1;
	table->header_columns = t->column_count && !t->all[0].numeric;
	table->main_column = t->column_count && !t->all[0].numeric ? 0 : -1;
	table->zebra = t->column_count >= ZEBRA_COLUMNS;
	ramure_begin(b, RAMURE_ROW, t->at)->row->header = true;
	for (size_t c = 0; c < t->column_count; c++)
		put_title(ctx, b, &t->all[c]);
	ramure_end(b);
	for (size_t r = 0; r < t->row_count; r++) {
		ramure_begin(b, RAMURE_ROW, t->cells[r * t->column_count].at)->row->total = t->totals[r];
		for (size_t c = 0; c < t->column_count; c++)
			put_cell(ctx, b, &t->all[c], table_at(t, r, c));
		ramure_end(b);
	}
	if (wants_total(t))
		put_total(ctx, b, t);
	ramure_end(b);
}
