/* headings.c: headings with their bookmarks, and the contents that lead to them. */
#include "odt.h"

#include <stdlib.h>
#include <string.h>

enum { CONTENTS_LEVELS = 2, HEADING_LEVELS = 6 };

static int by_address(const void *a, const void *b)
{
	uintptr_t x = (uintptr_t) * (const ramure_node *const *)a, y = (uintptr_t) * (const ramure_node *const *)b;

	return x < y ? -1 : x > y;
}

/* The order by address serves only to look targets up: nothing of it is written. */
void odt_gather_targets(odt *o)
{
	ramure_walk walk = ramure_walk_from(o->document);
	size_t capacity = 0;

	while (ramure_walk_next(&walk)) {
		if (!walk.entering || walk.node->type != RAMURE_LINK || !walk.node->link->target)
			continue;
		o->targets = odt_grow(o->ctx, o->targets, o->target_count, &capacity, sizeof *o->targets);
		o->targets[o->target_count++] = walk.node->link->target;
	}
	if (o->target_count)
		qsort(o->targets, o->target_count, sizeof *o->targets, by_address);
}

void odt_bookmark(odt *o, const ramure_node *node)
{
	if (!o->target_count || !bsearch(&node, o->targets, o->target_count, sizeof *o->targets, by_address))
		return;
	xml_open(&o->body, "text:bookmark");
	xml_attr_str(&o->body, "text:name", node->name);
	xml_close(&o->body);
}

static const char *style_of(odt *o, int level)
{
	if (o->turned) {
		o->turned = false;
		return ramure_format(o->ctx, "%s_%d", o->landscape ? "Paysage" : "Portrait", level).data;
	}
	if (level == 1 && !o->has_parts)
		return "Chapitre_suite";
	return ramure_format(o->ctx, "Heading_20_%d", level).data;
}

void odt_heading_put(odt *o, const ramure_node *heading, int level)
{
	xml *x = &o->body;
	const char *bookmark;

	level = level < 1 ? 1 : level > HEADING_LEVELS ? HEADING_LEVELS : level;
	o->headings = odt_grow(o->ctx, o->headings, o->heading_count, &o->heading_capacity, sizeof *o->headings);
	o->headings[o->heading_count] = (odt_heading){ heading, level, o->heading_count + 1 };
	o->heading_count++;
	bookmark = ramure_format(o->ctx, "_Titre_%zu", o->heading_count).data;
	xml_open(x, "text:h");
	xml_attr(x, "text:style-name", style_of(o, level));
	xml_attr_format(x, "text:outline-level", "%d", level);
	xml_open(x, "text:bookmark-start");
	xml_attr(x, "text:name", bookmark);
	xml_close(x);
	odt_bookmark(o, heading);
	if (heading->parent)
		odt_bookmark(o, heading->parent);
	odt_inlines(o, x, heading);
	xml_open(x, "text:bookmark-end");
	xml_attr(x, "text:name", bookmark);
	xml_close(x);
	xml_close(x);
	o->depth = level;
}

static void write_template(xml *x, int level)
{
	static const char *const parts[] = { "text:index-entry-link-start", "text:index-entry-chapter",
					     "text:index-entry-text" };

	xml_open(x, "text:table-of-content-entry-template");
	xml_attr_format(x, "text:outline-level", "%d", level);
	xml_attr_format(x, "text:style-name", "Contents_20_%d", level);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		xml_empty(x, parts[i]);
	xml_empty(x, "text:index-entry-link-end");
	xml_open(x, "text:index-entry-tab-stop");
	xml_attr(x, "style:type", "right");
	xml_attr(x, "style:leader-char", ".");
	xml_close(x);
	xml_empty(x, "text:index-entry-page-number");
	xml_close(x);
}

/* An entry: a link, and outside it a page number that is computed when the file is opened. */
static void write_entry(odt *o, xml *x, const odt_heading *h)
{
	const char *bookmark = ramure_format(o->ctx, "_Titre_%zu", h->number).data;

	xml_open(x, "text:p");
	xml_attr_format(x, "text:style-name", "Contents_20_%d", h->level);
	xml_open(x, "text:a");
	xml_attr(x, "xlink:type", "simple");
	xml_attr_format(x, "xlink:href", "#%s", bookmark);
	xml_attr(x, "text:style-name", "Index_20_Link");
	xml_attr(x, "text:visited-style-name", "Index_20_Link");
	if (h->node->heading->number.size) {
		xml_text(x, h->node->heading->number);
		xml_words(x, " ");
	}
	xml_text(x, ramure_plain_text(o->ctx, h->node));
	xml_close(x);
	xml_empty(x, "text:tab");
	xml_open(x, "text:bookmark-ref");
	xml_attr(x, "text:reference-format", "page");
	xml_attr(x, "text:ref-name", bookmark);
	xml_words(x, "1");
	xml_close(x);
	xml_close(x);
}

void odt_contents(odt *o, xml *x)
{
	static const ramure_word title = { "Contents", "Sommaire" };

	xml_open(x, "text:table-of-content");
	xml_attr(x, "text:style-name", "Sommaire");
	xml_attr(x, "text:protected", "false");
	xml_attr(x, "text:name", "Sommaire");
	xml_open(x, "text:table-of-content-source");
	xml_attr_format(x, "text:outline-level", "%d", CONTENTS_LEVELS);
	xml_open(x, "text:index-title-template");
	xml_attr(x, "text:style-name", "Contents_20_Heading");
	xml_words(x, ramure_say(o->ctx, title));
	xml_close(x);
	for (int level = 1; level <= CONTENTS_LEVELS; level++)
		write_template(x, level);
	xml_close(x);
	xml_open(x, "text:index-body");
	xml_open(x, "text:index-title");
	xml_attr(x, "text:style-name", "Sommaire");
	xml_attr(x, "text:name", "Sommaire_titre");
	xml_open(x, "text:p");
	xml_attr(x, "text:style-name", "Contents_20_Heading");
	xml_words(x, ramure_say(o->ctx, title));
	xml_close(x);
	xml_close(x);
	for (size_t i = 0; i < o->heading_count; i++)
		if (o->headings[i].level <= CONTENTS_LEVELS)
			write_entry(o, x, &o->headings[i]);
	xml_close(x);
	xml_close(x);
}
