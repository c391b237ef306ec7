/* fields.c: a table of fields fills a struct from data, and says all that does not fit. */
#include "core/source/fields.h"

#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"

#include <string.h>

/* A name that may stand at a level, folded. */
typedef struct known {
	ramure_str name;
	const ramure_field *field;
	void *record; /* of the second table; NULL for the level's own, whose struct is the record at hand */
} known;

/* The names that records of one list may have; opened once for all of them. */
typedef struct level {
	const char *owner;
	ramure_rows fields;
	ramure_rows common;
	known *names;
	size_t name_count;
	const struct level *outer;
	struct level *opened_before;
} level;

typedef struct filling {
	ramure_ctx *ctx;
	level *opened; /* the levels known so far: a list in each of many records opens one only once */
	bool failed;
} filling;

static bool fill_record(filling *f, const level *l, const data_value *value, void *record);

/* ---- Levels ---- */

static void add_names(filling *f, level *l, const char *words, const ramure_field *field, void *record)
{
	while (words && *words) {
		size_t size = strcspn(words, "|");

		/* Grown at powers of two. */
		if ((l->name_count & (l->name_count - 1)) == 0)
			l->names = arena_grow(f->ctx->arena, l->names, l->name_count * sizeof *l->names,
					      (l->name_count ? l->name_count * 2 : 1) * sizeof *l->names);
		l->names[l->name_count++] =
			(known){ utf8_fold_name(f->ctx->arena, (ramure_str){ words, size }), field, record };
		words += size + (words[size] == '|');
	}
}

static void add_table(filling *f, level *l, ramure_rows fields, void *record)
{
	for (size_t i = 0; i < fields.count; i++) {
		const ramure_field *field = ramure_row(fields, i);

		add_names(f, l, field->en, field, record);
		add_names(f, l, field->fr, field, record);
		add_names(f, l, field->synonyms, field, record);
	}
}

static const known *lookup(const level *l, ramure_str folded)
{
	for (size_t i = 0; i < l->name_count; i++)
		if (ramure_str_equal(l->names[i].name, folded))
			return &l->names[i];
	return NULL;
}

/* What stands first wins: a level's own names, then those that every kind takes, then what the kind's list is called
 * in every kind. */
static level *open_level(filling *f, const char *owner, ramure_rows fields, const level *outer)
{
	level *l;

	for (level *old = f->opened; old; old = old->opened_before)
		if (old->fields.first == fields.first && old->outer == outer && strcmp(old->owner, owner) == 0)
			return old;
	l = RAMURE_NEW(f->ctx, level);
	*l = (level){ .owner = owner, .fields = fields, .outer = outer, .opened_before = f->opened };
	f->opened = l;
	add_table(f, l, fields, NULL);
	return l;
}

static void complete_level(filling *f, level *l, ramure_rows common, void *record)
{
	const ramure_field *rows = fields_flagged(l->fields, RAMURE_ROWS_FIELD);

	if (rows)
		add_names(f, l, "items|éléments", rows, NULL);
	l->common = common;
	add_table(f, l, common, record);
}

/* ---- What does not fit ---- */

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

static void hint_names(filling *f, const level *l)
{
	buf all = buf_on(f->ctx->arena);

	for (size_t i = 0; i < l->fields.count; i++)
		buf_format(&all, "%s%s", i ? ", " : "", fields_name(f->ctx, ramure_row(l->fields, i)));
	ramure_hint(f->ctx, N_("'%s' has: %s"), l->owner, buf_str(&all).data);
}

static const ramure_field *nearest(filling *f, const level *l, ramure_str typed)
{
	const ramure_field *near = fields_nearest(f->ctx, l->fields, typed);

	return near ? near : fields_nearest(f->ctx, l->common, typed);
}

static void report_unknown(filling *f, const level *l, const data_value *record, const data_value *m)
{
	ramure_str key = source_text_excerpt(f->ctx, m->key.text);
	const ramure_field *near = nearest(f, l, m->key.text);
	const ramure_field *main = fields_flagged(l->fields, RAMURE_MAIN);

	f->failed = true;
	ramure_error(f->ctx, m->key.at, N_("'%s' has no field '%.*s'"), l->owner, (int)key.size, key.data);
	if (near) {
		ramure_hint(f->ctx, N_("did you mean '%s'?"), fields_name(f->ctx, near));
		if (main && m == record->first && !record->inlined)
			ramure_hint(f->ctx, N_("or, if this is a text: '%s: %.*s …'"), fields_name(f->ctx, main),
				    (int)key.size, key.data);
		return;
	}
	for (const level *outer = l->outer; outer; outer = outer->outer)
		if (lookup(outer, m->name)) {
			ramure_hint(f->ctx, N_("it belongs to '%s': put this line further left"), outer->owner);
			return;
		}
	if (main && m == record->first && m->type == DATA_SCALAR && !record->inlined) {
		ramure_str words = source_text_excerpt(f->ctx, source_text_line(&record->text, 0).text);

		ramure_hint(f->ctx, N_("if this line is a text, write '%s: %.*s'"), fields_name(f->ctx, main),
			    (int)words.size, words.data);
	}
	hint_names(f, l);
}

static void report_missing(filling *f, const level *l, const ramure_field *field, ramure_span at)
{
	const char *name = fields_name(f->ctx, field);

	f->failed = true;
	ramure_error(f->ctx, at, N_("'%s' is missing in '%s'"), name, l->owner);
	if (field->flags & RAMURE_MANY)
		ramure_hint(f->ctx, N_("add a line '%s:' and below it one line each, beginning with '- '"), name);
	else
		ramure_hint(f->ctx, N_("add a line '%s: …'"), name);
}

/* ---- Texts ---- */

/* The lines of a block that `|` opened stay lines: hard breaks of Markdown. */
static source_text with_breaks(filling *f, const source_text *text)
{
	source_line *places = RAMURE_NEW_ARRAY(f->ctx, source_line, text->line_count);
	buf lines = buf_on(f->ctx->arena);
	size_t count = 0;

	for (size_t i = 0; i < text->line_count; i++) {
		source_text line = source_text_line(text, i);
		ramure_span at = source_text_span(&line, 0, 0);

		if (!line.text.size)
			continue;
		if (count)
			buf_puts(&lines, "  \n");
		buf_put_str(&lines, line.text);
		places[count++] = (source_line){ .line = at.line, .column = at.column };
	}
	return source_text_new(f->ctx, text->file, buf_str(&lines), places, count);
}

/* A map on one line is a text that holds a colon, as long as no field of a map is wanted. */
static bool is_text(const data_value *value)
{
	return value->type == DATA_SCALAR ||
	       (value->type == DATA_MAP && !value->inlined && value->text.line_count == 1);
}

static bool text_of(filling *f, const ramure_field *field, const data_value *value, source_text *text)
{
	*text = value->text;
	if (is_text(value)) {
		if (field->type == RAMURE_TEXT && value->lines)
			*text = with_breaks(f, text);
		return true;
	}
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
		return open_level(f, fields_name(f->ctx, field), (ramure_rows)RAMURE_ROWS(person_fields), outer);
	if (field->type == RAMURE_RECORD)
		return open_level(f, fields_name(f->ctx, field), field->fields, outer);
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
		if (text_of(f, field, value, &text) && !value_parse(f->ctx, field, &text, slot))
			f->failed = true;
	}
}

/* Every line of a text is an item. */
static const data_value *items_of_lines(filling *f, const ramure_field *field, const data_value *value, size_t *count)
{
	static const char *const bullets[] = { "* ", "• ", "– ", "— ", "· " };
	data_value *items = RAMURE_NEW_ARRAY(f->ctx, data_value, value->text.line_count);

	*count = 0;
	for (size_t i = 0; i < value->text.line_count; i++) {
		source_text line = source_text_line(&value->text, i);
		ramure_span at = source_text_span(&line, 0, line.text.size);

		if (!line.text.size)
			continue;
		for (size_t k = 0; k < sizeof bullets / sizeof *bullets; k++) {
			size_t size = strlen(bullets[k]);
			ramure_str rest;

			if (line.text.size <= size || memcmp(line.text.data, bullets[k], size) != 0)
				continue;
			rest = source_text_excerpt(f->ctx,
						   (ramure_str){ line.text.data + size, line.text.size - size });
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

static void fill_list(filling *f, const level *l, const ramure_field *field, const data_value *value, void *slot)
{
	bool lines = value->type == DATA_SCALAR && value->text.line_count > 1 && field->type != RAMURE_MARKDOWN;
	bool list = value->type == DATA_LIST || lines;
	const data_value *item = value;
	size_t count = 1, size = value_size(field);
	const level *inner = inner_level(f, l, field);
	char *items;

	if (lines) {
		item = items_of_lines(f, field, value, &count);
	} else if (list) {
		item = value->first;
		count = value->count;
	}
	items = ramure_alloc_array(f->ctx, count, size);
	for (size_t i = 0; i < count; i++, item = item->next) {
		if (item->absent) {
			f->failed = true;
			ramure_error(f->ctx, value->at, N_("an item of '%s' is empty"), fields_name(f->ctx, field));
			ramure_hint(f->ctx, N_("write it after its dash, or remove the dash"));
			continue;
		}
		if (i && value->inlined && field->type == RAMURE_PERSON && item->type == DATA_SCALAR)
			check_small_letter(f, item);
		fill_one(f, inner, field, item, items + i * size);
	}
	*(ramure_list *)slot = (ramure_list){ .at = value->at, .items = items, .count = count };
}

static void fill_field(filling *f, const level *l, const ramure_field *field, const data_value *value, void *record)
{
	void *slot = (char *)record + field->offset;

	if (field->flags & RAMURE_MANY)
		fill_list(f, l, field, value, slot);
	else
		fill_one(f, inner_level(f, l, field), field, value, slot);
}

/* The value of a field that nobody gave, as a person would write it. */
static void fill_initial(filling *f, const level *l, const ramure_field *field, void *record)
{
	ramure_str text = { field->initial, strlen(field->initial) };
	data_value value = scalar((ramure_span){ 0 }, source_text_new(f->ctx, 0, text, NULL, 0));

	fill_field(f, l, field, &value, record);
}

/* ---- Records ---- */

/* The word before the first colon of a text, when it is a field, or nearly one. */
static bool names_field(filling *f, const level *l, ramure_str text, ramure_str *word, bool *spaced)
{
	const char *colon = text.size ? memchr(text.data, ':', text.size) : NULL;
	size_t size = colon ? (size_t)(colon - text.data) : 0;

	while (size && text.data[size - 1] == ' ')
		size--;
	if (!size || size > 40)
		return false;
	*word = (ramure_str){ text.data, size };
	*spaced = colon + 1 == text.data + text.size || colon[1] == ' ';
	return lookup(l, utf8_fold_name(f->ctx->arena, *word)) || (!*spaced && nearest(f, l, *word));
}

/* A bare text must not hide fields: `durée:5 min`, or names below a first line that has none. */
static bool check_bare_text(filling *f, const level *l, const data_value *value, const ramure_field *main)
{
	for (size_t i = 0; i < value->text.line_count && !value->quoted; i++) {
		source_text line = source_text_line(&value->text, i);
		ramure_str word, first, rest;
		bool spaced;

		if (!names_field(f, l, line.text, &word, &spaced))
			continue;
		f->failed = true;
		if (!spaced) {
			size_t after =
				(size_t)((const char *)memchr(line.text.data, ':', line.text.size) - line.text.data) +
				1;

			rest = source_text_excerpt(f->ctx,
						   (ramure_str){ line.text.data + after, line.text.size - after });
			ramure_error(f->ctx, source_text_span(&line, after - 1, 1),
				     N_("a space is missing after the colon"));
			ramure_hint(f->ctx, N_("write '%.*s: %.*s'"), (int)word.size, word.data, (int)rest.size,
				    rest.data);
			return false;
		}
		first = source_text_excerpt(f->ctx, source_text_line(&value->text, 0).text);
		ramure_error(f->ctx, source_text_span(&line, 0, word.size),
			     N_("'%.*s' is named below a line without name"), (int)word.size, word.data);
		ramure_hint(f->ctx, N_("name the first line too: '%s: %.*s'"), fields_name(f->ctx, main),
			    (int)first.size, first.data);
		return false;
	}
	return true;
}

static void fill_bare(filling *f, const level *l, const data_value *value, void *record)
{
	const ramure_field *main =
		value->type == DATA_LIST ? NULL : fields_flagged(l->fields, RAMURE_MAIN | RAMURE_WHOLE_BODY);
	ramure_str words = source_text_excerpt(f->ctx, value->text.text);

	if (!main)
		main = fields_flagged(l->fields, RAMURE_ROWS_FIELD);
	if (main) {
		if (value->type == DATA_LIST || check_bare_text(f, l, value, main))
			fill_field(f, l, main, value, record);
		return;
	}
	f->failed = true;
	if (value->type == DATA_LIST)
		ramure_error(f->ctx, value->at, N_("'%s' takes names with their values, and a list stands here"),
			     l->owner);
	else
		ramure_error(f->ctx, value->at, N_("'%s' takes names with their values, and '%.*s' has no name"),
			     l->owner, (int)words.size, words.data);
	hint_names(f, l);
}

/* A map of one line that names no field is a text with a colon in it. */
static bool is_bare_text(filling *f, const level *l, const data_value *value)
{
	return value->type == DATA_SCALAR ||
	       (is_text(value) && value->count == 1 && !lookup(l, value->first->name) &&
		fields_flagged(l->fields, RAMURE_MAIN | RAMURE_WHOLE_BODY) && !nearest(f, l, value->first->key.text));
}

/* The rows of a kind from the file that `from:` names. */
static void fill_from(filling *f, const level *l, const data_value *map, const ramure_field *rows, bool given,
		      void *record)
{
	const data_value *from = data_member(f->ctx, map, "from"), *columns, *value;

	if (!from)
		from = data_member(f->ctx, map, "depuis");
	columns = data_member(f->ctx, map, "columns");
	if (!columns)
		columns = data_member(f->ctx, map, "colonnes");
	if (columns && lookup(l, columns->name))
		columns = NULL;
	if (given) {
		f->failed = true;
		ramure_error(f->ctx, from->key.at, N_("the rows stand in '%s' and in the file that '%.*s' names"),
			     fields_name(f->ctx, rows), (int)from->key.text.size, from->key.text.data);
		ramure_hint(f->ctx, N_("keep one of the two"));
		return;
	}
	value = rows_read(f->ctx, from, columns);
	/* A YAML file may name its list as the block would. */
	if (value && value->type == DATA_MAP && value->count == 1 && lookup(l, value->first->name) &&
	    lookup(l, value->first->name)->field == rows)
		value = value->first;
	if (value)
		fill_field(f, l, rows, value, record);
	else
		f->failed = true;
}

static bool names_file(filling *f, ramure_str key)
{
	return names_among(f->ctx, "from|depuis", key);
}

static size_t index_of(ramure_rows fields, const ramure_field *field)
{
	return (size_t)((const char *)field - (const char *)fields.first) / fields.stride;
}

static void fill_members(filling *f, const level *l, const data_value *map, void *record)
{
	size_t own = l->fields.count;
	bool *seen = RAMURE_NEW_ARRAY(f->ctx, bool, own + l->common.count),
	     *given = RAMURE_NEW_ARRAY(f->ctx, bool, own);
	const ramure_field *rows = fields_flagged(l->fields, RAMURE_ROWS_FIELD);
	bool from = false, unknown = false;

	for (const data_value *m = map->first; m; m = m->next) {
		const known *k = lookup(l, m->name);
		size_t i;

		if (!k && rows && names_file(f, m->key.text)) {
			from = true;
			continue;
		}
		if (!k && rows && names_among(f->ctx, "columns|colonnes", m->key.text))
			continue;
		if (!k) {
			report_unknown(f, l, map, m);
			unknown = true;
			continue;
		}
		i = k->record ? own + index_of(l->common, k->field) : index_of(l->fields, k->field);
		if (seen[i]) {
			f->failed = true;
			ramure_error(f->ctx, m->key.at, N_("'%s' stands here twice"), fields_name(f->ctx, k->field));
			ramure_hint(f->ctx, N_("keep one of the two"));
			continue;
		}
		seen[i] = true;
		if (m->absent)
			continue;
		if (!k->record)
			given[i] = true;
		fill_field(f, l, k->field, m, k->record ? k->record : record);
	}
	if (from) {
		fill_from(f, l, map, rows, given[index_of(l->fields, rows)], record);
		given[index_of(l->fields, rows)] = true;
	}
	for (size_t i = 0; i < own; i++) {
		const ramure_field *field = ramure_row(l->fields, i);

		if (given[i])
			continue;
		if (field->initial)
			fill_initial(f, l, field, record);
		else if (field->flags & RAMURE_REQUIRED && !unknown) /* which may be the one that is missing */
			report_missing(f, l, field, map->at);
	}
}

/* Initial values and what is missing, beside a bare text or list. */
static void fill_rest(filling *f, const level *l, const data_value *value, void *record)
{
	const ramure_field *main =
		value->type == DATA_LIST ? NULL : fields_flagged(l->fields, RAMURE_MAIN | RAMURE_WHOLE_BODY);

	if (!main)
		main = fields_flagged(l->fields, RAMURE_ROWS_FIELD);
	for (size_t i = 0; i < l->fields.count && main; i++) {
		const ramure_field *field = ramure_row(l->fields, i);

		if (field == main)
			continue;
		if (field->initial)
			fill_initial(f, l, field, record);
		else if (field->flags & RAMURE_REQUIRED)
			report_missing(f, l, field, value->at);
	}
}

static bool fill_record(filling *f, const level *l, const data_value *value, void *record)
{
	*(ramure_span *)record = value->at;
	if (value->type == DATA_MAP && !is_bare_text(f, l, value)) {
		fill_members(f, l, value, record);
	} else {
		fill_bare(f, l, value, record);
		fill_rest(f, l, value, record);
	}
	return !f->failed;
}

bool fields_fill_with(ramure_ctx *ctx, const char *owner, ramure_rows fields, const data_value *value, void *record,
		      ramure_rows common, void *common_record)
{
	static const data_value nothing = { .type = DATA_MAP };
	filling f = { .ctx = ctx };
	level *l = open_level(&f, owner, fields, NULL);

	complete_level(&f, l, common, common_record);
	return fill_record(&f, l, value ? value : &nothing, record);
}

bool fields_fill(ramure_ctx *ctx, const char *owner, ramure_rows fields, const data_value *value, void *record)
{
	return fields_fill_with(ctx, owner, fields, value, record, (ramure_rows){ 0 }, NULL);
}
