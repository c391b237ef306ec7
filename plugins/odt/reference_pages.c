/* reference_pages.c: the pages of a template: its own, and those that a report needs beside them. */
#include "reference.h"

#include <string.h>

/* ---- Measures ---- */

double ref_length(ramure_str value)
{
	static const struct {
		const char *unit;
		double points;
	} units[] = {
		{ "cm", 72 / 2.54 }, { "mm", 72 / 25.4 }, { "in", 72 }, { "pt", 1 }, { "pc", 12 }, { "px", 0.75 }
	};
	double number = 0, share = 1;
	size_t i = 0;
	bool fraction = false;

	for (; i < value.size && i < 16 && ((value.data[i] >= '0' && value.data[i] <= '9') || value.data[i] == '.');
	     i++) {
		if (value.data[i] == '.') {
			fraction = true;
			continue;
		}
		number = number * 10 + (value.data[i] - '0');
		share *= fraction ? 10 : 1;
	}
	for (size_t u = 0; i && u < sizeof units / sizeof *units; u++)
		if (value.size == i + 2 && memcmp(value.data + i, units[u].unit, 2) == 0)
			return number / share * units[u].points;
	return -1;
}

static double margin(const ref_node *properties, const char *side)
{
	double points = ref_length(ref_value(properties, side));

	if (points < 0)
		points = ref_length(ref_value(properties, "fo:margin"));
	return points < 0 ? 0 : points;
}

static ref_node *layout_of(const reference *r, const ref_node *master)
{
	return ref_find(r, REF_LAYOUT, ref_value(master, "style:page-layout-name"));
}

/* Between two of a page's margins: the width of the text, or the height with header and footer. */
static double between(const ref_node *layout, const char *size, const char *near, const char *far)
{
	const ref_node *properties = ref_child(layout, "style:page-layout-properties");

	return properties ? ref_length(ref_value(properties, size)) - margin(properties, near) - margin(properties, far)
			  : -1;
}

/* Properties stand first in a layout. */
static ref_node *add_properties(reference *r, ref_node *layout)
{
	ref_node *properties = RAMURE_NEW(r->o->ctx, ref_node);

	*properties = (ref_node){ .parent = layout, .next = layout->first, .name = "style:page-layout-properties" };
	layout->first = properties;
	if (!layout->last)
		layout->last = properties;
	ref_set(r->o->ctx, properties, "fo:margin", RAMURE_STR("2cm"));
	return properties;
}

/* LibreOffice leaves out what is usual for it: the size of a page is then the theme's. */
static void complete_size(reference *r, ref_node *layout)
{
	static const struct {
		const char *attribute, *key;
	} sides[] = { { "fo:page-width", "report.page.width" }, { "fo:page-height", "report.page.height" } };
	ref_node *properties = ref_child(layout, "style:page-layout-properties");

	if (!properties)
		properties = add_properties(r, layout);
	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
		if (ref_length(ref_value(properties, sides[i].attribute)) < 0)
			ref_set(r->o->ctx, properties, sides[i].attribute,
				ramure_format(r->o->ctx, "%dpt", (int)ramure_theme_number(r->o->ctx, sides[i].key)));
}

/* `wide` is the layout of landscape pages; NULL when they are ordinary ones that are turned: each margin stays at its
 * edge. */
static void measure(reference *r, const ref_node *wide)
{
	const double bands = 60; /* header and footer */
	const char *width = "fo:page-width", *height = "fo:page-height";
	const ref_node *properties = ref_child(r->layout, "style:page-layout-properties");
	bool upright = !wide && ref_length(ref_value(properties, height)) > ref_length(ref_value(properties, width));

	if (!wide)
		wide = r->layout;
	r->width = between(r->layout, width, "fo:margin-left", "fo:margin-right");
	r->height = between(r->layout, height, "fo:margin-top", "fo:margin-bottom") - bands;
	r->turned_width = between(wide, upright ? height : width, "fo:margin-left", "fo:margin-right");
	r->turned_height = between(wide, upright ? width : height, "fo:margin-top", "fo:margin-bottom") - bands;
}

bool ref_measure(reference *r)
{
	enum { NARROWEST = 144, WIDEST = 7200 }; /* points: what no person sets up */
	const ref_node *turned = ref_find(r, REF_MASTER, RAMURE_STR("Paysage"));

	r->standard = ref_find(r, REF_MASTER, RAMURE_STR("Standard"));
	r->layout = r->standard ? layout_of(r, r->standard) : NULL;
	if (!r->layout) {
		ramure_error(r->o->ctx, r->root->at, "this template has no page style");
		ramure_hint(r->o->ctx, "save it again in LibreOffice as a text document");
		return false;
	}
	for (size_t i = 0; i < r->index.count; i++)
		if (r->index.entries[i].family == REF_LAYOUT)
			complete_size(r, r->index.entries[i].node);
	measure(r, turned ? layout_of(r, turned) : NULL);
	if (r->width >= NARROWEST && r->turned_width >= NARROWEST && r->turned_width <= WIDEST && r->width <= WIDEST)
		return true;
	ramure_error(r->o->ctx, r->layout->at, "the pages of this template leave no room for text");
	return false;
}

/* ---- Page layouts ---- */

static bool has_master(const reference *r, const char *name)
{
	return ref_find(r, REF_MASTER, (ramure_str){ name, strlen(name) }) != NULL;
}

static const char *new_layout_name(const reference *r, const char *wanted)
{
	ramure_str name = { wanted, strlen(wanted) };

	for (int i = 2; ref_find(r, REF_LAYOUT, name); i++)
		name = ramure_format(r->o->ctx, "%s_%d", wanted, i);
	return name.data;
}

/* The properties of a page, its sides exchanged when it stood upright. */
static void put_properties(xml *x, const ref_node *properties, bool turned)
{
	ramure_str width = ref_value(properties, "fo:page-width"), height = ref_value(properties, "fo:page-height");
	bool turns = turned && ref_length(height) > ref_length(width);

	xml_open(x, properties->name);
	for (const ref_attr *a = properties->attrs; a; a = a->next) {
		if (turns && strcmp(a->name, "fo:page-width") == 0)
			xml_attr_str(x, a->name, height);
		else if (turns && strcmp(a->name, "fo:page-height") == 0)
			xml_attr_str(x, a->name, width);
		else if (turns && strcmp(a->name, "style:print-orientation") == 0)
			xml_attr(x, a->name, "landscape");
		else
			xml_attr_str(x, a->name, a->value);
	}
	ref_write_children(x, properties);
	xml_close(x);
}

/* What an ordinary page of the template says when it comes first is for the cover, and for no page behind it. */
static const ref_node *first_band(const reference *r, const char *name)
{
	return has_master(r, "Couverture") || !odt_has_cover(r->o) ? NULL : ref_child(r->standard, name);
}

static bool cover_has_band(const reference *r, const ref_node *style)
{
	return first_band(r, ref_is(style, "style:header-style") ? "style:header-first" : "style:footer-first") != NULL;
}

/* The ordinary page layout under another name: for a cover, or turned. */
static void put_layout(const reference *r, xml *x, const char *name, bool cover)
{
	xml_open(x, "style:page-layout");
	xml_attr(x, "style:name", name);
	for (const ref_node *n = r->layout->first; n; n = n->next) {
		bool band = n->name && (ref_is(n, "style:header-style") || ref_is(n, "style:footer-style"));

		if (n->name && ref_is(n, "style:page-layout-properties"))
			put_properties(x, n, !cover);
		else if (band && cover && !cover_has_band(r, n))
			xml_empty(x, n->name);
		else
			ref_write(x, n);
	}
	xml_close(x);
}

void ref_write_layouts(reference *r, xml *x)
{
	if (!has_master(r, "Paysage"))
		ref_widen(r);
	ref_write_children(x, r->automatic);
	if (!has_master(r, "Couverture"))
		put_layout(r, x, new_layout_name(r, "Page_Couverture"), true);
	if (!has_master(r, "Paysage"))
		put_layout(r, x, new_layout_name(r, "Page_Paysage"), false);
}

/* ---- Master pages ---- */

static void put_line(xml *x, const char *style, ramure_str words)
{
	xml_open(x, "text:p");
	xml_attr(x, "text:style-name", style);
	xml_text(x, words);
	xml_close(x);
}

/* A report that serves as a template has lines that we put there: those of the day, said anew or no more. */
static bool is_old(const ref_node *paragraph, const char *style, ramure_str words)
{
	const ref_node *only = paragraph->first;

	if (!ref_is(paragraph, "text:p") || !ref_equals(ref_value(paragraph, "text:style-name"), style))
		return false;
	return strcmp(style, "Embargo") == 0 ||
	       (words.size && only && !only->next && ramure_str_equal(only->text, words));
}

/* What must not leave the house before its day stands on every page; a footer of the document's own, and who may read
 * it, under the template's. */
static ramure_str footer_words(odt *o)
{
	ramure_str footer = ramure_plain_text(o->ctx, ramure_meta(o->document, RAMURE_META_FOOTER));
	ramure_str readers = ramure_plain_text(o->ctx, ramure_meta(o->document, RAMURE_META_CONFIDENTIALITY));

	return ramure_format(o->ctx, "%.*s%s%.*s", (int)footer.size, footer.data,
			     footer.size && readers.size ? ", " : "", (int)readers.size, readers.data);
}

/* A header or a footer (`name`), which `given` may lack. */
static void put_band(xml *x, const char *name, const ref_node *given, const char *style, ramure_str words, bool above)
{
	if (!given && !words.size)
		return;
	xml_open(x, name);
	for (const ref_attr *a = given ? given->attrs : NULL; a; a = a->next)
		if (!words.size || strcmp(a->name, "style:display") != 0)
			xml_attr_str(x, a->name, a->value);
	if (words.size && above)
		put_line(x, style, words);
	for (const ref_node *n = given ? given->first : NULL; n; n = n->next)
		if (!n->name || !is_old(n, style, words))
			ref_write(x, n);
	if (words.size && !above)
		put_line(x, style, words);
	xml_close(x);
}

enum { ORDINARY, LEFT, FIRST, BANDS };

static bool has_band(const reference *r, const ref_node *master, const char *const *names, int which)
{
	const ref_node *band = ref_child(master, names[which]);

	return which == ORDINARY || (band && (which != FIRST || band != first_band(r, names[which])));
}

/* Headers and footers, in the order that the schema wants; those of left and first pages only where there are some. */
static void put_bands(const reference *r, xml *x, const ref_node *master)
{
	static const char *const headers[BANDS] = { "style:header", "style:header-left", "style:header-first" };
	static const char *const footers[BANDS] = { "style:footer", "style:footer-left", "style:footer-first" };
	odt *o = r->o;
	ramure_str embargo = RAMURE_STR(""), footer = RAMURE_STR("");

	if (!ref_equals(ref_value(master, "style:name"), "Couverture")) { /* a cover says it by itself */
		embargo = ramure_plain_text(o->ctx, ramure_meta(o->document, RAMURE_META_EMBARGO));
		footer = footer_words(o);
	}
	for (int i = 0; i < BANDS; i++)
		if (has_band(r, master, headers, i))
			put_band(x, headers[i], ref_child(master, headers[i]), "Embargo", embargo, true);
	for (int i = 0; i < BANDS; i++)
		if (has_band(r, master, footers, i))
			put_band(x, footers[i], ref_child(master, footers[i]), "Footer", footer, false);
}

static void put_own(const reference *r, xml *x, const ref_node *master)
{
	xml_open(x, "style:master-page");
	for (const ref_attr *a = master->attrs; a; a = a->next)
		xml_attr_str(x, a->name, a->value);
	put_bands(r, x, master);
	xml_close(x);
}

static void put_made(const reference *r, xml *x, const char *name, const char *layout, bool cover)
{
	if (has_master(r, name))
		return;
	xml_open(x, "style:master-page");
	xml_attr(x, "style:name", name);
	xml_attr(x, "style:page-layout-name", new_layout_name(r, layout));
	if (cover) {
		put_band(x, "style:header", first_band(r, "style:header-first"), "Header", RAMURE_STR(""), true);
		put_band(x, "style:footer", first_band(r, "style:footer-first"), "Footer", RAMURE_STR(""), false);
	} else {
		put_bands(r, x, r->standard);
	}
	xml_close(x);
}

void ref_write_masters(reference *r, xml *x)
{
	for (const ref_node *n = r->masters->first; n; n = n->next)
		if (n->name && ref_is(n, "style:master-page"))
			put_own(r, x, n);
	put_made(r, x, "Couverture", "Page_Couverture", true);
	if (!has_master(r, "Paysage"))
		ref_use_wide(r); /* the ordinary pages have been written */
	put_made(r, x, "Paysage", "Page_Paysage", false);
}
