/* paragraph_breaks.c: where lines may end: UAX 14, less what a language forbids. */
#include "core/layout/break_verdict.h"

#include <linebreak.h>

typedef struct table {
	paragraph *p;
	breakpoint *items;
	size_t count;
	size_t run;     /* of `glyph` */
	uint32_t glyph; /* passed so far */
	double x;
	uint32_t trimmed; /* after the last glyph that is no space, and its place */
	double x_trimmed;
} table;

static bool is_hanging(const paragraph *p, const glyph *g)
{
	char c = p->text.data[g->start];

	return c == ' ' || c == '\n';
}

/* Passes the glyphs whose text stands before `place`. */
static void pass(table *t, size_t place)
{
	const paragraph *p = t->p;

	for (; t->glyph < p->glyph_count && p->glyphs[t->glyph].start < place; t->glyph++) {
		while (t->glyph >= p->runs[t->run].end)
			t->run++;
		t->x += paragraph_advance(&p->runs[t->run], &p->glyphs[t->glyph]);
		if (!is_hanging(p, &p->glyphs[t->glyph])) {
			t->trimmed = t->glyph + 1;
			t->x_trimmed = t->x;
		}
	}
}

static void add_break(table *t, size_t place, break_verdict v)
{
	uint32_t line = t->count ? t->items[t->count - 1].next : 0;
	double x_line = t->count ? t->items[t->count - 1].x_next : 0;

	pass(t, place);
	/* Inside a ligature there is nowhere to break; a line of spaces keeps none of them. */
	if (v.level != BREAK_FORCED && (t->glyph >= t->p->glyph_count || t->p->glyphs[t->glyph].start != place))
		return;
	if (v.level != BREAK_FORCED && t->trimmed <= line)
		return;
	t->items[t->count++] = (breakpoint){
		.end = t->trimmed > line ? t->trimmed : line,
		.next = t->glyph,
		.cost = v.cost,
		.level = (uint8_t)v.level,
		.hyphen = v.hyphen,
		.colon = v.colon,
		.clings = v.clings,
		.x_end = t->trimmed > line ? t->x_trimmed : x_line,
		.x_next = t->x,
	};
}

/* The widest parts that breaks leave whole. */
static void measure_parts(paragraph *p)
{
	double free_start = 0, start = 0;

	for (size_t i = 0; i < p->break_count; i++) {
		const breakpoint *b = &p->breaks[i];
		double end = b->x_end + (b->hyphen ? p->hyphen_width : 0);

		if (end - start > p->least)
			p->least = end - start;
		start = b->x_next;
		if (b->level == BREAK_AVOIDED)
			continue;
		if (end - free_start > p->widest)
			p->widest = end - free_start;
		free_start = b->x_next;
	}
}

void paragraph_find_breaks(ramure_ctx *ctx, paragraph *p, ramure_str lang)
{
	arena *a = ctx->shaped;
	const break_language *l = break_language_of(lang);
	const char *name = l ? l->name : "";
	char few[1024];
	char *places = p->text.size <= sizeof few ? few : arena_alloc(a, p->text.size);
	size_t most = 1;
	table t = { .p = p };

	if (p->text.size)
		set_linebreaks_utf8((const utf8_t *)p->text.data, p->text.size, name, places);
	for (size_t i = 0; i < p->text.size; i++)
		most += places[i] == LINEBREAK_ALLOWBREAK || places[i] == LINEBREAK_MUSTBREAK;
	t.items = arena_alloc_array(a, most, sizeof *t.items);
	for (size_t i = 0; i + 1 < p->text.size; i++) {
		if (places[i] == LINEBREAK_MUSTBREAK) {
			add_break(&t, i + 1, (break_verdict){ .level = BREAK_FORCED });
		} else if (places[i] == LINEBREAK_ALLOWBREAK) {
			break_verdict v = break_judge(l, p->text, i + 1);

			if (v.allowed)
				add_break(&t, i + 1, v);
		}
	}
	add_break(&t, p->text.size, (break_verdict){ .level = BREAK_FORCED });
	p->breaks = t.items;
	p->break_count = t.count;
	measure_parts(p);
}
