/* grid_row.h: one row of a grid: columns, cards or sections side by side, whose parts stand on common lines. */
#ifndef RAMURE_GRID_ROW_H
#define RAMURE_GRID_ROW_H

#include "core/layout/flow.h"

enum { GRID_MOST_ACROSS = 4, GRID_HEADS = 4 };

/* Columns that share the lines of their label, heading, figure and unit. */
typedef struct grid_row {
	const ramure_node *columns[GRID_MOST_ACROSS];
	size_t count;
	bool cards;
	double gutter, width;
	double padding;           /* of cards */
	double numeral;           /* size of the large figures */
	double heads[GRID_HEADS]; /* heights of label, heading, numeral, unit; 0 when no column has one */
	double top;               /* where the texts begin, from the row's top */
	double high_top;          /* in columns that have no large figure, beside others that have */
	flow inner;
} grid_row;

/* The row of `count` columns from `first` on, measured: `across` places share `width`. */
grid_row grid_row_of(const flow *f, const ramure_node *first, size_t count, size_t across, bool cards, double width);
/* Measures it in a room, then draws what fits of it. */
placed grid_row_place(const flow *f, const grid_row *g, room r, const position *from);

#endif
