/* check_publishing.c: what stands in the outputs and was not meant for everyone. */
#include "core/check/check.h"

#include "core/context.h"
#include "core/source/settings.h"

void check_notes(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	if (ctx->settings->notes.value != NOTES_REPORT)
		return;
	while (ramure_walk_next(&walk))
		if (walk.entering && walk.node->type == RAMURE_NOTES) {
			ramure_advice(ctx, ctx->settings->notes.at, "notes-published",
				      "the report will hold the speaker notes");
			ramure_hint(ctx, "when they are for the speaker alone, type: notes: none");
			return;
		}
}

void check_embargo(ramure_ctx *ctx, const ramure_node *document)
{
	const settings *s = ctx->settings;

	(void)document;
	if (!s->embargo_holds)
		return;
	ramure_advice(ctx, s->embargo_date.at, "embargo-published", "the document is under embargo until %s",
		      ramure_date_format(ctx, s->embargo_date).data);
	ramure_hint(ctx, "do not publish it before that day; on that day, build it with --date");
}
