/* planned_pages.h: where slides will stand, before they are laid out. */
#ifndef RAMURE_PLANNED_PAGES_H
#define RAMURE_PLANNED_PAGES_H

#include "core/document/document.h"

typedef struct planned {
	const ramure_node *node;
	size_t page;
} planned;

/* Of a document; empty until the first page is asked for. */
typedef struct planned_pages {
	ramure_ctx *ctx;
	const ramure_node *document;
	planned *items; /* by address */
	size_t count;
} planned_pages;

/* The page of a slide, a part or a chapter as long as no slide continues; layout says the true one with
 * references_renumber().  0 for another node. */
size_t planned_page(planned_pages *pages, const ramure_node *node);

#endif
