/* footnotes.h: the notes of a conversion: where each is written, and where it is called. */
#ifndef RAMURE_FOOTNOTES_H
#define RAMURE_FOOTNOTES_H

#include "core/ramure.h"

typedef struct note_list note_list;

/* A note's text, a FOOTNOTE node that stands in no tree: expand puts a copy after the block that calls it.  A name
 * belongs to its file. */
void footnotes_define(ramure_ctx *ctx, ramure_str name, ramure_node *note);
/* That a text calls a note, perhaps before the note is known. */
void footnotes_call(ramure_ctx *ctx, ramure_str name, ramure_span at);
/* The note that a NOTE_CALL names (node->name, in the file of its span), or NULL. */
const ramure_node *footnotes_find(ramure_ctx *ctx, ramure_str name, uint32_t file);
/* Once everything of a file is read, fields too: reports calls without note and notes that nobody calls. */
void footnotes_check(ramure_ctx *ctx, uint32_t file);

#endif
