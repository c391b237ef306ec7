/* table_totals.c: rows that call themselves totals are checked against the rows that they sum. */
#include "table.h"

#include <math.h>

static bool is_total(ramure_ctx *ctx, const struct table *t, size_t row)
{
	static const char *const words[] = { "total", "sous-total", "subtotal" };
	ramure_text first = t->column_count ? table_at(t, row, 0)->text : NULL;
	ramure_str said = first ? ramure_plain_text(ctx, first) : (ramure_str){ 0 };
	size_t end = 0;

	while (end < said.size && said.data[end] != ' ' && said.data[end] != ':' &&
	       (unsigned char)said.data[end] < 0x80)
		end++;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (ramure_name_equal((ramure_str){ said.data, end }, words[i]))
			return true;
	return false;
}

void find_totals(ramure_ctx *ctx, struct table *t)
{
	t->totals = RAMURE_NEW_ARRAY(ctx, bool, t->row_count);
	for (size_t r = 0; r < t->row_count; r++)
		t->totals[r] = is_total(ctx, t, r);
}

double column_sum(const struct table *t, size_t column)
{
	double sum = 0;

	for (size_t r = 0; r < t->row_count; r++)
		if (table_at(t, r, column)->is_number && !t->totals[r])
			sum += table_at(t, r, column)->value;
	return sum;
}

static void report(ramure_ctx *ctx, const struct table_column *column, const struct table_cell *cell, double sum)
{
	double difference = cell->value - sum;
	const ramure_str name = column->name.text;
	const char *total = ramure_number_format(ctx, cell->value, column->decimals).data;
	const char *made = ramure_number_format(ctx, sum, column->decimals).data;
	const char *apart = ramure_number_format(ctx, fabs(difference), column->decimals).data;

	if (difference > 0)
		ramure_warning(ctx, cell->at, "total", "the total of '%.*s' is %s, and its rows make %s: %s too much",
			       (int)name.size, name.data, total, made, apart);
	else
		ramure_warning(ctx, cell->at, "total", "the total of '%.*s' is %s, and its rows make %s: %s too little",
			       (int)name.size, name.data, total, made, apart);
	ramure_hint(ctx, "correct the total or the rows; if it is a matter of rounding, write 'accepter: total' in the "
			 "front matter");
}

/* A subtotal sums the rows since the one before it; the last may sum them all. */
static void check_column(ramure_ctx *ctx, const struct table *t, size_t c)
{
	const struct table_column *column = &t->all[c];
	double since = 0, all = 0, close = 0.5 * pow(10, -column->decimals);
	size_t rows = 0;

	for (size_t r = 0; r < t->row_count; r++) {
		const struct table_cell *cell = table_at(t, r, c);

		if (!t->totals[r]) {
			if (cell->is_number) {
				since += cell->value;
				all += cell->value;
				rows++;
			}
			continue;
		}
		if (cell->is_number && rows && fabs(cell->value - since) >= close && fabs(cell->value - all) >= close)
			report(ctx, column, cell, since);
		else if (cell->is_number && !rows && fabs(cell->value - all) >= close)
			report(ctx, column, cell, all);
		since = 0;
		rows = 0;
	}
}

void check_totals(ramure_ctx *ctx, const struct table *t)
{
	/* Percentages of different wholes do not add up. */
	for (size_t c = 1; c < t->column_count; c++)
		if (t->all[c].numeric && t->all[c].uniform && !is_change(&t->all[c]) &&
		    !ramure_str_equal(t->all[c].unit, RAMURE_STR("%")))
			check_column(ctx, t, c);
}
