/* structure.h: from flat headings to parts and slides. */
#ifndef RAMURE_SOURCE_STRUCTURE_H
#define RAMURE_SOURCE_STRUCTURE_H

#include "core/document/document.h"

/* From flat headings to parts, slides and sections: kickers, series, hidden slides, slides made of a part's own text.
 * Takes the children of `blocks`; answers a DOCUMENT. */
ramure_node *structure_make(ramure_ctx *ctx, ramure_node *blocks);

/* Kickers and series of the slides below `parent`, a DOCUMENT or a PART. */
void kickers_make(ramure_ctx *ctx, ramure_node *parent);

#endif
