/* places.c: on which pages the slides, parts and chapters of a deck stand. */
#include "core/layout/places.h"

#include "core/context.h"

#include <stdlib.h>

void places_add(ramure_ctx *ctx, places *p, place added)
{
	p->items = arena_extend(ctx->arena, p->items, p->count, sizeof added);
	p->items[p->count++] = added;
}

/* By address: an order that nobody sees, only good to find a node again. */
static int compare(const void *a, const void *b)
{
	uintptr_t left = (uintptr_t)((const place *)a)->node;
	uintptr_t right = (uintptr_t)((const place *)b)->node;

	return (left > right) - (left < right);
}

void places_sort(places *p)
{
	if (p->count)
		qsort(p->items, p->count, sizeof *p->items, compare);
}

const place *places_find(const places *p, const ramure_node *node)
{
	const place *found = NULL;

	for (; node && p->count && !found; node = node->parent) {
		place wanted = { .node = node };

		found = bsearch(&wanted, p->items, p->count, sizeof *p->items, compare);
	}
	return found;
}

bool places_page(const places *p, const ramure_node *node, size_t *page)
{
	const place *found = places_find(p, node);

	if (!found)
		return false;
	*page = found->first;
	if (found->fit && found->node != node)
		*page += fit_piece_of(found->fit, found->node, node);
	return true;
}
