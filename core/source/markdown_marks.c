/* markdown_marks.c: signs of Markdown that stand in a text because they did not work. */
#include "core/source/markdown_reader.h"

#include "core/base/gettext.h"
#include "core/base/str.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/plugin/registry.h"

#include <string.h>

static ramure_str behind(ramure_str s, size_t n)
{
	return (ramure_str){ s.data + n, s.size - n };
}

static ramure_str trimmed(ramure_str s)
{
	while (s.size && (is_blank(s.data[0]) || s.data[0] == '>'))
		s = behind(s, 1);
	while (s.size && is_blank(s.data[s.size - 1]))
		s.size--;
	return s;
}

static ramure_span place(const reader *r, ramure_str line)
{
	size_t start = (size_t)(line.data - r->fed.data);

	return reader_span(r, start, start + line.size);
}

/* ---- lines of a paragraph ---- */

/* Spaces that no keyboard shows apart from ordinary ones, and that Markdown takes for letters. */
static ramure_str without_spaces(ramure_str s)
{
	for (size_t i = 0; s.size; s = behind(s, i), i = 0)
		if (!utf8_is_space(utf8_next(s, &i)))
			break;
	return s;
}

static bool is_letter(ramure_str s)
{
	unsigned char c = s.size ? (unsigned char)s.data[0] : ' ';

	return c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* `#Title` is a text, which nobody sees at once; `#one #two` are words for the web, and `#1` is a number. */
static void check_heading(reader *r, ramure_str line)
{
	size_t level = 0;
	ramure_str title;

	while (level < line.size && line.data[level] == '#')
		level++;
	title = behind(line, level);
	if (!level || level > 6 || !is_letter(title) || (level == 1 && memchr(title.data, '#', title.size)))
		return;
	title = without_spaces(title);
	ramure_warning(r->ctx, place(r, line), "markup",
		       N_("this is no title: an ordinary space is missing after '%.*s'"), (int)level, line.data);
	ramure_hint(r->ctx, N_("write '%.*s %.*s'; for the sign itself, '\\%.*s'"), (int)level, line.data,
		    (int)title.size, title.data, (int)line.size, line.data);
}

/* `-item`, a dash with a no-break space, and the bullets of other programs run on in one paragraph. */
static void check_item(reader *r, ramure_str line)
{
	static const char *const bullets[] = { "-", "•", "●", "▪", "·" };
	ramure_str item = line;

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (str_begins(line, bullets[i]))
			item = behind(line, strlen(bullets[i]));
	if (item.size == line.size || (line.data[0] == '-' && !is_letter(item)))
		return;
	item = without_spaces(item);
	ramure_warning(r->ctx, place(r, line), "markup",
		       N_("this is no item of a list, which begins with '-' and an ordinary space"));
	ramure_hint(r->ctx, N_("write '- %.*s'"), (int)item.size, item.data);
}

/* The size of what people and word processors type in the place of backticks. */
static size_t quote_size(ramure_str s)
{
	static const char *const signs[] = { "`", "'", "\"", "´", "’", "‘", "“", "”" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_begins(s, signs[i]))
			return strlen(signs[i]);
	return 0;
}

/* A kind behind what are not the three backticks of a block, or with words on their line. */
static void check_fence(reader *r, ramure_str line)
{
	ramure_str rest = line, word;
	size_t quotes = 0, size;

	while ((size = quote_size(rest))) {
		rest = behind(rest, size);
		quotes++;
	}
	word = rest = trimmed(rest);
	for (word.size = 0;
	     word.size < rest.size && !is_blank(rest.data[word.size]) && !quote_size(behind(rest, word.size));)
		word.size++;
	rest = trimmed(behind(rest, word.size));
	if (quotes < 2 || !word.size || !r->ctx->registry || !registry_kind(r->ctx->registry, r->ctx, word) ||
	    (rest.size && !str_begins(line, "```")))
		return;
	r->bad_fence = true;
	ramure_error(r->ctx, place(r, line),
		     N_("a block begins with three backticks and its name, alone on their line"));
	while (rest.size && rest.data[rest.size - 1] == '`')
		rest.size--;
	if (rest.size)
		ramure_hint(r->ctx, N_("write three lines: '```%.*s', '%.*s' and '```'"), (int)word.size, word.data,
			    (int)rest.size, rest.data);
	else
		ramure_hint(r->ctx, N_("write '```%.*s' here, and '```' on the line that ends it"), (int)word.size,
			    word.data);
}

/* Cells between bars. */
static size_t count_cells(ramure_str line)
{
	size_t bars = 0;

	for (size_t i = 0; i < line.size; i++)
		bars += line.data[i] == '|' && !(i && line.data[i - 1] == '\\');
	return bars - (bars && line.data[line.size - 1] == '|');
}

/* Lines between bars are a table only when dashes for each column stand below the first. */
static void check_table(reader *r, ramure_str first, ramure_str second)
{
	enum { MOST = 40 };
	char dashes[MOST * 4 + 2] = "|";
	size_t cells = first.size ? count_cells(first) : 0;
	bool dashed = true;

	if (!str_begins(first, "|") || !str_begins(second, "|") || cells < 2 || cells > MOST)
		return;
	for (size_t i = 0; i < second.size; i++)
		dashed &= strchr("|-: ", second.data[i]) != NULL && second.data[i];
	for (size_t i = 0; i < cells; i++)
		memcpy(dashes + 1 + i * 4, "---|", 5);
	ramure_warning(r->ctx, place(r, dashed ? second : first), "markup",
		       dashed ? N_("this is no table: its line of dashes has not as many columns as the first line")
			      : N_("this is no table: a line of dashes is missing below the first line"));
	ramure_hint(r->ctx, dashed ? N_("write '%s' here") : N_("write '%s' below it"), dashes);
}

void marks_check_lines(reader *r, cmark_node *paragraph)
{
	int from = cmark_node_get_start_line(paragraph), to = cmark_node_get_end_line(paragraph);
	ramure_str first = { 0 };

	for (int i = from; i <= to && (size_t)i <= r->line_count; i++) {
		ramure_str line = reader_line(r, i);
		size_t column = i == from ? (size_t)cmark_node_get_start_column(paragraph) - 1 : 0;

		line = trimmed(behind(line, column < line.size ? column : line.size));
		if (!line.size)
			continue;
		check_heading(r, line);
		check_item(r, line);
		check_fence(r, line);
		if (i == from + 1)
			check_table(r, first, line);
		if (i == from)
			first = line;
	}
}

/* ---- texts ---- */

enum { LONGEST = 4000 }; /* bytes; a long line is not searched to its end for each sign */

/* `** Important **`, not "2 ** 3". */
static bool is_spaced_pair(ramure_str rest)
{
	ramure_str words = trimmed(behind(rest, 2));

	if (!is_letter(words))
		return false;
	words.size = words.size < LONGEST ? words.size : LONGEST;
	for (size_t i = 1; i + 1 < words.size && words.data[i] != '\n'; i++)
		if (words.data[i] == '*' && words.data[i + 1] == '*')
			return is_blank(words.data[i - 1]) && !(i + 2 < words.size && words.data[i + 2] == '*');
	return false;
}

static void check_bold(reader *r, ramure_str rest, size_t s)
{
	bool open = rest.size > 2 && !is_blank(rest.data[2]), close = s > r->lead && !is_blank(r->fed.data[s - 1]);

	open |= is_spaced_pair(rest);
	if ((rest.size > 2 && rest.data[2] == '*') || (s && r->fed.data[s - 1] == '*') || (!open && !close))
		return;
	ramure_warning(r->ctx, reader_span(r, s, s + 2), "markup", N_("'**' makes nothing bold here"));
	ramure_hint(r->ctx, N_("for bold, put '**' right before the first word and right after the last; for the signs "
			       "themselves, '\\*\\*'"));
}

/* False when it is none, or when a warning of its own tells why. */
static bool check_image(reader *r, size_t s)
{
	ramure_str line = { r->fed.data + s, r->block_end - s }, address;
	const char *end = memchr(line.data, '\n', line.size), *close, *open;

	line.size = end ? (size_t)(end - line.data) : line.size;
	close = memchr(line.data, ']', line.size);
	open = close ? memchr(close, '(', line.size - (size_t)(close - line.data)) : NULL;
	/* An address with spaces has a warning of its own. */
	if (open && open == close + 1 && memchr(open, ')', line.size - (size_t)(open - line.data)))
		return false;
	ramure_warning(r->ctx, reader_span(r, s, s + 2), "markup", N_("'![' shows no image here"));
	if (!open) {
		ramure_hint(r->ctx, N_("write '![what it shows](photo.jpg)'; for the signs themselves, '!\\['"));
		return true;
	}
	address = behind(line, (size_t)(open + 1 - line.data));
	for (size_t i = 0; i < address.size; i++)
		if (address.data[i] == ')' || address.data[i] == '{' || is_blank(address.data[i]))
			address.size = i;
	ramure_hint(r->ctx, N_("write '%.*s(%.*s)', without a space between ']' and '('"), (int)(close + 1 - line.data),
		    line.data, (int)address.size, address.data);
	return true;
}

static bool is_address(ramure_str s)
{
	static const char *const begins[] = { "http://", "https://", "www.", "mailto:", "#" };

	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		if (str_begins(s, begins[i]))
			return true;
	return false;
}

/* `[words] (address)` */
static void check_link(reader *r, size_t s)
{
	ramure_str line = { r->fed.data + s, r->block_end - s }, address;
	size_t words, end;

	line.size = line.size < LONGEST ? line.size : LONGEST;
	for (words = 1; words < line.size && !strchr("[]\n", line.data[words]);)
		words++;
	if (words + 2 >= line.size || !str_begins(behind(line, words), "] ("))
		return;
	address = behind(line, words + 3);
	for (end = 0; end < address.size && address.data[end] != ')' && !is_blank(address.data[end]);)
		end++;
	if (end == address.size || address.data[end] != ')' || !is_address(address))
		return;
	ramure_warning(r->ctx, reader_span(r, s, s + words + end + 4), "markup", N_("this links nothing"));
	ramure_hint(r->ctx, N_("write '%.*s(%.*s)', without a space between ']' and '('"), (int)words + 1, line.data,
		    (int)end, address.data);
}

/* `{…}` that would be known behind an image or at the end of a title. */
static void check_braces(reader *r, ramure_str rest, size_t start, size_t s)
{
	ramure_str inside = behind(rest, 1), line_rest, shown;
	const char *close;
	size_t end;

	if (!attributes_begin(r->ctx, inside) || (s && r->fed.data[s - 1] == ']'))
		return;
	/* What was no image has been told. */
	if (s > start && r->fed.data[s - 1] == ')')
		return;
	inside.size = inside.size < LONGEST ? inside.size : LONGEST;
	close = memchr(inside.data, '}', inside.size);
	if (close)
		inside.size = (size_t)(close - inside.data);
	end = s + 1 + inside.size + (close != NULL);
	line_rest = (ramure_str){ r->fed.data + end, r->block_end > end ? r->block_end - end : 0 };
	/* The end of a title takes them. */
	if (close && r->at->type == RAMURE_HEADING && !trimmed(line_rest).size)
		return;
	shown = source_text_excerpt(r->ctx, (ramure_str){ rest.data, end - s });
	ramure_warning(r->ctx, reader_span(r, s, end), "markup", N_("'%.*s' does nothing here"), (int)shown.size,
		       shown.data);
	ramure_hint(r->ctx,
		    close ? N_("put it right behind an image, without a space, or at the end of a title; for a brace "
			       "in the text, '\\{'")
			  : N_("close it: '%.*s}'; for a brace in the text, '\\{'"),
		    (int)shown.size, shown.data);
}

void marks_check_text(reader *r, ramure_str literal, size_t start)
{
	size_t s = start;

	if (!memchr(literal.data, '*', literal.size) && !memchr(literal.data, '{', literal.size) &&
	    !memchr(literal.data, '!', literal.size) && !memchr(literal.data, '[', literal.size))
		return;
	for (size_t l = 0; l < literal.size && s + 1 < r->block_end;) {
		ramure_str rest = behind(literal, l);

		/* What stands behind a backslash is meant. */
		if (r->fed.data[s] == literal.data[l] && r->fed.data[s + 1] != '\\') {
			if (str_begins(rest, "**"))
				check_bold(r, rest, s);
			else if (str_begins(rest, "![") && check_image(r, s))
				return;
			else if (rest.data[0] == '[' && !(s > r->lead && r->fed.data[s - 1] == '!'))
				check_link(r, s);
			else if (rest.data[0] == '{')
				check_braces(r, rest, start, s);
		}
		if (!reader_step(r, &s, literal, &l))
			l++;
	}
}
