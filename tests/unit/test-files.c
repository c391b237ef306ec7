/* Files: what is refused, with which words, and the root that no path leaves. */
#include "tests/unit/folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Every test runs in a folder of its own: a/ is the root, with a/sub/; b/ is outside. */
static int make_folders(void **state)
{
	return folder_make(state) == 0 && mkdir("a", 0755) == 0 && mkdir("a/sub", 0755) == 0 && mkdir("b", 0755) == 0
		       ? 0
		       : -1;
}

static uint32_t read_named(ramure_ctx *ctx, const char *path)
{
	return files_read(ctx, (ramure_str){ path, strlen(path) }, (ramure_span){ 0 }, false);
}

static void assert_last(ramure_ctx *ctx, const char *message, const char *hint)
{
	const diagnostic *last = ctx->diagnostics.last;

	assert_non_null(last);
	assert_non_null(strstr(ramure_format(ctx, "%.*s", (int)last->message.size, last->message.data).data, message));
	if (hint)
		assert_non_null(strstr(ramure_format(ctx, "%.*s", (int)last->hint.size, last->hint.data).data, hint));
}

static void a_file_is_read_once(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	uint32_t first;

	(void)state;
	folder_write("a/x.md", "\xEF\xBB\xBFun\r\n", 7);
	first = read_named(ctx, "a/x.md");
	assert_int_equal(first, 1);
	assert_int_equal(read_named(ctx, "a/sub/../x.md"), first);
	assert_int_equal(files_count(ctx), 1);
	assert_true(ramure_str_equal(files_at(ctx, first)->text, STR("un\n")));
	assert_true(ramure_str_equal(files_at(ctx, first)->name, STR("a/x.md")));
	assert_int_equal(files_at(ctx, first)->bytes.size, 7);
	ctx_free(ctx);
}

static void the_first_byte_that_is_not_utf8_is_shown(void **state)
{
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	folder_write("a/x.md", "titre\n\xC3\xA9t\xE9\n", 11);
	assert_int_equal(read_named(ctx, "a/x.md"), 0);
	assert_last(ctx, "'a/x.md' is not UTF-8", "UTF-8");
	assert_int_equal(ctx->diagnostics.last->at.file, 1);
	assert_int_equal(ctx->diagnostics.last->at.line, 2);
	assert_int_equal(ctx->diagnostics.last->at.column, 3);
	assert_true(ramure_str_equal(files_at(ctx, 1)->text, STR("titre\nét\uFFFD\n")));
	folder_write("a/zero.md", "a\0b", 3);
	assert_int_equal(read_named(ctx, "a/zero.md"), 0);
	assert_last(ctx, "'a/zero.md' is no text file", NULL);
	folder_write("a/wide.md",
		     "\xFF\xFE"
		     "a\0",
		     4);
	assert_int_equal(read_named(ctx, "a/wide.md"), 0);
	assert_last(ctx, "'a/wide.md' is saved as UTF-16", "UTF-8");
	ctx_free(ctx);
}

static void documents_of_other_programs_are_named(void **state)
{
	static const char *const begins[] = { "PK\3\4x", "\xD0\xCF\x11\xE0x", "{\\rtf1", "%PDF-1" };

	(void)state;
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
		ramure_ctx *ctx = unit_ctx();

		folder_write("a/other.md", begins[i], strlen(begins[i]));
		assert_int_equal(read_named(ctx, "a/other.md"), 0);
		assert_last(ctx, "of another program", "save it as plain text");
		ctx_free(ctx);
	}
}

static void control_characters_become_spaces(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	uint32_t file;

	(void)state;
	folder_write("a/x.md", "un\vdeux\n\té\x1B[31m", 16);
	file = read_named(ctx, "a/x.md");
	assert_int_equal(file, 1);
	assert_true(ramure_str_equal(files_at(ctx, file)->text, STR("un deux\n\té [31m")));
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_WARNING], 2);
	assert_last(ctx, "a control character (U+001B)", "delete it");
	assert_int_equal(ctx->diagnostics.last->at.line, 2);
	assert_int_equal(ctx->diagnostics.last->at.column, 3);
	ctx_free(ctx);
}

static void what_is_no_ordinary_file_is_refused(void **state)
{
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	assert_int_equal(read_named(ctx, "a"), 0);
	assert_last(ctx, "'a' is a folder", NULL);
	assert_int_equal(mkfifo("a/pipe", 0600), 0);
	assert_int_equal(read_named(ctx, "a/pipe"), 0);
	assert_last(ctx, "no ordinary file", NULL);
	assert_int_equal(read_named(ctx, "/dev/zero"), 0);
	assert_last(ctx, "no ordinary file", NULL);
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 3);
	folder_write("a/huge", "x", 1);
	assert_int_equal(truncate("a/huge", FILES_LARGEST + 1), 0);
	assert_int_equal(read_named(ctx, "a/huge"), 0);
	assert_last(ctx, "larger than 64 MB", "split");
	ctx_free(ctx);
}

static void a_missing_file_brings_the_nearest_name(void **state)
{
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	folder_write("a/Réunion.md", "x", 1);
	assert_int_equal(read_named(ctx, "a/reunoin.md"), 0);
	assert_last(ctx, "'a/reunoin.md' does not exist", "did you mean 'a/Réunion.md'?");
	assert_int_equal(read_named(ctx, "a/budget.csv"), 0);
	assert_last(ctx, "'a/budget.csv' does not exist", "with its folder and its ending");
	/* The same stem, whatever the ending; a source before what was made of it. */
	folder_write("a/comite.md", "x", 1);
	folder_write("a/comite.odt", "x", 1);
	assert_int_equal(read_named(ctx, "a/comite.txt"), 0);
	assert_last(ctx, "'a/comite.txt' does not exist", "did you mean 'a/comite.md'?");
	assert_int_equal(read_named(ctx, "a/Comité"), 0);
	assert_last(ctx, "'a/Comité' does not exist", "did you mean 'a/comite.md'?");
	ctx_free(ctx);
}

static void standard_input_is_a_file_called_dash(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	uint32_t number;

	(void)state;
	folder_write("typed", "un\r\n", 4);
	assert_non_null(freopen("typed", "r", stdin));
	number = read_named(ctx, "-");
	assert_true(ramure_str_equal(files_at(ctx, number)->text, STR("un\n")));
	assert_true(ramure_str_equal(files_at(ctx, number)->name, STR("-")));
	ctx_free(ctx);
}

/* What a/x.md names, with `root` as the root. */
static ramure_str resolve(ramure_ctx *ctx, const char *root, const char *named)
{
	uint32_t file = read_named(ctx, "a/x.md");
	char *real = realpath(root, NULL);

	ctx->root = ramure_format(ctx, "%s", real);
	free(real);
	return files_resolve(ctx, (ramure_string){ .at = { .file = file, .line = 1, .column = 1 },
						   .text = { named, strlen(named) } });
}

static void a_path_stays_in_the_root(void **state)
{
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	folder_write("a/x.md", "x", 1);
	folder_write("a/sub/y.csv", "y", 1);
	folder_write("b/z.csv", "z", 1);
	assert_int_equal(symlink("../b/z.csv", "a/link.csv"), 0);
	assert_int_equal(symlink("sub/y.csv", "a/inner.csv"), 0);
	assert_true(ramure_str_equal(resolve(ctx, "a", "sub/y.csv"), STR("a/sub/y.csv")));
	assert_true(ramure_str_equal(resolve(ctx, "a", "inner.csv"), STR("a/inner.csv")));
	assert_true(ramure_str_equal(resolve(ctx, ".", "../b/z.csv"), STR("a/../b/z.csv")));
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 0);
	assert_int_equal(resolve(ctx, "a", "../b/z.csv").size, 0);
	assert_last(ctx, "'../b/z.csv' leads out of the folder", "ramure.yaml");
	/* Not even whether something is there is said of what lies outside. */
	assert_int_equal(resolve(ctx, "a", "sub/../../b/none").size, 0);
	assert_last(ctx, "leads out of the folder", NULL);
	assert_int_equal(resolve(ctx, "a", "link.csv").size, 0);
	assert_last(ctx, "'link.csv' leads out of the folder", NULL);
	assert_int_equal(resolve(ctx, "a", "/etc/passwd").size, 0);
	assert_last(ctx, "'/etc/passwd' is not beside this source", "its name alone: 'passwd'");
	assert_int_equal(resolve(ctx, "a", "sub\\y.csv").size, 0);
	assert_last(ctx, "backslashes", "write 'sub/y.csv'");
	assert_int_equal(resolve(ctx, "a", "sbu/y.csv").size, 0);
	assert_last(ctx, "'sbu/y.csv' does not exist", "did you mean 'sub/y.csv'?");
	ctx_free(ctx);
}

/* "é" is one sign on most systems, two on a Mac. */
static void a_name_is_found_however_its_accents_are_composed(void **state)
{
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	folder_write("a/x.md", "x", 1);
	folder_write("a/e\u0301te\u0301.csv", "z", 1);
	folder_write("a/\u00E0.csv", "z", 1);
	assert_int_equal(mkdir("a/fe\u0301e", 0755), 0);
	folder_write("a/fe\u0301e/e\u0301.csv", "z", 1);
	assert_true(ramure_str_equal(resolve(ctx, "a", "\u00E9t\u00E9.csv"), STR("a/e\u0301te\u0301.csv")));
	assert_true(ramure_str_equal(resolve(ctx, "a", "a\u0300.csv"), STR("a/\u00E0.csv")));
	assert_true(ramure_str_equal(resolve(ctx, "a", "f\u00E9e/\u00E9.csv"), STR("a/fe\u0301e/e\u0301.csv")));
	assert_int_not_equal(read_named(ctx, "a/f\u00E9e/\u00E9.csv"), 0);
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 0);
	assert_int_equal(resolve(ctx, "a", "f\u00E9e/e.csx").size, 0);
	assert_last(ctx, "'f\u00E9e/e.csx' does not exist", "did you mean 'f\u00E9e/e\u0301.csv'?");
	assert_int_equal(resolve(ctx, "a", "f\u00E9e/../../\u00E9.csv").size, 0);
	assert_last(ctx, "leads out of the folder", NULL);
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_file_is_read_once, make_folders, folder_drop),
		cmocka_unit_test_setup_teardown(the_first_byte_that_is_not_utf8_is_shown, make_folders, folder_drop),
		cmocka_unit_test_setup_teardown(documents_of_other_programs_are_named, make_folders, folder_drop),
		cmocka_unit_test_setup_teardown(control_characters_become_spaces, make_folders, folder_drop),
		cmocka_unit_test_setup_teardown(what_is_no_ordinary_file_is_refused, make_folders, folder_drop),
		cmocka_unit_test_setup_teardown(a_missing_file_brings_the_nearest_name, make_folders, folder_drop),
		cmocka_unit_test_setup_teardown(standard_input_is_a_file_called_dash, make_folders, folder_drop),
		cmocka_unit_test_setup_teardown(a_path_stays_in_the_root, make_folders, folder_drop),
		cmocka_unit_test_setup_teardown(a_name_is_found_however_its_accents_are_composed, make_folders,
						folder_drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
