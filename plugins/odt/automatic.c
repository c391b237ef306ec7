/* automatic.c: styles that one document needs and content.xml declares, each once. */
#include "odt.h"

#include <string.h>

bool odt_automatic_new(odt *o, const char *name)
{
	for (size_t i = 0; i < o->automatic_count; i++)
		if (strcmp(o->automatic_names[i], name) == 0)
			return false;
	o->automatic_names = odt_grow(o->ctx, o->automatic_names, o->automatic_count, &o->automatic_capacity,
				      sizeof *o->automatic_names);
	o->automatic_names[o->automatic_count++] = name;
	return true;
}

/* The style with a turn of the page.  Outline numbering survives being saved again only in styles whose parent is the
 * heading's own, so the style stays what it was but for the page. */
const char *odt_turned_style(odt *o, const char *style)
{
	const char *master = o->turn;
	const char *name;
	xml *x = &o->automatic;

	if (!master)
		return style;
	o->turn = NULL;
	name = ramure_format(o->ctx, "%s_%s", master, style).data;
	if (!odt_automatic_new(o, name))
		return name;
	xml_open(x, "style:style");
	xml_attr(x, "style:name", name);
	xml_attr(x, "style:family", "paragraph");
	xml_attr(x, "style:parent-style-name", style);
	xml_attr(x, "style:master-page-name", master);
	xml_open(x, "style:paragraph-properties");
	xml_attr(x, "style:page-number", "auto");
	xml_close(x);
	xml_close(x);
	return name;
}

void odt_table_style(xml *x, const char *name, const char *master, bool whole)
{
	xml_open(x, "style:style");
	xml_attr(x, "style:name", name);
	xml_attr(x, "style:family", "table");
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
