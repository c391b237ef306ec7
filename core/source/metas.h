/* metas.h: the front matter's texts as the first nodes of a document. */
#ifndef RAMURE_METAS_H
#define RAMURE_METAS_H

#include "core/ramure.h"

/* Puts a META for each text of ctx->settings before the children of `document`, in the order of their roles. */
void metas_put(ramure_ctx *ctx, ramure_node *document);

#endif
