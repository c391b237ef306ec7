/* home.c: where the program finds what belongs to it.
 *
 * A build tree has a folder `build-tree` beside the program.  Installed, the program goes from where it stands the way
 * that leads from the configured bindir to the configured folder, so that a prefix can be moved as a whole. */
#include "config.h"

#include "core/command/command.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *format_path(const char *folder, const char *name)
{
	size_t size = strlen(folder) + strlen(name) + 2;
	char *path = need(malloc(size));

	snprintf(path, size, "%s/%s", folder, name);
	return path;
}

bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The same, in the place of the folder. */
static char *enter(char *folder, const char *name)
{
	char *path = format_path(folder, name);

	free(folder);
	return path;
}

/* The way from BINDIR to `wanted`, taken from `bin`: one ".." for every folder of BINDIR that `wanted` does not share.
 */
static char *moved(const char *bin, const char *wanted)
{
	const char *from = BINDIR;
	size_t shared = 0;
	char *path = need(strdup(bin));

	for (size_t i = 0; from[i] && from[i] == wanted[i]; i++)
		if (from[i] == '/')
			shared = i;
	for (const char *rest = from + shared; *rest; rest++)
		if (*rest == '/')
			path = enter(path, "..");
	path = enter(path, wanted + shared + 1);
	if (is_folder(path))
		return path;
	free(path);
	return need(strdup(wanted));
}

void home_find(home *h)
{
	char bin[4096] = BINDIR;
	ssize_t size = readlink("/proc/self/exe", bin, sizeof bin - 1);
	char *tree;

	if (size > 0) {
		bin[size] = '\0';
		*strrchr(bin, '/') = '\0';
	}
	tree = format_path(bin, "build-tree");
	if (is_folder(tree)) {
		h->plugins = format_path(tree, "plugins");
		h->themes = format_path(tree, "themes");
		h->typography = format_path(tree, "typography");
		h->locale = format_path(tree, "locale");
	} else {
		h->plugins = moved(bin, PLUGINSDIR);
		h->themes = moved(bin, THEMESDIR);
		h->typography = moved(bin, TYPOGRAPHYDIR);
		h->locale = moved(bin, LOCALEDIR);
	}
	free(tree);
}

void home_free(home *h)
{
	free(h->plugins);
	free(h->themes);
	free(h->typography);
	free(h->locale);
}
