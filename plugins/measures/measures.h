/* measures.h: a list of measures, the levels they have reached, and when. */
#ifndef MEASURES_H
#define MEASURES_H

#include <ramure.h>

enum { MOST_LEVELS = 8, NO_LEVEL = -1 };

enum meaning { MEANS_DONE = 1, MEANS_GOOD, MEANS_FAIR, MEANS_BAD, MEANS_STOPPED, MEANINGS };

enum view { VIEW_TABLE = 1, VIEW_DASHBOARD, VIEW_BOTH };

/* A level of the legend, the best first. */
struct level {
	ramure_span at;
	ramure_string name;
	ramure_choice meaning;
	ramure_string sentence; /* what follows the count; "(s)" stays for two and more */
	ramure_mark_info mark;  /* computed */
};

struct measure {
	ramure_span at;
	ramure_string number;
	ramure_text title;
	ramure_text dimension;
	ramure_text horizon;
	ramure_date by;
	ramure_list lead; /* of ramure_person */
	ramure_string level;
	ramure_text comment;
	int now, before; /* computed: indexes of levels, or NO_LEVEL */
};

/* The levels at a date. */
struct snapshot {
	ramure_span at;
	ramure_date date;
	ramure_list readings; /* of struct measure */
};

/* The measures of one dimension. */
struct group {
	ramure_str name;       /* of the dimension, zero-terminated; empty for those without */
	ramure_text dimension; /* NULL for those without */
	ramure_text horizon;   /* when all have the same */
	const struct measure **items;
	size_t count;
	size_t counts[MOST_LEVELS];
};

struct measures {
	ramure_span at;
	ramure_text list;
	ramure_list items;     /* of struct measure */
	ramure_list legend;    /* of struct level */
	ramure_list snapshots; /* of struct snapshot */
	ramure_choice view;
	ramure_list only; /* of ramure_string */
	/* computed */
	const struct level *levels;
	size_t level_count;
	ramure_date since; /* of the earlier levels; year 0 when there are none */
	struct group *groups;
	size_t group_count;
	size_t count; /* of the measures shown */
	size_t counts[MOST_LEVELS];
};

extern const ramure_field measures_fields[6];

/* legend.c */
void settle_legend(ramure_ctx *ctx, struct measures *m);
/* The level of that name; NO_LEVEL when none was given, or after reporting. */
int find_level(ramure_ctx *ctx, const struct measures *m, ramure_string name);
/* check.c */
void check_measures(ramure_ctx *ctx, void *data);
/* Done or stopped: nothing more is expected. */
bool level_settles(const struct level *level);
bool is_late(ramure_ctx *ctx, const struct measures *m, const struct measure *measure);
/* facts.c */
void tell_measures(ramure_ctx *ctx, const void *data);
/* The first block of the same list, when it stands before this one in the report of the same document; else NULL. */
const struct measures *reported_before(ramure_ctx *ctx, const struct measures *m);
/* groups.c */
void settle_groups(ramure_ctx *ctx, struct measures *m);
/* sentences.c; each empty when there is nothing to say */
ramure_str counts_sentence(ramure_ctx *ctx, const struct measures *m);
ramure_str late_sentence(ramure_ctx *ctx, const struct measures *m);
ramure_str change_sentence(ramure_ctx *ctx, const struct measures *m);
/* "en progrès", "en recul", "stable", "nouvelle"; empty when nothing tells. */
ramure_str change_words(ramure_ctx *ctx, const struct measures *m, const struct measure *measure);
/* The two with `between` between them, unless one is empty. */
ramure_str join(ramure_ctx *ctx, ramure_str a, const char *between, ramure_str b);
/* The numbers of a group's measures that have reached a level: "1, 4, 7". */
ramure_str numbers_at(ramure_ctx *ctx, const struct group *group, int level);
/* table.c */
void put_tables(ramure_ctx *ctx, ramure_builder *b, const struct measures *m);
void put_counts_table(ramure_ctx *ctx, ramure_builder *b, const struct measures *m);
/* dashboard.c: the figure */
void put_dashboard(ramure_ctx *ctx, ramure_builder *b, const struct measures *m);

#endif
