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
	words = data_line_words(r);
	ramure_error(r->ctx, data_line_slip(r),
		     N_("this line stands under none of the lines above: it has %zu spaces before it"), indent);
	data_hint_line(r, nearest, "%.*s", (int)words.size, words.data);
}

/* ---- Blocks ---- */

static data_value *block(data_reader *r, ptrdiff_t parent);
static data_value *members(data_reader *r, data_type type, ptrdiff_t parent);

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
	data_line next;
	size_t end = r->line.end;
	ramure_str before = { bytes + r->line.text, from - r->line.text };
	ramure_str words = source_text_excerpt(r->ctx, (ramure_str){ bytes + from, end - from });

	if (bytes[from] != '#' && bytes[from] != '&' && bytes[from] != '!')
		return false;
	if (bytes[from] != '#')
		for (size_t i = from; i < end; i++)
			if (data_space_at(r, i, end))
				return false;
	next = data_line_below(r);
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
	ramure_str words = data_line_words(r);
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
		words = data_line_words(r);
		ramure_error(r->ctx, data_line_slip(r),
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

/* Where the name of the current line ends and its value begins; false after reporting. */
static bool entry_key(data_reader *r, data_key *key)
{
	ramure_str name, rest;
	size_t colon;

	if (!data_is_dash(r) && data_find_key(r, r->line.text, r->line.end, key))
		return true;
	if (data_is_dash(r) || !misses_space(r, &colon)) {
		data_report_no_name(r);
		return false;
	}
	name = source_text_excerpt(r->ctx, (ramure_str){ r->bytes.data + r->line.text, colon - r->line.text });
	rest = source_text_excerpt(r->ctx, (ramure_str){ r->bytes.data + colon + 1, r->line.end - colon - 1 });
	ramure_error(r->ctx, data_slip(r, colon, 1), N_("a space is missing after the colon"));
	data_hint_line(r, r->line.indent, "%.*s: %.*s", (int)name.size, name.data, (int)rest.size, rest.data);
	*key = (data_key){ .start = r->line.text, .end = colon, .rest = colon + 1 };
	return true;
}

/* Whether the current line stands further left than the items of a list. */
static bool is_left_of(const data_reader *r, const data_value *list)
{
	return list->type == DATA_LIST && !list->inlined && list->at.column > r->line.indent + 1;
}

static void item(data_reader *r, data_value *list);

static void entry(data_reader *r, data_value *map)
{
	size_t indent = r->line.indent;
	data_key key;
	data_value *v;

	if (data_marker_size(r) && map->last && is_left_of(r, map->last)) {
		data_report_far_left(r, map->last);
		item(r, map->last);
		return;
	}
	if (!entry_key(r, &key)) {
		map->broken = true;
		if (data_marker_size(r))
			members(r, DATA_LIST, (ptrdiff_t)indent);
		else
			data_skip_deeper(r, indent);
		return;
	}
	if (key.end - key.start == 2 && memcmp(r->bytes.data + key.start, "<<", 2) == 0) {
		ramure_error(r->ctx, data_line_slip(r),
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
		if (r->line.any && r->line.indent == indent && data_marker_size(r))
			v = members(r, DATA_LIST, (ptrdiff_t)indent);
		else if (r->line.any && r->line.indent > indent)
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
	size_t marker = data_marker_size(r), rest = data_skip_spaces(r, r->line.text + marker, r->line.end);
	bool odd = !data_is_dash(r);
	ramure_string begins = { .text = { r->bytes.data + r->line.text, marker } };
	data_line after = r->line, next;
	data_key key;
	data_value *v;

	/* A list that dashes have begun is one; of any other only its field knows whether it was meant as a text. */
	if (odd && list->first && !list->first->key.text.size)
		data_report_marker(r);
	else if (odd)
		begins.at = source_text_span(r->piece, r->line.text, marker);
	if (rest == r->line.end) {
		data_next_line(r);
		v = r->line.any && r->line.indent > indent ? block(r, (ptrdiff_t)indent) : absent(r, rest);
		data_append(list, v);
		return;
	}
	after.indent += utf8_length((ramure_str){ r->bytes.data + r->line.text, rest - r->line.text });
	after.text = rest;
	/* What is wrong with the marker is said once: the lines below are taken as they stand. */
	if (odd && (next = data_line_below(r)).any && next.indent > indent)
		after.indent = next.indent;
	if (data_dash_at(r, rest, r->line.end) || data_find_key(r, rest, r->line.end, &key)) {
		r->line = after;
		v = block(r, (ptrdiff_t)indent);
	} else if (data_bare_above_names(r, rest)) {
		v = data_new(r, DATA_SCALAR, rest, r->line.end - rest);
		data_skip_deeper(r, indent);
	} else
		v = value(r, (ptrdiff_t)indent, rest);
	if (ramure_given(begins.at))
		v->key = begins;
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
		else if (data_marker_size(r))
			item(r, v);
		else if ((ptrdiff_t)indent == parent)
			break; /* the list stands under its name: this is the next name */
		else {
			data_report_no_item(r, v);
			data_skip_deeper(r, indent);
		}
	}
	r->depth--;
	v->text = source_text_part(r->piece, start, r->read_to > start ? r->read_to - start : 0);
	return v;
}

/* `titre = Réunion`: the sign of other programs behind one word. */
static bool has_equals(const data_reader *r)
{
	const char *bytes = r->bytes.data;
	size_t i = r->line.text;

	while (i < r->line.end && bytes[i] != '=' && !data_space_at(r, i, r->line.end))
		i++;
	i = data_skip_spaces(r, i, r->line.end);
	return i > r->line.text && i < r->line.end && bytes[i] == '=';
}

/* Whether the line after this one, at the same indentation, is an entry of a map. */
static bool map_follows(const data_reader *r)
{
	data_reader ahead = *r;
	data_line next = data_line_below(r);
	data_key key;
	size_t colon;

	ahead.line = next;
	return next.any && next.indent == r->line.indent && !data_is_dash(&ahead) &&
	       (data_find_key(r, next.text, next.end, &key) || misses_space(&ahead, &colon) || has_equals(&ahead));
}

/* The block that the current line begins, opened by a line whose indentation is `parent`. */
static data_value *block(data_reader *r, ptrdiff_t parent)
{
	data_key key;
	size_t colon, marker = data_marker_size(r);
	char first = r->bytes.data[r->line.text];

	if (data_is_dash(r) ||
	    (marker && data_find_key(r, data_skip_spaces(r, r->line.text + marker, r->line.end), r->line.end, &key)))
		return members(r, DATA_LIST, parent);
	if (data_find_key(r, r->line.text, r->line.end, &key) ||
	    ((misses_space(r, &colon) || has_equals(r)) && map_follows(r)))
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
		ramure_error(ctx, data_line_slip(&r), N_("nothing may follow here: the value above is complete"));
	return v;
}
