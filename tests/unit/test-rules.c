/* test-rules.c: files of rules: their own examples, and the slips of who writes one. */
#include "tests/unit/ruled.h"

#include "core/base/buf.h"

static void say_messages(ramure_ctx *ctx)
{
	for (const diagnostic *d = ctx->diagnostics.first; d; d = d->next)
		print_message("line %u: %.*s\n", d->at.line, (int)d->message.size, d->message.data);
}

static void check_language(const char *lang)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, lang);
	bool good = rules_try(ctx, rules);

	say_messages(ctx);
	assert_true(good);
	ruled_free(ctx, rules);
}

static void every_french_example_holds(void **state)
{
	(void)state;
	check_language("fr");
}

static void every_english_example_holds(void **state)
{
	(void)state;
	check_language("en");
}

static void a_second_pass_changes_nothing(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, "fr");

	(void)state;
	for (size_t i = 0; i < rules->count; i++)
		for (const rule_example *e = rules->rules[i].examples; e; e = e->next) {
			ramure_str text = rules_show(ctx->arena, rules_unfold(ctx, e->before));
			ramure_str once = typography_text(ctx, ctx->arena, rules, text);
			ramure_str twice = typography_text(ctx, ctx->arena, rules, once);

			if (!ramure_str_equal(once, twice))
				fail_msg("%.*s | %.*s", (int)once.size, once.data, (int)twice.size, twice.data);
		}
	ruled_free(ctx, rules);
}

/* The rules of a text in memory, alone, and what is said of them. */
static void check_rules(const char *words, const char *said)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, "none");
	uint32_t file = files_add(ctx, STR("x.rules"), (ramure_str){ words, strlen(words) });
	buf got = buf_on(ctx->arena);

	if (rules_read(ctx, rules, file))
		rules_try(ctx, rules);
	buf_puts(&got, "");
	for (const diagnostic *d = ctx->diagnostics.first; d; d = d->next)
		buf_format(&got, "%u:%u %.*s\n", d->at.line, d->at.column, (int)d->message.size, d->message.data);
	assert_string_equal(got.data, said);
	ruled_free(ctx, rules);
}

static void slips_of_a_rules_file_are_told_at_their_line(void **state)
{
	(void)state;
	check_rules("let ONE un\nrule a\n  find %ONE%\n  put deux\n  yes un => deux\n  no trois\n", "");
	check_rules("rule a\n  find (a\n  put b\n  no c\n",
		    "2:8 the pattern of the rule 'a' is broken: missing closing parenthesis\n");
	check_rules("rule a\n  find (a|aa)+$ x?\n  put b\n  no c\n",
		    "2:8 the pattern of the rule 'a' needs too many steps on a long line\n");
	check_rules("protect a\n  find b\n  no b\nprotect c\n  find (a|aa)+$ x?\n  no d\n",
		    "5:8 the pattern of the rule 'c' needs too many steps on a long line\n");
	check_rules("rule a\n  find (?R)\n  put b\n  no c\n",
		    "2:8 the pattern of the rule 'a' needs too many steps on a long line\n");
	check_rules("rule a\n  find x\n  put y\n  yes x => z\n  no x\n", "4:7 the example of the rule 'a' gives 'y'\n"
									 "5:6 the example of the rule 'a' gives 'y'\n");
	check_rules("rule a\n  find x\n  put xx\n  yes x => xx\n",
		    "4:7 a second pass makes 'xxxx' of this example of the rule 'a'\n");
	check_rules("rule a\n  find x\n  put y\n  no z\nrule a\n  find z\n  put y\n  no x\n",
		    "5:6 another rule is called 'a' already\n");
	check_rules("rule a\n  found x\n  put y\n  no z\n", "2:3 unknown word 'found'\n"
							    "1:1 this rule has nothing to find\n");
	check_rules("rule a\n  where text moon\n  find %X%\n  put y\n  no z\n", "2:9 no place is called 'moon'\n"
										"3:8 no 'let' says what 'X' is\n");
	check_rules("rule\n  find x\n", "1:1 this rule has no name\n1:1 this rule does not say what to put\n");
	check_rules("rule a\n  find x\n  put y\n", "1:1 this rule has no example\n");
	check_rules("rule a\n  find (x)\n  put \\2\n  no y\n", "2:8 '\\2' is put, and the pattern has no such group\n");
	check_rules("  find x\n", "1:3 'find' stands before any rule\n");
	check_rules("let\n", "1:1 'let' wants a name and words\n");
	check_rules("", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_french_example_holds),
		cmocka_unit_test(every_english_example_holds),
		cmocka_unit_test(a_second_pass_changes_nothing),
		cmocka_unit_test(slips_of_a_rules_file_are_told_at_their_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
