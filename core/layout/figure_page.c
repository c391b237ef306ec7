/* figure_page.c: one figure on a page of its own size, for flow writers that draw. */
#include "core/context.h"
#include "core/layout/canvas.h"
#include "core/theme/fonts.h"

/* Higher than any figure: its own height is what it answers. */
static const double unlimited = 14400;

static ramure_extent draw(ramure_ctx *ctx, display_list *list, const ramure_node *figure, const ramure_frame *frame)
{
	uint32_t root = structure_element(list->structure, RAMURE_ARTIFACT, RAMURE_TAG_DOCUMENT, 0);
	ramure_canvas canvas = canvas_on(ctx, list, root, 1);
	const ramure_figure_info *info = figure->figure;
	display_turn turn = display_turn_begin(list, ramure_is_leftward(ctx->lang));
	uintptr_t before = ctx_enter(ctx, (uintptr_t)info->draw);
	ramure_extent extent = info->draw(info->data, &canvas, frame);

	ctx_leave(ctx, before);
	display_turn_end(list, turn, frame->box.width / 2);
	return extent;
}

/* What was shaped in another family is not what is asked for. */
static void set_in(ramure_ctx *ctx, ramure_str family)
{
	fonts_prefer(ctx, family);
	paragraph_forget(ctx);
}

/* A long report has thousands of drawings: each takes the room of the one before. */
static arena *clear(ramure_ctx *ctx)
{
	arena_free(ctx->figure_page);
	ctx->figure_page = arena_beside(ctx->arena);
	return ctx->figure_page;
}

const ramure_page *ramure_figure_page(ramure_ctx *ctx, const ramure_node *figure, ramure_str family, double width,
				      double height, size_t *from)
{
	arena *memory = clear(ctx);
	display_list list = display_list_on(ctx, memory, structure_new(memory), NULL);
	ramure_page *page = arena_alloc(memory, sizeof *page);
	ramure_frame frame = { .scale = 1, .from = *from };
	ramure_extent extent;

	if (width < figure->figure->min_width)
		width = figure->figure->min_width;
	frame.box = (ramure_box){ 0, 0, width, height };
	set_in(ctx, family);
	extent = draw(ctx, &list, figure, &frame);
	if (extent.next == *from) {
		list.count = 0; /* a heading, say, above what found no room */
		frame.box.height = unlimited;
		extent = draw(ctx, &list, figure, &frame);
	}
	set_in(ctx, (ramure_str){ 0 });
	*page = (ramure_page){
		.width = width,
		.height = extent.height,
		.ground = ctx->theme->colours[RAMURE_PAPER],
		.label = RAMURE_STR(""),
	};
	page->marks = list.marks;
	page->count = list.count;
	/* A figure that never ends would be drawn for ever. */
	*from = extent.next == *from ? RAMURE_DONE : extent.next;
	return page;
}

const ramure_font *ramure_figure_font(ramure_ctx *ctx, const ramure_page_mark *run)
{
	return &fonts_at(ctx, run->run.font)->info;
}
