/* display.h: the marks of one page, and the structure elements of the deck, while they are made. */
#ifndef RAMURE_DISPLAY_H
#define RAMURE_DISPLAY_H

#include "core/ramure.h"

/* The structure of a whole deck.  An element is found again by its parent, tag and key, so that what continues on a
 * next page goes on in the same element. */
typedef struct structure structure;

structure *structure_new(ramure_ctx *ctx);
/* `key` tells siblings of one tag apart: a node's address, a row's number.  The element of that key, made when new. */
uint32_t structure_element(structure *s, uint32_t parent, ramure_tag tag, uintptr_t key);
ramure_element *structure_at(structure *s, uint32_t element);
size_t structure_count(const structure *s);

/* Marks go to the arena that the list was given, so that a page can be dropped when it has been written. */
typedef struct display_list {
	ramure_ctx *ctx;
	structure *structure;
	ramure_page_mark *marks;
	size_t count, capacity;
	uint32_t page;  /* index */
	bool measuring; /* nothing is kept */
} display_list;

ramure_page_mark *display_add(display_list *list, ramure_mark_type type, uint32_t element);
/* Positions to return to when a trial is given up. */
typedef struct display_mark {
	size_t count;
} display_mark;
display_mark display_here(const display_list *list);
void display_return(display_list *list, display_mark mark);

#endif
