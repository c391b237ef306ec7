/* test-markdown-bounds.c: what Markdown made to hurt gets: a message, in time and in little memory. */
#include "tests/unit/said.h"

#include "core/source/source.h"

static void check_hostile(ramure_ctx *ctx, buf *words, const char *said)
{
	uint32_t file = files_add(ctx, STR("b.md"), buf_str(words));
	source_text piece = source_text_of_file(ctx, file);

	markdown_blocks(ctx, &piece);
	check_messages(ctx, said);
	ctx_free(ctx);
}

static void brackets_without_end_are_counted_first(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	buf words = buf_on(ctx->arena);

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_puts(&words, "![[]()");
	check_hostile(ctx, &words, "1:1 more than 20000 signs of markup ([ * _ ` < ~) without an empty line\n");
}

static void lists_nest_to_a_bound(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	buf words = buf_on(ctx->arena);

	(void)state;
	for (size_t i = 0; i < 10000; i++) {
		buf_fill(&words, ' ', 2 * i);
		buf_puts(&words, "- x\n");
	}
	check_hostile(ctx, &words, "51:1 lists or quotes stand in one another more than 50 deep\n");
}

static void many_braces_cost_little_memory(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	buf words = buf_on(ctx->arena);
	source_text piece;

	(void)state;
	buf_fill(&words, '{', 10000);
	piece = source_text_of_file(ctx, files_add(ctx, STR("b.md"), buf_str(&words)));
	markdown_blocks(ctx, &piece);
	check_messages(ctx, "");
	assert_true(arena_used(ctx->arena) < 1 << 20);
	ctx_free(ctx);
}

static void a_brace_that_is_never_closed_is_shown_in_short(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	buf words = buf_on(ctx->arena);
	source_text piece;

	(void)state;
	for (int i = 0; i < 1000; i++)
		buf_puts(&words, "{hidden ");
	piece = source_text_of_file(ctx, files_add(ctx, STR("b.md"), buf_str(&words)));
	markdown_blocks(ctx, &piece);
	assert_non_null(ctx->diagnostics.first);
	assert_true(ctx->diagnostics.first->message.size < 120);
	assert_true(ctx->diagnostics.first->hint.size < 160);
	ctx_free(ctx);
}

static void tables_have_a_bound(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	buf words = buf_on(ctx->arena);

	(void)state;
	for (int row = 0; row < 2; row++) {
		for (int i = 0; i < 10000; i++)
			buf_puts(&words, row ? "|-" : "|a");
		buf_puts(&words, "|\n");
	}
	check_hostile(ctx, &words, "2:1 this table has 10002 columns, more than 256\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(brackets_without_end_are_counted_first),
		cmocka_unit_test(lists_nest_to_a_bound),
		cmocka_unit_test(many_braces_cost_little_memory),
		cmocka_unit_test(a_brace_that_is_never_closed_is_shown_in_short),
		cmocka_unit_test(tables_have_a_bound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
