/* test-pdf.c: the parts of the PDF writer that can be asked alone; whole files are for the validators. */
#include "tests/unit/unit.h"

#include "plugins/pdf/bytes.h"
#include "plugins/pdf/cff.h"
#include "plugins/pdf/cmaps.h"
#include "plugins/pdf/contents.h"

#include <stdlib.h>
#include <string.h>

static void assert_bytes(const bytes *b, const char *wanted)
{
	ramure_str got = ramure_format(b->ctx, "%.*s", (int)b->size, (const char *)b->data);

	assert_string_equal(got.data, wanted);
}

static void numbers_are_short(void **state)
{
	static const struct {
		int64_t value;
		int decimals;
		const char *wanted;
	} cases[] = {
		{ 0, 0, "0" },        { 0, 2, "0" },
		{ 1250, 2, "12.5" },  { 100, 2, "1" },
		{ -5, 2, "-.05" },    { 120, 0, "120" },
		{ 7, 3, ".007" },     { -100, 2, "-1" },
		{ 1001, 3, "1.001" }, { INT64_MIN, 0, "-9223372036854775808" },
	};
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bytes b = bytes_on(ctx);

		bytes_put_fixed(&b, cases[i].value, cases[i].decimals);
		assert_bytes(&b, cases[i].wanted);
	}
	ctx_free(ctx);
}

static void a_length_is_never_minus_zero(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	bytes b = bytes_on(ctx);

	(void)state;
	bytes_put_number(&b, -0.001);
	assert_bytes(&b, "0");
	ctx_free(ctx);
}

static void texts_are_in_pdfdoc_encoding_or_utf16(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	bytes ascii = bytes_on(ctx), french = bytes_on(ctx), other = bytes_on(ctx), mark = bytes_on(ctx);

	(void)state;
	bytes_put_text(&ascii, STR("a (b) \\"));
	assert_bytes(&ascii, "(a \\(b\\) \\\\)");
	bytes_put_text(&french, STR("L’été, 3 €"));
	assert_bytes(&french, "(L\x90\xE9t\xE9, 3 \xA0)");
	/* A no-break space has no byte; a carriage return is escaped, and so is a byte of a pair. */
	bytes_put_text(&other, STR("é\u00A0\u2028\r😀"));
	assert_int_equal(other.size, 18);
	assert_memory_equal(other.data, "(\xFE\xFF\0\xE9\0\xA0\x20\\(\0\\r\xD8\x3D\xDE\0)", 18);
	bytes_put_text(&mark, STR("þÿ"));
	assert_int_equal(mark.size, 8);
	assert_memory_equal(mark.data, "(\xFE\xFF\0\xFE\0\xFF)", 8);
	ctx_free(ctx);
}

static void broken_utf8_is_passed_byte_by_byte(void **state)
{
	size_t at = 0;

	(void)state;
	assert_int_equal(utf8_decode(STR("\xE2\x82"), &at), 0xFFFD);
	assert_int_equal(at, 1);
	assert_int_equal(utf8_decode(STR("\xE2\x82"), &at), 0xFFFD);
	assert_int_equal(at, 2);
}

static void an_address_has_the_signs_of_addresses_alone(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	bytes b = bytes_on(ctx);

	(void)state;
	bytes_put_uri(&b, STR("https://example.org/é a{b}|\\(1)?q=%C3%A9&r=[x]#~y\x7F"));
	assert_bytes(&b, "https://example.org/%C3%A9%20a%7Bb%7D%7C%5C\\(1\\)?q=%C3%A9&r=[x]#~y%7F");
	ctx_free(ctx);
}

static void xml_leaves_out_what_it_cannot_hold(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	bytes b = bytes_on(ctx);

	(void)state;
	bytes_put_xml(&b, STR("a<b>\x01&é"));
	assert_bytes(&b, "a&lt;b&gt;&amp;é");
	ctx_free(ctx);
}

/* ---- CFF ---- */

/* A header, one name "F", one Top DICT with ROS and a charset at 27, no more than is read. */
static const unsigned char keyed[] = { 1,  0,  4,   1,  0,   1,  1, 1, 2, 'F', 0, 1,  1, 1, 10, 139, 139, 139,
				       12, 30, 166, 15, 139, 14, 0, 0, 0, 2,   0, 40, 0, 1, 0,  90,  0,   0 };

static void glyphs_of_a_cid_keyed_font_have_the_cids_of_its_charset(void **state)
{
	uint32_t cids[6] = { 0, 1, 2, 3, 4, 5 };

	(void)state;
	cff_cids(keyed, sizeof keyed, cids, 6);
	assert_int_equal(cids[0], 0);
	assert_int_equal(cids[1], 40);
	assert_int_equal(cids[2], 41);
	assert_int_equal(cids[3], 90);
}

static void a_name_keyed_font_keeps_its_glyphs(void **state)
{
	unsigned char named[sizeof keyed];
	uint32_t cids[4] = { 0, 1, 2, 3 };

	(void)state;
	memcpy(named, keyed, sizeof keyed);
	named[19] = 1; /* another operator than ROS */
	cff_cids(named, sizeof named, cids, 4);
	for (uint32_t i = 0; i < 4; i++)
		assert_int_equal(cids[i], i);
}

static void a_cut_or_spoilt_font_is_read_to_its_end_at_most(void **state)
{
	(void)state;
	for (size_t size = 0; size <= sizeof keyed; size++) {
		for (size_t spoilt = 0; spoilt < size; spoilt++) {
			unsigned char *copy = malloc(size + 1);
			uint32_t cids[64] = { 0 };

			assert_non_null(copy);
			memcpy(copy, keyed, size);
			copy[spoilt] = 255;
			cff_cids(copy, size, cids, 64);
			free(copy);
		}
	}
}

/* ---- Contents ---- */

static hb_position_t half_an_em(hb_font_t *font, void *data, hb_codepoint_t glyph, void *closure)
{
	(void)font;
	(void)data;
	(void)glyph;
	(void)closure;
	return 500;
}

/* A font of 1000 units without a file, whose glyphs are half an em wide. */
static pdf_font made_up_font(const ramure_font *info)
{
	hb_font_funcs_t *functions = hb_font_funcs_create();
	hb_face_t *face = hb_face_create(hb_blob_get_empty(), 0);
	pdf_font font = { .info = info, .face = face, .hb = hb_font_create(face) };

	hb_font_funcs_set_glyph_h_advance_func(functions, half_an_em, NULL, NULL);
	hb_font_set_funcs(font.hb, functions, NULL, NULL);
	hb_font_funcs_destroy(functions);
	return font;
}

static const ramure_font info = { .units_per_em = 1000 };
static const ramure_page white = { .width = 960, .height = 540, .ground = { 255, 255, 255 } };

static ramure_page_mark run_of(uint32_t element, ramure_str text, const ramure_glyph *glyphs, size_t count)
{
	ramure_page_mark mark = { .type = RAMURE_GLYPH_RUN, .element = element };

	mark.run.x = 48;
	mark.run.y = 100;
	mark.run.size = 20;
	mark.run.text = text;
	mark.run.glyphs = glyphs;
	mark.run.glyph_count = count;
	return mark;
}

static void kerning_moves_the_pen_and_rounding_does_not(void **state)
{
	static const ramure_glyph glyphs[] = {
		{ .id = 7, .advance = 480, .text_start = 0, .text_size = 1 },
		{ .id = 8, .advance = 500, .text_start = 1, .text_size = 1 },
		{ .id = 7, .advance = 500, .text_start = 0, .text_size = 1 },
	};
	ramure_ctx *ctx = unit_ctx();
	pdf_font font = made_up_font(&info);
	contents c = contents_on(ctx);
	tags t = tags_on(ctx, 1);
	signs all = signs_on(ctx);
	ramure_page_mark mark = run_of(3, STR("AV"), glyphs, 3);

	(void)state;
	contents_begin(&c, 0, &white);
	contents_element(&c, &t, 3);
	assert_true(contents_run(&c, &all, &font, &mark));
	contents_end(&c);
	/* Code 1 is the first glyph, code 2 the second. */
	for (size_t i = 0; i < c.out.size; i++)
		if (c.out.data[i] < 3)
			c.out.data[i] = (unsigned char)('0' + c.out.data[i]);
	assert_bytes(&c.out, "/P<</MCID 0>>BDC\nBT\n/F0 20 Tf\n48 440 Td\n[(1)20(21)]TJ\nET\nEMC\n");
	assert_int_equal(t.count, 1);
	assert_int_equal(t.records[0].element, 3);
	font_close(&font);
	ctx_free(ctx);
}

static void one_glyph_has_a_code_for_each_text_it_stands_for(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	pdf_font font = made_up_font(&info);
	signs all = signs_on(ctx);
	uint32_t space, bound;

	(void)state;
	space = font_code_of(&font, &all, 3, STR(" "));
	bound = font_code_of(&font, &all, 3, STR("\u00A0"));
	assert_int_not_equal(space, bound);
	assert_int_not_equal(space, 0);
	for (uint32_t glyph = 4; glyph < 3000; glyph++)
		assert_int_equal(font_code_of(&font, &all, glyph, STR("x")), glyph - 1);
	assert_int_equal(font_code_of(&font, &all, 3, STR(" ")), space);
	assert_int_equal(font_code_of(&font, &all, 3, STR("\u00A0")), bound);
	font_close(&font);
	ctx_free(ctx);
}

static void a_code_stands_for_one_text_in_every_font(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	pdf_font bold = made_up_font(&info), light = made_up_font(&info);
	signs all = signs_on(ctx);
	uint32_t a;

	(void)state;
	font_code_of(&bold, &all, 5, STR("z"));
	a = font_code_of(&bold, &all, 7, STR("a"));
	assert_int_equal(font_code_of(&light, &all, 9, STR("a")), a);
	assert_int_equal(bold.codes[a].glyph, 7);
	assert_int_equal(light.codes[a].glyph, 9);
	assert_false(light.codes[a - 1].used);
	/* The superscript has another glyph. */
	assert_int_not_equal(font_code_of(&light, &all, 8, STR("a")), a);
	font_close(&bold);
	font_close(&light);
	ctx_free(ctx);
}

static void codes_come_to_an_end(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	pdf_font font = made_up_font(&info);
	signs all = signs_on(ctx);

	(void)state;
	for (uint32_t text = 1; text < MOST_SIGNS; text++)
		assert_int_equal(sign_of(&all, ramure_format(ctx, "%u", (unsigned)text)), text);
	assert_int_equal(sign_of(&all, STR("one more")), 0);
	assert_int_equal(font_code_of(&font, &all, 3, STR("one more")), 0);
	assert_int_equal(font_code_of(&font, &all, 3, STR("1")), 1);
	assert_int_equal(font_code_of(&font, &all, 4, STR("1")), 0);
	font_close(&font);
	ctx_free(ctx);
}

static void the_first_codes_take_one_byte(void **state)
{
	unsigned char pair[2] = { 0 };

	(void)state;
	assert_int_equal(sign_bytes(SHORT_SIGNS - 1, pair), 1);
	assert_int_equal(pair[0], 0x7F);
	assert_int_equal(sign_bytes(SHORT_SIGNS, pair), 2);
	assert_int_equal(pair[0] << 8 | pair[1], 0x8000);
	assert_int_equal(sign_bytes(MOST_SIGNS - 1, pair), 2);
	assert_int_equal(pair[0] << 8 | pair[1], 0xFFFF);
}

static void what_codes_mean_is_said_in_ranges(void **state)
{
	font_code codes[0x82] = { { .cid = 0 } };
	ramure_ctx *ctx = unit_ctx();
	bytes characters = bytes_on(ctx), cids = bytes_on(ctx);
	signs all = signs_on(ctx);

	(void)state;
	for (uint32_t c = 0; c < 0x82; c++)
		codes[c] = (font_code){ .cid = c == 2 ? 90 : c };
	sign_of(&all, STR("é"));
	sign_of(&all, STR("x"));
	cmap_to_unicode(&characters, &all);
	bytes_putc(&characters, 0);
	assert_non_null(strstr((char *)characters.data, "\n1 beginbfrange<01><02>[<00E9><0078>]endbfrange\n"));
	cmap_to_cids(&cids, codes, 0x82);
	bytes_putc(&cids, 0);
	assert_non_null(
		strstr((char *)cids.data, "\n4 begincidrange<00><01>0\n<02><02>90\n<03><7F>3\n<8000><8001>128\n"));
	ctx_free(ctx);
}

static void neighbours_of_one_element_share_a_sequence(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	contents c = contents_on(ctx);
	tags t = tags_on(ctx, 1);

	(void)state;
	contents_begin(&c, 0, &white);
	contents_element(&c, &t, 1);
	contents_element(&c, &t, 1);
	contents_element(&c, &t, RAMURE_ARTIFACT);
	contents_element(&c, &t, 1);
	contents_end(&c);
	assert_bytes(&c.out, "/P<</MCID 0>>BDC\nEMC\n/Artifact BMC\nEMC\n/P<</MCID 1>>BDC\nEMC\n");
	assert_int_equal(t.count, 2);
	ctx_free(ctx);
}

static void a_colour_is_said_once_and_a_rectangle_in_a_word(void **state)
{
	static const ramure_segment box[] = {
		{ RAMURE_MOVE, { 10 }, { 20 } },    { RAMURE_LINE_TO, { 30 }, { 20 } },
		{ RAMURE_LINE_TO, { 30 }, { 50 } }, { RAMURE_LINE_TO, { 10 }, { 50 } },
		{ RAMURE_CLOSE, { 0 }, { 0 } },
	};
	ramure_ctx *ctx = unit_ctx();
	contents c = contents_on(ctx);
	ramure_page_mark mark = { .type = RAMURE_PATH_MARK, .element = RAMURE_ARTIFACT };

	(void)state;
	mark.path.segments = box;
	mark.path.count = 5;
	mark.path.ink = (ramure_ink){ .fill = { 255, 0, 51 }, .filled = true };
	contents_begin(&c, 0, &white);
	contents_path(&c, &mark);
	contents_path(&c, &mark);
	assert_bytes(&c.out, "1 0 .2 rg\n10 520 20 -30 re\nf\n10 520 20 -30 re\nf\n");
	ctx_free(ctx);
}

/* A circle of radius 10 around (100, 40), in quarters. */
static void put_circle(ramure_segment out[static 6])
{
	static const float k = 5.5228475F;

	out[0] = (ramure_segment){ RAMURE_MOVE, { 110 }, { 40 } };
	out[1] = (ramure_segment){ RAMURE_CURVE_TO, { 110, 100 + k, 100 }, { 40 + k, 50, 50 } };
	out[2] = (ramure_segment){ RAMURE_CURVE_TO, { 100 - k, 90, 90 }, { 50, 40 + k, 40 } };
	out[3] = (ramure_segment){ RAMURE_CURVE_TO, { 90, 100 - k, 100 }, { 40 - k, 30, 30 } };
	out[4] = (ramure_segment){ RAMURE_CURVE_TO, { 100 + k, 110, 110 }, { 30, 40 - k, 40 } };
	out[5] = (ramure_segment){ .op = RAMURE_CLOSE };
}

static void a_disc_is_placed_and_what_is_nearly_one_is_drawn(void **state)
{
	ramure_segment circle[6];
	ramure_ctx *ctx = unit_ctx();
	contents c = contents_on(ctx);
	ramure_page_mark mark = { .type = RAMURE_PATH_MARK, .element = RAMURE_ARTIFACT };

	(void)state;
	put_circle(circle);
	mark.path.segments = circle;
	mark.path.count = 6;
	mark.path.ink = (ramure_ink){ .filled = true };
	contents_begin(&c, 0, &white);
	contents_path(&c, &mark);
	assert_bytes(&c.out, "q 10 0 0 10 100 500 cm/D Do Q\n");
	assert_true(c.has_discs);
	circle[3].y[2] = 31;
	contents_begin(&c, 1, &white);
	contents_path(&c, &mark);
	assert_bytes(&c.out, "110 500 m\n110 494.5 105.5 490 100 490 c\n94.5 490 90 494.5 90 500 c\n"
			     "90 505.5 94.5 510 100 509 c\n105.5 510 110 505.5 110 500 c\nh\nf\n");
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_short),
		cmocka_unit_test(a_length_is_never_minus_zero),
		cmocka_unit_test(texts_are_in_pdfdoc_encoding_or_utf16),
		cmocka_unit_test(broken_utf8_is_passed_byte_by_byte),
		cmocka_unit_test(an_address_has_the_signs_of_addresses_alone),
		cmocka_unit_test(xml_leaves_out_what_it_cannot_hold),
		cmocka_unit_test(glyphs_of_a_cid_keyed_font_have_the_cids_of_its_charset),
		cmocka_unit_test(a_name_keyed_font_keeps_its_glyphs),
		cmocka_unit_test(a_cut_or_spoilt_font_is_read_to_its_end_at_most),
		cmocka_unit_test(kerning_moves_the_pen_and_rounding_does_not),
		cmocka_unit_test(one_glyph_has_a_code_for_each_text_it_stands_for),
		cmocka_unit_test(a_code_stands_for_one_text_in_every_font),
		cmocka_unit_test(codes_come_to_an_end),
		cmocka_unit_test(the_first_codes_take_one_byte),
		cmocka_unit_test(what_codes_mean_is_said_in_ranges),
		cmocka_unit_test(a_disc_is_placed_and_what_is_nearly_one_is_drawn),
		cmocka_unit_test(neighbours_of_one_element_share_a_sequence),
		cmocka_unit_test(a_colour_is_said_once_and_a_rectangle_in_a_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
