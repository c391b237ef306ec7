/* flow_sections.c: sections that stand side by side, in one row or in several. */
#include "core/context.h"
#include "core/layout/grid_row.h"

#include <string.h>

enum { MOST_SECTIONS = 12, MOST_IN_ROW = 3 };

/* The width under which what stands in a section cannot be set. */
static bool narrow_enough(const flow *f, const ramure_node *section, double width)
{
	ramure_walk walk = ramure_walk_from(section);

	while (ramure_walk_next(&walk)) {
		const ramure_node *n = walk.node;
		if (!walk.entering)
			continue;
		if ((n->type == RAMURE_COLUMNS && width < flow_scaled(f, 400)) ||
		    (n->type == RAMURE_SECTION && n != section))
			return false;
		if (n->type == RAMURE_FIGURE && n->figure->min_width > width)
			return false;
		if (n->type == RAMURE_TABLE) {
			size_t cells = 0;
			for (const ramure_node *c = n->first && n->first->type == RAMURE_ROW ? n->first->first : NULL;
			     c; c = c->next)
				cells++;
			if ((double)cells * flow_scaled(f, 100) > width)
				return false;
			walk.skip = true;
		}
	}
	return true;
}

static double section_width(double width, size_t count)
{
	return (width - 24 * (double)(count - 1)) / (double)count;
}

/* What a row of sections takes when nothing cuts it; FLOW_UNLIMITED when they cannot stand side by side. */
static double sections_height(const flow *f, const ramure_node *first, size_t count, double width)
{
	room r = { 0, 0, width, FLOW_UNLIMITED, false };
	bool measuring = flow_measuring(f);
	const ramure_node *n = first;
	placed p;

	for (size_t i = 0; i < count; i++, n = flow_next(f, n->next))
		if (!n || n->type != RAMURE_SECTION || (count > 1 && !narrow_enough(f, n, section_width(width, count))))
			return FLOW_UNLIMITED;
	if (count == 1) /* with the bar above it, which its neighbours have */
		return flow_height(f, first, width) + flow_scaled(f, 15);
	f->canvas->list->measuring = true;
	p = flow_sections(f, first, count, r);
	f->canvas->list->measuring = measuring;
	/* What no page holds is read one after the other. */
	return p.next == FLOW_END && p.height <= f->page + FLOW_SLACK ? p.height : FLOW_UNLIMITED;
}

/* How sections that follow each other are divided into rows: how many stand in the row that each one begins. */
typedef struct section_rows {
	const ramure_node *sections[MOST_SECTIONS];
	size_t count;
	size_t in_row[MOST_SECTIONS]; /* 0 for one that begins none */
	bool divided;                 /* some stand side by side */
} section_rows;

/* The division that makes the whole the lowest; rows of like length where that costs nothing. */
static void divide(const flow *f, section_rows *rows, double width)
{
	const double between = flow_scaled(f, 24) * f->gaps;
	double best[MOST_SECTIONS + 1] = { 0 };
	size_t chosen[MOST_SECTIONS] = { 0 };

	for (size_t i = rows->count; i-- > 0;) {
		best[i] = FLOW_UNLIMITED * MOST_SECTIONS;
		for (size_t k = 1; k <= MOST_IN_ROW && i + k <= rows->count; k++) {
			double height = sections_height(f, rows->sections[i], k, width) + best[i + k] +
					(i + k < rows->count ? between : 0);

			if (height < best[i] - 1) {
				best[i] = height;
				chosen[i] = k;
			}
		}
	}
	for (size_t i = 0; i < rows->count; i += chosen[i] ? chosen[i] : 1)
		rows->in_row[i] = chosen[i];
}

/* Rows of like length, as cards have them, when a page holds them: 2 + 2, 3 + 2, 3 + 3. */
static bool divide_evenly(const flow *f, section_rows *rows, double width)
{
	size_t lines = (rows->count + MOST_IN_ROW - 1) / MOST_IN_ROW, across;
	double height = 0;

	if (rows->count <= MOST_IN_ROW)
		return false;
	across = (rows->count + lines - 1) / lines;
	for (size_t i = 0; i < rows->count; i += across) {
		size_t k = i + across < rows->count ? across : rows->count - i;

		height += sections_height(f, rows->sections[i], k, width) + (i ? flow_scaled(f, 24) * f->gaps : 0);
		rows->in_row[i] = k;
	}
	return height <= f->page;
}

/* As the flow asks; a row that cannot be stands one under the other. */
static void divide_as_asked(const flow *f, section_rows *rows, double width)
{
	for (size_t i = 0, k; i < rows->count; i += k) {
		for (k = 1; i + k < rows->count && !(f->rows >> (i + k) & 1); k++)
			;
		if (k > MOST_IN_ROW || sections_height(f, rows->sections[i], k, width) >= FLOW_UNLIMITED)
			k = 1;
		rows->in_row[i] = k;
	}
}

/* The rows of the run of sections that begins the sections below `parent`; made once. */
static const section_rows *rows_of(const flow *f, const ramure_node *parent, double width)
{
	void **slot = flow_slot(f, parent, SLOT_ROWS);
	const ramure_node *first = flow_next(f, parent->first);
	section_rows *rows;

	if (*slot)
		return *slot;
	rows = RAMURE_NEW(f->canvas->ctx, section_rows);
	while (first && first->type != RAMURE_SECTION)
		first = flow_next(f, first->next);
	for (const ramure_node *n = first; n; n = flow_next(f, n->next)) {
		if (n->type != RAMURE_SECTION || rows->count == MOST_SECTIONS) {
			rows->count = 0; /* they are read one after the other */
			break;
		}
		rows->sections[rows->count++] = n;
	}
	if (f->rows)
		divide_as_asked(f, rows, width);
	else if (!divide_evenly(f, rows, width)) {
		memset(rows->in_row, 0, sizeof rows->in_row);
		divide(f, rows, width);
	}
	for (size_t i = 0; i < rows->count; i++)
		rows->divided = rows->divided || rows->in_row[i] > 1;
	*flow_slot(f, parent, SLOT_ROWS) = rows;
	return rows;
}

static size_t all_side_by_side(const flow *f, const ramure_node *first, room r)
{
	size_t count = 0;

	for (const ramure_node *n = first->parent->first; n != first; n = n->next)
		if (n->type == RAMURE_SECTION)
			return 0; /* the run has been begun one after the other */
	for (const ramure_node *n = first; n && count <= MOST_IN_ROW; n = flow_next(f, n->next)) {
		if (n->type != RAMURE_SECTION)
			return 0;
		count++;
	}
	if (count < 2 || count > MOST_IN_ROW)
		return 0;
	for (const ramure_node *n = first; n; n = flow_next(f, n->next)) {
		ramure_walk walk = ramure_walk_from(n);

		if (!narrow_enough(f, n, section_width(r.width, count)))
			return 0;
		while (ramure_walk_next(&walk)) /* a grid in a grid: only where room is short */
			if (walk.node->type == RAMURE_COLUMNS)
				return 0;
	}
	/* Side by side only when a page holds them; else they are read one after the other. */
	return sections_height(f, first, count, r.width) < FLOW_UNLIMITED ? count : 0;
}

size_t flow_side_by_side(const flow *f, const ramure_node *first, room r)
{
	size_t count;

	if (first->type != RAMURE_SECTION || f->in_cell || r.width < 500)
		return 0;
	count = all_side_by_side(f, first, r);
	if (!count && f->columns == 2) {
		const section_rows *rows = rows_of(f, first->parent, r.width);

		for (size_t i = 0; i < rows->count && !count; i++)
			count = rows->divided && rows->sections[i] == first ? rows->in_row[i] : 0;
	}
	return count;
}

size_t flow_sections_to_divide(const flow *f, const ramure_node *body, double width)
{
	size_t count = 0;

	for (const ramure_node *n = flow_next(f, body->first); n; n = flow_next(f, n->next))
		count = n->type == RAMURE_SECTION ? count + 1 : 0;
	return count > 1 && width >= 500 ? count : 0;
}

placed flow_sections(const flow *f, const ramure_node *first, size_t count, room r)
{
	grid_row g = grid_row_of(f, first, count, count, false, r.width);
	bool measuring = flow_measuring(f);
	placed p;

	/* Whole or not at all: the next page holds them. */
	f->canvas->list->measuring = true;
	p = grid_row_place(f, &g, r, NULL);
	f->canvas->list->measuring = measuring;
	if (p.next != FLOW_END)
		return (placed){ 0, NULL };
	return measuring ? p : grid_row_place(f, &g, r, NULL);
}
