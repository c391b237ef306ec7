/* paragraph_glyphs.c: the runs of a text shaped: which glyph stands for what, and how wide it is. */
#include "core/layout/paragraph_parts.h"

#include "core/base/utf8.h"
#include "core/layout/words.h"

/* Superscripts and subscripts without glyphs of their own. */
static const float SMALL_SCALE = 0.62f, RAISE = 0.26f, LOWER = -0.14f;
/* A status mark and the space after it, in em. */
static const double SHAPE_ADVANCE = 1.0;

enum { TAB_SPACES = 4 };

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

typedef struct shaping {
	ramure_ctx *ctx;
	const paragraph *p;
	run *runs;
	ramure_str lang;
	glyph *glyphs;
	size_t count, capacity;
	hb_buffer_t *buffer;
} shaping;

static uint32_t end_of_run(const shaping *s, size_t number)
{
	return number + 1 < s->p->run_count ? s->runs[number + 1].start : (uint32_t)s->p->text.size;
}

static hb_language_t language_of(const shaping *s, size_t number)
{
	const stretch *st = &s->p->stretches[s->runs[number].stretch];
	ramure_str lang = st->foreign ? ramure_node_lang(st->foreign) : s->lang;

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
	hb_buffer_set_direction(s->buffer, run_is_leftward(r) ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(s->buffer, r->script);
	hb_buffer_set_language(s->buffer, language_of(s, number));
}

static bool holds(hb_buffer_t *buffer, hb_codepoint_t sign)
{
	unsigned count;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);

	for (unsigned i = 0; i < count; i++)
		if (infos[i].codepoint == sign)
			return true;
	return false;
}

/* HarfBuzz tries the lookups of fractions on all texts and lets them act around a fraction slash only. */
void paragraph_shape_buffer(const font_face *face, hb_buffer_t *buffer, bool plain)
{
	enum { PLAIN = 2, FRACTIONS = 3 };
	static const hb_feature_t none[PLAIN + FRACTIONS] = {
		{ HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1 }, { HB_TAG('c', 'a', 'l', 't'), 0, 0, (unsigned)-1 },
		{ HB_TAG('f', 'r', 'a', 'c'), 0, 0, (unsigned)-1 }, { HB_TAG('n', 'u', 'm', 'r'), 0, 0, (unsigned)-1 },
		{ HB_TAG('d', 'n', 'o', 'm'), 0, 0, (unsigned)-1 },
	};
	const hb_feature_t *from = plain ? none : none + PLAIN;
	const hb_feature_t *end = holds(buffer, 0x2044) ? none + PLAIN : none + PLAIN + FRACTIONS;

	hb_shape(face->hb, buffer, from, (unsigned)(end - from));
}

static void shape_small(shaping *s, size_t number, int shift)
{
	static const hb_feature_t real = { HB_TAG('s', 'u', 'p', 's'), 1, 0, (unsigned)-1 };
	run *r = &s->runs[number];

	if (shift > 0 && r->face->has_sups) {
		set_buffer(s, number);
		hb_shape(r->face->hb, s->buffer, &real, 1);
		r->raised = all_changed(s, r->face, s->p->text);
		if (r->raised)
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
	if (s->count == s->capacity) {
		size_t wider = s->capacity + s->capacity / 2 + 16;

		s->glyphs = arena_grow(s->ctx->shaped, s->glyphs, s->capacity * sizeof g, wider * sizeof g);
		s->capacity = wider;
	}
	s->glyphs[s->count++] = g;
}

static void keep_glyphs(shaping *s, const run *r)
{
	unsigned count;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(s->buffer, &count);
	const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(s->buffer, NULL);

	for (unsigned i = 0; i < count; i++) {
		unsigned from = run_is_leftward(r) ? count - 1 - i : i;

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
	size_t end = end_of_run(s, number), space = 0, first = s->count;
	word w = { .behind = true };

	if (run_is_leftward(r) || r->script != HB_SCRIPT_LATIN || !words_suit(s->ctx, r->face, text, r->start, end))
		return false;
	style.language = language_of(s, number);
	for (size_t at = r->start; w.behind; w.before = true) {
		size_t letters = at;

		at = end_of_word(text, at, end);
		w = (word){ .letters = { text.data + letters, at - letters }, .before = w.before, .behind = at < end };
		if (!words_shape(s->ctx, &style, s->buffer, &w)) {
			s->count = first;
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

	r->first = (uint32_t)s->count;
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
	r->end = (uint32_t)s->count;
}

void paragraph_set_glyphs(ramure_ctx *ctx, paragraph *p, run *runs, ramure_str lang)
{
	shaping s = { .ctx = ctx, .p = p, .runs = runs, .lang = lang, .capacity = utf8_length(p->text) };

	s.glyphs = arena_alloc_array(ctx->shaped, s.capacity, sizeof *s.glyphs);
	s.buffer = hb_buffer_create();
	for (size_t i = 0; i < p->run_count; i++)
		shape_run(&s, i);
	hb_buffer_destroy(s.buffer);
	p->glyphs = s.glyphs;
	p->glyph_count = s.count;
}
