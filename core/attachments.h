/* attachments.h: the files that an output carries (`attach:`). */
#ifndef RAMURE_ATTACHMENTS_H
#define RAMURE_ATTACHMENTS_H

#include "core/ramure.h"

/* Settles what ramure_attachments() answers, and warns when it publishes speaker notes or a text under embargo. */
void attachments_gather(ramure_ctx *ctx, const ramure_node *document);

#endif
