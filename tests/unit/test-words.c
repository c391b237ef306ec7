/* Words shaped alone: they come out as in their text, and are only used where that is sure. */
#include "tests/unit/typeset.h"

#include "core/base/utf8.h"
#include "core/document/document.h"
#include "core/layout/words.h"
#include "core/theme/font_words.h"

#include <string.h>

static const paragraph *shaped(ramure_ctx *ctx, ramure_str words, int weight)
{
	const paragraph_style style = { .role = { .size = 18, .leading = 24, .weight = weight }, .scale = 1 };
	ramure_node *text = node_new(ctx, RAMURE_PHRASE, (ramure_span){ 0 });
	ramure_node *letters = node_new(ctx, RAMURE_TEXT_RUN, (ramure_span){ 0 });

	letters->text = words;
	node_append(text, letters);
	return paragraph_shape(ctx, text, &style);
}

/* A face answers for its words once it has set some texts. */
static void set_some(ramure_ctx *ctx, int weight)
{
	for (int i = 0; i < 250; i++)
		shaped(ctx, ramure_format(ctx, "Texte %d", i), weight);
}

/* The glyphs of the whole text as HarfBuzz alone sets it. */
static void assert_as_whole(const paragraph *p)
{
	const font_face *face = p->runs[0].face;
	hb_buffer_t *buffer = hb_buffer_create();
	const hb_glyph_position_t *positions;
	const hb_glyph_info_t *infos;
	unsigned count;

	for (size_t at = 0; at < p->text.size;) {
		uint32_t cluster = (uint32_t)at;

		hb_buffer_add(buffer, paragraph_drawn(utf8_next(p->text, &at)), cluster);
	}
	hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
	hb_buffer_set_language(buffer, hb_language_from_string("fr", -1));
	hb_shape(face->hb, buffer, NULL, 0);
	infos = hb_buffer_get_glyph_infos(buffer, &count);
	positions = hb_buffer_get_glyph_positions(buffer, NULL);
	assert_int_equal(p->run_count, 1);
	assert_int_equal(p->glyph_count, count);
	for (unsigned i = 0; i < count; i++) {
		assert_int_equal(p->glyphs[i].id, infos[i].codepoint);
		assert_int_equal(p->glyphs[i].start, infos[i].cluster);
		assert_int_equal(p->glyphs[i].dx, positions[i].x_offset);
		if (p->text.data[infos[i].cluster] != '\xC2' && p->text.data[infos[i].cluster] != '\xE2')
			assert_int_equal(p->glyphs[i].advance, positions[i].x_advance);
	}
	hb_buffer_destroy(buffer);
}

static void words_come_out_as_in_their_text(void **state)
{
	static const char *const texts[] = {
		"Texte",
		"AVANT Tout, Véra TVA Yves f. fi ffl officiel",
		"T T. V, W\u00A0T",
		" Texte  deux  espaces ",
		"L’AVENIR – « À l’été\u00A0» : 14\u00A0h\u00A030\u202F! 1re, n° 3, 25 %, 1 000 €",
		"r T r V r. T. Ta Te To Tr Tu Ty y, P. F.",
		"Où ? Là-bas… (peut-être) A/B 1/2 N°5 œuvre Œ",
		" ",
		"",
	};
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	for (int weight = 300; weight <= 900; weight += 200) {
		set_some(ctx, weight);
		for (int turn = 0; turn < 2; turn++) /* shaped, then known */
			for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
				ramure_str text = { texts[i], strlen(texts[i]) };
				const paragraph *p = shaped(ctx, text, weight);

				if (text.size)
					assert_as_whole(p);
				else
					assert_int_equal(p->glyph_count, 0);
			}
	}
	typeset_free(ctx);
}

/* Every pair of letters around a space, where kerning would show. */
static void every_pair_across_a_space_is_kerned(void **state)
{
	static const char letters[] = "AFPTVWYLKRabdfklprtvwy.,;:!?-'\"()0147";
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	set_some(ctx, 400);
	for (const char *a = letters; *a; a++)
		for (const char *b = letters; *b; b++)
			assert_as_whole(shaped(ctx, ramure_format(ctx, "%c %c", *a, *b), 400));
	typeset_free(ctx);
}

static void a_face_is_asked_after_some_texts(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	const font_face *lato = fonts_face(ctx, 400, false, false);

	(void)state;
	assert_false(words_suit(ctx, lato, STR("un mot"), 0, 6));
	set_some(ctx, 400);
	assert_true(words_suit(ctx, lato, STR("un mot"), 0, 6));
	/* Greek capitals change with what stands behind a space, marks join, a fraction reaches for its digits. */
	assert_false(words_suit(ctx, lato, STR("\u0386 \u0391"), 0, 5));
	assert_false(words_suit(ctx, lato, STR("e\u0301"), 0, 3));
	assert_false(words_suit(ctx, lato, STR("1\u20442"), 0, 5));
	typeset_free(ctx);
}

static void a_font_with_rules_across_spaces_is_refused(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_true(font_words_stand_alone(fonts_face(ctx, 400, false, false)->hb));
	assert_true(font_words_stand_alone(fonts_face(ctx, 700, true, false)->hb));
	/* A required feature, and contexts by classes. */
	ctx->theme = NULL;
	assert_string_equal(
		fonts_fallback(ctx, fonts_face(ctx, 400, false, false), 0x27F6, (ramure_span){ 0 })->info.family.data,
		"DejaVu Sans");
	assert_false(font_words_stand_alone(
		fonts_fallback(ctx, fonts_face(ctx, 400, false, false), 0x27F6, (ramure_span){ 0 })->hb));
	typeset_free(ctx);
}

/* More words than are kept. */
static void words_are_forgotten_and_found_again(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	set_some(ctx, 400);
	for (int i = 0; i < 12000; i++)
		shaped(ctx, ramure_format(ctx, "mot%d", i), 400);
	assert_true(arena_used(ctx->word_arena) < (size_t)1024 * 1024);
	assert_as_whole(shaped(ctx, STR("mot1 mot2 mot11999"), 400));
	typeset_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_come_out_as_in_their_text),
		cmocka_unit_test(every_pair_across_a_space_is_kerned),
		cmocka_unit_test(a_face_is_asked_after_some_texts),
		cmocka_unit_test(a_font_with_rules_across_spaces_is_refused),
		cmocka_unit_test(words_are_forgotten_and_found_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
