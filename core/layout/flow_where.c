/* flow_where.c: where in a body a node stands: before a position, on which of its pages. */
#include "core/layout/grid_row.h"

static size_t index_among(const ramure_node *first, const ramure_node *child)
{
	size_t index = 0;

	for (const ramure_node *n = first; n && n != child; n = n->next)
		index += n->type == child->type;
	return index;
}

/* In which cell of a row a node stands. */
static size_t cell_index(const ramure_node *row, const ramure_node *node)
{
	while (node->parent != row)
		node = node->parent;
	return index_among(row->first, node);
}

static bool precedes(const ramure_node *node, const ramure_node *other)
{
	for (node = node->next; node; node = node->next)
		if (node == other)
			return true;
	return false;
}

bool flow_before(const ramure_node *node, const ramure_node *container, const position *p)
{
	while (p && p != FLOW_END) {
		const ramure_node *child = node;

		while (child && child->parent != container)
			child = child->parent;
		if (!child)
			return true;
		if (p->end_column && node != child) {
			size_t column = cell_index(child, node);

			/* A part holds some columns of all rows, the next one others. */
			if (column < p->first_column || column >= p->end_column)
				return column < p->first_column;
		}
		if (!p->node && !p->cells)
			return false; /* in the middle of a text or of a figure: it goes with the rest */
		if (!p->node) {
			p = p->cells[index_among(container->first, child)];
		} else if (precedes(child, p->node)) {
			return true;
		} else if (!p->inner) {
			return false;
		} else if (p->inner->cells && child->type == RAMURE_COLUMN) {
			size_t column = index_among(p->node, child);

			p = column < GRID_MOST_ACROSS ? p->inner->cells[column] : NULL; /* of the row that goes on */
		} else {
			p = child == p->node ? p->inner : NULL;
		}
		container = child;
	}
	return p == FLOW_END;
}

bool flow_is_within(const ramure_node *node, const ramure_node *block)
{
	const ramure_node *child = node;

	while (child && child->parent != block->parent)
		child = child->parent;
	while (child && child != block && child->type == RAMURE_FOOTNOTE && block->next &&
	       block->next->type == RAMURE_FOOTNOTE)
		block = block->next;
	return child == block;
}

size_t fit_piece_of(const fit_plan *plan, const ramure_node *body, const ramure_node *node)
{
	size_t first = 0, end = plan->count;

	if (plan->aside && flow_is_within(node, plan->aside))
		return 0;
	/* The last piece that begins with it or before it; positions follow the document. */
	while (end - first > 1) {
		size_t middle = first + (end - first) / 2;

		if (flow_before(node, body, plan->pieces[middle].from))
			end = middle;
		else
			first = middle;
	}
	return first;
}
