/* drawings.c: figures as native shapes in one group. */
#include "reference.h"

#include <math.h>
#include <string.h>

/* A figure is laid out as on a slide, and set smaller: 18 points become 12, the least size of 12 becomes 8. */
static const double reduction = 2.0 / 3;

/* What a figure says to who cannot see it: its words, when it has no description. */
static void describe_figure(odt *o, const ramure_node *figure)
{
	static const ramure_word semicolon = { "; ", " ; " };
	bool any = false;
	xml *x = &o->out;

	xml_open(x, "svg:desc");
	if (figure->figure->alt) {
		xml_text(x, ramure_plain_text(o->ctx, figure->figure->alt));
	} else {
		for (const ramure_node *n = figure->first; n; n = n->next) {
			if (n->type != RAMURE_PHRASE)
				continue;
			xml_words(x, any ? ramure_say(o->ctx, semicolon) : "");
			xml_text(x, ramure_plain_text(o->ctx, n));
			any = true;
		}
	}
	xml_close(x);
}

/* What a drawing is called and what it shows. */
static void tell(odt *o, const ramure_node *figure)
{
	static const ramure_word drawing = { "Drawing", "Dessin" };
	const ramure_node *caption = ramure_child(figure, RAMURE_CAPTION);
	const char *title = ramure_say(o->ctx, drawing);

	xml_element(&o->out, "svg:title",
		    caption ? ramure_plain_text(o->ctx, caption) : (ramure_str){ title, strlen(title) });
	describe_figure(o, figure);
}

/* Under all shapes lies one that nobody sees, as large as the drawing: the group has the drawing's edges then, whatever
 * stands over them, and LibreOffice 7.4, which says of no group in a PDF what it shows, says it of this one. */
static void put_ground(odt *o, const ramure_node *figure, const ramure_page *page, double scale)
{
	xml *x = &o->out;

	xml_open(x, "draw:rect");
	xml_attr(x, "draw:style-name", odt_unseen_style(o));
	xml_attr(x, "svg:x", "0pt");
	xml_attr(x, "svg:y", "0pt");
	xml_attr_pt(x, "svg:width", page->width * scale);
	xml_attr_pt(x, "svg:height", page->height * scale);
	tell(o, figure);
	xml_close(x);
}

static void put_group(odt *o, const ramure_node *figure, const ramure_page *page)
{
	double scale = fmin(reduction, fmin(odt_room(o) / page->width, odt_room_height(o) / page->height));
	xml *x = &o->out;

	o->drawings++;
	xml_open(x, "draw:g");
	xml_attr(x, "text:anchor-type", "as-char");
	xml_attr(x, "draw:style-name", "Groupe");
	xml_attr_format(x, "draw:name", "Dessin_%zu", o->drawings);
	tell(o, figure);
	put_ground(o, figure, page, scale);
	odt_page_shapes(o, page, scale, NULL);
	xml_close(x);
}

/* A paragraph for what fits on a page: a drawing is never cut. */
static void put_drawing(odt *o, const ramure_node *figure, const char *style, bool kept)
{
	ramure_str family = o->reference ? o->reference->font : (ramure_str){ 0 };
	size_t from = 0;

	do {
		const ramure_page *page = ramure_figure_page(o->ctx, figure, family, odt_room(o) / reduction,
							     odt_room_height(o) / reduction, &from);

		o->kept = kept && from == RAMURE_DONE;
		odt_paragraph_begin(o, style);
		put_group(o, figure, page);
		xml_close(&o->out);
	} while (from != RAMURE_DONE);
}

void odt_figure(odt *o, const ramure_node *node)
{
	const ramure_node *caption = ramure_child(node, RAMURE_CAPTION), *source = ramure_child(node, RAMURE_SOURCE);
	const char *style = caption ? "Figure_avec_legende" : "Figure";
	bool kept = source || odt_keeps(o, node);

	if (node->type == RAMURE_IMAGE) {
		o->kept = kept && !caption;
		odt_paragraph_begin(o, style);
		odt_image(o, node);
		xml_close(&o->out);
	} else {
		put_drawing(o, node, style, kept && !caption);
	}
	if (caption) {
		o->kept = kept;
		odt_caption_put(o, caption, false);
	}
	if (source)
		odt_display_paragraph(o, "Source", source);
}
