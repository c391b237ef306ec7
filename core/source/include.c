/* include.c: files that become the chapters of a booklet, in the place of the blocks that name them. */
#include "core/source/include.h"

#include "core/base/buf.h"
#include "core/base/files.h"
#include "core/base/gettext.h"
#include "core/context.h"
#include "core/document/document.h"
#include "core/document/facts.h"
#include "core/plugin/registry.h"
#include "core/source/metas.h"
#include "core/source/source.h"

#include <string.h>

/* ---- the kind ---- */

typedef struct include {
	ramure_span at;
	ramure_list files; /* of ramure_string */
} include;

static const ramure_field fields[] = {
	{ .en = "files",
	  .fr = "fichiers",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_REQUIRED | RAMURE_MANY | RAMURE_MAIN | RAMURE_ROWS_FIELD,
	  .offset = offsetof(include, files),
	  .doc = { "sources beside this one or below, one a line, in the order of the chapters; '*' stands for any "
		   "signs "
		   "of a name, '?' for one",
		   "des sources à côté de celle-ci ou au-dessous, une par ligne, dans l'ordre des chapitres ; « * » "
		   "remplace des signes d'un nom, « ? » un seul" },
	  .synonyms = "file|fichier|sources|chapters|chapitres" },
};

/* Its blocks have become chapters; one that stands where none can was reported. */
static void build_nothing(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	(void)ctx;
	(void)b;
	(void)data;
}

const ramure_kind include_kind = {
	.en = "include",
	.fr = "inclure",
	.synonyms = "chapters|chapitres",
	.doc = { "Other sources, each a chapter of this booklet, in this place",
		 "D'autres sources, chacune un chapitre de ce carnet, à cet endroit" },
	.fields = RAMURE_ROWS(fields),
	.data_size = sizeof(include),
	.build = build_nothing,
	.example = "```inclure\n"
		   "introduction.md\n"
		   "2020/reunion-*.md\n"
		   "```\n",
};

bool include_is(ramure_ctx *ctx, const ramure_node *node)
{
	return node->type == RAMURE_BLOCK && ctx->registry &&
	       registry_kind(ctx->registry, ctx, node->block->word.text) == &include_kind;
}

const included *include_find(const ramure_ctx *ctx, uint32_t file)
{
	const included *found = ctx->booklet.included;

	while (found && found->file != file)
		found = found->next;
	return found;
}

bool include_shows(const ramure_ctx *ctx, uint32_t file, ramure_medium medium)
{
	const included *chapter = include_find(ctx, file);

	return !chapter || shown_in(chapter->medium, medium);
}

/* ---- what may not be included ---- */

/* A file that is being read, and the one that includes it. */
typedef struct opened {
	const struct opened *outer; /* NULL for the booklet itself */
	uint32_t file;
	ramure_span at; /* of the line that names it */
	size_t depth;
} opened;

static ramure_str name_of(ramure_ctx *ctx, uint32_t file)
{
	return files_at(ctx, file)->name;
}

static bool is_open(const opened *o, uint32_t file)
{
	while (o && o->file != file)
		o = o->outer;
	return o != NULL;
}

/* "a.md → b.md → a.md" */
static ramure_str chain(ramure_ctx *ctx, const opened *o, uint32_t file)
{
	ramure_str before = o->file == file ? name_of(ctx, file) : chain(ctx, o->outer, file);
	ramure_str last = name_of(ctx, o->file);

	if (o->file == file)
		return before;
	return ramure_format(ctx, "%.*s → %.*s", (int)before.size, before.data, (int)last.size, last.data);
}

static void report_cycle(ramure_ctx *ctx, const opened *o, const inclusion *wanted)
{
	ramure_str all = chain(ctx, o, wanted->file), name = name_of(ctx, wanted->file), first = name_of(ctx, o->file);

	if (o->file == wanted->file) {
		ramure_error(ctx, wanted->at, N_("'%.*s' includes itself"), (int)name.size, name.data);
		ramure_hint(ctx, N_("remove this line"));
		return;
	}
	ramure_error(ctx, wanted->at, N_("these files include each other: %.*s → %.*s"), (int)all.size, all.data,
		     (int)name.size, name.data);
	ramure_hint(ctx, N_("'%.*s' is included by %.*s, line %u: remove one of the two lines"), (int)first.size,
		    first.data, (int)name_of(ctx, o->at.file).size, name_of(ctx, o->at.file).data, o->at.line);
}

static void report_twice(ramure_ctx *ctx, const included *first, const inclusion *wanted)
{
	ramure_str name = name_of(ctx, wanted->file), where = name_of(ctx, first->at.file);

	ramure_error(ctx, wanted->at, N_("'%.*s' is included twice"), (int)name.size, name.data);
	ramure_hint(ctx, N_("it is a chapter already, by %.*s, line %u: remove one of the two lines"), (int)where.size,
		    where.data, first->at.line);
}

/* Whether a pattern leaves this file out: what is open, what is included already, what a line names by itself. */
static bool is_named_elsewhere(ramure_ctx *ctx, const opened *o, const inclusion *files, size_t count, uint32_t file)
{
	for (size_t i = 0; i < count; i++)
		if (files[i].file == file && !files[i].by_pattern)
			return true;
	return is_open(o, file) || include_find(ctx, file);
}

static bool may_include(ramure_ctx *ctx, const opened *o, const inclusion *wanted)
{
	const included *first = include_find(ctx, wanted->file);

	if (is_open(o, wanted->file)) {
		report_cycle(ctx, o, wanted);
		return false;
	}
	if (first) {
		report_twice(ctx, first, wanted);
		return false;
	}
	if (o->depth == INCLUDE_DEEPEST) {
		ramure_error(ctx, wanted->at, N_("booklets in booklets nest deeper than %d"), INCLUDE_DEEPEST);
		ramure_hint(ctx, N_("include this file from the first booklet"));
		return false;
	}
	return true;
}

/* Before any of a block's files is parsed: what is read alone costs little. */
static bool within_limits(ramure_ctx *ctx, const inclusion *files, size_t count)
{
	size_t most = 0, bytes = 0;

	for (const included *i = ctx->booklet.included; i; i = i->next, most++)
		bytes += files_at(ctx, i->file)->bytes.size;
	for (size_t i = 0; i < count; i++, most++) {
		bytes += files_at(ctx, files[i].file)->bytes.size;
		if (most < INCLUDE_MOST && bytes <= INCLUDE_MOST_BYTES)
			continue;
		if (most == INCLUDE_MOST)
			ramure_error(ctx, files[i].at, N_("a booklet includes at most %d files"), INCLUDE_MOST);
		else
			ramure_error(ctx, files[i].at, N_("the files of a booklet take at most %d MB together"),
				     INCLUDE_MOST_BYTES / (1024 * 1024));
		ramure_hint(ctx, N_("make several booklets of it"));
		return false;
	}
	return true;
}

/* ---- chapters ---- */

/* What the files of one document come to. */
typedef struct including {
	ramure_ctx *ctx;
	const opened *opened;         /* the document */
	ramure_node *parent, *before; /* where the next chapter goes */
	int number;                   /* of the chapter before */
	int medium;                   /* of the block */
} including;

static ramure_node *heading_of(ramure_ctx *ctx, ramure_text title)
{
	ramure_node *heading = node_new(ctx, RAMURE_HEADING, title->span);

	node_copy_children(ctx, heading, title);
	return heading;
}

/* The name of a file without folder and ending, for a chapter that says no other. */
static ramure_text stem_of(ramure_ctx *ctx, uint32_t file)
{
	ramure_str stem = name_of(ctx, file);

	for (size_t i = stem.size; i > 0; i--)
		if (stem.data[i - 1] == '/') {
			stem = (ramure_str){ stem.data + i, stem.size - i };
			break;
		}
	for (size_t i = stem.size; i > 1; i--)
		if (stem.data[i - 1] == '.')
			return ramure_text_new(ctx, (ramure_str){ stem.data, i - 1 });
	return ramure_text_new(ctx, stem);
}

/* A text without front matter may have one `#` heading, which is its title: the part dissolves. */
static ramure_node *only_part(ramure_node *chapter)
{
	ramure_node *first = chapter->first;

	while (first && first->type == RAMURE_META)
		first = first->next;
	return first && first->type == RAMURE_PART && !first->next ? first : NULL;
}

static ramure_node *title_of(ramure_ctx *ctx, ramure_node *chapter, uint32_t file)
{
	const settings *s = ctx->settings;
	ramure_text title = s->title ? s->title : s->subtitle ? s->subtitle : s->event;
	ramure_node *part = title ? NULL : only_part(chapter);
	ramure_node *heading;

	if (title)
		return heading_of(ctx, title);
	if (part) {
		heading = part->first;
		node_remove(heading);
		node_remove(part);
		chapter->attributes = part->attributes;
		node_take_children(chapter, part);
		return heading;
	}
	heading = heading_of(ctx, stem_of(ctx, file));
	ramure_warning(ctx, (ramure_span){ file, 1, 1, 1 }, "chapter-title", N_("this chapter has no title"));
	ramure_hint(ctx, N_("begin the file with three lines: '---', 'title: Its title', '---'"));
	return heading;
}

/* Behind the front matter's texts. */
static void put_heading(ramure_node *chapter, ramure_node *heading)
{
	ramure_node *before = NULL;

	for (ramure_node *child = chapter->first; child && child->type == RAMURE_META; child = child->next)
		before = child;
	node_insert_after(chapter, before, heading);
}

/* The settings of a chapter are in force. */
static void remember(ramure_ctx *ctx, const inclusion *wanted, int medium)
{
	included *fresh = RAMURE_NEW(ctx, included);

	*fresh = (included){ .next = ctx->booklet.included,
			     .file = wanted->file,
			     .at = wanted->at,
			     .medium = medium,
			     .settings = ctx->settings };
	ctx->booklet.included = fresh;
}

static void include_into(ramure_ctx *ctx, ramure_node *document, const opened *o);

/* What a file says, as a chapter of its own; NULL after reporting. */
static ramure_node *read_chapter(const including *in, const inclusion *wanted)
{
	const opened here = { in->opened, wanted->file, wanted->at, in->opened->depth + 1 };
	ramure_ctx *ctx = in->ctx;
	ramure_node *document = source_outline(ctx, wanted->file);
	ramure_node *chapter, *heading;

	remember(ctx, wanted, in->medium);
	if (!document)
		return NULL;
	chapter = node_new(ctx, RAMURE_CHAPTER, document->span);
	*chapter->chapter =
		(ramure_chapter_info){ in->number + 1, ctx->settings->date.year ? ctx->settings->date : ctx->date };
	node_take_children(chapter, document);
	ctx->chapter = chapter;
	facts_of_settings(ctx);
	heading = title_of(ctx, chapter, wanted->file);
	metas_put(ctx, chapter);
	put_heading(chapter, heading);
	source_warn_when_empty(ctx, chapter, wanted->file);
	include_into(ctx, chapter, &here);
	return chapter;
}

static void add_chapter(including *in, const inclusion *wanted)
{
	ramure_ctx *ctx = in->ctx;
	settings *outer_settings = ctx->settings;
	const ramure_node *outer = ctx->chapter;
	ramure_str root = ctx->root, lang = ctx->lang;
	ramure_date date = ctx->date;
	ramure_node *chapter = read_chapter(in, wanted);

	if (chapter) {
		if (!ramure_str_equal(ctx->lang, lang))
			node_set_lang(ctx, chapter, ctx->lang);
		node_insert_after(in->parent, in->before, chapter);
		in->before = chapter;
		in->number++;
	}
	ctx->settings = outer_settings;
	ctx->chapter = outer;
	ctx->root = root;
	ctx->lang = lang;
	ctx->date = date;
}

/* What every kind takes says nothing of a file. */
static void check_common(ramure_ctx *ctx, const ramure_block_info *block)
{
	const struct {
		const char *name;
		ramure_text text;
	} texts[] = { { "title", block->title },
		      { "caption", block->caption },
		      { "source", block->source },
		      { "note", block->note } };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (texts[i].text) {
			ramure_error(ctx, texts[i].text->span, N_("included files take no '%s'"), texts[i].name);
			ramure_hint(ctx, N_("write it above the block; a title for several chapters: '# Title'"));
		}
}

/* The chapters of one block, which goes. */
static void expand_block(including *in, ramure_node *node)
{
	ramure_ctx *ctx = in->ctx;
	ramure_block_info *block = node->block;
	const inclusion *files;
	size_t count;

	in->parent = node->parent;
	in->before = node;
	block->kind = &include_kind;
	if (block_fill(ctx, block)) {
		check_common(ctx, block);
		in->medium = block->medium.value;
		files = include_files(ctx, ((const include *)block->data)->files, &count);
		if (!within_limits(ctx, files, count))
			count = 0;
		for (size_t i = 0; i < count; i++) {
			if (files[i].by_pattern && is_named_elsewhere(ctx, in->opened, files, count, files[i].file))
				continue;
			if (may_include(ctx, in->opened, &files[i]))
				add_chapter(in, &files[i]);
		}
	}
	node_remove(node);
}

static void expand_children(including *in, ramure_node *parent)
{
	for (ramure_node *child = parent->first, *next; child; child = next) {
		next = child->next;
		if (child->type == RAMURE_PART)
			expand_children(in, child);
		else if (include_is(in->ctx, child))
			expand_block(in, child);
	}
}

static void report_misplaced(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		walk.skip = walk.entering && walk.node->type == RAMURE_CHAPTER && walk.node != document;
		if (!walk.entering || !include_is(ctx, walk.node))
			continue;
		ramure_error(ctx, walk.node->span, N_("chapters cannot stand inside a list, a quote or a section"));
		ramure_hint(ctx, N_("begin the line of the fence without indentation or '>', before any '###'"));
	}
}

static void include_into(ramure_ctx *ctx, ramure_node *document, const opened *o)
{
	including in = { .ctx = ctx, .opened = o };

	expand_children(&in, document);
	report_misplaced(ctx, document);
}

/* ---- the embargo ---- */

/* What stands in a booklet is published with it: the last day to come holds for all. */
static void settle_embargo(ramure_ctx *ctx)
{
	settings *own = ctx->settings;

	for (const included *i = ctx->booklet.included; i; i = i->next) {
		const settings *s = i->settings;

		if (!s->embargo || ramure_date_compare(s->embargo_date, ctx->date) <= 0)
			continue;
		if (own->embargo && ramure_date_compare(s->embargo_date, own->embargo_date) <= 0)
			continue;
		own->embargo = s->embargo;
		own->embargo_date = s->embargo_date;
		own->embargo_holds = true;
	}
	if (own->embargo && include_find(ctx, own->embargo_date.at.file))
		ramure_info(ctx, own->embargo_date.at, "chapter-embargo",
			    N_("the embargo of this chapter holds for the whole booklet"));
}

void include_chapters(ramure_ctx *ctx, ramure_node *document, uint32_t file)
{
	const opened here = { .file = file };

	include_into(ctx, document, &here);
	if (!ctx->booklet.included)
		return;
	ctx->booklet.lang = ctx->lang;
	ctx->booklet.date = ctx->date;
	settle_embargo(ctx);
}
