/* paragraph_put.c: lines as marks on a page: glyphs with the characters they stand for, links, shapes. */
#include "core/layout/canvas.h"
#include "core/layout/paragraph_parts.h"

#include "core/base/buf.h"
#include "core/base/utf8.h"

#include <string.h>

/* Where shape and words of a status mark stand, in em; a radius of 5 beside 14 pt. */
static const double SHAPE_RADIUS = 0.33, SHAPE_CENTRE = 0.36;

typedef struct putting {
	ramure_ctx *ctx;
	display_list *page;
	uint32_t element;
	const paragraph *p;
	const paragraph_style *style;
	double size, x, y;   /* of the pen */
	const stretch *link; /* of the link whose box is open on this line; NULL when none is */
	uint32_t link_element;
	double link_start;
} putting;

static ramure_rgb colour_of(const putting *t, const stretch *st)
{
	ramure_colour colour = t->style->colour;

	/* On grounds of another colour, the text's own is the one that can be read. */
	if (st->link && (colour == RAMURE_INK || colour == RAMURE_MUTED))
		colour = t->ctx->theme->link_colour;
	return t->ctx->theme->colours[colour];
}

/* A link in text of its own colour would be seen by nobody without a stroke. */
static bool is_underlined(const putting *t, const stretch *st)
{
	return st->link && (t->ctx->theme->link_underlined || t->style->colour == t->ctx->theme->link_colour);
}

/* ---- elements ---- */

/* One below `parent` for that node. */
static uint32_t child(const putting *t, uint32_t parent, ramure_tag tag, const ramure_node *node)
{
	return parent == RAMURE_ARTIFACT ? parent : structure_element(t->page->structure, parent, tag, (uintptr_t)node);
}

static uint32_t element_of(const putting *t, const stretch *st)
{
	uint32_t element = t->element;

	if (st->link)
		element = child(t, element, RAMURE_TAG_LINK, st->link);
	if (st->foreign) {
		element = child(t, element, RAMURE_TAG_SPAN, st->foreign);
		if (element != RAMURE_ARTIFACT)
			structure_at(t->page->structure, element)->lang = ramure_node_lang(st->foreign);
	}
	if (st->call)
		element = child(t, element, RAMURE_TAG_REFERENCE, st->call);
	if (st->code)
		element = child(t, element, RAMURE_TAG_CODE, st->code);
	return element;
}

/* ---- links ---- */

/* The words of the link that a stretch belongs to, from all of its stretches. */
static ramure_str link_words(const paragraph *p, const stretch *inside)
{
	const stretch *first = inside, *last = inside, *end = p->stretches + p->stretch_count;

	while (first > p->stretches && first[-1].link == inside->link)
		first--;
	while (last + 1 < end && last[1].link == inside->link)
		last++;
	return (ramure_str){ p->text.data + first->start, last->end - first->start };
}

static void close_link(putting *t)
{
	const font_face *face = t->p->face;
	double em = t->size / face->info.units_per_em;
	const stretch *inside = t->link;
	const ramure_link_info *link;
	ramure_page_mark *mark;
	size_t page = 0;

	t->link = NULL;
	if (!inside || t->link_element == RAMURE_ARTIFACT)
		return;
	link = inside->link->link;
	if (!link->url.size && (!link->target || !display_page_of(t->page, link->target, &page)))
		return;
	mark = display_add(t->page, RAMURE_LINK_MARK, t->link_element);
	mark->link.box = (ramure_box){ t->link_start, t->y - face->ascent * em, t->x - t->link_start,
				       (face->ascent - face->descent) * em };
	mark->link.url = link->url;
	mark->link.page = page;
	mark->link.contents = link_words(t->p, inside);
}

static void follow_link(putting *t, const stretch *st)
{
	if (st->link == (t->link ? t->link->link : NULL))
		return;
	close_link(t);
	if (!st->link)
		return;
	t->link = st;
	t->link_start = t->x;
	t->link_element = child(t, t->element, RAMURE_TAG_LINK, st->link);
}

/* ---- decoration ---- */

static ramure_page_mark *add_path(const putting *t, const ramure_segment *segments, size_t count)
{
	ramure_segment *copy = arena_alloc_array(t->page->arena, count, sizeof *copy);
	ramure_page_mark *mark = display_add(t->page, RAMURE_PATH_MARK, RAMURE_ARTIFACT);

	memcpy(copy, segments, count * sizeof *copy);
	mark->path.segments = copy;
	mark->path.count = count;
	return mark;
}

/* `height` above the baseline, in em. */
static void put_stroke(const putting *t, double x0, double height, ramure_rgb colour)
{
	float y = (float)(t->y - height * t->size);
	const ramure_segment line[] = {
		{ .op = RAMURE_MOVE, .x = { (float)x0 }, .y = { y } },
		{ .op = RAMURE_LINE_TO, .x = { (float)t->x }, .y = { y } },
	};

	add_path(t, line, 2)->path.ink =
		(ramure_ink){ .stroke = colour, .stroked = true, .stroke_width = (float)(t->size * 0.06) };
}

static void put_shape(const putting *t, const ramure_mark_info *mark)
{
	double x = t->x + SHAPE_CENTRE * t->size;
	double y = t->y - t->p->face->cap_height * t->size / t->p->face->info.units_per_em / 2;
	const ramure_rgb *colours = t->ctx->theme->colours;

	for (int part = 0; part < 2; part++) {
		ramure_segment outline[SHAPE_SEGMENTS];
		double stroke = 0;
		size_t count = shape_outline(outline, mark->shape, x, y, SHAPE_RADIUS * t->size, part, &stroke);

		if (count)
			add_path(t, outline, count)->path.ink = (ramure_ink){
				.fill = colours[mark->colour],
				.stroke = colours[mark->colour],
				.filled = stroke <= 0,
				.stroked = stroke > 0,
				.stroke_width = (float)stroke,
				.round_caps = stroke > 0,
			};
	}
}

/* ---- glyphs ---- */

static bool is_soft_hyphen(const paragraph *p, const glyph *g)
{
	return g->start + 1 < p->text.size && memcmp(p->text.data + g->start, "\u00AD", 2) == 0;
}

/* Where the characters of a glyph's cluster end. */
static uint32_t cluster_end(const paragraph *p, uint32_t g)
{
	uint32_t start = p->glyphs[g].start;

	for (; g < p->glyph_count; g++)
		if (p->glyphs[g].start != start)
			return p->glyphs[g].start;
	return (uint32_t)p->text.size;
}

/* Where the characters of a glyph begin, and those of its cluster end. */
typedef struct saying {
	bool any;
	uint32_t glyph;
	size_t at, end;
} saying;

/* Moves to a glyph: from the one before it in its cluster, or by counting those. */
static void say_next(saying *s, const paragraph *p, uint32_t g)
{
	uint32_t start = p->glyphs[g].start, from = s->glyph;

	if (!s->any || from + 1 != g || p->glyphs[from].start != start) {
		*s = (saying){ .any = true, .at = start, .end = cluster_end(p, g) };
		for (from = g; from > 0 && p->glyphs[from - 1].start == start;)
			from--;
	}
	for (; from < g; from++)
		if (s->at < s->end)
			utf8_next((ramure_str){ p->text.data, s->end }, &s->at);
	s->glyph = g;
}

/* The part of a cluster's characters that a glyph says: one each, and the last glyph the rest.  A letter and its mark
 * are so read in the order of the text.  A line end is said as a space, or its words would run into the next line's. */
static void put_characters(buf *text, const paragraph *p, const saying *s)
{
	bool last = s->glyph + 1 == p->glyph_count || p->glyphs[s->glyph + 1].start != p->glyphs[s->glyph].start;
	size_t end = s->at;

	if (end < s->end)
		utf8_next((ramure_str){ p->text.data, s->end }, &end);
	for (size_t i = s->at; i < (last ? s->end : end); i++)
		buf_putc(text, p->text.data[i] == '\n' ? ' ' : p->text.data[i]);
}

typedef struct piece {
	const run *run;
	uint32_t first, end;
	bool hyphen; /* its last glyph is a soft hyphen that shows */
} piece;

/* The glyph as writers see it; false for what shows nothing and says nothing. */
static bool resolve(const putting *t, const piece *pc, uint32_t g, ramure_glyph *out)
{
	const glyph *from = &t->p->glyphs[g];
	hb_codepoint_t hyphen = 0;

	*out = (ramure_glyph){ .id = from->id, .advance = from->advance, .dx = from->dx, .dy = from->dy };
	if (!is_soft_hyphen(t->p, from))
		return true;
	if (!pc->hyphen || g + 1 != pc->end)
		return false;
	hb_font_get_nominal_glyph(pc->run->face->hb, '-', &hyphen);
	out->id = hyphen;
	out->advance = hb_font_get_glyph_h_advance(pc->run->face->hb, hyphen);
	return true;
}

static void put_glyphs(putting *t, const piece *pc, const stretch *st)
{
	const run *r = pc->run;
	const bool leftward = run_is_leftward(r);
	double size = t->size * (double)r->scale, start = t->x, end = start;
	uint32_t count = pc->end - pc->first;
	ramure_glyph *glyphs;
	ramure_page_mark *mark;
	saying said = { .any = false };
	buf text;
	size_t kept = 0;

	glyphs = arena_alloc_array(t->page->arena, count, sizeof *glyphs);
	text = buf_on(t->page->arena);
	for (uint32_t g = pc->first; g < pc->end; g++) {
		ramure_glyph resolved;

		if (!resolve(t, pc, g, &resolved))
			continue;
		end += resolved.advance * size / r->face->info.units_per_em;
		if (leftward) {
			resolved.advance = -resolved.advance;
			resolved.dx += resolved.advance;
		}
		resolved.text_start = (uint32_t)text.size;
		say_next(&said, t->p, g);
		put_characters(&text, t->p, &said);
		resolved.text_size = (uint32_t)text.size - resolved.text_start;
		glyphs[kept++] = resolved;
	}
	t->x = end;
	if (!kept)
		return;
	mark = display_add(t->page, RAMURE_GLYPH_RUN, element_of(t, st));
	mark->run.font = r->face->number;
	mark->run.x = (float)(leftward ? end : start);
	mark->run.y = (float)(t->y - (double)r->rise * t->size);
	mark->run.size = (float)size;
	mark->run.colour = colour_of(t, st);
	mark->run.text = buf_str(&text);
	mark->run.glyphs = glyphs;
	mark->run.glyph_count = kept;
	mark->run.raised = r->raised;
}

static void put_piece(putting *t, const piece *pc)
{
	const stretch *st = &t->p->stretches[pc->run->stretch];
	double start = t->x;

	follow_link(t, st);
	if (st->mark) {
		put_shape(t, st->mark);
		t->x += paragraph_advance(pc->run, &t->p->glyphs[pc->first]) * t->size;
		return;
	}
	put_glyphs(t, pc, st);
	if (st->struck)
		put_stroke(t, start, 0.26, colour_of(t, st));
	if (is_underlined(t, st))
		put_stroke(t, start, -0.12, colour_of(t, st));
}

/* ---- lines ---- */

static size_t run_at(const paragraph *p, uint32_t g)
{
	size_t low = 0, high = p->run_count;

	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;

		if (p->runs[middle].first <= g)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static piece piece_of(const paragraph *p, size_t r, uint32_t first, uint32_t end, bool hyphenated)
{
	const run *whole = &p->runs[r];
	piece pc = { .run = whole,
		     .first = whole->first > first ? whole->first : first,
		     .end = whole->end < end ? whole->end : end };

	pc.hyphen = hyphenated && pc.end == end;
	return pc;
}

/* Glyphs [first, end), the spaces at the line's end included: they show nothing, and part its words from the next
 * line's for whoever reads the text. */
static void put_line(putting *t, uint32_t first, uint32_t end, bool hyphenated)
{
	const paragraph *p = t->p;

	for (size_t r = run_at(p, first); r < p->run_count && p->runs[r].first < end; r++) {
		piece pc = piece_of(p, r, first, end, hyphenated);

		if (pc.first < pc.end)
			put_piece(t, &pc);
	}
	close_link(t);
}

static double piece_width(const putting *t, const piece *pc)
{
	double width = 0;

	for (uint32_t g = pc->first; g < pc->end; g++) {
		ramure_glyph shown;

		if (resolve(t, pc, g, &shown))
			width += shown.advance * (double)pc->run->scale / pc->run->face->info.units_per_em;
	}
	return width * t->size;
}

/* A line of which some parts run leftward: each goes to its place, in the order of the text, which is that of readers.
 * `text_end` is where the spaces at its end begin: they have the level of the paragraph (UAX 9, L1). */
static void put_mixed_line(putting *t, uint32_t first, uint32_t text_end, uint32_t end, bool hyphenated)
{
	const paragraph *p = t->p;
	size_t from = run_at(p, first), most = 2, count = 0;
	piece *pieces;
	uint8_t *levels;
	size_t *order;
	double *lefts;
	double x = t->x;

	for (size_t r = from; r < p->run_count && p->runs[r].first < end; r++)
		most += 2;
	pieces = arena_alloc_array(t->page->arena, most, sizeof *pieces);
	levels = arena_alloc(t->page->arena, most);
	order = arena_alloc_array(t->page->arena, most, sizeof *order);
	lefts = arena_alloc_array(t->page->arena, most, sizeof *lefts);
	for (size_t r = from; r < p->run_count && p->runs[r].first < end; r++) {
		piece words = piece_of(p, r, first, text_end, hyphenated),
		      spaces = piece_of(p, r, text_end, end, false);

		if (words.first < words.end) {
			levels[count] = p->runs[r].level;
			pieces[count++] = words;
		}
		if (spaces.first < spaces.end) {
			levels[count] = p->leftward;
			pieces[count++] = spaces;
			x -= p->leftward ? piece_width(t, &spaces) : 0;
		}
	}
	paragraph_visual_order(levels, count, order);
	for (size_t i = 0; i < count; i++) {
		lefts[order[i]] = x;
		x += piece_width(t, &pieces[order[i]]);
	}
	for (size_t i = 0; i < count; i++) {
		t->x = lefts[i];
		put_piece(t, &pieces[i]);
		close_link(t);
	}
}

static double line_start(const paragraph_line *line, ramure_align align, double width)
{
	double room = width > line->width ? width - line->width : 0;

	switch (align) {
	case RAMURE_START:
		return 0;
	case RAMURE_CENTRE:
		return room / 2;
	case RAMURE_END:
		return room;
	}
	return 0;
}

/* Of a paragraph that starts at the right. */
static ramure_align opposite(ramure_align align)
{
	return align == RAMURE_START ? RAMURE_END : align == RAMURE_END ? RAMURE_START : align;
}

void paragraph_put(ramure_ctx *ctx, display_list *page, uint32_t element, const paragraph *p,
		   const paragraph_lines *lines, const paragraph_style *style, size_t from, size_t to, double x,
		   double y, double width)
{
	putting t = { .ctx = ctx, .page = page, .element = element, .p = p, .style = style };
	bool at_right = paragraph_at_right(p, page->turned);
	size_t first = page->count;

	if (page->measuring)
		return;
	t.size = paragraph_size(style);
	for (size_t i = from; i < to && i < lines->count; i++) {
		const paragraph_line *line = &lines->lines[i];
		uint32_t end = i + 1 < lines->count ? lines->lines[i + 1].first : line->first + line->count;

		t.x = x + line_start(line, at_right ? opposite(style->align) : style->align, width);
		t.y = y + lines->baseline + (double)(i - from) * lines->leading;
		if (p->levels)
			put_mixed_line(&t, line->first, line->first + line->count, end, line->hyphenated);
		else
			put_line(&t, line->first, end, line->hyphenated);
	}
	/* Only its box is to be turned round with what stands around. */
	if (page->turned)
		display_mirror(page, first, x + (width > lines->width ? width : lines->width) / 2);
}
