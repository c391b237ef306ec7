/* data_text.c: values of the data dialect that are text: the rest of a line, quoted, or in lines. */
#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/context.h"
#include "core/source/data_reader.h"

#include <string.h>

/* Lines gathered into one text. */
typedef struct gathered {
	data_reader *r;
	buf text;
	source_line *places;
	size_t count;
	size_t first_offset, first_size;
} gathered;

static void gather(gathered *g, size_t offset, size_t size)
{
	ramure_span at = source_text_span(g->r->piece, offset, 0);

	g->places = arena_extend(g->r->ctx->arena, g->places, g->count, sizeof *g->places);
	if (g->count) {
		buf_putc(&g->text, '\n');
	} else {
		g->first_offset = offset;
		g->first_size = size;
	}
	g->places[g->count++] = (source_line){ .line = at.line, .column = at.column };
	buf_put(&g->text, g->r->bytes.data + offset, size);
}

/* A value of the lines gathered, at the first of them. */
static data_value *gathered_value(gathered *g)
{
	data_value *v = data_new(g->r, DATA_SCALAR, g->first_offset, g->first_size);

	if (g->count > 1)
		v->text = source_text_new(g->r->ctx, g->r->piece->file, buf_str(&g->text), g->places, g->count);
	return v;
}

/* A line further right goes on with the text above, as long as it does not look like the next name or item with a wrong
 * indentation. */
static bool goes_on(data_reader *r, size_t column)
{
	const data_line *line = &r->line;
	ramure_str text =
		source_text_excerpt(r->ctx, (ramure_str){ r->bytes.data + line->text, line->end - line->text });
	data_key key;

	if (!data_dash_at(r, line->text, line->end) && !data_find_key(r, line->text, line->end, &key))
		return true;
	if (line->odd) {
		data_skip_deeper(r, column);
		return false;
	}
	ramure_error(r->ctx, data_slip(r, line->text, line->end - line->text),
		     N_("this line stands further right than the one above, which already has its value"));
	data_hint_line(r, column, "%.*s", (int)text.size, text.data);
	ramure_hint(r->ctx, N_("or, if it belongs to the text above, put that text in lines of its own, under a '|'"));
	data_skip_deeper(r, column);
	return false;
}

data_value *data_plain(data_reader *r, ptrdiff_t parent, size_t from)
{
	gathered g = { .r = r, .text = buf_on(r->ctx->arena) };
	size_t end = r->line.end;

	data_next_line(r);
	if (!r->line.any || (ptrdiff_t)r->line.indent <= parent)
		return data_new(r, DATA_SCALAR, from, end - from);
	gather(&g, from, end - from);
	while (r->line.any && (ptrdiff_t)r->line.indent > parent) {
		if (!goes_on(r, parent < 0 ? 0 : (size_t)parent))
			continue;
		gather(&g, r->line.text, r->line.end - r->line.text);
		data_next_line(r);
	}
	return gathered_value(&g);
}

data_value *data_bare_lines(data_reader *r, ptrdiff_t parent)
{
	gathered g = { .r = r, .text = buf_on(r->ctx->arena) };
	size_t margin = r->line.indent;

	while (r->line.any && (ptrdiff_t)r->line.indent > parent) {
		size_t deeper = r->line.indent > margin && g.count ? r->line.indent - margin : 0;
		/* Only ordinary spaces are as many bytes as columns; others have been reported. */
		size_t from = r->line.text - (r->line.odd ? 0 : deeper);

		gather(&g, from, r->line.end - from);
		data_next_line(r);
	}
	return gathered_value(&g);
}

/* The lines that do not stand under the marker were meant to: they are passed over up to the next name or item. */
static void report_no_lines(data_reader *r, size_t from, ptrdiff_t parent)
{
	data_line next = data_line_at(r, r->line.next);
	ramure_str text = source_text_excerpt(r->ctx, (ramure_str){ r->bytes.data + next.text, next.end - next.text });
	data_key key;

	ramure_error(r->ctx, data_slip(r, from, 1),
		     N_("'%c' opens a block of lines, but none stands further right below"), r->bytes.data[from]);
	if (text.size)
		data_hint_line(r, (size_t)(parent + 2), "%.*s", (int)text.size, text.data);
	for (; next.any && next.text < next.end && !data_dash_at(r, next.text, next.end) &&
	       !data_find_key(r, next.text, next.end, &key);
	     next = data_line_at(r, next.next))
		r->line.next = next.next;
}

data_value *data_block_of_lines(data_reader *r, ptrdiff_t parent, size_t from)
{
	gathered g = { .r = r, .text = buf_on(r->ctx->arena) };
	data_line line = data_line_at(r, r->line.next);
	size_t margin = 0, blank = 0;
	data_value *v;

	for (; line.any; line = data_line_at(r, line.next)) {
		size_t start;

		if (line.text == line.end) {
			blank++;
			continue;
		}
		if ((ptrdiff_t)line.indent <= parent)
			break;
		if (!g.count)
			margin = line.indent;
		else
			for (; blank; blank--)
				gather(&g, line.start, 0);
		blank = 0;
		start = line.start + (line.indent < margin ? line.indent : margin);
		if (line.odd) {
			data_check_indent(r, &line);
			start = line.text;
		}
		gather(&g, start, line.end - start);
		r->read_to = line.end;
		r->line.next = line.next;
	}
	if (g.count) {
		v = gathered_value(&g);
	} else {
		report_no_lines(r, from, parent);
		v = data_new(r, DATA_SCALAR, from, 0);
	}
	v->lines = r->bytes.data[from] == '|';
	/* What was taken is behind; the marker's own line must not count as the last one. */
	r->line.any = false;
	data_next_line(r);
	return v;
}

size_t data_closing_quote(const data_reader *r, size_t from, size_t end)
{
	const char *bytes = r->bytes.data;
	char quote = bytes[from];

	for (size_t i = from + 1; i < end; i++) {
		if (quote == '"' && bytes[i] == '\\' && i + 1 < end)
			i++;
		else if (bytes[i] == quote && quote == '\'' && i + 1 < end && bytes[i + 1] == '\'')
			i++;
		else if (bytes[i] == quote)
			return i;
	}
	return end;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Whether the signs between two single quotes hold no other than doubled ones and apostrophes: 'L'avenir d''ici'. */
static bool only_apostrophes(const char *bytes, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++) {
		if (bytes[i] != '\'')
			continue;
		if (i + 1 < end && bytes[i + 1] == '\'')
			i++;
		else if (i == from || i + 1 == end || !is_letter(bytes[i - 1]) || !is_letter(bytes[i + 1]))
			return false;
	}
	return true;
}

/* The text between quotes: \" and \\, or '' said once; any other backslash is itself. */
static ramure_str unquoted(data_reader *r, size_t from, size_t end, char quote)
{
	const char *bytes = r->bytes.data;
	buf text = buf_on(r->ctx->arena);

	for (size_t i = from; i < end; i++) {
		if (i + 1 < end &&
		    ((quote == '"' && bytes[i] == '\\' && (bytes[i + 1] == '"' || bytes[i + 1] == '\\')) ||
		     (quote == '\'' && bytes[i] == '\'' && bytes[i + 1] == '\'')))
			i++;
		buf_putc(&text, bytes[i]);
	}
	return buf_str(&text);
}

data_value *data_quoted(data_reader *r, size_t from, size_t end)
{
	const char *bytes = r->bytes.data;
	char quote = bytes[from];
	source_line place;
	data_value *v;

	if (end - from < 2 || bytes[end - 1] != quote)
		return NULL;
	if (quote == '"' ? data_closing_quote(r, from, end) != end - 1 : !only_apostrophes(bytes, from + 1, end - 1))
		return NULL;
	v = data_new(r, DATA_SCALAR, from + 1, end - from - 2);
	v->quoted = true;
	if (memchr(bytes + from + 1, quote == '"' ? '\\' : '\'', end - from - 2)) {
		place = (source_line){ .line = v->at.line, .column = v->at.column };
		v->text = source_text_new(r->ctx, r->piece->file, unquoted(r, from + 1, end - 1, quote), &place, 1);
	}
	return v;
}
