/* facts.c: what measures tell: what they are, their levels at each date, and chapters that disagree about them. */
#include "measures.h"

/* ---- chapters that disagree ---- */

static bool same_text(ramure_ctx *ctx, ramure_text a, ramure_text b)
{
	if (!a || !b)
		return !a && !b;
	return ramure_str_equal(ramure_slug(ctx, ramure_plain_text(ctx, a)),
				ramure_slug(ctx, ramure_plain_text(ctx, b)));
}

/* Of another chapter's list of the same name. */
static bool other_chapter(ramure_ctx *ctx, const ramure_fact *a, const ramure_fact *b)
{
	return a->chapter != b->chapter && same_text(ctx, a->text, b->text);
}

/* Each is compared with the first that may differ: those after it have been. */

/* The same number, but not the same title as in a chapter before. */
static void compare_titles(ramure_ctx *ctx, const ramure_fact *own)
{
	const ramure_fact *fact = NULL;

	do
		fact = ramure_next_fact_about(ctx, own->topic, own->key, fact);
	while (fact && fact != own && !other_chapter(ctx, fact, own));
	if (!fact || fact == own || same_text(ctx, fact->title, own->title))
		return;
	ramure_warning(ctx, own->at, "measure-title", "measure %.*s has another title at %s: '%s'", (int)own->key.size,
		       own->key.data, ramure_span_format(ctx, fact->at).data, ramure_plain_text(ctx, fact->title).data);
	ramure_hint(ctx, "make the two titles or the two numbers agree; to accept this, write 'accepter: "
			 "measure-title' in the front matter");
}

/* The same title, but not the same number.  `own` is a fact of titles: `about` is the number. */
static void compare_numbers(ramure_ctx *ctx, const ramure_fact *own)
{
	const ramure_fact *fact = NULL;

	do
		fact = ramure_next_fact_about(ctx, own->topic, own->key, fact);
	while (fact && fact != own && !other_chapter(ctx, fact, own));
	if (!fact || fact == own || ramure_str_equal(ramure_slug(ctx, fact->about), ramure_slug(ctx, own->about)))
		return;
	ramure_warning(ctx, own->at, "measure-number", "measure %.*s has the number %.*s at %s", (int)own->about.size,
		       own->about.data, (int)fact->about.size, fact->about.data,
		       ramure_span_format(ctx, fact->at).data);
	ramure_hint(ctx, "make the two numbers agree; to accept this, write 'accepter: measure-number' in the "
			 "front matter");
}

/* Lists without a name are told apart by their titles. */
static bool same_day(ramure_ctx *ctx, const ramure_fact *a, const ramure_fact *b)
{
	return ramure_date_compare(a->date, b->date) == 0 && same_text(ctx, a->text, b->text) &&
	       (a->text || same_text(ctx, a->title, b->title));
}

static bool same_level(ramure_ctx *ctx, const ramure_fact *a, const ramure_fact *b)
{
	return ramure_str_equal(a->scale, b->scale) ? a->rank == b->rank : same_text(ctx, a->state, b->state);
}

/* Another level on the same day, here or in another chapter. */
static void compare_levels(ramure_ctx *ctx, const ramure_fact *own)
{
	const ramure_fact *fact = NULL;

	do
		fact = ramure_next_fact_about(ctx, own->topic, own->key, fact);
	while (fact && fact != own && !same_day(ctx, fact, own));
	if (!fact || fact == own || same_level(ctx, fact, own))
		return;
	ramure_warning(ctx, own->at, "measure-level", "measure %.*s has another level on that day at %s: '%s'",
		       (int)own->key.size, own->key.data, ramure_span_format(ctx, fact->at).data,
		       ramure_plain_text(ctx, fact->state).data);
	ramure_hint(ctx, "make the two levels or the two dates agree; to accept this, write 'accepter: "
			 "measure-level' in the front matter");
}

/* What had not come yet when the document was written. */
static void check_future(ramure_ctx *ctx, const struct snapshot *snapshot, const ramure_node *chapter)
{
	const ramure_fact *document = NULL;
	ramure_date last;

	do
		document = ramure_next_fact(ctx, "document", document);
	while (document && document->chapter != chapter);
	last = document && document->end.year ? document->end : ramure_document_date(ctx);
	if (!last.year || ramure_date_first_day(snapshot->date) <= ramure_date_last_day(last))
		return;
	ramure_warning(ctx, snapshot->date.at, "measure-snapshot", "this snapshot is later than its document, of %s",
		       ramure_date_format(ctx, last).data);
	ramure_hint(ctx, "check the two dates; the levels of the document's own day stand with the measures");
}

/* ---- telling ---- */

static const ramure_fact *tell_measure(ramure_ctx *ctx, const struct measures *m, const struct measure *measure)
{
	ramure_fact fact = { .topic = "measure",
			     .at = measure->at,
			     .key = measure->number.text,
			     .title = measure->title,
			     .text = m->list,
			     .date = ramure_document_date(ctx),
			     .data = measure,
			     .owner = ramure_people_text(ctx, measure->lead),
			     .due = measure->by };
	ramure_fact title = { .topic = "measure-title",
			      .at = measure->at,
			      .key = ramure_plain_text(ctx, measure->title),
			      .about = measure->number.text,
			      .text = m->list };
	const ramure_fact *told;

	if (measure->now != NO_LEVEL) {
		fact.state = ramure_text_new(ctx, m->levels[measure->now].name.text);
		fact.mark = m->levels[measure->now].mark;
		fact.settled = level_settles(&m->levels[measure->now]);
	}
	told = ramure_tell(ctx, &fact);
	if (measure->number.text.size) {
		compare_titles(ctx, told);
		compare_numbers(ctx, ramure_tell(ctx, &title));
	}
	return told;
}

/* A reading may give the number alone. */
static ramure_text title_of(const struct measures *m, const struct measure *reading)
{
	const struct measure *items = m->items.items;

	for (size_t i = 0; i < m->items.count && !reading->title; i++)
		if (ramure_str_equal(items[i].number.text, reading->number.text))
			return items[i].title;
	return reading->title;
}

static ramure_str scale_of(ramure_ctx *ctx, const struct measures *m)
{
	ramure_str names[MOST_LEVELS];

	/* The same one in whatever language. */
	if (!m->legend.count)
		return RAMURE_STR("given");
	for (size_t i = 0; i < m->level_count; i++)
		names[i] = ramure_slug(ctx, m->levels[i].name.text);
	return ramure_join(ctx, names, m->level_count, " ");
}

static void tell_level(ramure_ctx *ctx, const struct measures *m, ramure_str scale, const struct measure *reading,
		       ramure_date date)
{
	int level = find_level(ctx, m, reading->level);
	ramure_fact fact = { .topic = "measure-level",
			     .at = reading->at,
			     .key = reading->number.text,
			     .title = title_of(m, reading),
			     .text = m->list,
			     .date = date,
			     .data = reading,
			     .scale = scale };

	if (level == NO_LEVEL || !fact.key.size || !date.year)
		return;
	fact.state = ramure_text_new(ctx, m->levels[level].name.text);
	fact.mark = m->levels[level].mark;
	fact.rank = level + 1;
	compare_levels(ctx, ramure_tell(ctx, &fact));
}

void tell_measures(ramure_ctx *ctx, const void *data)
{
	const struct measures *m = data;
	const struct measure *items = m->items.items;
	const struct snapshot *snapshots = m->snapshots.items;
	ramure_str scale = scale_of(ctx, m);
	const ramure_node *chapter = NULL;

	for (size_t i = 0; i < m->items.count; i++)
		chapter = tell_measure(ctx, m, &items[i])->chapter;
	for (size_t s = 0; s < m->snapshots.count; s++) {
		const struct measure *readings = snapshots[s].readings.items;

		check_future(ctx, &snapshots[s], chapter);
		for (size_t i = 0; i < snapshots[s].readings.count; i++)
			tell_level(ctx, m, scale, &readings[i], snapshots[s].date);
	}
	if (m->list)
		ramure_tell(ctx, &(ramure_fact){ .topic = "measure-list",
						 .at = m->at,
						 .key = ramure_plain_text(ctx, m->list),
						 .data = m });
	/* The levels of the list itself are those of the document's day. */
	for (size_t i = 0; i < m->items.count; i++)
		tell_level(ctx, m, scale, &items[i], ramure_document_date(ctx));
}

const struct measures *reported_before(ramure_ctx *ctx, const struct measures *m)
{
	ramure_str name = m->list ? ramure_plain_text(ctx, m->list) : (ramure_str){ 0 };
	const ramure_fact *own = NULL, *fact = NULL;

	do
		own = ramure_next_fact_about(ctx, "measure-list", name, own);
	while (own && own->data != m);
	if (!own)
		return NULL;
	do
		fact = ramure_next_fact_about(ctx, "measure-list", name, fact);
	while (fact != own && (fact->unreported || fact->chapter != own->chapter));
	return fact != own ? fact->data : NULL;
}
