/* tables.c: tables with their captions, header rows and columns as wide as their words want. */
#include "odt.h"

#include <math.h>

static double key(odt *o, const char *name)
{
	return ramure_theme_number(o->ctx, name);
}

static void write_column_styles(odt *o, const double *widths, size_t count, double total)
{
	xml *x = &o->automatic;

	for (size_t i = 0; i < count; i++) {
		odt_style_open(x, "table-column", ramure_format(o->ctx, "Tableau_%zu.%zu", o->tables, i + 1).data, NULL,
			       NULL);
		xml_open(x, "style:table-column-properties");
		xml_attr_pt(x, "style:column-width", widths[i]);
		xml_attr_format(x, "style:rel-column-width", "%ld*", (long)(65535 * widths[i] / total));
		xml_close(x);
		xml_close(x);
	}
}

static const char *cell_paragraph(const ramure_column_info *column, const ramure_node *row, const ramure_node *cell)
{
	bool end = column->align == RAMURE_END, centre = column->align == RAMURE_CENTRE;

	if (row->row->header)
		return end ? "En_tete_droite" : centre ? "En_tete_centre" : "Table_20_Heading";
	if (row->row->total || column->strong || cell->cell->header)
		return end ? "Cellule_forte_droite" : "Cellule_forte";
	return end ? "Cellule_droite" : centre ? "Cellule_centree" : "Table_20_Contents";
}

static void cell_begin(odt *o, const ramure_node *row)
{
	bool last = !row->next || row->next->type != RAMURE_ROW;
	const char *style = row->row->header          ? "Cellule_En_tete"
			    : row->row->total || last ? "Cellule_Derniere"
						      : "Cellule";

	xml_open(&o->out, "table:table-cell");
	xml_attr_format(&o->out, "table:style-name", "%s%s", style, o->dense ? "_serree" : "");
	xml_attr(&o->out, "office:value-type", "string");
}

static void write_cell(odt *o, const ramure_column_info *column, const ramure_node *row, const ramure_node *cell)
{
	const char *paragraph = cell_paragraph(column, row, cell);
	int depth = o->list_depth;
	bool any = false;

	odt_target_begin(o, cell);
	o->list_depth = 0;
	cell_begin(o, row);
	for (const ramure_node *n = cell->first; n; n = n->next, any = true) {
		if (n->type == RAMURE_PARAGRAPH)
			odt_paragraph(o, n->paragraph->quiet ? "Cellule_detail" : paragraph, n);
		else if (ramure_is_inline(n->type)) {
			odt_paragraph(o, paragraph, cell);
			any = true;
			break;
		} else {
			odt_block(o, n);
		}
	}
	if (!any) {
		odt_paragraph_begin(o, paragraph);
		xml_close(&o->out);
	}
	xml_close(&o->out);
	o->list_depth = depth;
}

/* As many cells as columns, whatever the row has: readers lose what is crooked. */
static void write_row(odt *o, const ramure_node *table, const ramure_node *row, const double *widths)
{
	const ramure_node *cell = row->first;

	odt_target_begin(o, row);
	xml_open(&o->out, "table:table-row");
	xml_attr(&o->out, "table:style-name", "Ligne");
	for (size_t i = 0; i < table->table->column_count; i++) {
		o->room = widths[i] - 2 * odt_cell_padding(o);
		if (cell) {
			write_cell(o, &table->table->columns[i], row, cell);
			cell = cell->next;
		} else {
			cell_begin(o, row);
			xml_empty(&o->out, "text:p");
			xml_close(&o->out);
		}
	}
	xml_close(&o->out);
}

static const char *caption_word(odt *o, bool of_table)
{
	static const ramure_word names[] = { { "Figure", "Figure" }, { "Table", "Tableau" } };

	return ramure_say(o->ctx, names[of_table]);
}

/* "Tableau 3." with a number that counts anew when a caption is added. */
static void put_number(odt *o, int number, bool of_table)
{
	const char *sequence = of_table ? "Tableau" : "Figure";
	xml *x = &o->out;

	xml_open(x, "text:span");
	xml_attr(x, "text:style-name", "Strong_20_Emphasis");
	xml_words(x, caption_word(o, of_table));
	xml_words(x, "\u00A0");
	xml_open(x, "text:sequence");
	xml_attr_format(x, "text:ref-name", "%s_%d", sequence, number);
	xml_attr(x, "text:name", sequence);
	xml_attr_format(x, "text:formula", "ooow:%s+1", sequence);
	xml_attr(x, "style:num-format", "1");
	xml_words(x, ramure_format(o->ctx, "%d", number).data);
	xml_close(x);
	xml_words(x, ".");
	xml_close(x);
	xml_words(x, " ");
}

static const char *remember(odt *o, const ramure_node *caption, bool of_table)
{
	const char *bookmark =
		ramure_format(o->ctx, "_%s_%d", of_table ? "Tableau" : "Figure", caption->caption->number).data;

	o->captions = ramure_extend_array(o->ctx, o->captions, o->caption_count, sizeof *o->captions);
	o->captions[o->caption_count++] = (odt_caption){ caption, caption_word(o, of_table), of_table, bookmark };
	return bookmark;
}

void odt_caption_put(odt *o, const ramure_node *caption, bool of_table)
{
	const char *bookmark = caption->caption->number ? remember(o, caption, of_table) : NULL;
	xml *x = &o->out;

	odt_paragraph_begin(o, of_table ? "Table" : "Illustration");
	if (!bookmark) { /* a caption that nothing counts */
		odt_display_inlines(o, caption);
		xml_close(x);
		return;
	}
	xml_open(x, "text:bookmark-start");
	xml_attr(x, "text:name", bookmark);
	xml_close(x);
	put_number(o, caption->caption->number, of_table);
	odt_display_inlines(o, caption);
	xml_open(x, "text:bookmark-end");
	xml_attr(x, "text:name", bookmark);
	xml_close(x);
	xml_close(x);
}

/* Whether a row stays with what comes next: no page has one row alone, or what may not be parted from the last. */
static bool row_keeps(const odt *o, const ramure_node *table, const ramure_node *row, bool first)
{
	const ramure_node *next = odt_row_from(row->next);

	if (!next)
		return ramure_child(table, RAMURE_SOURCE) || odt_keeps(o, table);
	return first || !odt_row_from(next->next);
}

static void write_rows(odt *o, const ramure_node *table, const double *widths)
{
	size_t header = table->table->header_rows;
	const ramure_node *row = odt_row_from(table->first);
	bool first = true;

	if (header && row) {
		xml_open(&o->out, "table:table-header-rows");
		for (; row && header; row = row->next, header--)
			write_row(o, table, row, widths);
		xml_close(&o->out);
	}
	for (; row; row = odt_row_from(row->next), first = false) {
		o->kept = row_keeps(o, table, row, first);
		write_row(o, table, row, widths);
	}
}

/* A table that begins a page of the other orientation has no paragraph before it to turn the page. */
static const char *table_style(odt *o, bool whole)
{
	const char *master = o->turn;
	const char *name = whole ? "Tableau_entier" : "Tableau";

	if (master) {
		o->turn = NULL;
		name = ramure_format(o->ctx, "%s_%s", master, name).data;
		if (odt_automatic_new(o, name))
			odt_table_style(&o->automatic, name, master, whole);
	}
	return name;
}

/* The lines of a cell's longest paragraph, and one for each other. */
static double lines_of(odt *o, const ramure_node *cell, double width)
{
	double lines = ceil(odt_cell_need(o, cell).natural / width);

	for (const ramure_node *n = cell->first; n && n->next; n = n->next)
		lines += !ramure_is_inline(n->type);
	return lines;
}

/* A table that takes less than a third of a page is read at one glance: its rows and its source stay together. */
static bool is_short(odt *o, const ramure_node *table, const double *widths, size_t count)
{
	double room = key(o, "report.page.height") / 4;

	for (const ramure_node *row = table->first; row && room > 0; row = row->next) {
		const ramure_node *cell = row->type == RAMURE_ROW ? row->first : NULL;
		double lines = cell != NULL;

		for (size_t i = 0; cell && i < count; cell = cell->next, i++)
			lines = fmax(lines, lines_of(o, cell, widths[i]));
		room -= lines * key(o, "report.table.leading") + (lines > 0) * 2 * key(o, "report.table.padding");
	}
	return room > 0;
}

static void write_columns(odt *o, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		xml_open(&o->out, "table:table-column");
		xml_attr_format(&o->out, "table:style-name", "Tableau_%zu.%zu", o->tables, i + 1);
		xml_close(&o->out);
	}
}

void odt_table(odt *o, const ramure_node *table)
{
	const ramure_node *caption = ramure_child(table, RAMURE_CAPTION), *source = ramure_child(table, RAMURE_SOURCE);
	size_t count = table->table->column_count;
	double *widths = RAMURE_NEW_ARRAY(o->ctx, double, count + 1);
	double room = o->room;
	bool dense;
	xml *x = &o->out;

	if (!count)
		return;
	o->tables++;
	dense = odt_columns(o, table, widths);
	o->any_dense |= dense;
	write_column_styles(o, widths, count, odt_room(o));
	if (caption)
		odt_caption_put(o, caption, true);
	o->dense = dense;
	xml_open(x, "table:table");
	xml_attr_format(x, "table:name", "Tableau_%zu", o->tables);
	xml_attr(x, "table:style-name", table_style(o, o->room <= 0 && is_short(o, table, widths, count)));
	write_columns(o, count);
	write_rows(o, table, widths);
	xml_close(x);
	o->room = room;
	o->dense = false;
	odt_paragraph_of(o, source ? "Source" : "Apres_tableau", table);
	odt_display_inlines(o, source);
	xml_close(x);
}
