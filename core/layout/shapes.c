/* shapes.c: the outlines of circles, rectangles and of the shapes that mean something. */
#include "core/layout/canvas.h"

#include <math.h>

/* Handle of a cubic curve that follows a quarter of a circle of radius 1. */
static const double quarter = 0.5522847498;

static ramure_segment move(double x, double y)
{
	return (ramure_segment){ .op = RAMURE_MOVE, .x = { (float)x }, .y = { (float)y } };
}

static ramure_segment line(double x, double y)
{
	return (ramure_segment){ .op = RAMURE_LINE_TO, .x = { (float)x }, .y = { (float)y } };
}

static ramure_segment curve(double x0, double y0, double x1, double y1, double x2, double y2)
{
	return (ramure_segment){ .op = RAMURE_CURVE_TO,
				 .x = { (float)x0, (float)x1, (float)x2 },
				 .y = { (float)y0, (float)y1, (float)y2 } };
}

static const ramure_segment close_path = { .op = RAMURE_CLOSE };

size_t shape_circle(ramure_segment *out, double x, double y, double radius)
{
	double k = radius * quarter;

	out[0] = move(x + radius, y);
	out[1] = curve(x + radius, y + k, x + k, y + radius, x, y + radius);
	out[2] = curve(x - k, y + radius, x - radius, y + k, x - radius, y);
	out[3] = curve(x - radius, y - k, x - k, y - radius, x, y - radius);
	out[4] = curve(x + k, y - radius, x + radius, y - k, x + radius, y);
	out[5] = close_path;
	return 6;
}

size_t shape_rect(ramure_segment *out, ramure_box box, double radius)
{
	double x0 = box.x, y0 = box.y, x1 = box.x + box.width, y1 = box.y + box.height;
	double r = fmin(radius, fmin(box.width, box.height) / 2);
	double k = r * (1 - quarter);

	if (r <= 0) {
		out[0] = move(x0, y0);
		out[1] = line(x1, y0);
		out[2] = line(x1, y1);
		out[3] = line(x0, y1);
		out[4] = close_path;
		return 5;
	}
	out[0] = move(x0 + r, y0);
	out[1] = line(x1 - r, y0);
	out[2] = curve(x1 - k, y0, x1, y0 + k, x1, y0 + r);
	out[3] = line(x1, y1 - r);
	out[4] = curve(x1, y1 - k, x1 - k, y1, x1 - r, y1);
	out[5] = line(x0 + r, y1);
	out[6] = curve(x0 + k, y1, x0, y1 - k, x0, y1 - r);
	out[7] = line(x0, y0 + r);
	out[8] = curve(x0, y0 + k, x0 + k, y0, x0 + r, y0);
	out[9] = close_path;
	return 10;
}

static size_t polygon(ramure_segment *out, const double (*points)[2], size_t count, double x, double y, double radius)
{
	for (size_t i = 0; i < count; i++) {
		double px = x + radius * points[i][0], py = y + radius * points[i][1];

		out[i] = i ? line(px, py) : move(px, py);
	}
	out[count] = close_path;
	return count + 1;
}

/* Corners on a circle, from the top; every second one at `inner` of the radius. */
static size_t regular(ramure_segment *out, size_t corners, double inner, double x, double y, double radius)
{
	const double pi = 3.14159265358979323846;

	for (size_t i = 0; i < corners; i++) {
		double angle = 2 * pi * (double)i / (double)corners;
		double r = i % 2 ? radius * inner : radius;
		double px = x + r * sin(angle), py = y - r * cos(angle);

		out[i] = i ? line(px, py) : move(px, py);
	}
	out[corners] = close_path;
	return corners + 1;
}

/* The corners of shapes whose disc has radius 1, so that all weigh alike to the eye. */
static const double square[][2] = { { -0.9, -0.9 }, { 0.9, -0.9 }, { 0.9, 0.9 }, { -0.9, 0.9 } };
static const double triangle[][2] = { { 0, -1.12 }, { 1.16, 0.88 }, { -1.16, 0.88 } };
static const double diamond[][2] = { { 0, -1.22 }, { 1.22, 0 }, { 0, 1.22 }, { -1.22, 0 } };
static const double cross[][2] = { { -0.35, -1 },   { 0.35, -1 },   { 0.35, -0.35 }, { 1, -0.35 },
				   { 1, 0.35 },     { 0.35, 0.35 }, { 0.35, 1 },     { -0.35, 1 },
				   { -0.35, 0.35 }, { -1, 0.35 },   { -1, -0.35 },   { -0.35, -0.35 } };

/* The ring's stroke runs inside the disc of that radius but for a fifth of its width. */
static double ring_stroke(double radius)
{
	return radius * 0.27;
}

static size_t half_disc(ramure_segment *out, double x, double y, double radius)
{
	double k = radius * quarter;

	out[0] = move(x, y - radius);
	out[1] = curve(x + k, y - radius, x + radius, y - k, x + radius, y);
	out[2] = curve(x + radius, y + k, x + k, y + radius, x, y + radius);
	out[3] = close_path;
	return 4;
}

size_t shape_outline(ramure_segment *out, ramure_shape shape, double x, double y, double radius, int part,
		     double *stroke)
{
	*stroke = 0;
	if (part == 1)
		return shape == RAMURE_HALF_DISC ? half_disc(out, x, y, radius) : 0;
	switch (shape) {
	case RAMURE_NO_SHAPE:
	case RAMURE_SHAPES:
		return 0;
	case RAMURE_DISC:
		return shape_circle(out, x, y, radius);
	case RAMURE_SQUARE:
		return polygon(out, square, 4, x, y, radius);
	case RAMURE_TRIANGLE:
		return polygon(out, triangle, 3, x, y, radius);
	case RAMURE_DIAMOND:
		return polygon(out, diamond, 4, x, y, radius);
	case RAMURE_RING:
	case RAMURE_HALF_DISC:
		*stroke = ring_stroke(radius);
		return shape_circle(out, x, y, radius);
	case RAMURE_PENTAGON:
		return regular(out, 5, 1, x, y, radius * 1.12);
	case RAMURE_HEXAGON:
		return regular(out, 6, 1, x, y, radius * 1.08);
	case RAMURE_STAR:
		return regular(out, 10, 0.45, x, y, radius * 1.3);
	case RAMURE_CROSS:
		return polygon(out, cross, 12, x, y, radius);
	}
	return 0;
}
