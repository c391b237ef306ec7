/* run.c: the rules over one text, whose places are carried along. */
#include "config.h"

#include "core/typography/rules.h"

#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/context.h"

#include <string.h>

/* One pass over a text: what was copied so far, and which places have found their new offset. */
typedef struct pass {
	const ruled_text *text;
	buf *out;
	size_t copied;
	size_t place;
} pass;

/* Gives the places before `offset` the end of the output: what they pointed at is gone. */
static void settle(pass *p, size_t offset)
{
	while (p->place < p->text->place_count && p->text->places[p->place].offset < offset)
		p->text->places[p->place++].offset = p->out->size;
}

/* Copies the source range, with the places in it. */
static void copy(pass *p, size_t from, size_t to)
{
	settle(p, from);
	while (p->place < p->text->place_count && p->text->places[p->place].offset < to) {
		ruled_place *place = &p->text->places[p->place++];

		place->offset = p->out->size + (place->offset - from);
	}
	buf_put(p->out, p->text->text.data + from, to - from);
}

/* Places that stand where something begins.  Before an insertion, they stay before it when a text begins there (it
 * belongs to that text), else it belongs to the text that ends. */
static void settle_at(pass *p, size_t start, size_t end)
{
	size_t last = p->place;
	bool begins = start < end;

	while (last < p->text->place_count && p->text->places[last].offset == start)
		begins |= p->text->places[last++].begins;
	if (begins)
		while (p->place < last)
			p->text->places[p->place++].offset = p->out->size;
}

static void replace(pass *p, const rule *r, const size_t *found, size_t groups)
{
	copy(p, p->copied, found[0]);
	settle_at(p, found[0], found[1]);
	for (size_t i = 0; i < r->piece_count; i++) {
		const rule_piece *piece = &r->pieces[i];

		if (!piece->group)
			buf_put_str(p->out, piece->words);
		else if (piece->group < groups && found[(size_t)2 * piece->group] != PCRE2_UNSET)
			copy(p, found[(size_t)2 * piece->group], found[(size_t)2 * piece->group + 1]);
	}
	settle(p, found[1]);
	if (found[0] == found[1]) /* what ended at an insertion takes it in */
		while (p->place < p->text->place_count && p->text->places[p->place].offset == found[0])
			p->text->places[p->place++].offset = p->out->size;
	p->copied = found[1];
}

static void finish(pass *p)
{
	copy(p, p->copied, p->text->text.size);
	while (p->place < p->text->place_count)
		p->text->places[p->place++].offset = p->out->size;
}

/* The next match at or after `at`.  A line that needs too much keeps what was done so far, so that none can stall the
 * rules. */
static bool find(const typography *rules, rule *r, ramure_str line, size_t at, uint32_t flags)
{
	PCRE2_SPTR text = (PCRE2_SPTR)line.data;
	int result;

	if (r->fast)
		result = pcre2_jit_match(r->code, text, line.size, at, flags, rules->found, rules->match);
	else
		result = pcre2_match(r->code, text, line.size, at, flags | PCRE2_NO_UTF_CHECK, rules->found,
				     rules->match);
	r->stalled = r->stalled || (result < 0 && result != PCRE2_ERROR_NOMATCH);
	return result >= 0;
}

typedef void visit(pass *p, const rule *r, const size_t *found, size_t groups, void *closure);

/* Every match of a rule, in order.  True when there was one. */
static bool each(const typography *rules, rule *r, pass *p, visit *take, void *closure)
{
	const size_t *found = pcre2_get_ovector_pointer(rules->found);
	size_t groups = pcre2_get_ovector_count(rules->found);
	ramure_str text = p->text->text;
	size_t at = 0;
	uint32_t flags = 0;
	bool any = false;

	while (find(rules, r, text, at, flags)) {
		if (found[1] < found[0] || found[0] < p->copied) /* \K in a lookaround: our own bug, but no loop */
			break;
		take(p, r, found, groups, closure);
		any = true;
		at = found[1];
		flags = found[0] == found[1] ? PCRE2_NOTEMPTY_ATSTART : 0;
	}
	return any;
}

static void take_replacement(pass *p, const rule *r, const size_t *found, size_t groups, void *closure)
{
	(void)closure;
	replace(p, r, found, groups);
}

/* What the shield hides, in order. */
typedef struct hidden {
	arena *memory;
	ramure_str *items;
	size_t count;
} hidden;

static void take_hidden(pass *p, const rule *r, const size_t *found, size_t groups, void *closure)
{
	hidden *h = closure;

	(void)groups;
	h->items = arena_extend(h->memory, h->items, h->count, sizeof *h->items);
	h->items[h->count++] = (ramure_str){ p->text->text.data + found[0], found[1] - found[0] };
	replace(p, r, found, 0);
}

static void show_hidden(ruled_text *text, const hidden *h, buf *out)
{
	pass p = { .text = text, .out = out };
	size_t shown = 0;

	for (size_t at = 0; shown < h->count;) {
		const char *sign = memchr(text->text.data + at, RULES_OBJECT[0], text->text.size - at);

		if (!sign)
			break;
		at = (size_t)(sign - text->text.data);
		if (text->text.size - at >= 3 && memcmp(sign, RULES_OBJECT, 3) == 0) {
			rule_piece words = { .words = h->items[shown++] };
			const rule put = { .pieces = &words, .piece_count = 1 };

			replace(&p, &put, (size_t[]){ at, at + 3 }, 0);
			at += 2;
		}
		at++;
	}
	finish(&p);
	text->text = buf_str(out);
}

/* The sets of signs that a text holds one of. */
static uint64_t look(const typography *rules, ramure_str text)
{
	uint64_t seen = 0;

	for (size_t i = 0; i < text.size; i++)
		seen |= rules->sets_of[(unsigned char)text.data[i]];
	return seen;
}

static bool holds_one(const rule *r, ramure_str line)
{
	for (size_t i = 0; i < r->hold_count; i++)
		if (memmem(line.data, line.size, r->holds[i].data, r->holds[i].size))
			return true;
	return !r->hold_count;
}

static bool has_work(const rule *r, ramure_str line, uint64_t seen, unsigned char where)
{
	return !(r->needs & ~seen) && !r->off && (r->where & where) && holds_one(r, line);
}

/* The `protect` entries that may find something in a line, bit by bit. */
static uint32_t shields_for(const typography *rules, ramure_str line, uint64_t seen, unsigned char where)
{
	uint32_t entries = 0, bit = 1;

	for (size_t i = 0; i < rules->count; i++)
		if (rules->rules[i].protects) {
			entries |= has_work(&rules->rules[i], line, seen, where) ? bit : 0;
			bit <<= 1;
		}
	return entries;
}

/* Two buffers take turns: the text of one pass is read from one and written to the other. */
typedef struct turns {
	buf buffers[2];
	int next;
} turns;

static buf *turn(turns *t)
{
	buf *out = &t->buffers[t->next];

	t->next = !t->next;
	out->size = 0;
	return out;
}

/* A text line by line: no rule looks across lines, and most rules have no work on most lines. */
typedef struct lines {
	ramure_ctx *ctx;
	typography *rules;
	turns turns;
	hidden hidden;
} lines;

static void warn_stalled(ramure_ctx *ctx, ramure_span at, const rule *r)
{
	ramure_warning(ctx, at, "typography-limit",
		       N_("the typography rule '%.*s' needs too many steps on this text, and gives up"),
		       (int)r->name.size, r->name.data);
	ramure_hint(ctx,
		    N_("read this text again; to do without the rule, in the front matter: typography-off: [%.*s]"),
		    (int)r->name.size, r->name.data);
}

/* One rule over a line.  What it takes goes to the other buffer. */
static bool run_rule(lines *l, rule *r, ruled_text *line, visit *take)
{
	pass p = { .text = line };
	bool stalled = r->stalled, any;

	if (!rules_compile(l->ctx, r, line->text.size))
		return false;
	p.out = turn(&l->turns);
	any = each(l->rules, r, &p, take, &l->hidden);
	if (r->stalled && !stalled && line->leaves && line->place_count)
		warn_stalled(l->ctx, line->leaves[0]->span, r);
	if (!any) {
		l->turns.next = !l->turns.next; /* the other buffer still holds the line */
		return false;
	}
	finish(&p);
	line->text = buf_str(p.out);
	return true;
}

static void hide(lines *l, ruled_text *line, uint64_t *seen, unsigned char where)
{
	uint32_t entries = shields_for(l->rules, line->text, *seen, where);

	l->hidden.count = 0;
	/* What is hidden points into the caller's text, which no turn overwrites. */
	if ((entries || *seen & SET_OBJECT) && run_rule(l, rules_shield(l->ctx, l->rules, entries), line, take_hidden))
		*seen |= SET_OBJECT;
}

static void run_line(lines *l, ruled_text *line, unsigned char where)
{
	uint64_t seen = look(l->rules, line->text);

	hide(l, line, &seen, where);
	for (size_t i = 0; i < l->rules->count; i++) {
		rule *r = &l->rules->rules[i];

		if (!r->protects && has_work(r, line->text, seen, where) && run_rule(l, r, line, take_replacement))
			for (size_t n = 0; n < r->piece_count; n++)
				seen |= look(l->rules, r->pieces[n].words);
	}
	if (l->hidden.count)
		show_hidden(line, &l->hidden, turn(&l->turns));
}

/* Moves the places of a line along with it. */
static void move(ruled_text *line, size_t from, size_t to)
{
	for (size_t i = 0; i < line->place_count; i++)
		line->places[i].offset = line->places[i].offset - from + to;
}

void rules_run(ramure_ctx *ctx, arena *memory, typography *rules, ruled_text *text)
{
	buf out = buf_on(memory);
	lines l = { .ctx = ctx,
		    .rules = rules,
		    .turns = { .buffers = { buf_on(memory), buf_on(memory) } },
		    .hidden = { .memory = memory } };
	size_t place = 0, number = 0;

	if (!rules->count)
		return;
	for (size_t start = 0; start < text->text.size;) {
		const char *from = text->text.data + start;
		const char *end = memchr(from, '\n', text->text.size - start);
		size_t size = end ? (size_t)(end - from) : text->text.size - start;
		ruled_text line = { .text = { from, size },
				    .places = text->place_count ? text->places + place : NULL,
				    .leaves = text->leaves ? text->leaves + place / 2 : NULL };

		while (place < text->place_count && text->places[place].offset <= start + size) {
			place++;
			line.place_count++;
		}
		move(&line, start, 0);
		run_line(&l, &line, text->where ? (unsigned char)text->where[number++] : PLACES);
		move(&line, 0, out.size);
		buf_put_str(&out, line.text);
		if (end)
			buf_putc(&out, '\n');
		start += size + (end != NULL);
	}
	while (place < text->place_count)
		text->places[place++].offset = out.size;
	text->text = buf_str(&out);
}
