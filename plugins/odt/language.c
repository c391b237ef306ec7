/* language.c: the language of the document, and that of a chapter in another one. */
#include "odt.h"

#include <string.h>

ramure_str odt_language(ramure_str tag)
{
	size_t size = 0;

	while (size < tag.size && tag.data[size] != '-')
		size++;
	return (ramure_str){ tag.data, size };
}

const char *odt_country(ramure_ctx *ctx, ramure_str tag)
{
	static const struct {
		const char *language, *country;
	} rows[] = { { "fr", "FR" }, { "en", "GB" }, { "de", "DE" }, { "es", "ES" }, { "it", "IT" } };
	ramure_str language = odt_language(tag);

	if (tag.size == language.size + 3) /* "fr-CA" says its own */
		return ramure_format(ctx, "%.2s", tag.data + language.size + 1).data;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (language.size == 2 && memcmp(language.data, rows[i].language, 2) == 0)
			return rows[i].country;
	return "none";
}

void odt_language_attrs(ramure_ctx *ctx, xml *x, ramure_str tag)
{
	const char *country = odt_country(ctx, tag);

	xml_attr_str(x, "fo:language", odt_language(tag));
	xml_attr(x, "fo:country", country);
	if (ramure_is_leftward(tag)) {
		xml_attr_str(x, "style:language-complex", odt_language(tag));
		xml_attr(x, "style:country-complex", country);
	}
}

void odt_speak(odt *o, const ramure_node *node)
{
	ramure_str lang;

	ramure_voice(o->ctx, node);
	lang = ramure_lang(o->ctx);
	o->foreign = ramure_str_equal(lang, o->lang) ? (ramure_str){ 0 } : lang;
}
