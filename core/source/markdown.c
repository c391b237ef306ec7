/* markdown.c: from cmark's blocks to ours. */
#include "core/source/markdown_reader.h"

#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/document.h"
#include "core/document/names.h"
#include "core/plugin/registry.h"
#include "core/source/footnotes.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

static void read_heading(reader *r, cmark_node *node)
{
	flat_heading *heading = RAMURE_NEW(r->ctx, flat_heading);
	ramure_node *fresh = node_new(r->ctx, RAMURE_HEADING, reader_block_span(r, node));

	heading->info.level = cmark_node_get_heading_level(node);
	fresh->heading = &heading->info;
	node_append(r->at, fresh);
	r->at = fresh;
}

/* `{…}` at the end of a heading: there is no way for a text to end so by chance, but `\{` keeps it a text. */
static void end_heading(reader *r, cmark_node *node)
{
	ramure_str line = reader_line(r, cmark_node_get_start_line(node));
	flat_heading *heading = (flat_heading *)r->at->heading;
	ramure_node *last = r->at->last;
	size_t start = line.size, begin;
	attributes given;
	ramure_str words;

	if (!last || last->type != RAMURE_TEXT_RUN || !last->text.size || last->text.data[last->text.size - 1] != '}')
		return;
	while (line.size && line.data[line.size - 1] != '}')
		line.size--;
	while (start && line.data[start - 1] != '{')
		start--;
	/* `[…]{.tel-quel}` is a part of the title. */
	if (!start || (start > 1 && (line.data[start - 2] == '\\' || line.data[start - 2] == ']')))
		return;
	begin = (size_t)(line.data - r->fed.data) + start - 1;
	if (!attributes_read(r->ctx, r->piece, begin - r->lead, line.size - start + 1, &given))
		return;
	node_set_name(r->ctx, r->at, given.name);
	heading->hidden = given.hidden;
	heading->wide = given.wide;
	words = last->text;
	while (words.size && words.data[words.size - 1] != '{')
		words.size--;
	words.size -= words.size > 0;
	while (words.size && is_blank(words.data[words.size - 1]))
		words.size--;
	last->text = words;
	if (!words.size)
		node_remove(last);
}

static ramure_node *new_list(reader *r, cmark_node *node)
{
	ramure_node *list = node_new(r->ctx, RAMURE_LIST, reader_block_span(r, node));

	list->list->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	list->list->tight = cmark_node_get_list_tight(node);
	list->list->start = list->list->ordered ? cmark_node_get_list_start(node) : 0;
	return list;
}

static ramure_node *new_item(reader *r, cmark_node *node)
{
	ramure_node *item = node_new(r->ctx, RAMURE_ITEM, reader_block_span(r, node));
	const ramure_node *list = r->at;

	if (list->type == RAMURE_LIST && list->list->ordered)
		item->item->number = list->last ? list->last->item->number + 1 : list->list->start;
	if (strcmp(cmark_node_get_type_string(node), "tasklist") == 0)
		item->item->task =
			cmark_gfm_extensions_get_tasklist_item_checked(node) ? RAMURE_TASK_DONE : RAMURE_TASK_OPEN;
	return item;
}

static ramure_node *new_table(reader *r, cmark_node *node)
{
	ramure_node *table = node_new(r->ctx, RAMURE_TABLE, reader_block_span(r, node));
	size_t count = cmark_gfm_extensions_get_table_columns(node);
	const uint8_t *sides = cmark_gfm_extensions_get_table_alignments(node);
	ramure_column_info *columns = RAMURE_NEW_ARRAY(r->ctx, ramure_column_info, count);

	for (size_t i = 0; i < count; i++)
		columns[i].align = sides[i] == 'c'                              ? RAMURE_CENTRE
				   : sides[i] == 'r'                            ? RAMURE_END
				   : sides[i] == 0 && markdown_numbers(node, i) ? RAMURE_END
										: RAMURE_START;
	table->table->columns = columns;
	table->table->column_count = count;
	return table;
}

/* The parser drops the cells that a row has beyond its header's. */
static void check_cells(reader *r, cmark_node *node)
{
	ramure_str line = reader_line(r, cmark_node_get_start_line(node));
	size_t start = (size_t)cmark_node_get_start_column(node) - 1;
	size_t columns = r->at->table->column_count, cells = 1;

	while (line.size && is_blank(line.data[line.size - 1]))
		line.size--;
	if (line.size > start + 1 && line.data[line.size - 1] == '|' && line.data[line.size - 2] != '\\')
		line.size--;
	while (start < line.size && (is_blank(line.data[start]) || line.data[start] == '>'))
		start++;
	start += start < line.size && line.data[start] == '|';
	for (size_t i = start; i < line.size; i++)
		cells += line.data[i] == '|' && (i == start || line.data[i - 1] != '\\');
	if (cells <= columns)
		return;
	ramure_error(r->ctx, reader_block_span(r, node), "this row has %zu cells, the table has %zu columns", cells,
		     columns);
	ramure_hint(r->ctx,
		    "add a column to the first line and to the line of dashes; a bar in the text is written \\|");
}

static ramure_node *new_row(reader *r, cmark_node *node)
{
	ramure_node *row = node_new(r->ctx, RAMURE_ROW, reader_block_span(r, node));

	check_cells(r, node);
	row->row->header = cmark_gfm_extensions_get_table_row_is_header(node);
	if (row->row->header)
		r->at->table->header_rows++;
	return row;
}

/* The name of a note stands before its text: `[^name]: `. */
static void open_footnote(reader *r, cmark_node *node)
{
	ramure_str line = reader_line(r, cmark_node_get_start_line(node));
	size_t end = (size_t)cmark_node_get_start_column(node), start;
	ramure_node *note;

	if (end > line.size)
		end = line.size;
	while (end && line.data[end - 1] != ']')
		end--;
	end -= end > 0;
	start = end;
	while (start > 1 && !(line.data[start - 1] == '^' && line.data[start - 2] == '['))
		start--;
	note = node_new(r->ctx, RAMURE_FOOTNOTE,
			reader_span(r, (size_t)(line.data - r->fed.data) + (start > 2 ? start - 2 : 0),
				    (size_t)(line.data - r->fed.data) + end + 1));
	footnotes_define(r->ctx, (ramure_str){ line.data + start, end - start }, note);
	/* It is no child of the text; its blocks find their way back by the parser's own tree. */
	r->at = note;
}

static void open_cell(reader *r, cmark_node *node)
{
	ramure_node *cell = node_new(r->ctx, RAMURE_CELL, reader_block_span(r, node));
	ramure_node *paragraph;
	int line = cmark_node_get_start_line(node);

	cell->span = reader_span(r, reader_offset(r, line, cmark_node_get_start_column(node)),
				 reader_offset(r, line, cmark_node_get_end_column(node) + 1));
	cell->cell->header = r->at->row->header;
	node_append(r->at, cell);
	paragraph = node_new(r->ctx, RAMURE_PARAGRAPH, cell->span);
	node_append(cell, paragraph);
	r->at = paragraph;
}

static void open(reader *r, ramure_node *fresh)
{
	node_append(r->at, fresh);
	r->at = fresh;
}

/* A block that an extension made: known by its name only. */
static void enter_extension(reader *r, cmark_node *node)
{
	const char *type = cmark_node_get_type_string(node);

	if (strcmp(type, "table") == 0) {
		open(r, new_table(r, node));
	} else if (strcmp(type, "table_row") == 0 || strcmp(type, "table_header") == 0) {
		open(r, new_row(r, node));
	} else if (strcmp(type, "table_cell") == 0) {
		open_cell(r, node);
		inlines_begin(r, node);
	} else if (strcmp(type, "tasklist") == 0) {
		open(r, new_item(r, node));
	}
}

static void enter_block(reader *r, cmark_node *node)
{
	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_DOCUMENT:
		break;
	case CMARK_NODE_PARAGRAPH:
		open(r, node_new(r->ctx, RAMURE_PARAGRAPH, reader_block_span(r, node)));
		marks_check_lines(r, node);
		inlines_begin(r, node);
		break;
	case CMARK_NODE_HEADING:
		read_heading(r, node);
		inlines_begin(r, node);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		open(r, node_new(r->ctx, RAMURE_QUOTE, reader_block_span(r, node)));
		r->quotes++;
		break;
	case CMARK_NODE_LIST:
		open(r, new_list(r, node));
		break;
	case CMARK_NODE_ITEM:
		open(r, new_item(r, node));
		break;
	case CMARK_NODE_FOOTNOTE_DEFINITION:
		open_footnote(r, node);
		break;
	case CMARK_NODE_CODE_BLOCK:
		node_append(r->at, fence_read(r, node));
		break;
	case CMARK_NODE_HTML_BLOCK:
		html_block(r, node);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		node_append(r->at, node_new(r->ctx, RAMURE_RULE, reader_block_span(r, node)));
		break;
	default:
		enter_extension(r, node);
	}
}

/* A paragraph of which a comment was all. */
static void drop_empty(ramure_node *paragraph)
{
	if (paragraph->type == RAMURE_PARAGRAPH && !paragraph->first && paragraph->parent->type != RAMURE_CELL)
		node_remove(paragraph);
}

static void leave_block(reader *r, cmark_node *node, ramure_node *outer)
{
	ramure_node *closed = r->at;

	if (closed->type == RAMURE_PARAGRAPH || closed->type == RAMURE_HEADING || ramure_is_inline(closed->type))
		inlines_end(r);
	closed = r->at;
	if (closed->type == RAMURE_HEADING)
		end_heading(r, node);
	if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE)
		r->quotes--;
	r->at = outer;
	if (closed != outer)
		drop_empty(closed);
	if (closed->type == RAMURE_FOOTNOTE)
		markdown_finish(r->ctx, closed);
}

static bool is_leaf(cmark_node *node)
{
	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_CODE_BLOCK:
	case CMARK_NODE_HTML_BLOCK:
	case CMARK_NODE_THEMATIC_BREAK:
		return true;
	default:
		return false;
	}
}

static bool is_inline(cmark_node *node)
{
	const char *type;

	if ((cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE)
		return true;
	type = cmark_node_get_type_string(node);
	return strcmp(type, "strikethrough") == 0;
}

/* cmark's own iterator, so that depth stays on the heap.  Each of its containers remembers the node that was open
 * before it. */
static void read_tree(void *closure, cmark_node *root)
{
	reader *r = closure;
	cmark_iter *walk = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(walk)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(walk);

		if (is_inline(node)) {
			if (event == CMARK_EVENT_ENTER)
				inline_enter(r, node);
			else
				inline_leave(r, node);
		} else if (event == CMARK_EVENT_ENTER) {
			/* The paragraph of our own at the end (see feed). */
			if ((size_t)cmark_node_get_start_line(node) > r->line_count) {
				cmark_iter_reset(walk, node, CMARK_EVENT_EXIT);
				continue;
			}
			if (!is_leaf(node))
				cmark_node_set_user_data(node, r->at);
			enter_block(r, node);
		} else if ((size_t)cmark_node_get_start_line(node) <= r->line_count) {
			leave_block(r, node, cmark_node_get_user_data(node));
		}
	}
}

/* Whether nothing but spaces stands before an offset on its line. */
static bool begins_line(ramure_str text, size_t at)
{
	while (at && text.data[at - 1] == ' ')
		at--;
	return !at || text.data[at - 1] == '\n';
}

/* Of two notes with one name the parser keeps the first and drops the other. */
static void check_note(reader *r, names *notes, size_t start, size_t end)
{
	ramure_str name = { r->piece->text.data + start + 2, end - start - 2 };
	void **first = names_at(notes, utf8_fold_name(r->ctx->arena, name));
	const ramure_span *at = *first;

	if (!at) {
		ramure_span *here = RAMURE_NEW(r->ctx, ramure_span);

		*here = source_text_span(r->piece, start, end - start + 1);
		*first = here;
		return;
	}
	ramure_error(r->ctx, source_text_span(r->piece, start, end - start + 1),
		     "the note '[^%.*s]' is written twice, first at line %u", (int)name.size, name.data, at->line);
	ramure_hint(r->ctx, "give one of them another name, there and where it is called");
}

/* The parser forgets a note that nothing calls, and a field may call it, or an author err: so every name that may be a
 * note's is called once more, in lines behind the text. */
static ramure_str feed(reader *r)
{
	ramure_str text = r->piece->text;
	buf out = buf_on(r->ctx->arena);
	names notes = names_new(r->ctx);
	const char *end = NULL;
	bool any = false, fenced = false;

	for (size_t i = 0; i + 2 < text.size; i++) {
		/* Code may show notes; what it shows is none. */
		if ((memcmp(text.data + i, "```", 3) == 0 || memcmp(text.data + i, "~~~", 3) == 0) &&
		    begins_line(text, i)) {
			fenced = !fenced;
			i += 2;
		}
		if (text.data[i] != '[' || text.data[i + 1] != '^')
			continue;
		/* It may be far: many names look for the same one. */
		if (!end || end < text.data + i)
			end = memchr(text.data + i, ']', text.size - i);
		if (!end)
			break;
		if (end + 1 == text.data + text.size || end[1] != ':')
			continue;
		if (!fenced && begins_line(text, i))
			check_note(r, &notes, i, (size_t)(end - text.data));
		if (!any) {
			buf_put_str(&out, text);
			buf_puts(&out, "\n\n");
		}
		any = true;
		buf_put(&out, text.data + i, (size_t)(end - text.data) - i + 1);
		buf_putc(&out, '\n');
	}
	return any ? buf_str(&out) : text;
}

ramure_node *markdown_blocks(ramure_ctx *ctx, const source_text *text)
{
	ramure_node *root = node_new(ctx, RAMURE_BLOCKS, source_text_span(text, 0, 0));
	reader r = { .ctx = ctx, .piece = text, .at = root };

	if (!markdown_guard(ctx, text))
		return root;
	r.fed = feed(&r);
	reader_index_lines(&r);
	if (!markdown_parse(r.fed.data, r.fed.size, read_tree, &r)) {
		ramure_error(ctx, root->span, "this text is too tangled to be read");
		ramure_hint(ctx, "cut its longest paragraphs and tables into smaller ones");
	}
	markdown_finish(ctx, root);
	return root;
}
