/* reference.c: what a report takes of a template, made ready for it. */
#include "reference.h"

#include <string.h>

/* The tree of styles.xml and its parts. */
static bool read_parts(reference *r, ramure_str styles)
{
	ramure_ctx *ctx = r->o->ctx;
	ramure_str name = r->package.name;
	uint32_t part =
		ramure_file_part(ctx, ramure_format(ctx, "%.*s: styles.xml", (int)name.size, name.data), styles);

	r->root = ref_parse(ctx, part, styles);
	if (!r->root)
		return false;
	if (!ref_is(r->root, "office:document-styles")) {
		ramure_error(ctx, r->root->at, "these are no styles of an OpenDocument text");
		return false;
	}
	r->fonts = ref_child(r->root, "office:font-face-decls");
	r->named = ref_child(r->root, "office:styles");
	r->automatic = ref_child(r->root, "office:automatic-styles");
	r->masters = ref_child(r->root, "office:master-styles");
	return true;
}

/* The language is the report's, whatever the template was written in: `lang`, or that of the style above when empty. */
static void set_language(odt *o, ref_node *style, ramure_str lang)
{
	ref_node *text = ref_child(style, "style:text-properties");

	if (!text && !lang.size)
		return;
	if (!text)
		text = ref_add(o->ctx, style, "style:text-properties");
	ref_unset(text, "fo:language");
	ref_unset(text, "fo:country");
	if (o->leftward) {
		ref_unset(text, "style:language-complex");
		ref_unset(text, "style:country-complex");
	}
	if (lang.size) {
		const char *country = odt_country(o->ctx, lang);

		ref_set(o->ctx, text, "fo:language", odt_language(lang));
		ref_set(o->ctx, text, "fo:country", (ramure_str){ country, strlen(country) });
		if (ramure_is_leftward(lang)) {
			ref_set(o->ctx, text, "style:language-complex", odt_language(lang));
			ref_set(o->ctx, text, "style:country-complex", (ramure_str){ country, strlen(country) });
		}
	}
}

/* Headings are numbered by the outline, whose numbers the contents and references say too. */
static void set_outline(reference *r)
{
	for (int level = 1; level <= 6; level++) {
		ref_node *style = ref_find(r, REF_PARAGRAPH, ramure_format(r->o->ctx, "Heading_20_%d", level));

		if (!style)
			continue;
		/* Said, because the style above may say that it has none. */
		ref_set(r->o->ctx, style, "style:list-style-name", RAMURE_STR("Outline"));
		ref_set(r->o->ctx, style, "style:default-outline-level", ramure_format(r->o->ctx, "%d", level));
	}
}

/* Fields show what they showed in the template until a program computes them anew; the title is known. */
static void set_title(reference *r, ref_node *field)
{
	field->first = field->last = NULL;
	ref_add(r->o->ctx, field, NULL)->text =
		ramure_plain_text(r->o->ctx, ramure_meta(r->o->document, RAMURE_META_TITLE));
}

static void make_ready(reference *r)
{
	for (size_t i = 0; i < r->index.count; i++) {
		ref_entry *e = &r->index.entries[i];

		if (e->family == REF_PARAGRAPH)
			set_language(r->o, e->node, (ramure_str){ 0 });
		else if (e->family == REF_DEFAULT && ref_equals(e->name, "paragraph"))
			set_language(r->o, e->node, r->o->lang);
	}
	r->font = ref_font(r);
	set_outline(r);
	for (ref_node *n = r->root; n; n = ref_next(r->root, n)) {
		if (n->name && ref_is(n, "text:title"))
			set_title(r, n);
		else if (n->name && (ref_is(n, "text:outline-style") || ref_is(n, "text:notes-configuration")))
			ref_empty(n); /* numbers are the document's own */
	}
}

bool ref_use_styles(reference *r, ramure_str styles)
{
	if (!read_parts(r, styles) || !ref_settle_names(r) || !ref_measure(r) || !ref_take_files(r))
		return false;
	make_ready(r);
	return true;
}

reference *ref_read_template(odt *o)
{
	reference *r = RAMURE_NEW(o->ctx, reference);
	ramure_str styles;
	bool good;

	*r = (reference){ .o = o };
	if (!ref_open(&r->package, o->ctx, o->options->reference))
		return NULL;
	good = ref_read(&r->package, "styles.xml", REF_LARGEST_PART, &styles) && ref_use_styles(r, styles);
	ref_close(&r->package);
	return good ? r : NULL;
}

bool ref_lacks(reference *r, ref_family family, const char *name, const char *shown)
{
	if (r && ref_find(r, family, (ramure_str){ name, strlen(name) }))
		return false;
	if (r && family == REF_PARAGRAPH)
		r->kept = ramure_format(r->o->ctx, "%.*s%s'%s'", (int)r->kept.size, r->kept.data,
					r->kept.size ? ", " : "", shown ? shown : name);
	return true;
}

bool ref_adopt(reference *r, const char *name, ramure_str lang)
{
	ref_node *style = ref_find(r, REF_PARAGRAPH, (ramure_str){ name, strlen(name) });

	if (style)
		set_language(r->o, style, lang);
	return style != NULL;
}

void ref_tell(reference *r)
{
	if (r->kept.size)
		ramure_info(r->o->ctx, r->named ? r->named->at : r->root->at, "template-styles",
			    "styles that this template lacks, and the theme gives: %.*s", (int)r->kept.size,
			    r->kept.data);
}
