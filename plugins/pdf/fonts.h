/* fonts.h: the fonts that the pages use, and the codes under which the contents show their glyphs.
 *
 * A font is composite (ISO 32000-1, 9.7): one code for each pair of a glyph and the text it stands for, in the order of
 * first use, so that pages are written before anyone knows what the whole deck uses.  A no-break space and a space are
 * one glyph but two codes: what is copied from the page is what was written.  The first codes, which are all that most
 * decks need, take one byte, the others two: a page is a tenth smaller than with two bytes for each. */
#ifndef PDF_FONTS_H
#define PDF_FONTS_H

#include "file.h"
#include "haru.h"

#include <hb.h>

/* Codes of one byte are below 80, the first byte of two is 80 or above. */
enum { FONT_SHORT_CODES = 0x80, FONT_CODES = FONT_SHORT_CODES + 0x8000 };

typedef struct font_code {
	uint32_t glyph;
	int32_t advance; /* font units */
	ramure_str text;
	/* Known when the font has been subset: */
	uint32_t subset_glyph;
	uint32_t cid;
} font_code;

typedef struct pdf_font {
	const ramure_font *info;
	hb_face_t *face;
	hb_font_t *hb;
	HPDF_Dict object;
	font_code *codes; /* codes[0] is .notdef */
	uint32_t count, capacity;
	uint32_t *slots; /* a table of codes by hash, a power of two in size */
	uint32_t slot_count;
} pdf_font;

/* Opens the font's file; false after reporting. */
bool font_open(pdf_font *font, ramure_ctx *ctx, haru *h, const ramure_font *info);
void font_close(pdf_font *font);
/* The code of a glyph that stands for a text; 0 when the font has no more codes. */
uint32_t font_code_of(pdf_font *font, ramure_ctx *ctx, uint32_t glyph, ramure_str text);
/* The bytes of a code: answers 1 or 2. */
size_t font_code_bytes(uint32_t code, unsigned char out[static 2]);
/* The encoding of fonts whose CIDs are the codes themselves: one for the deck, made by the first font that needs it. */
typedef struct font_encoding {
	uint32_t codes; /* the most that a font has */
	HPDF_Dict object;
} font_encoding;
/* Subsets the font to the codes given out and writes it; false after reporting. */
bool font_embed(pdf_font *font, font_encoding *plain, ramure_ctx *ctx, haru *h, file *f);

#endif
