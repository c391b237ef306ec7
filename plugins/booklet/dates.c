/* dates.c: everything that has a date: documents, events, follow-ups, measures' levels, days when things are due. */
#include "booklet.h"

#include <stdlib.h>

struct gatherer {
	ramure_ctx *ctx;
	struct dated *items;
	size_t count;
};

static struct dated *add(struct gatherer *g, enum nature nature, const ramure_fact *fact, ramure_date start,
			 ramure_date end)
{
	struct dated *item;

	g->items = ramure_extend_array(g->ctx, g->items, g->count, sizeof *g->items);
	item = &g->items[g->count];
	*item = (struct dated){ .when = { start.at, start, end.year ? end : start },
				.nature = nature,
				.title = fact->title,
				.fact = fact,
				.order = g->count };
	g->count++;
	return item;
}

/* A document with an agenda or an attendance is a meeting. */
static bool is_meeting(ramure_ctx *ctx, const ramure_fact *document)
{
	static const char *const topics[] = { "agenda-item", "attendance" };
	const ramure_fact *fact = NULL;

	for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
		while ((fact = ramure_next_fact(ctx, topics[i], fact)))
			if (fact->chapter == document->chapter)
				return true;
	return false;
}

static void add_documents(struct gatherer *g)
{
	bool chapters = has_chapters(g->ctx);
	const ramure_fact *fact = NULL;

	while ((fact = ramure_next_fact(g->ctx, "document", fact)))
		if (fact->date.year && (fact->chapter || !chapters))
			add(g, is_meeting(g->ctx, fact) ? MEETING : DOCUMENT, fact, fact->date, fact->end);
}

static void add_events(struct gatherer *g)
{
	const ramure_fact *fact = NULL;

	while ((fact = ramure_next_fact(g->ctx, "event", fact)))
		if (fact->date.year)
			add(g, EVENT, fact, fact->date, fact->end);
}

static void add_decision(struct gatherer *g, enum nature nature, const struct decision *d, const ramure_fact *fact,
			 bool falls_due)
{
	ramure_date date = nature == DUE ? fact->due : fact->date;
	struct dated *item = add(g, nature, fact, date, date);

	item->title = d->taken ? d->taken->text : d->last->text;
	item->decision = d;
	item->falls_due = falls_due;
}

/* A meeting may repeat what an earlier one has told. */
static bool is_told(ramure_ctx *ctx, const struct decision *d, const ramure_fact *update)
{
	const ramure_fact *other = NULL;

	while ((other = next_update(ctx, d, other)) != update)
		if (ramure_date_compare(other->date, update->date) == 0 &&
		    ramure_str_equal(ramure_plain_text(ctx, other->state), ramure_plain_text(ctx, update->state)))
			return true;
	return false;
}

/* Of each its follow-ups, and the date by which it is due unless it was settled by then; one line when both are of one
 * day. */
static void add_decisions(struct gatherer *g)
{
	size_t count;
	const struct decision *decisions = gather_decisions(g->ctx, &count);

	for (size_t i = 0; i < count; i++) {
		const struct decision *d = &decisions[i];
		const ramure_fact *state = state_of(d), *update = NULL;
		bool due = d->taken && d->taken->due.year &&
			   !(state->settled && ramure_date_compare(state->date, d->taken->due) <= 0);
		bool said = false;

		while ((update = next_update(g->ctx, d, update))) {
			bool same_day = due && ramure_date_compare(update->date, d->taken->due) == 0;

			if (!update->date.year || is_told(g->ctx, d, update))
				continue;
			add_decision(g, FOLLOW_UP, d, update, same_day);
			said |= same_day;
		}
		if (due && !said)
			add_decision(g, DUE, d, d->taken, true);
	}
}

static bool document_has_date(ramure_ctx *ctx, ramure_date date)
{
	const ramure_fact *fact = NULL;

	while ((fact = ramure_next_fact(ctx, "document", fact)))
		if (ramure_date_compare(fact->date, date) == 0)
			return true;
	return false;
}

/* When the levels of a list were taken, unless a document of that day says it already. */
static void add_balances(struct gatherer *g, const struct measure *measures, size_t count)
{
	for (size_t first = 0, next; first < count; first = next) {
		size_t dates;
		const ramure_date *date;

		next = list_end(measures, first, count);
		date = level_dates(g->ctx, measures + first, next - first, &dates);
		for (size_t i = 0; i < dates; i++)
			if (!document_has_date(g->ctx, date[i]))
				add(g, BALANCE, list_fact(&measures[first]), date[i], date[i]);
	}
}

static void add_measures(struct gatherer *g)
{
	size_t count;
	const struct measure *measures = gather_measures(g->ctx, &count);

	for (size_t i = 0; i < count; i++)
		if (measures[i].fact && measures[i].fact->due.year)
			add(g, DUE, measures[i].fact, measures[i].fact->due, measures[i].fact->due)->falls_due = true;
	add_balances(g, measures, count);
}

static int by_date(const void *a, const void *b)
{
	const struct dated *x = a, *y = b;
	int order = ramure_date_compare(x->when.start, y->when.start);

	if (!order)
		order = (int)x->nature - (int)y->nature;
	return order ? order : (x->order > y->order) - (x->order < y->order);
}

struct dated *gather_dates(ramure_ctx *ctx, size_t *count)
{
	struct gatherer g = { .ctx = ctx };

	add_documents(&g);
	add_events(&g);
	add_decisions(&g);
	add_measures(&g);
	if (g.count)
		qsort(g.items, g.count, sizeof *g.items, by_date);
	*count = g.count;
	return g.items;
}
