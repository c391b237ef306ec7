/* check.c: nothing of a plugin's descriptor is believed before it was looked at here.
 *
 * Tables are reached through their count and stride: a plugin built against an older header has shorter rows, whose
 * missing members read as zero; one built against a newer header has longer rows, whose end is not ours to read. */
#include "core/plugin/check.h"

#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/base/value_size.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MOST_ROWS = 1000, DEEPEST_RECORD = 8, LONGEST_NAME = 64 };

/* The least that rows must have: up to the last member that cannot be absent. */
#define UP_TO(type, member) (offsetof(type, member) + sizeof(((type *)0)->member))

typedef struct checking {
	arena *arena;
	const char *why;
} checking;

static bool refuse(checking *c, const char *format, ...) RAMURE_PRINTF(2, 3);
static bool refuse(checking *c, const char *format, ...)
{
	char text[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	c->why = memcpy(arena_alloc(c->arena, strlen(text) + 1), text, strlen(text) + 1);
	return false;
}

/* The rows of a table as this core knows them: the table itself when its stride is ours, else copies, cut or filled up
 * with zeros. */
static ramure_rows rows_as_ours(arena *a, ramure_rows rows, size_t size)
{
	char *copies;
	size_t known = rows.stride < size ? rows.stride : size;

	if (rows.stride == size || rows.count == 0)
		return (ramure_rows){ rows.first, rows.count, size };
	copies = arena_alloc_array(a, rows.count, size);
	for (size_t i = 0; i < rows.count; i++)
		memcpy(copies + i * size, ramure_row(rows, i), known);
	return (ramure_rows){ copies, rows.count, size };
}

/* A table of rows of `size` bytes here, of which the first `least` cannot be missing. */
static bool table(checking *c, const char *what, ramure_rows *rows, size_t size, size_t least)
{
	if (rows->count == 0)
		return true;
	if (rows->count > MOST_ROWS)
		return refuse(c, _("its table of %s has %zu rows; %d are the most"), what, rows->count, MOST_ROWS);
	if (!rows->first || rows->stride < least)
		return refuse(c, _("its table of %s has rows of %zu bytes where at least %zu are needed"), what,
			      rows->first ? rows->stride : 0, least);
	*rows = rows_as_ours(c->arena, *rows, size);
	return true;
}

static bool name_is_sound(const char *name)
{
	size_t size = name ? strnlen(name, LONGEST_NAME + 1) : 0;

	return size > 0 && size <= LONGEST_NAME && utf8_check((ramure_str){ name, size }) == size;
}

/* Where a row keeps its names: one in each language, and others between bars, or NULL. */
typedef struct name_places {
	size_t en, fr, synonyms;
} name_places;

#define NAME_PLACES(type)                                                                                              \
	(name_places)                                                                                                  \
	{                                                                                                              \
		offsetof(type, en), offsetof(type, fr), offsetof(type, synonyms)                                       \
	}

/* The names met so far in a table, folded, and whose they are. */
typedef struct known_names {
	struct known_name {
		ramure_str folded;
		size_t row;
	} * items;
	size_t count;
} known_names;

/* The row that has this name already, else `row`, which has it from now on. */
static size_t owner_of(checking *c, known_names *known, size_t row, ramure_str name)
{
	ramure_str folded = utf8_fold_name(c->arena, name);

	for (size_t i = 0; i < known->count; i++)
		if (ramure_str_equal(known->items[i].folded, folded))
			return known->items[i].row;
	known->items = arena_extend(c->arena, known->items, known->count, sizeof *known->items);
	known->items[known->count++] = (struct known_name){ folded, row };
	return row;
}

static const char *name_at(ramure_rows rows, size_t i, size_t place)
{
	return *(const char *const *)(const void *)((const char *)ramure_row(rows, i) + place);
}

/* The first of some names, between bars, that `*other` row has already; NULL when `row` may have them. */
static const char *taken_name(checking *c, known_names *known, const char *names, size_t row, size_t *other)
{
	for (const char *name = names, *end; name && *name; name = *end ? end + 1 : end) {
		end = name + strcspn(name, "|");
		*other = owner_of(c, known, row, (ramure_str){ name, (size_t)(end - name) });
		if (*other != row)
			return name;
	}
	return NULL;
}

/* Nobody could tell which of two rows a source means by the name of both. */
static bool names_differ(checking *c, const char *what, const char *owner, ramure_rows rows, name_places at)
{
	const size_t places[] = { at.en, at.fr, at.synonyms };
	known_names known = { 0 };

	for (size_t row = 0; row < rows.count; row++)
		for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
			size_t other;
			const char *name = taken_name(c, &known, name_at(rows, row, places[p]), row, &other);

			if (name)
				return refuse(c, _("the %s '%s' and '%s' of '%s' both answer to '%.*s'"), _(what),
					      name_at(rows, other, at.en), name_at(rows, row, at.en), owner,
					      (int)strcspn(name, "|"), name);
		}
	return true;
}

static bool check_fields(checking *c, const char *owner, ramure_rows *fields, size_t struct_size, int depth);

static bool check_field(checking *c, const char *owner, ramure_field *field, size_t struct_size, int depth)
{
	size_t size;

	if (!name_is_sound(field->en) || !name_is_sound(field->fr))
		return refuse(c, _("a field of '%s' has no name, or one longer than %d bytes"), owner, LONGEST_NAME);
	if ((unsigned)field->type > RAMURE_MAP)
		return refuse(c, _("field '%s' of '%s' has type %d, which this ramure does not know"), field->en, owner,
			      (int)field->type);
	size = value_room(field);
	if (field->offset > struct_size || size > struct_size - field->offset)
		return refuse(c, _("field '%s' of '%s' lies outside its struct of %zu bytes"), field->en, owner,
			      struct_size);
	if (field->type == RAMURE_CHOICE && field->choices.count == 0)
		return refuse(c, _("field '%s' of '%s' has no choices"), field->en, owner);
	if (!table(c, "choices", &field->choices, sizeof(ramure_option), UP_TO(ramure_option, fr)))
		return false;
	for (size_t i = 0; i < field->choices.count; i++) {
		const ramure_option *option = ramure_row(field->choices, i);

		if (!name_is_sound(option->en) || !name_is_sound(option->fr))
			return refuse(c, _("a choice of field '%s' of '%s' has no name"), field->en, owner);
	}
	if (!names_differ(c, N_("choices"), field->en, field->choices, NAME_PLACES(ramure_option)))
		return false;
	if (field->type != RAMURE_RECORD)
		return true;
	if (field->fields.count == 0 || field->record_size < sizeof(ramure_span))
		return refuse(c, _("record '%s' of '%s' has no fields, or no place for its span"), field->en, owner);
	return check_fields(c, field->en, &field->fields, field->record_size, depth + 1);
}

static bool check_fields(checking *c, const char *owner, ramure_rows *fields, size_t struct_size, int depth)
{
	ramure_field *copies;

	if (depth > DEEPEST_RECORD)
		return refuse(c, _("its records nest deeper than %d"), DEEPEST_RECORD);
	if (!table(c, "fields", fields, sizeof(ramure_field), UP_TO(ramure_field, offset)))
		return false;
	if (fields->count == 0)
		return true;
	copies = arena_alloc_array(c->arena, fields->count, sizeof *copies);
	memcpy(copies, fields->first, fields->count * sizeof *copies);
	fields->first = copies;
	for (size_t i = 0; i < fields->count; i++)
		if (!check_field(c, owner, &copies[i], struct_size, depth))
			return false;
	return names_differ(c, N_("fields"), owner, *fields, NAME_PLACES(ramure_field));
}

static bool check_kinds(checking *c, const char *owner, ramure_rows *kinds)
{
	ramure_kind *copies;

	if (!table(c, "kinds", kinds, sizeof(ramure_kind), UP_TO(ramure_kind, build)))
		return false;
	copies = arena_alloc_array(c->arena, kinds->count, sizeof *copies);
	if (kinds->count)
		memcpy(copies, kinds->first, kinds->count * sizeof *copies);
	kinds->first = copies;
	for (size_t i = 0; i < kinds->count; i++) {
		if (!name_is_sound(copies[i].en) || !name_is_sound(copies[i].fr))
			return refuse(c, _("one of its kinds has no name, or one longer than %d bytes"), LONGEST_NAME);
		if (!copies[i].build)
			return refuse(c, _("its kind '%s' has no function 'build'"), copies[i].en);
		if (copies[i].data_size < sizeof(ramure_span))
			return refuse(c, _("its kind '%s' has no place for the span of its data"), copies[i].en);
		if (!check_fields(c, copies[i].en, &copies[i].fields, copies[i].data_size, 0))
			return false;
	}
	return names_differ(c, N_("kinds"), owner, *kinds, NAME_PLACES(ramure_kind));
}

/* ---- options that writers share ---- */

static bool same_choices(ramure_rows one, ramure_rows other)
{
	if (one.count != other.count)
		return false;
	for (size_t i = 0; i < one.count; i++) {
		const ramure_option *a = ramure_row(one, i), *b = ramure_row(other, i);

		if (a->value != b->value || strcmp(a->en, b->en) != 0)
			return false;
	}
	return true;
}

static bool same_records(const ramure_field *one, const ramure_field *other);

/* Whether both are read by one name into one C type. */
static bool same_value(const ramure_field *one, const ramure_field *other)
{
	return strcmp(one->en, other->en) == 0 && one->type == other->type &&
	       !((one->flags ^ other->flags) & RAMURE_MANY) && same_choices(one->choices, other->choices) &&
	       (one->type != RAMURE_RECORD || same_records(one, other));
}

/* As deep as check_fields() lets them be. */
static bool same_records(const ramure_field *one, const ramure_field *other)
{
	if (one->record_size != other->record_size || one->fields.count != other->fields.count)
		return false;
	for (size_t i = 0; i < one->fields.count; i++) {
		const ramure_field *a = ramure_row(one->fields, i), *b = ramure_row(other->fields, i);

		if (a->offset != b->offset || !same_value(a, b))
			return false;
	}
	return true;
}

/* Whether what is given under the name of one may be given to the other too. */
static bool options_agree(arena *a, const ramure_field *one, const ramure_field *other)
{
	const char *const names[] = { one->en, one->fr, one->synonyms, other->en, other->fr, other->synonyms };
	checking c = { .arena = a };
	known_names known = { 0 };
	size_t owner;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (taken_name(&c, &known, names[i], i / 3, &owner))
			return same_value(one, other);
	return true;
}

const ramure_field *plugin_option_clash(arena *a, const ramure_writer *one, const ramure_writer *other)
{
	for (size_t i = 0; i < one->options.count; i++)
		for (size_t j = 0; j < other->options.count; j++)
			if (!options_agree(a, ramure_row(one->options, i), ramure_row(other->options, j)))
				return ramure_row(other->options, j);
	return NULL;
}

static bool check_shared_options(checking *c, const ramure_writer *writers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = i + 1; j < count; j++) {
			const ramure_field *option = plugin_option_clash(c->arena, &writers[i], &writers[j]);

			if (option)
				return refuse(c,
					      _("its writers '%s' and '%s' mean different things by the option '%s'"),
					      writers[i].name, writers[j].name, option->en);
		}
	return true;
}

static bool check_writers(checking *c, ramure_rows *writers)
{
	ramure_writer *copies;

	if (!table(c, "writers", writers, sizeof(ramure_writer), UP_TO(ramure_writer, write_pages)))
		return false;
	copies = arena_alloc_array(c->arena, writers->count, sizeof *copies);
	if (writers->count)
		memcpy(copies, writers->first, writers->count * sizeof *copies);
	writers->first = copies;
	for (size_t i = 0; i < writers->count; i++) {
		ramure_writer *w = &copies[i];

		if (!name_is_sound(w->name))
			return refuse(c, _("one of its writers has no name, or one longer than %d bytes"),
				      LONGEST_NAME);
		if (!name_is_sound(w->extension) || w->extension[0] != '.' || strchr(w->extension, '/'))
			return refuse(c, _("its writer '%s' has no extension such as '.pdf'"), w->name);
		if (!w->write_flow == !w->write_pages)
			return refuse(c, _("its writer '%s' must have one of 'write_flow' and 'write_pages'"), w->name);
		if (w->options.count && w->options_size < sizeof(ramure_span))
			return refuse(c, _("its writer '%s' has no place for the span of its options"), w->name);
		if (!check_fields(c, w->name, &w->options, w->options_size, 0))
			return false;
	}
	return check_shared_options(c, copies, writers->count);
}

static bool check_notices(checking *c, ramure_rows *notices)
{
	if (!table(c, "notices", notices, sizeof(ramure_notice), UP_TO(ramure_notice, doc)))
		return false;
	for (size_t i = 0; i < notices->count; i++)
		if (!name_is_sound(((const ramure_notice *)ramure_row(*notices, i))->name))
			return refuse(c, _("one of its notices has no name, or one longer than %d bytes"),
				      LONGEST_NAME);
	return true;
}

const ramure_plugin *plugin_check(arena *a, const ramure_plugin *plugin, const char **why)
{
	checking c = { .arena = a };
	ramure_plugin *copy = arena_alloc(a, sizeof *copy);
	size_t size;

	*why = NULL;
	/* `size` and `abi` come first in every version; nothing else is read before they agree. */
	size = plugin ? plugin->size : 0;
	if (size < UP_TO(ramure_plugin, abi)) {
		refuse(&c, _("its descriptor is empty"));
	} else if (plugin->abi != RAMURE_ABI) {
		refuse(&c, _("it was built for ABI %u, this ramure speaks %d"), plugin->abi, RAMURE_ABI);
	} else if (size < UP_TO(ramure_plugin, writers)) {
		refuse(&c, _("its descriptor has %zu bytes where at least %zu are needed"), size,
		       UP_TO(ramure_plugin, writers));
	} else {
		memcpy(copy, plugin, size < sizeof *copy ? size : sizeof *copy);
		copy->size = sizeof *copy;
		if (!name_is_sound(copy->name))
			refuse(&c, _("it has no name"));
		else if (copy->kinds.count + copy->writers.count == 0)
			refuse(&c, _("it gives neither a kind nor a writer"));
		else if (check_kinds(&c, copy->name, &copy->kinds) && check_writers(&c, &copy->writers))
			check_notices(&c, &copy->notices);
	}
	*why = c.why;
	return c.why ? NULL : copy;
}
