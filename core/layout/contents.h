/* contents.h: the contents of a deck as a body draws them: parts with their ranges of pages (VISUAL.md 8). */
#ifndef RAMURE_CONTENTS_H
#define RAMURE_CONTENTS_H

#include "core/layout/canvas.h"

/* Draws a CONTENTS node in a box, from its entry number `frame->from` on; answers as a figure does.  Ranges of pages
 * are written once pages are counted; the room for them does not depend on it. */
ramure_extent contents_draw(ramure_canvas *canvas, const ramure_node *contents, const ramure_frame *frame);

#endif
