/* clash.c: a plugin that gives a kind which the bundled plugins give already. */
#include "nothing.h"

static const ramure_kind kinds[] = {
	{ .en = "closing",
	  .fr = "clôture",
	  .doc = { "Not the one", "Pas le bon" },
	  .data_size = sizeof(struct nothing),
	  .build = build_nothing },
};

PLUGIN_OF_KINDS("clash", kinds)
