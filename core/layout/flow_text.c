/* flow_text.c: texts of every role, set in lines that a page end may part. */
#include "core/base/buf.h"
#include "core/context.h"
#include "core/document/document.h"
#include "core/layout/flow.h"

setting flow_role(ramure_role role)
{
	return (setting){ .style = { .role = role } };
}

static paragraph_style resolve(const flow *f, setting s)
{
	paragraph_style style;

	style = canvas_style(f->canvas, s.style);
	if (s.strong && style.role.weight < 700)
		style.role.weight = 700;
	if (s.italic)
		style.role.italic = true;
	return style;
}

typedef struct broken {
	paragraph_style style;
	const paragraph *paragraph;
	const paragraph_lines *lines;
} broken;

static broken break_text(const flow *f, const ramure_node *text, setting s, double width)
{
	ramure_ctx *ctx = f->canvas->ctx;
	broken b = { .style = resolve(f, s) };

	b.paragraph = paragraph_shape(ctx, text, &b.style);
	b.lines = paragraph_break(ctx, b.paragraph, &b.style, width);
	return b;
}

/* How many of `left` lines go into a height: none, or two at least on either side of a page end. */
static size_t lines_that_fit(const paragraph_lines *lines, size_t left, room r)
{
	double fitting = (r.height + FLOW_SLACK) / lines->leading;
	size_t count = fitting >= (double)left ? left : fitting > 0 ? (size_t)fitting : 0;

	if (count == left)
		return left;
	if (left - count < 2)
		count = left - 2 < left ? left - 2 : 0;
	if (count < 2)
		count = 0;
	if (!count && r.fresh)
		count = fitting >= 1 ? (size_t)fitting : 1;
	return count;
}

static void put_lines(const flow *f, const broken *b, size_t from, size_t to, room r)
{
	if (!flow_measuring(f))
		paragraph_put(f->canvas->ctx, f->canvas->list, canvas_element(f->canvas), b->paragraph, b->lines,
			      &b->style, from, to, r.x, r.y, r.width);
}

/* However narrow the box, a text is broken, unless its width is 0: then it is one line. */
enum { NARROWEST = 4 };

placed flow_text(const flow *f, const ramure_node *text, setting s, room r, const position *from)
{
	broken b = break_text(f, text, s, r.width > NARROWEST || r.width == 0 ? r.width : NARROWEST);
	size_t first = from ? from->line : 0;
	size_t left, count;
	position *next;

	/* A page does not begin with the empty lines of a listing. */
	while (from && first + 1 < b.lines->count && b.lines->lines[first].width <= 0)
		first++;
	left = b.lines->count > first ? b.lines->count - first : 0;
	count = left ? lines_that_fit(b.lines, left, r) : 0;
	if (left && !count)
		return (placed){ 0, from };
	put_lines(f, &b, first, first + count, r);
	if (count == left)
		return (placed){ (double)count * b.lines->leading, FLOW_END };
	next = RAMURE_NEW(f->canvas->ctx, position);
	next->line = first + count;
	return (placed){ (double)count * b.lines->leading, next };
}

double flow_text_whole(const flow *f, const ramure_node *text, setting s, ramure_tag tag, room r)
{
	broken b = break_text(f, text, s, r.width);
	bool opened = flow_open(f, tag, text);

	put_lines(f, &b, 0, b.lines->count, r);
	flow_close(f, opened);
	return (double)b.lines->count * b.lines->leading;
}

double flow_text_height(const flow *f, const ramure_node *text, setting s, double width)
{
	broken b = break_text(f, text, s, width);

	return (double)b.lines->count * b.lines->leading;
}

bool flow_text_at_right(const flow *f, const ramure_node *text, setting s)
{
	paragraph_style style = resolve(f, s);

	return paragraph_at_right(paragraph_shape(f->canvas->ctx, text, &style), f->canvas->list->turned);
}

bool flow_at_right(const flow *f, const ramure_node *container)
{
	const ramure_node *text = flow_next(f, container->first);

	if (!text || text->type != RAMURE_PARAGRAPH)
		return f->canvas->list->turned;
	return flow_text_at_right(f, text, flow_setting(f, text));
}

double flow_text_baseline(const flow *f, const ramure_node *text, setting s)
{
	return break_text(f, text, s, 0).lines->baseline;
}

void flow_text_widths(const flow *f, const ramure_node *text, setting s, double *natural, double *least)
{
	broken b = break_text(f, text, s, 0);

	*natural = b.lines->width;
	*least = paragraph_min_width(b.paragraph, &b.style);
}

/* "Tableau 3. " in bold, then the caption's words; made once. */
static const ramure_node *numbered(const flow *f, const ramure_node *caption)
{
	static const ramure_word table = { "Table %d. ", "Tableau %d. " }, figure = { "Figure %d. ", "Figure %d. " };
	ramure_ctx *ctx = f->canvas->ctx;
	void **slot = flow_slot(f, caption, SLOT_WORDS);
	ramure_node *phrase, *strong;
	ramure_str number;

	if (*slot || caption->caption->number <= 0)
		return *slot ? *slot : caption;
	phrase = node_new(ctx, RAMURE_PHRASE, caption->span);
	strong = node_new(ctx, RAMURE_STRONG, caption->span);
	number = ramure_format(ctx, ramure_say(ctx, caption->caption->of_table ? table : figure),
			       caption->caption->number);
	node_append(strong, node_text(ctx, caption->span, number));
	node_append(phrase, strong);
	node_copy_children(ctx, phrase, caption);
	*slot = phrase;
	return phrase;
}

static setting caption_setting(void)
{
	setting s = flow_role(RAMURE_ROLE_SMALL);

	s.style.colour = RAMURE_MUTED;
	s.style.coloured = true;
	s.style.balanced = true;
	return s;
}

double flow_caption_height(const flow *f, const ramure_node *caption, double width)
{
	return caption ? flow_text_height(f, numbered(f, caption), caption_setting(), width) : 0;
}

void flow_caption(const flow *f, const ramure_node *caption, ramure_tag tag, room r)
{
	if (caption && !flow_measuring(f))
		flow_text_whole(f, numbered(f, caption), caption_setting(), tag, r);
}

/* Short texts are; running text is set for the best fit. */
static bool is_balanced(const flow *f, ramure_role role)
{
	if (role == RAMURE_ROLE_BODY || role == RAMURE_ROLE_CODE || role == RAMURE_ROLE_DETAIL ||
	    role == RAMURE_ROLE_SOURCE)
		return false;
	return f->in_cell || f->level > 0 || (role != RAMURE_ROLE_CELL && role != RAMURE_ROLE_SMALL);
}

setting flow_setting(const flow *f, const ramure_node *p)
{
	setting s = flow_role(f->role);

	s.style.colour = f->colour;
	s.style.coloured = f->coloured;
	s.style.align = f->align;
	s.strong = f->strong || p == f->bold;
	if (p->type == RAMURE_PARAGRAPH) {
		if (p->paragraph->role != RAMURE_ROLE_BODY)
			s.style.role = p->paragraph->role;
		if (p->paragraph->align != RAMURE_START)
			s.style.align = p->paragraph->align;
		if (p->paragraph->coloured || p->paragraph->quiet) {
			s.style.coloured = true;
			s.style.colour = p->paragraph->coloured ? p->paragraph->colour : RAMURE_MUTED;
		}
	}
	if (s.style.role == RAMURE_ROLE_DETAIL && !s.style.coloured) { /* speaker notes are read in poor light */
		s.style.coloured = true;
		s.style.colour = RAMURE_INK;
	}
	if (p == f->lead)
		s.style.role = RAMURE_ROLE_LEAD;
	s.style.balanced = is_balanced(f, s.style.role);
	/* Figures are ranged by their units, which stand at the right in every script. */
	if (f->align == RAMURE_END && flow_text_at_right(f, p, s))
		s.style.align = RAMURE_START;
	return s;
}

placed flow_paragraph(const flow *f, const ramure_node *p, room r, const position *from)
{
	bool opened;
	placed result;

	if (flow_as_image(p))
		return flow_image(f, flow_as_image(p), r, from);
	if (f->measure > 0 && r.width > f->measure)
		r.width = f->measure;
	opened = !(f->in_cell && p->parent->first == p->parent->last) && flow_open(f, RAMURE_TAG_P, p);
	result = flow_text(f, p, flow_setting(f, p), r, from);
	flow_close(f, opened);
	return result;
}

placed flow_heading(const flow *f, const ramure_node *heading, room r, const position *from)
{
	setting s = flow_role(RAMURE_ROLE_COLUMN_HEADING);
	bool opened;
	placed result;

	/* Below the first level of sections, and in a narrow box, a heading is not larger than what it heads. */
	if (f->role != RAMURE_ROLE_BODY || f->in_cell)
		s = (setting){ .style = {
				       .role = RAMURE_ROLE_CELL_STRONG, .colour = RAMURE_PRIMARY, .coloured = true } };
	s.style.balanced = true;
	opened = flow_open(f, structure_heading_tag(heading->heading->level), heading);
	result = flow_text(f, heading, s, r, from);
	flow_close(f, opened);
	return result;
}

placed flow_source(const flow *f, const ramure_node *source, room r, const position *from)
{
	bool opened = flow_open(f, RAMURE_TAG_P, source);
	placed result = flow_text(f, source, flow_role(RAMURE_ROLE_SOURCE), r, from);

	flow_close(f, opened);
	return result;
}

placed flow_rule(const flow *f, const ramure_node *rule, room r, const position *from)
{
	(void)rule;
	(void)from;
	if (!flow_measuring(f))
		ramure_draw_line(f->canvas, r.x, r.y + 0.5, r.x + r.width, r.y + 0.5, 0.75, RAMURE_HAIRLINE);
	return (placed){ 1, FLOW_END };
}

enum { TAB = 4 };

/* A line with its tabs as spaces: fonts have no tab. */
static ramure_str without_tabs(ramure_ctx *ctx, ramure_str line)
{
	buf out = buf_on(ctx->arena);
	size_t column = 0;

	for (size_t i = 0; i < line.size; i++) {
		size_t spaces = line.data[i] == '\t' ? TAB - column % TAB : 0;

		if (spaces)
			buf_fill(&out, ' ', spaces);
		else
			buf_putc(&out, line.data[i]);
		column += spaces ? spaces : (line.data[i] & 0xC0) != 0x80;
	}
	return buf_str(&out);
}

/* The lines of a code block as inlines, made once. */
static const ramure_node *code_lines(const flow *f, const ramure_node *code)
{
	ramure_ctx *ctx = f->canvas->ctx;
	void **slot = flow_slot(f, code, SLOT_WORDS);
	ramure_str text = code->text;
	ramure_node *phrase;

	if (*slot)
		return *slot;
	phrase = node_new(ctx, RAMURE_PHRASE, code->span);
	/* No language (BCP 47), and none that runs leftward. */
	node_set_lang(ctx, phrase, RAMURE_STR("zxx"));
	while (text.size && text.data[text.size - 1] == '\n')
		text.size--;
	for (size_t start = 0; start <= text.size;) {
		size_t end = start;
		ramure_node *line = node_new(ctx, RAMURE_CODE_SPAN, code->span);

		while (end < text.size && text.data[end] != '\n')
			end++;
		line->text = without_tabs(ctx, (ramure_str){ text.data + start, end - start });
		if (phrase->first)
			node_append(phrase, node_new(ctx, RAMURE_BREAK, code->span));
		node_append(phrase, line);
		start = end + 1;
	}
	*slot = phrase;
	return phrase;
}

placed flow_code(const flow *f, const ramure_node *code, room r, const position *from)
{
	const double padding = flow_inset(f, 10, r.width);
	const ramure_node *lines = code_lines(f, code);
	room inside = { r.x + padding, r.y + padding, r.width - 2 * padding, r.height - 2 * padding, r.fresh };
	bool measuring = flow_measuring(f);
	bool opened, opened_code;
	placed p;

	/* The ground is painted first, so its height is measured first. */
	f->canvas->list->measuring = true;
	p = flow_text(f, lines, flow_role(RAMURE_ROLE_CODE), inside, from);
	f->canvas->list->measuring = measuring;
	if (p.next == from)
		return p;
	if (!measuring) {
		ramure_paint ground = { .fill = RAMURE_TINT, .filled = true };
		ramure_draw_rect(f->canvas, (ramure_box){ r.x, r.y, r.width, p.height + 2 * padding }, 3, &ground);
		opened = flow_open(f, RAMURE_TAG_P, code);
		opened_code = flow_open(f, RAMURE_TAG_CODE, code);
		flow_text(f, lines, flow_role(RAMURE_ROLE_CODE), inside, from);
		flow_close(f, opened_code);
		flow_close(f, opened);
	}
	p.height += 2 * padding;
	return p;
}
