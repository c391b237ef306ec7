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
	size_t count;
	uint32_t *figures; /* elements whose boxes go where the marks go */
	size_t figure_count;
	bool measuring; /* nothing is kept, and no element is made */
	bool turned;    /* what is added will be turned round: see display_turn */
	ramure_page_mark spare;
} display_list;

/* An empty list.  A list that only measures needs neither arena nor structure. */
display_list display_list_on(ramure_ctx *ctx, arena *page_arena, structure *elements, const places *known);
display_list display_measuring(ramure_ctx *ctx);

/* A new mark to fill, which belongs to `element`.  Its address holds until the next one is added. */
ramure_page_mark *display_add(display_list *list, ramure_mark_type type, uint32_t element);
/* The box of a figure's element. */
void display_box(display_list *list, uint32_t element, ramure_box box);
/* The index of the page where a node of the document begins; false when it stands on none, or is not yet known. */
bool display_page_of(const display_list *list, const ramure_node *target, size_t *page);

/* A page, or a block on it, that runs leftward is put as if it ran rightward and then turned round a vertical line:
 * what comes first stands at the right.  Words and pictures keep their form, as do blocks that run the other way
 * inside. */
typedef struct display_turn {
	size_t marks, figures; /* from which on */
	bool turns;
} display_turn;

/* From here on until display_turn_end(), marks are put for a reader who goes `leftward` or not.  Does nothing when that
 * is how they were put before. */
display_turn display_turn_begin(display_list *list, bool leftward);
void display_turn_end(display_list *list, display_turn turn, double axis);
/* Turns the marks from `first` on. */
void display_mirror(display_list *list, size_t first, double axis);

/* Scales all around the origin, then moves it. */
void display_transform(display_list *list, double scale, double dx, double dy);

#endif
