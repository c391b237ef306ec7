/* walk.c: reading a document tree: walking, finding, the plain words. */
#include "core/document/document.h"

#include "core/base/buf.h"
#include "core/context.h"

ramure_walk ramure_walk_from(const ramure_node *root)
{
	return (ramure_walk){ .root = root };
}

bool ramure_walk_next(ramure_walk *walk)
{
	const ramure_node *node = walk->node;

	if (!node) {
		walk->node = walk->root;
		walk->entering = true;
		return walk->root != NULL;
	}
	if (walk->entering) {
		if (node->first && !walk->skip)
			walk->node = node->first;
		else
			walk->entering = false;
		walk->skip = false;
		return true;
	}
	if (node == walk->root)
		return false;
	walk->entering = node->next != NULL;
	walk->node = node->next ? node->next : node->parent;
	return true;
}

const ramure_node *ramure_child(const ramure_node *parent, ramure_node_type type)
{
	const ramure_node *child = parent->first;

	while (child && child->type != type)
		child = child->next;
	return child;
}

const ramure_node *ramure_meta(const ramure_node *document, ramure_meta_role role)
{
	/* They stand before all else: a long document is asked for one slide by slide. */
	for (const ramure_node *child = document->first; child && child->type == RAMURE_META; child = child->next)
		if (child->meta->role == role)
			return child;
	return NULL;
}

bool ramure_is_block(ramure_node_type type)
{
	return (type >= RAMURE_BLOCKS && type <= RAMURE_BLOCK) || type == RAMURE_SECTION;
}

bool ramure_is_inline(ramure_node_type type)
{
	return (type >= RAMURE_TEXT_RUN && type <= RAMURE_STATUS_MARK) || type == RAMURE_IMAGE;
}

ramure_str ramure_plain_text(ramure_ctx *ctx, const ramure_node *node)
{
	ramure_walk walk = ramure_walk_from(node);
	buf out = buf_on(ctx->arena);

	while (ramure_walk_next(&walk)) {
		if (walk.entering && walk.node->text.size)
			buf_put_str(&out, walk.node->text);
		/* Words of two blocks do not touch. */
		else if ((!walk.entering && walk.node != node && !ramure_is_inline(walk.node->type)) ||
			 (walk.entering && walk.node->type == RAMURE_BREAK))
			if (out.size && out.data[out.size - 1] != ' ')
				buf_putc(&out, ' ');
	}
	while (out.size && out.data[out.size - 1] == ' ')
		out.data[--out.size] = '\0';
	return buf_str(&out);
}

/* Nobody keeps the words: a long document compares thousands. */
bool ramure_same_words(ramure_ctx *ctx, const ramure_node *a, const ramure_node *b)
{
	arena_mark mark = arena_here(ctx->arena);
	bool same = a && b && ramure_str_equal(ramure_plain_text(ctx, a), ramure_plain_text(ctx, b));

	arena_return(ctx->arena, mark);
	return same;
}
