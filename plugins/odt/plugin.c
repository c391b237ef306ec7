/* plugin.c: the writer `odt`: a document as an OpenDocument text (ODF 1.3) that people can restyle. */
#include "reference.h"

static ramure_status write_odt(ramure_ctx *ctx, const ramure_node *document, ramure_sink *sink)
{
	odt *o = RAMURE_NEW(ctx, odt);
	ramure_str styles;
	xml content;

	*o = (odt){ .ctx = ctx,
		    .leftward = ramure_is_leftward(ramure_lang(ctx)),
		    .options = ramure_options(ctx),
		    .document = document,
		    .out = xml_new(ctx),
		    .automatic = xml_new(ctx),
		    .derived = xml_new(ctx),
		    .lang = ramure_lang(ctx) };
	if (ramure_given(o->options->reference.at)) {
		o->reference = ref_read_template(o);
		if (!o->reference)
			return RAMURE_REJECTED;
	}
	if (o->options->embed_fonts.value)
		odt_fonts_embed(o);
	odt_gather(o);
	content = odt_content(o);
	if (o->reference && !ref_require(o->reference))
		return RAMURE_REJECTED;
	styles = odt_styles(o);
	if (o->reference)
		ref_tell(o->reference);
	return odt_package(o, &content, styles, sink);
}

static const ramure_field options[] = {
	{ .en = "reference",
	  .fr = "modèle",
	  .type = RAMURE_PATH,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(odt_options, reference),
	  .doc = { "an ODT whose styles, page set-up, header and footer the report takes",
		   "un ODT dont le rapport prend les styles, la mise en page, l'en-tête et le pied de page" },
	  .synonyms = "template|référence|gabarit" },
	{ .en = "embed-fonts",
	  .fr = "incorporer-polices",
	  .type = RAMURE_FLAG,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(odt_options, embed_fonts),
	  .doc = { "whether the report's fonts are put into its file",
		   "si les polices du rapport sont mises dans son fichier" },
	  .synonyms = "incorporer-les-polices|polices-incorporées" },
};

static const ramure_writer writers[] = {
	{
		.name = "odt",
		.extension = ".odt",
		.doc = { "a report for LibreOffice and Word", "un rapport pour LibreOffice et Word" },
		.medium = RAMURE_REPORT,
		.write_flow = write_odt,
		.options = RAMURE_ROWS(options),
		.options_size = sizeof(odt_options),
	},
};

static const ramure_notice notices[] = {
	{ "font-not-embedded",
	  { "a font may not be put into the report", "une police ne peut pas être mise dans le rapport" } },
	{ "template-picture",
	  { "a picture of the template is not inside it", "une image du modèle n'est pas dedans" } },
	{ "template-styles",
	  { "styles that the template lacks come from the theme",
	    "des styles qui manquent au modèle viennent du thème" } },
};

static const ramure_plugin odt_plugin = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "odt",
	.version = "0.1",
	.summary = { "reports in OpenDocument", "rapports en OpenDocument" },
	.writers = RAMURE_ROWS(writers),
	.notices = RAMURE_ROWS(notices),
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &odt_plugin;
}
