/* data_line.c: the lines of data, one after the other, without blank ones and comments. */
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/source/data_reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

ramure_span data_slip(data_reader *r, size_t offset, size_t size)
{
	ramure_span at = source_text_span(r->piece, offset, size);

	if (++r->slips == DATA_MOST_SLIPS) {
		ramure_error(r->ctx, at, N_("more than %d slips: what follows was not read"), DATA_MOST_SLIPS);
		r->stopped = true;
	}
	return at;
}

void data_hint_line(data_reader *r, size_t indent, const char *format, ...)
{
	const data_line *here = &r->line;
	ramure_str before = { r->bytes.data + here->start, here->text - here->start };
	char line[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(line, sizeof line, format, arguments);
	va_end(arguments);
	/* Behind a dash the line is only its rest. */
	if (here->any && indent == here->indent && before.size < 40 && memchr(before.data, '-', before.size))
		ramure_hint(r->ctx, N_("write '%.*s%s'"), (int)before.size, before.data, line);
	else
		ramure_hint(r->ctx, N_("write '%*s%s'"), indent < 40 ? (int)indent : 40, "", line);
}

/* Only spaces indent.  A tab, which editors show as they like, counts as one step of two. */
void data_check_indent(data_reader *r, const data_line *line)
{
	ramure_str rest;
	bool tab = false;

	if (!line->odd)
		return;
	for (size_t i = line->start; i < line->text; i++)
		tab |= r->bytes.data[i] == '\t';
	if (tab)
		ramure_error(r->ctx, data_slip(r, line->start, line->text - line->start),
			     N_("a tab stands at the start of this line, where only spaces may"));
	else
		ramure_error(r->ctx, data_slip(r, line->start, line->text - line->start),
			     N_("a no-break space stands at the start of this line, where only ordinary spaces may"));
	rest = source_text_excerpt(r->ctx, (ramure_str){ r->bytes.data + line->text, line->end - line->text });
	data_hint_line(r, line->indent, "%.*s", (int)rest.size, rest.data);
}

/* The line that begins at `start`; its `text` equals its `end` when it is blank. */
data_line data_line_at(const data_reader *r, size_t start)
{
	const char *newline = start < r->bytes.size ? memchr(r->bytes.data + start, '\n', r->bytes.size - start) : NULL;
	data_line line = { .start = start, .text = start, .any = start < r->bytes.size };

	line.end = newline ? (size_t)(newline - r->bytes.data) : r->bytes.size;
	line.next = newline ? line.end + 1 : line.end;
	while (line.text < line.end && data_space_at(r, line.text, line.end)) {
		line.odd |= r->bytes.data[line.text] != ' ';
		line.indent += r->bytes.data[line.text] == '\t' ? 2 : 1;
		utf8_next((ramure_str){ r->bytes.data, line.end }, &line.text);
	}
	/* A no-break space at the end of a line is a space too: step back over whole characters. */
	while (line.end > line.text) {
		size_t last = line.end - 1;

		while (last > line.text && ((unsigned char)r->bytes.data[last] & 0xC0) == 0x80)
			last--;
		if (!data_space_at(r, last, line.end))
			break;
		line.end = last;
	}
	return line;
}

data_line data_line_below(const data_reader *r)
{
	data_line next = r->line;

	do
		next = data_line_at(r, next.next);
	while (next.any && (next.text == next.end || r->bytes.data[next.text] == '#'));
	return next;
}

/* A name indented by a tab under a line that has its value stands where that line's does: further right would be
 * wrong, even with spaces. */
static size_t meant_indent(const data_reader *r, const data_line *above, const data_line *line)
{
	data_key key;

	if (!above->any || line->indent <= above->indent || strchr(":|>", r->bytes.data[above->end - 1]) ||
	    !data_find_key(r, line->text, line->end, &key))
		return line->indent;
	return above->indent;
}

void data_next_line(data_reader *r)
{
	const data_line above = r->line;
	data_line line = r->line;

	if (line.any)
		r->read_to = line.end;
	do
		line = data_line_at(r, line.next);
	while (line.any && (line.text == line.end || r->bytes.data[line.text] == '#'));
	if (r->stopped)
		line = (data_line){ .next = r->bytes.size };
	if (line.any && line.odd)
		line.indent = meant_indent(r, &above, &line);
	r->line = line;
	/* Nothing stands above the first line that says how far in it is: the one below does. */
	if (line.any && line.odd && !r->depth) {
		data_line below = data_line_below(r);

		if (below.any && !below.odd && below.indent < line.indent)
			r->line.indent = below.indent;
	}
	if (line.any)
		data_check_indent(r, &r->line);
}

void data_skip_deeper(data_reader *r, size_t indent)
{
	do
		data_next_line(r);
	while (r->line.any && r->line.indent > indent);
}
