/* test-structure.c: elements of a deck go on over its pages. */
#include "tests/unit/unit.h"

#include "core/layout/structure.h"

static structure *fresh(ramure_ctx **ctx)
{
	*ctx = unit_ctx();
	return structure_new((*ctx)->arena);
}

static void an_element_goes_on_where_its_key_is_asked_again(void **state)
{
	ramure_ctx *ctx;
	structure *s = fresh(&ctx);
	uint32_t root = structure_element(s, RAMURE_ARTIFACT, RAMURE_TAG_DOCUMENT, 0);
	uint32_t list = structure_element(s, root, RAMURE_TAG_L, 7);

	(void)state;
	structure_begin_page(s, 3);
	assert_int_equal(structure_element(s, root, RAMURE_TAG_L, 7), list);
	assert_int_not_equal(structure_element(s, root, RAMURE_TAG_L, 8), list);
	assert_int_not_equal(structure_element(s, root, RAMURE_TAG_TABLE, 7), list);
	assert_int_equal(structure_at(s, list)->page, 0);
	assert_int_equal(structure_at(s, list + 1)->page, 3);
	assert_int_equal(structure_count(s), 4);
	ctx_free(ctx);
}

static void nothing_stands_below_an_artifact(void **state)
{
	ramure_ctx *ctx;
	structure *s = fresh(&ctx);

	(void)state;
	assert_int_equal(structure_element(s, RAMURE_ARTIFACT, RAMURE_TAG_P, 1), RAMURE_ARTIFACT);
	assert_int_equal(structure_count(s), 0);
	ctx_free(ctx);
}

static void elements_and_their_addresses_hold_while_the_structure_grows(void **state)
{
	ramure_ctx *ctx;
	structure *s = fresh(&ctx);
	uint32_t root = structure_element(s, RAMURE_ARTIFACT, RAMURE_TAG_DOCUMENT, 0);
	ramure_element *kept = structure_at(s, root);

	(void)state;
	for (size_t i = 0; i < 5000; i++)
		structure_element(s, root, RAMURE_TAG_P, i);
	assert_ptr_equal(structure_at(s, root), kept);
	for (size_t i = 0; i < 5000; i++)
		assert_int_equal(structure_element(s, root, RAMURE_TAG_P, i), i + 1);
	assert_int_equal(structure_count(s), 5001);
	ctx_free(ctx);
}

static void headings_rise_when_a_part_has_no_page(void **state)
{
	ramure_ctx *ctx;
	structure *s = fresh(&ctx);
	uint32_t root = structure_element(s, RAMURE_ARTIFACT, RAMURE_TAG_DOCUMENT, 0);
	uint32_t heading;

	(void)state;
	structure_lift_headings(s, 1);
	heading = structure_element(s, root, RAMURE_TAG_H3, 1);
	assert_int_equal(structure_at(s, heading)->tag, RAMURE_TAG_H2);
	assert_int_equal(structure_element(s, root, RAMURE_TAG_H3, 1), heading);
	assert_int_equal(structure_at(s, structure_element(s, root, RAMURE_TAG_H1, 1))->tag, RAMURE_TAG_H1);
	assert_int_equal(structure_at(s, structure_element(s, root, RAMURE_TAG_P, 1))->tag, RAMURE_TAG_P);
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_element_goes_on_where_its_key_is_asked_again),
		cmocka_unit_test(nothing_stands_below_an_artifact),
		cmocka_unit_test(elements_and_their_addresses_hold_while_the_structure_grows),
		cmocka_unit_test(headings_rise_when_a_part_has_no_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
