/* shape.h: what a booklet and a report say otherwise than their sources. */
#ifndef RAMURE_SHAPE_H
#define RAMURE_SHAPE_H

#include "core/document/document.h"

/* What a booklet says otherwise: chapters of the other medium go, none closes it, lists its own contents or says of
 * itself what the booklet says; compiled pages stand before the closing. */
void booklet_shape(ramure_ctx *ctx, ramure_node *document, ramure_medium medium);
/* Takes out the compiled pages that have nothing to say, once all of them have spoken. */
void booklet_drop_empty(ramure_node *document);

/* What a report says otherwise: series as one heading over their slides, no heading twice, notes as an annex or not at
 * all. */
void report_shape(ramure_ctx *ctx, ramure_node *document);

#endif
