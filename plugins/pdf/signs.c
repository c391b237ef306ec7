/* signs.c: the codes of the contents, and what each stands for. */
#include "signs.h"

#include <string.h>

static uint32_t add(signs *s, ramure_str text)
{
	if (s->count == MOST_SIGNS)
		return 0;
	s->items = ramure_extend_array(s->ctx, s->items, s->count, sizeof *s->items);
	s->items[s->count] = (sign){ .text = text };
	return s->count++;
}

static uint32_t hash(ramure_str text)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < text.size; i++)
		h = (h ^ (unsigned char)text.data[i]) * 16777619u;
	return h ^ h >> 15;
}

static uint32_t *slot(signs *s, ramure_str text)
{
	uint32_t i = hash(text);

	for (;; i++) {
		uint32_t *code = &s->slots[i & (s->slot_count - 1)];

		if (*code == 0 || ramure_str_equal(s->items[*code].text, text))
			return code;
	}
}

static void widen(signs *s)
{
	uint32_t *before = s->slots;
	uint32_t count = s->slot_count;

	s->slot_count = count == 0 ? 512 : count * 2;
	s->slots = RAMURE_NEW_ARRAY(s->ctx, uint32_t, s->slot_count);
	for (uint32_t i = 0; i < count; i++)
		if (before[i] != 0)
			*slot(s, s->items[before[i]].text) = before[i];
}

signs signs_on(ramure_ctx *ctx)
{
	signs s = { .ctx = ctx };

	widen(&s);
	add(&s, (ramure_str){ "", 0 });
	return s;
}

uint32_t sign_of(signs *s, ramure_str text)
{
	uint32_t *code = slot(s, text);
	char *copy;

	if (*code != 0)
		return *code;
	if (s->count * 2 >= s->slot_count) {
		widen(s);
		code = slot(s, text);
	}
	copy = ramure_alloc(s->ctx, text.size + 1); /* the page that lends the text goes before the font does */
	if (text.size > 0)
		memcpy(copy, text.data, text.size);
	*code = add(s, (ramure_str){ copy, text.size });
	return *code;
}

uint32_t sign_after(signs *s, uint32_t code)
{
	uint32_t next = s->items[code].next;

	if (next == 0) {
		next = add(s, s->items[code].text);
		s->items[code].next = next;
	}
	return next;
}

size_t sign_bytes(uint32_t code, unsigned char out[static 2])
{
	if (code < SHORT_SIGNS) {
		out[0] = (unsigned char)code;
		return 1;
	}
	code += SHORT_SIGNS * 0x100 - SHORT_SIGNS;
	out[0] = (unsigned char)(code >> 8);
	out[1] = (unsigned char)code;
	return 2;
}
