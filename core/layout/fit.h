/* fit.h: how the body of one slide is set: at which scale, in how many columns, over how many pages. */
#ifndef RAMURE_FIT_H
#define RAMURE_FIT_H

#include "core/layout/canvas.h"

/* Where the next piece of a body begins: made by flow.c, kept in the conversion's arena; NULL is the beginning. */
typedef struct position position;

/* The body's zone: the key message stands on the last page only, so earlier pages have more room; a title of one line
 * or two and a source line have been taken off already.  A source stands on each page. */
typedef struct fit_zone {
	ramure_box page; /* on pages that another follows */
	ramure_box last; /* on the last, above the key message */
} fit_zone;

typedef struct fit_piece {
	const position *from;
	double height; /* the height limit that gives a fair share */
	bool forced;   /* what fits nowhere may be cut where it should not */
} fit_piece;

typedef struct fit_plan {
	const fit_piece *pieces; /* one a page; one empty piece for an empty body */
	size_t count;
	double scale;             /* 1 to 0.8: one for the whole slide */
	double gaps;              /* 1, or less when gaps between groups were tightened */
	int columns;              /* 1, or 2 for long lists */
	const ramure_node *aside; /* stands on the first of several pages, wherever it is in the text; or NULL */
	double excess;            /* points that did not fit on one page at full size, 0 when all did */
} fit_plan;

/* Decides; draws nothing.  `body` is a SLIDE, CLOSING or any container of blocks: its HEADING, KICKER, KEY, SOURCE and
 * NOTES are the master's and passed over. */
const fit_plan *fit_body(ramure_ctx *ctx, const ramure_node *body, fit_zone zone);
/* The piece on which a node below `body` begins. */
size_t fit_piece_of(const fit_plan *plan, const ramure_node *body, const ramure_node *node);
/* Draws one piece of a plan into `box`. */
void fit_put(ramure_canvas *canvas, const ramure_node *body, const fit_plan *plan, size_t piece, ramure_box box);

#endif
