/* polish_contents.c: the contents of a deck, where the front matter or a block asks for them. */
#include "core/document/polish.h"

#include "core/context.h"
#include "core/source/settings.h"

static ramure_node *new_title(ramure_ctx *ctx, ramure_span at)
{
	static const ramure_word title = { "Contents", "Sommaire" };
	ramure_node *heading = node_new(ctx, RAMURE_HEADING, at);

	node_append(heading, node_text(ctx, at, ramure_say_str(ctx, title)));
	return heading;
}

static ramure_node *new_slide(ramure_ctx *ctx, ramure_span at, const ramure_node *current)
{
	ramure_node *slide = node_new(ctx, RAMURE_SLIDE, at);
	ramure_node *contents = node_new(ctx, RAMURE_CONTENTS, at);

	contents->contents->current = current;
	node_append(slide, new_title(ctx, at));
	node_append(slide, contents);
	return slide;
}

/* After the front matter's texts, and the notes that they call. */
static void put_once(ramure_ctx *ctx, ramure_node *document)
{
	ramure_node *before = NULL;

	for (ramure_node *child = document->first;
	     child && (child->type == RAMURE_META || child->type == RAMURE_FOOTNOTE); child = child->next)
		before = child;
	node_insert_after(document, before, new_slide(ctx, document->span, NULL));
}

static void put_repeated(ramure_ctx *ctx, ramure_node *document)
{
	ramure_node *before = NULL;

	for (ramure_node *child = document->first; child; before = child, child = child->next) {
		if (child->type == RAMURE_PART)
			node_insert_after(child, child->first, new_slide(ctx, child->span, child));
		/* A chapter opens with a page of its own. */
		else if (child->type == RAMURE_CHAPTER)
			node_insert_after(document, before, new_slide(ctx, child->span, child));
	}
}

/* ---- entries ---- */

static void put_entry(ramure_ctx *ctx, ramure_node *contents, const ramure_node *target, int level, int number)
{
	const ramure_node *heading = ramure_child(target, RAMURE_HEADING);
	ramure_node *entry;

	if (!heading)
		return;
	entry = node_new(ctx, RAMURE_CONTENTS_ENTRY, heading->span);
	*entry->entry = (ramure_entry_info){ target, level, number };
	for (const ramure_node *child = heading->first; child; child = child->next)
		if (!is_series_run(child) && child->type != RAMURE_NOTE_CALL)
			node_append(entry, node_copy(ctx, child));
	node_append(contents, entry);
}

static bool is_contents(const ramure_node *slide)
{
	return ramure_child(slide, RAMURE_CONTENTS) != NULL;
}

/* The slides of a part; of a series with one title, the first. */
static void put_slides(ramure_ctx *ctx, ramure_node *contents, const ramure_node *parent, int level)
{
	const ramure_node *before = NULL;
	int number = 0;

	for (const ramure_node *slide = parent->first; slide; slide = slide->next) {
		if (slide->type != RAMURE_SLIDE || slide->slide->from_part || is_contents(slide))
			continue;
		if (before && slide->slide->series_length && contents->last &&
		    ramure_same_words(ctx, ramure_child(before, RAMURE_HEADING), ramure_child(slide, RAMURE_HEADING)))
			continue;
		put_entry(ctx, contents, slide, level, ++number);
		before = slide;
	}
}

/* What stands in a part or a chapter: all when the contents are deep; else the chapters that a part groups, unless the
 * contents come back before each part, whose own slide lists them. */
static void put_inside(ramure_ctx *ctx, ramure_node *contents, const ramure_node *parent)
{
	bool deep = contents->contents->depth > 1;
	int number = 0;

	for (const ramure_node *child = parent->first; child; child = child->next)
		if (deep ? child->type == RAMURE_CHAPTER || child->type == RAMURE_PART
			 : child->type == RAMURE_CHAPTER && !contents->contents->current)
			put_entry(ctx, contents, child, 2, ++number);
	if (deep && !number)
		put_slides(ctx, contents, parent, 2);
}

static void fill(ramure_ctx *ctx, ramure_node *contents, const ramure_node *document)
{
	int number = 0;

	for (const ramure_node *child = document->first; child; child = child->next) {
		if (child->type != RAMURE_PART && child->type != RAMURE_CHAPTER)
			continue;
		put_entry(ctx, contents, child, 1, ++number);
		put_inside(ctx, contents, child);
	}
	/* A deck without parts has its slides. */
	if (!number)
		put_slides(ctx, contents, document, 1);
}

/* A contents block before any heading makes a slide that would have the document's title. */
static void name_slide(ramure_ctx *ctx, ramure_node *contents)
{
	ramure_node *slide = contents->parent;
	ramure_node *heading = node_child(slide, RAMURE_HEADING);

	if (slide->type != RAMURE_SLIDE || (heading && !slide->slide->from_part))
		return;
	if (contents->next || (contents != slide->first && contents != slide->first->next))
		return;
	if (heading)
		node_remove(heading);
	node_insert_after(slide, NULL, new_title(ctx, contents->span));
	slide->slide->from_part = false;
}

void polish_contents(ramure_ctx *ctx, ramure_node *document, ramure_medium medium)
{
	contents_mode mode = ctx->settings ? (contents_mode)ctx->settings->contents.value : CONTENTS_NONE;
	ramure_walk walk = ramure_walk_from(document);

	/* A report's contents are its writer's, with live page numbers. */
	if (medium == RAMURE_SLIDES) {
		switch (mode) {
		case CONTENTS_NONE:
			break;
		case CONTENTS_ONCE:
			put_once(ctx, document);
			break;
		case CONTENTS_REPEAT:
			put_repeated(ctx, document);
			break;
		}
	}
	while (ramure_walk_next(&walk)) {
		ramure_node *contents = walk_node(&walk);

		if (!walk.entering || contents->type != RAMURE_CONTENTS)
			continue;
		name_slide(ctx, contents);
		fill(ctx, contents, document);
		walk.skip = true;
	}
}
