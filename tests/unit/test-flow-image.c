/* test-flow-image.c: images and figures on the pages of a body. */
#include "tests/unit/stage.h"

/* A figure of `total` bars, `each` points high with the gap behind it, which goes on where it was cut. */
struct bars {
	size_t total;
	double each;
};

static ramure_extent draw_bars(const void *data, ramure_canvas *canvas, const ramure_frame *frame)
{
	const struct bars *bars = data;
	double y = 0, each = bars->each * frame->scale;
	size_t i = frame->from;

	for (; i < bars->total && y + each <= frame->box.height + 0.01; i++) {
		ramure_draw_rect(canvas, (ramure_box){ frame->box.x, frame->box.y + y, 100, each - 10 }, 0,
				 &(ramure_paint){ .filled = true });
		y += each;
	}
	return (ramure_extent){ y, i < bars->total ? i : RAMURE_DONE };
}

static size_t bars_drawn(stage *s, const struct bars *bars)
{
	const ramure_figure_info info = { .data = bars, .draw = draw_bars, .min_width = 400 };
	size_t drawn = 0;

	ramure_begin_figure(s->b, nodes_place, &info);
	ramure_end(s->b);
	stage_lay_out(s);
	for (size_t i = 0; i < s->plan->count; i++)
		for (size_t m = 0; m < s->pages[i].count; m++)
			drawn += s->pages[i].marks[m].type == RAMURE_PATH_MARK;
	return drawn;
}

static void a_figure_continues_where_it_was_cut(void **state)
{
	static const struct bars few = { 5, 50 }, many = { 40, 50 };
	stage s = stage_new();

	(void)state;
	assert_int_equal(bars_drawn(&s, &few), 5);
	assert_int_equal(s.plan->count, 1);
	stage_free(&s);
	s = stage_new();
	assert_int_equal(bars_drawn(&s, &many), 40);
	assert_true(s.plan->count >= 5);
	stage_free(&s);
}

static void a_figure_that_fits_nowhere_is_drawn_with_a_warning(void **state)
{
	static const struct bars high = { 2, 2000 };
	stage s = stage_new();

	(void)state;
	assert_int_equal(bars_drawn(&s, &high), 2);
	assert_int_equal(s.ctx->diagnostics.counts[SEVERITY_WARNING], 1);
	stage_free(&s);
}

static void an_image_is_neither_distorted_nor_larger_than_its_page(void **state)
{
	static const ramure_image file = { .width = 1000, .height = 9000 };
	stage s = stage_new();
	ramure_box box = { 0 };

	(void)state;
	ramure_begin(s.b, RAMURE_IMAGE, nodes_place)->image->file = &file;
	ramure_end(s.b);
	stage_lay_out(&s);
	for (size_t m = 0; m < s.pages[0].count; m++)
		if (s.pages[0].marks[m].type == RAMURE_IMAGE_MARK)
			box = s.pages[0].marks[m].image.box;
	assert_true(box.height > 100);
	assert_true(box.y + box.height <= stage_zone.last.y + stage_zone.last.height + 0.01);
	assert_true(box.height / box.width > 8.99 && box.height / box.width < 9.01);
	stage_free(&s);
}

/* How many images stand in each row of the first page: "32" for three above two. */
static const char *rows_of(stage *s, const ramure_image *file, int count)
{
	buf rows = buf_on(s->ctx->arena);
	double y = 0;

	for (int i = 0; i < count; i++) {
		ramure_begin(s->b, RAMURE_IMAGE, nodes_place)->image->file = file;
		ramure_end(s->b);
	}
	stage_lay_out(s);
	buf_puts(&rows, "");
	for (size_t m = 0; m < s->pages[0].count; m++) {
		const ramure_page_mark *mark = &s->pages[0].marks[m];

		if (mark->type != RAMURE_IMAGE_MARK)
			continue;
		if (mark->image.box.y > y)
			buf_putc(&rows, '0');
		rows.data[rows.size - 1]++;
		y = mark->image.box.y;
	}
	return buf_str(&rows).data;
}

static void images_that_follow_each_other_stand_in_rows(void **state)
{
	static const ramure_image photograph = { .width = 600, .height = 400 },
				  strip = { .width = 1000, .height = 200 };
	static const struct {
		const ramure_image *file;
		int count;
		const char *rows;
	} cases[] = {
		{ &photograph, 1, "1" },  { &photograph, 4, "4" },  { &photograph, 5, "32" },  { &photograph, 6, "33" },
		{ &photograph, 7, "43" }, { &photograph, 8, "44" }, { &photograph, 9, "333" }, { &strip, 4, "22" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		stage s = stage_new();

		assert_string_equal(rows_of(&s, cases[i].file, cases[i].count), cases[i].rows);
		assert_int_equal(s.plan->count, 1);
		stage_free(&s);
	}
}

static void blocks_of_a_figure_go_on_from_where_they_were_cut(void **state)
{
	stage s = stage_new();
	display_list list;
	ramure_canvas canvas;
	ramure_extent extent = { 0, 0 };
	int pieces = 0;

	(void)state;
	stage_list(&s, 12, 8);
	list = display_measuring(s.ctx);
	canvas = canvas_on(s.ctx, &list, RAMURE_ARTIFACT, 1);
	while (extent.next != RAMURE_DONE) {
		ramure_frame frame = { .box = { 0, 0, 300, 100 }, .scale = 1, .from = extent.next };
		extent = ramure_blocks_draw(&canvas, s.slide, &frame);
		assert_true(extent.next != frame.from);
		assert_true(extent.height <= 100.01);
		pieces++;
	}
	assert_true(pieces > 2);
	stage_free(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_figure_continues_where_it_was_cut),
		cmocka_unit_test(a_figure_that_fits_nowhere_is_drawn_with_a_warning),
		cmocka_unit_test(an_image_is_neither_distorted_nor_larger_than_its_page),
		cmocka_unit_test(images_that_follow_each_other_stand_in_rows),
		cmocka_unit_test(blocks_of_a_figure_go_on_from_where_they_were_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
