/* facts.h: what blocks tell the rest of the document. */
#ifndef RAMURE_FACTS_H
#define RAMURE_FACTS_H

#include "core/document/names.h"

typedef struct fact_node {
	ramure_fact fact;
	struct fact_node *next;      /* of the same topic */
	struct fact_node *next_same; /* of the same topic and key */
} fact_node;

/* The facts of one topic; there are few topics, and may be thousands of facts. */
typedef struct fact_topic {
	fact_node *first, *last;
	names firsts, lasts; /* by the slug of the key */
	struct fact_topic *next;
} fact_topic;

struct fact_list {
	fact_topic *topics;
};

/* Tells what the front matter says: the document's own date, and organisations. */
void facts_of_settings(ramure_ctx *ctx);

#endif
