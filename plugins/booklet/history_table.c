/* history_table.c: the levels of measures, date by date. */
#include "booklet.h"

#include <stdlib.h>

/* How many dates stand side by side; the others follow in tables of their own. */
enum { MOST_DATES = 3, MOST_COLUMNS = MOST_DATES + 3 };

static int by_date(const void *a, const void *b)
{
	return ramure_date_compare(*(const ramure_date *)a, *(const ramure_date *)b);
}

ramure_date *level_dates(ramure_ctx *ctx, const struct measure *measures, size_t count, size_t *dates)
{
	size_t most = 0, kept = 0;
	ramure_date *all;

	for (size_t i = 0; i < count; i++)
		most += measures[i].level_count;
	all = RAMURE_NEW_ARRAY(ctx, ramure_date, most + 1);
	most = 0;
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < measures[i].level_count; j++)
			all[most++] = measures[i].levels[j]->date;
	qsort(all, most, sizeof *all, by_date);
	for (size_t i = 0; i < most; i++)
		if (!kept || ramure_date_compare(all[kept - 1], all[i]))
			all[kept++] = all[i];
	*dates = kept;
	return all;
}

static const ramure_fact *level_on(const struct measure *measure, ramure_date date)
{
	for (size_t i = 0; i < measure->level_count; i++)
		if (ramure_date_compare(measure->levels[i]->date, date) == 0)
			return measure->levels[i];
	return NULL;
}

static ramure_text title_of(const struct measure *measure)
{
	ramure_text title = measure->fact ? measure->fact->title : NULL;

	for (size_t i = 0; i < measure->level_count && !title; i++)
		title = measure->levels[i]->title;
	return title;
}

static void put_change(ramure_ctx *ctx, ramure_builder *b, const struct measure *measure, ramure_date first)
{
	static const struct {
		ramure_word words;
		ramure_mark_info mark;
	} rows[CHANGES] = {
		[ROSE] = { { "up", "en progrès" }, { RAMURE_TRIANGLE, RAMURE_LEVEL_1, RAMURE_PAPER } },
		[SLIPPED] = { { "down", "en recul" }, { RAMURE_DIAMOND, RAMURE_LEVEL_4, RAMURE_PAPER } },
		[SAME] = { { "steady", "stable" }, { RAMURE_RING, RAMURE_MUTED, RAMURE_PAPER } },
		[NEW] = { { "new", "nouvelle" }, { RAMURE_STAR, RAMURE_LEVEL_2, RAMURE_PAPER } },
		[INCOMPARABLE] = { { "other scale", "autre échelle" }, { RAMURE_CROSS, RAMURE_MUTED, RAMURE_PAPER } },
	};
	enum change change = change_of(measure, first);

	ramure_put_mark(b, rows[change].mark, ramure_say_str(ctx, rows[change].words));
}

/* Some dates of the measures of a list. */
struct stretch {
	const ramure_date *dates;
	size_t count;
	ramure_date first; /* of all dates */
	bool changes;      /* ends with the change since the first date */
	bool several;      /* other dates have tables of their own */
};

/* What tells a table from its like: the list, and the dates where they are not all. */
static ramure_text scope_of(ramure_ctx *ctx, ramure_text list, const struct stretch *s)
{
	ramure_period period = { .start = s->dates[0], .end = s->dates[s->count - 1] };
	ramure_str dates;

	if (!s->several)
		return list;
	dates = ramure_period_format(ctx, period);
	return ramure_text_new(ctx, list ? ramure_format(ctx, "%s, %s", ramure_plain_text(ctx, list).data, dates.data)
					 : dates);
}

static void put_row(ramure_ctx *ctx, ramure_builder *b, const struct measure *measure, const struct stretch *s)
{
	ramure_begin(b, RAMURE_ROW, measure->levels[0]->at);
	ramure_cell_string(b, measure->levels[0]->key);
	ramure_cell(b, title_of(measure));
	for (size_t i = 0; i < s->count; i++) {
		const ramure_fact *level = level_on(measure, s->dates[i]);

		ramure_begin(b, RAMURE_CELL, measure->levels[0]->at)->cell->role = RAMURE_ROLE_SMALL;
		if (level)
			ramure_put_mark(b, level->mark, ramure_plain_text(ctx, level->state));
		else
			ramure_put_string(b, RAMURE_STR("–"));
		ramure_end(b);
	}
	if (s->changes) {
		ramure_begin(b, RAMURE_CELL, measure->levels[0]->at)->cell->role = RAMURE_ROLE_SMALL;
		put_change(ctx, b, measure, s->first);
		ramure_end(b);
	}
	ramure_end(b);
}

static void put_table(ramure_ctx *ctx, ramure_builder *b, const struct page *page, const struct measure *measures,
		      size_t count, const struct stretch *s)
{
	static const ramure_word number = { "No.", "N°" }, title = { "Measure", "Mesure" };
	static const ramure_word change = { "Change", "Évolution" };
	static const ramure_word caption = { "Levels of the measures over time", "Niveau des mesures au fil du temps" };
	ramure_column_info columns[MOST_COLUMNS] = { 0 };
	ramure_str header[MOST_COLUMNS];
	bool slides = ramure_builder_medium(b) == RAMURE_SLIDES;
	size_t n = 0;
	ramure_table_info *table;

	columns[n] = (ramure_column_info){ .align = RAMURE_END, .fixed = true, .strong = true };
	header[n++] = ramure_say_str(ctx, number);
	columns[n] = (ramure_column_info){ .share = slides ? 0.4 : 0.3 };
	header[n++] = ramure_say_str(ctx, title);
	for (size_t i = 0; i < s->count; i++) {
		/* A report's page is narrow: there the words of a level may take two lines. */
		columns[n] = (ramure_column_info){ .fixed = slides, .share = slides ? 0 : 0.17 };
		header[n++] = ramure_date_format(ctx, s->dates[i]);
	}
	if (s->changes) {
		columns[n].fixed = true;
		header[n++] = ramure_say_str(ctx, change);
	}
	table = ramure_begin_table(b, page->at, columns, n)->table;
	table->main_column = 1;
	table->header_columns = 1;
	ramure_table_caption(b, caption, scope_of(ctx, list_fact(measures)->text, s));
	ramure_header_row(b, page->at, header, n);
	for (size_t i = 0; i < count; i++)
		put_row(ctx, b, &measures[i], s);
	ramure_end(b);
}

void put_history_tables(ramure_ctx *ctx, ramure_builder *b, const struct page *page, const struct measure *measures,
			size_t count)
{
	size_t dates;
	const ramure_date *all = level_dates(ctx, measures, count, &dates);
	size_t tables = (dates + MOST_DATES - 1) / MOST_DATES;

	for (size_t first = 0; tables; tables--) {
		size_t left = dates - first;
		/* As many in each as can be: four dates are two and two. */
		const struct stretch s = { .dates = all + first,
					   .count = (left + tables - 1) / tables,
					   .first = all[0],
					   .changes = tables == 1 && dates > 1,
					   .several = dates > MOST_DATES };

		put_table(ctx, b, page, measures, count, &s);
		first += s.count;
	}
}
