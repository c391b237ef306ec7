/* outline.c: the deck's outline and the pages' labels (ISO 32000-1, 12.3.3 and 12.4.2). */
#include "outline.h"

#include <string.h>

/* An entry's neighbours, by their place among the entries from 1; 0 is none.  Place 0 is the root. */
typedef struct family {
	uint32_t parent, previous, next, first, last;
	uint32_t count; /* of all below, which are shown */
} family;

/* Hangs entry `i` below what was begun last above its level.  A slide before any part stands at the top. */
static void hang(family *families, uint32_t *open, uint32_t i, int level)
{
	uint32_t parent = 0;

	for (int above = level - 1; above > 0 && parent == 0; above--)
		parent = open[above];
	families[i].parent = parent;
	families[i].previous = families[parent].last;
	if (families[parent].last)
		families[families[parent].last].next = i;
	else
		families[parent].first = i;
	families[parent].last = i;
	for (;; parent = families[parent].parent) {
		families[parent].count++;
		if (parent == 0)
			break;
	}
	open[level] = i;
}

static void put_neighbour(bytes *out, const char *key, uint32_t root, uint32_t place)
{
	if (place == 0)
		return;
	bytes_puts(out, key);
	bytes_put_reference(out, root + place);
}

static void write_entry(pagetree *pages, const ramure_outline_entry *entry, const family *around, uint32_t root,
			uint32_t place)
{
	bytes *out = &pages->out;

	out->size = 0;
	bytes_puts(out, entry ? "<</Title" : "<</Type/Outlines");
	if (entry) {
		bytes_put_text(out, entry->title);
		bytes_puts(out, "/Dest");
		pagetree_put_place(pages, out, entry->page);
		bytes_puts(out, "/Parent ");
		bytes_put_reference(out, root + around->parent);
	}
	put_neighbour(out, "/Prev ", root, around->previous);
	put_neighbour(out, "/Next ", root, around->next);
	put_neighbour(out, "/First ", root, around->first);
	put_neighbour(out, "/Last ", root, around->last);
	if (around->count > 0) {
		bytes_puts(out, "/Count ");
		bytes_put_integer(out, around->count);
	}
	bytes_puts(out, ">>");
	file_object(pages->file, root + place, out->data, out->size);
}

uint32_t outline_write(pagetree *pages, const ramure_deck *deck)
{
	enum { DEEPEST = 8 };
	uint32_t open[DEEPEST + 1] = { 0 }; /* the entry begun last, by level */
	uint32_t count = (uint32_t)ramure_deck_outline(deck);
	family *families = RAMURE_NEW_ARRAY(pages->file->ctx, family, count + 1);
	uint32_t root = file_numbers(pages->file, count + 1);

	for (uint32_t i = 1; i <= count; i++) {
		int level = ramure_deck_outline_entry(deck, i - 1)->level;

		level = level < 1 ? 1 : level > DEEPEST ? DEEPEST : level;
		hang(families, open, i, level);
		for (int below = level + 1; below <= DEEPEST; below++)
			open[below] = 0;
	}
	for (uint32_t i = 0; i <= count; i++)
		write_entry(pages, i == 0 ? NULL : ramure_deck_outline_entry(deck, i - 1), &families[i], root, i);
	return root;
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
	l->ranges = ramure_extend_array(l->ctx, l->ranges, l->count, sizeof *l->ranges);
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
