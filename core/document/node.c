/* node.c: making, linking and copying the nodes of a document. */
#include "core/document/document.h"

#include "core/context.h"
#include "core/source/source.h"

#include <assert.h>
#include <string.h>

/* The size of the typed member of each type; 0 for those that have none. */
static const size_t info_sizes[RAMURE_NODE_TYPES] = {
	[RAMURE_META] = sizeof(ramure_meta_info),
	[RAMURE_CHAPTER] = sizeof(ramure_chapter_info),
	[RAMURE_SLIDE] = sizeof(ramure_slide_info),
	[RAMURE_HEADING] = sizeof(ramure_heading_info),
	[RAMURE_PARAGRAPH] = sizeof(ramure_paragraph_info),
	[RAMURE_LIST] = sizeof(ramure_list_info),
	[RAMURE_ITEM] = sizeof(ramure_item_info),
	[RAMURE_TABLE] = sizeof(ramure_table_info),
	[RAMURE_ROW] = sizeof(ramure_row_info),
	[RAMURE_CELL] = sizeof(ramure_cell_info),
	[RAMURE_QUOTE] = sizeof(ramure_quote_info),
	[RAMURE_CODE] = sizeof(ramure_code_info),
	[RAMURE_IMAGE] = sizeof(ramure_image_info),
	[RAMURE_FIGURE] = sizeof(ramure_figure_info),
	[RAMURE_COLUMNS] = sizeof(ramure_columns_info),
	[RAMURE_CAPTION] = sizeof(ramure_caption_info),
	[RAMURE_CONTENTS] = sizeof(ramure_contents_info),
	[RAMURE_CONTENTS_ENTRY] = sizeof(ramure_entry_info),
	[RAMURE_FOOTNOTE] = sizeof(ramure_footnote_info),
	[RAMURE_BLOCK] = sizeof(ramure_block_info),
	[RAMURE_LINK] = sizeof(ramure_link_info),
	[RAMURE_NOTE_CALL] = sizeof(ramure_call_info),
	[RAMURE_STATUS_MARK] = sizeof(ramure_mark_info),
};

ramure_node *node_new(ramure_ctx *ctx, ramure_node_type type, ramure_span at)
{
	ramure_node *node = RAMURE_NEW(ctx, ramure_node);

	node->type = type;
	node->span = at;
	if (info_sizes[type])
		node->data = ramure_alloc(ctx, info_sizes[type]);
	/* The values that are not zero when nobody says anything. */
	if (type == RAMURE_CELL)
		node->cell->role = RAMURE_ROLE_CELL;
	else if (type == RAMURE_TABLE)
		node->table->main_column = -1;
	return node;
}

ramure_node *node_text(ramure_ctx *ctx, ramure_span at, ramure_str words)
{
	ramure_node *run = node_new(ctx, RAMURE_TEXT_RUN, at);

	run->text = words;
	return run;
}

void node_append(ramure_node *parent, ramure_node *child)
{
	assert(!child->parent);
	child->parent = parent;
	child->next = NULL;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

void node_insert_after(ramure_node *parent, ramure_node *before, ramure_node *child)
{
	assert(!child->parent);
	child->parent = parent;
	if (before) {
		child->next = before->next;
		before->next = child;
	} else {
		child->next = parent->first;
		parent->first = child;
	}
	if (parent->last == before)
		parent->last = child;
}

ramure_node *node_before(const ramure_node *child)
{
	ramure_node *before = child->parent->first;

	if (before == child)
		return NULL;
	while (before->next != child)
		before = before->next;
	return before;
}

void node_remove_after(ramure_node *parent, ramure_node *before, ramure_node *child)
{
	if (before)
		before->next = child->next;
	else
		parent->first = child->next;
	if (parent->last == child)
		parent->last = before;
	child->parent = NULL;
	child->next = NULL;
}

void node_remove(ramure_node *child)
{
	if (child->parent)
		node_remove_after(child->parent, node_before(child), child);
}

void node_take_children(ramure_node *to, ramure_node *from)
{
	ramure_node *child;

	while ((child = from->first)) {
		node_remove_after(from, NULL, child);
		node_append(to, child);
	}
}

/* Where a typed member points to a child, the copy points to the child's copy. */
static void point_to_copy(ramure_node *parent_copy, const ramure_node *child, ramure_node *child_copy)
{
	if (parent_copy->type == RAMURE_IMAGE) {
		if (parent_copy->image->alt == child)
			parent_copy->image->alt = child_copy;
	} else if (parent_copy->type == RAMURE_QUOTE) {
		if (parent_copy->quote->word == child)
			parent_copy->quote->word = child_copy;
		if (parent_copy->quote->nature == child)
			parent_copy->quote->nature = child_copy;
	}
}

static ramure_node *copy_alone(ramure_ctx *ctx, const ramure_node *node)
{
	ramure_node *copy = RAMURE_NEW(ctx, ramure_node);

	/* A figure's data hold handles on its texts, which a copy would leave behind: figures are built anew for each
	 * medium, never copied. */
	assert(node->type != RAMURE_FIGURE);
	*copy = *node;
	copy->parent = copy->first = copy->last = copy->next = NULL;
	if (info_sizes[node->type] && node->type != RAMURE_BLOCK) {
		copy->data = ramure_alloc(ctx, info_sizes[node->type]);
		memcpy(copy->data, node->data, info_sizes[node->type]);
	}
	return copy;
}

ramure_node *node_copy(ramure_ctx *ctx, const ramure_node *node)
{
	ramure_walk walk = ramure_walk_from(node);
	ramure_node *at = NULL;

	while (ramure_walk_next(&walk)) {
		ramure_node *copy;

		if (!walk.entering) {
			if (at && at->parent)
				at = at->parent;
			continue;
		}
		copy = copy_alone(ctx, walk.node);
		if (at) {
			node_append(at, copy);
			point_to_copy(at, walk.node, copy);
		}
		at = copy;
	}
	return at;
}

void node_copy_children(ramure_ctx *ctx, ramure_node *to, const ramure_node *from)
{
	for (const ramure_node *child = from ? from->first : NULL; child; child = child->next)
		node_append(to, node_copy(ctx, child));
}

ramure_str ramure_node_name(const ramure_node *node)
{
	return node->attributes ? node->attributes->name : (ramure_str){ 0 };
}

ramure_str ramure_node_label(const ramure_node *node)
{
	return node->attributes ? node->attributes->label : (ramure_str){ 0 };
}

ramure_str ramure_node_lang(const ramure_node *node)
{
	return node->attributes ? node->attributes->lang : (ramure_str){ 0 };
}

/* A copy may share what the node has: it is written anew. */
static ramure_attributes *own_attributes(ramure_ctx *ctx, ramure_node *node)
{
	ramure_attributes *own = RAMURE_NEW(ctx, ramure_attributes);

	if (node->attributes)
		*own = *node->attributes;
	node->attributes = own;
	return own;
}

void node_set_name(ramure_ctx *ctx, ramure_node *node, ramure_str name)
{
	if (name.size || node->attributes)
		own_attributes(ctx, node)->name = name;
}

void node_set_label(ramure_ctx *ctx, ramure_node *node, ramure_str label)
{
	if (label.size || node->attributes)
		own_attributes(ctx, node)->label = label;
}

void node_set_lang(ramure_ctx *ctx, ramure_node *node, ramure_str lang)
{
	if (lang.size || node->attributes)
		own_attributes(ctx, node)->lang = lang;
}

/* Known by its address: no name that an author gives is this one. */
static const ramure_attributes series = { .label = { "series", sizeof "series" - 1 } };

void series_run_mark(ramure_node *run)
{
	assert(!run->attributes);
	run->attributes = &series;
}

bool is_series_run(const ramure_node *node)
{
	return node->attributes == &series;
}
