/* measures.c: from what was told of measures, here and there, to each measure with its levels. */
#include "booklet.h"

#include <stdlib.h>
#include <string.h>

/* A fact of a measure, or of a level of it, with what it is sorted by. */
struct told {
	const ramure_fact *fact;
	ramure_str list, key;
	bool is_level;
	size_t order;
};

static int compare_names(ramure_str a, ramure_str b)
{
	size_t size = a.size < b.size ? a.size : b.size;
	int order = size ? memcmp(a.data, b.data, size) : 0;

	return order ? order : (a.size > b.size) - (a.size < b.size);
}

static int compare_orders(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* The facts of one measure side by side: what it is as told, then its levels by date. */
static int by_measure(const void *a, const void *b)
{
	const struct told *x = a, *y = b;
	int order = compare_names(x->list, y->list);

	if (!order)
		order = compare_names(x->key, y->key);
	if (!order)
		order = x->is_level - y->is_level;
	if (!order)
		order = ramure_date_compare(x->is_level ? x->fact->date : x->fact->told,
					    y->is_level ? y->fact->date : y->fact->told);
	return order ? order : compare_orders(x->order, y->order);
}

static int by_order(const void *a, const void *b)
{
	const struct measure *x = a, *y = b;
	int order = compare_names(x->list, y->list);

	return order ? order : compare_orders(x->order, y->order);
}

/* Its number in its list.  Without a number, or where its list has no name, its title tells it apart. */
static struct told told_of(ramure_ctx *ctx, const ramure_fact *fact, bool is_level, size_t order)
{
	ramure_str title = fact->title ? ramure_slug(ctx, ramure_plain_text(ctx, fact->title)) : RAMURE_STR("");
	struct told told = { .fact = fact, .is_level = is_level, .order = order };

	told.list = fact->text ? ramure_slug(ctx, ramure_plain_text(ctx, fact->text)) : RAMURE_STR("");
	told.key = ramure_slug(ctx, fact->key);
	if (!told.key.size || !told.list.size)
		told.key =
			ramure_format(ctx, "%.*s %.*s", (int)told.key.size, told.key.data, (int)title.size, title.data);
	return told;
}

static struct told *gather_told(ramure_ctx *ctx, size_t *count)
{
	static const char *const topics[] = { "measure", "measure-level" };
	struct told *all =
		RAMURE_NEW_ARRAY(ctx, struct told, count_facts(ctx, topics[0]) + count_facts(ctx, topics[1]) + 1);
	const ramure_fact *fact = NULL;

	*count = 0;
	for (int level = 0; level < 2; level++)
		while ((fact = ramure_next_fact(ctx, topics[level], fact))) {
			all[*count] = told_of(ctx, fact, level, *count);
			++*count;
		}
	qsort(all, *count, sizeof *all, by_measure);
	return all;
}

static void add_fact(struct measure *measure, const struct told *told)
{
	const ramure_fact *before = measure->level_count ? measure->levels[measure->level_count - 1] : NULL;

	if (told->order < measure->order)
		measure->order = told->order;
	if (!told->is_level)
		measure->fact = told->fact;
	else if (before && ramure_date_compare(before->date, told->fact->date) == 0)
		/* The same snapshot again; measures warn when it has another level. */
		measure->levels[measure->level_count - 1] = told->fact;
	else
		measure->levels[measure->level_count++] = told->fact;
}

struct measure *gather_measures(ramure_ctx *ctx, size_t *count)
{
	size_t facts;
	const struct told *all = gather_told(ctx, &facts);
	struct measure *measures = RAMURE_NEW_ARRAY(ctx, struct measure, facts + 1);
	const ramure_fact **levels = RAMURE_NEW_ARRAY(ctx, const ramure_fact *, facts + 1);

	*count = 0;
	for (size_t i = 0; i < facts; i++) {
		if (!i || compare_names(all[i - 1].list, all[i].list) || compare_names(all[i - 1].key, all[i].key))
			/* A measure has no more levels than facts: each has its part of the array. */
			measures[(*count)++] =
				(struct measure){ .list = all[i].list, .levels = levels + i, .order = all[i].order };
		add_fact(&measures[*count - 1], &all[i]);
	}
	qsort(measures, *count, sizeof *measures, by_order);
	return measures;
}

size_t list_end(const struct measure *measures, size_t first, size_t count)
{
	size_t end = first;

	while (end < count && ramure_str_equal(measures[end].list, measures[first].list))
		end++;
	return end;
}

const ramure_fact *list_fact(const struct measure *measure)
{
	return measure->fact ? measure->fact : measure->levels[0];
}
