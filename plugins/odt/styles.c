/* styles.c: styles.xml: defaults, numbering, lists, notes; texts and pages have their own files. */
#include "reference.h"

ramure_rgb odt_primary(odt *o)
{
	return o->reference ? ref_ink(o->reference) : ramure_theme_colour(o->ctx, RAMURE_PRIMARY);
}

ramure_rgb odt_colour(odt *o, const char *key)
{
	return ramure_theme_colour(o->ctx, (ramure_colour)ramure_theme_number(o->ctx, key));
}

void odt_style_open(xml *x, const char *family, const char *name, const char *shown, const char *parent)
{
	xml_open(x, "style:style");
	xml_attr(x, "style:name", name);
	if (shown)
		xml_attr(x, "style:display-name", shown);
	xml_attr(x, "style:family", family);
	if (parent)
		xml_attr(x, "style:parent-style-name", parent);
}

static void default_graphic(xml *x)
{
	xml_open(x, "style:graphic-properties");
	xml_attr(x, "draw:fill", "none");
	xml_attr(x, "draw:stroke", "none");
	xml_close(x);
}

static void default_paragraph(odt *o, xml *x)
{
	xml_open(x, "style:paragraph-properties");
	xml_attr_format(x, "fo:hyphenation-ladder-count", "%d",
			(int)ramure_theme_number(o->ctx, "report.body.hyphen-lines"));
	xml_attr(x, "style:tab-stop-distance", "36pt");
	/* LibreOffice takes "start" for the left. */
	if (o->leftward)
		xml_attr(x, "fo:text-align", "right");
	xml_attr(x, "style:writing-mode", o->leftward ? "rl-tb" : "page");
	xml_close(x);
}

static void default_letters(odt *o, xml *x)
{
	xml_open(x, "style:text-properties");
	xml_attr_letters(x, "style:font-name", "Texte");
	xml_attr_letters_pt(x, "fo:font-size", ramure_theme_number(o->ctx, "report.body.size"));
	odt_language_attrs(o->ctx, x, o->lang);
	xml_close(x);
}

static void default_table(xml *x)
{
	xml_open(x, "style:table-properties");
	xml_attr(x, "table:border-model", "collapsing");
	xml_close(x);
}

static void defaults(odt *o, xml *x)
{
	enum { GRAPHIC, PARAGRAPH, TABLE, FAMILIES };
	static const char *const families[] = { "graphic", "paragraph", "table" };

	for (int family = 0; family < FAMILIES; family++) {
		if (!ref_lacks(o->reference, REF_DEFAULT, families[family], NULL))
			continue;
		xml_open(x, "style:default-style");
		xml_attr(x, "style:family", families[family]);
		if (family == GRAPHIC)
			default_graphic(x);
		else if (family == PARAGRAPH)
			default_paragraph(o, x);
		else
			default_table(x);
		if (family != TABLE)
			default_letters(o, x);
		xml_close(x);
	}
}

static void outline_levels(odt *o, xml *x)
{
	bool numbered = false;

	for (size_t i = 0; i < o->heading_count; i++)
		numbered |= o->headings[i].node->heading->number.size > 0;
	xml_open(x, "text:outline-style");
	xml_attr(x, "style:name", "Outline");
	for (int level = 1; level <= 10; level++) {
		xml_open(x, "text:outline-level-style");
		xml_attr_format(x, "text:level", "%d", level);
		xml_attr(x, "style:num-format", numbered && level <= 3 ? "1" : "");
		if (numbered && level <= 3) {
			xml_attr(x, "style:num-suffix", level == 1 ? "." : "");
			xml_attr_format(x, "text:display-levels", "%d", level);
		}
		xml_open(x, "style:list-level-properties");
		xml_attr(x, "text:list-level-position-and-space-mode", "label-alignment");
		xml_open(x, "style:list-level-label-alignment");
		/* Where lines run leftward, LibreOffice 7.4 sets figures over the space that should follow them. */
		xml_attr(x, "text:label-followed-by",
			 numbered && level <= 3 ? (o->leftward ? "listtab" : "space") : "nothing");
		xml_close(x);
		xml_close(x);
		xml_close(x);
	}
	xml_close(x);
}

/* What stands before the items of a list.  A task has its box in the text: each item has its own. */
typedef enum list_sort { BULLETS, NUMBERS, TASKS } list_sort;

static void level_position(xml *x, double text, double label, list_sort sort)
{
	xml_open(x, "style:list-level-properties");
	xml_attr(x, "text:list-level-position-and-space-mode", "label-alignment");
	xml_open(x, "style:list-level-label-alignment");
	xml_attr(x, "text:label-followed-by", sort == TASKS ? "nothing" : "listtab");
	if (sort != TASKS)
		xml_attr_pt(x, "text:list-tab-stop-position", text);
	xml_attr_pt(x, "fo:text-indent", label - text);
	xml_attr_pt(x, "fo:margin-left", text);
	xml_close(x);
	xml_close(x);
}

static void list_style(odt *o, xml *x, const char *name, const char *shown, list_sort sort)
{
	double indent = ramure_theme_number(o->ctx, "report.list.indent");
	double second = ramure_theme_number(o->ctx, "report.list.indent-2");

	if (!ref_lacks(o->reference, REF_LIST, name, shown))
		return;
	xml_open(x, "text:list-style");
	xml_attr(x, "style:name", name);
	xml_attr(x, "style:display-name", shown);
	for (int level = 1; level <= 10; level++) {
		double text = level == 1 ? indent : second + (level - 2) * (second - indent);

		xml_open(x, sort == BULLETS ? "text:list-level-style-bullet" : "text:list-level-style-number");
		xml_attr_format(x, "text:level", "%d", level);
		xml_attr(x, "text:style-name", sort == BULLETS ? "Bullet_20_Symbols" : "Numbering_20_Symbols");
		if (sort == BULLETS)
			xml_attr(x, "text:bullet-char", level == 1 ? "▪" : "–");
		if (sort == NUMBERS)
			xml_attr(x, "style:num-suffix", ".");
		if (sort != BULLETS)
			xml_attr(x, "style:num-format", sort == NUMBERS ? "1" : "");
		level_position(x, text, level == 1 ? 0 : text - (second - indent), sort);
		xml_close(x);
	}
	xml_close(x);
}

static void notes(xml *x)
{
	xml_open(x, "text:notes-configuration");
	xml_attr(x, "text:note-class", "footnote");
	xml_attr(x, "text:default-style-name", "Footnote");
	xml_attr(x, "text:citation-style-name", "Footnote_20_Symbol");
	xml_attr(x, "text:citation-body-style-name", "Footnote_20_anchor");
	xml_attr(x, "style:num-format", "1");
	xml_attr(x, "style:num-suffix", "\u2002"); /* stands after the number at the foot of the page only */
	xml_attr(x, "text:start-value", "0");
	xml_attr(x, "text:footnotes-position", "page");
	xml_attr(x, "text:start-numbering-at", "document");
	xml_close(x);
}

void odt_cover_place(xml *x)
{
	xml_open(x, "style:graphic-properties");
	xml_attr(x, "style:run-through", "background");
	xml_attr(x, "style:wrap", "run-through");
	xml_attr(x, "style:vertical-pos", "from-top");
	xml_attr(x, "style:vertical-rel", "page");
	xml_attr(x, "style:horizontal-pos", "from-left");
	xml_attr(x, "style:horizontal-rel", "page");
	xml_close(x);
}

static void graphics(odt *o, xml *x)
{
	static const char *const names[] = { "Graphics", "Groupe", "Dessin", "Texte_de_dessin" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!ref_lacks(o->reference, REF_GRAPHIC, names[i], NULL))
			continue;
		odt_style_open(x, "graphic", names[i], NULL, NULL);
		xml_open(x, "style:graphic-properties");
		xml_attr(x, "text:anchor-type", "as-char");
		xml_attr(x, "style:vertical-pos", "top");
		xml_attr(x, "style:vertical-rel", "baseline");
		xml_attr(x, "fo:padding", "0pt");
		xml_attr(x, "style:wrap", "none");
		xml_close(x);
		xml_close(x);
	}
	if (!ref_lacks(o->reference, REF_GRAPHIC, "Fond_de_couverture", NULL))
		return;
	odt_style_open(x, "graphic", "Fond_de_couverture", "Fond de couverture", NULL);
	odt_cover_place(x);
	xml_close(x);
}

ramure_str odt_styles(odt *o)
{
	xml x = xml_new(o->ctx);

	xml_open(&x, "office:document-styles");
	odt_namespaces(&x);
	if (o->reference) /* formats of dates in its header */
		xml_attr(&x, "xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0");
	odt_font_faces(o, &x);
	xml_open(&x, "office:styles");
	if (o->reference)
		ref_write_children(&x, o->reference->named);
	defaults(o, &x);
	odt_text_styles(o, &x);
	xml_take(&x, &o->derived);
	graphics(o, &x);
	outline_levels(o, &x);
	list_style(o, &x, "Liste_a_puces", "Liste à puces", BULLETS);
	list_style(o, &x, "Liste_numerotee", "Liste numérotée", NUMBERS);
	list_style(o, &x, "Liste_de_taches", "Liste de tâches", TASKS);
	notes(&x);
	xml_close(&x);
	xml_open(&x, "office:automatic-styles");
	odt_page_layouts(o, &x);
	xml_close(&x);
	xml_open(&x, "office:master-styles");
	odt_master_pages(o, &x);
	xml_close(&x);
	xml_close(&x);
	return xml_str(&x);
}
