/* data.c: lists and maps of the data dialect, told apart by indentation.
 *
 * The dialect has its own reader: a pass that hides from libyaml all that YAML would refuse or change in ordinary
 * French would have to know where values begin and end, which is the reader, and would lose the places on its way. */
#include "core/source/data.h"

#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/source/data_reader.h"

#include <string.h>

static bool is_dash(const data_reader *r)
{
	return data_dash_at(r, r->line.text, r->line.end);
}

static ramure_str line_words(const data_reader *r)
{
	return source_text_excerpt(r->ctx, (ramure_str){ r->bytes.data + r->line.text, r->line.end - r->line.text });
}

static ramure_span line_slip(data_reader *r)
{
	return data_slip(r, r->line.text, r->line.end - r->line.text);
}

/* `titre:Réunion`, which is neither an hour nor an address. */
static bool misses_space(const data_reader *r, size_t *colon)
{
	const char *bytes = r->bytes.data;
	const char *found = memchr(bytes + r->line.text, ':', r->line.end - r->line.text);
	bool letters = false;

	if (!found || found == bytes + r->line.text)
		return false;
	*colon = (size_t)(found - bytes);
	for (size_t i = r->line.text; i < *colon; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if (!(c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
		      c == ' '))
			return false;
		letters |= c != ' ' && c != '-';
	}
	return letters && !(*colon + 2 < r->line.end && memcmp(found + 1, "//", 2) == 0);
}

/* ---- Indentation ---- */

/* A line that stands under none of the open blocks is put under the nearest. */
static void settle(data_reader *r)
{
	size_t indent = r->line.indent, nearest = 0, distance = SIZE_MAX;
	ramure_str words;

	if (!r->line.any || !r->depth || indent > r->indents[r->depth - 1])
		return;
	for (size_t i = r->depth; i-- > 0;) {
		size_t here = r->indents[i];
		size_t off = here > indent ? here - indent : indent - here;

		if (off < distance) {
			nearest = here;
			distance = off;
		}
	}
	if (distance == 0)
		return;
	r->line.indent = nearest;
	if (r->line.odd)
		return;
	words = line_words(r);
	ramure_error(r->ctx, line_slip(r),
		     N_("this line stands under none of the lines above: it has %zu spaces before it"), indent);
	data_hint_line(r, nearest, "%.*s", (int)words.size, words.data);
}

/* ---- Blocks ---- */

static data_value *block(data_reader *r, ptrdiff_t parent);

static data_value *absent(data_reader *r, size_t at)
{
	data_value *v = data_new(r, DATA_SCALAR, at, 0);

	v->absent = true;
	return v;
}

/* What opens nothing, and yet stands where a block is opened: a comment after a name, an anchor, a tag. */
static bool opens_block(data_reader *r, ptrdiff_t parent, size_t from)
{
	const char *bytes = r->bytes.data;
	data_line next = r->line;
	size_t end = r->line.end;
	ramure_str before = { bytes + r->line.text, from - r->line.text };
	ramure_str words = source_text_excerpt(r->ctx, (ramure_str){ bytes + from, end - from });

	if (bytes[from] != '#' && bytes[from] != '&' && bytes[from] != '!')
		return false;
	if (bytes[from] != '#')
		for (size_t i = from; i < end; i++)
			if (data_space_at(r, i, end))
				return false;
	do
		next = data_line_at(r, next.next);
	while (next.any && (next.text == next.end || bytes[next.text] == '#'));
	if (!next.any || (ptrdiff_t)next.indent <= parent)
		return false;
	while (before.size && before.data[before.size - 1] == ' ')
		before.size--;
	before = source_text_excerpt(r->ctx, before);
	if (bytes[from] == '#') {
		ramure_error(r->ctx, data_slip(r, from, end - from),
			     N_("a comment stands on a line of its own: after a name, '#' begins its value"));
		ramure_hint(r->ctx, N_("write '%.*s', and above it, on its own line, '%.*s'"), (int)before.size,
			    before.data, (int)words.size, words.data);
	} else {
		ramure_error(r->ctx, data_slip(r, from, end - from),
			     bytes[from] == '&' ? N_("'%.*s' names a value for later, which is not known here")
						: N_("'%.*s' gives a value a type, which its field does already"),
			     (int)words.size, words.data);
		data_hint_line(r, r->line.indent, "%.*s", (int)before.size, before.data);
	}
	return true;
}

static data_value *unclosed_quote(data_reader *r, ptrdiff_t parent, size_t from)
{
	char quote = r->bytes.data[from];
	ramure_str words = line_words(r);
	data_value *v;

	ramure_error(r->ctx, data_slip(r, from, r->line.end - from),
		     N_("the quote %c is opened, and not closed on its line"), quote);
	data_hint_line(r, r->line.indent, "%.*s%c", (int)words.size, words.data, quote);
	v = data_plain(r, parent, from + 1);
	v->quoted = true;
	return v;
}

/* After a value that ends with its line, nothing may stand further right. */
static void refuse_deeper(data_reader *r, ptrdiff_t parent)
{
	ramure_str words;

	if (!r->line.any || (ptrdiff_t)r->line.indent <= parent)
		return;
	if (!r->line.odd) {
		words = line_words(r);
		ramure_error(r->ctx, line_slip(r),
			     N_("this line stands further right than the one above, which already has its value"));
		data_hint_line(r, parent < 0 ? 0 : (size_t)parent, "%.*s", (int)words.size, words.data);
	}
	data_skip_deeper(r, parent < 0 ? 0 : (size_t)parent);
}

/* `|` or `>`, alone or with YAML's signs for what ends the lines. */
static bool is_lines_marker(const data_reader *r, size_t from)
{
	size_t i = from + 1;

	while (i < r->line.end && strchr("-+0123456789", r->bytes.data[i]))
		i++;
	return i == r->line.end;
}

/* The value that begins at `from` on the current line, opened by a line whose indentation is `parent`. */
static data_value *value(data_reader *r, ptrdiff_t parent, size_t from)
{
	data_value *v = NULL;

	switch (r->bytes.data[from]) {
	case '#':
	case '&':
	case '!':
		if (opens_block(r, parent, from)) {
			data_next_line(r);
			return r->line.any ? block(r, parent) : absent(r, from);
		}
		break;
	case '|':
	case '>':
		if (is_lines_marker(r, from))
			return data_block_of_lines(r, parent, from);
		break;
	case '"':
	case '\'':
		v = data_quoted(r, from, r->line.end);
		if (v)
			data_next_line(r);
		else if (data_closing_quote(r, from, r->line.end) == r->line.end)
			return unclosed_quote(r, parent, from);
		break;
	case '[':
	case '{':
		v = data_flow(r, parent, from);
		break;
	}
	if (!v)
		return data_plain(r, parent, from);
	refuse_deeper(r, parent);
	return v;
}

static bool is_rule(const data_reader *r)
{
	for (size_t i = r->line.text; i < r->line.end; i++)
		if (r->bytes.data[i] != '-')
			return false;
	return r->line.end - r->line.text >= 3;
}

/* A line in the place of an item that begins with no dash and a space. */
static void report_no_item(data_reader *r)
{
	ramure_str words = line_words(r);
	bool dash = words.size > 1 && words.data[0] == '-';
	size_t bullet = data_bullet_size(words);

	if (is_rule(r)) {
		ramure_error(r->ctx, line_slip(r), N_("a line of dashes means nothing here"));
		ramure_hint(r->ctx, N_("remove it"));
	} else if (dash) {
		ramure_error(r->ctx, line_slip(r), N_("a space is missing after the dash"));
		data_hint_line(r, r->line.indent, "- %.*s", (int)words.size - 1, words.data + 1);
	} else if (bullet) {
		ramure_error(r->ctx, line_slip(r), N_("an item of a list begins with '- '"));
		data_hint_line(r, r->line.indent, "- %.*s", (int)(words.size - bullet), words.data + bullet);
	} else {
		ramure_error(r->ctx, line_slip(r), N_("this line stands among the items of a list and is none"));
		data_hint_line(r, r->line.indent, "- %.*s", (int)words.size, words.data);
		ramure_hint(r->ctx, N_("or, if it goes on with the item above, put two more spaces before it"));
	}
}

/* A line among `name: value` that is none. */
static void report_no_name(data_reader *r)
{
	ramure_str words = line_words(r);
	const char *stop = words.data, *end = words.data + words.size;

	while (stop < end && *stop != ' ' && *stop != '=')
		stop++;
	if (is_rule(r)) {
		ramure_error(r->ctx, line_slip(r), N_("a line of dashes means nothing here"));
		ramure_hint(r->ctx, N_("remove it"));
		return;
	}
	if (is_dash(r)) {
		ramure_error(r->ctx, line_slip(r), N_("an item of a list stands among names: the list has no name"));
		ramure_hint(r->ctx, N_("write the list's name above its first item, as in 'items:'"));
		return;
	}
	if (data_bullet_size(words)) {
		report_no_item(r);
		return;
	}
	ramure_error(r->ctx, line_slip(r), N_("this line has no name: '%.*s'"), (int)words.size, words.data);
	if (stop < end) {
		const char *rest = stop;

		while (rest < end && (*rest == ' ' || *rest == '='))
			rest++;
		data_hint_line(r, r->line.indent, "%.*s: %.*s", (int)(stop - words.data), words.data, (int)(end - rest),
			       rest);
	} else {
		ramure_hint(r->ctx, N_("begin it with the name of what it says, as in 'title: %.*s'"), (int)words.size,
			    words.data);
	}
	ramure_hint(r->ctx, N_("or, if it goes on with the text above, put two more spaces before it"));
}

/* Where the name of the current line ends and its value begins; false after reporting. */
static bool entry_key(data_reader *r, data_key *key)
{
	ramure_str name, rest;
	size_t colon;

	if (!is_dash(r) && data_find_key(r, r->line.text, r->line.end, key))
		return true;
	if (is_dash(r) || !misses_space(r, &colon)) {
		report_no_name(r);
		return false;
	}
	name = source_text_excerpt(r->ctx, (ramure_str){ r->bytes.data + r->line.text, colon - r->line.text });
	rest = source_text_excerpt(r->ctx, (ramure_str){ r->bytes.data + colon + 1, r->line.end - colon - 1 });
	ramure_error(r->ctx, data_slip(r, colon, 1), N_("a space is missing after the colon"));
	data_hint_line(r, r->line.indent, "%.*s: %.*s", (int)name.size, name.data, (int)rest.size, rest.data);
	*key = (data_key){ .start = r->line.text, .end = colon, .rest = colon + 1 };
	return true;
}

static void entry(data_reader *r, data_value *map)
{
	size_t indent = r->line.indent;
	data_key key;
	data_value *v;

	if (!entry_key(r, &key)) {
		data_skip_deeper(r, indent);
		return;
	}
	if (key.end - key.start == 2 && memcmp(r->bytes.data + key.start, "<<", 2) == 0) {
		ramure_error(r->ctx, line_slip(r),
			     N_("'<<' takes over values from elsewhere, which is not known here"));
		ramure_hint(r->ctx, N_("write these values out"));
		data_skip_deeper(r, indent);
		return;
	}
	if (key.rest < r->line.end) {
		v = value(r, (ptrdiff_t)indent, key.rest);
	} else {
		data_next_line(r);
		/* The items of a list may stand under the first letter of its name. */
		if (r->line.any && (r->line.indent > indent || (r->line.indent == indent && is_dash(r))))
			v = block(r, (ptrdiff_t)indent);
		else
			v = absent(r, key.rest);
	}
	data_set_key(r, map, v, key.start, key.end - key.start);
	data_append(map, v);
}

static void item(data_reader *r, data_value *list)
{
	size_t indent = r->line.indent;
	size_t rest = data_skip_spaces(r, r->line.text + 1, r->line.end);
	data_line after = r->line;
	data_key key;
	data_value *v;

	if (rest == r->line.end) {
		data_next_line(r);
		v = r->line.any && r->line.indent > indent ? block(r, (ptrdiff_t)indent) : absent(r, rest);
		data_append(list, v);
		return;
	}
	after.indent += utf8_length((ramure_str){ r->bytes.data + r->line.text, rest - r->line.text });
	after.text = rest;
	if (data_dash_at(r, rest, r->line.end) || data_find_key(r, rest, r->line.end, &key)) {
		r->line = after;
		v = block(r, (ptrdiff_t)indent);
	} else
		v = value(r, (ptrdiff_t)indent, rest);
	data_append(list, v);
}

/* A list or a map: the lines that stand at the indentation of the first. */
static data_value *members(data_reader *r, data_type type, ptrdiff_t parent)
{
	size_t indent = r->line.indent, start = r->line.text;
	data_value *v = data_new(r, type, start, r->line.end - start);

	if (!data_enter(r, start))
		return v;
	for (settle(r); r->line.any && r->line.indent >= indent && !r->stopped; settle(r)) {
		if (r->line.indent > indent)
			refuse_deeper(r, (ptrdiff_t)indent);
		else if (type == DATA_MAP)
			entry(r, v);
		else if (is_dash(r))
			item(r, v);
		else if ((ptrdiff_t)indent == parent)
			break; /* the list stands under its name: this is the next name */
		else {
			report_no_item(r);
			data_skip_deeper(r, indent);
		}
	}
	r->depth--;
	v->text = source_text_part(r->piece, start, r->read_to > start ? r->read_to - start : 0);
	return v;
}

/* Whether the line after this one, at the same indentation, is an entry of a map. */
static bool map_follows(const data_reader *r)
{
	data_reader ahead = *r;
	data_line next = r->line;
	data_key key;
	size_t colon;

	do
		next = data_line_at(r, next.next);
	while (next.any && (next.text == next.end || r->bytes.data[next.text] == '#'));
	ahead.line = next;
	return next.any && next.indent == r->line.indent && !is_dash(&ahead) &&
	       (data_find_key(r, next.text, next.end, &key) || misses_space(&ahead, &colon));
}

/* The block that the current line begins, opened by a line whose indentation is `parent`. */
static data_value *block(data_reader *r, ptrdiff_t parent)
{
	data_key key;
	size_t colon;
	char first = r->bytes.data[r->line.text];

	if (is_dash(r))
		return members(r, DATA_LIST, parent);
	if (data_find_key(r, r->line.text, r->line.end, &key) || (misses_space(r, &colon) && map_follows(r)))
		return members(r, DATA_MAP, parent);
	if (first == '"' || first == '\'' || first == '[' || first == '{' || first == '|' || first == '>')
		return value(r, parent, r->line.text);
	return data_bare_lines(r, parent);
}

data_value *data_read(ramure_ctx *ctx, const source_text *text)
{
	data_reader r = { .ctx = ctx, .piece = text, .bytes = text->text };
	data_value *v;

	data_next_line(&r);
	if (!r.line.any)
		return NULL;
	v = block(&r, -1);
	if (r.line.any && !r.stopped)
		ramure_error(ctx, line_slip(&r), N_("nothing may follow here: the value above is complete"));
	return v;
}
