/* canvas.h: the drawing surface that figures, tables and the master share: a display list, an open element, a scale. */
#ifndef RAMURE_CANVAS_H
#define RAMURE_CANVAS_H

#include "core/layout/display.h"
#include "core/layout/paragraph.h"

enum { CANVAS_DEEPEST = 24 };

/* A canvas is made on the stack of whoever draws; it owns nothing. */
struct ramure_canvas {
	ramure_ctx *ctx;
	display_list *list;
	uint32_t elements[CANVAS_DEEPEST]; /* the open elements, the last one receives marks */
	size_t depth;
	int repeats; /* > 0: marks are artifacts */
	double scale;
};

/* Marks go to `list` (measured only when list->measuring), text to `element`. */
ramure_canvas canvas_on(ramure_ctx *ctx, display_list *list, uint32_t element, double scale);
uint32_t canvas_element(const ramure_canvas *canvas);
/* The paragraph style of a role on this canvas, for paragraph_shape(). */
paragraph_style canvas_style(const ramure_canvas *canvas, ramure_style style);

#endif
