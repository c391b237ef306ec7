/* pages.h: documents built by hand, and what stands on the pages of their deck. */
#ifndef RAMURE_UNIT_PAGES_H
#define RAMURE_UNIT_PAGES_H

#include "tests/unit/nodes.h"
#include "tests/unit/typeset.h"

#include "core/layout/deck.h"

/* An empty one, in a context of its own. */
static inline ramure_node *pages_document(ramure_ctx **ctx)
{
	*ctx = typeset_ctx();
	return node_new(*ctx, RAMURE_DOCUMENT, nodes_place);
}

/* Behind those that stand there, before all else. */
static inline void pages_meta(ramure_ctx *ctx, ramure_node *to, ramure_meta_role role, const char *words)
{
	ramure_node *meta = nodes_add(ctx, to, RAMURE_META, words), *before = NULL;

	meta->meta->role = role;
	node_remove(meta);
	for (ramure_node *child = to->first; child && child->type == RAMURE_META; child = child->next)
		before = child;
	node_insert_after(to, before, meta);
}

static inline ramure_node *pages_part(ramure_ctx *ctx, ramure_node *to, const char *name)
{
	ramure_node *node = nodes_add(ctx, to, RAMURE_PART, NULL);

	nodes_add(ctx, node, RAMURE_HEADING, name)->heading->level = 2;
	return node;
}

/* A slide, with a heading of the level that the document nests it at, and one sentence. */
static inline ramure_node *pages_slide(ramure_ctx *ctx, ramure_node *to, const char *title, int level)
{
	ramure_node *node = nodes_add(ctx, to, RAMURE_SLIDE, NULL);

	nodes_add(ctx, node, RAMURE_HEADING, title)->heading->level = level;
	nodes_add(ctx, node, RAMURE_PARAGRAPH, "Une phrase.");
	return node;
}

/* Items of one line each. */
static inline ramure_node *pages_list(ramure_ctx *ctx, ramure_node *to, size_t items)
{
	ramure_node *list = nodes_add(ctx, to, RAMURE_LIST, NULL);

	for (size_t i = 0; i < items; i++)
		nodes_add(ctx, nodes_add(ctx, list, RAMURE_ITEM, NULL), RAMURE_PARAGRAPH,
			  "Un point qui tient sur une ligne entière de la diapositive, mais pas dans une colonne de "
			  "celle-ci");
	return list;
}

static inline void pages_free(ramure_ctx *ctx, ramure_deck *deck)
{
	layout_release(deck);
	typeset_free(ctx);
}

/* The mark of a page that begins with these words, or NULL. */
static inline const ramure_page_mark *pages_find(const ramure_page *page, const char *words)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->marks[i].type == RAMURE_GLYPH_RUN && page->marks[i].run.text.size >= strlen(words) &&
		    memcmp(page->marks[i].run.text.data, words, strlen(words)) == 0)
			return &page->marks[i];
	return NULL;
}

/* The same, which must be there. */
static inline const ramure_page_mark *pages_need(const ramure_page *page, const char *words)
{
	const ramure_page_mark *mark = pages_find(page, words);

	if (!mark)
		fail_msg("'%s' is not on page %.*s", words, (int)page->label.size, page->label.data);
	return mark;
}

static inline ramure_tag pages_tag(const ramure_deck *deck, const ramure_page_mark *mark)
{
	assert_int_not_equal(mark->element, RAMURE_ARTIFACT);
	return ramure_deck_element(deck, mark->element)->tag;
}

/* A cover, a slide before the parts, a part of two slides and one of a single slide: six pages. */
static inline ramure_node *pages_meeting(ramure_ctx **ctx)
{
	ramure_node *root = pages_document(ctx), *p;

	pages_meta(*ctx, root, RAMURE_META_EVENT, "Réunion");
	pages_meta(*ctx, root, RAMURE_META_TITLE, "Titre");
	pages_slide(*ctx, root, "Avant", 2);
	p = pages_part(*ctx, root, "Première");
	pages_slide(*ctx, p, "Un", 3);
	pages_slide(*ctx, p, "Deux", 3);
	p = pages_part(*ctx, root, "Seconde");
	pages_slide(*ctx, p, "Seule", 3);
	return root;
}

#endif
