/* loader.c: finding plugins in folders, and refusing those that cannot be trusted.
 *
 * A shared object runs with all the rights of the person who builds a document.  So its file and its folder must belong
 * to root or to that person and be writable by nobody else; and nothing is ever loaded from a source's folder. */
#include "core/plugin/loader.h"

#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/plugin/elf.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FILES = 1000 };

#define MODULE ".so"
#define WAITING "write-" /* begins the name of a file that holds one writer */

/* A file that was met, so that the same one is not loaded twice through two folders. */
typedef struct seen {
	dev_t device;
	ino_t inode;
} seen;

typedef struct loading {
	registry *registry;
	arena *arena; /* of the search only */
	seen *files;
	size_t file_count;
} loading;

static const char *join(arena *a, const char *folder, const char *name)
{
	buf path = buf_on(a);

	buf_format(&path, "%s/%s", folder, name);
	return path.data;
}

/* Whether only root and the person at the machine can change this file or folder. */
static bool trusted(loading *l, const char *path, const char *what, const struct stat *st)
{
	buf why = buf_on(l->arena), hint = buf_on(l->arena);

	if (st->st_uid != 0 && st->st_uid != geteuid()) {
		buf_format(&why, _("%s '%s' belongs to another user"), _(what), path);
		buf_format(&hint, _("copy the plugin to a folder of your own, such as ~/.local/share/ramure/plugins"));
	} else if (st->st_mode & (S_IWGRP | S_IWOTH)) {
		buf_format(&why, _("%s '%s' can be changed by other users"), _(what), path);
		buf_format(&hint, _("type: chmod go-w '%s'"), path);
	} else {
		return true;
	}
	registry_refuse(l->registry, path, why.data, hint.data);
	return false;
}

static bool met_before(loading *l, const struct stat *st)
{
	for (size_t i = 0; i < l->file_count; i++)
		if (l->files[i].device == st->st_dev && l->files[i].inode == st->st_ino)
			return true;
	l->files = arena_extend(l->arena, l->files, l->file_count, sizeof *l->files);
	l->files[l->file_count++] = (seen){ st->st_dev, st->st_ino };
	return false;
}

static void load_file(loading *l, const char *path)
{
	const char *rebuild = _("copy the plugin again, rebuild it on this machine, or remove the file");
	ramure_plugin_entry *enter;
	void *handle = NULL, *symbol;
	const char *error;
	const char *why;

	error = elf_fault(path);
	if (!error) {
		dlerror();
		handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
		error = handle ? NULL : dlerror();
	}
	if (!handle) {
		buf text = buf_on(l->arena);

		buf_format(&text, _("it cannot be loaded: %s"), error ? error : "");
		registry_refuse(l->registry, path, text.data, rebuild);
		return;
	}
	symbol = dlsym(handle, "ramure_plugin_v1");
	if (!symbol) {
		registry_refuse(l->registry, path,
				_("it has no function 'ramure_plugin_v1': it is no plugin of Ramure"),
				_("remove the file from this folder"));
		return;
	}
	/* POSIX lets dlsym() answer functions too; ISO C has no cast for it. */
	memcpy(&enter, &symbol, sizeof enter);
	registry_add(l->registry, enter(), path, &why);
}

/* Loads a file, or keeps it until its writer is asked for. */
static void take_file(loading *l, const char *path)
{
	const char *name = strrchr(path, '/') + 1;
	buf writer = buf_on(l->arena);

	if (strncmp(name, WAITING, sizeof WAITING - 1) != 0) {
		load_file(l, path);
		return;
	}
	name += sizeof WAITING - 1;
	buf_put(&writer, name, strlen(name) - (sizeof MODULE - 1));
	registry_defer(l->registry, writer.data ? writer.data : "", path);
}

/* The folder that is being read. */
typedef struct place {
	const char *real; /* its path without links */
	struct stat st;
} place;

static bool find_place(loading *l, const char *folder, place *found)
{
	char *real = realpath(folder, NULL);
	buf path = buf_on(l->arena);

	if (!real)
		return false;
	buf_puts(&path, real);
	free(real);
	found->real = path.data;
	return stat(path.data, &found->st) == 0;
}

/* Where a link leads, and the folder that this really stands in. */
static bool follow(loading *l, const char *link, const char **real, struct stat *file, place *folder)
{
	char *end = realpath(link, NULL);
	const char *slash = end ? strrchr(end, '/') : NULL;
	buf path = buf_on(l->arena), around = buf_on(l->arena);

	if (!end)
		return false;
	buf_puts(&path, end);
	buf_put(&around, end, slash == end ? 1 : (size_t)(slash - end));
	free(end);
	*real = path.data;
	return stat(path.data, file) == 0 && find_place(l, around.data, folder);
}

/* A link is followed first: what counts is the file that is loaded and the folder it really stands in. */
static void consider_file(loading *l, const char *path, place folder)
{
	const char *real = join(l->arena, folder.real, strrchr(path, '/') + 1);
	struct stat file;

	if (lstat(path, &file) != 0 || (S_ISLNK(file.st_mode) && !follow(l, path, &real, &file, &folder)))
		registry_refuse(l->registry, path, strerror(errno), NULL);
	else if (S_ISREG(file.st_mode) && trusted(l, folder.real, N_("folder"), &folder.st) &&
		 trusted(l, real, N_("file"), &file) && !met_before(l, &file))
		take_file(l, path);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_module(const char *name)
{
	size_t size = strlen(name), end = sizeof MODULE - 1;

	return size > end && name[0] != '.' && strcmp(name + size - end, MODULE) == 0;
}

/* The plugins of a folder in the order of their names.  False after refusing a folder with too many: some of them,
 * in the order in which the system lists them, would be others elsewhere. */
static bool find_files(loading *l, const char *folder, DIR *open, const char ***names, size_t *count)
{
	buf why = buf_on(l->arena);
	struct dirent *each;

	while ((each = readdir(open))) {
		if (!is_module(each->d_name))
			continue;
		if (*count == MOST_FILES) {
			buf_format(&why, _("the folder holds more than %d plugins"), MOST_FILES);
			registry_refuse(l->registry, folder, why.data, _("keep those that you use"));
			return false;
		}
		*names = arena_extend(l->arena, *names, *count, sizeof **names);
		(*names)[(*count)++] = join(l->arena, folder, each->d_name);
	}
	if (*count)
		qsort(*names, *count, sizeof **names, by_name);
	return true;
}

/* `wished`: the person named this folder, so it must be there. */
static void load_folder(loading *l, const char *folder, bool wished)
{
	const char **names = NULL;
	size_t count = 0;
	DIR *open = opendir(folder);
	place here = { 0 };
	bool good;

	if (!open) {
		buf why = buf_on(l->arena);

		if (!wished && errno == ENOENT)
			return;
		buf_format(&why, _("the folder cannot be read: %s"), strerror(errno));
		registry_refuse(l->registry, folder, why.data, _("correct --plugin-dir or RAMURE_PLUGIN_PATH"));
		return;
	}
	good = find_files(l, folder, open, &names, &count);
	closedir(open);
	if (!good)
		return;
	if (count && !find_place(l, folder, &here))
		registry_refuse(l->registry, folder, strerror(errno), NULL);
	for (size_t i = 0; here.real && i < count; i++)
		consider_file(l, names[i], here);
}

void loader_fill(registry *r, const ramure_search *where)
{
	loading l = { .registry = r, .arena = arena_new(0, NULL, NULL) };

	if (!l.arena)
		return;
	for (size_t i = 0; i < where->folder_count; i++)
		load_folder(&l, where->folders[i], true);
	for (const char *at = where->path ? where->path : ""; *at;) {
		size_t size = strcspn(at, ":");
		buf folder = buf_on(l.arena);

		buf_put(&folder, at, size);
		if (size)
			load_folder(&l, folder.data, true);
		at += size + (at[size] == ':');
	}
	if (where->user)
		load_folder(&l, where->user, false);
	if (where->installed)
		load_folder(&l, where->installed, false);
	arena_free(l.arena);
}

void loader_ask(registry *r, const char *writer)
{
	loading l = { .registry = r, .arena = arena_new(0, NULL, NULL) };
	const char *path;

	while (l.arena && (path = registry_deferred(r, writer)))
		load_file(&l, path);
	arena_free(l.arena);
}
