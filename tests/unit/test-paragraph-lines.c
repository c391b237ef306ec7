/* test-paragraph-lines.c: where texts break into lines. */
#include "tests/unit/sheet.h"

static void numbers_stay_with_what_they_count(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(sheet_set(ctx, "Le Rameau propose : 12 associations", &sheet_body, 200),
			    "Le Rameau propose : |12 associations");
	assert_string_equal(sheet_set(ctx, "un budget de 8\u00A0M€ par an", &sheet_body, 110),
			    "un budget de |8\u00A0M€ par an");
	assert_string_equal(sheet_set(ctx, "la mise en œuvre de l’ODD 17 en France", &sheet_body, 230),
			    "la mise en œuvre |de l’ODD 17 en France");
	assert_string_equal(sheet_set(ctx, "commencé en 2020 continuellement", &sheet_body, 170),
			    "commencé en 2020 |continuellement");
	typeset_free(ctx);
}

static void numbers_that_name_things_stay_together(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(sheet_set(ctx, "Deux mesures reculent (13, 21), onze sont stables", &sheet_body, 240),
			    "Deux mesures reculent |(13, 21), onze sont stables");
	assert_string_equal(sheet_set(ctx, "reculent en ce mois (mesures 13, 21)", &sheet_body, 215),
			    "reculent en ce mois |(mesures 13, 21)");
	assert_string_equal(sheet_set(ctx, "un seul programme, dans la sortie de la crise et l’Agenda 2030 de tous",
				      &sheet_body, 470),
			    "un seul programme, dans la sortie de la crise |et l’Agenda 2030 de tous");
	typeset_free(ctx);
}

static void words_are_not_parted_at_their_signs(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	for (int width = 95; width < 140; width += 5) {
		assert_null(strstr(sheet_set(ctx, "un vice-président élu", &sheet_body, width), "-|"));
		assert_null(strstr(sheet_set(ctx, "le lien et/ou le bien", &sheet_body, width), "/|"));
		assert_null(strstr(sheet_set(ctx, "c’est beau : voici", &sheet_body, width), "|:"));
		assert_null(strstr(sheet_set(ctx, "de 2016–2017 à 2020", &sheet_body, width), "–|"));
	}
	typeset_free(ctx);
}

/* What is longer than a usual word may be parted at its hyphens, where the words around are words. */
static void a_letter_between_hyphens_stays_with_its_word(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	bool parted = false;

	(void)state;
	for (int width = 180; width < 400; width += 5) {
		const char *said = sheet_set(ctx, "en reparlera-t-on-bientôt-ensemble, c’est-à-dire-bientôt-ensemble",
					     &sheet_body, width);

		assert_null(strstr(said, "t-|on"));
		assert_null(strstr(said, "-|t-"));
		assert_null(strstr(said, "-|à"));
		assert_null(strstr(said, "à-|"));
		parted |= strstr(said, "-|ensemble") != NULL;
	}
	assert_true(parted);
	for (int width = 165; width < 300; width += 5) {
		static const char *const whole[] = { "y a-t-il un e-mail", "le B-52 et le 01-02-03",
						     "de 10-12 à 2016-2017", "ISBN 978-2-7433-0482-9",
						     "un t-shirt, vis-à-vis d’elles" };

		for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
			assert_null(strstr(sheet_set(ctx, whole[i], &sheet_body, width), "-|"));
	}
	typeset_free(ctx);
}

static void soft_hyphens_show_only_where_they_break(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(sheet_set(ctx, "anti\u00ADconstitutionnelle", &sheet_body, 0), "anticonstitutionnelle");
	assert_string_equal(sheet_set(ctx, "anti\u00ADconstitutionnelle", &sheet_body, 150),
			    "anti\u00AD|constitutionnelle");
	typeset_free(ctx);
}

static void asked_breaks_hold_and_part_words(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = sheet_phrase(ctx);
	sheet s;

	(void)state;
	nodes_add(ctx, text, RAMURE_TEXT_RUN, "un");
	nodes_add(ctx, text, RAMURE_BREAK, NULL);
	nodes_add(ctx, text, RAMURE_TEXT_RUN, "deux");
	s = sheet_put(ctx, text, &sheet_body, 0);
	assert_string_equal(sheet_said(ctx, &s), "un |deux");
	typeset_free(ctx);
}

static void an_empty_text_is_one_empty_line(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const paragraph *p = paragraph_shape(ctx, sheet_phrase(ctx), &sheet_body);

	(void)state;
	assert_int_equal(paragraph_break(ctx, p, &sheet_body, 100)->count, 1);
	assert_true(paragraph_break(ctx, p, &sheet_body, 100)->width == 0);
	assert_string_equal(sheet_set(ctx, "   ", &sheet_body, 10), "");
	typeset_free(ctx);
}

static void no_line_is_wider_than_its_measure(void **state)
{
	static const char words[] = "Le Rameau : 1 250 000 € d’anticonstitutionnellement\u00A0parlant, vice-président "
				    "https://innovationterritoriale.plateformecapitalisation.org/?a=b et l’ODD 17 ?";
	ramure_ctx *ctx = typeset_ctx();
	const paragraph *p = paragraph_shape(ctx, ramure_text_new(ctx, nodes_str(words)), &sheet_body);

	(void)state;
	for (int width = 20; width < 900; width += width / 14)
		for (int balanced = 0; balanced < 2; balanced++) {
			paragraph_style style = sheet_body;
			const paragraph_lines *lines;

			style.balanced = balanced;
			lines = paragraph_break(ctx, p, &style, width);
			for (size_t i = 0; i < lines->count; i++)
				assert_true(lines->lines[i].width <= width + 0.001);
		}
	typeset_free(ctx);
}

static void every_word_is_on_some_line(void **state)
{
	static const char words[] = "Réunir les 23 associations autour d’un même projet, c’est déjà agir.";
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	for (int width = 30; width < 700; width += 23) {
		const char *lines = sheet_set(ctx, words, &sheet_body, width);
		buf joined = buf_on(ctx->arena);

		for (; *lines; lines++)
			if (*lines != '|')
				buf_putc(&joined, *lines);
		assert_string_equal(buf_str(&joined).data, words);
	}
	typeset_free(ctx);
}

static void titles_have_lines_of_like_length(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const paragraph *p = paragraph_shape(
		ctx, ramure_text_new(ctx, STR("Les alliances entre associations et entreprises changent d’échelle")),
		&sheet_title);
	const paragraph_lines *lines = paragraph_break(ctx, p, &sheet_title, 700);

	(void)state;
	assert_int_equal(lines->count, 2);
	assert_true(lines->lines[1].width > 0.8 * lines->lines[0].width);
	assert_true(lines->lines[0].width > 0.8 * lines->lines[1].width);
	typeset_free(ctx);
}

static void a_title_breaks_after_its_colon(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(sheet_set(ctx, "Jouer collectif\u00A0: la démarche des associations dans les territoires",
				      &sheet_title, 720),
			    "Jouer collectif\u00A0: |la démarche des associations dans les territoires");
	typeset_free(ctx);
}

static void lines_begin_with_sentences(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(
		sheet_set(ctx,
			  "L’équation actuelle ne se résout pas morceau par morceau. Elle demande trois choses "
			  "à la fois.",
			  &sheet_body, 500),
		"L’équation actuelle ne se résout pas morceau par morceau. |Elle demande trois choses "
		"à la fois.");
	typeset_free(ctx);
}

static void no_word_ends_a_paragraph_alone(void **state)
{
	static const char words[] = "Les associations du collectif se réunissent chaque année pour faire le point "
				    "sur leurs alliances et pour préparer la suite ensemble.";
	ramure_ctx *ctx = typeset_ctx();
	const paragraph *p = paragraph_shape(ctx, ramure_text_new(ctx, nodes_str(words)), &sheet_body);

	(void)state;
	for (int width = 260; width < 700; width += 11) {
		const char *lines = sheet_set(ctx, words, &sheet_body, width);
		const char *last = strrchr(lines, '|');

		if (last && paragraph_break(ctx, p, &sheet_body, width)->count < 6)
			assert_non_null(strchr(last, ' '));
	}
	typeset_free(ctx);
}

static void a_date_keeps_its_year(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(sheet_set(ctx, "Prochain rendez-vous le 8 juillet 2020", &sheet_body, 290),
			    "Prochain rendez-vous |le 8 juillet 2020");
	assert_string_equal(
		sheet_set(ctx, "Rendez-vous le 15 juillet 2020, à Vincennes, ou en juin 2020 ?", &sheet_body, 210),
		"Rendez-vous |le 15 juillet 2020, |à Vincennes, |ou en juin 2020 ?");
	typeset_free(ctx);
}

static void quotations_rather_stay_whole(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(
		sheet_set(ctx, "Un espace public, un kit pratique, 5 « boîtes à outils » associées", &sheet_body, 300),
		"Un espace public, un kit pratique, |5 « boîtes à outils » associées");
	assert_string_equal(
		sheet_set(ctx, "Ils découvrent ensemble l’art de « faire alliance » entre eux", &sheet_body, 320),
		"Ils découvrent ensemble l’art |de « faire alliance » entre eux");
	typeset_free(ctx);
}

static void a_line_does_not_end_with_and_comma(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(sheet_set(ctx, "Elle donne un rapport en 2015 et, trois ans plus tard, un débat public.",
				      &sheet_body, 300),
			    "Elle donne un rapport en 2015 |et, trois ans plus tard, un débat public.");
	typeset_free(ctx);
}

/* Three short words would stand under two full lines. */
static void a_last_line_is_not_much_shorter(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = sheet_phrase(ctx);
	sheet s;

	(void)state;
	nodes_add(ctx, text, RAMURE_TEXT_RUN,
		  "Associations, entreprises et collectivités doivent-elles s’allier pour "
		  "sortir plus vite de la crise ? C’est utile, voire incontournable, répondent "
		  "trois publics que l’on n’avait jamais vus si proches.");
	s = sheet_put(ctx, text, &sheet_body, 716);
	assert_int_equal(s.lines->count, 3);
	assert_true(s.lines->lines[2].width > 0.25 * 716);
	assert_string_equal(sheet_set(ctx, "Trois mois pour anticiper la sortie de crise", &sheet_body, 300),
			    "Trois mois pour anticiper |la sortie de crise");
	typeset_free(ctx);
}

/* A short line between two long ones is a hole. */
static void no_line_within_is_much_shorter(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	paragraph_style style = sheet_body;

	(void)state;
	style.balanced = true;
	assert_string_equal(sheet_set(ctx,
				      "Des mondes différents choisissent d’agir ensemble\u00A0: associations, "
				      "entreprises, collectivités, institutions, chercheurs",
				      &style, 450),
			    "Des mondes différents choisissent d’agir ensemble\u00A0: |associations, entreprises, "
			    "collectivités, |institutions, chercheurs");
	typeset_free(ctx);
}

static void the_least_width_is_that_of_the_widest_part(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const paragraph *p = paragraph_shape(ctx, ramure_text_new(ctx, STR("un 12 associations à")), &sheet_body);

	(void)state;
	assert_true(is_near(paragraph_min_width(p, &sheet_body) / 18, sheet_width(ctx, "12 associations")));
	typeset_free(ctx);
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
	p = paragraph_shape(ctx, ramure_text_new(ctx, buf_str(&words)), &sheet_body);
	assert_true(paragraph_break(ctx, p, &sheet_body, 400)->count > 500);
	assert_int_equal(paragraph_break(ctx, p, &sheet_body, 1e9)->count, 1);
	p = paragraph_shape(ctx, ramure_text_new(ctx, buf_str(&word)), &sheet_body);
	assert_true(paragraph_break(ctx, p, &sheet_body, 400)->count > 200);
	assert_true(paragraph_break(ctx, p, &sheet_body, 0.01)->count > 5000);
	typeset_free(ctx);
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
		ramure_node *text = sheet_phrase(ctx);
		paragraph_style style = trial % 2 ? sheet_body : sheet_title;

		for (int part = 0; part < 6; part++) {
			for (int i = 0; i < 9; i++) {
				seed = seed * 1664525 + 1013904223;
				buf_put_utf8(&words, odd[(seed >> 16) % (sizeof odd / sizeof *odd)]);
			}
			nodes_add(ctx,
				  part % 3 ? nodes_add(ctx, text, part % 2 ? RAMURE_LINK : RAMURE_SUPERSCRIPT, NULL)
					   : text,
				  RAMURE_TEXT_RUN, ramure_format(ctx, "%s", words.data).data);
			words.size = 0;
		}
		for (int width = 5; width < 500; width += width + 1) {
			sheet s = sheet_put(ctx, text, &style, width);

			assert_true(s.lines->count > 0);
		}
		typeset_free(ctx);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_stay_with_what_they_count),
		cmocka_unit_test(numbers_that_name_things_stay_together),
		cmocka_unit_test(words_are_not_parted_at_their_signs),
		cmocka_unit_test(a_letter_between_hyphens_stays_with_its_word),
		cmocka_unit_test(soft_hyphens_show_only_where_they_break),
		cmocka_unit_test(asked_breaks_hold_and_part_words),
		cmocka_unit_test(an_empty_text_is_one_empty_line),
		cmocka_unit_test(no_line_is_wider_than_its_measure),
		cmocka_unit_test(every_word_is_on_some_line),
		cmocka_unit_test(titles_have_lines_of_like_length),
		cmocka_unit_test(a_title_breaks_after_its_colon),
		cmocka_unit_test(lines_begin_with_sentences),
		cmocka_unit_test(no_word_ends_a_paragraph_alone),
		cmocka_unit_test(a_date_keeps_its_year),
		cmocka_unit_test(quotations_rather_stay_whole),
		cmocka_unit_test(a_line_does_not_end_with_and_comma),
		cmocka_unit_test(a_last_line_is_not_much_shorter),
		cmocka_unit_test(no_line_within_is_much_shorter),
		cmocka_unit_test(the_least_width_is_that_of_the_widest_part),
		cmocka_unit_test(long_texts_end),
		cmocka_unit_test(any_characters_can_be_set),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
