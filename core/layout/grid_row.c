/* grid_row.c: one row of a grid: columns under a common line, cards, sections. */
#include "core/layout/grid_row.h"
#include "core/context.h"

/* The last of the heads that stand above the large figures. */
enum { HEADING = 1 };

static const ramure_node_type head_types[GRID_HEADS] = { RAMURE_LABEL, RAMURE_HEADING, RAMURE_NUMERAL, RAMURE_UNIT };
/* Above each of them, then above the text after them. */
static const double space_above[GRID_HEADS] = { 0, 2, 12, 2 };
static const double space_below[GRID_HEADS] = { 8, 8, 6, 12 };

static setting head_setting(const grid_row *g, ramure_node_type type)
{
	setting s = flow_role(RAMURE_ROLE_LABEL);

	if (type == RAMURE_HEADING)
		s = flow_role(g->width < 170 ? RAMURE_ROLE_CELL_STRONG : RAMURE_ROLE_COLUMN_HEADING);
	else if (type == RAMURE_NUMERAL)
		s = flow_role(RAMURE_ROLE_NUMERAL);
	else if (type == RAMURE_UNIT)
		s = flow_role(RAMURE_ROLE_CELL_STRONG);
	if (type == RAMURE_HEADING) {
		s.style.colour = RAMURE_PRIMARY;
		s.style.coloured = true;
	}
	if (type == RAMURE_NUMERAL && g->numeral > 0) {
		s.style.size = g->numeral;
		s.style.leading = g->numeral + 4;
	}
	s.style.balanced = true;
	return s;
}

static ramure_tag head_tag(const ramure_node *head)
{
	return head->type == RAMURE_HEADING ? structure_heading_tag(head->heading->level) : RAMURE_TAG_P;
}

/* Few columns hold large figures; a figure never leaves its column. */
static double numeral_size(const flow *f, const grid_row *g)
{
	double size = g->width < 240 ? 54 : 72;

	for (size_t i = 0; i < g->count; i++) {
		const ramure_node *numeral = ramure_child(g->columns[i], RAMURE_NUMERAL);
		grid_row at_size = { .numeral = size };
		double natural, least;

		if (!numeral)
			continue;
		flow_text_widths(f, numeral, head_setting(&at_size, RAMURE_NUMERAL), &natural, &least);
		if (natural > g->width - 2 * g->padding && natural > 0)
			size *= (g->width - 2 * g->padding) / natural;
	}
	return size < 20 ? 20 : size;
}

static void measure_heads(const flow *f, grid_row *g)
{
	double inside = g->width - 2 * g->padding;
	int last = -1;

	g->top = g->padding + (g->cards ? 0 : flow_scaled(f, 12));
	for (int part = 0; part < GRID_HEADS; part++) {
		for (size_t i = 0; i < g->count; i++) {
			const ramure_node *head = ramure_child(g->columns[i], head_types[part]);
			double height = head ? flow_text_height(f, head, head_setting(g, head_types[part]), inside) : 0;
			g->heads[part] = height > g->heads[part] ? height : g->heads[part];
		}
		if (g->heads[part] <= 0)
			continue;
		g->top += g->heads[part] + (last >= 0 ? flow_scaled(f, space_above[part]) : 0);
		last = part;
		if (part <= HEADING)
			g->high_top = g->top;
	}
	if (last >= 0)
		g->top += flow_scaled(f, space_below[last]);
	/* Its first line then stands beside the upper half of the figures. */
	g->high_top = last > HEADING ? (g->high_top > 0 ? g->high_top + flow_scaled(f, 20) : g->top) : g->top;
}

static ramure_role text_role(const flow *f, const grid_row *g)
{
	if (f->role != RAMURE_ROLE_BODY && f->role != RAMURE_ROLE_CELL)
		return f->role;
	return g->width < 220 ? RAMURE_ROLE_SMALL : RAMURE_ROLE_CELL;
}

grid_row grid_row_of(const flow *f, const ramure_node *first, size_t count, size_t across, bool cards, double width)
{
	grid_row g = { .count = count, .cards = cards, .gutter = cards ? 12 : 24 };

	g.width = (width - g.gutter * (double)(across - 1)) / (double)across;
	g.padding = cards ? flow_inset(f, 12, g.width) : 0;
	for (size_t i = 0; first && i < count; i++) {
		g.columns[i] = first;
		do
			first = first->next;
		while (first && first->type != g.columns[0]->type);
	}
	g.numeral = numeral_size(f, &g);
	g.inner = *f;
	g.inner.role = text_role(f, &g);
	g.inner.measure = 0;
	g.inner.columns = 1;
	g.inner.alone = false;
	measure_heads(f, &g);
	return g;
}

static double text_top(const grid_row *g, size_t i)
{
	bool figure = ramure_child(g->columns[i], RAMURE_NUMERAL) || ramure_child(g->columns[i], RAMURE_UNIT);

	return figure ? g->top : g->high_top;
}

static room text_room(const grid_row *g, size_t i, room r, bool begins)
{
	double top = begins ? text_top(g, i) : g->padding + (g->cards ? 0 : flow_scaled(&g->inner, 12));
	double x = r.x + (double)i * (g->width + g->gutter) + g->padding;

	double height = r.height - top - g->padding;
	/* Under high heads there is less than a page: what is too high for that waits for the next one. */
	bool fresh = r.fresh && (!begins || height > g->inner.page / 2);

	return (room){ x, r.y + top, g->width - 2 * g->padding, height, fresh };
}

static placed place_text(const grid_row *g, size_t i, room r, const position *from)
{
	flow inner = g->inner;

	inner.title = g->columns[i];
	return flow_blocks(&inner, g->columns[i], r, from);
}

static void put_heads(const flow *f, const grid_row *g, size_t i, room r)
{
	double y = r.y + g->padding + (g->cards ? 0 : flow_scaled(f, 12));
	double x = r.x + (double)i * (g->width + g->gutter) + g->padding;
	bool above = false;

	for (int part = 0; part < GRID_HEADS; part++) {
		const ramure_node *head = ramure_child(g->columns[i], head_types[part]);
		setting s = head_setting(g, head_types[part]);
		/* The side bearing of a large digit would show as an indent. */
		double nudge = head_types[part] == RAMURE_NUMERAL ? flow_scaled(f, g->numeral / 24) : 0;

		if (g->heads[part] <= 0)
			continue;
		y += above ? flow_scaled(f, space_above[part]) : 0;
		if (head)
			flow_text_whole(f, head, s, head_tag(head),
					(room){ x - nudge, y, g->width - 2 * g->padding, FLOW_UNLIMITED, true });
		y += g->heads[part];
		above = true;
	}
}

static void put_ground(const flow *f, const grid_row *g, size_t i, room r, double height)
{
	double x = r.x + (double)i * (g->width + g->gutter);
	ramure_paint tint = { .fill = RAMURE_TINT, .filled = true }, bar = { .fill = RAMURE_PRIMARY, .filled = true };

	if (g->cards)
		ramure_draw_rect(f->canvas, (ramure_box){ x, r.y, g->width, height }, 3, &tint);
	else
		ramure_draw_rect(f->canvas, (ramure_box){ x, r.y, g->width, 3 }, 0, &bar);
}

placed grid_row_place(const flow *f, const grid_row *g, room r, const position *from)
{
	const position **cells = RAMURE_NEW_ARRAY(f->canvas->ctx, const position *, GRID_MOST_ACROSS);
	bool measuring = flow_measuring(f), done = true, moved = false;
	double height = from ? 0 : g->high_top;
	position *next;

	f->canvas->list->measuring = true;
	for (size_t i = 0; i < g->count; i++) {
		const position *at = from ? from->cells[i] : NULL;
		room text = text_room(g, i, r, !from);
		placed p = { 0, at };

		if (at != FLOW_END && (text.height > 0 || text.fresh))
			p = place_text(g, i, text, at);
		cells[i] = p.next;
		done = done && p.next == FLOW_END;
		moved = moved || p.next != at;
		if (text.y - r.y + p.height > height && (p.height > 0 || !from))
			height = text.y - r.y + p.height;
	}
	f->canvas->list->measuring = measuring;
	height += g->padding;
	/* Heads alone are a piece when nothing has room under them. */
	moved = moved || (!from && r.fresh && g->top > 40);
	if ((!moved && !done) || (!r.fresh && height > r.height + FLOW_SLACK))
		return (placed){ 0, from };
	for (size_t i = 0; i < g->count && !measuring; i++) {
		bool opened;
		if (from && from->cells[i] == FLOW_END)
			continue;
		opened = flow_open(f, RAMURE_TAG_SECT, g->columns[i]);
		put_ground(f, g, i, r, height);
		if (!from)
			put_heads(f, g, i, r);
		if (cells[i] != (from ? from->cells[i] : NULL))
			place_text(g, i, text_room(g, i, r, !from), from ? from->cells[i] : NULL);
		flow_close(f, opened);
	}
	if (done)
		return (placed){ height, FLOW_END };
	next = RAMURE_NEW(f->canvas->ctx, position);
	next->cells = cells;
	return (placed){ height, next };
}
