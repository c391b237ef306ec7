/* markdown_places.c: where in the source stands what the parser names. */
#include "core/source/markdown_reader.h"

#include "core/base/utf8.h"
#include "core/context.h"

#include <string.h>

/* A place is looked for no further than this behind the last one known. */
enum { SEARCH = 64 * 1024 };

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

ramure_span reader_block_span(const reader *r, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);
	size_t start = reader_offset(r, line, cmark_node_get_start_column(node));
	ramure_str whole = reader_line(r, line);

	return reader_span(r, start, (size_t)(whole.data - r->fed.data) + whole.size);
}

void reader_index_lines(reader *r)
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

static bool is_punctuation(char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/* Where the parser's place is in the source.  It counts the columns of a paragraph's later lines as if they began
 * where the first does, without their own indentation. */
size_t reader_place(const reader *r, int line, int column)
{
	size_t at;

	if (line <= 0)
		return r->cursor;
	if (line == r->block_line)
		return reader_offset(r, line, column);
	at = reader_offset(r, line, 1);
	while (at < r->block_end &&
	       (r->fed.data[at] == ' ' || r->fed.data[at] == '\t' || (r->quotes && r->fed.data[at] == '>')))
		at++;
	return column > r->block_column ? at + (size_t)(column - r->block_column) : at;
}

/* The end of a character reference at `s` ("&amp;"), or `s`. */
static size_t reference_end(const reader *r, size_t s)
{
	enum { LONGEST = 34 };

	for (size_t i = s + 1; i < r->block_end && i < s + LONGEST; i++) {
		char c = r->fed.data[i];

		if (c == ';')
			return i > s + 1 ? i + 1 : s;
		if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '#'))
			break;
	}
	return s;
}

bool reader_step(const reader *r, size_t *s, ramure_str literal, size_t *l)
{
	const char *source = r->fed.data + *s;
	size_t reference;

	if (*s >= r->block_end)
		return false;
	if (*source == '\\' && *s + 1 < r->block_end && source[1] == literal.data[*l] && is_punctuation(source[1])) {
		*s += 2;
		*l += 1;
		return true;
	}
	if (*source == '&' && (reference = reference_end(r, *s)) > *s &&
	    /* "&b;" is a text; the parser leaves it as it stands */
	    (literal.size - *l < reference - *s || memcmp(literal.data + *l, source, reference - *s) != 0)) {
		*s = reference;
		utf8_next(literal, l);
		return true;
	}
	if (*source != literal.data[*l])
		return false;
	*s += 1;
	*l += 1;
	return true;
}

/* The end of a literal that stands at `s`, or 0. */
static size_t match(const reader *r, size_t s, ramure_str literal)
{
	for (size_t l = 0; l < literal.size;)
		if (!reader_step(r, &s, literal, &l))
			return 0;
	return s;
}

/* Finds where a text stands: where the parser says, or, as it errs behind link definitions and long links, next after
 * what was read last. */
size_t reader_locate(reader *r, cmark_node *node, ramure_str literal)
{
	size_t start = reader_place(r, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
	size_t end = start >= r->cursor ? match(r, start, literal) : 0;

	for (size_t s = r->cursor; !end && s < r->block_end && s < r->cursor + SEARCH; s++) {
		start = s;
		end = match(r, s, literal);
	}
	if (!end)
		return r->cursor;
	r->cursor = end;
	return start;
}
