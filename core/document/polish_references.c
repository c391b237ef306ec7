/* polish_references.c: names of headings, and the links that say them. */
#include "core/document/polish.h"

#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/names.h"
#include "core/document/structure.h"
#include "core/source/fields.h"

#include <string.h>

/* What a name stands for. */
typedef struct target {
	const ramure_node *node;
	const ramure_node *other; /* another of that name */
	bool given;               /* by the author, who wins over slugs */
} target;

typedef struct linker {
	ramure_ctx *ctx;
	ramure_medium medium;
	names names;
	const char **all; /* for "did you mean" */
	size_t count, capacity;
} linker;

static bool is_heading_owner(ramure_node_type type)
{
	return type == RAMURE_PART || type == RAMURE_SLIDE || type == RAMURE_SECTION;
}

/* ---- names ---- */

static void remember(linker *l, ramure_str name)
{
	if (l->count == l->capacity) {
		size_t capacity = l->capacity ? l->capacity * 2 : 64;

		l->all = arena_grow(l->ctx->arena, l->all, l->capacity * sizeof *l->all, capacity * sizeof *l->all);
		l->capacity = capacity;
	}
	l->all[l->count++] = ramure_format(l->ctx, "%.*s", (int)name.size, name.data).data;
}

/* Slides that share a title as a series are reached by the first of them. */
static bool same_series(const ramure_node *a, const ramure_node *b)
{
	return a->type == RAMURE_SLIDE && b->type == RAMURE_SLIDE && a->parent == b->parent &&
	       b->slide->series_place > 1 && a->slide->series_length == b->slide->series_length;
}

static void add_name(linker *l, const ramure_node *node, ramure_str name, bool given)
{
	void **slot = names_at(&l->names, utf8_slug(l->ctx->arena, name));
	target *t = *slot;

	if (!t) {
		t = *slot = RAMURE_NEW(l->ctx, target);
		remember(l, name);
	}
	if (!t->node || (given && !t->given))
		*t = (target){ .node = node, .given = given };
	else if (given == t->given && !same_series(t->node, node))
		t->other = node;
}

/* The words of a heading without its place in a series and its calls of notes. */
static ramure_str slug_of(linker *l, const ramure_node *heading)
{
	buf words = buf_on(l->ctx->arena);

	for (const ramure_node *child = heading->first; child; child = child->next) {
		if (is_series_run(child) || child->type == RAMURE_NOTE_CALL)
			continue;
		buf_put_str(&words, child->first ? ramure_plain_text(l->ctx, child) : child->text);
	}
	return utf8_slug(l->ctx->arena, buf_str(&words));
}

static void find_names(linker *l, ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		ramure_node *node = (ramure_node *)walk.node;
		const ramure_node *heading;

		if (!walk.entering || node->type == RAMURE_NOTE_CALL || node->type == RAMURE_META)
			continue;
		if (node->name.size) {
			add_name(l, node, node->name, true);
			continue;
		}
		if (!is_heading_owner(node->type) || (node->type == RAMURE_SLIDE && node->slide->from_part))
			continue;
		heading = ramure_child(node, RAMURE_HEADING);
		if (!heading)
			continue;
		node->name = slug_of(l, heading);
		if (node->name.size)
			add_name(l, node, node->name, false);
	}
}

/* ---- words ---- */

/* The page of a slide as long as no slide continues; layout says the true one with references_renumber(). */
static size_t planned_page(const ramure_node *wanted)
{
	const ramure_node *root = wanted;
	ramure_walk walk;
	size_t page = 0;

	while (root->parent)
		root = root->parent;
	page += ramure_meta(root, RAMURE_META_TITLE) != NULL;
	walk = ramure_walk_from(root);
	while (ramure_walk_next(&walk)) {
		if (!walk.entering)
			continue;
		page += walk.node->type == RAMURE_SLIDE ||
			(walk.node->type == RAMURE_PART && part_is_divided(walk.node));
		if (walk.node == wanted)
			break;
		walk.skip = walk.node->type == RAMURE_SLIDE;
	}
	/* A part without a slide of its own is its first slide. */
	return wanted->type == RAMURE_PART && !part_is_divided(wanted) ? page + 1 : page;
}

/* The slide, or the part, on which a node stands. */
static const ramure_node *page_node(const ramure_node *node)
{
	while (node && node->type != RAMURE_SLIDE && node->type != RAMURE_PART)
		node = node->parent;
	return node;
}

/* The number of the section in which a node of a report stands: its own heading's, or one around it or before. */
static ramure_str section_number(const ramure_node *node)
{
	for (; node; node = node->parent) {
		const ramure_node *heading = ramure_child(node, RAMURE_HEADING);
		const ramure_node *number = NULL;

		if (is_heading_owner(node->type) && heading && heading->heading->number.size)
			return heading->heading->number;
		/* A slide that goes on under the heading of one before it. */
		for (const ramure_node *before = node->parent ? node->parent->first : NULL;
		     node->type == RAMURE_SLIDE && before && before != node; before = before->next)
			if (before->type == RAMURE_SLIDE && ramure_child(before, RAMURE_HEADING))
				number = ramure_child(before, RAMURE_HEADING);
		if (number)
			return number->heading->number;
	}
	return (ramure_str){ 0 };
}

static ramure_str say_page(ramure_ctx *ctx, size_t page)
{
	static const ramure_word slide = { "slide\u00A0%zu", "diapositive\u00A0%zu" };

	return ramure_format(ctx, ramure_say(ctx, slide), page);
}

/* How a reference says its target, without a break before its number, when the author does not. */
static ramure_str words_for(linker *l, const ramure_node *node)
{
	static const ramure_word table = { "table\u00A0%d", "tableau\u00A0%d" },
				 figure = { "figure\u00A0%d", "figure\u00A0%d" },
				 section = { "section\u00A0%.*s", "section\u00A0%.*s" };
	const ramure_node *caption = ramure_child(node, RAMURE_CAPTION);
	ramure_str number;

	if (node->label.size)
		return node->label;
	if (caption && caption->caption->number)
		return ramure_format(l->ctx, ramure_say(l->ctx, caption->caption->of_table ? table : figure),
				     caption->caption->number);
	if (l->medium == RAMURE_SLIDES && page_node(node))
		return say_page(l->ctx, planned_page(page_node(node)));
	number = section_number(node);
	if (number.size)
		return ramure_format(l->ctx, ramure_say(l->ctx, section), (int)number.size, number.data);
	return ramure_plain_text(l->ctx, node);
}

static bool says_page(const ramure_node *node)
{
	const ramure_node *caption = ramure_child(node, RAMURE_CAPTION);

	return !node->label.size && !(caption && caption->caption->number) && page_node(node);
}

/* ---- links ---- */

static void report_unknown(linker *l, const ramure_node *link)
{
	ramure_str name = link->link->name;
	const char *near = names_nearest(l->ctx, name, l->all, l->count);

	if (name.size && memchr(name.data, '#', name.size)) {
		ramure_error(l->ctx, link->span, "'%.*s' reaches no chapter of this document", (int)name.size,
			     name.data);
		ramure_hint(l->ctx, "name a file that an include block of this document lists");
		return;
	}
	ramure_error(l->ctx, link->span, "nothing here is named '%.*s'", (int)name.size, name.data);
	if (near)
		ramure_hint(l->ctx, "did you mean #%s?", near);
	else
		ramure_hint(l->ctx,
			    "name what it points to: put {#%.*s} behind a heading or an image, or 'id: %.*s' in a "
			    "block",
			    (int)name.size, name.data, (int)name.size, name.data);
}

static void report_ambiguous(linker *l, const ramure_node *link, const target *t)
{
	ramure_error(l->ctx, link->span, "'%.*s' may be line %u or line %u", (int)link->link->name.size,
		     link->link->name.data, t->node->span.line, t->other->span.line);
	ramure_hint(l->ctx, "give one of them a name of its own: {#another-name} at the end of its heading");
}

static void resolve(linker *l, ramure_node *link)
{
	const target *t = names_find(&l->names, utf8_slug(l->ctx->arena, link->link->name));

	if (!t || memchr(link->link->name.data, '#', link->link->name.size)) {
		report_unknown(l, link);
		return;
	}
	if (t->other) {
		report_ambiguous(l, link, t);
		return;
	}
	link->link->target = t->node;
	if (link->first)
		return;
	node_append(link, node_text(l->ctx, link->span, words_for(l, t->node)));
	link->link->generated = true;
}

void polish_references(ramure_ctx *ctx, ramure_node *document, ramure_medium medium)
{
	linker l = { .ctx = ctx, .medium = medium, .names = names_new(ctx) };
	ramure_walk walk = ramure_walk_from(document);

	find_names(&l, document);
	while (ramure_walk_next(&walk)) {
		ramure_node *link = (ramure_node *)walk.node;

		if (walk.entering && link->type == RAMURE_LINK && link->link->name.size)
			resolve(&l, link);
	}
}

bool references_renumber(ramure_ctx *ctx, const ramure_node *document, page_of_node *page_of, void *closure)
{
	ramure_walk walk = ramure_walk_from(document);
	bool changed = false;

	while (ramure_walk_next(&walk)) {
		const ramure_node *link = walk.node;
		ramure_str words;

		if (!walk.entering || link->type != RAMURE_LINK || !link->link->generated ||
		    !says_page(link->link->target))
			continue;
		words = say_page(ctx, page_of(closure, link->link->target));
		changed = changed || !ramure_str_equal(link->first->text, words);
		link->first->text = words;
	}
	return changed;
}
