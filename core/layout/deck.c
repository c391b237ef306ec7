/* deck.c: the pages of a deck, made one by one while a writer asks for them. */
#include "core/layout/deck.h"

#include "core/base/buf.h"
#include "core/context.h"
#include "core/document/document.h"
#include "core/document/voice.h"
#include "core/layout/partners.h"
#include "core/theme/fonts.h"

#include <assert.h>

/* The element of a part, with its name. */
static uint32_t group(ramure_deck *deck, uint32_t parent, const ramure_node *node, const ramure_node *heading)
{
	uint32_t element = structure_element(deck->structure, parent, RAMURE_TAG_PART, (uintptr_t)node);
	ramure_element *record = structure_at(deck->structure, element);

	if (!record->title.data && heading)
		record->title = ramure_plain_text(deck->ctx, heading);
	record->lang = ramure_node_lang(node);
	return element;
}

/* That of a part or a chapter, or of the nearest around a node.  Booklets bound how deep they nest. */
static uint32_t group_of(ramure_deck *deck, const ramure_node *node)
{
	while (node && node->type != RAMURE_PART && node->type != RAMURE_CHAPTER)
		node = node->parent;
	if (!node)
		return deck->root;
	return group(deck, group_of(deck, node->parent), node, ramure_child(node, RAMURE_HEADING));
}

uint32_t deck_element(ramure_deck *deck, const sheet *s)
{
	uint32_t element = group_of(deck, s->node);

	if (s->kind == PAGE_DIVIDER)
		return element;
	/* The cover and the slide of its partners belong to the same node. */
	return structure_element(deck->structure, element, RAMURE_TAG_SECT,
				 (uintptr_t)s->node + (s->kind == PAGE_PARTNERS));
}

/* Headings of a body have the level of their nesting in the document, where each part is one. */
static void lift_headings(ramure_deck *deck, const sheet *s)
{
	int level = s->heading && s->heading->type == RAMURE_HEADING ? s->heading->heading->level : s->level;

	structure_lift_headings(deck->structure, level > 0 ? level - s->level : 0);
}

static void draw_slide(ramure_deck *deck, ramure_canvas *canvas, const page_plan *plan)
{
	const sheet *s = plan->sheet;
	size_t page = plan->slide;
	bool last = plan->piece + 1 == s->pieces;

	master_draw_head(canvas, &s->head, s->level, plan->piece > 0);
	master_draw_embargo(canvas, &deck->foot, page == 0);
	if (s->kind == PAGE_PARTNERS) {
		partners_draw_page(canvas, s->partners, plan->piece);
	} else {
		lift_headings(deck, s);
		fit_put(canvas, s->node, s->fit, plan->piece, last ? s->zone.last : s->zone.page);
		structure_lift_headings(deck->structure, 0);
		canvas->scale = 1;
		master_draw_end(canvas, &s->head, last);
	}
}

void deck_draw(ramure_deck *deck, display_list *list, const page_plan *plan)
{
	const sheet *s = plan->sheet;
	size_t page = plan->slide;
	ramure_canvas canvas = canvas_on(deck->ctx, list, deck_element(deck, s), 1);
	double middle = deck->ctx->theme->format.width / 2;
	display_turn turn;
	bool footed = true;

	voice_at(deck->ctx, s->node);
	turn = display_turn_begin(list, ramure_is_leftward(deck->ctx->lang));
	switch (s->kind) {
	case PAGE_COVER:
		/* A chapter's closing page is left out, so that its cover says whom to write to. */
		footed = cover_draw(&canvas, s, s->node != deck->document || !deck->closes);
		master_draw_embargo(&canvas, &deck->foot, page == 0);
		break;
	case PAGE_DIVIDER:
		divider_draw(&canvas, s);
		master_draw_embargo(&canvas, &deck->foot, page == 0);
		break;
	case PAGE_CLOSING:
		closing_draw(&canvas, deck->document, s, plan->piece);
		master_draw_embargo(&canvas, &deck->foot, page == 0);
		break;
	case PAGE_PARTNERS:
	case PAGE_SLIDE:
		draw_slide(deck, &canvas, plan);
		break;
	}
	display_turn_end(list, turn, middle);
	voice_at(deck->ctx, deck->document);
	if (!footed)
		return;
	/* The same on every page, whichever way a chapter runs. */
	turn = display_turn_begin(list, ramure_is_leftward(deck->ctx->lang));
	master_draw_foot(&canvas, &deck->foot, page, s->kind == PAGE_SLIDE || s->kind == PAGE_PARTNERS);
	display_turn_end(list, turn, middle);
}

static size_t page_of(void *closure, const ramure_node *node)
{
	size_t page = 0;

	return places_page(closure, node, &page) ? page + 1 : 1;
}

/* A reference that names another page than polish foresaw may move what stands behind it; the second time, hardly ever.
 */
static void plan(ramure_deck *deck)
{
	enum { MOST = 4 };

	deck_plan(deck);
	for (int i = 1; i < MOST && references_renumber(deck->ctx, deck->document, page_of, &deck->places); i++) {
		paragraph_forget(deck->ctx);
		deck_plan(deck);
	}
}

static ramure_deck *new_deck(ramure_ctx *ctx, const ramure_node *document)
{
	enum { LIKELY = 25 }; /* elements of a page */
	ramure_deck *deck = RAMURE_NEW(ctx, ramure_deck);

	deck->ctx = ctx;
	deck->document = document;
	deck->structure = structure_new(ctx->arena);
	deck->root = structure_element(deck->structure, RAMURE_ARTIFACT, RAMURE_TAG_DOCUMENT, 0);
	deck->page_arena = arena_beside(ctx->arena);
	deck->page_start = arena_here(deck->page_arena);
	plan(deck);
	structure_expect(deck->structure, deck->count * LIKELY);
	return deck;
}

ramure_deck *layout_deck(ramure_ctx *ctx, const ramure_node *document)
{
	return new_deck(ctx, document);
}

ramure_deck *layout_notes(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_deck *deck = new_deck(ctx, document);

	deck_add_notes(deck);
	return deck;
}

void layout_release(ramure_deck *deck)
{
	if (deck)
		arena_free(deck->page_arena);
}

size_t ramure_deck_pages(const ramure_deck *deck)
{
	return deck->count;
}

/* Dividers and the closing page stand on the primary colour, unless the theme prints. */
static ramure_colour ground_of(const ramure_deck *deck, const sheet *s)
{
	bool filled = deck->ctx->theme->filled && (s->kind == PAGE_DIVIDER || s->kind == PAGE_CLOSING);

	return filled ? RAMURE_PRIMARY : RAMURE_PAPER;
}

/* Goes with the page, as its marks do. */
static ramure_str page_number(ramure_deck *deck, size_t number)
{
	buf label = buf_on(deck->page_arena);

	buf_format(&label, "%zu", number);
	return buf_str(&label);
}

const ramure_page *ramure_deck_page(ramure_deck *deck, size_t index)
{
	const page_format *format = &deck->ctx->theme->format;
	const page_plan *plan = &deck->plans[index];
	ramure_colour ground;
	display_list list;

	assert(index < deck->count);
	ground = ground_of(deck, plan->sheet);
	arena_return(deck->page_arena, deck->page_start);
	paragraph_forget_many(deck->ctx);
	list = display_list_on(deck->ctx, deck->page_arena, deck->structure, &deck->places);
	structure_begin_page(deck->structure, (uint32_t)index);
	deck->page = (ramure_page){ .width = format->width, .height = format->height };
	if (deck->with_notes) {
		deck->page.width = deck_notes_page().width;
		deck->page.height = deck_notes_page().height;
		deck_draw_notes(deck, &list, plan, ground);
		ground = RAMURE_PAPER;
	} else {
		deck_draw(deck, &list, plan);
	}
	deck->page.ground = deck->ctx->theme->colours[ground];
	deck->page.marks = list.marks;
	deck->page.count = list.count;
	deck->page.label = page_number(deck, index + 1);
	return &deck->page;
}

size_t ramure_deck_fonts(const ramure_deck *deck)
{
	return fonts_count(deck->ctx);
}

const ramure_font *ramure_deck_font(const ramure_deck *deck, size_t index)
{
	return &fonts_at(deck->ctx, index)->info;
}

size_t ramure_deck_elements(const ramure_deck *deck)
{
	return structure_count(deck->structure);
}

const ramure_element *ramure_deck_element(const ramure_deck *deck, size_t index)
{
	return structure_look(deck->structure, (uint32_t)index);
}

size_t ramure_deck_outline(const ramure_deck *deck)
{
	return deck->outline_count;
}

const ramure_outline_entry *ramure_deck_outline_entry(const ramure_deck *deck, size_t index)
{
	return &deck->outline[index];
}

const ramure_node *ramure_deck_document(const ramure_deck *deck)
{
	return deck->document;
}
