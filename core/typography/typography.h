/* typography.h: the rules of a language, as data, on the texts of a document (DESIGN.md 11). */
#ifndef RAMURE_TYPOGRAPHY_H
#define RAMURE_TYPOGRAPHY_H

#include "core/document/document.h"

typedef struct typography typography;

/* The rules of a language ("fr", "en", "none"), compiled once, without those named in `off`.  NULL after reporting. */
const typography *typography_load(ramure_ctx *ctx, ramure_str lang, ramure_list off);
void typography_release(const typography *rules);
/* On every text below a node, across emphasis; never in code, links' addresses, CODE, or typed numbers.  Superscripts
 * that rules make become SUPERSCRIPT nodes. */
void typography_apply(ramure_ctx *ctx, const typography *rules, ramure_node *root);
/* On plain text; superscripts are shown as ^{e}. */
ramure_str typography_text(ramure_ctx *ctx, const typography *rules, ramure_str text);

#endif
