/* twice.c: a plugin with a kind of which two fields have one name. */
#include <ramure.h>

struct pair {
	ramure_span at;
	ramure_text left, right;
};

static const ramure_field fields[] = {
	{ .en = "left",
	  .fr = "gauche",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct pair, left),
	  .doc = { "One half", "Une moitié" } },
	{ .en = "right",
	  .fr = "droite",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct pair, right),
	  .doc = { "The other half", "L'autre moitié" },
	  .synonyms = "other|Gauche" },
};

static void build(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	(void)ctx;
	(void)b;
	(void)data;
}

static const ramure_kind kinds[] = {
	{ .en = "pair",
	  .fr = "paire",
	  .doc = { "Two of a name", "Deux du même nom" },
	  .fields = RAMURE_ROWS(fields),
	  .data_size = sizeof(struct pair),
	  .build = build },
};

static const ramure_plugin twice = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "twice",
	.version = "0",
	.summary = { "A name twice", "Un nom deux fois" },
	.kinds = RAMURE_ROWS(kinds),
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &twice;
}
