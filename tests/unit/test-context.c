/* What the public header says of memory and words. */
#include "tests/unit/unit.h"

#include <string.h>

static void a_format_of_any_length_is_whole(void **state)
{
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	for (int size = 250; size < 262; size++) {
		ramure_str padded = ramure_format(ctx, "%*d|", size, 7);

		assert_int_equal(padded.size, size + 1);
		assert_string_equal(padded.data + size - 1, "7|");
	}
	ctx_free(ctx);
}

static void parts_are_joined_and_empty_ones_passed_over(void **state)
{
	const ramure_str parts[] = { STR(""), STR("un"), { 0 }, STR("deux"), STR("trois"), { 0 } };
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	assert_string_equal(ramure_join(ctx, parts, 6, " ; ").data, "un ; deux ; trois");
	assert_int_equal(ramure_join(ctx, parts, 6, " ; ").size, strlen("un ; deux ; trois"));
	assert_string_equal(ramure_join(ctx, parts, 2, ", ").data, "un");
	assert_string_equal(ramure_join(ctx, parts, 1, ", ").data, "");
	assert_string_equal(ramure_join(ctx, NULL, 0, ", ").data, "");
	ctx_free(ctx);
}

static void an_array_keeps_its_items_while_it_grows(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	size_t *squares = NULL;

	(void)state;
	for (size_t i = 0; i < 1000; i++) {
		squares = ramure_extend_array(ctx, squares, i, sizeof *squares);
		squares[i] = i * i;
		ramure_alloc(ctx, 1); /* so that it cannot grow where it stands */
	}
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(squares[i], i * i);
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_format_of_any_length_is_whole),
		cmocka_unit_test(parts_are_joined_and_empty_ones_passed_over),
		cmocka_unit_test(an_array_keeps_its_items_while_it_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
