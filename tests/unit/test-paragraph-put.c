/* test-paragraph-put.c: the marks of a text on a page, and their elements. */
#include "tests/unit/sheet.h"

static ramure_node *add_link(ramure_ctx *ctx, ramure_node *text, const char *words)
{
	ramure_node *link = nodes_add(ctx, text, RAMURE_LINK, words);

	link->link->url = STR("https://lerameau.fr");
	return link;
}

static void links_have_boxes_and_elements(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = sheet_phrase(ctx), *link;
	const ramure_page_mark *first, *second;
	sheet s;

	(void)state;
	nodes_add(ctx, text, RAMURE_TEXT_RUN, "voir ");
	link = add_link(ctx, text, "le site du ");
	nodes_add(ctx, link, RAMURE_STRONG, "Rameau");
	nodes_add(ctx, text, RAMURE_TEXT_RUN, " puis");
	s = sheet_put(ctx, text, &sheet_body, 100);
	first = sheet_mark(&s, RAMURE_LINK_MARK, 0);
	second = sheet_mark(&s, RAMURE_LINK_MARK, 1);
	assert_non_null(second);
	assert_string_equal(sheet_said(ctx, &s), "voir le site |du Rameau |puis");
	assert_int_equal(structure_at(s.list.structure, first->element)->tag, RAMURE_TAG_LINK);
	assert_int_equal(first->element, second->element);
	assert_true(ramure_str_equal(first->link.contents, STR("le site du Rameau")));
	assert_true(first->link.box.x > 100 && second->link.box.x == 100);
	assert_true(second->link.box.y > first->link.box.y && first->link.box.height > 18);
	typeset_free(ctx);
}

static void a_link_shows_among_its_words(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = sheet_phrase(ctx);
	paragraph_style style = sheet_body;
	const ramure_rgb blue = ctx->theme->colours[RAMURE_PRIMARY];
	sheet s;

	(void)state;
	nodes_add(ctx, text, RAMURE_TEXT_RUN, "voir ");
	add_link(ctx, text, "ici");
	style.colour = RAMURE_MUTED;
	s = sheet_put(ctx, text, &style, 0);
	assert_memory_equal(&sheet_mark(&s, RAMURE_GLYPH_RUN, 1)->run.colour, &blue, sizeof blue);
	assert_null(sheet_mark(&s, RAMURE_PATH_MARK, 0));
	/* Where all is of its colour, a stroke tells it. */
	style.colour = RAMURE_PRIMARY;
	s = sheet_put(ctx, text, &style, 0);
	assert_non_null(sheet_mark(&s, RAMURE_PATH_MARK, 0));
	typeset_free(ctx);
}

static void a_mark_shows_its_shape_in_a_text_and_alone_its_words(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = sheet_phrase(ctx), *mark = nodes_add(ctx, text, RAMURE_STATUS_MARK, "en ");
	sheet s;

	(void)state;
	*mark->mark = (ramure_mark_info){ .shape = RAMURE_DISC, .ground = RAMURE_WARM };
	nodes_add(ctx, mark, RAMURE_STRONG, "cours");
	s = sheet_put(ctx, text, &sheet_body, 0);
	assert_non_null(sheet_mark(&s, RAMURE_PATH_MARK, 0));
	assert_string_equal(sheet_said(ctx, &s), "en cours"); /* the shape has its place, no word */
	s = sheet_put(ctx, mark, &sheet_body, 0);
	assert_null(sheet_mark(&s, RAMURE_PATH_MARK, 0));
	assert_string_equal(sheet_said(ctx, &s), "en cours");
	typeset_free(ctx);
}

static void a_link_to_no_page_is_only_words(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = sheet_phrase(ctx);
	sheet s;

	(void)state;
	nodes_add(ctx, text, RAMURE_LINK, "ici");
	s = sheet_put(ctx, text, &sheet_body, 0);
	assert_null(sheet_mark(&s, RAMURE_LINK_MARK, 0));
	assert_string_equal(sheet_said(ctx, &s), "ici");
	typeset_free(ctx);
}

static void foreign_words_say_their_language(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = sheet_phrase(ctx), *foreign;
	const ramure_element *element;
	sheet s;

	(void)state;
	nodes_add(ctx, text, RAMURE_TEXT_RUN, "la ");
	foreign = nodes_add(ctx, text, RAMURE_EMPHASIS, NULL);
	node_set_lang(ctx, foreign, STR("en"));
	nodes_add(ctx, foreign, RAMURE_TEXT_RUN, "soft law");
	s = sheet_put(ctx, text, &sheet_body, 0);
	element = structure_at(s.list.structure, sheet_mark(&s, RAMURE_GLYPH_RUN, 1)->element);
	assert_int_equal(element->tag, RAMURE_TAG_SPAN);
	assert_true(ramure_str_equal(element->lang, STR("en")));
	assert_int_equal(sheet_mark(&s, RAMURE_GLYPH_RUN, 0)->element, s.root);
	typeset_free(ctx);
}

static void a_note_call_is_its_number_above_the_line(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = sheet_phrase(ctx), *note = node_new(ctx, RAMURE_FOOTNOTE, (ramure_span){ 0 });
	sheet s;

	(void)state;
	note->footnote->number = 12;
	nodes_add(ctx, text, RAMURE_TEXT_RUN, "dit-on");
	nodes_add(ctx, text, RAMURE_NOTE_CALL, NULL)->call->note = note;
	s = sheet_put(ctx, text, &sheet_body, 0);
	assert_string_equal(sheet_said(ctx, &s), "dit-on12");
	assert_int_equal(structure_at(s.list.structure, sheet_mark(&s, RAMURE_GLYPH_RUN, 1)->element)->tag,
			 RAMURE_TAG_REFERENCE);
	typeset_free(ctx);
}

static void a_status_is_a_shape_and_its_words(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = sheet_phrase(ctx), *mark = nodes_add(ctx, text, RAMURE_STATUS_MARK, NULL);
	const ramure_page_mark *shape;
	sheet s;

	(void)state;
	*mark->mark = (ramure_mark_info){ RAMURE_TRIANGLE, RAMURE_LEVEL_3, RAMURE_PAPER };
	nodes_add(ctx, mark, RAMURE_TEXT_RUN, "Retard expliqué");
	s = sheet_put(ctx, text, &sheet_body, 120);
	shape = sheet_mark(&s, RAMURE_PATH_MARK, 0);
	assert_non_null(shape);
	assert_int_equal(shape->element, RAMURE_ARTIFACT);
	assert_int_equal(shape->path.ink.fill.r, 0x8A);
	assert_string_equal(sheet_said(ctx, &s), "Retard |expliqué");
	assert_true((double)sheet_mark(&s, RAMURE_GLYPH_RUN, 0)->run.x > 110);
	typeset_free(ctx);
}

static void struck_words_have_a_stroke(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = sheet_phrase(ctx);
	const ramure_page_mark *stroke;
	sheet s;

	(void)state;
	nodes_add(ctx, text, RAMURE_STRIKE, "non");
	s = sheet_put(ctx, text, &sheet_body, 0);
	stroke = sheet_mark(&s, RAMURE_PATH_MARK, 0);
	assert_non_null(stroke);
	assert_true(stroke->path.segments[0].x[0] == 100);
	assert_true(is_near((double)stroke->path.segments[1].x[0], 100 + s.lines->width));
	typeset_free(ctx);
}

static void lines_stand_where_their_alignment_says(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	paragraph_style style = sheet_body;
	sheet s;

	(void)state;
	style.align = RAMURE_END;
	s = sheet_put(ctx, ramure_text_new(ctx, STR("12 %")), &style, 300);
	assert_true(is_near((double)sheet_mark(&s, RAMURE_GLYPH_RUN, 0)->run.x, 400 - s.lines->width));
	style.align = RAMURE_CENTRE;
	s = sheet_put(ctx, ramure_text_new(ctx, STR("12 %")), &style, 300);
	assert_true(is_near((double)sheet_mark(&s, RAMURE_GLYPH_RUN, 0)->run.x, 250 - s.lines->width / 2));
	/* top + (leading − 1.2 × size) / 2 + 0.987 × size */
	assert_true(is_near((double)sheet_mark(&s, RAMURE_GLYPH_RUN, 0)->run.y, 50 + (24 - 1.2 * 18) / 2 + 0.987 * 18));
	typeset_free(ctx);
}

static void text_of_an_artifact_opens_no_element(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_node *text = sheet_phrase(ctx);
	display_list list = display_list_on(ctx, ctx->arena, structure_new(ctx->arena), NULL);
	const paragraph *p;
	const paragraph_lines *lines;

	(void)state;
	add_link(ctx, text, "pied de page");
	p = paragraph_shape(ctx, text, &sheet_body);
	lines = paragraph_break(ctx, p, &sheet_body, 0);
	paragraph_put(ctx, &list, RAMURE_ARTIFACT, p, lines, &sheet_body, 0, 1, 0, 0, 0);
	assert_int_equal(structure_count(list.structure), 0);
	assert_int_equal(list.count, 1);
	assert_int_equal(list.marks[0].element, RAMURE_ARTIFACT);
	typeset_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_have_boxes_and_elements),
		cmocka_unit_test(a_link_shows_among_its_words),
		cmocka_unit_test(a_mark_shows_its_shape_in_a_text_and_alone_its_words),
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
