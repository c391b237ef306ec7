/* Messages: each once, in the order of their places, and not by the thousand. */
#include "tests/unit/unit.h"

#include "core/host.h"
#include "core/source/include.h"

#include <string.h>

static void messages_come_in_the_order_of_their_places(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	uint32_t file = files_add(ctx, STR("a.md"), STR("one\ntwo\nthree\n"));
	const ramure_message *messages;
	size_t count;

	(void)state;
	ramure_failure(ctx, "the disk");
	ramure_error(ctx, (ramure_span){ file, 3, 1, 5 }, "third");
	ramure_error(ctx, (ramure_span){ file, 1, 2, 1 }, "second");
	ramure_error(ctx, (ramure_span){ file, 1, 1, 3 }, "first");
	ramure_hint(ctx, "type: one");
	ramure_error(ctx, (ramure_span){ file, 1, 1, 3 }, "first");
	ramure_hint(ctx, "never shown");
	messages = ramure_messages(ctx, false, &count);
	assert_int_equal(count, 4);
	assert_string_equal(messages[0].message.data, "first");
	assert_string_equal(messages[1].message.data, "second");
	assert_string_equal(messages[2].message.data, "third");
	assert_string_equal(messages[3].message.data, "the disk");
	assert_string_equal(messages[0].shown.data, "a.md:1:1: error: first\n"
						    "     1 | one\n"
						    "       | ^~~\n"
						    "a.md:1:1: hint: type: one\n");
	ctx_free(ctx);
}

static void thousands_of_messages_are_counted_only(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	uint32_t file = files_add(ctx, STR("a.md"), STR("one\n"));
	const ramure_message *messages;
	size_t count;

	(void)state;
	for (uint32_t i = 1; i <= 100000; i++)
		ramure_error(ctx, (ramure_span){ file, 1, i, 1 }, "wrong");
	messages = ramure_messages(ctx, false, &count);
	assert_int_equal(count, DIAGNOSTICS_MOST + 1);
	assert_non_null(strstr(messages[count - 1].message.data, "99500"));
	ctx_free(ctx);
}

static void a_thousand_notes_hide_no_error(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	uint32_t file = files_add(ctx, STR("a.md"), STR("one\n"));
	const ramure_message *messages;
	size_t count;

	(void)state;
	for (uint32_t i = 1; i <= 1000; i++)
		ramure_info(ctx, (ramure_span){ file, 1, i, 1 }, "tightened", "set tighter");
	ramure_error(ctx, (ramure_span){ file, 1, 1, 1 }, "wrong");
	messages = ramure_messages(ctx, false, &count);
	assert_int_equal(count, 1);
	assert_string_equal(messages[0].message.data, "wrong");
	ctx->request.verbose = true;
	messages = ramure_messages(ctx, false, &count);
	assert_int_equal(count, 502);
	assert_string_equal(messages[501].message.data, "more messages, not shown: 500");
	ctx_free(ctx);
}

static void what_one_chapter_accepts_is_named_for_another(void **state)
{
	static const ramure_string parked = { .text = { "parked", 6 } };
	static const settings own = { .allow = { .items = &parked, .count = 1 } };
	ramure_ctx *ctx = unit_ctx();
	uint32_t first = files_add(ctx, STR("a.md"), STR("one\n")), second = files_add(ctx, STR("b.md"), STR("two\n"));
	included chapter = { .file = first, .settings = &own };
	size_t count;

	(void)state;
	ctx->booklet.included = &chapter;
	ramure_info(ctx, (ramure_span){ first, 1, 1, 1 }, "parked", "slides parked");
	ramure_info(ctx, (ramure_span){ second, 1, 1, 1 }, "parked", "slides parked");
	assert_string_equal(ramure_messages_unsaid(ctx, &count).data, "parked");
	assert_int_equal(count, 1);
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(messages_come_in_the_order_of_their_places),
		cmocka_unit_test(thousands_of_messages_are_counted_only),
		cmocka_unit_test(a_thousand_notes_hide_no_error),
		cmocka_unit_test(what_one_chapter_accepts_is_named_for_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
