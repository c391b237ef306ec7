/* words.c: words as glyphs, shaped once for many texts. */
#include "core/layout/words.h"

#include "core/base/utf8.h"
#include "core/theme/font_words.h"

#include <string.h>

enum {
	LISTS = 2048,
	MOST_BYTES = 640 * 1024, /* some five thousand words; then all are forgotten */
	LONGEST = 120,           /* bytes of a word */
	FACES = 64,
	FEW_TEXTS = 200 /* what asking a face takes is won back after some 500 */
};

typedef struct known_word {
	struct known_word *next;
	word_style style;
	word word;
} known_word;

struct word_cache {
	known_word **lists; /* by hash, in ctx->word_arena */
	struct {
		uint8_t texts; /* set so far, up to FEW_TEXTS */
		bool alone;
	} faces[FACES]; /* by number */
};

/* ---- which texts ---- */

static bool stands_alone(ramure_ctx *ctx, const font_face *face)
{
	word_cache *list;

	if (!ctx->words)
		ctx->words = RAMURE_NEW(ctx, word_cache);
	list = ctx->words;
	if (face->number >= FACES)
		return false;
	if (list->faces[face->number].texts < FEW_TEXTS && ++list->faces[face->number].texts == FEW_TEXTS)
		list->faces[face->number].alone = font_words_stand_alone(face->hb);
	return list->faces[face->number].alone;
}

bool words_suit(ramure_ctx *ctx, const font_face *face, ramure_str text, size_t start, size_t end)
{
	size_t begun = start;

	if (!stands_alone(ctx, face))
		return false;
	for (size_t at = start; at < end;) {
		uint32_t c = paragraph_drawn(utf8_next(text, &at));

		if (c == ' ')
			begun = at;
		else if (!font_word_has(c) || at - begun > LONGEST)
			return false;
	}
	return true;
}

/* ---- what is known ---- */

static uint32_t hash(const word_style *style, const word *w)
{
	uint32_t h = 2166136261u ^ style->face->number ^ (uint32_t)style->plain << 16 ^ (uint32_t)w->before << 17 ^
		     (uint32_t)w->behind << 18;

	for (size_t i = 0; i < w->letters.size; i++)
		h = (h ^ (unsigned char)w->letters.data[i]) * 16777619u;
	return h ^ h >> 15;
}

static bool same(const known_word *k, const word_style *style, const word *w)
{
	return k->style.face == style->face && k->style.language == style->language && k->style.plain == style->plain &&
	       k->word.before == w->before && k->word.behind == w->behind &&
	       ramure_str_equal(k->word.letters, w->letters);
}

/* Where words of that hash are kept.  When there are too many words, none is known any more. */
static known_word **list_at(ramure_ctx *ctx, uint32_t h)
{
	word_cache *list = ctx->words;

	if (!ctx->word_arena)
		ctx->word_arena = arena_beside(ctx->arena);
	if (arena_used(ctx->word_arena) > MOST_BYTES) {
		arena_return(ctx->word_arena, (arena_mark){ 0 });
		list->lists = NULL;
	}
	if (!list->lists)
		list->lists = arena_alloc_array(ctx->word_arena, LISTS, sizeof(known_word *));
	return &list->lists[h & (LISTS - 1)];
}

/* ---- shaping ---- */

static void fill(hb_buffer_t *buffer, const word_style *style, const word *w)
{
	uint32_t place = 1;

	hb_buffer_clear_contents(buffer);
	if (w->before)
		hb_buffer_add(buffer, ' ', 0);
	for (size_t at = 0; at < w->letters.size; place = (uint32_t)at + 1)
		hb_buffer_add(buffer, paragraph_drawn(utf8_next(w->letters, &at)), place);
	if (w->behind)
		hb_buffer_add(buffer, ' ', place);
	hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
	hb_buffer_set_language(buffer, style->language);
}

/* The spaces must have come out as they went in. */
static bool has_its_spaces(const hb_glyph_info_t *infos, unsigned count, const word *w)
{
	unsigned spaces = (w->before ? 1u : 0u) + (w->behind ? 1u : 0u);

	if (count < spaces || (w->before && infos[0].cluster != 0) ||
	    (w->behind && infos[count - 1].cluster != w->letters.size + 1))
		return false;
	for (unsigned i = w->before ? 1 : 0; i + (w->behind ? 1 : 0) < count; i++)
		if (infos[i].cluster == 0 || infos[i].cluster > w->letters.size)
			return false;
	return true;
}

static bool shape(ramure_ctx *ctx, const word_style *style, hb_buffer_t *buffer, word *w)
{
	const hb_glyph_position_t *positions;
	const hb_glyph_info_t *infos;
	glyph *glyphs;
	unsigned count;

	fill(buffer, style, w);
	paragraph_shape_buffer(style->face, buffer, style->plain);
	infos = hb_buffer_get_glyph_infos(buffer, &count);
	positions = hb_buffer_get_glyph_positions(buffer, NULL);
	if (!has_its_spaces(infos, count, w))
		return false;
	w->count = count - (w->behind ? 1 : 0);
	w->glyphs = glyphs = arena_alloc_array(ctx->word_arena, w->count, sizeof *glyphs);
	for (size_t i = 0; i < w->count; i++)
		glyphs[i] = paragraph_glyph(&infos[i], &positions[i]);
	return true;
}

bool words_shape(ramure_ctx *ctx, const word_style *style, hb_buffer_t *buffer, word *w)
{
	known_word **list = list_at(ctx, hash(style, w)), *k;
	char *letters;

	for (k = *list; k; k = k->next)
		if (same(k, style, w)) {
			*w = k->word;
			return true;
		}
	if (!shape(ctx, style, buffer, w))
		return false;
	k = arena_alloc(ctx->word_arena, sizeof *k);
	letters = arena_alloc(ctx->word_arena, w->letters.size);
	if (w->letters.size)
		memcpy(letters, w->letters.data, w->letters.size);
	*k = (known_word){ *list, *style, *w };
	k->word.letters.data = letters;
	*list = k;
	return true;
}
