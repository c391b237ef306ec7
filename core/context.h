/* context.h: one conversion: its memory, its messages, its settings, and what each stage leaves to the next. */
#ifndef RAMURE_CONTEXT_H
#define RAMURE_CONTEXT_H

#include "core/base/arena.h"
#include "core/base/diag.h"
#include "core/base/files.h"
#include "core/ramure.h"

typedef struct registry registry;       /* plugin/registry.h */
typedef struct settings settings;       /* source/settings.h */
typedef struct theme theme;             /* theme/theme.h */
typedef struct font_set font_set;       /* theme/fonts.h */
typedef struct typography typography;   /* typography/typography.h */
typedef struct fact_list fact_list;     /* document/facts.h */
typedef struct image_cache image_cache; /* layout/image.h */

/* What the person who runs the command asked for; zero values are "not asked". */
typedef struct request {
	ramure_str source; /* path of the source */
	ramure_str theme;  /* --theme */
	ramure_str date;   /* --date, as typed */
	ramure_str root;   /* --root */
	bool strict;
	bool notes; /* --notes: a second PDF with the speaker notes */
	bool verbose;
	int64_t source_date_epoch; /* -1 when absent */
	const char *theme_path;    /* folders of themes, ':' between them */
} request;

struct ramure_ctx {
	arena *arena;
	diagnostics diagnostics;
	request request;
	const registry *registry;
	struct {
		source_file *items;
		size_t count;
	} files;
	ramure_str root; /* absolute path of the folder that no path may leave */
	settings *settings;
	ramure_date date; /* the document's, after --date and SOURCE_DATE_EPOCH */
	ramure_str lang;
	const theme *theme;
	font_set *fonts;
	const typography *typography;
	fact_list *facts;
	image_cache *images;
	/* Written before a plugin is called and cleared after: the parent process names it when the worker dies. Points
	 * into memory that both processes share; NULL outside workers. */
	char *running;
};

/* A context for one document.  `exhausted` as for arenas, called with the context. */
ramure_ctx *ctx_new(const request *asked, const registry *plugins, arena_exhausted *exhausted, void *closure);
void ctx_free(ramure_ctx *ctx);

#endif
