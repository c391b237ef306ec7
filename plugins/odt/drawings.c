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

void odt_image(odt *o, const ramure_node *node)
{
	static const char *const extensions[] = { [RAMURE_PNG] = "png", [RAMURE_JPEG] = "jpg" };
	const ramure_image *image = node->image->file;
	double width = odt_room(o), natural, height;
	xml *x = &o->out;

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

/* Digits of a whole number; a cover has a thousand, and printf would take most of its time. */
static size_t put_number(char *at, long value)
{
	char digits[24];
	size_t count = 0, size = 0;
	unsigned long rest = value < 0 ? 0UL - (unsigned long)value : (unsigned long)value;

	if (value < 0)
		at[size++] = '-';
	do {
		digits[count++] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	while (count)
		at[size++] = digits[--count];
	return size;
}

/* A path in hundredths of a point of its own box, as svg:d wants whole numbers. */
static ramure_str path_data(odt *o, const ramure_segment *segments, size_t count, extent e)
{
	static const char letters[] = { [RAMURE_MOVE] = 'M', [RAMURE_LINE_TO] = 'L', [RAMURE_CURVE_TO] = 'C' };
	static const size_t points[] = {
		[RAMURE_MOVE] = 1, [RAMURE_LINE_TO] = 1, [RAMURE_CURVE_TO] = 3, [RAMURE_CLOSE] = 0
	};
	size_t capacity = count * (6 * 21 + 1) + 1, size = 0;
	char *d = ramure_alloc(o->ctx, capacity);

	for (size_t i = 0; i < count; i++) {
		if (segments[i].op == RAMURE_CLOSE) {
			d[size++] = 'Z';
			continue;
		}
		d[size++] = letters[segments[i].op];
		for (size_t k = 0; k < points[segments[i].op]; k++) {
			if (k)
				d[size++] = ' ';
			size += put_number(d + size, lround(((double)segments[i].x[k] - e.left) * 100));
			d[size++] = ' ';
			size += put_number(d + size, lround(((double)segments[i].y[k] - e.top) * 100));
		}
	}
	return (ramure_str){ d, size };
}

static const char *graphic_style(odt *o, const ramure_ink *ink)
{
	xml *x = &o->automatic;
	ramure_rgb fill = ink->filled ? ink->fill : (ramure_rgb){ 0 };
	ramure_rgb stroke = ink->stroked ? ink->stroke : (ramure_rgb){ 0 };
	long width = ink->stroked ? lround((double)ink->stroke_width * 100) : 0;
	const char *name;

	/* Same paint, same style: the name is made of the paint. */
	name = ramure_format(o->ctx, "Trait_%d%02x%02x%02x_%d%02x%02x%02x_%ld_%d", ink->filled, fill.r, fill.g, fill.b,
			     ink->stroked, stroke.r, stroke.g, stroke.b, width, ink->stroked && ink->round_caps)
		       .data;
	if (!odt_automatic_new(o, name))
		return name;
	xml_open(x, "style:style");
	xml_attr(x, "style:name", name);
	xml_attr(x, "style:family", "graphic");
	xml_open(x, "style:graphic-properties");
	paint_attributes(x, ink);
	xml_attr(x, "style:run-through", "background");
	xml_attr(x, "style:wrap", "run-through");
	xml_close(x);
	xml_close(x);
	return name;
}

static void put_path(odt *o, const ramure_page_mark *mark)
{
	xml *x = &o->out;
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
	xml_attr_pt(x, "svg:x", e.left);
	xml_attr_pt(x, "svg:y", e.top);
	xml_attr_pt(x, "svg:width", width);
	xml_attr_pt(x, "svg:height", height);
	xml_attr_format(x, "svg:viewBox", "0 0 %ld %ld", lround(width * 100), lround(height * 100));
	xml_attr_str(x, "svg:d", path_data(o, mark->path.segments, mark->path.count, e));
	xml_close(x);
}

/* A style's name has no spaces. */
static const char *ncname(ramure_ctx *ctx, const char *words)
{
	ramure_str copy = ramure_format(ctx, "%s", words);
	char *name = ramure_alloc(ctx, copy.size + 1);

	for (size_t i = 0; i < copy.size; i++)
		name[i] = copy.data[i] == ' ' ? '_' : copy.data[i];
	return name;
}

/* A paragraph style for the face, size and colour of a run. */
static const char *run_style(odt *o, const ramure_font *font, const ramure_page_mark *mark)
{
	ramure_rgb c = mark->run.colour;
	bool bold = ramure_name_equal(font->face, "bold"), regular = ramure_name_equal(font->face, "regular");
	/* Word processors know two weights; any other is a family of its own. */
	ramure_str family = bold || regular ? font->family
					    : ramure_format(o->ctx, "%.*s %.*s", (int)font->family.size,
							    font->family.data, (int)font->face.size, font->face.data);
	const char *name = ramure_format(o->ctx, "Dessin_%.*s_%.*s_%ld_%02x%02x%02x", (int)font->family.size,
					 font->family.data, (int)font->face.size, font->face.data,
					 lround((double)mark->run.size * 100), c.r, c.g, c.b)
				   .data;
	xml *x = &o->automatic;

	name = ncname(o->ctx, name);
	if (!odt_automatic_new(o, name))
		return name;
	xml_open(x, "style:style");
	xml_attr(x, "style:name", name);
	xml_attr(x, "style:family", "paragraph");
	xml_attr(x, "style:parent-style-name", "Texte_de_dessin");
	xml_open(x, "style:text-properties");
	xml_attr_str(x, "fo:font-family", ramure_format(o->ctx, "'%.*s'", (int)family.size, family.data));
	xml_attr_pt(x, "fo:font-size", (double)mark->run.size);
	xml_attr(x, "fo:font-weight", bold ? "bold" : "normal");
	xml_attr_colour(x, "fo:color", c);
	xml_close(x);
	xml_close(x);
	return name;
}

/* A line of text of a drawing: a frame where its line box stands, with room for a font that stands in. */
static void put_run(odt *o, const ramure_page_mark *mark)
{
	const ramure_font *font = ramure_figure_font(o->ctx, mark);
	double size = (double)mark->run.size, left = (double)mark->run.x, width = 0;
	xml *x = &o->out;

	for (size_t i = 0; i < mark->run.glyph_count; i++)
		width += mark->run.glyphs[i].advance;
	width = width * size / font->units_per_em;
	left += width < 0 ? width : 0; /* it begins at its right */
	width = fabs(width) * 1.1 + size;
	xml_open(x, "draw:frame");
	xml_attr(x, "draw:style-name", "Texte_de_dessin");
	xml_attr_pt(x, "svg:x", left);
	xml_attr_pt(x, "svg:y", (double)mark->run.y - size);
	xml_attr_pt(x, "svg:width", width);
	xml_attr_pt(x, "svg:height", size * 1.3);
	xml_open(x, "draw:text-box");
	xml_open(x, "text:p");
	xml_attr(x, "text:style-name", run_style(o, font, mark));
	xml_text(x, mark->run.text);
	xml_close(x);
	xml_close(x);
	xml_close(x);
}

void odt_page_shapes(odt *o, const ramure_page *page)
{
	for (size_t i = 0; i < page->count; i++) {
		if (page->marks[i].type == RAMURE_PATH_MARK)
			put_path(o, &page->marks[i]);
		else if (page->marks[i].type == RAMURE_GLYPH_RUN)
			put_run(o, &page->marks[i]);
	}
}

static void put_group(odt *o, const ramure_node *figure)
{
	const ramure_page *page = ramure_figure_page(o->ctx, figure, odt_room(o));
	xml *x = &o->out;

	if (!page)
		return;
	o->drawings++;
	xml_open(x, "draw:g");
	xml_attr(x, "text:anchor-type", "as-char");
	xml_attr(x, "draw:style-name", "Groupe");
	xml_attr_format(x, "draw:name", "Dessin_%zu", o->drawings);
	describe(o->ctx, x, ramure_child(figure, RAMURE_CAPTION), figure->figure->alt);
	odt_page_shapes(o, page);
	xml_close(x);
}

void odt_figure(odt *o, const ramure_node *node)
{
	const ramure_node *caption = ramure_child(node, RAMURE_CAPTION), *source = ramure_child(node, RAMURE_SOURCE);

	odt_paragraph_begin(o, caption ? "Figure_avec_legende" : "Figure");
	if (node->type == RAMURE_IMAGE)
		odt_image(o, node);
	else
		put_group(o, node);
	xml_close(&o->out);
	if (caption)
		odt_caption_put(o, caption, false);
	if (source)
		odt_paragraph(o, "Source", source);
}
