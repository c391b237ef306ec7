/* links.h: places of a page that lead elsewhere. */
#ifndef PDF_LINKS_H
#define PDF_LINKS_H

#include "haru.h"
#include "tags.h"

/* `pages` are all pages of the deck, the one that has the link at `index`, `height` points high. */
void link_add(haru *h, tags *t, ramure_ctx *ctx, HPDF_Page const *pages, uint32_t index, double height,
	      const ramure_page_mark *mark);

#endif
