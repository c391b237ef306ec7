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

/* ---- places ---- */

size_t reader_offset(const reader *r, int line, int column)
{
	size_t index = line > 0 ? (size_t)line - 1 : 0;
	size_t start, end;

	if (index >= r->line_count)
		return r->piece->text.size + r->lead;
	start = r->lines[index];
	end = index + 1 < r->line_count ? r->lines[index + 1] - 1 : r->piece->text.size + r->lead;
	return column > 1 && (size_t)column - 1 < end - start ? start + (size_t)column - 1 : column > 1 ? end : start;
}

ramure_span reader_span(const reader *r, size_t start, size_t end)
{
	size_t most = r->piece->text.size;

	start = start > r->lead ? start - r->lead : 0;
	end = end > r->lead ? end - r->lead : 0;
	if (start > most)
		start = most;
	if (end > most)
		end = most;
	return source_text_span(r->piece, start, end > start ? end - start : 0);
}

ramure_str reader_line(const reader *r, int line)
{
	size_t start = reader_offset(r, line, 1);
	size_t end = reader_offset(r, line + 1, 1);

	while (end > start && (r->fed.data[end - 1] == '\n' || r->fed.data[end - 1] == '\r'))
		end--;
	return (ramure_str){ r->fed.data + start, end - start };
}

/* From where a block begins to the end of that line. */
static ramure_span block_span(const reader *r, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);
	size_t start = reader_offset(r, line, cmark_node_get_start_column(node));
	ramure_str whole = reader_line(r, line);

	return reader_span(r, start, (size_t)(whole.data - r->fed.data) + whole.size);
}

static void index_lines(reader *r)
{
	size_t count = 1;
	size_t *lines;
	size_t end = r->lead + r->piece->text.size;

	for (size_t i = r->lead; i < end; i++)
		count += r->fed.data[i] == '\n';
	lines = RAMURE_NEW_ARRAY(r->ctx, size_t, count);
	r->lines = lines;
	r->line_count = count;
	/* Bytes put before the piece belong to its first line. */
	*lines++ = 0;
	for (size_t i = r->lead; i < end; i++)
		if (r->fed.data[i] == '\n')
			*lines++ = i + 1;
}

/* ---- fenced blocks ---- */

/* The code of a block as a piece of its own: its lines have lost the indentation of what they stand in. */
static source_text body_of(reader *r, int first_line, const char *literal)
{
	size_t size = strlen(literal), count = 0;
	source_line *places;
	char *own;
	int line = first_line;

	for (size_t i = 0; i < size; i++)
		count += literal[i] == '\n';
	places = RAMURE_NEW_ARRAY(r->ctx, source_line, count + 1);
	count = 0;
	for (const char *p = literal; p < literal + size && (size_t)line <= r->line_count; line++) {
		const char *end = memchr(p, '\n', (size_t)(literal + size - p));
		size_t length = end ? (size_t)(end - p) : (size_t)(literal + size - p);
		ramure_str whole = reader_line(r, line);
		size_t start = reader_offset(r, line, 1);
		ramure_span at;

		if (length && p[length - 1] == '\r')
			length--;
		at = reader_span(r, start + (whole.size > length ? whole.size - length : 0), start + whole.size);
		places[count++] = (source_line){ .line = at.line, .column = at.column };
		p = end ? end + 1 : literal + size;
	}
	/* Lines of our own stand behind the piece when a fence is never closed. */
	for (size_t i = 0, lines = 0; i < size; i++)
		if (literal[i] == '\n' && ++lines == count)
			size = i + 1;
	own = ramure_alloc(r->ctx, size + 1);
	memcpy(own, literal, size);
	return source_text_new(r->ctx, r->piece->file, (ramure_str){ own, size }, places, count);
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static void check_closed(reader *r, cmark_node *node, ramure_span at)
{
	int length = 0, offset = 0;
	char sign = 0;
	ramure_str last = reader_line(r, cmark_node_get_end_line(node));
	size_t signs = 0;

	cmark_node_get_fenced(node, &length, &offset, &sign);
	while (last.size && is_space(last.data[last.size - 1]))
		last.size--;
	while (signs < last.size && last.data[last.size - 1 - signs] == sign)
		signs++;
	if (cmark_node_get_end_line(node) > cmark_node_get_start_line(node) && signs >= (size_t)length)
		return;
	ramure_error(r->ctx, at, "this block is never closed: everything after it would belong to it");
	ramure_hint(r->ctx, "end it with a line of its own: %.*s", length < 8 ? length : 8,
		    sign == '~' ? "~~~~~~~~" : "````````");
}

/* What stands behind the first word of a fence: a name, or a slip. */
static void read_fence_rest(reader *r, ramure_node *block, size_t start, size_t end)
{
	attributes given;

	while (start < end && is_space(r->fed.data[start]))
		start++;
	while (end > start && is_space(r->fed.data[end - 1]))
		end--;
	if (start == end)
		return;
	if (r->fed.data[start] == '{' && attributes_read(r->ctx, r->piece, start - r->lead, end - start, &given)) {
		block->block->id = (ramure_string){ given.name_at, given.name };
		return;
	}
	ramure_error(r->ctx, reader_span(r, start, end), "only the name of its kind may follow the fence of a block");
	ramure_hint(r->ctx, "write the rest inside the block, as in: title: %.*s", (int)(end - start),
		    r->fed.data + start);
}

/* The size of the word behind a fence: a kind may be typed with spaces, as names compare without them. */
static size_t word_size(const reader *r, ramure_str info, const char *stops)
{
	size_t word = 0, whole = 0;

	while (word < info.size && !strchr(stops, info.data[word]))
		word++;
	while (whole < info.size && info.data[whole] != '{')
		whole++;
	while (whole && is_space(info.data[whole - 1]))
		whole--;
	if (whole > word && r->ctx->registry &&
	    registry_kind(r->ctx->registry, r->ctx, (ramure_str){ info.data, whole }))
		return whole;
	return word;
}

static ramure_node *read_code(reader *r, cmark_node *node)
{
	const char *info = cmark_node_get_fence_info(node);
	const char *literal = cmark_node_get_literal(node);
	ramure_span at = block_span(r, node);
	ramure_str line = reader_line(r, cmark_node_get_start_line(node));
	int length = 0, offset = 0;
	char sign = 0;
	bool fenced = cmark_node_get_fenced(node, &length, &offset, &sign);
	source_text body = body_of(r, cmark_node_get_start_line(node) + fenced, literal);
	size_t word = info ? word_size(r, (ramure_str){ info, strlen(info) }, " \t{") : 0;
	size_t line_start = (size_t)(line.data - r->fed.data), start, word_end;
	ramure_node *code;
	ramure_span word_at;

	if (fenced)
		check_closed(r, node, at);
	if (!fenced || !word || code_language(r->ctx, (ramure_str){ info, word })) {
		code = node_new(r->ctx, RAMURE_CODE, at);
		code->text = body.text;
		if (code->text.size && code->text.data[code->text.size - 1] == '\n')
			code->text.size--;
		if (fenced && word)
			code->code->language = ramure_format(r->ctx, "%.*s", (int)word, info);
		return code;
	}
	/* The word in the source: behind the fence and its spaces. */
	start = reader_offset(r, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
	while (start < line_start + line.size && (r->fed.data[start] == sign || is_space(r->fed.data[start])))
		start++;
	/* Counted in the source: cmark has decoded references and replaced zeros in `info`. */
	word_end =
		start + word_size(r, (ramure_str){ r->fed.data + start, line_start + line.size - start }, " \t\r\n{");
	word_at = reader_span(r, start, word_end);
	code = node_new(r->ctx, RAMURE_BLOCK, at);
	code->block->word = (ramure_string){ word_at, ramure_format(r->ctx, "%.*s", (int)word, info) };
	code->block->body = body;
	read_fence_rest(r, code, word_end, line_start + line.size);
	return code;
}

/* ---- HTML ---- */

/* The offset of `sign` between two offsets of what was fed, or `end`. */
static size_t find(const reader *r, const char *sign, size_t start, size_t end)
{
	size_t size = strlen(sign);

	for (; start + size <= end; start++)
		if (memcmp(r->fed.data + start, sign, size) == 0)
			return start;
	return end;
}

static int lines_in(const char *literal)
{
	int lines = 0;

	for (; *literal; literal++)
		lines += *literal == '\n';
	return lines;
}

/* What a block of HTML holds beside its comments is read as a paragraph, where each tag gets its answer. */
static void read_beside_comments(reader *r, size_t start, size_t end)
{
	ramure_node *outer = r->at;

	while (start < end && (is_space(r->fed.data[start]) || r->fed.data[start] == '\n'))
		start++;
	if (start == end)
		return;
	r->at = node_new(r->ctx, RAMURE_PARAGRAPH, reader_span(r, start, end));
	inlines_read(r, start, end);
	if (r->at->first)
		node_append(outer, r->at);
	r->at = outer;
}

/* A block of HTML: comments, or a paragraph that begins with a tag. */
static void read_html(reader *r, cmark_node *node)
{
	size_t at = reader_offset(r, cmark_node_get_start_line(node), 1);
	size_t end = reader_offset(r, cmark_node_get_start_line(node) + lines_in(cmark_node_get_literal(node)), 1);

	while (at < end) {
		size_t comment = find(r, "<!--", at, end);
		size_t close = find(r, "-->", comment, end);

		read_beside_comments(r, at, comment);
		if (comment < end && close == end) {
			ramure_error(r->ctx, reader_span(r, comment, comment + 4), "this comment is never closed");
			ramure_hint(r->ctx, "end it with -->");
		}
		at = close + strlen("-->");
	}
}

/* ---- blocks ---- */

static void read_heading(reader *r, cmark_node *node)
{
	flat_heading *heading = RAMURE_NEW(r->ctx, flat_heading);
	ramure_node *fresh = node_new(r->ctx, RAMURE_HEADING, block_span(r, node));

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
	if (!start || (start > 1 && line.data[start - 2] == '\\'))
		return;
	begin = (size_t)(line.data - r->fed.data) + start - 1;
	if (!attributes_read(r->ctx, r->piece, begin - r->lead, line.size - start + 1, &given))
		return;
	r->at->name = given.name;
	heading->hidden = given.hidden;
	heading->wide = given.wide;
	words = last->text;
	while (words.size && words.data[words.size - 1] != '{')
		words.size--;
	words.size -= words.size > 0;
	while (words.size && is_space(words.data[words.size - 1]))
		words.size--;
	last->text = words;
	if (!words.size)
		node_remove(last);
}

static ramure_node *new_list(reader *r, cmark_node *node)
{
	ramure_node *list = node_new(r->ctx, RAMURE_LIST, block_span(r, node));

	list->list->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	list->list->tight = cmark_node_get_list_tight(node);
	list->list->start = list->list->ordered ? cmark_node_get_list_start(node) : 0;
	return list;
}

static ramure_node *new_item(reader *r, cmark_node *node)
{
	ramure_node *item = node_new(r->ctx, RAMURE_ITEM, block_span(r, node));
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
	ramure_node *table = node_new(r->ctx, RAMURE_TABLE, block_span(r, node));
	size_t count = cmark_gfm_extensions_get_table_columns(node);
	const uint8_t *sides = cmark_gfm_extensions_get_table_alignments(node);
	ramure_column_info *columns = RAMURE_NEW_ARRAY(r->ctx, ramure_column_info, count);

	for (size_t i = 0; i < count; i++)
		columns[i].align = sides[i] == 'c' ? RAMURE_CENTRE : sides[i] == 'r' ? RAMURE_END : RAMURE_START;
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

	while (line.size && is_space(line.data[line.size - 1]))
		line.size--;
	if (line.size > start + 1 && line.data[line.size - 1] == '|' && line.data[line.size - 2] != '\\')
		line.size--;
	while (start < line.size && (is_space(line.data[start]) || line.data[start] == '>'))
		start++;
	start += start < line.size && line.data[start] == '|';
	for (size_t i = start; i < line.size; i++)
		cells += line.data[i] == '|' && (i == start || line.data[i - 1] != '\\');
	if (cells <= columns)
		return;
	ramure_error(r->ctx, block_span(r, node), "this row has %zu cells, the table has %zu columns", cells, columns);
	ramure_hint(r->ctx,
		    "add a column to the first line and to the line of dashes; a bar in the text is written \\|");
}

static ramure_node *new_row(reader *r, cmark_node *node)
{
	ramure_node *row = node_new(r->ctx, RAMURE_ROW, block_span(r, node));

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
	ramure_node *cell = node_new(r->ctx, RAMURE_CELL, block_span(r, node));
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
		open(r, node_new(r->ctx, RAMURE_PARAGRAPH, block_span(r, node)));
		inlines_begin(r, node);
		break;
	case CMARK_NODE_HEADING:
		read_heading(r, node);
		inlines_begin(r, node);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		open(r, node_new(r->ctx, RAMURE_QUOTE, block_span(r, node)));
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
		node_append(r->at, read_code(r, node));
		break;
	case CMARK_NODE_HTML_BLOCK:
		read_html(r, node);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		node_append(r->at, node_new(r->ctx, RAMURE_RULE, block_span(r, node)));
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
	bool any = false, fenced = false;

	for (size_t i = 0; i + 2 < text.size; i++) {
		const char *end;

		/* Code may show notes; what it shows is none. */
		if ((memcmp(text.data + i, "```", 3) == 0 || memcmp(text.data + i, "~~~", 3) == 0) &&
		    begins_line(text, i)) {
			fenced = !fenced;
			i += 2;
		}
		if (text.data[i] != '[' || text.data[i + 1] != '^')
			continue;
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
	index_lines(&r);
	if (!markdown_parse(r.fed.data, r.fed.size, read_tree, &r)) {
		ramure_error(ctx, root->span, "this text is too tangled to be read");
		ramure_hint(ctx, "cut its longest paragraphs and tables into smaller ones");
	}
	markdown_finish(ctx, root);
	return root;
}
