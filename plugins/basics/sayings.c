/* sayings.c: the kinds that are one text, said as it stands: key message, speaker notes, contents, closing. */
#include "basics.h"

const ramure_field key_fields[1] = {
	{ .en = "text",
	  .fr = "texte",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN | RAMURE_WHOLE_BODY,
	  .offset = offsetof(struct saying, text),
	  .doc = { "the sentence that ends the slide", "la phrase qui conclut la diapositive" } },
};

const ramure_field notes_fields[1] = {
	{ .en = "text",
	  .fr = "texte",
	  .type = RAMURE_MARKDOWN,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN | RAMURE_WHOLE_BODY,
	  .offset = offsetof(struct saying, text),
	  .doc = { "what the speaker says beside the slide", "ce que l'orateur dit à côté de la diapositive" } },
};

const ramure_field contents_fields[1] = {
	{ .en = "depth",
	  .fr = "profondeur",
	  .type = RAMURE_INTEGER,
	  .flags = RAMURE_MAIN | RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct contents, depth),
	  .doc = { "1 for the parts alone, 2 with their slides, 3 with what those hold",
		   "1 pour les parties seules, 2 avec leurs diapositives, 3 avec ce qu'elles contiennent" },
	  .min = 1,
	  .max = 3,
	  .initial = "1" },
};

const ramure_field closing_fields[2] = {
	{ .en = "title",
	  .fr = "titre",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN,
	  .offset = offsetof(struct closing, title),
	  .doc = { "the last words, in large type", "le mot de la fin, en grand" } },
	{ .en = "text",
	  .fr = "texte",
	  .type = RAMURE_MARKDOWN,
	  .offset = offsetof(struct closing, text),
	  .doc = { "a sentence or two under them", "une phrase ou deux au-dessous" } },
};

void build_key(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	const struct saying *key = data;

	(void)ctx;
	ramure_begin(b, RAMURE_KEY, key->at);
	ramure_put(b, key->text);
	ramure_end(b);
}

void build_notes(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	const struct saying *notes = data;

	(void)ctx;
	ramure_begin(b, RAMURE_NOTES, notes->at);
	ramure_put_blocks(b, notes->text);
	ramure_end(b);
}

void build_contents(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	const struct contents *contents = data;

	(void)ctx;
	ramure_begin(b, RAMURE_CONTENTS, contents->at)->contents->depth = (int)contents->depth.value;
	ramure_end(b);
}

void build_closing(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	const struct closing *closing = data;

	(void)ctx;
	ramure_begin(b, RAMURE_CLOSING, closing->at);
	ramure_begin(b, RAMURE_HEADING, closing->at);
	ramure_put(b, closing->title);
	ramure_end(b);
	ramure_put_blocks(b, closing->text);
	ramure_end(b);
}
