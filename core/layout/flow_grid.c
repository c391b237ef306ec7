/* flow_grid.c: columns and cards in rows that are as wide as the box. */
#include "core/context.h"
#include "core/layout/grid_row.h"

/* Counts no further than `most`: there may be thousands, and every page asks. */
static size_t count_columns(const ramure_node *first, size_t most)
{
	size_t count = 0;

	for (; first && count < most; first = first->next)
		count += first->type == RAMURE_COLUMN;
	return count;
}

size_t flow_across(size_t count)
{
	return count <= 4 ? count : count <= 6 || count == 9 ? 3 : 4;
}

static size_t how_many_across(const flow *f, size_t count, double width)
{
	size_t across = flow_across(count);
	double least = flow_scaled(f, 132);

	while (across > 1 && (width - 24 * (double)(across - 1)) / (double)across < least)
		across--;
	return across ? across : 1;
}

static const ramure_node *skip_columns(const ramure_node *column, size_t count)
{
	while (column && count) {
		column = column->next;
		if (column && column->type == RAMURE_COLUMN)
			count--;
	}
	return column;
}

/* A row stands whole when a page can hold it. */
static bool waits(const flow *f, const grid_row *g, room r, const position *from)
{
	placed p;

	if (from || r.fresh)
		return false;
	p = grid_row_place(f, g, (room){ r.x, r.y, r.width, r.height, false }, NULL);
	if (p.next == FLOW_END)
		return false;
	p = grid_row_place(f, g, (room){ r.x, r.y, r.width, f->page, false }, NULL);
	return p.next == FLOW_END || r.height < f->page * 0.4;
}

static bool row_waits(const flow *f, const grid_row *g, room r, const position *from)
{
	bool measuring = flow_measuring(f), answer;

	f->canvas->list->measuring = true;
	answer = waits(f, g, r, from);
	f->canvas->list->measuring = measuring;
	return answer;
}

placed flow_columns(const flow *f, const ramure_node *columns, room r, const position *from)
{
	const ramure_node *first = columns->first, *column;
	const position *rest = from ? from->inner : NULL;
	bool cards = columns->columns->cards;
	size_t across;
	double y = 0;
	position *next;

	while (first && first->type != RAMURE_COLUMN)
		first = first->next;
	across = how_many_across(f, count_columns(first, FLOW_SEVERAL_ROWS), r.width);
	column = from ? from->node : first;
	while (column) {
		size_t count = count_columns(column, across);
		grid_row g = grid_row_of(f, column, count, across, cards, r.width);
		double space = y > 0 ? flow_scaled(f, cards ? 12 : 20) * f->gaps : 0;
		room rest_room = room_below(r, y + space);
		placed p = { 0, rest };

		rest_room.fresh = r.fresh && y <= 0;
		if (rest_room.height > 0 && !row_waits(f, &g, rest_room, rest))
			p = grid_row_place(f, &g, rest_room, rest);
		if (p.next == rest && y <= 0)
			return (placed){ 0, from };
		if (p.next == rest || p.next != FLOW_END) {
			next = RAMURE_NEW(f->canvas->ctx, position);
			*next = (position){ .node = column, .inner = p.next };
			return (placed){ p.next == rest ? y : y + space + p.height, next };
		}
		y += space + p.height;
		rest = NULL;
		column = skip_columns(column, count);
	}
	return (placed){ y, FLOW_END };
}
