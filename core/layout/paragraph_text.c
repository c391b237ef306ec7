/* paragraph_text.c: inlines as one string, and the properties of its stretches. */
#include "core/layout/paragraph_parts.h"

#include "core/base/buf.h"
#include "core/base/utf8.h"

#include <string.h>

typedef struct gathering {
	ramure_ctx *ctx;
	buf text;
	stretch *stretches;
	size_t count;
	stretch now;
	int strong, italic, struck, monospace; /* depth of nesting */
	const ramure_node *root;
} gathering;

static bool alike(const stretch *a, const stretch *b)
{
	return a->link == b->link && a->call == b->call && a->code == b->code && a->foreign == b->foreign && !a->mark &&
	       !b->mark && a->strong == b->strong && a->italic == b->italic && a->monospace == b->monospace &&
	       a->struck == b->struck && a->shift == b->shift;
}

/* Gives the bytes put since `start` the properties of now. */
static void close_stretch(gathering *g, size_t start, ramure_span at)
{
	stretch *last = g->count ? &g->stretches[g->count - 1] : NULL;

	if (start == g->text.size)
		return;
	g->now.strong = g->strong > 0;
	g->now.italic = g->italic > 0;
	g->now.struck = g->struck > 0;
	g->now.monospace = g->monospace > 0;
	if (last && alike(last, &g->now)) {
		last->end = (uint32_t)g->text.size;
		return;
	}
	g->stretches = arena_extend(g->ctx->shaped, g->stretches, g->count, sizeof *g->stretches);
	g->now.start = (uint32_t)start;
	g->now.end = (uint32_t)g->text.size;
	g->now.at = at;
	g->stretches[g->count++] = g->now;
}

/* A line end inside a paragraph is a space; in code it stands. */
static void put_words(gathering *g, const ramure_node *node, bool code)
{
	size_t start = g->text.size;

	buf_put_str(&g->text, node->text);
	for (size_t i = start; !code && i < g->text.size; i++)
		if (g->text.data[i] == '\n' || g->text.data[i] == '\r' || g->text.data[i] == '\t')
			g->text.data[i] = ' ';
	close_stretch(g, start, node->span);
}

static void put_break(gathering *g, ramure_span at)
{
	size_t start = g->text.size;

	buf_putc(&g->text, '\n');
	close_stretch(g, start, at);
}

static void put_call(gathering *g, const ramure_node *node)
{
	const ramure_node *note = node->call->note;
	int8_t shift = g->now.shift;
	size_t start = g->text.size;

	if (!note)
		return;
	buf_format(&g->text, "%d", note->footnote->number);
	g->now.call = node;
	g->now.shift = 1;
	close_stretch(g, start, node->span);
	g->now.call = NULL;
	g->now.shift = shift;
}

/* The place of the shape: a no-break space keeps it with its words. */
static void put_shape(gathering *g, const ramure_node *node)
{
	size_t start = g->text.size;

	if (node->mark->shape == RAMURE_NO_SHAPE)
		return;
	buf_puts(&g->text, "\u00A0");
	g->now.mark = node->mark;
	close_stretch(g, start, node->span);
	g->now.mark = NULL;
}

/* What holds around a node that changed a property; nesting of the same is no reason to look further than its parents.
 */
static const ramure_node *outer(const gathering *g, const ramure_node *node, bool lang)
{
	for (const ramure_node *n = node; n != g->root && (n = n->parent) && n != g->root;)
		if (lang ? ramure_node_lang(n).size > 0 : n->type == RAMURE_LINK)
			return n;
	return NULL;
}

static int8_t outer_shift(const gathering *g, const ramure_node *node)
{
	for (const ramure_node *n = node; n != g->root && (n = n->parent) && n != g->root;)
		if (n->type == RAMURE_SUPERSCRIPT || n->type == RAMURE_SUBSCRIPT)
			return n->type == RAMURE_SUPERSCRIPT ? 1 : -1;
	return 0;
}

static void change(gathering *g, const ramure_node *node, bool entering)
{
	int by = entering ? 1 : -1;

	if (ramure_node_lang(node).size)
		g->now.foreign = entering ? node : outer(g, node, true);
	if (node->type == RAMURE_EMPHASIS)
		g->italic += by;
	else if (node->type == RAMURE_STRONG)
		g->strong += by;
	else if (node->type == RAMURE_STRIKE)
		g->struck += by;
	else if (node->type == RAMURE_SUPERSCRIPT)
		g->now.shift = entering ? 1 : outer_shift(g, node);
	else if (node->type == RAMURE_SUBSCRIPT)
		g->now.shift = entering ? -1 : outer_shift(g, node);
	else if (node->type == RAMURE_LINK)
		g->now.link = entering ? node : outer(g, node, false);
}

static void enter(gathering *g, ramure_walk *walk)
{
	const ramure_node *node = walk->node;

	if (node != g->root)
		change(g, node, true);
	if (node->type == RAMURE_TEXT_RUN) {
		put_words(g, node, false);
	} else if (node->type == RAMURE_CODE_SPAN || node->type == RAMURE_CODE) {
		g->monospace++;
		g->now.code = node->type == RAMURE_CODE_SPAN ? node : NULL;
		put_words(g, node, node->type == RAMURE_CODE);
		g->now.code = NULL;
		g->monospace--;
	} else if (node->type == RAMURE_BREAK) {
		put_break(g, node->span);
	} else if (node->type == RAMURE_NOTE_CALL) {
		put_call(g, node);
	} else if (node->type == RAMURE_STATUS_MARK && node != g->root) { /* alone it is a pill's words */
		put_shape(g, node);
	} else if (node->type == RAMURE_IMAGE) {
		walk->skip = true; /* layout puts it beside the text */
	} else if (node != g->root && node->type == RAMURE_PARAGRAPH && g->text.size) {
		put_break(g, node->span); /* blocks in a place for one text */
	}
}

/* The commonest text by far is one run of plain words, which need no copy. */
static bool borrow_words(ramure_ctx *ctx, paragraph *p, const ramure_node *text)
{
	const ramure_node *only = text->first;
	stretch *whole;

	if (text->type == RAMURE_CODE || text->type == RAMURE_CODE_SPAN || !only || only->next ||
	    only->type != RAMURE_TEXT_RUN || ramure_node_lang(only).size || !only->text.size)
		return false;
	for (size_t i = 0; i < only->text.size; i++)
		if ((unsigned char)only->text.data[i] < ' ')
			return false;
	whole = arena_alloc(ctx->shaped, sizeof *whole);
	whole->end = (uint32_t)only->text.size;
	whole->at = only->span;
	p->text = only->text;
	p->stretches = whole;
	p->stretch_count = 1;
	return true;
}

/* Where the unit of a figure begins, with the space before it: "81 %", "8 M€"; the text's end when it has none. */
static size_t unit_of(ramure_str s)
{
	enum { LONGEST = 8 };
	size_t digit = s.size, at, start;

	while (digit > 0 && (s.data[digit - 1] < '0' || s.data[digit - 1] > '9'))
		digit--;
	at = start = digit;
	if (!digit || digit == s.size || !utf8_is_space(utf8_next(s, &at)) || at == s.size ||
	    utf8_length((ramure_str){ s.data + at, s.size - at }) > LONGEST)
		return s.size;
	return start;
}

/* Gives the unit of a figure a stretch of its own. */
static void part_unit(ramure_ctx *ctx, paragraph *p)
{
	uint32_t start = (uint32_t)unit_of(p->text);
	const stretch *last = p->stretch_count ? &p->stretches[p->stretch_count - 1] : NULL;
	stretch *parted;

	if (start == p->text.size || !last || last->start >= start || last->shift || last->mark)
		return;
	parted = arena_alloc_array(ctx->shaped, p->stretch_count + 1, sizeof *parted);
	memcpy(parted, p->stretches, p->stretch_count * sizeof *parted);
	parted[p->stretch_count] = *last;
	parted[p->stretch_count].start = start;
	parted[p->stretch_count].unit = true;
	parted[p->stretch_count - 1].end = start;
	p->stretches = parted;
	p->stretch_count++;
}

void paragraph_gather(ramure_ctx *ctx, paragraph *p, const ramure_node *text)
{
	gathering g = { .ctx = ctx, .text = buf_on(ctx->shaped), .root = text };
	ramure_walk walk = ramure_walk_from(text);

	if (borrow_words(ctx, p, text)) {
		if (text->type == RAMURE_NUMERAL)
			part_unit(ctx, p);
		return;
	}
	while (ramure_walk_next(&walk)) {
		if (walk.entering)
			enter(&g, &walk);
		else if (walk.node != text)
			change(&g, walk.node, false);
	}
	p->text = buf_str(&g.text);
	p->stretches = g.stretches;
	p->stretch_count = g.count;
	if (text->type == RAMURE_NUMERAL)
		part_unit(ctx, p);
}
