/* pagetree.h: the pages of the document, as objects (ISO 32000-1, 7.7.3). */
#ifndef PDF_PAGETREE_H
#define PDF_PAGETREE_H

#include "file.h"

typedef struct pagetree {
	haru *haru;
	HPDF_Dict *pages; /* each empty but while it is written */
	size_t count;
	HPDF_Dict *nodes;
	HPDF_Dict resources; /* of every page: PDF/A wants each to name them, not to inherit them (6.2.2) */
} pagetree;

/* All pages at once, because a link may lead to a page that comes later. */
pagetree pagetree_new(haru *h, ramure_ctx *ctx, size_t count);
/* Makes a page's object, to which more may be put until it is written, and is empty again then. */
HPDF_Dict pagetree_begin(pagetree *p, size_t index, double width, double height);
void pagetree_end(pagetree *p, file *f, size_t index, const bytes *contents);
/* The place that shows a whole page. */
HPDF_Array pagetree_place(const pagetree *p, size_t index);

#endif
