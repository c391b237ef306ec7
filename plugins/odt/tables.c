/* tables.c: tables with their captions, header rows and columns as wide as their words want. */
#include "odt.h"

#include <string.h>

/* Widths are estimated from characters: the reader's program sets the text, not we.  Points at 10 pt Lato. */
static const double glyph_width = 5.3, bold_glyph_width = 5.8, cell_padding = 14;

typedef struct column_need {
	double least;   /* its longest word */
	double natural; /* its longest cell on one line */
} column_need;

static size_t length_of(ramure_str s)
{
	size_t length = 0;

	for (size_t i = 0; i < s.size; i++)
		length += ((unsigned char)s.data[i] & 0xC0) != 0x80;
	return length;
}

static size_t longest_word(ramure_str s)
{
	size_t longest = 0, length = 0;

	for (size_t i = 0; i < s.size; i++) {
		if (s.data[i] == ' ' || s.data[i] == '-')
			length = 0;
		else if (((unsigned char)s.data[i] & 0xC0) != 0x80)
			length++;
		if (length > longest)
			longest = length;
	}
	return longest;
}

/* What a mark's shape and the space behind it take, before words that are bold. */
static const double mark_width = 14;

static bool holds_mark(const ramure_node *cell)
{
	const ramure_node *first = cell->first;

	if (first && first->type == RAMURE_PARAGRAPH)
		first = first->first;
	return first && first->type == RAMURE_STATUS_MARK;
}

static void measure(odt *o, const ramure_node *table, column_need *needs, size_t count)
{
	for (const ramure_node *row = table->first; row; row = row->next) {
		size_t i = 0;

		if (row->type != RAMURE_ROW)
			continue;
		for (const ramure_node *cell = row->first; cell && i < count; cell = cell->next, i++) {
			const ramure_column_info *column = &table->table->columns[i];
			ramure_str words = ramure_plain_text(o->ctx, cell);
			bool mark = holds_mark(cell);
			double glyph = row->row->header || column->strong || cell->cell->header || mark
					       ? bold_glyph_width
					       : glyph_width;
			double padding = cell_padding + (mark ? mark_width : 0);
			double natural = (double)(length_of(words) + 1) * glyph + padding;
			double least = column->fixed ? natural : (double)(longest_word(words) + 1) * glyph + padding;

			if (natural > needs[i].natural)
				needs[i].natural = natural;
			if (least > needs[i].least)
				needs[i].least = least;
		}
	}
}

/* Natural widths when they fit, the rest going to the widest column; else what each column cannot do without, and the
 * rest shared after what each still wants. */
static void settle_widths(const column_need *needs, double *widths, size_t count, double total)
{
	double natural = 0, least = 0;
	size_t widest = 0;

	for (size_t i = 0; i < count; i++) {
		natural += needs[i].natural;
		least += needs[i].least;
		if (needs[i].natural > needs[widest].natural)
			widest = i;
	}
	for (size_t i = 0; i < count; i++) {
		if (natural <= total)
			widths[i] = needs[i].natural + (i == widest ? total - natural : 0);
		else if (least >= total)
			widths[i] = needs[i].least * total / least;
		else
			widths[i] = needs[i].least +
				    (total - least) * (needs[i].natural - needs[i].least) / (natural - least);
	}
}

static void write_column_styles(odt *o, const double *widths, size_t count, double total)
{
	xml *x = &o->automatic;

	for (size_t i = 0; i < count; i++) {
		xml_open(x, "style:style");
		xml_attr_format(x, "style:name", "Tableau_%zu.%zu", o->tables, i + 1);
		xml_attr(x, "style:family", "table-column");
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

static void write_cell(odt *o, const ramure_node *table, const ramure_node *row, const ramure_node *cell, size_t column,
		       bool last_row)
{
	const char *paragraph = cell_paragraph(&table->table->columns[column], row, cell);
	xml *x = &o->body;
	bool any = false;

	xml_open(x, "table:table-cell");
	xml_attr(x, "table:style-name",
		 row->row->header              ? "Cellule_En_tete"
		 : row->row->total || last_row ? "Cellule_Derniere"
					       : "Cellule");
	xml_attr(x, "office:value-type", "string");
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
		xml_open(x, "text:p");
		xml_attr(x, "text:style-name", paragraph);
		xml_close(x);
	}
	xml_close(x);
}

static void write_row(odt *o, const ramure_node *table, const ramure_node *row)
{
	size_t i = 0;

	xml_open(&o->body, "table:table-row");
	xml_attr(&o->body, "table:style-name", "Ligne");
	for (const ramure_node *cell = row->first; cell && i < table->table->column_count; cell = cell->next, i++)
		write_cell(o, table, row, cell, i, !row->next || row->next->type != RAMURE_ROW);
	xml_close(&o->body);
}

void odt_caption(odt *o, const ramure_node *caption, bool of_table)
{
	static const ramure_word names[] = { { "Figure", "Figure" }, { "Table", "Tableau" } };
	const char *sequence = of_table ? "Tableau" : "Figure";
	xml *x = &o->body;

	xml_open(x, "text:p");
	xml_attr(x, "text:style-name", of_table ? "Table" : "Illustration");
	odt_bookmark(o, caption->parent);
	xml_open(x, "text:span");
	xml_attr(x, "text:style-name", "Strong_20_Emphasis");
	xml_words(x, ramure_say(o->ctx, names[of_table]));
	xml_words(x, "\xC2\xA0");
	xml_open(x, "text:sequence");
	xml_attr_format(x, "text:ref-name", "%s_%d", sequence, caption->caption->number);
	xml_attr(x, "text:name", sequence);
	xml_attr_format(x, "text:formula", "ooow:%s+1", sequence);
	xml_attr(x, "style:num-format", "1");
	xml_words(x, ramure_format(o->ctx, "%d", caption->caption->number).data);
	xml_close(x);
	xml_words(x, ".");
	xml_close(x);
	xml_words(x, " ");
	odt_inlines(o, x, caption);
	xml_close(x);
}

static void write_rows(odt *o, const ramure_node *table)
{
	size_t header = table->table->header_rows;
	const ramure_node *row = table->first;

	while (row && row->type != RAMURE_ROW)
		row = row->next;
	if (header && row) {
		xml_open(&o->body, "table:table-header-rows");
		for (; row && header; row = row->next, header--)
			write_row(o, table, row);
		xml_close(&o->body);
	}
	for (; row; row = row->next)
		if (row->type == RAMURE_ROW)
			write_row(o, table, row);
}

void odt_table(odt *o, const ramure_node *table)
{
	const ramure_node *caption = ramure_child(table, RAMURE_CAPTION), *source = ramure_child(table, RAMURE_SOURCE);
	size_t count = table->table->column_count;
	column_need *needs = RAMURE_NEW_ARRAY(o->ctx, column_need, count);
	double *widths = RAMURE_NEW_ARRAY(o->ctx, double, count);
	double total = odt_text_width(o);
	xml *x = &o->body;

	if (!count)
		return;
	o->tables++;
	measure(o, table, needs, count);
	settle_widths(needs, widths, count, total);
	write_column_styles(o, widths, count, total);
	if (caption)
		odt_caption(o, caption, true);
	xml_open(x, "table:table");
	xml_attr_format(x, "table:name", "Tableau_%zu", o->tables);
	xml_attr(x, "table:style-name", "Tableau");
	for (size_t i = 0; i < count; i++) {
		xml_open(x, "table:table-column");
		xml_attr_format(x, "table:style-name", "Tableau_%zu.%zu", o->tables, i + 1);
		xml_close(x);
	}
	write_rows(o, table);
	xml_close(x);
	xml_open(x, "text:p");
	xml_attr(x, "text:style-name", source ? "Source" : "Apres_tableau");
	odt_inlines(o, x, source);
	xml_close(x);
}
