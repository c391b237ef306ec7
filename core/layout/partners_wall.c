/* partners_wall.c: partners that a cover has no room for: a tile each, on slides of their own. */
#include "core/context.h"
#include "core/layout/partners.h"

#include <math.h>

static const double tile_gap = 12, tile_narrowest = 126, tile_height = 66, tile_lowest = 50, tile_radius = 3;
/* Around a name, and around a logo. */
static const double padding_x = 8, padding_y = 3, logo_padding = 12;

/* The tiles of a document in a box. */
struct partner_wall {
	ramure_canvas *canvas; /* while they are measured or drawn */
	ramure_box box;
	size_t columns;
	double width, height;      /* of a tile; a long name makes its row higher */
	const ramure_node **pages; /* the first partner of each */
	size_t page_count;
};
typedef struct partner_wall wall;

/* Up to 8 four in a row, up to 15 five, else six; fewer where they would be narrow.  Tiles are lower where that
 * saves a page. */
static wall wall_of(ramure_canvas *canvas, const ramure_node *document, ramure_box box)
{
	wall w = { .canvas = canvas, .box = box };
	size_t count = 0, rows, lowest, pages, most = (size_t)((box.width + tile_gap) / (tile_narrowest + tile_gap));

	for (const ramure_node *p = partners_next(document->first); p; p = partners_next(p->next))
		count++;
	w.columns = count <= 8 ? 4 : count <= 15 ? 5 : 6;
	if (w.columns > most)
		w.columns = most ? most : 1;
	w.width = (box.width - tile_gap * (double)(w.columns - 1)) / (double)w.columns;
	rows = (count + w.columns - 1) / w.columns;
	lowest = (size_t)((box.height + tile_gap) / (tile_lowest + tile_gap));
	pages = lowest ? (rows + lowest - 1) / lowest : rows;
	rows = pages ? (rows + pages - 1) / pages : 1; /* of a page */
	w.height = fmin(tile_height, (box.height + tile_gap) / (double)rows - tile_gap);
	return w;
}

/* 16 on one line, else 14 or 12 on as many as the tile holds. */
static ramure_style name_style(const wall *w, ramure_text name)
{
	static const double sizes[][2] = { { 16, 20 }, { 14, 17 }, { 12, 15 } };
	ramure_style style = page_style(RAMURE_ROLE_CELL_STRONG, RAMURE_PRIMARY);
	double width = w->width - 2 * padding_x;

	style.balanced = true;
	style.align = RAMURE_CENTRE;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		size_t most = i ? (size_t)((w->height - 2 * padding_y) / sizes[i][1]) : 1;

		style.size = sizes[i][0];
		style.leading = sizes[i][1];
		if (ramure_text_min_width(w->canvas, name, style) <= width &&
		    ramure_text_measure(w->canvas, name, style, width).lines <= most)
			break;
	}
	return style;
}

static double name_height(const wall *w, ramure_text name)
{
	return ramure_text_measure(w->canvas, name, name_style(w, name), w->width - 2 * padding_x).height;
}

static double row_height(const wall *w, const ramure_node *first)
{
	double height = w->height;

	for (size_t i = 0; first && i < w->columns; i++, first = partners_next(first->next))
		if (!partners_logo(first))
			height = fmax(height, name_height(w, first) + 2 * padding_y);
	return height;
}

static void draw_tile(const wall *w, const ramure_node *name, ramure_box tile)
{
	const ramure_node *logo = partners_logo(name);
	const ramure_paint plain = { .fill = RAMURE_TINT, .filled = true };
	const ramure_paint framed = {
		.fill = RAMURE_PAPER, .filled = true, .stroke = RAMURE_HAIRLINE, .stroke_width = 0.75
	};

	ramure_draw_rect(w->canvas, tile, tile_radius, logo ? &framed : &plain);
	ramure_open(w->canvas, RAMURE_TAG_LI, (size_t)(uintptr_t)name);
	if (logo) {
		const ramure_image *file = logo->image->file;
		double room_x = tile.width - 2 * logo_padding, room_y = tile.height - 2 * logo_padding;
		double height = fmin(room_y, room_x * file->height / file->width);
		double width = height * file->width / file->height;

		ramure_open(w->canvas, RAMURE_TAG_LBODY, 0);
		partners_draw_logo(w->canvas, name,
				   (ramure_box){ tile.x + (tile.width - width) / 2, tile.y + (tile.height - height) / 2,
						 width, height });
		ramure_close(w->canvas);
	} else {
		page_text(w->canvas, RAMURE_TAG_LBODY, name, name_style(w, name), tile.x + padding_x,
			  tile.y + (tile.height - name_height(w, name)) / 2, tile.width - 2 * padding_x);
	}
	ramure_close(w->canvas);
}

static const ramure_node *next_row(const wall *w, const ramure_node *first)
{
	for (size_t i = 0; first && i < w->columns; i++)
		first = partners_next(first->next);
	return first;
}

/* The first partner of the page after one of at most so many rows. */
static const ramure_node *next_page(const wall *w, const ramure_node *first, size_t most)
{
	double y = 0;

	for (size_t row = 0; first && row < most; row++, first = next_row(w, first)) {
		double height = row_height(w, first);

		if (row && y + height > w->box.height + 0.01)
			break;
		y += height + tile_gap;
	}
	return first;
}

static size_t count_pages(const wall *w, const ramure_node *first, size_t most)
{
	size_t pages = 0;

	for (; first; pages++)
		first = next_page(w, first, most);
	return pages;
}

/* The fewest rows a page that need no more pages: equal shares. */
static size_t rows_of_page(const wall *w, const ramure_node *first)
{
	size_t pages = count_pages(w, first, SIZE_MAX), rows = 1;

	while (count_pages(w, first, rows) > pages)
		rows++;
	return rows;
}

const partner_wall *partners_lay_out(ramure_canvas *canvas, const ramure_node *document, ramure_box box, size_t *pages)
{
	const ramure_node *first = partners_next(document->first);
	wall w, *kept;
	size_t rows;

	*pages = 0;
	if (!first || partners_on_cover(canvas, document))
		return NULL;
	w = wall_of(canvas, document, box);
	rows = rows_of_page(&w, first);
	for (; first; first = next_page(&w, first, rows)) {
		w.pages = arena_extend(canvas->ctx->arena, w.pages, w.page_count, sizeof *w.pages);
		w.pages[w.page_count++] = first;
	}
	*pages = w.page_count;
	w.canvas = NULL;
	kept = RAMURE_NEW(canvas->ctx, wall);
	*kept = w;
	return kept;
}

void partners_draw_page(ramure_canvas *canvas, const partner_wall *laid_out, size_t page)
{
	wall w = *laid_out;
	const ramure_node *name = w.pages[page], *end = page + 1 < w.page_count ? w.pages[page + 1] : NULL;
	double y = w.box.y;

	w.canvas = canvas;
	ramure_open(canvas, RAMURE_TAG_L, 0);
	while (name && name != end) {
		double height = row_height(&w, name), x = w.box.x;

		for (size_t i = 0; name && i < w.columns; i++, name = partners_next(name->next)) {
			draw_tile(&w, name, (ramure_box){ x, y, w.width, height });
			x += w.width + tile_gap;
		}
		y += height + tile_gap;
	}
	ramure_close(canvas);
}
