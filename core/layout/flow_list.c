/* flow_list.c: lists of three levels, bulleted, numbered and tasks, in one column or two. */
#include "core/context.h"
#include "core/layout/flow.h"

#include <stdio.h>

static bool has_list(const ramure_node *item)
{
	return ramure_child(item, RAMURE_LIST) != NULL;
}

/* Every page asks: the answer is kept, as the item that has one or, when none has, the list. */
static bool any_has_list(const flow *f, const ramure_node *list)
{
	void **slot = flow_slot(f, list, SLOT_FORM);
	const ramure_node *item = list->first;

	if (!*slot) {
		while (item && !has_list(item))
			item = item->next;
		*slot = (void *)(item ? item : list);
	}
	return *slot != list;
}

/* The role of a list below one of that role. */
static ramure_role below(ramure_role role)
{
	return role == RAMURE_ROLE_BODY ? RAMURE_ROLE_CELL : RAMURE_ROLE_SMALL;
}

static int largest_number(const ramure_node *list)
{
	const ramure_node *last = list->last;

	return last && last->item->number > 0 ? last->item->number : list->list->start;
}

static bool large_numerals(const flow *f, const ramure_node *list)
{
	return list->list->ordered && f->level == 0 && f->role == RAMURE_ROLE_BODY && !f->in_cell;
}

/* How far the text of an item stands from its marker's left end. */
static double indent(const flow *f, const ramure_node *list, double width)
{
	double digits = largest_number(list) > 99 ? 3 : largest_number(list) > 9 ? 2 : 1;
	double points;

	if (large_numerals(f, list))
		points = 20 + 18 * digits;
	else if (list->list->ordered)
		points = 13 + 8 * digits;
	else if (f->in_cell)
		points = 13;
	else if (f->role == RAMURE_ROLE_BODY && f->level == 0)
		points = 24;
	else
		points = f->level < 2 ? 22 : f->level < 5 ? 18 : 0;
	return flow_inset(f, points, width);
}

static double item_gap(const flow *f, const ramure_node *list)
{
	double points;

	if (f->in_cell)
		points = 5;
	else if (f->level > 0)
		points = 4;
	else if (large_numerals(f, list))
		points = 16;
	else if (f->role != RAMURE_ROLE_BODY)
		points = any_has_list(f, list) ? 10 : 6;
	else
		points = any_has_list(f, list) ? 16 : 10;
	return flow_scaled(f, points) * (f->level > 0 ? 1 : f->gaps);
}

static setting item_setting(const flow *f, const ramure_node *item)
{
	const ramure_node *text = flow_next(f, item->first);

	return text && text->type == RAMURE_PARAGRAPH ? flow_setting(f, text) : flow_role(f->role);
}

/* An empty box, or a ticked one: its words are in the alternative text of the label. */
static void draw_task(const flow *f, const ramure_node *item, double x, double middle)
{
	static const ramure_word states[] = {
		[RAMURE_TASK_OPEN] = { "to do", "à faire" },
		[RAMURE_TASK_DONE] = { "done", "fait" },
	};
	double side = flow_scaled(f, 11);
	display_list *list = f->canvas->list;
	bool done = item->item->task == RAMURE_TASK_DONE;
	ramure_paint box = { .fill = RAMURE_PRIMARY, .stroke = RAMURE_LINE, .stroke_width = 1.4, .filled = done };
	size_t first = list->count;
	bool opened = flow_open(f, RAMURE_TAG_LBL, item);

	if (done)
		box.stroke_width = 0;
	ramure_draw_rect(f->canvas, (ramure_box){ x + 0.7, middle - side / 2, side, side }, 1.5, &box);
	if (done) {
		float left = (float)(x + 0.7), top = (float)(middle - side / 2), s = (float)side;
		const ramure_segment tick[] = {
			{ RAMURE_MOVE, { left + 0.22f * s }, { top + 0.52f * s } },
			{ RAMURE_LINE_TO, { left + 0.43f * s }, { top + 0.73f * s } },
			{ RAMURE_LINE_TO, { left + 0.78f * s }, { top + 0.29f * s } },
		};
		ramure_paint stroke = { .stroke = RAMURE_PAPER, .stroke_width = 1.6, .round_caps = true };
		ramure_draw_path(f->canvas, tick, 3, &stroke);
	}
	/* A tick is no mirror image of itself. */
	if (list->turned)
		display_mirror(list, first, x + 0.7 + side / 2);
	if (opened && canvas_element(f->canvas) != RAMURE_ARTIFACT) {
		const char *words = ramure_say(f->canvas->ctx, states[item->item->task]);
		ramure_element *label = structure_at(list->structure, canvas_element(f->canvas));
		label->alt = ramure_format(f->canvas->ctx, "%s", words);
		for (size_t i = first; i < list->count; i++)
			list->marks[i].element = canvas_element(f->canvas);
	}
	flow_close(f, opened);
}

/* The words of a number, made once: its text must be the same node each time it is measured or drawn. */
static ramure_text number_text(const flow *f, const ramure_node *item)
{
	void **slot = flow_slot(f, item, SLOT_WORDS);

	if (!*slot) {
		bool large = large_numerals(f, item->parent);
		void *words = (void *)ramure_text_new(
			f->canvas->ctx, ramure_format(f->canvas->ctx, large ? "%d" : "%d.", item->item->number));
		*flow_slot(f, item, SLOT_WORDS) = words;
		return words;
	}
	return *slot;
}

static void draw_number(const flow *f, const ramure_node *item, double x, double y, double width, double baseline)
{
	setting s = flow_role(large_numerals(f, item->parent) ? RAMURE_ROLE_NUMERAL_RANK : f->role);
	ramure_text words = number_text(f, item);
	bool opened = flow_open(f, RAMURE_TAG_LBL, item);
	room r = { x, 0, width, FLOW_UNLIMITED, true };
	double natural, least;

	s.style.colour = RAMURE_ACCENT;
	s.style.coloured = true;
	s.strong = !large_numerals(f, item->parent);
	flow_text_widths(f, words, s, &natural, &least);
	if (natural > width) /* in a very narrow box */
		s.style.size = canvas_style(f->canvas, s.style).role.size * width / natural;
	r.y = y + baseline - flow_text_baseline(f, words, s);
	flow_text(f, words, s, r, NULL);
	flow_close(f, opened);
}

static void draw_bullet(const flow *f, double x, double middle)
{
	double side = flow_scaled(f, f->in_cell ? 5.5 : f->role == RAMURE_ROLE_BODY ? 8 : 7);
	ramure_paint square = { .fill = f->coloured ? f->colour : RAMURE_ACCENT, .filled = true };
	ramure_paint ring = { .stroke = RAMURE_LINE, .stroke_width = 1.2 };

	if (f->level == 0)
		ramure_draw_rect(f->canvas, (ramure_box){ x, middle - side / 2, side, side }, 0, &square);
	else if (f->level == 1)
		ramure_draw_line(f->canvas, x, middle, x + flow_scaled(f, f->in_cell ? 7 : 10), middle, 1.6,
				 RAMURE_LINE);
	else
		ramure_draw_circle(f->canvas, x + flow_scaled(f, 3), middle, flow_scaled(f, 2), &ring);
}

/* `f` is the flow of the list around. */
static void draw_marker(const flow *f, const ramure_node *item, room r, double width)
{
	setting s = item_setting(f, item);
	const ramure_node *text = flow_next(f, item->first);
	double baseline = flow_text_baseline(f, text ? text : item, s);
	double size = canvas_style(f->canvas, s.style).role.size * f->canvas->scale;
	double middle = r.y + baseline - size * 0.26; /* half the height of a small letter */

	if (item->item->task != RAMURE_NO_TASK)
		draw_task(f, item, r.x, middle - size * 0.06);
	else if (item->parent->list->ordered)
		draw_number(f, item, r.x, r.y, width, baseline);
	else
		draw_bullet(f, r.x, middle);
}

placed flow_item(const flow *f, const ramure_node *item, room r, const position *from)
{
	flow inner = *f;
	double width = indent(f, item->parent, r.width);
	room text = { r.x + width, r.y, r.width - width, r.height, r.fresh };
	bool opened = flow_open(f, RAMURE_TAG_LI, item), body;
	display_turn turn = display_turn_begin(f->canvas->list, flow_at_right(f, item)); /* its marker, too */
	placed p;

	inner.level++;
	if (has_list(item) && f->level == 0 && !f->in_cell && item->first->type == RAMURE_PARAGRAPH)
		inner.bold = item->first;
	if (!from && !flow_measuring(f)) {
		/* The marker is drawn only when something stands beside it. */
		if (flow_try(&inner, flow_blocks, item, text, NULL).next != NULL)
			draw_marker(f, item, r, width);
	}
	body = flow_open(f, RAMURE_TAG_LBODY, item);
	p = flow_blocks(&inner, item, text, from);
	flow_close(f, body);
	flow_close(f, opened);
	display_turn_end(f->canvas->list, turn, r.x + r.width / 2);
	if (p.next == FLOW_END && p.height <= 0 && !from)
		p.height = flow_scaled(f, 12);
	return p;
}

/* An item stands whole when the next page can hold it, unless it would leave half a page empty. */
static placed place_item(const flow *f, const ramure_node *item, room r, const position *from)
{
	if (!from && !r.fresh && f->level < 2 && r.height < FLOW_UNLIMITED) {
		double height = flow_height(f, item, r.width);
		if (height > r.height + FLOW_SLACK && height <= f->page / 2)
			return (placed){ 0, from };
	}
	return flow_block(f, item, r, from);
}

static placed one_column(const flow *f, const ramure_node *list, room r, const position *from)
{
	const ramure_node *item = from ? from->node : list->first;
	const position *inner = from ? from->inner : NULL;
	double space = item_gap(f, list), y = 0;
	bool above = false;

	for (; item; item = item->next, inner = NULL) {
		double top = above ? y + space : 0;
		placed p = { 0, inner };

		if (r.height - top >= 0)
			p = place_item(f, item, room_below(r, top), inner);
		if (p.next == inner)
			return (placed){ y, above ? flow_at(f, item, inner) : from };
		y = top + p.height;
		above = true;
		if (p.next != FLOW_END)
			return (placed){ y, flow_at(f, item, p.next) };
	}
	return (placed){ y, FLOW_END };
}

/* Two columns of items: the first `count` from `first`, whose heights are known. */
typedef struct two {
	const ramure_node *first;
	const double *heights;
	size_t count;
	double gap;
	bool aligned; /* items side by side begin on one line */
} two;

static double two_height(const two *t)
{
	size_t half = (t->count + 1) / 2;
	double left = 0, right = 0, rows = 0;

	for (size_t i = 0; i < half; i++) {
		double a = t->heights[i], b = half + i < t->count ? t->heights[half + i] : 0;
		double space = i ? t->gap : 0;
		left += a + space;
		right += b > 0 ? b + space : 0;
		rows += (a > b ? a : b) + space;
	}
	return t->aligned ? rows : left > right ? left : right;
}

static void put_two(const flow *f, const two *t, room r, double width, double gutter)
{
	const ramure_node *item = t->first;
	size_t half = (t->count + 1) / 2;

	for (size_t column = 0; column < 2; column++) {
		room at = { r.x + (double)column * (width + gutter), r.y, width, r.height, true };
		for (size_t i = 0; i < half && column * half + i < t->count; i++, item = item->next) {
			double mine = t->heights[column * half + i];
			double other = column * half + i >= half ? t->heights[i]
				       : half + i < t->count     ? t->heights[half + i]
								 : 0;
			flow_block(f, item, at, NULL);
			at.y += (t->aligned && other > mine ? other : mine) + t->gap;
		}
	}
}

static placed two_columns(const flow *f, const ramure_node *list, room r, const position *from)
{
	const double gutter = 24, width = (r.width - gutter) / 2;
	const ramure_node *first = from ? from->node : list->first, *next = first;
	two best = { .first = first, .gap = item_gap(f, list) };
	double *heights = NULL;

	for (const ramure_node *n = first; n; n = n->next) {
		two longer = best;

		heights = arena_extend(f->canvas->ctx->arena, heights, best.count, sizeof *heights);
		heights[longer.count++] = flow_height(f, n, width);
		longer.heights = heights;
		if (r.height < FLOW_UNLIMITED && two_height(&longer) > r.height + FLOW_SLACK)
			break;
		best = longer;
	}
	if (!best.count)
		return one_column(f, list, r, from);
	for (size_t i = 0; i + 1 < best.count; i++)
		next = next->next;
	/* The last item of a list does not stand alone. */
	if (best.count > 2 && next->next && !next->next->next)
		best.count--;
	else
		next = next->next;
	best.aligned = true;
	if (two_height(&best) > r.height + FLOW_SLACK)
		best.aligned = false;
	if (!flow_measuring(f))
		put_two(f, &best, r, width, gutter);
	return (placed){ two_height(&best), next ? flow_at(f, next, NULL) : FLOW_END };
}

/* The longest line of a list's first level, unbroken.  Of a list that takes many pages, which asks anew for each, the
 * first ones tell: a longer one behind them is broken. */
static double longest_line(const flow *f, const ramure_node *list)
{
	enum { TELLING = 200 };
	double longest = 0;
	int left = TELLING;

	for (const ramure_node *item = list->first; item && left; item = item->next, left--)
		for (const ramure_node *n = item->first; n; n = n->next) {
			double natural = FLOW_UNLIMITED, least;
			if (n->type == RAMURE_PARAGRAPH)
				flow_text_widths(f, n, flow_setting(f, n), &natural, &least);
			else if (n->type == RAMURE_LIST || n->type == RAMURE_FOOTNOTE)
				natural = 0;
			longest = natural > longest ? natural : longest;
		}
	return longest;
}

bool flow_list_in_columns(const flow *f, const ramure_node *list, double width)
{
	enum { FEWEST = 6 };
	const ramure_node *item = list->first;

	for (int i = 1; item && i < FEWEST; i++)
		item = item->next;
	return item && longest_line(f, list) < (width - 24) / 2;
}

placed flow_list(const flow *f, const ramure_node *list, room r, const position *from)
{
	flow inner = *f;
	bool opened = flow_open(f, RAMURE_TAG_L, list);
	placed p;

	if (opened && canvas_element(f->canvas) != RAMURE_ARTIFACT)
		structure_set_ordered(f->canvas->list->structure, canvas_element(f->canvas), list->list->ordered);
	if (f->level > 0)
		inner.role = below(f->role);
	inner.strong = false;
	if (inner.level == 0 && f->measure > 0 && f->columns == 1 && r.width > f->measure)
		r.width = f->measure;
	inner.measure = 0;
	if (f->columns == 2 && f->level == 0 && !f->in_cell && !(from && from->inner) &&
	    flow_list_in_columns(&inner, list, r.width))
		p = two_columns(&inner, list, r, from);
	else
		p = one_column(&inner, list, r, from);
	flow_close(f, opened);
	return p;
}
