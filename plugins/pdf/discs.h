/* discs.h: discs, of which ornaments and legends are full: one form, placed by each with a few bytes. */
#ifndef PDF_DISCS_H
#define PDF_DISCS_H

#include "file.h"
#include "haru.h"

/* The form's name among the resources. */
#define DISC_NAME "D"

typedef struct disc {
	double x, y, radius;
} disc;

/* Whether a path is a full circle as the core draws it. */
bool disc_is(const ramure_segment *segments, size_t count, disc *found);
/* Writes the form, a disc of radius 1 around the origin (ISO 32000-1, 8.10). */
HPDF_Dict disc_form(ramure_ctx *ctx, haru *h, file *f);

#endif
