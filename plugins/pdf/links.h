/* links.h: places of a page that lead elsewhere. */
#ifndef PDF_LINKS_H
#define PDF_LINKS_H

#include "pagetree.h"
#include "tags.h"

/* Adds the link to page `index`.  A link in an artifact, which repeats an earlier page, can hold no annotation. */
void link_add(pagetree *pages, tags *t, uint32_t index, double height, const ramure_page_mark *mark);

#endif
