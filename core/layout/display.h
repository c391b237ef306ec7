/* display.h: the marks of one page, while they are made. */
#ifndef RAMURE_DISPLAY_H
#define RAMURE_DISPLAY_H

#include "core/base/arena.h"
#include "core/layout/structure.h"

/* Where the slides, parts and chapters of a deck stand, for links and ranges of pages. */
typedef struct places places; /* layout/places.h */

/* Marks, and whatever they point to that is made for this page alone (paths, glyphs), go to `arena`, so that a page can
 * be dropped when it has been written. */
typedef struct display_list {
	ramure_ctx *ctx;
	arena *arena;
	structure *structure;
	const places *places; /* NULL while they are counted */
	ramure_page_mark *marks;
	size_t count, capacity;
	bool measuring; /* nothing is kept, and no element is made */
	ramure_page_mark spare;
} display_list;

/* An empty list.  A list that only measures needs neither arena nor structure. */
display_list display_list_on(ramure_ctx *ctx, arena *page_arena, structure *elements, const places *known);
display_list display_measuring(ramure_ctx *ctx);

/* A new mark to fill, which belongs to `element`.  Its address holds until the next one is added. */
ramure_page_mark *display_add(display_list *list, ramure_mark_type type, uint32_t element);
/* The index of the page where a node of the document begins; false when it stands on none, or is not yet known. */
bool display_page_of(const display_list *list, const ramure_node *target, size_t *page);

/* Scales the marks from `first` on around the origin, then moves them. */
void display_transform(display_list *list, size_t first, double scale, double dx, double dy);

#endif
