/* data_slips.c: lines that are no item, or no name with its value, where one must stand. */
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/source/data_reader.h"
#include "core/source/fields.h"

#include <string.h>

bool data_is_dash(const data_reader *r)
{
	return data_dash_at(r, r->line.text, r->line.end);
}

/* A line of dashes alone. */
static bool is_rule(const data_reader *r)
{
	for (size_t i = r->line.text; i < r->line.end; i++)
		if (r->bytes.data[i] != '-')
			return false;
	return r->line.end - r->line.text >= 3;
}

size_t data_marker_size(const data_reader *r)
{
	ramure_str words = { r->bytes.data + r->line.text, r->line.end - r->line.text };

	if (data_is_dash(r))
		return 1;
	if (words.data[0] == '-')
		return is_rule(r) ? 0 : 1;
	return data_bullet_size(words);
}

ramure_str data_line_words(const data_reader *r)
{
	return source_text_excerpt(r->ctx, (ramure_str){ r->bytes.data + r->line.text, r->line.end - r->line.text });
}

ramure_span data_line_slip(data_reader *r)
{
	return data_slip(r, r->line.text, r->line.end - r->line.text);
}

static void report_rule(data_reader *r)
{
	ramure_error(r->ctx, data_line_slip(r), N_("a line of dashes means nothing here"));
	ramure_hint(r->ctx, N_("remove it"));
}

void data_report_marker(data_reader *r)
{
	ramure_str words = data_line_words(r);
	size_t bullet = data_bullet_size(words), marker = bullet ? bullet : 1;

	ramure_error(r->ctx, data_line_slip(r),
		     bullet ? N_("an item of a list begins with '- '") : N_("a space is missing after the dash"));
	data_hint_line(r, r->line.indent, "- %.*s", (int)(words.size - marker), words.data + marker);
}

/* Whether a name is the one that the item above begins with. */
static bool begins_item(const data_reader *r, const data_value *above, const data_key *key)
{
	ramure_str name = { r->bytes.data + key->start, key->end - key->start };

	return above->first && ramure_str_equal(above->first->name, utf8_fold_name(data_arena(r->ctx), name));
}

/* A line among the items of a list that begins none.  A name goes on with the item above, as far in as its names. */
void data_report_no_item(data_reader *r, const data_value *list)
{
	ramure_str words = data_line_words(r);
	const data_value *above = list->last;
	data_key key;
	bool named;

	if (is_rule(r)) {
		report_rule(r);
		return;
	}
	ramure_error(r->ctx, data_line_slip(r), N_("this line stands among the items of a list and is none"));
	named = data_find_key(r, r->line.text, r->line.end, &key);
	if (named && above && above->type == DATA_MAP && !begins_item(r, above, &key))
		data_hint_line(r, above->first ? above->first->key.at.column - 1 : r->line.indent + 2, "%.*s",
			       (int)words.size, words.data);
	else
		data_hint_line(r, r->line.indent, "- %.*s", (int)words.size, words.data);
	/* What the list is in has no name for it: it may have been begun by its items alone. */
	if (named && r->depth == 1)
		ramure_hint(r->ctx, N_("or, if it is said of more than an item, write it above the first one, and "
				       "'items:' between the two"));
	else if (!named)
		ramure_hint(r->ctx, N_("or, if it goes on with the item above, put two more spaces before it"));
}

void data_report_far_left(data_reader *r, const data_value *list)
{
	ramure_str words = data_line_words(r);
	data_line below = data_line_below(r);
	size_t indent = list->at.column - 1;

	ramure_error(r->ctx, data_line_slip(r), N_("this item stands further left than those above"));
	data_hint_line(r, indent, "%.*s", (int)words.size, words.data);
	if (below.any && below.indent > r->line.indent && !below.odd)
		ramure_hint(r->ctx, N_("and move the lines below that belong to it right by %zu too"),
			    indent - r->line.indent);
}

/* Whether some line begins with that name and a colon. */
static bool is_name_elsewhere(const data_reader *r, size_t from, size_t end)
{
	ramure_str word = { r->bytes.data + from, end - from };
	data_key key;

	for (data_line line = data_line_at(r, 0); line.any; line = data_line_at(r, line.next)) {
		size_t text = line.text;

		if (text < line.end && data_dash_at(r, text, line.end))
			text = data_skip_spaces(r, text + 1, line.end);
		if (text < line.end && data_find_key(r, text, line.end, &key) &&
		    ramure_str_equal(word, (ramure_str){ r->bytes.data + key.start, key.end - key.start }))
			return true;
	}
	return false;
}

/* A line among `name: value` that is none. */
void data_report_no_name(data_reader *r)
{
	ramure_str words = data_line_words(r);
	const char *stop = words.data, *end = words.data + words.size, *rest;
	bool signs = false;

	while (stop < end && *stop != ' ' && *stop != '=')
		stop++;
	if (is_rule(r)) {
		report_rule(r);
		return;
	}
	if (data_bullet_size(words)) {
		data_report_marker(r);
		return;
	}
	if (data_marker_size(r)) {
		ramure_error(r->ctx, data_line_slip(r),
			     N_("an item of a list stands among names: the list has no name"));
		ramure_hint(r->ctx, N_("write the list's name above its first item, as in 'items:'"));
		return;
	}
	for (rest = stop; rest < end && (*rest == ' ' || *rest == '=');)
		signs |= *rest++ == '=';
	ramure_error(r->ctx, data_line_slip(r), N_("this line has no name: '%.*s'"), (int)words.size, words.data);
	/* "Louer la salle" begins with no name. */
	if (rest < end && (signs || is_name_elsewhere(r, r->line.text, r->line.text + (size_t)(stop - words.data)) ||
			   names_anywhere(r->ctx, (ramure_str){ words.data, (size_t)(stop - words.data) }))) {
		data_hint_line(r, r->line.indent, "%.*s: %.*s", (int)(stop - words.data), words.data, (int)(end - rest),
			       rest);
		if (signs)
			return;
	} else {
		ramure_hint(r->ctx, N_("begin it with the name of what it says, as in 'title: %.*s'"), (int)words.size,
			    words.data);
	}
	ramure_hint(r->ctx, N_("or, if it goes on with the text above, put two more spaces before it"));
}

/* The line is taken apart where a sign stands for the colon, or behind a word that is a name elsewhere. */
bool data_bare_above_names(data_reader *r, size_t from)
{
	static const char opening[] = { '"', '\'', '[', '{', '|', '>' };
	const char *bytes = r->bytes.data;
	data_line below = data_line_below(r);
	size_t end = r->line.end, stop = from, rest;
	ramure_str words = source_text_excerpt(r->ctx, (ramure_str){ bytes + from, end - from });
	data_key key;

	if (!below.any || below.odd || below.indent <= r->line.indent || memchr(opening, bytes[from], sizeof opening) ||
	    data_dash_at(r, below.text, below.end) || !data_find_key(r, below.text, below.end, &key))
		return false;
	while (stop < end && !data_space_at(r, stop, end) && bytes[stop] != '=' && bytes[stop] != ';')
		stop++;
	rest = data_skip_spaces(r, stop, end);
	ramure_error(r->ctx, data_slip(r, from, end - from),
		     N_("this item has no name, and names stand below it: '%.*s'"), (int)words.size, words.data);
	if (rest < end && (bytes[rest] == '=' || bytes[rest] == ';'))
		rest = data_skip_spaces(r, rest + 1, end);
	else if (!is_name_elsewhere(r, from, stop))
		stop = from;
	if (stop > from && rest < end)
		data_hint_line(r, r->line.indent, "- %.*s: %.*s", (int)(stop - from), bytes + from, (int)(end - rest),
			       bytes + rest);
	else
		ramure_hint(r->ctx, N_("begin it with the name of what it says, as in '- title: %.*s'"),
			    (int)words.size, words.data);
	return true;
}
