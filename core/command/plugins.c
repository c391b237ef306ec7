/* plugins.c: `ramure plugins`: what was found where, and why what is refused is refused. */
#include "config.h"

#include "core/command/command.h"

#include <stdlib.h>
#include <string.h>

typedef struct plugins_values {
	word_list folders;
} plugins_values;

static const command_option options[] = {
	{ "plugin-dir", 0, OPTION_LIST, N_("DIR"), offsetof(plugins_values, folders),
	  N_("one more folder of plugins") },
};

/* $XDG_DATA_HOME/ramure/NAME, or NULL (XDG Base Directory Specification: relative paths are to be ignored). */
char *user_folder(const char *name)
{
	const char *data = getenv("XDG_DATA_HOME"), *user = getenv("HOME");
	const char *between = "/ramure/";
	size_t size;
	char *path;

	if (!data || data[0] != '/') {
		data = user;
		between = "/.local/share/ramure/";
	}
	if (!data || data[0] != '/')
		return NULL;
	size = strlen(data) + strlen(between) + strlen(name) + 1;
	path = need(malloc(size));
	snprintf(path, size, "%s%s%s", data, between, name);
	return path;
}

ramure_registry *plugins_load(const home *h, const word_list *folders)
{
	char *user = user_folder("plugins");
	const ramure_search where = { .folders = folders->items,
				      .folder_count = folders->count,
				      .path = getenv("RAMURE_PLUGIN_PATH"),
				      .user = user,
				      .installed = h->plugins };
	ramure_registry *r = need(ramure_registry_load(&where));

	free(user);
	return r;
}

ramure_registry *plugins_load_all(const home *h, const word_list *folders)
{
	ramure_registry *r = plugins_load(h, folders);

	ramure_registry_load_all(r);
	return r;
}

bool plugins_complain(const ramure_registry *r)
{
	bool sound = true;

	for (size_t i = 0; i < ramure_registry_plugins(r); i++) {
		const ramure_found_plugin *found = ramure_registry_plugin(r, i);

		if (!found->refusal)
			continue;
		sound = false;
		speak_error(_("plugin '%s' is not used: %s"), found->path, found->refusal);
		if (found->hint)
			speak_hint("%s", found->hint);
	}
	return sound;
}

static void list_plugin(const ramure_registry *r, const ramure_plugin *plugin)
{
	const char *separator = " ";
	const ramure_plugin *owner;

	printf("%s %s\n", plugin->name, plugin->version ? plugin->version : "");
	if (plugin->summary.en)
		printf("  %s\n", messages_in_french() && plugin->summary.fr ? plugin->summary.fr : plugin->summary.en);
	for (size_t i = 0; i < ramure_registry_kinds(r); i++) {
		const ramure_kind *kind = ramure_registry_kind(r, i, &owner);

		if (owner != plugin)
			continue;
		if (*separator == ' ')
			printf("  %s", _("kinds:"));
		printf("%s%s", separator, messages_in_french() ? kind->fr : kind->en);
		separator = ", ";
	}
	if (*separator == ',')
		putchar('\n');
	for (size_t i = 0; i < ramure_registry_writers(r); i++) {
		const ramure_writer *writer = ramure_registry_writer(r, i, &owner);

		if (owner == plugin)
			printf("  %s %s (%s)\n", _("writes:"), writer->name, writer->extension);
	}
}

static int run(const home *h, const void *values, const word_list *operands)
{
	const plugins_values *v = values;
	ramure_registry *r;
	bool sound;

	if (operands->count) {
		speak_error(_("'ramure plugins' takes no '%s'"), operands->items[0]);
		return EXIT_USAGE;
	}
	r = plugins_load_all(h, &v->folders);
	for (size_t i = 0; i < ramure_registry_plugins(r); i++) {
		const ramure_found_plugin *found = ramure_registry_plugin(r, i);

		if (found->refusal)
			continue;
		list_plugin(r, found->plugin);
		printf("  %s\n", found->path);
	}
	if (!ramure_registry_kinds(r) && !ramure_registry_writers(r))
		speak_error(_("no plugins in '%s'"), h->plugins);
	fflush(stdout);
	sound = plugins_complain(r) && ramure_registry_plugins(r);
	ramure_registry_free(r);
	return sound ? EXIT_WRITTEN : EXIT_SYSTEM;
}

const command plugins_command = {
	.name = "plugins",
	.operands = "",
	.summary = N_("list the plugins that were found, and why others are not used"),
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.values_size = sizeof(plugins_values),
	.run = run,
};
