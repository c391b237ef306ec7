/* master.c: kicker, title, source and key message of a slide, and the zone they leave to its body. */
#include "core/layout/master.h"

#include "core/context.h"

#include <math.h>

/* Between the title and "(suite)", a share of the type size: a space of the family. */
static const double suite_space = 0.24;

static ramure_text_size kicker_size(ramure_canvas *canvas, head *h)
{
	ramure_text_size size;

	h->kicker_style = page_style(RAMURE_ROLE_KICKER, RAMURE_ACCENT);
	size = ramure_text_measure(canvas, h->kicker, h->kicker_style, h->kicker_width);
	if (size.lines <= 1)
		return size;
	/* Never cut: set smaller, then on as many lines as it takes. */
	h->kicker_style.size = 12;
	h->kicker_style.leading = 16;
	return ramure_text_measure(canvas, h->kicker, h->kicker_style, h->kicker_width);
}

static paragraph_style suite_style(const ramure_canvas *canvas, const head *h)
{
	paragraph_style style = canvas_style(canvas, h->title_style);

	style.role.weight = 400;
	return style;
}

static const paragraph_lines *break_title(ramure_canvas *canvas, const head *h)
{
	paragraph_style style = canvas_style(canvas, h->title_style);

	return paragraph_break(canvas->ctx, paragraph_shape(canvas->ctx, h->title, &style), &style, h->title_width);
}

/* Breaks the title in its role, and finds the place for "(suite)"; answers the lines. */
static size_t set_title(ramure_canvas *canvas, head *h, ramure_role role, double measure, ramure_text suite)
{
	const paragraph_lines *lines;
	paragraph_style style;
	double room = measure;

	h->title_style = page_style(role, RAMURE_PRIMARY);
	h->title_style.balanced = true;
	h->title_width = measure;
	lines = break_title(canvas, h);
	if (suite && lines->count) {
		style = suite_style(canvas, h);
		room -= paragraph_break(canvas->ctx, paragraph_shape(canvas->ctx, suite, &style), &style, 0)->width;
		room -= suite_space * style.role.size;
		if (lines->lines[lines->count - 1].width > room) {
			h->title_width = room;
			lines = break_title(canvas, h);
		}
		h->suite_x = page_frame_of(canvas).left + lines->lines[lines->count - 1].width +
			     suite_space * style.role.size;
		h->suite_y = lines->leading * (double)(lines->count - 1);
	}
	return lines->count;
}

/* 28/34 on one line, else 24/29 on two, else 20/26 on as many as it takes. */
static double title_height(ramure_canvas *canvas, head *h, double measure, ramure_text suite)
{
	const page_master *at = page_master_of(canvas);
	size_t lines;

	if (!h->title)
		return 0;
	if (set_title(canvas, h, RAMURE_ROLE_TITLE, measure, suite) <= 1)
		return 0;
	lines = set_title(canvas, h, RAMURE_ROLE_TITLE_TWO_LINES, measure, suite);
	if (lines <= 2)
		return lines == 2 ? at->content_top_two_lines - at->content_top : 0;
	lines = set_title(canvas, h, RAMURE_ROLE_TITLE_LONG, measure, suite);
	return (double)lines * break_title(canvas, h)->leading + 18 - (at->content_top - at->title_top);
}

static ramure_text suite_text(ramure_canvas *canvas)
{
	static const ramure_word suite = { "(continued)", "(suite)" };

	return ramure_text_new(canvas->ctx, ramure_format(canvas->ctx, "%s", ramure_say(canvas->ctx, suite)));
}

head master_head(ramure_canvas *canvas, const foot *f, const ramure_node *slide, ramure_text kicker, ramure_text title,
		 bool continued)
{
	const page_master *at = page_master_of(canvas);
	page_frame frame = page_frame_of(canvas);
	double kicker_end = fmin(master_embargo_left(canvas, f) - 12, frame.right - (f->embargo ? 216 : 0));
	head h = { .slide = slide,
		   .source = ramure_child(slide, RAMURE_SOURCE),
		   .key = ramure_child(slide, RAMURE_KEY),
		   .kicker = kicker,
		   .title = title,
		   .kicker_width = kicker_end - frame.left };
	double down = 0;

	if (!f->embargo)
		h.kicker_width = frame.right - frame.left;
	if (kicker)
		down = fmax(0, kicker_size(canvas, &h).height - 18);
	h.suite = continued ? suite_text(canvas) : NULL;
	h.title_top = at->title_top + down;
	h.content_top = at->content_top + down + title_height(canvas, &h, frame.right - frame.left, h.suite);
	return h;
}

/* "(suite)" stands where the title's last line ends, at the left of one that begins at the right. */
static bool title_at_right(ramure_canvas *canvas, const head *h)
{
	bool around = canvas->list->turned;
	paragraph_style style;

	if (!h->title)
		return around;
	style = canvas_style(canvas, h->title_style);
	return paragraph_at_right(paragraph_shape(canvas->ctx, h->title, &style), around);
}

/* It announces the kicker or, without one, the title. */
static void draw_tick(ramure_canvas *canvas, const head *h)
{
	if (h->kicker || !h->title)
		page_tick(canvas, page_master_of(canvas)->tick_top);
	else
		page_tick_beside(canvas, h->title_style, h->title_top);
}

void master_draw_head(ramure_canvas *canvas, const head *h, int level, bool repeated)
{
	const page_master *at = page_master_of(canvas);
	page_frame frame = page_frame_of(canvas);
	double down = h->kicker_style.size > 0 && h->title_top == at->title_top ? 1 : 0;
	display_turn turn;

	if (repeated)
		ramure_repeat_begin(canvas);
	draw_tick(canvas, h);
	page_text(canvas, RAMURE_TAG_P, h->kicker, h->kicker_style, frame.left, at->kicker_top + down, h->kicker_width);
	turn = display_turn_begin(canvas->list, title_at_right(canvas, h));
	page_heading(canvas, level, h->title, h->title_style, frame.left, h->title_top, h->title_width);
	if (repeated && h->suite) {
		paragraph_style style = suite_style(canvas, h);
		const paragraph *shaped = paragraph_shape(canvas->ctx, h->suite, &style);
		const paragraph_lines *lines = paragraph_break(canvas->ctx, shaped, &style, 0);

		paragraph_put(canvas->ctx, canvas->list, RAMURE_ARTIFACT, shaped, lines, &style, 0, lines->count,
			      h->suite_x, h->title_top + h->suite_y, lines->width);
	}
	display_turn_end(canvas->list, turn, frame.width / 2);
	if (repeated)
		ramure_repeat_end(canvas);
}

static ramure_style key_style(const ramure_canvas *canvas)
{
	ramure_style style =
		page_style(RAMURE_ROLE_KEY, canvas->ctx->theme->filled ? RAMURE_ON_PRIMARY : RAMURE_PRIMARY);

	style.balanced = true;
	return style;
}

static double key_measure(ramure_canvas *canvas)
{
	return page_frame_of(canvas).right - 72;
}

/* Of the band: its lines with the padding above and below. */
static double key_height(ramure_canvas *canvas, const ramure_node *key)
{
	return key ? 2 * page_master_of(canvas)->key_padding +
			       ramure_text_measure(canvas, key, key_style(canvas), key_measure(canvas)).height
		   : 0;
}

static const ramure_style source_style = { .role = RAMURE_ROLE_SOURCE };

static double sources_height(ramure_canvas *canvas, const head *h)
{
	page_frame frame = page_frame_of(canvas);
	double height = 0;

	for (const ramure_node *child = h->source; child; child = child->next)
		if (child->type == RAMURE_SOURCE)
			height += ramure_text_measure(canvas, child, source_style, frame.right - frame.left).height;
	return height;
}

/* Where the sources end: above the band, or above the footer. */
static double sources_bottom(ramure_canvas *canvas, const ramure_node *key)
{
	const page_master *at = page_master_of(canvas);
	double height = page_frame_of(canvas).height;

	return key ? height - at->key_bottom - key_height(canvas, key) - 10 : height - at->content_bottom;
}

static double content_bottom(ramure_canvas *canvas, const head *h, const ramure_node *key)
{
	double sources = sources_height(canvas, h);
	double bottom = sources_bottom(canvas, key);

	if (sources > 0)
		return bottom - sources - 12;
	return key ? bottom - 8 : bottom;
}

fit_zone master_zone(ramure_canvas *canvas, const head *h)
{
	page_frame frame = page_frame_of(canvas);
	ramure_box page = { frame.left, h->content_top, frame.right - frame.left, 0 };
	ramure_box last = page;

	page.height = content_bottom(canvas, h, NULL) - h->content_top;
	last.height = content_bottom(canvas, h, h->key) - h->content_top;
	return (fit_zone){ page, last };
}

static void draw_key(ramure_canvas *canvas, const ramure_node *key)
{
	page_frame frame = page_frame_of(canvas);
	double height = key_height(canvas, key);
	double top = frame.height - page_master_of(canvas)->key_bottom - height;

	if (canvas->ctx->theme->filled) {
		page_rect(canvas, 0, top, frame.right, height, RAMURE_PRIMARY);
	} else {
		page_rect(canvas, 0, top, frame.right, 2, RAMURE_PRIMARY);
		page_rect(canvas, 0, top + height - 0.75, frame.right, 0.75, RAMURE_PRIMARY);
	}
	page_text(canvas, RAMURE_TAG_P, key, key_style(canvas), frame.left, top + page_master_of(canvas)->key_padding,
		  key_measure(canvas));
}

void master_draw_end(ramure_canvas *canvas, const head *h, bool last)
{
	page_frame frame = page_frame_of(canvas);
	const ramure_node *key = last ? h->key : NULL;
	double y = sources_bottom(canvas, key) - sources_height(canvas, h);

	/* In reading order the source follows the whole content: it is text on the last page, said again before. */
	if (!last)
		ramure_repeat_begin(canvas);
	for (const ramure_node *child = h->source; child; child = child->next)
		if (child->type == RAMURE_SOURCE)
			y += page_text(canvas, RAMURE_TAG_P, child, source_style, frame.left, y,
				       frame.right - frame.left)
				     .height;
	if (!last)
		ramure_repeat_end(canvas);
	if (key)
		draw_key(canvas, key);
}

bool master_advise(ramure_canvas *canvas, const head *h)
{
	ramure_ctx *ctx = canvas->ctx;
	const ramure_node *key = h->key;
	fit_zone zone = master_zone(canvas, h);

	if (h->title && h->title_style.role == RAMURE_ROLE_TITLE_LONG) {
		ramure_advice(ctx, h->title->span, "long-title", "the title takes more than two lines");
		ramure_hint(ctx, "say in one line what the slide shows; the rest reads better below");
	}
	if (key && ramure_text_measure(canvas, key, key_style(canvas), key_measure(canvas)).lines > 2) {
		ramure_warning(ctx, key->span, "long-key", "the key message takes more than two lines");
		ramure_hint(ctx, "keep the sentence that people should remember; the rest belongs on the slide");
	}
	if (fmin(zone.page.height, zone.last.height) >= LEAST_CONTENT)
		return true;
	ramure_error(ctx, h->slide->span, "the title, the source and the key message leave no room on the slide");
	ramure_hint(ctx, "shorten them, or move what they say to a paragraph");
	return false;
}
