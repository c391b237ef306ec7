/* cover.c: the first page: occasion, title, date, ornament (VISUAL.md 8, "Cover"). */
#include "core/layout/partners.h"

#include "core/context.h"
#include "core/layout/deck.h"
#include "core/layout/ornament.h"

#include <math.h>

static const double event_top = 53, title_measure = 500, text_measure = 420;

/* How the text is set: tried in turn until all of it fits.  When it is long, it takes the whole width and the ornament
 * makes room. */
typedef struct cover_form {
	ramure_role title;
	size_t most_lines;
	double scale; /* of what stands under the title */
	bool wide;
} cover_form;

static const cover_form forms[] = {
	{ RAMURE_ROLE_COVER_TITLE_LARGE, 1, 1, false },   { RAMURE_ROLE_COVER_TITLE, 3, 1, false },
	{ RAMURE_ROLE_COVER_TITLE_SMALL, 6, 1, false },   { RAMURE_ROLE_COVER_TITLE_SMALL, 8, 0.9, false },
	{ RAMURE_ROLE_COVER_TITLE_SMALL, 8, 0.8, false }, { RAMURE_ROLE_COVER_TITLE_SMALL, 8, 1, true },
	{ RAMURE_ROLE_COVER_TITLE_SMALL, 12, 0.8, true },
};

/* A cover, or the first page of a chapter, with what it says. */
typedef struct cover {
	ramure_canvas *canvas;
	const ramure_node *document;
	page_frame frame;
	const cover_form *form;
	double ground; /* where the filled ground ends */
	bool contact;  /* said here: there is no closing page */
} cover;

static ramure_text said(const cover *c, ramure_meta_role role)
{
	return ramure_meta(c->document, role);
}

static double measure(const cover *c, double width)
{
	return c->form->wide ? c->frame.right - c->frame.left : width * c->frame.stretch;
}

static ramure_style style_of(ramure_role role, ramure_colour colour)
{
	ramure_style style = page_style(role, colour);

	style.balanced = true;
	return style;
}

static ramure_style event_style(void)
{
	return style_of(RAMURE_ROLE_COVER_EVENT, RAMURE_ACCENT);
}

/* What stands at the foot of the ground, from the lowest line up.  The reading order is from the top down. */
static size_t foot_lines(const cover *c, ramure_text *lines)
{
	ramure_ctx *ctx = c->canvas->ctx;
	ramure_text date = said(c, RAMURE_META_DATE);
	size_t count = 0;
	ramure_text when = text_join(ctx, date, text_stop(ctx, date), said(c, RAMURE_META_PLACE));

	if (when)
		lines[count++] = when;
	if (said(c, RAMURE_META_AUTHOR))
		lines[count++] = said(c, RAMURE_META_AUTHOR);
	if (c->contact && said(c, RAMURE_META_CONTACT))
		lines[count++] = said(c, RAMURE_META_CONTACT);
	return count;
}

enum { FOOT_LINES = 3 };

static ramure_style foot_style(void)
{
	return page_style(RAMURE_ROLE_SMALL, RAMURE_MUTED);
}

/* The top of the lines at the foot: one line of a date stands 38 above the end of the ground. */
static double foot_top(const cover *c, ramure_text *lines, size_t count)
{
	double top = c->frame.height - STRIP_BOTTOM - 20;

	for (size_t i = 0; i < count; i++)
		top -= ramure_text_measure(c->canvas, lines[i], foot_style(), measure(c, text_measure)).height +
		       (i ? 4 : 0);
	return top;
}

/* Draws, or only measures, the column of texts; answers where it ends. */
static double column(const cover *c, int level, bool draw)
{
	static const struct {
		ramure_meta_role text;
		ramure_role role;
		double gap;
	} below[] = {
		{ RAMURE_META_SUBTITLE, RAMURE_ROLE_COVER_SUBTITLE, 24 },
		{ RAMURE_META_SUMMARY, RAMURE_ROLE_CELL, 12 },
	};
	ramure_canvas canvas = *c->canvas;
	double x = c->frame.left, y = COVER_TITLE_TOP;
	ramure_style style = style_of(c->form->title, RAMURE_PRIMARY);
	ramure_text event = said(c, RAMURE_META_EVENT), title = said(c, RAMURE_META_TITLE);
	double width = measure(c, title_measure);
	double event_height = ramure_text_measure(&canvas, event, event_style(), measure(c, 440)).height;

	y = fmax(y, event_top + event_height + 13);
	if (draw) {
		page_text(&canvas, RAMURE_TAG_P, event, event_style(), x, event_top, measure(c, 440));
		page_text(&canvas, heading_tag(level), title, style, x, y, width);
	}
	y += ramure_text_measure(&canvas, title, style, width).height;
	canvas.scale = c->form->scale;
	for (size_t i = 0; i < sizeof below / sizeof *below; i++) {
		ramure_text text = said(c, below[i].text);

		if (!text)
			continue;
		style = style_of(below[i].role, RAMURE_INK);
		width = measure(c, text_measure);
		y += below[i].gap;
		if (draw)
			page_text(&canvas, RAMURE_TAG_P, text, style, x, y, width);
		y += ramure_text_measure(&canvas, text, style, width).height;
	}
	return y;
}

static size_t title_lines(const cover *c)
{
	return ramure_text_measure(c->canvas, said(c, RAMURE_META_TITLE), style_of(c->form->title, RAMURE_PRIMARY),
				   measure(c, title_measure))
		.lines;
}

static bool form_fits(const cover *c)
{
	ramure_text lines[FOOT_LINES];
	size_t count = foot_lines(c, lines);

	return title_lines(c) <= c->form->most_lines && column(c, 1, false) + 12 <= foot_top(c, lines, count);
}

static cover cover_of(ramure_canvas *canvas, const ramure_node *document, bool contact, bool *fits)
{
	cover c = { .canvas = canvas, .document = document, .frame = page_frame_of(canvas), .contact = contact };

	c.ground = partners_on_cover(canvas, document) ? c.frame.height - STRIP_BOTTOM : c.frame.height;
	*fits = false;
	for (size_t i = 0; i < sizeof forms / sizeof *forms && !*fits; i++) {
		c.form = &forms[i];
		*fits = form_fits(&c);
	}
	return c;
}

bool cover_wanted(const ramure_node *document)
{
	static const ramure_meta_role roles[] = { RAMURE_META_TITLE, RAMURE_META_EVENT, RAMURE_META_SUBTITLE,
						  RAMURE_META_SUMMARY };

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (ramure_meta(document, roles[i]))
			return true;
	return false;
}

void cover_check(ramure_canvas *canvas, const ramure_node *document, bool contact)
{
	bool fits;
	ramure_text title = ramure_meta(document, RAMURE_META_TITLE);

	cover_of(canvas, document, contact, &fits);
	if (!fits) {
		ramure_error(canvas->ctx, title ? title->span : document->span,
			     "the title, the subtitle and the summary do not fit on the cover");
		ramure_hint(canvas->ctx, "shorten them; a long summary can be a slide of its own");
	}
}

static void draw_ornament(const cover *c)
{
	double bottom = c->frame.height - 540;
	ornament_frame frame = { 700 * c->frame.stretch, 440 + bottom, 222 * c->frame.stretch, 366 + bottom,
				 fmin(1, c->frame.stretch) };

	/* Without a strip the tree stands on the page's edge, as on the closing page. */
	if (c->ground >= c->frame.height) {
		frame.y = c->frame.height + 2;
		frame.ry = 403 + bottom;
	}
	if (!c->form->wide)
		ornament_draw(c->canvas, frame, ORNAMENT_COVER_LIMBS, 0);
}

static void draw_foot(const cover *c)
{
	ramure_text lines[FOOT_LINES];
	size_t count = foot_lines(c, lines);
	double y = foot_top(c, lines, count);

	while (count-- > 0)
		y += 4 + page_text_as(c->canvas, RAMURE_TAG_P, count, lines[count], foot_style(), c->frame.left, y,
				      measure(c, text_measure))
				 .height;
}

void cover_draw(ramure_canvas *canvas, const ramure_node *document, int level, bool contact)
{
	bool fits, filled = canvas->ctx->theme->filled;
	cover c = cover_of(canvas, document, contact, &fits);

	if (filled)
		page_rect(canvas, 0, 0, c.frame.width, c.ground, RAMURE_PRIMARY);
	canvas->on_primary = filled;
	draw_ornament(&c);
	page_rect(canvas, 0, COVER_TICK_TOP, TICK_WIDTH, TICK_HEIGHT, RAMURE_ACCENT);
	column(&c, level, true);
	draw_foot(&c);
	canvas->on_primary = false;
	if (c.ground >= c.frame.height)
		return;
	/* The trunk's round end comes down into the strip. */
	page_rect(canvas, 0, c.ground, c.frame.width, c.frame.height - c.ground, RAMURE_PAPER);
	if (!filled)
		ramure_draw_line(canvas, 0, c.ground, c.frame.width, c.ground, 1.5, RAMURE_PRIMARY);
	partners_draw_strip(canvas, document, c.ground);
}
