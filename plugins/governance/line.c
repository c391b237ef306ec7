/* line.c: the chairs drawn as a line with a ring each, the present one in the accent colour: down the column of a slide,
 * across the page of a report. */
#include "governance.h"

#include <assert.h>
#include <math.h>

/* Lengths at full scale. */
static const double pitch = 50, least_pitch = 42, two_lines = 40;
static const double ring_x = 8, ring_y = 11, text_x = 30;
static const double column_width = 240, gutter = 24;
/* across: of a stop, of its words below the line, and between rows */
static const double least_width = 104, text_y = 26, row_gap = 20;

struct stop {
	ramure_text name;
	ramure_text words;
};

struct line {
	const struct stop *stops;
	size_t count;
	size_t current;
	bool across;
};

static ramure_style name_style(bool current)
{
	return (ramure_style){ .role = current ? RAMURE_ROLE_CELL_STRONG : RAMURE_ROLE_CELL,
			       .colour = RAMURE_INK,
			       .coloured = true,
			       .balanced = true };
}

static ramure_style words_style(bool current)
{
	return (ramure_style){ .role = current ? RAMURE_ROLE_SMALL_STRONG : RAMURE_ROLE_SMALL,
			       .colour = current ? RAMURE_ACCENT : RAMURE_MUTED,
			       .coloured = true,
			       .balanced = true };
}

static double text_height(ramure_canvas *canvas, const struct line *line, size_t i, double width)
{
	bool current = i == line->current;

	return ramure_text_measure(canvas, line->stops[i].name, name_style(current), width).height +
	       ramure_text_measure(canvas, line->stops[i].words, words_style(current), width).height;
}

static double stop_height(ramure_canvas *canvas, const struct line *line, size_t i, double width, double scale)
{
	double least = (line->count > MOST_IN_A_COLUMN ? least_pitch : pitch) * scale;
	/* a name of two lines keeps the same distance from the next one */
	double height = text_height(canvas, line, i, width) + least - two_lines * scale;

	return height > least ? height : least;
}

/* A ring, with its words beside or below it. */
static void put_stop(ramure_canvas *canvas, const struct line *line, size_t i, double x, double y, double width,
		     double scale)
{
	static const ramure_paint ring = {
		.fill = RAMURE_PAPER, .stroke = RAMURE_LINE, .stroke_width = 1.6, .filled = true
	};
	static const ramure_paint disc = { .fill = RAMURE_ACCENT, .filled = true };
	bool current = i == line->current;
	double name_height;

	ramure_draw_circle(canvas, x + ring_x * scale, y + ring_y * scale, (current ? 8.3 : 6) * scale,
			   current ? &disc : &ring);
	ramure_open(canvas, RAMURE_TAG_LI, i + 1);
	ramure_open(canvas, RAMURE_TAG_LBODY, 0);
	x += line->across ? 0 : text_x * scale;
	y += line->across ? text_y * scale : 0;
	name_height = ramure_text_draw(canvas, line->stops[i].name, name_style(current), x, y, width).height;
	ramure_text_draw(canvas, line->stops[i].words, words_style(current), x, y + name_height - scale, width);
	ramure_close(canvas);
	ramure_close(canvas);
}

/* One column of stops from `from` on, down to `bottom`; answers the first that did not fit. */
static size_t put_column(ramure_canvas *canvas, const struct line *line, size_t from, size_t to, ramure_box box,
			 double scale, double *used)
{
	double width = box.width - text_x * scale;
	double y = box.y, last = y;
	size_t end = from;

	for (double at = y; end < to; end++) {
		if (at + text_height(canvas, line, end, width) > box.y + box.height + 0.01)
			break;
		last = at;
		at += stop_height(canvas, line, end, width, scale);
	}
	if (end - from > 1)
		ramure_draw_line(canvas, box.x + ring_x * scale, y + ring_y * scale, box.x + ring_x * scale,
				 last + ring_y * scale, 1.6, RAMURE_LINE);
	for (size_t i = from; i < end; i++) {
		put_stop(canvas, line, i, box.x, y, width, scale);
		if (y - box.y + text_height(canvas, line, i, width) > *used)
			*used = y - box.y + text_height(canvas, line, i, width);
		y += stop_height(canvas, line, i, width, scale);
	}
	return end;
}

static ramure_extent draw_down(const struct line *line, ramure_canvas *canvas, const ramure_frame *frame)
{
	size_t columns = 1, next = frame->from;
	ramure_box box = frame->box;
	double used = 0;

	if (line->count > MOST_IN_A_COLUMN)
		columns = (size_t)((box.width + gutter) / (column_width * frame->scale + gutter));
	if (columns < 1)
		columns = 1;
	box.width = (box.width - gutter * (double)(columns - 1)) / (double)columns;
	ramure_open(canvas, RAMURE_TAG_L, 0);
	for (size_t c = 0; c < columns && next < line->count; c++) {
		/* equal shares, the first columns taking what is left over */
		size_t share = (line->count - next + columns - c - 1) / (columns - c);

		next = put_column(canvas, line, next, next + share, box, frame->scale, &used);
		box.x += box.width + gutter;
	}
	ramure_close(canvas);
	return (ramure_extent){ used, next < line->count ? next : RAMURE_DONE };
}

/* The row of stops that begins at `from`; the line goes on to the right when another follows. */
static void put_row(ramure_canvas *canvas, const struct line *line, size_t from, size_t to, double apart,
		    ramure_box box, double scale)
{
	double last = to < line->count ? box.width : (double)(to - from - 1) * apart + ring_x * scale;

	if (last > ring_x * scale)
		ramure_draw_line(canvas, box.x + ring_x * scale, box.y + ring_y * scale, box.x + last,
				 box.y + ring_y * scale, 1.6, RAMURE_LINE);
	for (size_t i = from; i < to; i++)
		put_stop(canvas, line, i, box.x + (double)(i - from) * apart, box.y, apart - gutter * scale, scale);
}

/* What a stop needs across: no name is broken inside a word.  Of more than a few pages, each of which asks anew, those
 * that this one may hold tell. */
static double stop_width(ramure_canvas *canvas, const struct line *line, size_t from, double scale)
{
	enum { TELLING = 200 };
	double width = least_width * scale;
	size_t first = line->count > TELLING ? from : 0;

	for (size_t i = first; i < line->count && i - first < TELLING; i++)
		width = fmax(width, ramure_text_min_width(canvas, line->stops[i].name, name_style(i == line->current)));
	return width;
}

/* Rows of like length. */
static ramure_extent draw_across(const struct line *line, ramure_canvas *canvas, const ramure_frame *frame)
{
	ramure_box box = frame->box;
	double scale = frame->scale, space = gutter * scale, bottom = box.y;
	double least = stop_width(canvas, line, frame->from, scale) + space;
	size_t most = box.width + space > least ? (size_t)((box.width + space) / least) : 1;
	size_t rows, each, i = frame->from;
	double apart;

	assert(line->count > 1); /* a report does not draw a single chair */
	rows = (line->count - 1) / most + 1;
	each = (line->count - 1) / rows + 1;
	apart = (box.width + space) / (double)each;
	ramure_open(canvas, RAMURE_TAG_L, 0);
	while (i < line->count) {
		size_t to = line->count - i < each ? line->count : i + each;
		double height = 0;

		for (size_t k = i; k < to; k++)
			height = fmax(height, text_height(canvas, line, k, apart - space));
		height += text_y * scale;
		if (box.y + height > frame->box.y + frame->box.height + 0.01)
			break;
		put_row(canvas, line, i, to, apart, box, scale);
		bottom = box.y + height;
		box.y = bottom + row_gap * scale;
		i = to;
	}
	ramure_close(canvas);
	return (ramure_extent){ bottom - frame->box.y, i < line->count ? i : RAMURE_DONE };
}

static ramure_extent draw(const void *data, ramure_canvas *canvas, const ramure_frame *frame)
{
	const struct line *line = data;

	return line->across ? draw_across(line, canvas, frame) : draw_down(line, canvas, frame);
}

/* "Les présidences sur une ligne : Hubert Allier, 2010–2014 ; à présent Daniel Lebègue, depuis 2019." */
static ramure_text describe(ramure_ctx *ctx, const struct chair *chair)
{
	static const ramure_word opening = { "The chairs on a line: ", "Les présidences sur une ligne : " };
	static const ramure_word between = { "; ", " ; " }, now = { "at present ", "à présent " };
	const struct term *terms = chair->terms.items;
	ramure_str *chairs = RAMURE_NEW_ARRAY(ctx, ramure_str, chair->terms.count);

	for (size_t i = 0; i < chair->terms.count; i++) {
		ramure_str dates = term_dates(ctx, chair, i);

		chairs[i] =
			ramure_format(ctx, "%s%s%s%s", i == chair->current ? ramure_say(ctx, now) : "",
				      ramure_plain_text(ctx, terms[i].name).data, dates.size ? ", " : "", dates.data);
	}
	return ramure_text_new(
		ctx, ramure_format(ctx, "%s%s.", ramure_say(ctx, opening),
				   ramure_join(ctx, chairs, chair->terms.count, ramure_say(ctx, between)).data));
}

void put_line(ramure_ctx *ctx, ramure_builder *b, const struct chair *chair)
{
	static const ramure_word caption = { "The chairs, one after the other", "La suite des présidences" };
	const struct term *terms = chair->terms.items;
	struct line *line = RAMURE_NEW(ctx, struct line);
	struct stop *stops = RAMURE_NEW_ARRAY(ctx, struct stop, chair->terms.count);
	ramure_figure_info info = { .data = line, .draw = draw, .min_width = 120 };

	line->across = ramure_builder_medium(b) == RAMURE_REPORT;
	/* A deck reads it as a list; a report's drawing is told as a whole. */
	if (line->across)
		info.alt = describe(ctx, chair);
	ramure_begin_figure(b, chair->at, &info);
	ramure_figure_caption(b, caption, NULL);
	for (size_t i = 0; i < chair->terms.count; i++) {
		ramure_str words;

		stops[i].name = ramure_figure_text(b, terms[i].name);
		/* In a report its table counts them. */
		words = line->across ? term_dates(ctx, chair, i) : term_words(ctx, chair, i);
		stops[i].words = words.size ? ramure_figure_string(b, words) : NULL;
	}
	line->stops = stops;
	line->count = chair->terms.count;
	line->current = chair->current;
	ramure_end(b);
}
