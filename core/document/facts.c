/* facts.c: what blocks tell the rest of the document, in the order told. */
#include "core/document/facts.h"

#include "core/context.h"

#include <string.h>

static fact_topic *find_topic(const ramure_ctx *ctx, const char *name)
{
	fact_topic *topic = ctx->facts ? ctx->facts->topics : NULL;

	while (topic && strcmp(topic->first->fact.topic, name) != 0)
		topic = topic->next;
	return topic;
}

void ramure_tell(ramure_ctx *ctx, const ramure_fact *fact)
{
	fact_node *told = RAMURE_NEW(ctx, fact_node);
	fact_topic *topic = find_topic(ctx, fact->topic);

	told->fact = *fact;
	told->fact.told = ctx->date;
	if (topic) {
		topic->last = topic->last->next = told;
		return;
	}
	if (!ctx->facts)
		ctx->facts = RAMURE_NEW(ctx, fact_list);
	topic = RAMURE_NEW(ctx, fact_topic);
	*topic = (fact_topic){ .first = told, .last = told, .next = ctx->facts->topics };
	ctx->facts->topics = topic;
}

const ramure_fact *ramure_next_fact(ramure_ctx *ctx, const char *topic, const ramure_fact *after)
{
	const fact_topic *all = after ? NULL : find_topic(ctx, topic);
	/* A fact is the first member of its node. */
	const fact_node *node = after ? ((const fact_node *)(const void *)after)->next : all ? all->first : NULL;

	return node ? &node->fact : NULL;
}
