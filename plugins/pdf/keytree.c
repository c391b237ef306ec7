/* keytree.c: number and name trees. */
#include "keytree.h"

#include <stdio.h>

enum { KEYS_PER_LEAF = 128 };

keytree keytree_on(file *f, const char *array)
{
	return (keytree){
		.file = f, .array = array, .kids = bytes_on(f->ctx), .leaf = bytes_on(f->ctx), .node = bytes_on(f->ctx)
	};
}

static void end_leaf(keytree *k)
{
	uint32_t number = file_number(k->file);
	bytes *node = &k->node;

	node->size = 0;
	bytes_puts(node, "<</Limits[");
	bytes_puts(node, k->first);
	bytes_putc(node, ' ');
	bytes_puts(node, k->last);
	bytes_puts(node, "]/");
	bytes_puts(node, k->array);
	bytes_putc(node, '[');
	bytes_put(node, k->leaf.data, k->leaf.size);
	bytes_puts(node, "]>>");
	file_object(k->file, number, node->data, node->size);
	bytes_put_reference(&k->kids, number);
	bytes_putc(&k->kids, ' ');
	k->leaf.size = 0;
	k->keys = 0;
}

void keytree_key(keytree *k, const char *key)
{
	if (k->keys == KEYS_PER_LEAF)
		end_leaf(k);
	if (k->keys++ == 0)
		snprintf(k->first, sizeof k->first, "%s", key);
	snprintf(k->last, sizeof k->last, "%s", key);
	bytes_puts(&k->leaf, key);
	bytes_putc(&k->leaf, ' ');
}

void keytree_number(keytree *k, uint32_t key)
{
	char digits[16];

	snprintf(digits, sizeof digits, "%lu", (unsigned long)key);
	keytree_key(k, digits);
}

uint32_t keytree_end(keytree *k)
{
	uint32_t number = file_number(k->file);
	bytes node = bytes_on(k->file->ctx);

	/* A tree of one leaf is its own root, which has no limits. */
	if (k->kids.size > 0)
		end_leaf(k);
	bytes_puts(&node, "<</");
	bytes_puts(&node, k->kids.size > 0 ? "Kids" : k->array);
	bytes_putc(&node, '[');
	bytes_put(&node, k->kids.size > 0 ? k->kids.data : k->leaf.data,
		  k->kids.size > 0 ? k->kids.size : k->leaf.size);
	bytes_puts(&node, "]>>");
	file_object(k->file, number, node.data, node.size);
	return number;
}
