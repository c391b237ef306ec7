/* structure.c: from flat headings to parts, slides and sections. */
#include "core/source/structure.h"

#include "core/context.h"
#include "core/source/include.h"
#include "core/source/markdown.h"
#include "core/source/settings.h"

typedef struct maker {
	ramure_ctx *ctx;
	ramure_node *document;
	ramure_node *part;  /* the open one, or NULL */
	ramure_node *slide; /* the open one, or NULL */
	ramure_node *at;    /* where blocks go: the slide or its innermost section */
	bool part_parked;   /* `{hidden}` on the open part */
	bool slide_parked;
	size_t parked_parts, parked_slides;
	ramure_span first_parked;
} maker;

static ramure_node *new_slide(maker *m, ramure_span at)
{
	ramure_node *slide = node_new(m->ctx, RAMURE_SLIDE, at);

	node_append(m->part ? m->part : m->document, slide);
	m->slide = m->at = slide;
	return slide;
}

/* A slide for what stands before any `##`: titled with the part, or with the document. */
static void open_untitled(maker *m, ramure_span at)
{
	ramure_node *slide = new_slide(m, at);
	const ramure_node *named = m->part ? m->part->first : m->ctx->settings ? m->ctx->settings->title : NULL;
	ramure_node *heading;

	slide->slide->from_part = true;
	if (!named)
		return;
	heading = node_new(m->ctx, RAMURE_HEADING, named->span);
	heading->heading->level = 2;
	node_copy_children(m->ctx, heading, named);
	node_append(slide, heading);
}

static void park(maker *m, const ramure_node *heading)
{
	if (!ramure_given(m->first_parked))
		m->first_parked = heading->span;
}

/* What stands behind a title names what it opens. */
static void hand_name_over(ramure_node *heading, ramure_node *opened)
{
	opened->attributes = heading->attributes;
	heading->attributes = NULL;
}

static void open_part(maker *m, ramure_node *heading)
{
	ramure_node *part = node_new(m->ctx, RAMURE_PART, heading->span);

	m->slide = m->at = NULL;
	m->slide_parked = false;
	m->part = NULL;
	m->part_parked = flat_heading_of(heading)->hidden;
	if (m->part_parked) {
		m->parked_parts++;
		park(m, heading);
		return;
	}
	hand_name_over(heading, part);
	node_append(part, heading);
	node_append(m->document, part);
	m->part = part;
}

static void open_slide(maker *m, ramure_node *heading)
{
	ramure_node *slide;

	m->slide_parked = flat_heading_of(heading)->hidden;
	if (m->slide_parked) {
		m->parked_slides++;
		park(m, heading);
		return;
	}
	slide = new_slide(m, heading->span);
	slide->slide->wide = flat_heading_of(heading)->wide;
	hand_name_over(heading, slide);
	if (heading->first) {
		node_append(slide, heading);
		return;
	}
	ramure_warning(m->ctx, heading->span, "untitled", "this slide has no title");
	ramure_hint(m->ctx, "write one behind the signs: ## What this slide says");
}

/* A `###` goes into the nearest section above it that it is deeper than. */
static void open_section(maker *m, ramure_node *heading)
{
	ramure_node *section = node_new(m->ctx, RAMURE_SECTION, heading->span);
	int level = heading->heading->level;

	if (!m->slide)
		open_untitled(m, heading->span);
	while (m->at->type == RAMURE_SECTION && m->at->first->heading->level >= level)
		m->at = m->at->parent;
	hand_name_over(heading, section);
	node_append(section, heading);
	node_append(m->at, section);
	m->at = section;
	if (flat_heading_of(heading)->hidden) {
		ramure_error(m->ctx, heading->span, "only a part or a slide can be parked, not a section");
		ramure_hint(m->ctx, "put {hidden} on the slide's heading, or make the section a comment: <!-- ... -->");
	}
}

static void open_heading(maker *m, ramure_node *heading)
{
	int level = heading->heading->level;

	if (level == 1)
		open_part(m, heading);
	else if (m->part_parked)
		m->parked_slides += level == 2;
	else if (level == 2)
		open_slide(m, heading);
	else if (!m->slide_parked)
		open_section(m, heading);
}

static void put_block(maker *m, ramure_node *block)
{
	if (m->part_parked || m->slide_parked)
		return;
	/* Chapters stand between slides. */
	if (include_is(m->ctx, block)) {
		m->slide = m->at = NULL;
		node_append(m->part ? m->part : m->document, block);
		return;
	}
	if (!m->slide)
		open_untitled(m, block->span);
	node_append(m->at, block);
}

/* Headings make slides only where blocks of the page stand. */
static void check_nested(ramure_ctx *ctx, const ramure_node *block)
{
	ramure_walk walk = ramure_walk_from(block);

	while (ramure_walk_next(&walk)) {
		if (!walk.entering || walk.node->type != RAMURE_HEADING)
			continue;
		ramure_error(ctx, walk.node->span, "a heading stands inside a list or a quote");
		ramure_hint(ctx, "begin its line without indentation or '>'; for bold words write **words**");
	}
}

static void report_parked(const maker *m)
{
	if (m->parked_parts)
		ramure_info(m->ctx, m->first_parked, "parked", "parked with {hidden}: slides %zu, parts %zu",
			    m->parked_slides, m->parked_parts);
	else if (m->parked_slides)
		ramure_info(m->ctx, m->first_parked, "parked", "slides parked with {hidden}: %zu", m->parked_slides);
}

ramure_node *structure_make(ramure_ctx *ctx, ramure_node *blocks)
{
	maker m = { .ctx = ctx, .document = node_new(ctx, RAMURE_DOCUMENT, blocks->span) };
	ramure_node *child;

	while ((child = blocks->first)) {
		node_remove(child);
		if (child->type == RAMURE_HEADING) {
			open_heading(&m, child);
		} else {
			check_nested(ctx, child);
			put_block(&m, child);
		}
	}
	report_parked(&m);
	kickers_make(ctx, m.document);
	for (child = m.document->first; child; child = child->next)
		if (child->type == RAMURE_PART)
			kickers_make(ctx, child);
	return m.document;
}
