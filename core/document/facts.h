/* facts.h: what blocks tell the rest of the document. */
#ifndef RAMURE_FACTS_H
#define RAMURE_FACTS_H

#include "core/ramure.h"

typedef struct fact_node {
	ramure_fact fact;
	struct fact_node *next; /* of the same topic */
} fact_node;

/* The facts of one topic; there are few topics, and may be thousands of facts. */
typedef struct fact_topic {
	fact_node *first, *last;
	struct fact_topic *next;
} fact_topic;

struct fact_list {
	fact_topic *topics;
};

#endif
