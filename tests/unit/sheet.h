/* sheet.h: texts set on a sheet, and what stands on it then. */
#ifndef RAMURE_UNIT_SHEET_H
#define RAMURE_UNIT_SHEET_H

#include "tests/unit/nodes.h"
#include "tests/unit/typeset.h"

#include "core/base/buf.h"
#include "core/layout/display.h"
#include "core/layout/paragraph_parts.h"

static const paragraph_style sheet_body = { .role = { .size = 18, .leading = 24, .weight = 400 }, .scale = 1 };
static const paragraph_style sheet_title = { .role = { .size = 28, .leading = 34, .weight = 700 },
					     .scale = 1,
					     .balanced = true };

/* An empty text. */
static inline ramure_node *sheet_phrase(ramure_ctx *ctx)
{
	return node_new(ctx, RAMURE_PHRASE, (ramure_span){ 0 });
}

/* A text in lines whose box begins at (100, 50). */
typedef struct sheet {
	display_list list;
	uint32_t root;
	const paragraph_lines *lines;
} sheet;

static inline sheet sheet_put(ramure_ctx *ctx, ramure_text text, const paragraph_style *style, double width)
{
	sheet s = { .list = display_list_on(ctx, ctx->arena, structure_new(ctx->arena), NULL) };
	const paragraph *p = paragraph_shape(ctx, text, style);

	s.root = structure_element(s.list.structure, RAMURE_ARTIFACT, RAMURE_TAG_DOCUMENT, 0);
	s.lines = paragraph_break(ctx, p, style, width);
	paragraph_put(ctx, &s.list, s.root, p, s.lines, style, 0, s.lines->count, 100, 50, width);
	return s;
}

/* The mark of a type, counted from 0; NULL when there are fewer. */
static inline const ramure_page_mark *sheet_mark(const sheet *s, ramure_mark_type type, size_t number)
{
	for (size_t i = 0; i < s->list.count; i++)
		if (s->list.marks[i].type == type && number-- == 0)
			return &s->list.marks[i];
	return NULL;
}

/* What a reader takes from the page: the words, with '|' where a line begins. */
static inline const char *sheet_said(ramure_ctx *ctx, const sheet *s)
{
	buf out = buf_on(ctx->arena);
	double line = 0;

	buf_puts(&out, "");
	for (size_t i = 0; i < s->list.count; i++) {
		const ramure_page_mark *m = &s->list.marks[i];

		if (m->type != RAMURE_GLYPH_RUN)
			continue;
		if (out.size && (double)m->run.y > line + 12)
			buf_putc(&out, '|');
		line = (double)m->run.y;
		for (size_t g = 0; g < m->run.glyph_count; g++)
			buf_put(&out, m->run.text.data + m->run.glyphs[g].text_start, m->run.glyphs[g].text_size);
	}
	return buf_str(&out).data;
}

/* The same of words that are set in a width. */
static inline const char *sheet_set(ramure_ctx *ctx, const char *words, const paragraph_style *style, double width)
{
	sheet s = sheet_put(ctx, ramure_text_new(ctx, nodes_str(words)), style, width);

	return sheet_said(ctx, &s);
}

/* In em. */
static inline double sheet_width(ramure_ctx *ctx, const char *words)
{
	const paragraph *p = paragraph_shape(ctx, ramure_text_new(ctx, nodes_str(words)), &sheet_body);

	return paragraph_break(ctx, p, &sheet_body, 0)->width / 18;
}

static inline bool is_near(double a, double b)
{
	return a - b < 0.002 && b - a < 0.002;
}

#endif
