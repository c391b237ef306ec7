/* automatic.c: styles that one document needs and content.xml declares, each once. */
#include "odt.h"

#include <string.h>

bool odt_automatic_new(odt *o, const char *name)
{
	for (size_t i = 0; i < o->automatic_count; i++)
		if (strcmp(o->automatic_names[i], name) == 0)
			return false;
	o->automatic_names =
		ramure_extend_array(o->ctx, o->automatic_names, o->automatic_count, sizeof *o->automatic_names);
	o->automatic_names[o->automatic_count++] = name;
	return true;
}

/* What the place of a paragraph asks for, beside its style. */
typedef struct place {
	const char *master;     /* the page style that begins here, or NULL */
	const char *page_break; /* "page", "auto", or NULL: as the style says */
	ramure_str lang;        /* empty: the document's */
} place;

/* The style with it.  Outline numbering survives being saved again only in styles whose parent is the heading's own, so
 * the style stays what it was but for the page and the language. */
static const char *placed(odt *o, const char *style, place p)
{
	const char *name;
	xml *x = &o->automatic;

	if (!p.master && !p.page_break && !p.lang.size)
		return style;
	name = ramure_format(o->ctx, "%s%s%s%s%s%s%.*s", p.master ? p.master : "", p.master ? "_" : "", style,
			     p.page_break ? "_" : "", p.page_break ? p.page_break : "", p.lang.size ? "_" : "",
			     (int)p.lang.size, p.lang.data)
		       .data;
	if (!odt_automatic_new(o, name))
		return name;
	odt_style_open(x, "paragraph", name, NULL, style);
	if (p.master)
		xml_attr(x, "style:master-page-name", p.master);
	xml_open(x, "style:paragraph-properties");
	if (p.master)
		xml_attr(x, "style:page-number", "auto");
	if (p.page_break)
		xml_attr(x, "fo:break-before", p.page_break);
	xml_close(x);
	if (p.lang.size) {
		xml_open(x, "style:text-properties");
		odt_language_attrs(o->ctx, x, p.lang);
		xml_close(x);
	}
	xml_close(x);
	return name;
}

static const char *take_turn(odt *o)
{
	const char *master = o->turn;

	o->turn = NULL;
	return master;
}

const char *odt_turned_style(odt *o, const char *style)
{
	return placed(o, style, (place){ .master = take_turn(o) });
}

const char *odt_heading_style(odt *o, const char *style, const char *page_break)
{
	const char *master = take_turn(o);

	return placed(o, style, (place){ master, master ? NULL : page_break, o->foreign });
}

void odt_table_style(xml *x, const char *name, const char *master, bool whole)
{
	odt_style_open(x, "table", name, NULL, NULL);
	if (master)
		xml_attr(x, "style:master-page-name", master);
	xml_open(x, "style:table-properties");
	if (master)
		xml_attr(x, "style:page-number", "auto");
	xml_attr(x, "style:rel-width", "100%");
	xml_attr(x, "table:align", "margins");
	xml_attr(x, "table:border-model", "collapsing");
	xml_attr(x, "style:may-break-between-rows", whole ? "false" : "true");
	if (whole)
		xml_attr(x, "fo:keep-with-next", "always");
	xml_close(x);
	xml_close(x);
}
