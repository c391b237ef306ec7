/* cover.c: the first page: occasion, title, date, ornament. */
#include "core/layout/partners.h"

#include "core/context.h"
#include "core/layout/deck.h"
#include "core/layout/ornament.h"

#include <math.h>

static const double event_top = 53, event_measure = 440, title_measure = 500, text_measure = 420;

/* How the text is set: tried in turn until all of it fits.  When it is long, it takes the whole width and the ornament
 * makes room. */
typedef struct cover_form {
	ramure_role title;
	size_t most_lines;
	double scale; /* of what stands under the title */
	double share; /* of the usual measure; 0 for the whole width, without ornament */
} cover_form;

static const cover_form forms[] = {
	{ RAMURE_ROLE_COVER_TITLE_LARGE, 1, 1, 1 },   { RAMURE_ROLE_COVER_TITLE, 3, 1, 1 },
	{ RAMURE_ROLE_COVER_TITLE, 3, 1, 0.9 },       { RAMURE_ROLE_COVER_TITLE_SMALL, 6, 1, 1 },
	{ RAMURE_ROLE_COVER_TITLE_SMALL, 6, 1, 0.9 }, { RAMURE_ROLE_COVER_TITLE_SMALL, 8, 0.9, 0.9 },
	{ RAMURE_ROLE_COVER_TITLE_SMALL, 8, 0.8, 1 }, { RAMURE_ROLE_COVER_TITLE_SMALL, 8, 0.8, 0.9 },
	{ RAMURE_ROLE_COVER_TITLE_SMALL, 8, 1, 0 },   { RAMURE_ROLE_COVER_TITLE_SMALL, 12, 0.8, 0 },
};

/* A chapter opens below the booklet's own cover: its title is that of a part at most. */
static const cover_form chapter_forms[] = {
	{ RAMURE_ROLE_PART_TITLE, 3, 1, 1 },          { RAMURE_ROLE_PART_TITLE, 3, 1, 0.9 },
	{ RAMURE_ROLE_COVER_TITLE_SMALL, 6, 1, 1 },   { RAMURE_ROLE_COVER_TITLE_SMALL, 6, 1, 0.9 },
	{ RAMURE_ROLE_COVER_TITLE_SMALL, 8, 0.8, 1 }, { RAMURE_ROLE_COVER_TITLE_SMALL, 8, 0.8, 0.9 },
	{ RAMURE_ROLE_COVER_TITLE_SMALL, 8, 1, 0 },   { RAMURE_ROLE_COVER_TITLE_SMALL, 12, 0.8, 0 },
};

/* A cover, or the first page of a chapter, with what it says. */
typedef struct cover {
	ramure_canvas *canvas;
	const ramure_node *document;
	ramure_text event; /* above the title */
	size_t limbs, lit; /* of the ornament */
	page_frame frame;
	const cover_form *form;
	bool kind;     /* no line of what stands under the title ends with a word that calls for the next one */
	double ground; /* where the filled ground ends */
	bool contact;  /* said here: there is no closing page */
	bool aside;    /* the contact stands on the strip */
} cover;

const ramure_node *cover_heading(const ramure_node *document)
{
	static const ramure_meta_role roles[] = { RAMURE_META_TITLE, RAMURE_META_SUBTITLE, RAMURE_META_EVENT };
	const ramure_node *heading = ramure_child(document, RAMURE_HEADING); /* a chapter has one */

	for (size_t i = 0; i < sizeof roles / sizeof *roles && !heading; i++)
		heading = ramure_meta(document, roles[i]);
	return heading;
}

/* A text of the front matter that does not serve as title. */
static ramure_text said(const cover *c, ramure_meta_role role)
{
	ramure_text text = ramure_meta(c->document, role);

	return ramure_same_words(c->canvas->ctx, text, cover_heading(c->document)) ? NULL : text;
}

static double measure(const cover *c, double width)
{
	return c->form->share > 0 ? width * c->frame.stretch * c->form->share : c->frame.right - c->frame.left;
}

/* The measure of what stands under the title: narrower where that makes its lines end well. */
static double kind_measure(const cover *c, ramure_canvas *canvas, ramure_text text, ramure_style style)
{
	static const double shares[] = { 1, 0.9, 0.8, 0.7 };
	double whole = measure(c, text_measure);

	for (size_t i = 0; text && c->kind && i < sizeof shares / sizeof *shares; i++)
		if (!page_clings(canvas, text, style, whole * shares[i]))
			return whole * shares[i];
	return whole;
}

static ramure_style style_of(ramure_role role, ramure_colour colour)
{
	ramure_style style = page_style(role, colour);

	style.balanced = true;
	return style;
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
	if (c->contact && !c->aside && said(c, RAMURE_META_CONTACT))
		lines[count++] = said(c, RAMURE_META_CONTACT);
	/* What every page of a document says in its footer, a chapter says here. */
	if (c->document->type == RAMURE_CHAPTER && said(c, RAMURE_META_CONFIDENTIALITY))
		lines[count++] = said(c, RAMURE_META_CONFIDENTIALITY);
	return count;
}

enum { FOOT_LINES = 4 };

static const double foot_gap = 8;

static ramure_style foot_style(void)
{
	return page_style(RAMURE_ROLE_SMALL, RAMURE_MUTED);
}

/* A chapter without partners: its ground is the page, down to the footer. */
static bool has_footer(const cover *c)
{
	return c->document->type == RAMURE_CHAPTER && c->ground >= c->frame.height;
}

/* The top of the lines at the foot: one line of a date stands 38 above the end of the ground, or well above the footer.
 */
static double foot_top(const cover *c, ramure_text *lines, size_t count)
{
	double top = c->frame.height - (has_footer(c) ? 60 : page_master_of(c->canvas)->cover_strip + 20);

	for (size_t i = 0; i < count; i++)
		top -= ramure_text_measure(c->canvas, lines[i], foot_style(), measure(c, text_measure)).height +
		       (i ? foot_gap : 0);
	return top;
}

/* The right half of the strip, for the contact: its middle line stands level with the organisation's name. */
static ramure_box aside_box(const cover *c)
{
	const double name = 47; /* under the ground's end: see partners_draw_strip() */
	double half = (c->frame.right - c->frame.left) / 2;
	ramure_text_size size = ramure_text_measure(c->canvas, said(c, RAMURE_META_CONTACT), foot_style(), half);
	double above = size.lines > 2 ? size.height / (double)size.lines : 0;

	return (ramure_box){ c->frame.left + half, c->ground + name - above, half, size.height };
}

/* The organisation's name alone leaves room beside it. */
static bool has_room_aside(const cover *c)
{
	return c->contact && c->ground < c->frame.height && said(c, RAMURE_META_CONTACT) &&
	       !partners_next(c->document->first) && aside_box(c).height + 36 <= c->frame.height - c->ground;
}

static ornament_frame tree_frame(const cover *c)
{
	double bottom = c->frame.height - 540;
	ornament_frame frame = { 700 * c->frame.stretch, 440 + bottom, 222 * c->frame.stretch, 366 + bottom,
				 fmin(1, c->frame.stretch) };

	/* Without a strip the tree stands on the page's edge, as on the closing page. */
	if (c->ground >= c->frame.height) {
		frame.y = c->frame.height + 2;
		frame.ry = 440 + bottom;
	}
	return frame;
}

/* The column of texts, drawn or only measured. */
typedef struct column {
	const cover *cover;
	ramure_canvas canvas;
	bool draw;
	double y;
	bool blocked; /* by a leaf */
} column;

/* `level` is that of a heading, 0 for a paragraph. */
static void column_text(column *col, int level, ramure_text text, ramure_style style, double width)
{
	const cover *c = col->cover;

	if (!text)
		return;
	if (col->draw && level)
		page_heading(&col->canvas, level, text, style, c->frame.left, col->y, width);
	else if (col->draw)
		page_text(&col->canvas, RAMURE_TAG_P, text, style, c->frame.left, col->y, width);
	else if (c->form->share > 0)
		col->blocked = col->blocked || ornament_meets_text(&col->canvas, tree_frame(c), c->limbs, text, style,
								   c->frame.left, col->y, width);
	col->y += ramure_text_measure(&col->canvas, text, style, width).height;
}

static column run_column(const cover *c, int level, bool draw)
{
	static const struct {
		ramure_meta_role text;
		ramure_role role;
		double gap;
	} below[] = {
		{ RAMURE_META_SUBTITLE, RAMURE_ROLE_COVER_SUBTITLE, 24 },
		{ RAMURE_META_SUMMARY, RAMURE_ROLE_CELL, 12 },
	};
	column col = { .cover = c, .canvas = *c->canvas, .draw = draw, .y = event_top };

	column_text(&col, 0, c->event, style_of(RAMURE_ROLE_COVER_EVENT, RAMURE_ACCENT), measure(c, event_measure));
	col.y = fmax(page_master_of(c->canvas)->cover_title_top, col.y + 24);
	column_text(&col, level, cover_heading(c->document), style_of(c->form->title, RAMURE_PRIMARY),
		    measure(c, title_measure));
	col.canvas.scale = c->form->scale;
	for (size_t i = 0; i < sizeof below / sizeof *below; i++) {
		ramure_text text = said(c, below[i].text);
		ramure_style style = style_of(below[i].role, RAMURE_INK);

		if (text)
			col.y += below[i].gap;
		column_text(&col, 0, text, style, kind_measure(c, &col.canvas, text, style));
	}
	return col;
}

static size_t title_lines(const cover *c)
{
	return ramure_text_measure(c->canvas, cover_heading(c->document), style_of(c->form->title, RAMURE_PRIMARY),
				   measure(c, title_measure))
		.lines;
}

static bool form_fits(const cover *c)
{
	ramure_text lines[FOOT_LINES];
	size_t count = foot_lines(c, lines);
	column col = run_column(c, 1, false);

	return !col.blocked && title_lines(c) <= c->form->most_lines && col.y + 12 <= foot_top(c, lines, count);
}

static bool title_clings(const cover *c)
{
	ramure_text title = cover_heading(c->document);

	return title &&
	       page_clings(c->canvas, title, style_of(c->form->title, RAMURE_PRIMARY), measure(c, title_measure));
}

/* The first form from `form` on, with a title of that role, in which lines end well: those under the title, and the
 * title's own if `title`.  What stands under the title loses a tenth of its size at most. */
static bool find_kind(cover *c, const cover_form *form, const cover_form *end, ramure_role role, bool title)
{
	for (c->form = form; c->form < end && c->form->share > 0; c->form++)
		if (c->form->title == role && c->form->scale >= form->scale - 0.1 - 1e-6 &&
		    !(title && title_clings(c)) && form_fits(c))
			return true;
	return false;
}

/* Lines end well, in a smaller title when there is no other way, or at least those under the title. */
static void be_kind(cover *c, const cover_form *end)
{
	const cover_form *form = c->form;

	c->kind = true;
	if (find_kind(c, form, end, form->title, true) ||
	    find_kind(c, form, end, RAMURE_ROLE_COVER_TITLE_SMALL, true) || find_kind(c, form, end, form->title, false))
		return;
	c->kind = false;
	c->form = form;
}

/* The first that fits, beside the ornament or without it; the last that was tried when none does. */
static bool find_form(cover *c, const cover_form *tried, size_t count, bool beside)
{
	for (size_t i = 0; i < count; i++) {
		if ((tried[i].share > 0) != beside)
			continue;
		c->form = &tried[i];
		if (form_fits(c))
			return true;
	}
	return false;
}

static cover cover_of(ramure_canvas *canvas, const sheet *s, bool contact, bool *fits)
{
	const ramure_node *document = s->node;
	bool chapter = document->type == RAMURE_CHAPTER;
	cover c = { .canvas = canvas,
		    .document = document,
		    .limbs = chapter ? s->count : ORNAMENT_COVER_LIMBS,
		    .lit = s->number,
		    .frame = page_frame_of(canvas),
		    .contact = contact };
	const cover_form *tried = chapter ? chapter_forms : forms;
	size_t count = chapter ? sizeof chapter_forms / sizeof *chapter_forms : sizeof forms / sizeof *forms;

	c.event = chapter ? s->kicker : said(&c, RAMURE_META_EVENT);
	c.ground = partners_on_cover(canvas, document) ? c.frame.height - page_master_of(canvas)->cover_strip
						       : c.frame.height;
	*fits = find_form(&c, tried, count, true);
	if (!*fits && has_room_aside(&c)) {
		c.aside = true;
		*fits = find_form(&c, tried, count, true);
		c.aside = *fits;
	}
	*fits = *fits || find_form(&c, tried, count, false);
	if (*fits)
		be_kind(&c, tried + count);
	return c;
}

bool cover_wanted(const ramure_node *document)
{
	return cover_heading(document) || ramure_meta(document, RAMURE_META_SUMMARY);
}

void cover_check(ramure_canvas *canvas, const sheet *s, bool contact)
{
	bool fits;
	ramure_text title = cover_heading(s->node);

	cover_of(canvas, s, contact, &fits);
	if (!fits) {
		ramure_error(canvas->ctx, title ? title->span : s->node->span,
			     "the title, the subtitle and the summary do not fit on the cover");
		ramure_hint(canvas->ctx, "shorten them; a long summary can be a slide of its own");
	}
}

static void draw_foot(const cover *c)
{
	ramure_text lines[FOOT_LINES];
	size_t count = foot_lines(c, lines);
	double y = foot_top(c, lines, count);

	while (count-- > 0)
		y += foot_gap + page_text_as(c->canvas, RAMURE_TAG_P, count, lines[count], foot_style(), c->frame.left,
					     y, measure(c, text_measure))
					.height;
}

bool cover_draw(ramure_canvas *canvas, const sheet *s, bool contact)
{
	bool fits, filled = canvas->ctx->theme->filled;
	cover c = cover_of(canvas, s, contact, &fits);

	if (filled)
		page_rect(canvas, 0, 0, c.frame.width, c.ground, RAMURE_PRIMARY);
	canvas->on_primary = filled;
	if (c.form->share > 0)
		ornament_draw(canvas, tree_frame(&c), c.limbs, c.lit);
	if (c.event)
		page_tick(canvas, page_master_of(canvas)->cover_tick_top);
	else if (cover_heading(c.document))
		page_tick_beside(canvas, style_of(c.form->title, RAMURE_PRIMARY),
				 page_master_of(canvas)->cover_title_top);
	run_column(&c, s->level, true);
	draw_foot(&c);
	if (c.ground >= c.frame.height)
		return has_footer(&c);
	canvas->on_primary = false;
	/* The trunk's round end comes down into the strip. */
	page_rect(canvas, 0, c.ground, c.frame.width, c.frame.height - c.ground, RAMURE_PAPER);
	if (!filled)
		ramure_draw_line(canvas, 0, c.ground, c.frame.width, c.ground, 1.5, RAMURE_PRIMARY);
	partners_draw_strip(canvas, s->node, c.ground);
	if (c.aside)
		page_text(canvas, RAMURE_TAG_P, said(&c, RAMURE_META_CONTACT), foot_style(), aside_box(&c).x,
			  aside_box(&c).y, aside_box(&c).width);
	return false;
}
