/* polish_references.c: names of headings, and the links that say them. */
#include "core/document/polish.h"

#include "core/base/files.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/names.h"
#include "core/document/planned_pages.h"
#include "core/document/voice.h"
#include "core/source/fields.h"
#include "core/source/include.h"

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
	uint32_t file;    /* of the document */
	names names;      /* of each chapter apart, and of all together */
	const char **all; /* for "did you mean" */
	size_t count;
	planned_pages pages;
} linker;

static bool is_heading_owner(ramure_node_type type)
{
	return type == RAMURE_CHAPTER || type == RAMURE_PART || type == RAMURE_SLIDE || type == RAMURE_SECTION;
}

/* ---- names ---- */

static void remember(linker *l, ramure_str name)
{
	l->all = arena_extend(l->ctx->arena, l->all, l->count, sizeof *l->all);
	l->all[l->count++] = ramure_format(l->ctx, "%.*s", (int)name.size, name.data).data;
}

/* Slides that share a title as a series are reached by the first of them. */
static bool same_series(const ramure_node *a, const ramure_node *b)
{
	return a->type == RAMURE_SLIDE && b->type == RAMURE_SLIDE && a->parent == b->parent &&
	       b->slide->series_place > 1 && a->slide->series_length == b->slide->series_length;
}

/* The file whose names a node sees first: its chapter's, else the document's. */
static uint32_t scope_of(const linker *l, const ramure_node *node)
{
	const ramure_node *chapter = voice_chapter(node);

	return chapter ? chapter->span.file : l->file;
}

enum { EVERYWHERE = 0 };

/* A name as one file has it, or as all of them together do. */
static ramure_str scoped(linker *l, uint32_t scope, ramure_str name)
{
	ramure_str slug = utf8_slug(l->ctx->arena, name);

	return scope == EVERYWHERE ? slug
				   : ramure_format(l->ctx, "%u#%.*s", (unsigned)scope, (int)slug.size, slug.data);
}

static void add_name_in(linker *l, uint32_t scope, const ramure_node *node, ramure_str name, bool given)
{
	void **slot = names_at(&l->names, scoped(l, scope, name));
	target *t = *slot;

	if (!t) {
		t = *slot = RAMURE_NEW(l->ctx, target);
		if (scope == EVERYWHERE)
			remember(l, name);
	}
	if (!t->node || (given && !t->given))
		*t = (target){ .node = node, .given = given };
	else if (given == t->given && !same_series(t->node, node))
		t->other = node;
}

/* A chapter's own name is one of the document around it. */
static void add_name(linker *l, const ramure_node *node, ramure_str name, bool given)
{
	add_name_in(l, EVERYWHERE, node, name, given);
	if (l->ctx->booklet.included)
		add_name_in(l, scope_of(l, node->type == RAMURE_CHAPTER ? node->parent : node), node, name, given);
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
		ramure_node *node = walk_node(&walk);
		const ramure_node *heading;
		ramure_str slug;

		if (!walk.entering || node->type == RAMURE_NOTE_CALL || node->type == RAMURE_META)
			continue;
		if (ramure_node_name(node).size) {
			add_name(l, node, ramure_node_name(node), true);
			continue;
		}
		if (!is_heading_owner(node->type) || (node->type == RAMURE_SLIDE && node->slide->from_part))
			continue;
		heading = ramure_child(node, RAMURE_HEADING);
		if (!heading)
			continue;
		slug = slug_of(l, heading);
		node_set_name(l->ctx, node, slug);
		if (slug.size)
			add_name(l, node, slug, false);
	}
}

/* ---- words ---- */

/* The slide, the part or the chapter on which a node stands. */
static const ramure_node *page_node(const ramure_node *node)
{
	while (node && node->type != RAMURE_SLIDE && node->type != RAMURE_PART && node->type != RAMURE_CHAPTER)
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
		if (number && number->heading->number.size)
			return number->heading->number;
	}
	return (ramure_str){ 0 };
}

static ramure_str say_page(ramure_ctx *ctx, size_t page, ramure_reference by)
{
	static const ramure_word slide = { "slide\u00A0%zu", "diapositive\u00A0%zu" };

	if (by != RAMURE_BY_NAME)
		return ramure_format(ctx, "%zu", page);
	return ramure_format(ctx, ramure_say(ctx, slide), page);
}

/* Headings have none: among the thousands of blocks below them nothing is looked for. */
static const ramure_node *caption_of(const ramure_node *node)
{
	return is_heading_owner(node->type) ? NULL : ramure_child(node, RAMURE_CAPTION);
}

/* How a reference says its target, without a break before its number, when the author does not. */
static ramure_str words_for(linker *l, const ramure_node *node)
{
	static const ramure_word table = { "table\u00A0%d", "tableau\u00A0%d" },
				 figure = { "figure\u00A0%d", "figure\u00A0%d" },
				 chapter = { "chapter\u00A0%.*s", "chapitre\u00A0%.*s" },
				 section = { "section\u00A0%.*s", "section\u00A0%.*s" };
	const ramure_node *caption = caption_of(node);
	ramure_str number;

	if (ramure_node_label(node).size)
		return ramure_node_label(node);
	if (caption && caption->caption->number)
		return ramure_format(l->ctx, ramure_say(l->ctx, caption->caption->of_table ? table : figure),
				     caption->caption->number);
	if (l->medium == RAMURE_SLIDES && page_node(node))
		return say_page(l->ctx, planned_page(&l->pages, page_node(node)), RAMURE_BY_NAME);
	number = section_number(node);
	if (number.size)
		return ramure_format(l->ctx, ramure_say(l->ctx, node->type == RAMURE_CHAPTER ? chapter : section),
				     (int)number.size, number.data);
	return ramure_plain_text(l->ctx, node);
}

static bool says_page(const ramure_node *link)
{
	const ramure_node *to = link->link->target;
	const ramure_node *caption = caption_of(to);

	if (!page_node(to))
		return false;
	return link->link->by != RAMURE_BY_NAME ||
	       (!ramure_node_label(to).size && !(caption && caption->caption->number));
}

/* The number alone.  Which page of a report it is, only the program that opens it knows. */
static ramure_str number_for(linker *l, const ramure_node *node, ramure_reference by)
{
	if (l->medium == RAMURE_SLIDES)
		return say_page(l->ctx, planned_page(&l->pages, page_node(node)), by);
	return by == RAMURE_BY_PAGE ? RAMURE_STR("1") : section_number(node);
}

static void write_words(linker *l, ramure_node *link)
{
	ramure_reference by = link->link->by;
	const ramure_node *to = link->link->target;
	ramure_str words = by == RAMURE_BY_NAME ? words_for(l, to) : number_for(l, to, by);

	node_append(link, node_text(l->ctx, link->span, words));
	link->link->generated = true;
}

/* ---- links ---- */

/* "autre.md#nom" is 'nom' where it is given. */
static void report_nameless(linker *l, ramure_str name)
{
	const char *hash = name.size ? memchr(name.data, '#', name.size) : NULL;
	ramure_str own = name, file = RAMURE_STR("");

	if (hash) {
		file = (ramure_str){ name.data, (size_t)(hash - name.data) };
		own = (ramure_str){ hash + 1, name.size - file.size - 1 };
	}
	if (file.size)
		ramure_hint(l->ctx,
			    "in '%.*s', name what it points to: put {#%.*s} behind a heading or an image, or "
			    "'id: %.*s' in a block",
			    (int)file.size, file.data, (int)own.size, own.data, (int)own.size, own.data);
	else
		ramure_hint(l->ctx,
			    "name what it points to: put {#%.*s} behind a heading or an image, or 'id: %.*s' in a "
			    "block",
			    (int)own.size, own.data, (int)own.size, own.data);
}

static void report_unknown(linker *l, const ramure_node *link)
{
	ramure_str name = link->link->name;
	const char *near;

	ramure_error(l->ctx, link->span, "nothing here is named '%.*s'", (int)name.size, name.data);
	/* Among thousands of names the search takes its time: not for a message that nobody sees. */
	if (!l->ctx->diagnostics.last_was_kept)
		return;
	near = names_nearest(l->ctx, name, l->all, l->count);
	if (near)
		ramure_hint(l->ctx, "did you mean #%s?", near);
	else
		report_nameless(l, name);
}

static void report_ambiguous(linker *l, const ramure_node *link, const target *t)
{
	ramure_str one = files_at(l->ctx, t->node->span.file)->name,
		   other = files_at(l->ctx, t->other->span.file)->name;

	if (t->node->span.file != t->other->span.file) {
		ramure_error(l->ctx, link->span, "'%.*s' may be in '%.*s', line %u, or in '%.*s', line %u",
			     (int)link->link->name.size, link->link->name.data, (int)one.size, one.data,
			     t->node->span.line, (int)other.size, other.data, t->other->span.line);
		ramure_hint(l->ctx, "say which file you mean: other.md#%.*s", (int)link->link->name.size,
			    link->link->name.data);
		return;
	}
	ramure_error(l->ctx, link->span, "'%.*s' may be line %u or line %u", (int)link->link->name.size,
		     link->link->name.data, t->node->span.line, t->other->span.line);
	ramure_hint(l->ctx, "give one of them a name of its own: {#another-name} at the end of its heading");
}

static void lead_to(linker *l, ramure_node *link, const ramure_node *node)
{
	link->link->target = node;
	if (!link->first)
		write_words(l, link);
}

static void lead_to_name(linker *l, ramure_node *link, const target *t)
{
	if (!t)
		report_unknown(l, link);
	else if (t->other)
		report_ambiguous(l, link, t);
	else
		lead_to(l, link, t->node);
}

/* A name of the same chapter comes first, then those of all others.  What a compiled page says again keeps the names of
 * the chapter where it was written. */
static void resolve_here(linker *l, ramure_node *link)
{
	ramure_str name = link->link->name;
	const target *t = NULL;

	if (l->ctx->booklet.included && link->span.file)
		t = names_find(&l->names, scoped(l, link->span.file, name));
	if (l->ctx->booklet.included && !t)
		t = names_find(&l->names, scoped(l, scope_of(l, link), name));
	lead_to_name(l, link, t ? t : names_find(&l->names, scoped(l, EVERYWHERE, name)));
}

static const ramure_node *chapter_of_file(const ramure_node *document, uint32_t file)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		if (walk.entering && walk.node->type == RAMURE_CHAPTER && walk.node->span.file == file)
			return walk.node;
		walk.skip = walk.entering && walk.node->type == RAMURE_SLIDE;
	}
	return NULL;
}

/* The words of a link that leads nowhere from here stay. */
static bool leave_words(linker *l, const ramure_node *link)
{
	ramure_str name = link->link->name;

	if (!link->first) {
		ramure_error(l->ctx, link->span, "'%.*s' is in another document: nothing here can name it",
			     (int)name.size, name.data);
		ramure_hint(l->ctx, "write the words yourself: [its words](%.*s)", (int)name.size, name.data);
		return true;
	}
	ramure_warning(l->ctx, link->span, "link-elsewhere",
		       "'%.*s' is in another document: its words stay, without a link", (int)name.size, name.data);
	ramure_hint(l->ctx,
		    "the link works in a booklet that includes both; to accept that, type: allow: link-elsewhere");
	return false;
}

/* "other.md#name", "other.md": a chapter of the same booklet.  False when the link must become its words. */
static bool resolve_elsewhere(linker *l, ramure_node *link, size_t path_size)
{
	ramure_str name = link->link->name, slug = { name.data + path_size, name.size - path_size };
	ramure_string named = { link->span, utf8_nfc(l->ctx->arena, (ramure_str){ name.data, path_size }) };
	const ramure_node *chapter;
	ramure_str path;
	uint32_t file;

	if (!named.at.file)
		named.at.file = scope_of(l, link);
	path = files_resolve(l->ctx, named);
	if (!path.size)
		return true;
	file = files_known(l->ctx, path);
	if (!include_find(l->ctx, file) && file != l->file)
		return leave_words(l, link);
	if (slug.size > 1)
		lead_to_name(l, link,
			     names_find(&l->names, scoped(l, l->ctx->booklet.included ? file : EVERYWHERE,
							  (ramure_str){ slug.data + 1, slug.size - 1 })));
	else if ((chapter = chapter_of_file(l->pages.document, file)))
		lead_to(l, link, chapter);
	else
		return leave_words(l, link);
	return true;
}

/* Where the path of a name ends: before its '#', at its end when it is a file's; 0 when it is a name of this file. */
static size_t path_size(ramure_str name)
{
	const char *sharp = name.size ? memchr(name.data, '#', name.size) : NULL;

	if (sharp)
		return (size_t)(sharp - name.data);
	return name.size > 3 && memcmp(name.data + name.size - 3, ".md", 3) == 0 ? name.size : 0;
}

/* Puts the children of a link in its place; answers where a walk goes on. */
static void unwrap(ramure_walk *walk, ramure_node *link)
{
	ramure_node *parent = link->parent, *before = node_before(link), *after = before;
	ramure_node *child;

	walk->node = before ? before : parent;
	walk->entering = !before;
	while ((child = link->first)) {
		node_remove(child);
		node_insert_after(parent, after, child);
		after = child;
	}
	node_remove(link);
}

void polish_references(ramure_ctx *ctx, ramure_node *document, ramure_medium medium)
{
	linker l = {
		.ctx = ctx,
		.medium = medium,
		.file = document->span.file,
		.names = names_new(ctx),
		.pages = { .ctx = ctx, .document = document },
	};
	ramure_walk walk = ramure_walk_from(document);

	find_names(&l, document);
	while (ramure_walk_next(&walk)) {
		ramure_node *link = walk_node(&walk);
		size_t path;

		voice_walk(ctx, &walk);
		if (!walk.entering || link->type != RAMURE_LINK)
			continue;
		path = path_size(link->link->name);
		if (link->link->target && !link->first)
			write_words(&l, link);
		else if (!link->link->name.size)
			continue;
		else if (!path)
			resolve_here(&l, link);
		else if (!resolve_elsewhere(&l, link, path))
			unwrap(&walk, link);
	}
}

bool references_renumber(ramure_ctx *ctx, const ramure_node *document, page_of_node *page_of, void *closure)
{
	ramure_walk walk = ramure_walk_from(document);
	bool changed = false;

	while (ramure_walk_next(&walk)) {
		const ramure_node *link = walk.node;
		ramure_str words;

		if (!walk.entering || link->type != RAMURE_LINK || !link->link->generated || !says_page(link))
			continue;
		voice_at(ctx, link);
		words = say_page(ctx, page_of(closure, link->link->target), link->link->by);
		changed = changed || !ramure_str_equal(link->first->text, words);
		link->first->text = words;
	}
	voice_at(ctx, document);
	return changed;
}
