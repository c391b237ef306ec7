/* theme_contrast.c: whether what a theme writes can be read: WCAG 2.1, 1.4.3 and 1.4.11. */
#include "core/theme/theme_parts.h"

#include "core/base/gettext.h"
#include "core/context.h"

#include <math.h>
#include <string.h>

/* Relative luminance, as WCAG defines it. */
static double channel(uint8_t value)
{
	double c = value / 255.0;

	return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(ramure_rgb c)
{
	return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
}

double theme_contrast(ramure_rgb a, ramure_rgb b)
{
	double x = luminance(a), y = luminance(b);

	return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

/* What stands on what, and the least that the eye needs: 4.5 for text, 3 for shapes and strokes that mean something. */
static const struct pair {
	ramure_colour colour, ground;
	double least;
} pairs[] = {
	{ RAMURE_INK, RAMURE_PAPER, 4.5 },
	{ RAMURE_INK, RAMURE_TINT, 4.5 },
	{ RAMURE_INK, RAMURE_WARM, 4.5 },
	{ RAMURE_INK, RAMURE_ACCENT_TINT, 4.5 },
	{ RAMURE_MUTED, RAMURE_PAPER, 4.5 },
	{ RAMURE_MUTED, RAMURE_TINT, 4.5 },
	{ RAMURE_MUTED, RAMURE_WARM, 4.5 },
	{ RAMURE_PRIMARY, RAMURE_PAPER, 4.5 },
	{ RAMURE_PRIMARY, RAMURE_TINT, 4.5 },
	{ RAMURE_ACCENT, RAMURE_PAPER, 4.5 },
	{ RAMURE_ACCENT, RAMURE_TINT, 4.5 },
	{ RAMURE_ACCENT, RAMURE_ACCENT_TINT, 4.5 },
	{ RAMURE_THIRD, RAMURE_PAPER, 4.5 },
	{ RAMURE_FOURTH, RAMURE_PAPER, 4.5 },
	{ RAMURE_FIFTH, RAMURE_PAPER, 4.5 },
	{ RAMURE_LINE, RAMURE_PAPER, 3 },
	{ RAMURE_LINE, RAMURE_TINT, 3 },
	{ RAMURE_EMBARGO, RAMURE_PAPER, 4.5 },
	{ RAMURE_ON_PRIMARY, RAMURE_PRIMARY, 4.5 },
	{ RAMURE_ON_PRIMARY, RAMURE_ACCENT, 4.5 },
	{ RAMURE_ON_PRIMARY, RAMURE_THIRD, 4.5 },
	{ RAMURE_ON_PRIMARY, RAMURE_FOURTH, 4.5 },
	{ RAMURE_ON_PRIMARY, RAMURE_FIFTH, 4.5 },
	{ RAMURE_ON_PRIMARY_1, RAMURE_PRIMARY, 4.5 },
	{ RAMURE_ON_PRIMARY_2, RAMURE_PRIMARY, 4.5 },
	{ RAMURE_ON_PRIMARY_3, RAMURE_PRIMARY, 4.5 },
};

static const char *colour_name(const theme_slots *slots, ramure_colour colour)
{
	return slots->items[colour].key->name + strlen("colours.");
}

/* One decimal, rounded down: 4.49 is not yet 4.5. */
static double shown(double ratio)
{
	return floor(ratio * 10) / 10;
}

/* The place is the colour's own, else its ground's: what no file gave, the tables of this program did right. */
static void check_pair(ramure_ctx *ctx, const theme *t, const theme_slots *slots, struct pair p)
{
	double ratio = theme_contrast(t->colours[p.colour], t->colours[p.ground]);
	ramure_span at = slots->items[p.colour].at;

	if (ratio >= p.least)
		return;
	if (!ramure_given(at))
		at = slots->items[p.ground].at;
	ramure_error(ctx, at, N_("'%s' on '%s' has a contrast of %.1f, and needs %.1f to be read (WCAG AA)"),
		     colour_name(slots, p.colour), colour_name(slots, p.ground), shown(ratio), p.least);
	ramure_hint(ctx,
		    luminance(t->colours[p.colour]) < luminance(t->colours[p.ground])
			    ? N_("make '%s' darker or '%s' lighter")
			    : N_("make '%s' lighter or '%s' darker"),
		    colour_name(slots, p.colour), colour_name(slots, p.ground));
}

void theme_check_contrast(ramure_ctx *ctx, const theme *t, const theme_slots *slots)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		check_pair(ctx, t, slots, pairs[i]);
	for (int level = 0; level < 8; level++) {
		ramure_colour colour = (ramure_colour)(RAMURE_LEVEL_1 + level);
		ramure_colour tint = (ramure_colour)(RAMURE_LEVEL_1_TINT + level);

		check_pair(ctx, t, slots, (struct pair){ colour, RAMURE_PAPER, 4.5 });
		check_pair(ctx, t, slots, (struct pair){ colour, tint, 4.5 });
	}
}
