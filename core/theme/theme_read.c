/* theme_read.c: theme.yaml and the themes it extends, laid over the values of the tables. */
#include "core/theme/theme_parts.h"

#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/source/data.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

enum { LONGEST_CHAIN = 8, DEEPEST_KEY = 4 };

#define DEFAULT_THEME "collectif"

/* ---- where a theme stands ---- */

static bool is_theme(ramure_ctx *ctx, ramure_str folder)
{
	struct stat facts;

	return stat(ramure_format(ctx, "%.*s/theme.yaml", (int)folder.size, folder.data).data, &facts) == 0;
}

static ramure_str joined(ramure_ctx *ctx, const char *folder, size_t size, ramure_str name)
{
	return ramure_format(ctx, "%.*s/%.*s", (int)size, folder, (int)name.size, name.data);
}

/* The first folder of the path that holds a theme of that name; empty when none does. */
static ramure_str search(ramure_ctx *ctx, ramure_str name)
{
	const char *path = ctx->request.theme_path;

	while (path && *path) {
		size_t size = strcspn(path, ":");
		ramure_str folder = joined(ctx, path, size, name);

		if (size && is_theme(ctx, folder))
			return folder;
		path += size + (path[size] == ':');
	}
	return RAMURE_STR("");
}

/* The nearest name in the folders of themes; the alphabet settles a tie. */
static ramure_str nearest_theme(ramure_ctx *ctx, ramure_str name)
{
	const char *path = ctx->request.theme_path;
	ramure_str wanted = utf8_fold_name(ctx->arena, name), nearest = RAMURE_STR("");
	size_t best = wanted.size / 2 + 1;

	while (path && *path) {
		size_t size = strcspn(path, ":");
		DIR *folder = opendir(ramure_format(ctx, "%.*s", (int)size, path).data);
		const struct dirent *each;

		while (folder && (each = readdir(folder))) {
			ramure_str found = ramure_format(ctx, "%s", each->d_name);
			size_t edits = utf8_distance(utf8_fold_name(ctx->arena, found), wanted, best);

			if (each->d_name[0] == '.' || edits > best || !is_theme(ctx, joined(ctx, path, size, found)))
				continue;
			if (edits < best || !nearest.size || strcmp(found.data, nearest.data) < 0)
				nearest = found;
			best = edits;
		}
		if (folder)
			closedir(folder);
		path += size + (path[size] == ':');
	}
	return nearest;
}

static void report_missing(ramure_ctx *ctx, ramure_string name)
{
	ramure_str near = nearest_theme(ctx, name.text);

	ramure_error(ctx, name.at, N_("there is no theme '%.*s'"), (int)name.text.size, name.text.data);
	if (near.size)
		/* --theme stands nowhere in a source */
		ramure_hint(ctx,
			    ramure_given(name.at) ? N_("did you mean 'theme: %s'?") : N_("did you mean '--theme %s'?"),
			    near.data);
	else if (memchr(name.text.data, '/', name.text.size))
		ramure_hint(ctx, N_("a theme of your own is a folder that holds a file 'theme.yaml'"));
	else
		ramure_hint(ctx, N_("'ramure themes' lists them; for a folder of your own write './my-theme'"));
}

/* The folder of a theme that the command or a file names; `beside` is the folder of the theme that extends it. */
static ramure_str find_folder(ramure_ctx *ctx, ramure_string name, ramure_str beside)
{
	ramure_str folder = name.text;

	if (!memchr(name.text.data, '/', name.text.size))
		folder = search(ctx, name.text);
	else if (name.text.data[0] != '/' && beside.size)
		folder = joined(ctx, beside.data, beside.size, name.text);
	else if (ramure_given(name.at) && !(folder = files_resolve(ctx, name)).size)
		return folder;
	if (folder.size && is_theme(ctx, folder))
		return folder;
	/* The tables are this theme, whether it was installed or not. */
	if (!ramure_str_equal(name.text, RAMURE_STR(DEFAULT_THEME)))
		report_missing(ctx, name);
	return RAMURE_STR("");
}

/* ---- keys ---- */

static bool begins(const char *key, ramure_str path)
{
	return strncmp(key, path.data, path.size) == 0 && key[path.size] == '.';
}

static bool is_group(const theme_slots *slots, ramure_str path)
{
	for (size_t i = 0; i < slots->count; i++)
		if (begins(slots->items[i].key->name, path))
			return true;
	return false;
}

/* The key nearest to one that does not exist: the last word misspelt, or the right word at a wrong place. */
static const char *nearest_key(ramure_ctx *ctx, const theme_slots *slots, ramure_str path)
{
	ramure_str wanted = utf8_fold_name(ctx->arena, path);
	const char *nearest = NULL;
	size_t best = 4;

	for (size_t i = 0; i < slots->count; i++) {
		const char *name = slots->items[i].key->name;
		size_t edits =
			utf8_distance(utf8_fold_name(ctx->arena, (ramure_str){ name, strlen(name) }), wanted, best);

		if (edits < best) {
			nearest = name;
			best = edits;
		}
	}
	return nearest;
}

static void report_unknown(ramure_ctx *ctx, const theme_slots *slots, const data_value *value, ramure_str path)
{
	const char *near = nearest_key(ctx, slots, path);

	ramure_error(ctx, value->key.at, N_("a theme has no key '%.*s'"), (int)path.size, path.data);
	if (near)
		ramure_hint(ctx, N_("did you mean '%s'?"), near);
	else
		ramure_hint(ctx, N_("'ramure themes --keys' lists them"));
}

static void report_value(ramure_ctx *ctx, const theme_key *key, const data_value *value)
{
	ramure_error(ctx, value->absent ? value->key.at : value->at, N_("'%s' cannot be '%.*s'"), key->name,
		     value->type == DATA_SCALAR ? (int)value->text.text.size : 0, value->text.text.data);
	switch (key->type) {
	case THEME_NUMBER:
		ramure_hint(ctx, N_("write a number from %.0f to %.0f, as in '%.*s: %s'"), key->min, key->max,
			    (int)value->key.text.size, value->key.text.data, key->initial);
		break;
	case THEME_FLAG:
		ramure_hint(ctx, N_("write 'yes' or 'no'"));
		break;
	case THEME_COLOUR:
		ramure_hint(ctx, N_("write a colour as in '%.*s: %s'"), (int)value->key.text.size, value->key.text.data,
			    key->initial);
		break;
	case THEME_COLOUR_NAME:
		ramure_hint(ctx, N_("write the name of a colour of the palette, as in '%.*s: %s'"),
			    (int)value->key.text.size, value->key.text.data, key->initial);
		break;
	case THEME_TEXT:
	case THEME_LIST:
		ramure_hint(ctx, N_("write it on the line of its key"));
		break;
	}
}

static ramure_str list_words(ramure_ctx *ctx, const data_value *list)
{
	buf out = buf_on(ctx->arena);

	for (const data_value *v = list->first; v; v = v->next) {
		if (out.size)
			buf_puts(&out, ", ");
		buf_put_str(&out, v->text.text);
	}
	return buf_str(&out);
}

static void set_slot(ramure_ctx *ctx, theme_slot *s, const data_value *value)
{
	ramure_str words = value->text.text;
	double number;

	if (s->key->type == THEME_LIST && value->type == DATA_LIST)
		words = list_words(ctx, value);
	else if (value->type != DATA_SCALAR || value->absent) {
		report_value(ctx, s->key, value);
		return;
	}
	if (!theme_read_value(s->key, words, &number)) {
		report_value(ctx, s->key, value);
		return;
	}
	s->text = words;
	s->number = number;
	s->at = value->at;
}

/* Groups nest as deep as the longest key. */
static void set_group(ramure_ctx *ctx, const theme_slots *slots, const data_value *map, ramure_str prefix, int depth)
{
	for (const data_value *v = map->first; v; v = v->next) {
		ramure_str path = prefix.size ? ramure_format(ctx, "%.*s.%.*s", (int)prefix.size, prefix.data,
							      (int)v->key.text.size, v->key.text.data)
					      : v->key.text;
		theme_slot *s = theme_slot_named(slots, path);

		if (s)
			set_slot(ctx, s, v);
		else if (depth == DEEPEST_KEY || !is_group(slots, path))
			report_unknown(ctx, slots, v, path);
		else if (v->type == DATA_MAP)
			set_group(ctx, slots, v, path, depth + 1);
		else if (!v->absent) {
			ramure_error(ctx, v->at, N_("'%.*s' holds other keys"), (int)path.size, path.data);
			ramure_hint(ctx, N_("write them below it, each on its line, two spaces further right"));
		}
	}
}

/* ---- files ---- */

typedef struct theme_file {
	ramure_str folder;
	const data_value *data;
} theme_file;

/* Reads the file of a theme; false after reporting. */
static bool read_file(ramure_ctx *ctx, ramure_str folder, ramure_span from, theme_file *out)
{
	uint32_t number =
		files_read(ctx, ramure_format(ctx, "%.*s/theme.yaml", (int)folder.size, folder.data), from, false);
	source_text text;

	if (!number)
		return false;
	text = source_text_of_file(ctx, number);
	*out = (theme_file){ folder, data_read(ctx, &text) };
	if (!out->data || out->data->type == DATA_MAP)
		return true;
	ramure_error(ctx, out->data->at, N_("a theme is made of keys and values"));
	ramure_hint(ctx, N_("write one 'key: value' on each line, as in 'extends: collectif'"));
	return false;
}

static bool already_read(const theme_file *files, size_t count, ramure_str folder)
{
	for (size_t i = 0; i < count; i++)
		if (ramure_str_equal(files[i].folder, folder))
			return true;
	return false;
}

/* The theme and what it extends, the nearest first; how many. */
static size_t read_chain(ramure_ctx *ctx, ramure_string name, theme_file files[LONGEST_CHAIN])
{
	ramure_str beside = RAMURE_STR("");
	size_t count = 0;

	while (name.text.size) {
		ramure_str folder = find_folder(ctx, name, beside);
		const data_value *extended;

		if (!folder.size)
			break;
		if (count == LONGEST_CHAIN || already_read(files, count, folder)) {
			ramure_error(ctx, name.at, N_("the theme '%.*s' extends itself, or too many others"),
				     (int)name.text.size, name.text.data);
			ramure_hint(ctx, N_("take this line away, or name 'collectif'"));
			break;
		}
		if (!read_file(ctx, folder, name.at, &files[count]))
			break;
		extended = files[count].data ? data_member(ctx, files[count].data, "extends") : NULL;
		count++;
		beside = folder;
		name = extended ? (ramure_string){ extended->at, extended->text.text }
				: (ramure_string){ .text = RAMURE_STR("") };
	}
	return count;
}

ramure_str theme_read(ramure_ctx *ctx, const theme_slots *slots, ramure_string name)
{
	theme_file files[LONGEST_CHAIN];
	size_t count;

	if (!name.text.size)
		name.text = RAMURE_STR(DEFAULT_THEME);
	count = read_chain(ctx, name, files);
	for (size_t i = count; i-- > 0;)
		if (files[i].data)
			set_group(ctx, slots, files[i].data, RAMURE_STR(""), 1);
	return count ? files[0].folder : RAMURE_STR("");
}
