/* twice.c: a plugin with a kind of which two fields have one name. */
#include "nothing.h"

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

static const ramure_kind kinds[] = {
	{ .en = "pair",
	  .fr = "paire",
	  .doc = { "Two of a name", "Deux du même nom" },
	  .fields = RAMURE_ROWS(fields),
	  .data_size = sizeof(struct pair),
	  .build = build_nothing },
};

PLUGIN_OF_KINDS("twice", kinds)
