/* paragraph.c: a text cut into runs of one face and one script, and shaped. */
#include "core/layout/paragraph_parts.h"

#include "core/base/utf8.h"
#include "core/layout/words.h"

#include <hb-ot.h>
#include <linebreak.h>
#include <string.h>

/* Superscripts and subscripts without glyphs of their own. */
static const float SMALL_SCALE = 0.62f, RAISE = 0.26f, LOWER = -0.14f;
/* The unit of a large figure. */
static const float UNIT_SCALE = 0.42f;
/* A status mark and the space after it, in em. */
static const double SHAPE_ADVANCE = 1.0;

/* Bytes of shaped texts: those of some 250 slides. */
enum { TAB_SPACES = 4, MOST_SHAPED = 2 * 1024 * 1024 };

typedef struct cached_paragraph {
	struct cached_paragraph *next;
	const ramure_node *node;
	int weight;
	bool italic;
	paragraph p;
} cached_paragraph;

/* Spaces have their own widths whatever the font says of them, or whether it has them: in 1/1000 em; 0 is the font's
 * space, -1 its digit. */
static const struct space {
	uint32_t code_point;
	int width;
} spaces[] = {
	{ 0x0009, 0 },   { 0x00A0, 0 },   { 0x2002, 500 }, { 0x2003, 1000 }, { 0x2004, 333 },
	{ 0x2005, 250 }, { 0x2006, 167 }, { 0x2007, -1 },  { 0x2008, 250 },  { 0x2009, 200 },
	{ 0x200A, 100 }, { 0x202F, 167 }, { 0x205F, 222 },
};

static const struct space *space_of(uint32_t c)
{
	if (c != 0x09 && c != 0xA0 && (c < 0x2002 || c > 0x205F))
		return NULL;
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		if (spaces[i].code_point == c)
			return &spaces[i];
	return NULL;
}

uint32_t paragraph_drawn(uint32_t c)
{
	if (c == '\n' || c == 0x2028 || c == 0x2029 || space_of(c))
		return ' ';
	if (c == 0x2011)
		return '-'; /* many fonts lack the no-break hyphen, all have its twin */
	return c;
}

double paragraph_advance(const run *r, const glyph *g)
{
	return (double)g->advance * (double)r->scale / r->face->info.units_per_em;
}

/* ---- runs ---- */

typedef struct shaping {
	ramure_ctx *ctx;
	paragraph *p;
	ramure_str lang;
	int weight;
	bool italic;
	run *runs;
	size_t run_count, run_capacity;
	glyph *glyphs;
	size_t glyph_count, glyph_capacity;
	hb_buffer_t *buffer;
} shaping;

static const font_face *face_of(shaping *s, const stretch *st)
{
	int weight = s->weight;

	if (st->strong)
		weight = weight >= 700 ? 900 : 700;
	return fonts_face(s->ctx, weight, s->italic != st->italic, st->monospace);
}

static void add_run(shaping *s, size_t st, const font_face *face, hb_script_t script, uint32_t start)
{
	if (s->run_count == s->run_capacity) {
		size_t wider = s->run_capacity ? s->run_capacity * 2 : 1;

		s->runs =
			arena_grow(s->ctx->shaped, s->runs, s->run_capacity * sizeof *s->runs, wider * sizeof *s->runs);
		s->run_capacity = wider;
	}
	s->runs[s->run_count++] =
		(run){ .start = start, .stretch = (uint32_t)st, .script = script, .face = face, .scale = 1 };
}

/* Code is drawn as high as the text around it. */
static float code_scale(shaping *s, const font_face *mono)
{
	const font_face *text = fonts_face(s->ctx, s->weight, s->italic, false);
	double ratio = (double)text->x_height / text->info.units_per_em * mono->info.units_per_em / mono->x_height;

	return ratio < 0.7 || ratio > 1 ? 1 : (float)ratio;
}

static bool common(hb_script_t script)
{
	return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

static hb_unicode_general_category_t category(uint32_t c)
{
	return hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
}

/* A character that shows nothing: no font need have it. */
static bool is_invisible(uint32_t c)
{
	return c == 0xAD || (c >= 0x300 && category(c) == HB_UNICODE_GENERAL_CATEGORY_FORMAT);
}

/* A character that changes the one before it goes with it, whatever its face has. */
static bool follows(uint32_t c)
{
	return c >= 0x300 && (category(c) == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
			      category(c) == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK);
}

/* Cuts a stretch where face, script or direction change. */
static void cut_runs(shaping *s, size_t number)
{
	const stretch *st = &s->p->stretches[number];
	ramure_str text = { s->p->text.data, st->end };
	const font_face *wanted = face_of(s, st), *face;
	hb_script_t script = HB_SCRIPT_COMMON;
	size_t begun = s->run_count;
	uint8_t level;

	for (size_t at = st->start; at < st->end;) {
		uint32_t start = (uint32_t)at;
		uint32_t c = paragraph_drawn(utf8_next(text, &at));
		hb_script_t own = c < 0x80 && !((c | 32) >= 'a' && (c | 32) <= 'z')
					  ? HB_SCRIPT_COMMON
					  : hb_unicode_script(hb_unicode_funcs_get_default(), c);

		if (start > st->start && (follows(c) || is_invisible(c)))
			continue;
		face = is_invisible(c) ? wanted : fonts_fallback(s->ctx, wanted, c, st->at);
		level = s->p->levels ? s->p->levels[start] : 0;
		if (s->run_count > begun && face == s->runs[s->run_count - 1].face &&
		    level == s->runs[s->run_count - 1].level && (common(own) || common(script) || own == script)) {
			if (common(script) && !common(own))
				s->runs[s->run_count - 1].script = script = own;
			continue;
		}
		script = own;
		add_run(s, number, face, script, start);
		s->runs[s->run_count - 1].level = level;
	}
	for (size_t i = begun; i < s->run_count && st->monospace; i++)
		s->runs[i].scale = code_scale(s, wanted);
	for (size_t i = begun; i < s->run_count && st->unit; i++)
		s->runs[i].scale = UNIT_SCALE;
}

static bool is_leftward(const run *r)
{
	return r->level & 1;
}

/* ---- shaping ---- */

static uint32_t end_of_run(const shaping *s, size_t number)
{
	return number + 1 < s->run_count ? s->runs[number + 1].start : (uint32_t)s->p->text.size;
}

static hb_language_t language_of(const shaping *s, size_t number)
{
	const stretch *st = &s->p->stretches[s->runs[number].stretch];
	ramure_str lang = st->foreign ? st->foreign->lang : s->lang;

	return hb_language_from_string(lang.data, (int)lang.size);
}

static void fill_buffer(shaping *s, uint32_t start, uint32_t end)
{
	ramure_str text = { s->p->text.data, end };

	hb_buffer_clear_contents(s->buffer);
	for (size_t at = start; at < end;) {
		uint32_t cluster = (uint32_t)at;

		hb_buffer_add(s->buffer, paragraph_drawn(utf8_next(text, &at)), cluster);
	}
	hb_buffer_set_content_type(s->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
}

/* Whether `sups` gave every character another glyph. */
static bool all_changed(shaping *s, const font_face *face, ramure_str text)
{
	unsigned count;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(s->buffer, &count);

	for (unsigned i = 0; i < count; i++) {
		size_t at = infos[i].cluster;
		hb_codepoint_t plain = 0;

		hb_font_get_nominal_glyph(face->hb, paragraph_drawn(utf8_next(text, &at)), &plain);
		if (infos[i].codepoint == plain)
			return false;
	}
	return count > 0;
}

static void set_buffer(shaping *s, size_t number)
{
	const run *r = &s->runs[number];

	fill_buffer(s, r->start, end_of_run(s, number));
	hb_buffer_set_direction(s->buffer, is_leftward(r) ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(s->buffer, !common(r->script) ? r->script
					: is_leftward(r)   ? HB_SCRIPT_HEBREW
							   : HB_SCRIPT_LATIN);
	hb_buffer_set_language(s->buffer, language_of(s, number));
}

void paragraph_shape_buffer(const font_face *face, hb_buffer_t *buffer, bool plain)
{
	static const hb_feature_t none[] = { { HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1 },
					     { HB_TAG('c', 'a', 'l', 't'), 0, 0, (unsigned)-1 } };

	hb_shape(face->hb, buffer, none, plain ? 2 : 0);
}

static void shape_small(shaping *s, size_t number, int shift)
{
	static const hb_feature_t real = { HB_TAG('s', 'u', 'p', 's'), 1, 0, (unsigned)-1 };
	run *r = &s->runs[number];

	if (shift > 0 && r->face->has_sups) {
		set_buffer(s, number);
		hb_shape(r->face->hb, s->buffer, &real, 1);
		if (all_changed(s, r->face, s->p->text))
			return;
	}
	r->scale *= SMALL_SCALE;
	r->rise = shift > 0 ? RAISE : LOWER;
	set_buffer(s, number);
	paragraph_shape_buffer(r->face, s->buffer, false);
}

static int16_t narrow(double value)
{
	return (int16_t)(value > INT16_MAX ? INT16_MAX : value < INT16_MIN ? INT16_MIN : value);
}

/* A glyph that is there in any font: PDF/UA forbids to draw .notdef. */
static hb_codepoint_t substitute(const font_face *face)
{
	static const uint32_t signs[] = { 0xFFFD, 0x25A1, '?', ' ' };
	hb_codepoint_t id = 0;

	for (size_t i = 0; i < sizeof signs / sizeof *signs && !id; i++)
		hb_font_get_nominal_glyph(face->hb, signs[i], &id);
	return id;
}

static double space_width(const font_face *face, uint32_t c)
{
	const struct space *sp = space_of(c);
	hb_codepoint_t id = 0;

	if (sp->width > 0)
		return sp->width / 1000.0 * face->info.units_per_em;
	hb_font_get_nominal_glyph(face->hb, sp->width < 0 ? '0' : ' ', &id);
	return hb_font_get_glyph_h_advance(face->hb, id) * (c == '\t' ? TAB_SPACES : 1);
}

glyph paragraph_glyph(const hb_glyph_info_t *info, const hb_glyph_position_t *position)
{
	return (glyph){ .start = info->cluster,
			.id = (uint16_t)info->codepoint,
			.advance = narrow(position->x_advance),
			.dx = narrow(position->x_offset),
			.dy = narrow(position->y_offset) };
}

/* What the font does not decide: spaces, and what stands for a glyph that it lacks. */
static glyph mended(const shaping *s, const run *r, glyph g)
{
	size_t at = g.start;
	uint32_t c = utf8_next(s->p->text, &at);

	if (g.id == 0) {
		g.id = (uint16_t)substitute(r->face);
		g.advance = narrow(hb_font_get_glyph_h_advance(r->face->hb, g.id));
	}
	if (space_of(c))
		g.advance = narrow(space_width(r->face, s->p->stretches[r->stretch].unit ? 0x202F : c));
	if (c == '\n')
		g.advance = 0;
	return g;
}

static void add_glyph(shaping *s, glyph g)
{
	if (s->glyph_count == s->glyph_capacity) {
		size_t wider = s->glyph_capacity + s->glyph_capacity / 2 + 16;

		s->glyphs = arena_grow(s->ctx->shaped, s->glyphs, s->glyph_capacity * sizeof g, wider * sizeof g);
		s->glyph_capacity = wider;
	}
	s->glyphs[s->glyph_count++] = g;
}

static void keep_glyphs(shaping *s, const run *r)
{
	unsigned count;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(s->buffer, &count);
	const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(s->buffer, NULL);

	for (unsigned i = 0; i < count; i++) {
		unsigned from = is_leftward(r) ? count - 1 - i : i;

		add_glyph(s, mended(s, r, paragraph_glyph(&infos[from], &positions[from])));
	}
}

/* The end of the letters from `at` on. */
static size_t end_of_word(ramure_str text, size_t at, size_t end)
{
	for (size_t next = at; next < end; at = next)
		if (paragraph_drawn(utf8_next(text, &next)) == ' ')
			break;
	return at;
}

/* Sets a run word by word; false, having done nothing, where that would not look the same. */
static bool set_words(shaping *s, size_t number)
{
	const run *r = &s->runs[number];
	word_style style = { r->face, NULL, s->p->stretches[r->stretch].monospace };
	ramure_str text = s->p->text;
	size_t end = end_of_run(s, number), space = 0, first = s->glyph_count;
	word w = { .behind = true };

	if (is_leftward(r) || (!common(r->script) && r->script != HB_SCRIPT_LATIN) ||
	    !words_suit(s->ctx, r->face, text, r->start, end))
		return false;
	style.language = language_of(s, number);
	for (size_t at = r->start; w.behind; w.before = true) {
		size_t letters = at;

		at = end_of_word(text, at, end);
		w = (word){ .letters = { text.data + letters, at - letters }, .before = w.before, .behind = at < end };
		if (!words_shape(s->ctx, &style, s->buffer, &w)) {
			s->glyph_count = first;
			return false;
		}
		for (size_t i = 0; i < w.count; i++) {
			glyph g = w.glyphs[i];

			g.start = (uint32_t)(g.start == 0 ? space : letters + g.start - 1);
			add_glyph(s, mended(s, r, g));
		}
		space = at;
		if (w.behind)
			utf8_next(text, &at);
	}
	return true;
}

static void shape_run(shaping *s, size_t number)
{
	run *r = &s->runs[number];
	const stretch *st = &s->p->stretches[r->stretch];

	r->first = (uint32_t)s->glyph_count;
	if (st->mark) {
		add_glyph(s, (glyph){ .start = s->runs[number].start,
				      .advance = narrow(SHAPE_ADVANCE * r->face->info.units_per_em) });
	} else if (st->shift) {
		shape_small(s, number, st->shift);
		keep_glyphs(s, r);
	} else if (!set_words(s, number)) {
		set_buffer(s, number);
		paragraph_shape_buffer(r->face, s->buffer, st->monospace);
		keep_glyphs(s, r);
	}
	r->end = (uint32_t)s->glyph_count;
}

static double hyphen_width(const font_face *face)
{
	hb_codepoint_t id = 0;

	hb_font_get_nominal_glyph(face->hb, '-', &id);
	return (double)hb_font_get_glyph_h_advance(face->hb, id) / face->info.units_per_em;
}

/* That of the nearest node around which says one. */
static ramure_str lang_of(const ramure_ctx *ctx, const ramure_node *text)
{
	for (; text; text = text->parent)
		if (text->lang.size)
			return text->lang;
	return ctx->lang;
}

static void shape(ramure_ctx *ctx, paragraph *p, const ramure_node *text, int weight, bool italic)
{
	shaping s = { .ctx = ctx, .p = p, .lang = lang_of(ctx, text), .weight = weight, .italic = italic };

	paragraph_gather(ctx, p, text);
	paragraph_find_levels(ctx, p, s.lang);
	for (size_t i = 0; i < p->stretch_count; i++)
		cut_runs(&s, i);
	s.glyph_capacity = utf8_length(p->text);
	s.glyphs = arena_alloc_array(ctx->shaped, s.glyph_capacity, sizeof *s.glyphs);
	s.buffer = hb_buffer_create();
	for (size_t i = 0; i < s.run_count; i++)
		shape_run(&s, i);
	hb_buffer_destroy(s.buffer);
	p->runs = s.runs;
	p->run_count = s.run_count;
	p->glyphs = s.glyphs;
	p->glyph_count = s.glyph_count;
	p->face = fonts_face(ctx, weight, italic, false);
	p->hyphen_width = hyphen_width(p->face);
	p->cache = arena_alloc(ctx->shaped, sizeof *p->cache);
	paragraph_find_breaks(ctx, p, s.lang);
}

/* ---- the cache ---- */

static size_t list_of(const paragraph_cache *cache, const ramure_node *text)
{
	return ((uintptr_t)text >> 4) & (cache->list_count - 1);
}

/* Keeps the lists short, however long the document. */
static void widen_lists(ramure_ctx *ctx, paragraph_cache *cache)
{
	cached_paragraph **before = cache->lists;
	size_t count = cache->list_count;

	cache->list_count = count ? count * 4 : 256;
	cache->lists = arena_alloc_array(ctx->shaped, cache->list_count, sizeof *cache->lists);
	for (size_t i = 0; i < count; i++)
		for (cached_paragraph *c = before[i], *next; c; c = next) {
			size_t list = list_of(cache, c->node);

			next = c->next;
			c->next = cache->lists[list];
			cache->lists[list] = c;
		}
}

static paragraph_cache *cache_of(ramure_ctx *ctx)
{
	if (!ctx->paragraphs) {
		if (!ctx->shaped) {
			init_linebreak();
			ctx->shaped = arena_beside(ctx->arena);
		}
		ctx->paragraphs = arena_alloc(ctx->shaped, sizeof *ctx->paragraphs);
		widen_lists(ctx, ctx->paragraphs);
	}
	return ctx->paragraphs;
}

void paragraph_forget(ramure_ctx *ctx)
{
	ctx->paragraphs = NULL;
	if (ctx->shaped)
		arena_return(ctx->shaped, (arena_mark){ 0 });
}

void paragraph_forget_many(ramure_ctx *ctx)
{
	if (ctx->shaped && arena_used(ctx->shaped) > MOST_SHAPED)
		paragraph_forget(ctx);
}

const paragraph *paragraph_shape(ramure_ctx *ctx, const ramure_node *text, const paragraph_style *style)
{
	paragraph_cache *cache = cache_of(ctx);
	cached_paragraph *c = cache->lists[list_of(cache, text)];
	size_t list;

	for (; c; c = c->next)
		if (c->node == text && c->weight == style->role.weight && c->italic == style->role.italic)
			return &c->p;
	if (cache->count++ == 2 * cache->list_count)
		widen_lists(ctx, cache);
	list = list_of(cache, text);
	c = arena_alloc(ctx->shaped, sizeof *c);
	*c = (cached_paragraph){
		.next = cache->lists[list], .node = text, .weight = style->role.weight, .italic = style->role.italic
	};
	cache->lists[list] = c;
	shape(ctx, &c->p, text, c->weight, c->italic);
	return &c->p;
}
