/* divider.c: the slide that opens a part: its number, its name, what it holds. */
#include "core/context.h"
#include "core/layout/deck.h"
#include "core/layout/ornament.h"

#include <math.h>

static const double number_room = 36;

/* How the list of what the part holds is set: tried in turn.  It repeats what the slides say, so that a part of more
 * slides than the last can hold shows none. */
typedef struct list_form {
	size_t most; /* entries */
	ramure_role role;
	double pitch;
} list_form;

static const list_form forms[] = {
	{ 5, RAMURE_ROLE_BODY, 36 },
	{ SIZE_MAX, RAMURE_ROLE_CELL, 28 },
	{ SIZE_MAX, RAMURE_ROLE_SMALL, 22 },
	{ SIZE_MAX, RAMURE_ROLE_SOURCE, 18 },
};

static double title_measure(ramure_canvas *canvas)
{
	return 470 * page_frame_of(canvas).stretch;
}

/* Up to the lowest leaves. */
static double list_measure(ramure_canvas *canvas)
{
	page_frame frame = page_frame_of(canvas);

	return 464 * frame.stretch - frame.left - number_room;
}

/* What the part holds: its series, or its slides when it has only one series. */
typedef struct entries {
	ramure_ctx *ctx;
	const sheet *sheet;
	bool titles;
} entries;

static ramure_text name_of(const entries *e, const ramure_node *slide)
{
	ramure_text kicker = text_without_place(e->ctx, ramure_child(slide, RAMURE_KICKER));

	if (slide->type == RAMURE_CHAPTER)
		return ramure_child(slide, RAMURE_HEADING);
	if (slide->type != RAMURE_SLIDE || slide->slide->from_part || deck_contents(slide))
		return NULL;
	if (kicker && !e->titles && !ramure_same_words(e->ctx, kicker, e->sheet->heading))
		return kicker;
	return ramure_child(slide, RAMURE_HEADING);
}

/* The next entry from `slide` on, whose name differs from the one before. */
static const ramure_node *next_entry(const entries *e, const ramure_node *slide, ramure_text *name)
{
	ramure_text before = *name;

	for (; slide; slide = slide->next) {
		*name = name_of(e, slide);
		if (*name && !ramure_same_words(e->ctx, *name, before))
			return slide;
	}
	return NULL;
}

static size_t count_entries(const entries *e)
{
	ramure_text name = NULL;
	size_t count = 0;

	for (const ramure_node *slide = e->sheet->node->first; (slide = next_entry(e, slide, &name));
	     slide = slide->next)
		count++;
	return count;
}

static entries entries_of(ramure_canvas *canvas, const sheet *s)
{
	entries e = { .ctx = canvas->ctx, .sheet = s };

	e.titles = count_entries(&e) < 2;
	return e;
}

static double entry_height(ramure_canvas *canvas, const list_form *form, ramure_text name)
{
	ramure_style style = page_style(form->role, RAMURE_INK);
	ramure_text_size size = ramure_text_measure(canvas, name, style, list_measure(canvas));

	return form->pitch + (size.lines > 1 ? size.height / (double)size.lines * (double)(size.lines - 1) : 0);
}

static double list_height(ramure_canvas *canvas, const entries *e, const list_form *form)
{
	ramure_text name = NULL;
	double height = 0;

	for (const ramure_node *slide = e->sheet->node->first; (slide = next_entry(e, slide, &name));
	     slide = slide->next)
		height += entry_height(canvas, form, name);
	return height;
}

/* The first form that holds all entries in the room, or NULL. */
static const list_form *form_for(ramure_canvas *canvas, const entries *e, double room)
{
	size_t count = count_entries(e);

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (count <= forms[i].most && list_height(canvas, e, &forms[i]) <= room)
			return &forms[i];
	return NULL;
}

static void draw_entry(ramure_canvas *canvas, const list_form *form, size_t number, ramure_text name, double y)
{
	paragraph_style bold = canvas_style(canvas, page_style(form->role, RAMURE_ACCENT));
	ramure_text label = ramure_text_new(canvas->ctx, ramure_format(canvas->ctx, "%zu", number));
	ramure_style style = page_style(form->role, RAMURE_INK);
	double x = page_frame_of(canvas).left, measure = list_measure(canvas);
	const paragraph *shaped;
	const paragraph_lines *lines;

	bold.role.weight = 700;
	shaped = paragraph_shape(canvas->ctx, label, &bold);
	lines = paragraph_break(canvas->ctx, shaped, &bold, 0);
	ramure_open(canvas, RAMURE_TAG_LI, number);
	ramure_open(canvas, RAMURE_TAG_LBL, 0);
	paragraph_put(canvas->ctx, canvas->list, canvas_element(canvas), shaped, lines, &bold, 0, lines->count, x, y,
		      lines->width);
	ramure_close(canvas);
	/* One line keeps to its number, whichever way its words run. */
	page_text(canvas, RAMURE_TAG_LBODY, name, style, x + number_room, y,
		  ramure_text_measure(canvas, name, style, measure).lines > 1 ? measure : 0);
	ramure_close(canvas);
}

static void draw_list(ramure_canvas *canvas, const sheet *s, double y)
{
	entries e = entries_of(canvas, s);
	const list_form *form = form_for(canvas, &e, page_frame_of(canvas).height - 40 - y);
	ramure_text name = NULL;
	size_t number = 0;

	if (!form)
		return;
	ramure_open(canvas, RAMURE_TAG_L, 0);
	if (!canvas->list->measuring)
		structure_set_ordered(canvas->list->structure, canvas_element(canvas), true);
	for (const ramure_node *slide = s->node->first; (slide = next_entry(&e, slide, &name)); slide = slide->next) {
		draw_entry(canvas, form, ++number, name, y);
		y += entry_height(canvas, form, name);
	}
	ramure_close(canvas);
}

void divider_check(ramure_canvas *canvas, const sheet *s)
{
	const page_master *at = page_master_of(canvas);
	double measure = title_measure(canvas);
	ramure_style style = page_part_title(canvas, s->heading, measure);
	double height = ramure_text_measure(canvas, s->heading, style, measure).height;

	if (at->cover_title_top + height > page_frame_of(canvas).height - at->content_bottom) {
		ramure_error(canvas->ctx, s->heading->span, "the name of the part does not fit on its slide");
		ramure_hint(canvas->ctx, "shorten it; what it says can stand under it, before the first '##'");
	}
}

void divider_draw(ramure_canvas *canvas, const sheet *s)
{
	const page_master *at = page_master_of(canvas);
	static const ramure_word part = { "Part", "Partie" }, of = { "of", "sur" };
	page_frame frame = page_frame_of(canvas);
	double measure = title_measure(canvas), bottom = frame.height - 540;
	ramure_ctx *ctx = canvas->ctx;
	ramure_text which = ramure_text_new(ctx, ramure_format(ctx, "%s %zu %s %zu", ramure_say(ctx, part), s->number,
							       ramure_say(ctx, of), s->count));
	double y;

	canvas->on_primary = ctx->theme->filled;
	page_tick(canvas, at->cover_tick_top);
	ornament_draw(canvas,
		      (ornament_frame){ 716 * frame.stretch, 536 + bottom, 214 * frame.stretch, 424 + bottom,
					fmin(1, frame.stretch) },
		      s->count, s->number);
	page_text_as(canvas, RAMURE_TAG_P, 0, which, page_style(RAMURE_ROLE_KICKER, RAMURE_ACCENT), frame.left, 54, 0);
	y = at->cover_title_top + page_heading(canvas, s->level, s->heading,
					       page_part_title(canvas, s->heading, measure), frame.left,
					       at->cover_title_top, measure)
					  .height;
	draw_list(canvas, s, y + 34);
}
