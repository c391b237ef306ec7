/* dashboard.c: the measures at a glance: how many at each level, then each of them by dimension. */
#include "measures.h"

#include <math.h>

/* Lengths at full scale, from the top of the figure. */
static const double gutter = 24;
static const double number_y = 10, small_number = 44;
static const double row_height = 60, close_row = 52, least_row = 44;
/* Above and below a shape, to the rules of its row. */
static const double unit_space = 8;
static const double full_width = 760;
/* The highest zone of a page. */
static const double page_zone = 374;

/* How the counts are set: smaller where the rows below would be close. */
struct form {
	double size, leading;
	double name_y, name_gap;
};

static const struct form forms[] = { { 66, 72, 86, 20 }, { 54, 58, 72, 14 } };

struct count {
	ramure_text number;
	ramure_text name;
	ramure_mark_info mark;
	size_t column; /* of a dimension's counts: its level among those that any measure is at */
};

struct unit {
	ramure_text number;
	ramure_mark_info mark;
};

struct band {
	ramure_text name, horizon;
	const struct unit *units;
	size_t count;
	const struct count *counts; /* those that are not zero */
	size_t count_count;
};

struct dashboard {
	struct count counts[MOST_LEVELS];
	size_t count_count;
	const struct band *bands;
	size_t band_count;
	size_t columns; /* of the dimensions' counts */
	ramure_text sentences[3];
};

static ramure_style style(ramure_role role, ramure_colour colour)
{
	return (ramure_style){ .role = role, .colour = colour, .coloured = true, .balanced = true };
}

/* ---- the counts ---- */

/* More than four are set smaller. */
static bool are_small(const struct dashboard *d)
{
	return d->count_count > 4;
}

static ramure_style name_style(const struct dashboard *d, size_t i)
{
	return style(are_small(d) ? RAMURE_ROLE_SMALL_STRONG : RAMURE_ROLE_CELL_STRONG, d->counts[i].mark.colour);
}

static double count_width(const struct dashboard *d, double width)
{
	double n = (double)d->count_count;

	return (width - (n - 1) * gutter) / n;
}

/* Of the highest name, beside its shape. */
static double names_height(const struct dashboard *d, ramure_canvas *canvas, double width, double s)
{
	double room = count_width(d, width) - 24 * s, highest = 0;

	for (size_t i = 0; i < d->count_count; i++)
		highest = fmax(highest, ramure_text_measure(canvas, d->counts[i].name, name_style(d, i), room).height);
	return highest;
}

/* Large numbers side by side. */
static void put_counts(const struct dashboard *d, ramure_canvas *canvas, const struct form *form, ramure_box box,
		       double s)
{
	double width = count_width(d, box.width);
	bool small = are_small(d);

	for (size_t i = 0; i < d->count_count; i++) {
		const struct count *count = &d->counts[i];
		double x = box.x + (double)i * (width + gutter);
		const ramure_paint rule = { .fill = count->mark.colour, .filled = true };
		ramure_style number = style(RAMURE_ROLE_NUMERAL_COUNT, count->mark.colour);

		number.size = small ? small_number : form->size;
		number.leading = form->leading;
		ramure_draw_rect(canvas, (ramure_box){ x, box.y, width, 3 }, 0, &rule);
		/* light numerals stand 3 pt to the right of their box */
		ramure_text_draw(canvas, count->number, number, x - 3 * s, box.y + number_y * s, 0);
		ramure_draw_shape(canvas, count->mark.shape, x + 8 * s, box.y + (form->name_y + (small ? 9 : 10)) * s,
				  7 * s, count->mark.colour);
		ramure_text_draw(canvas, count->name, name_style(d, i), x + 24 * s, box.y + form->name_y * s,
				 width - 24 * s);
	}
}

/* ---- one dimension ---- */

/* Where the parts of a row stand. */
struct grid {
	double name_width;
	double units, units_width;
	double counts, counts_width;
	double count_pitch; /* 0 when there are too many levels for columns */
	double pitch, radius;
};

/* A shape and a number of two digits. */
static const double least_count = 32;

static struct grid grid_of(const struct dashboard *d, double width, double s)
{
	struct grid g;
	size_t most = 0;

	for (size_t i = 0; i < d->band_count; i++)
		if (d->bands[i].count > most)
			most = d->bands[i].count;
	g.name_width = (width >= full_width ? 206 : 150) * s;
	g.units = g.name_width + 16 * s;
	g.counts_width = (width >= full_width ? 198 : 132) * s;
	g.counts = width - g.counts_width;
	g.count_pitch = g.counts_width / (d->columns > 3 ? (double)d->columns : 3);
	if (g.count_pitch < least_count * s)
		g.count_pitch = 0;
	g.units_width = g.counts - g.units - 8 * s;
	g.pitch = (double)most * 60 * s <= g.units_width + 16 * s ? 60 * s : 40 * s;
	g.radius = (g.pitch > 50 * s ? 17 : 13) * s;
	return g;
}

static size_t units_a_line(const struct grid *g)
{
	size_t count = (size_t)(g->units_width / g->pitch + 0.3);

	return count ? count : 1;
}

static size_t lines_of(const struct band *band, const struct grid *g)
{
	size_t a_line = units_a_line(g);

	return band->count ? (band->count + a_line - 1) / a_line : 1;
}

static double name_height(ramure_canvas *canvas, const struct band *band, const struct grid *g)
{
	return ramure_text_measure(canvas, band->name, style(RAMURE_ROLE_CELL_STRONG, RAMURE_PRIMARY), g->name_width)
		       .height +
	       ramure_text_measure(canvas, band->horizon, style(RAMURE_ROLE_SMALL, RAMURE_MUTED), g->name_width).height;
}

static double band_height(ramure_canvas *canvas, const struct band *band, const struct grid *g, double least, double s)
{
	double height = name_height(canvas, band, g) + 4 * s;
	double lines = (double)lines_of(band, g) * 2 * (g->radius + unit_space * s);

	if (height < lines)
		height = lines;
	return height > least ? height : least;
}

static double number_width(ramure_canvas *canvas, ramure_text number)
{
	return ramure_text_measure(canvas, number, (ramure_style){ .role = RAMURE_ROLE_SMALL_STRONG }, 0).width;
}

/* The size at which a number stays inside its shape, 12 at least; 0 for the role's own. */
static double number_fit(ramure_canvas *canvas, const struct unit *unit, double radius)
{
	double room = (unit->mark.shape == RAMURE_TRIANGLE ? 1 : 1.4) * radius;
	double width = number_width(canvas, unit->number);

	return width > room ? fmax(12, 14 * room / width) : 0;
}

/* Whether a number in its smallest letters reaches over the edges: "3 bis" in a triangle. */
static bool is_too_wide(ramure_canvas *canvas, const struct unit *unit, double radius)
{
	return number_width(canvas, unit->number) * 12 / 14 >
	       (unit->mark.shape == RAMURE_TRIANGLE ? 1.3 : 1.7) * radius;
}

/* A smaller shape, and its number to the right, within the room of one that holds it. */
static void put_beside(ramure_canvas *canvas, const struct unit *unit, double x, double y, double s)
{
	ramure_style number = style(RAMURE_ROLE_SMALL_STRONG, RAMURE_INK);

	ramure_draw_shape(canvas, unit->mark.shape, x - 11 * s, y, 7 * s, unit->mark.colour);
	ramure_text_draw(canvas, unit->number, number, x - s, y - 9 * s, 0);
}

/* The number inside a triangle stands lower. */
static void put_units(ramure_canvas *canvas, const struct band *band, const struct grid *g, ramure_box box, double s)
{
	size_t a_line = units_a_line(g), lines = lines_of(band, g);
	double leading = 2 * (g->radius + unit_space * s);
	double first = box.y + (box.height - (double)(lines - 1) * leading) / 2;
	ramure_style number = style(RAMURE_ROLE_SMALL_STRONG, RAMURE_ON_PRIMARY);

	number.align = RAMURE_CENTRE;
	for (size_t i = 0; i < band->count; i++) {
		const struct unit *unit = &band->units[i];
		double x = box.x + g->units + 20 * s + (double)(i % a_line) * g->pitch;
		size_t line = i / a_line;
		double y = first + (double)line * leading;
		double lower = unit->mark.shape == RAMURE_TRIANGLE ? 3.5 / 17 * g->radius : 0;

		if (is_too_wide(canvas, unit, g->radius)) {
			put_beside(canvas, unit, x, y, s);
			continue;
		}
		ramure_draw_shape(canvas, unit->mark.shape, x, y, g->radius, unit->mark.colour);
		/* a measure without level is a ring, with nothing dark to stand on */
		number.size = number_fit(canvas, unit, g->radius);
		number.colour = unit->mark.shape == RAMURE_RING ? RAMURE_INK : RAMURE_ON_PRIMARY;
		ramure_text_draw(canvas, unit->number, number, x - 20 * s, y - 9 * s + lower, 40 * s);
	}
}

static void put_band(ramure_canvas *canvas, const struct band *band, const struct grid *g, ramure_box box, double s)
{
	double y = box.y + (box.height - name_height(canvas, band, g)) / 2;
	double close = g->counts_width / (band->count_count > 3 ? (double)band->count_count : 3);

	ramure_draw_line(canvas, box.x, box.y, box.x + box.width, box.y, 1, RAMURE_HAIRLINE);
	y += ramure_text_draw(canvas, band->name, style(RAMURE_ROLE_CELL_STRONG, RAMURE_PRIMARY), box.x, y,
			      g->name_width)
		     .height;
	ramure_text_draw(canvas, band->horizon, style(RAMURE_ROLE_SMALL, RAMURE_MUTED), box.x, y, g->name_width);
	put_units(canvas, band, g, box, s);
	for (size_t i = 0; i < band->count_count; i++) {
		const struct count *count = &band->counts[i];
		double x = box.x + g->counts +
			   (g->count_pitch > 0 ? (double)count->column * g->count_pitch : (double)i * close);
		double middle = box.y + box.height / 2;

		ramure_draw_shape(canvas, count->mark.shape, x + 6 * s, middle, 5.5 * s, count->mark.colour);
		ramure_text_draw(canvas, count->number, style(RAMURE_ROLE_CELL_STRONG, count->mark.colour), x + 17 * s,
				 middle - 11 * s, 0);
	}
}

/* ---- all of it ---- */

static double put_sentences(const struct dashboard *d, ramure_canvas *canvas, ramure_box box, bool draw)
{
	ramure_style small = style(RAMURE_ROLE_DETAIL, RAMURE_INK);
	double y = box.y;

	small.balanced = false;
	for (size_t i = 0; i < sizeof d->sentences / sizeof *d->sentences; i++) {
		ramure_text_size size = draw ? ramure_text_draw(canvas, d->sentences[i], small, box.x, y, box.width)
					     : ramure_text_measure(canvas, d->sentences[i], small, box.width);

		y += size.height;
	}
	return y - box.y;
}

/* The height of the whole, with rows of a least height. */
static double whole_height(const struct dashboard *d, ramure_canvas *canvas, const struct form *form,
			   const struct grid *g, double names, double sentences, double row, double s)
{
	double height = (form->name_y + form->name_gap) * s + names + sentences;

	for (size_t i = 0; i < d->band_count; i++)
		height += band_height(canvas, &d->bands[i], g, row * s, s);
	return height;
}

static ramure_extent draw(const void *data, ramure_canvas *canvas, const ramure_frame *frame)
{
	const struct dashboard *d = data;
	ramure_box box = frame->box;
	double s = frame->scale, bottom = box.y + box.height;
	struct grid g = grid_of(d, box.width, s);
	double sentences = put_sentences(d, canvas, box, false) + 8 * s;
	double y = box.y, left, least;
	size_t i = frame->from;

	if (frame->from == 0) {
		double names = names_height(d, canvas, box.width, s), whole;
		const struct form *form = &forms[0];

		if (whole_height(d, canvas, form, &g, names, sentences, close_row, s) > box.height)
			form = &forms[1];
		whole = whole_height(d, canvas, form, &g, names, sentences, least_row, s);
		/* A dashboard is seen whole: rather a little smaller than on two pages. */
		if (form->name_y * s + names > box.height || (whole > box.height && whole <= page_zone * s))
			return (ramure_extent){ 0, 0 };
		put_counts(d, canvas, form, box, s);
		y += (form->name_y + form->name_gap) * s + names;
	}
	left = bottom - y - sentences;
	least = d->band_count > i ? left / (double)(d->band_count - i) : 0;
	least = least > row_height * s ? row_height * s : least < least_row * s ? least_row * s : least;
	if (2 * (g.radius + unit_space * s) > least)
		g.radius = least / 2 - unit_space * s;
	for (; i < d->band_count; i++) {
		double height = band_height(canvas, &d->bands[i], &g, least, s);

		if (y + height + (i + 1 == d->band_count ? sentences : 0) > bottom + 0.01 &&
		    (i > frame->from || frame->from > 0 || d->band_count > 1))
			break;
		put_band(canvas, &d->bands[i], &g, (ramure_box){ box.x, y, box.width, height }, s);
		y += height;
	}
	if (i > frame->from)
		ramure_draw_line(canvas, box.x, y, box.x + box.width, y, 1, RAMURE_HAIRLINE);
	if (i < d->band_count)
		/* The counts alone are no page: the first dimension goes with them. */
		return i == 0 ? (ramure_extent){ 0, 0 } : (ramure_extent){ y - box.y, i };
	y += 8 * s;
	return (ramure_extent){ y - box.y + put_sentences(d, canvas, (ramure_box){ box.x, y, box.width, 0 }, true),
				RAMURE_DONE };
}

/* ---- its texts ---- */

static ramure_text number_text(ramure_builder *b, size_t number)
{
	return ramure_figure_format(b, "%zu", number);
}

static void fill_band(ramure_ctx *ctx, ramure_builder *b, const struct measures *m, const struct group *group,
		      struct band *band)
{
	static const ramure_mark_info none = { RAMURE_RING, RAMURE_MUTED, RAMURE_PAPER };
	struct unit *units = RAMURE_NEW_ARRAY(ctx, struct unit, group->count);
	struct count *counts = RAMURE_NEW_ARRAY(ctx, struct count, m->level_count);

	band->name = ramure_figure_text(b, group->dimension);
	/* A report says it in the table behind the drawing. */
	if (ramure_builder_medium(b) == RAMURE_SLIDES)
		band->horizon = ramure_figure_text(b, group->horizon);
	for (size_t i = 0; i < group->count; i++) {
		const struct measure *measure = group->items[i];

		units[i].number = ramure_figure_string(b, measure->number.text);
		units[i].mark = measure->now == NO_LEVEL ? none : m->levels[measure->now].mark;
	}
	for (size_t i = 0, column = 0; i < m->level_count; i++) {
		if (group->counts[i])
			counts[band->count_count++] =
				(struct count){ number_text(b, group->counts[i]), NULL, m->levels[i].mark, column };
		column += m->counts[i] > 0;
	}
	band->units = units;
	band->count = group->count;
	band->counts = counts;
}

/* "6 mesures… Opérationnelles : 1, 2, 3 très satisfaisant ; 4 satisfaisant." */
static ramure_text describe(ramure_ctx *ctx, const struct measures *m)
{
	static const ramure_word colon = { ": ", " : " }, semicolon = { "; ", " ; " };
	ramure_str *sentences = RAMURE_NEW_ARRAY(ctx, ramure_str, m->group_count + 1);

	sentences[0] = counts_sentence(ctx, m);
	for (size_t g = 0; g < m->group_count; g++) {
		const struct group *group = &m->groups[g];
		ramure_str levels = { 0 };

		for (size_t i = 0; i < m->level_count; i++) {
			ramure_str numbers = numbers_at(ctx, group, (int)i);

			if (numbers.size)
				levels = join(ctx, levels, ramure_say(ctx, semicolon),
					      join(ctx, m->levels[i].name.text, ramure_say(ctx, colon), numbers));
		}
		if (group->dimension)
			levels = join(ctx, ramure_plain_text(ctx, group->dimension), ", ", levels);
		if (levels.size)
			sentences[g + 1] = ramure_format(ctx, "%s.", levels.data);
	}
	return ramure_text_new(ctx, ramure_join(ctx, sentences, m->group_count + 1, " "));
}

void put_dashboard(ramure_ctx *ctx, ramure_builder *b, const struct measures *m)
{
	static const ramure_word caption = { "Progress at a glance", "L'avancement en un coup d'œil" };
	struct dashboard *d = RAMURE_NEW(ctx, struct dashboard);
	struct band *bands = RAMURE_NEW_ARRAY(ctx, struct band, m->group_count);
	const ramure_figure_info info = { .data = d, .draw = draw, .alt = describe(ctx, m), .min_width = 560 };
	const ramure_str sentences[] = { counts_sentence(ctx, m), change_sentence(ctx, m), late_sentence(ctx, m) };

	ramure_begin_figure(b, m->at, &info);
	ramure_figure_caption(b, caption, m->list);
	for (size_t i = 0; i < m->level_count; i++) {
		d->counts[i] =
			(struct count){ number_text(b, m->counts[i]), ramure_figure_string(b, m->levels[i].name.text),
					m->levels[i].mark, d->columns };
		d->columns += m->counts[i] > 0;
	}
	d->count_count = m->level_count;
	for (size_t g = 0; g < m->group_count; g++)
		fill_band(ctx, b, m, &m->groups[g], &bands[g]);
	d->bands = bands;
	d->band_count = m->group_count;
	/* In a report they are paragraphs. */
	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
		if (sentences[i].size && ramure_builder_medium(b) == RAMURE_SLIDES)
			d->sentences[i] = ramure_figure_string(b, sentences[i]);
	ramure_end(b);
}
