/* drawings.c: images, and figures as native shapes in one group. */
#include "odt.h"

#include <math.h>
#include <string.h>

/* A figure is laid out as on a slide, and set smaller: 18 points become 12, the least size of 12 becomes 8. */
static const double reduction = 2.0 / 3;

static size_t picture_number(odt *o, const ramure_image *image)
{
	for (size_t i = 0; i < o->picture_count; i++)
		if (o->pictures[i].image == image)
			return i + 1;
	o->pictures = ramure_extend_array(o->ctx, o->pictures, o->picture_count, sizeof *o->pictures);
	o->pictures[o->picture_count++] = (odt_picture){ image };
	return o->picture_count;
}

void odt_image_href(odt *o, const ramure_image *image)
{
	static const char *const extensions[] = { [RAMURE_PNG] = "png", [RAMURE_JPEG] = "jpg" };
	xml *x = &o->out;

	xml_open(x, "draw:image");
	xml_attr_format(x, "xlink:href", "Pictures/%zu.%s", picture_number(o, image), extensions[image->format]);
	xml_attr(x, "xlink:type", "simple");
	xml_attr(x, "xlink:show", "embed");
	xml_attr(x, "xlink:actuate", "onLoad");
	xml_close(x);
}

/* What a person who cannot see a drawing is told. */
static void describe(ramure_ctx *ctx, xml *x, const ramure_node *caption, const ramure_node *alt)
{
	if (caption)
		xml_element(x, "svg:title", ramure_plain_text(ctx, caption));
	if (alt)
		xml_element(x, "svg:desc", ramure_plain_text(ctx, alt));
}

void odt_image(odt *o, const ramure_node *node)
{
	const ramure_image *image = node->image->file;
	double width = odt_room(o), highest = odt_room_height(o), natural, height;
	xml *x = &o->out;

	if (!image)
		return;
	/* At 96 dots an inch when the file does not say; never larger than the text is wide, nor than a page is high.
	 */
	natural = image->width * 72.0 / (image->dpi > 0 ? image->dpi : 96);
	width = node->image->width_share > 0 ? width * node->image->width_share : natural < width ? natural : width;
	height = width * image->height / image->width;
	if (height > highest) {
		width *= highest / height;
		height = highest;
	}
	o->drawings++;
	xml_open(x, "draw:frame");
	xml_attr(x, "draw:style-name", "Graphics");
	xml_attr_format(x, "draw:name", "Image_%zu", o->drawings);
	xml_attr(x, "text:anchor-type", "as-char");
	xml_attr_pt(x, "svg:width", width);
	xml_attr_pt(x, "svg:height", height);
	odt_image_href(o, image);
	describe(o->ctx, x, ramure_child(node, RAMURE_CAPTION), node->image->alt);
	xml_close(x);
}

void odt_logo(odt *o, const ramure_node *owner, double height)
{
	const ramure_node *logo = ramure_child(owner, RAMURE_IMAGE);
	const ramure_image *image = logo ? logo->image->file : NULL;
	double width;
	xml *x = &o->out;

	if (!image)
		return;
	width = fmin(height * image->width / image->height, odt_room(o) / 2);
	o->drawings++;
	xml_open(x, "draw:frame");
	xml_attr(x, "draw:style-name", "Graphics");
	xml_attr_format(x, "draw:name", "Logo_%zu", o->drawings);
	xml_attr(x, "text:anchor-type", "as-char");
	xml_attr_pt(x, "svg:width", width);
	xml_attr_pt(x, "svg:height", width * image->height / image->width);
	odt_image_href(o, image);
	describe(o->ctx, x, NULL, owner);
	xml_close(x);
}

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
	size_t from = 0;

	do {
		const ramure_page *page = ramure_figure_page(o->ctx, figure, odt_room(o) / reduction,
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
		odt_paragraph(o, "Source", source);
}
