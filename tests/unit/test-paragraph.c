/* Paragraphs: shaping, places to break, lines, marks on a page. */
#include "tests/unit/unit.h"

#include "core/base/buf.h"
#include "core/document/document.h"
#include "core/layout/display.h"
#include "core/layout/paragraph.h"

#include <string.h>

static const paragraph_style body = { .role = { .size = 18, .leading = 24, .weight = 400 }, .scale = 1 };

static ramure_ctx *typeset_ctx(void)
{
	ramure_ctx *ctx = unit_ctx();

	ctx->theme = theme_load(ctx, (ramure_string){ 0 }, (ramure_string){ 0 });
	return ctx;
}

static void put_line_text(buf *out, const display_list *page)
{
	float y = -1;

	for (size_t i = 0; i < page->count; i++) {
		const ramure_page_mark *m = &page->marks[i];

		if (m->type != RAMURE_GLYPH_RUN)
			continue;
		if (y >= 0 && m->run.y > y + 10)
			buf_putc(out, '|');
		y = m->run.y;
		for (size_t g = 0; g < m->run.glyph_count; g++)
			buf_put(out, m->run.text.data + m->run.glyphs[g].text_start, m->run.glyphs[g].text_size);
	}
}

/* The text as its lines, with '|' between them. */
static const char *lines_of(ramure_ctx *ctx, ramure_text text, const paragraph_style *style, double width)
{
	display_list page = display_list_on(ctx, ctx->arena, structure_new(ctx), NULL);
	const paragraph *p = paragraph_shape(ctx, text, style);
	const paragraph_lines *lines = paragraph_break(ctx, p, style, width);
	uint32_t root = structure_element(page.structure, RAMURE_ARTIFACT, RAMURE_TAG_DOCUMENT, 0);
	buf out = buf_on(ctx->arena);

	for (size_t i = 0; i < lines->count; i++)
		assert_true(width <= 0 || lines->lines[i].width <= width + 0.01 || lines->lines[i].count == 1);
	paragraph_put(ctx, &page, root, p, lines, style, 0, lines->count, 0, 0, width);
	put_line_text(&out, &page);
	return buf_str(&out).data;
}

static const char *broken_at(ramure_ctx *ctx, const char *words, double width)
{
	return lines_of(ctx, ramure_text_new(ctx, (ramure_str){ words, strlen(words) }), &body, width);
}

static void numbers_stay_with_what_they_count(void **state)
{
	ramure_ctx *ctx = typeset_ctx();

	(void)state;
	assert_string_equal(broken_at(ctx, "Le Rameau propose : 12 associations", 200),
			    "Le Rameau propose : |12 associations");
	assert_string_equal(broken_at(ctx, "un budget de 8\u00A0M€ par an", 110), "un budget de |8\u00A0M€ par an");
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_stay_with_what_they_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
