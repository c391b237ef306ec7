/* source.h: from a file to a tree of what it says, before any kind has spoken. */
#ifndef RAMURE_SOURCE_H
#define RAMURE_SOURCE_H

#include "core/source/data.h"

/* The values of a block's field `medium`. */
enum { IN_BOTH, IN_SLIDES, IN_REPORT };

/* A fenced block with a kind's name.  The data are checked once; the kind builds once for each medium. */
struct ramure_block_info {
	ramure_string word; /* the fence's first word */
	source_text body;
	const ramure_kind *kind;
	void *data; /* the kind's struct, filled; NULL after errors */
	/* fields that every kind takes */
	ramure_text title, caption, source, note;
	ramure_string id;
	ramure_choice medium; /* IN_BOTH when absent */
};

/* Whether what stands in one of these stands in that medium. */
static inline bool shown_in(int where, ramure_medium medium)
{
	return where == IN_BOTH || (where == IN_SLIDES) == (medium == RAMURE_SLIDES);
}

/* Divides a file into front matter, without its `---` lines, and body.  False after reporting that the front matter has
 * no end. */
bool source_split(ramure_ctx *ctx, uint32_t file, source_text *front, source_text *body);

/* Markdown to nodes.  Blocks answers a RAMURE_BLOCKS node whose HEADINGs still stand flat (heading->level as typed),
 * and whose fenced data are BLOCKs without kind yet; inline answers a RAMURE_PHRASE.  Attributes ({#name}, {hidden},
 * {.wide}, {width=50%}) are read here; captions, source lines and signatures too.  Never NULL. */
ramure_node *markdown_blocks(ramure_ctx *ctx, const source_text *text);
ramure_node *markdown_inline(ramure_ctx *ctx, const source_text *text);

/* A file's front matter into ctx->settings, its body as parts and slides whose blocks no kind has seen; NULL when the
 * front matter has no end. */
ramure_node *source_outline(ramure_ctx *ctx, uint32_t file);
void source_warn_when_empty(ramure_ctx *ctx, const ramure_node *document, uint32_t file);
/* Reads a source: front matter into ctx->settings, then its body; finds the kind of each block and checks its data.
 * The tree's root is a RAMURE_DOCUMENT with META, PART, SLIDE and SECTION in their place and BLOCKs where kinds will
 * speak.  NULL only when the file cannot be read. */
ramure_node *source_read(ramure_ctx *ctx, ramure_str path);
/* The same of a file that was read already (files_read, files_add): standard input, a test. */
ramure_node *source_parse(ramure_ctx *ctx, uint32_t file);

/* For every BLOCK below: kind, data, common fields.  Reports unknown words with the nearest names. */
void blocks_check(ramure_ctx *ctx, ramure_node *root);
/* Fills `data` and the common fields from `body`, by the fields of `kind`.  False, and `data` NULL, after reporting
 * what does not fit. */
bool block_fill(ramure_ctx *ctx, ramure_block_info *block);
/* The table of the fields that every kind takes, for `ramure kinds`. */
ramure_rows blocks_common_fields(void);

#endif
