/* font_words.c: whether a font's words can be shaped one by one.
 *
 * A language repeats its words, and shaping is the dearest part of a long deck.  But a word alone may not look as it
 * does in its text: fonts kern across spaces, and some know ligatures and contexts that reach over them.  A word
 * between its own two spaces looks as it does in its text when the font's rules meet the space only in pairs that move
 * their first glyph ("r " and " T" are then within what is shaped) and at the ends of contexts.  That is read from the
 * rules themselves (OpenType 1.9, GSUB and GPOS); of whatever is not understood here, the answer is no. */
#include "core/theme/font_words.h"

#include "core/theme/fonts.h"

#include <hb-ot.h>
#include <stddef.h>

/* The rules of one table, and whom they concern. */
typedef struct rules {
	hb_face_t *face;
	hb_tag_t tag;
	const unsigned char *data;
	unsigned size;
	hb_codepoint_t space;
	hb_set_t *glyphs; /* all that words may have */
} rules;

/* What lies outside of the table is 0. */
static uint32_t get16(const rules *r, size_t at)
{
	return at + 2 <= r->size ? (uint32_t)r->data[at] << 8 | r->data[at + 1] : 0;
}

static uint32_t get32(const rules *r, size_t at)
{
	return get16(r, at) << 16 | get16(r, at + 2);
}

/* What HarfBuzz applies to Latin script without being asked. */
static const hb_tag_t applied[] = {
	HB_TAG('r', 'v', 'r', 'n'),
	HB_TAG('l', 't', 'r', 'a'),
	HB_TAG('l', 't', 'r', 'm'),
	HB_TAG('a', 'b', 'v', 'm'),
	HB_TAG('b', 'l', 'w', 'm'),
	HB_TAG('c', 'c', 'm', 'p'),
	HB_TAG('l', 'o', 'c', 'l'),
	HB_TAG('m', 'a', 'r', 'k'),
	HB_TAG('m', 'k', 'm', 'k'),
	HB_TAG('r', 'l', 'i', 'g'),
	HB_TAG('c', 'a', 'l', 't'),
	HB_TAG('c', 'l', 'i', 'g'),
	HB_TAG('c', 'u', 'r', 's'),
	HB_TAG('d', 'i', 's', 't'),
	HB_TAG('k', 'e', 'r', 'n'),
	HB_TAG('l', 'i', 'g', 'a'),
	HB_TAG('r', 'c', 'l', 't'),
	HB_TAG('r', 'a', 'n', 'd'),
	HB_TAG_NONE,
};

static bool meets_space(const rules *r, unsigned lookup)
{
	hb_set_t *met = hb_set_create();
	bool found;

	hb_ot_layout_lookup_collect_glyphs(r->face, r->tag, lookup, met, met, met, NULL);
	found = hb_set_has(met, r->space);
	hb_set_destroy(met);
	return found;
}

/* Whether a coverage table has the space, or any glyph of words. */
static bool covers(const rules *r, size_t at, bool any)
{
	enum { LIST = 1 };
	bool list = get16(r, at) == LIST; /* else of ranges */
	size_t row = at + 4;

	for (uint32_t count = get16(r, at + 2); count > 0; count--, row += list ? 2 : 6) {
		hb_codepoint_t first = get16(r, row), last = list ? first : get16(r, row + 2), found = first - 1;

		if (r->space >= first && r->space <= last)
			return true;
		if (any && hb_set_next(r->glyphs, &found) && found <= last)
			return true;
	}
	return false;
}

static size_t lookup_at(const rules *r, uint32_t lookup)
{
	size_t list = get16(r, 8);

	return list + get16(r, list + 2 + (size_t)lookup * 2);
}

/* A context of coverages: what it looks back at from the first, what it changes, what it looks ahead at.  It must
 * change no glyph of ours, or have the space at its ends only, beyond which it sees nothing, and put single glyphs in
 * place of others. */
static bool context_is_simple(const rules *r, size_t at)
{
	enum { BACK, CHANGED, AHEAD, PARTS, SINGLE = 1 };
	size_t row = at + 4 + (size_t)get16(r, at + 2) * 2;

	if (get16(r, row) > 0 && !covers(r, at + get16(r, row + 2), true))
		return true;
	row = at + 2;
	for (int part = BACK; part < PARTS; part++, row += 2) {
		uint32_t count = get16(r, row);

		for (uint32_t i = 0; i < count; i++) {
			row += 2;
			if (covers(r, at + get16(r, row), false) && (part == CHANGED || i + 1 < count))
				return false;
		}
	}
	for (uint32_t count = get16(r, row); count > 0; count--) {
		row += 4;
		if (get16(r, lookup_at(r, get16(r, row))) != SINGLE)
			return false;
	}
	return true;
}

/* Whether a subtable leaves what stands beyond a space alone. */
static bool subtable_is_simple(const rules *r, size_t at, uint32_t type, bool with_space)
{
	enum { CONTEXT = 5, CHAIN = 6, EXTENSION = 7, PAIR = 2, BY_CLASSES = 2, BY_COVERAGES = 3 };
	bool positions = r->tag == HB_OT_TAG_GPOS;

	if (positions) {
		if (type == PAIR || (type == EXTENSION + 2 && get16(r, at + 2) == PAIR)) {
			at += type == PAIR ? 0 : get32(r, at + 4);
			/* The second glyph stays as it is, and begins the next pair. */
			return get16(r, at + 6) == 0;
		}
		type -= 2; /* from here on, types are two apart */
	}
	if (type == EXTENSION) {
		type = get16(r, at + 2) - (positions ? 2 : 0);
		at += get32(r, at + 4);
	}
	if (with_space)
		return !positions && type == CHAIN && get16(r, at) == BY_COVERAGES && context_is_simple(r, at);
	/* In class 0 is any glyph, the space too. */
	return (type != CONTEXT && type != CHAIN) || get16(r, at) != BY_CLASSES;
}

static bool lookup_is_simple(const rules *r, unsigned lookup)
{
	enum { IGNORES_BASES = 2 };
	size_t at = lookup_at(r, lookup);
	uint32_t type = get16(r, at), count = get16(r, at + 4);
	bool with_space = meets_space(r, lookup);

	if (get16(r, at + 2) & IGNORES_BASES) /* it would look over spaces */
		return false;
	for (uint32_t i = 0; i < count; i++)
		if (!subtable_is_simple(r, at + get16(r, at + 6 + (size_t)i * 2), type, with_space))
			return false;
	return true;
}

/* A required feature is applied whatever it is called. */
static bool has_required_feature(const rules *r)
{
	unsigned scripts = hb_ot_layout_table_get_script_tags(r->face, r->tag, 0, NULL, NULL), feature;

	for (unsigned s = 0; s < scripts; s++) {
		unsigned languages = hb_ot_layout_script_get_language_tags(r->face, r->tag, s, 0, NULL, NULL);

		if (hb_ot_layout_language_get_required_feature_index(r->face, r->tag, s,
								     HB_OT_LAYOUT_DEFAULT_LANGUAGE_INDEX, &feature))
			return true;
		for (unsigned l = 0; l < languages; l++)
			if (hb_ot_layout_language_get_required_feature_index(r->face, r->tag, s, l, &feature))
				return true;
	}
	return false;
}

static bool table_is_simple(rules *r, hb_tag_t tag)
{
	hb_blob_t *blob = hb_face_reference_table(r->face, tag);
	hb_set_t *lookups = hb_set_create();
	hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
	bool simple;

	r->tag = tag;
	r->data = (const unsigned char *)hb_blob_get_data(blob, &r->size);
	simple = !has_required_feature(r);
	hb_ot_layout_collect_lookups(r->face, tag, NULL, NULL, applied, lookups);
	if (tag == HB_OT_TAG_GSUB)
		hb_ot_layout_lookups_substitute_closure(r->face, lookups, r->glyphs);
	while (simple && hb_set_next(lookups, &lookup))
		simple = lookup_is_simple(r, lookup);
	hb_blob_destroy(blob);
	hb_set_destroy(lookups);
	return simple;
}

/* Kerning and substitution of other forms than OpenType's: not read here. */
static bool has_other_rules(hb_face_t *face)
{
	return fonts_has_table(face, HB_TAG('m', 'o', 'r', 'x')) || fonts_has_table(face, HB_TAG('m', 'o', 'r', 't')) ||
	       fonts_has_table(face, HB_TAG('k', 'e', 'r', 'x')) || fonts_has_table(face, HB_TAG('t', 'r', 'a', 'k')) ||
	       (!hb_ot_layout_has_positioning(face) && fonts_has_table(face, HB_TAG('k', 'e', 'r', 'n')));
}

bool font_word_has(uint32_t c)
{
	/* Latin letters and signs, quotes, dashes, the euro.  The fraction slash is drawn with the digits around it. */
	return (c > 0x20 && c < 0x250 && c != 0xA0 && c != 0xAD) || (c >= 0x2010 && c <= 0x2027) ||
	       (c >= 0x2030 && c <= 0x205E && c != 0x2044) || c == 0x20AC;
}

static void add_glyphs(hb_font_t *font, hb_set_t *glyphs)
{
	hb_codepoint_t glyph;

	for (uint32_t c = 0; c <= 0x20AC; c++)
		if (font_word_has(c) && hb_font_get_nominal_glyph(font, c, &glyph))
			hb_set_add(glyphs, glyph);
}

bool font_words_stand_alone(hb_font_t *font)
{
	rules r = { .face = hb_font_get_face(font), .glyphs = hb_set_create() };
	bool simple = hb_font_get_nominal_glyph(font, ' ', &r.space) && !has_other_rules(r.face);

	if (simple) {
		hb_ot_layout_glyph_class_t class = hb_ot_layout_get_glyph_class(r.face, r.space);

		add_glyphs(font, r.glyphs);
		simple = class != HB_OT_LAYOUT_GLYPH_CLASS_MARK && class != HB_OT_LAYOUT_GLYPH_CLASS_LIGATURE &&
			 table_is_simple(&r, HB_OT_TAG_GSUB) && table_is_simple(&r, HB_OT_TAG_GPOS);
	}
	hb_set_destroy(r.glyphs);
	return simple;
}
