/* report.c: what a report says otherwise than a deck: slides become the sections of a text. */
#include "core/document/shape.h"

#include "core/context.h"
#include "core/document/voice.h"
#include "core/source/settings.h"

static void drop(ramure_node *node)
{
	if (node)
		node_remove(node);
}

/* "Kicker : Title", for a series of one. */
static void join(ramure_ctx *ctx, ramure_node *slide)
{
	static const ramure_word colon = { ": ", " : " };
	ramure_node *kicker = node_child(slide, RAMURE_KICKER), *heading = node_child(slide, RAMURE_HEADING);
	ramure_node *joined;

	node_remove(kicker);
	if (!heading || ramure_same_words(ctx, kicker, heading))
		return;
	joined = node_new(ctx, RAMURE_HEADING, kicker->span);
	joined->heading->level = heading->heading->level;
	node_take_children(joined, kicker);
	node_append(joined, node_text(ctx, heading->span, ramure_say_str(ctx, colon)));
	node_take_children(joined, heading);
	node_remove(heading);
	node_insert_after(slide, NULL, joined);
}

/* The heading of a series, as a section without a body of its own, before its first slide. */
static void head_series(ramure_ctx *ctx, ramure_node *first)
{
	ramure_node *head = node_new(ctx, RAMURE_SLIDE, first->span);
	ramure_node *heading = node_new(ctx, RAMURE_HEADING, first->span);

	head->slide->wide = first->slide->wide;
	node_take_children(heading, node_child(first, RAMURE_KICKER));
	node_append(head, heading);
	node_insert_after(first->parent, node_before(first), head);
}

/* How many slides from this one on have its kicker. */
static size_t series_size(ramure_ctx *ctx, const ramure_node *first)
{
	const ramure_node *kicker = ramure_child(first, RAMURE_KICKER);
	size_t size = 1;

	for (const ramure_node *next = first->next; next && next->type == RAMURE_SLIDE; next = next->next) {
		if (!ramure_same_words(ctx, kicker, ramure_child(next, RAMURE_KICKER)))
			break;
		size++;
	}
	return size;
}

static bool one_title(ramure_ctx *ctx, const ramure_node *first, size_t size)
{
	const ramure_node *title = ramure_child(first, RAMURE_HEADING);

	for (const ramure_node *slide = first; size--; slide = slide->next)
		if (!ramure_same_words(ctx, title, ramure_child(slide, RAMURE_HEADING)))
			return false;
	return true;
}

static ramure_node *shape_series(ramure_ctx *ctx, ramure_node *first, size_t size)
{
	bool alike = one_title(ctx, first, size);
	const ramure_node *before = NULL;
	ramure_node *slide = first;

	if (alike)
		join(ctx, first);
	else
		head_series(ctx, first);
	for (size_t i = 0; i < size; i++, slide = slide->next) {
		ramure_node *heading = node_child(slide, RAMURE_HEADING);

		slide->slide->continues = !alike || i > 0;
		drop(node_child(slide, RAMURE_KICKER));
		if (i > 0 && (alike || ramure_same_words(ctx, before, heading)))
			drop(heading);
		else
			before = heading;
	}
	return slide;
}

/* A slide without kicker that goes on under the title of the one before: "Bilan (1/2)", "Bilan (2/2)". */
static void shape_twin(ramure_ctx *ctx, ramure_node *slide, const ramure_node *title)
{
	ramure_node *heading = node_child(slide, RAMURE_HEADING);

	if (!slide->slide->series_length || !ramure_same_words(ctx, title, heading))
		return;
	slide->slide->continues = true;
	node_remove(heading);
}

static void shape_slides(ramure_ctx *ctx, ramure_node *parent)
{
	const ramure_node *title = NULL, *above = ramure_child(parent, RAMURE_HEADING);
	ramure_node *child = parent->first;

	while (child) {
		if (child->type != RAMURE_SLIDE) {
			child = child->next;
			continue;
		}
		/* The chapter's heading, or the cover, has said it. */
		if (child->slide->from_part)
			drop(node_child(child, RAMURE_HEADING));
		if (ramure_same_words(ctx, ramure_child(child, RAMURE_KICKER), above))
			drop(node_child(child, RAMURE_KICKER));
		if (ramure_child(child, RAMURE_KICKER)) {
			size_t size = series_size(ctx, child);

			title = NULL;
			if (size > 1) {
				child = shape_series(ctx, child, size);
				continue;
			}
			join(ctx, child);
		} else {
			shape_twin(ctx, child, title);
			if (ramure_child(child, RAMURE_HEADING))
				title = ramure_child(child, RAMURE_HEADING);
		}
		child = child->next;
	}
}

/* ---- notes ---- */

static ramure_node *new_annex(ramure_ctx *ctx, ramure_node *document)
{
	static const ramure_word title = { "Speaker notes", "Notes de l'orateur" };
	ramure_node *part = node_new(ctx, RAMURE_PART, document->span);
	ramure_node *heading = node_new(ctx, RAMURE_HEADING, document->span);

	node_append(heading, node_text(ctx, document->span, ramure_say_str(ctx, title)));
	node_append(part, heading);
	node_append(document, part);
	return part;
}

/* One section of the annex for each slide that has notes. */
static void annex_notes(ramure_ctx *ctx, ramure_node *annex, const ramure_node *slide, ramure_node *notes)
{
	const ramure_node *heading = ramure_child(slide, RAMURE_HEADING);
	ramure_node *section = annex->last;

	if (section->type != RAMURE_SLIDE || heading) {
		section = node_new(ctx, RAMURE_SLIDE, notes->span);
		if (heading)
			node_append(section, node_copy(ctx, heading));
		node_append(annex, section);
	}
	node_take_children(section, notes);
}

/* Takes the notes off a slide; answers them as one, or NULL. */
static ramure_node *lift_notes(ramure_node *slide)
{
	ramure_node *notes = NULL, *before = NULL, *next;

	for (ramure_node *child = slide->first; child; child = next) {
		next = child->next;
		if (child->type != RAMURE_NOTES) {
			before = child;
			continue;
		}
		node_remove_after(slide, before, child);
		if (notes)
			node_take_children(notes, child);
		else
			notes = child;
	}
	return notes;
}

static void shape_notes(ramure_ctx *ctx, ramure_node *document)
{
	bool wanted = ctx->settings && ctx->settings->notes.value == NOTES_REPORT;
	ramure_node *end = document->last, *annex = NULL;
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		ramure_node *slide = walk_node(&walk);
		ramure_node *notes;

		if (walk.entering || slide->type != RAMURE_SLIDE)
			continue;
		notes = lift_notes(slide);
		if (notes && wanted) {
			annex = annex ? annex : new_annex(ctx, document);
			annex_notes(ctx, annex, slide, notes);
		}
		if (annex && slide->parent == document && slide == end)
			break;
	}
}

void report_shape(ramure_ctx *ctx, ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	shape_notes(ctx, document);
	while (ramure_walk_next(&walk)) {
		const ramure_node_type type = walk.node->type;

		voice_walk(ctx, &walk);
		if (walk.entering && (type == RAMURE_DOCUMENT || type == RAMURE_PART || type == RAMURE_CHAPTER))
			shape_slides(ctx, walk_node(&walk));
		walk.skip = walk.entering && type == RAMURE_SLIDE;
	}
}
