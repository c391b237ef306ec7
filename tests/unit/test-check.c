/* Advice: sentences and words as checks count them, names that silence, messages as JSON. */
#include "tests/unit/unit.h"

#include "core/check/check.h"
#include "core/messages.h"

#include <string.h>

static void sentences_end_at_their_sign_and_a_space(void **state)
{
	static const char *const expected[] = { "Une note de 3.5 points", "Deux", "Trois  ", "fin" };
	ramure_str text = STR(" Une note de 3.5 points. Deux !\nTrois  ? fin"), sentence;
	size_t at = 0, count = 0;

	(void)state;
	while (check_next_sentence(text, &at, &sentence)) {
		assert_true(count < sizeof expected / sizeof *expected);
		assert_memory_equal(sentence.data, expected[count], strlen(expected[count]));
		count++;
	}
	assert_int_equal(count, sizeof expected / sizeof *expected);
	assert_int_equal(at, text.size);
	at = 0;
	assert_false(check_next_sentence((ramure_str){ 0 }, &at, &sentence));
}

static void signs_alone_are_no_words(void **state)
{
	(void)state;
	assert_int_equal(check_count_words(STR("")), 0);
	assert_int_equal(check_count_words(STR(" « Oui » : l’été\xC2\xA0! – 3 %")), 3);
	assert_int_equal(check_count_words(STR("\xFF\xFE")), 1);
}

static void advice_is_said_only_when_asked_and_unless_allowed(void **state)
{
	static const char *const allowed[] = { "Empty-Slide" };
	ramure_ctx *ctx = unit_ctx();
	size_t count;

	(void)state;
	ramure_advice(ctx, (ramure_span){ 0 }, "empty-slide", "nothing here");
	ramure_messages(ctx, false, &count);
	assert_int_equal(count, 0);
	assert_true(messages_unaccepted(ctx, SEVERITY_ADVICE));
	assert_false(messages_unaccepted(ctx, SEVERITY_WARNING));
	ctx->request.verbose = true;
	ramure_messages(ctx, false, &count);
	assert_int_equal(count, 1);
	ctx->request.allow = allowed;
	ctx->request.allow_count = 1;
	ramure_messages(ctx, false, &count);
	assert_int_equal(count, 0);
	assert_false(messages_unaccepted(ctx, SEVERITY_ADVICE));
	ctx_free(ctx);
}

static void json_escapes_whatever_a_message_holds(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_message message = { .severity = RAMURE_WARNING_MESSAGE,
				   .name = "x",
				   .file = STR("a \"b\".md"),
				   .at = { 1, 2, 3, 4 },
				   .message = STR("\\ \x01\t\xC3 é"),
				   .hint = STR("one\ntwo") };

	(void)state;
	assert_string_equal(
		ramure_message_json(ctx, &message).data,
		"{\"file\": \"a \\\"b\\\".md\", \"line\": 2, \"column\": 3, \"length\": 4, "
		"\"severity\": \"warning\", \"name\": \"x\", \"message\": \"\\\\ \\u0001\\u0009\xEF\xBF\xBD é\", "
		"\"hint\": \"one\\ntwo\"}");
	message = (ramure_message){ .severity = RAMURE_FAILURE_MESSAGE, .message = STR("m") };
	assert_string_equal(ramure_message_json(ctx, &message).data,
			    "{\"file\": null, \"line\": 0, \"column\": 0, \"length\": 0, \"severity\": \"failure\", "
			    "\"name\": null, \"message\": \"m\", \"hint\": null}");
	ctx_free(ctx);
}

static void every_check_has_a_name_of_its_own_and_both_sentences(void **state)
{
	ramure_rows checks = ramure_checks();

	(void)state;
	for (size_t i = 0; i < checks.count; i++) {
		const ramure_notice *one = ramure_row(checks, i);

		assert_true(one->doc.en && one->doc.fr);
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(one->name, ((const ramure_notice *)ramure_row(checks, j))->name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_end_at_their_sign_and_a_space),
		cmocka_unit_test(signs_alone_are_no_words),
		cmocka_unit_test(advice_is_said_only_when_asked_and_unless_allowed),
		cmocka_unit_test(json_escapes_whatever_a_message_holds),
		cmocka_unit_test(every_check_has_a_name_of_its_own_and_both_sentences),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
