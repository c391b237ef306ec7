/* fonts.h: font files by family and weight, opened once, and what is missing from them. */
#ifndef RAMURE_FONTS_H
#define RAMURE_FONTS_H

#include "core/theme/theme.h"

#include <hb.h>

/* An open face.  `number` is its index among the fonts of the conversion (ramure_deck_font). */
typedef struct font_face {
	ramure_font info;
	uint16_t number;
	hb_font_t *hb;                                 /* scaled to units per em */
	int32_t ascent, descent, cap_height, x_height; /* font units; the descent is negative */
	bool has_sups;                                 /* the feature `sups` is there; not every glyph need have it */
} font_face;

/* The face of the theme's family in that weight and slant, or the nearest, with a warning the first time. */
const font_face *fonts_face(ramure_ctx *ctx, int weight, bool italic, bool monospace);
/* From now on text is set in this family where the machine has it, code aside; in the theme's when it is empty.
 * Borrowed until the next call. */
void fonts_prefer(ramure_ctx *ctx, ramure_str family);
/* A face that has the character when `wanted` lacks it; `wanted` itself, after one warning that names the character and
 * its place in the text that begins at `at`, when none has. */
const font_face *fonts_fallback(ramure_ctx *ctx, const font_face *wanted, uint32_t code_point, ramure_span at);
/* Whether a font file has a table of that name. */
bool fonts_has_table(hb_face_t *face, hb_tag_t tag);
size_t fonts_count(ramure_ctx *ctx);
const font_face *fonts_at(ramure_ctx *ctx, size_t number);
/* Keeps the paths found for the next run, and closes every face. */
void fonts_release(ramure_ctx *ctx);

#endif
