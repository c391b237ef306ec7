/* flow_notes.h: footnotes at the foot of the content, on the page where what calls them ends. */
#ifndef RAMURE_FLOW_NOTES_H
#define RAMURE_FLOW_NOTES_H

#include "core/layout/flow.h"

/* The notes of a body in the order of the text. */
typedef struct notes {
	const ramure_node *const *items;
	size_t count;
	bool at_end; /* too long for the foot of a page: they follow the body */
} notes;

const notes *notes_of(const flow *f, const ramure_node *body, double width);
/* The height of the notes of a piece from `from` up to `to`, with the rule above them; 0 when there are none.  Drawn
 * with their foot at `bottom`. */
double notes_height(const flow *f, const notes *n, const ramure_node *body, const position *from, const position *to,
		    double width);
void notes_put(const flow *f, const notes *n, const ramure_node *body, const position *from, const position *to,
	       double x, double bottom, double width);
/* The notes as ordinary blocks, from the one that `from` names, or the first. */
placed notes_flow(const flow *f, const notes *n, room r, const position *from);

#endif
