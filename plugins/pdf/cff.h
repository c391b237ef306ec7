/* cff.h: what PDF needs to know of a bare CFF font (Adobe Technical Note 5176). */
#ifndef PDF_CFF_H
#define PDF_CFF_H

#include <stddef.h>
#include <stdint.h>

/* The CIDs of a CID-keyed font's glyphs, by glyph: cids[0 .. count).  In a name-keyed font, which this leaves as it is,
 * PDF takes a glyph's number for its CID (ISO 32000-1, 9.7.4.2).  Bytes that make no sense leave the rest as it is. */
void cff_cids(const unsigned char *data, size_t size, uint32_t *cids, uint32_t count);

#endif
