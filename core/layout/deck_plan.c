/* deck_plan.c: the first pass over a deck: which pages there are, what each holds, where everything stands. */
#include "core/context.h"
#include "core/document/voice.h"
#include "core/layout/deck.h"
#include "core/layout/partners.h"

/* Where in the document planning stands. */
typedef struct surroundings {
	const ramure_node *chapter, *part;
	const ramure_node *part_heading; /* of a part that has no page of its own, until a kicker has said it */
	int level;                       /* of the headings of slides */
	int outline;                     /* of their entries in the outline */
} surroundings;

typedef struct planner {
	ramure_deck *deck;
	ramure_ctx *ctx;
	display_list list;
	ramure_canvas canvas;
	/* A contents that shows the part to come counts as its first page. */
	const ramure_node *announced;
	size_t announced_at;
} planner;

static sheet *new_sheet(planner *p, page_kind kind, const ramure_node *node, const surroundings *around)
{
	sheet *s = RAMURE_NEW(p->ctx, sheet);

	*s = (sheet){ .kind = kind,
		      .node = node,
		      .heading = ramure_child(node, RAMURE_HEADING),
		      .level = around->level,
		      .pieces = 1 };
	return s;
}

static void add_page(ramure_deck *deck, page_plan plan)
{
	deck->plans = arena_extend(deck->ctx->arena, deck->plans, deck->count, sizeof plan);
	deck->plans[deck->count++] = plan;
}

/* The pages of a sheet, with its place. */
static void add_pages(planner *p, const sheet *s)
{
	size_t first = p->deck->count;

	for (size_t i = 0; i < s->pieces; i++)
		add_page(p->deck, (page_plan){ .sheet = s, .piece = i, .slide = p->deck->count });
	if (s->kind == PAGE_SLIDE || s->kind == PAGE_CLOSING)
		places_add(p->ctx, &p->deck->places,
			   (place){ s->node, first, p->deck->count - 1, s->pieces > 1 ? s->fit : NULL });
}

static void add_outline(planner *p, const ramure_node *heading, int level, size_t page)
{
	ramure_deck *deck = p->deck;
	ramure_str title = heading ? ramure_plain_text(p->ctx, heading) : RAMURE_STR("");

	if (title.size == 0)
		return;
	deck->outline = arena_extend(p->ctx->arena, deck->outline, deck->outline_count, sizeof *deck->outline);
	deck->outline[deck->outline_count++] = (ramure_outline_entry){ title, level, page };
}

static void add_break(planner *p, size_t page)
{
	foot *f = &p->deck->foot;

	if (page == 0)
		return;
	p->deck->breaks = arena_extend(p->ctx->arena, p->deck->breaks, f->break_count, sizeof page);
	p->deck->breaks[f->break_count++] = page;
	f->breaks = p->deck->breaks;
}

/* ---- slides ---- */

const ramure_node *deck_contents(const ramure_node *slide)
{
	ramure_walk walk = ramure_walk_from(slide);

	while (ramure_walk_next(&walk)) {
		if (walk.entering && walk.node->type == RAMURE_CONTENTS)
			return walk.node;
		walk.skip = walk.entering && walk.node != slide && walk.node->type != RAMURE_BLOCKS;
	}
	return NULL;
}

static bool announces(const ramure_node *slide, const ramure_node *part)
{
	const ramure_node *contents = slide->type == RAMURE_SLIDE ? deck_contents(slide) : NULL;

	return contents && contents->contents->current == part;
}

/* What brings people together: the chapter's own event, else its title. */
static ramure_text occasion(const planner *p, const surroundings *around)
{
	const ramure_node *chapter = around->chapter;
	ramure_text event = ramure_meta(chapter ? chapter : p->deck->document, RAMURE_META_EVENT);

	return event || !chapter ? event : ramure_child(chapter, RAMURE_HEADING);
}

/* The name of the series, else of the part, else of the event.  A part without a page of its own is named on its first
 * slide, whatever else the kicker says. */
static ramure_text kicker_of(planner *p, const ramure_node *slide, const ramure_node *heading, surroundings *around)
{
	ramure_text own = ramure_child(slide, RAMURE_KICKER);
	ramure_text part = around->part ? ramure_child(around->part, RAMURE_HEADING) : NULL;
	ramure_text unsaid = around->part_heading;

	/* The contents that announce a part are not of it yet. */
	if (!own && around->part && announces(slide, around->part))
		return occasion(p, around);
	around->part_heading = NULL;
	if (ramure_same_words(p->ctx, heading, part)) {
		unsaid = NULL;
		part = NULL;
	}
	if (own && unsaid && !ramure_same_words(p->ctx, text_without_place(p->ctx, own), unsaid))
		return text_join(p->ctx, unsaid, " – ", own);
	if (own && !ramure_same_words(p->ctx, own, heading))
		return own;
	part = part ? part : occasion(p, around);
	return around->chapter && ramure_same_words(p->ctx, part, heading) ? NULL : part;
}

/* Fits the body under its head.  A slide of several pages keeps room for "(suite)" on each, so that nothing moves from
 * one to the next. */
static void fit_slide(planner *p, sheet *s)
{
	ramure_canvas *canvas = &p->canvas;
	bool roomy;

	s->head = master_head(canvas, &p->deck->foot, s->node, s->kicker, s->heading, false);
	s->zone = master_zone(canvas, &s->head);
	roomy = master_advise(canvas, &s->head);
	if (s->zone.page.height < LEAST_CONTENT)
		s->zone.page.height = LEAST_CONTENT;
	if (s->zone.last.height < LEAST_CONTENT)
		s->zone.last.height = LEAST_CONTENT;
	paragraph_forget_many(p->ctx);
	s->fit = fit_body(p->ctx, s->node, s->zone);
	if (s->fit->count > 1) {
		double top = s->head.content_top;

		s->head = master_head(canvas, &p->deck->foot, s->node, s->kicker, s->heading, true);
		if (s->head.content_top > top) {
			s->zone = master_zone(canvas, &s->head);
			s->fit = fit_body(p->ctx, s->node, s->zone);
		}
	}
	s->pieces = s->fit->count;
	/* Pages that nobody will see need not repeat thousands of sources each. */
	if (!roomy)
		s->head.source = NULL;
}

/* The closing block of a slide, wherever its kind has put it. */
static const ramure_node *closing_in(const ramure_node *slide)
{
	ramure_walk walk = ramure_walk_from(slide);

	while (ramure_walk_next(&walk)) {
		if (!walk.entering)
			continue;
		if (walk.node->type == RAMURE_CLOSING)
			return walk.node;
		walk.skip = walk.node != slide && walk.node->type != RAMURE_BLOCKS;
	}
	return NULL;
}

/* Whether a slide has anything to show beside its closing. */
static bool has_body(const ramure_node *container)
{
	for (const ramure_node *child = container->first; child; child = child->next) {
		switch ((int)child->type) {
		case RAMURE_KICKER:
		case RAMURE_HEADING:
		case RAMURE_CLOSING:
		case RAMURE_NOTES:
			break;
		case RAMURE_BLOCKS:
			if (child->first && has_body(child))
				return true;
			break;
		default:
			return true;
		}
	}
	return false;
}

/* `slide` is the one that only closes, or NULL. */
static void plan_closing(planner *p, const ramure_node *closing, const ramure_node *slide, ramure_text kicker,
			 const surroundings *around)
{
	sheet *s = new_sheet(p, PAGE_CLOSING, closing, around);

	s->spoken = slide ? slide : closing;
	s->kicker = ramure_same_words(p->ctx, kicker, s->heading) ? NULL : kicker;
	closing_plan(&p->canvas, p->deck->document, s);
	add_outline(p, s->heading, around->outline, p->deck->count);
	add_pages(p, s);
}

static void plan_slide(planner *p, const ramure_node *slide, surroundings *around)
{
	const ramure_node *closing = closing_in(slide), *contents = deck_contents(slide);
	const ramure_node *heading = ramure_child(slide, RAMURE_HEADING);
	bool said_here = ramure_child(slide, RAMURE_KICKER) ||
			 (around->part_heading && !ramure_same_words(p->ctx, heading, around->part_heading));
	ramure_text kicker = kicker_of(p, slide, heading, around);
	sheet *s;

	if (contents && contents->contents->current) {
		p->announced = contents->contents->current;
		p->announced_at = p->deck->count;
	}
	/* A slide that only closes lends its title to the closing page, with what only its kicker says. */
	if (closing && !has_body(slide)) {
		if (said_here && !ramure_same_words(p->ctx, kicker, heading))
			kicker = text_join(p->ctx, kicker, " – ", heading);
		else if (heading)
			kicker = heading;
		plan_closing(p, closing, slide, kicker, around);
		places_add(p->ctx, &p->deck->places, (place){ slide, p->deck->count - 1, p->deck->count - 1, NULL });
		return;
	}
	s = new_sheet(p, PAGE_SLIDE, slide, around);
	s->kicker = kicker;
	s->spoken = slide;
	fit_slide(p, s);
	add_outline(p, s->heading, around->outline, p->deck->count);
	add_pages(p, s);
	if (closing)
		plan_closing(p, closing, NULL, kicker, around);
}

/* ---- parts and chapters ---- */

static size_t count_slides(const ramure_node *part)
{
	size_t count = 0;

	for (const ramure_node *child = part->first; child; child = child->next)
		count += (child->type == RAMURE_SLIDE || child->type == RAMURE_CLOSING ||
			  child->type == RAMURE_CHAPTER) &&
			 !announces(child, part);
	return count;
}

static void plan_chapter(planner *p, const ramure_node *chapter, const surroundings *around);

static void plan_child(planner *p, const ramure_node *child, surroundings *around)
{
	if (child->type == RAMURE_CHAPTER)
		plan_chapter(p, child, around);
	else if (child->type == RAMURE_SLIDE)
		plan_slide(p, child, around);
	else if (child->type == RAMURE_CLOSING)
		plan_closing(p, child, NULL, kicker_of(p, child, ramure_child(child, RAMURE_HEADING), around), around);
}

static void plan_divider(planner *p, const ramure_node *part, const surroundings *around, size_t number, size_t count)
{
	sheet *s = new_sheet(p, PAGE_DIVIDER, part, around);

	s->number = number;
	s->count = count;
	divider_check(&p->canvas, s);
	add_pages(p, s);
}

/* Part `number` of `count`.  A part of one slide, or one that is alone, has no slide of its own. */
static void plan_part(planner *p, const ramure_node *part, const surroundings *around, size_t number, size_t count)
{
	const ramure_node *heading = ramure_child(part, RAMURE_HEADING), *child = part->first;
	/* What groups chapters says its name before theirs. */
	bool divided = heading && ((count > 1 && count_slides(part) > 1) || ramure_child(part, RAMURE_CHAPTER));
	surroundings inside = { around->chapter, part, divided ? NULL : heading, around->level, around->outline + 1 };
	size_t first = p->announced == part ? p->announced_at : p->deck->count;
	size_t before = p->deck->count;

	/* The contents that announce the part stand before its slide. */
	for (; child && (child->type == RAMURE_HEADING || announces(child, part)); child = child->next)
		plan_child(p, child, &inside);
	add_outline(p, heading, around->outline, p->deck->count);
	if (divided) {
		plan_divider(p, part, &inside, number, count);
		inside.level++;
	}
	for (; child; child = child->next)
		plan_child(p, child, &inside);
	if (p->deck->count == before)
		return;
	places_add(p->ctx, &p->deck->places, (place){ part, first, p->deck->count - 1, NULL });
	/* The line of progress shows chapters, not what they hold. */
	if (!around->chapter)
		add_break(p, first);
}

static size_t count_parts(const ramure_node *container)
{
	size_t count = 0;

	for (const ramure_node *child = container->first; child; child = child->next)
		count += child->type == RAMURE_PART;
	return count;
}

static size_t count_chapters(const ramure_node *booklet)
{
	size_t count = 0;

	for (const ramure_node *child = booklet->first; child; child = child->next)
		count += child->type == RAMURE_CHAPTER ? 1 : child->type == RAMURE_PART ? count_chapters(child) : 0;
	return count;
}

/* The document or the chapter whose chapter this is, across the part that groups it. */
static const ramure_node *booklet_of(const ramure_node *chapter)
{
	return chapter->parent->type == RAMURE_PART ? chapter->parent->parent : chapter->parent;
}

/* Partners that the cover has no room for. */
static void plan_partners(planner *p, const ramure_node *document, const surroundings *around)
{
	static const ramure_word partners = { "Partners", "Partenaires" };
	sheet *s = new_sheet(p, PAGE_PARTNERS, document, around);
	ramure_text label = ramure_meta(document, RAMURE_META_PARTNERS_LABEL);

	s->heading = label ? label : ramure_text_new(p->ctx, ramure_format(p->ctx, "%s", ramure_say(p->ctx, partners)));
	s->kicker = occasion(p, around);
	s->head = master_head(&p->canvas, &p->deck->foot, document, s->kicker, s->heading, true);
	s->zone = master_zone(&p->canvas, &s->head);
	s->partners = partners_lay_out(&p->canvas, document, s->zone.last, &s->pieces);
	if (s->partners)
		add_pages(p, s);
}

static void plan_container(planner *p, const ramure_node *container, surroundings around);

/* "Chapitre 2 sur 7 · Réunion de travail" */
static ramure_text chapter_kicker(planner *p, const sheet *s)
{
	static const ramure_word which = { "Chapter %zu of %zu", "Chapitre %zu sur %zu" };
	ramure_text event = ramure_meta(s->node, RAMURE_META_EVENT);
	ramure_text words =
		ramure_text_new(p->ctx, ramure_format(p->ctx, ramure_say(p->ctx, which), s->number, s->count));

	return text_join(p->ctx, words, " · ", ramure_same_words(p->ctx, event, s->heading) ? NULL : event);
}

/* A chapter opens with its own cover. */
static void plan_chapter(planner *p, const ramure_node *chapter, const surroundings *around)
{
	surroundings inside = { .chapter = chapter, .level = around->level + 1, .outline = around->outline + 1 };
	size_t first = p->announced == chapter ? p->announced_at : p->deck->count;
	sheet *s = new_sheet(p, PAGE_COVER, chapter, around);

	voice_at(p->ctx, chapter);
	s->number = (size_t)chapter->chapter->number;
	s->count = count_chapters(booklet_of(chapter));
	s->kicker = chapter_kicker(p, s);
	cover_check(&p->canvas, s, true);
	add_outline(p, s->heading, around->outline, p->deck->count);
	add_pages(p, s);
	plan_partners(p, chapter, &inside);
	plan_container(p, chapter, inside);
	places_add(p->ctx, &p->deck->places, (place){ chapter, first, p->deck->count - 1, NULL });
	if (!around->chapter)
		add_break(p, first);
	voice_at(p->ctx, chapter->parent);
}

/* A document or a chapter. */
static void plan_container(planner *p, const ramure_node *container, surroundings around)
{
	size_t parts = count_parts(container), number = 0;

	for (const ramure_node *child = container->first; child; child = child->next) {
		if (child->type == RAMURE_PART)
			plan_part(p, child, &around, ++number, parts);
		else
			plan_child(p, child, &around);
	}
}

/* ---- the whole ---- */

static bool closes(const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk))
		if (walk.entering && walk.node->type == RAMURE_CLOSING)
			return true;
	return false;
}

static void plan_cover(planner *p, surroundings *around)
{
	const ramure_node *document = p->deck->document;
	sheet *s = new_sheet(p, PAGE_COVER, document, around);

	cover_check(&p->canvas, s, !p->deck->closes);
	add_outline(p, cover_heading(document), 1, 0);
	add_pages(p, s);
	around->level += cover_heading(document) != NULL;
}

void deck_plan(ramure_deck *deck)
{
	planner p = { .deck = deck, .ctx = deck->ctx, .list = display_measuring(deck->ctx) };
	surroundings around = { .level = 1, .outline = 1 };

	deck->count = deck->outline_count = deck->places.count = 0;
	p.canvas = canvas_on(deck->ctx, &p.list, RAMURE_ARTIFACT, 1);
	deck->foot = master_foot(&p.canvas, deck->document);
	deck->closes = closes(deck->document);
	if (cover_wanted(deck->document)) {
		plan_cover(&p, &around);
		plan_partners(&p, deck->document, &around);
	}
	plan_container(&p, deck->document, around);
	/* A deck has one page at least. */
	if (deck->count == 0)
		plan_cover(&p, &around);
	places_sort(&deck->places);
	deck->foot.pages = deck->count;
	deck->foot.total = ramure_text_new(deck->ctx, ramure_format(deck->ctx, "/ %zu", deck->count));
}
