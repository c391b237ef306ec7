/* facts.h: what blocks tell the rest of the document. */
#ifndef RAMURE_FACTS_H
#define RAMURE_FACTS_H

#include "core/ramure.h"

typedef struct fact_node {
	ramure_fact fact;
	struct fact_node *next;
} fact_node;

struct fact_list {
	fact_node *first, *last;
};

#endif
