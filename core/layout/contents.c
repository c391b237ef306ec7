/* contents.c: the contents of a deck: one row per part, its name and its range of pages. */
#include "core/context.h"
#include "core/layout/flow.h"
#include "core/layout/page.h"
#include "core/layout/places.h"

#include <math.h>

/* Heights of rows: of a part, at most, at least, and at least among rows of what stands below parts; of the latter. */
static const double part_row = 84, least_row = 44, least_row_among = 34, sub_row = 26;
static const double numeral_room = 74, name_measure = 520, pages_room = 198, narrow_pages_room = 182;

typedef enum row_state { ROW_OPEN, ROW_PAST, ROW_CURRENT } row_state;

/* The rows as they are set: two columns when there are more parts than the box can hold at their least height. */
typedef struct rows {
	ramure_canvas *canvas;
	const ramure_node *contents;
	ramure_box box;
	int current; /* the number of the current part; 0 for none */
	double part_height, least, scale;
	size_t columns;
	double column_width;
} rows;

static bool is_part(const ramure_node *entry)
{
	return entry->entry->level <= 1;
}

static const ramure_node *entry_at(const ramure_node *contents, size_t index)
{
	const ramure_node *entry = contents->first;

	while (entry && index--)
		entry = entry->next;
	return entry;
}

static row_state state_of(const rows *r, const ramure_node *entry)
{
	const ramure_node *current = r->contents->contents->current;

	if (!current)
		return ROW_OPEN;
	if (entry->entry->target == current)
		return ROW_CURRENT;
	/* What stands before the current part has been seen. */
	return is_part(entry) && entry->entry->number < r->current ? ROW_PAST : ROW_OPEN;
}

/* "Déjà vue, p. 3 à 5"; NULL until pages are counted. */
static ramure_text pages_text(const rows *r, const ramure_node *entry, row_state state)
{
	static const ramure_word states[] = { [ROW_OPEN] = { "", "" },
					      [ROW_PAST] = { "Already seen, ", "Déjà vue, " },
					      [ROW_CURRENT] = { "Current part, ", "Partie en cours, " } };
	static const ramure_word pages = { "pp.", "p." }, to = { "–", " à " };
	ramure_ctx *ctx = r->canvas->ctx;
	const places *known = r->canvas->list->places;
	const place *found = known ? places_find(known, entry->entry->target) : NULL;
	const char *state_words = ramure_say(ctx, states[state]);

	if (!found)
		return NULL;
	if (found->first == found->last || !is_part(entry))
		return ramure_text_new(ctx, ramure_format(ctx, "%sp. %zu", state_words, found->first + 1));
	return ramure_text_new(ctx, ramure_format(ctx, "%s%s %zu%s%zu", state_words, ramure_say(ctx, pages),
						  found->first + 1, ramure_say(ctx, to), found->last + 1));
}

static bool small(const rows *r)
{
	return r->part_height < 56 || r->columns > 1;
}

static double name_width(const rows *r, const ramure_node *entry)
{
	double pages = r->column_width < 800 ? narrow_pages_room : pages_room;

	if (r->columns > 1 && !r->contents->contents->current)
		pages = 90;
	return fmin(is_part(entry) ? name_measure : r->column_width, r->column_width - numeral_room - pages);
}

static ramure_style name_style(const rows *r, const ramure_node *entry, row_state state)
{
	static const ramure_colour colours[] = {
		[ROW_OPEN] = RAMURE_INK, [ROW_PAST] = RAMURE_MUTED, [ROW_CURRENT] = RAMURE_ON_PRIMARY
	};
	ramure_style style =
		page_style(state == ROW_CURRENT ? RAMURE_ROLE_COLUMN_HEADING : RAMURE_ROLE_CONTENTS, colours[state]);

	if (state == ROW_CURRENT && !r->canvas->ctx->theme->filled)
		style.colour = RAMURE_PRIMARY;
	style.balanced = true;
	if (!is_part(entry))
		return page_style(RAMURE_ROLE_CELL, colours[state]);
	style.size = small(r) ? 20 : 26;
	style.leading = small(r) ? 26 : 34;
	if (ramure_text_measure(r->canvas, entry, style, name_width(r, entry)).lines > 1) {
		style.size = 20;
		style.leading = 26;
	}
	return style;
}

static double row_height(const rows *r, const ramure_node *entry)
{
	row_state state = state_of(r, entry);
	double text = ramure_text_measure(r->canvas, entry, name_style(r, entry, state), name_width(r, entry)).height;

	return is_part(entry) ? fmax(r->part_height, text + 8) : fmax(sub_row * r->scale, text + 4);
}

/* Rows whose names take two lines are higher; the others give way, down to the least height. */
static void make_room(rows *r)
{
	double sum = 0, parts = 0;

	for (const ramure_node *entry = r->contents->first; entry; entry = entry->next) {
		sum += row_height(r, entry);
		parts += is_part(entry) && row_height(r, entry) <= r->part_height;
	}
	if (sum > r->box.height && parts > 0)
		r->part_height = fmax(r->least, r->part_height - (sum - r->box.height) / parts);
}

static rows rows_for(ramure_canvas *canvas, const ramure_node *contents, const ramure_frame *frame)
{
	rows r = { .canvas = canvas, .contents = contents, .box = frame->box, .scale = frame->scale, .columns = 1 };
	size_t parts = 0, others = 0;
	double left;

	for (const ramure_node *entry = contents->first; entry; entry = entry->next) {
		*(is_part(entry) ? &parts : &others) += 1;
		if (entry->entry->target == contents->contents->current)
			r.current = entry->entry->number;
	}
	left = frame->box.height - (double)others * sub_row * r.scale;
	r.part_height = fmin(part_row, parts ? left / (double)parts : part_row);
	r.least = others ? least_row_among * r.scale : least_row;
	if (r.part_height < r.least) {
		/* Rows of two columns are read down, then right: only names of parts are short enough. */
		r.columns = others == 0 && frame->box.width >= 800 ? 2 : 1;
		r.part_height = r.least;
		if (r.columns == 2)
			r.part_height = fmax(least_row, fmin(part_row, frame->box.height / ceil((double)parts / 2)));
	}
	r.column_width = (frame->box.width - (double)(r.columns - 1) * 24) / (double)r.columns;
	if (r.columns == 1)
		make_room(&r);
	return r;
}

/* The band that comes in from the page's left edge; a theme that prints has rules instead. */
static void draw_band(const rows *r, double x, double y, double height)
{
	double left = x > r->box.x ? x : 0;
	double width = x + r->column_width - left;

	if (r->canvas->ctx->theme->filled) {
		page_rect(r->canvas, left, y, width, height, RAMURE_PRIMARY);
		return;
	}
	page_rect(r->canvas, left, y, width, 2, RAMURE_PRIMARY);
	page_rect(r->canvas, left, y + height - 0.75, width, 0.75, RAMURE_PRIMARY);
}

static void draw_numeral(const rows *r, const ramure_node *entry, row_state state, double x, double y, double height)
{
	ramure_style style =
		page_style(small(r) ? RAMURE_ROLE_NUMERAL_RANK : RAMURE_ROLE_CONTENTS_NUMERAL, RAMURE_ACCENT);
	ramure_text number;

	if (!is_part(entry) || entry->entry->number <= 0 || r->canvas->list->measuring)
		return;
	if (state == ROW_CURRENT && r->canvas->ctx->theme->filled)
		style.colour = RAMURE_ON_PRIMARY_2;
	number = ramure_text_new(r->canvas->ctx, ramure_format(r->canvas->ctx, "%d", entry->entry->number));
	y += (height - ramure_text_measure(r->canvas, number, style, 0).height) / 2;
	page_text_as(r->canvas, RAMURE_TAG_LBL, 0, number, style, x, y, 0);
}

static void draw_link(const rows *r, const ramure_node *entry, ramure_text pages, ramure_box box)
{
	display_list *list = r->canvas->list;
	ramure_page_mark *mark;
	size_t page;

	if (list->measuring || !display_page_of(list, entry->entry->target, &page))
		return;
	mark = display_add(list, RAMURE_LINK_MARK, canvas_element(r->canvas));
	mark->link.box = box;
	mark->link.url = RAMURE_STR("");
	mark->link.page = page;
	mark->link.contents = ramure_plain_text(r->canvas->ctx, text_join(r->canvas->ctx, entry, ", ", pages));
}

static void draw_name(const rows *r, const ramure_node *entry, row_state state, double x, double y, double height)
{
	ramure_style style = name_style(r, entry, state);
	ramure_style quiet = page_style(RAMURE_ROLE_SMALL, style.colour);
	double right = x + r->column_width - (state == ROW_CURRENT ? 18 : 0);
	double width = name_width(r, entry);
	ramure_text pages = r->canvas->list->measuring ? NULL : pages_text(r, entry, state);
	ramure_text_size name = ramure_text_measure(r->canvas, entry, style, width);

	if (state == ROW_OPEN)
		quiet.colour = RAMURE_MUTED;
	quiet.align = RAMURE_END;
	ramure_open(r->canvas, RAMURE_TAG_REFERENCE, 0);
	ramure_open(r->canvas, RAMURE_TAG_LINK, 0);
	draw_link(r, entry, pages, (ramure_box){ x, y, r->column_width, height });
	/* One line keeps to its number, whichever way its words run. */
	ramure_text_draw(r->canvas, entry, style, x + numeral_room, y + (height - name.height) / 2,
			 name.lines > 1 ? width : 0);
	if (pages) {
		double text = ramure_text_measure(r->canvas, pages, quiet, 0).height;

		ramure_text_draw(r->canvas, pages, quiet, right - pages_room, y + (height - text) / 2, pages_room);
	}
	ramure_close(r->canvas);
	ramure_close(r->canvas);
}

static void draw_row(const rows *r, const ramure_node *entry, double x, double y, double height, bool after_band)
{
	row_state state = state_of(r, entry);

	if (state == ROW_CURRENT)
		draw_band(r, x, y, height);
	else if (is_part(entry) && !after_band)
		ramure_draw_line(r->canvas, x, y, x + r->column_width, y, 1, RAMURE_HAIRLINE);
	ramure_open(r->canvas, RAMURE_TAG_TOCI, (size_t)(uintptr_t)entry);
	draw_numeral(r, entry, state, x, y, height);
	draw_name(r, entry, state, x, y, height);
	ramure_close(r->canvas);
}

/* What must fit for an entry to stand here: a part goes with the first two below it, and none of these goes alone. */
static double needed(const rows *r, const ramure_node *entry)
{
	double height = row_height(r, entry);
	const ramure_node *next = entry->next, *last = next ? next->next : NULL;

	for (size_t i = 0; is_part(entry) && i < 2 && next && !is_part(next); i++, next = next->next)
		height += row_height(r, next);
	if (!is_part(entry) && next && !is_part(next) && (!last || is_part(last)))
		height += row_height(r, next);
	return height;
}

/* Draws the entries from number `frame->from` on; answers as a figure does.  Ranges of pages are written once pages are
 * counted; the room for them does not depend on it. */
static ramure_extent contents_draw(ramure_canvas *canvas, const ramure_node *contents, const ramure_frame *frame)
{
	rows r = rows_for(canvas, contents, frame);
	const ramure_node *entry = entry_at(contents, frame->from);
	ramure_extent extent = { 0, frame->from };
	double x = frame->box.x, y = 0;
	bool band = false;

	ramure_open(canvas, RAMURE_TAG_TOC, (size_t)(uintptr_t)contents);
	for (; entry; entry = entry->next, extent.next++) {
		double height = row_height(&r, entry);

		if (y > 0 && y + needed(&r, entry) > frame->box.height + 0.01) {
			if (x > frame->box.x || r.columns < 2)
				break;
			x += r.column_width + 24;
			y = 0;
		}
		draw_row(&r, entry, x, frame->box.y + y, height, band);
		band = state_of(&r, entry) == ROW_CURRENT;
		y += height;
		extent.height = fmax(extent.height, y);
	}
	if (y > 0 && !band)
		ramure_draw_line(canvas, x, frame->box.y + y, x + r.column_width, frame->box.y + y, 1, RAMURE_HAIRLINE);
	ramure_close(canvas);
	if (!entry)
		extent.next = RAMURE_DONE;
	return extent;
}

placed flow_contents(const flow *f, const ramure_node *contents, room r, const position *from)
{
	double height = r.height < FLOW_UNLIMITED ? r.height : f->page;
	ramure_frame frame = { { r.x, r.y, r.width, height }, f->canvas->scale, from ? from->line : 0 };
	bool measuring = flow_measuring(f);
	ramure_extent extent;
	position *next;

	f->canvas->list->measuring = true;
	extent = contents_draw(f->canvas, contents, &frame);
	f->canvas->list->measuring = measuring;
	if (extent.height > height + FLOW_SLACK && !r.fresh)
		return (placed){ 0, from };
	if (!measuring)
		contents_draw(f->canvas, contents, &frame);
	if (extent.next == RAMURE_DONE)
		return (placed){ extent.height, FLOW_END };
	next = RAMURE_NEW(f->canvas->ctx, position);
	next->line = extent.next;
	return (placed){ extent.height, next };
}
