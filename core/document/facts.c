/* facts.c: what blocks tell the rest of the document, in the order told. */
#include "core/document/facts.h"

#include "core/context.h"

#include <string.h>

void ramure_tell(ramure_ctx *ctx, const ramure_fact *fact)
{
	fact_node *told = RAMURE_NEW(ctx, fact_node);

	if (!ctx->facts)
		ctx->facts = RAMURE_NEW(ctx, fact_list);
	told->fact = *fact;
	told->fact.told = ctx->date;
	if (ctx->facts->last)
		ctx->facts->last->next = told;
	else
		ctx->facts->first = told;
	ctx->facts->last = told;
}

const ramure_fact *ramure_next_fact(ramure_ctx *ctx, const char *topic, const ramure_fact *after)
{
	/* A fact is the first member of its node. */
	const fact_node *node = after        ? ((const fact_node *)(const void *)after)->next
				: ctx->facts ? ctx->facts->first
					     : NULL;

	while (node && strcmp(node->fact.topic, topic) != 0)
		node = node->next;
	return node ? &node->fact : NULL;
}
