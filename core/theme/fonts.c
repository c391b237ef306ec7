/* fonts.c: the faces of a conversion, each opened once. */
#include "core/theme/fonts.h"

#include "core/base/files.h"
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/theme/font_paths.h"

#include <hb-ot.h>
#include <string.h>

/* A face can be asked for by number in 16 bits; no document comes near. */
enum { MOST_FACES = 1024, MOST_REQUESTS = 64, MOST_MISSING = 4096, MOST_VERSIONS = 32 };

typedef struct request_memo {
	int weight;
	bool italic, monospace;
	const font_face *face;
} request_memo;

/* What was found for a character that the wanted face lacks. */
typedef struct fallback_memo {
	struct fallback_memo *next;
	const font_face *wanted;
	uint32_t code_point;
	const font_face *face;
} fallback_memo;

struct font_set {
	font_paths *paths;
	const font_face **faces;
	size_t count;
	ramure_str preferred; /* the family that is asked for instead of the theme's, or empty */
	request_memo requests[MOST_REQUESTS];
	size_t request_count;
	fallback_memo *fallbacks[64]; /* by code point */
	size_t fallback_count;
	font_face *empty; /* when the system has no font at all */
	bool failed;
	bool version_told[MOST_VERSIONS];
	/* How far a source has been searched for what is missing: texts come in its order. */
	struct {
		uint32_t file, line;
		size_t start; /* of the line */
	} searched;
};

static font_set *set_of(ramure_ctx *ctx)
{
	if (!ctx->fonts) {
		ctx->fonts = RAMURE_NEW(ctx, font_set);
		ctx->fonts->paths = font_paths_open(ctx);
		ctx->fonts->faces = RAMURE_NEW_ARRAY(ctx, const font_face *, MOST_FACES);
	}
	return ctx->fonts;
}

/* ---- opening ---- */

static bool has_feature(hb_face_t *face, hb_tag_t wanted)
{
	hb_tag_t tags[64];
	unsigned start = 0, count;

	do {
		count = sizeof tags / sizeof *tags;
		hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, start, &count, tags);
		for (unsigned i = 0; i < count; i++)
			if (tags[i] == wanted)
				return true;
		start += count;
	} while (count == sizeof tags / sizeof *tags);
	return false;
}

static ramure_str face_name(ramure_ctx *ctx, hb_face_t *face, hb_ot_name_id_t best, hb_ot_name_id_t other)
{
	hb_language_t english = hb_language_from_string("en", -1);
	char name[256];
	unsigned size = sizeof name;

	if (!hb_ot_name_get_utf8(face, best, english, &size, name)) {
		size = sizeof name;
		if (!hb_ot_name_get_utf8(face, other, english, &size, name))
			return RAMURE_STR("");
	}
	return ramure_format(ctx, "%s", name);
}

static int32_t metric(hb_font_t *font, hb_ot_metrics_tag_t tag, double otherwise)
{
	hb_position_t value = 0;

	if (hb_ot_metrics_get_position(font, tag, &value) && value != 0)
		return value;
	return (int32_t)(otherwise * hb_face_get_upem(hb_font_get_face(font)));
}

/* Ascent and descent of the table hhea (OpenType 1.9), on which the baselines of the styles rest.  HarfBuzz answers
 * with the typographic ones of OS/2 when a font prefers these: Lato's leave no room for accents on capitals. */
static void read_hhea(hb_face_t *face, font_face *f)
{
	hb_blob_t *table = hb_face_reference_table(face, HB_TAG('h', 'h', 'e', 'a'));
	unsigned size;
	const unsigned char *b = (const unsigned char *)hb_blob_get_data(table, &size);

	if (size >= 8) {
		f->ascent = (int16_t)(b[4] << 8 | b[5]);
		f->descent = (int16_t)(b[6] << 8 | b[7]);
	}
	hb_blob_destroy(table);
	if (f->ascent <= 0 || f->descent > 0) {
		f->ascent = metric(f->hb, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 0.95);
		f->descent = metric(f->hb, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -0.25);
	}
}

bool fonts_has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *table = hb_face_reference_table(face, tag);
	bool present = hb_blob_get_length(table) > 0;

	hb_blob_destroy(table);
	return present;
}

static font_face *face_new(ramure_ctx *ctx, hb_face_t *face, font_place place)
{
	font_face *f = RAMURE_NEW(ctx, font_face);

	f->hb = hb_font_create(face);
	f->info.path = place.path;
	f->info.index = place.index;
	f->info.family = face_name(ctx, face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, HB_OT_NAME_ID_FONT_FAMILY);
	f->info.face = face_name(ctx, face, HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY, HB_OT_NAME_ID_FONT_SUBFAMILY);
	f->info.units_per_em = hb_face_get_upem(face);
	f->info.cff = fonts_has_table(face, HB_TAG('C', 'F', 'F', ' '));
	read_hhea(face, f);
	f->cap_height = metric(f->hb, HB_OT_METRICS_TAG_CAP_HEIGHT, 0.7);
	f->x_height = metric(f->hb, HB_OT_METRICS_TAG_X_HEIGHT, 0.5);
	f->has_sups = has_feature(face, HB_TAG('s', 'u', 'p', 's'));
	hb_font_make_immutable(f->hb);
	return f;
}

/* NULL when the file is no font that can be set: unreadable, without glyphs or without outlines. */
static font_face *open_face(ramure_ctx *ctx, font_place place)
{
	hb_blob_t *blob = place.path.size ? hb_blob_create_from_file_or_fail(place.path.data) : NULL;
	hb_face_t *face;
	font_face *opened = NULL;

	if (!blob)
		return NULL;
	face = hb_face_create(blob, place.index);
	if (hb_face_get_glyph_count(face) > 0 &&
	    (fonts_has_table(face, HB_TAG('g', 'l', 'y', 'f')) || fonts_has_table(face, HB_TAG('C', 'F', 'F', ' '))))
		opened = face_new(ctx, face, place);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return opened;
}

/* The face of a file, opened at the first asking; NULL when it cannot be. */
static const font_face *face_at(ramure_ctx *ctx, font_place place)
{
	font_set *set = set_of(ctx);
	font_face *fresh;

	for (size_t i = 0; i < set->count; i++)
		if (set->faces[i]->info.index == place.index && ramure_str_equal(set->faces[i]->info.path, place.path))
			return set->faces[i];
	if (set->count == MOST_FACES)
		return NULL;
	fresh = open_face(ctx, place);
	if (!fresh)
		return NULL;
	fresh->number = (uint16_t)set->count;
	set->faces[set->count++] = fresh;
	return fresh;
}

/* ---- finding ---- */

/* When the system has no font, everything is measured with an empty one, and the build fails. */
static const font_face *no_face(ramure_ctx *ctx)
{
	font_set *set = set_of(ctx);

	if (set->empty)
		return set->empty;
	ramure_failure(ctx, N_("no font can be read on this machine"));
	ramure_hint(ctx, N_("install the theme's fonts; on Debian: apt-get install fonts-lato fonts-dejavu-core"));
	set->empty = face_new(ctx, hb_face_get_empty(), (font_place){ .path = RAMURE_STR("") });
	return set->empty;
}

/* "Lato" finds a face that calls itself "Lato" or, by old names, "Lato Black". */
static bool same_family(ramure_ctx *ctx, ramure_str wanted, const font_face *face)
{
	ramure_str found = face->info.family;

	if (found.size > wanted.size && found.data[wanted.size] == ' ')
		found.size = wanted.size;
	return ramure_str_equal(utf8_fold_name(ctx->arena, wanted), utf8_fold_name(ctx->arena, found));
}

static void warn_substituted(ramure_ctx *ctx, ramure_str wanted, const font_face *face)
{
	static const struct {
		ramure_str family;
		const char *package;
	} packages[] = {
		{ { "Lato", 4 }, "fonts-lato" },
		{ { "DejaVu Sans", 11 }, "fonts-dejavu-core" },
		{ { "DejaVu Sans Mono", 16 }, "fonts-dejavu-core" },
	};

	ramure_warning(ctx, (ramure_span){ 0 }, "font-substituted",
		       N_("font '%.*s' is not installed; '%.*s' stands in"), (int)wanted.size, wanted.data,
		       (int)face->info.family.size, face->info.family.data);
	for (size_t i = 0; i < sizeof packages / sizeof *packages; i++)
		if (ramure_str_equal(wanted, packages[i].family)) {
			ramure_hint(ctx, N_("install it; on Debian: apt-get install %s"), packages[i].package);
			return;
		}
	ramure_hint(ctx, N_("install it, or name another in the theme: 'fonts:', then '  family: …'"));
}

/* "2.007" of "Version 2.007; 2014-02-27"; empty when a font says none. */
static ramure_str version_of(ramure_ctx *ctx, const font_face *face)
{
	ramure_str name =
		face_name(ctx, hb_font_get_face(face->hb), HB_OT_NAME_ID_VERSION_STRING, HB_OT_NAME_ID_VERSION_STRING);
	size_t start = 0, end;

	while (start < name.size && (name.data[start] < '0' || name.data[start] > '9'))
		start++;
	for (end = start;
	     end < name.size && (name.data[end] == '.' || (name.data[end] >= '0' && name.data[end] <= '9'));)
		end++;
	return (ramure_str){ name.data + start, end - start };
}

/* Other widths end lines elsewhere, and other outlines make other bytes. */
static void check_version(ramure_ctx *ctx, ramure_str family, const font_face *face)
{
	const theme *t = ctx->theme;

	for (size_t i = 0; t && i < t->version_count && i < MOST_VERSIONS; i++) {
		ramure_str wanted = t->versions[i], found;

		if (wanted.size <= family.size + 1 || memcmp(wanted.data, family.data, family.size) != 0 ||
		    wanted.data[family.size] != ' ' || wanted.data[family.size + 1] < '0' ||
		    wanted.data[family.size + 1] > '9' || set_of(ctx)->version_told[i])
			continue;
		wanted = (ramure_str){ wanted.data + family.size + 1, wanted.size - family.size - 1 };
		found = version_of(ctx, face);
		if (ramure_str_equal(found, wanted))
			return;
		set_of(ctx)->version_told[i] = true;
		ramure_warning(ctx, (ramure_span){ 0 }, "font-version",
			       N_("font '%.*s' is of version '%.*s'; the theme is made with '%.*s'"), (int)family.size,
			       family.data, (int)found.size, found.data, (int)wanted.size, wanted.data);
		ramure_hint(ctx,
			    N_("lines may end elsewhere; install that version, or state yours in the theme: "
			       "'fonts:', then '  versions: %.*s %.*s'"),
			    (int)family.size, family.data, (int)found.size, found.data);
	}
}

static ramure_str wanted_family(ramure_ctx *ctx, bool monospace)
{
	if (set_of(ctx)->preferred.size && !monospace)
		return set_of(ctx)->preferred;
	if (!ctx->theme)
		return monospace ? RAMURE_STR("monospace") : RAMURE_STR("Lato");
	return monospace ? ctx->theme->monospace : ctx->theme->family;
}

/* What is nearest to a family in fontconfig's eyes; `exact` only the family itself. */
static const font_face *find_family(ramure_ctx *ctx, ramure_str family, int weight, bool italic, bool exact)
{
	font_query query = { .family = family, .weight = weight, .italic = italic };
	const font_face *face = face_at(ctx, font_paths_find(set_of(ctx)->paths, query));

	return face && (!exact || same_family(ctx, family, face)) ? face : NULL;
}

/* Any face at all, for when the one that was found cannot be opened. */
static const font_face *any_face(ramure_ctx *ctx, int weight, bool italic)
{
	static const char *const common[] = { "sans-serif", "DejaVu Sans", "Liberation Sans", "Noto Sans" };
	const font_face *face = NULL;

	for (size_t i = 0; i < sizeof common / sizeof *common && !face; i++)
		face = find_family(ctx, (ramure_str){ common[i], strlen(common[i]) }, weight, italic, false);
	return face ? face : no_face(ctx);
}

static const font_face *find_face(ramure_ctx *ctx, int weight, bool italic, bool monospace)
{
	const theme *t = ctx->theme;
	ramure_str family = wanted_family(ctx, monospace), generic = RAMURE_STR("monospace");
	bool named = !ramure_str_equal(family, generic); /* "monospace" names a use, not a family */
	const font_face *face = find_family(ctx, family, weight, italic, named);

	if (face) {
		check_version(ctx, family, face);
		return face;
	}
	if (monospace)
		face = find_family(ctx, generic, weight, italic, false);
	for (size_t i = 0; t && !monospace && !face && i < t->fallback_count; i++)
		face = find_family(ctx, t->fallbacks[i], weight, italic, true);
	if (!face)
		face = find_family(ctx, family, weight, italic, false);
	if (!face)
		face = any_face(ctx, weight, italic);
	if (face->info.path.size)
		warn_substituted(ctx, family, face);
	return face;
}

const font_face *fonts_face(ramure_ctx *ctx, int weight, bool italic, bool monospace)
{
	font_set *set = set_of(ctx);
	const font_face *face;

	for (size_t i = 0; i < set->request_count; i++) {
		const request_memo *m = &set->requests[i];

		if (m->weight == weight && m->italic == italic && m->monospace == monospace)
			return m->face;
	}
	face = find_face(ctx, weight, italic, monospace);
	if (set->request_count < MOST_REQUESTS)
		set->requests[set->request_count++] = (request_memo){ weight, italic, monospace, face };
	return face;
}

void fonts_prefer(ramure_ctx *ctx, ramure_str family)
{
	enum { REGULAR = 400 };
	font_set *set = set_of(ctx);

	if (family.size && !find_family(ctx, family, REGULAR, false, true))
		family = (ramure_str){ 0 };
	if (ramure_str_equal(family, set->preferred))
		return;
	set->preferred = family;
	set->request_count = 0;
}

const ramure_font *ramure_theme_font(ramure_ctx *ctx, int weight, bool italic, bool monospace)
{
	return &fonts_face(ctx, weight, italic, monospace)->info;
}

/* ---- characters that a face lacks ---- */

static bool has_glyph(const font_face *face, uint32_t code_point)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(face->hb, code_point, &glyph);
}

static const font_face *find_fallback(ramure_ctx *ctx, const font_face *wanted, uint32_t code_point)
{
	const theme *t = ctx->theme;
	font_query query = { .family = wanted_family(ctx, false),
			     .weight = (int)hb_style_get_value(wanted->hb, HB_STYLE_TAG_WEIGHT),
			     .italic = hb_style_get_value(wanted->hb, HB_STYLE_TAG_ITALIC) > 0 };
	const font_face *face;

	for (size_t i = 0; t && i < t->fallback_count; i++) {
		face = find_family(ctx, t->fallbacks[i], query.weight, query.italic, false);
		if (face && has_glyph(face, code_point))
			return face;
	}
	query.code_point = code_point;
	face = face_at(ctx, font_paths_find(set_of(ctx)->paths, query));
	return face && has_glyph(face, code_point) ? face : NULL;
}

/* Where line `line` of a file begins, from the last one asked on; the file's size when it has fewer. */
static size_t start_of_line(ramure_ctx *ctx, uint32_t file, uint32_t line)
{
	font_set *set = set_of(ctx);
	ramure_str text = files_at(ctx, file)->text;

	if (set->searched.file != file || set->searched.line > line) {
		set->searched.file = file;
		set->searched.line = 1;
		set->searched.start = 0;
	}
	while (set->searched.line < line) {
		const char *from = text.data + set->searched.start;
		const char *end =
			text.size > set->searched.start ? memchr(from, '\n', text.size - set->searched.start) : NULL;

		if (!end)
			return text.size;
		set->searched.start += (size_t)(end - from) + 1;
		set->searched.line++;
	}
	return set->searched.start;
}

/* The place of a character in the source of the text that begins at `at`; `at` itself when it is not written there as
 * such: an entity, a sign that typography has put. */
static ramure_span place_of(ramure_ctx *ctx, uint32_t code_point, ramure_span at)
{
	enum { FARTHEST = 64 * 1024 }; /* a paragraph: the same sign further on is another's */
	ramure_span place = { at.file, at.line, 1, 1 };
	ramure_str text;
	size_t offset, end;

	if (!ramure_given(at) || !at.file)
		return at;
	text = files_at(ctx, at.file)->text;
	offset = start_of_line(ctx, at.file, at.line);
	end = text.size - offset > FARTHEST ? offset + FARTHEST : text.size;
	while (offset < end) {
		uint32_t c = utf8_next(text, &offset);

		if (c == code_point && (place.line > at.line || place.column >= at.column))
			return place;
		place.column++;
		if (c == '\n') {
			place.line++;
			place.column = 1;
		}
	}
	return at;
}

static void warn_missing(ramure_ctx *ctx, const font_face *wanted, uint32_t code_point, ramure_span at)
{
	buf shown = buf_on(ctx->arena);

	buf_put_utf8(&shown, code_point);
	ramure_warning(ctx, place_of(ctx, code_point, at), "missing-character",
		       N_("neither '%.*s' nor any other font has the character '%s' (U+%04X)"),
		       (int)wanted->info.family.size, wanted->info.family.data, shown.data, code_point);
	ramure_hint(ctx, N_("a substitute sign shows instead; write it another way, or install a font that has it"));
}

const font_face *fonts_fallback(ramure_ctx *ctx, const font_face *wanted, uint32_t code_point, ramure_span at)
{
	font_set *set = set_of(ctx);
	fallback_memo **list = &set->fallbacks[code_point % 64];
	const font_face *face;
	fallback_memo *memo;

	if (has_glyph(wanted, code_point))
		return wanted;
	for (const fallback_memo *m = *list; m; m = m->next)
		if (m->code_point == code_point && m->wanted == wanted)
			return m->face ? m->face : wanted;
	/* A file of noise may lack them all: what nobody can read needs no search of its own. */
	if (set->fallback_count >= MOST_MISSING)
		return wanted;
	face = find_fallback(ctx, wanted, code_point);
	if (!face)
		warn_missing(ctx, wanted, code_point, at);
	set->fallback_count++;
	memo = RAMURE_NEW(ctx, fallback_memo);
	*memo = (fallback_memo){ .next = *list, .wanted = wanted, .code_point = code_point, .face = face };
	*list = memo;
	return face ? face : wanted;
}

/* ---- the list ---- */

size_t fonts_count(ramure_ctx *ctx)
{
	return ctx->fonts ? ctx->fonts->count : 0;
}

const font_face *fonts_at(ramure_ctx *ctx, size_t number)
{
	return ctx->fonts->faces[number];
}

void fonts_release(ramure_ctx *ctx)
{
	font_set *set = ctx->fonts;

	if (!set)
		return;
	font_paths_close(set->paths);
	for (size_t i = 0; i < set->count; i++)
		hb_font_destroy(set->faces[i]->hb);
	if (set->empty)
		hb_font_destroy(set->empty->hb);
	ctx->fonts = NULL;
}
