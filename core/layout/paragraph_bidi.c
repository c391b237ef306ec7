/* paragraph_bidi.c: which way the parts of a text run (UAX 9), and in which order they stand on a line. */
#include "core/layout/paragraph_parts.h"

#include "core/base/utf8.h"

#include <fribidi.h>
#include <string.h>

/* Letters that run leftward, and the controls that make others do so. */
static bool is_leftward(uint32_t c)
{
	return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) ||
	       (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF) || c == 0x200F || c == 0x202B ||
	       c == 0x202E || c == 0x2067;
}

/* Nearly every text has none, and is passed over byte by byte. */
static bool has_leftward(ramure_str s)
{
	for (size_t at = 0; at < s.size;) {
		size_t next = at;

		if ((unsigned char)s.data[at] < 0xD6)
			at++;
		else if (is_leftward(utf8_next(s, &next)))
			return true;
		else
			at = next;
	}
	return false;
}

static bool has_letters(ramure_str s)
{
	for (size_t at = 0; at < s.size;)
		switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), utf8_next(s, &at))) {
		case HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER:
		case HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER:
		case HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER:
		case HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER:
		case HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER:
			return true;
		default:
			break;
		}
	return false;
}

/* In another language, a paragraph runs leftward when its first letter does and half of all: a French sentence
 * may begin with a word that it explains (UAX 9, HL1). */
static FriBidiParType direction_of(const FriBidiCharType *types, size_t count)
{
	size_t leftward = 0, rightward = 0;
	bool first = false;

	for (size_t i = 0; i < count; i++) {
		if (!FRIBIDI_IS_LETTER(types[i]))
			continue;
		first = leftward + rightward == 0 ? FRIBIDI_IS_RTL(types[i]) : first;
		*(FRIBIDI_IS_RTL(types[i]) ? &leftward : &rightward) += 1;
	}
	return first && leftward >= rightward ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
}

/* The characters of a text.  Code is isolated: its signs do not change places with the words around (UAX 9, X5a). */
static size_t isolate_code(const paragraph *p, FriBidiChar *chars)
{
	size_t count = 0;

	for (size_t i = 0; i < p->stretch_count; i++) {
		const stretch *st = &p->stretches[i];
		ramure_str text = { p->text.data, st->end };

		if (st->code)
			chars[count++] = 0x2066;
		for (size_t at = st->start; at < st->end; count++) {
			chars[count] = utf8_next(text, &at);
			if (chars[count] == '\n') /* a line end that was asked for ends no paragraph */
				chars[count] = 0x2028;
		}
		if (st->code)
			chars[count++] = 0x2069;
	}
	return count;
}

void paragraph_find_levels(ramure_ctx *ctx, paragraph *p, ramure_str lang)
{
	bool leftward = ramure_is_leftward(lang);
	size_t most = p->text.size + 2 * p->stretch_count, count;
	FriBidiChar *chars;
	FriBidiCharType *types;
	FriBidiBracketType *brackets;
	FriBidiLevel *levels;
	FriBidiParType direction;

	p->at_right = leftward;
	/* Words of another language alone are said their own way; signs and numbers alone, that of the language. */
	if (!has_leftward(p->text) && (!leftward || has_letters(p->text)))
		return;
	chars = arena_alloc_array(ctx->shaped, most, sizeof *chars);
	types = arena_alloc_array(ctx->shaped, most, sizeof *types);
	brackets = arena_alloc_array(ctx->shaped, most, sizeof *brackets);
	levels = arena_alloc_array(ctx->shaped, most, sizeof *levels);
	count = isolate_code(p, chars);
	fribidi_get_bidi_types(chars, (FriBidiStrIndex)count, types);
	fribidi_get_bracket_types(chars, (FriBidiStrIndex)count, types, brackets);
	direction = leftward ? FRIBIDI_PAR_RTL : direction_of(types, count);
	/* 0 when memory runs out: the text is then set rightward. */
	if (!fribidi_get_par_embedding_levels_ex(types, brackets, (FriBidiStrIndex)count, &direction, levels))
		return;
	p->leftward = FRIBIDI_IS_RTL(direction);
	p->at_right = leftward || p->leftward;
	p->levels = arena_alloc(ctx->shaped, p->text.size);
	for (size_t s = 0, i = 0; s < p->stretch_count; s++) {
		const stretch *st = &p->stretches[s];

		i += st->code != NULL;
		for (size_t at = st->start; at < st->end; i++) {
			size_t start = at;

			utf8_next(p->text, &at);
			memset(p->levels + start, (unsigned char)levels[i], at - start);
		}
		i += st->code != NULL;
	}
}

bool paragraph_at_right(const paragraph *p, bool around)
{
	return p->at_right || (around && !has_letters(p->text));
}

void paragraph_visual_order(const uint8_t *levels, size_t count, size_t *order)
{
	uint8_t highest = 0;

	for (size_t i = 0; i < count; i++) {
		order[i] = i;
		highest = levels[i] > highest ? levels[i] : highest;
	}
	for (uint8_t level = highest; level > 0; level--)
		for (size_t i = 0; i < count; i++) {
			size_t end = i;

			while (end < count && levels[order[end]] >= level)
				end++;
			for (size_t a = i, b = end; a + 1 < b; a++, b--) {
				size_t kept = order[a];

				order[a] = order[b - 1];
				order[b - 1] = kept;
			}
			i = end > i ? end - 1 : i;
		}
}
