/* places.h: on which pages the slides, parts and chapters of a deck stand. */
#ifndef RAMURE_PLACES_H
#define RAMURE_PLACES_H

#include "core/ramure.h"

/* Pages [first, last], by index among the slides. */
typedef struct place {
	const ramure_node *node;
	size_t first, last;
} place;

typedef struct places {
	place *items;
	size_t count, capacity;
	const size_t *files; /* by page: its index in the file, when pages of notes stand between; NULL for the same */
} places;

/* Places are added while pages are counted, then sorted once, then asked for. */
void places_add(ramure_ctx *ctx, places *p, const ramure_node *node, size_t first, size_t last);
void places_sort(places *p);
/* The place of a node, or of the nearest node around it that has one; NULL when none has. */
const place *places_find(const places *p, const ramure_node *node);

#endif
