/* voice.c: the language and the date of the chapter that speaks. */
#include "core/document/voice.h"

#include "core/context.h"

const ramure_node *voice_chapter(const ramure_node *node)
{
	while (node && node->type != RAMURE_CHAPTER)
		node = node->parent;
	return node;
}

void voice_at(ramure_ctx *ctx, const ramure_node *node)
{
	const ramure_node *chapter = voice_chapter(node), *spoken = chapter;

	if (!ctx->booklet.lang.size)
		return;
	while (spoken && !ramure_node_lang(spoken).size)
		spoken = voice_chapter(spoken->parent);
	ctx->chapter = chapter;
	ctx->lang = spoken ? ramure_node_lang(spoken) : ctx->booklet.lang;
	/* What the person says with --date holds for all. */
	ctx->date = chapter && !ctx->request.date.size ? chapter->chapter->date : ctx->booklet.date;
}

void voice_walk(ramure_ctx *ctx, const ramure_walk *walk)
{
	if (walk->node->type == RAMURE_CHAPTER)
		voice_at(ctx, walk->entering ? walk->node : walk->node->parent);
}

void ramure_voice(ramure_ctx *ctx, const ramure_node *node)
{
	voice_at(ctx, node);
}
