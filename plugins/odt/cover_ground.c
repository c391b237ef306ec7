/* cover_ground.c: what is drawn behind the words of the cover. */
#include "odt.h"

#include <string.h>

static double key(odt *o, const char *name)
{
	return ramure_theme_number(o->ctx, name);
}

static void rectangle(ramure_segment *s, double x, double y, double width, double height)
{
	const double xs[] = { x, x + width, x + width, x }, ys[] = { y, y, y + height, y + height };

	for (size_t i = 0; i < 4; i++)
		s[i] = (ramure_segment){ .op = i ? RAMURE_LINE_TO : RAMURE_MOVE,
					 .x = { (float)xs[i] },
					 .y = { (float)ys[i] } };
	s[4] = (ramure_segment){ .op = RAMURE_CLOSE };
}

static ramure_page_mark filled(const ramure_segment *segments, ramure_rgb colour)
{
	return (ramure_page_mark){
		.type = RAMURE_PATH_MARK,
		.element = RAMURE_ARTIFACT,
		.path = { .segments = segments, .count = 5, .ink = { .fill = colour, .filled = true } }
	};
}

static bool same_ink(const ramure_ink *a, const ramure_ink *b)
{
	return a->filled == b->filled && a->stroked == b->stroked && a->round_caps == b->round_caps &&
	       a->stroke_width == b->stroke_width && memcmp(&a->fill, &b->fill, sizeof a->fill) == 0 &&
	       memcmp(&a->stroke, &b->stroke, sizeof a->stroke) == 0;
}

/* What is painted alike becomes one shape: to whoever reads the report aloud, or as a PDF of LibreOffice, each shape is
 * a figure of its own.  Nothing in the ornament lies over what has another ink but stems under leaves, which come
 * first. */
static const ramure_page *merged(ramure_ctx *ctx, const ramure_page *page)
{
	ramure_page_mark *marks = RAMURE_NEW_ARRAY(ctx, ramure_page_mark, page->count);
	ramure_page *few = RAMURE_NEW(ctx, ramure_page);

	*few = *page;
	few->marks = marks;
	few->count = 0;
	for (size_t i = 0; i < page->count; i++) {
		const ramure_ink *ink = &page->marks[i].path.ink;
		ramure_segment *segments;
		size_t count = 0;
		bool done = false;

		for (size_t k = 0; k < few->count && !done; k++)
			done = same_ink(&marks[k].path.ink, ink);
		if (done)
			continue;
		for (size_t k = i; k < page->count; k++)
			count += same_ink(&page->marks[k].path.ink, ink) ? page->marks[k].path.count : 0;
		segments = RAMURE_NEW_ARRAY(ctx, ramure_segment, count);
		marks[few->count] = page->marks[i];
		marks[few->count].path.segments = segments;
		marks[few->count++].path.count = count;
		for (size_t k = i; k < page->count; k++)
			if (same_ink(&page->marks[k].path.ink, ink)) {
				memcpy(segments, page->marks[k].path.segments,
				       page->marks[k].path.count * sizeof *segments);
				segments += page->marks[k].path.count;
			}
	}
	return few;
}

/* Where the block stands; the named style says it too, but readers do not heed one at a drawing. */
static const char *ground_style(odt *o)
{
	const char *name = "Fond_de_couverture_place";
	xml *x = &o->automatic;

	if (!odt_automatic_new(o, name))
		return name;
	odt_style_open(x, "graphic", name, NULL, "Fond_de_couverture");
	odt_cover_place(x);
	xml_close(x);
	return name;
}

void odt_cover_ground(odt *o, double height, double title_end)
{
	static const ramure_word what = { "Ornament", "Ornement" };
	ramure_ctx *ctx = o->ctx;
	double width = key(o, "report.page.width"), tick = key(o, "report.cover.tick-width");
	bool filled_ground = key(o, "filled") > 0;
	/* It grows with the block, and stays away where it would meet the title; four lines may come near. */
	bool room = height * (1 - key(o, "report.cover.ornament-ry") / key(o, "report.cover.height")) >= title_end;
	ramure_segment *segments = RAMURE_NEW_ARRAY(ctx, ramure_segment, 10);
	ramure_page_mark marks[2];
	ramure_page ground = { .marks = marks };
	const char *title = ramure_say(ctx, what);
	xml *x = &o->out;

	rectangle(segments, 0, 0, width, height);
	rectangle(segments + 5, o->leftward ? width - tick : 0, key(o, "report.cover.tick-y"), tick,
		  key(o, "report.cover.tick-height"));
	if (filled_ground)
		marks[ground.count++] = filled(segments, ramure_theme_colour(ctx, RAMURE_PRIMARY));
	marks[ground.count++] =
		filled(segments + 5, ramure_theme_colour(ctx, filled_ground ? RAMURE_ON_PRIMARY_2 : RAMURE_ACCENT));
	xml_open(x, "draw:g");
	xml_attr(x, "text:anchor-type", "page");
	xml_attr(x, "text:anchor-page-number", "1");
	xml_attr(x, "draw:style-name", ground_style(o));
	xml_attr(x, "draw:name", "Couverture");
	xml_attr(x, "draw:z-index", "0");
	xml_element(x, "svg:title", (ramure_str){ title, strlen(title) });
	odt_page_shapes(o, &ground, 1, title);
	if (room)
		odt_page_shapes(o, merged(ctx, ramure_ornament_page(ctx, width, height)), 1, title);
	xml_close(x);
}
