/* themes.c: `ramure themes`: the themes that can be named, and where they stand. */
#include "config.h"

#include "core/command/command.h"
#include "core/theme/theme_keys.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct themes_values {
	bool keys;
} themes_values;

char *themes_path(const home *h)
{
	char *user = user_folder("themes");
	size_t size = strlen(h->themes) + (user ? strlen(user) : 0) + 2;
	char *path = need(malloc(size));

	snprintf(path, size, "%s%s%s", user ? user : "", user ? ":" : "", h->themes);
	free(user);
	return path;
}

static bool is_theme(const char *folder, const char *name)
{
	size_t size = strlen(folder) + strlen(name) + sizeof "//theme.yaml";
	char *path = need(malloc(size));
	bool there;

	snprintf(path, size, "%s/%s/theme.yaml", folder, name);
	there = name[0] != '.' && access(path, R_OK) == 0;
	free(path);
	return there;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static size_t list_folder(const char *folder)
{
	word_list names = { 0 };
	DIR *open = opendir(folder);
	struct dirent *each;
	size_t count;

	while (open && (each = readdir(open)))
		if (is_theme(folder, each->d_name))
			word_list_add(&names, need(strdup(each->d_name)));
	if (open)
		closedir(open);
	if (names.count)
		qsort(names.items, names.count, sizeof *names.items, by_name);
	for (size_t i = 0; i < names.count; i++) {
		printf("%s\n  %s/%s\n", names.items[i], folder, names.items[i]);
		free((void *)names.items[i]);
	}
	count = names.count;
	free(names.items);
	return count;
}

/* Every key with what it is in the theme "collectif", as a person would look for it. */
static void list_keys(void)
{
	ramure_rows rows = ramure_theme_keys();

	for (size_t i = 0; i < rows.count; i++) {
		const theme_key *key = ramure_row(rows, i);

		printf("%-36s %s%s%s\n    %s\n", key->name, key->initial, key->unit[0] ? " " : "", key->unit,
		       messages_in_french() ? key->doc.fr : key->doc.en);
	}
}

static int run(const home *h, const void *values, const word_list *operands)
{
	const themes_values *typed = values;
	char *path, *rest;
	size_t count = 0;

	if (operands->count) {
		speak_error(_("'ramure themes' takes no '%s'"), operands->items[0]);
		return EXIT_USAGE;
	}
	if (typed->keys) {
		list_keys();
		return EXIT_WRITTEN;
	}
	rest = path = themes_path(h);
	for (char *folder; (folder = strsep(&rest, ":"));)
		count += list_folder(folder);
	free(path);
	if (count)
		return EXIT_WRITTEN;
	speak_error(_("no themes in '%s'"), h->themes);
	return EXIT_SYSTEM;
}

static const command_option options[] = {
	{ .name = "keys",
	  .type = OPTION_FLAG,
	  .offset = offsetof(themes_values, keys),
	  .help = N_("list the keys of theme.yaml instead") },
};

const command themes_command = {
	.name = "themes",
	.operands = "",
	.summary = N_("list the themes"),
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.values_size = sizeof(themes_values),
	.run = run,
};
