/* page.c: the geometry that all pages share, and the small things that pages are made of. */
#include "core/layout/page.h"

#include "core/context.h"
#include "core/document/document.h"

#include <string.h>

page_frame page_frame_of(const ramure_canvas *canvas)
{
	const page_format *format = &canvas->ctx->theme->format;

	return (page_frame){
		.width = format->width,
		.height = format->height,
		.left = format->margin,
		.right = format->width - format->margin,
		.stretch = format->width / 960,
	};
}

const page_master *page_master_of(const ramure_canvas *canvas)
{
	return &canvas->ctx->theme->master;
}

ramure_style page_style(ramure_role role, ramure_colour colour)
{
	return (ramure_style){ .role = role, .colour = colour, .coloured = true };
}

ramure_text_size page_text(ramure_canvas *canvas, ramure_tag tag, ramure_text text, ramure_style style, double x,
			   double y, double width)
{
	return page_text_as(canvas, tag, (size_t)(uintptr_t)text, text, style, x, y, width);
}

ramure_text_size page_text_as(ramure_canvas *canvas, ramure_tag tag, size_t key, ramure_text text, ramure_style style,
			      double x, double y, double width)
{
	ramure_text_size size;

	if (!text)
		return (ramure_text_size){ 0 };
	ramure_open(canvas, tag, key);
	size = ramure_text_draw(canvas, text, style, x, y, width);
	ramure_close(canvas);
	return size;
}

ramure_text_size page_heading(ramure_canvas *canvas, int level, ramure_text text, ramure_style style, double x,
			      double y, double width)
{
	ramure_text_size size;

	if (!text)
		return (ramure_text_size){ 0 };
	ramure_open(canvas, structure_heading_tag(level), (size_t)(uintptr_t)text);
	if (!canvas->list->measuring && canvas_element(canvas) != RAMURE_ARTIFACT)
		structure_at(canvas->list->structure, canvas_element(canvas))->title =
			ramure_plain_text(canvas->ctx, text);
	size = ramure_text_draw(canvas, text, style, x, y, width);
	ramure_close(canvas);
	return size;
}

void page_rect(ramure_canvas *canvas, double x, double y, double width, double height, ramure_colour colour)
{
	ramure_draw_rect(canvas, (ramure_box){ x, y, width, height }, 0,
			 &(ramure_paint){ .fill = colour, .filled = true });
}

void page_tick(ramure_canvas *canvas, double top)
{
	const page_master *at = page_master_of(canvas);

	page_rect(canvas, 0, top, at->tick_width, at->tick_height, RAMURE_ACCENT);
}

void page_tick_beside(ramure_canvas *canvas, ramure_style style, double top)
{
	page_tick(canvas, top + (canvas_style(canvas, style).role.leading - page_master_of(canvas)->tick_height) / 2);
}

ramure_style page_part_title(ramure_canvas *canvas, ramure_text title, double width)
{
	static const double sizes[][2] = { { 0, 0 }, { 28, 34 }, { 20, 26 } };
	static const double highest = 4 * 46;
	ramure_style style = page_style(RAMURE_ROLE_PART_TITLE, RAMURE_PRIMARY);

	style.balanced = true;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		style.size = sizes[i][0];
		style.leading = sizes[i][1];
		if (ramure_text_measure(canvas, title, style, width).height <= highest)
			break;
	}
	return style;
}

bool page_clings(ramure_canvas *canvas, ramure_text text, ramure_style style, double width)
{
	paragraph_style set = canvas_style(canvas, style);

	return paragraph_break(canvas->ctx, paragraph_shape(canvas->ctx, text, &set), &set, width)->clings;
}

ramure_text text_join(ramure_ctx *ctx, ramure_text a, const char *between, ramure_text b)
{
	ramure_node *joined;

	if (!a || !b)
		return a ? a : b;
	joined = node_new(ctx, RAMURE_PHRASE, a->span);
	node_copy_children(ctx, joined, a);
	node_append(joined, node_text(ctx, a->span, (ramure_str){ between, strlen(between) }));
	node_copy_children(ctx, joined, b);
	return joined;
}

ramure_text text_without_place(ramure_ctx *ctx, ramure_text a)
{
	ramure_node *bare = NULL;

	for (const ramure_node *child = a ? a->first : NULL; child && !bare; child = child->next)
		if (is_series_run(child))
			bare = node_new(ctx, RAMURE_PHRASE, a->span);
	if (!bare)
		return a;
	for (const ramure_node *child = a->first; child; child = child->next)
		if (!is_series_run(child))
			node_append(bare, node_copy(ctx, child));
	return bare;
}

ramure_text text_in_one_line(ramure_ctx *ctx, ramure_text a)
{
	static const char space[] = " ";
	ramure_node *line;

	if (!a || !ramure_child(a, RAMURE_BREAK))
		return a;
	line = node_new(ctx, RAMURE_PHRASE, a->span);
	for (const ramure_node *child = a->first; child; child = child->next)
		node_append(line, child->type == RAMURE_BREAK ? node_text(ctx, child->span, (ramure_str){ space, 1 })
							      : node_copy(ctx, child));
	return line;
}

const char *text_stop(ramure_ctx *ctx, ramure_text a)
{
	static const char *const stops[] = { ".", "!", "?", "…", ":" };
	ramure_str words = a ? ramure_plain_text(ctx, a) : RAMURE_STR("");

	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
		size_t size = strlen(stops[i]);

		if (words.size >= size && memcmp(words.data + words.size - size, stops[i], size) == 0)
			return " ";
	}
	return ". ";
}
