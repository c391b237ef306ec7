/* styles_page.c: page layouts, and the master pages with their headers and footers. */
#include "reference.h"

typedef struct sheet {
	const char *layout, *master, *shown;
	bool cover, wide;
} sheet;

/* None names the page that follows: what comes next turns to its own.  With a page that followed, Word's format would
 * give the cover that page's margins. */
static const sheet sheets[] = {
	{ "Page_Standard", "Standard", NULL, false, false },
	{ "Page_Couverture", "Couverture", "Couverture", true, false },
	{ "Page_Paysage", "Paysage", "Paysage", false, true },
};

double odt_text_width(const odt *o)
{
	double width = ramure_theme_number(o->ctx, "report.page.width");
	double right = ramure_theme_number(o->ctx, "report.page.right");

	if (o->reference)
		return o->landscape ? o->reference->turned_width : o->reference->width;
	if (o->landscape)
		return ramure_theme_number(o->ctx, "report.page.height") - 2 * right;
	return width - ramure_theme_number(o->ctx, "report.page.left") - right;
}

double odt_room(const odt *o)
{
	return o->room > 0 ? o->room : odt_text_width(o);
}

double odt_room_height(const odt *o)
{
	const double caption = 90;
	double side = ramure_theme_number(o->ctx, o->landscape ? "report.page.width" : "report.page.height");

	if (o->reference)
		return (o->landscape ? o->reference->turned_height : o->reference->height) - caption;
	return side - ramure_theme_number(o->ctx, "report.page.top") -
	       ramure_theme_number(o->ctx, "report.page.bottom") - caption;
}

/* The space that a header or a footer takes between the edge and the text. */
static void band_style(xml *x, const char *name, const char *side, double least, double gap)
{
	xml_open(x, name);
	xml_open(x, "style:header-footer-properties");
	xml_attr_pt(x, "fo:min-height", least);
	xml_attr_pt(x, side, gap);
	xml_close(x);
	xml_close(x);
}

static void note_separator(odt *o, xml *x, double text_width)
{
	xml_open(x, "style:footnote-sep");
	xml_attr_pt(x, "style:width", ramure_theme_number(o->ctx, "report.note.rule"));
	xml_attr_pt(x, "style:distance-before-sep", 8);
	xml_attr_pt(x, "style:distance-after-sep", 6);
	xml_attr(x, "style:line-style", "solid");
	xml_attr(x, "style:adjustment", o->leftward ? "right" : "left");
	xml_attr_format(x, "style:rel-width", "%d%%",
			(int)(100 * ramure_theme_number(o->ctx, "report.note.separator") / text_width));
	xml_attr_colour(x, "style:color", ramure_theme_colour(o->ctx, RAMURE_LINE));
	xml_close(x);
}

static void layout(odt *o, xml *x, const sheet *s)
{
	double width = ramure_theme_number(o->ctx, "report.page.width");
	double height = ramure_theme_number(o->ctx, "report.page.height");
	double top = ramure_theme_number(o->ctx, "report.page.top"),
	       bottom = ramure_theme_number(o->ctx, "report.page.bottom");
	double left = ramure_theme_number(o->ctx, "report.page.left"),
	       right = ramure_theme_number(o->ctx, "report.page.right");
	double header = ramure_theme_number(o->ctx, "report.header.y");
	double rule = ramure_theme_number(o->ctx, "report.footer.rule-y");
	double footer = ramure_theme_number(o->ctx, "report.footer.leading") + 8;

	xml_open(x, "style:page-layout");
	xml_attr(x, "style:name", s->layout);
	xml_open(x, "style:page-layout-properties");
	xml_attr_pt(x, "fo:page-width", s->wide ? height : width);
	xml_attr_pt(x, "fo:page-height", s->wide ? width : height);
	xml_attr(x, "style:print-orientation", s->wide ? "landscape" : "portrait");
	/* In ODF a page's margins stop at its header and footer; the text stands at the theme's margins all the same.
	 */
	xml_attr_pt(x, "fo:margin-top", s->cover ? ramure_theme_number(o->ctx, "report.cover.tick-y") - 7 : header);
	xml_attr_pt(x, "fo:margin-bottom", s->cover ? 36 : height - rule - footer);
	xml_attr_pt(x, o->leftward ? "fo:margin-right" : "fo:margin-left", s->wide ? right : left);
	xml_attr_pt(x, o->leftward ? "fo:margin-left" : "fo:margin-right", right);
	xml_attr(x, "style:num-format", "1");
	/* What is drawn on the cover is placed from the left. */
	xml_attr(x, "style:writing-mode", o->leftward && !s->cover ? "rl-tb" : "lr-tb");
	xml_attr(x, "style:footnote-max-height", "0cm");
	note_separator(o, x, width - left - right);
	xml_close(x);
	if (!s->cover) {
		band_style(x, "style:header-style", "fo:margin-bottom",
			   ramure_theme_number(o->ctx, "report.header.leading") + 5, top - header - 17);
		band_style(x, "style:footer-style", "fo:margin-top", footer, bottom - (height - rule));
	} else {
		xml_empty(x, "style:header-style");
		xml_empty(x, "style:footer-style");
	}
	xml_close(x);
}

void odt_page_layouts(odt *o, xml *x)
{
	if (o->reference) {
		ref_write_layouts(o->reference, x);
		return;
	}
	for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
		layout(o, x, &sheets[i]);
}

/* What the program says on every page, its ordinals raised; a note is said in brackets, for it has no foot there. */
static void put_words(odt *o, xml *x, const ramure_node *meta)
{
	xml text = o->out;

	o->out = *x;
	o->in_note = true;
	odt_inlines(o, meta);
	o->in_note = false;
	*x = o->out;
	o->out = text;
}

static void put_header(odt *o, xml *x, const char *style)
{
	ramure_str title = ramure_plain_text(o->ctx, ramure_meta(o->document, RAMURE_META_TITLE));
	double size = ramure_theme_number(o->ctx, "report.header.size");
	const ramure_node *embargo = ramure_meta(o->document, RAMURE_META_EMBARGO);

	xml_open(x, "style:header");
	if (embargo) {
		xml_open(x, "text:p");
		xml_attr(x, "text:style-name", "Embargo");
		put_words(o, x, embargo);
		xml_close(x);
	}
	xml_open(x, "text:p");
	xml_attr(x, "text:style-name", style);
	/* A title that leaves no room for the chapter is said by the cover alone. */
	if (title.size && odt_text_estimate(title, size, false) < odt_text_width(o) * 0.6)
		xml_element(x, "text:title", title);
	xml_empty(x, "text:tab");
	xml_open(x, "text:chapter");
	xml_attr(x, "text:display", "number-and-name");
	xml_attr(x, "text:outline-level", "1");
	xml_close(x);
	xml_close(x);
	xml_close(x);
}

/* The publisher (or what the front matter wants there), the date and what must not leave the house. */
static void put_imprint(odt *o, xml *x)
{
	bool own = ramure_meta(o->document, RAMURE_META_FOOTER) != NULL;
	const ramure_meta_role roles[] = { own ? RAMURE_META_FOOTER : RAMURE_META_ORGANISATION, RAMURE_META_DATE,
					   RAMURE_META_CONFIDENTIALITY };
	bool any = false;

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		const ramure_node *meta = ramure_meta(o->document, roles[i]);

		if (!meta)
			continue;
		if (any)
			xml_words(x, ", ");
		if (roles[i] == RAMURE_META_DATE)
			put_words(o, x, meta);
		else
			xml_text(x, ramure_plain_text(o->ctx, meta));
		any = true;
	}
}

static void put_footer(odt *o, xml *x, const char *style)
{
	xml_open(x, "style:footer");
	xml_open(x, "text:p");
	xml_attr(x, "text:style-name", style);
	put_imprint(o, x);
	xml_empty(x, "text:tab");
	xml_open(x, "text:span");
	xml_attr(x, "text:style-name", "Page_en_cours");
	xml_open(x, "text:page-number");
	xml_attr(x, "text:select-page", "current");
	xml_words(x, "1");
	xml_close(x);
	xml_close(x);
	xml_words(x, " / ");
	xml_element(x, "text:page-count", RAMURE_STR("1"));
	xml_close(x);
	xml_close(x);
}

void odt_master_pages(odt *o, xml *x)
{
	if (o->reference) {
		ref_write_masters(o->reference, x);
		return;
	}
	for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
		const sheet *s = &sheets[i];

		xml_open(x, "style:master-page");
		xml_attr(x, "style:name", s->master);
		if (s->shown)
			xml_attr(x, "style:display-name", s->shown);
		xml_attr(x, "style:page-layout-name", s->layout);
		if (!s->cover) {
			put_header(o, x, s->wide ? "Header_20_Landscape" : "Header");
			put_footer(o, x, s->wide ? "Footer_20_Landscape" : "Footer");
		}
		xml_close(x);
	}
}
