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

void tell_decisions(ramure_ctx *ctx, const void *data)
{
	const struct decisions *decisions = data;
	const struct decision *items = decisions->items.items;
	const struct update *updates = decisions->updates.items;

	for (size_t i = 0; i < decisions->items.count; i++) {
		ramure_fact fact = {
			.topic = "decision",
			.at = items[i].at,
			.key = items[i].id.text,
			.about = items[i].item.text,
			.date = ramure_document_date(ctx),
			.text = items[i].what,
			.state = ramure_text_new(ctx, state_words(ctx, items[i].state.value)),
			.data = &items[i],
			.say = say,
			.due = items[i].by,
			.settled = !state_is_pending(items[i].state.value) || votes_defeated(&items[i].votes),
		};
		const ramure_person *who = items[i].who.items;

		if (items[i].who.count)
			fact.owner = who[0].name;

		ramure_tell(ctx, &fact);
	}
	for (size_t i = 0; i < decisions->updates.count; i++) {
		ramure_fact fact = {
			.topic = "decision-update",
			.at = updates[i].at,
			.key = updates[i].id.text,
			.date = ramure_given(updates[i].on.at) ? updates[i].on : ramure_document_date(ctx),
			.text = updates[i].text,
			.state = ramure_text_new(ctx, state_words(ctx, updates[i].state.value)),
			.data = &updates[i],
			.say = say_update,
			.settled = !state_is_pending(updates[i].state.value),
		};

		ramure_tell(ctx, &fact);
	}
}

const ramure_fact *fact_of(ramure_ctx *ctx, const char *topic, const void *data)
{
	const ramure_fact *fact = NULL;

	while ((fact = ramure_next_fact(ctx, topic, fact)))
		if (fact->data == data)
			return fact;
	return NULL;
}

const struct update *last_update(ramure_ctx *ctx, const struct decision *decision)
{
	const ramure_fact *own = fact_of(ctx, "decision", decision);
	const ramure_fact *fact = NULL, *last = NULL;

	if (!own || !own->key.size)
		return NULL;
	while ((fact = ramure_next_fact(ctx, "decision-update", fact))) {
		if (fact->say != say_update || !ramure_str_equal(fact->key, own->key))
			continue;
		/* An earlier document cannot close what a later one opens. */
		if (fact->chapter != own->chapter && ramure_date_compare(fact->told, own->told) < 0)
			continue;
		if (!last || ramure_date_compare(fact->date, last->date) >= 0)
			last = fact;
	}
	return last ? last->data : NULL;
}

const ramure_fact *decision_fact(ramure_ctx *ctx, ramure_str id)
{
	const ramure_fact *fact = NULL;

	while ((fact = ramure_next_fact(ctx, "decision", fact)))
		if (ramure_str_equal(fact->key, id))
			return fact;
	return NULL;
}

int64_t voters(ramure_ctx *ctx, const struct decision *decision)
{
	const ramure_fact *own = fact_of(ctx, "decision", decision);
	const ramure_fact *fact = NULL;

	while (own && (fact = ramure_next_fact(ctx, "attendance", fact)))
		if (fact->chapter == own->chapter)
			return fact->count;
	return -1;
}
