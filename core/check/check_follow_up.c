/* check_follow_up.c: who sees to what was decided, by when, and what the calendar has overtaken. */
#include "config.h"

#include "core/check/check.h"

#include "core/base/gettext.h"
#include "core/context.h"
#include "core/document/voice.h"
#include "core/source/scan.h"

#include <string.h>

/* "'D1'", or "this decision" when it has no name: for messages. */
static const char *called(ramure_ctx *ctx, const ramure_fact *fact, const char *otherwise)
{
	if (!fact->key.size)
		return otherwise;
	return ramure_format(ctx, _("'%.*s'"), (int)fact->key.size, fact->key.data).data;
}

/* By its own word, or by that of a later document. */
static bool is_settled(ramure_ctx *ctx, const ramure_fact *decision)
{
	const ramure_fact *update = NULL;

	if (decision->settled)
		return true;
	while (decision->key.size && (update = ramure_next_fact(ctx, "decision-update", update)))
		if (update->settled && ramure_str_equal(update->key, decision->key))
			return true;
	return false;
}

/* A chapter of a booklet speaks at its own date, unless the person has said one for all. */
static ramure_date now_of(ramure_ctx *ctx, const ramure_fact *fact)
{
	return ctx->request.date.size ? ramure_document_date(ctx) : fact->told;
}

static bool is_past(ramure_date now, ramure_date due)
{
	return due.year && now.year && ramure_date_last_day(due) < ramure_date_first_day(now);
}

void check_decision_owners(ramure_ctx *ctx, const ramure_node *document)
{
	const ramure_fact *fact = NULL;

	(void)document;
	while ((fact = ramure_next_fact(ctx, "decision", fact)))
		if (!fact->owner && !is_settled(ctx, fact)) {
			ramure_advice(ctx, fact->at, "decision-owner", "nobody is named to see to %s",
				      called(ctx, fact, _("this decision")));
			ramure_hint(ctx, "add a line to it: 'who: name, role'");
		}
}

void check_decision_dates(ramure_ctx *ctx, const ramure_node *document)
{
	const ramure_fact *fact = NULL;

	(void)document;
	while ((fact = ramure_next_fact(ctx, "decision", fact)))
		if (!fact->due.year && !is_settled(ctx, fact)) {
			ramure_advice(ctx, fact->at, "decision-date", "nothing says by when %s is to be done",
				      called(ctx, fact, _("this decision")));
			ramure_hint(ctx, "add a line to it: 'by: 2020-09-15'");
		}
}

void check_overdue_decisions(ramure_ctx *ctx, const ramure_node *document)
{
	const ramure_fact *fact = NULL;

	(void)document;
	while ((fact = ramure_next_fact(ctx, "decision", fact)))
		if (is_past(now_of(ctx, fact), fact->due) && !is_settled(ctx, fact)) {
			ramure_advice(ctx, fact->due.at, "decision-overdue", "%s was due by %s, and is still open",
				      called(ctx, fact, _("this decision")), ramure_date_format(ctx, fact->due).data);
			ramure_hint(ctx, "say what became of it ('state: done'), or a new date ('by: …')");
		}
}

void check_measure_levels(ramure_ctx *ctx, const ramure_node *document)
{
	const ramure_fact *fact = NULL;

	(void)document;
	while ((fact = ramure_next_fact(ctx, "measure", fact)))
		if (!fact->state) {
			ramure_advice(ctx, fact->at, "measure-level", "nothing says how far %s has come",
				      called(ctx, fact, _("this measure")));
			ramure_hint(ctx, "add a line to it, with a name of the legend: 'level: …'");
		}
}

void check_late_measures(ramure_ctx *ctx, const ramure_node *document)
{
	const ramure_fact *fact = NULL;

	(void)document;
	while ((fact = ramure_next_fact(ctx, "measure", fact)))
		if (is_past(now_of(ctx, fact), fact->due) && !fact->settled) {
			ramure_advice(ctx, fact->due.at, "measure-late", "%s was due by %s, and is not done",
				      called(ctx, fact, _("this measure")), ramure_date_format(ctx, fact->due).data);
			ramure_hint(ctx, "bring its level up to date, or say why in its comment");
		}
}

/* What stands behind words that announce: "prochain rendez-vous le…", "next meeting on…"; empty when none do. */
static ramure_str announced(ramure_str sentence)
{
	static const char *const words[] = { "rochain", "à venir", "pcoming", "ext meeting" };

	for (size_t i = 0; sentence.size && i < sizeof words / sizeof *words; i++) {
		const char *found = memmem(sentence.data, sentence.size, words[i], strlen(words[i]));

		if (found)
			return (ramure_str){ found, sentence.size - (size_t)(found - sentence.data) };
	}
	return (ramure_str){ 0 };
}

static void check_passage(ramure_ctx *ctx, const ramure_node *passage)
{
	ramure_str text = ramure_plain_text(ctx, passage), sentence;
	ramure_date date;

	for (size_t at = 0; check_next_sentence(text, &at, &sentence);) {
		ramure_str rest = announced(sentence);

		if (!rest.size || !date_find(rest, &date) || !date.day || !is_past(ramure_document_date(ctx), date))
			continue;
		ramure_advice(ctx, passage->span, "past-date", "%s is announced, and is before the document's date",
			      ramure_date_format(ctx, date).data);
		ramure_hint(ctx, "correct the day, or the 'date:' of the front matter");
	}
}

void check_past_dates(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		voice_walk(ctx, &walk);
		if (walk.entering && check_is_passage(walk.node)) {
			check_passage(ctx, walk.node);
			walk.skip = true;
		}
	}
}
