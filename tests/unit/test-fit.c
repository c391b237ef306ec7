/* Bodies on pages: nothing lost, nothing said twice, nothing over anything else, equal shares. */
#include "tests/unit/unit.h"

#include "core/base/buf.h"
#include "core/document/document.h"
#include "core/layout/fit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const fit_zone zone = { .page = { 48, 112, 864, 374 }, .last = { 48, 112, 864, 328 } };

/* A slide that is being built, then the marks of its pages. */
typedef struct stage {
	ramure_ctx *ctx;
	ramure_node *slide;
	ramure_builder *b;
	const fit_plan *plan;
	display_list *pages;
	structure *elements;
} stage;

static stage stage_new(void)
{
	ramure_ctx *ctx = unit_ctx();
	stage s = { .ctx = ctx };

	ctx->theme = theme_load(ctx, (ramure_string){ 0 }, (ramure_string){ 0 });
	s.slide = node_new(ctx, RAMURE_SLIDE, (ramure_span){ 1, 1, 1, 1 });
	s.b = builder_new(ctx, s.slide, RAMURE_SLIDES);
	return s;
}

static void stage_free(stage *s)
{
	fonts_release(s->ctx);
	ctx_free(s->ctx);
}

static void paragraph_of(stage *s, ramure_str words)
{
	ramure_paragraph(s->b, ramure_text_new(s->ctx, words));
}

/* "w17. w18. w19. …": words that are all different, known to the end when a line has parted them. */
static ramure_str some_words(stage *s, int *next, int count)
{
	buf out = buf_on(s->ctx->arena);

	for (int i = 0; i < count; i++)
		buf_format(&out, "%sw%d.", i ? " " : "", (*next)++);
	return buf_str(&out);
}

static void lay_out(stage *s, fit_zone in)
{
	structure *elements = structure_new(s->ctx);
	uint32_t root = structure_element(elements, RAMURE_ARTIFACT, RAMURE_TAG_DOCUMENT, 0);

	s->elements = elements;
	s->plan = fit_body(s->ctx, s->slide, in);
	s->pages = RAMURE_NEW_ARRAY(s->ctx, display_list, s->plan->count);
	for (size_t i = 0; i < s->plan->count; i++) {
		ramure_canvas canvas;
		s->pages[i] = display_list_on(s->ctx, s->ctx->arena, elements, NULL);
		canvas = canvas_on(s->ctx, &s->pages[i], root, 1);
		fit_put(&canvas, s->slide, s->plan, i, i + 1 < s->plan->count ? in.page : in.last);
	}
}

/* The words that are read, element by element: what goes on from page to page is in one piece. */
static ramure_str words_read(stage *s)
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

/* Every one of w0 … w(count-1) is read exactly once. */
static void assert_all_read(stage *s, int count)
{
	ramure_str read = words_read(s);
	char *seen = calloc((size_t)count + 1, 1);

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
		assert_in_range(number, 0, count - 1);
		if (seen[number])
			fail_msg("'w%d' is read twice: %.*s", number, (int)(at < 30 ? at : 30) + 20,
				 read.data + (at < 30 ? 0 : at - 30));
		seen[number] = 1;
	}
	for (int i = 0; i < count; i++)
		if (!seen[i])
			fail_msg("'w%d' is lost", i);
	free(seen);
}

static double run_width(const ramure_page_mark *mark)
{
	double width = 0;

	for (size_t g = 0; g < mark->run.glyph_count; g++)
		width += mark->run.glyphs[g].advance;
	return width * mark->run.size / 2000; /* units per em of Lato */
}

static bool is_blank(const ramure_page_mark *mark)
{
	for (size_t i = 0; i < mark->run.text.size; i++)
		if (mark->run.text.data[i] != ' ')
			return false;
	return true;
}

/* Runs neither meet nor leave the zone. */
static void assert_apart(stage *s, fit_zone in)
{
	for (size_t i = 0; i < s->plan->count; i++) {
		ramure_box box = i + 1 < s->plan->count ? in.page : in.last;
		for (size_t m = 0; m < s->pages[i].count; m++) {
			const ramure_page_mark *a = &s->pages[i].marks[m];
			if (a->type != RAMURE_GLYPH_RUN || is_blank(a))
				continue;
			if (a->run.x < box.x - 4 || a->run.x + run_width(a) > box.x + box.width + 4)
				fail_msg("page %zu: '%.*s' leaves the sides", i, (int)a->run.text.size,
					 a->run.text.data);
			if (a->run.y > box.y + box.height + 0.1 || a->run.y < box.y)
				fail_msg("page %zu: '%.*s' at %.1f leaves the zone", i, (int)a->run.text.size,
					 a->run.text.data, (double)a->run.y);
			for (size_t n = m + 1; n < s->pages[i].count; n++) {
				const ramure_page_mark *b = &s->pages[i].marks[n];
				double apart = a->run.y - b->run.y;
				if (b->type != RAMURE_GLYPH_RUN || is_blank(b) || apart > 10 || apart < -10)
					continue;
				if (a->run.x + 0.5 < b->run.x + run_width(b) &&
				    b->run.x + 0.5 < a->run.x + run_width(a))
					fail_msg("page %zu: '%.*s' and '%.*s' meet", i, (int)a->run.text.size,
						 a->run.text.data, (int)b->run.text.size, b->run.text.data);
			}
		}
	}
}

static void assert_sound(stage *s, fit_zone in, int words)
{
	lay_out(s, in);
	assert_all_read(s, words);
	assert_apart(s, in);
}

static void a_paragraph_stands_on_one_page_at_full_size(void **state)
{
	stage s = stage_new();
	int next = 0;

	(void)state;
	paragraph_of(&s, some_words(&s, &next, 20));
	assert_sound(&s, zone, next);
	assert_int_equal(s.plan->count, 1);
	assert_true(s.plan->scale == 1);
	assert_true(s.plan->excess == 0);
	stage_free(&s);
}

static void an_empty_body_is_one_empty_page(void **state)
{
	stage s = stage_new();

	(void)state;
	lay_out(&s, zone);
	assert_int_equal(s.plan->count, 1);
	assert_int_equal(s.pages[0].count, 0);
	stage_free(&s);
}

static void list_of(stage *s, int *next, int items, int words)
{
	ramure_begin(s->b, RAMURE_LIST, (ramure_span){ 1, 1, 1, 1 });
	for (int i = 0; i < items; i++) {
		ramure_begin(s->b, RAMURE_ITEM, (ramure_span){ 1, 1, 1, 1 });
		paragraph_of(s, some_words(s, next, words));
		ramure_end(s->b);
	}
	ramure_end(s->b);
}

static void forty_items_continue_in_fair_shares(void **state)
{
	stage s = stage_new();
	int next = 0;

	(void)state;
	list_of(&s, &next, 40, 30);
	assert_sound(&s, zone, next);
	assert_true(s.plan->count > 1);
	for (size_t i = 0; i < s.plan->count; i++) /* none is half empty beside full ones */
		assert_true(s.pages[i].count * s.plan->count * 3 > s.pages[0].count);
	stage_free(&s);
}

static void short_items_take_two_columns(void **state)
{
	stage s = stage_new();
	int next = 0;

	(void)state;
	list_of(&s, &next, 16, 4);
	assert_sound(&s, zone, next);
	assert_int_equal(s.plan->count, 1);
	assert_int_equal(s.plan->columns, 2);
	assert_true(s.plan->scale == 1);
	stage_free(&s);
}

static void table_of(stage *s, int *next, int rows, int columns, int words)
{
	static const ramure_column_info info[24] = { { .align = RAMURE_START } };

	ramure_begin_table(s->b, (ramure_span){ 1, 1, 1, 1 }, info, (size_t)columns);
	for (int r = 0; r < rows; r++) {
		ramure_begin(s->b, RAMURE_ROW, (ramure_span){ 1, 1, 1, 1 })->row->header = r == 0;
		for (int c = 0; c < columns; c++)
			ramure_cell(s->b, ramure_text_new(s->ctx, some_words(s, next, words)));
		ramure_end(s->b);
	}
	ramure_end(s->b);
}

static void a_table_of_sixty_rows_loses_no_row(void **state)
{
	stage s = stage_new();
	int next = 0;

	(void)state;
	table_of(&s, &next, 61, 4, 3);
	assert_sound(&s, zone, next);
	assert_true(s.plan->count > 3);
	stage_free(&s);
}

static void a_cell_higher_than_a_page_goes_on_by_lines(void **state)
{
	stage s = stage_new();
	int next = 0;

	(void)state;
	table_of(&s, &next, 3, 3, 300);
	assert_sound(&s, zone, next);
	stage_free(&s);
}

static void a_very_long_word_stays_in_its_box(void **state)
{
	stage s = stage_new();
	buf word = buf_on(s.ctx->arena);

	(void)state;
	buf_fill(&word, 'm', 3000);
	paragraph_of(&s, buf_str(&word));
	lay_out(&s, zone);
	assert_apart(&s, zone);
	stage_free(&s);
}

/* A generator with a seed of its own: the same trees on every machine. */
typedef struct dice {
	uint64_t state;
} dice;

static int roll(dice *d, int sides)
{
	d->state = d->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (int)((d->state >> 33) % (uint64_t)sides);
}

static const ramure_span here = { 1, 1, 1, 1 };

static int few_or_many(dice *d)
{
	return roll(d, 8) ? 1 + roll(d, 12) : 40 + roll(d, 300);
}

static void any_paragraph(stage *s, dice *d, int *next)
{
	static const ramure_role roles[] = { RAMURE_ROLE_BODY, RAMURE_ROLE_BODY, RAMURE_ROLE_BODY, RAMURE_ROLE_LABEL,
					     RAMURE_ROLE_SMALL };

	ramure_paragraph_as(s->b, roles[roll(d, 5)], ramure_text_new(s->ctx, some_words(s, next, few_or_many(d))));
}

static void any_note(stage *s, dice *d, int *next, int *number)
{
	ramure_begin(s->b, RAMURE_FOOTNOTE, here)->footnote->number = ++*number;
	paragraph_of(s, some_words(s, next, roll(d, 20) ? 3 + roll(d, 30) : 500));
	ramure_end(s->b);
}

static void any_blocks(stage *s, dice *d, int *next, int depth);

static void any_list(stage *s, dice *d, int *next, int depth)
{
	int items = roll(d, 6) ? 1 + roll(d, 7) : 20 + roll(d, 30);
	ramure_node *list = ramure_begin(s->b, RAMURE_LIST, here);

	list->list->ordered = roll(d, 3) == 0;
	for (int i = 0; i < items; i++) {
		ramure_node *item = ramure_begin(s->b, RAMURE_ITEM, here);
		item->item->number = i + 1;
		item->item->task = roll(d, 9) ? RAMURE_NO_TASK : RAMURE_TASK_DONE;
		paragraph_of(s, some_words(s, next, few_or_many(d)));
		if (depth > 0 && roll(d, 4) == 0)
			any_list(s, d, next, depth - 1);
		ramure_end(s->b);
	}
	ramure_end(s->b);
}

static void any_table(stage *s, dice *d, int *next, int depth)
{
	static const ramure_column_info info[24] = { { .align = RAMURE_END }, { .strong = true }, { .fixed = true } };
	int columns = roll(d, 4) ? 1 + roll(d, 7) : 8 + roll(d, 16), rows = roll(d, 5) ? 2 + roll(d, 8) : 60;
	ramure_node *table = ramure_begin_table(s->b, here, info, (size_t)columns);

	table->table->main_column = roll(d, 2) ? roll(d, columns) : -1;
	for (int r = 0; r < rows; r++) {
		ramure_node *row = ramure_begin(s->b, RAMURE_ROW, here);
		row->row->header = r == 0;
		row->row->total = roll(d, 9) == 0;
		for (int c = 0; c < columns; c++) {
			ramure_begin(s->b, RAMURE_CELL, here);
			if (r && depth > 0 && roll(d, 20) == 0)
				any_blocks(s, d, next, 0);
			else
				paragraph_of(s, some_words(s, next, roll(d, 60) ? 1 + roll(d, 4) : 400));
			ramure_end(s->b);
		}
		ramure_end(s->b);
	}
	ramure_begin(s->b, RAMURE_SOURCE, here);
	ramure_put_string(s->b, some_words(s, next, 5));
	ramure_end(s->b);
	ramure_end(s->b);
}

static void any_columns(stage *s, dice *d, int *next, int depth)
{
	static const ramure_node_type heads[] = { RAMURE_LABEL, RAMURE_HEADING, RAMURE_NUMERAL, RAMURE_UNIT };
	int columns = 1 + roll(d, 9);

	ramure_begin(s->b, RAMURE_COLUMNS, here)->columns->cards = roll(d, 2);
	for (int i = 0; i < columns; i++) {
		ramure_begin(s->b, RAMURE_COLUMN, here);
		for (int h = 0; h < 4; h++)
			if (roll(d, 2)) {
				ramure_begin(s->b, heads[h], here);
				ramure_put_string(s->b, some_words(s, next, 1 + (h == 2 ? 0 : roll(d, 5))));
				ramure_end(s->b);
			}
		any_blocks(s, d, next, depth - 1);
		ramure_end(s->b);
	}
	ramure_end(s->b);
}

static void any_quote(stage *s, dice *d, int *next)
{
	ramure_begin(s->b, RAMURE_QUOTE, here);
	any_paragraph(s, d, next);
	ramure_begin(s->b, RAMURE_ATTRIBUTION, here);
	ramure_put_string(s->b, some_words(s, next, 3));
	ramure_end(s->b);
	ramure_end(s->b);
}

static void any_code(stage *s, dice *d, int *next)
{
	ramure_node *code = ramure_begin(s->b, RAMURE_CODE, here);
	buf out = buf_on(s->ctx->arena);

	for (int lines = few_or_many(d) / 4; lines >= 0; lines--) {
		buf_put_str(&out, some_words(s, next, 1 + roll(d, 5)));
		buf_putc(&out, '\n');
	}
	code->text = buf_str(&out);
	ramure_end(s->b);
}

static void any_section(stage *s, dice *d, int *next, int depth)
{
	ramure_begin_section(s->b, here, ramure_text_new(s->ctx, some_words(s, next, 3)));
	any_blocks(s, d, next, depth - 1);
	ramure_end(s->b);
}

static void any_block(stage *s, dice *d, int *next, int depth)
{
	switch (roll(d, depth > 0 ? 10 : 4)) {
	case 0:
	case 1:
		any_paragraph(s, d, next);
		break;
	case 2:
		any_list(s, d, next, 2);
		break;
	case 3:
		any_code(s, d, next);
		break;
	case 4:
	case 5:
		any_table(s, d, next, depth);
		break;
	case 6:
		any_columns(s, d, next, depth);
		break;
	case 7:
		any_quote(s, d, next);
		break;
	case 8:
		any_section(s, d, next, depth);
		break;
	case 9:
		ramure_begin(s->b, RAMURE_BLOCKS, here);
		any_blocks(s, d, next, depth - 1);
		ramure_end(s->b);
		break;
	}
}

static void any_blocks(stage *s, dice *d, int *next, int depth)
{
	for (int blocks = 1 + roll(d, 3); blocks > 0; blocks--)
		any_block(s, d, next, depth);
}

/* The page on which a word is read; -1 when it is on none. */
static int page_of(stage *s, const char *word)
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

static void a_note_stands_at_the_foot_of_the_page_that_calls_it(void **state)
{
	stage s = stage_new();
	int next = 0;

	(void)state;
	for (int i = 0; i < 12; i++) {
		paragraph_of(&s, some_words(&s, &next, 60));
		if (i == 1 || i == 10) {
			ramure_begin(s.b, RAMURE_FOOTNOTE, here)->footnote->number = i;
			paragraph_of(&s, i == 1 ? STR("first-note") : STR("second-note"));
			ramure_end(s.b);
		}
	}
	lay_out(&s, zone);
	assert_apart(&s, zone);
	assert_true(s.plan->count > 1);
	assert_int_equal(page_of(&s, "first-note"), 0);
	assert_int_equal(page_of(&s, "second-note"), (int)s.plan->count - 1);
	stage_free(&s);
}

static void a_table_goes_on_in_the_same_element_under_its_head(void **state)
{
	stage s = stage_new();
	int next = 0;
	size_t tables = 0, rows = 0, headers = 0, repeated = 0;

	(void)state;
	table_of(&s, &next, 31, 3, 2);
	assert_sound(&s, zone, next);
	for (size_t i = 0; i < structure_count(s.elements); i++) {
		const ramure_element *e = structure_at(s.elements, (uint32_t)i);
		tables += e->tag == RAMURE_TAG_TABLE;
		rows += e->tag == RAMURE_TAG_TR;
		headers += e->tag == RAMURE_TAG_TH && e->scope == RAMURE_SCOPE_COLUMN;
	}
	assert_int_equal(tables, 1);
	assert_int_equal(rows, 31);
	assert_int_equal(headers, 3);
	for (size_t m = 0; m < s.pages[1].count; m++)
		repeated +=
			s.pages[1].marks[m].type == RAMURE_GLYPH_RUN && s.pages[1].marks[m].element == RAMURE_ARTIFACT;
	assert_int_equal(repeated, 3);
	stage_free(&s);
}

/* The first word of the page that is not in the head, and whether it is read. */
static const ramure_page_mark *first_cell(stage *s, size_t page)
{
	for (size_t m = 0; m < s->pages[page].count; m++) {
		const ramure_page_mark *mark = &s->pages[page].marks[m];

		if (mark->type == RAMURE_GLYPH_RUN && mark->run.y > 112 + 36)
			return mark;
	}
	return NULL;
}

static void a_table_too_wide_goes_on_by_columns_beside_its_first(void **state)
{
	stage s = stage_new();
	int next = 0;
	size_t tables = 0, rows = 0, row_headers = 0;
	const ramure_page_mark *first, *again;

	(void)state;
	table_of(&s, &next, 9, 20, 2);
	assert_sound(&s, zone, next);
	assert_true(s.plan->count > 1);
	for (size_t i = 0; i < structure_count(s.elements); i++) {
		const ramure_element *e = structure_at(s.elements, (uint32_t)i);
		tables += e->tag == RAMURE_TAG_TABLE;
		rows += e->tag == RAMURE_TAG_TR;
		row_headers += e->tag == RAMURE_TAG_TH && e->scope == RAMURE_SCOPE_ROW;
	}
	assert_int_equal(tables, 1);
	assert_int_equal(rows, 9);
	assert_int_equal(row_headers, 8);
	/* The name of the first row is read once, and seen twice. */
	first = first_cell(&s, 0);
	again = first_cell(&s, 1);
	assert_true(ramure_str_equal(first->run.text, again->run.text));
	assert_int_not_equal(first->element, RAMURE_ARTIFACT);
	assert_int_equal(again->element, RAMURE_ARTIFACT);
	stage_free(&s);
}

static void notes_of_a_wide_table_stand_where_their_column_does(void **state)
{
	stage s = stage_new();
	int next = 0;
	ramure_node *table, *cell, *note, *words;

	(void)state;
	table_of(&s, &next, 9, 20, 2);
	table = s.slide->last;
	/* In the last cell of the second row. */
	cell = table->first->next->last;
	note = node_new(s.ctx, RAMURE_FOOTNOTE, here);
	note->footnote->number = 1;
	words = node_new(s.ctx, RAMURE_PARAGRAPH, here);
	node_append(words, node_text(s.ctx, here, RAMURE_STR("seul-ici")));
	node_append(note, words);
	node_append(cell, note);
	lay_out(&s, zone);
	assert_int_equal(page_of(&s, "seul-ici"), (int)s.plan->count - 1);
	assert_all_read(&s, next);
	stage_free(&s);
}

/* A figure of `total` lines of 50 points, which goes on where it was cut. */
struct bars {
	size_t total;
	double each;
};

static ramure_extent draw_bars(const void *data, ramure_canvas *canvas, const ramure_frame *frame)
{
	const struct bars *bars = data;
	double y = 0, each = bars->each * frame->scale;
	size_t i = frame->from;

	for (; i < bars->total && y + each <= frame->box.height + 0.01; i++, y += each)
		ramure_draw_rect(canvas, (ramure_box){ frame->box.x, frame->box.y + y, 100, each - 10 }, 0,
				 &(ramure_paint){ .filled = true });
	return (ramure_extent){ y, i < bars->total ? i : RAMURE_DONE };
}

static size_t bars_drawn(stage *s, const struct bars *bars)
{
	const ramure_figure_info info = { .data = bars, .draw = draw_bars, .min_width = 400 };
	size_t drawn = 0;

	ramure_begin_figure(s->b, here, &info);
	ramure_end(s->b);
	lay_out(s, zone);
	for (size_t i = 0; i < s->plan->count; i++)
		for (size_t m = 0; m < s->pages[i].count; m++)
			drawn += s->pages[i].marks[m].type == RAMURE_PATH_MARK;
	return drawn;
}

static void a_figure_continues_where_it_was_cut(void **state)
{
	static const struct bars few = { 5, 50 }, many = { 40, 50 };
	stage s = stage_new();

	(void)state;
	assert_int_equal(bars_drawn(&s, &few), 5);
	assert_int_equal(s.plan->count, 1);
	stage_free(&s);
	s = stage_new();
	assert_int_equal(bars_drawn(&s, &many), 40);
	assert_true(s.plan->count >= 5);
	stage_free(&s);
}

static void a_figure_that_fits_nowhere_is_drawn_with_a_warning(void **state)
{
	static const struct bars high = { 2, 2000 };
	stage s = stage_new();

	(void)state;
	assert_int_equal(bars_drawn(&s, &high), 2);
	assert_int_equal(s.ctx->diagnostics.counts[SEVERITY_WARNING], 1);
	stage_free(&s);
}

static void quotes_nested_without_end_are_an_error(void **state)
{
	enum { DEEP = 5000 };
	stage s = stage_new();

	(void)state;
	for (int i = 0; i < DEEP; i++)
		ramure_begin(s.b, RAMURE_QUOTE, here);
	paragraph_of(&s, STR("deep"));
	for (int i = 0; i < DEEP; i++)
		ramure_end(s.b);
	lay_out(&s, zone);
	assert_int_equal(s.ctx->diagnostics.counts[SEVERITY_ERROR], 1);
	stage_free(&s);
}

static void an_image_is_neither_distorted_nor_larger_than_its_page(void **state)
{
	static const ramure_image file = { .width = 1000, .height = 9000 };
	stage s = stage_new();
	ramure_box box = { 0 };

	(void)state;
	ramure_begin(s.b, RAMURE_IMAGE, here)->image->file = &file;
	ramure_end(s.b);
	lay_out(&s, zone);
	for (size_t m = 0; m < s.pages[0].count; m++)
		if (s.pages[0].marks[m].type == RAMURE_IMAGE_MARK)
			box = s.pages[0].marks[m].image.box;
	assert_true(box.height > 100);
	assert_true(box.y + box.height <= zone.last.y + zone.last.height + 0.01);
	assert_true(box.height / box.width > 8.99 && box.height / box.width < 9.01);
	stage_free(&s);
}

static void blocks_of_a_figure_go_on_from_where_they_were_cut(void **state)
{
	stage s = stage_new();
	display_list list;
	ramure_canvas canvas;
	ramure_extent extent = { 0, 0 };
	int next = 0, pieces = 0;

	(void)state;
	list_of(&s, &next, 12, 8);
	list = display_measuring(s.ctx);
	canvas = canvas_on(s.ctx, &list, RAMURE_ARTIFACT, 1);
	while (extent.next != RAMURE_DONE) {
		ramure_frame frame = { .box = { 0, 0, 300, 100 }, .scale = 1, .from = extent.next };
		extent = ramure_blocks_draw(&canvas, s.slide, &frame);
		assert_true(extent.next != frame.from);
		assert_true(extent.height <= 100.01);
		pieces++;
	}
	assert_true(pieces > 2);
	stage_free(&s);
}

/* FIT_SEED=n in the environment tries that one alone. */
static void any_body_loses_nothing_and_overlaps_nowhere(void **state)
{
	const char *one = getenv("FIT_SEED");
	int first = one ? atoi(one) : 0, last = one ? first : 39;

	(void)state;
	for (int seed = first; seed <= last; seed++) {
		stage s = stage_new();
		dice d = { (uint64_t)seed * 77 + 1 };
		int next = 0, number = 0;

		any_blocks(&s, &d, &next, 2);
		if (roll(&d, 3) == 0)
			any_note(&s, &d, &next, &number);
		any_blocks(&s, &d, &next, 1);
		if (number && roll(&d, 2))
			any_note(&s, &d, &next, &number);
		assert_sound(&s, zone, next);
		stage_free(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_paragraph_stands_on_one_page_at_full_size),
		cmocka_unit_test(an_empty_body_is_one_empty_page),
		cmocka_unit_test(forty_items_continue_in_fair_shares),
		cmocka_unit_test(short_items_take_two_columns),
		cmocka_unit_test(a_table_of_sixty_rows_loses_no_row),
		cmocka_unit_test(a_cell_higher_than_a_page_goes_on_by_lines),
		cmocka_unit_test(a_very_long_word_stays_in_its_box),
		cmocka_unit_test(a_note_stands_at_the_foot_of_the_page_that_calls_it),
		cmocka_unit_test(a_table_goes_on_in_the_same_element_under_its_head),
		cmocka_unit_test(a_table_too_wide_goes_on_by_columns_beside_its_first),
		cmocka_unit_test(notes_of_a_wide_table_stand_where_their_column_does),
		cmocka_unit_test(a_figure_continues_where_it_was_cut),
		cmocka_unit_test(a_figure_that_fits_nowhere_is_drawn_with_a_warning),
		cmocka_unit_test(quotes_nested_without_end_are_an_error),
		cmocka_unit_test(an_image_is_neither_distorted_nor_larger_than_its_page),
		cmocka_unit_test(blocks_of_a_figure_go_on_from_where_they_were_cut),
		cmocka_unit_test(any_body_loses_nothing_and_overlaps_nowhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
