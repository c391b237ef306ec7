/* discs.c: discs, as one form that each of them places. */
#include "discs.h"

#include <math.h>

/* The circle of radius 1 as four curves: where it begins, then their handles and ends. */
enum { POINTS = 13 };
#define K 0.5522847498
static const double circle[POINTS][2] = { { 1, 0 },   { 1, K },   { K, 1 },  { 0, 1 },  { -K, 1 }, { -1, K }, { -1, 0 },
					  { -1, -K }, { -K, -1 }, { 0, -1 }, { K, -1 }, { 1, -K }, { 1, 0 } };

static bool near(double a, double b)
{
	return fabs(a - b) < 0.01;
}

static bool stands(const disc *d, float x, float y, const double point[2])
{
	return near((double)x, d->x + d->radius * point[0]) && near((double)y, d->y + d->radius * point[1]);
}

bool disc_is(const ramure_segment *s, size_t count, disc *found)
{
	disc d;

	if (count != 6 || s[0].op != RAMURE_MOVE || s[2].op != RAMURE_CURVE_TO || s[5].op != RAMURE_CLOSE)
		return false;
	/* The second curve ends across. */
	d.radius = ((double)s[0].x[0] - (double)s[2].x[2]) / 2;
	d.x = (double)s[0].x[0] - d.radius;
	d.y = (double)s[0].y[0];
	for (size_t i = 1; i < POINTS; i++) {
		const ramure_segment *curve = &s[(i + 2) / 3];

		if (curve->op != RAMURE_CURVE_TO ||
		    !stands(&d, curve->x[(i + 2) % 3], curve->y[(i + 2) % 3], circle[i]))
			return false;
	}
	*found = d;
	return d.radius > 0;
}

HPDF_Dict disc_form(ramure_ctx *ctx, haru *h, file *f)
{
	HPDF_Dict form = haru_indirect(h);
	HPDF_Array box = haru_array(h);
	bytes out = bytes_on(ctx);

	/* Wider than the disc, so that no edge is cut where it is smoothed. */
	for (int side = 0; side < 4; side++)
		haru_push_number(h, box, side < 2 ? -2 : 2);
	haru_set_name(h, form, "Type", "XObject");
	haru_set_name(h, form, "Subtype", "Form");
	haru_set(h, form, "BBox", box);
	for (size_t i = 0; i < POINTS; i++) {
		bytes_put_fixed(&out, llround(circle[i][0] * 10000), 4);
		bytes_putc(&out, ' ');
		bytes_put_fixed(&out, llround(circle[i][1] * 10000), 4);
		bytes_puts(&out, i == 0 ? " m " : i % 3 == 0 ? " c " : " ");
	}
	bytes_puts(&out, "f");
	haru_print_entries(h, form);
	file_stream(f, haru_number(form), &h->printed, out.data, out.size, NULL);
	return form;
}
