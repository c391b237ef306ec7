/* flow_table.c: tables by rows, whose head comes back on every page; a row higher than a page goes on by lines. */
#include "core/layout/flow_table.h"
#include "core/context.h"

#include <string.h>

static const ramure_node *first_row(const ramure_node *child)
{
	while (child && child->type != RAMURE_ROW)
		child = child->next;
	return child;
}

static const ramure_node *next_row(const ramure_node *row)
{
	return first_row(row->next);
}

static void measure_header(const flow *f, table_layout *t, double width)
{
	size_t i = 0;

	t->heights = RAMURE_NEW_ARRAY(f->canvas->ctx, double, t->row_count + 1);
	for (i = 0; i < t->row_count; i++)
		t->heights[i] = -1;
	t->header = 0;
	i = 0;
	for (const ramure_node *row = first_row(t->table->first); row && table_is_header(row); row = next_row(row))
		t->header += table_row_height(f, t, row, i++, width);
	t->repeats = t->header < f->page * 0.4;
}

static table_layout *layout_of(const flow *f, const ramure_node *table, double width)
{
	void **slot = flow_slot(f, table, width);
	table_layout *t = *slot;

	if (t)
		return t;
	t = RAMURE_NEW(f->canvas->ctx, table_layout);
	t->table = table;
	t->caption = ramure_child(table, RAMURE_CAPTION);
	t->source = ramure_child(table, RAMURE_SOURCE);
	for (const ramure_node *row = first_row(table->first); row; row = next_row(row)) {
		size_t cells = 0;
		for (const ramure_node *cell = row->first; cell; cell = cell->next)
			cells++;
		t->count = cells > t->count ? cells : t->count;
		t->row_count++;
	}
	t->columns = RAMURE_NEW_ARRAY(f->canvas->ctx, table_column, t->count + 1);
	table_columns(f, t, width);
	measure_header(f, t, width);
	*flow_slot(f, table, width) = t;
	return t;
}

/* A part of a table that goes on by columns; made once. */
static table_layout *part_of(const flow *f, table_layout *whole, size_t part, double width)
{
	table_layout *t;

	if (whole->part_count < 2)
		return whole;
	t = whole->parts[part];
	if (t)
		return t;
	t = whole->parts[part] = RAMURE_NEW(f->canvas->ctx, table_layout);
	*t = *whole;
	t->part = part;
	t->columns = RAMURE_NEW_ARRAY(f->canvas->ctx, table_column, t->count + 1);
	memcpy(t->columns, whole->columns, t->count * sizeof *t->columns);
	table_part_columns(f, t, width);
	measure_header(f, t, width);
	return t;
}

static void fill_row(const flow *f, const table_layout *t, const ramure_node *row, size_t index, ramure_box box)
{
	ramure_paint dark = { .fill = RAMURE_PRIMARY, .filled = true }, warm = { .fill = RAMURE_WARM, .filled = true };

	if (flow_measuring(f))
		return;
	if (table_is_header(row))
		ramure_draw_rect(f->canvas, box, 0, &dark);
	else if (t->zebra && index % 2)
		ramure_draw_rect(f->canvas, box, 0, &warm);
}

static void rule_row(const flow *f, const ramure_node *row, bool last, double x, double y, double width)
{
	const ramure_node *next = next_row(row);
	bool total = next && next->row->total;

	if (flow_measuring(f) || (table_is_header(row) && !last))
		return;
	ramure_draw_line(f->canvas, x, y, x + width, y, last ? 1.5 : 0.75,
			 last || total ? RAMURE_PRIMARY : RAMURE_HAIRLINE);
}

static double put_header(const flow *f, table_layout *t, room r, bool again)
{
	size_t i = 0;
	double y = 0;

	if (again)
		ramure_repeat_begin(f->canvas);
	for (const ramure_node *row = first_row(t->table->first); row && table_is_header(row); row = next_row(row)) {
		double height = table_row_height(f, t, row, i, r.width);
		room at = { r.x, r.y + y, r.width, height, true };

		fill_row(f, t, row, i++, (ramure_box){ at.x, at.y, at.width, at.height });
		if (!flow_measuring(f))
			table_place_row(f, t, row, at, NULL);
		y += height;
	}
	if (again)
		ramure_repeat_end(f->canvas);
	return y;
}

/* Which rows stand in a room: a rest of the row that began on the page before, whole rows, a beginning of one. */
typedef struct cut {
	size_t whole; /* rows after the rest, if any */
	size_t left;  /* rows that the next page takes */
	bool split;   /* the row after them is cut here */
	double after; /* room to keep under the last row */
} cut;

static cut cut_rows(const flow *f, table_layout *t, const ramure_node *row, size_t index, const position *rest, room r,
		    double after)
{
	cut c = { .after = after };
	double y = 0;

	if (rest) {
		placed p;
		if (!next_row(row))
			r.height -= after;
		p = table_try_row(f, t, row, r, rest);
		if (p.next != FLOW_END)
			return c;
		y = p.height;
		row = next_row(row);
		index++;
	}
	for (; row; row = next_row(row), index++) {
		double height = table_row_height(f, t, row, index, r.width) + (next_row(row) ? 0 : after);
		if (y + height > r.height + FLOW_SLACK)
			break;
		y += height;
		c.whole++;
	}
	if (!row)
		return c;
	c.left = t->row_count - index;
	if (!c.whole && !rest)
		c.split = r.fresh || (table_row_height(f, t, row, index, r.width) > f->page - t->header &&
				      r.height > f->page * 0.4);
	else if (c.left == 1 && c.whole > 2 && table_row_height(f, t, row, index, r.width) < f->page / 2)
		c.whole--; /* never one row alone */
	return c;
}

static const position *row_position(const flow *f, const table_layout *t, const ramure_node *row, size_t index,
				    const position *inner)
{
	position *p = RAMURE_NEW(f->canvas->ctx, position);

	*p = (position){ .node = row, .line = index, .inner = inner };
	if (t->part_count > 1) {
		p->first_column = (uint32_t)(t->part ? t->first : 0);
		p->end_column = (uint32_t)t->end;
	}
	return p;
}

/* Places the rows that cut_rows() chose; answers the height and where the next page begins. */
static placed put_rows(const flow *f, table_layout *t, const ramure_node *row, size_t index, const position *rest,
		       const cut *c, room r)
{
	size_t count = c->whole + (rest ? 1 : 0) + (c->split ? 1 : 0);
	double y = 0;

	for (size_t i = 0; i < count; i++) {
		room at = room_below(r, y);
		placed p;

		at.fresh = true;
		if (!next_row(row))
			at.height -= c->after;
		if ((rest && i == 0) || (c->split && i + 1 == count))
			p = table_try_row(f, t, row, at, rest);
		else
			p = (placed){ table_row_height(f, t, row, index, r.width), FLOW_END };
		fill_row(f, t, row, index, (ramure_box){ r.x, at.y, r.width, p.height });
		if (!flow_measuring(f))
			p.next = table_place_row(f, t, row, at, rest).next;
		y += p.height;
		rule_row(f, row, i + 1 == count, r.x, r.y + y, r.width);
		if (p.next != FLOW_END) {
			return (placed){ y, row_position(f, t, row, index, p.next) };
		}
		rest = NULL;
		row = next_row(row);
		index++;
	}
	if (!row)
		return (placed){ y, FLOW_END };
	return (placed){ y, row_position(f, t, row, index, NULL) };
}

/* The first row that does not belong to a head that comes back. */
static const ramure_node *first_body_row(const table_layout *t, bool repeats, size_t *index)
{
	const ramure_node *row = first_row(t->table->first);

	*index = 0;
	for (; repeats && row && table_is_header(row); row = next_row(row))
		++*index;
	return row;
}

static void tell_too_wide(const flow *f, const table_layout *t)
{
	if (t->part_count < 2)
		return;
	ramure_info(f->canvas->ctx, t->table->span, "wide-table",
		    "the table is too wide: its columns go on in %zu parts, each with the first one", t->part_count);
	ramure_hint(f->canvas->ctx, "divide it into two tables, or leave columns out");
}

/* The rows of a part, from the beginning of the part or from a row on. */
static placed place_part(const flow *f, table_layout *t, room r, const position *from)
{
	bool begins = !from || !from->node;
	bool last_part = t->part + 1 >= t->part_count;
	const ramure_node *caption = begins && !t->part ? t->caption : NULL;
	const ramure_node *source = last_part ? t->source : NULL;
	const position *rest = from ? from->inner : NULL;
	const double small_gap = flow_scaled(f, 6);
	double above = caption ? flow_caption_height(f, caption, r.width) + small_gap : 0;
	double after = source ? flow_text_height(f, source, flow_role(RAMURE_ROLE_SOURCE), r.width) + small_gap : 0;
	/* A head that takes most of what there is comes once, and is cut as rows are. */
	bool repeats = t->repeats && !(r.fresh && t->header > r.height * 0.6);
	double head = repeats ? t->header : 0;
	size_t index = begins ? 0 : from->line;
	const ramure_node *row = begins ? first_body_row(t, repeats, &index) : from->node;
	room rows = { r.x, r.y + above + head, r.width, r.height - above - head, r.fresh };
	cut c = cut_rows(f, t, row, index, rest, rows, after);
	placed p;

	/* A head does not stand alone, nor with a single row when there are more. */
	if (row && !c.whole && !c.split && !rest)
		return (placed){ 0, from };
	if (begins && !r.fresh && c.whole == 1 && c.left > 1)
		return (placed){ 0, from };
	if (!row && !r.fresh && above + head + after > r.height + FLOW_SLACK)
		return (placed){ 0, from };
	flow_caption(f, caption, RAMURE_TAG_CAPTION, (room){ r.x, r.y, r.width, FLOW_UNLIMITED, true });
	if (repeats)
		put_header(f, t, room_below(r, above), !begins);
	p = put_rows(f, t, row, index, rest, &c, rows);
	p.height += above + head;
	return p;
}

/* Where the part after `t` begins. */
static const position *next_part(const flow *f, const table_layout *t)
{
	position *p = RAMURE_NEW(f->canvas->ctx, position);

	p->first_column = (uint32_t)t->end;
	p->end_column = (uint32_t)t->starts[t->part + 2];
	return p;
}

static size_t part_at(const table_layout *whole, const position *from)
{
	size_t part = 0;

	while (from && from->first_column && part + 1 < whole->part_count && whole->starts[part] < from->first_column)
		part++;
	return part;
}

/* Whether it begins at the right: its first text says so. */
static bool at_right(const flow *f, const table_layout *t)
{
	const ramure_node *row = first_row(t->table->first);
	size_t i = 0;

	for (const ramure_node *cell = row ? row->first : NULL; cell && i < t->count; cell = cell->next, i++) {
		flow inner = table_cell_flow(f, t, cell, i);
		const ramure_node *text = cell->first;

		if (text && text->type == RAMURE_PARAGRAPH && ramure_plain_text(f->canvas->ctx, text).size)
			return flow_text_at_right(&inner, text, flow_setting(&inner, text));
	}
	return f->canvas->list->turned;
}

placed flow_table(const flow *f, const ramure_node *table, room r, const position *from)
{
	table_layout *whole = layout_of(f, table, r.width), *t;
	const double between = flow_scaled(f, 18), small_gap = flow_scaled(f, 6);
	const position *at = from;
	display_turn turn = display_turn_begin(f->canvas->list, at_right(f, whole));
	bool opened = flow_open(f, RAMURE_TAG_TABLE, table);
	double y = 0;
	placed p;

	if (!from && !flow_measuring(f))
		tell_too_wide(f, whole);
	for (size_t part = part_at(whole, from);; part++) {
		room rest = room_below(r, y > 0 ? y + between : 0);

		t = part_of(f, whole, part, r.width);
		p = (placed){ 0, at };
		if (rest.height > 0 || rest.fresh)
			p = place_part(f, t, rest, at);
		if (p.next == at)
			break;
		y += p.height + (y > 0 ? between : 0);
		at = p.next;
		if (p.next != FLOW_END || part + 1 >= whole->part_count)
			break;
		at = next_part(f, t);
	}
	flow_close(f, opened);
	if (at == FLOW_END && t->source)
		y += small_gap + flow_text_whole(f, t->source, flow_role(RAMURE_ROLE_SOURCE), RAMURE_TAG_P,
						 room_below(r, y + small_gap));
	display_turn_end(f->canvas->list, turn, r.x + r.width / 2);
	return (placed){ y, at };
}
