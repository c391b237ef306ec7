/* typography.h: the rules of a language, as data, on the texts of a document. */
#ifndef RAMURE_TYPOGRAPHY_H
#define RAMURE_TYPOGRAPHY_H

#include "core/base/arena.h"
#include "core/document/document.h"
#include "core/host.h"

typedef struct typography typography;

/* The rules of a language ("fr", "en", "none"), read from `<lang>.rules` in one of the request's folders; behind them
 * those of the files that the source (`own`) and the request name, whose examples are run; without those named in `off`
 * (a list of ramure_string).  NULL after reporting, where they were named.  Patterns are compiled when a text first
 * needs them. */
typography *typography_load(ramure_ctx *ctx, ramure_string lang, ramure_list off, ramure_path own);
void typography_release(typography *rules);
/* Whether there are rules of that language. */
bool typography_knows(ramure_ctx *ctx, ramure_str lang);

/* On every text below a node, across emphasis and links; never in code or in addresses.  Superscripts that rules make
 * become SUPERSCRIPT nodes.  Idempotent. */
void typography_apply(ramure_ctx *ctx, typography *rules, ramure_node *root);

/* On a polished document, and on each of its chapters by the rules that this one has loaded.  Rules look at the words
 * around a text: those of contents and references must stand there. */
void typography_document(ramure_ctx *ctx, ramure_node *document);

/* On plain text, line for line.  Superscripts are read as ^{e} or <sup>e</sup>, and shown as ^{e}.  The result is in
 * `memory`, or the text itself. */
ramure_str typography_text(ramure_ctx *ctx, arena *memory, typography *rules, ramure_str text);
/* The rules that change the figures or the capitals of a text.  Each with the text as it would be without it, and with
 * all. */
typedef void typography_tell(void *closure, ramure_str rule, ramure_str without, ramure_str with);
void typography_explain(ramure_ctx *ctx, typography *rules, ramure_str text, typography_tell *tell, void *closure);
/* On a file, "-" for standard input.  False after reporting, or when `take` said so. */
bool typography_stream(ramure_ctx *ctx, typography *rules, ramure_str path, ramure_take *take, void *closure);

#endif
