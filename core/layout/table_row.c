/* table_row.c: a row of a table: cells on one baseline, some of them stacked under the text of another. */
#include "core/context.h"
#include "core/layout/flow_table.h"

bool table_is_header(const ramure_node *row)
{
	const ramure_node *n = row->parent->first;

	if (row->row->header)
		return true;
	for (size_t i = 0; n && i < row->parent->table->header_rows; n = n->next) {
		if (n == row)
			return true;
		i += n->type == RAMURE_ROW;
	}
	return false;
}

static double padding(const flow *f, const ramure_node *row)
{
	return flow_scaled(f, table_is_header(row) ? 6 : 5 + 3 * f->gaps);
}

/* Cells of one row begin on one baseline; what begins on a page before goes on at the top. */
static double common_baseline(const flow *f, const table_layout *t, const ramure_node *row)
{
	double deepest = 0;
	size_t i = 0;

	for (const ramure_node *cell = row->first; cell && i < t->count; cell = cell->next, i++) {
		double b = t->columns[i].stacked || t->columns[i].hidden ? 0 : table_cell_baseline(f, t, cell, i);
		deepest = b > deepest ? b : deepest;
	}
	return deepest;
}

/* The cell under whose text others are stacked: where it ends. */
typedef struct stack {
	double y;
	bool ready;
} stack;

static stack measure_main(const flow *f, const table_layout *t, const ramure_node *row, room inside,
			  const position *from, double top)
{
	const ramure_node *cell = row->first;
	const position *at = from ? from->cells[t->main] : NULL;
	bool measuring = flow_measuring(f);
	room r = inside;
	placed p;

	for (size_t i = 0; cell && i < t->main; i++)
		cell = cell->next;
	if (!cell || at == FLOW_END)
		return (stack){ 0, true };
	r.x += t->columns[t->main].x;
	r.width = t->columns[t->main].width;
	if (!from)
		r = room_below(r, top - table_cell_baseline(f, t, cell, t->main));
	f->canvas->list->measuring = true;
	p = table_place_cell(f, t, cell, t->main, r, at);
	f->canvas->list->measuring = measuring;
	return (stack){ r.y - inside.y + p.height, p.next == FLOW_END };
}

/* Where cells go on, none yet. */
static const position **all_ended(ramure_ctx *ctx, size_t count)
{
	const position **cells = RAMURE_NEW_ARRAY(ctx, const position *, count);

	for (size_t i = 0; i < count; i++)
		cells[i] = FLOW_END;
	return cells;
}

placed table_place_row(const flow *f, const table_layout *t, const ramure_node *row, room r, const position *from)
{
	const position **cells = NULL; /* none goes on, as in most rows */
	const double pad = padding(f, row), top = from ? 0 : common_baseline(f, t, row);
	room inside = { r.x, r.y + pad, r.width, r.height - 2 * pad, r.fresh };
	stack main = measure_main(f, t, row, inside, from, top);
	bool opened = flow_open(f, RAMURE_TAG_TR, row), moved = false;
	double used = 0, least = flow_scaled(f, table_is_header(row) ? 30 : 36 - 4 * (1 - f->gaps));
	size_t i = 0;
	position *next;

	for (const ramure_node *cell = row->first; cell && i < t->count; cell = cell->next, i++) {
		const table_column *column = &t->columns[i];
		const position *at = from ? from->cells[i] : NULL;
		if (column->hidden)
			continue;
		double y = column->stacked ? main.y : from ? 0 : top - table_cell_baseline(f, t, cell, i);
		room box = { inside.x + column->x, inside.y + y, column->width, inside.height - y, r.fresh };
		placed p = { 0, at };

		if (column->stacked && y > 0)
			box.fresh = false;
		if (at != FLOW_END && (!column->stacked || main.ready))
			p = table_place_cell(f, t, cell, i, box, at);
		if (!cells && p.next != FLOW_END)
			cells = all_ended(f->canvas->ctx, t->count);
		if (cells)
			cells[i] = p.next;
		moved = moved || p.next != at;
		if (y + p.height > used && p.height > 0)
			used = y + p.height;
		if (column->stacked && p.height > 0)
			main.y += p.height;
		if (column->stacked && p.next != FLOW_END)
			main.ready = false;
	}
	flow_close(f, opened);
	if (!moved && cells)
		return (placed){ 0, from };
	used += 2 * pad;
	if (!cells)
		return (placed){ used > least ? used : least, FLOW_END };
	next = RAMURE_NEW(f->canvas->ctx, position);
	next->cells = cells;
	return (placed){ used, next };
}

placed table_try_row(const flow *f, const table_layout *t, const ramure_node *row, room r, const position *from)
{
	bool measuring = flow_measuring(f);
	placed p;

	f->canvas->list->measuring = true;
	p = table_place_row(f, t, row, r, from);
	f->canvas->list->measuring = measuring;
	return p;
}

double table_row_height(const flow *f, table_layout *t, const ramure_node *row, size_t index, double width)
{
	if (t->heights[index] < 0)
		t->heights[index] = table_try_row(f, t, row, (room){ 0, 0, width, FLOW_UNLIMITED, true }, NULL).height;
	return t->heights[index];
}
