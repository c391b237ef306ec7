/* test-odt.c: the parts of a report that can be asked alone: XML, widths. */
#include "tests/unit/nodes.h"
#include "tests/unit/typeset.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plugins/odt/reference.h"
#include "plugins/odt/shapes.h"

static void assert_xml(const xml *x, const char *expected)
{
	ramure_str got = xml_str(x);

	assert_int_equal(got.size, strlen(expected));
	assert_memory_equal(got.data, expected, got.size);
}

/* Of one piece or of many, as a string. */
static const char *shown(const xml *x)
{
	ramure_str text = xml_str(x);

	return ramure_format(x->ctx, "%.*s", (int)text.size, text.data).data;
}

static void what_xml_reserves_is_escaped_and_what_it_forbids_left_out(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	xml x = xml_new(ctx);

	(void)state;
	xml_open(&x, "p");
	xml_attr(&x, "a", "\"<&>\x01\xEF\xBF\xBF");
	xml_text(&x, STR("a < b & \"c\" > d\x0B\x1F\xEF\xBF\xBE!\xEF\xBF\xBD"));
	xml_close(&x);
	assert_xml(&x, "<p a=\"&quot;&lt;&amp;&gt;\">a &lt; b &amp; &quot;c&quot; &gt; d!\xEF\xBF\xBD</p>");
	ctx_free(ctx);
}

static void runs_of_spaces_survive_readers_that_collapse_them(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	xml x = xml_new(ctx);

	(void)state;
	xml_open(&x, "p");
	xml_text(&x, STR("a b   c  "));
	xml_close(&x);
	assert_xml(&x, "<p>a b <text:s text:c=\"2\"/>c <text:s text:c=\"1\"/></p>");
	ctx_free(ctx);
}

static void a_long_text_is_whole_over_its_pieces_and_goes_over_as_it_is(void **state)
{
	static const char word[] = "assemblée ";
	const size_t words = 30000, size = sizeof word - 1;
	ramure_ctx *ctx = unit_ctx();
	xml part = xml_new(ctx), whole = xml_new(ctx);
	ramure_str got;

	(void)state;
	for (size_t i = 0; i < words; i++)
		xml_words(&part, word);
	assert_ptr_not_equal(part.first, part.last);
	xml_open(&whole, "p");
	xml_take(&whole, &part);
	assert_xml(&part, "");
	xml_take(&whole, &part);
	xml_words(&whole, "!");
	xml_close(&whole);
	got = xml_str(&whole);
	assert_int_equal(got.size, 3 + words * size + 5);
	assert_memory_equal(got.data, "<p>", 3);
	for (size_t i = 0; i < words; i++)
		assert_memory_equal(got.data + 3 + i * size, word, size);
	assert_memory_equal(got.data + 3 + words * size, "!</p>", 5);
	ctx_free(ctx);
}

static void lengths_are_points_without_needless_decimals(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	xml x = xml_new(ctx);

	(void)state;
	xml_open(&x, "p");
	xml_attr_pt(&x, "a", 12);
	xml_attr_pt(&x, "b", -0.75);
	xml_attr_pt(&x, "c", 13.50049);
	xml_attr_pt(&x, "z", 0);
	xml_attr_pt(&x, "m", -0.0004);
	xml_attr_pt(&x, "n", -1234.005);
	xml_attr_pt(&x, "t", 0.02);
	xml_attr_colour(&x, "d", (ramure_rgb){ 1, 0xAB, 255 });
	xml_close(&x);
	assert_xml(&x, "<p a=\"12pt\" b=\"-0.750pt\" c=\"13.500pt\" z=\"0pt\" m=\"0pt\" n=\"-1234.005pt\" "
		       "t=\"0.020pt\" d=\"#01abff\"/>");
	ctx_free(ctx);
}

static void a_longer_text_is_estimated_wider(void **state)
{
	(void)state;
	assert_true(odt_text_estimate(STR("Mesure"), 10, false) < odt_text_estimate(STR("Mesures"), 10, false));
	assert_true(odt_text_estimate(STR("ill"), 10, false) < odt_text_estimate(STR("MWM"), 10, false));
	assert_true(odt_text_estimate(STR("été"), 10, false) < odt_text_estimate(STR("été"), 10, true));
	/* A letter of two bytes is one letter. */
	assert_true(odt_text_estimate(STR("é"), 10, false) < odt_text_estimate(STR("nn"), 10, false));
	assert_true(odt_text_estimate(STR(""), 10, false) == 0);
	/* No-break spaces are as narrow as spaces. */
	assert_true(odt_text_estimate(STR("14\u00A0h\u202F00"), 10, false) ==
		    odt_text_estimate(STR("14 h 00"), 10, false));
}

static void the_longest_word_ends_at_spaces_and_behind_hyphens(void **state)
{
	double word = odt_word_estimate(STR("un mot extraordinaire ici"), 10, false);

	(void)state;
	assert_true(word == odt_text_estimate(STR("extraordinaire"), 10, false));
	assert_true(odt_word_estimate(STR("porte-parole"), 10, false) == odt_text_estimate(STR("parole"), 10, false));
	assert_true(odt_word_estimate(STR("   "), 10, false) == 0);
	/* A no-break space binds. */
	assert_true(odt_word_estimate(STR("8\u00A0M€"), 10, false) == odt_text_estimate(STR("8\u00A0M€"), 10, false));
}

/* Widths are all of `total`, none under `least` when that can be. */
static void assert_widths(const odt_need *needs, const double *widths, size_t count, double total, bool roomy)
{
	double sum = 0;

	for (size_t i = 0; i < count; i++) {
		sum += widths[i];
		assert_true(widths[i] > 0);
		if (roomy)
			assert_true(widths[i] >= needs[i].least - 0.001);
	}
	assert_true(fabs(sum - total) < 0.001);
}

static void columns_that_fit_leave_the_rest_to_the_widest(void **state)
{
	const odt_need needs[] = { { 20, 30 }, { 50, 200 }, { 40, 60 } };
	double widths[3];

	(void)state;
	odt_settle_widths(needs, widths, 3, 425);
	assert_widths(needs, widths, 3, 425, true);
	assert_true(widths[0] == 30 && widths[2] == 60);
}

static void modest_columns_keep_what_they_want_beside_a_long_one(void **state)
{
	const odt_need needs[] = { { 28, 28 }, { 90, 700 }, { 55, 80 }, { 90, 120 } };
	double widths[4];

	(void)state;
	odt_settle_widths(needs, widths, 4, 425);
	assert_widths(needs, widths, 4, 425, true);
	assert_true(widths[0] == 28 && widths[2] == 80 && fabs(widths[1] - 197) < 0.001);
}

static void long_words_go_before_the_comfort_of_others(void **state)
{
	const odt_need needs[] = { { 40, 140 }, { 300, 700 } };
	double widths[2];

	(void)state;
	odt_settle_widths(needs, widths, 2, 425);
	assert_widths(needs, widths, 2, 425, true);
}

static void columns_too_many_for_the_page_share_it_all_the_same(void **state)
{
	odt_need needs[40];
	double widths[40];

	(void)state;
	for (size_t i = 0; i < 40; i++)
		needs[i] = (odt_need){ 30 + (double)i, 60 + (double)i };
	odt_settle_widths(needs, widths, 40, 425);
	assert_widths(needs, widths, 40, 425, false);
}

static void a_font_with_wide_letters_counts_as_a_larger_one(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	reference wide = { .font = STR("DejaVu Serif") };
	odt plain = { .ctx = ctx }, templated = { .ctx = ctx, .reference = &wide };

	(void)state;
	ctx->theme = theme_load(ctx, (ramure_string){ 0 }, (ramure_string){ 0 });
	assert_non_null(ctx->theme);
	assert_true(odt_cell_size(&plain) == ramure_theme_number(ctx, "report.table.size"));
	assert_true(odt_cell_size(&templated) > 1.1 * odt_cell_size(&plain));
	fonts_release(ctx);
	ctx_free(ctx);
}

static void a_style_is_declared_once(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	odt o = { .ctx = ctx, .automatic = xml_new(ctx), .turn = "Paysage" };
	size_t size;

	(void)state;
	assert_string_equal(odt_turned_style(&o, "Source"), "Paysage_Source");
	size = o.automatic.size;
	assert_true(size > 0);
	/* The page turns once. */
	assert_string_equal(odt_turned_style(&o, "Source"), "Source");
	o.turn = "Paysage";
	assert_string_equal(odt_turned_style(&o, "Source"), "Paysage_Source");
	assert_int_equal(o.automatic.size, size);
	ctx_free(ctx);
}

/* Draws one word at 20 points. */
static ramure_extent draw_word(const void *data, ramure_canvas *canvas, const ramure_frame *frame)
{
	ramure_style style = { .role = RAMURE_ROLE_BODY, .size = 20, .leading = 24 };

	ramure_text_draw(canvas, data, style, 0, 0, frame->box.width);
	return (ramure_extent){ .height = 24, .next = RAMURE_DONE };
}

static void a_run_of_a_drawing_is_as_wide_as_its_font_says(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	odt o = { .ctx = ctx, .out = xml_new(ctx), .automatic = xml_new(ctx) };
	ramure_figure_info info = { .draw = draw_word, .data = ramure_text_new(ctx, STR("mesure")) };
	ramure_node figure = { .type = RAMURE_FIGURE, .figure = &info };
	const char *width;
	size_t from = 0;

	(void)state;
	odt_page_shapes(&o, ramure_figure_page(ctx, &figure, STR(""), 300, 300, &from), 1, NULL);
	width = strstr(shown(&o.out), "svg:width=\"");
	assert_non_null(width);
	/* Six letters of about 11 points, a tenth more, and a size for what stands in: 1,000 units for an em of 2,000
	 * would double it. */
	assert_in_range(strtol(width + 11, NULL, 10), 70, 110);
	assert_true(from == RAMURE_DONE);
	assert_non_null(strstr(shown(&o.automatic), "fo:font-size=\"20pt\""));
	assert_non_null(strstr(shown(&o.automatic), "fo:font-weight=\"normal\""));
	typeset_free(ctx);
}

static void a_drawing_is_set_in_the_family_that_is_asked_for(void **state)
{
	static const ramure_str families[] = { { "DejaVu Sans", 11 }, { "Lato", 4 } };
	ramure_ctx *ctx = typeset_ctx();
	ramure_figure_info info = { .draw = draw_word, .data = ramure_text_new(ctx, STR("mesure")) };
	ramure_node figure = { .type = RAMURE_FIGURE, .figure = &info };

	(void)state;
	for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
		size_t from = 0;
		const ramure_page *page = ramure_figure_page(ctx, &figure, families[i], 300, 300, &from);

		assert_true(ramure_str_equal(ramure_figure_font(ctx, &page->marks[0])->family, families[i]));
	}
	typeset_free(ctx);
}

/* A disc with a number in its middle, a bar, and a line under them. */
static ramure_extent draw_shapes(const void *data, ramure_canvas *canvas, const ramure_frame *frame)
{
	const ramure_paint green = { .fill = RAMURE_LEVEL_1, .filled = true };
	ramure_style style = { .role = RAMURE_ROLE_BODY,
			       .size = 15,
			       .leading = 18,
			       .align = RAMURE_CENTRE,
			       .colour = RAMURE_ON_PRIMARY,
			       .coloured = true };

	ramure_draw_circle(canvas, 30, 30, 30, &green);
	ramure_text_draw(canvas, data, style, 10, 21, 40);
	ramure_draw_rect(canvas, (ramure_box){ 75, 15, 90, 30 }, 0, &green);
	ramure_draw_rect(canvas, (ramure_box){ 75, 15, 90, 30 }, 6, &green);
	ramure_draw_line(canvas, 0, 90, frame->box.width, 90, 1.5, RAMURE_LINE);
	return (ramure_extent){ .height = 90, .next = RAMURE_DONE };
}

static void shapes_are_what_they_look_like_and_text_knows_its_ground(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	odt o = { .ctx = ctx, .out = xml_new(ctx), .automatic = xml_new(ctx) };
	ramure_figure_info info = { .draw = draw_shapes, .data = ramure_text_new(ctx, STR("12")) };
	ramure_node figure = { .type = RAMURE_FIGURE, .figure = &info };
	size_t from = 0;

	(void)state;
	odt_page_shapes(&o, ramure_figure_page(ctx, &figure, STR(""), 300, 300, &from), 2.0 / 3, NULL);
	/* Two thirds of each length. */
	assert_non_null(strstr(shown(&o.out),
			       "svg:x=\"0pt\" svg:y=\"0pt\" svg:width=\"40pt\" svg:height=\"40pt\"><svg:title>"));
	assert_non_null(strstr(shown(&o.out), "<draw:ellipse "));
	assert_non_null(strstr(shown(&o.out), "svg:x=\"50pt\" svg:y=\"10pt\" svg:width=\"60pt\" "
					      "svg:height=\"20pt\"><svg:title>Rectangle</svg:title></draw:rect>"));
	assert_non_null(strstr(shown(&o.out), "<draw:rect "));
	assert_non_null(strstr(shown(&o.out), "<draw:path ")); /* its corners are round */
	assert_non_null(strstr(shown(&o.out), "svg:x1=\"0pt\" svg:y1=\"60pt\" svg:x2=\"200pt\" svg:y2=\"60pt\">"));
	/* The number has the disc's width, and its colour behind it. */
	assert_non_null(strstr(shown(&o.out), "draw:name=\"Cadre_1\" svg:x=\"0pt\""));
	assert_non_null(
		strstr(shown(&o.automatic),
		       "fo:text-align=\"center\" style:writing-mode=\"lr-tb\" fo:background-color=\"#176240\""));
	typeset_free(ctx);
}

/* "1re présidence" on a line, its letters raised. */
static ramure_extent draw_ordinal(const void *data, ramure_canvas *canvas, const ramure_frame *frame)
{
	ramure_text_draw(canvas, data, (ramure_style){ .role = RAMURE_ROLE_BODY, .size = 20, .leading = 24 }, 0, 0,
			 frame->box.width);
	return (ramure_extent){ .height = 24, .next = RAMURE_DONE };
}

static void a_line_of_several_looks_is_one_box_that_keeps_its_spaces(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	odt o = { .ctx = ctx, .out = xml_new(ctx), .automatic = xml_new(ctx) };
	ramure_node *words = node_new(ctx, RAMURE_PHRASE, nodes_place);
	ramure_figure_info info = { .draw = draw_ordinal, .data = words };
	ramure_node figure = { .type = RAMURE_FIGURE, .figure = &info };
	size_t from = 0;

	(void)state;
	nodes_add(ctx, words, RAMURE_TEXT_RUN, "1");
	nodes_add(ctx, words, RAMURE_SUPERSCRIPT, "re");
	nodes_add(ctx, words, RAMURE_TEXT_RUN, " présidence");
	odt_page_shapes(&o, ramure_figure_page(ctx, &figure, STR(""), 300, 300, &from), 1, NULL);
	assert_non_null(strstr(shown(&o.out), ">re</text:span> présidence</text:p>"));
	assert_null(strstr(shown(&o.out), "Cadre_2"));
	assert_non_null(strstr(shown(&o.automatic), "style:text-position=\"super 62%\""));
	typeset_free(ctx);
}

static void a_font_of_any_name_gives_its_style_one_that_xml_takes(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	odt o = { .ctx = ctx, .automatic = xml_new(ctx) };
	shape_look plus = { .family = STR("M+ 1p (Été)"), .size = 12 }, minus = plus;
	const char *name = shape_span_style(&o, &plus);

	(void)state;
	assert_int_equal(strcspn(name, " +()'"), strlen(name));
	assert_non_null(strstr(name, "Été"));
	minus.family = STR("M- 1p (Été)");
	assert_string_not_equal(shape_span_style(&o, &minus), name);
	ctx_free(ctx);
}

/* A bar, then rows of 100 points, three in all; the second is higher than any page. */
static ramure_extent draw_rows(const void *data, ramure_canvas *canvas, const ramure_frame *frame)
{
	const double heights[] = { 100, 2000, 100 };
	ramure_extent drawn = { .next = frame->from };

	(void)data;
	ramure_draw_rect(canvas, (ramure_box){ 0, 0, 100, 3 }, 0, &(ramure_paint){ .filled = true });
	while (drawn.next < 3 && drawn.height + heights[drawn.next] <= frame->box.height)
		drawn.height += heights[drawn.next++];
	if (drawn.next == 3)
		drawn.next = RAMURE_DONE;
	return drawn;
}

static void a_figure_goes_on_on_a_next_page_and_what_no_page_holds_is_whole(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_figure_info info = { .draw = draw_rows, .min_width = 400 };
	ramure_node figure = { .type = RAMURE_FIGURE, .figure = &info };
	const ramure_page *page;
	size_t from = 0;

	(void)state;
	page = ramure_figure_page(ctx, &figure, STR(""), 300, 500, &from);
	assert_true(page->width == 400 && page->height == 100 && from == 1);
	page = ramure_figure_page(ctx, &figure, STR(""), 300, 500, &from);
	assert_true(page->height == 2100 && from == RAMURE_DONE);
	assert_int_equal(page->count, 1); /* what was tried in vain left nothing */
	typeset_free(ctx);
}

static void a_drawing_leaves_its_room_to_the_next(void **state)
{
	ramure_ctx *ctx = typeset_ctx();
	ramure_figure_info info = { .draw = draw_shapes, .data = ramure_text_new(ctx, STR("12")) };
	ramure_node figure = { .type = RAMURE_FIGURE, .figure = &info };
	size_t used = 0;

	(void)state;
	for (int i = 0; i < 3; i++) {
		size_t from = 0;

		used = i < 2 ? arena_used(ctx->arena) : used;
		assert_int_equal(ramure_figure_page(ctx, &figure, STR(""), 300, 300, &from)->count, 5);
	}
	assert_int_equal(arena_used(ctx->arena), used);
	typeset_free(ctx);
}

/* A font file with nothing but the table OS/2, whose fsType is given. */
static ramure_str font_of_type(ramure_ctx *ctx, uint16_t type)
{
	static const unsigned char head[6] = { 0, 1, 0, 0, 0, 1 }; /* TrueType, one table */
	static const unsigned char table[16] = { 'O', 'S', '/', '2', [11] = 0x1C, [15] = 0x0A };
	unsigned char *font = ramure_alloc(ctx, 12 + 16 + 10);

	memcpy(font, head, sizeof head);
	memcpy(font + 12, table, sizeof table);
	font[12 + 16 + 8] = (unsigned char)(type >> 8);
	font[12 + 16 + 9] = (unsigned char)type;
	return (ramure_str){ (const char *)font, 12 + 16 + 10 };
}

static void a_font_is_put_into_a_report_only_when_its_maker_lets_people_edit_with_it(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_str font = font_of_type(ctx, 0);

	(void)state;
	assert_true(odt_font_may_be_embedded(font));
	assert_true(odt_font_may_be_embedded(font_of_type(ctx, 0x0008)));  /* editing */
	assert_true(odt_font_may_be_embedded(font_of_type(ctx, 0x0100)));  /* whole, or not at all: it is whole */
	assert_false(odt_font_may_be_embedded(font_of_type(ctx, 0x0002))); /* restricted */
	assert_false(odt_font_may_be_embedded(font_of_type(ctx, 0x0004))); /* preview and print */
	assert_false(odt_font_may_be_embedded(font_of_type(ctx, 0x0208))); /* bitmaps only */
	/* What ends too early has no table, and forbids nothing. */
	for (size_t size = 0; size < font.size; size++)
		assert_true(odt_font_may_be_embedded((ramure_str){ font.data, size }));
	ctx_free(ctx);
}

/* Two of these fonts in one file (OpenType 1.9, "Font collections"): offsets count from the file's start. */
static ramure_str collection_of(ramure_ctx *ctx, ramure_str one, ramure_str two)
{
	enum { HEAD = 12 + 2 * 4 };
	static const unsigned char head[16] = { 't', 't', 'c', 'f', [5] = 1, [11] = 2, [15] = HEAD };
	unsigned char *file = ramure_alloc(ctx, HEAD + one.size + two.size);

	memcpy(file, head, sizeof head);
	file[19] = (unsigned char)(HEAD + one.size);
	memcpy(file + HEAD, one.data, one.size);
	memcpy(file + HEAD + one.size, two.data, two.size);
	file[HEAD + 12 + 11] = (unsigned char)(HEAD + 12 + 16);
	file[HEAD + one.size + 12 + 11] = (unsigned char)(HEAD + one.size + 12 + 16);
	return (ramure_str){ (const char *)file, HEAD + one.size + two.size };
}

static void a_font_of_a_collection_becomes_a_file_of_its_own(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_str free = font_of_type(ctx, 0), restricted = font_of_type(ctx, 0x0002);
	ramure_str both = collection_of(ctx, free, restricted), alone = odt_font_alone(ctx, both, 0);

	(void)state;
	assert_memory_equal(alone.data, "\0\1\0\0", 4);
	assert_true(odt_font_may_be_embedded(alone));
	assert_false(odt_font_may_be_embedded(odt_font_alone(ctx, both, 1)));
	/* What is no collection stays what it is; what ends too early makes a font without tables. */
	assert_ptr_equal(odt_font_alone(ctx, free, 0).data, free.data);
	for (size_t size = 0; size < both.size; size++)
		odt_font_alone(ctx, (ramure_str){ both.data, size }, 1);
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_font_of_a_collection_becomes_a_file_of_its_own),
		cmocka_unit_test(what_xml_reserves_is_escaped_and_what_it_forbids_left_out),
		cmocka_unit_test(runs_of_spaces_survive_readers_that_collapse_them),
		cmocka_unit_test(a_long_text_is_whole_over_its_pieces_and_goes_over_as_it_is),
		cmocka_unit_test(lengths_are_points_without_needless_decimals),
		cmocka_unit_test(a_longer_text_is_estimated_wider),
		cmocka_unit_test(the_longest_word_ends_at_spaces_and_behind_hyphens),
		cmocka_unit_test(columns_that_fit_leave_the_rest_to_the_widest),
		cmocka_unit_test(modest_columns_keep_what_they_want_beside_a_long_one),
		cmocka_unit_test(long_words_go_before_the_comfort_of_others),
		cmocka_unit_test(columns_too_many_for_the_page_share_it_all_the_same),
		cmocka_unit_test(a_font_with_wide_letters_counts_as_a_larger_one),
		cmocka_unit_test(a_style_is_declared_once),
		cmocka_unit_test(a_font_is_put_into_a_report_only_when_its_maker_lets_people_edit_with_it),
		cmocka_unit_test(a_run_of_a_drawing_is_as_wide_as_its_font_says),
		cmocka_unit_test(a_drawing_is_set_in_the_family_that_is_asked_for),
		cmocka_unit_test(shapes_are_what_they_look_like_and_text_knows_its_ground),
		cmocka_unit_test(a_line_of_several_looks_is_one_box_that_keeps_its_spaces),
		cmocka_unit_test(a_font_of_any_name_gives_its_style_one_that_xml_takes),
		cmocka_unit_test(a_drawing_leaves_its_room_to_the_next),
		cmocka_unit_test(a_figure_goes_on_on_a_next_page_and_what_no_page_holds_is_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
