/* document.h: making and changing the document tree, and the stages between the source and the writers. */
#ifndef RAMURE_DOCUMENT_H
#define RAMURE_DOCUMENT_H

#include "core/ramure.h"

/* A fresh node with the typed member of its type, zeroed. */
ramure_node *node_new(ramure_ctx *ctx, ramure_node_type type, ramure_span at);
ramure_node *node_text(ramure_ctx *ctx, ramure_span at, ramure_str words); /* a TEXT_RUN */
void node_append(ramure_node *parent, ramure_node *child);
void node_insert_after(ramure_node *parent, ramure_node *before, ramure_node *child); /* `before` NULL: first */
void node_remove(ramure_node *child);
/* The same for a child among thousands, when the sibling before it is known (NULL: none). */
void node_remove_after(ramure_node *parent, ramure_node *before, ramure_node *child);
/* The sibling before a child, or NULL. */
ramure_node *node_before(const ramure_node *child);
/* Walks and ramure_child() lend nodes to be read; the stages that change the tree ask for them here. */
static inline ramure_node *walk_node(const ramure_walk *walk)
{
	return (ramure_node *)walk->node;
}
static inline ramure_node *node_child(const ramure_node *parent, ramure_node_type type)
{
	return (ramure_node *)ramure_child(parent, type);
}
/* Moves every child of `from` behind the children of `to`. */
void node_take_children(ramure_node *to, ramure_node *from);
/* What few nodes have; shared with the node's copies until one is set. */
void node_set_name(ramure_ctx *ctx, ramure_node *node, ramure_str name);
void node_set_label(ramure_ctx *ctx, ramure_node *node, ramure_str label);
void node_set_lang(ramure_ctx *ctx, ramure_node *node, ramure_str lang);
/* Copies a node and all below it, typed members included; BLOCKs share their data.  Never a FIGURE: its data point to
 * its texts. */
ramure_node *node_copy(ramure_ctx *ctx, const ramure_node *node);
/* Copies the children of `from`, none when it is NULL, behind those of `to`. */
void node_copy_children(ramure_ctx *ctx, ramure_node *to, const ramure_node *from);

/* The run that says a slide's place in its series, "(1/3)", in its title or kicker; the report drops it. */
void series_run_mark(ramure_node *run);
bool is_series_run(const ramure_node *node);

/* Lets each kind speak for one medium: the source becomes the document.  For another medium, keep a copy of it. */
void expand(ramure_ctx *ctx, ramure_node *document, ramure_medium medium);

/* Counters, captions, notes, references, contents; levels of headings. */
void polish(ramure_ctx *ctx, ramure_node *document, ramure_medium medium);

/* Says again, in a deck, the references that name a page ("diapositive 5"), once pages are counted.  polish has written
 * the number that holds as long as no slide continues: so their room is right, or nearly.  Answers whether any text has
 * changed. */
typedef size_t page_of_node(void *closure, const ramure_node *target); /* from 1 */
bool references_renumber(ramure_ctx *ctx, const ramure_node *document, page_of_node *page_of, void *closure);

/* Fills the places of things in a document whose kinds have spoken; a report has been shaped. */
void mentions_find(ramure_ctx *ctx, const ramure_node *document, ramure_medium medium, ramure_mentions *things,
		   size_t count);

/* The tree as text, one node a line, for golden tests and `--dump`. */
ramure_str document_dump(ramure_ctx *ctx, const ramure_node *root);

/* A builder whose first nodes become children of `root`. */
ramure_builder *builder_new(ramure_ctx *ctx, ramure_node *root, ramure_medium medium);
/* What its ramure_find_mentions() looks through. */
void builder_set_document(ramure_builder *b, const ramure_node *document);
ramure_ctx *builder_ctx(const ramure_builder *b);
bool builder_closed(const ramure_builder *b); /* every begin had its end */

#endif
