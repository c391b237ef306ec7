/* figure_page.c: one figure on a page of its own size, for flow writers that draw. */
#include "core/context.h"
#include "core/layout/canvas.h"
#include "core/theme/fonts.h"

/* Higher than any figure: its own height is what it answers. */
static const double unlimited = 14400;

/* Draws the figure, whole; answers its height. */
static double draw(ramure_ctx *ctx, display_list *list, uint32_t element, const ramure_node *figure, double width)
{
	ramure_canvas canvas = canvas_on(ctx, list, element, 1);
	const ramure_figure_info *info = figure->figure;
	ramure_frame frame = { .box = { 0, 0, width, unlimited }, .scale = 1 };
	display_turn turn = display_turn_begin(list, ramure_is_leftward(ctx->lang));
	uintptr_t before = ctx_enter(ctx, (uintptr_t)info->draw);
	ramure_extent extent = info->draw(info->data, &canvas, &frame);

	ctx_leave(ctx, before);
	display_turn_end(list, turn, width / 2);
	return extent.height;
}

const ramure_page *ramure_figure_page(ramure_ctx *ctx, const ramure_node *figure, double width)
{
	structure *elements = structure_new(ctx);
	uint32_t root = structure_element(elements, RAMURE_ARTIFACT, RAMURE_TAG_DOCUMENT, 0);
	display_list list = display_list_on(ctx, ctx->arena, elements, NULL);
	ramure_page *page = RAMURE_NEW(ctx, ramure_page);

	if (width < figure->figure->min_width)
		width = figure->figure->min_width;
	*page = (ramure_page){
		.width = width,
		.height = draw(ctx, &list, root, figure, width),
		.ground = ctx->theme->colours[RAMURE_PAPER],
		.label = RAMURE_STR(""),
	};
	page->marks = list.marks;
	page->count = list.count;
	return page;
}

const ramure_font *ramure_figure_font(ramure_ctx *ctx, const ramure_page_mark *run)
{
	return &fonts_at(ctx, run->run.font)->info;
}
