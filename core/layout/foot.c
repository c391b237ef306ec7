/* foot.c: the footer, the progress line and the embargo label: what every page of a deck says again. */
#include "core/layout/master.h"

#include "core/context.h"

#include <math.h>

enum { BETWEEN = 24 }; /* the footer's texts */

static const ramure_style quiet = { .role = RAMURE_ROLE_FOOTER, .colour = RAMURE_MUTED, .coloured = true };

static double credit_width(ramure_canvas *canvas, ramure_text date)
{
	page_frame frame = page_frame_of(canvas);
	double dated = ramure_text_measure(canvas, date, quiet, 0).width;

	return frame.right - NUMBER_ROOM - (date ? dated + BETWEEN : 0) - frame.left;
}

static bool fits(ramure_canvas *canvas, ramure_text credit, ramure_text date)
{
	return ramure_text_measure(canvas, credit, quiet, credit_width(canvas, date)).lines <= 2;
}

/* The author's own footer, or the organisation and the title, or as much of them as two lines take: a reader has seen
 * both on the cover. */
static ramure_text credit_for(ramure_canvas *canvas, const ramure_node *document, ramure_text date)
{
	ramure_ctx *ctx = canvas->ctx;
	ramure_text own = ramure_meta(document, RAMURE_META_FOOTER);
	ramure_text organisation = ramure_meta(document, RAMURE_META_ORGANISATION);
	ramure_text title = text_in_one_line(ctx, ramure_meta(document, RAMURE_META_TITLE));
	ramure_text notice = ramure_meta(document, RAMURE_META_CONFIDENTIALITY);
	ramure_text credit = own ? own : text_join(ctx, organisation, text_stop(ctx, organisation), title);

	if (!own && !fits(canvas, text_join(ctx, credit, text_stop(ctx, credit), notice), date))
		credit = organisation;
	credit = text_join(ctx, credit, text_stop(ctx, credit), notice);
	if (credit && !fits(canvas, credit, date)) {
		ramure_error(ctx, credit->span, "the footer takes more than two lines");
		ramure_hint(ctx, "write a short one in the front matter: 'footer: Le Collectif, réunion de juin'");
	}
	return credit;
}

static void draw_number(ramure_canvas *canvas, const foot *f, size_t page, double y)
{
	ramure_style style = page_style(RAMURE_ROLE_FOOTER, RAMURE_INK);
	paragraph_style bold = canvas_style(canvas, style);
	ramure_text number = ramure_text_new(canvas->ctx, ramure_format(canvas->ctx, "%zu", page + 1));
	double right = page_frame_of(canvas).right;
	const paragraph *shaped;
	const paragraph_lines *lines;

	bold.role.weight = 700;
	right -= ramure_text_measure(canvas, f->total, style, 0).width;
	ramure_text_draw(canvas, f->total, style, right, y, 0);
	shaped = paragraph_shape(canvas->ctx, number, &bold);
	lines = paragraph_break(canvas->ctx, shaped, &bold, 0);
	paragraph_put(canvas->ctx, canvas->list, canvas_element(canvas), shaped, lines, &bold, 0, lines->count,
		      right - 0.24 * bold.role.size - lines->width, y, lines->width);
}

static void draw_progress(ramure_canvas *canvas, const foot *f, size_t page, bool slide)
{
	const page_master *at = page_master_of(canvas);
	page_frame frame = page_frame_of(canvas);
	double y = frame.height - at->progress_height;
	double step = frame.width / (double)f->pages;

	page_rect(canvas, 0, y, frame.width, at->progress_height, RAMURE_TINT);
	page_rect(canvas, 0, y, step * (double)(page + 1), at->progress_height, RAMURE_ACCENT);
	/* Where gaps would stand closer than they are wide, they say nothing. */
	if (!slide || (double)f->break_count * 4 * at->progress_gap > frame.width)
		return;
	for (size_t i = 0; i < f->break_count; i++)
		page_rect(canvas, step * (double)f->breaks[i] - at->progress_gap / 2.0, y, at->progress_gap,
			  at->progress_height, RAMURE_PAPER);
}

void master_draw_foot(ramure_canvas *canvas, const foot *f, size_t page, bool slide)
{
	page_frame frame = page_frame_of(canvas);
	double y = frame.height - page_master_of(canvas)->footer_bottom;
	double width = credit_width(canvas, f->date);
	ramure_style right = quiet, credit = quiet;
	bool two_lines = ramure_text_measure(canvas, f->credit, quiet, width).lines > 1;

	right.align = RAMURE_END;
	ramure_repeat_begin(canvas);
	/* Two lines stand closer, with the place of one in their middle: as far from the band as from the progress. */
	credit.balanced = two_lines;
	credit.leading = two_lines ? 14 : 0;
	ramure_text_draw(canvas, f->credit, credit, frame.left, y - (two_lines ? 6 : 0), width);
	if (slide)
		ramure_text_draw(canvas, f->date, right, frame.left, y, frame.right - NUMBER_ROOM - frame.left);
	draw_number(canvas, f, page, y);
	draw_progress(canvas, f, page, slide);
	ramure_repeat_end(canvas);
}

static const ramure_style embargo_style = { .role = RAMURE_ROLE_EMBARGO, .colour = RAMURE_EMBARGO, .coloured = true };
static const double embargo_stroke = 1.4;

/* A label longer than half of the page's width takes several lines, which grow upward from the title. */
static double embargo_measure(ramure_canvas *canvas)
{
	page_frame frame = page_frame_of(canvas);

	return (frame.right - frame.left) / 2 - 44;
}

double master_embargo_left(ramure_canvas *canvas, const foot *f)
{
	double right = page_frame_of(canvas).right;

	if (!f->embargo)
		return right;
	return right - embargo_stroke / 2 -
	       ramure_text_measure(canvas, f->embargo, embargo_style, embargo_measure(canvas)).width - 44;
}

void master_draw_embargo(ramure_canvas *canvas, const foot *f, bool said)
{
	const page_master *at = page_master_of(canvas);
	const ramure_paint paint = {
		.fill = RAMURE_PAPER, .filled = true, .stroke = RAMURE_EMBARGO, .stroke_width = embargo_stroke
	};
	double x = master_embargo_left(canvas, f);
	double right = page_frame_of(canvas).right - embargo_stroke / 2;
	ramure_text_size size;
	double height, y;

	if (!f->embargo)
		return;
	size = ramure_text_measure(canvas, f->embargo, embargo_style, embargo_measure(canvas));
	height = at->embargo_height + size.height - size.height / (double)size.lines;
	y = at->embargo_top + at->embargo_height - height;
	if (!said)
		ramure_repeat_begin(canvas);
	ramure_draw_rect(canvas, (ramure_box){ x, y, right - x, height }, 0, &paint);
	ramure_draw_shape(canvas, RAMURE_DIAMOND, x + 17, y + at->embargo_height / 2.0, 5.5, RAMURE_EMBARGO);
	page_text(canvas, RAMURE_TAG_P, f->embargo, embargo_style, x + 31, y + 2.5, embargo_measure(canvas));
	if (!said)
		ramure_repeat_end(canvas);
}

foot master_foot(ramure_canvas *canvas, const ramure_node *document)
{
	ramure_text date = ramure_meta(document, RAMURE_META_DATE);
	ramure_text embargo = ramure_meta(document, RAMURE_META_EMBARGO);

	if (ramure_text_measure(canvas, embargo, embargo_style, embargo_measure(canvas)).lines > 2) {
		ramure_error(canvas->ctx, embargo->span, "the embargo's label takes more than two lines");
		ramure_hint(canvas->ctx, "say until when, no more: 'embargo: Sous embargo jusqu'au 23 novembre 2020'");
	}
	return (foot){ .credit = credit_for(canvas, document, date), .date = date, .embargo = embargo };
}
