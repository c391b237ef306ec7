/* notes.c: the deck for whoever speaks: each slide small on a page of A4, its speaker notes below (--notes). */
#include "core/context.h"
#include "core/document/voice.h"
#include "core/layout/deck.h"

enum { PAGE_MARGIN = 48, NOTES_GAP = 24 };
static const double a4_width = 595.28, a4_height = 841.89;

static double picture_scale(const ramure_deck *deck)
{
	return (a4_width - 2 * PAGE_MARGIN) / deck->ctx->theme->format.width;
}

static ramure_box notes_box(const ramure_deck *deck)
{
	double top = PAGE_MARGIN + deck->ctx->theme->format.height * picture_scale(deck) + NOTES_GAP;

	return (ramure_box){ PAGE_MARGIN, top, a4_width - 2 * PAGE_MARGIN, a4_height - PAGE_MARGIN - top };
}

/* The next block of notes of a slide after `before`, wherever its kind has put it; start with NULL. */
static const ramure_node *next_notes(const ramure_node *slide, const ramure_node *before)
{
	ramure_walk walk = ramure_walk_from(slide);
	bool reached = !before;

	while (ramure_walk_next(&walk)) {
		if (!walk.entering)
			continue;
		if (walk.node->type == RAMURE_NOTES && reached)
			return walk.node;
		reached = reached || walk.node == before;
		walk.skip = walk.node != slide && walk.node->type != RAMURE_BLOCKS;
	}
	return NULL;
}

typedef struct note_pages {
	ramure_deck *deck;
	page_plan *plans;
	size_t count;
} note_pages;

static void append(note_pages *p, page_plan plan)
{
	p->plans = arena_extend(p->deck->ctx->arena, p->plans, p->count, sizeof plan);
	p->plans[p->count++] = plan;
}

/* The pages of one slide: what is said about it stands by the last of its own. */
static void add_slide(note_pages *p, page_plan plan)
{
	const sheet *s = plan.sheet;
	const ramure_node *notes = s->spoken && plan.piece + 1 == s->pieces ? next_notes(s->spoken, NULL) : NULL;
	fit_zone zone = { notes_box(p->deck), notes_box(p->deck) };

	if (!notes)
		append(p, plan);
	for (; notes; notes = next_notes(s->spoken, notes)) {
		plan.notes = notes;
		plan.notes_fit = fit_body(p->deck->ctx, notes, zone);
		for (plan.notes_piece = 0; plan.notes_piece < plan.notes_fit->count; plan.notes_piece++) {
			append(p, plan);
			plan.repeated = true;
		}
	}
}

void deck_add_notes(ramure_deck *deck)
{
	note_pages p = { .deck = deck };
	size_t *at = RAMURE_NEW_ARRAY(deck->ctx, size_t, deck->count);

	for (size_t i = 0; i < deck->count; i++) {
		at[i] = p.count;
		add_slide(&p, deck->plans[i]);
	}
	for (size_t i = 0; i < deck->outline_count; i++)
		deck->outline[i].page = at[deck->outline[i].page];
	deck->places.files = at;
	deck->plans = p.plans;
	deck->count = p.count;
	deck->with_notes = true;
}

/* The marks so far repeat a page before: they are decoration, and no longer lead anywhere. */
static void make_artifacts(display_list *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (list->marks[i].type == RAMURE_LINK_MARK)
			continue;
		list->marks[kept] = list->marks[i];
		list->marks[kept++].element = RAMURE_ARTIFACT;
	}
	list->count = kept;
}

/* The slide's ground: a page of notes is white. */
static void draw_ground(ramure_deck *deck, ramure_canvas *canvas, ramure_colour ground)
{
	const page_format *format = &deck->ctx->theme->format;

	page_rect(canvas, 0, 0, format->width, format->height, ground);
}

/* Which slide it is, where sheets of paper have their number. */
static void draw_foot(ramure_deck *deck, ramure_canvas *canvas, const page_plan *plan)
{
	ramure_style style = { .role = RAMURE_ROLE_FOOTER, .colour = RAMURE_MUTED, .coloured = true };
	ramure_str number = ramure_format(deck->ctx, "%zu", plan->slide + 1);
	ramure_text which = text_join(deck->ctx, ramure_text_new(deck->ctx, number), " ", deck->foot.total);
	double y = a4_height - PAGE_MARGIN + 8, width = a4_width - 2 * PAGE_MARGIN;
	display_turn turn = display_turn_begin(canvas->list, ramure_is_leftward(deck->ctx->lang));

	ramure_repeat_begin(canvas);
	ramure_text_draw(canvas, deck->foot.credit, style, PAGE_MARGIN, y, width - NUMBER_ROOM);
	style.align = RAMURE_END;
	ramure_text_draw(canvas, which, style, PAGE_MARGIN, y, width);
	ramure_repeat_end(canvas);
	display_turn_end(canvas->list, turn, a4_width / 2);
}

void deck_draw_notes(ramure_deck *deck, display_list *list, const page_plan *plan, ramure_colour ground)
{
	ramure_canvas canvas = canvas_on(deck->ctx, list, RAMURE_ARTIFACT, 1);
	double scale = picture_scale(deck);
	ramure_box box = notes_box(deck);
	display_turn turn;

	draw_ground(deck, &canvas, ground);
	deck_draw(deck, list, plan);
	if (plan->repeated)
		make_artifacts(list);
	display_transform(list, scale, PAGE_MARGIN, PAGE_MARGIN);
	ramure_draw_rect(&canvas, (ramure_box){ PAGE_MARGIN, PAGE_MARGIN, box.width, box.y - NOTES_GAP - PAGE_MARGIN },
			 0, &(ramure_paint){ .stroke = RAMURE_HAIRLINE, .stroke_width = 0.75 });
	draw_foot(deck, &canvas, plan);
	if (!plan->notes)
		return;
	canvas = canvas_on(deck->ctx, list, deck_element(deck, plan->sheet), 1);
	voice_at(deck->ctx, plan->notes);
	turn = display_turn_begin(list, ramure_is_leftward(deck->ctx->lang));
	ramure_open(&canvas, RAMURE_TAG_DIV, (size_t)(uintptr_t)plan->notes);
	fit_put(&canvas, plan->notes, plan->notes_fit, plan->notes_piece, box);
	ramure_close(&canvas);
	display_turn_end(list, turn, a4_width / 2);
	voice_at(deck->ctx, deck->document);
}

ramure_box deck_notes_page(void)
{
	return (ramure_box){ 0, 0, a4_width, a4_height };
}
