/* Paragraphs: shaping, places to break, lines, marks on a page. */
#include "tests/unit/unit.h"

#include "core/base/buf.h"
#include "core/document/document.h"
#include "core/layout/display.h"
#include "core/layout/paragraph_parts.h"

#include <stdlib.h>
#include <string.h>

static const paragraph_style body = { .role = { .size = 18, .leading = 24, .weight = 400 }, .scale = 1 };
static const paragraph_style title = { .role = { .size = 28, .leading = 34, .weight = 700 },
				       .scale = 1,
				       .balanced = true };

/* ---- texts ---- */

static ramure_ctx *typeset_ctx(void)
{
	ramure_ctx *ctx = unit_ctx();

	ctx->theme = theme_load(ctx, (ramure_string){ 0 }, (ramure_string){ 0 });
	return ctx;
}

static void leave(ramure_ctx *ctx)
{
	fonts_release(ctx);
	ctx_free(ctx);
}

static ramure_str str(const char *words)
{
	return (ramure_str){ words, strlen(words) };
}

static ramure_node *add(ramure_ctx *ctx, ramure_node *parent, ramure_node_type type)
{
	ramure_node *node = node_new(ctx, type, (ramure_span){ .file = 0, .line = 1, .column = 1, .length = 1 });

	node_append(parent, node);
	return node;
}

static ramure_node *add_words(ramure_ctx *ctx, ramure_node *parent, const char *words)
{
	ramure_node *node = add(ctx, parent, RAMURE_TEXT_RUN);

	node->text = str(words);
	return node;
}

static ramure_node *phrase(ramure_ctx *ctx)
{
	return node_new(ctx, RAMURE_PHRASE, (ramure_span){ 0 });
}

/* ---- pages ---- */

typedef struct sheet {
	display_list list;
	uint32_t root;
	const paragraph_lines *lines;
} sheet;

static sheet put(ramure_ctx *ctx, ramure_text text, const paragraph_style *style, double width)
{
	sheet s = { .list = display_list_on(ctx, ctx->arena, structure_new(ctx), NULL) };
	const paragraph *p = paragraph_shape(ctx, text, style);

	s.root = structure_element(s.list.structure, RAMURE_ARTIFACT, RAMURE_TAG_DOCUMENT, 0);
	s.lines = paragraph_break(ctx, p, style, width);
	paragraph_put(ctx, &s.list, s.root, p, s.lines, style, 0, s.lines->count, 100, 50, width);
	return s;
}

static const ramure_page_mark *mark_of(const sheet *s, ramure_mark_type type, size_t number)
{
	for (size_t i = 0; i < s->list.count; i++)
		if (s->list.marks[i].type == type && number-- == 0)
			return &s->list.marks[i];
	return NULL;
}

/* What a reader takes from the page: the words, with '|' where a line begins. */
static const char *said(ramure_ctx *ctx, const sheet *s)
{
	buf out = buf_on(ctx->arena);
	double line = 0;

	buf_puts(&out, "");
	for (size_t i = 0; i < s->list.count; i++) {
		const ramure_page_mark *m = &s->list.marks[i];

		if (m->type != RAMURE_GLYPH_RUN)
			continue;
		if (out.size && (double)m->run.y > line + 12)
			buf_putc(&out, '|');
		line = (double)m->run.y;
		for (size_t g = 0; g < m->run.glyph_count; g++)
			buf_put(&out, m->run.text.data + m->run.glyphs[g].text_start, m->run.glyphs[g].text_size);
	}
	return buf_str(&out).data;
}

static const char *set(ramure_ctx *ctx, const char *words, const paragraph_style *style, double width)
{
	sheet s = put(ctx, ramure_text_new(ctx, str(words)), style, width);

	return said(ctx, &s);
}

static double width_of(ramure_ctx *ctx, const char *words)
{
	const paragraph *p = paragraph_shape(ctx, ramure_text_new(ctx, str(words)), &body);

	return paragraph_break(ctx, p, &body, 0)->width / 18;
}

static bool near(double a, double b)
{
	return a - b < 0.002 && b - a < 0.002;
}

/* ---- shaping ---- */

static void spaces_have_their_own_widths_and_stay_in_the_text(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	double letters = width_of(ctx, "a") + width_of(ctx, "b");
	double space = width_of(ctx, "a b") - letters;

	(void)state;
	assert_true(near(width_of(ctx, "a\u00A0b") - letters, space));
	assert_true(near(width_of(ctx, "a\u202Fb") - letters, 0.167));
	assert_true(near(width_of(ctx, "a\u2009b") - letters, 0.2));
	assert_true(near(width_of(ctx, "a\u2003b") - letters, 1));
	assert_string_equal(set(ctx, "8\u202F000\u00A0€", &body, 0), "8\u202F000\u00A0€");
	leave(ctx);
}

static void the_no_break_hyphen_is_drawn_as_a_hyphen(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_true(near(width_of(ctx, "a\u2011b"), width_of(ctx, "a-b")));
	assert_string_equal(set(ctx, "a\u2011b", &body, 0), "a\u2011b");
	assert_null(ctx->diagnostics.first);
	leave(ctx);
}

static void kerning_and_ligatures_are_used(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	sheet s = put(ctx, ramure_text_new(ctx, STR("fi")), &body, 0);
	const ramure_page_mark *m = mark_of(&s, RAMURE_GLYPH_RUN, 0);

	(void)state;
	assert_true(width_of(ctx, "AVAVAV") < 3 * (width_of(ctx, "A") + width_of(ctx, "V")));
	assert_int_equal(m->run.glyph_count, 1);
	assert_int_equal(m->run.glyphs[0].text_size, 2);
	leave(ctx);
}

static void a_text_in_a_style_is_shaped_once(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_text text = ramure_text_new(ctx, STR("une fois"));
	const paragraph *p = paragraph_shape(ctx, text, &body);
	paragraph_style small = body;

	(void)state;
	small.scale = 0.8;
	assert_ptr_equal(paragraph_shape(ctx, text, &small), p);
	assert_ptr_not_equal(paragraph_shape(ctx, text, &title), p);
	assert_ptr_equal(paragraph_break(ctx, p, &body, 40), paragraph_break(ctx, p, &body, 40));
	assert_true(paragraph_break(ctx, p, &small, 0)->width < paragraph_break(ctx, p, &body, 0)->width);
	leave(ctx);
}

static void no_scale_sets_text_under_twelve_points(void **state)
{
	paragraph_style style = { .role = { .size = 14, .leading = 18, .weight = 400 }, .scale = 0.8 };

	(void)state;
	assert_true(paragraph_size(&style) == 12);
	style.role.size = 9;
	assert_true(paragraph_size(&style) == 9);
}

static void superscripts_take_the_fonts_own_or_small_letters(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = phrase(ctx);
	const ramure_page_mark *plain, *own, *small;
	sheet s;

	(void)state;
	add_words(ctx, text, "1");
	add_words(ctx, add(ctx, text, RAMURE_SUPERSCRIPT), "2");
	add_words(ctx, add(ctx, text, RAMURE_SUPERSCRIPT), "œ");
	s = put(ctx, text, &body, 0);
	plain = mark_of(&s, RAMURE_GLYPH_RUN, 0);
	own = mark_of(&s, RAMURE_GLYPH_RUN, 1);
	assert_non_null(own);
	small = mark_of(&s, RAMURE_GLYPH_RUN, 2) ? mark_of(&s, RAMURE_GLYPH_RUN, 2) : own;
	assert_true(plain->run.size == 18);
	assert_true(near((double)small->run.size, 18 * 0.62) || (double)small->run.size == 18);
	assert_true(near((double)(plain->run.y - small->run.y), 18 * 0.26) || (double)small->run.size == 18);
	assert_string_equal(said(ctx, &s), "12œ");
	leave(ctx);
}

/* A large figure: the size of what follows its number, 0 when that has no run of its own. */
static double unit_size(const char *words)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = node_new(ctx, RAMURE_NUMERAL, (ramure_span){ 0 });
	const ramure_page_mark *unit;
	double size;
	sheet s;

	add_words(ctx, text, words);
	s = put(ctx, text, &body, 0);
	unit = mark_of(&s, RAMURE_GLYPH_RUN, 1);
	size = unit ? (double)unit->run.size : 0;
	assert_string_equal(said(ctx, &s), words);
	leave(ctx);
	return size;
}

static void the_unit_of_a_large_figure_is_smaller(void **state)
{
	(void)state;
	assert_true(near(unit_size("81\u202F%"), 18 * 0.42));
	assert_true(near(unit_size("1 250 M€"), 18 * 0.42));
	assert_true(unit_size("350") <= 0);
	assert_true(unit_size("1 250") <= 0);
	assert_true(unit_size("3e") <= 0);
	assert_true(unit_size("12 associations") <= 0);
}

static void strong_emphasis_and_code_have_their_faces(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = phrase(ctx), *strong = add(ctx, text, RAMURE_STRONG);
	sheet s;

	(void)state;
	add_words(ctx, strong, "gras ");
	add_words(ctx, add(ctx, strong, RAMURE_EMPHASIS), "les deux");
	add_words(ctx, text, " maigre ");
	add(ctx, text, RAMURE_CODE_SPAN)->text = STR("fi");
	s = put(ctx, text, &body, 0);
	assert_ptr_equal(fonts_at(ctx, mark_of(&s, RAMURE_GLYPH_RUN, 0)->run.font), fonts_face(ctx, 700, false, false));
	assert_ptr_equal(fonts_at(ctx, mark_of(&s, RAMURE_GLYPH_RUN, 1)->run.font), fonts_face(ctx, 700, true, false));
	assert_ptr_equal(fonts_at(ctx, mark_of(&s, RAMURE_GLYPH_RUN, 2)->run.font), fonts_face(ctx, 400, false, false));
	assert_ptr_equal(fonts_at(ctx, mark_of(&s, RAMURE_GLYPH_RUN, 3)->run.font), fonts_face(ctx, 400, false, true));
	assert_int_equal(mark_of(&s, RAMURE_GLYPH_RUN, 3)->run.glyph_count, 2);
	assert_int_equal(structure_at(s.list.structure, mark_of(&s, RAMURE_GLYPH_RUN, 3)->element)->tag,
			 RAMURE_TAG_CODE);
	assert_string_equal(said(ctx, &s), "gras les deux maigre fi");
	leave(ctx);
}

static void blocks_of_code_keep_their_lines_and_spaces(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *code = node_new(ctx, RAMURE_CODE, (ramure_span){ 0 });
	sheet s;

	(void)state;
	code->text = STR("a:\n  b\n");
	s = put(ctx, code, &body, 400);
	assert_int_equal(s.lines->count, 2);
	assert_string_equal(said(ctx, &s), "a: |  b");
	leave(ctx);
}

static void other_scripts_come_from_other_fonts_in_their_direction(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	sheet s = put(ctx, ramure_text_new(ctx, STR("dit \u05D0\u05D1 ici")), &body, 0);
	const ramure_page_mark *m = mark_of(&s, RAMURE_GLYPH_RUN, 1);

	(void)state;
	assert_ptr_not_equal(fonts_at(ctx, m->run.font), fonts_face(ctx, 400, false, false));
	/* They are said in the order of the text; the second letter stands at the left of the first. */
	assert_string_equal(said(ctx, &s), "dit \u05D0\u05D1 ici");
	assert_memory_equal(m->run.text.data + m->run.glyphs[0].text_start, "\u05D0", 2);
	assert_true(m->run.glyphs[0].advance < 0);
	assert_int_equal(m->run.glyphs[0].dx, m->run.glyphs[0].advance);
	leave(ctx);
}

static void a_letter_and_its_marks_are_said_in_the_order_of_the_text(void **state)
{
	/* Shin, qamats, shin dot; lam-alef with a mark on it; a Latin letter with an accent that has no letter of both. */
	static const char *const words[] = { "\u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD",
					     "\u0644\u064E\u0627\u0628\u064F", "x\u030Cq\u0302\u0323 fi" };

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		ramure_ctx *ctx = typeset_ctx();
		sheet s = put(ctx, ramure_text_new(ctx, str(words[i])), &body, 0);

		assert_string_equal(said(ctx, &s), words[i]);
		for (size_t g = 0; i == 0 && g < mark_of(&s, RAMURE_GLYPH_RUN, 0)->run.glyph_count; g++)
			assert_true(mark_of(&s, RAMURE_GLYPH_RUN, 0)->run.glyphs[g].text_size > 0);
		leave(ctx);
	}
}

static double left_edge(ramure_ctx *ctx, const ramure_page_mark *m)
{
	double width = 0;

	for (size_t g = 0; g < m->run.glyph_count; g++)
		width += m->run.glyphs[g].advance;
	width *= (double)m->run.size / fonts_at(ctx, m->run.font)->info.units_per_em;
	return (double)m->run.x + (width < 0 ? width : 0);
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
	s = put(ctx, ramure_text_new(ctx, STR("avant \u05D0\u05D1 12 \u05D2\u05D3 après")), &body, 0);
	assert_true(place_of(ctx, &s, "avant") < place_of(ctx, &s, "\u05D2"));
	assert_true(place_of(ctx, &s, "\u05D2") < place_of(ctx, &s, "12"));
	assert_true(place_of(ctx, &s, "12") < place_of(ctx, &s, "\u05D0"));
	assert_true(place_of(ctx, &s, "\u05D0") < place_of(ctx, &s, "après"));
	/* A Hebrew line begins at the right, ends with its stop at the left, and says Latin words rightward. */
	s = put(ctx, ramure_text_new(ctx, STR("\u05D0\u05D1 Lato \u05D2\u05D3.")), &body, 600);
	assert_true(place_of(ctx, &s, "\u05D2") < place_of(ctx, &s, "Lato"));
	assert_true(place_of(ctx, &s, "Lato") < place_of(ctx, &s, "\u05D0"));
	assert_true(place_of(ctx, &s, "\u05D0") > 500);
	/* The marks follow the text, whatever their places. */
	for (size_t i = 0, words = 0; i < s.list.count; i++) {
		static const char *const firsts[] = { "\u05D0", "Lato", "\u05D2" };
		ramure_str said_here = s.list.marks[i].run.text;

		if (said_here.size > 1 && (unsigned char)said_here.data[0] > ' ' && words < 3 &&
		    said_here.data[0] != '.')
			assert_memory_equal(said_here.data, firsts[words], strlen(firsts[words]));
		words += said_here.size > 1;
	}
	/* The document's language decides where letters do not. */
	ctx->lang = STR("ar");
	s = put(ctx, ramure_text_new(ctx, STR("2020")), &body, 600);
	assert_true(place_of(ctx, &s, "2020") > 500);
	leave(ctx);
}

static void lines_of_any_directions_lose_nothing(void **state)
{
	static const char *const bits[] = {
		"mot ",   "\u05D0\u05D1 ", "12 ",    "(",      ") ", "\u0633\u0644\u0627\u0645 ",
		"\u202B", "\u202C",        "\u2067", "\u2069", "\n", "\u200F"
	};
	uint32_t dice = 1;

	(void)state;
	for (int round = 0; round < 60; round++) {
		ramure_ctx *ctx = typeset_ctx();
		buf words = buf_on(ctx->arena);
		sheet s;
		size_t said_size = 0;

		for (int i = 0; i < 30; i++) {
			dice = dice * 1664525u + 1013904223u;
			buf_puts(&words, bits[(dice >> 16) % (sizeof bits / sizeof *bits)]);
		}
		s = put(ctx, ramure_text_new(ctx, buf_str(&words)), &body, 150);
		for (size_t i = 0; i < s.list.count; i++)
			said_size += s.list.marks[i].type == RAMURE_GLYPH_RUN ? s.list.marks[i].run.text.size : 0;
		assert_in_range(said_size, words.size - 8, words.size);
		leave(ctx);
	}
}

static void a_character_without_glyph_leaves_no_notdef(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	sheet s = put(ctx, ramure_text_new(ctx, STR("a\U0010FFF0b")), &body, 0);

	(void)state;
	for (size_t i = 0; i < s.list.count; i++)
		for (size_t g = 0; g < s.list.marks[i].run.glyph_count; g++)
			assert_true(s.list.marks[i].run.glyphs[g].id != 0);
	assert_string_equal(said(ctx, &s), "a\U0010FFF0b");
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_WARNING], 1);
	leave(ctx);
}

/* ---- breaking ---- */

static void numbers_stay_with_what_they_count(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(set(ctx, "Le Rameau propose : 12 associations", &body, 200),
			    "Le Rameau propose : |12 associations");
	assert_string_equal(set(ctx, "un budget de 8\u00A0M€ par an", &body, 110), "un budget de |8\u00A0M€ par an");
	assert_string_equal(set(ctx, "la mise en œuvre de l’ODD 17 en France", &body, 230),
			    "la mise en œuvre |de l’ODD 17 en France");
	assert_string_equal(set(ctx, "commencé en 2020 continuellement", &body, 170),
			    "commencé en 2020 |continuellement");
	leave(ctx);
}

static void words_are_not_parted_at_their_signs(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	for (double width = 95; width < 140; width += 5) {
		assert_null(strstr(set(ctx, "un vice-président élu", &body, width), "-|"));
		assert_null(strstr(set(ctx, "le lien et/ou le bien", &body, width), "/|"));
		assert_null(strstr(set(ctx, "c’est beau : voici", &body, width), "|:"));
		assert_null(strstr(set(ctx, "de 2016–2017 à 2020", &body, width), "–|"));
	}
	leave(ctx);
}

static void soft_hyphens_show_only_where_they_break(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(set(ctx, "anti\u00ADconstitutionnelle", &body, 0), "anticonstitutionnelle");
	assert_string_equal(set(ctx, "anti\u00ADconstitutionnelle", &body, 150), "anti\u00AD|constitutionnelle");
	leave(ctx);
}

static void asked_breaks_hold_and_part_words(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = phrase(ctx);
	sheet s;

	(void)state;
	add_words(ctx, text, "un");
	add(ctx, text, RAMURE_BREAK);
	add_words(ctx, text, "deux");
	s = put(ctx, text, &body, 0);
	assert_string_equal(said(ctx, &s), "un |deux");
	leave(ctx);
}

static void an_empty_text_is_one_empty_line(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const paragraph *p = paragraph_shape(ctx, phrase(ctx), &body);

	(void)state;
	assert_int_equal(paragraph_break(ctx, p, &body, 100)->count, 1);
	assert_true(paragraph_break(ctx, p, &body, 100)->width == 0);
	assert_string_equal(set(ctx, "   ", &body, 10), "");
	leave(ctx);
}

static void no_line_is_wider_than_its_measure(void **state)
{
	static const char words[] = "Le Rameau : 1 250 000 € d’anticonstitutionnellement\u00A0parlant, vice-président "
				    "https://innovationterritoriale.plateformecapitalisation.org/?a=b et l’ODD 17 ?";
	ramure_ctx *ctx = typeset_ctx();
	const paragraph *p = paragraph_shape(ctx, ramure_text_new(ctx, str(words)), &body);

	(void)state;
	for (double width = 20; width < 900; width *= 1.07)
		for (int balanced = 0; balanced < 2; balanced++) {
			paragraph_style style = body;
			const paragraph_lines *lines;

			style.balanced = balanced;
			lines = paragraph_break(ctx, p, &style, width);
			for (size_t i = 0; i < lines->count; i++)
				assert_true(lines->lines[i].width <= width + 0.001);
		}
	leave(ctx);
}

static void every_word_is_on_some_line(void **state)
{
	static const char words[] = "Réunir les 23 associations autour d’un même projet, c’est déjà agir.";
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	for (double width = 30; width < 700; width += 23) {
		const char *lines = set(ctx, words, &body, width);
		buf joined = buf_on(ctx->arena);

		for (; *lines; lines++)
			if (*lines != '|')
				buf_putc(&joined, *lines);
		assert_string_equal(buf_str(&joined).data, words);
	}
	leave(ctx);
}

static void titles_have_lines_of_like_length(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const paragraph *p = paragraph_shape(
		ctx, ramure_text_new(ctx, STR("Les alliances entre associations et entreprises changent d’échelle")),
		&title);
	const paragraph_lines *lines = paragraph_break(ctx, p, &title, 700);

	(void)state;
	assert_int_equal(lines->count, 2);
	assert_true(lines->lines[1].width > 0.8 * lines->lines[0].width);
	assert_true(lines->lines[0].width > 0.8 * lines->lines[1].width);
	leave(ctx);
}

static void a_title_breaks_after_its_colon(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(
		set(ctx, "Jouer collectif\u00A0: la démarche des associations dans les territoires", &title, 720),
		"Jouer collectif\u00A0: |la démarche des associations dans les territoires");
	leave(ctx);
}

static void lines_begin_with_sentences(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(set(ctx,
				"L’équation actuelle ne se résout pas morceau par morceau. Elle demande trois choses "
				"à la fois.",
				&body, 500),
			    "L’équation actuelle ne se résout pas morceau par morceau. |Elle demande trois choses "
			    "à la fois.");
	leave(ctx);
}

static void no_word_ends_a_paragraph_alone(void **state)
{
	static const char words[] = "Les associations du collectif se réunissent chaque année pour faire le point "
				    "sur leurs alliances et pour préparer la suite ensemble.";
	ramure_ctx *ctx = typeset_ctx();
	const paragraph *p = paragraph_shape(ctx, ramure_text_new(ctx, str(words)), &body);

	(void)state;
	for (double width = 260; width < 700; width += 11) {
		const char *lines = set(ctx, words, &body, width);
		const char *last = strrchr(lines, '|');

		if (last && paragraph_break(ctx, p, &body, width)->count < 6)
			assert_non_null(strchr(last, ' '));
	}
	leave(ctx);
}

static void the_least_width_is_that_of_the_widest_part(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const paragraph *p = paragraph_shape(ctx, ramure_text_new(ctx, STR("un 12 associations à")), &body);

	(void)state;
	assert_true(near(paragraph_min_width(ctx, p, &body) / 18, width_of(ctx, "12 associations")));
	leave(ctx);
}

static void long_texts_end(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	buf words = buf_on(ctx->arena), word = buf_on(ctx->arena);
	const paragraph *p;

	(void)state;
	while (words.size < 50000) {
		buf_puts(&words, "agir à 8\u00A0M€ : et ");
		buf_puts(&word, "œuf-fi");
	}
	p = paragraph_shape(ctx, ramure_text_new(ctx, buf_str(&words)), &body);
	assert_true(paragraph_break(ctx, p, &body, 400)->count > 500);
	assert_int_equal(paragraph_break(ctx, p, &body, 1e9)->count, 1);
	p = paragraph_shape(ctx, ramure_text_new(ctx, buf_str(&word)), &body);
	assert_true(paragraph_break(ctx, p, &body, 400)->count > 200);
	assert_true(paragraph_break(ctx, p, &body, 0.01)->count > 5000);
	leave(ctx);
}

/* Whatever stands in a text, it ends in lines. */
static void any_characters_can_be_set(void **state)
{
	static const uint32_t odd[] = { 'a',   ' ',      '\n',   0x200B,  0x200D, 0xFEFF, 0x301,  0x5D0,
					0x627, 0xAD,     0x202E, 0x1F600, 0xFFFD, 0x3042, 0xE000, 0x2028,
					'-',   0x10FFFF, 0x0E01, '\t',    0x202F, '1',    0x20AC, 0x7F,
					1,     0xFB01,   0x2011, 0xE9,    ':',    0x1D400 };
	uint32_t seed = 42;

	(void)state;
	for (int trial = 0; trial < 60; trial++) {
		ramure_ctx *ctx = typeset_ctx();
		buf words = buf_on(ctx->arena);
		ramure_node *text = phrase(ctx);
		paragraph_style style = trial % 2 ? body : title;

		for (int part = 0; part < 6; part++) {
			for (int i = 0; i < 9; i++) {
				seed = seed * 1664525 + 1013904223;
				buf_put_utf8(&words, odd[(seed >> 16) % (sizeof odd / sizeof *odd)]);
			}
			add_words(ctx, part % 3 ? add(ctx, text, part % 2 ? RAMURE_LINK : RAMURE_SUPERSCRIPT) : text,
				  ramure_format(ctx, "%s", words.data).data);
			words.size = 0;
		}
		for (double width = 5; width < 500; width *= 2.3) {
			sheet s = put(ctx, text, &style, width);

			assert_true(s.lines->count > 0);
		}
		leave(ctx);
	}
}

/* ---- marks ---- */

static void links_have_boxes_and_elements(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = phrase(ctx), *link;
	const ramure_page_mark *first, *second;
	sheet s;

	(void)state;
	add_words(ctx, text, "voir ");
	link = add(ctx, text, RAMURE_LINK);
	link->link->url = STR("https://lerameau.fr");
	add_words(ctx, link, "le site du ");
	add_words(ctx, add(ctx, link, RAMURE_STRONG), "Rameau");
	add_words(ctx, text, " puis");
	s = put(ctx, text, &body, 100);
	first = mark_of(&s, RAMURE_LINK_MARK, 0);
	second = mark_of(&s, RAMURE_LINK_MARK, 1);
	assert_non_null(second);
	assert_string_equal(said(ctx, &s), "voir le site |du Rameau |puis");
	assert_int_equal(structure_at(s.list.structure, first->element)->tag, RAMURE_TAG_LINK);
	assert_int_equal(first->element, second->element);
	assert_true(ramure_str_equal(first->link.contents, STR("le site du Rameau")));
	assert_true(first->link.box.x > 100 && second->link.box.x == 100);
	assert_true(second->link.box.y > first->link.box.y && first->link.box.height > 18);
	leave(ctx);
}

static void a_link_shows_among_its_words(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = phrase(ctx), *link;
	paragraph_style style = body;
	const ramure_rgb blue = ctx->theme->colours[RAMURE_PRIMARY];
	sheet s;

	(void)state;
	add_words(ctx, text, "voir ");
	link = add(ctx, text, RAMURE_LINK);
	link->link->url = STR("https://lerameau.fr");
	add_words(ctx, link, "ici");
	style.colour = RAMURE_MUTED;
	s = put(ctx, text, &style, 0);
	assert_memory_equal(&mark_of(&s, RAMURE_GLYPH_RUN, 1)->run.colour, &blue, sizeof blue);
	assert_null(mark_of(&s, RAMURE_PATH_MARK, 0));
	/* Where all is of its colour, a stroke tells it. */
	style.colour = RAMURE_PRIMARY;
	s = put(ctx, text, &style, 0);
	assert_non_null(mark_of(&s, RAMURE_PATH_MARK, 0));
	leave(ctx);
}

static void a_link_to_no_page_is_only_words(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = phrase(ctx);
	sheet s;

	(void)state;
	add_words(ctx, add(ctx, text, RAMURE_LINK), "ici");
	s = put(ctx, text, &body, 0);
	assert_null(mark_of(&s, RAMURE_LINK_MARK, 0));
	assert_string_equal(said(ctx, &s), "ici");
	leave(ctx);
}

static void foreign_words_say_their_language(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = phrase(ctx), *foreign;
	const ramure_element *element;
	sheet s;

	(void)state;
	add_words(ctx, text, "la ");
	foreign = add(ctx, text, RAMURE_EMPHASIS);
	foreign->lang = STR("en");
	add_words(ctx, foreign, "soft law");
	s = put(ctx, text, &body, 0);
	element = structure_at(s.list.structure, mark_of(&s, RAMURE_GLYPH_RUN, 1)->element);
	assert_int_equal(element->tag, RAMURE_TAG_SPAN);
	assert_true(ramure_str_equal(element->lang, STR("en")));
	assert_int_equal(mark_of(&s, RAMURE_GLYPH_RUN, 0)->element, s.root);
	leave(ctx);
}

static void a_note_call_is_its_number_above_the_line(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = phrase(ctx), *note = node_new(ctx, RAMURE_FOOTNOTE, (ramure_span){ 0 });
	sheet s;

	(void)state;
	note->footnote->number = 12;
	add_words(ctx, text, "dit-on");
	add(ctx, text, RAMURE_NOTE_CALL)->call->note = note;
	s = put(ctx, text, &body, 0);
	assert_string_equal(said(ctx, &s), "dit-on12");
	assert_int_equal(structure_at(s.list.structure, mark_of(&s, RAMURE_GLYPH_RUN, 1)->element)->tag,
			 RAMURE_TAG_REFERENCE);
	leave(ctx);
}

static void a_status_is_a_shape_and_its_words(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = phrase(ctx), *mark = add(ctx, text, RAMURE_STATUS_MARK);
	const ramure_page_mark *shape;
	sheet s;

	(void)state;
	*mark->mark = (ramure_mark_info){ RAMURE_TRIANGLE, RAMURE_LEVEL_3, RAMURE_PAPER };
	add_words(ctx, mark, "Retard expliqué");
	s = put(ctx, text, &body, 120);
	shape = mark_of(&s, RAMURE_PATH_MARK, 0);
	assert_non_null(shape);
	assert_int_equal(shape->element, RAMURE_ARTIFACT);
	assert_int_equal(shape->path.ink.fill.r, 0x8A);
	assert_string_equal(said(ctx, &s), "Retard |expliqué");
	assert_true((double)mark_of(&s, RAMURE_GLYPH_RUN, 0)->run.x > 110);
	leave(ctx);
}

static void struck_words_have_a_stroke(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = phrase(ctx);
	const ramure_page_mark *stroke;
	sheet s;

	(void)state;
	add_words(ctx, add(ctx, text, RAMURE_STRIKE), "non");
	s = put(ctx, text, &body, 0);
	stroke = mark_of(&s, RAMURE_PATH_MARK, 0);
	assert_non_null(stroke);
	assert_true(stroke->path.segments[0].x[0] == 100);
	assert_true(near((double)stroke->path.segments[1].x[0], 100 + s.lines->width));
	leave(ctx);
}

static void lines_stand_where_their_alignment_says(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	paragraph_style style = body;
	sheet s;

	(void)state;
	style.align = RAMURE_END;
	s = put(ctx, ramure_text_new(ctx, STR("12 %")), &style, 300);
	assert_true(near((double)mark_of(&s, RAMURE_GLYPH_RUN, 0)->run.x, 400 - s.lines->width));
	style.align = RAMURE_CENTRE;
	s = put(ctx, ramure_text_new(ctx, STR("12 %")), &style, 300);
	assert_true(near((double)mark_of(&s, RAMURE_GLYPH_RUN, 0)->run.x, 250 - s.lines->width / 2));
	/* top + (leading − 1.2 × size) / 2 + 0.987 × size */
	assert_true(near((double)mark_of(&s, RAMURE_GLYPH_RUN, 0)->run.y, 50 + (24 - 1.2 * 18) / 2 + 0.987 * 18));
	leave(ctx);
}

static void text_of_an_artifact_opens_no_element(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = phrase(ctx), *link = add(ctx, text, RAMURE_LINK);
	display_list list = display_list_on(ctx, ctx->arena, structure_new(ctx), NULL);
	const paragraph *p;
	const paragraph_lines *lines;

	(void)state;
	link->link->url = STR("https://lerameau.fr");
	add_words(ctx, link, "pied de page");
	p = paragraph_shape(ctx, text, &body);
	lines = paragraph_break(ctx, p, &body, 0);
	paragraph_put(ctx, &list, RAMURE_ARTIFACT, p, lines, &body, 0, 1, 0, 0, 0);
	assert_int_equal(structure_count(list.structure), 0);
	assert_int_equal(list.count, 1);
	assert_int_equal(list.marks[0].element, RAMURE_ARTIFACT);
	leave(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spaces_have_their_own_widths_and_stay_in_the_text),
		cmocka_unit_test(the_no_break_hyphen_is_drawn_as_a_hyphen),
		cmocka_unit_test(kerning_and_ligatures_are_used),
		cmocka_unit_test(a_text_in_a_style_is_shaped_once),
		cmocka_unit_test(no_scale_sets_text_under_twelve_points),
		cmocka_unit_test(superscripts_take_the_fonts_own_or_small_letters),
		cmocka_unit_test(the_unit_of_a_large_figure_is_smaller),
		cmocka_unit_test(strong_emphasis_and_code_have_their_faces),
		cmocka_unit_test(blocks_of_code_keep_their_lines_and_spaces),
		cmocka_unit_test(other_scripts_come_from_other_fonts_in_their_direction),
		cmocka_unit_test(a_letter_and_its_marks_are_said_in_the_order_of_the_text),
		cmocka_unit_test(parts_of_a_line_stand_as_their_direction_says),
		cmocka_unit_test(lines_of_any_directions_lose_nothing),
		cmocka_unit_test(a_character_without_glyph_leaves_no_notdef),
		cmocka_unit_test(numbers_stay_with_what_they_count),
		cmocka_unit_test(words_are_not_parted_at_their_signs),
		cmocka_unit_test(soft_hyphens_show_only_where_they_break),
		cmocka_unit_test(asked_breaks_hold_and_part_words),
		cmocka_unit_test(an_empty_text_is_one_empty_line),
		cmocka_unit_test(no_line_is_wider_than_its_measure),
		cmocka_unit_test(every_word_is_on_some_line),
		cmocka_unit_test(titles_have_lines_of_like_length),
		cmocka_unit_test(a_title_breaks_after_its_colon),
		cmocka_unit_test(lines_begin_with_sentences),
		cmocka_unit_test(no_word_ends_a_paragraph_alone),
		cmocka_unit_test(the_least_width_is_that_of_the_widest_part),
		cmocka_unit_test(long_texts_end),
		cmocka_unit_test(any_characters_can_be_set),
		cmocka_unit_test(links_have_boxes_and_elements),
		cmocka_unit_test(a_link_shows_among_its_words),
		cmocka_unit_test(a_link_to_no_page_is_only_words),
		cmocka_unit_test(foreign_words_say_their_language),
		cmocka_unit_test(a_note_call_is_its_number_above_the_line),
		cmocka_unit_test(a_status_is_a_shape_and_its_words),
		cmocka_unit_test(struck_words_have_a_stroke),
		cmocka_unit_test(lines_stand_where_their_alignment_says),
		cmocka_unit_test(text_of_an_artifact_opens_no_element),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
