/* ornament.h: the ramure: a trunk, one limb per part, a leaf per organisation. */
#ifndef RAMURE_ORNAMENT_H
#define RAMURE_ORNAMENT_H

#include "core/layout/canvas.h"

enum { ORNAMENT_LEAVES = 23, ORNAMENT_COVER_LIMBS = 3 };

/* Where it stands: its foot, its half-width, its height; `scale` is that of strokes and leaves. */
typedef struct ornament_frame {
	double x, y, rx, ry, scale;
} ornament_frame;

/* `lit` is the limb of the part that begins, from 1; 0 colours every limb, as on covers.  On a canvas of the primary
 * colour the tones are the light ones. */
void ornament_draw(ramure_canvas *canvas, ornament_frame frame, size_t limbs, size_t lit);

/* A leaf, counted from the left: its disc. */
typedef struct ornament_leaf {
	double x, y, radius;
} ornament_leaf;
ornament_leaf ornament_leaf_at(ornament_frame frame, size_t limbs, size_t index);
/* Whether a text set there comes too near to a leaf; NULL does not. */
bool ornament_meets_text(ramure_canvas *canvas, ornament_frame frame, size_t limbs, ramure_text text,
			 ramure_style style, double x, double y, double width);
/* How many of the leaves the limb bears. */
size_t ornament_share(size_t leaves, size_t limbs, size_t limb);

#endif
