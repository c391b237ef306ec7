/* voice.h: whose words are spoken: a chapter of a booklet keeps its language and its date. */
#ifndef RAMURE_VOICE_H
#define RAMURE_VOICE_H

#include "core/ramure.h"

/* From now on ctx->chapter, ctx->lang and ctx->date are those of the chapter in which a node stands, or those of the
 * document itself when it stands in none.  A document without chapters has one voice. */
void voice_at(ramure_ctx *ctx, const ramure_node *node);
/* The same while walking: on entering and leaving a chapter. */
void voice_walk(ramure_ctx *ctx, const ramure_walk *walk);
/* The nearest chapter at or above a node, or NULL. */
const ramure_node *voice_chapter(const ramure_node *node);

#endif
