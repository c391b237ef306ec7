/* dump.c: what the stages of a document leave, as text: for golden tests and for the count of words.
 *
 * usage: dump document-slides|document-report|words-slides|words-report|pages|messages SOURCE
 *
 * Plugins and themes are those of the build tree, in which it is run. */
#include "core/host.h"

#include <stdio.h>
#include <string.h>

static ramure_str messages(ramure_ctx *ctx, ramure_registry *plugins)
{
	ramure_output outputs[2];
	size_t count = 0;
	const ramure_message *all;

	for (size_t i = 0; i < ramure_registry_writers(plugins) && count < 2; i++)
		outputs[count++] = (ramure_output){ .writer = ramure_registry_writer(plugins, i, NULL),
						    .sink = ramure_sink_to_memory(ctx) };
	ramure_convert(ctx, outputs, count);
	all = ramure_messages(ctx, false, &count);
	for (size_t i = 0; i < count; i++)
		fwrite(all[i].shown.data, 1, all[i].shown.size, stdout);
	return RAMURE_STR("");
}

static ramure_str dump(ramure_ctx *ctx, ramure_registry *plugins, const char *what, const char *source)
{
	if (strcmp(what, "document-slides") == 0)
		return ramure_dump_document(ctx, source, RAMURE_SLIDES);
	if (strcmp(what, "document-report") == 0)
		return ramure_dump_document(ctx, source, RAMURE_REPORT);
	if (strcmp(what, "words-slides") == 0)
		return ramure_dump_words(ctx, source, RAMURE_SLIDES);
	if (strcmp(what, "words-report") == 0)
		return ramure_dump_words(ctx, source, RAMURE_REPORT);
	if (strcmp(what, "pages") == 0)
		return ramure_dump_pages(ctx, source);
	return messages(ctx, plugins);
}

int main(int count, char **arguments)
{
	const ramure_search where = { .installed = "build-tree/plugins" };
	ramure_request asked = { .source_date_epoch = -1,
				 .theme_path = "build-tree/themes",
				 .typography_path = "build-tree/typography",
				 .verbose = true };
	ramure_registry *plugins;
	ramure_ctx *ctx;
	ramure_str text;

	if (count != 3)
		return 2;
	asked.source = (ramure_str){ arguments[2], strlen(arguments[2]) };
	plugins = ramure_registry_load(&where);
	ramure_registry_load_all(plugins);
	ctx = ramure_ctx_new(&asked, plugins, NULL, NULL);
	text = dump(ctx, plugins, arguments[1], arguments[2]);
	fwrite(text.data ? text.data : "", 1, text.size, stdout);
	ramure_ctx_free(ctx);
	ramure_registry_free(plugins);
	return 0;
}
