/* fields.c: a record of data fills a struct by a table of fields. */
#include "core/source/fields_fill.h"

#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"

#include <string.h>

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
	return level_lookup(l, utf8_fold_name(data_arena(f->ctx), *word), NULL) ||
	       (!*spaced && level_nearest(f, l, *word));
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

/* `mesures.csv` alone in a block is meant for its rows, and would be one of them. */
static bool names_rows_file(filling *f, const data_value *value)
{
	static const char *const endings[] = { ".csv", ".yaml", ".yml" };
	ramure_str text = value->text.text;

	for (size_t i = 0; i < sizeof endings / sizeof *endings && value->type == DATA_SCALAR; i++) {
		size_t size = strlen(endings[i]);
		ramure_str rest;

		if (value->quoted || value->text.line_count > 1 || text.size <= size)
			continue;
		rest = (ramure_str){ text.data + text.size - size, size };
		if (!ramure_name_equal(rest, endings[i]))
			continue;
		f->failed = true;
		ramure_error(f->ctx, value->at, N_("a file is named here, and no row"));
		ramure_hint(f->ctx, N_("write '%s: %.*s'"), ramure_say(f->ctx, (ramure_word){ "from", "de" }),
			    (int)text.size, text.data);
		return true;
	}
	return false;
}

/* The list that items without a name belong to, by the first name of the first. */
static const ramure_field *list_of(filling *f, const level *l, const data_value *list)
{
	const data_value *first = list->first && list->first->type == DATA_MAP ? list->first->first : NULL;

	for (size_t i = 0; i < l->fields.count && first; i++) {
		const ramure_field *field = ramure_row(l->fields, i);

		if (field->flags & RAMURE_MANY && field->type == RAMURE_RECORD &&
		    fields_find(f->ctx, field->fields, first->key.text))
			return field;
	}
	return NULL;
}

static void fill_bare(filling *f, const level *l, const data_value *value, void *record)
{
	const ramure_field *main =
		value->type == DATA_LIST ? NULL : fields_flagged(l->fields, RAMURE_MAIN | RAMURE_WHOLE_BODY);
	ramure_str words = source_text_excerpt(f->ctx, value->text.text);

	if (!main)
		main = fields_flagged(l->fields, RAMURE_ROWS_FIELD);
	if (main && main->flags & RAMURE_ROWS_FIELD && (main->type == RAMURE_RECORD || main->type == RAMURE_MAP) &&
	    !l->outer && names_rows_file(f, value))
		return;
	if (main) {
		if (value->type == DATA_LIST || check_bare_text(f, l, value, main))
			fill_field(f, l, main, value, record);
		return;
	}
	f->failed = true;
	if (value->type == DATA_LIST) {
		ramure_error(f->ctx, value->at, N_("'%s' takes names with their values, and a list stands here"),
			     l->owner);
		if (value->first && value->first->type == DATA_MAP && value->first->first &&
		    level_lookup(l, value->first->first->name, NULL)) {
			words = source_text_excerpt(f->ctx, source_text_line(&value->first->text, 0).text);
			ramure_hint(f->ctx, N_("leave the dash out: '%.*s'"), (int)words.size, words.data);
			return;
		}
		main = list_of(f, l, value);
		if (main) {
			ramure_hint(f->ctx,
				    N_("write '%s:' above the first item, and put two more spaces before each of "
				       "these lines"),
				    fields_name(f->ctx, main));
			return;
		}
	} else
		ramure_error(f->ctx, value->at, N_("'%s' takes names with their values, and '%.*s' has no name"),
			     l->owner, (int)words.size, words.data);
	level_hint_names(f, l);
	if (value->type != DATA_LIST && !ramure_given(value->key.at) && l->outer && l->fields.count > 1)
		ramure_hint(
			f->ctx,
			N_("write it in lines of its own: '- %s: …', and under it, two spaces further in: '  %s: …'"),
			fields_name(f->ctx, ramure_row(l->fields, 0)), fields_name(f->ctx, ramure_row(l->fields, 1)));
	else if (l->outer && l->fields.count)
		ramure_hint(f->ctx, N_("write each under '%s:' on a line of its own, two spaces further in: '  %s: …'"),
			    l->owner, fields_name(f->ctx, ramure_row(l->fields, 0)));
}

/* A map of one line that names no field is a text with a colon in it. */
static bool is_bare_text(filling *f, const level *l, const data_value *value)
{
	return value->type == DATA_SCALAR ||
	       (fill_is_text(value) && value->count == 1 && !level_lookup(l, value->first->name, NULL) &&
		fields_flagged(l->fields, RAMURE_MAIN | RAMURE_WHOLE_BODY) &&
		!level_nearest(f, l, value->first->key.text));
}

/* What a block says of the file that holds its rows. */
typedef struct rows_file {
	const ramure_field *rows; /* NULL for a record that has no list */
	const data_value *from;
	const data_value *columns;
} rows_file;

/* A member of one of those names, when the level does not know it by itself. */
static const data_value *unknown_member(filling *f, const level *l, const data_value *map, const char *names)
{
	for (const data_value *m = map->first; m; m = m->next)
		if (!level_lookup(l, m->name, NULL) && names_among(f->ctx, names, m->key.text))
			return m;
	return NULL;
}

static rows_file find_rows_file(filling *f, const level *l, const data_value *map)
{
	rows_file file = { .rows = fields_flagged(l->fields, RAMURE_ROWS_FIELD) };

	if (file.rows)
		file.from = unknown_member(f, l, map, "from|de|depuis");
	if (file.from)
		file.columns = unknown_member(f, l, map, "columns|colonnes");
	return file;
}

static void fill_from(filling *f, const level *l, const rows_file *file, bool given, void *record)
{
	ramure_str key = file->from->key.text;
	const data_value *value;

	if (given) {
		f->failed = true;
		ramure_error(f->ctx, file->from->key.at, N_("the rows stand in '%s' and in the file that '%.*s' names"),
			     fields_name(f->ctx, file->rows), (int)key.size, key.data);
		ramure_hint(f->ctx, N_("keep one of the two"));
		return;
	}
	value = rows_read(f->ctx, file->from, file->columns);
	/* A YAML file may name its list as the block would. */
	if (value && value->type == DATA_MAP && value->count == 1 &&
	    level_lookup(l, value->first->name, NULL) == file->rows)
		value = value->first;
	if (value)
		fill_field(f, l, file->rows, value, record);
	else
		f->failed = true;
}

static size_t index_of(ramure_rows fields, const ramure_field *field)
{
	return (size_t)((const char *)field - (const char *)fields.first) / fields.stride;
}

/* The same word twice has been reported when it was read; two names of one field have not. */
static bool is_repeated(const data_value *map, const data_value *member)
{
	for (const data_value *m = map->first; m != member; m = m->next)
		if (ramure_str_equal(m->name, member->name))
			return true;
	return false;
}

/* The fields that nobody gave.  `whole`: nothing of the record was refused, which might be what is missing. */
static void fill_missing(filling *f, const level *l, const bool *given, bool whole, ramure_span at, void *record)
{
	for (size_t i = 0; i < l->fields.count; i++) {
		const ramure_field *field = ramure_row(l->fields, i);

		if (given[i])
			continue;
		if (field->initial)
			fill_initial(f, l, field, record);
		else if (field->flags & RAMURE_REQUIRED && whole)
			level_report_missing(f, l, field, at);
	}
}

static void fill_members(filling *f, const level *l, const data_value *map, void *record)
{
	size_t own = l->fields.count;
	bool *seen = RAMURE_NEW_ARRAY(f->ctx, bool, own + l->common.count),
	     *given = RAMURE_NEW_ARRAY(f->ctx, bool, own);
	rows_file file = find_rows_file(f, l, map);
	bool unknown = false;

	for (const data_value *m = map->first; m && fill_goes_on(f); m = m->next) {
		bool common;
		const ramure_field *field = level_lookup(l, m->name, &common);
		size_t i;

		if (m == file.from || m == file.columns)
			continue;
		if (!field) {
			level_report_unknown(f, l, map, m);
			unknown = true;
			continue;
		}
		i = common ? own + index_of(l->common, field) : index_of(l->fields, field);
		if (seen[i]) {
			f->failed = true;
			if (!is_repeated(map, m)) {
				ramure_error(f->ctx, m->key.at, N_("'%s' stands here twice"),
					     fields_name(f->ctx, field));
				ramure_hint(f->ctx, N_("keep one of the two"));
			}
			continue;
		}
		seen[i] = true;
		if (m->absent)
			continue;
		if (!common)
			given[i] = true;
		fill_field(f, l, field, m, common ? l->common_record : record);
	}
	if (file.from) {
		fill_from(f, l, &file, given[index_of(l->fields, file.rows)], record);
		given[index_of(l->fields, file.rows)] = true;
	}
	fill_missing(f, l, given, !unknown && !map->broken, map->at, record);
}

/* Initial values and what is missing, beside a bare text or list. */
static void fill_rest(filling *f, const level *l, const data_value *value, void *record)
{
	const ramure_field *main =
		value->type == DATA_LIST ? NULL : fields_flagged(l->fields, RAMURE_MAIN | RAMURE_WHOLE_BODY);
	bool *given;

	if (!main)
		main = fields_flagged(l->fields, RAMURE_ROWS_FIELD);
	if (!main)
		return;
	given = RAMURE_NEW_ARRAY(f->ctx, bool, l->fields.count);
	given[index_of(l->fields, main)] = true;
	fill_missing(f, l, given, true, value->at, record);
}

bool fill_record(filling *f, const level *l, const data_value *value, void *record)
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

bool fields_fill(ramure_ctx *ctx, const char *owner, ramure_rows fields, const data_value *value, void *record,
		 ramure_rows common, void *common_record)
{
	static const data_value nothing = { .type = DATA_MAP };
	filling f = { .ctx = ctx, .errors_before = ctx->diagnostics.counts[SEVERITY_ERROR] };
	level *l = level_open(&f, owner, fields, NULL);

	level_complete(&f, l, common, common_record);
	return fill_record(&f, l, value ? value : &nothing, record);
}

bool field_given(const ramure_field *field, const void *record)
{
	const void *slot = (const char *)record + field->offset;

	if (!(field->flags & RAMURE_MANY) && (field->type == RAMURE_TEXT || field->type == RAMURE_MARKDOWN))
		return *(const ramure_text *)slot != NULL;
	return ramure_given(*(const ramure_span *)slot);
}
