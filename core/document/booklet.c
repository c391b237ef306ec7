/* booklet.c: what a document leaves out when it becomes a chapter, and where a booklet's compiled pages stand. */
#include "core/document/shape.h"

#include "core/base/gettext.h"
#include "core/context.h"
#include "core/source/include.h"

#include <string.h>

/* Whether anything is left on a slide that a reader would miss, beside one child (NULL: none). */
static bool has_body(const ramure_node *slide, const ramure_node *beside)
{
	for (const ramure_node *child = slide->first; child; child = child->next)
		if (child->type != RAMURE_KICKER && child->type != RAMURE_HEADING && child->type != RAMURE_NOTES &&
		    child != beside)
			return true;
	return false;
}

static void report_left_out(ramure_ctx *ctx, const ramure_node *node)
{
	if (node->type == RAMURE_CLOSING)
		ramure_info(ctx, node->span, "chapter-closing",
			    N_("the closing of this chapter is left out of the booklet"));
	else
		ramure_info(ctx, node->span, "chapter-contents",
			    N_("the contents of this chapter are left out of the booklet"));
}

/* The booklet closes once, and has one contents; a slide that held nothing else goes with them. */
static void trim_slide(ramure_ctx *ctx, ramure_node *slide)
{
	bool trimmed = false;

	for (ramure_node *child = slide->first, *next; child; child = next) {
		next = child->next;
		if (child->type != RAMURE_CLOSING && child->type != RAMURE_CONTENTS)
			continue;
		report_left_out(ctx, child);
		node_remove(child);
		trimmed = true;
	}
	if (trimmed && !has_body(slide, NULL))
		node_remove(slide);
}

static void trim(ramure_ctx *ctx, ramure_node *parent)
{
	for (ramure_node *child = parent->first, *next; child; child = next) {
		next = child->next;
		if (child->type == RAMURE_SLIDE) {
			trim_slide(ctx, child);
		} else if (child->type == RAMURE_PART || child->type == RAMURE_CHAPTER) {
			trim(ctx, child);
			/* A part that only closed. */
			if (child->type == RAMURE_PART && !child->first->next)
				node_remove(child);
		}
	}
}

static void trim_chapters(ramure_ctx *ctx, ramure_node *parent)
{
	for (ramure_node *child = parent->first; child; child = child->next) {
		if (child->type == RAMURE_CHAPTER)
			trim(ctx, child);
		else if (child->type == RAMURE_PART)
			trim_chapters(ctx, child);
	}
}

/* What only some may read stands in what others may: the author must know. */
static void check_confidentiality(ramure_ctx *ctx, const ramure_node *meta, ramure_text own)
{
	ramure_str words = ramure_plain_text(ctx, meta);

	if (own && ramure_str_equal(words, ramure_plain_text(ctx, own)))
		return;
	ramure_warning(ctx, meta->span, "chapter-confidentiality",
		       N_("this chapter is marked '%.*s', and the booklet is not"), (int)words.size, words.data);
	ramure_hint(ctx, N_("write the same in the booklet's front matter: 'confidentiality: %.*s'"), (int)words.size,
		    words.data);
}

/* Chapters of an include block that is for one medium only (`medium:`). */
static void drop_others(ramure_ctx *ctx, ramure_node *parent, ramure_medium medium)
{
	for (ramure_node *child = parent->first, *next; child; child = next) {
		next = child->next;
		if (child->type == RAMURE_CHAPTER && !include_shows(ctx, child->span.file, medium))
			node_remove(child);
		else if (child->type == RAMURE_CHAPTER || child->type == RAMURE_PART)
			drop_others(ctx, child, medium);
	}
}

/* Whether a text says all words of another, one after the other: "Réunion du 23 juin 2020" the date, not "3 juin". */
static bool says(ramure_ctx *ctx, ramure_text text, ramure_text words)
{
	ramure_str all = text ? ramure_slug(ctx, ramure_plain_text(ctx, text)) : (ramure_str){ 0 };
	ramure_str wanted = ramure_slug(ctx, ramure_plain_text(ctx, words));

	for (size_t i = 0; wanted.size && i + wanted.size <= all.size; i++)
		if ((i == 0 || all.data[i - 1] == '-') &&
		    (i + wanted.size == all.size || all.data[i + wanted.size] == '-') &&
		    memcmp(all.data + i, wanted.data, wanted.size) == 0)
			return true;
	return false;
}

/* What the booklet says of itself on its cover, a chapter does not say again; nor the day that its occasion names. */
static void trim_metas(ramure_ctx *ctx, const ramure_node *document, ramure_node *chapter)
{
	for (ramure_node *child = chapter->first, *next; child && child->type == RAMURE_META; child = next) {
		const ramure_meta_role role = child->meta->role;
		ramure_text own = ramure_meta(document, role);

		next = child->next;
		/* Every page has the booklet's. */
		if (role == RAMURE_META_FOOTER)
			node_remove(child);
		else if (role == RAMURE_META_CONFIDENTIALITY)
			check_confidentiality(ctx, child, own);
		else if (role == RAMURE_META_DATE && says(ctx, ramure_meta(chapter, RAMURE_META_EVENT), child))
			node_remove(child);
		if (child->parent &&
		    (role == RAMURE_META_DATE || role == RAMURE_META_PLACE || role == RAMURE_META_ORGANISATION ||
		     role == RAMURE_META_CONTACT || role == RAMURE_META_AUTHOR ||
		     role == RAMURE_META_CONFIDENTIALITY) &&
		    ramure_same_words(ctx, child, own))
			node_remove(child);
	}
}

/* ---- compiled pages ---- */

/* The slide that is all a part holds under its heading; chapters may stand before a closing. */
static const ramure_node *only_slide(const ramure_node *part)
{
	const ramure_node *slide = part->type == RAMURE_PART ? part->last : NULL;

	return slide && slide->type == RAMURE_SLIDE && part->first->next == slide ? slide : NULL;
}

static bool is_compiled(const ramure_node *part)
{
	const ramure_node *slide = only_slide(part);

	return slide && slide->slide->compiled;
}

/* What closes the booklet, as it must move: a closing, the slide that holds nothing else, the part of that slide. */
static ramure_node *closing_of(ramure_node *last)
{
	ramure_node *slide = last, *closing;

	if (last->type == RAMURE_PART || last->type == RAMURE_SLIDE) {
		if (last->type == RAMURE_PART)
			slide = last->last;
		if (slide->type != RAMURE_SLIDE)
			return NULL;
		closing = node_child(slide, RAMURE_CLOSING);
		if (!closing)
			return NULL;
		if (has_body(slide, closing))
			return closing;
		return last->type == RAMURE_PART && only_slide(last) ? last : slide;
	}
	return last->type == RAMURE_CLOSING ? last : NULL;
}

/* Behind the compiled pages, which have been put at the end. */
static void place_closing(ramure_node *document)
{
	ramure_node *before = NULL, *closing;

	for (ramure_node *child = document->first; child; child = child->next)
		if (!is_compiled(child))
			before = child;
	closing = before && is_compiled(document->last) ? closing_of(before) : NULL;
	if (!closing)
		return;
	/* The title that such a slide has from its part would now stand far from the part. */
	if (closing->parent->type == RAMURE_PART && closing->type == RAMURE_SLIDE && closing->slide->from_part)
		node_remove(node_child(closing, RAMURE_HEADING));
	node_remove(closing);
	node_append(document, closing);
}

void booklet_shape(ramure_ctx *ctx, ramure_node *document, ramure_medium medium)
{
	ramure_walk walk = ramure_walk_from(document);

	drop_others(ctx, document, medium);
	while (ramure_walk_next(&walk)) {
		if (walk.entering && walk.node->type == RAMURE_CHAPTER)
			trim_metas(ctx, document, walk_node(&walk));
		walk.skip = walk.entering && walk.node->type == RAMURE_SLIDE;
	}
	trim_chapters(ctx, document);
	place_closing(document);
}

void booklet_drop_empty(ramure_node *document)
{
	for (ramure_node *child = document->first, *next; child; child = next) {
		next = child->next;
		if (is_compiled(child) && !has_body(only_slide(child), NULL))
			node_remove(child);
	}
}
