/* table_columns.c: how wide the columns of a table are, which ones move under the main text or to another part. */
#include "core/context.h"
#include "core/layout/flow_table.h"

/* The bounds of a column: as wide as its widest cell unbroken; as its longest word. */
typedef struct extent {
	double natural, least;
	double head; /* the longest word of the header, which may wrap when room is short */
	double share;
	bool text;            /* has texts long enough to wrap */
	bool pill;            /* shows states as pills */
	ramure_cell_text all; /* of one cell */
} extent;

/* A text wider than this wraps anyway: it may not take all the surplus for itself.  A header as short as this wraps in
 * no size. */
enum { WIDEST_WISH = 1200, SHORT_CHARACTERS = 12, SHORT_HEADER = 64, MOST_STACKED = 3 };

/* Whether a column has no place of its own. */
static bool is_absent(const table_layout *t, size_t column)
{
	return t->columns[column].stacked || t->columns[column].hidden;
}

static void widen(extent *e, double natural, double least)
{
	e->natural = natural > e->natural ? natural : e->natural;
	e->least = least > e->least ? least : e->least;
}

/* The bounds of blocks: their texts, deeper for each list that they stand in. */
static void measure_blocks(const flow *f, const ramure_node *root, extent *e)
{
	ramure_walk walk = ramure_walk_from(root);
	double indent = 0;

	while (ramure_walk_next(&walk)) {
		const ramure_node *n = walk.node;
		double natural, least;

		if (n->type == RAMURE_LIST)
			indent += walk.entering ? flow_scaled(f, 22) : -flow_scaled(f, 22);
		else if (walk.entering && n->type == RAMURE_PARAGRAPH) {
			flow_text_widths(f, n, flow_setting(f, n), &natural, &least);
			widen(e, natural + indent, least + indent);
			e->all.total += natural + indent;
			e->all.paragraphs++;
			walk.skip = true;
		} else if (walk.entering && n->type == RAMURE_FIGURE) {
			widen(e, n->figure->min_width, n->figure->min_width);
			walk.skip = true;
		} else if (walk.entering && (n->type == RAMURE_CODE || n->type == RAMURE_IMAGE)) {
			widen(e, flow_scaled(f, 200), flow_scaled(f, 60));
		} else if (walk.entering && n->type == RAMURE_FOOTNOTE) {
			walk.skip = true;
		}
	}
}

static void measure_cell(const flow *f, const table_layout *t, const ramure_node *cell, size_t column, extent *e)
{
	flow inner = table_cell_flow(f, t, cell, column);
	const ramure_node *pill = table_pill(cell);
	extent head = { 0 };

	if (pill) {
		e->pill = true;
		widen(e, table_pill_width(f, pill), table_pill_width(f, pill));
	} else if (t->density > 0 && table_is_header(cell->parent)) {
		measure_blocks(&inner, cell, &head);
		if (head.natural <= flow_scaled(f, SHORT_HEADER))
			head.least = head.natural;
		e->head = head.least > e->head ? head.least : e->head;
	} else {
		measure_blocks(&inner, cell, e);
	}
}

/* What the cells of the columns that have a place say, row by row; `shown` of them. */
static ramure_cell_text *row_texts(const flow *f, const table_layout *t, const ramure_node *table,
				   ramure_cell_text *next)
{
	for (const ramure_node *row = table->first; row; row = row->next) {
		const ramure_node *cell = row->first;

		for (size_t i = 0; i < t->count && row->type == RAMURE_ROW; i++) {
			extent e = { 0 };

			if (cell && !is_absent(t, i))
				measure_cell(f, t, cell, i, &e);
			cell = cell ? cell->next : NULL;
			if (is_absent(t, i))
				continue;
			e.all.widest = e.natural;
			*next++ = e.all;
		}
	}
	return next;
}

/* The same for all tables of its head; `rows` is set to how many rows they have. */
static ramure_cell_text *cell_texts(const flow *f, const table_layout *t, size_t shown, size_t *rows)
{
	ramure_cell_text *texts, *next;

	*rows = 0;
	for (size_t i = 0; i < t->kin_count; i++)
		for (const ramure_node *row = t->kin[i]->first; row; row = row->next)
			*rows += row->type == RAMURE_ROW;
	texts = next = RAMURE_NEW_ARRAY(f->canvas->ctx, ramure_cell_text, *rows * shown + 1);
	for (size_t i = 0; i < t->kin_count; i++)
		next = row_texts(f, t, t->kin[i], next);
	return texts;
}

static void measure_rows(const flow *f, const table_layout *t, const ramure_node *table, extent *extents)
{
	for (const ramure_node *row = table->first; row; row = row->next) {
		size_t i = 0;

		if (row->type != RAMURE_ROW)
			continue;
		for (const ramure_node *cell = row->first; cell && i < t->count; cell = cell->next, i++)
			measure_cell(f, t, cell, i, &extents[i]);
	}
}

static void measure_columns(const flow *f, const table_layout *t, extent *extents)
{
	const double short_width = flow_scaled(f, SHORT_CHARACTERS * 8);

	for (size_t i = 0; i < t->kin_count; i++)
		measure_rows(f, t, t->kin[i], extents);
	for (size_t i = 0; i < t->count; i++) {
		const ramure_column_info *column =
			i < t->table->table->column_count ? &t->table->table->columns[i] : NULL;
		extents[i].share = column ? column->share : 0;
		extents[i].text = extents[i].natural > short_width && !(column && column->fixed);
		if (!extents[i].text)
			extents[i].least = extents[i].natural;
		widen(&extents[i], extents[i].head, extents[i].head);
		if (extents[i].natural > WIDEST_WISH)
			extents[i].natural = WIDEST_WISH;
		if (extents[i].least > extents[i].natural)
			extents[i].least = extents[i].natural;
	}
}

/* Between texts: 24, or 18 when they must wrap, or 12 when there are many; less for very many.  12 after a column of
 * figures that leads the row. */
enum { WIDE = 24, CLOSER = 18, TIGHT = 12 };

static double space_before(const flow *f, const table_layout *t, size_t column, double space)
{
	if (column == 0 || is_absent(t, column))
		return 0;
	if (space <= TIGHT && t->count > 20 && t->part_count < 2)
		return flow_scaled(f, 240 / (double)t->count);
	return flow_scaled(f, column == 1 && t->columns[0].align == RAMURE_END ? TIGHT : space);
}

static double sum(const table_layout *t, const extent *extents, bool natural)
{
	double total = 0;

	for (size_t i = 0; i < t->count; i++)
		if (!is_absent(t, i))
			total += natural ? extents[i].natural : extents[i].least;
	return total;
}

static double all_spaces(const flow *f, const table_layout *t, double space)
{
	double total = 0;

	for (size_t i = 0; i < t->count; i++)
		total += space_before(f, t, i, space);
	return total;
}

/* In a narrow format, the fourth and later columns go one by one under the main text, until the rest has room; so do
 * three at most, or nobody would find a column again.  States are looked for in a column of their own. */
static void stack_columns(const flow *f, table_layout *t, const extent *extents, double width)
{
	const double enough = flow_scaled(f, 290); /* for the main text */

	t->main = 0;
	if (t->table->table->main_column < 0 || (size_t)t->table->table->main_column >= t->count || width >= 700)
		return;
	t->main = (size_t)t->table->table->main_column;
	for (size_t i = 3; i < t->count && i <= 3 + MOST_STACKED; i++) {
		double wanted = all_spaces(f, t, TIGHT);

		for (size_t j = 0; j < t->count; j++)
			if (!t->columns[j].stacked)
				wanted += j == t->main && extents[j].natural > enough ? enough
					  : extents[j].text && extents[j].natural > flow_scaled(f, 160)
						  ? flow_scaled(f, 160)
						  : extents[j].natural;
		if (wanted <= width)
			return;
		t->columns[i].stacked = i != t->main && !extents[i].pill;
	}
	if (t->count > 3 + MOST_STACKED)
		for (size_t i = 0; i < t->count; i++)
			t->columns[i].stacked = false;
}

/* What the head says of a column, for those who look far under it. */
static ramure_text stacked_name(ramure_ctx *ctx, const table_layout *t, size_t column)
{
	static const ramure_word named = { "%.*s:", "%.*s\u00A0:" };
	const ramure_node *row = ramure_child(t->table, RAMURE_ROW), *cell = row ? row->first : NULL;
	ramure_str words;

	for (size_t i = 0; cell && i < column; i++)
		cell = cell->next;
	if (!cell || !table_is_header(row))
		return NULL;
	words = ramure_plain_text(ctx, cell);
	return words.size
		       ? ramure_text_new(ctx, ramure_format(ctx, ramure_say(ctx, named), (int)words.size, words.data))
		       : NULL;
}

static bool too_wide(const flow *f, const table_layout *t, const extent *extents, double width)
{
	return sum(t, extents, false) + all_spaces(f, t, TIGHT) > width;
}

/* The column that takes what is left over: the one with the widest text, or words at least; t->count when all are
 * figures. */
static size_t widest_text(const table_layout *t, const extent *extents)
{
	size_t widest = t->count;

	for (size_t i = 0; i < t->count; i++)
		if (!is_absent(t, i) && extents[i].text &&
		    (widest == t->count || extents[i].natural > extents[widest].natural))
			widest = i;
	for (size_t i = 0; widest == t->count && i < t->count; i++)
		if (!is_absent(t, i) && t->columns[i].align == RAMURE_START)
			widest = i;
	return widest;
}

static void give_rest(table_layout *t, const extent *extents, double rest)
{
	size_t to = widest_text(t, extents), shown = 0;

	for (size_t i = 0; i < t->count; i++)
		shown += !is_absent(t, i);
	for (size_t i = 0; i < t->count; i++)
		if (to == t->count && !is_absent(t, i))
			t->columns[i].width += rest / (double)shown;
	if (to < t->count)
		t->columns[to].width += rest;
}

/* Columns that need less than an equal share keep their natural width; the others share what is left, in proportion to
 * what each lacks between its least and its natural width. */
static void share_out(table_layout *t, extent *extents, double total)
{
	double least = sum(t, extents, false), natural;
	bool again = least < total;

	while (again) {
		double left = total;
		size_t wanting = 0;

		for (size_t i = 0; i < t->count; i++) {
			if (is_absent(t, i))
				continue;
			left -= extents[i].least;
			wanting += extents[i].natural > extents[i].least;
		}
		again = false;
		for (size_t i = 0; i < t->count && wanting; i++) {
			double lack = extents[i].natural - extents[i].least;
			if (is_absent(t, i) || lack <= 0 || lack > left / (double)wanting)
				continue;
			extents[i].least = extents[i].natural;
			again = true;
		}
	}
	least = sum(t, extents, false);
	natural = sum(t, extents, true);
	for (size_t i = 0; i < t->count; i++) {
		const extent *e = &extents[i];
		if (is_absent(t, i))
			continue;
		if (natural <= total)
			t->columns[i].width = e->natural;
		else if (least < total)
			t->columns[i].width = e->least + (e->natural - e->least) * (total - least) / (natural - least);
		else
			t->columns[i].width = e->least * total / least;
	}
	if (natural < total)
		give_rest(t, extents, total - natural);
}

static void wish_shares(table_layout *t, extent *extents, double total)
{
	for (size_t i = 0; i < t->count; i++)
		if (extents[i].share > 0 && extents[i].share < 1 && extents[i].share * total > extents[i].least)
			extents[i].natural = extents[i].share * total;
}

static bool ends_with_pill(const table_layout *t)
{
	for (size_t i = 0; i < t->kin_count; i++)
		for (const ramure_node *row = t->kin[i]->first; row; row = row->next)
			if (row->type == RAMURE_ROW && row->last && table_pill(row->last))
				return true;
	return false;
}

size_t table_kept_columns(const table_layout *t)
{
	const ramure_table_info *info = t->table->table;
	size_t kept = info->header_columns > 0 ? info->header_columns : 1;

	/* A number says less than what it numbers. */
	return info->main_column == 1 && kept == 1 ? 2 : kept;
}

/* Shows the columns of a part beside those that come back. */
static void show_part(table_layout *t, size_t first, size_t end)
{
	size_t kept = table_kept_columns(t);

	t->first = first;
	t->end = end;
	for (size_t i = 0; i < t->count; i++) {
		t->columns[i].hidden = i >= kept && (i < first || i >= end);
		t->columns[i].again = i < kept && first > kept;
	}
}

/* Names of rows that come back do not wrap where a quarter of the width holds them. */
static void keep_names_whole(const table_layout *t, extent *extents, double width)
{
	for (size_t i = 0; i < table_kept_columns(t); i++)
		if (extents[i].least < extents[i].natural)
			extents[i].least = extents[i].natural < width / 4 ? extents[i].natural : extents[i].least;
}

/* Divides the columns after those that come back, `most` at most in each part; answers how many parts. */
static size_t divide(const flow *f, table_layout *t, const extent *extents, double width, size_t most)
{
	size_t kept = table_kept_columns(t), count = 0;

	for (size_t first = kept; first < t->count; count++) {
		size_t end = first + 1;

		for (; end < t->count && end - first < most; end++) {
			show_part(t, first, end + 1);
			if (too_wide(f, t, extents, width))
				break;
		}
		t->starts[count] = first;
		first = end;
	}
	return count;
}

/* The fewest parts that the smallest letters give, in the largest that need no more; of like numbers of columns. */
static void divide_columns(const flow *f, table_layout *t, extent *extents, double width)
{
	size_t kept = table_kept_columns(t), least, parts;

	for (size_t i = 0; i < t->count; i++)
		t->columns[i].stacked = false;
	t->starts = RAMURE_NEW_ARRAY(f->canvas->ctx, size_t, t->count + 1);
	t->part_count = 2; /* sets the spaces */
	keep_names_whole(t, extents, width);
	least = divide(f, t, extents, width, t->count);
	for (t->density = 0;; t->density++) {
		for (size_t i = 0; i < t->count; i++)
			extents[i] = (extent){ 0 };
		measure_columns(f, t, extents);
		keep_names_whole(t, extents, width);
		parts = divide(f, t, extents, width, t->count);
		if (t->density == 2 || parts <= least)
			break;
	}
	if (parts > 1 && divide(f, t, extents, width, (t->count - kept + parts - 1) / parts) != parts)
		divide(f, t, extents, width, t->count);
	t->part_count = parts;
	t->starts[parts] = t->count;
	t->parts = RAMURE_NEW_ARRAY(f->canvas->ctx, table_layout *, parts);
	t->parts[0] = t;
	show_part(t, t->starts[0], t->starts[1]);
}

static double space_for(const flow *f, const table_layout *t, const extent *extents, double width)
{
	if (sum(t, extents, true) + all_spaces(f, t, WIDE) <= width)
		return WIDE;
	return sum(t, extents, false) + all_spaces(f, t, CLOSER) <= width ? CLOSER : TIGHT;
}

/* Shares out the width, then lowers the rows whose texts wrap, unless widths were asked for. */
static void share_lines(const flow *f, table_layout *t, extent *extents, double total)
{
	bool wraps = sum(t, extents, true) > total;
	double *least = RAMURE_NEW_ARRAY(f->canvas->ctx, double, 2 * t->count + 1), *widths = least + t->count;
	size_t shown = 0, rows;
	const ramure_cell_text *texts;

	for (size_t i = 0; i < t->count; i++) {
		wraps = wraps && extents[i].share <= 0;
		if (!is_absent(t, i))
			least[shown++] = extents[i].least;
	}
	wish_shares(t, extents, total);
	share_out(t, extents, total);
	if (!wraps)
		return;
	for (size_t i = 0, j = 0; i < t->count; i++)
		if (!is_absent(t, i))
			widths[j++] = t->columns[i].width;
	texts = cell_texts(f, t, shown, &rows);
	ramure_lower_rows(texts, rows, shown, least, widths);
	for (size_t i = 0, j = 0; i < t->count; i++)
		if (!is_absent(t, i))
			t->columns[i].width = widths[j++];
}

/* The widths and places of the columns that stand in the table's own row, from `x` on. */
static void set_widths(const flow *f, table_layout *t, extent *extents, double x, double width)
{
	double space = space_for(f, t, extents, width), total = width - all_spaces(f, t, space);

	if (total < 1)
		total = 1;
	share_lines(f, t, extents, total);
	for (size_t i = 0; i < t->count; i++) {
		if (is_absent(t, i))
			continue;
		x += space_before(f, t, i, space);
		t->columns[i].x = x;
		x += t->columns[i].width;
	}
	for (size_t i = 0; i < t->count; i++)
		if (t->columns[i].stacked) {
			t->columns[i].x = t->columns[t->main].x;
			t->columns[i].width = t->columns[t->main].width;
			t->columns[i].align = RAMURE_START;
			t->columns[i].name = stacked_name(f->canvas->ctx, t, i);
		}
	t->zebra = t->table->table->zebra;
}

void table_columns(const flow *f, table_layout *t, double width)
{
	extent *extents = RAMURE_NEW_ARRAY(f->canvas->ctx, extent, t->count + 1);
	/* Texts keep off the edge of the dark header; pills stand on it. */
	double left = flow_inset(f, 8, width / 3), right;

	table_find_kin(f->canvas->ctx, t);
	right = ends_with_pill(t) ? 0 : left;
	for (size_t i = 0; i < t->count && i < t->table->table->column_count; i++)
		t->columns[i].align = t->table->table->columns[i].align;
	width -= left + right;
	t->part_count = 1;
	for (t->density = 0;; t->density++) {
		for (size_t i = 0; i < t->count; i++) {
			extents[i] = (extent){ 0 };
			t->columns[i].stacked = false;
		}
		measure_columns(f, t, extents);
		stack_columns(f, t, extents, width);
		if (t->density == 2 || !too_wide(f, t, extents, width))
			break;
	}
	if (t->count > table_kept_columns(t) + 1 && too_wide(f, t, extents, width))
		divide_columns(f, t, extents, width);
	set_widths(f, t, extents, left, width);
}

void table_part_columns(const flow *f, table_layout *t, double width)
{
	extent *extents = RAMURE_NEW_ARRAY(f->canvas->ctx, extent, t->count + 1);
	double left = flow_inset(f, 8, width / 3), right = ends_with_pill(t) ? 0 : left;

	measure_columns(f, t, extents);
	keep_names_whole(t, extents, width - left - right);
	show_part(t, t->starts[t->part], t->starts[t->part + 1]);
	set_widths(f, t, extents, left, width - left - right);
}
