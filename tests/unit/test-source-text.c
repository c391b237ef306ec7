/* Pieces of source files: lines and columns, parts of parts, very long lines. */
#include "tests/unit/unit.h"

#include "core/source/source_text.h"

#include <string.h>

static source_text text_of(ramure_ctx *ctx, const char *text)
{
	return source_text_of_file(ctx, files_add(ctx, STR("test.md"), (ramure_str){ text, strlen(text) }));
}

static void assert_span(ramure_span at, uint32_t line, uint32_t column, uint32_t length)
{
	assert_int_equal(at.line, line);
	assert_int_equal(at.column, column);
	assert_int_equal(at.length, length);
}

static void columns_count_characters(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	source_text text = text_of(ctx, "été\n« œuvre » fin\n");

	(void)state;
	assert_span(source_text_span(&text, 0, 5), 1, 1, 3);
	assert_span(source_text_span(&text, 6, 2), 2, 1, 1);
	assert_span(source_text_span(&text, 6 + 13, 3), 2, 11, 3);
	ctx_free(ctx);
}

static void every_line_end_is_one(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	source_text text = text_of(ctx, "\xEF\xBB\xBFun\r\ndeux\rtrois\n");

	(void)state;
	assert_memory_equal(text.text.data, "un\ndeux\ntrois\n", 14);
	assert_span(source_text_span(&text, 8, 5), 3, 1, 5);
	ctx_free(ctx);
}

static void a_length_ends_with_its_line(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	source_text text = text_of(ctx, "un\ndeux\n");

	(void)state;
	assert_span(source_text_span(&text, 0, 8), 1, 1, 2);
	assert_span(source_text_span(&text, 8, 0), 3, 1, 0);
	ctx_free(ctx);
}

static void a_part_of_a_part_keeps_its_place(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	source_text text = text_of(ctx, "zéro\nun deux trois\nquatre\n");
	source_text line = source_text_line(&text, 1);
	source_text part = source_text_part(&line, 3, 10);
	source_text word = source_text_part(&part, 5, 5);

	(void)state;
	assert_int_equal(line.text.size, 13);
	assert_memory_equal(word.text.data, "trois", 5);
	assert_span(source_text_span(&word, 0, 5), 2, 9, 5);
	assert_int_equal(source_text_line(&text, 7).text.size, 0);
	ctx_free(ctx);
}

static void lines_without_their_indentation_keep_their_place(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	static const source_line places[] = { { .line = 7, .column = 5 }, { .line = 8, .column = 3 } };
	source_text text = source_text_new(ctx, 1, STR("début\nfin\nplus loin"), places, 2);

	(void)state;
	assert_span(source_text_span(&text, 0, 6), 7, 5, 5);
	assert_span(source_text_span(&text, 7, 3), 8, 3, 3);
	assert_span(source_text_span(&text, 11, 4), 9, 1, 4);
	ctx_free(ctx);
}

/* Counting from the start of the line for each of them would take hours. */
static void a_column_far_in_a_line_is_found_at_once(void **state)
{
	enum { SIZE = 40 * 1024 * 1024 };
	ramure_ctx *ctx = unit_ctx();
	char *bytes = ramure_alloc(ctx, SIZE);
	source_text text;

	(void)state;
	for (size_t i = 0; i < SIZE; i += 2) {
		bytes[i] = "é"[0];
		bytes[i + 1] = "é"[1];
	}
	text = source_text_of_file(ctx, files_add(ctx, STR("long"), (ramure_str){ bytes, SIZE }));
	for (size_t i = 0; i < 100000; i++)
		assert_span(source_text_span(&text, SIZE - 2 - i * 2, 2), 1, (uint32_t)(SIZE / 2 - i), 1);
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_count_characters),
		cmocka_unit_test(every_line_end_is_one),
		cmocka_unit_test(a_length_ends_with_its_line),
		cmocka_unit_test(a_part_of_a_part_keeps_its_place),
		cmocka_unit_test(lines_without_their_indentation_keep_their_place),
		cmocka_unit_test(a_column_far_in_a_line_is_found_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
