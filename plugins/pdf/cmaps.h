/* cmaps.h: what codes mean: as characters, and as glyphs of a subset (ISO 32000-1, 9.7.5 and 9.10.3). */
#ifndef PDF_CMAPS_H
#define PDF_CMAPS_H

#include "fonts.h"

/* From codes to the text that they stand for. */
void cmap_to_unicode(bytes *out, const signs *all);
/* From the first `count` codes to CIDs: those of `codes`, or with NULL the codes themselves. */
void cmap_to_cids(bytes *out, const font_code *codes, uint32_t count);
/* The name of the second kind. */
#define CMAP_NAME "Ramure-H"

#endif
