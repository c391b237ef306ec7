/* paragraph_runs.c: a text cut into runs of one face, one script and one direction. */
#include "core/layout/paragraph_parts.h"

#include "core/base/utf8.h"

/* The unit of a large figure. */
static const float UNIT_SCALE = 0.42f;

typedef struct cutting {
	ramure_ctx *ctx;
	const paragraph *p;
	int weight;
	bool italic;
	run *runs;
	size_t count;
} cutting;

static const font_face *face_of(cutting *s, const stretch *st)
{
	int weight = s->weight;

	if (st->strong)
		weight = weight >= 700 ? 900 : 700;
	return fonts_face(s->ctx, weight, s->italic != st->italic, st->monospace);
}

static void add_run(cutting *s, size_t st, const font_face *face, hb_script_t script, uint32_t start)
{
	s->runs = arena_extend(s->ctx->shaped, s->runs, s->count, sizeof *s->runs);
	s->runs[s->count++] =
		(run){ .start = start, .stretch = (uint32_t)st, .script = script, .face = face, .scale = 1 };
}

/* Code is drawn as high as the text around it. */
static float code_scale(cutting *s, const font_face *mono)
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
static void cut_stretch(cutting *s, size_t number)
{
	const stretch *st = &s->p->stretches[number];
	ramure_str text = { s->p->text.data, st->end };
	const font_face *wanted = face_of(s, st), *face;
	hb_script_t script = HB_SCRIPT_COMMON;
	size_t begun = s->count;
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
		if (s->count > begun && face == s->runs[s->count - 1].face && level == s->runs[s->count - 1].level &&
		    (common(own) || common(script) || own == script)) {
			if (common(script) && !common(own))
				s->runs[s->count - 1].script = script = own;
			continue;
		}
		script = own;
		add_run(s, number, face, script, start);
		s->runs[s->count - 1].level = level;
	}
	for (size_t i = begun; i < s->count && st->monospace; i++)
		s->runs[i].scale = code_scale(s, wanted);
	for (size_t i = begun; i < s->count && st->unit; i++)
		s->runs[i].scale = UNIT_SCALE;
}

/* Digits, signs and spaces alone have no script: they are set as their direction has it. */
static hb_script_t script_of(const run *r)
{
	if (!common(r->script))
		return r->script;
	return run_is_leftward(r) ? HB_SCRIPT_HEBREW : HB_SCRIPT_LATIN;
}

run *paragraph_cut_runs(ramure_ctx *ctx, paragraph *p, int weight, bool italic)
{
	cutting s = { .ctx = ctx, .p = p, .weight = weight, .italic = italic };

	for (size_t i = 0; i < p->stretch_count; i++)
		cut_stretch(&s, i);
	for (size_t i = 0; i < s.count; i++)
		s.runs[i].script = script_of(&s.runs[i]);
	p->runs = s.runs;
	p->run_count = s.count;
	return s.runs;
}
