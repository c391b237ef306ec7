/* layout.h: from a document to pages. */
#ifndef RAMURE_LAYOUT_H
#define RAMURE_LAYOUT_H

#include "core/layout/display.h"

/* Lays out the slides of a polished document: a first pass places everything, counts pages and fills the contents'
 * ranges; pages are then made again one by one as the writer asks. */
ramure_deck *layout_deck(ramure_ctx *ctx, const ramure_node *document);
/* The same deck as A4 pages with the speaker notes below each slide (--notes). */
ramure_deck *layout_notes(ramure_ctx *ctx, const ramure_node *document);
void layout_release(ramure_deck *deck);
/* Pages as text: runs with position, size, font, words; shapes; structure; for golden tests. */
ramure_str deck_dump(ramure_ctx *ctx, ramure_deck *deck);

#endif
