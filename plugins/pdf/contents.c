/* contents.c: the marks of a page as operators. */
#include "contents.h"

#include "discs.h"

#include <math.h>
#include <string.h>

static int64_t hundredths(double value)
{
	return llround(value * 100);
}

static void put_fixed(contents *c, int64_t value)
{
	bytes_put_fixed(&c->out, value, 2);
	bytes_putc(&c->out, ' ');
}

static void put(contents *c, double value)
{
	put_fixed(c, hundredths(value));
}

static void put_point(contents *c, double x, double y)
{
	put(c, x);
	put(c, c->height - y);
}

contents contents_on(ramure_ctx *ctx)
{
	return (contents){ .out = bytes_on(ctx) };
}

/* ---- Colours ---- */

static bool same_rgb(ramure_rgb a, ramure_rgb b)
{
	return a.r == b.r && a.g == b.g && a.b == b.b;
}

static void put_rgb(contents *c, ramure_rgb rgb, const char *operator)
{
	const uint8_t channels[] = { rgb.r, rgb.g, rgb.b };

	for (size_t i = 0; i < 3; i++) {
		/* Three decimals tell the 256 levels apart. */
		bytes_put_fixed(&c->out, (channels[i] * 1000 + 127) / 255, 3);
		bytes_putc(&c->out, ' ');
	}
	bytes_puts(&c->out, operator);
}

static void set_fill(contents *c, ramure_rgb rgb)
{
	if (same_rgb(c->ink.fill, rgb))
		return;
	put_rgb(c, rgb, "rg\n");
	c->ink.fill = rgb;
}

static void set_stroke(contents *c, const ramure_ink *ink)
{
	int64_t width = hundredths((double)ink->stroke_width);
	int64_t dash = hundredths((double)ink->dash);
	int64_t gap = hundredths((double)ink->gap);

	if (!same_rgb(c->ink.stroke, ink->stroke))
		put_rgb(c, ink->stroke, "RG\n");
	c->ink.stroke = ink->stroke;
	if (c->ink.width != width) {
		put_fixed(c, width);
		bytes_puts(&c->out, "w\n");
		c->ink.width = width;
	}
	if (c->ink.dash != dash || c->ink.gap != gap) {
		bytes_putc(&c->out, '[');
		if (dash > 0) {
			put_fixed(c, dash);
			put_fixed(c, gap);
		}
		bytes_puts(&c->out, "]0 d\n");
		c->ink.dash = dash;
		c->ink.gap = gap;
	}
	if (c->ink.round_caps != ink->round_caps)
		bytes_puts(&c->out, ink->round_caps ? "1 J 1 j\n" : "0 J 0 j\n");
	c->ink.round_caps = ink->round_caps;
}

/* ---- Marked content ---- */

static void end_text(contents *c)
{
	if (c->in_text)
		bytes_puts(&c->out, "ET\n");
	c->in_text = false;
}

static void end_sequence(contents *c)
{
	end_text(c);
	if (c->marked)
		bytes_puts(&c->out, "EMC\n");
	c->marked = false;
}

void contents_element(contents *c, tags *t, uint32_t element)
{
	if (c->marked && c->element == element)
		return;
	end_sequence(c);
	c->marked = true;
	c->element = element;
	if (element == RAMURE_ARTIFACT) {
		bytes_puts(&c->out, "/Artifact BMC\n");
		return;
	}
	/* The tag here says nothing that the structure does not (14.7.4.2). */
	bytes_puts(&c->out, "/P<</MCID ");
	bytes_put_integer(&c->out, c->sequences);
	bytes_puts(&c->out, ">>BDC\n");
	tags_add(t, element, c->page, c->sequences++);
}

void contents_begin(contents *c, uint32_t index, const ramure_page *page)
{
	static const ramure_rgb white = { 255, 255, 255 };
	bytes out = c->out;

	out.size = 0;
	/* Widths of 1, black, solid, butt: how a page's graphics state begins (8.4.1). */
	*c = (contents){
		.out = out, .height = page->height, .page = index, .ink = { .width = 100 }, .has_discs = c->has_discs
	};
	if (same_rgb(page->ground, white))
		return;
	contents_element(c, NULL, RAMURE_ARTIFACT);
	set_fill(c, page->ground);
	bytes_puts(&c->out, "0 0 ");
	put(c, page->width);
	put(c, page->height);
	bytes_puts(&c->out, "re f\n");
}

void contents_end(contents *c)
{
	end_sequence(c);
}

/* ---- Text ---- */

static void put_code(contents *c, uint32_t code)
{
	unsigned char pair[2];
	size_t size = sign_bytes(code, pair);

	for (size_t i = 0; i < size; i++)
		bytes_put_escaped(&c->out, pair[i]);
}

/* Begins a line: its place is said from the beginning of the line before (9.4.2). */
static void begin_line(contents *c, const ramure_page_mark *mark)
{
	int64_t x = hundredths((double)mark->run.x);
	int64_t y = hundredths(c->height - (double)mark->run.y);
	int64_t size = hundredths((double)mark->run.size);

	if (!c->in_text) {
		bytes_puts(&c->out, "BT\n");
		c->in_text = true;
		c->x = c->y = 0;
	}
	if (!c->has_font || c->font != mark->run.font || c->size != size) {
		bytes_puts(&c->out, "/F");
		bytes_put_integer(&c->out, mark->run.font);
		bytes_putc(&c->out, ' ');
		put_fixed(c, size);
		bytes_puts(&c->out, "Tf\n");
		c->has_font = true;
		c->font = mark->run.font;
		c->size = size;
	}
	set_fill(c, mark->run.colour);
	put_fixed(c, x - c->x);
	put_fixed(c, y - c->y);
	bytes_puts(&c->out, "Td\n");
	c->x = x;
	c->y = y;
}

/* The glyphs of a line as one array of strings and moves (9.4.3).  The moves keep the pen within a thousandth of the em
 * from where the glyph belongs, however long the line is. */
typedef struct pen {
	contents *c;
	double per_unit; /* thousandths of the em in a font unit */
	double at;       /* where the written glyphs have led, thousandths */
	bool in_array, in_string;
} pen;

static void pen_string(pen *p)
{
	if (!p->in_array)
		bytes_putc(&p->c->out, '[');
	if (!p->in_string)
		bytes_putc(&p->c->out, '(');
	p->in_array = p->in_string = true;
}

static void pen_move(pen *p, double to)
{
	int64_t move = llround(to - p->at);

	/* Not at half of one: what rounding has left would be mended and missed again at every glyph. */
	if (fabs(to - p->at) < 1)
		return;
	if (p->in_string)
		bytes_putc(&p->c->out, ')');
	if (!p->in_array)
		bytes_putc(&p->c->out, '[');
	bytes_put_integer(&p->c->out, -move);
	p->in_array = true;
	p->in_string = false;
	p->at += (double)move;
}

static void pen_up(pen *p)
{
	if (p->in_string)
		bytes_putc(&p->c->out, ')');
	if (p->in_array)
		bytes_puts(&p->c->out, "]TJ\n");
	p->in_array = p->in_string = false;
}

static void pen_rise(pen *p, double points)
{
	pen_up(p);
	put(p->c, points);
	bytes_puts(&p->c->out, "Ts\n");
}

bool contents_run(contents *c, signs *all, pdf_font *font, const ramure_page_mark *mark)
{
	pen p = { .c = c, .per_unit = 1000.0 / (double)font->info->units_per_em };
	double points_per_unit = (double)mark->run.size / (double)font->info->units_per_em;
	int64_t place = 0; /* where the next glyph belongs, font units */
	int32_t rise = 0;

	begin_line(c, mark);
	for (size_t i = 0; i < mark->run.glyph_count; i++) {
		const ramure_glyph *g = &mark->run.glyphs[i];
		ramure_str text = { mark->run.text.data + g->text_start, g->text_size };
		uint32_t code = font_code_of(font, all, g->id, text);

		if (code == 0)
			return false;
		if (g->dy != rise)
			pen_rise(&p, (double)g->dy * points_per_unit);
		rise = g->dy;
		pen_move(&p, (double)(place + g->dx) * p.per_unit);
		pen_string(&p);
		put_code(c, code);
		p.at += (double)font->codes[code].advance * p.per_unit;
		place += g->advance;
	}
	if (rise != 0)
		pen_rise(&p, 0);
	pen_up(&p);
	return true;
}

/* ---- Shapes ---- */

/* Paths with curves go to a tenth of a point: less than the eye tells apart there, and a fifth off what an ornament
 * takes.  Where a branch begins on another, both are said alike. */
static int decimals_of(const ramure_segment *segments, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (segments[i].op == RAMURE_CURVE_TO)
			return 1;
	return 2;
}

static void put_rounded(contents *c, double value, int decimals)
{
	bytes_put_fixed(&c->out, llround(value * (decimals == 1 ? 10 : 100)), decimals);
	bytes_putc(&c->out, ' ');
}

static void put_segment(contents *c, const ramure_segment *s, int decimals)
{
	/* By ramure_path_op. */
	static const struct {
		size_t points;
		const char *operator;
	} forms[] = { { 1, "m\n" }, { 1, "l\n" }, { 3, "c\n" }, { 0, "h\n" } };

	for (size_t i = 0; i < forms[s->op].points; i++) {
		put_rounded(c, (double)s->x[i], decimals);
		put_rounded(c, c->height - (double)s->y[i], decimals);
	}
	bytes_puts(&c->out, forms[s->op].operator);
}

static void put_path(contents *c, const ramure_segment *segments, size_t count)
{
	int decimals = decimals_of(segments, count);

	for (size_t i = 0; i < count; i++)
		put_segment(c, &segments[i], decimals);
}

static void put_disc(contents *c, const disc *d)
{
	bytes_puts(&c->out, "q ");
	put(c, d->radius);
	bytes_puts(&c->out, "0 0 ");
	put(c, d->radius);
	put_rounded(c, d->x, 1);
	put_rounded(c, c->height - d->y, 1);
	bytes_puts(&c->out, "cm/" DISC_NAME " Do Q\n");
	c->has_discs = true;
}

/* The most usual path by far, which has an operator of its own. */
static bool is_rectangle(const ramure_segment *s, size_t count)
{
	return count == 5 && s[0].op == RAMURE_MOVE && s[1].op == RAMURE_LINE_TO && s[2].op == RAMURE_LINE_TO &&
	       s[3].op == RAMURE_LINE_TO && s[4].op == RAMURE_CLOSE && s[0].y[0] == s[1].y[0] &&
	       s[1].x[0] == s[2].x[0] && s[2].y[0] == s[3].y[0] && s[3].x[0] == s[0].x[0];
}

static void put_rectangle(contents *c, const ramure_segment *s)
{
	put_point(c, (double)s[0].x[0], (double)s[0].y[0]);
	put(c, (double)s[2].x[0] - (double)s[0].x[0]);
	put(c, (double)s[0].y[0] - (double)s[2].y[0]);
	bytes_puts(&c->out, "re\n");
}

void contents_path(contents *c, const ramure_page_mark *mark)
{
	const ramure_ink *ink = &mark->path.ink;
	disc d;

	if (mark->path.count == 0 || (!ink->filled && !ink->stroked))
		return;
	end_text(c);
	if (ink->filled)
		set_fill(c, ink->fill);
	if (ink->stroked)
		set_stroke(c, ink);
	if (!ink->stroked && disc_is(mark->path.segments, mark->path.count, &d)) {
		put_disc(c, &d);
		return;
	}
	if (is_rectangle(mark->path.segments, mark->path.count))
		put_rectangle(c, mark->path.segments);
	else
		put_path(c, mark->path.segments, mark->path.count);
	bytes_puts(&c->out, !ink->stroked ? "f\n" : ink->filled ? "B\n" : "S\n");
}

void contents_image(contents *c, const ramure_page_mark *mark)
{
	ramure_box box = mark->image.box;

	end_text(c);
	bytes_puts(&c->out, "q ");
	put(c, box.width);
	bytes_puts(&c->out, "0 0 ");
	put(c, box.height);
	put_point(c, box.x, box.y + box.height);
	bytes_puts(&c->out, "cm/I");
	bytes_put_integer(&c->out, mark->image.file->id);
	bytes_puts(&c->out, " Do Q\n");
}
