/* The arena: alignment, zeroes, growth, marks, exhaustion. */
#include "tests/unit/unit.h"

#include "core/base/arena.h"

#include <setjmp.h>
#include <stdint.h>
#include <string.h>

static void blocks_are_zeroed_and_aligned(void **state)
{
	arena *a = arena_new(0, NULL, NULL);

	(void)state;
	for (size_t size = 0; size < 3000; size += 37) {
		unsigned char *block = arena_alloc(a, size);

		assert_int_equal((uintptr_t)block % 16, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(block[i], 0);
		memset(block, 0xAA, size);
	}
	arena_free(a);
}

static void a_return_gives_back_what_came_after_the_mark(void **state)
{
	arena *a = arena_new(0, NULL, NULL);
	char *kept = arena_alloc(a, 10);
	arena_mark mark;
	size_t used;

	(void)state;
	memcpy(kept, "kept", 5);
	used = arena_used(a);
	mark = arena_here(a);
	for (int i = 0; i < 100; i++)
		arena_alloc(a, 100000);
	arena_return(a, mark);
	assert_int_equal(arena_used(a), used);
	assert_string_equal(kept, "kept");
	arena_free(a);
}

static void the_last_block_grows_in_place(void **state)
{
	arena *a = arena_new(0, NULL, NULL);
	char *block = arena_alloc(a, 10);
	char *grown;

	(void)state;
	memcpy(block, "nine char", 10);
	assert_ptr_equal(arena_grow(a, block, 10, 200), block);
	arena_alloc(a, 1);
	grown = arena_grow(a, block, 200, 400);
	assert_ptr_not_equal(grown, block);
	assert_string_equal(grown, "nine char");
	arena_free(a);
}

static void an_array_grows_item_by_item_and_keeps_what_it_holds(void **state)
{
	arena *a = arena_new(0, NULL, NULL);
	int *items = NULL;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		items = arena_extend(a, items, (size_t)i, sizeof *items);
		items[i] = i;
		if (i % 7 == 0) /* something stands behind it: it must move to grow */
			arena_alloc(a, 1);
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(items[i], i);
	assert_true(arena_used(a) < sizeof *items * 4 * 1024);
	arena_free(a);
}

static void jump(void *closure, size_t wanted)
{
	(void)wanted;
	longjmp(*(jmp_buf *)closure, 1);
}

static void the_limit_calls_its_handler(void **state)
{
	jmp_buf back;
	arena *a = arena_new(1000, jump, &back);
	volatile int blocks = 0;

	(void)state;
	if (!setjmp(back))
		for (;;) {
			arena_alloc(a, 100);
			blocks++;
		}
	assert_in_range(blocks, 8, 10);
	if (!setjmp(back)) {
		arena_alloc_array(a, SIZE_MAX / 2, 3);
		fail();
	}
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_are_zeroed_and_aligned),
		cmocka_unit_test(a_return_gives_back_what_came_after_the_mark),
		cmocka_unit_test(the_last_block_grows_in_place),
		cmocka_unit_test(an_array_grows_item_by_item_and_keeps_what_it_holds),
		cmocka_unit_test(the_limit_calls_its_handler),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
