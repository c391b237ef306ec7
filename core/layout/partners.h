/* partners.h: who contributes, on the white strip of a cover or, when they are many, on a slide behind it. */
#ifndef RAMURE_PARTNERS_H
#define RAMURE_PARTNERS_H

#include "core/layout/page.h"

/* The first partner from `node` on among its siblings; its logo, when it has one that can be shown. */
const ramure_node *partners_next(const ramure_node *node);
const ramure_node *partners_logo(ramure_text name);
/* Draws that logo, its name as alternative text. */
void partners_draw_logo(ramure_canvas *canvas, const ramure_node *name, ramure_box box);

/* Whether the cover has a strip for them. */
bool partners_on_cover(ramure_canvas *canvas, const ramure_node *document);
void partners_draw_strip(ramure_canvas *canvas, const ramure_node *document, double top);

/* partners_wall.c: those who do not fit on the strip, on slides of their own. */
typedef struct partner_wall partner_wall;
/* Lays them out in a box, over so many pages; NULL when the cover holds them. */
const partner_wall *partners_lay_out(ramure_canvas *canvas, const ramure_node *document, ramure_box box, size_t *pages);
void partners_draw_page(ramure_canvas *canvas, const partner_wall *laid_out, size_t page);

#endif
