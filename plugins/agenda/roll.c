/* roll.c: the names of a list, to look others up among them. */
#include "agenda.h"

#include <stdlib.h>

/* A name is most often one run of text, which needs no copy. */
static ramure_str name_of(ramure_ctx *ctx, ramure_text text)
{
	if (text->first && text->first == text->last && text->first->type == RAMURE_TEXT_RUN)
		return text->first->text;
	return ramure_plain_text(ctx, text);
}

/* Names that compare as equal have the same: their slugs differ in hyphens alone. */
static uint32_t key_of(ramure_ctx *ctx, ramure_str name)
{
	ramure_str slug = ramure_slug(ctx, name);
	uint32_t hash = 0;

	for (size_t i = 0; i < slug.size; i++)
		if (slug.data[i] != '-')
			hash = hash * 31 + (unsigned char)slug.data[i];
	return hash;
}

struct called {
	uint32_t key;
	size_t index;
	ramure_str name;
};

static int by_key(const void *a, const void *b)
{
	const struct called *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

struct roll roll_of(ramure_ctx *ctx, ramure_list list, ramure_text (*text)(const void *items, size_t index))
{
	struct roll r = { RAMURE_NEW_ARRAY(ctx, struct called, list.count), list.count };

	for (size_t i = 0; i < r.count; i++) {
		ramure_str name = name_of(ctx, text(list.items, i));

		r.names[i] = (struct called){ key_of(ctx, name), i, name };
	}
	if (r.count)
		qsort(r.names, r.count, sizeof *r.names, by_key);
	return r;
}

size_t roll_find(ramure_ctx *ctx, const struct roll *r, ramure_text text)
{
	ramure_str wanted = name_of(ctx, text);
	uint32_t key = r->count ? key_of(ctx, wanted) : 0;
	size_t low = 0, high = r->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (r->names[middle].key < key)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < r->count && r->names[low].key == key; low++)
		if (ramure_str_equal(r->names[low].name, wanted) ||
		    ramure_name_equal(r->names[low].name,
				      ramure_format(ctx, "%.*s", (int)wanted.size, wanted.data).data))
			return r->names[low].index;
	return r->count;
}
