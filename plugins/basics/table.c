/* table.c: what a table is made of, and which columns it has. */
#include "table.h"

/* More than these, nobody reads. */
enum { MOST_COLUMNS = 200 };

static const ramure_option types[] = {
	{ CELL_TEXT, "text", "texte", NULL },
	{ CELL_NUMBER, "number", "nombre", "entier|integer" },
	{ CELL_PERCENT, "percent", "pourcentage", "part|taux|%" },
	{ CELL_AMOUNT, "amount", "montant", "somme|€" },
	{ CELL_DATE, "date", "date", NULL },
};

static const ramure_option aligns[] = {
	{ RAMURE_START, "left", "gauche", "à gauche" },
	{ RAMURE_CENTRE, "centre", "centre", "center|milieu|centré" },
	{ RAMURE_END, "right", "droite", "à droite" },
};

static const ramure_field column_fields[] = {
	{ .en = "name",
	  .fr = "nom",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN | RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct table_column, name),
	  .doc = { "its name in the rows, or in the file's header",
		   "son nom dans les lignes, ou dans l'en-tête du fichier" } },
	{ .en = "title",
	  .fr = "titre",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct table_column, title),
	  .doc = { "what its header says, when not its name", "ce que dit son en-tête, si ce n'est son nom" } },
	{ .en = "type",
	  .fr = "type",
	  .type = RAMURE_CHOICE,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct table_column, type),
	  .doc = { "what its cells are: numbers are aligned, their unit goes to the header",
		   "ce que sont ses cellules : les nombres s'alignent, leur unité va dans l'en-tête" },
	  .choices = RAMURE_ROWS(types) },
	{ .en = "align",
	  .fr = "alignement",
	  .type = RAMURE_CHOICE,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct table_column, align),
	  .doc = { "left, centre or right", "à gauche, au centre ou à droite" },
	  .choices = RAMURE_ROWS(aligns) },
	{ .en = "total",
	  .fr = "total",
	  .type = RAMURE_FLAG,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct table_column, total),
	  .doc = { "yes: a last row adds it up", "oui : une dernière ligne en fait la somme" } },
	{ .en = "change",
	  .fr = "évolution",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_MANY | RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct table_column, change),
	  .doc = { "two columns: the change from the first to the second is computed",
		   "deux colonnes : l'évolution de la première à la seconde est calculée" } },
};

const ramure_field table_fields[2] = {
	{ .en = "columns",
	  .fr = "colonnes",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct table, columns),
	  .doc = { "the columns, from left to right; without them, the names that rows use",
		   "les colonnes, de gauche à droite ; sans elles, les noms que portent les lignes" },
	  .fields = RAMURE_ROWS(column_fields),
	  .record_size = sizeof(struct table_column) },
	{ .en = "items",
	  .fr = "lignes",
	  .type = RAMURE_MAP,
	  .flags = RAMURE_REQUIRED | RAMURE_MANY | RAMURE_ROWS_FIELD,
	  .offset = offsetof(struct table, items),
	  .doc = { "the rows: each a name and a value for each column",
		   "les lignes : pour chaque colonne, nom et valeur" },
	  .synonyms = "rows|ligne" },
};

/* ---- columns ---- */

static void report_columns(ramure_ctx *ctx, ramure_span at)
{
	ramure_error(ctx, at, "a table has %d columns at most", MOST_COLUMNS);
	ramure_hint(ctx, "name those that matter: 'colonnes:', then one '- nom: …' each");
}

/* The index of a column, or the count of columns. */
static size_t find_column(ramure_ctx *ctx, const struct table *t, ramure_str name)
{
	const char *words = ramure_format(ctx, "%.*s", (int)name.size, name.data).data;
	size_t i = 0;

	while (i < t->column_count && !ramure_name_equal(t->all[i].name.text, words))
		i++;
	return i;
}

/* Without `columns`, the names that rows use, in the order in which they come up. */
static void columns_of_rows(ramure_ctx *ctx, struct table *t)
{
	const ramure_list *rows = t->items.items;

	t->all = RAMURE_NEW_ARRAY(ctx, struct table_column, MOST_COLUMNS);
	for (size_t r = 0; r < t->items.count; r++) {
		const ramure_pair *pairs = rows[r].items;

		for (size_t p = 0; p < rows[r].count; p++) {
			if ((p < t->column_count && ramure_str_equal(t->all[p].name.text, pairs[p].name.text)) ||
			    find_column(ctx, t, pairs[p].name.text) < t->column_count)
				continue;
			if (t->column_count == MOST_COLUMNS) {
				report_columns(ctx, pairs[p].name.at);
				return;
			}
			t->all[t->column_count].name = pairs[p].name;
			t->all[t->column_count++].at = pairs[p].name.at;
		}
	}
}

static ramure_str names_of(ramure_ctx *ctx, const struct table *t)
{
	enum { MOST_NAMED = 20 };
	ramure_str names[MOST_NAMED];
	size_t count = 0;

	for (; count < t->column_count && count < MOST_NAMED; count++)
		names[count] = t->all[count].name.text;
	return ramure_join(ctx, names, count, ", ");
}

static void settle_change(ramure_ctx *ctx, struct table *t, struct table_column *column)
{
	const ramure_string *names = column->change.items;
	size_t found[2] = { 0, 0 };

	if (!column->change.count)
		return;
	if (column->change.count != 2) {
		ramure_error(ctx, column->change.at, "a change is between two columns, and %zu are named",
			     column->change.count);
		ramure_hint(ctx, "write for instance 'évolution: [2019, 2020]'");
		column->change.count = 0;
		return;
	}
	for (size_t i = 0; i < 2; i++) {
		found[i] = find_column(ctx, t, names[i].text);
		if (found[i] < t->column_count && &t->all[found[i]] != column)
			continue;
		ramure_error(ctx, names[i].at, "no column is called '%.*s'", (int)names[i].text.size,
			     names[i].text.data);
		ramure_hint(ctx, "the columns are: %s", names_of(ctx, t).data);
		column->change.count = 0;
	}
	column->from = found[0];
	column->to = found[1];
}

/* ---- cells ---- */

static void place_pair(ramure_ctx *ctx, struct table *t, size_t row, const ramure_pair *pair, size_t column)
{
	if (column < t->column_count) {
		*table_at(t, row, column) = (struct table_cell){ .at = pair->at, .text = pair->value };
		return;
	}
	/* A file may have columns that the table does not want; too many have been reported once. */
	if (pair->at.file != t->at.file || !t->columns.count)
		return;
	ramure_error(ctx, pair->name.at, "no column is called '%.*s'", (int)pair->name.text.size, pair->name.text.data);
	ramure_hint(ctx, "the columns are: %s", names_of(ctx, t).data);
}

/* Rows say their names in one order most often: where the pair above went, its like goes too. */
static void place_rows(ramure_ctx *ctx, struct table *t)
{
	const ramure_list *rows = t->items.items;
	size_t widest = 0, *columns;

	for (size_t r = 0; r < t->row_count; r++)
		widest = rows[r].count > widest ? rows[r].count : widest;
	columns = RAMURE_NEW_ARRAY(ctx, size_t, widest);
	for (size_t r = 0; r < t->row_count; r++) {
		const ramure_pair *pairs = rows[r].items, *above = r ? rows[r - 1].items : NULL;

		for (size_t p = 0; p < rows[r].count; p++) {
			if (!above || p >= rows[r - 1].count ||
			    !ramure_str_equal(above[p].name.text, pairs[p].name.text))
				columns[p] = find_column(ctx, t, pairs[p].name.text);
			place_pair(ctx, t, r, &pairs[p], columns[p]);
		}
	}
}

static bool is_empty(const struct table *t, size_t column)
{
	for (size_t r = 0; r < t->row_count; r++)
		if (ramure_given(table_at(t, r, column)->at))
			return false;
	return t->row_count > 0;
}

void check_table(ramure_ctx *ctx, void *data)
{
	struct table *t = data;

	if (t->columns.count) {
		t->all = (struct table_column *)t->columns.items;
		t->column_count = t->columns.count;
		if (t->column_count > MOST_COLUMNS) {
			report_columns(ctx, t->all[MOST_COLUMNS].at);
			t->column_count = MOST_COLUMNS;
		}
	} else {
		columns_of_rows(ctx, t);
	}
	t->row_count = t->items.count;
	t->cells = RAMURE_NEW_ARRAY(ctx, struct table_cell, t->row_count * t->column_count);
	place_rows(ctx, t);
	for (size_t c = 0; c < t->column_count; c++) {
		settle_change(ctx, t, &t->all[c]);
		if (!t->columns.count || ramure_given(t->all[c].change.at) || !is_empty(t, c))
			continue;
		ramure_error(ctx, t->all[c].name.at, "no row has a value for '%.*s'", (int)t->all[c].name.text.size,
			     t->all[c].name.text.data);
		ramure_hint(ctx, "write the name as the rows or the file's header do, or take the column away");
	}
	type_cells(ctx, t);
	find_totals(ctx, t);
	check_totals(ctx, t);
}
