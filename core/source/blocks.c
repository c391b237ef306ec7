/* blocks.c: the structured blocks of a source meet their kinds. */
#include "core/source/source.h"

#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/voice.h"
#include "core/plugin/registry.h"
#include "core/source/fields.h"
#include "core/source/markdown.h"

#include <string.h>

/* Every word that a fence may begin with, in both languages. */
static const char **all_words(ramure_ctx *ctx, size_t *count)
{
	size_t language_count, kinds = registry_kinds(ctx->registry);
	const char *const *languages = code_languages(&language_count);
	const char **words = RAMURE_NEW_ARRAY(ctx, const char *, kinds * 2 + language_count);

	*count = 0;
	for (size_t i = 0; i < kinds; i++) {
		const ramure_kind *kind = registry_kind_at(ctx->registry, i, NULL);

		words[(*count)++] = kind->en;
		if (kind->fr)
			words[(*count)++] = kind->fr;
	}
	for (size_t i = 0; i < language_count; i++)
		words[(*count)++] = languages[i];
	return words;
}

static void report_unknown(ramure_ctx *ctx, const ramure_block_info *block)
{
	ramure_str word = block->word.text;
	const char *near = NULL;
	size_t count;

	if (ctx->registry) {
		const char **words = all_words(ctx, &count);

		near = names_nearest(ctx, word, words, count);
	}
	ramure_error(ctx, block->word.at, "no kind of block is named '%.*s'", (int)word.size, word.data);
	if (near)
		ramure_hint(ctx, "did you mean ```%s?", near);
	ramure_hint(ctx,
		    "'ramure plugins' lists what is installed, 'ramure kinds' what each understands; for plain code "
		    "write ```text");
}

static void find_kind(ramure_ctx *ctx, ramure_block_info *block)
{
	uintptr_t before;

	block->kind = ctx->registry ? registry_kind(ctx->registry, ctx, block->word.text) : NULL;
	if (!block->kind) {
		report_unknown(ctx, block);
		return;
	}
	block_fill(ctx, block);
	if (!block->data || !block->kind->check)
		return;
	before = ctx_enter(ctx, (uintptr_t)block->kind->check);
	block->kind->check(ctx, block->data);
	ctx_leave(ctx, before);
}

static void tell(ramure_ctx *ctx, const ramure_block_info *block)
{
	uintptr_t before;

	if (!block->data || !block->kind->tell)
		return;
	ctx->unreported = block->medium.value == 1;
	before = ctx_enter(ctx, (uintptr_t)block->kind->tell);
	block->kind->tell(ctx, block->data);
	ctx_leave(ctx, before);
	ctx->unreported = false;
}

void blocks_check(ramure_ctx *ctx, ramure_node *root)
{
	ramure_walk walk = ramure_walk_from(root);

	while (ramure_walk_next(&walk)) {
		voice_walk(ctx, &walk);
		if (walk.entering && walk.node->type == RAMURE_BLOCK)
			find_kind(ctx, walk.node->block);
	}
	/* A fact may complete one that an earlier block tells: all are checked first. */
	walk = ramure_walk_from(root);
	while (ramure_walk_next(&walk)) {
		voice_walk(ctx, &walk);
		if (walk.entering && walk.node->type == RAMURE_BLOCK)
			tell(ctx, walk.node->block);
	}
}
