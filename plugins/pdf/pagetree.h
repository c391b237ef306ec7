/* pagetree.h: the pages of the document, as objects (ISO 32000-1, 7.7.3). */
#ifndef PDF_PAGETREE_H
#define PDF_PAGETREE_H

#include "file.h"

typedef struct pagetree {
	file *file;
	uint32_t first; /* the object number of the first page; the others follow */
	uint32_t nodes; /* the same of the nodes between pages and root */
	uint32_t root, resources;
	size_t count;
	bytes links; /* references to the annotations of the page being written */
	bytes out;
} pagetree;

/* All numbers at once, because a link may lead to a page that comes later.  `resources` are of every page: PDF/A wants
 * each to name them, not to inherit them (6.2.2). */
pagetree pagetree_on(file *f, size_t count, uint32_t root, uint32_t resources);
/* An annotation of the page that is written next. */
void pagetree_link(pagetree *p, uint32_t annotation);
/* `tagged`: its contents belong to structure elements. */
void pagetree_write(pagetree *p, size_t index, const ramure_page *page, const bytes *contents, bool tagged);
/* The tree above the pages. */
void pagetree_end(pagetree *p);
/* The place that shows a whole page, as an array. */
void pagetree_put_place(const pagetree *p, bytes *out, size_t index);

#endif
