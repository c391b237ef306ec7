/* fields_value.c: the value of a field: one or many, a text, a person, a record, a map. */
#include "core/source/fields_fill.h"

#include "core/base/gettext.h"
#include "core/base/str.h"
#include "core/base/value_size.h"
#include "core/context.h"
#include "core/document/document.h"
#include "core/source/source.h"

#include <string.h>

/* ---- Texts ---- */

static void report_shape(filling *f, const ramure_field *field, const data_value *value)
{
	const char *name = fields_name(f->ctx, field);
	bool text = field->type == RAMURE_TEXT || field->type == RAMURE_MARKDOWN;

	f->failed = true;
	ramure_error(f->ctx, value->at,
		     value->type == DATA_LIST ? N_("'%s' takes one value, and a list stands here")
					      : N_("'%s' takes one value, and names stand here"),
		     name);
	if (text)
		ramure_hint(f->ctx, N_("write '%s: |' and the text in lines below it, further right"), name);
	else
		ramure_hint(f->ctx, N_("write '%s: …' on one line"), name);
}

/* The lines of a block that `|` opened stay lines. */
static ramure_text text_in_lines(filling *f, const source_text *text)
{
	ramure_node *phrase = node_new(f->ctx, RAMURE_PHRASE, source_text_span(text, 0, text->text.size));

	for (size_t i = 0; i < text->line_count; i++) {
		source_text line = source_text_line(text, i);

		if (!line.text.size)
			continue;
		if (phrase->last)
			node_append(phrase, node_new(f->ctx, RAMURE_BREAK, source_text_span(&line, 0, 0)));
		node_take_children(phrase, markdown_inline(f->ctx, &line));
	}
	return phrase;
}

bool fill_is_text(const data_value *value)
{
	return value->type == DATA_SCALAR ||
	       (value->type == DATA_MAP && !value->inlined && value->text.line_count == 1);
}

static bool text_of(filling *f, const ramure_field *field, const data_value *value, source_text *text)
{
	*text = value->text;
	if (fill_is_text(value))
		return true;
	if (field->type == RAMURE_MARKDOWN && !value->inlined) {
		*text = data_as_text(f->ctx, value);
		return true;
	}
	report_shape(f, field, value);
	return false;
}

static data_value scalar(ramure_span at, source_text text)
{
	return (data_value){ .type = DATA_SCALAR, .at = at, .text = text };
}

/* ---- Persons and open maps ---- */

static const ramure_field person_fields[] = {
	{ .en = "name",
	  .fr = "nom",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN,
	  .offset = offsetof(ramure_person, name) },
	{ .en = "role",
	  .fr = "rôle",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(ramure_person, role),
	  .synonyms = "fonction|function|qualité" },
	{ .en = "organisation",
	  .fr = "organisation",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(ramure_person, organisation),
	  .synonyms = "organization|structure" },
};

/* `name, role` */
static void fill_person(filling *f, const data_value *value, void *slot)
{
	static const ramure_field text = { .type = RAMURE_TEXT };
	ramure_person *person = slot;
	ramure_str s = value->text.text;
	const char *comma = value->quoted ? NULL : memchr(s.data, ',', s.size);
	size_t name = comma ? (size_t)(comma - s.data) : s.size, role = name + 1;
	source_text part;

	person->at = value->at;
	while (role < s.size && (s.data[role] == ' ' || s.data[role] == '\n'))
		role++;
	if (role >= s.size)
		name = comma ? name : s.size;
	part = source_text_part(&value->text, 0, name);
	value_parse(f->ctx, &text, &part, &person->name);
	if (role < s.size) {
		part = source_text_part(&value->text, role, s.size - role);
		value_parse(f->ctx, &text, &part, &person->role);
	}
}

/* `[Camille Martin, présidente]` are two persons, which is seldom what was meant. */
static void check_small_letter(filling *f, const data_value *item)
{
	ramure_str s = item->text.text;

	if (item->quoted || !s.size || s.data[0] < 'a' || s.data[0] > 'z')
		return;
	s = source_text_excerpt(f->ctx, s);
	ramure_warning(f->ctx, item->at, "role-in-brackets",
		       N_("between brackets a comma separates: '%.*s' is taken for a person"), (int)s.size, s.data);
	ramure_hint(f->ctx, N_("write one person a line, each after '- ', with the role after a comma"));
}

/* Accented capitals are U+00C0 to U+00DE. */
static bool begins_with_capital(ramure_str s)
{
	return s.size && ((s.data[0] >= 'A' && s.data[0] <= 'Z') ||
			  (s.size > 1 && s.data[0] == '\xC3' && (unsigned char)s.data[1] <= 0x9E));
}

/* Two words at least, each with a capital, and no article before them: "Paul Durand", not "Le RAMEAU". */
static bool looks_like_a_name(ramure_str s)
{
	static const char *const articles[] = { "Le ", "La ", "Les ", "The " };
	size_t words = 0;

	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
		if (str_begins(s, articles[i]))
			return false;
	for (size_t i = 0; i < s.size; i++) {
		if (s.data[i] == ' ' || (i && s.data[i - 1] != ' '))
			continue;
		if (!begins_with_capital((ramure_str){ s.data + i, s.size - i }))
			return false;
		words++;
	}
	return words >= 2;
}

/* The words up to the first comma, without the spaces around; `rest` goes on behind it. */
static ramure_str next_part(ramure_str *rest)
{
	const char *comma = rest->size ? memchr(rest->data, ',', rest->size) : NULL;
	size_t size = comma ? (size_t)(comma - rest->data) : rest->size;
	ramure_str part = { rest->data, size };

	*rest = (ramure_str){ rest->data + size + (comma != NULL), rest->size - size - (comma != NULL) };
	while (part.size && *part.data == ' ')
		part = (ramure_str){ part.data + 1, part.size - 1 };
	while (part.size && part.data[part.size - 1] == ' ')
		part.size--;
	return part;
}

/* `excusés: Camille Martin, Paul Durand` on one line is one person with a role, which is seldom what was meant; and so
 * is `Camille Martin, présidente ; Paul Durand, trésorier`, in a list too. */
static void check_several_names(filling *f, const ramure_field *field, const data_value *value, bool alone)
{
	ramure_str s = value->text.text, rest = s, name, role;
	bool names = false, others = !alone;

	if (value->type != DATA_SCALAR || value->quoted || value->text.line_count > 1 || !s.size)
		return;
	if (memchr(s.data, ';', s.size)) {
		s = source_text_excerpt(f->ctx, s);
		ramure_warning(f->ctx, value->at, "names-on-a-line", N_("'%.*s' is read as one person"), (int)s.size,
			       s.data);
		ramure_hint(f->ctx, N_("write one person a line under '%s:', each after '- '"),
			    fields_name(f->ctx, field));
		return;
	}
	name = next_part(&rest);
	role = rest;
	while (rest.size) {
		ramure_str part = next_part(&rest);

		names |= looks_like_a_name(part);
		others |= !begins_with_capital(part);
	}
	if (!names || others)
		return;
	while (*role.data == ' ')
		role = (ramure_str){ role.data + 1, role.size - 1 };
	ramure_warning(f->ctx, value->at, "names-on-a-line", N_("'%.*s' is read as the role of '%.*s'"), (int)role.size,
		       role.data, (int)name.size, name.data);
	ramure_hint(f->ctx, N_("write one person a line under '%s:', each after '- '"), fields_name(f->ctx, field));
}

static void fill_map(filling *f, const ramure_field *field, const data_value *value, void *slot)
{
	static const ramure_field text = { .type = RAMURE_MARKDOWN };
	ramure_pair *pairs = RAMURE_NEW_ARRAY(f->ctx, ramure_pair, value->count);
	size_t count = 0;

	if (value->type == DATA_SCALAR) {
		f->failed = true;
		ramure_error(f->ctx, value->at, N_("'%s' takes names, each with its value"),
			     fields_name(f->ctx, field));
		ramure_hint(f->ctx, N_("write 'name: value', one a line"));
		return;
	}
	for (const data_value *m = value->first; m; m = m->next) {
		ramure_pair *pair = &pairs[count++];
		source_text words;

		pair->name = m->key;
		pair->at = m->at;
		if (m->absent || !text_of(f, &text, m, &words))
			continue;
		pair->raw = words.text;
		value_parse(f->ctx, &(const ramure_field){ .type = RAMURE_TEXT }, &words, &pair->value);
	}
	*(ramure_list *)slot = (ramure_list){ .at = value->at, .items = pairs, .count = count };
}

/* ---- One value, many values ---- */

/* The level of a field that holds records; NULL for any other. */
static const level *inner_level(filling *f, const level *outer, const ramure_field *field)
{
	if (field->type == RAMURE_PERSON)
		return level_open(f, fields_name(f->ctx, field), (ramure_rows)RAMURE_ROWS(person_fields), outer);
	if (field->type == RAMURE_RECORD)
		return level_open(f, fields_name(f->ctx, field), field->fields, outer);
	return NULL;
}

static void fill_one(filling *f, const level *inner, const ramure_field *field, const data_value *value, void *slot)
{
	source_text text;

	switch (field->type) {
	case RAMURE_RECORD:
		fill_record(f, inner, value, slot);
		return;
	case RAMURE_PERSON:
		if (value->type == DATA_SCALAR)
			fill_person(f, value, slot);
		else
			fill_record(f, inner, value, slot);
		return;
	case RAMURE_MAP:
		fill_map(f, field, value, slot);
		return;
	default:
		if (field->type == RAMURE_TEXT && value->lines && value->text.line_count > 1)
			*(ramure_text *)slot = text_in_lines(f, &value->text);
		else if (text_of(f, field, value, &text) && !value_parse(f->ctx, field, &text, slot))
			f->failed = true;
	}
}

/* Every line of a text is an item. */
static const data_value *items_of_lines(filling *f, const ramure_field *field, const data_value *value, size_t *count)
{
	data_value *items = arena_alloc_array(data_arena(f->ctx), value->text.line_count, sizeof *items);

	*count = 0;
	for (size_t i = 0; i < value->text.line_count; i++) {
		source_text line = source_text_line(&value->text, i);
		ramure_span at = source_text_span(&line, 0, line.text.size);
		size_t bullet;

		if (!line.text.size)
			continue;
		bullet = data_bullet_size(line.text);
		if (bullet) {
			ramure_str rest = source_text_excerpt(
				f->ctx, (ramure_str){ line.text.data + bullet, line.text.size - bullet });

			ramure_error(f->ctx, at, N_("an item of '%s' begins with '- '"), fields_name(f->ctx, field));
			ramure_hint(f->ctx, N_("write '- %.*s'"), (int)rest.size, rest.data);
			f->failed = true;
		}
		if (*count)
			items[*count - 1].next = &items[*count];
		items[(*count)++] = scalar(at, line);
	}
	return items;
}

/* `• Budget` and `-Budget` are read as items; only a field knows that they were not meant as text. */
static void check_marker(filling *f, const ramure_field *field, const data_value *item)
{
	ramure_str words, marker = item->key.text;

	if (!marker.size)
		return;
	words = source_text_excerpt(f->ctx, source_text_line(&item->text, 0).text);
	f->failed = true;
	if (marker.data[0] == '-')
		ramure_error(f->ctx, item->key.at, N_("a space is missing after the dash"));
	else
		ramure_error(f->ctx, item->key.at, N_("an item of '%s' begins with '- '"), fields_name(f->ctx, field));
	ramure_hint(f->ctx, N_("write '%*s- %.*s'"), (int)(item->key.at.column - 1), "", (int)words.size, words.data);
}

/* What is wrong with an item as one of a list.  False when there is nothing to fill. */
static bool check_item(filling *f, const ramure_field *field, const data_value *list, const data_value *item)
{
	bool person = field->type == RAMURE_PERSON;

	if (item->absent) {
		f->failed = true;
		ramure_error(f->ctx, item->at, N_("an item of '%s' is empty"), fields_name(f->ctx, field));
		ramure_hint(f->ctx, N_("write it after its dash, or remove the dash"));
		return false;
	}
	if (list->type == DATA_LIST)
		check_marker(f, field, item);
	if (person && list->inlined && item != list->first && item->type == DATA_SCALAR)
		check_small_letter(f, item);
	if (person && item != list)
		check_several_names(f, field, item, false);
	return true;
}

static void fill_list(filling *f, const level *l, const ramure_field *field, const data_value *value, void *slot)
{
	bool lines = value->type == DATA_SCALAR && value->text.line_count > 1 && field->type != RAMURE_MARKDOWN;
	bool list = value->type == DATA_LIST || lines;
	const data_value *item = value;
	size_t count = 1, size = value_size(field);
	const level *inner = inner_level(f, l, field);
	char *items;

	if (field->type == RAMURE_MAP && value->type == DATA_SCALAR && value->text.text.size &&
	    memchr(value->text.text.data, '|', value->text.text.size)) {
		f->failed = true;
		ramure_error(f->ctx, value->at, N_("a table drawn with bars is no list of '%s'"),
			     fields_name(f->ctx, field));
		ramure_hint(f->ctx, N_("take away the lines that begin and end this block: the table stands without"));
		return;
	}
	if (!list && field->type == RAMURE_PERSON)
		check_several_names(f, field, value, true);
	if (lines) {
		item = items_of_lines(f, field, value, &count);
	} else if (list) {
		item = value->first;
		count = value->count;
	}
	if (count > FILL_MOST_ITEMS) {
		f->failed = true;
		ramure_error(f->ctx, value->at, N_("'%s' has %zu items; %d are the most"), fields_name(f->ctx, field),
			     count, FILL_MOST_ITEMS);
		ramure_hint(f->ctx, N_("share them among several blocks, or keep those that people will read"));
		return;
	}
	items = ramure_alloc_array(f->ctx, count, size);
	for (size_t i = 0; i < count && fill_goes_on(f); i++, item = item->next)
		if (check_item(f, field, value, item))
			fill_one(f, inner, field, item, items + i * size);
	*(ramure_list *)slot = (ramure_list){ .at = value->at, .items = items, .count = count };
}

void fill_field(filling *f, const level *l, const ramure_field *field, const data_value *value, void *record)
{
	void *slot = (char *)record + field->offset;

	if (field->flags & RAMURE_MANY)
		fill_list(f, l, field, value, slot);
	else
		fill_one(f, inner_level(f, l, field), field, value, slot);
}

void fill_initial(filling *f, const level *l, const ramure_field *field, void *record)
{
	ramure_str text = { field->initial, strlen(field->initial) };
	data_value value = scalar((ramure_span){ 0 }, source_text_new(f->ctx, 0, text, NULL, 0));

	fill_field(f, l, field, &value, record);
}
