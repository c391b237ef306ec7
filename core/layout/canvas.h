/* canvas.h: the drawing surface that figures, tables and the master share: a display list, an open element, a scale. */
#ifndef RAMURE_CANVAS_H
#define RAMURE_CANVAS_H

#include "core/layout/display.h"
#include "core/layout/paragraph.h"

/* Elements opened deeper than this go on in the deepest one. */
enum { CANVAS_DEEPEST = 24 };

/* A canvas is made on the stack of whoever draws; it owns nothing. */
struct ramure_canvas {
	ramure_ctx *ctx;
	display_list *list;
	uint32_t elements[CANVAS_DEEPEST]; /* the open elements, the last one receives marks */
	size_t depth;
	int repeats; /* > 0: marks are artifacts */
	double scale;
	bool on_primary; /* the page's ground is the primary colour: each colour takes its light form */
};

/* Marks go to `list` (measured only when list->measuring), text to `element`. */
ramure_canvas canvas_on(ramure_ctx *ctx, display_list *list, uint32_t element, double scale);
/* The element that text belongs to: RAMURE_ARTIFACT in what is repeated. */
uint32_t canvas_element(const ramure_canvas *canvas);
/* The paragraph style of a role on this canvas, for paragraph_shape(). */
paragraph_style canvas_style(const ramure_canvas *canvas, ramure_style style);
/* A colour as it shows on this canvas's ground. */
ramure_rgb canvas_rgb(const ramure_canvas *canvas, ramure_colour colour);

/* A path of the core's own, in the colours of the canvas; the segments are copied. */
void canvas_path(ramure_canvas *canvas, const ramure_segment *segments, size_t count, const ramure_paint *paint);

/* The outlines of shapes, for canvases and for marks that stand in text.  A shape is filled, but that of a ring is
 * stroked.  Writes at most SHAPE_SEGMENTS; returns how many. */
enum { SHAPE_SEGMENTS = 16 };
size_t shape_circle(ramure_segment *out, double x, double y, double radius);
size_t shape_rect(ramure_segment *out, ramure_box box, double radius);
/* `radius` is that of the disc of the same weight; `stroke` is set to the width of the stroke, 0 to fill.  A half disc
 * takes two paths: `part` 0, then 1; every other shape answers 0 for part 1. */
size_t shape_outline(ramure_segment *out, ramure_shape shape, double x, double y, double radius, int part,
		     double *stroke);

#endif
