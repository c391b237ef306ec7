/* table_kin.c: tables of one slide with the same head: groups of the rows of one. */
#include "core/layout/flow_table.h"

/* Beyond as many tables of one head, or blocks on the slide, each goes its own way. */
enum { MOST_KIN = 12, MOST_BLOCKS = 400 };

static bool same_head(ramure_ctx *ctx, const ramure_node *a, const ramure_node *b)
{
	const ramure_node *mine = ramure_child(a, RAMURE_ROW), *other = ramure_child(b, RAMURE_ROW);

	if (a->table->column_count != b->table->column_count || !mine || !other || !table_is_header(mine) ||
	    !table_is_header(other))
		return a == b;
	for (mine = mine->first, other = other->first; mine && other; mine = mine->next, other = other->next)
		if (!ramure_same_words(ctx, mine, other))
			return false;
	return !mine && !other;
}

/* `left`: how many blocks are still looked at. */
static void add_kin(ramure_ctx *ctx, table_layout *t, const ramure_node *parent, size_t *left)
{
	for (const ramure_node *n = parent->first; n && *left && t->kin_count <= MOST_KIN; n = n->next, --*left)
		if (n->type == RAMURE_TABLE && same_head(ctx, t->table, n))
			t->kin[t->kin_count++] = n;
}

/* They stand beside the table, or in the sections beside its own. */
void table_find_kin(ramure_ctx *ctx, table_layout *t)
{
	const ramure_node *parent = t->table->parent;
	size_t left = MOST_BLOCKS;

	t->kin = RAMURE_NEW_ARRAY(ctx, const ramure_node *, MOST_KIN + 1);
	t->kin_count = 0;
	if (parent && parent->type == RAMURE_SECTION && parent->parent) {
		for (const ramure_node *n = parent->parent->first; n && left; n = n->next, left -= left > 0)
			if (n->type == RAMURE_SECTION)
				add_kin(ctx, t, n, &left);
	} else if (parent) {
		add_kin(ctx, t, parent, &left);
	}
	if (!left || t->kin_count < 2 || t->kin_count > MOST_KIN) {
		t->kin[0] = t->table;
		t->kin_count = 1;
	}
}

/* The table of a section that holds nothing else, or NULL. */
static const ramure_node *only_table(const ramure_node *section)
{
	const ramure_node *table = NULL;

	for (const ramure_node *n = section->first; n; n = n->next) {
		if (n->type == RAMURE_TABLE && !table)
			table = n;
		else if (n->type != RAMURE_HEADING && n->type != RAMURE_FOOTNOTE)
			return NULL;
	}
	return table;
}

/* Whether a child of a slide is none of its content. */
static bool is_around(const ramure_node *n)
{
	return n->type == RAMURE_KICKER || n->type == RAMURE_HEADING || n->type == RAMURE_KEY ||
	       n->type == RAMURE_NOTES || n->type == RAMURE_SOURCE || n->type == RAMURE_FOOTNOTE;
}

size_t flow_table_groups(ramure_ctx *ctx, const ramure_node *body)
{
	const ramure_node *first = NULL, *n = body->first;
	size_t count = 0;

	while (n && is_around(n))
		n = n->next;
	if (n && n->type == RAMURE_BLOCKS) { /* what a kind has built */
		for (const ramure_node *other = n->next; other; other = other->next)
			if (!is_around(other))
				return 0;
		n = n->first;
	}
	for (; n && count <= MOST_KIN; n = n->next) {
		const ramure_node *table = n->type == RAMURE_SECTION ? only_table(n) : NULL;

		if (is_around(n))
			continue;
		if (!table || (first && !same_head(ctx, first, table)))
			return 0;
		first = first ? first : table;
		count++;
	}
	return count <= MOST_KIN ? count : 0;
}
