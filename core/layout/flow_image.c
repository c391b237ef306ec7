/* flow_image.c: images and figures, with their captions: never distorted, never larger than they are sharp. */
#include "core/context.h"
#include "core/layout/flow.h"

/* The fewest pixels an inch at which a photograph still looks sharp on a wall; where an author asks for a width, half
 * of that is enough. */
enum { SHARP_DPI = 150, ASKED_DPI = 72 };

/* The caption or source of an image or figure: of a figure before its texts, of which there may be thousands; of an
 * image behind its alternative text. */
static const ramure_node *line_of(const ramure_node *n, ramure_node_type type)
{
	const ramure_node *child = n->first;

	if (n->type == RAMURE_IMAGE)
		return ramure_child(n, type);
	while (child && child->type != type && child->type != RAMURE_PHRASE)
		child = child->next;
	return child && child->type == type ? child : NULL;
}

/* The height of what stands under an image or figure. */
static double below_height(const flow *f, const ramure_node *n, double width)
{
	const ramure_node *caption = line_of(n, RAMURE_CAPTION), *source = line_of(n, RAMURE_SOURCE);
	double height = 0;

	if (caption)
		height += flow_scaled(f, 6) + flow_caption_height(f, caption, width);
	if (source)
		height += flow_scaled(f, 4) + flow_text_height(f, source, flow_role(RAMURE_ROLE_SOURCE), width);
	return height;
}

/* The caption belongs into the element of what it describes, when there is one. */
static void put_caption(const flow *f, const ramure_node *n, bool inside, room r)
{
	flow_caption(f, line_of(n, RAMURE_CAPTION), inside ? RAMURE_TAG_CAPTION : RAMURE_TAG_P,
		     room_below(r, flow_scaled(f, 6)));
}

static void put_source(const flow *f, const ramure_node *n, room r)
{
	const ramure_node *caption = line_of(n, RAMURE_CAPTION), *source = line_of(n, RAMURE_SOURCE);

	if (!source || flow_measuring(f))
		return;
	if (caption)
		r = room_below(r, flow_scaled(f, 6) + flow_caption_height(f, caption, r.width));
	flow_text_whole(f, source, flow_role(RAMURE_ROLE_SOURCE), RAMURE_TAG_P, room_below(r, flow_scaled(f, 4)));
}

typedef struct size {
	double width, height;
} size;

static size natural_size(const flow *f, const ramure_image_info *image, double width)
{
	double pixels = image->file->width ? image->file->width : 1;
	double ratio = (image->file->height ? image->file->height : 1) / pixels;
	double wanted = (image->width_share > 0 && !f->sized ? image->width_share : 1) * width;
	double sharp = pixels * 72 / (image->width_share > 0 ? ASKED_DPI : SHARP_DPI);
	size s = { wanted < sharp ? wanted : sharp, 0 };

	s.width *= f->images;
	s.height = s.width * ratio;
	return s;
}

static size shrink(size s, double height)
{
	if (s.height > height && height > 0) {
		s.width *= height / s.height;
		s.height = height;
	}
	return s;
}

static void put_image(const flow *f, const ramure_node *node, ramure_box box, room under)
{
	const ramure_image_info *image = node->image;
	bool opened = !image->decorative && flow_open(f, RAMURE_TAG_FIGURE, node);
	uint32_t element = image->decorative ? RAMURE_ARTIFACT : canvas_element(f->canvas);

	if (opened && element != RAMURE_ARTIFACT) {
		if (image->alt)
			structure_at(f->canvas->list->structure, element)->alt =
				ramure_plain_text(f->canvas->ctx, image->alt);
		display_box(f->canvas->list, element, box);
	}
	if (!flow_measuring(f)) {
		ramure_page_mark *mark = display_add(f->canvas->list, RAMURE_IMAGE_MARK, element);
		mark->image.file = image->file;
		mark->image.box = box;
	}
	put_caption(f, node, opened, under);
	flow_close(f, opened);
	put_source(f, node, under);
}

placed flow_image(const flow *f, const ramure_node *node, room r, const position *from)
{
	const ramure_image_info *image = node->image;
	double below = below_height(f, node, r.width), limit;
	double room_for = r.height - below;
	size whole, s;
	double x = r.x;

	(void)from;
	if (!image->file) /* reported when the source was read */
		return (placed){ 0, FLOW_END };
	whole = shrink(natural_size(f, image, r.width), f->page - below > 60 ? f->page - below : 60);
	/* It makes do with less than it would like before it leaves a page half empty. */
	limit = r.fresh ? 0 : !f->firm && f->page > 0 && room_for >= f->page * 0.5 ? whole.height * 0.6 : whole.height;
	if (room_for + FLOW_SLACK < limit || (!r.fresh && room_for <= 0))
		return (placed){ 0, from };
	s = shrink(whole, room_for > 24 ? room_for : 24);
	if (image->side == RAMURE_CENTRE)
		x += (r.width - s.width) / 2;
	put_image(f, node, (ramure_box){ x, r.y, s.width, s.height },
		  (room){ r.x, r.y + s.height, r.width, FLOW_UNLIMITED, true });
	return (placed){ s.height + below, FLOW_END };
}

const ramure_node *flow_as_image(const ramure_node *block)
{
	if (block->type == RAMURE_IMAGE)
		return block;
	if (block->type == RAMURE_PARAGRAPH && block->first && block->first == block->last &&
	    block->first->type == RAMURE_IMAGE)
		return block->first;
	return NULL;
}

/* An image that may share a row: nobody asked for its width or place. */
static const ramure_node *in_row(const ramure_node *block)
{
	const ramure_node *n = block ? flow_as_image(block) : NULL;

	return n && n->image->file && n->image->width_share <= 0 && n->image->side != RAMURE_CENTRE &&
			       n->image->file->width > 0 && n->image->file->height > 0
		       ? n
		       : NULL;
}

static double ratio(const ramure_node *image)
{
	return (double)image->image->file->width / image->image->file->height;
}

/* The height that images in a row share. */
static double row_height(const flow *f, const ramure_node *first, size_t count, double width)
{
	double ratios = 0, sharp = FLOW_UNLIMITED;

	width -= 24 * (double)(count - 1);
	for (const ramure_node *n = first; count; n = flow_next(f, n->next), count--) {
		double most = in_row(n)->image->file->height * 72.0 / SHARP_DPI;
		ratios += ratio(in_row(n));
		sharp = most < sharp ? most : sharp;
	}
	return width / ratios < sharp ? width / ratios : sharp;
}

size_t flow_image_run(const flow *f, const ramure_node *first, room r)
{
	const double least = 80;
	size_t count = 0;

	if (r.width < 400 || f->in_cell)
		return 0;
	for (const ramure_node *n = first; n && in_row(n) && count < FLOW_SEVERAL_ROWS; n = flow_next(f, n->next))
		count++;
	/* Images too wide for that stand fewer in a row, or one under the other. */
	for (count = flow_across(count); count > 1; count--)
		if (row_height(f, first, count, r.width) >= least)
			return count;
	return 0;
}

placed flow_images(const flow *f, const ramure_node *first, size_t count, room r)
{
	double height = row_height(f, first, count, r.width) * f->images, under = 0, x = r.x;
	double most = f->page;
	const ramure_node *n = first;

	for (size_t i = 0; i < count; i++, n = flow_next(f, n->next)) {
		double below = below_height(f, in_row(n), height * ratio(in_row(n)));
		under = below > under ? below : under;
	}
	if (height > most - under)
		height = most - under > 60 ? most - under : 60;
	if (height + under > r.height + FLOW_SLACK) {
		if (!r.fresh && (f->firm || r.height < f->page / 2 || r.height - under < height * 0.6))
			return (placed){ 0, NULL };
		height = r.height - under > 24 ? r.height - under : 24;
	}
	n = first;
	for (size_t i = 0; i < count; i++, n = flow_next(f, n->next)) {
		ramure_box box = { x, r.y, height * ratio(in_row(n)), height };
		put_image(f, in_row(n), box, (room){ x, r.y + height, box.width, FLOW_UNLIMITED, true });
		x += box.width + 24;
	}
	return (placed){ height + under, FLOW_END };
}

/* One call of a figure's own function. */
static ramure_extent draw(const flow *f, const ramure_node *node, room r, double scale, size_t from)
{
	ramure_frame frame = { .box = { r.x, r.y, r.width, r.height }, .scale = scale, .from = from };
	double before = f->canvas->scale;
	ramure_extent extent;

	f->canvas->scale = scale;
	extent = node->figure->draw(node->figure->data, f->canvas, &frame);
	f->canvas->scale = before;
	return extent;
}

static ramure_extent try_draw(const flow *f, const ramure_node *node, room r, double scale, size_t from)
{
	bool measuring = flow_measuring(f);
	ramure_extent extent;

	f->canvas->list->measuring = true;
	extent = draw(f, node, r, scale, from);
	f->canvas->list->measuring = measuring;
	return extent;
}

/* How a piece of a figure is drawn. */
typedef struct attempt {
	room box;
	double scale;
	ramure_extent extent;
	bool placed;
} attempt;

static bool moves_on(ramure_extent e, size_t from)
{
	return e.next != from;
}

static attempt attempt_figure(const flow *f, const ramure_node *node, room r, size_t from)
{
	attempt a = { .box = r, .scale = f->canvas->scale };

	a.extent = try_draw(f, node, r, a.scale, from);
	a.placed = moves_on(a.extent, from) && a.extent.height <= r.height + 1;
	if (a.placed && a.extent.next != RAMURE_DONE && !r.fresh && r.height < f->page * 0.5) {
		/* Cut only where half a page would stay empty. */
		room page = r;
		page.height = f->page;
		a.placed = try_draw(f, node, page, a.scale, from).next != RAMURE_DONE && r.height > f->page * 0.25;
	}
	/* It fits on no page: smaller, then as high as it must be, rather than not at all. */
	while (!a.placed && r.fresh && a.scale - 0.05 > 0.49) {
		a.scale -= 0.05;
		a.extent = try_draw(f, node, r, a.scale, from);
		a.placed = moves_on(a.extent, from) && a.extent.height <= r.height + 1;
	}
	if (!a.placed && r.fresh) {
		a.box.height = FLOW_UNLIMITED;
		a.extent = try_draw(f, node, a.box, a.scale, from);
		a.placed = moves_on(a.extent, from);
		if (!a.placed)
			a.extent.next = RAMURE_DONE;
		a.placed = true;
		ramure_warning(f->canvas->ctx, node->span, "figure-too-high",
			       "the drawing is higher than a slide can be");
		ramure_hint(f->canvas->ctx, "give it fewer items or shorter texts");
	}
	return a;
}

placed flow_figure(const flow *f, const ramure_node *node, room r, const position *from)
{
	size_t at = from ? from->line : 0;
	double below = below_height(f, node, r.width);
	room inside = r, under = { r.x, r.y, r.width, FLOW_UNLIMITED, true };
	attempt a;
	bool opened;
	position *next;

	if (r.height >= FLOW_UNLIMITED) {
		inside.height = f->page - below;
		inside.fresh = true;
	} else {
		inside.height -= below;
	}
	if (inside.height <= 0 && !r.fresh)
		return (placed){ 0, from };
	a = attempt_figure(f, node, inside, at);
	if (!a.placed)
		return (placed){ 0, from };
	opened = node->figure->alt && flow_open(f, RAMURE_TAG_FIGURE, node);
	if (opened && canvas_element(f->canvas) != RAMURE_ARTIFACT && !from) {
		ramure_element *figure = structure_at(f->canvas->list->structure, canvas_element(f->canvas));
		figure->alt = ramure_plain_text(f->canvas->ctx, node->figure->alt);
		display_box(f->canvas->list, canvas_element(f->canvas),
			    (ramure_box){ r.x, r.y, r.width, a.extent.height });
	}
	if (!flow_measuring(f))
		draw(f, node, a.box, a.scale, at);
	under.y = r.y + a.extent.height;
	if (a.extent.next == RAMURE_DONE)
		put_caption(f, node, opened, under);
	flow_close(f, opened);
	if (a.extent.next != RAMURE_DONE) {
		next = RAMURE_NEW(f->canvas->ctx, position);
		next->line = a.extent.next;
		return (placed){ a.extent.height, next };
	}
	put_source(f, node, under);
	return (placed){ a.extent.height + below, FLOW_END };
}
