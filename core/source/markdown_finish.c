/* markdown_finish.c: what the order of blocks means: captions, source lines, signatures, images that stand alone. */
#include "core/source/markdown.h"

#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/document.h"

#include <string.h>

/* The words before the colon of a paragraph right after a table or an image. */
static const struct {
	const char *word;
	ramure_node_type type;
} leads[] = {
	{ "Tableau", RAMURE_CAPTION }, { "Table", RAMURE_CAPTION },  { "Figure", RAMURE_CAPTION },
	{ "Source", RAMURE_SOURCE },   { "Sources", RAMURE_SOURCE },
};

/* Spaces, plain and no-break, at the start of a text. */
static size_t spaces(ramure_str s)
{
	size_t n = 0;

	for (;;) {
		if (n < s.size && (s.data[n] == ' ' || s.data[n] == '\t'))
			n += 1;
		else if (s.size - n >= 2 && memcmp(s.data + n, "\xC2\xA0", 2) == 0)
			n += 2;
		else if (s.size - n >= 3 && memcmp(s.data + n, "\xE2\x80\xAF", 3) == 0)
			n += 3;
		else
			return n;
	}
}

static ramure_str after(ramure_str s, size_t n)
{
	return (ramure_str){ s.data + n, s.size - n };
}

/* The size of "Tableau : " at the start of a text, and what it leads; 0 when it leads nothing. */
static size_t lead_size(ramure_str s, ramure_node_type *type)
{
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
		size_t n = strlen(leads[i].word);

		if (s.size <= n || memcmp(s.data, leads[i].word, n) != 0)
			continue;
		n += spaces(after(s, n));
		if (n == s.size || s.data[n] != ':')
			continue;
		*type = leads[i].type;
		return n + 1 + spaces(after(s, n + 1));
	}
	return 0;
}

static size_t line_lead(const ramure_node *block, ramure_node_type *type)
{
	return block->first && block->first->type == RAMURE_TEXT_RUN ? lead_size(block->first->text, type) : 0;
}

/* Divides a run behind its line end at `at`; answers the second half. */
static ramure_node *split(ramure_ctx *ctx, ramure_node *run, size_t at)
{
	ramure_node *rest = node_text(ctx, run->span, after(run->text, at + 1));

	for (size_t i = 0; i <= at; i++)
		rest->span.line += run->text.data[i] == '\n';
	rest->span.column = 1;
	rest->span.length = 0;
	run->text.size = at;
	if (rest->text.size)
		node_insert_after(run->parent, run, rest);
	return rest->text.size ? rest : run->next;
}

/* Moves the first line of a paragraph. */
static void take_line(ramure_ctx *ctx, ramure_node *into, ramure_node *paragraph)
{
	ramure_node *child;

	while ((child = paragraph->first)) {
		const char *end = child->type == RAMURE_TEXT_RUN && child->text.size
					  ? memchr(child->text.data, '\n', child->text.size)
					  : NULL;
		bool last = end || child->type == RAMURE_BREAK;

		if (end)
			split(ctx, child, (size_t)(end - child->text.data));
		node_remove(child);
		if (child->type != RAMURE_BREAK)
			node_append(into, child);
		if (last)
			return;
	}
}

/* A table's caption comes before its rows, its source behind. */
static void hang(ramure_node *on, ramure_node *line)
{
	if (line->type == RAMURE_CAPTION && on->type == RAMURE_TABLE)
		node_insert_after(on, NULL, line);
	else
		node_append(on, line);
}

static void drop_lead(ramure_node *line, size_t size)
{
	line->first->text = after(line->first->text, size);
	line->first->span.column += (uint32_t)size;
	line->first->span.length -= line->first->span.length > size ? (uint32_t)size : line->first->span.length;
}

/* Captions and source lines at the start of the paragraph behind a table, an image or a block. */
static void take_captions(ramure_ctx *ctx, ramure_node *on, ramure_node *paragraph)
{
	ramure_node_type type;
	size_t size;

	while ((size = line_lead(paragraph, &type)) && !ramure_child(on, type)) {
		ramure_node *line;

		if (on->type == RAMURE_BLOCK && type == RAMURE_SOURCE) /* of the slide */
			return;
		line = node_new(ctx, type, paragraph->first->span);
		take_line(ctx, line, paragraph);
		/* A source line says what it is; a caption gets its word and number from polish. */
		if (type == RAMURE_CAPTION) {
			/* Whether a block makes anything that takes a caption is known when its kind has built it. */
			if (on->type == RAMURE_BLOCK)
				line->text = (ramure_str){ line->first->text.data, size };
			drop_lead(line, size);
			line->caption->of_table = on->type == RAMURE_TABLE;
		}
		hang(on, line);
	}
}

static bool is_blank_cell(const ramure_node *cell)
{
	return !cell->first || !cell->first->first;
}

/* A line right under a table is a row of it, whose first cell holds the line. */
static void take_caption_rows(ramure_ctx *ctx, ramure_node *table)
{
	ramure_node_type type;
	ramure_node *row = table->first;

	while (row &&
	       !(row->type == RAMURE_ROW && row->first && row->first->first && line_lead(row->first->first, &type)))
		row = row->next;
	while (row) {
		ramure_node *next = row->next;
		bool alone = row->type == RAMURE_ROW && row->first;

		for (const ramure_node *cell = alone ? row->first->next : NULL; cell; cell = cell->next)
			alone = alone && is_blank_cell(cell);
		if (alone && line_lead(row->first->first, &type)) {
			take_captions(ctx, table, row->first->first);
			/* A second source, or what stands behind a break, is still a row's. */
			if (!row->first->first->first)
				node_remove(row);
		}
		row = next;
	}
}

static bool is_blank_run(const ramure_node *node)
{
	return node->type == RAMURE_TEXT_RUN &&
	       spaces(node->text) + (node->text.size && node->text.data[0] == '\n') >= node->text.size;
}

/* Puts the images that begin a paragraph before it, when nothing else is in it but their captions.  `before` is its
 * sibling; answers the new one. */
static ramure_node *lift_images(ramure_ctx *ctx, ramure_node *before, ramure_node *paragraph)
{
	ramure_node *parent = paragraph->parent;
	const ramure_node *rest = paragraph->first;
	ramure_node_type type;

	while (rest && (rest->type == RAMURE_IMAGE || rest->type == RAMURE_BREAK || is_blank_run(rest)))
		rest = rest->next;
	if (rest &&
	    !(rest->type == RAMURE_TEXT_RUN && rest->text.data[0] == '\n' && lead_size(after(rest->text, 1), &type)))
		return before;
	while (paragraph->first && paragraph->first != rest) {
		ramure_node *child = paragraph->first;

		node_remove(child);
		if (child->type == RAMURE_IMAGE) {
			node_insert_after(parent, before, child);
			before = child;
		}
	}
	if (!paragraph->first)
		return before;
	paragraph->first->text = after(paragraph->first->text, 1);
	paragraph->first->span.line++;
	paragraph->first->span.column = 1;
	take_captions(ctx, before, paragraph);
	return before;
}

/* ---- signatures ---- */

/* The size of "— " at the start of a text; 0 when it signs nothing. */
static size_t dash_size(ramure_str s)
{
	static const char *const dashes[] = { "—", "–", "--" };

	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		size_t n = strlen(dashes[i]);

		if (s.size > n && memcmp(s.data, dashes[i], n) == 0 && spaces(after(s, n)))
			return n + spaces(after(s, n));
	}
	return 0;
}

/* The first inline of a paragraph's last line, alone in its run. */
static ramure_node *last_line(ramure_ctx *ctx, ramure_node *paragraph)
{
	ramure_node *start = paragraph->first;
	size_t at = 0;
	bool inside = false;

	for (ramure_node *child = paragraph->first; child; child = child->next) {
		if (child->type == RAMURE_BREAK) {
			start = child->next;
			inside = false;
		}
		for (size_t i = 0; child->type == RAMURE_TEXT_RUN && i < child->text.size; i++)
			if (child->text.data[i] == '\n') {
				start = child;
				at = i;
				inside = true;
			}
	}
	if (!inside || !dash_size(after(start->text, at + 1)))
		return inside ? NULL : start;
	return split(ctx, start, at);
}

static void sign(ramure_ctx *ctx, ramure_node *quote)
{
	ramure_node *paragraph = quote->last;
	ramure_node *start, *line, *next;
	size_t size;

	if (!paragraph || paragraph->type != RAMURE_PARAGRAPH)
		return;
	start = last_line(ctx, paragraph);
	size = start && start->type == RAMURE_TEXT_RUN ? dash_size(start->text) : 0;
	if (!size || (start == paragraph->first && paragraph == quote->first))
		return;
	line = node_new(ctx, RAMURE_ATTRIBUTION, start->span);
	start->text = after(start->text, size);
	for (; start; start = next) {
		next = start->next;
		node_remove(start);
		node_append(line, start);
	}
	while (paragraph->last && (paragraph->last->type == RAMURE_BREAK || is_blank_run(paragraph->last)))
		node_remove(paragraph->last);
	if (!paragraph->first)
		node_remove(paragraph);
	node_append(quote, line);
}

/* ---- everything ---- */

static void join_lines(ramure_ctx *ctx, ramure_node *run)
{
	char *words;

	if (!run->text.size || !memchr(run->text.data, '\n', run->text.size))
		return;
	words = ramure_alloc(ctx, run->text.size + 1);
	for (size_t i = 0; i < run->text.size; i++)
		words[i] = run->text.data[i] == '\n' ? ' ' : run->text.data[i];
	run->text.data = words;
}

ramure_span run_place(const ramure_node *run, size_t at, size_t size)
{
	ramure_span place = run->span;

	place.length = 0;
	for (size_t i = 0; i < at + size; i++) {
		bool begins = ((unsigned char)run->text.data[i] & 0xC0) != 0x80;

		if (i >= at)
			place.length += begins;
		else if (run->text.data[i] == '\n') {
			place.line++;
			place.column = 1;
		} else
			place.column += begins;
	}
	return place;
}

/* CommonMark 0.31, 6.3: an address with spaces makes no link and no image of its brackets, but plain words. */
static void warn_of_spaces(ramure_ctx *ctx, const ramure_node *run)
{
	enum { LONGEST = 4000 }; /* bytes of an address; the end of a text is not looked for behind each bracket */
	const char *text = run->text.data, *end = text + run->text.size;
	const char *open = run->text.size ? memchr(text, '[', run->text.size) : NULL;
	ramure_node rest = *run; /* what no place was counted in yet */

	for (const char *at = open; at && at + 1 < end; at++) {
		const char *address = at + 2, *close;
		size_t size;

		if (at[0] != ']' || at[1] != '(')
			continue;
		size = (size_t)(end - address);
		close = memchr(address, ')', size < LONGEST ? size : LONGEST);
		if (!close)
			continue;
		size = (size_t)(close - address);
		if (!memchr(address, ' ', size) || memchr(address, '\n', size) ||
		    !(memchr(address, '.', size) || memchr(address, '/', size) || *address == '#'))
			continue;
		rest.span = run_place(&rest, (size_t)(address - rest.text.data), size);
		rest.text = after(rest.text, (size_t)(address - rest.text.data));
		ramure_warning(ctx, rest.span, "address", N_("'%.*s' has spaces: nothing is linked or shown here"),
			       (int)size, address);
		if (*address == '#')
			ramure_hint(ctx, N_("write '](#%s)'"),
				    utf8_slug(ctx->arena, (ramure_str){ address + 1, size - 1 }).data);
		else
			ramure_hint(ctx, N_("put it between < and >: '](<%.*s>)'"), (int)size, address);
	}
}

/* A paragraph behind any other block that begins "Source : " is the source line of the slide.  Answers the
 * sibling before it. */
static ramure_node *take_source(ramure_ctx *ctx, ramure_node *parent, ramure_node *before, ramure_node *paragraph)
{
	ramure_node_type type;

	while (line_lead(paragraph, &type) && type == RAMURE_SOURCE) {
		ramure_node *line = node_new(ctx, type, paragraph->first->span);

		take_line(ctx, line, paragraph);
		node_insert_after(parent, before, line);
		before = line;
	}
	return before;
}

static void finish_children(ramure_ctx *ctx, ramure_node *parent)
{
	ramure_node *before = NULL, *next;

	for (ramure_node *child = parent->first; child; child = next) {
		next = child->next;
		if (child->type == RAMURE_TABLE)
			take_caption_rows(ctx, child);
		if (child->type == RAMURE_PARAGRAPH) {
			if (before && (before->type == RAMURE_TABLE || before->type == RAMURE_IMAGE ||
				       before->type == RAMURE_BLOCK))
				take_captions(ctx, before, child);
			if (before && before->type != RAMURE_HEADING && parent->type == RAMURE_BLOCKS)
				before = take_source(ctx, parent, before, child);
			if (child->first && child->first->type == RAMURE_IMAGE)
				before = lift_images(ctx, before, child);
			if (!child->first) {
				node_remove_after(parent, before, child);
				continue;
			}
		}
		before = child;
	}
}

void markdown_finish(ramure_ctx *ctx, ramure_node *root)
{
	ramure_walk walk = ramure_walk_from(root);

	/* Children are changed when their parent is left, behind the walk. */
	while (ramure_walk_next(&walk)) {
		ramure_node *node = walk_node(&walk);

		if (walk.entering || node->type == RAMURE_TEXT_RUN || node->type == RAMURE_CELL)
			continue;
		if (ramure_is_inline(node->type) || node->type == RAMURE_PARAGRAPH || node->type == RAMURE_HEADING)
			continue;
		finish_children(ctx, node);
		if (node->type == RAMURE_QUOTE)
			sign(ctx, node);
	}
	walk = ramure_walk_from(root);
	while (ramure_walk_next(&walk)) {
		ramure_node *node = walk_node(&walk);

		if (walk.entering && node->type == RAMURE_TEXT_RUN)
			warn_of_spaces(ctx, node);
		else if (!walk.entering && node->first && ramure_is_inline(node->first->type))
			as_typed_spans(ctx, node);
	}
	walk = ramure_walk_from(root);
	while (ramure_walk_next(&walk))
		if (walk.entering && walk.node->type == RAMURE_TEXT_RUN)
			join_lines(ctx, walk_node(&walk));
}
