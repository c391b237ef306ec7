/* document.c: a document by the rules of its language, and each chapter by those of its own. */
#include "core/typography/typography.h"

#include "core/context.h"
#include "core/document/voice.h"
#include "core/source/include.h"

void typography_document(ramure_ctx *ctx, ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	if (ctx->typography)
		typography_apply(ctx, ctx->typography, document);
	while (ctx->booklet.included && ramure_walk_next(&walk)) {
		const included *source;

		voice_walk(ctx, &walk);
		walk.skip = walk.entering && walk.node->type == RAMURE_SLIDE;
		if (!walk.entering || walk.node->type != RAMURE_CHAPTER)
			continue;
		source = include_find(ctx, walk.node->span.file);
		if (source->typography)
			typography_apply(ctx, source->typography, walk_node(&walk));
	}
}
