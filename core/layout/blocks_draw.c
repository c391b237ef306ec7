/* blocks_draw.c: blocks inside a kind's own drawing, in type for their width. */
#include "core/context.h"
#include "core/layout/flow.h"

ramure_extent ramure_blocks_draw(ramure_canvas *canvas, ramure_text blocks, const ramure_frame *frame)
{
	room r = { frame->box.x, frame->box.y, frame->box.width, frame->box.height, false };
	/* NOLINTNEXTLINE(performance-no-int-to-ptr): a frame counts in numbers; ours is the address of a position */
	const position *from = frame->from ? (const position *)(uintptr_t)frame->from : NULL;
	double before = canvas->scale;
	flow_memory *memory;
	flow f;
	placed p;

	if (!blocks)
		return (ramure_extent){ 0, RAMURE_DONE };
	canvas->scale = frame->scale;
	memory = flow_memory_take(canvas->ctx);
	f = (flow){
		.canvas = canvas,
		.memory = memory,
		.gaps = 1,
		.images = 1,
		.page = frame->box.height,
		.columns = 1,
		.role = r.width >= 420   ? RAMURE_ROLE_BODY
			: r.width >= 200 ? RAMURE_ROLE_CELL
					 : RAMURE_ROLE_SMALL,
	};
	p = flow_blocks(&f, blocks, r, from);
	flow_memory_give(canvas->ctx, memory);
	canvas->scale = before;
	return (ramure_extent){ p.height, p.next == FLOW_END ? RAMURE_DONE : (size_t)(uintptr_t)p.next };
}
