/* outline.c: the deck's outline and the pages' labels (ISO 32000-1, 12.3.3 and 12.4.2). */
#include "outline.h"

#include <string.h>

void outline_add(const pagetree *pages, const ramure_deck *deck)
{
	enum { DEEPEST = 8 };
	HPDF_Outline open[DEEPEST + 1] = { NULL }; /* the entry begun last, by level */

	for (size_t i = 0; i < ramure_deck_outline(deck); i++) {
		const ramure_outline_entry *entry = ramure_deck_outline_entry(deck, i);
		int level = entry->level < 1 ? 1 : entry->level > DEEPEST ? DEEPEST : entry->level;
		HPDF_Outline parent = NULL;

		/* A slide before any part stands at the top. */
		for (int above = level - 1; above > 0 && !parent; above--)
			parent = open[above];
		if (entry->page >= pages->count)
			continue;
		open[level] = haru_outline(pages->haru, parent, entry->title);
		haru_set(pages->haru, open[level], "Dest", pagetree_place(pages, entry->page));
		for (int below = level + 1; below <= DEEPEST; below++)
			open[below] = NULL;
	}
}

/* A label that is a number without leading zero, or 0. */
static uint32_t label_number(ramure_str label)
{
	uint32_t number = 0;

	if (label.size == 0 || label.size > 9 || label.data[0] == '0')
		return 0;
	for (size_t i = 0; i < label.size; i++) {
		if (label.data[i] < '0' || label.data[i] > '9')
			return 0;
		number = number * 10 + (uint32_t)(label.data[i] - '0');
	}
	return number;
}

void labels_add(labels *l, uint32_t page, ramure_str label)
{
	uint32_t number = label_number(label);
	const label_range *last = l->count > 0 ? &l->ranges[l->count - 1] : NULL;
	char *copy;

	if (last && number > 0 && last->number > 0 && number - last->number == page - last->page)
		return;
	if (!l->ranges || l->count == l->capacity) {
		size_t capacity = l->capacity == 0 ? 16 : l->capacity * 2;
		label_range *grown = RAMURE_NEW_ARRAY(l->ctx, label_range, capacity);

		if (l->ranges)
			memcpy(grown, l->ranges, l->count * sizeof *grown);
		l->ranges = grown;
		l->capacity = capacity;
	}
	copy = ramure_alloc(l->ctx, label.size + 1);
	if (label.size > 0)
		memcpy(copy, label.data, label.size);
	l->ranges[l->count++] = (label_range){ .page = page, .prefix = { copy, label.size }, .number = number };
}

uint32_t labels_write(const labels *l, file *f)
{
	keytree k = keytree_on(f, "Nums");

	for (size_t i = 0; i < l->count; i++) {
		const label_range *range = &l->ranges[i];

		keytree_number(&k, range->page);
		bytes_puts(&k.leaf, "<<");
		if (range->number > 0) {
			bytes_puts(&k.leaf, "/S/D/St ");
			bytes_put_integer(&k.leaf, range->number);
		} else if (range->prefix.size > 0) {
			bytes_puts(&k.leaf, "/P");
			bytes_put_text(&k.leaf, range->prefix);
		}
		bytes_puts(&k.leaf, ">>");
	}
	return keytree_end(&k);
}
