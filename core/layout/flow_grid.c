/* flow_grid.c: things side by side: columns under a common line, cards, sections. */
#include "core/context.h"
#include "core/layout/flow.h"

#include <string.h>

/* From SEVERAL_ROWS columns on, more change nothing in how many stand across. */
enum { MOST_ACROSS = 4, HEADING = 1, SEVERAL_ROWS = 10 };

/* One row of a grid: columns that share the lines of their label, heading, figure and unit. */
typedef struct grid_row {
	const ramure_node *columns[MOST_ACROSS];
	size_t count;
	size_t across; /* places in the row; the last row may have fewer columns */
	bool cards;
	double gutter, width;
	double padding;  /* of cards */
	double numeral;  /* size of the large figures */
	double heads[4]; /* heights of label, heading, numeral, unit; 0 when no column has one */
	double top;      /* where the texts begin, from the row's top */
	double high_top; /* in columns that have no large figure, beside others that have */
	flow inner;
} grid_row;

static const ramure_node_type head_types[4] = { RAMURE_LABEL, RAMURE_HEADING, RAMURE_NUMERAL, RAMURE_UNIT };
/* Above each of them, then above the text after them. */
static const double space_above[4] = { 0, 2, 12, 2 };
static const double space_below[4] = { 8, 8, 6, 12 };

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
	return head->type == RAMURE_HEADING ? flow_heading_tag(head) : RAMURE_TAG_P;
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
	for (int part = 0; part < 4; part++) {
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

static grid_row grid_row_of(const flow *f, const ramure_node *first, size_t count, size_t across, bool cards,
			    double width)
{
	grid_row g = { .count = count, .across = across, .cards = cards, .gutter = cards ? 12 : 24 };

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

	for (int part = 0; part < 4; part++) {
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

/* Measures a row, then draws what fits of it. */
static placed place_grid_row(const flow *f, const grid_row *g, room r, const position *from)
{
	const position **cells = RAMURE_NEW_ARRAY(f->canvas->ctx, const position *, MOST_ACROSS);
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

/* Counts no further than `most`: there may be thousands, and every page asks. */
static size_t count_columns(const ramure_node *first, size_t most)
{
	size_t count = 0;

	for (; first && count < most; first = first->next)
		count += first->type == RAMURE_COLUMN || first->type == RAMURE_SECTION;
	return count;
}

/* 1 across the width, 2 and 3 and 4 in a row, 5 and 6 in rows of three, more in rows of four. */
static size_t how_many_across(const flow *f, size_t count, double width)
{
	size_t across = count <= 4 ? count : count <= 6 || count == 9 ? 3 : 4;
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
	p = place_grid_row(f, g, (room){ r.x, r.y, r.width, r.height, false }, NULL);
	if (p.next == FLOW_END)
		return false;
	p = place_grid_row(f, g, (room){ r.x, r.y, r.width, f->page, false }, NULL);
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
	across = how_many_across(f, count_columns(first, SEVERAL_ROWS), r.width);
	column = from ? from->node : first;
	while (column) {
		size_t count = count_columns(column, across);
		grid_row g = grid_row_of(f, column, count, across, cards, r.width);
		double space = y > 0 ? flow_scaled(f, cards ? 12 : 20) * f->gaps : 0;
		room rest_room = room_below(r, y + space);
		placed p = { 0, rest };

		rest_room.fresh = r.fresh && y <= 0;
		if (rest_room.height > 0 && !row_waits(f, &g, rest_room, rest))
			p = place_grid_row(f, &g, rest_room, rest);
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

enum { MOST_SECTIONS = 12, MOST_IN_ROW = 3 };

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
	size_t lines = (rows->count + MOST_IN_ROW - 1) / MOST_IN_ROW, across = (rows->count + lines - 1) / lines;
	double height = 0;

	if (rows->count <= MOST_IN_ROW)
		return false;
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
	void **slot = flow_slot(f, parent, -4);
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
	*flow_slot(f, parent, -4) = rows;
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
	p = place_grid_row(f, &g, r, NULL);
	f->canvas->list->measuring = measuring;
	if (p.next != FLOW_END)
		return (placed){ 0, NULL };
	return measuring ? p : place_grid_row(f, &g, r, NULL);
}
