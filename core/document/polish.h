/* polish.h: the steps of polish, one file each. */
#ifndef RAMURE_POLISH_H
#define RAMURE_POLISH_H

#include "core/document/document.h"

/* Puts each note that is called right after the block that calls it first, and numbers them. */
void polish_notes(ramure_ctx *ctx, ramure_node *document);
/* Levels of headings by their nesting; in a report their numbers too. */
void polish_headings(ramure_ctx *ctx, ramure_node *document, ramure_medium medium);
/* Contents: slides that the front matter asks for, and the entries of all. */
void polish_contents(ramure_ctx *ctx, ramure_node *document, ramure_medium medium);
/* Names of headings, targets of links, words of those that have none. */
void polish_references(ramure_ctx *ctx, ramure_node *document, ramure_medium medium);

/* Whether the heading of a part, a chapter or a slide of a report gets a number: the deepest ones have none. */
bool heading_is_numbered(const ramure_node *owner);
/* Whether a part opens with a slide of its own in the deck: not when it is alone, or has one slide only. */
bool part_is_divided(const ramure_node *part);

#endif
