/* What a report takes of a template: its package, the tree of its styles, their names, its pages. */
#include "tests/unit/unit.h"

#include "core/theme/theme.h"
#include "plugins/odt/reference.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define SPACES                                                                                                         \
	" xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"                                             \
	" xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"                                               \
	" xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"                                                 \
	" xmlns:f='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'"                                       \
	" xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0' xmlns:me='urn:me'"
#define PAGE                                                                                                           \
	"<office:automatic-styles><style:page-layout style:name='L'><style:page-layout-properties "                    \
	"f:page-width='20cm' "                                                                                         \
	"f:page-height='10in' f:margin-left='72pt' f:margin-right='10mm'/></style:page-layout>"                        \
	"</office:automatic-styles>"
#define MASTERS(words) "<office:master-styles>" words "</office:master-styles>"
#define STANDARD(words)                                                                                                \
	MASTERS("<style:master-page style:name='Standard' style:page-layout-name='L'>" words "</style:master-page>")
#define STYLES(words) "<office:document-styles" SPACES ">" words "</office:document-styles>"

static const ramure_node document = { .type = RAMURE_DOCUMENT };

static reference *reference_new(ramure_ctx *ctx)
{
	odt *o = RAMURE_NEW(ctx, odt);
	reference *r = RAMURE_NEW(ctx, reference);

	ctx->theme = theme_load(ctx, (ramure_string){ 0 }, (ramure_string){ 0 });
	assert_non_null(ctx->theme);
	*o = (odt){ .ctx = ctx, .document = &document, .reference = r };
	*r = (reference){ .o = o, .package = { .ctx = ctx, .name = STR("t.odt"), .file = 1 } };
	files_add(ctx, STR("t.odt"), STR(""));
	return r;
}

static const char *written(ramure_ctx *ctx, const ref_node *node)
{
	xml x = xml_new(ctx);
	ramure_str s;

	ref_write(&x, node);
	s = xml_str(&x);
	return ramure_format(ctx, "%.*s", (int)s.size, s.data).data;
}

static ref_node *parsed(ramure_ctx *ctx, const char *words)
{
	ramure_str bytes = { words, strlen(words) };

	return ref_parse(ctx, files_add(ctx, STR("t.odt: styles.xml"), bytes), bytes);
}

static const char *last_message(ramure_ctx *ctx)
{
	return ctx->diagnostics.last ? ctx->diagnostics.last->message.data : "(none)";
}

static void elements_come_back_in_our_prefixes_without_what_is_foreign(void **state)
{
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	assert_string_equal(
		written(ctx, parsed(ctx, "<style:style" SPACES " style:name='A&amp;&quot;é' me:x='1' plain='2'>"
					 "<me:deep><style:map/></me:deep><style:map f:color='#fff'/>"
					 "<loext:header-first/></style:style>")),
		"<style:style style:name=\"A&amp;&quot;é\"><style:map fo:color=\"#fff\"/><style:header-first/>"
		"</style:style>");
	assert_int_equal(ctx->diagnostics.kept, 0);
	ctx_free(ctx);
}

static void words_inside_foreign_elements_of_a_paragraph_are_kept(void **state)
{
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	assert_string_equal(
		written(ctx, parsed(ctx, "<text:p" SPACES ">a  <me:field>b &lt; <text:span>c</text:span>"
					 "</me:field><text:bookmark/><text:script>d</text:script>e</text:p>")),
		"<text:p>a  b &lt; <text:span>c</text:span>e</text:p>");
	ctx_free(ctx);
}

static void what_no_honest_program_writes_is_refused_at_its_place(void **state)
{
	static const struct {
		const char *words, *message;
		uint32_t line;
	} rows[] = {
		{ "<?xml version='1.0'?>\n <!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "a document type stands here",
		  2 },
		{ "<a>\n<b></a>", "not well-formed XML: mismatched tag", 2 },
		{ "", "not well-formed XML: no element found", 1 },
		{ "<a>\xFF</a>", "not well-formed XML", 1 },
		{ "<a x='&nosuch;'/>", "not well-formed XML: undefined entity", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ramure_ctx *ctx = unit_ctx();

		assert_null(parsed(ctx, rows[i].words));
		assert_non_null(strstr(last_message(ctx), rows[i].message));
		assert_int_equal(ctx->diagnostics.last->at.line, rows[i].line);
		assert_int_equal(ctx->diagnostics.kept, 1);
		ctx_free(ctx);
	}
}

static bool use(reference *r, const char *words)
{
	return ref_use_styles(r, (ramure_str){ words, strlen(words) });
}

static void a_style_is_known_by_its_other_names_and_so_is_what_means_it(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	reference *r = reference_new(ctx);
	const ref_node *heading;

	(void)state;
	assert_true(use(
		r,
		STYLES("<office:styles>"
		       "<style:style style:name='Corps' style:display-name='Corps de texte' style:family='paragraph'/>"
		       "<style:style style:name='Corps' style:family='text'/>"
		       "<style:style style:name='Titre1' style:display-name='TITRE 1' style:family='paragraph' "
		       "style:parent-style-name='Corps' style:next-style-name='Corps' style:list-style-name='X'/>"
		       "<style:style style:name='Titre1' style:family='paragraph'/>"
		       "</office:styles>" PAGE STANDARD(
			       "<style:header><text:p text:style-name='Corps'/></style:header>"))));
	heading = ref_find(r, REF_PARAGRAPH, STR("Heading_20_1"));
	assert_non_null(heading);
	assert_true(ref_equals(ref_value(heading, "style:parent-style-name"), "Text_20_body"));
	assert_true(ref_equals(ref_value(heading, "style:list-style-name"), "Outline"));
	assert_non_null(ref_find(r, REF_PARAGRAPH, STR("Text_20_body")));
	assert_non_null(ref_find(r, REF_CHARACTER, STR("Corps")));
	assert_non_null(strstr(written(ctx, r->root), "<text:p text:style-name=\"Text_20_body\"/>"));
	/* Of two of one name the first holds. */
	assert_null(strstr(written(ctx, r->root), "Titre1"));
	ctx_free(ctx);
}

static void a_drawing_is_set_in_the_font_of_the_text(void **state)
{
	static const struct {
		const char *styles, *family;
	} rows[] = {
		{ "<style:default-style style:family='paragraph'><style:text-properties style:font-name='M'/>"
		  "</style:default-style><style:style style:name='Text_20_body' style:family='paragraph'/>",
		  "House Serif" },
		{ "<style:style style:name='Text_20_body' style:family='paragraph' style:parent-style-name='A'/>"
		  "<style:style style:name='A' style:family='paragraph'>"
		  "<style:text-properties f:font-family='Plain, serif'/></style:style>",
		  "Plain" },
		/* Each above the other. */
		{ "<style:style style:name='Text_20_body' style:family='paragraph' style:parent-style-name='A'/>"
		  "<style:style style:name='A' style:family='paragraph' style:parent-style-name='Text_20_body'/>",
		  "" },
		{ "<style:style style:name='Text_20_body' style:family='paragraph'>"
		  "<style:text-properties f:font-family=\"'\"/></style:style>",
		  "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ramure_ctx *ctx = unit_ctx();
		reference *r = reference_new(ctx);

		assert_true(use(
			r,
			ramure_format(ctx,
				      "<office:document-styles" SPACES
				      " xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'>"
				      "<office:font-face-decls><style:font-face style:name='M' "
				      "svg:font-family=\"'House Serif', serif\"/></office:font-face-decls>"
				      "<office:styles>%s</office:styles>" PAGE STANDARD("") "</office:document-styles>",
				      rows[i].styles)
				.data));
		assert_true(ref_equals(r->font, rows[i].family) || (!r->font.size && !*rows[i].family));
		ctx_free(ctx);
	}
}

static void a_size_may_be_a_share_of_that_above(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	reference *r = reference_new(ctx);

	(void)state;
	assert_true(use(r, STYLES("<office:styles><style:default-style style:family='paragraph'>"
				  "<style:text-properties f:font-size='20pt'/></style:default-style>"
				  "<style:style style:name='A' style:family='paragraph'>"
				  "<style:text-properties f:font-size='80%'/></style:style>"
				  "<style:style style:name='B' style:family='paragraph' style:parent-style-name='A'>"
				  "<style:text-properties f:font-size='50%'/></style:style>"
				  "<style:style style:name='C' style:family='paragraph' style:parent-style-name='C'>"
				  "<style:text-properties f:font-size='%'/></style:style>"
				  "</office:styles>" PAGE STANDARD(""))));
	assert_in_range((int)(ref_size(r, "B") * 10 + 0.5), 80, 80);
	assert_true(ref_size(r, "C") == 0);
	assert_true(ref_size(r, "D") == 0);
	ctx_free(ctx);
}

static void the_page_is_measured_in_whatever_unit(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	reference *r = reference_new(ctx);

	(void)state;
	assert_true(use(r, STYLES(PAGE MASTERS("<style:master-page style:name='MP0' style:page-layout-name='L'/>"))));
	assert_in_range((int)(r->width * 10), 4664, 4668); /* 20 cm - 72 pt - 10 mm */
	assert_in_range((int)(r->turned_width * 10), 6195, 6199);
	ctx_free(ctx);
}

static void pages_that_stand_elsewhere_are_none(void **state)
{
	static const char *const rows[] = {
		STYLES("<office:styles><style:page-layout style:name='L'/></office:styles>" STANDARD("")),
		STYLES(PAGE "<office:styles><style:master-page style:name='Standard' style:page-layout-name='L'/>"
			    "</office:styles>"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ramure_ctx *ctx = unit_ctx();

		assert_false(use(reference_new(ctx), rows[i]));
		assert_string_equal(last_message(ctx), "this template has no page style");
		ctx_free(ctx);
	}
}

static void a_page_whose_size_is_not_said_has_the_themes(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	reference *r = reference_new(ctx);

	(void)state;
	assert_true(use(r, STYLES("<office:automatic-styles><style:page-layout style:name='L'><style:header-style/>"
				  "</style:page-layout></office:automatic-styles>" STANDARD(""))));
	assert_string_equal(r->layout->first->name, "style:page-layout-properties");
	assert_in_range((int)r->width, 480, 483);
	ctx_free(ctx);
}

static const char *masters_of(reference *r)
{
	xml x = xml_new(r->o->ctx);
	ramure_str s;

	xml_open(&x, "m");
	ref_write_masters(r, &x);
	xml_close(&x);
	s = xml_str(&x);
	return ramure_format(r->o->ctx, "%.*s", (int)s.size, s.data).data;
}

static void an_embargo_of_another_day_does_not_stay_in_the_header(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	reference *r = reference_new(ctx);
	const char *masters;

	(void)state;
	assert_true(use(r, STYLES(PAGE STANDARD("<style:header><text:p text:style-name='Embargo'>hier</text:p>"
						"<text:p>ici</text:p></style:header>"))));
	masters = masters_of(r);
	assert_null(strstr(masters, "hier"));
	assert_non_null(strstr(masters, "style:name=\"Standard\" style:page-layout-name=\"L\"><style:header>"
					"<text:p>ici</text:p></style:header></style:master-page>"));
	assert_non_null(strstr(masters, "style:name=\"Couverture\""));
	assert_non_null(strstr(masters, "style:name=\"Paysage\""));
	ctx_free(ctx);
}

/* A package in memory, as a test asks for it. */
static ramure_str package_of(ramure_ctx *ctx, const char *type, const char *styles)
{
	zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(memory, ZIP_TRUNCATE, NULL);
	zip_int64_t size;
	char *bytes;

	assert_non_null(zip);
	zip_source_keep(memory);
	assert_true(zip_file_add(zip, "mimetype", zip_source_buffer(zip, type, strlen(type), 0), 0) >= 0);
	assert_true(zip_file_add(zip, "styles.xml", zip_source_buffer(zip, styles, strlen(styles), 0), 0) >= 0);
	assert_int_equal(zip_close(zip), 0);
	assert_int_equal(zip_source_open(memory), 0);
	bytes = ramure_alloc(ctx, 65536);
	size = zip_source_read(memory, bytes, 65536);
	zip_source_close(memory);
	zip_source_free(memory);
	assert_in_range(size, 100, 65535);
	return (ramure_str){ bytes, (size_t)size };
}

/* The directory's entry of a file: where its unpacked size stands (ZIP application note, 4.3.12). */
static unsigned char *size_of(ramure_str package, const char *name)
{
	for (size_t i = 0; i + 46 + strlen(name) <= package.size; i++)
		if (memcmp(package.data + i, "PK\1\2", 4) == 0 &&
		    memcmp(package.data + i + 46, name, strlen(name)) == 0)
			return (unsigned char *)package.data + i + 24;
	return NULL;
}

static void a_package_that_lies_about_its_sizes_is_refused(void **state)
{
	static const char type[] = "application/vnd.oasis.opendocument.text";
	static const struct {
		int change;
		const char *message;
	} rows[] = { { 0, NULL }, { 1, "cannot be unpacked" }, { -1, "cannot be unpacked" } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ramure_ctx *ctx = unit_ctx();
		reference *r = reference_new(ctx);
		ramure_str package = package_of(ctx, type, STYLES(PAGE STANDARD(""))), styles;
		unsigned char *size = size_of(package, "styles.xml");

		assert_non_null(size);
		*size = (unsigned char)(*size + rows[i].change);
		assert_true(ref_open_bytes(&r->package, package));
		assert_int_equal(ref_read(&r->package, "styles.xml", REF_LARGEST_PART, &styles), !rows[i].message);
		if (rows[i].message)
			assert_non_null(strstr(last_message(ctx), rows[i].message));
		ref_close(&r->package);
		ctx_free(ctx);
	}
}

static void a_package_cut_anywhere_is_refused(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	reference *r = reference_new(ctx);
	ramure_str package = package_of(ctx, "application/vnd.oasis.opendocument.text-template", "<a/>");

	(void)state;
	assert_true(ref_open_bytes(&r->package, package));
	ref_close(&r->package);
	for (size_t size = 0; size < package.size; size += 7)
		assert_false(ref_open_bytes(&r->package, (ramure_str){ package.data, size }));
	assert_false(
		ref_open_bytes(&r->package, package_of(ctx, "application/vnd.oasis.opendocument.textile", "<a/>")));
	assert_non_null(strstr(last_message(ctx), "no OpenDocument text"));
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(elements_come_back_in_our_prefixes_without_what_is_foreign),
		cmocka_unit_test(words_inside_foreign_elements_of_a_paragraph_are_kept),
		cmocka_unit_test(what_no_honest_program_writes_is_refused_at_its_place),
		cmocka_unit_test(a_style_is_known_by_its_other_names_and_so_is_what_means_it),
		cmocka_unit_test(a_drawing_is_set_in_the_font_of_the_text),
		cmocka_unit_test(a_size_may_be_a_share_of_that_above),
		cmocka_unit_test(the_page_is_measured_in_whatever_unit),
		cmocka_unit_test(pages_that_stand_elsewhere_are_none),
		cmocka_unit_test(a_page_whose_size_is_not_said_has_the_themes),
		cmocka_unit_test(an_embargo_of_another_day_does_not_stay_in_the_header),
		cmocka_unit_test(a_package_that_lies_about_its_sizes_is_refused),
		cmocka_unit_test(a_package_cut_anywhere_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
