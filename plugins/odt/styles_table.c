/* styles_table.c: the look of tables: rules, tints, rows that stay whole. */
#include "reference.h"

#include <string.h>

typedef struct cell_row {
	const char *name;
	const char *rule; /* theme key of the rule under the cell */
	bool header;
	bool strong; /* the rule is */
} cell_row;

static const cell_row cells[] = {
	{ "Cellule_En_tete", "report.table.rule-header", true, true },
	{ "Cellule", "report.table.rule", false, false },
	{ "Cellule_Derniere", "report.table.rule-last", false, true },
};

/* A share of a colour on white paper. */
static ramure_rgb tint(ramure_rgb c, double share)
{
	return (ramure_rgb){ (uint8_t)(255 - share * (255 - c.r)), (uint8_t)(255 - share * (255 - c.g)),
			     (uint8_t)(255 - share * (255 - c.b)) };
}

static ramure_rgb rule_colour(odt *o, const cell_row *row)
{
	if (row->strong)
		return odt_primary(o);
	return o->reference ? tint(odt_primary(o), 0.25) : ramure_theme_colour(o->ctx, RAMURE_HAIRLINE);
}

static void own_look(odt *o, xml *x, const cell_row *row)
{
	double rule = ramure_theme_number(o->ctx, row->rule);
	ramure_rgb c = rule_colour(o, row);

	if (row->header)
		xml_attr_colour(x, "fo:background-color",
				o->reference ? tint(odt_primary(o), 0.1) : odt_colour(o, "report.table.header-fill"));
	xml_attr(x, "fo:border-top", "none");
	xml_attr(x, "fo:border-left", "none");
	xml_attr(x, "fo:border-right", "none");
	xml_attr_format(x, "fo:border-bottom", "%.2fpt solid #%02x%02x%02x", rule, c.r, c.g, c.b);
}

static void paddings(odt *o, xml *x, bool dense)
{
	double padding = ramure_theme_number(o->ctx, "report.table.padding");
	double side = dense ? ODT_DENSE_PADDING : ramure_theme_number(o->ctx, "report.table.padding-side");

	xml_attr_pt(x, "fo:padding-top", padding);
	xml_attr_pt(x, "fo:padding-bottom", padding);
	xml_attr_pt(x, "fo:padding-left", side);
	xml_attr_pt(x, "fo:padding-right", side);
}

static void cell_style(odt *o, xml *x, const cell_row *row, bool dense)
{
	const ref_node *given = o->reference ? ref_cell_properties(o->reference, row->header) : NULL;
	bool padded = false;

	odt_style_open(x, "table-cell", ramure_format(o->ctx, "%s%s", row->name, dense ? "_serree" : "").data, NULL,
		       NULL);
	xml_open(x, "style:table-cell-properties");
	for (const ref_attr *a = given ? given->attrs : NULL; a; a = a->next) {
		bool padding = strncmp(a->name, "fo:padding", 10) == 0;

		padded |= padding;
		if (!dense || !padding)
			xml_attr_str(x, a->name, a->value);
	}
	if (!given)
		own_look(o, x, row);
	if (!padded || dense)
		paddings(o, x, dense);
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
		cell_style(o, x, &cells[i], false);
	for (size_t i = 0; i < sizeof cells / sizeof *cells && o->any_dense; i++)
		cell_style(o, x, &cells[i], true);
}
