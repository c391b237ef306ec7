/* parts.c: the XML parts of the package: content, meta, settings. */
#include "odt.h"

#include <string.h>

void odt_namespaces(xml *x)
{
	static const char *const names[][2] = {
		{ "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
		{ "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
		{ "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
		{ "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
		{ "xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
		{ "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
		{ "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
		{ "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
		{ "xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0" },
		{ "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
		{ "xmlns:xlink", "http://www.w3.org/1999/xlink" },
		{ "xmlns:ooo", "http://openoffice.org/2004/office" },
		{ "xmlns:ooow", "http://openoffice.org/2004/writer" },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		xml_attr(x, names[i][0], names[i][1]);
	xml_attr(x, "office:version", "1.3");
}

static void automatic_styles(odt *o, xml *x)
{
	odt_style_open(x, "section", "Sommaire", NULL, NULL);
	xml_open(x, "style:section-properties");
	xml_attr(x, "style:editable", "false");
	xml_close(x);
	xml_close(x);
	odt_table_styles(o, x);
	xml_take(x, &o->automatic);
}

/* Cover, contents and body, in the order in which notes are numbered; the contents come last, when the headings are
 * known: they stay in `out`. */
static void write_text(odt *o, xml *front, xml *body)
{
	odt_cover(o);
	*front = o->out;
	o->out = xml_new(o->ctx);
	if (front->size || o->has_headings)
		o->turn = "Standard";
	odt_write_body(o);
	*body = o->out;
	o->out = xml_new(o->ctx);
	if (o->heading_count)
		odt_contents(o);
}

xml odt_content(odt *o)
{
	static const char *const sequences[] = { "Tableau", "Figure" };
	xml x = xml_new(o->ctx), front, body;

	write_text(o, &front, &body);
	xml_open(&x, "office:document-content");
	odt_namespaces(&x);
	odt_font_faces(o, &x);
	xml_open(&x, "office:automatic-styles");
	automatic_styles(o, &x);
	xml_close(&x);
	xml_open(&x, "office:body");
	xml_open(&x, "office:text");
	xml_attr(&x, "text:use-soft-page-breaks", "false");
	xml_open(&x, "text:sequence-decls");
	for (size_t i = 0; i < 2; i++) {
		xml_open(&x, "text:sequence-decl");
		xml_attr(&x, "text:display-outline-level", "0");
		xml_attr(&x, "text:name", sequences[i]);
		xml_close(&x);
	}
	xml_close(&x);
	xml_take(&x, &front);
	xml_take(&x, &o->out);
	xml_take(&x, &body);
	xml_close(&x);
	xml_close(&x);
	xml_close(&x);
	return x;
}

static void meta_text(odt *o, xml *x, const char *element, ramure_meta_role role)
{
	const ramure_node *meta = ramure_meta(o->document, role);

	if (meta)
		xml_element(x, element, ramure_plain_text(o->ctx, meta));
}

/* ODF wants an element for each; people type them with commas. */
static void put_keywords(odt *o, xml *x)
{
	ramure_str rest = ramure_plain_text(o->ctx, ramure_meta(o->document, RAMURE_META_KEYWORDS));

	while (rest.size) {
		const char *comma = memchr(rest.data, ',', rest.size);
		size_t size = comma ? (size_t)(comma - rest.data) : rest.size;
		ramure_str word = { rest.data, size };

		while (word.size && *word.data == ' ') {
			word.data++;
			word.size--;
		}
		if (word.size)
			xml_element(x, "meta:keyword", word);
		rest.data += size + (comma != NULL);
		rest.size -= size + (comma != NULL);
	}
}

/* "fr-FR" of "fr"; what names its country or its script already, or has none that we know, stays as it is. */
static ramure_str full_tag(odt *o)
{
	const char *country = odt_country(o->ctx, o->lang);

	if (odt_language(o->lang).size < o->lang.size || strcmp(country, "none") == 0)
		return o->lang;
	return ramure_format(o->ctx, "%.*s-%s", (int)o->lang.size, o->lang.data, country);
}

ramure_str odt_meta(odt *o)
{
	ramure_date date = ramure_document_date(o->ctx);
	const ramure_node *author = ramure_meta(o->document, RAMURE_META_AUTHOR);
	ramure_meta_role creator = author ? RAMURE_META_AUTHOR : RAMURE_META_ORGANISATION;
	ramure_str day = ramure_format(o->ctx, "%04d-%02d-%02dT00:00:00Z", (int)date.year, date.month ? date.month : 1,
				       date.day ? date.day : 1);
	xml x = xml_new(o->ctx);

	xml_open(&x, "office:document-meta");
	odt_namespaces(&x);
	xml_open(&x, "office:meta");
	xml_element(&x, "meta:generator", ramure_producer(o->ctx));
	meta_text(o, &x, "dc:title", RAMURE_META_TITLE);
	meta_text(o, &x, "dc:description", RAMURE_META_SUMMARY);
	meta_text(o, &x, "dc:subject", RAMURE_META_EVENT);
	put_keywords(o, &x);
	meta_text(o, &x, "meta:initial-creator", creator);
	meta_text(o, &x, "dc:creator", creator);
	if (date.year) {
		xml_element(&x, "meta:creation-date", day);
		xml_element(&x, "dc:date", day);
	}
	xml_element(&x, "dc:language", full_tag(o));
	xml_close(&x);
	xml_close(&x);
	return xml_str(&x);
}

/* What LibreOffice takes for older when it is not said. */
ramure_str odt_settings(odt *o)
{
	static const struct {
		const char *name;
		bool value;
	} items[] = {
		{ "AddExternalLeading", true },
		{ "AddParaTableSpacing", true },
		{ "AddParaTableSpacingAtStart", true },
		{ "UseOldNumbering", false },
		{ "TableRowKeep", true }, /* a row stays with the next when its first paragraph does, as in Word */
		{ "TabOverflow", true },
		{ "UseFormerLineSpacing", false },
		{ "UseFormerObjectPositioning", false },
		{ "UseFormerTextWrapping", false },
		{ "EmbedFonts", true },
	};
	/* Saved again, a file keeps its fonts only when it is said. */
	size_t count = sizeof items / sizeof *items - (o->font_count == 0);
	xml x = xml_new(o->ctx);

	xml_open(&x, "office:document-settings");
	odt_namespaces(&x);
	xml_open(&x, "office:settings");
	xml_open(&x, "config:config-item-set");
	xml_attr(&x, "config:name", "ooo:configuration-settings");
	for (size_t i = 0; i < count; i++) {
		xml_open(&x, "config:config-item");
		xml_attr(&x, "config:name", items[i].name);
		xml_attr(&x, "config:type", "boolean");
		xml_words(&x, items[i].value ? "true" : "false");
		xml_close(&x);
	}
	xml_close(&x);
	xml_close(&x);
	xml_close(&x);
	return xml_str(&x);
}
