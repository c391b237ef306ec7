/* pictures.c: images. */
#include "odt.h"

#include <math.h>

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

/* A frame in the line, open, with what is to be seen in it. */
static void begin_frame(odt *o, const char *name, const ramure_image *image, double width, double height)
{
	xml *x = &o->out;

	xml_open(x, "draw:frame");
	xml_attr(x, "draw:style-name", "Graphics");
	xml_attr_format(x, "draw:name", "%s_%zu", name, ++o->drawings);
	xml_attr(x, "text:anchor-type", "as-char");
	xml_attr_pt(x, "svg:width", width);
	xml_attr_pt(x, "svg:height", height);
	odt_image_href(o, image);
}

void odt_image(odt *o, const ramure_node *node)
{
	const ramure_image *image = node->image->file;
	const ramure_node *caption = ramure_child(node, RAMURE_CAPTION), *alt = node->image->alt;
	double width = odt_room(o), highest = odt_room_height(o), natural, height;

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
	begin_frame(o, "Image", image, width, height);
	if (caption)
		xml_element(&o->out, "svg:title", ramure_plain_text(o->ctx, caption));
	if (alt)
		xml_element(&o->out, "svg:desc", ramure_plain_text(o->ctx, alt));
	xml_close(&o->out);
}

void odt_logo(odt *o, const ramure_node *owner, double height)
{
	const ramure_node *logo = ramure_child(owner, RAMURE_IMAGE);
	const ramure_image *image = logo ? logo->image->file : NULL;
	double width;

	if (!image)
		return;
	width = fmin(height * image->width / image->height, odt_room(o) / 2);
	begin_frame(o, "Logo", image, width, width * image->height / image->width);
	xml_element(&o->out, "svg:desc", ramure_plain_text(o->ctx, owner));
	xml_close(&o->out);
}
