/* outline.h: the deck's outline and the pages' labels: how a reader finds a page. */
#ifndef PDF_OUTLINE_H
#define PDF_OUTLINE_H

#include "keytree.h"
#include "pagetree.h"

/* Answers the number of its root. */
uint32_t outline_write(pagetree *pages, const ramure_deck *deck);

/* A run of pages whose labels count on from one another. */
typedef struct label_range {
	uint32_t page;
	ramure_str prefix; /* the whole label when it does not count */
	uint32_t number;   /* of the first page, 0 when it does not count */
} label_range;

typedef struct labels {
	ramure_ctx *ctx;
	label_range *ranges;
	size_t count;
} labels;

void labels_add(labels *l, uint32_t page, ramure_str label);
/* Answers the number of the tree's root. */
uint32_t labels_write(const labels *l, file *f);

#endif
