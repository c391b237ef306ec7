/* data_flow.c: lists and maps of the data dialect between brackets. */
#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/context.h"
#include "core/source/data_reader.h"

#include <string.h>

/* One pair of brackets and all within. */
typedef struct flow {
	data_reader *r;
	size_t open; /* the outermost bracket */
	size_t at;
	size_t end;  /* after the bracket that closes it */
	bool broken; /* reported: nothing more is made of it */
} flow;

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Finds the bracket that closes the one at `from`, on this line or on those below that stand further right than the
 * line that opened it (or begin with the closing bracket).  Quotes count where a value may begin. */
static bool find_end(const data_reader *r, ptrdiff_t parent, size_t from, size_t *close, data_line *last)
{
	data_line line = r->line;
	size_t depth = 0;
	bool begins = true;

	for (size_t i = from;; i++) {
		char c;

		while (i >= line.end) {
			do
				line = data_line_at(r, line.next);
			while (line.any && (line.text == line.end || r->bytes.data[line.text] == '#'));
			if (!line.any || ((ptrdiff_t)line.indent <= parent && !strchr("]}", r->bytes.data[line.text])))
				return false;
			i = line.text;
		}
		c = r->bytes.data[i];
		if (begins && (c == '"' || c == '\'')) {
			i = data_closing_quote(r, i, line.end);
			begins = false;
			continue;
		}
		if (c == '[' || c == '{')
			depth++;
		else if ((c == ']' || c == '}') && --depth == 0) {
			*close = i;
			*last = line;
			return true;
		}
		begins = c == '[' || c == '{' || c == ',' || c == ':' || (begins && c == ' ');
	}
}

/* ---- Words ---- */

/* The entries between brackets, one a line, as they would stand without: a comma between figures stays. */
static void hint_lines(const flow *f)
{
	const data_reader *r = f->r;
	const char *bytes = r->bytes.data;
	ramure_str prefix = { bytes + r->line.text, f->open - r->line.text };
	bool list = bytes[f->open] == '[';
	size_t start = f->open + 1, depth = 0, shown = 0;
	buf hint = buf_on(r->ctx->arena);

	while (prefix.size && prefix.data[prefix.size - 1] == ' ')
		prefix.size--;
	buf_puts(&hint, _("write it in lines:"));
	if (prefix.size > 1 || !prefix.size || prefix.data[0] != '-')
		buf_format(&hint, "\n%.*s", (int)prefix.size, prefix.data);
	for (size_t i = start; i < f->end && shown < 6; i++) {
		bool decimal = i > start && i + 1 < f->end && is_digit(bytes[i - 1]) && is_digit(bytes[i + 1]);
		ramure_str entry;

		depth += bytes[i] == '[' || bytes[i] == '{';
		if (depth && (bytes[i] == ']' || bytes[i] == '}')) {
			depth--;
			continue;
		}
		if (depth || !((bytes[i] == ',' && !decimal) || i + 1 == f->end))
			continue;
		while (start < i && (bytes[start] == ' ' || bytes[start] == '\n'))
			start++;
		entry = source_text_excerpt(r->ctx, (ramure_str){ bytes + start, i - start });
		if (entry.size)
			buf_format(&hint, "\n%s%s%.*s", prefix.size == 1 && !list && !shown ? "- " : "  ",
				   list ? "- " : "", (int)entry.size, entry.data);
		shown += entry.size > 0;
		start = i + 1;
	}
	ramure_hint(r->ctx, "%s", buf_str(&hint).data);
}

static ramure_span slip(flow *f, size_t offset, size_t size)
{
	f->broken = true;
	return data_slip(f->r, offset, size);
}

/* The sign at hand; zero at the end. */
static char sign(const flow *f)
{
	return f->at < f->end ? f->r->bytes.data[f->at] : '\0';
}

static bool one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

static char closer(char opener)
{
	return opener == '[' ? ']' : '}';
}

/* ---- Reading ---- */

static void skip_blank(flow *f)
{
	const char *bytes = f->r->bytes.data;

	for (;;) {
		f->at = data_skip_spaces(f->r, f->at, f->end);
		if (f->at >= f->end || bytes[f->at] != '\n')
			return;
		f->at = data_skip_spaces(f->r, f->at + 1, f->end);
		if (f->at < f->end && bytes[f->at] == '#') {
			const char *newline = memchr(bytes + f->at, '\n', f->end - f->at);

			f->at = newline ? (size_t)(newline - bytes) : f->end;
		}
	}
}

/* Signs that YAML gives a meaning when a value between brackets begins with them. */
static bool check_first_sign(flow *f)
{
	char c = sign(f);

	if (!one_of(c, "&*!>|@%`") && !(c == '-' && data_space_at(f->r, f->at + 1, f->end)))
		return true;
	ramure_error(f->r->ctx, slip(f, f->at, 1), N_("a value between brackets cannot begin with '%c'"), c);
	hint_lines(f);
	return false;
}

/* Text up to the next comma or bracket of this level; brackets within it are its own. */
static size_t plain_end(const flow *f)
{
	const char *bytes = f->r->bytes.data;
	size_t depth = 0, i;

	for (i = f->at; i < f->end; i++) {
		if (bytes[i] == '[' || bytes[i] == '{')
			depth++;
		else if (bytes[i] == ']' || bytes[i] == '}') {
			if (!depth)
				break;
			depth--;
		} else if (bytes[i] == ',' && !depth)
			break;
	}
	return i;
}

static size_t trimmed_end(const flow *f, size_t from, size_t end)
{
	const char *bytes = f->r->bytes.data;

	while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\n'))
		end--;
	return end;
}

/* 35,2 between brackets would be two values. */
static bool check_decimal(flow *f, size_t from, size_t end)
{
	const char *bytes = f->r->bytes.data;
	size_t after = end + 1;

	if (end == from || after >= f->end || bytes[end] != ',' || !is_digit(bytes[end - 1]) ||
	    !is_digit(bytes[end + 1]))
		return true;
	while (after < f->end && is_digit(bytes[after]))
		after++;
	while (from < end - 1 && !is_digit(bytes[from]))
		from++;
	ramure_error(f->r->ctx, slip(f, from, after - from),
		     N_("between brackets a comma separates two values, so '%.*s' cannot stand there"),
		     (int)(after - from < 40 ? after - from : 40), bytes + from);
	hint_lines(f);
	return false;
}

static data_value *flow_value(flow *f);

static data_value *flow_scalar(flow *f)
{
	size_t from = f->at, end;
	data_value *v = NULL;

	if (one_of(sign(f), "\"'")) {
		end = data_closing_quote(f->r, from, f->end);
		if (end < f->end) {
			v = data_quoted(f->r, from, end + 1);
			f->at = end + 1;
			skip_blank(f);
			if (v && one_of(sign(f), ",]}"))
				return v;
			f->at = from;
		}
	}
	if (!check_first_sign(f))
		return NULL;
	end = plain_end(f);
	if (!check_decimal(f, from, end))
		return NULL;
	f->at = end;
	return data_new(f->r, DATA_SCALAR, from, trimmed_end(f, from, end) - from);
}

static void report_no_name(flow *f, size_t from, size_t end)
{
	ramure_str entry = source_text_excerpt(
		f->r->ctx, (ramure_str){ f->r->bytes.data + from, trimmed_end(f, from, end) - from });
	const char *colon = entry.size ? memchr(entry.data, ':', entry.size) : NULL;

	if (colon && colon > entry.data) {
		/* The excerpt may be a shortened copy, with the same beginning. */
		ramure_error(f->r->ctx, slip(f, from + (size_t)(colon - entry.data), 1),
			     N_("a space is missing after the colon"));
		ramure_hint(f->r->ctx, N_("write '%.*s: %.*s'"), (int)(colon - entry.data), entry.data,
			    (int)(entry.size - (size_t)(colon - entry.data) - 1), colon + 1);
		return;
	}
	ramure_error(f->r->ctx, slip(f, from, end - from),
		     N_("between braces a comma separates, and '%.*s' has no name of its own"), (int)entry.size,
		     entry.data);
	hint_lines(f);
}

/* The name of an entry, up to and with its colon. */
static bool flow_name(flow *f, size_t *start, size_t *end)
{
	size_t limit = plain_end(f);
	data_key key;

	if (one_of(sign(f), "\"'"))
		limit = f->end;
	else if (!check_first_sign(f))
		return false;
	if (!data_find_key(f->r, f->at, limit, &key)) {
		report_no_name(f, f->at, plain_end(f));
		return false;
	}
	*start = key.start;
	*end = key.end;
	f->at = key.rest;
	skip_blank(f);
	return true;
}

static void flow_entry(flow *f, data_value *parent)
{
	size_t start = 0, end = 0;
	bool map = parent->type == DATA_MAP;
	data_value *v;

	if (map && !flow_name(f, &start, &end))
		return;
	if (map && one_of(sign(f), ",}")) {
		v = data_new(f->r, DATA_SCALAR, f->at, 0);
		v->absent = true;
	} else
		v = flow_value(f);
	if (!v)
		return;
	if (map)
		data_set_key(f->r, parent, v, start, end - start);
	data_append(parent, v);
}

/* After an entry: a comma, or the closing bracket. */
static bool flow_goes_on(flow *f, char opener)
{
	char c;

	skip_blank(f);
	c = sign(f);
	if (c == closer(opener))
		return false;
	if (c == ',') {
		f->at++;
		skip_blank(f);
		if (sign(f) != ',')
			return sign(f) != closer(opener);
		ramure_error(f->r->ctx, slip(f, f->at, 1), N_("nothing stands between these two commas"));
		hint_lines(f);
	} else if (!c) {
		ramure_error(f->r->ctx, slip(f, f->open, 1), N_("'%c' is not closed by '%c'"), opener, closer(opener));
	} else if (c == ']' || c == '}') {
		ramure_error(f->r->ctx, slip(f, f->at, 1), N_("'%c' is closed by '%c'"), opener, c);
		ramure_hint(f->r->ctx, N_("write '%c' here"), closer(opener));
	} else {
		ramure_error(f->r->ctx, slip(f, f->at, 1), N_("a comma is missing before '%c'"), c);
		hint_lines(f);
	}
	return false;
}

static data_value *flow_value(flow *f)
{
	char opener = sign(f);
	size_t open = f->at;
	data_value *v;

	if (opener != '[' && opener != '{')
		return flow_scalar(f);
	if (!data_enter(f->r, f->at)) {
		f->broken = true;
		return NULL;
	}
	v = data_new(f->r, opener == '[' ? DATA_LIST : DATA_MAP, f->at, 1);
	v->inlined = true;
	f->at++;
	skip_blank(f);
	if (sign(f) != closer(opener))
		do
			flow_entry(f, v);
		while (!f->broken && !f->r->stopped && flow_goes_on(f, opener));
	f->r->depth--;
	if (f->broken || f->r->stopped)
		return v;
	f->at++;
	v->text = source_text_part(f->r->piece, open, f->at - open);
	return v;
}

static data_value *unclosed(data_reader *r, size_t from)
{
	char opener = r->bytes.data[from];
	ramure_str line = { r->bytes.data + r->line.text, r->line.end - r->line.text };
	data_value *v = data_new(r, DATA_SCALAR, from, r->line.end - from);

	line = source_text_excerpt(r->ctx, line);
	ramure_error(r->ctx, data_slip(r, from, 1), N_("'%c' is not closed by '%c'"), opener, closer(opener));
	data_hint_line(r, r->line.indent, "%.*s%c", (int)line.size, line.data, closer(opener));
	return v;
}

data_value *data_flow(data_reader *r, ptrdiff_t parent, size_t from)
{
	flow f = { .r = r, .open = from, .at = from };
	size_t close;
	data_line last;
	data_value *v;

	if (!find_end(r, parent, from, &close, &last)) {
		v = unclosed(r, from);
		data_skip_deeper(r, parent < 0 ? 0 : (size_t)parent);
		return v;
	}
	if (close + 1 < last.end && last.start == r->line.start)
		return NULL;
	f.end = close + 1;
	v = flow_value(&f);
	if (!v)
		v = data_new(r, DATA_SCALAR, from, 0);
	if (!f.broken && (f.at < f.end || close + 1 < last.end))
		ramure_error(r->ctx, data_slip(r, close + 1, last.end - close - 1),
			     N_("nothing may follow the bracket that closes a list"));
	r->line = last;
	data_next_line(r);
	return v;
}
