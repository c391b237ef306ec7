/* keytree.h: number and name trees (ISO 32000-1, 7.9.6 and 7.9.7), whose leaves keep arrays short. */
#ifndef PDF_KEYTREE_H
#define PDF_KEYTREE_H

#include "file.h"

typedef struct keytree {
	file *file;
	const char *array; /* "Nums" or "Names" */
	bytes kids;
	bytes leaf; /* where the caller writes the value of the key just begun */
	bytes node;
	size_t keys;
	char first[16], last[16];
} keytree;

keytree keytree_on(file *f, const char *array);
/* Keys come in ascending order, as they stand in the file: "12", "(n00000012)". */
void keytree_key(keytree *k, const char *key);
void keytree_number(keytree *k, uint32_t key);
/* Writes the tree and answers its root's object number. */
uint32_t keytree_end(keytree *k);

#endif
