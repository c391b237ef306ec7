/* diag.c: keeping messages, and showing them with the line they are about. */
#include "core/base/diag.h"

#include "core/base/gettext.h"
#include "core/base/utf8.h"

#include <string.h>

/* Wider lines are shown around the place only. */
enum { WIDEST_LINE = 160, CONTEXT = 60 };

void diagnostics_init(diagnostics *d, arena *a)
{
	*d = (diagnostics){ .arena = a };
}

static bool same_place(ramure_span a, ramure_span b)
{
	return a.file == b.file && a.line == b.line && a.column == b.column;
}

void diagnostics_add(diagnostics *d, severity s, const char *name, ramure_span at, ramure_str message)
{
	diagnostic *fresh;

	d->last_was_kept = false;
	if (d->counts[s] >= DIAGNOSTICS_MOST && s != SEVERITY_FAILURE) {
		d->counts[s]++;
		return;
	}
	for (const diagnostic *old = d->first; old; old = old->next)
		if (old->severity == s && same_place(old->at, at) && ramure_str_equal(old->message, message))
			return;
	fresh = arena_alloc(d->arena, sizeof *fresh);
	*fresh = (diagnostic){ .severity = s, .name = name, .at = at, .message = message };
	if (d->last)
		d->last->next = fresh;
	else
		d->first = fresh;
	d->last = fresh;
	d->counts[s]++;
	d->kept++;
	d->last_was_kept = true;
}

void diagnostics_hint(diagnostics *d, ramure_str hint)
{
	buf both = buf_on(d->arena);

	if (!d->last || !d->last_was_kept)
		return;
	if (d->last->hint.size) {
		buf_put_str(&both, d->last->hint);
		buf_putc(&both, '\n');
	}
	buf_put_str(&both, hint);
	d->last->hint = buf_str(&both);
}

bool diagnostics_failed(const diagnostics *d)
{
	return d->counts[SEVERITY_ERROR] + d->counts[SEVERITY_FAILURE] > 0;
}

/* The line with that number, without its end. */
static ramure_str line_of(ramure_str text, uint32_t number)
{
	size_t start = 0;
	const char *end;

	for (uint32_t line = 1; line < number; line++) {
		const char *newline = start < text.size ? memchr(text.data + start, '\n', text.size - start) : NULL;

		if (!newline)
			return (ramure_str){ 0 };
		start = (size_t)(newline - text.data) + 1;
	}
	if (start >= text.size)
		return (ramure_str){ 0 };
	end = memchr(text.data + start, '\n', text.size - start);
	text = (ramure_str){ text.data + start, end ? (size_t)(end - text.data) - start : text.size - start };
	if (text.size && text.data[text.size - 1] == '\r')
		text.size--;
	return text;
}

/* What a terminal obeys: the sets C0 and C1 of ECMA-48, DEL, and what turns the words behind it round (UAX 9). */
static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Puts the characters [from, to) of a line, each tab and control character as one space so that the underline stands
 * under its place. */
static void put_characters(buf *out, ramure_str line, size_t from, size_t to)
{
	size_t i = 0;

	for (size_t n = 0; i < line.size && n < to; n++) {
		uint32_t c = utf8_next(line, &i);

		if (n >= from)
			buf_put_utf8(out, is_control(c) ? ' ' : c);
	}
}

static void show_line(buf *out, ramure_span at, ramure_str line)
{
	size_t length = utf8_length(line);
	size_t column = at.column ? at.column - 1 : 0;
	size_t from = 0, to = length;
	size_t under = at.length ? at.length : 1;

	if (!line.size)
		return;
	if (length > WIDEST_LINE) {
		from = column > CONTEXT ? column - CONTEXT : 0;
		to = from + WIDEST_LINE < length ? from + WIDEST_LINE : length;
	}
	buf_format(out, "%6u | %s", at.line, from ? "…" : "");
	put_characters(out, line, from, to);
	buf_puts(out, to < length ? "…\n" : "\n");
	if (!at.column || column < from || column > to)
		return;
	if (under > to - column)
		under = to > column ? to - column : 1;
	buf_puts(out, "       | ");
	buf_fill(out, ' ', column - from + (from ? 1 : 0));
	buf_putc(out, '^');
	buf_fill(out, '~', under - 1);
	buf_putc(out, '\n');
}

static const char *severity_word(severity s)
{
	switch (s) {
	case SEVERITY_INFO:
		return _("note");
	case SEVERITY_ADVICE:
		return _("advice");
	case SEVERITY_WARNING:
		return _("warning");
	case SEVERITY_ERROR:
	case SEVERITY_FAILURE:
		return _("error");
	}
	return "";
}

static const char *severity_colour(severity s)
{
	return s >= SEVERITY_ERROR ? "\033[1;31m" : s == SEVERITY_WARNING ? "\033[1;35m" : "\033[1;36m";
}

/* Words out of a source or from a command line: no sign of theirs may steer a terminal. */
static void put_words(buf *out, ramure_str words)
{
	for (size_t at = 0, start = 0; at < words.size; start = at) {
		uint32_t c = utf8_next(words, &at);

		if (is_control(c))
			buf_put_utf8(out, 0xFFFD);
		else
			buf_put(out, words.data + start, at - start);
	}
}

static void put_place(buf *out, const diagnostic *d, ramure_str file_name)
{
	if (file_name.size)
		put_words(out, file_name);
	else
		buf_puts(out, "ramure");
	if (file_name.size && d->at.line)
		buf_format(out, ":%u:%u", d->at.line, d->at.column ? d->at.column : 1);
	buf_puts(out, ": ");
}

static void put_hint(buf *out, const diagnostic *d, ramure_str file_name)
{
	size_t start = 0;

	while (start < d->hint.size) {
		const char *end = memchr(d->hint.data + start, '\n', d->hint.size - start);
		size_t size = end ? (size_t)(end - d->hint.data) - start : d->hint.size - start;

		put_place(out, d, file_name);
		buf_format(out, "%s: ", _("hint"));
		put_words(out, (ramure_str){ d->hint.data + start, size });
		buf_putc(out, '\n');
		start += size + 1;
	}
}

void diagnostic_show(buf *out, const diagnostic *d, ramure_str file_name, ramure_str file_text, bool colour)
{
	put_place(out, d, file_name);
	if (colour)
		buf_puts(out, severity_colour(d->severity));
	buf_format(out, "%s: ", severity_word(d->severity));
	if (colour)
		buf_puts(out, "\033[0m");
	put_words(out, d->message);
	if (d->name)
		buf_format(out, " [%s]", d->name);
	buf_putc(out, '\n');
	if (d->at.line)
		show_line(out, d->at, line_of(file_text, d->at.line));
	put_hint(out, d, file_name);
}
