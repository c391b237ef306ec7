/* check.h: advice on a document that is made: what would embarrass in the meeting, and no stage has to know. */
#ifndef RAMURE_CHECK_H
#define RAMURE_CHECK_H

#include "core/host.h"

/* Runs every check on the polished documents, by medium (NULL for one that was not made).  Whatever it finds is advice
 * (ramure_advice) under the check's name. */
void check_documents(ramure_ctx *ctx, ramure_node *const *documents, size_t media);

/* What a check is: it looks at one document and says what it finds. */
typedef void check_run(ramure_ctx *ctx, const ramure_node *document);

/* check_figures.c: percentages */
check_run check_sources, check_sums;
/* check_capitals.c: accents */
check_run check_capitals;
/* check_data.c: what typography makes of data */
check_run check_typography;
/* check_drafts.c: what was left for later */
check_run check_drafts;
/* check_files.c */
check_run check_unused_files, check_linked_files;
/* check_follow_up.c: what decisions and measures tell */
check_run check_decision_owners, check_decision_dates, check_overdue_decisions;
check_run check_measure_levels, check_late_measures;
/* check_dates.c: days in texts */
check_run check_past_dates, check_weekdays;
bool check_is_past(ramure_date now, ramure_date due);
/* check_publishing.c: what was not meant for everyone */
check_run check_notes, check_embargo;
/* check_reading.c: what a person who reads otherwise meets */
check_run check_alternatives, check_link_texts;
/* check_slides.c: how much a slide says */
check_run check_words, check_empty_slides, check_list_levels, check_repeated;

/* ---- check_text.c: what several look for ---- */

/* The next slide of a walk, whose children the walk passes over; NULL at the end. */
const ramure_node *check_next_slide(ramure_walk *walk);
/* Whether inlines are the node's children, and all that it holds: a paragraph, a key message, a text of a figure… */
bool check_is_passage(const ramure_node *node);
size_t check_count_words(ramure_str text);
/* The sentence from *at on, without spaces around; moves past it.  False at the end. */
bool check_next_sentence(ramure_str text, size_t *at, ramure_str *sentence);

#endif
