/* fonts.c: fonts as they are opened, and the glyphs that their codes show. */
#include "fonts.h"

#include <string.h>

static void set_code(pdf_font *font, ramure_ctx *ctx, uint32_t code, uint32_t glyph)
{
	if (!font->codes || code >= font->capacity) {
		uint32_t capacity = font->capacity == 0 ? 128 : font->capacity;
		font_code *grown;

		while (capacity <= code)
			capacity *= 2;
		grown = RAMURE_NEW_ARRAY(ctx, font_code, capacity);
		if (font->codes)
			memcpy(grown, font->codes, font->count * sizeof *grown);
		font->codes = grown;
		font->capacity = capacity;
	}
	if (code >= font->count)
		font->count = code + 1;
	font->codes[code] =
		(font_code){ .glyph = glyph, .advance = hb_font_get_glyph_h_advance(font->hb, glyph), .used = true };
}

bool font_open(pdf_font *font, ramure_ctx *ctx, haru *h, const ramure_font *info)
{
	ramure_str path = ramure_format(ctx, "%.*s", (int)info->path.size, info->path.data);
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path.data);

	if (!blob) {
		ramure_failure(ctx, "font file '%s' cannot be read", path.data);
		return false;
	}
	*font = (pdf_font){ .info = info };
	font->face = hb_face_create(blob, info->index);
	hb_blob_destroy(blob);
	font->hb = hb_font_create(font->face);
	hb_font_set_scale(font->hb, (int)info->units_per_em, (int)info->units_per_em);
	font->object = haru_indirect(h);
	set_code(font, ctx, 0, 0);
	return true;
}

void font_close(pdf_font *font)
{
	hb_font_destroy(font->hb);
	hb_face_destroy(font->face);
}

uint32_t font_code_of(pdf_font *font, signs *all, uint32_t glyph, ramure_str text)
{
	uint32_t code = sign_of(all, text);

	for (; code != 0; code = sign_after(all, code)) {
		if (code >= font->count || !font->codes[code].used) {
			set_code(font, all->ctx, code, glyph);
			break;
		}
		if (font->codes[code].glyph == glyph)
			break;
	}
	return code;
}
