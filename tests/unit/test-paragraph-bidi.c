/* test-paragraph-bidi.c: parts of a text that run in different directions. */
#include "tests/unit/sheet.h"

#include <math.h>

static void other_scripts_come_from_other_fonts_in_their_direction(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	sheet s = sheet_put(ctx, ramure_text_new(ctx, STR("dit \u05D0\u05D1 ici")), &sheet_body, 0);
	const ramure_page_mark *m = sheet_mark(&s, RAMURE_GLYPH_RUN, 1);

	(void)state;
	assert_ptr_not_equal(fonts_at(ctx, m->run.font), fonts_face(ctx, 400, false, false));
	/* They are said in the order of the text; the second letter stands at the left of the first. */
	assert_string_equal(sheet_said(ctx, &s), "dit \u05D0\u05D1 ici");
	assert_memory_equal(m->run.text.data + m->run.glyphs[0].text_start, "\u05D0", 2);
	assert_true(m->run.glyphs[0].advance < 0);
	assert_int_equal(m->run.glyphs[0].dx, m->run.glyphs[0].advance);
	typeset_free(ctx);
}

static void a_letter_and_its_marks_are_said_in_the_order_of_the_text(void **state)
{
	/* Shin, qamats, shin dot; lam-alef with a mark on it; a Latin letter with an accent that no letter has. */
	static const char *const words[] = { "\u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD",
					     "\u0644\u064E\u0627\u0628\u064F", "x\u030Cq\u0302\u0323 fi" };

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		ramure_ctx *ctx = typeset_ctx();
		sheet s = sheet_put(ctx, ramure_text_new(ctx, nodes_str(words[i])), &sheet_body, 0);

		assert_string_equal(sheet_said(ctx, &s), words[i]);
		for (size_t g = 0; i == 0 && g < sheet_mark(&s, RAMURE_GLYPH_RUN, 0)->run.glyph_count; g++)
			assert_true(sheet_mark(&s, RAMURE_GLYPH_RUN, 0)->run.glyphs[g].text_size > 0);
		typeset_free(ctx);
	}
}

/* Below 0 for a run that goes leftward. */
static double run_advance(ramure_ctx *ctx, const ramure_page_mark *m)
{
	double width = 0;

	for (size_t g = 0; g < m->run.glyph_count; g++)
		width += m->run.glyphs[g].advance;
	return width * (double)m->run.size / fonts_at(ctx, m->run.font)->info.units_per_em;
}

static double left_edge(ramure_ctx *ctx, const ramure_page_mark *m)
{
	return (double)m->run.x + fmin(run_advance(ctx, m), 0);
}

static double right_edge(ramure_ctx *ctx, const ramure_page_mark *m)
{
	return (double)m->run.x + fmax(run_advance(ctx, m), 0);
}

/* The left edge of the run that holds a word. */
static double place_of(ramure_ctx *ctx, const sheet *s, const char *word)
{
	for (size_t i = 0; i < s->list.count; i++) {
		const ramure_page_mark *m = &s->list.marks[i];

		for (size_t at = 0; m->type == RAMURE_GLYPH_RUN && at + strlen(word) <= m->run.text.size; at++)
			if (memcmp(m->run.text.data + at, word, strlen(word)) == 0)
				return left_edge(ctx, m);
	}
	fail_msg("no '%s'", word);
	return 0;
}

static void parts_of_a_line_stand_as_their_direction_says(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	sheet s;

	(void)state;
	/* A French line: its Hebrew stays where it is said, numbers among it go on leftward. */
	s = sheet_put(ctx, ramure_text_new(ctx, STR("avant \u05D0\u05D1 12 \u05D2\u05D3 après")), &sheet_body, 0);
	assert_true(place_of(ctx, &s, "avant") < place_of(ctx, &s, "\u05D2"));
	assert_true(place_of(ctx, &s, "\u05D2") < place_of(ctx, &s, "12"));
	assert_true(place_of(ctx, &s, "12") < place_of(ctx, &s, "\u05D0"));
	assert_true(place_of(ctx, &s, "\u05D0") < place_of(ctx, &s, "après"));
	/* A Hebrew line begins at the right, ends with its stop at the left, and says Latin words rightward. */
	s = sheet_put(ctx, ramure_text_new(ctx, STR("\u05D0\u05D1 Lato \u05D2\u05D3.")), &sheet_body, 600);
	assert_true(place_of(ctx, &s, "\u05D2") < place_of(ctx, &s, "Lato"));
	assert_true(place_of(ctx, &s, "Lato") < place_of(ctx, &s, "\u05D0"));
	assert_true(place_of(ctx, &s, "\u05D0") > 500);
	/* The marks follow the text, whatever their places. */
	assert_string_equal(sheet_said(ctx, &s), "\u05D0\u05D1 Lato \u05D2\u05D3.");
	/* In a French document a line runs as its first letter and most letters agree; else as French does. */
	s = sheet_put(ctx, ramure_text_new(ctx, STR("a \u05D0\u05D1\u05D2\u05D3")), &sheet_body, 600);
	assert_true(place_of(ctx, &s, "a") < place_of(ctx, &s, "\u05D0") && place_of(ctx, &s, "a") < 110);
	s = sheet_put(ctx, ramure_text_new(ctx, STR("\u05D0\u05D1 veut dire")), &sheet_body, 600);
	assert_true(place_of(ctx, &s, "\u05D0") < place_of(ctx, &s, "veut") && place_of(ctx, &s, "\u05D0") < 110);
	/* The document's language decides where letters do not. */
	ctx->lang = STR("ar");
	s = sheet_put(ctx, ramure_text_new(ctx, STR("2020")), &sheet_body, 600);
	assert_true(place_of(ctx, &s, "2020") > 500);
	typeset_free(ctx);
}

static void assert_apart(ramure_ctx *ctx, const sheet *s)
{
	for (size_t i = 0; i < s->list.count; i++)
		for (size_t j = 0; j < i; j++) {
			const ramure_page_mark *a = &s->list.marks[i], *b = &s->list.marks[j];

			if (a->run.y < b->run.y || a->run.y > b->run.y) /* on another line */
				continue;
			if (right_edge(ctx, a) > left_edge(ctx, b) + 0.01 &&
			    right_edge(ctx, b) > left_edge(ctx, a) + 0.01)
				fail_msg("'%.*s' and '%.*s' meet", (int)a->run.text.size, a->run.text.data,
					 (int)b->run.text.size, b->run.text.data);
		}
}

/* The words without spaces, line ends and the bars that stand for them. */
static const char *tight(ramure_ctx *ctx, const char *words)
{
	buf out = buf_on(ctx->arena);

	for (; *words; words++)
		if (!strchr(" \n|", *words))
			buf_putc(&out, *words);
	return buf_str(&out).data;
}

static void lines_of_any_directions_lose_nothing(void **state)
{
	/* NOLINTBEGIN(misc-misleading-bidirectional): what misleads readers of code is what is tried */
	static const char *const bits[] = {
		"mot ",   "\u05D0\u05D1 ", "12 ",    "(",      ") ", "\u0633\u0644\u0627\u0645 ",
		"\u202B", "\u202C",        "\u2067", "\u2069", "\n", "\u200F"
	};
	/* NOLINTEND(misc-misleading-bidirectional) */
	uint32_t dice = 1;

	(void)state;
	for (int round = 0; round < 60; round++) {
		ramure_ctx *ctx = typeset_ctx();
		buf words = buf_on(ctx->arena);
		sheet s;

		ctx->lang = round % 2 ? STR("ar") : STR("fr");
		for (int i = 0; i < 30; i++) {
			dice = dice * 1664525u + 1013904223u;
			buf_puts(&words, bits[(dice >> 16) % (sizeof bits / sizeof *bits)]);
		}
		s = sheet_put(ctx, ramure_text_new(ctx, buf_str(&words)), &sheet_body, 150);
		assert_string_equal(tight(ctx, sheet_said(ctx, &s)), tight(ctx, buf_str(&words).data));
		assert_apart(ctx, &s);
		typeset_free(ctx);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(other_scripts_come_from_other_fonts_in_their_direction),
		cmocka_unit_test(a_letter_and_its_marks_are_said_in_the_order_of_the_text),
		cmocka_unit_test(parts_of_a_line_stand_as_their_direction_says),
		cmocka_unit_test(lines_of_any_directions_lose_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
