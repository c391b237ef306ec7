/* source.c: from a file to a tree of what it says. */
#include "core/source/source.h"

#include "core/base/files.h"
#include "core/base/gettext.h"
#include "core/context.h"
#include "core/document/document.h"
#include "core/document/facts.h"
#include "core/source/footnotes.h"
#include "core/source/include.h"
#include "core/source/metas.h"
#include "core/source/settings.h"
#include "core/source/structure.h"

void source_warn_when_empty(ramure_ctx *ctx, const ramure_node *document, uint32_t file)
{
	/* What was refused may have been the slides. */
	if (ctx->diagnostics.counts[SEVERITY_ERROR])
		return;
	for (const ramure_node *child = document->first; child; child = child->next)
		if (child->type != RAMURE_META && child->type != RAMURE_HEADING)
			return;
	ramure_warning(ctx, (ramure_span){ file, 1, 1, 1 }, "empty", N_("this source has no slide"));
	ramure_hint(ctx, N_("type a first one: ## Its title"));
}

ramure_node *source_outline(ramure_ctx *ctx, uint32_t file)
{
	source_text front, body;

	/* Without an end to the front matter everything would be misread: nothing more can be said honestly. */
	if (!source_split(ctx, file, &front, &body))
		return NULL;
	/* The date and the language of the document come first: blocks need them. */
	settings_read(ctx, &front);
	return structure_make(ctx, markdown_blocks(ctx, &body));
}

ramure_node *source_parse(ramure_ctx *ctx, uint32_t file)
{
	ramure_node *document = source_outline(ctx, file);

	if (!document)
		return NULL;
	facts_of_settings(ctx);
	/* Chapters settle the embargo, which the cover says. */
	include_chapters(ctx, document, file);
	compiled_put(ctx, document);
	metas_put(ctx, document);
	blocks_check(ctx, document);
	/* Only now has every field been read that may call a note. */
	footnotes_check(ctx, file);
	for (const included *i = ctx->booklet.included; i; i = i->next)
		footnotes_check(ctx, i->file);
	source_warn_when_empty(ctx, document, file);
	return document;
}

ramure_node *source_read(ramure_ctx *ctx, ramure_str path)
{
	uint32_t file = files_read(ctx, path, (ramure_span){ 0 }, false);

	return file ? source_parse(ctx, file) : NULL;
}
