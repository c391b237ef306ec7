/* canvas.c: the drawing surface: text in the theme's roles, decoration, and the elements they belong to. */
#include "core/layout/canvas.h"

#include "core/context.h"

#include <string.h>

ramure_canvas canvas_on(ramure_ctx *ctx, display_list *list, uint32_t element, double scale)
{
	return (ramure_canvas){ .ctx = ctx, .list = list, .elements = { element }, .depth = 1, .scale = scale };
}

uint32_t canvas_element(const ramure_canvas *canvas)
{
	size_t depth = canvas->depth < CANVAS_DEEPEST ? canvas->depth : CANVAS_DEEPEST;

	return canvas->repeats > 0 ? RAMURE_ARTIFACT : canvas->elements[depth - 1];
}

/* Light forms of the colours, for a ground of the primary colour. */
static ramure_colour on_primary(ramure_colour colour)
{
	static const struct {
		ramure_colour from, to;
	} forms[] = {
		{ RAMURE_INK, RAMURE_ON_PRIMARY },         { RAMURE_PRIMARY, RAMURE_ON_PRIMARY },
		{ RAMURE_MUTED, RAMURE_ON_PRIMARY_1 },     { RAMURE_LINE, RAMURE_ON_PRIMARY_1 },
		{ RAMURE_ACCENT, RAMURE_ON_PRIMARY_2 },    { RAMURE_THIRD, RAMURE_ON_PRIMARY_3 },
		{ RAMURE_HAIRLINE, RAMURE_ORNAMENT_REST }, { RAMURE_TINT, RAMURE_ORNAMENT_REST },
	};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (forms[i].from == colour)
			return forms[i].to;
	return colour;
}

ramure_rgb canvas_rgb(const ramure_canvas *canvas, ramure_colour colour)
{
	return canvas->ctx->theme->colours[canvas->on_primary ? on_primary(colour) : colour];
}

paragraph_style canvas_style(const ramure_canvas *canvas, ramure_style style)
{
	role_style role = canvas->ctx->theme->roles[style.role];
	ramure_colour colour = style.coloured ? style.colour : role.colour;

	if (style.size > 0)
		role.size = style.size;
	if (style.leading > 0)
		role.leading = style.leading;
	return (paragraph_style){
		.role = role,
		.scale = canvas->scale,
		.colour = canvas->on_primary ? on_primary(colour) : colour,
		.align = style.align,
		.balanced = style.balanced,
	};
}

static ramure_text_size text_size(const paragraph_lines *lines)
{
	return (ramure_text_size){
		.width = lines->width,
		.height = lines->leading * (double)lines->count,
		.baseline = lines->baseline,
		.lines = lines->count,
	};
}

ramure_text_size ramure_text_measure(ramure_canvas *canvas, ramure_text text, ramure_style style, double width)
{
	paragraph_style set = canvas_style(canvas, style);

	if (!text)
		return (ramure_text_size){ 0 };
	return text_size(paragraph_break(canvas->ctx, paragraph_shape(canvas->ctx, text, &set), &set, width));
}

ramure_text_size ramure_text_draw(ramure_canvas *canvas, ramure_text text, ramure_style style, double x, double y,
				  double width)
{
	paragraph_style set = canvas_style(canvas, style);
	const paragraph *shaped;
	const paragraph_lines *lines;

	if (!text)
		return (ramure_text_size){ 0 };
	shaped = paragraph_shape(canvas->ctx, text, &set);
	lines = paragraph_break(canvas->ctx, shaped, &set, width);
	paragraph_put(canvas->ctx, canvas->list, canvas_element(canvas), shaped, lines, &set, 0, lines->count, x, y,
		      width > 0 ? width : lines->width);
	return text_size(lines);
}

double ramure_text_min_width(ramure_canvas *canvas, ramure_text text, ramure_style style)
{
	paragraph_style set = canvas_style(canvas, style);

	return text ? paragraph_min_width(paragraph_shape(canvas->ctx, text, &set), &set) : 0;
}

void canvas_path(ramure_canvas *canvas, const ramure_segment *segments, size_t count, const ramure_paint *paint)
{
	display_list *list = canvas->list;
	ramure_page_mark *mark;
	ramure_segment *copy;

	if (list->measuring || count == 0)
		return;
	copy = arena_alloc_array(list->arena, count, sizeof *copy);
	memcpy(copy, segments, count * sizeof *copy);
	mark = display_add(list, RAMURE_PATH_MARK, RAMURE_ARTIFACT);
	mark->path.segments = copy;
	mark->path.count = count;
	mark->path.ink = (ramure_ink){
		.fill = canvas_rgb(canvas, paint->fill),
		.stroke = canvas_rgb(canvas, paint->stroke),
		.filled = paint->filled,
		.stroked = paint->stroke_width > 0,
		.round_caps = paint->round_caps,
		.stroke_width = (float)paint->stroke_width,
		.dash = (float)paint->dash,
		.gap = (float)paint->gap,
	};
}

void ramure_draw_path(ramure_canvas *canvas, const ramure_segment *segments, size_t count, const ramure_paint *paint)
{
	canvas_path(canvas, segments, count, paint);
}

void ramure_draw_line(ramure_canvas *canvas, double x0, double y0, double x1, double y1, double width,
		      ramure_colour colour)
{
	const ramure_segment segments[] = {
		{ .op = RAMURE_MOVE, .x = { (float)x0 }, .y = { (float)y0 } },
		{ .op = RAMURE_LINE_TO, .x = { (float)x1 }, .y = { (float)y1 } },
	};

	canvas_path(canvas, segments, 2, &(ramure_paint){ .stroke = colour, .stroke_width = width });
}

void ramure_draw_rect(ramure_canvas *canvas, ramure_box box, double radius, const ramure_paint *paint)
{
	ramure_segment segments[SHAPE_SEGMENTS];

	canvas_path(canvas, segments, shape_rect(segments, box, radius), paint);
}

void ramure_draw_circle(ramure_canvas *canvas, double x, double y, double radius, const ramure_paint *paint)
{
	ramure_segment segments[SHAPE_SEGMENTS];
	ramure_paint round = *paint;

	round.round_caps = true; /* where the circle closes, a pointed join can show as a spike */
	canvas_path(canvas, segments, shape_circle(segments, x, y, radius), &round);
}

void ramure_draw_shape(ramure_canvas *canvas, ramure_shape shape, double x, double y, double radius,
		       ramure_colour colour)
{
	size_t first = canvas->list->count;

	for (int part = 0; part < 2; part++) {
		ramure_segment segments[SHAPE_SEGMENTS];
		double stroke;
		size_t count = shape_outline(segments, shape, x, y, radius, part, &stroke);

		/* A ring is empty: its inside is the ground's colour, whatever lies below. */
		canvas_path(canvas, segments, count,
			    &(ramure_paint){ .filled = true,
					     .fill = stroke > 0 ? RAMURE_PAPER : colour,
					     .stroke = colour,
					     .stroke_width = stroke,
					     .round_caps = stroke > 0 });
	}
	if (canvas->list->turned) /* a sign keeps its form, as words do */
		display_mirror(canvas->list, first, x);
}

/* Height 22, radius 11, a shape of radius 5 at 14, words 14/18 bold at 25. */
double ramure_draw_pill(ramure_canvas *canvas, ramure_mark_info mark, ramure_text words, double x, double y,
			double width)
{
	const ramure_style style = { .role = RAMURE_ROLE_SMALL_STRONG, .colour = mark.colour, .coloured = true };
	double scale = canvas->scale, height = 22 * scale;
	double left = mark.ground == RAMURE_PAPER ? 16 * scale : 25 * scale;
	ramure_text_size size = ramure_text_measure(canvas, words, style, 0);

	if (width <= 0)
		width = left + size.width + (mark.ground == RAMURE_PAPER ? 0 : 13 * scale);
	if (mark.ground != RAMURE_PAPER)
		ramure_draw_rect(canvas, (ramure_box){ x, y, width, height }, height / 2,
				 &(ramure_paint){ .fill = mark.ground, .filled = true });
	ramure_draw_shape(canvas, mark.shape, x + left - 11 * scale, y + height / 2, 5 * scale, mark.colour);
	ramure_text_draw(canvas, words, style, x + left, y + (height - size.height) / 2, 0);
	return width;
}

void ramure_open(ramure_canvas *canvas, ramure_tag tag, size_t key)
{
	uint32_t parent = canvas_element(canvas);
	uint32_t element = parent;

	if (!canvas->list->measuring && parent != RAMURE_ARTIFACT)
		element = structure_element(canvas->list->structure, parent, tag, key);
	if (canvas->depth < CANVAS_DEEPEST)
		canvas->elements[canvas->depth] = element;
	canvas->depth++;
}

void ramure_close(ramure_canvas *canvas)
{
	/* The element that the canvas was given stays open, however often a figure closes. */
	if (canvas->depth > 1)
		canvas->depth--;
}

void ramure_scope(ramure_canvas *canvas, int scope)
{
	uint32_t element = canvas_element(canvas);

	if (!canvas->list->measuring && element != RAMURE_ARTIFACT)
		structure_set_scope(canvas->list->structure, element, scope);
}

void ramure_repeat_begin(ramure_canvas *canvas)
{
	canvas->repeats++;
}

void ramure_repeat_end(ramure_canvas *canvas)
{
	if (canvas->repeats > 0)
		canvas->repeats--;
}

ramure_ctx *ramure_canvas_ctx(const ramure_canvas *canvas)
{
	return canvas->ctx;
}
