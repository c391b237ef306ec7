/* ornament.c: the ramure: a trunk, one limb per part, a leaf per organisation. */
#include "core/layout/ornament.h"

#include "core/context.h"
#include "core/theme/theme.h"

#include <math.h>

enum { MOST_TWIGS = 8 };

/* Angles of the first and last leaf, and the room between limbs in steps between leaves. */
static const double first_angle = 158, last_angle = 22, limb_gap = 0.9;
/* Heights of the fork, of a limb's node and of a twig's; of every second leaf. */
static const double fork_height = 0.24, limb_radius = 0.54, twig_radius = 0.77, low_leaf = 0.93;
/* Strokes of trunk, limbs, twigs and stalks; discs of the two sorts of leaves. */
static const double trunk = 6, limb_stroke = 4, twig_stroke = 2.6, stalk = 1.6, large_leaf = 9.2, small_leaf = 6.8;

typedef struct point {
	double x, y;
} point;

typedef struct tree {
	ramure_canvas *canvas;
	ornament_frame frame;
	size_t limbs;
	double step; /* degrees between two leaves */
	ramure_colour wood, leaf;
} tree;

/* P(r, a): a share of the height, degrees from the right. */
static point polar(ornament_frame frame, double radius, double angle)
{
	double radians = angle * 3.14159265358979323846 / 180;

	return (point){ frame.x + frame.rx * radius * cos(radians), frame.y - frame.ry * radius * sin(radians) };
}

/* Leaves that are left over go to the outer limbs when that leaves the tree even, else from the left. */
size_t ornament_share(size_t leaves, size_t limbs, size_t limb)
{
	size_t extra = leaves % limbs;
	bool more = extra % 2 == 0 ? limb < extra / 2 || limb >= limbs - extra / 2 : limb < extra;

	return leaves / limbs + (more ? 1 : 0);
}

/* How many leaves each twig of a limb bears: two or three, which reads as grown and not as counted. */
static size_t twig_share(size_t leaves, size_t twig)
{
	static const unsigned char shares[][MOST_TWIGS] = {
		{ 0 },       { 1 },       { 2 },       { 3 },          { 2, 2 },       { 2, 3 },       { 3, 3 },
		{ 2, 2, 3 }, { 3, 3, 2 }, { 3, 3, 3 }, { 3, 2, 2, 3 }, { 3, 3, 3, 2 }, { 3, 3, 3, 3 },
	};

	return twig < MOST_TWIGS && leaves < sizeof shares / sizeof *shares ? shares[leaves][twig] : 0;
}

static point unit(point from, point to)
{
	double x = to.x - from.x, y = to.y - from.y;
	double length = hypot(x, y);

	return length > 0 ? (point){ x / length, y / length } : (point){ 0, -1 };
}

static point mix(point a, point b, double weight_of_b)
{
	return unit((point){ 0, 0 }, (point){ a.x * (1 - weight_of_b) + b.x * weight_of_b,
					      a.y * (1 - weight_of_b) + b.y * weight_of_b });
}

/* A branch that leaves `from` and arrives at `to` in the directions given; handles of 0.40 of the chord. */
static void branch(const tree *t, point from, point leaving, point to, point arriving, double stroke)
{
	double handle = 0.40 * hypot(to.x - from.x, to.y - from.y);
	const ramure_segment path[] = {
		{ .op = RAMURE_MOVE, .x = { (float)from.x }, .y = { (float)from.y } },
		{ .op = RAMURE_CURVE_TO,
		  .x = { (float)(from.x + handle * leaving.x), (float)(to.x - handle * arriving.x), (float)to.x },
		  .y = { (float)(from.y + handle * leaving.y), (float)(to.y - handle * arriving.y), (float)to.y } },
	};

	canvas_path(t->canvas, path, 2,
		    &(ramure_paint){ .stroke = t->wood, .stroke_width = stroke * t->frame.scale, .round_caps = true });
}

static const point up = { 0, -1 };

typedef struct leaf {
	double radius, angle;
} leaf;

static leaf leaf_at(const tree *t, double first, size_t index)
{
	return (leaf){ index % 2 ? low_leaf : 1, first - t->step * (double)index };
}

/* The leaves [from, to) of a limb whose first leaf stands at `first`, on one twig that grows from `node`. */
static void twig(const tree *t, point node, point leaving, double first, size_t from, size_t to)
{
	double mean = first - t->step * (double)(from + to - 1) / 2;
	point end = polar(t->frame, twig_radius, 90 + 0.95 * (mean - 90));
	point chord = unit(node, end);
	point arriving = mix(chord, unit(end, polar(t->frame, 1, mean)), 0.5);

	branch(t, node, mix(leaving, chord, 0.45), end, arriving, twig_stroke);
	for (size_t i = from; i < to; i++) {
		leaf at = leaf_at(t, first, i);
		point tip = polar(t->frame, at.radius, at.angle);

		chord = unit(end, tip);
		branch(t, end, mix(arriving, chord, 0.45), tip, mix(chord, up, 0.3), stalk);
	}
}

static void draw_limb(const tree *t, double first, size_t leaves)
{
	double mean = first - t->step * (double)(leaves - 1) / 2;
	point fork = { t->frame.x, t->frame.y - fork_height * t->frame.ry };
	point node = polar(t->frame, limb_radius, 90 + 0.80 * (mean - 90));
	point arriving = mix(up, unit(node, polar(t->frame, 1, mean)), 0.62);
	size_t from = 0;

	branch(t, fork, up, node, arriving, limb_stroke);
	for (size_t i = 0; from < leaves; i++) {
		size_t share = twig_share(leaves, i);

		if (share == 0)
			share = leaves - from < 3 ? leaves - from : 3;
		twig(t, node, arriving, first, from, from + share);
		from += share;
	}
}

/* The angle of a limb's first leaf.  Limbs stand from left to right, and so do their leaves. */
static double limb_start(const tree *t, size_t limb)
{
	double first = first_angle;

	for (size_t i = 0; i < limb; i++)
		first -= t->step * ((double)ornament_share(ORNAMENT_LEAVES, t->limbs, i) + limb_gap);
	return first;
}

static ornament_leaf disc_at(const tree *t, double first, size_t index)
{
	leaf at = leaf_at(t, first, index);
	point tip = polar(t->frame, at.radius, at.angle);

	return (ornament_leaf){ tip.x, tip.y, (index % 2 ? small_leaf : large_leaf) * t->frame.scale };
}

static void draw_leaves(const tree *t, size_t limb)
{
	double first = limb_start(t, limb);
	size_t count = ornament_share(ORNAMENT_LEAVES, t->limbs, limb);

	for (size_t i = 0; i < count; i++) {
		ornament_leaf disc = disc_at(t, first, i);

		ramure_draw_circle(t->canvas, disc.x, disc.y, disc.radius,
				   &(ramure_paint){ .fill = t->leaf, .filled = true });
	}
}

static void draw_part(const tree *t, size_t limb, bool leaves_only)
{
	if (leaves_only)
		draw_leaves(t, limb);
	else
		draw_limb(t, limb_start(t, limb), ornament_share(ORNAMENT_LEAVES, t->limbs, limb));
}

static void draw_trunk(const tree *t)
{
	const ramure_segment path[] = {
		{ .op = RAMURE_MOVE, .x = { (float)t->frame.x }, .y = { (float)t->frame.y } },
		{ .op = RAMURE_LINE_TO,
		  .x = { (float)t->frame.x },
		  .y = { (float)(t->frame.y - fork_height * t->frame.ry) } },
	};

	canvas_path(t->canvas, path, 2,
		    &(ramure_paint){ .stroke = t->wood, .stroke_width = trunk * t->frame.scale, .round_caps = true });
}

/* On covers, the leaves of the three limbs differ: from left to right. */
static ramure_colour cover_leaf(size_t limb)
{
	static const ramure_colour colours[] = { RAMURE_ACCENT, RAMURE_PRIMARY, RAMURE_THIRD };

	return colours[limb % (sizeof colours / sizeof *colours)];
}

static void draw_all(tree *t, bool leaves_only, size_t lit)
{
	for (size_t i = 0; i < t->limbs; i++) {
		if (i + 1 == lit)
			continue;
		if (lit == 0)
			t->leaf = cover_leaf(i);
		draw_part(t, i, leaves_only);
	}
}

static tree tree_of(ramure_canvas *canvas, ornament_frame frame, size_t limbs)
{
	tree t = { .canvas = canvas, .frame = frame, .limbs = limbs ? limbs : 1 };

	/* A limb bears one leaf at least; of more parts than leaves, several share a limb. */
	if (t.limbs > ORNAMENT_LEAVES)
		t.limbs = ORNAMENT_LEAVES;
	t.step = (first_angle - last_angle) / ((double)(ORNAMENT_LEAVES - 1) + limb_gap * (double)(t.limbs - 1));
	return t;
}

ornament_leaf ornament_leaf_at(ornament_frame frame, size_t limbs, size_t index)
{
	tree t = tree_of(NULL, frame, limbs);
	size_t limb = 0;

	for (; limb + 1 < t.limbs && index >= ornament_share(ORNAMENT_LEAVES, t.limbs, limb); limb++)
		index -= ornament_share(ORNAMENT_LEAVES, t.limbs, limb);
	return disc_at(&t, limb_start(&t, limb), index);
}

static bool meets_leaf(ornament_frame frame, size_t limbs, double right, double top, double bottom)
{
	const double clear = 10;

	for (size_t i = 0; i < ORNAMENT_LEAVES; i++) {
		ornament_leaf disc = ornament_leaf_at(frame, limbs, i);

		if (disc.x - disc.radius - clear < right && disc.y + disc.radius > top && disc.y - disc.radius < bottom)
			return true;
	}
	return false;
}

bool ornament_meets_text(ramure_canvas *canvas, ornament_frame frame, size_t limbs, ramure_text text,
			 ramure_style style, double x, double y, double width)
{
	paragraph_style set = canvas_style(canvas, style);
	const paragraph_lines *lines;

	if (!text)
		return false;
	lines = paragraph_break(canvas->ctx, paragraph_shape(canvas->ctx, text, &set), &set, width);
	for (size_t i = 0; i < lines->count; i++) {
		double top = y + (double)i * lines->leading;

		if (meets_leaf(frame, limbs, x + lines->lines[i].width, top, top + lines->leading))
			return true;
	}
	return false;
}

void ornament_draw(ramure_canvas *canvas, ornament_frame frame, size_t limbs, size_t lit)
{
	tree t = tree_of(canvas, frame, limbs);

	if (limbs > t.limbs && lit)
		lit = 1 + (lit - 1) * t.limbs / limbs;
	t.wood = lit ? RAMURE_HAIRLINE : RAMURE_LINE;
	t.leaf = t.wood;
	draw_trunk(&t);
	draw_all(&t, false, lit);
	draw_all(&t, true, lit);
	if (lit == 0 || lit > t.limbs)
		return;
	t.wood = t.leaf = RAMURE_ACCENT;
	draw_part(&t, lit - 1, false);
	draw_part(&t, lit - 1, true);
}

/* The report's cover: foot (386, 562), half-width 176, height 276 on a block of 595 × 560. */
const ramure_page *ramure_ornament_page(ramure_ctx *ctx, double width, double height)
{
	display_list list = display_list_on(ctx, ctx->arena, NULL, NULL);
	ramure_canvas canvas = canvas_on(ctx, &list, RAMURE_ARTIFACT, 1);
	double scale = fmin(width / 595, height / 560);
	ramure_page *page = RAMURE_NEW(ctx, ramure_page);
	display_turn turn = display_turn_begin(&list, ramure_is_leftward(ctx->lang));

	canvas.on_primary = ctx->theme->filled;
	ornament_draw(&canvas, (ornament_frame){ width * 386 / 595, height + 2, 176 * scale, 276 * scale, 0.8 * scale },
		      ORNAMENT_COVER_LIMBS, 0);
	display_turn_end(&list, turn, width / 2);
	*page = (ramure_page){
		.width = width,
		.height = height,
		.ground = ctx->theme->colours[ctx->theme->filled ? RAMURE_PRIMARY : RAMURE_PAPER],
		.marks = list.marks,
		.count = list.count,
		.label = RAMURE_STR(""),
	};
	return page;
}
