/* columns.c: how wide the columns of a table are, as far as can be foreseen, so that its rows are low. */
#include "odt.h"

#include <math.h>
#include <string.h>

static double key(odt *o, const char *name)
{
	return ramure_theme_number(o->ctx, name);
}

/* A table too wide for any page is set smaller, in cells with less at their sides. */
static const double dense_scale = 0.8;

double odt_cell_padding(odt *o)
{
	return o->dense ? ODT_DENSE_PADDING : key(o, "report.table.padding-side");
}

/* What stands beside a cell's words, and a little more: we only estimate them. */
static double sides_of(odt *o)
{
	return 2 * odt_cell_padding(o) + odt_cell_size(o) * (o->dense ? dense_scale / 4 : 0.5);
}

/* ---- what cells say ---- */

typedef struct words {
	ramure_cell_text text;
	double least; /* its longest word */
} words;

static bool begins_with_mark(const ramure_node *paragraph)
{
	return paragraph->first && paragraph->first->type == RAMURE_STATUS_MARK;
}

static double letters_of(odt *o, const ramure_node *part)
{
	bool quiet = part->type == RAMURE_PARAGRAPH && part->paragraph->quiet;

	return odt_cell_size(o) * (o->dense ? dense_scale : 1) *
	       (quiet ? key(o, "report.source.size") / key(o, "report.table.size") : 1);
}

/* The plain words of a paragraph, which nearly always are one text: that needs no copy. */
static ramure_str plain_of(odt *o, const ramure_node *node)
{
	const ramure_node *only = node->first;
	ramure_str plain;

	if (!only || only->next || only->type != RAMURE_TEXT_RUN)
		return ramure_plain_text(o->ctx, node);
	plain = only->text;
	while (plain.size && plain.data[plain.size - 1] == ' ')
		plain.size--;
	return plain;
}

/* A cell's paragraphs stand under one another.  A mark's shape is wide, and its words are bold. */
static words words_of(odt *o, const ramure_node *cell, bool bold)
{
	const ramure_node *part = cell->first;
	bool is_one = !part || ramure_is_inline(part->type);
	words all = { 0 };

	for (part = is_one ? cell : part; part; part = is_one ? NULL : part->next) {
		ramure_str plain = plain_of(o, part);
		bool mark = begins_with_mark(part), strong = bold || mark;
		double size = letters_of(o, part), shape = mark ? 1.4 * size : 0;
		double whole = odt_text_estimate(plain, size, strong) + shape;

		all.text.widest = fmax(all.text.widest, whole);
		all.text.total += whole;
		all.text.paragraphs++;
		all.least = fmax(all.least, odt_word_estimate(plain, size, strong) + shape);
	}
	return all;
}

odt_need odt_cell_need(odt *o, const ramure_node *cell)
{
	words all = words_of(o, cell, false);

	return (odt_need){ .least = all.least + sides_of(o), .natural = all.text.widest + sides_of(o) };
}

/* ---- a table and its kin ---- */

/* Beyond as many blocks around, a table goes its own way; rows beyond as many are like those before. */
enum { MOST_BLOCKS = 64, MOST_ROWS = 64 };

/* What is asked of the columns. */
typedef struct columns {
	odt *o;
	odt_need *needs;
	size_t count;
	ramure_cell_text *texts; /* of the rows that are looked at */
	size_t rows, most_rows;
} columns;

const ramure_node *odt_row_from(const ramure_node *node)
{
	while (node && node->type != RAMURE_ROW)
		node = node->next;
	return node;
}

static bool same_head(ramure_ctx *ctx, const ramure_node *a, const ramure_node *b)
{
	const ramure_node *mine = odt_row_from(a->first), *other = odt_row_from(b->first);

	if (!a->table->header_rows || a->table->header_rows != b->table->header_rows ||
	    a->table->column_count != b->table->column_count || !mine || !other)
		return false;
	for (mine = mine->first, other = other->first; mine && other; mine = mine->next, other = other->next)
		if (!ramure_same_words(ctx, mine, other))
			return false;
	return !mine && !other;
}

/* `text` is where what the row says is put, or NULL. */
static void measure_row(columns *c, const ramure_node *table, const ramure_node *row, ramure_cell_text *text)
{
	double sides = sides_of(c->o);
	size_t i = 0;

	for (const ramure_node *cell = row->first; cell && i < c->count; cell = cell->next, i++) {
		const ramure_column_info *column = &table->table->columns[i];
		bool bold = row->row->header || row->row->total || column->strong || cell->cell->header;
		words all = words_of(c->o, cell, bold);

		if (text)
			text[i] = all.text;
		c->needs[i].natural = fmax(c->needs[i].natural, all.text.widest + sides);
		c->needs[i].least = fmax(c->needs[i].least, (column->fixed ? all.text.widest : all.least) + sides);
	}
}

static void measure(columns *c, const ramure_node *table)
{
	for (const ramure_node *row = odt_row_from(table->first); row; row = odt_row_from(row->next)) {
		ramure_cell_text *text = c->rows < c->most_rows ? c->texts + c->rows * c->count : NULL;

		measure_row(c, table, row, text);
		c->rows += text != NULL;
	}
}

/* Groups of the rows of one table, each in a section, have the same columns. */
static void measure_kin(columns *c, const ramure_node *table)
{
	const ramure_node *section = table->parent;
	size_t left = MOST_BLOCKS;

	memset(c->needs, 0, c->count * sizeof *c->needs);
	memset(c->texts, 0, c->count * c->most_rows * sizeof *c->texts);
	c->rows = 0;
	if (!section || section->type != RAMURE_SECTION) {
		measure(c, table);
		return;
	}
	for (const ramure_node *n = section->parent->first; n && left; n = n->next, left--)
		for (const ramure_node *other = n->type == RAMURE_SECTION ? n->first : NULL; other && left > 1;
		     other = other->next, left--)
			if (other->type == RAMURE_TABLE && other != table && same_head(c->o->ctx, table, other))
				measure(c, other);
	measure(c, table);
}

static double all_least(const columns *c)
{
	double least = 0;

	for (size_t i = 0; i < c->count; i++)
		least += c->needs[i].least;
	return least;
}

static columns columns_of(odt *o, const ramure_node *table, size_t most_rows)
{
	size_t count = table->table->column_count;

	return (columns){ .o = o,
			  .needs = RAMURE_NEW_ARRAY(o->ctx, odt_need, count + 1),
			  .count = count,
			  .texts = RAMURE_NEW_ARRAY(o->ctx, ramure_cell_text, count * most_rows + 1),
			  .most_rows = most_rows };
}

/* Those of other groups count too. */
static size_t rows_to_look_at(const ramure_node *table)
{
	size_t rows = 0;

	if (table->parent && table->parent->type == RAMURE_SECTION)
		return MOST_ROWS;
	for (const ramure_node *row = odt_row_from(table->first); row && rows < MOST_ROWS;
	     row = odt_row_from(row->next))
		rows++;
	return rows;
}

bool odt_is_crowded(odt *o, const ramure_node *slide)
{
	ramure_walk walk = ramure_walk_from(slide);
	bool landscape = o->landscape, crowded = false;

	o->landscape = false;
	while (!crowded && ramure_walk_next(&walk))
		if (walk.entering && walk.node->type == RAMURE_TABLE) {
			columns c = columns_of(o, walk.node, 0);

			measure(&c, walk.node);
			crowded = all_least(&c) > odt_text_width(o);
			walk.skip = true;
		}
	o->landscape = landscape;
	return crowded;
}

/* ---- widths ---- */

/* Figures alone, with no words to take what is left over, share it. */
static void spread_figures(columns *c, const ramure_node *table, double total)
{
	double rest = total;

	for (size_t i = 0; i < c->count; i++) {
		rest -= c->needs[i].natural;
		if (table->table->columns[i].align != RAMURE_END)
			return;
	}
	for (size_t i = 0; i < c->count && rest > 0; i++)
		c->needs[i].natural += rest / (double)c->count;
}

/* Where words must wrap, width goes where rows lose lines by it. */
static void lower_rows(columns *c, double *widths, double total)
{
	double *least = RAMURE_NEW_ARRAY(c->o->ctx, double, c->count + 1);
	double natural = 0, sides = sides_of(c->o);

	for (size_t i = 0; i < c->count; i++)
		natural += c->needs[i].natural;
	if (natural <= total || all_least(c) >= total)
		return;
	for (size_t i = 0; i < c->count; i++) {
		least[i] = c->needs[i].least - sides;
		widths[i] -= sides;
	}
	ramure_lower_rows(c->texts, c->rows, c->count, least, widths);
	for (size_t i = 0; i < c->count; i++)
		widths[i] += sides;
}

bool odt_columns(odt *o, const ramure_node *table, double *widths)
{
	columns c = columns_of(o, table, rows_to_look_at(table));
	double total = odt_room(o);
	bool dense;

	o->dense = false;
	measure_kin(&c, table);
	dense = o->dense = o->room <= 0 && all_least(&c) > total;
	if (dense)
		measure_kin(&c, table);
	spread_figures(&c, table, total);
	odt_settle_widths(c.needs, widths, c.count, total);
	lower_rows(&c, widths, total);
	o->dense = false;
	return dense;
}
