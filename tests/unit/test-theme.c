/* Themes: the bundled ones, inheritance, what is reported, values for writers. */
#include "tests/unit/unit.h"

#include "core/theme/theme_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static ramure_ctx *ctx_with(const char *theme_path)
{
	ramure_ctx *ctx = unit_ctx();

	ctx->request.theme_path = theme_path;
	return ctx;
}

static ramure_string named(const char *words)
{
	return (ramure_string){ .text = { words, strlen(words) } };
}

static const theme *load(ramure_ctx *ctx, const char *name, const char *format)
{
	ctx->theme = theme_load(ctx, named(name), named(format));
	return ctx->theme;
}

static size_t errors(const ramure_ctx *ctx)
{
	return ctx->diagnostics.counts[SEVERITY_ERROR];
}

/* A theme in a fresh folder; the folder above it. */
static const char *theme_of(ramure_ctx *ctx, const char *name, const char *text)
{
	static const char pattern[] = "/tmp/ramure-theme-XXXXXX";
	char *above = ramure_alloc(ctx, sizeof pattern);
	FILE *file;

	if (ctx->request.theme_path) {
		above = (char *)ctx->request.theme_path;
	} else {
		memcpy(above, pattern, sizeof pattern);
		assert_non_null(mkdtemp(above));
		ctx->request.theme_path = above;
	}
	assert_int_equal(mkdir(ramure_format(ctx, "%s/%s", above, name).data, 0700), 0);
	file = fopen(ramure_format(ctx, "%s/%s/theme.yaml", above, name).data, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	return above;
}

static void drop(ramure_ctx *ctx, const char *name)
{
	remove(ramure_format(ctx, "%s/%s/theme.yaml", ctx->request.theme_path, name).data);
	remove(ramure_format(ctx, "%s/%s", ctx->request.theme_path, name).data);
	remove(ctx->request.theme_path);
}

static const diagnostic *first_message(const ramure_ctx *ctx)
{
	assert_non_null(ctx->diagnostics.first);
	return ctx->diagnostics.first;
}

static void the_tables_and_the_bundled_theme_agree(void **state)
{
	ramure_ctx *tables = ctx_with(NULL), *files = ctx_with(THEMES);
	const theme *a = load(tables, "", ""), *b = load(files, "collectif", "");

	(void)state;
	assert_int_equal(a->folder.size, 0);
	assert_true(b->folder.size > 0);
	assert_int_equal(errors(files), 0);
	assert_int_equal(a->value_count, b->value_count);
	for (size_t i = 0; i < a->value_count; i++) {
		assert_string_equal(a->values[i].key, b->values[i].key);
		if (a->values[i].number != b->values[i].number)
			fail_msg("%s differs", a->values[i].key);
	}
	assert_memory_equal(a->colours, b->colours, sizeof a->colours);
	ctx_free(tables);
	ctx_free(files);
}

static void every_bundled_theme_is_sound(void **state)
{
	static const char *const names[] = { "collectif", "territoires", "sobre" };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		ramure_ctx *ctx = ctx_with(THEMES);
		const theme *t = load(ctx, names[i], "");

		for (const diagnostic *d = ctx->diagnostics.first; d; d = d->next)
			print_error("%s: %.*s\n", names[i], (int)d->message.size, d->message.data);
		assert_null(ctx->diagnostics.first);
		assert_true(ramure_str_equal(t->name, (ramure_str){ names[i], strlen(names[i]) }));
		ctx_free(ctx);
	}
}

static void a_theme_changes_what_it_says_and_keeps_the_rest(void **state)
{
	ramure_ctx *ctx = ctx_with(THEMES);
	const theme *t = load(ctx, "territoires", "4:3");

	(void)state;
	assert_int_equal(t->colours[RAMURE_PRIMARY].r, 0x1D);
	assert_int_equal(t->colours[RAMURE_LEVEL_1].r, 0x17);
	assert_true(t->format.width == 720 && t->format.column == 30 && t->format.columns == 12);
	assert_true(t->roles[RAMURE_ROLE_TITLE].size == 28 && t->roles[RAMURE_ROLE_TITLE].weight == 700);
	assert_true(load(ctx, "sobre", "A4 paysage")->format.width == 841.89);
	assert_false(ctx->theme->filled);
	assert_int_equal(ctx->theme->roles[RAMURE_ROLE_COVER_TITLE].colour, RAMURE_PRIMARY);
	ctx_free(ctx);
}

static void writers_find_numbers_and_words_by_key(void **state)
{
	ramure_ctx *ctx = ctx_with(THEMES);

	(void)state;
	load(ctx, "", "");
	assert_true(ramure_theme_number(ctx, "report.body.size") == 11);
	assert_true(ramure_theme_number(ctx, "report.table.leading") == 13.5);
	assert_true(ramure_str_equal(ramure_theme_string(ctx, "fonts.family"), STR("Lato")));
	assert_int_equal((int)ramure_theme_number(ctx, "report.key.colour"), RAMURE_PRIMARY);
	ctx_free(ctx);
}

static void an_unknown_key_names_the_nearest(void **state)
{
	ramure_ctx *ctx = ctx_with(NULL);

	(void)state;
	theme_of(ctx, "mine", "extends: collectif\ncolours:\n  primry: #14365C\n");
	load(ctx, "mine", "");
	assert_int_equal(errors(ctx), 1);
	assert_string_equal(first_message(ctx)->message.data, "a theme has no key 'colours.primry'");
	assert_string_equal(first_message(ctx)->hint.data, "did you mean 'colours.primary'?");
	assert_int_equal(first_message(ctx)->at.line, 3);
	assert_int_equal(first_message(ctx)->at.column, 3);
	drop(ctx, "mine");
	ctx_free(ctx);
}

static void values_of_another_type_are_reported_where_they_stand(void **state)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{ "roles:\n  body:\n    size: grand\n", "'roles.body.size' cannot be 'grand'" },
		{ "roles:\n  body:\n    size: 100000\n", "'roles.body.size' cannot be '100000'" },
		{ "report:\n  body:\n    size: 0\n", "'report.body.size' cannot be '0'" },
		{ "formats:\n  wide:\n    width: 0\n", "'formats.wide.width' cannot be '0'" },
		{ "formats:\n  wide:\n    margin: 430\n", "margins of 430 pt leave no room on a page 960 pt wide" },
		{ "formats:\n  wide:\n    width: 200\n", "margins of 48 pt leave no room on a page 200 pt wide" },
		{ "filled: peut-être\n", "'filled' cannot be 'peut-être'" },
		{ "colours:\n  ink: rouge\n", "'colours.ink' cannot be 'rouge'" },
		{ "colours:\n  ink: #12345678\n", "'colours.ink' cannot be '#12345678'" },
		{ "colours:\n  ink: #12G456\n", "'colours.ink' cannot be '#12G456'" },
		{ "colours:\n  ink: rgb(300, 0, 0)\n", "'colours.ink' cannot be 'rgb(300, 0, 0)'" },
		{ "colours:\n  ink: -1\n", "'colours.ink' cannot be '-1'" },
		{ "roles:\n  body:\n    colour: rouge\n", "'roles.body.colour' cannot be 'rouge'" },
		{ "roles: 12\n", "'roles' holds other keys" },
		{ "- a\n- b\n", "a theme is made of keys and values" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ramure_ctx *ctx = ctx_with(NULL);

		theme_of(ctx, "mine", cases[i].text);
		load(ctx, "mine", "");
		assert_int_equal(errors(ctx), 1);
		assert_string_equal(first_message(ctx)->message.data, cases[i].message);
		assert_true(first_message(ctx)->at.line > 0 && first_message(ctx)->hint.size > 0);
		drop(ctx, "mine");
		ctx_free(ctx);
	}
}

static void pale_text_is_an_error_at_its_colour(void **state)
{
	ramure_ctx *ctx = ctx_with(NULL);

	(void)state;
	theme_of(ctx, "pale", "colours:\n  accent: #B2B2B2\n");
	load(ctx, "pale", "");
	assert_true(errors(ctx) >= 1);
	assert_string_equal(first_message(ctx)->message.data,
			    "'accent' on 'paper' has a contrast of 2.1, and needs 4.5 to be read (WCAG AA)");
	assert_int_equal(first_message(ctx)->at.line, 2);
	drop(ctx, "pale");
	ctx_free(ctx);
}

static void contrast_is_that_of_wcag(void **state)
{
	const ramure_rgb black = { 0, 0, 0 }, white = { 255, 255, 255 }, grey = { 0x76, 0x76, 0x76 };

	(void)state;
	assert_true(theme_contrast(black, white) > 20.99 && theme_contrast(white, black) < 21.01);
	assert_true(theme_contrast(grey, white) > 4.5 && theme_contrast(grey, white) < 4.6);
	assert_true(theme_contrast(white, white) == 1);
}

static void a_theme_that_extends_itself_ends(void **state)
{
	ramure_ctx *ctx = ctx_with(NULL);

	(void)state;
	theme_of(ctx, "loop", "extends: loop\n");
	load(ctx, "loop", "");
	assert_int_equal(errors(ctx), 1);
	drop(ctx, "loop");
	ctx_free(ctx);
}

static void a_missing_theme_names_the_nearest(void **state)
{
	ramure_ctx *ctx = ctx_with(THEMES);
	ramure_string name = named("territoire");

	(void)state;
	assert_non_null(load(ctx, "territoire", ""));
	assert_int_equal(errors(ctx), 1);
	assert_string_equal(first_message(ctx)->message.data, "there is no theme 'territoire'");
	/* The command's option stands nowhere; a line of the front matter does. */
	assert_string_equal(first_message(ctx)->hint.data, "did you mean '--theme territoires'?");
	ctx_free(ctx);
	ctx = ctx_with(THEMES);
	name.at.line = 3;
	ctx->theme = theme_load(ctx, name, named(""));
	assert_string_equal(first_message(ctx)->hint.data, "did you mean 'theme: territoires'?");
	ctx_free(ctx);
}

static void an_unknown_format_is_reported(void **state)
{
	ramure_ctx *ctx = ctx_with(THEMES);

	(void)state;
	assert_true(load(ctx, "", "3:2")->format.width == 960);
	assert_int_equal(errors(ctx), 1);
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_tables_and_the_bundled_theme_agree),
		cmocka_unit_test(every_bundled_theme_is_sound),
		cmocka_unit_test(a_theme_changes_what_it_says_and_keeps_the_rest),
		cmocka_unit_test(writers_find_numbers_and_words_by_key),
		cmocka_unit_test(an_unknown_key_names_the_nearest),
		cmocka_unit_test(values_of_another_type_are_reported_where_they_stand),
		cmocka_unit_test(pale_text_is_an_error_at_its_colour),
		cmocka_unit_test(contrast_is_that_of_wcag),
		cmocka_unit_test(a_theme_that_extends_itself_ends),
		cmocka_unit_test(a_missing_theme_names_the_nearest),
		cmocka_unit_test(an_unknown_format_is_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
