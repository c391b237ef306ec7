/* structure.h: what the files that make parts and slides of headings share. */
#ifndef RAMURE_DOCUMENT_STRUCTURE_H
#define RAMURE_DOCUMENT_STRUCTURE_H

#include "core/document/document.h"

/* Kickers and series of the slides below `parent`, a DOCUMENT or a PART. */
void kickers_make(ramure_ctx *ctx, ramure_node *parent);

/* The run that says a slide's place in its series, "(1/3)", in its title or kicker; the report drops it. */
bool is_series_run(const ramure_node *node);

/* What a booklet says otherwise: chapters of the other medium go, none closes it, lists its own contents or says of
 * itself what the booklet says; compiled pages stand before the closing. */
void booklet_shape(ramure_ctx *ctx, ramure_node *document, ramure_medium medium);
/* Takes out the compiled pages that have nothing to say, once all of them have spoken. */
void booklet_drop_empty(ramure_node *document);

/* What a report says otherwise: series as one heading over their slides, no heading twice, notes as an annex or not at
 * all. */
void report_shape(ramure_ctx *ctx, ramure_node *document);

#endif
