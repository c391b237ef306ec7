/* display.c: the marks of one page, while they are made. */
#include "core/layout/display.h"

#include "core/context.h"
#include "core/layout/places.h"

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
		if (list->count == list->capacity) {
			size_t capacity = list->capacity ? list->capacity * 2 : 64;

			list->marks = arena_grow(list->arena, list->marks, list->capacity * sizeof *list->marks,
						 capacity * sizeof *list->marks);
			list->capacity = capacity;
		}
		mark = &list->marks[list->count++];
	}
	*mark = (ramure_page_mark){ .type = type, .element = element };
	return mark;
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

void display_transform(display_list *list, size_t first, double scale, double dx, double dy)
{
	for (size_t i = first; i < list->count; i++) {
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
