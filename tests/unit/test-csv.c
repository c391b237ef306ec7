/* CSV: what spreadsheets write, what is refused, and rows in a file of their own. */
#include "tests/unit/folder.h"

#include "core/base/buf.h"
#include "core/source/fields.h"

#include <stdio.h>
#include <string.h>

static data_value *read_bytes(ramure_ctx *ctx, const char *bytes)
{
	uint32_t file = files_add(ctx, STR("mesures.csv"), (ramure_str){ bytes, strlen(bytes) });

	return csv_read(ctx, file, (ramure_span){ .file = file, .line = 1, .column = 1 });
}

/* Rows as "titre=x | titre=y", absent cells as "~". */
static const char *said(ramure_ctx *ctx, const data_value *rows)
{
	buf out = buf_on(ctx->arena);

	if (!rows)
		return "(refused)";
	for (const data_value *row = rows->first; row; row = row->next) {
		for (const data_value *cell = row->first; cell; cell = cell->next)
			buf_format(&out, "%s%.*s=%.*s", cell == row->first ? "" : " ", (int)cell->key.text.size,
				   cell->key.text.data, cell->absent ? 1 : (int)cell->text.text.size,
				   cell->absent ? "~" : cell->text.text.data);
		buf_puts(&out, row->next ? " | " : "");
	}
	return buf_str(&out).data;
}

static void sheets_of_any_form_are_read(void **state)
{
	static const struct {
		const char *bytes, *rows;
	} sheets[] = {
		{ "titre;n\nAgir;1\n", "titre=Agir n=1" },
		{ "titre,n\r\nAgir,1\r\nDire,2", "titre=Agir n=1 | titre=Dire n=2" },
		{ "titre\tn\rAgir\t35,2\r", "titre=Agir n=35,2" },
		{ "\xEF\xBB\xBFtitre;n\nAgir;1", "titre=Agir n=1" },
		{ "\"titre\";\"n\"\n\"Agir ; dire\";\"un \"\"mot\"\"\"\n", "titre=Agir ; dire n=un \"mot\"" },
		{ "titre;n\n\"deux\nlignes\";1\n", "titre=deux\nlignes n=1" },
		{ "titre;n;;\nAgir;;;\n;;;\n\n", "titre=Agir n=~" },
		{ "titre\nAgir\nDire\n", "titre=Agir | titre=Dire" },
		{ "titre ; n \n Agir ; 1 \n", "titre=Agir n=1" },
		{ "titre;n\n", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
		ramure_ctx *ctx = unit_ctx();

		assert_string_equal(said(ctx, read_bytes(ctx, sheets[i].bytes)), sheets[i].rows);
		assert_null(ctx->diagnostics.first);
		ctx_free(ctx);
	}
}

static void cells_know_their_place(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const data_value *rows = read_bytes(ctx, "été;n\nAgir;« œuf »\n\"a\n\"\"b\"\"\";2\n");
	const data_value *egg = rows->first->first->next, *quoted = rows->first->next->first;
	ramure_span b = source_text_span(&quoted->text, 3, 1);

	(void)state;
	assert_int_equal(egg->at.line, 2);
	assert_int_equal(egg->at.column, 6);
	assert_int_equal(egg->at.length, 7);
	assert_int_equal(egg->key.at.line, 1);
	assert_int_equal(egg->key.at.column, 5);
	assert_int_equal(b.line, 4);
	ctx_free(ctx);
}

static void windows_1252_is_read_with_a_warning(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const data_value *rows = read_bytes(ctx, "titre;prix\n\xC9t\xE9 \x96 c\x9Cur;8 M\x80\n");

	(void)state;
	assert_string_equal(said(ctx, rows), "titre=Été – cœur prix=8 M€");
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_WARNING], 1);
	assert_string_equal(ctx->diagnostics.first->name, "windows-1252");
	assert_int_equal(ctx->diagnostics.first->at.line, 2);
	assert_int_equal(ctx->diagnostics.first->at.column, 1);
	assert_non_null(strstr(ctx->diagnostics.first->hint.data, "UTF-8"));
	ctx_free(ctx);
}

static void what_is_no_table_is_refused(void **state)
{
	static const struct {
		const char *bytes, *message;
		uint32_t line;
	} sheets[] = {
		{ "titre;n\nAgir;1\nDire;2;3\n", "this line has 3 columns, and the first line 2", 3 },
		{ "titre;n\nAgir\n", "this line has one column, and the first line 2", 2 },
		{ "titre,n\nAgir,35,2\n", "this line has 3 columns", 2 },
		{ "titre;n\n\"Agir;1\n", "this quote is not closed", 2 },
		{ "titre;n\n\"Agir\" vite;1\n", "text follows the quote", 2 },
		{ "titre;;n\nAgir;1;2\n", "column 2 has no title", 1 },
		{ "titre;Titre\nAgir;1\n", "two columns are called 'Titre'", 1 },
		{ "", "names no columns", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
		ramure_ctx *ctx = unit_ctx();

		assert_null(read_bytes(ctx, sheets[i].bytes));
		assert_non_null(strstr(ctx->diagnostics.first->message.data, sheets[i].message));
		assert_int_equal(ctx->diagnostics.first->at.line, sheets[i].line);
		ctx_free(ctx);
	}
}

static void ten_thousand_columns_are_too_many(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	buf sheet = buf_on(ctx->arena);

	(void)state;
	for (int i = 0; i < 10000; i++)
		buf_format(&sheet, "c%d;", i);
	assert_null(read_bytes(ctx, buf_str(&sheet).data));
	assert_non_null(strstr(ctx->diagnostics.first->message.data, "at most 1000 columns"));
	ctx_free(ctx);
}

static void a_line_of_fifty_megabytes_is_read(void **state)
{
	enum { SIZE = 50 * 1024 * 1024 };
	static const char titles[] = { 't', 'i', 't', 'r', 'e', ',', 'n', '\n' };
	ramure_ctx *ctx = unit_ctx();
	char *bytes = ramure_alloc(ctx, SIZE + 1);

	(void)state;
	memset(bytes, ',', SIZE);
	memcpy(bytes, titles, sizeof titles);
	assert_int_equal(read_bytes(ctx, bytes)->count, 0);
	memset(bytes, 'x', SIZE);
	memcpy(bytes, titles, sizeof titles);
	assert_null(read_bytes(ctx, bytes));
	assert_non_null(strstr(ctx->diagnostics.first->message.data, "this line has one column"));
	memset(bytes, '"', SIZE);
	assert_int_equal(read_bytes(ctx, bytes)->count, 0);
	ctx_free(ctx);
}

/* ---- Rows in a file of their own ---- */

struct measure {
	ramure_span at;
	ramure_integer number;
	ramure_string title;
};

struct snapshot {
	ramure_span at;
	ramure_date date;
	ramure_list levels;
};

struct measures {
	ramure_span at;
	ramure_list items;
	ramure_list snapshots;
};

static const ramure_field measure_fields[] = {
	{ .en = "number", .fr = "numéro", .type = RAMURE_INTEGER, .offset = offsetof(struct measure, number) },
	{ .en = "title",
	  .fr = "titre",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN,
	  .offset = offsetof(struct measure, title) },
};

static const ramure_field snapshot_fields[] = {
	{ .en = "date", .fr = "date", .type = RAMURE_DATE, .offset = offsetof(struct snapshot, date) },
	{ .en = "levels",
	  .fr = "niveaux",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY | RAMURE_ROWS_FIELD,
	  .offset = offsetof(struct snapshot, levels),
	  .fields = RAMURE_ROWS(measure_fields),
	  .record_size = sizeof(struct measure) },
};

static const ramure_field measures_fields[] = {
	{ .en = "snapshots",
	  .fr = "états",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct measures, snapshots),
	  .fields = RAMURE_ROWS(snapshot_fields),
	  .record_size = sizeof(struct snapshot) },
	{ .en = "items",
	  .fr = "mesures",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_REQUIRED | RAMURE_MANY | RAMURE_ROWS_FIELD,
	  .offset = offsetof(struct measures, items),
	  .fields = RAMURE_ROWS(measure_fields),
	  .record_size = sizeof(struct measure) },
};

static const struct measures *fill(ramure_ctx *ctx, const char *body)
{
	source_text text = source_text_of_file(ctx, files_add(ctx, STR("bloc.md"), (ramure_str){ body, strlen(body) }));
	struct measures *m = RAMURE_NEW(ctx, struct measures);

	fields_fill(ctx, "mesures", (ramure_rows)RAMURE_ROWS(measures_fields), data_read(ctx, &text), m,
		    (ramure_rows){ 0 }, NULL);
	return m;
}

static void rows_come_from_a_file(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const struct measures *m;

	(void)state;
	folder_write_text("m.csv", "Numéro;Titre\n1;Agir\n2;Dire\n");
	folder_write_text("m.yaml", "mesures:\n- numéro: 1\n  titre: Agir\n- Dire : tout\n");
	folder_write_text("more.csv", "Numéro;Titre;Pilote\n1;Agir;Paul\n");
	m = fill(ctx, "from: m.csv");
	assert_int_equal(m->items.count, 2);
	assert_int_equal(((const struct measure *)m->items.items)[1].number.value, 2);
	m = fill(ctx, "from: m.yaml");
	assert_int_equal(m->items.count, 2);
	assert_true(ramure_str_equal(((const struct measure *)m->items.items)[1].title.text, STR("Dire : tout")));
	m = fill(ctx, "de: m.csv\nétats:\n  - date: 2020-06-23\n    de: m.csv\n");
	assert_int_equal(m->items.count, 2);
	assert_int_equal(((const struct snapshot *)m->snapshots.items)->levels.count, 2);
	m = fill(ctx, "from: more.csv\ncolonnes: numéro, titre");
	assert_int_equal(m->items.count, 1);
	assert_null(ctx->diagnostics.first);
	ctx_free(ctx);
}

static void a_file_of_rows_that_does_not_fit_is_answered(void **state)
{
	static const struct {
		const char *body, *message, *hint;
	} wrong[] = {
		{ "from: more.csv", "'mesures' has no field 'Pilote'", "" },
		{ "from: more.csv\ncolumns: [numéro, titer]", "the file has no column 'titer'",
		  "did you mean 'Titre'?" },
		{ "from: more.cvs", "'more.cvs' does not exist", "did you mean 'more.csv'?" },
		{ "from: more.ods", "rows come from a .csv or .yaml file", "CSV UTF-8" },
		{ "from:", "the name of a file is missing", "" },
		{ "from: empty.yaml", "'empty.yaml' is empty", "" },
		{ "from: bad.csv", "'numéro' takes a whole number, and 'un' is none", "" },
	};

	(void)state;
	folder_write_text("more.csv", "Numéro;Titre;Pilote\n1;Agir;Paul\n");
	folder_write_text("more.ods", "PK");
	folder_write_text("empty.yaml", "# rien\n");
	folder_write_text("bad.csv", "Numéro;Titre\nun;Agir\n");
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		ramure_ctx *ctx = unit_ctx();
		const diagnostic *d;

		fill(ctx, wrong[i].body);
		d = ctx->diagnostics.first;
		assert_non_null(d);
		if (!strstr(d->message.data, wrong[i].message))
			fail_msg("%s: %s", wrong[i].body, d->message.data);
		if (wrong[i].hint[0])
			assert_non_null(strstr(d->hint.data, wrong[i].hint));
		ctx_free(ctx);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sheets_of_any_form_are_read),
		cmocka_unit_test(cells_know_their_place),
		cmocka_unit_test(windows_1252_is_read_with_a_warning),
		cmocka_unit_test(what_is_no_table_is_refused),
		cmocka_unit_test(ten_thousand_columns_are_too_many),
		cmocka_unit_test(a_line_of_fifty_megabytes_is_read),
		cmocka_unit_test_setup_teardown(rows_come_from_a_file, folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(a_file_of_rows_that_does_not_fit_is_answered, folder_make, folder_drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
