/* nothing.h: for plugins that are never to build anything: a kind that does not, and the descriptor around it. */
#ifndef NOTHING_H
#define NOTHING_H

#include <ramure.h>

struct nothing {
	ramure_span at;
};

static inline void build_nothing(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	(void)ctx;
	(void)b;
	(void)data;
}

#define PLUGIN_OF_KINDS(word, rows)                                                                                    \
	static const ramure_plugin plugin = {                                                                          \
		.size = sizeof(ramure_plugin),                                                                         \
		.abi = RAMURE_ABI,                                                                                     \
		.name = word,                                                                                          \
		.version = "0",                                                                                        \
		.summary = { "A name twice", "Un nom deux fois" },                                                     \
		.kinds = RAMURE_ROWS(rows),                                                                            \
	};                                                                                                             \
	const ramure_plugin *ramure_plugin_v1(void)                                                                    \
	{                                                                                                              \
		return &plugin;                                                                                        \
	}

#endif
