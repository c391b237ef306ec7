/* builder.c: what a kind's `build` drives: nodes appended to the one that was begun last. */
#include "core/document/document.h"

#include "core/context.h"

#include <stdarg.h>
#include <string.h>

struct ramure_builder {
	ramure_ctx *ctx;
	ramure_medium medium;
	const ramure_node *document; /* NULL while it is not whole */
	ramure_node *root;
	ramure_node *open;
	ramure_node *implied; /* the paragraph made for inlines put where blocks stand; NULL when none goes on */
};

ramure_builder *builder_new(ramure_ctx *ctx, ramure_node *root, ramure_medium medium)
{
	ramure_builder *b = RAMURE_NEW(ctx, ramure_builder);

	*b = (ramure_builder){ .ctx = ctx, .medium = medium, .root = root, .open = root };
	return b;
}

void builder_set_document(ramure_builder *b, const ramure_node *document)
{
	b->document = document;
}

ramure_ctx *builder_ctx(const ramure_builder *b)
{
	return b->ctx;
}

bool builder_closed(const ramure_builder *b)
{
	return b->open == b->root;
}

ramure_medium ramure_builder_medium(const ramure_builder *b)
{
	return b->medium;
}

static ramure_node *append(ramure_builder *b, ramure_node *node)
{
	b->implied = NULL;
	node_append(b->open, node);
	return node;
}

ramure_node *ramure_begin(ramure_builder *b, ramure_node_type type, ramure_span at)
{
	b->open = append(b, node_new(b->ctx, type, at));
	return b->open;
}

void ramure_end(ramure_builder *b)
{
	b->implied = NULL;
	if (b->open != b->root)
		b->open = b->open->parent;
}

void ramure_target(ramure_builder *b, ramure_str name, ramure_str label)
{
	node_set_name(b->ctx, b->open, name);
	node_set_label(b->ctx, b->open, label);
}

/* ---- inlines ---- */

static bool takes_blocks(ramure_node_type type)
{
	switch (type) {
	case RAMURE_SLIDE:
	case RAMURE_SECTION:
	case RAMURE_BLOCKS:
	case RAMURE_ITEM:
	case RAMURE_CELL:
	case RAMURE_QUOTE:
	case RAMURE_COLUMN:
	case RAMURE_NOTES:
	case RAMURE_CLOSING:
	case RAMURE_FOOTNOTE:
		return true;
	default:
		return false;
	}
}

/* Where inlines go: into the open node, or into a paragraph of their own where only blocks may stand. */
static ramure_node *line(ramure_builder *b, ramure_span at)
{
	if (!takes_blocks(b->open->type))
		return b->open;
	if (!b->implied) {
		b->implied = node_new(b->ctx, RAMURE_PARAGRAPH, ramure_given(at) ? at : b->open->span);
		node_append(b->open, b->implied);
	}
	return b->implied;
}

/* A Markdown field where only inlines may stand: paragraphs as lines; of anything else, the words. */
static void put_as_lines(ramure_builder *b, ramure_node *to, ramure_text blocks)
{
	for (const ramure_node *child = blocks->first; child; child = child->next) {
		if (child != blocks->first)
			node_append(to, node_new(b->ctx, RAMURE_BREAK, child->span));
		if (child->type == RAMURE_PARAGRAPH)
			node_copy_children(b->ctx, to, child);
		else
			node_append(to, node_text(b->ctx, child->span, ramure_plain_text(b->ctx, child)));
	}
}

void ramure_put(ramure_builder *b, ramure_text text)
{
	if (!text)
		return;
	if (text->type != RAMURE_BLOCKS)
		node_copy_children(b->ctx, line(b, text->span), text);
	else if (takes_blocks(b->open->type))
		ramure_put_blocks(b, text);
	else
		put_as_lines(b, b->open, text);
}

static ramure_node *made_text(ramure_ctx *ctx, ramure_span at, ramure_str words)
{
	ramure_node *run = node_text(ctx, at, words);

	run->made = true;
	return run;
}

void ramure_put_string(ramure_builder *b, ramure_str words)
{
	if (words.size)
		node_append(line(b, (ramure_span){ 0 }), made_text(b->ctx, b->open->span, words));
}

void ramure_put_format(ramure_builder *b, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	ramure_put_string(b, ctx_format(b->ctx, format, arguments));
	va_end(arguments);
}

void ramure_put_strong(ramure_builder *b, ramure_text text)
{
	ramure_node *strong;

	if (!text)
		return;
	strong = node_new(b->ctx, RAMURE_STRONG, text->span);
	if (text->type == RAMURE_BLOCKS)
		put_as_lines(b, strong, text);
	else
		node_copy_children(b->ctx, strong, text);
	node_append(line(b, text->span), strong);
}

void ramure_put_break(ramure_builder *b)
{
	node_append(line(b, (ramure_span){ 0 }), node_new(b->ctx, RAMURE_BREAK, b->open->span));
}

void ramure_put_mark(ramure_builder *b, ramure_mark_info mark, ramure_str words)
{
	ramure_node *node = node_new(b->ctx, RAMURE_STATUS_MARK, b->open->span);

	*node->mark = mark;
	node_append(node, made_text(b->ctx, b->open->span, words));
	node_append(line(b, (ramure_span){ 0 }), node);
}

void ramure_put_link(ramure_builder *b, ramure_str url, ramure_text words)
{
	ramure_node *link;

	if (!words)
		return;
	link = node_new(b->ctx, RAMURE_LINK, words->span);
	/* "#name" is a place in the document, as in Markdown. */
	if (url.size && url.data[0] == '#')
		link->link->name = (ramure_str){ url.data + 1, url.size - 1 };
	else
		link->link->url = url;
	node_copy_children(b->ctx, link, words);
	node_append(line(b, words->span), link);
}

void ramure_put_reference(ramure_builder *b, const ramure_node *to, ramure_reference by)
{
	ramure_node *link = node_new(b->ctx, RAMURE_LINK, b->open->span);

	link->link->target = to;
	link->link->by = by;
	node_append(line(b, (ramure_span){ 0 }), link);
}

void ramure_find_mentions(ramure_builder *b, ramure_mentions *things, size_t count)
{
	if (b->document)
		mentions_find(b->ctx, b->document, b->medium, things, count);
}

/* ---- blocks ---- */

void ramure_put_blocks(ramure_builder *b, ramure_text blocks)
{
	if (!blocks)
		return;
	if (blocks->type != RAMURE_BLOCKS) {
		ramure_paragraph(b, blocks);
		return;
	}
	for (const ramure_node *child = blocks->first; child; child = child->next)
		append(b, node_copy(b->ctx, child));
}

void ramure_paragraph(ramure_builder *b, ramure_text text)
{
	ramure_paragraph_as(b, RAMURE_ROLE_BODY, text);
}

void ramure_paragraph_as(ramure_builder *b, ramure_role role, ramure_text text)
{
	if (!text)
		return;
	ramure_begin(b, RAMURE_PARAGRAPH, text->span)->paragraph->role = role;
	ramure_put(b, text);
	ramure_end(b);
}

void ramure_begin_detail(ramure_builder *b, ramure_span at)
{
	ramure_paragraph_info *detail = ramure_begin(b, RAMURE_PARAGRAPH, at)->paragraph;

	detail->role = RAMURE_ROLE_SMALL;
	detail->quiet = true;
}

void ramure_paragraph_format(ramure_builder *b, ramure_role role, ramure_span at, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	ramure_begin(b, RAMURE_PARAGRAPH, at)->paragraph->role = role;
	ramure_put_string(b, ctx_format(b->ctx, format, arguments));
	ramure_end(b);
	va_end(arguments);
}

ramure_node *ramure_begin_section(ramure_builder *b, ramure_span at, ramure_text title)
{
	ramure_node *section = ramure_begin(b, RAMURE_SECTION, at);

	ramure_begin(b, RAMURE_HEADING, title && ramure_given(title->span) ? title->span : at);
	ramure_put(b, title);
	ramure_end(b);
	return section;
}

ramure_node *ramure_begin_table(ramure_builder *b, ramure_span at, const ramure_column_info *columns, size_t count)
{
	ramure_node *table = ramure_begin(b, RAMURE_TABLE, at);
	ramure_column_info *own = RAMURE_NEW_ARRAY(b->ctx, ramure_column_info, count);

	if (count)
		memcpy(own, columns, count * sizeof *own);
	table->table->columns = own;
	table->table->column_count = count;
	return table;
}

static void kind_caption(ramure_builder *b, ramure_node_type on, ramure_word words, ramure_text which)
{
	static const ramure_word colon = { ": ", " : " };

	if (b->medium != RAMURE_REPORT || b->open->type != on)
		return;
	ramure_begin(b, RAMURE_CAPTION, b->open->span)->caption->of_table = on == RAMURE_TABLE;
	ramure_put_format(b, "%s%s", ramure_say(b->ctx, words), which ? ramure_say(b->ctx, colon) : "");
	ramure_put(b, which);
	ramure_end(b);
}

void ramure_table_caption(ramure_builder *b, ramure_word words, ramure_text which)
{
	kind_caption(b, RAMURE_TABLE, words, which);
}

void ramure_figure_caption(ramure_builder *b, ramure_word words, ramure_text which)
{
	kind_caption(b, RAMURE_FIGURE, words, which);
}

void ramure_header_row(ramure_builder *b, ramure_span at, const ramure_str *titles, size_t count)
{
	if (b->open->type == RAMURE_TABLE)
		b->open->table->header_rows++;
	ramure_begin(b, RAMURE_ROW, at)->row->header = true;
	for (size_t i = 0; i < count; i++) {
		ramure_begin(b, RAMURE_CELL, at)->cell->header = true;
		ramure_put_string(b, titles[i]);
		ramure_end(b);
	}
	ramure_end(b);
}

void ramure_cell(ramure_builder *b, ramure_text text)
{
	ramure_begin(b, RAMURE_CELL, text ? text->span : b->open->span);
	ramure_put(b, text);
	ramure_end(b);
}

void ramure_cell_string(ramure_builder *b, ramure_str words)
{
	ramure_begin(b, RAMURE_CELL, b->open->span);
	ramure_put_string(b, words);
	ramure_end(b);
}

/* ---- figures, texts ---- */

ramure_text ramure_text_new(ramure_ctx *ctx, ramure_str words)
{
	ramure_node *phrase = node_new(ctx, RAMURE_PHRASE, (ramure_span){ 0 });

	node_append(phrase, made_text(ctx, phrase->span, words));
	return phrase;
}

ramure_text ramure_figure_text(ramure_builder *b, ramure_text text)
{
	ramure_node *phrase;

	if (!text)
		return NULL;
	/* A Markdown field stays one: the figure draws it with ramure_blocks_draw(). */
	phrase = node_copy(b->ctx, text);
	append(b, phrase);
	return phrase;
}

ramure_text ramure_figure_string(ramure_builder *b, ramure_str words)
{
	ramure_node *phrase = append(b, node_new(b->ctx, RAMURE_PHRASE, b->open->span));

	node_append(phrase, made_text(b->ctx, b->open->span, words));
	return phrase;
}

ramure_text ramure_figure_format(ramure_builder *b, const char *format, ...)
{
	va_list arguments;
	ramure_text text;

	va_start(arguments, format);
	text = ramure_figure_string(b, ctx_format(b->ctx, format, arguments));
	va_end(arguments);
	return text;
}

ramure_node *ramure_begin_figure(ramure_builder *b, ramure_span at, const ramure_figure_info *info)
{
	ramure_node *figure = ramure_begin(b, RAMURE_FIGURE, at);

	*figure->figure = *info;
	/* A text of the figure like the others, so that typography reaches it. */
	figure->figure->alt = ramure_figure_text(b, info->alt);
	return figure;
}
