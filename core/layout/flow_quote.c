/* flow_quote.c: quotes and definitions, large when they have the slide to themselves. */
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/layout/flow.h"

enum { MEDIUM_SIGNS = 220, LONG_SIGNS = 400 };

/* How a quote is set in a box. */
typedef struct quote_form {
	double word;   /* width of the defined word's column, 0 when there is none beside */
	double size;   /* of the word, when it is smaller than its role's */
	double indent; /* of the text, from the box's left */
	double rule;   /* of the rule at its left */
	flow inner;
} quote_form;

static size_t signs(const flow *f, const ramure_node *quote)
{
	size_t count = 0;

	for (const ramure_node *n = flow_next(f, quote->first); n; n = flow_next(f, n->next))
		count += utf8_length(ramure_plain_text(f->canvas->ctx, n));
	return count;
}

static quote_form form_of(const flow *f, const ramure_node *quote, double width)
{
	quote_form q = { .inner = *f, .rule = 1, .indent = flow_inset(f, 20, width) };
	bool large = f->alone && f->role == RAMURE_ROLE_BODY && width > flow_span(f, 11);
	size_t count;

	q.inner.alone = false;
	q.inner.measure = 0;
	q.inner.columns = 1;
	if (!large)
		return q;
	count = signs(f, quote);
	q.rule = flow_span(f, 3) + 24;
	q.indent = q.rule + 28;
	q.word = quote->quote->word ? flow_span(f, 3) : 0;
	q.inner.role = count > LONG_SIGNS     ? RAMURE_ROLE_QUOTE_LONG
		       : count > MEDIUM_SIGNS ? RAMURE_ROLE_QUOTE_MEDIUM
					      : RAMURE_ROLE_QUOTE;
	return q;
}

static setting word_setting(const quote_form *q)
{
	setting s = flow_role(q->word > 0 ? RAMURE_ROLE_WORD : RAMURE_ROLE_COLUMN_HEADING);

	s.style.balanced = true;
	s.style.size = q->size;
	return s;
}

static setting nature_setting(void)
{
	setting s = flow_role(RAMURE_ROLE_CELL);

	s.style.colour = RAMURE_MUTED;
	s.style.coloured = true;
	s.italic = true;
	return s;
}

/* The word of a definition and its nature: in their own columns, or above the text. */
static double put_word(const flow *f, const quote_form *q, const ramure_node *quote, room r)
{
	double y = 0;

	if (quote->quote->word)
		y += flow_text_whole(f, quote->quote->word, word_setting(q), RAMURE_TAG_P, r);
	if (quote->quote->nature)
		y += flow_text_whole(f, quote->quote->nature, nature_setting(), RAMURE_TAG_P, room_below(r, y + 4)) + 4;
	return y;
}

enum { SMALLEST_WORD = 24 };

/* A word too long for its columns is set smaller; much too long, above the text. */
static void fit_word(const flow *f, quote_form *q, const ramure_node *quote)
{
	double natural, least;

	if (q->word <= 0)
		return;
	flow_text_widths(f, quote->quote->word, word_setting(q), &natural, &least);
	if (least <= q->word)
		return;
	q->size = canvas_style(f->canvas, word_setting(q).style).role.size * q->word / least;
	if (q->size < SMALLEST_WORD)
		q->word = q->size = 0;
}

/* Who said it, then what they are. */
static setting attribution_setting(bool first)
{
	setting s = flow_role(first ? RAMURE_ROLE_CELL_STRONG : RAMURE_ROLE_CELL);

	s.style.colour = first ? RAMURE_ACCENT : RAMURE_INK;
	s.style.coloured = true;
	return s;
}

static double put_attributions(const flow *f, const ramure_node *quote, room r)
{
	double y = 0;

	for (const ramure_node *n = quote->first; n; n = n->next)
		if (n->type == RAMURE_ATTRIBUTION)
			y += flow_text_whole(f, n, attribution_setting(y <= 0), RAMURE_TAG_P, room_below(r, y));
	return y;
}

placed flow_quote(const flow *f, const ramure_node *quote, room r, const position *from)
{
	quote_form q = form_of(f, quote, r.width);
	display_turn turn;
	const ramure_node *by = ramure_child(quote, RAMURE_ATTRIBUTION);
	const bool worded = !from && (quote->quote->word || quote->quote->nature);
	double space = flow_scaled(f, q.inner.role == f->role ? 6 : 16), above = 0, beside = 0;
	room text = { r.x + q.indent, r.y, r.width - q.indent, r.height, r.fresh };
	room word = { r.x, r.y, 0, FLOW_UNLIMITED, true };
	bool measuring = flow_measuring(f), deep = f->depth > 8, opened;
	double signature;
	placed p;

	fit_word(f, &q, quote);
	word.width = q.word > 0 ? q.word : text.width;
	word.x = q.word > 0 ? r.x : text.x;
	f->canvas->list->measuring = true;
	signature = by ? put_attributions(f, quote, (room){ 0, 0, text.width, FLOW_UNLIMITED, true }) + space : 0;
	if (worded)
		*(q.word > 0 ? &beside : &above) = put_word(f, &q, quote, word) + (q.word > 0 ? 0 : space);
	text = room_below(text, above);
	text.fresh = r.fresh;
	if (deep)
		text.height -= signature;
	p = flow_blocks(&q.inner, quote, text, from);
	/* The signature stays with the last lines.  Deep in one another, quotes are tried once, not twice for each. */
	if (!deep && p.next == FLOW_END && p.height + signature > text.height + FLOW_SLACK) {
		text.height -= signature;
		p = flow_blocks(&q.inner, quote, text, from);
	}
	f->canvas->list->measuring = measuring;
	if (p.next == from || (!r.fresh && beside > r.height + FLOW_SLACK))
		return (placed){ 0, from };
	turn = display_turn_begin(f->canvas->list, flow_at_right(&q.inner, quote)); /* its rule, too */
	opened = flow_open(f, RAMURE_TAG_BLOCKQUOTE, quote);
	if (worded)
		put_word(f, &q, quote, word);
	if (!measuring)
		flow_blocks(&q.inner, quote, text, from);
	p.height += above;
	if (p.next == FLOW_END && by)
		p.height += space + put_attributions(
					    f, quote,
					    (room){ text.x, r.y + p.height + space, text.width, FLOW_UNLIMITED, true });
	p.height = beside > p.height ? beside : p.height;
	if (!measuring)
		ramure_draw_line(f->canvas, r.x + q.rule, r.y, r.x + q.rule, r.y + p.height, 2, RAMURE_ACCENT);
	flow_close(f, opened);
	display_turn_end(f->canvas->list, turn, r.x + r.width / 2);
	return p;
}
