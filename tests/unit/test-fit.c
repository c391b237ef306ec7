/* test-fit.c: bodies on pages: their size, their columns, their shares. */
#include "tests/unit/stage.h"

static void a_paragraph_stands_on_one_page_at_full_size(void **state)
{
	stage s = stage_new();

	(void)state;
	stage_paragraph(&s, stage_words(&s, 20));
	assert_sound(&s);
	assert_int_equal(s.plan->count, 1);
	assert_true(s.plan->scale == 1);
	assert_true(s.plan->excess == 0);
	stage_free(&s);
}

static void an_empty_body_is_one_empty_page(void **state)
{
	stage s = stage_new();

	(void)state;
	stage_lay_out(&s);
	assert_int_equal(s.plan->count, 1);
	assert_int_equal(s.pages[0].count, 0);
	stage_free(&s);
}

static void forty_items_continue_in_fair_shares(void **state)
{
	stage s = stage_new();

	(void)state;
	stage_list(&s, 40, 30);
	assert_sound(&s);
	assert_true(s.plan->count > 1);
	for (size_t i = 0; i < s.plan->count; i++) /* none is half empty beside full ones */
		assert_true(s.pages[i].count * 2 > s.pages[0].count);
	stage_free(&s);
}

static void rows_of_one_height_leave_no_short_last_page(void **state)
{
	stage s = stage_new();
	size_t last;

	(void)state;
	stage_table(&s, 57, 4, 3);
	assert_sound(&s);
	last = s.plan->count - 1;
	assert_true(last > 3);
	/* A row is four cells and a rule: two of nine are missing at most, where the key message would stand. */
	for (size_t i = 0; i < last; i++)
		assert_in_range(s.pages[i].count - s.pages[last].count + 5, 0, 15);
	stage_free(&s);
}

/* Of five pages or more, letters are a little smaller at most, and only when that saves a page. */
static void many_pages_are_tightened_a_little(void **state)
{
	(void)state;
	for (int rows = 42; rows < 74; rows++) {
		stage s = stage_new();

		stage_table(&s, rows + 1, 4, 3);
		stage_lay_out(&s);
		assert_true(s.plan->count < 5 || s.plan->scale >= 0.9);
		/* At full size a page holds nine rows, the last one eight; so tightened, eleven and nine. */
		assert_int_equal(s.plan->count, (rows + 2 + 10) / 11);
		stage_free(&s);
	}
}

static void short_items_take_two_columns(void **state)
{
	stage s = stage_new();

	(void)state;
	stage_list(&s, 16, 4);
	assert_sound(&s);
	assert_int_equal(s.plan->count, 1);
	assert_int_equal(s.plan->columns, 2);
	assert_true(s.plan->scale == 1);
	stage_free(&s);
}

/* One under the other they would take three pages. */
static void many_sections_are_divided_into_rows(void **state)
{
	stage s = stage_new();

	(void)state;
	for (int i = 0; i < 6; i++) {
		ramure_begin_section(s.b, nodes_place, ramure_text_new(s.ctx, stage_words(&s, 2)));
		stage_paragraph(&s, stage_words(&s, i % 2 ? 100 : 60));
		ramure_end(s.b);
	}
	assert_sound(&s);
	assert_int_equal(s.plan->count, 2);
	stage_free(&s);
}

/* In two columns of eleven, and too long to be balanced over its pages. */
static void the_last_item_of_a_list_does_not_stand_alone(void **state)
{
	(void)state;
	for (int items = 1000; items < 1022; items++) {
		stage s = stage_new();
		size_t shown = 0;

		stage_list(&s, items, 2);
		stage_lay_out(&s);
		for (size_t m = 0; m < s.pages[s.plan->count - 1].count; m++)
			shown += shows(&s.pages[s.plan->count - 1].marks[m]);
		if (shown < 2)
			fail_msg("of %d items %zu stand on page %zu", items, shown, s.plan->count);
		stage_free(&s);
	}
}

static void more_sections_than_are_divided_into_rows_follow_each_other(void **state)
{
	stage s = stage_new();

	(void)state;
	for (int i = 0; i < 14; i++) {
		ramure_begin_section(s.b, nodes_place, ramure_text_new(s.ctx, stage_words(&s, 2)));
		stage_paragraph(&s, stage_words(&s, 20));
		ramure_end(s.b);
	}
	assert_sound(&s);
	assert_true(s.plan->count > 1);
	stage_free(&s);
}

static void a_very_long_word_stays_in_its_box(void **state)
{
	stage s = stage_new();
	buf word = buf_on(s.ctx->arena);

	(void)state;
	buf_fill(&word, 'm', 3000);
	stage_paragraph(&s, buf_str(&word));
	stage_lay_out(&s);
	assert_apart(&s);
	stage_free(&s);
}

static void a_note_stands_at_the_foot_of_the_page_that_calls_it(void **state)
{
	stage s = stage_new();

	(void)state;
	for (int i = 0; i < 12; i++) {
		stage_paragraph(&s, stage_words(&s, 60));
		if (i == 1 || i == 10) {
			ramure_begin(s.b, RAMURE_FOOTNOTE, nodes_place)->footnote->number = i;
			stage_paragraph(&s, i == 1 ? STR("first-note") : STR("second-note"));
			ramure_end(s.b);
		}
	}
	stage_lay_out(&s);
	assert_apart(&s);
	assert_true(s.plan->count > 1);
	assert_int_equal(stage_page(&s, "first-note"), 0);
	assert_int_equal(stage_page(&s, "second-note"), (int)s.plan->count - 1);
	stage_free(&s);
}

static void quotes_nested_without_end_are_an_error(void **state)
{
	enum { DEEP = 5000 };
	stage s = stage_new();

	(void)state;
	for (int i = 0; i < DEEP; i++)
		ramure_begin(s.b, RAMURE_QUOTE, nodes_place);
	stage_paragraph(&s, STR("deep"));
	for (int i = 0; i < DEEP; i++)
		ramure_end(s.b);
	stage_lay_out(&s);
	assert_int_equal(s.ctx->diagnostics.counts[SEVERITY_ERROR], 1);
	stage_free(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_paragraph_stands_on_one_page_at_full_size),
		cmocka_unit_test(an_empty_body_is_one_empty_page),
		cmocka_unit_test(forty_items_continue_in_fair_shares),
		cmocka_unit_test(rows_of_one_height_leave_no_short_last_page),
		cmocka_unit_test(many_pages_are_tightened_a_little),
		cmocka_unit_test(short_items_take_two_columns),
		cmocka_unit_test(many_sections_are_divided_into_rows),
		cmocka_unit_test(the_last_item_of_a_list_does_not_stand_alone),
		cmocka_unit_test(more_sections_than_are_divided_into_rows_follow_each_other),
		cmocka_unit_test(a_very_long_word_stays_in_its_box),
		cmocka_unit_test(a_note_stands_at_the_foot_of_the_page_that_calls_it),
		cmocka_unit_test(quotes_nested_without_end_are_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
