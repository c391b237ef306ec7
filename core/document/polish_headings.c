/* polish_headings.c: levels of headings by their nesting, and their numbers in a report. */
#include "core/document/polish.h"

#include "core/base/buf.h"
#include "core/context.h"

enum {
	DEEPEST = 6,         /* H6 of PDF; ODF would have ten */
	NUMBERED_LEVELS = 3, /* of a report: "2.3.1" is the longest number */
};

bool part_is_divided(const ramure_node *part)
{
	size_t parts = 0, slides = 0;

	for (const ramure_node *child = part->parent->first; child && parts < 2; child = child->next)
		parts += child->type == RAMURE_PART;
	/* What groups chapters has to say its name before theirs. */
	if (ramure_child(part, RAMURE_CHAPTER))
		return true;
	for (const ramure_node *child = part->first; child && slides < 2; child = child->next) {
		const ramure_node *contents = ramure_child(child, RAMURE_CONTENTS);

		slides += child->type != RAMURE_HEADING && !(contents && contents->contents->current == part);
	}
	return parts > 1 && slides > 1;
}

typedef struct levels {
	ramure_ctx *ctx;
	ramure_medium medium;
	int level; /* of the headings of what is open */
	int counts[DEEPEST + 1];
} levels;

/* How much deeper the headings inside a node are. */
static int deeper(ramure_medium medium, const ramure_node *node)
{
	switch (node->type) {
	case RAMURE_PART:
	case RAMURE_CHAPTER:
	case RAMURE_SECTION:
	case RAMURE_COLUMN:
	case RAMURE_CLOSING:
		return 1;
	case RAMURE_SLIDE:
		if (medium == RAMURE_SLIDES)
			return 1;
		/* What stands right after a part's heading has no heading of its own in a report. */
		if (!ramure_child(node, RAMURE_HEADING))
			return node->slide->from_part ? 0 : 1;
		/* Under the heading of its series. */
		return node->slide->continues ? 2 : 1;
	default:
		return 0;
	}
}

bool heading_is_numbered(const ramure_node *owner)
{
	int level = 0;

	for (const ramure_node *node = owner; node; node = node->parent)
		level += deeper(RAMURE_REPORT, node);
	return level <= NUMBERED_LEVELS;
}

/* A part without a slide of its own is no level of the deck. */
static bool unsaid(const levels *l, const ramure_node *part)
{
	return part->type == RAMURE_PART && l->medium == RAMURE_SLIDES && !part_is_divided(part);
}

static bool is_numbered(const ramure_node *heading)
{
	ramure_node_type type = heading->parent->type;

	return type == RAMURE_CHAPTER || type == RAMURE_PART || type == RAMURE_SLIDE || type == RAMURE_SECTION;
}

/* "2.3": the first number is that of the highest level, under the title of the document. */
static ramure_str next_number(levels *l, int level, int top)
{
	buf out = buf_on(l->ctx->arena);

	l->counts[level]++;
	for (int i = level + 1; i <= DEEPEST; i++)
		l->counts[i] = 0;
	for (int i = top; i <= level; i++)
		buf_format(&out, i > top ? ".%d" : "%d", l->counts[i]);
	return buf_str(&out);
}

static void set_heading(levels *l, ramure_node *heading, int top)
{
	int level = l->level < DEEPEST ? l->level : DEEPEST;

	heading->heading->level = level;
	if (l->medium == RAMURE_REPORT && is_numbered(heading) && level < top + NUMBERED_LEVELS)
		heading->heading->number = next_number(l, level, top);
}

void polish_headings(ramure_ctx *ctx, ramure_node *document, ramure_medium medium)
{
	levels l = { .ctx = ctx, .medium = medium };
	ramure_walk walk = ramure_walk_from(document);
	int top;

	/* The cover's title is the first heading. */
	l.level = ramure_meta(document, RAMURE_META_TITLE) ? 1 : 0;
	top = l.level + 1;
	while (ramure_walk_next(&walk)) {
		ramure_node *node = walk_node(&walk);
		int change = deeper(medium, node);

		if (node->type == RAMURE_HEADING && walk.entering)
			set_heading(&l, node, top);
		else
			l.level += walk.entering ? change : -change;
		/* Its heading is said, if at all, on the level of its slides. */
		if (walk.entering && unsaid(&l, node))
			l.level--;
		else if (!walk.entering && unsaid(&l, node))
			l.level++;
	}
}
