/* tree.c: the rules over a document: all its texts in one, so that each rule runs once, and back into the nodes. */
#include "core/base/buf.h"
#include "core/context.h"
#include "core/typography/rules.h"

#include <string.h>

/* The texts of a tree, one after the other; a line each for texts that no rule may look across. */
typedef struct gathered {
	ramure_ctx *ctx;
	arena *memory; /* of the work, which leaves only words that have changed */
	buf text;
	buf where; /* the PLACE of each line */
	size_t line_ends;
	ramure_node **leaves;
	ruled_place *places; /* two for each leaf: where it begins, where it ends */
	size_t count;
} gathered;

static void break_line(gathered *g)
{
	if (!g->text.size || g->text.data[g->text.size - 1] == '\n')
		return;
	buf_putc(&g->text, '\n');
	g->line_ends++;
}

static char place_of(const ramure_node *node)
{
	for (; node; node = node->parent)
		switch ((int)node->type) {
		case RAMURE_META:
			return PLACE_FRONT;
		case RAMURE_KICKER:
		case RAMURE_HEADING:
		case RAMURE_CONTENTS_ENTRY:
			return PLACE_TITLE;
		case RAMURE_CAPTION:
		case RAMURE_SOURCE:
			return PLACE_CAPTION;
		case RAMURE_CELL:
			return PLACE_TABLE;
		case RAMURE_FIGURE:
		case RAMURE_COLUMNS:
			return PLACE_FIGURE;
		}
	return PLACE_TEXT;
}

/* Before anything that stands in a line. */
static void enter_line(gathered *g, const ramure_node *node)
{
	if (g->text.size && g->text.data[g->text.size - 1] != '\n')
		return;
	g->where.size = g->line_ends; /* an empty text may have stood here */
	buf_putc(&g->where, place_of(node));
}

static void gather_leaf(gathered *g, ramure_node *leaf)
{
	g->leaves = arena_extend(g->memory, g->leaves, g->count, sizeof(ramure_node *));
	g->places = arena_extend(g->memory, g->places, g->count, 2 * sizeof *g->places);
	g->leaves[g->count] = leaf;
	g->places[2 * g->count] = (ruled_place){ .offset = g->text.size, .begins = true };
	buf_put_str(&g->text, leaf->text);
	for (size_t i = g->places[2 * g->count].offset; i < g->text.size; i++)
		if (g->text.data[i] == '\n') /* inside a text it is a space to its reader */
			g->text.data[i] = ' ';
	g->places[2 * g->count + 1] = (ruled_place){ .offset = g->text.size };
	g->count++;
}

static bool holds_words_only(const ramure_node *node)
{
	const ramure_node *child = node->first;

	return child && child->type == RAMURE_TEXT_RUN && !child->as_typed && !child->next;
}

/* A superscript that the author typed becomes a text with signs around it, which rules read and may rewrite. */
static void flatten(ramure_ctx *ctx, ramure_node *node)
{
	ramure_str words = node->first->text;

	node->type = RAMURE_TEXT_RUN;
	node->text = ramure_format(ctx, "%s%.*s%s", RULES_SUP, (int)words.size, words.data, RULES_SUP_END);
	node->first = node->last = NULL;
}

/* Another language has other rules. */
static bool is_foreign(ramure_ctx *ctx, const ramure_node *node)
{
	return node->lang.size >= 2 && ctx->lang.size >= 2 && memcmp(node->lang.data, ctx->lang.data, 2) != 0;
}

static void gather(gathered *g, ramure_node *root)
{
	ramure_walk walk = ramure_walk_from(root);

	while (ramure_walk_next(&walk)) {
		ramure_node *node = walk_node(&walk);

		if (walk.entering && (node->type == RAMURE_CODE || (node->type == RAMURE_CHAPTER && node != root) ||
				      node->type == RAMURE_BLOCK || is_foreign(g->ctx, node))) {
			break_line(g);
			walk.skip = true;
			continue;
		}
		if (walk.entering && node->type == RAMURE_SUPERSCRIPT && holds_words_only(node))
			flatten(g->ctx, node);
		if (node->type == RAMURE_TEXT_RUN && !node->as_typed) {
			if (walk.entering) {
				enter_line(g, node);
				gather_leaf(g, node);
			}
		} else if (node->type == RAMURE_TEXT_RUN || node->type == RAMURE_CODE_SPAN ||
			   (node->type == RAMURE_IMAGE && !node->first)) {
			if (walk.entering) {
				enter_line(g, node);
				buf_puts(&g->text, RULES_OBJECT);
			}
		} else if (!ramure_is_inline(node->type) || node->type == RAMURE_BREAK ||
			   node->type == RAMURE_STATUS_MARK) {
			break_line(g);
		}
	}
}

static ramure_node *text_node(ramure_ctx *ctx, const ramure_node *like, ramure_str words)
{
	ramure_node *node = node_new(ctx, RAMURE_TEXT_RUN, like->span);

	node->text = words;
	return node;
}

static const char *find_sign(ramure_str s, const char *sign)
{
	for (size_t i = 0; i + 3 <= s.size; i++) {
		const char *found = memchr(s.data + i, sign[0], s.size - i - 2);

		if (!found)
			return NULL;
		if (memcmp(found, sign, 3) == 0)
			return found;
		i = (size_t)(found - s.data);
	}
	return NULL;
}

/* Gives a leaf its new words; where they hold superscripts, siblings follow it. */
static void put_back(ramure_ctx *ctx, ramure_node *leaf, ramure_str words)
{
	ramure_node *after = leaf;
	const char *open;

	if (ramure_str_equal(leaf->text, words) && !find_sign(words, RULES_SUP))
		return;
	words = ramure_format(ctx, "%.*s", (int)words.size, words.data);
	open = find_sign(words, RULES_SUP);
	leaf->text = words;
	if (!open)
		return;
	leaf->text.size = (size_t)(open - words.data);
	while (open) {
		ramure_str rest = { open + 3, words.size - (size_t)(open - words.data) - 3 };
		const char *close = find_sign(rest, RULES_SUP_END);
		size_t raised = close ? (size_t)(close - rest.data) : rest.size;
		ramure_node *superscript = node_new(ctx, RAMURE_SUPERSCRIPT, leaf->span);

		node_append(superscript, text_node(ctx, leaf, (ramure_str){ rest.data, raised }));
		node_insert_after(leaf->parent, after, superscript);
		after = superscript;
		words = close ? (ramure_str){ close + 3, rest.size - raised - 3 } : (ramure_str){ "", 0 };
		open = find_sign(words, RULES_SUP);
		rest = (ramure_str){ words.data, open ? (size_t)(open - words.data) : words.size };
		if (rest.size) {
			ramure_node *more = text_node(ctx, leaf, rest);

			node_insert_after(leaf->parent, after, more);
			after = more;
		}
	}
}

void typography_apply(ramure_ctx *ctx, typography *rules, ramure_node *root)
{
	arena *memory = arena_beside(ctx->arena);
	gathered g = { .ctx = ctx, .memory = memory, .text = buf_on(memory), .where = buf_on(memory) };
	ruled_text ruled;

	gather(&g, root);
	ruled = (ruled_text){ .text = buf_str(&g.text),
			      .places = g.places,
			      .place_count = 2 * g.count,
			      .leaves = g.leaves,
			      .where = g.where.data };
	rules_run(ctx, memory, rules, &ruled);
	for (size_t i = 0; i < g.count; i++) {
		size_t from = g.places[2 * i].offset, to = g.places[2 * i + 1].offset;

		put_back(ctx, g.leaves[i], (ramure_str){ ruled.text.data + from, to > from ? to - from : 0 });
		if (!g.leaves[i]->text.size && g.leaves[i]->parent)
			node_remove(g.leaves[i]);
	}
	arena_free(memory);
}
