/* reference_tables.c: how tables look in a template: by its first table style, or by the colour of its headings. */
#include "reference.h"

#include <stdlib.h>
#include <string.h>

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

/* "#b00020"; false for anything else. */
static bool read_colour(ramure_str value, ramure_rgb *colour)
{
	char digits[7] = "";
	char *end;
	unsigned long rgb;

	if (value.size != 7 || value.data[0] != '#')
		return false;
	memcpy(digits, value.data + 1, 6);
	rgb = strtoul(digits, &end, 16);
	*colour = (ramure_rgb){ (uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb };
	return end == digits + 6;
}

ramure_rgb ref_ink(const reference *r)
{
	enum { MOST_PARENTS = 20 };
	ramure_str name = RAMURE_STR("Heading_20_1");
	ramure_rgb ink = { 0, 0, 0 };

	for (int i = 0; i < MOST_PARENTS && name.size; i++) {
		const ref_node *style = ref_find(r, REF_PARAGRAPH, name);
		const ref_node *text = ref_child(style, "style:text-properties");

		if (!style || (text && read_colour(ref_value(text, "fo:color"), &ink)))
			break;
		name = ref_value(style, "style:parent-style-name");
	}
	return ink;
}
