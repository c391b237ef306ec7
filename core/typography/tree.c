/* tree.c: the rules over a document: its texts gathered in one, and back into the nodes. */
#include "core/base/buf.h"
#include "core/context.h"
#include "core/typography/rules.h"

#include <string.h>

/* Texts are gathered until they are that many bytes, then put back: a long document takes no more than a short one. */
enum { ENOUGH = 64 * 1024 };

/* The texts of a tree, one after the other; a line each for texts that no rule may look across. */
typedef struct gathered {
	ramure_ctx *ctx;
	typography *rules;
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
	ramure_str lang = ramure_node_lang(node);

	return lang.size >= 2 && ctx->lang.size >= 2 && memcmp(lang.data, ctx->lang.data, 2) != 0;
}

/* Where the next sign around a superscript stands, or the end; `raises` says whether words behind it are raised. */
static size_t next_sign(ramure_str s, size_t from, bool *raises)
{
	while (s.size - from >= 3) {
		const char *found = memchr(s.data + from, RULES_SUP[0], s.size - from - 2);

		if (!found)
			break;
		from = (size_t)(found - s.data);
		*raises = memcmp(found, RULES_SUP, 3) == 0;
		if (*raises || memcmp(found, RULES_SUP_END, 3) == 0)
			return from;
		from++;
	}
	return s.size;
}

static ramure_node *superscript_node(ramure_ctx *ctx, const ramure_node *like, ramure_str words)
{
	ramure_node *node = node_new(ctx, RAMURE_SUPERSCRIPT, like->span);

	node_append(node, node_text(ctx, like->span, words));
	return node;
}

/* Gives a leaf its new words; where they hold superscripts, siblings follow it.  One may begin in a leaf and end in
 * another: `raised` tells of its words so far. */
static void put_back(ramure_ctx *ctx, ramure_node *leaf, ramure_str words, bool *raised)
{
	ramure_node *after = leaf;
	bool raises;
	size_t sign = next_sign(words, 0, &raises);

	if (!*raised && sign == words.size && ramure_str_equal(leaf->text, words))
		return;
	words = ramure_format(ctx, "%.*s", (int)words.size, words.data);
	leaf->text = (ramure_str){ words.data, *raised ? 0 : sign };
	for (size_t from = leaf->text.size; from < words.size; from = sign + 3) {
		ramure_str part = { words.data + from, 0 };

		sign = next_sign(words, from, &raises);
		part.size = sign - from;
		if (part.size) {
			ramure_node *node =
				*raised ? superscript_node(ctx, leaf, part) : node_text(ctx, leaf->span, part);

			node_insert_after(leaf->parent, after, node);
			after = node;
		}
		if (sign < words.size)
			*raised = raises;
	}
}

/* With the emphasis that holds nothing else. */
static void remove_empty(ramure_node *node)
{
	ramure_node *parent;

	do {
		parent = node->parent;
		node_remove(node);
		node = parent;
	} while (!node->first && node->parent &&
		 (node->type == RAMURE_STRONG || node->type == RAMURE_EMPHASIS || node->type == RAMURE_STRIKE));
}

static gathered nothing_gathered(ramure_ctx *ctx, typography *rules)
{
	arena *memory = arena_beside(ctx->arena);

	return (gathered){
		.ctx = ctx, .rules = rules, .memory = memory, .text = buf_on(memory), .where = buf_on(memory)
	};
}

/* The rules over what was gathered. */
static void set(gathered *g)
{
	ruled_text ruled = { .text = buf_str(&g->text),
			     .places = g->places,
			     .place_count = 2 * g->count,
			     .leaves = g->leaves,
			     .where = g->where.data };
	bool raised = false;

	rules_run(g->ctx, g->memory, g->rules, &ruled);
	for (size_t i = 0, to = 0; i < g->count; i++) {
		size_t from = g->places[2 * i].offset;

		if (from > to && memchr(ruled.text.data + to, '\n', from - to))
			raised = false;
		to = from > g->places[2 * i + 1].offset ? from : g->places[2 * i + 1].offset;
		put_back(g->ctx, g->leaves[i], (ramure_str){ ruled.text.data + from, to - from }, &raised);
		if (!g->leaves[i]->text.size && g->leaves[i]->parent)
			remove_empty(g->leaves[i]);
	}
	arena_free(g->memory);
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
			/* What was gathered lies behind the walk. */
			if (g->text.size >= ENOUGH && !walk.entering && !ramure_is_inline(node->type)) {
				set(g);
				*g = nothing_gathered(g->ctx, g->rules);
			}
		}
	}
}

void typography_apply(ramure_ctx *ctx, typography *rules, ramure_node *root)
{
	gathered g = nothing_gathered(ctx, rules);

	gather(&g, root);
	set(&g);
}
