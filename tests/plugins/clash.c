/* clash.c: a plugin that gives a kind which the bundled plugins give already. */
#include <ramure.h>

struct nothing {
	ramure_span at;
};

static void build(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	(void)ctx;
	(void)b;
	(void)data;
}

static const ramure_kind kinds[] = {
	{ .en = "closing",
	  .fr = "clôture",
	  .doc = { "Not the one", "Pas le bon" },
	  .data_size = sizeof(struct nothing),
	  .build = build },
};

static const ramure_plugin clash = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "clash",
	.version = "0",
	.summary = { "A name twice", "Un nom deux fois" },
	.kinds = RAMURE_ROWS(kinds),
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &clash;
}
