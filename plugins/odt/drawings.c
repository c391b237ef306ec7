/* drawings.c: images, and figures as native shapes in one group. */
#include "odt.h"

#include <math.h>
#include <string.h>

static size_t picture_number(odt *o, const ramure_image *image)
{
	for (size_t i = 0; i < o->picture_count; i++)
		if (o->pictures[i].image == image)
			return i + 1;
	o->pictures = odt_grow(o->ctx, o->pictures, o->picture_count, &o->picture_capacity, sizeof *o->pictures);
	o->pictures[o->picture_count++] = (odt_picture){ image };
	return o->picture_count;
}

/* What a person who cannot see a drawing is told. */
static void describe(ramure_ctx *ctx, xml *x, const ramure_node *caption, const ramure_node *alt)
{
	if (caption)
		xml_element(x, "svg:title", ramure_plain_text(ctx, caption));
	if (alt)
		xml_element(x, "svg:desc", ramure_plain_text(ctx, alt));
}

void odt_image(odt *o, xml *x, const ramure_node *node, double width)
{
	static const char *const extensions[] = { [RAMURE_PNG] = "png", [RAMURE_JPEG] = "jpg" };
	const ramure_image *image = node->image->file;
	double natural, height;

	if (!image)
		return;
	/* At 96 dots an inch when the file does not say; never larger than the text is wide, nor than a page is high.
	 */
	natural = image->width * 72.0 / (image->dpi > 0 ? image->dpi : 96);
	width = node->image->width_share > 0 ? width * node->image->width_share : natural < width ? natural : width;
	height = width * image->height / image->width;
	if (height > 560) {
		width *= 560 / height;
		height = 560;
	}
	o->drawings++;
	xml_open(x, "draw:frame");
	xml_attr(x, "draw:style-name", "Graphics");
	xml_attr_format(x, "draw:name", "Image_%zu", o->drawings);
	xml_attr(x, "text:anchor-type", "as-char");
	xml_attr_pt(x, "svg:width", width);
	xml_attr_pt(x, "svg:height", height);
	xml_open(x, "draw:image");
	xml_attr_format(x, "xlink:href", "Pictures/%zu.%s", picture_number(o, image), extensions[image->format]);
	xml_attr(x, "xlink:type", "simple");
	xml_attr(x, "xlink:show", "embed");
	xml_attr(x, "xlink:actuate", "onLoad");
	xml_close(x);
	describe(o->ctx, x, ramure_child(node, RAMURE_CAPTION), node->image->alt);
	xml_close(x);
}

static void paint_attributes(xml *x, const ramure_ink *ink)
{
	if (ink->filled) {
		xml_attr(x, "draw:fill", "solid");
		xml_attr_colour(x, "draw:fill-color", ink->fill);
	} else {
		xml_attr(x, "draw:fill", "none");
	}
	if (ink->stroked) {
		xml_attr(x, "draw:stroke", "solid");
		xml_attr_pt(x, "svg:stroke-width", ink->stroke_width);
		xml_attr_colour(x, "svg:stroke-color", ink->stroke);
		xml_attr(x, "svg:stroke-linecap", ink->round_caps ? "round" : "butt");
	} else {
		xml_attr(x, "draw:stroke", "none");
	}
}

typedef struct extent {
	double left, top, right, bottom;
} extent;

static extent extent_of(const ramure_segment *segments, size_t count)
{
	static const size_t last[] = {
		[RAMURE_MOVE] = 1, [RAMURE_LINE_TO] = 1, [RAMURE_CURVE_TO] = 3, [RAMURE_CLOSE] = 0
	};
	extent e = { INFINITY, INFINITY, -INFINITY, -INFINITY };

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < last[segments[i].op]; k++) {
			e.left = fmin(e.left, (double)segments[i].x[k]);
			e.right = fmax(e.right, (double)segments[i].x[k]);
			e.top = fmin(e.top, (double)segments[i].y[k]);
			e.bottom = fmax(e.bottom, (double)segments[i].y[k]);
		}
	return e;
}

/* A path in hundredths of a point of its own box, as svg:d wants whole numbers. */
static ramure_str path_data(odt *o, const ramure_segment *segments, size_t count, extent e)
{
	static const char letters[] = { [RAMURE_MOVE] = 'M', [RAMURE_LINE_TO] = 'L', [RAMURE_CURVE_TO] = 'C' };
	static const size_t points[] = {
		[RAMURE_MOVE] = 1, [RAMURE_LINE_TO] = 1, [RAMURE_CURVE_TO] = 3, [RAMURE_CLOSE] = 0
	};
	size_t capacity = count * 80 + 1, size = 0;
	char *d = ramure_alloc(o->ctx, capacity);

	for (size_t i = 0; i < count; i++) {
		if (segments[i].op == RAMURE_CLOSE) {
			d[size++] = 'Z';
			continue;
		}
		d[size++] = letters[segments[i].op];
		for (size_t k = 0; k < points[segments[i].op]; k++) {
			ramure_str point = ramure_format(o->ctx, "%s%ld %ld", k ? " " : "",
							 lround(((double)segments[i].x[k] - e.left) * 100),
							 lround(((double)segments[i].y[k] - e.top) * 100));

			memcpy(d + size, point.data, point.size);
			size += point.size;
		}
	}
	return (ramure_str){ d, size };
}

static const char *graphic_style(odt *o, const ramure_ink *ink)
{
	xml style = xml_new(o->ctx);
	ramure_rgb fill = ink->filled ? ink->fill : (ramure_rgb){ 0 };
	ramure_rgb stroke = ink->stroked ? ink->stroke : (ramure_rgb){ 0 };
	long width = ink->stroked ? lround((double)ink->stroke_width * 100) : 0;
	const char *name;

	/* Same paint, same style: the name is made of the paint. */
	name = ramure_format(o->ctx, "Trait_%d%02x%02x%02x_%d%02x%02x%02x_%ld_%d", ink->filled, fill.r, fill.g, fill.b,
			     ink->stroked, stroke.r, stroke.g, stroke.b, width, ink->stroked && ink->round_caps)
		       .data;
	for (size_t i = 0; i < o->graphic_style_count; i++)
		if (strcmp(o->graphic_styles[i], name) == 0)
			return name;
	o->graphic_styles = odt_grow(o->ctx, o->graphic_styles, o->graphic_style_count, &o->graphic_style_capacity,
				     sizeof *o->graphic_styles);
	o->graphic_styles[o->graphic_style_count++] = name;
	xml_open(&style, "style:style");
	xml_attr(&style, "style:name", name);
	xml_attr(&style, "style:family", "graphic");
	xml_open(&style, "style:graphic-properties");
	paint_attributes(&style, ink);
	xml_attr(&style, "style:run-through", "background");
	xml_attr(&style, "style:wrap", "run-through");
	xml_close(&style);
	xml_close(&style);
	xml_raw(&o->automatic, &style);
	return name;
}

static void put_path(odt *o, xml *x, const ramure_page_mark *mark, double dx, double dy)
{
	extent e = extent_of(mark->path.segments, mark->path.count);
	double width, height;

	if (!(e.left <= e.right))
		return;
	/* A straight line has no box of its own, and readers stretch what has none. */
	if (e.right - e.left < 1)
		e.right = (e.left -= 0.5) + 1;
	if (e.bottom - e.top < 1)
		e.bottom = (e.top -= 0.5) + 1;
	width = e.right - e.left;
	height = e.bottom - e.top;
	xml_open(x, "draw:path");
	xml_attr(x, "draw:style-name", graphic_style(o, &mark->path.ink));
	xml_attr_pt(x, "svg:x", e.left + dx);
	xml_attr_pt(x, "svg:y", e.top + dy);
	xml_attr_pt(x, "svg:width", width);
	xml_attr_pt(x, "svg:height", height);
	xml_attr_format(x, "svg:viewBox", "0 0 %ld %ld", lround(width * 100), lround(height * 100));
	xml_attr_str(x, "svg:d", path_data(o, mark->path.segments, mark->path.count, e));
	xml_close(x);
}

/* A line of text of a drawing: a frame where its line box stands. */
static void put_run(xml *x, const ramure_page_mark *mark, double dx, double dy)
{
	double size = (double)mark->run.size, width = 0;

	for (size_t i = 0; i < mark->run.glyph_count; i++)
		width += mark->run.glyphs[i].advance;
	width = width * size / 1000 * 1.1 + size;
	xml_open(x, "draw:frame");
	xml_attr(x, "draw:style-name", "Texte_de_dessin");
	xml_attr_pt(x, "svg:x", (double)mark->run.x + dx);
	xml_attr_pt(x, "svg:y", (double)mark->run.y - size + dy);
	xml_attr_pt(x, "svg:width", width);
	xml_attr_pt(x, "svg:height", size * 1.3);
	xml_open(x, "draw:text-box");
	xml_open(x, "text:p");
	xml_attr(x, "text:style-name", "Texte_de_dessin");
	xml_text(x, mark->run.text);
	xml_close(x);
	xml_close(x);
	xml_close(x);
}

void odt_page_shapes(odt *o, xml *x, const ramure_page *page, double dx, double dy)
{
	for (size_t i = 0; i < page->count; i++) {
		if (page->marks[i].type == RAMURE_PATH_MARK)
			put_path(o, x, &page->marks[i], dx, dy);
		else if (page->marks[i].type == RAMURE_GLYPH_RUN)
			put_run(x, &page->marks[i], dx, dy);
	}
}

static void put_group(odt *o, const ramure_node *figure)
{
	const ramure_page *page = ramure_figure_page(o->ctx, figure, odt_text_width(o));
	xml *x = &o->body;

	if (!page)
		return;
	o->drawings++;
	xml_open(x, "draw:g");
	xml_attr(x, "text:anchor-type", "as-char");
	xml_attr(x, "draw:style-name", "Groupe");
	xml_attr_format(x, "draw:name", "Dessin_%zu", o->drawings);
	describe(o->ctx, x, ramure_child(figure, RAMURE_CAPTION), figure->figure->alt);
	odt_page_shapes(o, x, page, 0, 0);
	xml_close(x);
}

void odt_figure(odt *o, const ramure_node *node)
{
	const ramure_node *caption = ramure_child(node, RAMURE_CAPTION), *source = ramure_child(node, RAMURE_SOURCE);

	o->figures++;
	xml_open(&o->body, "text:p");
	xml_attr(&o->body, "text:style-name", caption ? "Figure_avec_legende" : "Figure");
	if (!caption)
		odt_bookmark(o, node);
	if (node->type == RAMURE_IMAGE)
		odt_image(o, &o->body, node, odt_text_width(o));
	else
		put_group(o, node);
	xml_close(&o->body);
	if (caption)
		odt_caption(o, caption, false);
	if (source)
		odt_paragraph(o, "Source", source);
}
