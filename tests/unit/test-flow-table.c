/* test-flow-table.c: tables that go on: by rows, by lines, by columns. */
#include "tests/unit/stage.h"

static void a_table_of_sixty_rows_loses_no_row(void **state)
{
	stage s = stage_new();

	(void)state;
	stage_table(&s, 61, 4, 3);
	assert_sound(&s);
	assert_true(s.plan->count > 3);
	stage_free(&s);
}

static void a_cell_higher_than_a_page_goes_on_by_lines(void **state)
{
	stage s = stage_new();

	(void)state;
	stage_table(&s, 3, 3, 300);
	assert_sound(&s);
	stage_free(&s);
}

static void a_table_goes_on_in_the_same_element_under_its_head(void **state)
{
	stage s = stage_new();
	size_t tables = 0, rows = 0, headers = 0, repeated = 0;

	(void)state;
	stage_table(&s, 31, 3, 2);
	assert_sound(&s);
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
	size_t tables = 0, rows = 0, row_headers = 0;
	const ramure_page_mark *first, *again;

	(void)state;
	stage_table(&s, 9, 20, 2);
	assert_sound(&s);
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

static void add_note(stage *s, ramure_node *cell, int number, const char *says)
{
	ramure_node *note = nodes_add(s->ctx, cell, RAMURE_FOOTNOTE, NULL);

	note->footnote->number = number;
	nodes_add(s->ctx, note, RAMURE_PARAGRAPH, says);
}

static void notes_of_a_wide_table_stand_where_their_column_does(void **state)
{
	stage s = stage_new();
	ramure_node *row;

	(void)state;
	stage_table(&s, 9, 20, 2);
	row = s.slide->last->first->next;
	add_note(&s, row->first->next, 1, "au-début");
	add_note(&s, row->last, 2, "à-la-fin");
	stage_lay_out(&s);
	assert_true(s.plan->count > 1);
	assert_int_equal(stage_page(&s, "au-début"), 0);
	assert_int_equal(stage_page(&s, "à-la-fin"), (int)s.plan->count - 1);
	assert_all_read(&s);
	stage_free(&s);
}

static void add_table(stage *s, const ramure_column_info *columns, const char *const *head, const char *const *row,
		      size_t count)
{
	ramure_begin_table(s->b, nodes_place, columns, count);
	for (int r = 0; r < 2; r++) {
		ramure_begin(s->b, RAMURE_ROW, nodes_place)->row->header = r == 0;
		for (size_t i = 0; i < count; i++)
			ramure_cell(s->b, ramure_text_new(s->ctx, nodes_str(r ? row[i] : head[i])));
		ramure_end(s->b);
	}
	ramure_end(s->b);
}

/* Where the texts that begin so stand on the first page, in order. */
static size_t places_of(const stage *s, const char *words, double *x, size_t most)
{
	size_t count = 0;

	for (size_t m = 0; m < s->pages[0].count && count < most; m++) {
		const ramure_page_mark *mark = &s->pages[0].marks[m];

		if (mark->type == RAMURE_GLYPH_RUN && mark->run.text.size >= strlen(words) &&
		    memcmp(mark->run.text.data, words, strlen(words)) == 0)
			x[count++] = (double)mark->run.x;
	}
	return count;
}

/* Their texts are of other lengths; who looks from one to the next finds the column where it was. */
static void tables_of_one_head_have_the_same_columns(void **state)
{
	static const char *const head[] = { "Mesure", "Horizon", "Pilote" };
	static const char *const rows[][3] = { { "Ouvrir les données", "3 à 9 mois", "Le secrétariat" },
					       { "Former", "12 à 18 mois", "Le bureau" } };
	static const ramure_column_info columns[3] = { { .align = RAMURE_START } };
	stage s = stage_new();
	double x[2] = { 0 };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		ramure_begin_section(s.b, nodes_place, ramure_text_new(s.ctx, RAMURE_STR("Une dimension")));
		add_table(&s, columns, head, rows[i], 3);
		ramure_end(s.b);
	}
	stage_lay_out(&s);
	assert_int_equal(places_of(&s, "Horizon", x, 2), 2);
	assert_true(fabs(x[1] - x[0] - 444) < 0.01); /* side by side: half the slide and a gutter */
	stage_free(&s);
}

/* Groups of as many rows, and their head. */
static void add_groups(stage *s, int groups, int rows)
{
	static const ramure_column_info columns[2] = { { .align = RAMURE_START } };

	for (int group = 0; group < groups; group++) {
		ramure_begin_section(s->b, nodes_place,
				     ramure_text_new(s->ctx, ramure_format(s->ctx, "Groupe %d", group)));
		ramure_begin_table(s->b, nodes_place, columns, 2);
		for (int r = 0; r <= rows; r++) {
			ramure_begin(s->b, RAMURE_ROW, nodes_place)->row->header = r == 0;
			ramure_cell(s->b, ramure_text_new(s->ctx, r ? stage_words(s, 1) : RAMURE_STR("Mesure")));
			ramure_cell(s->b, ramure_text_new(s->ctx, r ? stage_words(s, 2) : RAMURE_STR("Pilote")));
			ramure_end(s->b);
		}
		ramure_end(s->b);
		ramure_end(s->b);
	}
	stage_lay_out(s);
	assert_all_read(s);
}

/* Of fourteen rows each, two pages a group: on five pages, two groups would share one. */
static void groups_of_a_table_begin_pages(void **state)
{
	stage s = stage_new();

	(void)state;
	add_groups(&s, 3, 14);
	assert_int_equal(s.plan->count, 6);
	for (int group = 0; group < 3; group++)
		assert_int_equal(stage_page(&s, ramure_format(s.ctx, "Groupe %d", group).data), 2 * group);
	stage_free(&s);
}

/* At full size each would take a page and a little of the next. */
static void groups_that_smaller_letters_hold_have_a_page_each(void **state)
{
	stage s = stage_new();

	(void)state;
	add_groups(&s, 6, 9);
	assert_int_equal(s.plan->count, 6);
	for (int group = 0; group < 6; group++)
		assert_int_equal(stage_page(&s, ramure_format(s.ctx, "Groupe %d", group).data), group);
	stage_free(&s);
}

static void figures_alone_share_the_width(void **state)
{
	static const char *const head[] = { "A", "B" }, *const row[] = { "1", "2" };
	stage s = stage_new();
	static const ramure_column_info columns[] = { { .align = RAMURE_END }, { .align = RAMURE_END } };
	double x = 0;

	(void)state;
	add_table(&s, columns, head, row, 2);
	stage_lay_out(&s);
	assert_int_equal(places_of(&s, "1", &x, 1), 1);
	assert_in_range((int)x, 400, 500);
	stage_free(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_of_sixty_rows_loses_no_row),
		cmocka_unit_test(a_cell_higher_than_a_page_goes_on_by_lines),
		cmocka_unit_test(a_table_goes_on_in_the_same_element_under_its_head),
		cmocka_unit_test(a_table_too_wide_goes_on_by_columns_beside_its_first),
		cmocka_unit_test(tables_of_one_head_have_the_same_columns),
		cmocka_unit_test(groups_of_a_table_begin_pages),
		cmocka_unit_test(groups_that_smaller_letters_hold_have_a_page_each),
		cmocka_unit_test(figures_alone_share_the_width),
		cmocka_unit_test(notes_of_a_wide_table_stand_where_their_column_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
