/* test-paragraph.c: texts as glyphs: which face, which glyph, how wide. */
#include "tests/unit/sheet.h"

static void spaces_have_their_own_widths_and_stay_in_the_text(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	double letters = sheet_width(ctx, "a") + sheet_width(ctx, "b");
	double space = sheet_width(ctx, "a b") - letters;

	(void)state;
	assert_true(is_near(sheet_width(ctx, "a\u00A0b") - letters, space));
	assert_true(is_near(sheet_width(ctx, "a\u202Fb") - letters, 0.167));
	assert_true(is_near(sheet_width(ctx, "a\u2009b") - letters, 0.2));
	assert_true(is_near(sheet_width(ctx, "a\u2003b") - letters, 1));
	assert_string_equal(sheet_set(ctx, "8\u202F000\u00A0€", &sheet_body, 0), "8\u202F000\u00A0€");
	typeset_free(ctx);
}

static void the_no_break_hyphen_is_drawn_as_a_hyphen(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_true(is_near(sheet_width(ctx, "a\u2011b"), sheet_width(ctx, "a-b")));
	assert_string_equal(sheet_set(ctx, "a\u2011b", &sheet_body, 0), "a\u2011b");
	assert_null(ctx->diagnostics.first);
	typeset_free(ctx);
}

static void kerning_and_ligatures_are_used(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	sheet s = sheet_put(ctx, ramure_text_new(ctx, STR("fi")), &sheet_body, 0);
	const ramure_page_mark *m = sheet_mark(&s, RAMURE_GLYPH_RUN, 0);

	(void)state;
	assert_true(sheet_width(ctx, "AVAVAV") < 3 * (sheet_width(ctx, "A") + sheet_width(ctx, "V")));
	assert_int_equal(m->run.glyph_count, 1);
	assert_int_equal(m->run.glyphs[0].text_size, 2);
	typeset_free(ctx);
}

static void a_fraction_slash_makes_its_digits_small(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	double slash = sheet_width(ctx, "\u2044");

	(void)state;
	assert_true(sheet_width(ctx, "12\u204434") < slash + 0.8 * sheet_width(ctx, "1234"));
	assert_true(is_near(sheet_width(ctx, "12/34"), sheet_width(ctx, "/") + sheet_width(ctx, "1234")));
	typeset_free(ctx);
}

static void a_text_in_a_style_is_shaped_once(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_text text = ramure_text_new(ctx, STR("une fois"));
	const paragraph *p = paragraph_shape(ctx, text, &sheet_body);
	paragraph_style small = sheet_body;

	(void)state;
	small.scale = 0.8;
	assert_ptr_equal(paragraph_shape(ctx, text, &small), p);
	assert_ptr_not_equal(paragraph_shape(ctx, text, &sheet_title), p);
	assert_ptr_equal(paragraph_break(ctx, p, &sheet_body, 40), paragraph_break(ctx, p, &sheet_body, 40));
	assert_true(paragraph_break(ctx, p, &small, 0)->width < paragraph_break(ctx, p, &sheet_body, 0)->width);
	typeset_free(ctx);
}

static void many_texts_are_forgotten_and_a_long_one_is_kept(void **state)
{
	const size_t much = (size_t)4 * 1024 * 1024;
	ramure_ctx *ctx = typeset_ctx();
	buf words = buf_on(ctx->arena);

	(void)state;
	for (int i = 0; i < 10000; i++) {
		paragraph_shape(ctx, ramure_text_new(ctx, ramure_format(ctx, "mot %d", i)), &sheet_body);
		buf_format(&words, "mot %d mot %d mot %d mot %d ", i, i, i, i);
		if (i == 0)
			paragraph_forget_many(ctx);
	}
	assert_true(arena_used(ctx->shaped) > much);
	paragraph_forget_many(ctx);
	assert_null(ctx->paragraphs);
	paragraph_shape(ctx, ramure_text_new(ctx, buf_str(&words)), &sheet_body);
	assert_true(arena_used(ctx->shaped) > much);
	for (int page = 0; page < 3; page++)
		paragraph_forget_many(ctx);
	assert_non_null(ctx->paragraphs);
	typeset_free(ctx);
}

static void no_scale_sets_text_under_twelve_points(void **state)
{
	paragraph_style style = { .role = { .size = 14, .leading = 18, .weight = 400 }, .scale = 0.8 };

	(void)state;
	assert_true(paragraph_size(&style) == 12);
	style.role.size = 9;
	assert_true(paragraph_size(&style) == 9);
}

/* "1" with a superscript: the mark of the second. */
static const ramure_page_mark *raised(ramure_ctx *ctx, const char *words, sheet *s)
{
	ramure_node *text = sheet_phrase(ctx);

	nodes_add(ctx, text, RAMURE_TEXT_RUN, "1");
	nodes_add(ctx, text, RAMURE_SUPERSCRIPT, words);
	*s = sheet_put(ctx, text, &sheet_body, 0);
	assert_string_equal(sheet_said(ctx, s), ramure_format(ctx, "1%s", words).data);
	assert_non_null(sheet_mark(s, RAMURE_GLYPH_RUN, 1));
	return sheet_mark(s, RAMURE_GLYPH_RUN, 1);
}

static void superscripts_take_the_fonts_own_or_small_letters(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const ramure_page_mark *mark;
	sheet s;

	(void)state;
	mark = raised(ctx, "2", &s);
	assert_true(mark->run.raised);
	assert_true(mark->run.size == 18);
	assert_true(mark->run.y == sheet_mark(&s, RAMURE_GLYPH_RUN, 0)->run.y);
	/* Lato has none for the second letter: both are small ones. */
	mark = raised(ctx, "2œ", &s);
	assert_false(mark->run.raised);
	assert_true(is_near((double)mark->run.size, 18 * 0.62));
	assert_true(is_near((double)(sheet_mark(&s, RAMURE_GLYPH_RUN, 0)->run.y - mark->run.y), 18 * 0.26));
	typeset_free(ctx);
}

/* A large figure: the size of what follows its number, 0 when that has no run of its own. */
static double unit_size(const char *words)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = node_new(ctx, RAMURE_NUMERAL, (ramure_span){ 0 });
	const ramure_page_mark *unit;
	double size;
	sheet s;

	nodes_add(ctx, text, RAMURE_TEXT_RUN, words);
	s = sheet_put(ctx, text, &sheet_body, 0);
	unit = sheet_mark(&s, RAMURE_GLYPH_RUN, 1);
	size = unit ? (double)unit->run.size : 0;
	assert_string_equal(sheet_said(ctx, &s), words);
	typeset_free(ctx);
	return size;
}

static void the_unit_of_a_large_figure_is_smaller(void **state)
{
	(void)state;
	assert_true(is_near(unit_size("81\u202F%"), 18 * 0.42));
	assert_true(is_near(unit_size("1 250 M€"), 18 * 0.42));
	assert_true(unit_size("350") <= 0);
	assert_true(unit_size("1 250") <= 0);
	assert_true(unit_size("3e") <= 0);
	assert_true(unit_size("12 associations") <= 0);
}

static void strong_emphasis_and_code_have_their_faces(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = sheet_phrase(ctx), *strong = nodes_add(ctx, text, RAMURE_STRONG, NULL);
	sheet s;

	(void)state;
	nodes_add(ctx, strong, RAMURE_TEXT_RUN, "gras ");
	nodes_add(ctx, strong, RAMURE_EMPHASIS, "les deux");
	nodes_add(ctx, text, RAMURE_TEXT_RUN, " maigre ");
	nodes_add(ctx, text, RAMURE_CODE_SPAN, NULL)->text = STR("fi");
	s = sheet_put(ctx, text, &sheet_body, 0);
	assert_ptr_equal(fonts_at(ctx, sheet_mark(&s, RAMURE_GLYPH_RUN, 0)->run.font),
			 fonts_face(ctx, 700, false, false));
	assert_ptr_equal(fonts_at(ctx, sheet_mark(&s, RAMURE_GLYPH_RUN, 1)->run.font),
			 fonts_face(ctx, 700, true, false));
	assert_ptr_equal(fonts_at(ctx, sheet_mark(&s, RAMURE_GLYPH_RUN, 2)->run.font),
			 fonts_face(ctx, 400, false, false));
	assert_ptr_equal(fonts_at(ctx, sheet_mark(&s, RAMURE_GLYPH_RUN, 3)->run.font),
			 fonts_face(ctx, 400, false, true));
	assert_int_equal(sheet_mark(&s, RAMURE_GLYPH_RUN, 3)->run.glyph_count, 2);
	assert_int_equal(structure_at(s.list.structure, sheet_mark(&s, RAMURE_GLYPH_RUN, 3)->element)->tag,
			 RAMURE_TAG_CODE);
	assert_string_equal(sheet_said(ctx, &s), "gras les deux maigre fi");
	typeset_free(ctx);
}

static void blocks_of_code_keep_their_lines_and_spaces(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *code = node_new(ctx, RAMURE_CODE, (ramure_span){ 0 });
	sheet s;

	(void)state;
	code->text = STR("a:\n  b\n");
	s = sheet_put(ctx, code, &sheet_body, 400);
	assert_int_equal(s.lines->count, 2);
	assert_string_equal(sheet_said(ctx, &s), "a: |  b");
	typeset_free(ctx);
}

static void a_character_without_glyph_leaves_no_notdef(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	sheet s = sheet_put(ctx, ramure_text_new(ctx, STR("a\U0010FFF0b")), &sheet_body, 0);

	(void)state;
	for (size_t i = 0; i < s.list.count; i++)
		for (size_t g = 0; g < s.list.marks[i].run.glyph_count; g++)
			assert_true(s.list.marks[i].run.glyphs[g].id != 0);
	assert_string_equal(sheet_said(ctx, &s), "a\U0010FFF0b");
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_WARNING], 1);
	typeset_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spaces_have_their_own_widths_and_stay_in_the_text),
		cmocka_unit_test(the_no_break_hyphen_is_drawn_as_a_hyphen),
		cmocka_unit_test(kerning_and_ligatures_are_used),
		cmocka_unit_test(a_fraction_slash_makes_its_digits_small),
		cmocka_unit_test(a_text_in_a_style_is_shaped_once),
		cmocka_unit_test(many_texts_are_forgotten_and_a_long_one_is_kept),
		cmocka_unit_test(no_scale_sets_text_under_twelve_points),
		cmocka_unit_test(superscripts_take_the_fonts_own_or_small_letters),
		cmocka_unit_test(the_unit_of_a_large_figure_is_smaller),
		cmocka_unit_test(strong_emphasis_and_code_have_their_faces),
		cmocka_unit_test(blocks_of_code_keep_their_lines_and_spaces),
		cmocka_unit_test(a_character_without_glyph_leaves_no_notdef),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
