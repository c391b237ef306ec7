/* check_follow_up.c: who sees to what was decided, by when, and how far measures have come. */
#include "core/check/check.h"

#include "core/base/gettext.h"
#include "core/context.h"

static const char *decision_name(ramure_ctx *ctx, const ramure_fact *fact)
{
	if (!fact->key.size)
		return _("this decision");
	return ramure_format(ctx, _("decision '%.*s'"), (int)fact->key.size, fact->key.data).data;
}

static const char *measure_name(ramure_ctx *ctx, const ramure_fact *fact)
{
	ramure_str name = fact->title ? ramure_plain_text(ctx, fact->title) : fact->key;

	if (!name.size)
		return _("this measure");
	return ramure_format(ctx, _("measure '%.*s'"), (int)name.size, name.data).data;
}

/* By its own word, or by that of a later document. */
static bool is_settled(ramure_ctx *ctx, const ramure_fact *decision)
{
	const ramure_fact *update = NULL;

	if (decision->settled)
		return true;
	while ((update = ramure_next_fact_about(ctx, "decision-update", decision->key, update)))
		if (update->settled)
			return true;
	return false;
}

/* The next decision that waits for somebody. */
static const ramure_fact *next_open(ramure_ctx *ctx, const ramure_fact *fact)
{
	do
		fact = ramure_next_fact(ctx, "decision", fact);
	while (fact && is_settled(ctx, fact));
	return fact;
}

/* A chapter of a booklet speaks at its own date, unless the person has said one for all. */
static ramure_date now_of(ramure_ctx *ctx, const ramure_fact *fact)
{
	return ctx->request.date.size ? ramure_document_date(ctx) : fact->told;
}

void check_decision_owners(ramure_ctx *ctx, const ramure_node *document)
{
	const ramure_fact *fact = NULL;

	(void)document;
	while ((fact = next_open(ctx, fact))) {
		if (fact->owner)
			continue;
		ramure_advice(ctx, fact->at, "decision-owner", "nobody is named to see to %s",
			      decision_name(ctx, fact));
		ramure_hint(ctx, "add a line to it: 'who: name, role'");
	}
}

void check_decision_dates(ramure_ctx *ctx, const ramure_node *document)
{
	const ramure_fact *fact = NULL;

	(void)document;
	while ((fact = next_open(ctx, fact))) {
		if (fact->due.year)
			continue;
		ramure_advice(ctx, fact->at, "decision-date", "nothing says by when %s is to be done",
			      decision_name(ctx, fact));
		ramure_hint(ctx, "add a line to it: 'by: 2020-09-15'");
	}
}

void check_overdue_decisions(ramure_ctx *ctx, const ramure_node *document)
{
	const ramure_fact *fact = NULL;

	(void)document;
	while ((fact = next_open(ctx, fact))) {
		if (!check_is_past(now_of(ctx, fact), fact->due))
			continue;
		ramure_advice(ctx, fact->due.at, "decision-overdue", "%s was due by %s, and is still open",
			      decision_name(ctx, fact), ramure_date_format(ctx, fact->due).data);
		ramure_hint(ctx, "say what became of it ('state: done'), or a new date ('by: …')");
	}
}

void check_measure_levels(ramure_ctx *ctx, const ramure_node *document)
{
	const ramure_fact *fact = NULL;

	(void)document;
	while ((fact = ramure_next_fact(ctx, "measure", fact))) {
		if (fact->state)
			continue;
		ramure_advice(ctx, fact->at, "measure-level", "nothing says how far %s has come",
			      measure_name(ctx, fact));
		ramure_hint(ctx, "add a line to it, with a name of the legend: 'level: …'");
	}
}

void check_late_measures(ramure_ctx *ctx, const ramure_node *document)
{
	const ramure_fact *fact = NULL;

	(void)document;
	while ((fact = ramure_next_fact(ctx, "measure", fact))) {
		if (fact->settled || !check_is_past(now_of(ctx, fact), fact->due))
			continue;
		ramure_advice(ctx, fact->due.at, "measure-late", "%s was due by %s, and is not done",
			      measure_name(ctx, fact), ramure_date_format(ctx, fact->due).data);
		ramure_hint(ctx,
			    "say why in its comment; or, when it is done, give it a level of which the legend says "
			    "so: 'meaning: done'");
	}
}
