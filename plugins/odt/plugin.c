/* plugin.c: the writer `odt`: a document as an OpenDocument text (ODF 1.3) that people can restyle. */
#include "odt.h"

static ramure_status write_odt(ramure_ctx *ctx, const ramure_node *document, ramure_sink *sink)
{
	odt *o = RAMURE_NEW(ctx, odt);
	ramure_str content;

	*o = (odt){ .ctx = ctx, .document = document, .out = xml_new(ctx), .automatic = xml_new(ctx) };
	odt_gather(o);
	content = odt_content(o);
	return odt_package(o, content, odt_styles(o), sink);
}

static const ramure_writer writers[] = {
	{
		.name = "odt",
		.extension = ".odt",
		.doc = { "a report for LibreOffice and Word", "un rapport pour LibreOffice et Word" },
		.medium = RAMURE_REPORT,
		.write_flow = write_odt,
	},
};

static const ramure_plugin odt_plugin = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "odt",
	.version = "0.1",
	.summary = { "reports in OpenDocument", "rapports en OpenDocument" },
	.writers = RAMURE_ROWS(writers),
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &odt_plugin;
}
