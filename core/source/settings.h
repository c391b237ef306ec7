/* settings.h: the front matter and `ramure.yaml`, as one struct filled from one table. */
#ifndef RAMURE_SETTINGS_H
#define RAMURE_SETTINGS_H

#include "core/source/source_text.h"

typedef enum contents_mode { CONTENTS_NONE, CONTENTS_ONCE, CONTENTS_REPEAT } contents_mode;
typedef enum attach_mode { ATTACH_NONE, ATTACH_SOURCE, ATTACH_ALL } attach_mode;
typedef enum notes_mode { NOTES_NONE, NOTES_REPORT } notes_mode;

typedef struct partner {
	ramure_span at;
	ramure_text name;
	ramure_path logo;
} partner;

typedef struct organisation {
	ramure_span at;
	ramure_string name;
	ramure_list other_names; /* of ramure_string */
} organisation;

/* A field that the front matter does not give is taken from the nearest `ramure.yaml` upward that gives it. */
struct settings {
	ramure_span at; /* of the front matter; line 0 when there is none */
	ramure_text title, subtitle, summary;
	ramure_date date, end_date;
	ramure_text event, place, organisation, author, contact;
	ramure_path logo;
	ramure_list partners; /* of partner */
	ramure_text partners_label;
	ramure_string theme, format, lang;
	ramure_text embargo; /* the whole label, with its date inside: `embargo_date` */
	ramure_date embargo_date;
	bool embargo_holds; /* the document's date is before it */
	ramure_choice contents, notes, attach;
	ramure_string typography;
	ramure_path typography_rules;
	ramure_list typography_off, allow; /* of ramure_string */
	ramure_string id;
	ramure_text type, keywords, footer, confidentiality;
	ramure_list compiled;      /* of ramure_string: kinds; given and empty, or "none", for no page */
	ramure_list organisations; /* of organisation, from `ramure.yaml` */
	/* Of writers: a table and the struct that it describes (writer_options.h). */
	const struct option_table *option_table;
	void *options;
};

/* The table, for `ramure kinds document` and the schema. */
ramure_rows settings_fields(void);
/* Reads the front matter of a source (possibly empty: its `file` counts) and the `ramure.yaml` files above it into
 * ctx->settings; finds the root, which is the folder of the farthest of them; settles ctx->date and ctx->lang.
 * `settings.date` is the document's date, whoever gave it.  When ctx->settings are those of a booklet already, the
 * source is a chapter: its `settings.date` is what it says itself, and ctx->date stays as it is without one or with
 * --date. */
void settings_read(ramure_ctx *ctx, const source_text *front);

#endif
