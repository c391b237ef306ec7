/* run.c: the rules over one text, whose places are carried along. */
#include "core/typography/rules.h"

#include "core/base/buf.h"
#include "core/context.h"

#include <string.h>

/* From this size on machine code pays for its making. */
enum { LONG_TEXT = 2 * 1024 };

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

static void replace(pass *p, const rule *r, const size_t *found, uint32_t groups)
{
	copy(p, p->copied, found[0]);
	settle_at(p, found[0], found[1]);
	for (size_t i = 0; i < r->piece_count; i++) {
		const rule_piece *piece = &r->pieces[i];

		if (!piece->group)
			buf_put_str(p->out, piece->words);
		else if (piece->group < groups && found[2 * piece->group] != PCRE2_UNSET)
			copy(p, found[2 * piece->group], found[2 * piece->group + 1]);
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

/* The next match at or after *at; a line that needs too much is passed over, so that no text can stall the rules. */
static bool find(const typography *rules, const rule *r, ramure_str text, size_t *at, uint32_t flags)
{
	for (;;) {
		int count = pcre2_match(r->code, (PCRE2_SPTR)text.data, text.size, *at, flags | PCRE2_NO_UTF_CHECK,
					rules->found, rules->match);
		const char *end;

		if (count >= 0)
			return true;
		if (count == PCRE2_ERROR_NOMATCH || *at >= text.size)
			return false;
		end = memchr(text.data + *at, '\n', text.size - *at);
		if (!end)
			return false;
		*at = (size_t)(end - text.data) + 1;
		flags = 0;
	}
}

typedef void visit(pass *p, const rule *r, const size_t *found, uint32_t groups, void *closure);

/* Every match of a rule, in order.  True when there was one. */
static bool each(const typography *rules, const rule *r, pass *p, visit *take, void *closure)
{
	const size_t *found = pcre2_get_ovector_pointer(rules->found);
	uint32_t groups = pcre2_get_ovector_count(rules->found);
	ramure_str text = p->text->text;
	size_t at = 0;
	uint32_t flags = 0;
	bool any = false;

	while (find(rules, r, text, &at, flags)) {
		if (found[1] < found[0] || found[0] < p->copied) /* \K in a lookaround: our own bug, but no loop */
			break;
		take(p, r, found, groups, closure);
		any = true;
		at = found[1];
		flags = found[0] == found[1] ? PCRE2_NOTEMPTY_ATSTART : 0;
	}
	return any;
}

static void take_replacement(pass *p, const rule *r, const size_t *found, uint32_t groups, void *closure)
{
	(void)closure;
	replace(p, r, found, groups);
}

/* What the shield hides, in order. */
typedef struct hidden {
	ramure_ctx *ctx;
	ramure_str *items;
	size_t count, capacity;
} hidden;

static void take_hidden(pass *p, const rule *r, const size_t *found, uint32_t groups, void *closure)
{
	hidden *h = closure;

	(void)groups;
	if (h->count == h->capacity) {
		size_t more = h->capacity ? h->capacity * 2 : 16;

		h->items = arena_grow(h->ctx->arena, h->items, h->capacity * sizeof *h->items, more * sizeof *h->items);
		h->capacity = more;
	}
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

/* Which bytes a text has: a rule whose signs are missing need not run. */
typedef struct bytes_seen {
	bool has[256];
} bytes_seen;

static void look(bytes_seen *seen, ramure_str text)
{
	for (size_t i = 0; i < text.size; i++)
		seen->has[(unsigned char)text.data[i]] = true;
}

static bool has_work(const rule *r, const bytes_seen *seen)
{
	for (size_t i = 0; i < r->needs.size; i++) {
		bool all = seen->has[(unsigned char)r->needs.data[i]];

		while (i + 1 < r->needs.size && ((unsigned char)r->needs.data[i + 1] & 0xC0) == 0x80)
			all &= seen->has[(unsigned char)r->needs.data[++i]];
		if (all)
			return true;
	}
	return r->needs.size == 0;
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

void rules_run(ramure_ctx *ctx, typography *rules, ruled_text *text)
{
	bool long_text = text->text.size >= LONG_TEXT;
	turns t = { .buffers = { buf_on(ctx->arena), buf_on(ctx->arena) } };
	hidden h = { .ctx = ctx };
	bytes_seen seen = { 0 };
	rule_piece object = { .words = RAMURE_STR(RULES_OBJECT) };

	if (!rules->count || !rules_compile(ctx, rules->shield, long_text))
		return;
	rules->shield->pieces = &object;
	rules->shield->piece_count = 1;
	{
		/* What is hidden points into the caller's text, which no turn overwrites. */
		pass p = { .text = text, .out = turn(&t) };

		if (each(rules, rules->shield, &p, take_hidden, &h)) {
			finish(&p);
			text->text = buf_str(p.out);
		} else {
			t.next = 0;
		}
	}
	look(&seen, text->text);
	for (size_t i = 0; i < rules->count; i++) {
		rule *r = &rules->rules[i];
		pass p = { .text = text };

		if (r->protects || r->off || !has_work(r, &seen) || !rules_compile(ctx, r, long_text))
			continue;
		p.out = turn(&t);
		if (each(rules, r, &p, take_replacement, NULL)) {
			finish(&p);
			text->text = buf_str(p.out);
			for (size_t n = 0; n < r->piece_count; n++)
				look(&seen, r->pieces[n].words);
		} else {
			t.next = !t.next; /* the other buffer still holds the text */
		}
	}
	if (h.count)
		show_hidden(text, &h, turn(&t));
}
