/* facts_settings.c: what the front matter tells: when and where it was, and which organisations there are. */
#include "core/context.h"
#include "core/document/facts.h"
#include "core/source/settings.h"

#include <string.h>

static void tell_organisation(ramure_ctx *ctx, ramure_span at, ramure_str name, ramure_str about)
{
	const ramure_fact fact = { .topic = "organisation", .at = at, .key = name, .about = about };

	if (name.size)
		ramure_tell(ctx, &fact);
}

static void tell_text(ramure_ctx *ctx, ramure_text name)
{
	if (name)
		tell_organisation(ctx, name->span, ramure_plain_text(ctx, name), (ramure_str){ 0 });
}

/* "Présidence : Daniel Lebègue" says a role and who has it, on the cover; it is nobody's name. */
static void tell_partner(ramure_ctx *ctx, const partner *p)
{
	ramure_str name = p->name ? ramure_plain_text(ctx, p->name) : RAMURE_STR("");

	if (!memchr(name.data, ':', name.size))
		tell_text(ctx, p->name);
}

void facts_of_settings(ramure_ctx *ctx)
{
	const settings *s = ctx->settings;
	const organisation *organisations = s->organisations.items;
	const partner *partners = s->partners.items;
	const ramure_fact own = { .topic = "document",
				  .at = s->at,
				  .key = s->id.text,
				  .title = s->title,
				  .text = s->place,
				  .date = ctx->chapter ? s->date : ctx->date, /* a chapter without one is no event */
				  .end = s->end_date };

	ramure_tell(ctx, &own);
	for (size_t i = 0; i < s->organisations.count; i++) {
		const ramure_string *others = organisations[i].other_names.items;

		tell_organisation(ctx, organisations[i].at, organisations[i].name.text, (ramure_str){ 0 });
		for (size_t j = 0; j < organisations[i].other_names.count; j++)
			tell_organisation(ctx, others[j].at, others[j].text, organisations[i].name.text);
	}
	for (size_t i = 0; i < s->partners.count; i++)
		tell_partner(ctx, &partners[i]);
	tell_text(ctx, s->organisation);
}
