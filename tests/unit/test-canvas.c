/* test-canvas.c: what a canvas measures, what it keeps, and to whom its marks belong. */
#include "tests/unit/typeset.h"

#include "core/layout/canvas.h"
#include "core/theme/fonts.h"

#include <string.h>

typedef struct bench {
	ramure_ctx *ctx;
	display_list list;
	ramure_canvas canvas;
	uint32_t root;
} bench;

static void lay_out(bench *b)
{
	b->ctx = typeset_ctx();
	b->list = display_list_on(b->ctx, b->ctx->arena, structure_new(b->ctx->arena), NULL);
	b->root = structure_element(b->list.structure, RAMURE_ARTIFACT, RAMURE_TAG_DOCUMENT, 0);
	b->canvas = canvas_on(b->ctx, &b->list, b->root, 1);
}

static void clear(bench *b)
{
	typeset_free(b->ctx);
}

static const ramure_style body = { .role = RAMURE_ROLE_BODY };

static void a_text_measures_what_it_draws(void **state)
{
	bench b;
	ramure_text text;
	ramure_text_size measured, drawn;

	(void)state;
	lay_out(&b);
	text = ramure_text_new(b.ctx, STR("Une phrase assez longue pour tenir sur deux lignes au moins"));
	measured = ramure_text_measure(&b.canvas, text, body, 200);
	assert_int_equal(b.list.count, 0);
	drawn = ramure_text_draw(&b.canvas, text, body, 48, 112, 200);
	assert_true(b.list.count > 0);
	assert_true(measured.lines >= 2);
	assert_int_equal(measured.lines, drawn.lines);
	assert_true(measured.width == drawn.width && measured.height == drawn.height);
	assert_true(measured.height == 24 * (double)measured.lines);
	assert_true(measured.width <= 200);
	clear(&b);
}

static void no_text_measures_nothing(void **state)
{
	bench b;

	(void)state;
	lay_out(&b);
	assert_true(ramure_text_draw(&b.canvas, NULL, body, 0, 0, 100).height == 0);
	assert_true(ramure_text_min_width(&b.canvas, NULL, body) == 0);
	assert_int_equal(b.list.count, 0);
	clear(&b);
}

static void the_scale_is_applied_to_text(void **state)
{
	bench b;
	ramure_text text;
	double whole;

	(void)state;
	lay_out(&b);
	text = ramure_text_new(b.ctx, STR("Texte"));
	whole = ramure_text_measure(&b.canvas, text, body, 0).height;
	b.canvas.scale = 0.8;
	assert_true(ramure_text_measure(&b.canvas, text, body, 0).height < whole);
	clear(&b);
}

static void shapes_are_decoration_and_text_is_not(void **state)
{
	bench b;
	ramure_mark_info mark = { RAMURE_TRIANGLE, RAMURE_LEVEL_3, RAMURE_LEVEL_3_TINT };

	(void)state;
	lay_out(&b);
	assert_true(ramure_draw_pill(&b.canvas, mark, ramure_text_new(b.ctx, STR("Retard expliqué")), 10, 10, 140) ==
		    140);
	assert_int_equal(b.list.count, 3);
	assert_int_equal(b.list.marks[0].element, RAMURE_ARTIFACT);
	assert_int_equal(b.list.marks[1].element, RAMURE_ARTIFACT);
	assert_int_equal(b.list.marks[2].type, RAMURE_GLYPH_RUN);
	assert_int_equal(b.list.marks[2].element, b.root);
	assert_true(b.list.marks[2].run.x == 35);
	clear(&b);
}

static bool near(double a, double b)
{
	return a - b < 0.01 && b - a < 0.01;
}

static void what_runs_leftward_is_turned_round(void **state)
{
	static const ramure_segment tick[] = { { .op = RAMURE_MOVE, .x = { 20 } },
					       { .op = RAMURE_LINE_TO, .x = { 26 }, .y = { 4 } } };
	bench b;
	ramure_text words;
	double width;
	display_turn page, block;

	(void)state;
	lay_out(&b);
	words = ramure_text_new(b.ctx, STR("Texte"));
	width = ramure_text_measure(&b.canvas, words, body, 0).width;
	/* A page of 200. */
	page = display_turn_begin(&b.list, true);
	ramure_text_draw(&b.canvas, words, body, 10, 0, 0);
	ramure_draw_path(&b.canvas, tick, 2, &(ramure_paint){ .stroke_width = 1 });
	ramure_draw_shape(&b.canvas, RAMURE_TRIANGLE, 50, 0, 10, RAMURE_INK);
	/* In it, a block that runs as the rest, and one that does not, from 20 to 120. */
	block = display_turn_begin(&b.list, true);
	ramure_draw_path(&b.canvas, tick, 2, &(ramure_paint){ .stroke_width = 1 });
	display_turn_end(&b.list, block, 70);
	block = display_turn_begin(&b.list, false);
	ramure_text_draw(&b.canvas, words, body, 20, 0, 0);
	display_turn_end(&b.list, block, 70);
	display_turn_end(&b.list, page, 100);
	/* Words keep their form at their new place, and so do signs; paths are mirror images. */
	assert_true(near((double)b.list.marks[0].run.x, 200 - 10 - width));
	assert_true(b.list.marks[0].run.glyphs[0].advance > 0);
	assert_true(near((double)b.list.marks[1].path.segments[0].x[0], 180));
	assert_true(near((double)b.list.marks[1].path.segments[1].x[0], 174));
	assert_true(near((double)b.list.marks[2].path.segments[0].x[0], 150));
	assert_true((double)b.list.marks[2].path.segments[1].x[0] > 150);
	assert_true(near((double)b.list.marks[3].path.segments[0].x[0], 180));
	/* The block stands from 80 to 180; it begins at its left. */
	assert_true(near((double)b.list.marks[4].run.x, 80));
	assert_false(b.list.turned);
	clear(&b);
}

static void the_box_of_a_figure_goes_where_its_marks_go(void **state)
{
	bench b;
	display_turn page;
	const ramure_element *e;

	(void)state;
	lay_out(&b);
	ramure_open(&b.canvas, RAMURE_TAG_FIGURE, 1);
	/* A page that is asked for again makes no new elements, and gives them their boxes anew. */
	for (int time = 0; time < 2; time++) {
		b.list.figure_count = 0;
		page = display_turn_begin(&b.list, true);
		display_box(&b.list, canvas_element(&b.canvas), (ramure_box){ 20, 30, 60, 40 });
		display_turn_end(&b.list, page, 100);
		display_transform(&b.list, 0.5, 10, 10);
		e = structure_look(b.list.structure, canvas_element(&b.canvas));
		assert_true(near(e->box.x, 70) && near(e->box.y, 25));
		assert_true(near(e->box.width, 30) && near(e->box.height, 20));
	}
	clear(&b);
}

static void a_language_says_which_way_it_is_written(void **state)
{
	static const char *const leftward[] = { "ar", "he-IL", "FA", "az-Arab", "ku-arab-IQ", "ur" };
	static const char *const rightward[] = { "fr", "en-GB", "az", "ur-Latn", "arn", "zxx", "" };

	(void)state;
	for (size_t i = 0; i < sizeof leftward / sizeof *leftward; i++)
		assert_true(ramure_is_leftward((ramure_str){ leftward[i], strlen(leftward[i]) }));
	for (size_t i = 0; i < sizeof rightward / sizeof *rightward; i++)
		assert_false(ramure_is_leftward((ramure_str){ rightward[i], strlen(rightward[i]) }));
	assert_false(ramure_is_leftward((ramure_str){ 0 }));
}

static void what_is_repeated_is_an_artifact_and_opens_nothing(void **state)
{
	bench b;

	(void)state;
	lay_out(&b);
	ramure_repeat_begin(&b.canvas);
	ramure_open(&b.canvas, RAMURE_TAG_P, 1);
	ramure_text_draw(&b.canvas, ramure_text_new(b.ctx, STR("Encore")), body, 0, 0, 0);
	ramure_close(&b.canvas);
	ramure_repeat_end(&b.canvas);
	assert_int_equal(b.list.marks[0].element, RAMURE_ARTIFACT);
	assert_int_equal(structure_count(b.list.structure), 1);
	clear(&b);
}

static void a_figure_that_opens_too_deep_or_closes_too_often_does_no_harm(void **state)
{
	bench b;

	(void)state;
	lay_out(&b);
	for (size_t i = 0; i < 100; i++)
		ramure_open(&b.canvas, RAMURE_TAG_DIV, i);
	assert_true(canvas_element(&b.canvas) < structure_count(b.list.structure));
	for (size_t i = 0; i < 300; i++)
		ramure_close(&b.canvas);
	assert_int_equal(canvas_element(&b.canvas), b.root);
	clear(&b);
}

static void a_measuring_list_keeps_nothing(void **state)
{
	bench b;

	(void)state;
	lay_out(&b);
	b.list.measuring = true;
	ramure_open(&b.canvas, RAMURE_TAG_P, 1);
	ramure_text_draw(&b.canvas, ramure_text_new(b.ctx, STR("Rien")), body, 0, 0, 0);
	ramure_draw_circle(&b.canvas, 0, 0, 5, &(ramure_paint){ .filled = true });
	ramure_close(&b.canvas);
	assert_int_equal(b.list.count, 0);
	assert_int_equal(structure_count(b.list.structure), 1);
	clear(&b);
}

static void colours_take_their_light_form_on_the_primary_ground(void **state)
{
	bench b;
	ramure_rgb ink, light;

	(void)state;
	lay_out(&b);
	ink = canvas_rgb(&b.canvas, RAMURE_INK);
	b.canvas.on_primary = true;
	light = canvas_rgb(&b.canvas, RAMURE_INK);
	assert_true(light.r == 255 && light.g == 255 && light.b == 255 && ink.r != 255);
	assert_int_equal(canvas_style(&b.canvas, body).colour, RAMURE_ON_PRIMARY);
	clear(&b);
}

static void every_shape_has_an_outline_inside_its_place(void **state)
{
	(void)state;
	for (int shape = RAMURE_NO_SHAPE + 1; shape < RAMURE_SHAPES; shape++) {
		ramure_segment out[SHAPE_SEGMENTS];
		double stroke;
		size_t count = shape_outline(out, (ramure_shape)shape, 100, 100, 10, 0, &stroke);

		assert_true(count > 2 && count <= SHAPE_SEGMENTS);
		for (size_t i = 0; i < count; i++) {
			if (out[i].op == RAMURE_CLOSE)
				continue;
			assert_true(out[i].x[0] > 86 && out[i].x[0] < 114);
			assert_true(out[i].y[0] > 86 && out[i].y[0] < 114);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_measures_what_it_draws),
		cmocka_unit_test(no_text_measures_nothing),
		cmocka_unit_test(the_scale_is_applied_to_text),
		cmocka_unit_test(shapes_are_decoration_and_text_is_not),
		cmocka_unit_test(what_is_repeated_is_an_artifact_and_opens_nothing),
		cmocka_unit_test(a_figure_that_opens_too_deep_or_closes_too_often_does_no_harm),
		cmocka_unit_test(a_measuring_list_keeps_nothing),
		cmocka_unit_test(what_runs_leftward_is_turned_round),
		cmocka_unit_test(the_box_of_a_figure_goes_where_its_marks_go),
		cmocka_unit_test(a_language_says_which_way_it_is_written),
		cmocka_unit_test(colours_take_their_light_form_on_the_primary_ground),
		cmocka_unit_test(every_shape_has_an_outline_inside_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
