/* test-ornament.c: the ramure grows where its drawing has it. */
#include "tests/unit/typeset.h"

#include "core/layout/ornament.h"

#include <math.h>

/* The cover's, the divider's. */
static const ornament_frame cover = { 700, 440, 222, 366, 1 };
static const ornament_frame divider = { 716, 536, 214, 424, 1 };

static void assert_leaf(ornament_leaf leaf, double x, double y, double radius)
{
	if (fabs(leaf.x - x) > 0.01 || fabs(leaf.y - y) > 0.01 || fabs(leaf.radius - radius) > 0.001)
		fail_msg("leaf at %.2f, %.2f of %.1f, not %.2f, %.2f of %.1f", leaf.x, leaf.y, leaf.radius, x, y,
			 radius);
}

static void leaves_stand_where_the_drawings_have_them(void **state)
{
	(void)state;
	assert_leaf(ornament_leaf_at(cover, 3, 0), 494.17, 302.89, 9.2);
	assert_leaf(ornament_leaf_at(cover, 3, 1), 517.23, 281.70, 6.8);
	assert_leaf(ornament_leaf_at(cover, 3, 8), 634.56, 90.26, 9.2);
	assert_leaf(ornament_leaf_at(cover, 3, 22), 891.43, 312.49, 6.8);
	assert_leaf(ornament_leaf_at(divider, 4, 6), 608.97, 168.84, 9.2);
	assert_leaf(ornament_leaf_at(divider, 4, 22), 914.42, 377.17, 9.2);
}

static void leaves_are_shared_evenly_and_none_is_lost(void **state)
{
	static const size_t three[] = { 8, 7, 8 }, four[] = { 6, 6, 6, 5 };

	(void)state;
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(ornament_share(23, 3, i), three[i]);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(ornament_share(23, 4, i), four[i]);
	for (size_t limbs = 1; limbs <= 23; limbs++) {
		size_t sum = 0;

		for (size_t i = 0; i < limbs; i++)
			sum += ornament_share(23, limbs, i);
		assert_int_equal(sum, 23);
	}
}

static void a_text_that_comes_near_a_leaf_meets_it(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const ramure_style style = { .role = RAMURE_ROLE_BODY };
	ramure_text text = ramure_text_new(ctx, STR("Un texte"));
	display_list list;
	ramure_canvas canvas;
	double width;

	(void)state;
	list = display_measuring(ctx);
	canvas = canvas_on(ctx, &list, RAMURE_ARTIFACT, 1);
	width = ramure_text_measure(&canvas, text, style, 0).width;
	/* The lowest leaf at the left begins at 485. */
	assert_true(ornament_meets_text(&canvas, cover, 3, text, style, 480 - width, 295, 400));
	assert_false(ornament_meets_text(&canvas, cover, 3, text, style, 470 - width, 295, 400));
	assert_false(ornament_meets_text(&canvas, cover, 3, text, style, 480 - width, 330, 400));
	typeset_free(ctx);
}

typedef struct drawn {
	ramure_ctx *ctx;
	display_list list;
} drawn;

static drawn draw(ornament_frame frame, size_t limbs, size_t lit)
{
	drawn d = { .ctx = typeset_ctx() };
	ramure_canvas canvas;

	d.list = display_list_on(d.ctx, d.ctx->arena, NULL, NULL);
	canvas = canvas_on(d.ctx, &d.list, RAMURE_ARTIFACT, 1);
	canvas.on_primary = true;
	ornament_draw(&canvas, frame, limbs, lit);
	return d;
}

static void assert_curve(const ramure_page_mark *mark, const double *points)
{
	const ramure_segment *s = mark->path.segments;
	double found[8] = { (double)s[0].x[0], (double)s[0].y[0], (double)s[1].x[0], (double)s[1].y[0],
			    (double)s[1].x[1], (double)s[1].y[1], (double)s[1].x[2], (double)s[1].y[2] };

	for (size_t i = 0; i < 8; i++)
		if (fabs(found[i] - points[i]) > 0.1)
			fail_msg("point %zu of the curve is %.2f, not %.2f", i, found[i], points[i]);
}

static void branches_bend_as_the_drawings_have_them(void **state)
{
	static const double limb[] = { 700, 352.2, 700, 312.1, 644.5, 320.4, 625.5, 285.1 };
	static const double twig[] = { 625.5, 285.1, 600.4, 270.2, 582.0, 300.4, 553.2, 295.6 };
	static const double stalk[] = { 553.2, 295.6, 529.4, 294.7, 516.9, 309.9, 494.2, 302.9 };
	drawn d = draw(cover, 3, 0);

	(void)state;
	assert_curve(&d.list.marks[1], limb);
	assert_curve(&d.list.marks[2], twig);
	assert_curve(&d.list.marks[3], stalk);
	typeset_free(d.ctx);
}

static void there_is_a_stalk_for_each_leaf_whatever_the_limbs(void **state)
{
	static const size_t limbs[] = { 1, 2, 3, 4, 5, 7, 11, 12, 23, 500 };

	(void)state;
	for (size_t i = 0; i < sizeof limbs / sizeof *limbs; i++) {
		drawn d = draw(divider, limbs[i], limbs[i]);
		size_t leaves = 0, stalks = 0;

		for (size_t m = 0; m < d.list.count; m++) {
			leaves += d.list.marks[m].path.ink.filled;
			stalks += fabs((double)d.list.marks[m].path.ink.stroke_width - 1.6) < 0.01;
		}
		assert_int_equal(leaves, ORNAMENT_LEAVES);
		assert_int_equal(stalks, ORNAMENT_LEAVES);
		typeset_free(d.ctx);
	}
}

static void the_limb_of_the_part_is_drawn_last(void **state)
{
	drawn d = draw(divider, 4, 2);
	const ramure_page_mark *last = &d.list.marks[d.list.count - 1];

	(void)state;
	assert_int_equal(last->path.ink.fill.r, d.ctx->theme->colours[RAMURE_ON_PRIMARY_2].r);
	assert_int_equal(d.list.marks[0].path.ink.stroke.r, d.ctx->theme->colours[RAMURE_ORNAMENT_REST].r);
	typeset_free(d.ctx);
}

static void a_report_has_it_on_its_cover(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const ramure_page *page;

	(void)state;
	page = ramure_ornament_page(ctx, 595, 560);
	assert_true(page->count > 40);
	assert_true(fabs((double)page->marks[0].path.segments[0].x[0] - 386) < 0.1);
	assert_true(fabs((double)page->marks[0].path.segments[1].y[0] - 495.8) < 0.1);
	typeset_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_stand_where_the_drawings_have_them),
		cmocka_unit_test(leaves_are_shared_evenly_and_none_is_lost),
		cmocka_unit_test(a_text_that_comes_near_a_leaf_meets_it),
		cmocka_unit_test(branches_bend_as_the_drawings_have_them),
		cmocka_unit_test(there_is_a_stalk_for_each_leaf_whatever_the_limbs),
		cmocka_unit_test(the_limb_of_the_part_is_drawn_last),
		cmocka_unit_test(a_report_has_it_on_its_cover),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
