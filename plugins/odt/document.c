/* document.c: the order of a report: chapters from parts, sections from slides. */
#include "odt.h"

/* Turns the page when a section asks for the other orientation; what it writes first carries the turn. */
static void turn_page(odt *o, bool wide)
{
	if (wide != o->landscape)
		o->turn = wide ? "Paysage" : "Standard";
	o->landscape = wide;
}

/* A section has a landscape page when its author asks for one, or its tables do. */
static bool is_wide(odt *o, const ramure_node *slide)
{
	return slide->slide->wide || odt_is_crowded(o, slide);
}

static void write_slide(odt *o, const ramure_node *slide)
{
	const ramure_node *kicker = ramure_child(slide, RAMURE_KICKER);
	const ramure_node *heading = ramure_child(slide, RAMURE_HEADING);

	turn_page(o, is_wide(o, slide));
	odt_target_begin(o, slide);
	if (heading)
		odt_heading_put(o, heading, false);
	else if (kicker)
		odt_paragraph(o, "Etiquette", kicker);
	for (const ramure_node *n = slide->first; n; n = n->next)
		if (n->type != RAMURE_CLOSING)
			odt_block(o, n);
}

/* What closes a deck closes the report, wherever its block was typed. */
static void write_closing(odt *o)
{
	const ramure_node *heading = o->closing ? ramure_child(o->closing, RAMURE_HEADING) : NULL;

	if (!o->closing)
		return;
	turn_page(o, false);
	odt_target_begin(o, o->closing);
	if (heading)
		odt_display_paragraph(o, "Cloture", heading);
	odt_blocks(o, o->closing);
}

/* Whether a part begins with a wide section: its heading stands there too, not on a page of its own before it. */
static bool opens_wide(odt *o, const ramure_node *part)
{
	const ramure_node *n = part->first;

	while (n && n->type != RAMURE_SLIDE)
		if (n->type == RAMURE_PART || n->type == RAMURE_CHAPTER)
			n = n->first;
		else if (n->type == RAMURE_HEADING || n->type == RAMURE_META)
			n = n->next;
		else
			return false;
	return n && is_wide(o, n);
}

/* An included document begins a page, as a part does; one that opens its part stands under the part's heading. */
static bool begins_page(odt *o, const ramure_node *n)
{
	const ramure_node *first = n->parent->first;

	while (first != n && (first->type == RAMURE_META || first->type == RAMURE_HEADING))
		first = first->next;
	return n->type == RAMURE_CHAPTER && first != n &&
	       ramure_theme_number(o->ctx, "report.heading-1.page-break") > 0;
}

static void write_sections(odt *o, const ramure_node *parent);

static void write_chapter(odt *o, const ramure_node *n)
{
	const ramure_node *heading = ramure_child(n, RAMURE_HEADING);

	odt_speak(o, n);
	turn_page(o, opens_wide(o, n));
	odt_target_begin(o, n);
	if (heading)
		odt_heading_put(o, heading, begins_page(o, n));
	if (n->type == RAMURE_CHAPTER)
		odt_chapter_front(o, n);
	write_sections(o, n);
	odt_speak(o, n->parent);
}

static void write_sections(odt *o, const ramure_node *parent)
{
	for (const ramure_node *n = parent->first; n; n = n->next) {
		switch (n->type) {
		case RAMURE_PART:
		case RAMURE_CHAPTER:
			write_chapter(o, n);
			break;
		case RAMURE_SLIDE:
			write_slide(o, n);
			break;
		case RAMURE_META:
		case RAMURE_HEADING:
		case RAMURE_CONTENTS:
			break;
		default:
			odt_block(o, n);
		}
	}
}

/* Bookmarks that no paragraph came for, at the end of the text. */
static void end_text(odt *o)
{
	if (!o->waiting_count)
		return;
	odt_paragraph_begin(o, "Text_20_body");
	xml_close(&o->out);
}

void odt_write_body(odt *o)
{
	write_sections(o, o->document);
	write_closing(o);
	end_text(o);
	o->landscape = false; /* what follows, cover and styles, is of upright pages */
}
