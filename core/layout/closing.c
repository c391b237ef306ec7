/* closing.c: the last slide: a word to part with, and how to go on. */
#include "core/context.h"
#include "core/document/document.h"
#include "core/layout/deck.h"
#include "core/layout/ornament.h"

#include <math.h>

static const double title_measure = 470, text_measure = 420;
/* Under the title; between paragraphs; above the contact; between its lines. */
static const double text_gap = 22, paragraph_gap = 12, contact_gap = 18, contact_line_gap = 1;

static ornament_frame tree_frame(const ramure_canvas *canvas)
{
	page_frame frame = page_frame_of(canvas);
	double bottom = frame.height - 540;

	return (ornament_frame){ 700 * frame.stretch, 542 + bottom, 222 * frame.stretch, 440 + bottom,
				 fmin(1, frame.stretch) };
}

/* A measure in which a text at `y` keeps off the leaves, when one does.  `kind`: its lines end well, too, in one line
 * more when there is no other way; titles keep to their fewest lines. */
static double clear_measure(ramure_canvas *canvas, ramure_text text, ramure_style style, double y, double measure,
			    bool kind)
{
	static const double shares[] = { 1, 0.9, 0.8, 0.7 };
	page_frame frame = page_frame_of(canvas);
	double clear = 0;

	for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
		double width = measure * frame.stretch * shares[i];

		if (ornament_meets_text(canvas, tree_frame(canvas), ORNAMENT_COVER_LIMBS, text, style, frame.left, y,
					width))
			continue;
		if (!kind || !page_clings(canvas, text, style, width))
			return width;
		clear = clear > 0 ? clear : width;
	}
	return clear > 0 ? clear : measure * frame.stretch;
}

static ramure_style text_style(void)
{
	ramure_style style = page_style(RAMURE_ROLE_COVER_SUBTITLE, RAMURE_INK);

	style.balanced = true;
	return style;
}

/* A contact is an address: one line for each that its author broke, the first one strong. */
static ramure_text contact_line(ramure_ctx *ctx, const ramure_node **next)
{
	ramure_node *line = node_new(ctx, RAMURE_PHRASE, (*next)->span);

	for (; *next && (*next)->type != RAMURE_BREAK; *next = (*next)->next)
		node_append(line, node_copy(ctx, *next));
	if (*next)
		*next = (*next)->next;
	return line;
}

/* Draws the contact from `y` on; answers its height. */
static double contact(ramure_canvas *canvas, ramure_text text, double y, bool draw)
{
	page_frame frame = page_frame_of(canvas);
	double width = text_measure * frame.stretch, height = 0;
	const ramure_node *next = text ? text->first : NULL;
	bool first = true;

	if (draw)
		ramure_open(canvas, RAMURE_TAG_P, (size_t)(uintptr_t)text);
	while (next) {
		ramure_text line = contact_line(canvas->ctx, &next);
		bool strong = first && next;
		ramure_style style = page_style(strong ? RAMURE_ROLE_CELL_STRONG : RAMURE_ROLE_CELL,
						strong ? RAMURE_ACCENT : RAMURE_INK);
		ramure_text_size size = ramure_text_measure(canvas, line, style, width);

		if (draw)
			ramure_text_draw(canvas, line, style, frame.left, y + height, width);
		height += size.height + (next ? contact_line_gap : 0);
		first = false;
	}
	if (draw)
		ramure_close(canvas);
	return height;
}

static double contact_top(ramure_canvas *canvas, ramure_text text)
{
	return page_frame_of(canvas).height - 64 - contact(canvas, text, 0, false);
}

static bool is_plain(const ramure_node *closing)
{
	for (const ramure_node *child = closing->first; child; child = child->next)
		if (child->type != RAMURE_HEADING && child->type != RAMURE_PARAGRAPH && child->type != RAMURE_NOTES)
			return false;
	return true;
}

/* Sentences are set large; answers where they end. */
static double sentences(ramure_canvas *canvas, const ramure_node *closing, double y, bool draw)
{
	page_frame frame = page_frame_of(canvas);
	double gap = 0;

	for (const ramure_node *child = closing->first; child; child = child->next) {
		double width;

		if (child->type != RAMURE_PARAGRAPH)
			continue;
		y += gap;
		width = clear_measure(canvas, child, text_style(), y, text_measure, true);
		if (draw)
			page_text(canvas, RAMURE_TAG_P, child, text_style(), frame.left, y, width);
		y += ramure_text_measure(canvas, child, text_style(), width).height;
		gap = paragraph_gap;
	}
	return y;
}

static double title_width(ramure_canvas *canvas, const sheet *s)
{
	double width = title_measure * page_frame_of(canvas).stretch;

	return clear_measure(canvas, s->heading, page_part_title(canvas, s->heading, width),
			     page_master_of(canvas)->cover_title_top, title_measure, false);
}

static double title_bottom(ramure_canvas *canvas, const sheet *s)
{
	double width = title_width(canvas, s);

	return page_master_of(canvas)->cover_title_top +
	       ramure_text_measure(canvas, s->heading, page_part_title(canvas, s->heading, width), width).height;
}

void closing_plan(ramure_canvas *canvas, const ramure_node *document, sheet *s)
{
	page_frame frame = page_frame_of(canvas);
	ramure_text address = ramure_meta(document, RAMURE_META_CONTACT);
	double top = title_bottom(canvas, s) + text_gap;
	double bottom = address ? contact_top(canvas, address) - contact_gap
				: frame.height - page_master_of(canvas)->content_bottom;
	ramure_box box = { frame.left, top, text_measure * frame.stretch, bottom - top };

	if (box.height < 48) {
		ramure_error(canvas->ctx, s->node->span, "the title and the contact leave no room on the closing page");
		ramure_hint(canvas->ctx, "shorten the title, or give the contact fewer lines");
		box.height = 48;
	}
	s->pieces = 1;
	/* Anything but a few sentences flows as on a slide. */
	if (is_plain(s->node) && sentences(canvas, s->node, top, false) <= bottom)
		return;
	s->zone = (fit_zone){ box, box };
	s->fit = fit_body(canvas->ctx, s->node, s->zone);
	s->pieces = s->fit->count;
}

void closing_draw(ramure_canvas *canvas, const ramure_node *document, const sheet *s, size_t piece)
{
	const page_master *at = page_master_of(canvas);
	page_frame frame = page_frame_of(canvas);
	ramure_text address = ramure_meta(document, RAMURE_META_CONTACT);
	double width = title_width(canvas, s);

	canvas->on_primary = canvas->ctx->theme->filled;
	if (s->kicker || !s->heading)
		page_tick(canvas, at->cover_tick_top);
	else
		page_tick_beside(canvas, page_part_title(canvas, s->heading, width), at->cover_title_top);
	ornament_draw(canvas, tree_frame(canvas), ORNAMENT_COVER_LIMBS, 0);
	if (piece > 0)
		ramure_repeat_begin(canvas);
	page_text(canvas, RAMURE_TAG_P, s->kicker, page_style(RAMURE_ROLE_KICKER, RAMURE_ACCENT), frame.left, 54,
		  width);
	page_heading(canvas, s->level, s->heading, page_part_title(canvas, s->heading, width), frame.left,
		     at->cover_title_top, width);
	if (piece > 0)
		ramure_repeat_end(canvas);
	if (s->fit) {
		fit_put(canvas, s->node, s->fit, piece, s->zone.last);
		canvas->scale = 1;
	} else {
		sentences(canvas, s->node, title_bottom(canvas, s) + text_gap, true);
	}
	if (piece + 1 == s->pieces && address)
		contact(canvas, address, contact_top(canvas, address), true);
}
