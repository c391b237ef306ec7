/* flow_table.h: what the files about tables share: the columns of a table, its rows and its cells. */
#ifndef RAMURE_FLOW_TABLE_H
#define RAMURE_FLOW_TABLE_H

#include "core/layout/flow.h"

typedef struct table_column {
	double x, width; /* of the text, from the table's left edge */
	ramure_align align;
	bool stacked;     /* stands under the main column's text */
	ramure_text name; /* of a stacked one, before what it says: "Échéance :"; NULL when its head is empty */
	bool hidden;      /* stands in another part of the table */
	bool again;       /* stood in a part before, and is said again */
} table_column;

/* A table in a width, at one scale.  Made once, kept in the flow's memory. */
typedef struct table_layout table_layout;
struct table_layout {
	const ramure_node *table;
	const ramure_node **kin; /* tables of the slide with the same head, itself among them: their columns agree */
	size_t kin_count;
	const ramure_node *caption, *source;
	table_column *columns;
	size_t count;
	size_t main; /* under whose text stacked columns go */
	bool zebra;
	size_t part;          /* of a table that goes on by columns, from 0 */
	size_t first, end;    /* its columns, beside those that come back */
	size_t part_count;    /* 1 for a table that is as wide as it should be */
	size_t *starts;       /* of the parts; as many as columns */
	table_layout **parts; /* made when they are asked for */
	int density;          /* 0; 1 and 2 when cells are set smaller because the table is too wide */
	double *heights;      /* of rows, padding included; -1 until asked */
	size_t row_count;
	double header; /* of the rows that repeat */
	bool repeats;  /* they do: a header that takes half a page does not */
};

/* table_columns.c */
/* Decides the columns' widths, and the parts of a table too wide for any. */
void table_columns(const flow *f, table_layout *t, double width);
/* Those of the part that `t`, a copy of the first, says. */
void table_part_columns(const flow *f, table_layout *t, double width);
/* Columns that come back in each part of a table that goes on by columns. */
size_t table_kept_columns(const table_layout *t);

/* table_kin.c */
/* Finds the tables whose columns agree with those of `t`: itself alone, when they are none or very many. */
void table_find_kin(ramure_ctx *ctx, table_layout *t);

/* table_row.c */
/* Whether a row stands in the head. */
bool table_is_header(const ramure_node *row);
/* Places a row, from its beginning or from where its cells go on (`from->cells`). */
placed table_place_row(const flow *f, const table_layout *t, const ramure_node *row, room r, const position *from);
/* The same without drawing. */
placed table_try_row(const flow *f, const table_layout *t, const ramure_node *row, room r, const position *from);
/* The height of the row of that index when nothing cuts it, remembered in `t->heights`. */
double table_row_height(const flow *f, table_layout *t, const ramure_node *row, size_t index, double width);

/* table_cell.c */
/* The flow of a cell's blocks. */
flow table_cell_flow(const flow *f, const table_layout *t, const ramure_node *cell, size_t column);
placed table_place_cell(const flow *f, const table_layout *t, const ramure_node *cell, size_t column, room r,
			const position *from);
/* From the top of a cell to its first baseline. */
double table_cell_baseline(const flow *f, const table_layout *t, const ramure_node *cell, size_t column);
/* The mark that is a cell's whole content and is shown as a pill, or NULL. */
const ramure_node *table_pill(const ramure_node *cell);
double table_pill_width(const flow *f, const ramure_node *mark);

#endif
