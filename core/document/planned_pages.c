/* planned_pages.c: on which page a slide, a part or a chapter will stand. */
#include "core/document/planned_pages.h"

#include "core/context.h"
#include "core/document/polish.h"

#include <stdlib.h>

static int by_node(const void *a, const void *b)
{
	uintptr_t left = (uintptr_t)((const planned *)a)->node;
	uintptr_t right = (uintptr_t)((const planned *)b)->node;

	return (left > right) - (left < right);
}

static void plan(planned_pages *p)
{
	ramure_walk walk = ramure_walk_from(p->document);
	size_t page = ramure_meta(p->document, RAMURE_META_TITLE) != NULL;

	while (ramure_walk_next(&walk)) {
		const ramure_node *node = walk.node;
		bool undivided = node->type == RAMURE_PART && !part_is_divided(node);

		if (!walk.entering ||
		    !(node->type == RAMURE_SLIDE || node->type == RAMURE_CHAPTER || node->type == RAMURE_PART))
			continue;
		page += !undivided;
		p->items = arena_extend(p->ctx->arena, p->items, p->count, sizeof *p->items);
		/* A part without a slide of its own is its first slide. */
		p->items[p->count++] = (planned){ node, page + undivided };
		walk.skip = node->type == RAMURE_SLIDE;
	}
	if (p->count)
		qsort(p->items, p->count, sizeof *p->items, by_node);
}

size_t planned_page(planned_pages *p, const ramure_node *node)
{
	const planned wanted = { .node = node }, *found;

	if (!p->count)
		plan(p);
	found = p->count ? bsearch(&wanted, p->items, p->count, sizeof *p->items, by_node) : NULL;
	return found ? found->page : 0;
}
