/* markdown_fence.c: fenced blocks: data of a kind, or code. */
#include "core/source/markdown_reader.h"

#include "core/context.h"
#include "core/document/document.h"
#include "core/plugin/registry.h"
#include "core/source/fields.h"

#include <string.h>

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

static bool is_closed(reader *r, cmark_node *node, int length, char sign)
{
	ramure_str last = reader_line(r, cmark_node_get_end_line(node));
	size_t signs = 0;

	while (last.size && is_blank(last.data[last.size - 1]))
		last.size--;
	while (signs < last.size && last.data[last.size - 1 - signs] == sign)
		signs++;
	return cmark_node_get_end_line(node) > cmark_node_get_start_line(node) && signs >= (size_t)length;
}

/* How many backticks or tildes begin a line. */
static size_t fence_size(ramure_str line)
{
	size_t start = 0, n;

	while (start < line.size && start < 3 && line.data[start] == ' ')
		start++;
	for (n = start; n < line.size && line.data[n] == line.data[start];)
		n++;
	return start < line.size && (line.data[start] == '`' || line.data[start] == '~') ? n - start : 0;
}

static unsigned file_line(const reader *r, int line)
{
	size_t start = reader_offset(r, line, 1);

	return (unsigned)reader_span(r, start, start).line;
}

/* Where a block that is never closed was meant to end: at a line that nearly closes it, before the next title or block.
 */
static void hint_end(reader *r, cmark_node *node, int length, char sign)
{
	const char *fence = sign == '~' ? "~~~~~~~~" : "````````";
	int size = length < 8 ? length : 8, last = cmark_node_get_start_line(node);
	int end = cmark_node_get_end_line(node); /* of the quote or the list around it, else of the text */

	for (int i = last + 1; i <= end && (size_t)i <= r->line_count; i++) {
		ramure_str line = reader_line(r, i);
		size_t signs = fence_size(line), after = signs;

		while (after < line.size &&
		       (is_blank(line.data[after]) || !strchr("abcdefghijklmnopqrstuvwxyz", line.data[after] | 0x20)))
			after++;
		/* "```." and "~~~" for "```" */
		if (signs && after == line.size) {
			ramure_hint(r->ctx, "on line %u, write this and nothing else: %.*s", file_line(r, i), size,
				    fence);
			return;
		}
		if (signs >= 3 || (line.size > 1 && line.data[0] == '#' && strchr("# ", line.data[1])))
			break;
		for (size_t n = 0; n < line.size; n++)
			if (!is_blank(line.data[n]))
				last = i;
	}
	ramure_hint(r->ctx, "after line %u, end it with a line of its own: %.*s", file_line(r, last), size, fence);
}

/* A block whose end is forgotten closes with the next one, whose opening line it has swallowed.  Signs again behind the
 * words are those of code in a line, or of words struck out. */
static bool swallows_a_block(cmark_node *node, size_t length, char sign)
{
	const char *end;

	for (const char *p = cmark_node_get_literal(node); (end = strchr(p, '\n')); p = end + 1) {
		size_t signs = fence_size((ramure_str){ p, (size_t)(end - p) });

		while (*p == ' ')
			p++;
		if (signs >= length && *p == sign && !memchr(p + signs, sign, (size_t)(end - p) - signs))
			return true;
	}
	return false;
}

/* False after saying that the block goes on to the end of the text, or into the next one. */
static bool check_closed(reader *r, cmark_node *node, ramure_span at, bool is_code)
{
	int length = 0, offset = 0;
	char sign = 0;
	const char *info = cmark_node_get_fence_info(node);

	cmark_node_get_fenced(node, &length, &offset, &sign);
	if (is_closed(r, node, length, sign) && (is_code || !swallows_a_block(node, (size_t)length, sign)))
		return true;
	/* What was meant to close a block that wrong signs began. */
	if (r->bad_fence && !(info && *info))
		return false;
	ramure_error(r->ctx, at, "this block is never closed: everything after it would belong to it");
	hint_end(r, node, length, sign);
	return false;
}

/* A kind whose body is a text. */
static bool is_text_kind(const reader *r, ramure_str word)
{
	const ramure_kind *kind = r->ctx->registry ? registry_kind(r->ctx->registry, r->ctx, word) : NULL;

	return kind && fields_flagged(kind->fields, RAMURE_WHOLE_BODY);
}

static bool has_letters(ramure_str s)
{
	for (size_t i = 0; i < s.size; i++)
		if ((unsigned char)s.data[i] >= 0x80 ||
		    strchr("abcdefghijklmnopqrstuvwxyz0123456789", s.data[i] | 0x20))
			return true;
	return false;
}

/* What stands behind the first word of a fence: a name, or a slip. */
static void read_fence_rest(reader *r, ramure_node *block, size_t start, size_t end)
{
	attributes given;

	while (start < end && is_blank(r->fed.data[start]))
		start++;
	while (end > start && is_blank(r->fed.data[end - 1]))
		end--;
	if (start == end)
		return;
	if (r->fed.data[start] == '{' && attributes_read(r->ctx, r->piece, start - r->lead, end - start, &given)) {
		block->block->id = (ramure_string){ given.name_at, given.name };
		return;
	}
	ramure_error(r->ctx, reader_span(r, start, end), "only the name of its kind may follow the fence of a block");
	if (!has_letters((ramure_str){ r->fed.data + start, end - start }))
		ramure_hint(r->ctx, "leave '%.*s' out", (int)(end - start), r->fed.data + start);
	else if (is_text_kind(r, block->block->word.text))
		ramure_hint(r->ctx, "write the rest on the line below: %.*s", (int)(end - start), r->fed.data + start);
	else
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
	while (whole && is_blank(info.data[whole - 1]))
		whole--;
	if (whole > word && r->ctx->registry &&
	    registry_kind(r->ctx->registry, r->ctx, (ramure_str){ info.data, whole }))
		return whole;
	return word;
}

ramure_node *fence_read(reader *r, cmark_node *node)
{
	const char *info = cmark_node_get_fence_info(node);
	const char *literal = cmark_node_get_literal(node);
	ramure_span at = reader_block_span(r, node);
	ramure_str line = reader_line(r, cmark_node_get_start_line(node));
	int length = 0, offset = 0;
	char sign = 0;
	bool fenced = cmark_node_get_fenced(node, &length, &offset, &sign);
	source_text body = body_of(r, cmark_node_get_start_line(node) + fenced, literal);
	size_t word = info ? word_size(r, (ramure_str){ info, strlen(info) }, " \t{") : 0;
	size_t line_start = (size_t)(line.data - r->fed.data), start, word_end;
	bool is_code = !fenced || !word || code_language(r->ctx, (ramure_str){ info, word });
	bool closed = !fenced || check_closed(r, node, at, is_code);
	ramure_node *code;
	ramure_span word_at;

	/* Who knows which of its lines are data? */
	if (is_code || !closed) {
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
	while (start < line_start + line.size && (r->fed.data[start] == sign || is_blank(r->fed.data[start])))
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
