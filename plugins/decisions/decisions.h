/* decisions.h: decisions and what became of them, as they are read. */
#ifndef DECISIONS_H
#define DECISIONS_H

#include <ramure.h>

enum state { STATE_OPEN = 1, STATE_ONGOING, STATE_DONE, STATE_POSTPONED, STATE_ABANDONED, STATE_NOT_CARRIED, STATES };

struct votes {
	ramure_span at;
	ramure_integer in_favour, against, abstention, absent;
};

struct decision {
	ramure_span at;
	ramure_string id;
	ramure_text what;
	ramure_person reporter;
	ramure_list who; /* of ramure_person */
	ramure_date by;
	ramure_choice state;
	ramure_string item;
	struct votes votes;
	const ramure_fact *told; /* computed: what the rest of the document hears of it */
};

/* What became of an earlier decision. */
struct update {
	ramure_span at;
	ramure_string id;
	ramure_choice state;
	ramure_date on;
	ramure_text text;
	const ramure_fact *told; /* computed */
};

struct decisions {
	ramure_span at;
	ramure_list items;   /* of struct decision */
	ramure_list updates; /* of struct update */
};

extern const ramure_field decisions_fields[2];

/* decisions.c */
void check_decisions(ramure_ctx *ctx, void *data);
/* facts.c: what decisions tell each other, across the chapters of a booklet */
void tell_decisions(ramure_ctx *ctx, const void *data);
/* The last word on a decision; NULL when nothing came after it. */
const struct update *last_update(ramure_ctx *ctx, const struct decision *decision);
/* The decision that an update speaks of, or NULL. */
const ramure_fact *decision_fact(ramure_ctx *ctx, const struct update *update);
/* Reports an update of what no document has taken before. */
void check_update(ramure_ctx *ctx, const struct update *update);
/* The item of the same chapter's agenda under which a decision was taken; NULL when none is called so. */
const ramure_fact *item_of(ramure_ctx *ctx, const struct decision *decision);
/* Reports an item that the agenda of the same chapter does not have. */
void check_item(ramure_ctx *ctx, const struct decision *decision);
/* The attendance of the same chapter, which counts those who may vote; NULL when nothing says. */
const ramure_fact *attendance_of(ramure_ctx *ctx, const struct decision *decision);
/* votes.c */
void check_votes(ramure_ctx *ctx, const struct decision *decision);
/* "Adoptée à l'unanimité : 5 pour, 0 contre, 0 abstention" */
ramure_str votes_sentence(ramure_ctx *ctx, const struct votes *votes);
/* A vote that was held and did not carry it. */
bool votes_defeated(const struct votes *votes);
/* states.c */
ramure_str state_words(ramure_ctx *ctx, int state);
ramure_mark_info state_mark(int state);
bool state_is_pending(int state);
/* The state that the document gives which takes it, before any update: that of its votes first. */
int taken_state(const struct decision *decision);
/* table.c */
void build_decisions(ramure_ctx *ctx, ramure_builder *b, const void *data);

#endif
