/* flow.c: blocks one under the other: what may stand in a sequence, the gaps between, what keeps with what follows. */
#include "core/layout/flow.h"

#include "core/context.h"

const position flow_end = { 0 };

static flow_placer *const placers[RAMURE_NODE_TYPES] = {
	[RAMURE_HEADING] = flow_heading,
	[RAMURE_SECTION] = flow_blocks,
	[RAMURE_BLOCKS] = flow_blocks,
	[RAMURE_PARAGRAPH] = flow_paragraph,
	[RAMURE_LIST] = flow_list,
	[RAMURE_ITEM] = flow_item,
	[RAMURE_TABLE] = flow_table,
	[RAMURE_QUOTE] = flow_quote,
	[RAMURE_CODE] = flow_code,
	[RAMURE_IMAGE] = flow_image,
	[RAMURE_FIGURE] = flow_figure,
	[RAMURE_COLUMNS] = flow_columns,
	[RAMURE_COLUMN] = flow_blocks,
	[RAMURE_CAPTION] = flow_source,
	[RAMURE_SOURCE] = flow_source,
	[RAMURE_RULE] = flow_rule,
	[RAMURE_ATTRIBUTION] = flow_paragraph,
	[RAMURE_CONTENTS] = flow_contents,
};

bool flow_measuring(const flow *f)
{
	return f->canvas->list->measuring;
}

double flow_scaled(const flow *f, double length)
{
	return length * f->canvas->scale;
}

double flow_inset(const flow *f, double length, double width)
{
	double inset = flow_scaled(f, length), most = width > 0 ? width / 4 : 0;

	return inset < most ? inset : most;
}

double flow_span(const flow *f, int columns)
{
	const page_format *format = &f->canvas->ctx->theme->format;

	return columns * (format->column + format->gutter) - format->gutter;
}

room room_below(room r, double used)
{
	return (room){ r.x, r.y + used, r.width, r.height - used, r.fresh && used <= 0 };
}

const position *flow_at(const flow *f, const ramure_node *node, const position *inner)
{
	position *p = RAMURE_NEW(f->canvas->ctx, position);

	p->node = node;
	p->inner = inner;
	return p;
}

bool flow_open(const flow *f, ramure_tag tag, const ramure_node *key)
{
	if (flow_measuring(f))
		return false;
	ramure_open(f->canvas, tag, (size_t)(uintptr_t)key);
	return true;
}

void flow_close(const flow *f, bool opened)
{
	if (opened)
		ramure_close(f->canvas);
}

placed flow_try(const flow *f, flow_placer *placer, const ramure_node *node, room r, const position *from)
{
	bool measuring = f->canvas->list->measuring;
	placed result;

	f->canvas->list->measuring = true;
	result = placer(f, node, r, from);
	f->canvas->list->measuring = measuring;
	return result;
}

/* A figure's height depends on the room it is given, an image's on what is left of it. */
static bool adapts(const ramure_node *root)
{
	ramure_walk walk = ramure_walk_from(root);

	while (ramure_walk_next(&walk)) {
		if (!walk.entering)
			continue;
		if (walk.node->type == RAMURE_FIGURE || walk.node->type == RAMURE_IMAGE)
			return true;
		walk.skip = walk.node->type == RAMURE_PARAGRAPH || walk.node->type == RAMURE_HEADING;
	}
	return false;
}

double flow_height(const flow *f, const ramure_node *block, double width)
{
	remembered known = *flow_remember(f, block, width);
	const position *from = NULL;
	double height = 0;

	if (known.height >= 0)
		return (double)known.height;
	known.adapts = adapts(block);
	while (from != FLOW_END) {
		room all = { 0, 0, width, FLOW_UNLIMITED, true };
		placed p = flow_try(f, placers[block->type] ? placers[block->type] : flow_blocks, block, all, from);
		height += p.height;
		from = p.next == from ? FLOW_END : p.next;
	}
	known.height = (float)height;
	*flow_remember(f, block, width) = known;
	return (double)known.height;
}

placed flow_block(const flow *f, const ramure_node *block, room r, const position *from)
{
	flow inner = *f;

	if (++inner.depth > FLOW_DEEPEST) {
		ramure_error(f->canvas->ctx, block->span, "blocks nested deeper than %d", (int)FLOW_DEEPEST);
		ramure_hint(f->canvas->ctx, "move the innermost blocks to a slide of their own");
		return (placed){ 0, FLOW_END };
	}
	if (!from && flow_measuring(f) && r.height < FLOW_UNLIMITED) {
		double height = flow_height(f, block, r.width);
		if (height <= r.height + FLOW_SLACK && !flow_remember(f, block, r.width)->adapts)
			return (placed){ height, FLOW_END };
	}
	return placers[block->type](&inner, block, r, from);
}

/* What stands below a slide, a column or a quote without flowing is drawn by others. */
static bool flows(const flow *f, const ramure_node *child)
{
	ramure_node_type parent = child->parent->type;

	if (!placers[child->type] || child == f->aside)
		return false;
	if (child->type == RAMURE_HEADING)
		return parent != RAMURE_SLIDE && parent != RAMURE_CLOSING && parent != RAMURE_COLUMN &&
		       child->parent != f->title;
	if (child->type == RAMURE_SOURCE)
		return parent != RAMURE_SLIDE && parent != RAMURE_CLOSING;
	return child->type != RAMURE_ATTRIBUTION || parent != RAMURE_QUOTE;
}

const ramure_node *flow_next(const flow *f, const ramure_node *child)
{
	while (child && !flows(f, child))
		child = child->next;
	return child;
}

static bool is_text(const ramure_node *n)
{
	return n->type == RAMURE_PARAGRAPH || n->type == RAMURE_ATTRIBUTION;
}

/* A label or a heading that a kind has written as a paragraph leads to what follows, too. */
static bool leads_on(const ramure_node *n)
{
	return n->type == RAMURE_HEADING ||
	       (n->type == RAMURE_PARAGRAPH &&
		(n->paragraph->role == RAMURE_ROLE_LABEL || n->paragraph->role == RAMURE_ROLE_COLUMN_HEADING));
}

/* Label to heading 2, heading to text 8, between paragraphs 12, between groups 18 to 24. */
static double gap(const flow *f, const ramure_node *above, const ramure_node *below)
{
	double points;

	if (above->type == RAMURE_PARAGRAPH && above->paragraph->role == RAMURE_ROLE_LABEL)
		points = 2;
	else if (leads_on(above))
		points = 8;
	else if (f->in_cell)
		points = 5;
	else if (above == f->lead)
		points = 18;
	else if (f->level > 0)
		points = 6;
	else if (is_text(above) && is_text(below))
		points = f->role == RAMURE_ROLE_BODY || f->role == RAMURE_ROLE_QUOTE ? 12 : 6;
	else if (is_text(above) && below->type == RAMURE_LIST) /* large numerals stand higher than their line */
		points = f->role != RAMURE_ROLE_BODY ? 8 : below->list->ordered ? 18 : 12;
	else
		points = f->role == RAMURE_ROLE_BODY ? 24 : 12;
	/* Tightened, but never under the least that the grid knows. */
	if (points > 6)
		points = points * f->gaps > 6 ? points * f->gaps : 6;
	return flow_scaled(f, points);
}

/* Whether a heading may stand here: something of what follows stands under it. */
static bool followed(const flow *f, const ramure_node *child, room r)
{
	const ramure_node *next = flow_next(f, child->next);
	double used;
	room rest;

	if (!next)
		return true;
	used = flow_height(f, child, r.width) + gap(f, child, next);
	rest = room_below(r, used);
	rest.fresh = false;
	if (rest.height < 0)
		return false;
	if (leads_on(next))
		return followed(f, next, rest);
	return flow_try(f, flow_block, next, rest, NULL).next != NULL;
}

/* Whether a block waits for the next page rather than be parted. */
static bool waits(const flow *f, const ramure_node *child, room r)
{
	double height;

	if (f->keep == FLOW_PARTS || r.fresh || f->in_cell || f->level > 0 || is_text(child) ||
	    r.height >= FLOW_UNLIMITED)
		return false;
	height = flow_height(f, child, r.width);
	if (f->keep == FLOW_KEEPS_SECTIONS && child->type == RAMURE_SECTION)
		return height > r.height + FLOW_SLACK && r.y > f->top + FLOW_SLACK;
	return height > r.height + FLOW_SLACK && height <= f->page * 0.75 && !flow_remember(f, child, r.width)->adapts;
}

placed flow_blocks(const flow *f, const ramure_node *container, room r, const position *from)
{
	const ramure_node *child = flow_next(f, from ? from->node : container->first);
	const position *inner = from ? from->inner : NULL;
	const ramure_node *above = NULL;
	bool section = container->type == RAMURE_SECTION && flow_open(f, RAMURE_TAG_SECT, container);
	bool fresh = r.fresh; /* while only headings stand above */
	double y = 0;
	const position *next = FLOW_END;

	while (child) {
		double space = above ? gap(f, above, child) : 0;
		room rest = room_below(r, y + space);
		size_t count = inner || rest.height < 0 ? 0 : flow_side_by_side(f, child, rest);
		size_t images = count || inner || rest.height < 0 ? 0 : flow_image_run(f, child, rest);
		placed p;

		rest.fresh = fresh;
		if (rest.height < 0 || (!inner && waits(f, child, rest)) ||
		    (!rest.fresh && !inner && leads_on(child) && !followed(f, child, rest)))
			p = (placed){ 0, inner };
		else if (count)
			p = flow_sections(f, child, count, rest);
		else if (images)
			p = flow_images(f, child, images, rest);
		else
			p = flow_block(f, child, rest, inner);
		if (count && !p.next && (rest.fresh || (count == 1 && rest.height >= 0))) {
			/* Notes at the foot may leave less than a page: then one after the other, rather than never;
			 * what is alone in its row may be parted. */
			count = 0;
			p = flow_block(f, child, rest, inner);
		}
		if (p.next == inner) {
			next = above ? flow_at(f, child, inner) : from;
			break;
		}
		if (p.height > 0) {
			y += space + p.height;
			above = child;
			fresh = fresh && leads_on(child) && y < r.height / 4;
		}
		if (p.next != FLOW_END) {
			next = flow_at(f, child, p.next);
			break;
		}
		for (count += images, inner = NULL; count > 1; count--)
			child = flow_next(f, child->next);
		child = flow_next(f, child->next);
	}
	flow_close(f, section);
	return (placed){ y, next };
}
