/* Columns whose texts wrap: width goes where rows lose lines by it. */
#include "tests/unit/unit.h"

#include "core/layout/flow_table.h"

static void a_long_text_takes_from_names_that_may_wrap(void **state)
{
	static const ramure_cell_text cells[] = { { 180, 180, 1 }, { 900, 900, 1 }, { 60, 60, 1 }, { 900, 900, 1 } };
	static const double least[] = { 90, 60 };
	double widths[] = { 180, 180 };

	(void)state;
	ramure_lower_rows(cells, 2, 2, least, widths);
	assert_true(widths[0] >= 90 && widths[0] < 120);
	assert_true(widths[0] + widths[1] > 359.99 && widths[0] + widths[1] < 360.01);
}

static void no_column_gets_narrower_than_its_least(void **state)
{
	static const ramure_cell_text cells[] = { { 180, 180, 1 }, { 9000, 9000, 1 } };
	static const double least[] = { 180, 60 };
	double widths[] = { 180, 180 };

	(void)state;
	ramure_lower_rows(cells, 1, 2, least, widths);
	assert_true(widths[0] > 179.99);
}

static void what_saves_no_line_moves_nothing(void **state)
{
	static const ramure_cell_text cells[] = { { 170, 170, 1 }, { 170, 170, 1 }, { 100, 300, 3 }, { 100, 300, 3 } };
	static const double least[] = { 20, 20 };
	double widths[] = { 180, 180 };

	(void)state;
	ramure_lower_rows(cells, 2, 2, least, widths);
	assert_true(widths[0] > 179.99 && widths[0] < 180.01);
}

static void cells_that_are_empty_give_their_room(void **state)
{
	static const ramure_cell_text cells[] = { { 0, 0, 0 }, { 500, 500, 1 }, { 0, 0, 0 }, { 500, 500, 1 } };
	static const double least[] = { 40, 40 };
	double widths[] = { 300, 300 };

	(void)state;
	ramure_lower_rows(cells, 2, 2, least, widths);
	assert_true(widths[1] >= 500);
}

/* The last line of each is half empty: four paragraphs are more lines than one as long. */
static void a_column_may_have_no_width_yet(void **state)
{
	static const ramure_cell_text cells[] = { { 900, 900, 1 }, { 0, 0, 0 }, { 900, 900, 1 }, { 90, 90, 1 } };
	static const double least[] = { 60, 40 };
	double widths[] = { 364, -4 };

	(void)state;
	ramure_lower_rows(cells, 2, 2, least, widths);
	assert_true(widths[1] >= -4 && widths[0] >= 60);
	assert_true(widths[0] + widths[1] > 359.99 && widths[0] + widths[1] < 360.01);
}

static void each_paragraph_begins_a_line(void **state)
{
	static const ramure_cell_text cells[] = { { 215, 675, 4 }, { 128, 128, 1 } };
	static const double least[] = { 53, 62 };
	double widths[] = { 124, 87 };

	(void)state;
	ramure_lower_rows(cells, 1, 2, least, widths);
	assert_true(widths[0] > 130);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_text_takes_from_names_that_may_wrap),
		cmocka_unit_test(no_column_gets_narrower_than_its_least),
		cmocka_unit_test(what_saves_no_line_moves_nothing),
		cmocka_unit_test(cells_that_are_empty_give_their_room),
		cmocka_unit_test(a_column_may_have_no_width_yet),
		cmocka_unit_test(each_paragraph_begins_a_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
