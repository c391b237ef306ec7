/* context.h: one conversion: its memory, its messages, its settings, and what each stage leaves to the next. */
#ifndef RAMURE_CONTEXT_H
#define RAMURE_CONTEXT_H

#include "core/base/arena.h"
#include "core/base/diag.h"
#include "core/base/files.h"
#include "core/host.h"

#include <stdarg.h>

typedef struct registry registry;               /* plugin/registry.h */
typedef struct settings settings;               /* source/settings.h */
typedef struct theme theme;                     /* theme/theme.h */
typedef struct font_set font_set;               /* theme/fonts.h */
typedef struct typography typography;           /* typography/typography.h */
typedef struct field_names field_names;         /* source/fields_fill.h */
typedef struct option_table option_table;       /* source/writer_options.h */
typedef struct fact_list fact_list;             /* document/facts.h */
typedef struct note_list note_list;             /* source/footnotes.h */
typedef struct image_cache image_cache;         /* image/image.h */
typedef struct flow_memory flow_memory;         /* layout/flow.h */
typedef struct paragraph_cache paragraph_cache; /* layout/paragraph_parts.h */
typedef struct word_cache word_cache;           /* layout/words.h */

typedef ramure_request request;

struct ramure_ctx {
	arena *arena;
	diagnostics diagnostics;
	request request;
	registry *registry; /* writers that nobody asked for may still wait in it */
	struct {
		source_file *items;
		size_t count;
	} files;
	ramure_str root; /* absolute path of the folder that no path may leave */
	settings *settings;
	ramure_date date; /* the document's, after --date and SOURCE_DATE_EPOCH; in a chapter, the chapter's */
	ramure_str lang;
	const ramure_node *chapter; /* that speaks (document/voice.h), NULL outside chapters */
	bool unreported;            /* facts that are told now are those of a block for slides only */
	struct {
		ramure_date date;
		ramure_str lang;           /* empty when the document has no chapters */
		struct included *included; /* source/include.h */
	} booklet;
	const theme *theme;
	font_set *fonts;
	typography *typography;
	fact_list *facts;
	note_list *notes;
	field_names *field_names; /* of the tables met so far */
	const option_table *options;
	bool options_are_all;        /* also those of writers that do not run */
	const ramure_writer *writer; /* the one that is running */
	image_cache *images;
	flow_memory *flow_memories; /* those that nobody uses */
	struct {
		ramure_attachment *items;
		size_t count;
	} attachments;
	/* The plugin's function that is being called, 0 between calls: the parent process names its plugin when the
	 * worker dies.  Points into memory that both processes share. */
	volatile uintptr_t *running;
	uintptr_t not_shared;        /* where it points outside workers */
	arena *values;               /* data as written, until their block is filled; NULL before the first */
	arena *shaped;               /* texts as glyphs, dropped when they are many; NULL before the first */
	paragraph_cache *paragraphs; /* in `shaped` */
	arena *word_arena;           /* words as glyphs, likewise */
	arena *figure_page;          /* the one that was drawn last for a flow; NULL before the first */
	word_cache *words;
};

/* A context for one document.  `exhausted` as for arenas, called with the context. */
ramure_ctx *ctx_new(const request *asked, registry *plugins, arena_exhausted *exhausted, void *closure);
void ctx_free(ramure_ctx *ctx);

/* Whether words are said in English; in any other language they are French. */
bool ctx_in_english(const ramure_ctx *ctx);
/* ramure_format() of a list of arguments. */
ramure_str ctx_format(ramure_ctx *ctx, const char *format, va_list arguments);

/* Around every call of a plugin's function: `uintptr_t before = ctx_enter(ctx, (uintptr_t)kind->build); …;
 * ctx_leave(ctx, before);`.  Calls nest: a writer draws a kind's figure. */
static inline uintptr_t ctx_enter(ramure_ctx *ctx, uintptr_t function)
{
	uintptr_t before = *ctx->running;

	*ctx->running = function;
	return before;
}

static inline void ctx_leave(ramure_ctx *ctx, uintptr_t before)
{
	*ctx->running = before;
}

#endif
