/* shapes.c: the marks of a page as native shapes. */
#include "shapes.h"

#include <math.h>
#include <string.h>

/* A page's marks on their way into the text, smaller by `scale`. */
typedef struct drawing {
	odt *o;
	double scale;
	double width;                   /* of the page */
	const char *title;              /* of each shape; NULL for what it is */
	const ramure_page_mark *ground; /* what was filled last: text may stand on it */
} drawing;

/* How many a segment has. */
static const size_t points[] = { [RAMURE_MOVE] = 1, [RAMURE_LINE_TO] = 1, [RAMURE_CURVE_TO] = 3, [RAMURE_CLOSE] = 0 };

typedef struct extent {
	double left, top, right, bottom;
} extent;

static extent extent_of(const ramure_page_mark *mark)
{
	const ramure_segment *segments = mark->path.segments;
	extent e = { INFINITY, INFINITY, -INFINITY, -INFINITY };

	for (size_t i = 0; i < mark->path.count; i++)
		for (size_t k = 0; k < points[segments[i].op]; k++) {
			e.left = fmin(e.left, (double)segments[i].x[k]);
			e.right = fmax(e.right, (double)segments[i].x[k]);
			e.top = fmin(e.top, (double)segments[i].y[k]);
			e.bottom = fmax(e.bottom, (double)segments[i].y[k]);
		}
	return e;
}

/* ---- the words of a drawing ---- */

/* What a line has under its baseline, its height and that of its capitals, in sizes.  Readers disagree on what a font
 * has above it, by as much as a fifth of the size, but not on what is below: words stand on the bottom of their box. */
static const double descent = 0.2, line_height = 1.2, capitals = 0.7;

/* Below 0 for words that run leftward: they begin at their right. */
static double run_width(drawing *d, const ramure_page_mark *mark)
{
	double width = 0;

	for (size_t i = 0; i < mark->run.glyph_count; i++)
		width += mark->run.glyphs[i].advance;
	return width * (double)mark->run.size / ramure_figure_font(d->o->ctx, mark)->units_per_em;
}

/* How many of `count` marks, which begin with a run, follow each other on a line. */
static size_t line_of(drawing *d, const ramure_page_mark *marks, size_t count)
{
	double size = (double)marks->run.size;
	size_t runs = 1;

	for (; runs < count && marks[runs].type == RAMURE_GLYPH_RUN; runs++) {
		const ramure_page_mark *last = &marks[runs - 1], *next = &marks[runs];
		double width = run_width(d, last), gap = (double)(next->run.x - last->run.x) - width;

		if (width < 0 || run_width(d, next) < 0 || fabs(gap) > 0.5 ||
		    fabs((double)(next->run.y - marks->run.y)) > size / 2)
			break;
	}
	return runs;
}

/* The line box of runs that follow each other.  On a shape it has the shape's width, and stays in its middle; elsewhere
 * there is room for a font that stands in. */
static shape_place place_of(drawing *d, const ramure_page_mark *marks, size_t runs)
{
	const ramure_page_mark *last = &marks[runs - 1];
	double size = (double)marks->run.size, width = (double)(last->run.x - marks->run.x) + run_width(d, last);
	double left = (double)marks->run.x + fmin(width, 0), right = (double)marks->run.x + fmax(width, 0);
	double base = (double)marks->run.y, bottom = base + descent * size, spare = fabs(width) * 0.1 + size;
	shape_place p = { .leftward = width < 0 };
	extent e;

	if (d->ground) {
		e = extent_of(d->ground);
		if (left >= e.left && right <= e.right && base <= e.bottom && base - capitals * size >= e.top)
			p.ground = d->ground;
		p.centred = p.ground && fabs(e.left + e.right - left - right) < 2;
	}
	if (p.centred) {
		left = e.left;
		right = e.right;
	} else if (p.leftward) {
		left -= fmin(spare, fmax(left, 0));
	} else {
		right += fmin(spare, fmax(d->width - right, 0));
	}
	p.box = (ramure_box){ left, bottom - line_height * size, right - left, line_height * size };
	return p;
}

static void put_box(drawing *d, ramure_box box)
{
	xml *x = &d->o->out;

	xml_attr_pt(x, "svg:x", box.x * d->scale);
	xml_attr_pt(x, "svg:y", box.y * d->scale);
	xml_attr_pt(x, "svg:width", box.width * d->scale);
	xml_attr_pt(x, "svg:height", box.height * d->scale);
}

/* A box for words or for a picture. */
static void begin_frame(drawing *d, ramure_box box)
{
	xml *x = &d->o->out;

	xml_open(x, "draw:frame");
	xml_attr(x, "draw:style-name", shape_frame_style(d->o));
	xml_attr_format(x, "draw:name", "Cadre_%zu", ++d->o->frames);
	put_box(d, box);
}

/* ---- paths ---- */

/* A path in hundredths of a point of its own box, as svg:d wants whole numbers. */
static ramure_str path_data(drawing *d, const ramure_segment *segments, size_t count, extent e)
{
	static const char letters[] = { [RAMURE_MOVE] = 'M', [RAMURE_LINE_TO] = 'L', [RAMURE_CURVE_TO] = 'C' };
	size_t capacity = count * (6 * (XML_NUMBER + 1) + 1) + 1, size = 0;
	char *data = ramure_alloc(d->o->ctx, capacity);

	for (size_t i = 0; i < count; i++) {
		if (segments[i].op == RAMURE_CLOSE) {
			data[size++] = 'Z';
			continue;
		}
		data[size++] = letters[segments[i].op];
		for (size_t k = 0; k < points[segments[i].op]; k++) {
			if (k)
				data[size++] = ' ';
			size += xml_number(data + size, lround(((double)segments[i].x[k] - e.left) * 100));
			data[size++] = ' ';
			size += xml_number(data + size, lround(((double)segments[i].y[k] - e.top) * 100));
		}
	}
	return (ramure_str){ data, size };
}

static bool is_line(const ramure_page_mark *mark)
{
	return mark->path.count == 2 && mark->path.segments[1].op == RAMURE_LINE_TO;
}

/* Four corners, each pair of neighbours on a vertical or a horizontal. */
static bool is_rectangle(const ramure_page_mark *mark)
{
	const ramure_segment *s = mark->path.segments;

	return mark->path.count == 5 && s[1].op == RAMURE_LINE_TO && s[2].op == RAMURE_LINE_TO &&
	       s[3].op == RAMURE_LINE_TO && s[4].op == RAMURE_CLOSE && s[0].x[0] == s[3].x[0] &&
	       s[1].x[0] == s[2].x[0] && s[0].y[0] == s[1].y[0] && s[2].y[0] == s[3].y[0];
}

/* Four quarters that meet where the box does.  (ramure_draw_circle) */
static bool is_ellipse(const ramure_page_mark *mark, extent e)
{
	const ramure_segment *s = mark->path.segments;

	if (mark->path.count != 6 || s[5].op != RAMURE_CLOSE)
		return false;
	for (size_t i = 1; i < 5; i++) {
		bool across = i % 2 == 0;
		double end = across ? (double)s[i].x[2] : (double)s[i].y[2];

		if (s[i].op != RAMURE_CURVE_TO ||
		    (across ? end != e.left && end != e.right : end != e.top && end != e.bottom))
			return false;
	}
	return true;
}

/* What a shape is called to those who meet it alone. */
static void put_title(drawing *d, ramure_word word)
{
	const char *title = d->title ? d->title : ramure_say(d->o->ctx, word);

	xml_element(&d->o->out, "svg:title", (ramure_str){ title, strlen(title) });
}

static void put_line(drawing *d, const ramure_page_mark *mark)
{
	static const ramure_word line = { "Line", "Trait" };
	static const char *const xs[] = { "svg:x1", "svg:x2" }, *const ys[] = { "svg:y1", "svg:y2" };
	xml *x = &d->o->out;

	xml_open(x, "draw:line");
	xml_attr(x, "draw:style-name", shape_paint_style(d->o, &mark->path.ink, d->scale));
	for (size_t i = 0; i < 2; i++) {
		xml_attr_pt(x, xs[i], (double)mark->path.segments[i].x[0] * d->scale);
		xml_attr_pt(x, ys[i], (double)mark->path.segments[i].y[0] * d->scale);
	}
	put_title(d, line);
	xml_close(x);
}

/* What draws a path with the least words. */
typedef struct form {
	const char *element;
	ramure_word title;
	bool traced; /* its outline is written */
} form;

static const form *form_of(const ramure_page_mark *mark, extent e)
{
	static const form rectangle = { "draw:rect", { "Rectangle", "Rectangle" }, false };
	static const form disc = { "draw:ellipse", { "Disc", "Disque" }, false };
	static const form any = { "draw:path", { "Shape", "Forme" }, true };

	return is_rectangle(mark) ? &rectangle : is_ellipse(mark, e) ? &disc : &any;
}

static void put_path(drawing *d, const ramure_page_mark *mark)
{
	xml *x = &d->o->out;
	extent e = extent_of(mark);
	const form *f;

	if (!(e.left <= e.right))
		return;
	/* What has no width or height has no box of its own, and readers stretch what has none. */
	if (e.right - e.left < 1)
		e.right = (e.left -= 0.5) + 1;
	if (e.bottom - e.top < 1)
		e.bottom = (e.top -= 0.5) + 1;
	f = form_of(mark, e);
	xml_open(x, f->element);
	xml_attr(x, "draw:style-name", shape_paint_style(d->o, &mark->path.ink, d->scale));
	put_box(d, (ramure_box){ e.left, e.top, e.right - e.left, e.bottom - e.top });
	if (f->traced) {
		xml_attr_format(x, "svg:viewBox", "0 0 %ld %ld", lround((e.right - e.left) * 100),
				lround((e.bottom - e.top) * 100));
		xml_attr_str(x, "svg:d", path_data(d, mark->path.segments, mark->path.count, e));
	}
	put_title(d, f->title);
	xml_close(x);
}

/* ---- marks ---- */

/* A line of text in a box of its own. */
static void put_line_of_text(drawing *d, const ramure_page_mark *marks, size_t runs)
{
	shape_place p = place_of(d, marks, runs);
	shape_look first = shape_look_of(d->o, marks, marks, d->scale);
	xml *x = &d->o->out;

	begin_frame(d, p.box);
	xml_open(x, "draw:text-box");
	xml_open(x, "text:p");
	xml_attr(x, "text:style-name", shape_line_style(d->o, &first, &p));
	for (size_t i = 0; i < runs; i++) {
		shape_look own = shape_look_of(d->o, &marks[i], marks, d->scale);
		bool other = !shape_same_look(&own, &first);

		if (other) {
			xml_open(x, "text:span");
			xml_attr(x, "text:style-name", shape_span_style(d->o, &own));
		}
		xml_text(x, marks[i].run.text);
		if (other)
			xml_close(x);
	}
	xml_close(x);
	xml_close(x);
	xml_close(x);
}

static void put_picture(drawing *d, const ramure_page_mark *mark)
{
	begin_frame(d, mark->image.box);
	odt_image_href(d->o, mark->image.file);
	xml_close(&d->o->out);
}

void odt_page_shapes(odt *o, const ramure_page *page, double scale, const char *title)
{
	drawing d = { .o = o, .scale = scale, .width = page->width, .title = title };

	for (size_t i = 0; i < page->count; i++) {
		const ramure_page_mark *mark = &page->marks[i];
		size_t runs;

		switch (mark->type) {
		case RAMURE_PATH_MARK:
			if (mark->path.ink.filled)
				d.ground = mark;
			if (is_line(mark))
				put_line(&d, mark);
			else
				put_path(&d, mark);
			break;
		case RAMURE_GLYPH_RUN:
			runs = line_of(&d, mark, page->count - i);
			put_line_of_text(&d, mark, runs);
			i += runs - 1;
			break;
		case RAMURE_IMAGE_MARK:
			put_picture(&d, mark);
			break;
		case RAMURE_LINK_MARK: /* its words stand beside it; where it leads, the text says */
			break;
		}
	}
}
