/* stage.h: the body of a slide that is being built, then what stands on its pages. */
#ifndef RAMURE_UNIT_STAGE_H
#define RAMURE_UNIT_STAGE_H

#include "tests/unit/nodes.h"
#include "tests/unit/typeset.h"

#include "core/base/buf.h"
#include "core/layout/fit.h"

#include <math.h>
#include <stdlib.h>

static const fit_zone stage_zone = { .page = { 48, 112, 864, 374 }, .last = { 48, 112, 864, 328 } };

/* A slide that is being built, then the marks of its pages. */
typedef struct stage {
	ramure_ctx *ctx;
	ramure_node *slide;
	ramure_builder *b;
	const fit_plan *plan;
	display_list *pages;
	structure *elements;
	int next; /* the number of the next word */
} stage;

static inline stage stage_new(void)
{
	ramure_ctx *ctx = typeset_ctx();
	stage s = { .ctx = ctx };

	s.slide = node_new(ctx, RAMURE_SLIDE, nodes_place);
	s.b = builder_new(ctx, s.slide, RAMURE_SLIDES);
	return s;
}

static inline void stage_free(stage *s)
{
	typeset_free(s->ctx);
}

static inline void stage_paragraph(stage *s, ramure_str words)
{
	ramure_paragraph(s->b, ramure_text_new(s->ctx, words));
}

/* "w17. w18. w19. …": words that are all different, known to the end when a line has parted them. */
static inline ramure_str stage_words(stage *s, int count)
{
	buf out = buf_on(s->ctx->arena);

	for (int i = 0; i < count; i++)
		buf_format(&out, "%sw%d.", i ? " " : "", s->next++);
	return buf_str(&out);
}

static inline void stage_lay_out(stage *s)
{
	structure *elements = structure_new(s->ctx->arena);
	uint32_t root = structure_element(elements, RAMURE_ARTIFACT, RAMURE_TAG_DOCUMENT, 0);

	s->elements = elements;
	s->plan = fit_body(s->ctx, s->slide, stage_zone);
	s->pages = RAMURE_NEW_ARRAY(s->ctx, display_list, s->plan->count);
	for (size_t i = 0; i < s->plan->count; i++) {
		ramure_canvas canvas;
		s->pages[i] = display_list_on(s->ctx, s->ctx->arena, elements, NULL);
		canvas = canvas_on(s->ctx, &s->pages[i], root, 1);
		fit_put(&canvas, s->slide, s->plan, i, i + 1 < s->plan->count ? stage_zone.page : stage_zone.last);
	}
}

/* The words that are read, element by element: what goes on from page to page is in one piece. */
static inline ramure_str stage_read(stage *s)
{
	size_t elements = structure_count(s->elements);
	buf *texts = RAMURE_NEW_ARRAY(s->ctx, buf, elements + 1);
	buf out = buf_on(s->ctx->arena);

	for (size_t i = 0; i < elements; i++)
		texts[i] = buf_on(s->ctx->arena);
	for (size_t i = 0; i < s->plan->count; i++)
		for (size_t m = 0; m < s->pages[i].count; m++) {
			const ramure_page_mark *mark = &s->pages[i].marks[m];
			if (mark->type != RAMURE_GLYPH_RUN || mark->element == RAMURE_ARTIFACT)
				continue;
			for (size_t g = 0; g < mark->run.glyph_count; g++)
				buf_put(&texts[mark->element], mark->run.text.data + mark->run.glyphs[g].text_start,
					mark->run.glyphs[g].text_size);
		}
	for (size_t i = 0; i < elements; i++) {
		buf_put_str(&out, buf_str(&texts[i]));
		buf_putc(&out, '\n');
	}
	return buf_str(&out);
}

/* Every word that has been made is read exactly once. */
static inline void assert_all_read(stage *s)
{
	ramure_str read = stage_read(s);
	char *seen = calloc((size_t)s->next + 1, 1);

	assert_non_null(seen);
	for (size_t at = 0; at < read.size; at++) {
		int number = 0;
		size_t digits = 0;
		if (read.data[at] != 'w')
			continue;
		for (; at + 1 + digits < read.size && read.data[at + 1 + digits] >= '0' &&
		       read.data[at + 1 + digits] <= '9';
		     digits++)
			number = number * 10 + (read.data[at + 1 + digits] - '0');
		assert_true(digits > 0);
		assert_in_range(number, 0, s->next - 1);
		if (seen[number])
			fail_msg("'w%d' is read twice: %.*s", number, (int)(at < 30 ? at : 30) + 20,
				 read.data + (at < 30 ? 0 : at - 30));
		seen[number] = 1;
	}
	for (int i = 0; i < s->next; i++)
		if (!seen[i])
			fail_msg("'w%d' is lost", i);
	free(seen);
}

static inline double run_width(const ramure_page_mark *mark)
{
	double width = 0;

	for (size_t g = 0; g < mark->run.glyph_count; g++)
		width += mark->run.glyphs[g].advance;
	return width * mark->run.size / 2000; /* units per em of Lato */
}

static inline bool shows(const ramure_page_mark *mark)
{
	if (mark->type != RAMURE_GLYPH_RUN)
		return false;
	for (size_t i = 0; i < mark->run.text.size; i++)
		if (mark->run.text.data[i] != ' ')
			return true;
	return false;
}

static inline void assert_inside(const ramure_page_mark *mark, ramure_box box)
{
	double x = (double)mark->run.x, y = (double)mark->run.y;
	ramure_str text = mark->run.text;

	if (x < box.x - 4 || x + run_width(mark) > box.x + box.width + 4)
		fail_msg("'%.*s' leaves the sides", (int)text.size, text.data);
	if (y > box.y + box.height + 0.1 || y < box.y)
		fail_msg("'%.*s' at %.1f leaves the zone", (int)text.size, text.data, y);
}

static inline bool overlap(const ramure_page_mark *a, const ramure_page_mark *b)
{
	return fabs((double)(a->run.y - b->run.y)) <= 10 && a->run.x + 0.5 < b->run.x + run_width(b) &&
	       b->run.x + 0.5 < a->run.x + run_width(a);
}

/* Runs neither meet nor leave the zone. */
static inline void assert_apart(const stage *s)
{
	for (size_t i = 0; i < s->plan->count; i++) {
		const display_list *page = &s->pages[i];

		for (size_t m = 0; m < page->count; m++) {
			const ramure_page_mark *a = &page->marks[m];

			if (!shows(a))
				continue;
			assert_inside(a, i + 1 < s->plan->count ? stage_zone.page : stage_zone.last);
			for (const ramure_page_mark *b = a + 1; b < page->marks + page->count; b++)
				if (shows(b) && overlap(a, b))
					fail_msg("page %zu: '%.*s' and '%.*s' meet", i, (int)a->run.text.size,
						 a->run.text.data, (int)b->run.text.size, b->run.text.data);
		}
	}
}

static inline void assert_sound(stage *s)
{
	stage_lay_out(s);
	assert_all_read(s);
	assert_apart(s);
}

static inline void stage_list(stage *s, int items, int words)
{
	ramure_begin(s->b, RAMURE_LIST, nodes_place);
	for (int i = 0; i < items; i++) {
		ramure_begin(s->b, RAMURE_ITEM, nodes_place);
		stage_paragraph(s, stage_words(s, words));
		ramure_end(s->b);
	}
	ramure_end(s->b);
}

static inline void stage_table(stage *s, int rows, int columns, int words)
{
	static const ramure_column_info info[24] = { { .align = RAMURE_START } };

	ramure_begin_table(s->b, nodes_place, info, (size_t)columns);
	for (int r = 0; r < rows; r++) {
		ramure_begin(s->b, RAMURE_ROW, nodes_place)->row->header = r == 0;
		for (int c = 0; c < columns; c++)
			ramure_cell(s->b, ramure_text_new(s->ctx, stage_words(s, words)));
		ramure_end(s->b);
	}
	ramure_end(s->b);
}

/* The page on which a word is read; -1 when it is on none. */
static inline int stage_page(stage *s, const char *word)
{
	for (size_t i = 0; i < s->plan->count; i++)
		for (size_t m = 0; m < s->pages[i].count; m++) {
			const ramure_page_mark *mark = &s->pages[i].marks[m];
			if (mark->type == RAMURE_GLYPH_RUN && mark->element != RAMURE_ARTIFACT &&
			    strstr(ramure_format(s->ctx, "%.*s", (int)mark->run.text.size, mark->run.text.data).data,
				   word))
				return (int)i;
		}
	return -1;
}

#endif
