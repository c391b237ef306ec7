/* reference_tables.c: how tables look in a template: by its first table style. */
#include "reference.h"

static const ref_node *cell_style(const reference *r, ramure_str name)
{
	for (const ref_node *n = r->named->first; n; n = n->next)
		if (n->name && ref_is(n, "style:style") && ref_equals(ref_value(n, "style:family"), "table-cell") &&
		    ramure_str_equal(ref_value(n, "style:name"), name))
			return n;
	return NULL;
}

const ref_node *ref_cell_properties(const reference *r, bool header)
{
	const ref_node *look = ref_child(r->named, "table:table-template");
	const ref_node *row = ref_child(look, header ? "table:first-row" : "table:body");

	return row ? ref_child(cell_style(r, ref_value(row, "table:style-name")), "style:table-cell-properties") : NULL;
}
