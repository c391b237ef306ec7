/* reference_wide.c: the header and footer of a template's ordinary pages on landscape ones, whose tab stops stand
 * further apart. */
#include "reference.h"

static ramure_str wide_name(const reference *r, ramure_str name)
{
	return ramure_format(r->o->ctx, "%.*s_paysage", (int)name.size, name.data);
}

/* The tab stops of a paragraph style, its own or those of a style above; NULL when it has none. */
static const ref_node *tab_stops(const reference *r, const ref_node *style)
{
	enum { MOST_PARENTS = 20 };

	for (int i = 0; i < MOST_PARENTS && style; i++) {
		const ref_node *stops = ref_child(ref_child(style, "style:paragraph-properties"), "style:tab-stops");

		if (stops)
			return ref_child(stops, "style:tab-stop") ? stops : NULL;
		style = ref_find(r, REF_PARAGRAPH, ref_value(style, "style:parent-style-name"));
	}
	return NULL;
}

static void add_stops(const reference *r, ref_node *properties, const ref_node *stops)
{
	ramure_ctx *ctx = r->o->ctx;
	ref_node *wide = ref_add(ctx, properties, "style:tab-stops");

	for (const ref_node *stop = ref_child(stops, "style:tab-stop"); stop; stop = stop->next) {
		double position = stop->name ? ref_length(ref_value(stop, "style:position")) : -1;
		ref_node *copy = position < 0 ? NULL : ref_add(ctx, wide, stop->name);

		for (const ref_attr *a = stop->attrs; copy && a; a = a->next)
			ref_set(ctx, copy, a->name, a->value);
		if (copy) /* hundredths are enough, and no locale writes them otherwise */
			ref_set(ctx, copy, "style:position",
				ramure_format(ctx, "%dpt", (int)(position * r->turned_width / r->width + 0.5)));
	}
}

/* The style with tab stops for a landscape page.  An automatic style has no children: its copy has its properties. */
static void add_style(reference *r, const ref_node *style, const ref_node *stops)
{
	ramure_ctx *ctx = r->o->ctx;
	ramure_str name = ref_value(style, "style:name"), wide = wide_name(r, name);
	bool automatic = style->parent == r->automatic;
	ref_node *copy, *properties;

	if (ref_find(r, REF_PARAGRAPH, wide))
		return;
	copy = ref_add(ctx, r->automatic, "style:style");
	for (const ref_attr *a = style->attrs; automatic && a; a = a->next)
		ref_set(ctx, copy, a->name, a->value);
	ref_set(ctx, copy, "style:name", wide);
	ref_set(ctx, copy, "style:family", RAMURE_STR("paragraph"));
	if (!automatic)
		ref_set(ctx, copy, "style:parent-style-name", name);
	properties = ref_add(ctx, copy, "style:paragraph-properties");
	for (const ref_node *n = automatic ? style->first : NULL; n; n = n->next) {
		ref_node *part = ref_is(n, "style:paragraph-properties") ? properties
				 : ref_is(n, "style:text-properties")    ? ref_add(ctx, copy, n->name)
									 : NULL;

		for (const ref_attr *a = part ? n->attrs : NULL; a; a = a->next)
			ref_set(ctx, part, a->name, a->value);
	}
	add_stops(r, properties, stops);
	ref_index_style(r, REF_PARAGRAPH, copy);
}

/* Each paragraph of the ordinary page's bands, in turn; NULL behind the last. */
static ref_node *next_paragraph(const reference *r, ref_node *from)
{
	do
		from = ref_next(r->standard, from);
	while (from && !ref_is(from, "text:p"));
	return from;
}

void ref_widen(reference *r)
{
	for (ref_node *p = next_paragraph(r, r->standard); p; p = next_paragraph(r, p)) {
		const ref_node *style = ref_find(r, REF_PARAGRAPH, ref_value(p, "text:style-name"));
		const ref_node *stops = style ? tab_stops(r, style) : NULL;

		if (stops)
			add_style(r, style, stops);
	}
}

void ref_use_wide(reference *r)
{
	for (ref_node *p = next_paragraph(r, r->standard); p; p = next_paragraph(r, p)) {
		ramure_str wide = wide_name(r, ref_value(p, "text:style-name"));

		if (ref_find(r, REF_PARAGRAPH, wide))
			ref_set(r->o->ctx, p, "text:style-name", wide);
	}
}
