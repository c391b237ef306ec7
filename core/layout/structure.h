/* structure.h: the structure elements of a deck, for tagged formats (PDF 32000-1, 14.7 and 14.8). */
#ifndef RAMURE_STRUCTURE_H
#define RAMURE_STRUCTURE_H

#include "core/base/arena.h"
#include "core/ramure.h"

/* The structure of a whole deck.  An element is found again by its parent, tag and key, so that what continues on a
 * next page goes on in the same element. */
typedef struct structure structure;

/* It lives in `memory`. */
structure *structure_new(arena *memory);
/* Makes room to find that many elements, so that the table need not grow by and by. */
void structure_expect(structure *s, size_t elements);
/* `key` tells siblings of one tag apart: a node's address, a row's number.  The element of that key, made when new.
 * Below an artifact everything is one. */
uint32_t structure_element(structure *s, uint32_t parent, ramure_tag tag, uintptr_t key);
/* An element to read; what is answered holds until the next call. */
const ramure_element *structure_look(structure *s, uint32_t element);
/* One to write into: a text, a language, a box.  Its address holds as long as the structure. */
ramure_element *structure_at(structure *s, uint32_t element);
/* What very many have takes less room: ramure_element's members of these names. */
void structure_set_scope(structure *s, uint32_t element, int scope);
void structure_set_ordered(structure *s, uint32_t element, bool ordered);
size_t structure_count(const structure *s);
/* The index of the page that is being made: where new elements begin. */
void structure_begin_page(structure *s, uint32_t page);
/* H1 to H6, whatever the level. */
ramure_tag structure_heading_tag(int level);
/* How many levels the headings of the document stand too deep, because a part that has no page of its own gives none
 * (negative: too high).  Holds for the elements made from now on. */
void structure_lift_headings(structure *s, int levels);

#endif
