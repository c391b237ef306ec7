/* facts.c: what decisions tell the rest of the document: a later chapter closes what an earlier one opened. */
#include "decisions.h"

/* "Décision D1 : diffuser la lettre. Adoptée : 5 pour, 0 contre, 1 abstention. Qui : Le RAMEAU, pour le 8 juillet." */
static ramure_text say(ramure_ctx *ctx, const ramure_fact *fact)
{
	static const ramure_word named = { "Decision %.*s: %s", "Décision %.*s : %s" };
	static const ramure_word unnamed = { "Decision: %s", "Décision : %s" };
	static const ramure_word due = { "%s Due: %s.", "%s Échéance : %s." };
	const struct decision *d = fact->data;
	ramure_str what = ramure_plain_text(ctx, d->what);
	ramure_str sentence = ramure_given(d->id.at) ? ramure_format(ctx, ramure_say(ctx, named), (int)d->id.text.size,
								     d->id.text.data, what.data)
						     : ramure_format(ctx, ramure_say(ctx, unnamed), what.data);

	if (!sentence.size || sentence.data[sentence.size - 1] != '.')
		sentence = ramure_format(ctx, "%s.", sentence.data);
	if (ramure_given(d->votes.at))
		sentence = ramure_format(ctx, "%s %s.", sentence.data, votes_sentence(ctx, &d->votes).data);
	if (ramure_given(d->by.at))
		sentence = ramure_format(ctx, ramure_say(ctx, due), sentence.data, ramure_date_format(ctx, d->by).data);
	return ramure_text_new(ctx, sentence);
}

/* Tells our own updates from another plugin's of the same topic. */
static ramure_text say_update(ramure_ctx *ctx, const ramure_fact *fact)
{
	const struct update *update = fact->data;

	return ramure_text_new(ctx, state_words(ctx, update->state.value));
}

static const ramure_fact *tell_decision(ramure_ctx *ctx, const struct decision *d)
{
	int state = taken_state(d);
	ramure_fact fact = {
		.topic = "decision",
		.at = d->at,
		.key = d->id.text,
		.about = d->item.text,
		.date = ramure_document_date(ctx),
		.text = d->what,
		.state = ramure_text_new(ctx, state_words(ctx, state)),
		.mark = state_mark(state),
		.data = d,
		.say = say,
		.owner = ramure_people_text(ctx, d->who),
		.due = d->by,
		.settled = !state_is_pending(state),
		.refused = state == STATE_NOT_CARRIED,
	};

	return ramure_tell(ctx, &fact);
}

static const ramure_fact *tell_update(ramure_ctx *ctx, const struct update *update)
{
	ramure_fact fact = {
		.topic = "decision-update",
		.at = update->at,
		.key = update->id.text,
		.date = ramure_given(update->on.at) ? update->on : ramure_document_date(ctx),
		.text = update->text,
		.state = ramure_text_new(ctx, state_words(ctx, update->state.value)),
		.mark = state_mark(update->state.value),
		.data = update,
		.say = say_update,
		.settled = !state_is_pending(update->state.value),
	};

	return ramure_tell(ctx, &fact);
}

void tell_decisions(ramure_ctx *ctx, const void *data)
{
	const struct decisions *decisions = data;
	/* Ours until the document is built: the core made them for us. */
	struct decision *items = (struct decision *)decisions->items.items;
	struct update *updates = (struct update *)decisions->updates.items;

	for (size_t i = 0; i < decisions->items.count; i++)
		items[i].told = tell_decision(ctx, &items[i]);
	for (size_t i = 0; i < decisions->updates.count; i++)
		updates[i].told = tell_update(ctx, &updates[i]);
}

/* An earlier document cannot close what a later one opens. */
static bool may_close(const ramure_fact *update, const ramure_fact *decision)
{
	return update->chapter == decision->chapter || ramure_date_compare(update->told, decision->told) >= 0;
}

const struct update *last_update(ramure_ctx *ctx, const struct decision *decision)
{
	const ramure_fact *own = decision->told;
	const ramure_fact *fact = NULL, *last = NULL;

	if (!own || !own->key.size)
		return NULL;
	while ((fact = ramure_next_fact_about(ctx, "decision-update", own->key, fact))) {
		if (fact->say != say_update || !may_close(fact, own))
			continue;
		if (!last || ramure_date_compare(fact->date, last->date) >= 0)
			last = fact;
	}
	return last ? last->data : NULL;
}

/* Of several, the first that the update may close. */
const ramure_fact *decision_fact(ramure_ctx *ctx, const struct update *update)
{
	const ramure_fact *own = update->told;
	const ramure_fact *fact = NULL, *found = NULL;

	while (own && (fact = ramure_next_fact_about(ctx, "decision", own->key, fact))) {
		if (may_close(own, fact))
			return fact;
		found = found ? found : fact;
	}
	return found;
}

static bool in_booklet(ramure_ctx *ctx)
{
	const ramure_fact *document = NULL;

	while ((document = ramure_next_fact(ctx, "document", document)))
		if (document->chapter)
			return true;
	return false;
}

/* The day of the document that tells a fact, as it says itself; year 0 when it says none. */
static ramure_date taken_on(ramure_ctx *ctx, const ramure_fact *fact)
{
	const ramure_fact *document = NULL;

	while ((document = ramure_next_fact(ctx, "document", document)))
		if (document->chapter == fact->chapter)
			return document->date;
	return (ramure_date){ .year = 0 };
}

/* Dates may be months. */
static bool is_before(ramure_date a, ramure_date b)
{
	return a.year && b.year && ramure_date_last_day(a) < ramure_date_first_day(b);
}

void check_update(ramure_ctx *ctx, const struct update *update)
{
	const ramure_fact *own = update->told, *fact = NULL, *opened = NULL;
	int size = (int)update->id.text.size;
	const char *id = update->id.text.data;

	while (own && (fact = ramure_next_fact_about(ctx, "decision", own->key, fact))) {
		if (opened && opened->chapter != fact->chapter) {
			ramure_error(ctx, update->id.at, "two chapters have a decision '%.*s'", size, id);
			ramure_hint(ctx, "they are at %s and %s: give one of them another id",
				    ramure_span_format(ctx, opened->at).data, ramure_span_format(ctx, fact->at).data);
			return;
		}
		opened = fact;
	}
	if (opened && !may_close(own, opened)) {
		ramure_error(ctx, update->id.at, "decision '%.*s' is taken only in a later document", size, id);
		if (taken_on(ctx, opened).year)
			ramure_hint(ctx, "it is at %s: check the id, or the dates of the two documents",
				    ramure_span_format(ctx, opened->at).data);
		else
			ramure_hint(ctx,
				    "it is at %s, in a document without a date, which has the booklet's: add 'date: …' "
				    "to its front matter",
				    ramure_span_format(ctx, opened->at).data);
	} else if (opened && opened->chapter != own->chapter && is_before(update->on, taken_on(ctx, opened))) {
		ramure_error(ctx, update->on.at, "this is before decision '%.*s' was taken, on %s", size, id,
			     ramure_date_format(ctx, taken_on(ctx, opened)).data);
		ramure_hint(ctx, "it was taken at %s: check the date, or the id",
			    ramure_span_format(ctx, opened->at).data);
	} else if (!opened && in_booklet(ctx)) {
		ramure_error(ctx, update->id.at, "no chapter has a decision '%.*s'", size, id);
		ramure_hint(ctx, "check the id, or include the document that took the decision");
	} else if (!opened) {
		/* An earlier document may have taken it. */
		ramure_info(ctx, update->id.at, "decision-elsewhere", "decision '%.*s' was taken in another document",
			    size, id);
	}
}

const ramure_fact *item_of(ramure_ctx *ctx, const struct decision *decision)
{
	const ramure_fact *own = decision->told;
	const ramure_fact *fact = NULL;

	while (own && (fact = ramure_next_fact_about(ctx, "agenda-item", decision->item.text, fact)))
		if (fact->chapter == own->chapter)
			return fact;
	return NULL;
}

void check_item(ramure_ctx *ctx, const struct decision *decision)
{
	const ramure_fact *own = decision->told, *fact = NULL;
	int size = (int)decision->item.text.size;
	const char *id = decision->item.text.data;

	if (!own || !ramure_given(decision->item.at) || item_of(ctx, decision))
		return;
	/* Without an agenda here, it is that of another document. */
	while ((fact = ramure_next_fact(ctx, "agenda-item", fact)) && fact->chapter != own->chapter)
		continue;
	if (!fact)
		return;
	ramure_warning(ctx, decision->item.at, "decision-item", "no item of the agenda has the id '%.*s'", size, id);
	ramure_hint(ctx, "below the item under which it was taken, write 'id: %.*s'", size, id);
}

const ramure_fact *attendance_of(ramure_ctx *ctx, const struct decision *decision)
{
	const ramure_fact *own = decision->told;
	const ramure_fact *fact = NULL;

	while (own && (fact = ramure_next_fact(ctx, "attendance", fact)))
		if (fact->chapter == own->chapter)
			return fact;
	return NULL;
}
