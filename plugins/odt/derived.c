/* derived.c: named styles that differ from one of ours in what its place asks for: its language, that it stays with
 * what follows, that its table is set smaller.  They hold nothing else, so that whoever restyles the one restyles both. */
#include "reference.h"

#include <string.h>

static void put_style(odt *o, const char *style, const char *name)
{
	int lang = (int)o->foreign.size;
	const char *shown =
		ramure_format(o->ctx, "%s%s%s%s%.*s%s", odt_style_shown(style), o->kept ? ", solidaire" : "",
			      o->dense ? ", serré" : "", lang ? " (" : "", lang, o->foreign.data, lang ? ")" : "")
			.data;
	xml *x = &o->derived;

	odt_style_open(x, "paragraph", name, shown, style);
	xml_attr(x, "style:class", "extra");
	if (o->kept || o->dense) {
		xml_open(x, "style:paragraph-properties");
		if (o->kept)
			xml_attr(x, "fo:keep-with-next", "always");
		if (o->dense)
			xml_attr(x, "fo:line-height", "100%");
		xml_close(x);
	}
	if (lang || o->dense) {
		xml_open(x, "style:text-properties");
		if (o->dense)
			xml_attr(x, "fo:font-size", "80%");
		if (lang)
			odt_language_attrs(o->ctx, x, o->foreign);
		xml_close(x);
	}
	xml_close(x);
}

const char *odt_derived_style(odt *o, const char *style)
{
	const char *name;

	if (!o->kept && !o->dense && !o->foreign.size)
		return style;
	name = ramure_format(o->ctx, "%s%s%s%s%.*s", style, o->kept ? "_solidaire" : "", o->dense ? "_serre" : "",
			     o->foreign.size ? "_" : "", (int)o->foreign.size, o->foreign.data)
		       .data;
	/* A report that serves as a template has some already. */
	if (odt_automatic_new(o, name) && (!o->reference || !ref_adopt(o->reference, name, o->foreign)))
		put_style(o, style, name);
	return name;
}
