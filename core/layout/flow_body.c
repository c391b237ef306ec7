/* flow_body.c: the whole body of a slide: prose, an aside at the right, two columns, and notes at the foot. */
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/layout/flow_notes.h"

enum { PROSE_SIGNS = 900, LEAD_SIGNS = 220, ALONE_SIGNS = 400, ASIDE_SIGNS = 300 };

/* What form the body takes, found once. */
typedef struct body_form {
	const ramure_node *only;  /* its single block */
	const ramure_node *aside; /* at the right */
	const ramure_node *lead;
	int aside_columns;
	bool prose, long_prose;
	size_t signs;
	size_t count;
	bool listed;
} body_form;

/* A group of one block is that block. */
static const ramure_node *unwrap(const flow *f, const ramure_node *n)
{
	while (n && n->type == RAMURE_BLOCKS) {
		const ramure_node *child = flow_next(f, n->first);
		if (!child || flow_next(f, child->next))
			return n;
		n = child;
	}
	return n;
}

/* How many columns of the grid an image or figure beside text takes; 0 when it stands across the slide. */
static int columns_of_aside(const flow *f, const ramure_node *n, const body_form *texts)
{
	if (flow_as_image(n)) {
		const ramure_image_info *image = flow_as_image(n)->image;
		int columns = image->width_share > 0 ? (int)(image->width_share * 12 + 0.5) : 4;

		if (!image->file || image->side == RAMURE_CENTRE || columns > 7 ||
		    image->file->width > 2.2 * image->file->height)
			return 0;
		return columns < 2 ? 2 : columns;
	}
	if (n->figure->min_width <= 0 || n->figure->min_width > flow_span(f, 4) ||
	    !(texts->listed || texts->signs > ASIDE_SIGNS))
		return 0;
	return 4;
}

static bool plain(const ramure_node *n)
{
	return n->type == RAMURE_PARAGRAPH && n->paragraph->role == RAMURE_ROLE_BODY && !flow_as_image(n);
}

static size_t signs_of(const flow *f, const ramure_node *n)
{
	arena *a = f->canvas->ctx->arena;
	arena_mark mark = arena_here(a);
	size_t signs = utf8_length(ramure_plain_text(f->canvas->ctx, n));

	arena_return(a, mark);
	return signs;
}

static void look_at(const flow *f, const ramure_node *child, body_form *form, const ramure_node **drawn, bool *others)
{
	const ramure_node *n = unwrap(f, child);

	form->count++;
	form->only = n;
	if (flow_as_image(n) || n->type == RAMURE_FIGURE) {
		*others = *others || *drawn;
		*drawn = child;
		return;
	}
	form->signs += n->type == RAMURE_PARAGRAPH || n->type == RAMURE_LIST ? signs_of(f, n) : 0;
	form->listed = form->listed || n->type == RAMURE_LIST;
	form->prose = form->prose && plain(n);
	*others = *others || (!plain(n) && n->type != RAMURE_LIST && n->type != RAMURE_QUOTE);
}

static const body_form *form_of(const flow *f, const ramure_node *body)
{
	void **slot = flow_slot(f, body, SLOT_FORM);
	const ramure_node *drawn = NULL, *first;
	bool others = false;
	body_form *made;

	if (*slot)
		return *slot;
	made = RAMURE_NEW(f->canvas->ctx, body_form);
	made->prose = true;
	for (const ramure_node *n = flow_next(f, body->first); n; n = flow_next(f, n->next))
		look_at(f, n, made, &drawn, &others);
	if (made->count != 1)
		made->only = NULL;
	if (drawn && !others && made->count > 1) {
		made->aside_columns = columns_of_aside(f, unwrap(f, drawn), made);
		made->aside = made->aside_columns ? drawn : NULL;
	}
	made->prose = made->prose && made->signs > 0 && (!drawn || made->aside);
	first = flow_next(f, body->first);
	first = first && first == made->aside ? flow_next(f, first->next) : first;
	if (body->type != RAMURE_NOTES && made->prose && made->signs <= PROSE_SIGNS && first &&
	    signs_of(f, first) <= (made->count == 1 ? ALONE_SIGNS : LEAD_SIGNS))
		made->lead = unwrap(f, first);
	made->long_prose = made->prose && made->signs > PROSE_SIGNS && !made->aside;
	*flow_slot(f, body, SLOT_FORM) = made;
	return made;
}

/* Columns of text that are read down, then right, of one height. */
static placed two_columns(const flow *f, const ramure_node *body, room r, const position *from, double height,
			  bool measuring)
{
	room column = { r.x, r.y, (r.width - 24) / 2, height, r.fresh };
	bool before = flow_measuring(f);
	placed left, right = { 0, FLOW_END };

	f->canvas->list->measuring = measuring;
	left = flow_blocks(f, body, column, from);
	column.x += column.width + 24;
	if (left.next != FLOW_END)
		right = flow_blocks(f, body, column, left.next);
	f->canvas->list->measuring = before;
	return (placed){ left.height > right.height ? left.height : right.height, right.next };
}

static placed newspaper(const flow *f, const ramure_node *body, room r, const position *from)
{
	flow inner = *f;
	double low = 0, high = r.height;
	placed p;

	inner.role = RAMURE_ROLE_CELL;
	inner.measure = 0;
	p = two_columns(&inner, body, r, from, r.height, true);
	if (p.next == FLOW_END) {
		for (high = p.height, low = high / 3; high - low > 2;) {
			double middle = (low + high) / 2;
			if (two_columns(&inner, body, r, from, middle, true).next == FLOW_END)
				high = middle;
			else
				low = middle;
		}
	}
	return two_columns(&inner, body, r, from, high, flow_measuring(f));
}

/* The aside stands on the first page; the text keeps its place on those that follow. */
static placed with_aside(const flow *f, const body_form *form, const ramure_node *body, room r, const position *from)
{
	flow texts = *f, aside = *f;
	const ramure_node *image = flow_as_image(unwrap(f, form->aside));
	int columns = form->aside_columns, text_columns = 12 - columns - (columns < 7 ? 1 : 0);
	double gutter = f->canvas->ctx->theme->format.gutter;
	room beside = { r.x, r.y, flow_span(f, columns), r.height, true };
	placed text, drawn = { 0, FLOW_END };

	texts.aside = form->aside;
	aside.sized = true;
	/* At the right, unless an image is asked for at the left. */
	if (image && image->image->side == RAMURE_START)
		r.x += r.width - flow_span(f, text_columns);
	else
		beside.x += flow_span(f, 12 - columns) + gutter;
	r.width = flow_span(f, text_columns);
	if (!from) /* an image shrinks to any room; a figure was tried in this one's height */
		drawn = flow_try(&aside, flow_block, form->aside, beside, NULL);
	text = flow_blocks(&texts, body, r, from);
	if (!from && !flow_measuring(f) && drawn.next == FLOW_END)
		flow_block(&aside, form->aside, beside, NULL);
	if (drawn.next != FLOW_END && text.next == FLOW_END)
		text.next = from;
	text.height = drawn.height > text.height ? drawn.height : text.height;
	return text;
}

/* A figure beside text is whole; notes, which take their height from it, forbid it. */
static bool aside_fits(const flow *f, const body_form *form, const ramure_node *body)
{
	room r = { 0, 0, flow_span(f, form->aside_columns), f->page, false };

	if (flow_as_image(unwrap(f, form->aside)))
		return true;
	return !notes_of(f, body, 0)->count && flow_try(f, flow_block, form->aside, r, NULL).next == FLOW_END;
}

const ramure_node *flow_aside(const flow *f, const ramure_node *body, double width)
{
	const body_form *form = form_of(f, body);

	return form->aside && width > flow_span(f, 11) && aside_fits(f, form, body) ? form->aside : NULL;
}

static placed place_blocks(const flow *f, const ramure_node *body, room r, const position *from)
{
	const body_form *form = form_of(f, body);
	bool narrow = f->canvas->ctx->theme->format.width < 800;
	flow inner = *f;
	placed p;

	inner.measure = r.width > flow_span(f, 11) ? flow_span(f, form->prose && !narrow ? 8 : 10) : 0;
	inner.lead = form->lead;
	inner.alone = form->only != NULL;
	if (form->long_prose && f->columns == 2)
		return newspaper(&inner, body, r, from);
	if (flow_aside(f, body, r.width))
		return with_aside(&inner, form, body, r, from);
	/* A drawing alone may stand in the middle of its zone. */
	if (form->only && form->only->type == RAMURE_FIGURE && form->only->figure->centred && !from) {
		p = flow_try(&inner, flow_blocks, body, r, NULL);
		if (p.next == FLOW_END && r.height < FLOW_UNLIMITED && p.height < r.height * 0.8)
			r.y += (r.height - p.height) / 2;
	}
	return flow_blocks(&inner, body, r, from);
}

/* A position among notes that follow the body names a note. */
static bool in_notes(const position *p)
{
	return p && p != FLOW_END && p->node && p->node->type == RAMURE_FOOTNOTE;
}

static placed notes_after(const flow *f, const notes *n, const ramure_node *body, room r, const position *from)
{
	placed p = { 0, FLOW_END }, q;
	room rest;

	if (!in_notes(from))
		p = place_blocks(f, body, r, from);
	if (p.next != FLOW_END)
		return p;
	rest = room_below(r, p.height);
	q = notes_flow(f, n, rest, in_notes(from) ? from : NULL);
	return (placed){ p.height + q.height, q.next };
}

placed flow_body(const flow *f, const ramure_node *body, room r, const position *from)
{
	const notes *n = notes_of(f, body, r.width);
	const double foot = f->foot > 0 ? f->foot : r.y + r.height;
	placed p;
	double height;

	if (!n->count)
		return place_blocks(f, body, r, from);
	if (n->at_end)
		return notes_after(f, n, body, r, from);
	p = flow_try(f, place_blocks, body, r, from);
	height = notes_height(f, n, body, from, p.next, r.width);
	if (p.height + height > r.height + FLOW_SLACK) {
		r.height -= height;
		p = flow_try(f, place_blocks, body, r, from);
		height = notes_height(f, n, body, from, p.next, r.width);
	}
	if (!flow_measuring(f)) {
		place_blocks(f, body, r, from);
		notes_put(f, n, body, from, p.next, r.x, foot, r.width);
	}
	p.height += height;
	return p;
}

bool flow_takes_columns(const flow *f, const ramure_node *body, double width)
{
	const body_form *form = form_of(f, body);
	bool list = false;

	if (width < 600)
		return false;
	if (form->long_prose || flow_sections_to_divide(f, body, width))
		return true;
	for (const ramure_node *n = flow_next(f, body->first); n; n = flow_next(f, n->next)) {
		const ramure_node *block = unwrap(f, n);
		if (block->type == RAMURE_LIST)
			list = flow_list_in_columns(f, block, width);
		else if (!plain(block))
			return false;
	}
	return list && !form->aside;
}

bool flow_is_long_prose(const flow *f, const ramure_node *body)
{
	return form_of(f, body)->long_prose;
}
