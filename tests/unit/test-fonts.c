/* Fonts: faces by family and weight, what is missing from them, and the file that remembers where they are. */
#include "tests/unit/folder.h"
#include "tests/unit/typeset.h"

#include "core/base/files.h"
#include "core/theme/font_paths.h"
#include "core/theme/fonts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const ramure_span here = { .file = 0, .line = 3, .column = 5, .length = 1 };

/* The font paths of each test are remembered in a folder of its own. */
static int open_cache(void **state)
{
	return folder_make(state) == 0 ? setenv("XDG_CACHE_HOME", *state, 1) : -1;
}

static void weights_and_slants_have_their_own_faces(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const font_face *regular = fonts_face(ctx, 400, false, false), *bold = fonts_face(ctx, 700, false, false);
	const font_face *italic = fonts_face(ctx, 400, true, false), *code = fonts_face(ctx, 400, false, true);

	(void)state;
	assert_ptr_equal(fonts_face(ctx, 400, false, false), regular);
	assert_string_equal(regular->info.family.data, "Lato");
	assert_string_equal(bold->info.face.data, "Bold");
	assert_string_equal(italic->info.face.data, "Italic");
	assert_string_equal(fonts_face(ctx, 300, false, false)->info.face.data, "Light");
	assert_string_equal(fonts_face(ctx, 900, false, false)->info.face.data, "Black");
	assert_string_equal(code->info.family.data, "DejaVu Sans Mono");
	for (size_t i = 0; i < fonts_count(ctx); i++)
		assert_int_equal(fonts_at(ctx, i)->number, i);
	assert_null(ctx->diagnostics.first);
	typeset_free(ctx);
}

static void a_family_is_preferred_where_the_machine_has_it(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const font_face *regular = fonts_face(ctx, 400, false, false);

	(void)state;
	fonts_prefer(ctx, STR("DejaVu Serif"));
	assert_string_equal(fonts_face(ctx, 400, false, false)->info.family.data, "DejaVu Serif");
	assert_string_equal(fonts_face(ctx, 700, false, false)->info.face.data, "Bold");
	assert_string_equal(fonts_face(ctx, 400, false, true)->info.family.data, "DejaVu Sans Mono");
	fonts_prefer(ctx, STR("No Such Family"));
	assert_ptr_equal(fonts_face(ctx, 400, false, false), regular);
	fonts_prefer(ctx, STR("DejaVu Serif"));
	fonts_prefer(ctx, STR(""));
	assert_ptr_equal(fonts_face(ctx, 400, false, false), regular);
	assert_null(ctx->diagnostics.first);
	typeset_free(ctx);
}

static void metrics_are_those_of_the_font(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const font_face *face = fonts_face(ctx, 400, false, false);
	double em = face->info.units_per_em;

	(void)state;
	assert_true(face->ascent / em > 0.98 && face->ascent / em < 0.99);
	assert_true(face->descent / em < -0.20 && face->descent / em > -0.22);
	assert_true(face->cap_height / em > 0.70 && face->cap_height / em < 0.73);
	assert_true(face->x_height / em > 0.49 && face->x_height / em < 0.52);
	assert_true(face->has_sups && !face->info.cff);
	typeset_free(ctx);
}

static void postscript_outlines_are_known(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	theme *changed = RAMURE_NEW(ctx, theme);

	(void)state;
	*changed = *ctx->theme;
	changed->family = STR("C059");
	ctx->theme = changed;
	if (!ramure_str_equal(fonts_face(ctx, 400, false, false)->info.family, changed->family)) {
		typeset_free(ctx);
		skip(); /* of fonts-urw-base35, which few machines have */
	}
	assert_true(fonts_face(ctx, 400, false, false)->info.cff);
	typeset_free(ctx);
}

static void a_missing_family_is_replaced_with_one_warning(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	theme *changed = RAMURE_NEW(ctx, theme);

	(void)state;
	*changed = *ctx->theme;
	changed->family = STR("Nulle Part Sans");
	ctx->theme = changed;
	assert_true(fonts_face(ctx, 400, false, false)->info.path.size > 0);
	fonts_face(ctx, 700, false, false);
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_WARNING], 1);
	assert_string_equal(ctx->diagnostics.first->name, "font-substituted");
	assert_non_null(strstr(ctx->diagnostics.first->message.data, "font 'Nulle Part Sans' is not installed"));
	typeset_free(ctx);
}

static void another_version_of_a_font_is_named_once(void **state)
{
	static const ramure_str versions[] = { { "Lato 1.0", 8 } };
	ramure_ctx *ctx = typeset_ctx();
	theme *changed = RAMURE_NEW(ctx, theme);

	(void)state;
	fonts_face(ctx, 400, false, false);
	assert_null(ctx->diagnostics.first);
	fonts_release(ctx);
	*changed = *ctx->theme;
	changed->versions = versions;
	changed->version_count = 1;
	ctx->theme = changed;
	fonts_face(ctx, 400, false, false);
	fonts_face(ctx, 700, false, false);
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_WARNING], 1);
	assert_string_equal(ctx->diagnostics.first->name, "font-version");
	assert_non_null(strstr(ctx->diagnostics.first->message.data, "is of version '2.007'"));
	typeset_free(ctx);
}

/* Where the warning about a character that no font has points to, for a text that begins at `at`. */
static void expect_missing(const char *source, ramure_span at, uint32_t line, uint32_t column)
{
	ramure_ctx *ctx = typeset_ctx();

	at.file = files_add(ctx, STR("a.md"), (ramure_str){ source, strlen(source) });
	fonts_fallback(ctx, fonts_face(ctx, 400, false, false), 0x10FFF0, at);
	assert_int_equal(ctx->diagnostics.first->at.line, line);
	assert_int_equal(ctx->diagnostics.first->at.column, column);
	assert_non_null(strstr(ctx->diagnostics.first->message.data, "'Lato'"));
	typeset_free(ctx);
}

static void a_missing_character_is_shown_where_it_stands(void **state)
{
	const ramure_span first = { .line = 1, .column = 3 }, third = { .line = 3, .column = 1 };

	(void)state;
	expect_missing("# Été \U0010FFF0 ici", first, 1, 7);
	expect_missing("\U0010FFF0 Été\net \U0010FFF0 ici", first, 2, 4);
	expect_missing("\U0010FFF0\n\nsuite\n\U0010FFF0", third, 4, 1);
	/* Not written as such, or not at all: the beginning of the text. */
	expect_missing("a &#x10FFF0;", first, 1, 3);
	expect_missing("court", third, 3, 1);
	expect_missing("", third, 3, 1);
}

static void characters_that_a_face_lacks_come_from_another(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const font_face *lato = fonts_face(ctx, 400, false, false);
	const font_face *hebrew = fonts_fallback(ctx, lato, 0x5D0, here);

	(void)state;
	assert_ptr_equal(fonts_fallback(ctx, lato, 'e', here), lato);
	assert_ptr_not_equal(hebrew, lato);
	assert_ptr_equal(fonts_fallback(ctx, lato, 0x5D0, here), hebrew);
	assert_null(ctx->diagnostics.first);
	typeset_free(ctx);
}

static void a_character_that_no_font_has_is_named_once(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const font_face *lato = fonts_face(ctx, 400, false, false);

	(void)state;
	/* A private character: nobody agrees on what it is. */
	assert_ptr_equal(fonts_fallback(ctx, lato, 0x10FFF0, here), lato);
	fonts_fallback(ctx, lato, 0x10FFF0, here);
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_WARNING], 1);
	assert_string_equal(ctx->diagnostics.first->name, "missing-character");
	assert_non_null(strstr(ctx->diagnostics.first->message.data, "U+10FFF0"));
	assert_int_equal(ctx->diagnostics.first->at.line, here.line);
	typeset_free(ctx);
}

/* The paths of some faces, with whatever the file of paths says. */
static void read_paths(char out[2][256])
{
	ramure_ctx *ctx = typeset_ctx();

	snprintf(out[0], 256, "%s", fonts_face(ctx, 700, true, false)->info.path.data);
	snprintf(out[1], 256, "%s",
		 fonts_fallback(ctx, fonts_face(ctx, 400, false, false), 0x5D0, here)->info.path.data);
	typeset_free(ctx);
}

static void remembered_paths_are_those_that_were_found(void **state)
{
	char cold[2][256], warm[2][256];

	(void)state;
	read_paths(cold);
	assert_int_equal(access("ramure/fonts", R_OK), 0);
	read_paths(warm);
	assert_string_equal(cold[0], warm[0]);
	assert_string_equal(cold[1], warm[1]);
}

static void a_broken_file_of_paths_changes_nothing(void **state)
{
	static const char *const texts[] = {
		"",
		"noise",
		"ramure fonts 1\n",
		"ramure fonts 1\nfont\tLato\t700\ti\t0\t0\t1.2.3\t/etc/passwd\nend\n",
		"ramure fonts 1\nfont\tLato\t700\ti\t0\t0\t-\t/nowhere.ttf\nend\n",
		"ramure fonts 1\nfont\t\t\t\t\t\t\t\nend\n",
		"ramure fonts 1\nwatch\t1.1.1\t/\nend\n",
		"ramure fonts 1\nfont\tLato",
	};
	char cold[2][256], now[2][256];

	(void)state;
	read_paths(cold);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		folder_write_text("ramure/fonts", texts[i]);
		read_paths(now);
		assert_string_equal(cold[0], now[0]);
		assert_string_equal(cold[1], now[1]);
	}
}

static void a_folder_that_cannot_be_written_changes_nothing(void **state)
{
	char cold[2][256], now[2][256];

	(void)state;
	read_paths(cold);
	setenv("XDG_CACHE_HOME", "/dev/null/nowhere", 1);
	read_paths(now);
	assert_string_equal(cold[0], now[0]);
	assert_string_equal(cold[1], now[1]);
}

/* Whatever somebody did to a font file: a face or none, and shaping that ends. */
static void broken_fonts_do_not_crash(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	hb_blob_t *whole = hb_blob_create_from_file(fonts_face(ctx, 400, false, false)->info.path.data);
	unsigned size;
	const char *bytes = hb_blob_get_data(whole, &size);
	char *copy = malloc(size);
	uint32_t seed = 7;

	(void)state;
	for (int trial = 0; trial < 40; trial++) {
		hb_blob_t *blob;
		hb_face_t *face;
		hb_font_t *font;
		hb_buffer_t *buffer = hb_buffer_create();

		memcpy(copy, bytes, size);
		for (int i = 0; i < 200; i++) {
			seed = seed * 1664525 + 1013904223;
			copy[(seed >> 4) % (i % 2 ? 400 : size)] = (char)(seed >> 24);
		}
		blob = hb_blob_create(copy, size, HB_MEMORY_MODE_READONLY, NULL, NULL);
		face = hb_face_create(blob, 0);
		font = hb_font_create(face);
		hb_buffer_add_utf8(buffer, "l’œuvre affine", -1, 0, -1);
		hb_buffer_guess_segment_properties(buffer);
		hb_shape(font, buffer, NULL, 0);
		hb_buffer_destroy(buffer);
		hb_font_destroy(font);
		hb_face_destroy(face);
		hb_blob_destroy(blob);
	}
	free(copy);
	hb_blob_destroy(whole);
	typeset_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(weights_and_slants_have_their_own_faces, open_cache, folder_drop),
		cmocka_unit_test_setup_teardown(a_family_is_preferred_where_the_machine_has_it, open_cache,
						folder_drop),
		cmocka_unit_test_setup_teardown(metrics_are_those_of_the_font, open_cache, folder_drop),
		cmocka_unit_test_setup_teardown(postscript_outlines_are_known, open_cache, folder_drop),
		cmocka_unit_test_setup_teardown(a_missing_family_is_replaced_with_one_warning, open_cache, folder_drop),
		cmocka_unit_test_setup_teardown(another_version_of_a_font_is_named_once, open_cache, folder_drop),
		cmocka_unit_test_setup_teardown(a_missing_character_is_shown_where_it_stands, open_cache, folder_drop),
		cmocka_unit_test_setup_teardown(characters_that_a_face_lacks_come_from_another, open_cache,
						folder_drop),
		cmocka_unit_test_setup_teardown(a_character_that_no_font_has_is_named_once, open_cache, folder_drop),
		cmocka_unit_test_setup_teardown(remembered_paths_are_those_that_were_found, open_cache, folder_drop),
		cmocka_unit_test_setup_teardown(a_broken_file_of_paths_changes_nothing, open_cache, folder_drop),
		cmocka_unit_test_setup_teardown(a_folder_that_cannot_be_written_changes_nothing, open_cache,
						folder_drop),
		cmocka_unit_test_setup_teardown(broken_fonts_do_not_crash, open_cache, folder_drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
