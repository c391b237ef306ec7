/* booklet.h: pages compiled from what the chapters of a booklet, or the blocks of a document, have told. */
#ifndef BOOKLET_H
#define BOOKLET_H

#include <ramure.h>

/* None of these kinds has a field of its own.  Without a place nobody has written the block: a page that would have
 * nothing to say is then not made, and one that an author asked for says that there is nothing. */
struct page {
	ramure_span at;
};

/* ---- words.c: the small phrases of all pages ---- */

/* `day` or `other`, each with one %s, by whether the date has a day: "le 23 juin 2020", "en juin 2020". */
ramure_str on_date(ramure_ctx *ctx, ramure_date date, ramure_word day, ramure_word other);
/* The only thing that an empty page says, when its author asked for it. */
void put_nothing(ramure_ctx *ctx, ramure_builder *b, const struct page *page, ramure_word words);
/* Past the document's date, which it needs. */
bool is_overdue(ramure_ctx *ctx, ramure_date due);

/* ---- facts.c: what was told ---- */

size_t count_facts(ramure_ctx *ctx, const char *topic);
/* What the source, or a chapter, tells of itself; NULL when it tells nothing. */
const ramure_fact *document_of(ramure_ctx *ctx, const ramure_fact *fact);
/* The document is a booklet: what its chapters are is said, and what it is itself goes without saying. */
bool has_chapters(ramure_ctx *ctx);

/* ---- decisions.c: each decision with its last state ---- */

struct decision {
	const ramure_fact *taken; /* NULL when a document that is not here took it */
	const ramure_fact *last;  /* the last update; NULL for none */
	size_t order;
};

/* By the date of the documents that took them; those of other documents first. */
struct decision *gather_decisions(ramure_ctx *ctx, size_t *count);
/* The updates of a decision, in the order told; start with NULL, which also comes after the last. */
const ramure_fact *next_update(ramure_ctx *ctx, const struct decision *decision, const ramure_fact *after);
/* The fact that says its state. */
const ramure_fact *state_of(const struct decision *decision);
/* "1 décision prise, 2 propositions non adoptées": what the document that tells `fact` has decided; empty for nothing. */
ramure_str decisions_in(ramure_ctx *ctx, const ramure_fact *fact);
void build_decisions(ramure_ctx *ctx, ramure_builder *b, const void *data);

/* ---- measures.c: each measure with its levels ---- */

struct measure {
	ramure_str list;            /* slug of its list's name */
	const ramure_fact *fact;    /* what was told of it last; NULL when only levels were */
	const ramure_fact **levels; /* by date, one a date */
	size_t level_count;
	size_t order; /* as first told */
};

/* The index behind the last measure of the list in which `first` stands. */
size_t list_end(const struct measure *measures, size_t first, size_t count);
/* A fact of it: `text` is the name of its list. */
const ramure_fact *list_fact(const struct measure *measure);
/* By list, then as first told. */
struct measure *gather_measures(ramure_ctx *ctx, size_t *count);

/* ---- dates.c: everything that has a date ---- */

enum nature { MEETING, DOCUMENT, EVENT, BALANCE, FOLLOW_UP, DUE, NATURES };

struct dated {
	ramure_period when;
	enum nature nature;
	ramure_text title;
	const ramure_fact *fact;         /* what it is about */
	const struct decision *decision; /* whose date or follow-up it is; NULL for others */
	bool falls_due;                  /* a due date, or a follow-up of the very day */
	size_t order;
};

/* In order of date. */
struct dated *gather_dates(ramure_ctx *ctx, size_t *count);

/* ---- organisations.c ---- */

struct organisation {
	ramure_str *names; /* the first is its own */
	ramure_mentions mentions;
};

/* In alphabetical order, articles aside. */
struct organisation *gather_organisations(ramure_ctx *ctx, size_t *count);

/* ---- the other pages ---- */

void build_index(ramure_ctx *ctx, ramure_builder *b, const void *data);

void build_year(ramure_ctx *ctx, ramure_builder *b, const void *data);
void build_next_dates(ramure_ctx *ctx, ramure_builder *b, const void *data);
void build_history(ramure_ctx *ctx, ramure_builder *b, const void *data);
/* history_table.c: the measures of one list, and the dates at which any of them has a level */
void put_history_tables(ramure_ctx *ctx, ramure_builder *b, const struct page *page, const struct measure *measures,
			size_t count);
/* The dates of their levels, in order, each once. */
ramure_date *level_dates(ramure_ctx *ctx, const struct measure *measures, size_t count, size_t *dates);

/* Between the first and the last level of a measure. */
enum change { ROSE, SLIPPED, SAME, NEW, INCOMPARABLE, CHANGES };
enum change change_of(const struct measure *measure, ramure_date first);

#endif
