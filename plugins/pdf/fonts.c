/* fonts.c: fonts as they are opened, and the codes of their glyphs. */
#include "fonts.h"

#include <string.h>

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
	font->object = haru_object(h);
	font_code_of(font, ctx, 0, (ramure_str){ NULL, 0 });
	return true;
}

void font_close(pdf_font *font)
{
	hb_font_destroy(font->hb);
	hb_face_destroy(font->face);
}

static uint32_t hash(uint32_t glyph, ramure_str text)
{
	uint32_t h = 2166136261u ^ glyph * 2654435761u;

	for (size_t i = 0; i < text.size; i++)
		h = (h ^ (unsigned char)text.data[i]) * 16777619u;
	return h ^ h >> 15;
}

static uint32_t *slot(pdf_font *font, uint32_t glyph, ramure_str text)
{
	uint32_t i = hash(glyph, text);

	for (;; i++) {
		uint32_t *s = &font->slots[i & (font->slot_count - 1)];

		/* Code 0 is in no slot: it stands for an empty one. */
		if (*s == 0 || (font->codes[*s].glyph == glyph && ramure_str_equal(font->codes[*s].text, text)))
			return s;
	}
}

static void grow(pdf_font *font, ramure_ctx *ctx)
{
	uint32_t capacity = font->capacity == 0 ? 256 : font->capacity * 2;
	font_code *codes = RAMURE_NEW_ARRAY(ctx, font_code, capacity);

	if (font->count > 0)
		memcpy(codes, font->codes, font->count * sizeof *codes);
	font->codes = codes;
	font->capacity = capacity;
	font->slot_count = capacity * 2;
	font->slots = RAMURE_NEW_ARRAY(ctx, uint32_t, font->slot_count);
	for (uint32_t c = 1; c < font->count; c++)
		*slot(font, codes[c].glyph, codes[c].text) = c;
}

uint32_t font_code_of(pdf_font *font, ramure_ctx *ctx, uint32_t glyph, ramure_str text)
{
	uint32_t *s;
	char *copy;

	if (font->count == font->capacity)
		grow(font, ctx);
	s = slot(font, glyph, text);
	if (*s != 0)
		return *s;
	if (font->count >= FONT_CODES)
		return 0;
	copy = ramure_alloc(ctx, text.size + 1); /* the page that lends the text goes before the font does */
	if (text.size > 0)
		memcpy(copy, text.data, text.size);
	font->codes[font->count] = (font_code){ .glyph = glyph,
						.advance = hb_font_get_glyph_h_advance(font->hb, glyph),
						.text = { copy, text.size } };
	if (font->count > 0)
		*s = font->count;
	return font->count++;
}

size_t font_code_bytes(uint32_t code, unsigned char out[static 2])
{
	if (code < FONT_SHORT_CODES) {
		out[0] = (unsigned char)code;
		return 1;
	}
	code += FONT_SHORT_CODES * 0x100 - FONT_SHORT_CODES;
	out[0] = (unsigned char)(code >> 8);
	out[1] = (unsigned char)code;
	return 2;
}
