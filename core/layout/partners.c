/* partners.c: who contributes: names or logos on the strip of a cover. */
#include "core/layout/partners.h"

#include "core/context.h"

#include <math.h>
#include <string.h>

enum { IN_ONE_ROW = 6, IN_TWO_ROWS = 14, NAME_GAP = 18, LOGO_HEIGHT = 36 };

/* The names on the strip: their columns, and how they are set. */
typedef struct strip {
	ramure_canvas *canvas;
	ramure_text names[IN_TWO_ROWS];
	double x[IN_TWO_ROWS], width[IN_TWO_ROWS];
	size_t count, rows;
	ramure_text label;
	bool high; /* a name has several lines, or a logo */
} strip;

const ramure_node *partners_next(const ramure_node *node)
{
	while (node && !(node->type == RAMURE_META && node->meta->role == RAMURE_META_PARTNER))
		node = node->next;
	return node;
}

const ramure_node *partners_logo(ramure_text name)
{
	const ramure_node *logo = ramure_child(name, RAMURE_IMAGE);

	return logo && logo->image->file ? logo : NULL;
}

static ramure_style name_style(const strip *s)
{
	ramure_style style = page_style(RAMURE_ROLE_SMALL_STRONG, RAMURE_PRIMARY);

	style.balanced = true;
	if (s->rows > 1) {
		style.size = 12;
		style.leading = 16;
	}
	return style;
}

static double natural_width(const strip *s, ramure_text name)
{
	const ramure_node *logo = partners_logo(name);

	return logo ? LOGO_HEIGHT * (double)logo->image->file->width / logo->image->file->height
		    : ceil(ramure_text_measure(s->canvas, name, name_style(s), 0).width);
}

static double least_width(const strip *s, ramure_text name)
{
	return partners_logo(name) ? natural_width(s, name)
				   : ceil(ramure_text_min_width(s->canvas, name, name_style(s)));
}

/* Equal columns when each name stands on one line in its own; else columns weighted by the names, none narrower than
 * its longest word. */
static void share_row(strip *s, size_t first, size_t count, double all)
{
	double room = all - NAME_GAP * (double)(count - 1);
	double equal = room / (double)count, natural = 0, least = 0, x = page_frame_of(s->canvas).left;
	bool alike = s->rows > 1;

	if (!alike) {
		alike = true;
		for (size_t i = first; i < first + count; i++)
			alike = alike && natural_width(s, s->names[i]) <= equal;
	}
	for (size_t i = first; i < first + count; i++) {
		least += least_width(s, s->names[i]);
		natural += natural_width(s, s->names[i]) - least_width(s, s->names[i]);
	}
	for (size_t i = first; i < first + count; i++) {
		double own = least_width(s, s->names[i]);
		double more = natural > 0 ? (natural_width(s, s->names[i]) - own) / natural : 0;

		s->x[i] = x;
		s->width[i] = alike ? equal : own + more * fmax(0, room - least);
		x += s->width[i] + NAME_GAP;
	}
}

/* Whether each name fits: two lines in two rows, three in one. */
static bool names_fit(strip *s, double right)
{
	size_t most = s->rows > 1 ? 2 : 3;

	for (size_t i = 0; i < s->count; i++) {
		ramure_text_size size = ramure_text_measure(s->canvas, s->names[i], name_style(s), s->width[i]);

		if (partners_logo(s->names[i])) {
			s->high = true;
			if (s->rows > 1)
				return false;
		} else if (size.lines > most || size.width > s->width[i] + 0.5) {
			return false;
		}
		s->high = s->high || size.lines > 1;
		if (s->x[i] + s->width[i] > right + 0.5)
			return false;
	}
	return true;
}

static const ramure_style label_style = { .role = RAMURE_ROLE_SMALL, .colour = RAMURE_MUTED, .coloured = true };

/* The organisation may stand at the right of the label. */
static double label_width(ramure_canvas *canvas)
{
	page_frame frame = page_frame_of(canvas);

	return (frame.right - frame.left) * 2 / 3;
}

/* Who stands on the strip.  False when there is nobody, or too many. */
static bool gather(ramure_canvas *canvas, const ramure_node *document, strip *s)
{
	page_frame frame = page_frame_of(canvas);
	size_t in_row;

	*s = (strip){ .canvas = canvas, .label = ramure_meta(document, RAMURE_META_PARTNERS_LABEL) };
	for (const ramure_node *p = partners_next(document->first); p; p = partners_next(p->next)) {
		if (s->count == IN_TWO_ROWS)
			return false;
		s->names[s->count++] = p;
	}
	if (s->count == 0 && ramure_meta(document, RAMURE_META_ORGANISATION))
		s->names[s->count++] = ramure_meta(document, RAMURE_META_ORGANISATION);
	if (s->count == 0 || ramure_text_measure(canvas, s->label, label_style, label_width(canvas)).lines > 1)
		return false;
	s->rows = s->count > IN_ONE_ROW ? 2 : 1;
	in_row = (s->count + s->rows - 1) / s->rows;
	for (size_t first = 0; first < s->count; first += in_row) {
		size_t count = s->count - first < in_row ? s->count - first : in_row;

		/* The second row keeps the columns of the first. */
		share_row(s, first, count,
			  first ? s->width[0] * (double)count + NAME_GAP * (double)(count - 1)
				: frame.right - frame.left);
	}
	return names_fit(s, frame.right);
}

bool partners_on_cover(ramure_canvas *canvas, const ramure_node *document)
{
	strip s;

	return gather(canvas, document, &s);
}

void partners_draw_logo(ramure_canvas *canvas, const ramure_node *name, ramure_box box)
{
	const ramure_image *file = partners_logo(name)->image->file;
	ramure_page_mark *mark;

	ramure_open(canvas, RAMURE_TAG_FIGURE, (size_t)(uintptr_t)name);
	if (!canvas->list->measuring && canvas_element(canvas) != RAMURE_ARTIFACT) {
		ramure_element *element = structure_at(canvas->list->structure, canvas_element(canvas));

		element->alt = ramure_plain_text(canvas->ctx, name);
		display_box(canvas->list, canvas_element(canvas), box);
	}
	mark = display_add(canvas->list, RAMURE_IMAGE_MARK, canvas_element(canvas));
	mark->image.file = file;
	mark->image.box = box;
	ramure_close(canvas);
}

/* A logo stands on the line of the names beside it. */
static void draw_logo(ramure_canvas *canvas, const ramure_node *name, double x, double y, double width)
{
	const ramure_image *file = partners_logo(name)->image->file;
	double height = fmin(LOGO_HEIGHT, width * file->height / file->width);

	partners_draw_logo(canvas, name,
			   (ramure_box){ x, y + LOGO_HEIGHT - height, height * file->width / file->height, height });
}

static void draw_name(const strip *s, size_t i, double y)
{
	if (partners_logo(s->names[i]))
		draw_logo(s->canvas, s->names[i], s->x[i], y, s->width[i]);
	else
		page_text(s->canvas, RAMURE_TAG_P, s->names[i], name_style(s), s->x[i], y, s->width[i]);
}

/* An author's own footer may not say whose document this is; the program's does. */
static bool named_in_footer(ramure_ctx *ctx, const ramure_node *document, ramure_text organisation)
{
	ramure_text footer = ramure_meta(document, RAMURE_META_FOOTER);
	ramure_str words = footer ? ramure_plain_text(ctx, footer) : RAMURE_STR("");
	ramure_str name = organisation ? ramure_plain_text(ctx, organisation) : RAMURE_STR("");

	if (!footer || name.size == 0)
		return true;
	for (size_t i = 0; i + name.size <= words.size; i++)
		if (memcmp(words.data + i, name.data, name.size) == 0)
			return true;
	return false;
}

/* Label 12 under the ground's end, names 35 under it; both 12 lower when every name has one line. */
void partners_draw_strip(ramure_canvas *canvas, const ramure_node *document, double top)
{
	page_frame frame = page_frame_of(canvas);
	ramure_text organisation = ramure_meta(document, RAMURE_META_ORGANISATION);
	ramure_style right = page_style(RAMURE_ROLE_SMALL_STRONG, RAMURE_PRIMARY);
	strip s;
	double y;

	if (!gather(canvas, document, &s))
		return;
	y = top + (s.rows > 1 ? 7 : s.high ? 12 : 24);
	page_text(canvas, RAMURE_TAG_P, s.label, label_style, frame.left, y, label_width(canvas));
	right.align = RAMURE_END;
	if (s.names[0] != organisation && !named_in_footer(canvas->ctx, document, organisation))
		page_text(canvas, RAMURE_TAG_P, organisation, right, frame.left, y, frame.right - frame.left);
	/* Names without a label rise by half its line. */
	y += (s.rows > 1 ? 20 : 23) - (s.label ? 0 : 11);
	for (size_t i = 0; i < s.count; i++)
		draw_name(&s, i, y + (i >= (s.count + s.rows - 1) / s.rows ? 36 : 0));
}
