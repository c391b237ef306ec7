/* keep.c: what must not open a page alone (a key message, a source, who said it, the closing), and so what stays with
 * it. */
#include "odt.h"

/* Whether anything of a node stands where it does: notes stand where they are called, the closing at the end. */
static bool says(const ramure_node *node)
{
	const ramure_node *child = node->first;

	switch (node->type) {
	case RAMURE_META:
	case RAMURE_CONTENTS:
	case RAMURE_CLOSING:
	case RAMURE_FOOTNOTE:
	case RAMURE_PHRASE:
	case RAMURE_CAPTION:
		return false;
	case RAMURE_SLIDE:
	case RAMURE_BLOCKS:
		while (child && !says(child))
			child = child->next;
		return child != NULL;
	default:
		return true;
	}
}

static bool is_one_paragraph(const ramure_node *item)
{
	return item->first && !item->first->next && item->first->type == RAMURE_PARAGRAPH;
}

/* The last but one of a list: the last would stand alone with what it keeps. */
static bool is_last_but_one(const ramure_node *item)
{
	const ramure_node *last = item->next;

	return last && !last->next && item != item->parent->first && is_one_paragraph(item) && is_one_paragraph(last);
}

bool odt_keeps(const odt *o, const ramure_node *node)
{
	for (; node && node->parent; node = node->parent) {
		const ramure_node *next = node->next;

		if (node->type == RAMURE_ITEM && is_last_but_one(node)) {
			node = next;
			next = NULL;
		}
		if (node->type == RAMURE_CELL || node->type == RAMURE_FOOTNOTE || node->type == RAMURE_CLOSING)
			return false;
		while (next && !says(next))
			next = next->next;
		if (next)
			return next->type == RAMURE_KEY || next->type == RAMURE_SOURCE ||
			       next->type == RAMURE_ATTRIBUTION;
	}
	return o->closing != NULL;
}
