/* styles_table.c: the look of tables: rules, tints, rows that stay whole. */
#include "odt.h"

typedef struct cell_row {
	const char *name;
	const char *rule; /* theme key of the rule under the cell */
	ramure_colour colour;
	bool header;
} cell_row;

static const cell_row cells[] = {
	{ "Cellule_En_tete", "report.table.rule-header", RAMURE_PRIMARY, true },
	{ "Cellule", "report.table.rule", RAMURE_HAIRLINE, false },
	{ "Cellule_Derniere", "report.table.rule-last", RAMURE_PRIMARY, false },
};

static void cell_style(odt *o, xml *x, const cell_row *row)
{
	double rule = ramure_theme_number(o->ctx, row->rule);
	double padding = ramure_theme_number(o->ctx, "report.table.padding");
	double side = ramure_theme_number(o->ctx, "report.table.padding-side");
	ramure_rgb c = ramure_theme_colour(o->ctx, row->colour);

	odt_style_open(x, "table-cell", row->name, NULL, NULL);
	xml_open(x, "style:table-cell-properties");
	if (row->header)
		xml_attr_colour(x, "fo:background-color", odt_colour(o, "report.table.header-fill"));
	xml_attr_pt(x, "fo:padding-top", padding);
	xml_attr_pt(x, "fo:padding-bottom", padding);
	xml_attr_pt(x, "fo:padding-left", side);
	xml_attr_pt(x, "fo:padding-right", side);
	xml_attr(x, "fo:border-top", "none");
	xml_attr(x, "fo:border-left", "none");
	xml_attr(x, "fo:border-right", "none");
	xml_attr_format(x, "fo:border-bottom", "%.2fpt solid #%02x%02x%02x", rule, c.r, c.g, c.b);
	xml_close(x);
	xml_close(x);
}

void odt_table_styles(odt *o, xml *x)
{
	odt_table_style(x, "Tableau", NULL, false);
	odt_table_style(x, "Tableau_entier", NULL, true);
	odt_style_open(x, "table-row", "Ligne", NULL, NULL);
	xml_open(x, "style:table-row-properties");
	xml_attr(x, "fo:keep-together", "always");
	xml_close(x);
	xml_close(x);
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		cell_style(o, x, &cells[i]);
}
