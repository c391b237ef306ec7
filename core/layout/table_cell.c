/* table_cell.c: the cells of a table: how they are set, and the status marks that are shown as pills. */
#include "core/context.h"
#include "core/layout/flow_table.h"

const ramure_node *table_pill(const ramure_node *cell)
{
	const ramure_node *p = cell->first;
	const ramure_node *mark;

	if (!p || p != cell->last || p->type != RAMURE_PARAGRAPH)
		return NULL;
	mark = p->first;
	if (!mark || mark != p->last || mark->type != RAMURE_STATUS_MARK || mark->mark->ground == RAMURE_PAPER)
		return NULL;
	return mark;
}

double table_pill_width(const flow *f, const ramure_node *mark)
{
	const double usual = flow_scaled(f, 140), around = flow_scaled(f, 25 + 10);
	double natural, least;

	flow_text_widths(f, mark, flow_role(RAMURE_ROLE_SMALL_STRONG), &natural, &least);
	return natural + around > usual ? natural + around : usual;
}

flow table_cell_flow(const flow *f, const table_layout *t, const ramure_node *cell, size_t column)
{
	const ramure_table_info *info = t->table->table;
	flow inner = *f;

	inner.in_cell = true;
	inner.level = 0;
	inner.measure = 0;
	inner.columns = 1;
	inner.role = cell->cell->role == RAMURE_ROLE_BODY ? RAMURE_ROLE_CELL : cell->cell->role;
	if (f->role == RAMURE_ROLE_DETAIL && inner.role == RAMURE_ROLE_CELL) /* not larger than the notes around */
		inner.role = RAMURE_ROLE_SMALL;
	if (t->density > 0 && inner.role != RAMURE_ROLE_SOURCE)
		inner.role = t->density == 1 ? RAMURE_ROLE_SMALL : RAMURE_ROLE_SOURCE;
	inner.align = t->columns[column].align;
	inner.coloured = cell->cell->coloured || t->density == 2;
	inner.colour = cell->cell->coloured ? cell->cell->colour : RAMURE_INK;
	inner.strong = cell->parent->row->total || (column < info->column_count && info->columns[column].strong);
	if (t->columns[column].stacked) {
		inner.role = RAMURE_ROLE_SMALL;
		inner.align = RAMURE_START;
		inner.coloured = true;
		inner.colour = cell->cell->coloured ? cell->cell->colour : RAMURE_MUTED;
	}
	if (table_is_header(cell->parent)) {
		inner.role = t->density == 2 ? RAMURE_ROLE_SOURCE : RAMURE_ROLE_SMALL;
		inner.strong = !t->columns[column].stacked;
		inner.coloured = true;
		inner.colour = RAMURE_PAPER;
	}
	return inner;
}

/* A long word or a narrow column leaves no room for a pill: then its words are set as text beside the shape. */
static const ramure_node *fitting_pill(const flow *f, const ramure_node *cell, double width)
{
	const ramure_node *mark = table_pill(cell);

	return mark && table_pill_width(f, mark) <= width + FLOW_SLACK ? mark : NULL;
}

/* Before what a stacked cell says stands what its column is called: the head alone is too far away. */
typedef struct cell_name {
	ramure_text words; /* NULL: nothing does */
	ramure_style style;
	double beside, above; /* what it takes of the cell's width, or of its height when it is long */
} cell_name;

static bool says_anything(const ramure_node *cell)
{
	ramure_walk walk = ramure_walk_from(cell);

	while (ramure_walk_next(&walk))
		if (walk.entering && (walk.node->text.size || walk.node->type == RAMURE_STATUS_MARK ||
				      walk.node->type == RAMURE_IMAGE || walk.node->type == RAMURE_FIGURE))
			return true;
	return false;
}

static cell_name name_of(const flow *f, const table_layout *t, const ramure_node *cell, size_t column, double width)
{
	cell_name name = { .style = { .role = RAMURE_ROLE_SMALL, .colour = RAMURE_MUTED, .coloured = true } };
	ramure_text_size size;

	if (!t->columns[column].stacked || !t->columns[column].name || table_is_header(cell->parent) ||
	    !says_anything(cell))
		return name;
	name.words = t->columns[column].name;
	size = ramure_text_measure(f->canvas, name.words, name.style, width);
	if (size.width < width / 2)
		name.beside = size.width + flow_scaled(f, 4);
	else
		name.above = size.height;
	return name;
}

static placed place_named(const flow *f, const flow *inner, const ramure_node *cell, const cell_name *name, room r,
			  const position *from)
{
	double above = from ? 0 : name->above;
	bool measuring = flow_measuring(f);
	room below = room_below(r, above);
	placed p;

	below.x += name->beside;
	below.width -= name->beside;
	/* It is said first, when something of the cell has room under it. */
	if (!from && !measuring) {
		f->canvas->list->measuring = true;
		p = flow_blocks(inner, cell, below, from);
		f->canvas->list->measuring = false;
		if (p.height > 0) {
			ramure_repeat_begin(f->canvas);
			ramure_text_draw(f->canvas, name->words, name->style, r.x, r.y,
					 name->beside > 0 ? name->beside : r.width);
			ramure_repeat_end(f->canvas);
		}
	}
	p = flow_blocks(inner, cell, below, from);
	if (p.height > 0)
		p.height += above;
	return p;
}

placed table_place_cell(const flow *f, const table_layout *t, const ramure_node *cell, size_t column, room r,
			const position *from)
{
	flow inner = table_cell_flow(f, t, cell, column);
	const ramure_node *pill = fitting_pill(f, cell, r.width);
	bool head = cell->cell->header || table_is_header(cell->parent);
	/* What comes back beside each part of a wide table says what a row is about. */
	bool row_head = !head && column < (t->part_count > 1 ? table_kept_columns(t) : t->table->table->header_columns);
	bool again = t->columns[column].again && !flow_measuring(f);
	cell_name name = name_of(f, t, cell, column, r.width);
	bool opened;
	placed p;

	if (again)
		ramure_repeat_begin(f->canvas);
	opened = flow_open(f, head || row_head ? RAMURE_TAG_TH : RAMURE_TAG_TD, cell);
	if (opened && (head || row_head))
		ramure_scope(f->canvas, table_is_header(cell->parent) ? RAMURE_SCOPE_COLUMN : RAMURE_SCOPE_ROW);
	if (name.words) {
		p = place_named(f, &inner, cell, &name, r, from);
	} else if (!pill) {
		p = flow_blocks(&inner, cell, r, from);
	} else if (r.height + FLOW_SLACK < flow_scaled(f, 22) && !r.fresh) {
		p = (placed){ 0, from };
	} else {
		p = (placed){ flow_scaled(f, 22), FLOW_END };
		if (!flow_measuring(f))
			ramure_draw_pill(f->canvas, *pill->mark, pill, r.x, r.y, table_pill_width(f, pill));
	}
	flow_close(f, opened);
	if (again)
		ramure_repeat_end(f->canvas);
	return p;
}

double table_cell_baseline(const flow *f, const table_layout *t, const ramure_node *cell, size_t column)
{
	flow inner = table_cell_flow(f, t, cell, column);
	const ramure_node *n = cell;

	if (fitting_pill(f, cell, t->columns[column].width))
		return flow_scaled(f, 2) + flow_text_baseline(f, table_pill(cell), flow_role(RAMURE_ROLE_SMALL_STRONG));
	while (n && n->type != RAMURE_PARAGRAPH)
		n = n->first;
	return n ? flow_text_baseline(&inner, n, flow_setting(&inner, n)) : 0;
}
