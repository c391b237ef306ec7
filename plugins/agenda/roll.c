/* roll.c: the names of a list, to look others up among them. */
#include "agenda.h"

#include <stdlib.h>
#include <string.h>

/* A name is most often one run of text, which needs no copy. */
static ramure_str name_of(ramure_ctx *ctx, ramure_text text)
{
	if (text->first && text->first == text->last && text->first->type == RAMURE_TEXT_RUN)
		return text->first->text;
	return ramure_plain_text(ctx, text);
}

/* Names that compare as equal have the same: of signs that no accent and no capital changes. */
static uint32_t skeleton(ramure_str name)
{
	uint32_t hash = 0;

	for (size_t i = 0; i < name.size; i++) {
		char c = (char)(name.data[i] | 0x20);

		if (strchr("bdghkmpqrvwz0123456789", c))
			hash = hash * 31 + (unsigned char)c;
	}
	return hash;
}

struct called {
	uint32_t skeleton;
	size_t index;
	ramure_str name;
};

static int by_skeleton(const void *a, const void *b)
{
	const struct called *x = a, *y = b;

	if (x->skeleton != y->skeleton)
		return x->skeleton < y->skeleton ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

struct roll roll_of(ramure_ctx *ctx, ramure_list list, ramure_text (*text)(const void *items, size_t index))
{
	struct roll r = { RAMURE_NEW_ARRAY(ctx, struct called, list.count), list.count };

	for (size_t i = 0; i < r.count; i++) {
		ramure_str name = name_of(ctx, text(list.items, i));

		r.names[i] = (struct called){ skeleton(name), i, name };
	}
	if (r.count)
		qsort(r.names, r.count, sizeof *r.names, by_skeleton);
	return r;
}

size_t roll_find(ramure_ctx *ctx, const struct roll *r, ramure_text text)
{
	ramure_str wanted = name_of(ctx, text);
	uint32_t key = skeleton(wanted);
	size_t low = 0, high = r->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (r->names[middle].skeleton < key)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < r->count && r->names[low].skeleton == key; low++)
		if (ramure_str_equal(r->names[low].name, wanted) ||
		    ramure_name_equal(r->names[low].name,
				      ramure_format(ctx, "%.*s", (int)wanted.size, wanted.data).data))
			return r->names[low].index;
	return r->count;
}
