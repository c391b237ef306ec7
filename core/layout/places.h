/* places.h: on which pages the slides, parts and chapters of a deck stand. */
#ifndef RAMURE_PLACES_H
#define RAMURE_PLACES_H

#include "core/layout/fit.h"

/* Pages [first, last], by index among the slides. */
typedef struct place {
	const ramure_node *node;
	size_t first, last;
	const fit_plan *fit; /* of a body that several pages hold; else NULL */
} place;

typedef struct places {
	place *items;
	size_t count;
	const size_t *files; /* by page: its index in the file, when pages of notes stand between; NULL for the same */
} places;

/* Places are added while pages are counted, then sorted once, then asked for. */
void places_add(ramure_ctx *ctx, places *p, place added);
void places_sort(places *p);
/* The place of a node, or of the nearest node around it that has one; NULL when none has. */
const place *places_find(const places *p, const ramure_node *node);
/* The page on which a node itself begins, be it one where its slide goes on; false when it stands on none. */
bool places_page(const places *p, const ramure_node *node, size_t *page);

#endif
