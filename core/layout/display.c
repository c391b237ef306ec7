/* display.c: the marks of one page, while they are made. */
#include "core/layout/display.h"

#include "core/context.h"
#include "core/layout/places.h"
#include "core/theme/fonts.h"

display_list display_list_on(ramure_ctx *ctx, arena *page_arena, structure *elements, const places *known)
{
	return (display_list){ .ctx = ctx, .arena = page_arena, .structure = elements, .places = known };
}

display_list display_measuring(ramure_ctx *ctx)
{
	return (display_list){ .ctx = ctx, .measuring = true };
}

ramure_page_mark *display_add(display_list *list, ramure_mark_type type, uint32_t element)
{
	ramure_page_mark *mark = &list->spare;

	if (!list->measuring) {
		list->marks = arena_extend(list->arena, list->marks, list->count, sizeof *list->marks);
		mark = &list->marks[list->count++];
	}
	*mark = (ramure_page_mark){ .type = type, .element = element };
	return mark;
}

void display_box(display_list *list, uint32_t element, ramure_box box)
{
	structure_at(list->structure, element)->box = box;
	list->figures = arena_extend(list->arena, list->figures, list->figure_count, sizeof *list->figures);
	list->figures[list->figure_count++] = element;
}

bool display_page_of(const display_list *list, const ramure_node *target, size_t *page)
{
	if (!list->places || !places_page(list->places, target, page))
		return false;
	if (list->places->files)
		*page = list->places->files[*page];
	return true;
}

static void transform_path(display_list *list, ramure_page_mark *mark, double scale, double dx, double dy)
{
	ramure_segment *moved = arena_alloc_array(list->arena, mark->path.count, sizeof *moved);

	for (size_t i = 0; i < mark->path.count; i++) {
		moved[i] = mark->path.segments[i];
		for (int j = 0; j < 3; j++) {
			moved[i].x[j] = (float)(moved[i].x[j] * scale + dx);
			moved[i].y[j] = (float)(moved[i].y[j] * scale + dy);
		}
	}
	mark->path.segments = moved;
	mark->path.ink.stroke_width *= (float)scale;
	mark->path.ink.dash *= (float)scale;
	mark->path.ink.gap *= (float)scale;
}

static void transform_box(ramure_box *box, double scale, double dx, double dy)
{
	*box = (ramure_box){ box->x * scale + dx, box->y * scale + dy, box->width * scale, box->height * scale };
}

void display_transform(display_list *list, double scale, double dx, double dy)
{
	for (size_t i = 0; i < list->figure_count; i++)
		transform_box(&structure_at(list->structure, list->figures[i])->box, scale, dx, dy);
	for (size_t i = 0; i < list->count; i++) {
		ramure_page_mark *mark = &list->marks[i];

		switch (mark->type) {
		case RAMURE_GLYPH_RUN:
			mark->run.x = (float)(mark->run.x * scale + dx);
			mark->run.y = (float)(mark->run.y * scale + dy);
			mark->run.size *= (float)scale;
			break;
		case RAMURE_PATH_MARK:
			transform_path(list, mark, scale, dx, dy);
			break;
		case RAMURE_IMAGE_MARK:
			transform_box(&mark->image.box, scale, dx, dy);
			break;
		case RAMURE_LINK_MARK:
			transform_box(&mark->link.box, scale, dx, dy);
			break;
		}
	}
}

/* ---- leftward ---- */

/* Where the pen leads, in points; negative in a run that goes leftward. */
static double run_width(const display_list *list, const ramure_page_mark *mark)
{
	double width = 0;

	for (size_t i = 0; i < mark->run.glyph_count; i++)
		width += mark->run.glyphs[i].advance;
	return width * (double)mark->run.size / fonts_at(list->ctx, mark->run.font)->info.units_per_em;
}

static void mirror_path(display_list *list, ramure_page_mark *mark, double axis)
{
	ramure_segment *mirrored = arena_alloc_array(list->arena, mark->path.count, sizeof *mirrored);

	for (size_t i = 0; i < mark->path.count; i++) {
		mirrored[i] = mark->path.segments[i];
		for (int j = 0; j < 3; j++)
			mirrored[i].x[j] = (float)(2 * axis - (double)mirrored[i].x[j]);
	}
	mark->path.segments = mirrored;
}

static void mirror_box(ramure_box *box, double axis)
{
	box->x = 2 * axis - box->x - box->width;
}

void display_mirror(display_list *list, size_t first, double axis)
{
	for (size_t i = first; i < list->count; i++) {
		ramure_page_mark *mark = &list->marks[i];

		switch (mark->type) {
		case RAMURE_GLYPH_RUN:
			mark->run.x = (float)(2 * axis - (double)mark->run.x - run_width(list, mark));
			break;
		case RAMURE_PATH_MARK:
			mirror_path(list, mark, axis);
			break;
		case RAMURE_IMAGE_MARK:
			mirror_box(&mark->image.box, axis);
			break;
		case RAMURE_LINK_MARK:
			mirror_box(&mark->link.box, axis);
			break;
		}
	}
}

display_turn display_turn_begin(display_list *list, bool leftward)
{
	display_turn turn = { list->count, list->figure_count, leftward != list->turned };

	list->turned = leftward;
	return turn;
}

void display_turn_end(display_list *list, display_turn turn, double axis)
{
	if (!turn.turns)
		return;
	list->turned = !list->turned;
	display_mirror(list, turn.marks, axis);
	for (size_t i = turn.figures; i < list->figure_count; i++)
		mirror_box(&structure_at(list->structure, list->figures[i])->box, axis);
}
