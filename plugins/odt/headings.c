/* headings.c: headings, with the bookmarks that contents and references lead to. */
#include "odt.h"

enum { HEADING_LEVELS = 6 };

/* Levels are those of polish, under the cover's title; where a slide has no heading of its own, none is skipped. */
static int level_of(const odt *o, const ramure_node *heading)
{
	int level = heading->heading->level - (ramure_meta(o->document, RAMURE_META_TITLE) != NULL);

	if (level > o->depth + 1)
		level = o->depth + 1;
	return level < 1 ? 1 : level > HEADING_LEVELS ? HEADING_LEVELS : level;
}

static const char *style_of(odt *o, int level, bool begins_page)
{
	/* Without parts the chapters are slides: short, one under the other, even in a template that parts them. */
	bool runs_on = level == 1 && !o->has_parts && o->reference;

	return odt_heading_style(o, ramure_format(o->ctx, "Heading_20_%d", level).data,
				 begins_page ? "page"
				 : runs_on   ? "auto"
					     : NULL);
}

static const char *remember(odt *o, const ramure_node *heading, int level)
{
	ramure_str number = heading->heading->number;
	const char *bookmark = number.size ? odt_section_bookmark(o, number)
					   : ramure_format(o->ctx, "_Titre_%zu", o->heading_count + 1).data;

	o->headings = ramure_extend_array(o->ctx, o->headings, o->heading_count, sizeof *o->headings);
	o->headings[o->heading_count++] = (odt_heading){ heading, level, bookmark };
	return bookmark;
}

void odt_heading_put(odt *o, const ramure_node *heading, bool begins_page)
{
	xml *x = &o->out;
	int level = level_of(o, heading);
	const char *bookmark = remember(o, heading, level);

	odt_target_begin(o, heading);
	xml_open(x, "text:h");
	xml_attr(x, "text:style-name", style_of(o, level, begins_page));
	xml_attr_format(x, "text:outline-level", "%d", level);
	/* What polish does not number, the numbering of the outline passes over. */
	if (!heading->heading->number.size)
		xml_attr(x, "text:is-list-header", "true");
	odt_targets_put(o);
	xml_open(x, "text:bookmark-start");
	xml_attr(x, "text:name", bookmark);
	xml_close(x);
	odt_display_inlines(o, heading);
	xml_open(x, "text:bookmark-end");
	xml_attr(x, "text:name", bookmark);
	xml_close(x);
	xml_close(x);
	o->depth = level;
}
