/* reference_text.c: how a template sets its words, for what a report foresees or draws itself: font, size, colour. */
#include "reference.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_PARENTS = 20 };

/* The style above, in the end what all paragraphs begin with; NULL above that. */
static const ref_node *above(const reference *r, const ref_node *style)
{
	const ref_node *parent = ref_find(r, REF_PARAGRAPH, ref_value(style, "style:parent-style-name"));

	if (parent || ref_is(style, "style:default-style"))
		return parent;
	return ref_find(r, REF_DEFAULT, RAMURE_STR("paragraph"));
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
	const ref_node *style = ref_find(r, REF_PARAGRAPH, RAMURE_STR("Heading_20_1"));
	ramure_rgb ink = { 0, 0, 0 };

	for (int i = 0; i < MOST_PARENTS && style; i++, style = above(r, style)) {
		const ref_node *text = ref_child(style, "style:text-properties");

		if (text && read_colour(ref_value(text, "fo:color"), &ink))
			break;
	}
	return ink;
}

/* "85%" as 0.85; -1 for anything else. */
static double read_share(ramure_str value)
{
	int percent = 0;
	size_t i = 0;

	for (; i < value.size && i < 4 && value.data[i] >= '0' && value.data[i] <= '9'; i++)
		percent = percent * 10 + (value.data[i] - '0');
	return i && value.size == i + 1 && value.data[i] == '%' ? percent / 100.0 : -1;
}

double ref_size(const reference *r, const char *name)
{
	const ref_node *style = ref_find(r, REF_PARAGRAPH, (ramure_str){ name, strlen(name) });
	double scale = 1;

	for (int i = 0; i < MOST_PARENTS && style; i++, style = above(r, style)) {
		const ref_node *text = ref_child(style, "style:text-properties");
		ramure_str size = text ? ref_value(text, "fo:font-size") : (ramure_str){ 0 };

		if (ref_length(size) > 0)
			return ref_length(size) * scale;
		if (read_share(size) > 0)
			scale *= read_share(size);
	}
	return 0;
}

/* The first of a list of families: "DejaVu Serif" of "'DejaVu Serif', serif". */
static ramure_str first_family(ramure_str list)
{
	char quote = list.size && (*list.data == '\'' || *list.data == '"') ? *list.data : 0;
	size_t size = 0;

	if (quote) {
		list.data++;
		list.size--;
	}
	while (size < list.size && list.data[size] != (quote ? quote : ','))
		size++;
	return (ramure_str){ list.data, size };
}

ramure_str ref_font(const reference *r)
{
	const ref_node *style = ref_find(r, REF_PARAGRAPH, RAMURE_STR("Text_20_body"));

	for (int i = 0; i < MOST_PARENTS && style; i++, style = above(r, style)) {
		const ref_node *text = ref_child(style, "style:text-properties");
		const ref_node *face = text ? ref_find(r, REF_FONT, ref_value(text, "style:font-name")) : NULL;
		ramure_str families = face   ? ref_value(face, "svg:font-family")
				      : text ? ref_value(text, "fo:font-family")
					     : (ramure_str){ 0 };

		if (families.size)
			return first_family(families);
	}
	return (ramure_str){ 0 };
}
