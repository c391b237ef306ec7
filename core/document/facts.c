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

static fact_topic *add_topic(ramure_ctx *ctx)
{
	fact_topic *topic = RAMURE_NEW(ctx, fact_topic);

	if (!ctx->facts)
		ctx->facts = RAMURE_NEW(ctx, fact_list);
	*topic = (fact_topic){ .firsts = names_new(ctx), .lasts = names_new(ctx), .next = ctx->facts->topics };
	ctx->facts->topics = topic;
	return topic;
}

/* A key of signs alone is its own name. */
static ramure_str name_of(ramure_ctx *ctx, ramure_str key)
{
	ramure_str slug = ramure_slug(ctx, key);

	return slug.size ? slug : key;
}

/* Behind the facts that have the same key. */
static void add_to_key(ramure_ctx *ctx, fact_topic *topic, fact_node *told)
{
	ramure_str key = name_of(ctx, told->fact.key);
	void **last;

	if (!key.size)
		return;
	last = names_at(&topic->lasts, key);
	if (*last)
		((fact_node *)*last)->next_same = told;
	else
		*names_at(&topic->firsts, key) = told;
	*last = told;
}

const ramure_fact *ramure_tell(ramure_ctx *ctx, const ramure_fact *fact)
{
	fact_node *told = RAMURE_NEW(ctx, fact_node);
	fact_topic *topic = find_topic(ctx, fact->topic);

	told->fact = *fact;
	told->fact.chapter = ctx->chapter;
	told->fact.unreported = ctx->unreported;
	told->fact.told = ctx->chapter ? ctx->chapter->chapter->date : ctx->date;
	if (!topic)
		topic = add_topic(ctx);
	if (topic->last)
		topic->last->next = told;
	else
		topic->first = told;
	topic->last = told;
	add_to_key(ctx, topic, told);
	return &told->fact;
}

/* A fact is the first member of its node. */
static const fact_node *node_of(const ramure_fact *fact)
{
	return (const fact_node *)(const void *)fact;
}

const ramure_fact *ramure_next_fact(ramure_ctx *ctx, const char *topic, const ramure_fact *after)
{
	const fact_topic *all = after ? NULL : find_topic(ctx, topic);
	const fact_node *node = after ? node_of(after)->next : all ? all->first : NULL;

	return node ? &node->fact : NULL;
}

const ramure_fact *ramure_next_fact_about(ramure_ctx *ctx, const char *topic, ramure_str key, const ramure_fact *after)
{
	const fact_topic *all = after ? NULL : find_topic(ctx, topic);
	const fact_node *node = after ? node_of(after)->next_same
				: all ? names_find(&all->firsts, name_of(ctx, key))
				      : NULL;

	return node ? &node->fact : NULL;
}
