/* pipeline.c: the whole way of a document, with the plugins of the build tree (or of RAMURE_FUZZ_PLUGINS). */
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* Plugins are found once a process; a harness has nobody else to give them back to. */
	static ramure_registry *plugins;
	jmp_buf back;
	ramure_ctx *volatile ctx;

	if (!plugins) {
		const char *elsewhere = getenv("RAMURE_FUZZ_PLUGINS");
		const ramure_search where = { .installed = elsewhere ? elsewhere : "build-tree/plugins" };

		plugins = ramure_registry_load(&where);
		ramure_registry_load_all(plugins);
		if (!ramure_registry_writers(plugins))
			abort();
	}
	ctx = fuzz_ctx(plugins, &back);
	if (!setjmp(back)) {
		ramure_output outputs[8];
		size_t count = ramure_registry_writers(plugins);

		count = count < 8 ? count : 8;
		for (size_t i = 0; i < count; i++)
			outputs[i] = (ramure_output){ .writer = ramure_registry_writer(plugins, i, NULL),
						      .sink = ramure_sink_to_memory(ctx) };
		ramure_convert_text(ctx, "fuzz.md", (ramure_str){ (const char *)data, size }, outputs, count);
		ramure_messages(ctx, false, &count);
	}
	ramure_ctx_free(ctx);
	return 0;
}
