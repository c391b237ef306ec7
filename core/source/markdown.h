/* markdown.h: what the files that read Markdown share. */
#ifndef RAMURE_MARKDOWN_H
#define RAMURE_MARKDOWN_H

#include "core/base/buf.h"
#include "core/source/source.h"

/* Limits that messages name when they are passed (markdown_guard.c). */
enum {
	MARKDOWN_DEEPEST = 50,       /* lists and quotes in one another; the parser itself stops at 100 */
	MARKDOWN_SIGNS = 20000,      /* signs of markup in one paragraph */
	MARKDOWN_COLUMNS = 256,      /* of one table */
	MARKDOWN_CELLS = 400 * 1000, /* of one table */
};

/* Counts what would make the parser slow or large.  False after reporting the first place that passes a limit. */
bool markdown_guard(ramure_ctx *ctx, const source_text *text);

typedef struct cmark_node cmark_node;

/* Parses and lets `use` read the parser's tree, which is gone afterwards.  `text` is `size` bytes.  False when the
 * parser needed more memory than any text deserves: `use` was then left in its midst, or never called; what it had
 * made so far in the context's own memory is sound. */
typedef void markdown_use(void *closure, cmark_node *root);
bool markdown_parse(const char *text, size_t size, markdown_use *use, void *closure);

/* `{#name .wide hidden width=50%}` after a heading or an image. */
typedef struct attributes {
	ramure_str name;
	ramure_span name_at;
	bool hidden;
	bool wide;
	bool decorative;
	double width_share; /* 0 when not given */
} attributes;

/* Whether the first word behind a brace, which may be closed or not, is known. */
bool attributes_begin(ramure_ctx *ctx, ramure_str inside);
/* Reads `size` bytes at `offset` of a piece, braces included.  False when they are ordinary text; a slip in what is
 * clearly meant for us is reported. */
bool attributes_read(ramure_ctx *ctx, const source_text *piece, size_t offset, size_t size, attributes *out);

/* A heading as markdown_blocks() leaves it, before structure_make() takes it: what its attributes said. */
typedef struct flat_heading {
	ramure_heading_info info;
	bool hidden;
	bool wide;
} flat_heading;

static inline const flat_heading *flat_heading_of(const ramure_node *heading)
{
	return (const flat_heading *)heading->heading;
}

/* Whether a fence's word is a language of code: its block is then shown as it stands. */
bool code_language(ramure_ctx *ctx, ramure_str word);
const char *const *code_languages(size_t *count);

/* Finds and loads the file of an IMAGE; reports why it cannot. */
void image_read(ramure_ctx *ctx, ramure_node *image, ramure_str name);

/* Where the byte `at` of a run stands, for as long as its line ends are those of the source. */
ramure_span run_place(const ramure_node *run, size_t at, size_t size);

/* Whether a sign behind a backslash means something to typography, which then leaves it alone. */
bool as_typed_sign(char c);
/* `[words]{.tel-quel}` among the children of a node: its texts are kept as typed, the marks around it go. */
void as_typed_spans(ramure_ctx *ctx, ramure_node *parent);

/* Captions, source lines, signatures, images that stand alone: what the order of blocks below `root` means.  Line ends
 * within texts, kept until now, become spaces. */
void markdown_finish(ramure_ctx *ctx, ramure_node *root);

#endif
