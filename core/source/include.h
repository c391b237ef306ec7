/* include.h: the files that a booklet includes, each a chapter. */
#ifndef RAMURE_INCLUDE_H
#define RAMURE_INCLUDE_H

#include "core/context.h"
#include "core/source/settings.h"

/* Limits that messages name when they are passed.  A year of a busy collective is some thirty files of 50 KB. */
enum {
	INCLUDE_MOST = 500,                    /* files of one booklet */
	INCLUDE_MOST_BYTES = 16 * 1024 * 1024, /* of all of them together */
	INCLUDE_DEEPEST = 3,                   /* a booklet in a booklet in a booklet */
};

/* A file that was included, for whoever must know which document it belongs to. */
typedef struct included {
	struct included *next;
	uint32_t file;
	ramure_span at; /* of the line that names it */
	int medium;     /* of its block: IN_SLIDES… */
	const settings *settings;
	/* Of its language; the document's own when they are the same; NULL before they are loaded. */
	typography *typography;
} included;

/* The kind `include`, which no plugin gives: its blocks become chapters before any kind speaks. */
extern const ramure_kind include_kind;
bool include_is(ramure_ctx *ctx, const ramure_node *node);

/* Puts chapters in the place of the include blocks of a document, whose settings are in force: each with its texts, its
 * heading, its parts and, where it includes files itself, its own chapters.  The latest embargo becomes the
 * document's. */
void include_chapters(ramure_ctx *ctx, ramure_node *document, uint32_t file);
/* The included file of that number, or NULL. */
const included *include_find(const ramure_ctx *ctx, uint32_t file);

/* Whether the chapter of that file stands in that medium. */
bool include_shows(const ramure_ctx *ctx, uint32_t file, ramure_medium medium);

/* compiled.c: at the end of a booklet, a part with an empty block for each page that its settings want compiled and no
 * author has written. */
void compiled_put(ramure_ctx *ctx, ramure_node *document);

/* include_files.c: what the lines of a block name. */
typedef struct inclusion {
	uint32_t file;
	ramure_span at;
	bool by_pattern; /* one of several that a line names together */
} inclusion;

/* The files that lines (of ramure_string) name, read, in their order; those of a pattern in the order of their bytes.
 * What cannot be read is reported and left out. */
const inclusion *include_files(ramure_ctx *ctx, ramure_list lines, size_t *count);

#endif
