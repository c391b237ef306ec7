/* check.c: numbers that must differ, levels that the legend must know, and which levels are the earlier ones. */
#include "measures.h"

static bool same_number(const struct measure *a, const struct measure *b)
{
	return ramure_given(a->number.at) && ramure_given(b->number.at) &&
	       ramure_str_equal(a->number.text, b->number.text);
}

static void check_numbers(ramure_ctx *ctx, ramure_list list)
{
	const struct measure *items = list.items;

	for (size_t i = 0; i < list.count; i++) {
		for (size_t j = 0; j < i; j++) {
			if (!same_number(&items[i], &items[j]))
				continue;
			ramure_error(ctx, items[i].number.at, "two measures have the number %.*s",
				     (int)items[i].number.text.size, items[i].number.text.data);
			ramure_hint(ctx, "the other is on line %u: give each its own",
				    (unsigned)items[j].number.at.line);
			break;
		}
	}
}

/* The last one of the first `count` snapshots: who says nothing of a measure has seen no change. */
static const struct measure *last_reading(const struct snapshot *snapshots, size_t count, const struct measure *measure)
{
	while (count--) {
		const struct measure *readings = snapshots[count].readings.items;

		for (size_t i = 0; i < snapshots[count].readings.count; i++)
			if (same_number(&readings[i], measure) && ramure_given(readings[i].level.at))
				return &readings[i];
	}
	return NULL;
}

/* A story is told from its beginning: the order typed shows whether the dates are right. */
static void check_order(ramure_ctx *ctx, const struct snapshot *snapshots, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		if (ramure_date_compare(snapshots[i - 1].date, snapshots[i].date) < 0)
			continue;
		ramure_error(ctx, snapshots[i].date.at, "this snapshot is not later than the one before it");
		ramure_hint(ctx, "that one is on line %u: check the two dates; the earliest comes first",
			    (unsigned)snapshots[i - 1].at.line);
	}
}

static void check_snapshot(ramure_ctx *ctx, const struct measures *m, const struct snapshot *snapshot)
{
	const struct measure *readings = snapshot->readings.items;
	const struct measure *items = m->items.items;

	check_numbers(ctx, snapshot->readings);
	for (size_t i = 0; i < snapshot->readings.count; i++) {
		size_t j = 0;

		find_level(ctx, m, readings[i].level);
		while (j < m->items.count && !same_number(&readings[i], &items[j]))
			j++;
		if (j < m->items.count)
			continue;
		ramure_warning(ctx, readings[i].at, "measure-unknown", "no measure of the list has the number %.*s",
			       (int)readings[i].number.text.size, readings[i].number.text.data);
		ramure_hint(ctx, "check the number, or add the measure to the list");
	}
}

static bool any_level(const struct measures *m)
{
	const struct measure *items = m->items.items;

	for (size_t i = 0; i < m->items.count; i++)
		if (ramure_given(items[i].level.at))
			return true;
	return false;
}

/* The present level of a measure is its own, else the last that a snapshot gives it; the earlier one is that of the
 * snapshots before.  Where no measure has a level of its own, the last snapshot is the present. */
static void settle_levels(ramure_ctx *ctx, struct measures *m)
{
	struct measure *items = (struct measure *)m->items.items;
	const struct snapshot *snapshots = m->snapshots.items;
	size_t count = m->snapshots.count, earlier = count;
	ramure_date today = ramure_document_date(ctx);

	if (!any_level(m) && count)
		earlier--;
	else
		while (earlier && today.year && ramure_date_compare(snapshots[earlier - 1].date, today) >= 0)
			earlier--;
	if (earlier)
		m->since = snapshots[earlier - 1].date;
	for (size_t i = 0; items && i < m->items.count; i++) {
		bool own = ramure_given(items[i].level.at);
		const struct measure *now = own ? &items[i] : last_reading(snapshots, count, &items[i]);
		const struct measure *before = last_reading(snapshots, earlier, &items[i]);

		items[i].now = now ? find_level(ctx, m, now->level) : NO_LEVEL;
		items[i].before = before ? find_level(ctx, m, before->level) : NO_LEVEL;
	}
}

void check_measures(ramure_ctx *ctx, void *data)
{
	struct measures *m = data;
	const struct snapshot *snapshots = m->snapshots.items;

	settle_legend(ctx, m);
	check_numbers(ctx, m->items);
	check_order(ctx, snapshots, m->snapshots.count);
	for (size_t i = 0; i < m->snapshots.count; i++)
		check_snapshot(ctx, m, &snapshots[i]);
	settle_levels(ctx, m);
	settle_groups(ctx, m);
}

bool level_settles(const struct level *level)
{
	return level->meaning.value == MEANS_DONE || level->meaning.value == MEANS_STOPPED;
}

bool is_late(ramure_ctx *ctx, const struct measures *m, const struct measure *measure)
{
	if (!ramure_given(measure->by.at) || (measure->now != NO_LEVEL && level_settles(&m->levels[measure->now])))
		return false;
	if (!ramure_need_date(ctx, measure->by.at, "whether a measure is late"))
		return false;
	return ramure_date_last_day(measure->by) < ramure_date_first_day(ramure_document_date(ctx));
}
