/* timetable.c: the agenda drawn: rows as high as their items are long, shapes for what is expected of the meeting. */
#include "agenda.h"

/* Above this, rows stand in two columns; above that, they go on on a next slide.  (VISUAL, agenda) */
enum { MOST_ROWS = 8, MOST_PLAIN_ROWS = 16 };

/* Lengths at full scale. */
static const double floor_height = 36;
static const double shortest_row = 40; /* of the shortest item, when heights are in proportion */
static const double padding = 7, most_padding = 12;
static const double gutter = 24;
static const double most_speakers = 220;
static const double full_width = 760, narrow_width = 480;

struct row {
	ramure_text hour; /* or the rank, when there are no hours */
	ramure_text title, text, speakers, type, duration;
	ramure_text details; /* of a plain row: "Daniel Lebègue · 15 min · décision" */
	ramure_mark_info mark;
	int32_t minutes;
};

struct timetable {
	const struct row *rows;
	size_t count;
	int32_t total;                                 /* minutes, -1 when unknown */
	bool hours, texts, speakers, types, durations; /* which columns there are */
	ramure_text note, proportion_note;
};

/* Where the columns stand, from the left edge of the box. */
struct grid {
	double scale;
	double width;
	double bar, title, title_width;
	double speakers, speakers_width; /* width 0: under the title */
	double shape, type;
	double duration, duration_width;
	bool plain;
};

static ramure_style style(ramure_role role, ramure_colour colour)
{
	return (ramure_style){ .role = role, .colour = colour, .coloured = true, .balanced = true };
}

/* What the speakers need, in lines of like length: the rest goes to the titles.  Of an agenda of many pages, which asks
 * anew for each, the first ones tell: longer ones behind them take more lines. */
static double speakers_width(const struct timetable *t, ramure_canvas *canvas, double scale)
{
	enum { TELLING = 200 };
	double widest = 120 * scale;

	for (size_t i = 0; i < t->count && i < TELLING; i++) {
		ramure_text_size size = ramure_text_measure(
			canvas, t->rows[i].speakers, style(RAMURE_ROLE_SMALL, RAMURE_INK), most_speakers * scale);

		widest = size.width > widest ? size.width : widest;
	}
	return widest + 2;
}

static struct grid grid_of(const struct timetable *t, ramure_canvas *canvas, double width, double scale)
{
	struct grid g = { .scale = scale, .width = width };
	double hour = (t->hours ? 66 : 26) * scale;
	double right = width;

	g.bar = hour + 8 * scale;
	g.title = g.bar + 20 * scale;
	g.plain = width < narrow_width * scale;
	if (g.plain) {
		g.title_width = width - g.title;
		return g;
	}
	if (t->durations) {
		g.duration_width = 70 * scale;
		g.duration = width - g.duration_width;
		right = g.duration - 10 * scale;
	}
	if (t->types) {
		g.type = right - 88 * scale;
		g.shape = g.type - 16 * scale;
		right = g.shape - 8 * scale;
	}
	if (t->speakers && width >= full_width) {
		g.speakers_width = speakers_width(t, canvas, scale);
		g.speakers = right - g.speakers_width - 18 * scale;
		right = g.speakers;
	}
	g.title_width = right - 10 * scale - g.title;
	return g;
}

/* ---- one row ---- */

/* The cell of a column; its text keeps the baseline of the title. */
static void put_cell(ramure_canvas *canvas, ramure_tag tag, size_t column, ramure_text text, ramure_style style,
		     double x, double baseline, double width)
{
	ramure_open(canvas, tag, column);
	if (tag == RAMURE_TAG_TH)
		ramure_scope(canvas, RAMURE_SCOPE_ROW);
	if (text)
		ramure_text_draw(canvas, text, style, x,
				 baseline - ramure_text_measure(canvas, text, style, width).baseline, width);
	ramure_close(canvas);
}

/* What stands in the title's column, below it: measured, and drawn when `draw`. */
static double put_title(ramure_canvas *canvas, const struct timetable *t, const struct row *row, const struct grid *g,
			double x, double y, bool draw)
{
	const ramure_style title = style(RAMURE_ROLE_CELL_STRONG, RAMURE_INK);
	const ramure_style small = style(RAMURE_ROLE_SMALL, RAMURE_MUTED);
	const ramure_style text = style(RAMURE_ROLE_DETAIL, RAMURE_INK);
	bool below = t->speakers && g->speakers_width <= 0;
	ramure_text under = g->plain ? row->details : below ? row->speakers : NULL;
	double top = y;

	if (draw) {
		ramure_open(canvas, RAMURE_TAG_TH, 1);
		ramure_scope(canvas, RAMURE_SCOPE_ROW);
		ramure_text_draw(canvas, row->title, title, x, y, g->title_width);
		ramure_close(canvas);
	}
	y += ramure_text_measure(canvas, row->title, title, g->title_width).height;
	if (g->plain || below) {
		if (draw) {
			ramure_open(canvas, RAMURE_TAG_TD, 2);
			ramure_text_draw(canvas, under, small, x, y, g->title_width);
			ramure_close(canvas);
		}
		y += ramure_text_measure(canvas, under, small, g->title_width).height;
	}
	if (t->texts) {
		y += row->text ? 4 * g->scale : 0;
		if (draw) {
			ramure_open(canvas, RAMURE_TAG_TD, 3);
			ramure_text_draw(canvas, row->text, text, x, y, g->title_width - 10 * g->scale);
			ramure_close(canvas);
		}
		y += ramure_text_measure(canvas, row->text, text, g->title_width - 10 * g->scale).height;
	}
	return y - top;
}

static double content_height(ramure_canvas *canvas, const struct timetable *t, const struct row *row,
			     const struct grid *g)
{
	double height = put_title(canvas, t, row, g, 0, 0, false);
	double speakers = 0;

	if (g->speakers_width > 0)
		speakers = ramure_text_measure(canvas, row->speakers, style(RAMURE_ROLE_SMALL, RAMURE_INK),
					       g->speakers_width)
				   .height +
			   3 * g->scale;
	return height > speakers ? height : speakers;
}

static double natural_height(ramure_canvas *canvas, const struct timetable *t, size_t i, const struct grid *g)
{
	double height = content_height(canvas, t, &t->rows[i], g) + 2 * padding * g->scale;

	return height > floor_height * g->scale ? height : floor_height * g->scale;
}

static void put_row(ramure_canvas *canvas, const struct timetable *t, size_t i, const struct grid *g, ramure_box box)
{
	const struct row *row = &t->rows[i];
	const ramure_colour colour = row->mark.colour == RAMURE_ACCENT ? RAMURE_ACCENT : RAMURE_PRIMARY;
	const ramure_paint bar = { .fill = colour, .filled = true };
	ramure_style right = style(RAMURE_ROLE_SMALL, RAMURE_MUTED);
	double s = g->scale;
	double room = (box.height - content_height(canvas, t, row, g)) / 2;
	double y = box.y + (room < most_padding * s ? room : most_padding * s);
	double baseline =
		y + ramure_text_measure(canvas, row->title, style(RAMURE_ROLE_CELL_STRONG, RAMURE_INK), g->title_width)
			    .baseline;

	right.align = RAMURE_END;
	ramure_draw_line(canvas, box.x, box.y, box.x + g->width, box.y, 1, RAMURE_HAIRLINE);
	ramure_draw_rect(canvas, (ramure_box){ box.x + g->bar, box.y + 1.5, 5 * s, box.height - 3 }, 0, &bar);
	ramure_open(canvas, RAMURE_TAG_TR, i + 1);
	put_cell(canvas, RAMURE_TAG_TD, 0, row->hour, style(RAMURE_ROLE_CELL_STRONG, RAMURE_PRIMARY), box.x, baseline,
		 g->bar);
	put_title(canvas, t, row, g, box.x + g->title, y, true);
	if (g->speakers_width > 0)
		put_cell(canvas, RAMURE_TAG_TD, 2, row->speakers, style(RAMURE_ROLE_SMALL, RAMURE_INK),
			 box.x + g->speakers, baseline, g->speakers_width);
	if (t->types && !g->plain) {
		if (row->mark.shape != RAMURE_NO_SHAPE)
			ramure_draw_shape(canvas, row->mark.shape, box.x + g->shape, baseline - 5.5 * s, 6 * s, colour);
		put_cell(canvas, RAMURE_TAG_TD, 4, row->type, style(RAMURE_ROLE_SMALL_STRONG, RAMURE_INK),
			 box.x + g->type, baseline, 0);
	}
	if (t->durations && !g->plain)
		put_cell(canvas, RAMURE_TAG_TD, 5, row->duration, right, box.x + g->duration, baseline,
			 g->duration_width);
	ramure_close(canvas);
}

/* ---- all of them ---- */

/* Heights in proportion to durations within `height`, none under what its row needs: shares what is left among those
 * that may grow, until none is too small.  False when too few rows could keep the proportion, or none may. */
static bool share_height(ramure_canvas *canvas, const struct timetable *t, const struct grid *g, double height,
			 double *heights, bool *exact)
{
	double natural[MOST_ROWS];
	size_t held = 0, before;
	double per_minute = 0;
	int32_t shortest = INT32_MAX;

	if (t->total <= 0 || t->count < 2 || t->count > MOST_ROWS)
		return false;
	for (size_t i = 0; i < t->count; i++) {
		natural[i] = natural_height(canvas, t, i, g);
		if (t->rows[i].minutes < shortest)
			shortest = t->rows[i].minutes;
	}
	do {
		double left = height, minutes = 0;

		before = held;
		for (size_t i = 0; i < t->count; i++)
			if (held && natural[i] >= per_minute * t->rows[i].minutes)
				left -= natural[i];
			else
				minutes += t->rows[i].minutes;
		if (left < 0 || minutes <= 0)
			return false;
		per_minute = left / minutes;
		if (per_minute > shortest_row * g->scale / shortest)
			per_minute = shortest_row * g->scale / shortest;
		held = 0;
		for (size_t i = 0; i < t->count; i++)
			held += natural[i] > per_minute * t->rows[i].minutes;
	} while (held > before);
	*exact = held == 0;
	for (size_t i = 0; i < t->count; i++) {
		double wished = per_minute * t->rows[i].minutes;

		heights[i] = wished > natural[i] ? wished : natural[i];
	}
	return held * 2 <= t->count;
}

static ramure_text_size measure_note(ramure_canvas *canvas, ramure_text note, double width)
{
	return ramure_text_measure(canvas, note, style(RAMURE_ROLE_SOURCE, RAMURE_MUTED), width);
}

/* The notes follow each other on one line when it holds both.  Answers the height. */
static double put_notes(ramure_canvas *canvas, const struct timetable *t, bool proportional, double x, double y,
			double width)
{
	const ramure_style small = style(RAMURE_ROLE_SOURCE, RAMURE_MUTED);
	double first = proportional ? ramure_text_measure(canvas, t->proportion_note, small, 0).width + 3 : 0;
	double used = 0;

	ramure_open(canvas, RAMURE_TAG_P, 0);
	if (proportional)
		used = ramure_text_draw(canvas, t->proportion_note, small, x, y, width).height;
	if (t->note && proportional && first + ramure_text_measure(canvas, t->note, small, 0).width <= width)
		ramure_text_draw(canvas, t->note, small, x + first, y, 0);
	else
		used += ramure_text_draw(canvas, t->note, small, x, y + used, width).height;
	ramure_close(canvas);
	return used;
}

static double notes_height(ramure_canvas *canvas, const struct timetable *t, double width, double scale)
{
	return t->note ? 8 * scale + measure_note(canvas, t->note, width).height : 0;
}

/* Draws rows from `from` on; answers the one that did not fit, and moves *y below the last. */
static size_t put_rows(ramure_canvas *canvas, const struct timetable *t, const struct grid *g, size_t from, size_t to,
		       const double *heights, double x, double *y, double bottom, double after_last)
{
	size_t i = from;

	ramure_open(canvas, RAMURE_TAG_TABLE, 0);
	for (; i < to; i++) {
		double height = heights ? heights[i] : natural_height(canvas, t, i, g);

		if (*y + height + (i + 1 == t->count ? after_last : 0) > bottom + 0.01)
			break;
		put_row(canvas, t, i, g, (ramure_box){ x, *y, g->width, height });
		*y += height;
	}
	ramure_close(canvas);
	if (i > from)
		ramure_draw_line(canvas, x, *y, x + g->width, *y, 1, RAMURE_HAIRLINE);
	return i;
}

static double rows_height(ramure_canvas *canvas, const struct timetable *t, const struct grid *g, size_t from,
			  size_t to)
{
	double height = 0;

	for (size_t i = from; i < to; i++)
		height += natural_height(canvas, t, i, g);
	return height;
}

/* Two columns of plain rows, the first as high as the second or a little higher.  False when they do not fit. */
static bool put_two_columns(ramure_canvas *canvas, const struct timetable *t, const ramure_frame *frame, double *y)
{
	double width = (frame->box.width - gutter) / 2;
	struct grid g = grid_of(t, canvas, width, frame->scale);
	double note = notes_height(canvas, t, frame->box.width, frame->scale);
	double bottom = frame->box.y + frame->box.height - note;
	double left = 0, all, second;
	size_t half = 0;

	g.plain = true;
	g.title_width = width - g.title;
	all = rows_height(canvas, t, &g, 0, t->count);
	while (half < t->count && left * 2 < all - 0.01)
		left += natural_height(canvas, t, half++, &g);
	if (left > bottom - frame->box.y + 0.01 || all - left > bottom - frame->box.y + 0.01)
		return false;
	*y = second = frame->box.y;
	put_rows(canvas, t, &g, 0, half, NULL, frame->box.x, y, bottom, 0);
	put_rows(canvas, t, &g, half, t->count, NULL, frame->box.x + width + gutter, &second, bottom, 0);
	if (second > *y)
		*y = second;
	return true;
}

static ramure_extent draw(const void *data, ramure_canvas *canvas, const ramure_frame *frame)
{
	const struct timetable *t = data;
	const ramure_box box = frame->box;
	const struct grid g = grid_of(t, canvas, box.width, frame->scale);
	double note = notes_height(canvas, t, box.width, frame->scale);
	double heights[MOST_ROWS];
	bool exact = false;
	bool shared = frame->from == 0 && share_height(canvas, t, &g, box.height - note, heights, &exact);
	double y = box.y;
	size_t next = t->count;

	if (frame->from > 0 || t->count <= MOST_ROWS || t->count > MOST_PLAIN_ROWS || g.plain ||
	    !put_two_columns(canvas, t, frame, &y))
		next = put_rows(canvas, t, &g, frame->from, t->count, shared ? heights : NULL, box.x, &y,
				box.y + box.height, note);
	if (next < t->count)
		return (ramure_extent){ y - box.y, next };
	if (t->note)
		y += 8 * frame->scale + put_notes(canvas, t, shared && exact, box.x, y + 8 * frame->scale, box.width);
	return (ramure_extent){ y - box.y, RAMURE_DONE };
}

/* ---- its texts ---- */

static ramure_text put_speakers(ramure_builder *b, const struct item *item)
{
	ramure_node *phrase;

	if (!item->speakers.count)
		return NULL;
	phrase = ramure_begin(b, RAMURE_PHRASE, item->at);
	ramure_put_people(b, item->speakers);
	ramure_end(b);
	return phrase;
}

/* Small letters for a word in the middle of a line: the words are ours, and start with one capital. */
static ramure_str lower_word(ramure_ctx *ctx, const char *word)
{
	ramure_str s = ramure_format(ctx, "%s", word);

	((char *)s.data)[0] |= 0x20;
	return s;
}

static ramure_text put_details(ramure_ctx *ctx, ramure_builder *b, const struct item *item)
{
	ramure_node *phrase;
	static const char dot[] = "\u00A0· "; /* no line begins with it */
	const char *between = item->speakers.count ? dot : "";

	if (!item->speakers.count && !item->duration.value && !item->type.value)
		return NULL;
	phrase = ramure_begin(b, RAMURE_PHRASE, item->at);
	ramure_put_people(b, item->speakers);
	if (item->duration.value) {
		ramure_put_format(b, "%s%s", between, ramure_duration_format(ctx, item->duration.value).data);
		between = dot;
	}
	if (item->type.value)
		ramure_put_format(b, "%s%s", between, lower_word(ctx, item_word(ctx, item->type.value)).data);
	ramure_end(b);
	return phrase;
}

static void fill_row(ramure_ctx *ctx, ramure_builder *b, const struct agenda *agenda, size_t i, struct row *row)
{
	const struct item *item = &((const struct item *)agenda->items.items)[i];

	if (!ramure_given(agenda->start.at))
		row->hour = ramure_figure_format(b, "%zu", i + 1);
	else if (item->starts >= 0)
		row->hour = ramure_figure_string(b, hour_words(ctx, item->starts));
	row->title = ramure_figure_text(b, item->title);
	row->text = ramure_figure_text(b, item->text);
	row->mark = item_mark(item->type.value);
	row->minutes = item->duration.value;
	row->speakers = put_speakers(b, item);
	if (item->type.value)
		row->type = ramure_figure_string(b, ramure_format(ctx, "%s", item_word(ctx, item->type.value)));
	if (item->duration.value)
		row->duration = ramure_figure_string(b, ramure_duration_format(ctx, item->duration.value));
	row->details = put_details(ctx, b, item);
}

void put_timetable(ramure_ctx *ctx, ramure_builder *b, const struct agenda *agenda)
{
	static const ramure_word proportion = { "The height of each row is in proportion to its time.",
						"La hauteur de chaque ligne est proportionnelle à la durée." };
	struct timetable *t = RAMURE_NEW(ctx, struct timetable);
	struct row *rows = RAMURE_NEW_ARRAY(ctx, struct row, agenda->items.count);
	const ramure_figure_info info = { .data = t, .draw = draw, .min_width = 260 };
	ramure_str total = total_sentence(ctx, agenda);

	ramure_begin_figure(b, agenda->at, &info);
	for (size_t i = 0; i < agenda->items.count; i++) {
		fill_row(ctx, b, agenda, i, &rows[i]);
		t->texts |= rows[i].text != NULL;
		t->speakers |= rows[i].speakers != NULL;
		t->types |= rows[i].type != NULL;
		t->durations |= rows[i].duration != NULL;
	}
	t->rows = rows;
	t->count = agenda->items.count;
	t->total = agenda->total;
	t->hours = ramure_given(agenda->start.at);
	if (total.size)
		t->note = ramure_figure_string(b, total);
	/* Not a text of the figure: whether it is said depends on the room there is. */
	t->proportion_note = ramure_text_new(ctx, ramure_say_str(ctx, proportion));
	ramure_end(b);
}
