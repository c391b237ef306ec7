/* nodes.h: trees built by hand. */
#ifndef RAMURE_UNIT_NODES_H
#define RAMURE_UNIT_NODES_H

#include "tests/unit/unit.h"

#include "core/document/document.h"

#include <string.h>

static const ramure_span nodes_place = { .file = 1, .line = 1, .column = 1, .length = 1 };

static inline ramure_str nodes_str(const char *words)
{
	return (ramure_str){ words, strlen(words) };
}

/* A new last child of `parent`, which says `words`; nothing when they are NULL. */
static inline ramure_node *nodes_add(ramure_ctx *ctx, ramure_node *parent, ramure_node_type type, const char *words)
{
	ramure_node *node = node_new(ctx, type, nodes_place);

	if (words && type == RAMURE_TEXT_RUN)
		node->text = nodes_str(words);
	else if (words)
		nodes_add(ctx, node, RAMURE_TEXT_RUN, words);
	node_append(parent, node);
	return node;
}

#endif
