/* compiled.c: the pages that a booklet compiles from what its chapters tell, where no author has written them. */
#include "core/base/gettext.h"
#include "core/document/document.h"
#include "core/plugin/registry.h"
#include "core/source/fields.h"
#include "core/source/include.h"
#include "core/source/source.h"

#include <string.h>

static bool is_compiled(const ramure_kind *kind)
{
	return kind->compiled.en && *kind->compiled.en;
}

/* Whether the booklet itself has a block of this kind; a chapter's is the chapter's. */
static bool is_written(ramure_ctx *ctx, const ramure_node *document, const ramure_kind *kind)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		walk.skip = walk.entering && walk.node->type == RAMURE_CHAPTER;
		if (walk.entering && walk.node->type == RAMURE_BLOCK &&
		    registry_kind(ctx->registry, ctx, walk.node->block->word.text) == kind)
			return true;
	}
	return false;
}

static ramure_node *new_heading(ramure_ctx *ctx, const ramure_kind *kind, ramure_span at)
{
	ramure_node *heading = node_new(ctx, RAMURE_HEADING, at);

	node_append(heading, node_text(ctx, at, ramure_say_str(ctx, kind->compiled)));
	return heading;
}

/* As if the author had typed a part with an empty block of that kind at the end. */
static void put_page(ramure_ctx *ctx, ramure_node *document, const ramure_kind *kind, ramure_span at)
{
	ramure_node *part = node_new(ctx, RAMURE_PART, at), *slide = node_new(ctx, RAMURE_SLIDE, at);
	ramure_node *block = node_new(ctx, RAMURE_BLOCK, at);

	if (is_written(ctx, document, kind))
		return;
	slide->slide->from_part = slide->slide->compiled = true;
	block->block->word = (ramure_string){ at, { kind->en, strlen(kind->en) } };
	block->block->body = source_text_new(ctx, at.file, RAMURE_STR(""), NULL, 0);
	node_append(part, new_heading(ctx, kind, at));
	node_append(slide, new_heading(ctx, kind, at));
	node_append(slide, block);
	node_append(part, slide);
	node_append(document, part);
}

static void report_unknown(ramure_ctx *ctx, ramure_string name)
{
	size_t kinds = registry_kinds(ctx->registry), count = 0;
	const char **names = RAMURE_NEW_ARRAY(ctx, const char *, 2 * kinds);
	size_t own = messages_in_french(); /* of a pair */
	const char *near;

	for (size_t i = 0; i < kinds; i++) {
		const ramure_kind *kind = registry_kind_at(ctx->registry, i, NULL);

		if (!is_compiled(kind))
			continue;
		names[count++] = kind->en;
		names[count++] = kind->fr;
	}
	ramure_error(ctx, name.at, N_("no page that a booklet compiles is named '%.*s'"), (int)name.text.size,
		     name.text.data);
	near = names_nearest(ctx, name.text, names, count);
	if (near)
		ramure_hint(ctx, N_("did you mean '%s'?"), near);
	else if (count)
		ramure_hint(ctx, N_("write 'none', or some of them, as in: compiled: [%s, %s]"), names[own],
			    names[(count > 2 ? 2 : 0) + own]);
}

static bool means_none(ramure_str name)
{
	return ramure_name_equal(name, "none") || ramure_name_equal(name, "aucune") || ramure_name_equal(name, "aucun");
}

void compiled_put(ramure_ctx *ctx, ramure_node *document)
{
	const ramure_list *chosen = &ctx->settings->compiled;
	const ramure_string *names = chosen->items;

	if (!ctx->booklet.included || !ctx->registry)
		return;
	for (size_t i = 0; !ramure_given(chosen->at) && i < registry_kinds(ctx->registry); i++) {
		const ramure_kind *kind = registry_kind_at(ctx->registry, i, NULL);

		if (is_compiled(kind))
			put_page(ctx, document, kind, (ramure_span){ .file = document->span.file });
	}
	for (size_t i = 0; i < chosen->count; i++) {
		const ramure_kind *kind = registry_kind(ctx->registry, ctx, names[i].text);

		if (means_none(names[i].text))
			continue;
		if (kind && is_compiled(kind))
			put_page(ctx, document, kind, names[i].at);
		else
			report_unknown(ctx, names[i]);
	}
}
