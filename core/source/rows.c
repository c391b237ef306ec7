/* rows.c: the rows of a block that stand in a file of their own. */
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/source/fields.h"

#include <string.h>

static bool ends_with(ramure_str path, const char *ending)
{
	size_t size = strlen(ending);

	if (path.size < size)
		return false;
	for (size_t i = 0; i < size; i++)
		if ((path.data[path.size - size + i] | 0x20) != (ending[i] | 0x20))
			return false;
	return true;
}

/* The names that `columns:` gives: a list, lines, or words between commas. */
static const ramure_string *wanted_columns(ramure_ctx *ctx, const data_value *columns, size_t *count)
{
	size_t most = columns->type == DATA_SCALAR ? 1 : columns->count;
	ramure_string *names;

	for (size_t i = 0; columns->type == DATA_SCALAR && i < columns->text.text.size; i++)
		most += strchr(",\n", columns->text.text.data[i]) != NULL;
	names = RAMURE_NEW_ARRAY(ctx, ramure_string, most);
	*count = 0;
	if (columns->type != DATA_SCALAR) {
		for (const data_value *m = columns->first; m; m = m->next)
			names[(*count)++] = (ramure_string){ .at = m->at, .text = m->text.text };
		return names;
	}
	for (size_t at = 0; at < columns->text.text.size;) {
		ramure_str s = columns->text.text;
		size_t end = at;

		while (end < s.size && s.data[end] != ',' && s.data[end] != '\n')
			end++;
		while (at < end && s.data[at] == ' ')
			at++;
		if (at < end)
			names[(*count)++] = (ramure_string){ .at = source_text_span(&columns->text, at, end - at),
							     .text = { s.data + at, end - at } };
		at = end + 1;
	}
	return names;
}

static bool has_column(ramure_ctx *ctx, const data_value *row, ramure_string name)
{
	const char **titles = RAMURE_NEW_ARRAY(ctx, const char *, row->count);
	ramure_str wanted = utf8_fold_name(ctx->arena, name.text), shown = source_text_excerpt(ctx, name.text);
	const char *near;
	size_t count = 0;

	for (const data_value *m = row->first; m; m = m->next) {
		if (ramure_str_equal(m->name, wanted))
			return true;
		titles[count++] = ramure_format(ctx, "%.*s", (int)m->key.text.size, m->key.text.data).data;
	}
	ramure_error(ctx, name.at, N_("the file has no column '%.*s'"), (int)shown.size, shown.data);
	near = names_nearest(ctx, name.text, titles, count);
	if (near)
		ramure_hint(ctx, N_("did you mean '%s'?"), near);
	return false;
}

/* Takes the columns that are not wanted out of every row. */
static bool keep_columns(ramure_ctx *ctx, data_value *rows, const data_value *columns)
{
	size_t count;
	const ramure_string *names = wanted_columns(ctx, columns, &count);
	ramure_str *wanted = RAMURE_NEW_ARRAY(ctx, ramure_str, count);
	bool sound = true;

	for (size_t i = 0; i < count; i++) {
		wanted[i] = utf8_fold_name(ctx->arena, names[i].text);
		if (rows->first)
			sound &= has_column(ctx, rows->first, names[i]);
	}
	for (data_value *row = rows->first; row; row = row->next) {
		data_value **link = &row->first;

		while (*link) {
			bool kept = false;

			for (size_t i = 0; i < count; i++)
				kept |= ramure_str_equal((*link)->name, wanted[i]);
			if (kept) {
				link = &(*link)->next;
			} else {
				*link = (*link)->next;
				row->count--;
			}
		}
	}
	return sound;
}

static const data_value *read_yaml(ramure_ctx *ctx, ramure_str path, const data_value *from)
{
	uint32_t file = files_read(ctx, path, from->at, false);
	source_text text;
	const data_value *value;

	if (!file)
		return NULL;
	text = source_text_of_file(ctx, file);
	value = data_read(ctx, &text);
	if (!value) {
		ramure_error(ctx, from->at, N_("'%.*s' is empty"), (int)from->text.text.size, from->text.text.data);
		ramure_hint(ctx, N_("write its rows, each after '- '"));
	}
	return value;
}

const data_value *rows_read(ramure_ctx *ctx, const data_value *from, const data_value *columns)
{
	ramure_str path;
	uint32_t file;
	data_value *rows;

	if (from->type != DATA_SCALAR) {
		ramure_error(ctx, from->at, N_("'%.*s' takes the name of one file"), (int)from->key.text.size,
			     from->key.text.data);
		ramure_hint(ctx, N_("write '%.*s: mesures.csv'"), (int)from->key.text.size, from->key.text.data);
		return NULL;
	}
	path = files_resolve(ctx, (ramure_string){ .at = from->at, .text = utf8_nfc(ctx->arena, from->text.text) });
	if (!path.size)
		return NULL;
	if (ends_with(path, ".yaml") || ends_with(path, ".yml"))
		return read_yaml(ctx, path, from);
	if (!ends_with(path, ".csv") && !ends_with(path, ".tsv") && !ends_with(path, ".txt")) {
		ramure_error(ctx, from->at, N_("rows come from a .csv or .yaml file, and '%.*s' is neither"),
			     (int)from->text.text.size, from->text.text.data);
		ramure_hint(ctx, N_("in a spreadsheet: Save As, 'CSV UTF-8'"));
		return NULL;
	}
	file = files_read(ctx, path, from->at, true);
	rows = file ? csv_read(ctx, file, from->at) : NULL;
	if (rows && columns && !keep_columns(ctx, rows, columns))
		return NULL;
	return rows;
}
