/* flow_notes.c: footnotes at the foot of the content, on the page where what calls them ends. */
#include "core/layout/flow_notes.h"

#include "core/context.h"

static const double rule_gap = 8, note_gap = 3, number_width = 22;

static flow note_flow(const flow *f)
{
	flow inner = *f;

	inner.role = RAMURE_ROLE_SOURCE;
	inner.measure = 0;
	inner.columns = 1;
	inner.level = 0;
	inner.in_cell = true;
	inner.strong = false;
	inner.aside = inner.lead = inner.bold = NULL;
	return inner;
}

static double one_height(const flow *f, const ramure_node *note, double width)
{
	flow inner = note_flow(f);

	return flow_height(&inner, note, width - flow_inset(f, number_width, width));
}

/* Notes that one text or one row of a table calls come to the foot of one page together: are they too high for it? */
static bool too_high(const flow *f, const ramure_node *const *items, size_t count, double width)
{
	const ramure_node *unit = NULL;
	double height = 0;

	for (size_t i = 0; i < count; i++) {
		const ramure_node *owner = items[i]->parent;
		for (const ramure_node *n = owner; n; n = n->parent)
			if (n->type == RAMURE_ROW || n->type == RAMURE_COLUMNS || n->type == RAMURE_FIGURE)
				owner = n;
		height = owner == unit ? height : 0;
		unit = owner;
		height += one_height(f, items[i], width) + note_gap;
		if (height > f->page * 0.3)
			return true;
	}
	return false;
}

const notes *notes_of(const flow *f, const ramure_node *body, double width)
{
	void **slot = flow_slot(f, body, SLOT_NOTES);
	ramure_walk walk = ramure_walk_from(body);
	const ramure_node **items;
	size_t capacity = 0, count = 0;
	notes *n;

	if (*slot)
		return *slot;
	n = RAMURE_NEW(f->canvas->ctx, notes);
	while (ramure_walk_next(&walk))
		if (walk.entering && walk.node->type == RAMURE_NOTES)
			walk.skip = true;
		else
			capacity += walk.entering && walk.node->type == RAMURE_FOOTNOTE;
	items = RAMURE_NEW_ARRAY(f->canvas->ctx, const ramure_node *, capacity + 1);
	walk = ramure_walk_from(body);
	while (capacity && ramure_walk_next(&walk))
		if (walk.entering && walk.node->type == RAMURE_NOTES)
			walk.skip = true;
		else if (walk.entering && walk.node->type == RAMURE_FOOTNOTE)
			items[count++] = walk.node;
	n->items = items;
	n->count = count;
	n->at_end = too_high(f, items, count, width);
	*flow_slot(f, body, SLOT_NOTES) = n;
	return n;
}

static bool in_piece(const ramure_node *note, const ramure_node *aside, const ramure_node *body, const position *from,
		     const position *to)
{
	if (aside && flow_is_within(note, aside))
		return !from;
	return flow_before(note, body, to) && !(from && flow_before(note, body, from));
}

double notes_height(const flow *f, const notes *n, const ramure_node *body, const position *from, const position *to,
		    double width)
{
	const ramure_node *aside = flow_aside(f, body, width);
	double height = 0;

	for (size_t i = 0; i < n->count; i++)
		if (in_piece(n->items[i], aside, body, from, to))
			height += one_height(f, n->items[i], width) + flow_scaled(f, note_gap);
	return height > 0 ? height + 2 * flow_scaled(f, rule_gap) : 0;
}

/* The number, made once. */
static ramure_text number_text(const flow *f, const ramure_node *note)
{
	void **slot = flow_slot(f, note, SLOT_WORDS);

	if (!*slot)
		*slot = (void *)ramure_text_new(f->canvas->ctx,
						ramure_format(f->canvas->ctx, "%d", note->footnote->number));
	return *slot;
}

static placed place_note(const flow *f, const ramure_node *note, room r, const position *from)
{
	flow inner = note_flow(f);
	double indent = flow_inset(f, number_width, r.width);
	room text = { r.x + indent, r.y, r.width - indent, r.height, r.fresh };
	bool opened = flow_open(f, RAMURE_TAG_NOTE, note), label;
	placed p = flow_try(&inner, flow_blocks, note, text, from);

	if (!flow_measuring(f) && p.next != from) {
		label = flow_open(f, RAMURE_TAG_LBL, note);
		if (!from)
			flow_text(&inner, number_text(f, note), flow_role(RAMURE_ROLE_SOURCE),
				  (room){ r.x, r.y, 0, FLOW_UNLIMITED, true }, NULL);
		flow_close(f, label);
		flow_blocks(&inner, note, text, from);
	}
	flow_close(f, opened);
	return p;
}

static void put_rule(const flow *f, double x, double y)
{
	if (!flow_measuring(f))
		ramure_draw_line(f->canvas, x, y, x + 100, y, 0.5, RAMURE_MUTED);
}

void notes_put(const flow *f, const notes *n, const ramure_node *body, const position *from, const position *to,
	       double x, double bottom, double width)
{
	const ramure_node *aside = flow_aside(f, body, width);
	double height = notes_height(f, n, body, from, to, width);
	double y = bottom - height + flow_scaled(f, rule_gap);

	if (height <= 0)
		return;
	put_rule(f, x, y);
	y += flow_scaled(f, rule_gap);
	for (size_t i = 0; i < n->count; i++) {
		if (!in_piece(n->items[i], aside, body, from, to))
			continue;
		y += place_note(f, n->items[i], (room){ x, y, width, FLOW_UNLIMITED, true }, NULL).height +
		     flow_scaled(f, note_gap);
	}
}

placed notes_flow(const flow *f, const notes *n, room r, const position *from)
{
	size_t i = 0;
	double y = 0;

	while (from && i < n->count && n->items[i] != from->node)
		i++;
	if (!from && r.height > 2 * flow_scaled(f, rule_gap)) {
		put_rule(f, r.x, r.y + flow_scaled(f, rule_gap));
		y = 2 * flow_scaled(f, rule_gap);
	}
	for (const position *inner = from ? from->inner : NULL; i < n->count; i++, inner = NULL) {
		room rest = room_below(r, y);
		placed p = { 0, inner };

		rest.fresh = r.fresh && i == 0;
		if (rest.height > 0)
			p = place_note(f, n->items[i], rest, inner);
		y += p.height + flow_scaled(f, note_gap);
		if (p.next != FLOW_END)
			return (placed){ y, flow_at(f, n->items[i], p.next) };
	}
	return (placed){ y, FLOW_END };
}
