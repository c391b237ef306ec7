/* fonts.h: the fonts that the pages use, and the glyphs that they show.
 *
 * A font is composite (ISO 32000-1, 9.7): its glyphs are shown by codes, so that pages are written before anyone knows
 * what the whole deck uses. */
#ifndef PDF_FONTS_H
#define PDF_FONTS_H

#include "file.h"
#include "haru.h"
#include "signs.h"

#include <hb.h>

typedef struct font_code {
	uint32_t glyph;
	int32_t advance; /* font units */
	bool used;       /* by this font */
	/* Known when the font has been subset: */
	uint32_t subset_glyph;
	uint32_t cid;
} font_code;

typedef struct pdf_font {
	const ramure_font *info;
	hb_face_t *face;
	hb_font_t *hb;
	HPDF_Dict object;
	font_code *codes; /* by code: codes[0] is .notdef */
	uint32_t count;   /* all those used are below */
	uint32_t capacity;
} pdf_font;

/* Opens the font's file; false after reporting. */
bool font_open(pdf_font *font, ramure_ctx *ctx, haru *h, const ramure_font *info);
void font_close(pdf_font *font);
/* The code of a glyph that stands for a text; 0 when there are no more codes. */
uint32_t font_code_of(pdf_font *font, signs *all, uint32_t glyph, ramure_str text);
/* What fonts share. */
typedef struct font_maps {
	HPDF_Dict characters; /* from codes to text */
	HPDF_Dict encoding;   /* of those whose CIDs are the codes; made by the first that needs it */
} font_maps;
/* Subsets the font to the codes given out and writes it; false after reporting. */
bool font_embed(pdf_font *font, font_maps *shared, const signs *all, haru *h, file *f);

#endif
