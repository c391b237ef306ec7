/* block_fill.c: a block's body into its kind's data, and the fields that every kind takes. */
#include "core/context.h"
#include "core/source/fields.h"
#include "core/source/source.h"

#include <string.h>

static const ramure_option media[] = {
	{ IN_BOTH, "both", "les-deux", "tous|all" },
	{ IN_SLIDES, "slides", "diapositives", "deck|diapos|présentation" },
	{ IN_REPORT, "report", "rapport", "document" },
};

static const ramure_field common[] = {
	{ .en = "title",
	  .fr = "titre",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(ramure_block_info, title),
	  .doc = { "a heading above the block", "un titre au-dessus du bloc" } },
	{ .en = "id",
	  .fr = "id",
	  .type = RAMURE_WORD,
	  .offset = offsetof(ramure_block_info, id),
	  .doc = { "the name that references use", "le nom que les renvois utilisent" },
	  .synonyms = "identifiant|identifier" },
	{ .en = "caption",
	  .fr = "intitulé",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(ramure_block_info, caption),
	  .doc = { "the caption of the table or figure", "la légende du tableau ou de la figure" },
	  .synonyms = "légende" },
	{ .en = "source",
	  .fr = "source",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(ramure_block_info, source),
	  .doc = { "where the facts come from", "d'où viennent les faits" } },
	{ .en = "note",
	  .fr = "note",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(ramure_block_info, note),
	  .doc = { "a reading note below the block", "une note de lecture sous le bloc" } },
	{ .en = "medium",
	  .fr = "support",
	  .type = RAMURE_CHOICE,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(ramure_block_info, medium),
	  .doc = { "where the block stands: slides, report or both",
		   "où figure le bloc : diapositives, rapport ou les deux" },
	  .choices = RAMURE_ROWS(media) },
};

ramure_rows blocks_common_fields(void)
{
	return (ramure_rows)RAMURE_ROWS(common);
}

/* Whether the first line of a body that is a text names one of the kind's own fields. */
static bool names_first(ramure_ctx *ctx, const ramure_block_info *block)
{
	for (size_t i = 0; i < block->body.line_count; i++) {
		ramure_str line = source_text_line(&block->body, i).text;
		const char *colon = line.size ? memchr(line.data, ':', line.size) : NULL;

		if (!line.size)
			continue;
		return colon && (colon + 1 == line.data + line.size || colon[1] == ' ') &&
		       fields_find(ctx, block->kind->fields, (ramure_str){ line.data, (size_t)(colon - line.data) });
	}
	return false;
}

static bool is_blank(ramure_str s)
{
	for (size_t i = 0; i < s.size; i++)
		if (s.data[i] != ' ' && s.data[i] != '\n' && s.data[i] != '\t')
			return false;
	return true;
}

/* The body as data: read by the dialect, or whole for a kind that is its text. */
static const data_value *read_body(ramure_ctx *ctx, const ramure_block_info *block)
{
	data_value *value;

	if (!fields_flagged(block->kind->fields, RAMURE_WHOLE_BODY) || names_first(ctx, block))
		return data_read(ctx, &block->body);
	if (is_blank(block->body.text))
		return NULL;
	value = arena_alloc(data_arena(ctx), sizeof *value);
	value->type = DATA_SCALAR;
	value->text = block->body;
	value->at = source_text_span(&block->body, 0, block->body.text.size);
	/* Nothing in it is a name. */
	value->quoted = true;
	return value;
}

bool block_fill(ramure_ctx *ctx, ramure_block_info *block)
{
	const data_value empty = { .type = DATA_MAP, .at = block->word.at };
	size_t errors = ctx->diagnostics.counts[SEVERITY_ERROR];
	arena_mark mark = arena_here(data_arena(ctx));
	const data_value *value = read_body(ctx, block);
	const char *owner = ramure_format(ctx, "%.*s", (int)block->word.text.size, block->word.text.data).data;
	void *data = ramure_alloc(ctx, block->kind->data_size);
	bool filled = fields_fill(ctx, owner, block->kind->fields, value ? value : &empty, data, blocks_common_fields(),
				  block);

	arena_return(data_arena(ctx), mark);
	if (!filled || ctx->diagnostics.counts[SEVERITY_ERROR] > errors)
		return false;
	block->data = data;
	return true;
}
