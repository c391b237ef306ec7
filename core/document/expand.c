/* expand.c: the document of one medium: the source in which each kind has spoken. */
#include "core/document/document.h"

#include "core/base/str.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/shape.h"
#include "core/document/voice.h"
#include "core/plugin/registry.h"
#include "core/source/source.h"

/* A block that speaks when all others have spoken. */
typedef struct late_block {
	ramure_node *node;
	ramure_node *built;
	struct late_block *next;
} late_block;

typedef struct expander {
	ramure_ctx *ctx;
	ramure_medium medium;
	ramure_node *slide; /* the SLIDE around the block that speaks, or NULL */
	late_block *late, **late_end;
} expander;

/* ---- the fields that every kind takes ---- */

static ramure_node *line_of(ramure_ctx *ctx, ramure_node_type type, ramure_text text)
{
	ramure_node *line = node_new(ctx, type, text->span);

	node_copy_children(ctx, line, text);
	return line;
}

/* The one thing in what a kind has built that a caption can stand at, or NULL. */
static ramure_node *captioned(ramure_node *built)
{
	ramure_node *found = NULL;

	for (ramure_node *child = built->first; child; child = child->next)
		if (child->type == RAMURE_TABLE || child->type == RAMURE_FIGURE || child->type == RAMURE_IMAGE) {
			if (found)
				return found;
			found = child;
		}
	return found;
}

/* Before the rows of a table and the texts of a figure, which may be thousands. */
static void hang_caption(ramure_node *on, ramure_node *line)
{
	line->caption->of_table = on->type == RAMURE_TABLE;
	if (on->type == RAMURE_IMAGE)
		node_append(on, line);
	else
		node_insert_after(on, NULL, line);
}

/* The caption typed behind a block; `line->text` keeps the word that led it. */
static void put_line_behind(expander *e, ramure_node *built, ramure_node *line)
{
	ramure_node *on = captioned(built);
	ramure_str lead = line->text;
	ramure_node *paragraph;

	line->text = (ramure_str){ 0 };
	if (on && !ramure_child(on, RAMURE_CAPTION)) {
		hang_caption(on, line);
		return;
	}
	paragraph = node_new(e->ctx, RAMURE_PARAGRAPH, line->span);
	node_append(paragraph, node_text(e->ctx, line->span, lead));
	node_take_children(paragraph, line);
	node_append(built, paragraph);
}

static void put_caption(expander *e, ramure_node *built, ramure_text text)
{
	ramure_node *on = captioned(built);
	ramure_node *own = on ? node_child(on, RAMURE_CAPTION) : NULL;
	ramure_node *line;

	if (!on) {
		line = line_of(e->ctx, RAMURE_PARAGRAPH, text);
		line->paragraph->quiet = true;
		node_append(built, line);
		return;
	}
	/* The author's instead of the kind's own. */
	if (own)
		node_remove(own);
	line = line_of(e->ctx, RAMURE_CAPTION, text);
	hang_caption(on, line);
}

/* "Source : …", unless the author has written it. */
static void put_source(expander *e, ramure_node *built, ramure_text text, bool named)
{
	static const ramure_word source = { "Source: ", "Source : " };
	ramure_node *line = line_of(e->ctx, RAMURE_SOURCE, text);
	ramure_str words = ramure_plain_text(e->ctx, text);

	if (named && !str_begins(words, "Source"))
		node_insert_after(line, NULL, node_text(e->ctx, text->span, ramure_say_str(e->ctx, source)));
	node_append(built, line);
}

static bool same_words(ramure_ctx *ctx, const ramure_node *a, const ramure_node *b)
{
	return ramure_str_equal(utf8_fold_name(ctx->arena, ramure_plain_text(ctx, a)),
				utf8_fold_name(ctx->arena, ramure_plain_text(ctx, b)));
}

/* A title makes a section of what the kind has built, unless the slide says it already. */
static ramure_node *put_title(expander *e, ramure_node *built, ramure_text title)
{
	const ramure_node *heading = e->slide ? ramure_child(e->slide, RAMURE_HEADING) : NULL;
	ramure_node *section;

	if (heading && same_words(e->ctx, heading, title))
		return built;
	section = node_new(e->ctx, RAMURE_SECTION, built->span);
	node_append(section, line_of(e->ctx, RAMURE_HEADING, title));
	node_take_children(section, built);
	node_append(built, section);
	return built;
}

static void put_name(ramure_ctx *ctx, ramure_node *built, ramure_str name)
{
	ramure_node *on = built->first && built->first == built->last ? built->first : captioned(built);

	if (!on)
		on = built->first;
	if (on && !ramure_node_name(on).size)
		node_set_name(ctx, on, name);
}

/* ---- blocks ---- */

/* `document` is NULL as long as not all of it has spoken. */
static ramure_node *run_build(expander *e, const ramure_node *node, const ramure_node *document)
{
	const ramure_block_info *block = node->block;
	ramure_node *built = node_new(e->ctx, RAMURE_BLOCKS, node->span);
	ramure_builder *b = builder_new(e->ctx, built, e->medium);
	uintptr_t before = ctx_enter(e->ctx, (uintptr_t)block->kind->build);

	builder_set_document(b, document);
	block->kind->build(e->ctx, b, block->data);
	ctx_leave(e->ctx, before);
	if (!builder_closed(b))
		ramure_failure(e->ctx, "the kind '%s' has left a node open: its plugin has a fault", block->kind->en);
	return built;
}

/* Kinds speak on the page, not inside the fields of other kinds. */
static void check_inner(expander *e, ramure_node *built)
{
	ramure_walk walk = ramure_walk_from(built);

	while (ramure_walk_next(&walk)) {
		ramure_node *inner = walk_node(&walk);

		if (!walk.entering || inner->type != RAMURE_BLOCK)
			continue;
		ramure_error(e->ctx, inner->span, "a block '%.*s' stands inside a field, where only text can",
			     (int)inner->block->word.text.size, inner->block->word.text.data);
		ramure_hint(e->ctx, "write it after the block that holds it");
		/* What it says is known to be missing; the node must go no further. */
		inner->type = RAMURE_BLOCKS;
	}
}

/* Key message, speaker notes and, on a slide, source lines hang on the slide, where the master finds them. */
static bool of_slide(const expander *e, const ramure_node *child)
{
	return e->slide && (child->type == RAMURE_KEY || child->type == RAMURE_NOTES ||
			    (child->type == RAMURE_SOURCE && e->medium == RAMURE_SLIDES));
}

/* Puts what a block has said behind it. */
static void insert_built(expander *e, ramure_node *node, ramure_node *built)
{
	const ramure_block_info *block = node->block;
	ramure_node *child;

	check_inner(e, built);
	if (block->caption)
		put_caption(e, built, block->caption);
	for (ramure_node *line; (line = node->first);) {
		node_remove(line);
		put_line_behind(e, built, line);
	}
	if (block->note)
		put_source(e, built, block->note, false);
	if (block->source)
		put_source(e, built, block->source, true);
	if (block->title)
		put_title(e, built, block->title);
	if (block->id.text.size)
		put_name(e->ctx, built, block->id.text);
	for (ramure_node *before = node; (child = built->first);) {
		node_remove(child);
		if (of_slide(e, child)) {
			node_append(e->slide, child);
			continue;
		}
		node_insert_after(node->parent, before, child);
		before = child;
	}
}

static ramure_node *slide_of(ramure_node *node)
{
	while (node && node->type != RAMURE_SLIDE)
		node = node->parent;
	return node;
}

/* ---- slides ---- */

static void check_key(ramure_ctx *ctx, const ramure_node *slide)
{
	const ramure_node *key = ramure_child(slide, RAMURE_KEY);

	for (const ramure_node *other = key ? key->next : NULL; other; other = other->next) {
		if (other->type != RAMURE_KEY)
			continue;
		ramure_error(ctx, other->span, "this slide has a key message already, at line %u", key->span.line);
		ramure_hint(ctx, "keep one of them, or begin a new slide: ## Its title");
	}
}

/* The last children of a slide are its sources, its key message and its notes, in that order. */
static void order_slide(ramure_node *slide)
{
	static const ramure_node_type last[] = { RAMURE_SOURCE, RAMURE_KEY, RAMURE_NOTES };

	for (size_t i = 0; i < sizeof last / sizeof *last; i++) {
		ramure_node *before = NULL, *child = slide->first, *end = slide->last, *next;

		for (bool more = child != NULL; more; child = next) {
			next = child->next;
			more = child != end;
			if (child->type == last[i]) {
				node_remove_after(slide, before, child);
				node_append(slide, child);
			} else {
				before = child;
			}
		}
	}
}

/* The source of the only table or picture of a slide stands where all slides have theirs. */
static void lift_source(ramure_node *slide)
{
	ramure_node *found = NULL;

	for (ramure_node *child = slide->first; child; child = child->next) {
		bool bears = child->type == RAMURE_TABLE || child->type == RAMURE_IMAGE || child->type == RAMURE_FIGURE;
		ramure_node *line = bears ? node_child(child, RAMURE_SOURCE) : NULL;

		if (line && found)
			return;
		found = line ? line : found;
	}
	if (!found)
		return;
	node_remove(found);
	node_append(slide, found);
}

static void finish_slide(expander *e, ramure_node *slide)
{
	if (e->medium == RAMURE_SLIDES)
		lift_source(slide);
	order_slide(slide);
	check_key(e->ctx, slide);
}

/* ---- the whole ---- */

/* A report counts no slides. */
static bool dropped(const expander *e, const ramure_node *node)
{
	return e->medium == RAMURE_REPORT && is_series_run(node);
}

/* A block that is not sound has been reported. */
static bool speaks(const expander *e, const ramure_node *node)
{
	return node->block->kind && node->block->data && shown_in(node->block->medium.value, e->medium);
}

static bool is_late(const expander *e, const ramure_node *node)
{
	return speaks(e, node) && node->block->kind->compiled.en;
}

static void put_off(expander *e, ramure_node *node)
{
	late_block *late = RAMURE_NEW(e->ctx, late_block);

	late->node = node;
	*e->late_end = late;
	e->late_end = &late->next;
}

/* What a block has said stands behind it; the walk goes on there. */
static void let_speak(expander *e, ramure_node *node)
{
	if (is_late(e, node)) {
		put_off(e, node);
		return;
	}
	e->slide = slide_of(node);
	if (speaks(e, node))
		insert_built(e, node, run_build(e, node, NULL));
}

/* Takes out what has spoken, and what this medium has no place for: when the walk leaves their parent, all at once, as
 * they may be thousands. */
static void sweep(const expander *e, ramure_node *parent)
{
	ramure_node *before = NULL, *next;

	for (ramure_node *child = parent->first; child; child = next) {
		next = child->next;
		if ((child->type == RAMURE_BLOCK && !is_late(e, child)) || dropped(e, child))
			node_remove_after(parent, before, child);
		else
			before = child;
	}
}

/* Pages compiled from the rest are built when it is whole, all of them before any is put in: none finds another. */
static void expand_late(expander *e, const ramure_node *document)
{
	for (late_block *late = e->late; late; late = late->next) {
		voice_at(e->ctx, late->node);
		e->slide = slide_of(late->node);
		late->built = run_build(e, late->node, document);
	}
	for (late_block *late = e->late; late; late = late->next) {
		voice_at(e->ctx, late->node);
		e->slide = slide_of(late->node);
		insert_built(e, late->node, late->built);
		node_remove(late->node);
		if (e->slide)
			finish_slide(e, e->slide);
	}
	voice_at(e->ctx, document);
}

void expand(ramure_ctx *ctx, ramure_node *document, ramure_medium medium)
{
	expander e = { .ctx = ctx, .medium = medium };
	ramure_walk walk = ramure_walk_from(document);

	e.late_end = &e.late;
	while (ramure_walk_next(&walk)) {
		ramure_node *node = walk_node(&walk);

		voice_walk(ctx, &walk);
		if (walk.entering)
			continue;
		if (node->type == RAMURE_BLOCK) {
			let_speak(&e, node);
			continue;
		}
		sweep(&e, node);
		if (node->type == RAMURE_SLIDE)
			finish_slide(&e, node);
	}
	if (ctx->booklet.included)
		booklet_shape(ctx, document, medium);
	if (medium == RAMURE_REPORT)
		report_shape(ctx, document);
	expand_late(&e, document);
	if (ctx->booklet.included)
		booklet_drop_empty(document);
}
