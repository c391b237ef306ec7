/* check_files.c: files that links miss, and those in the source's folder that nothing uses. */
#include "config.h"

#include "core/check/check.h"

#include "core/base/files.h"
#include "core/base/str.h"
#include "core/context.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder with more, or whose sources have more bytes, is no folder that a person keeps in order by hand. */
enum { MOST_ENTRIES = 1000, MOST_BYTES = 16 * 1024 * 1024 };

static bool ends_with(const char *name, const char *end)
{
	size_t size = strlen(name), tail = strlen(end);

	return size > tail && strcmp(name + size - tail, end) == 0;
}

static bool is_material(const char *name)
{
	static const char *const ends[] = { ".png", ".jpg", ".jpeg", ".csv", ".yaml", ".yml", ".ods" };

	if (name[0] == '.' || strcmp(name, "ramure.yaml") == 0)
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (ends_with(name, ends[i]))
			return true;
	return false;
}

static bool was_read(ramure_ctx *ctx, ramure_str path)
{
	for (size_t i = 1; i <= files_count(ctx); i++)
		if (ramure_str_equal(files_at(ctx, (uint32_t)i)->path, path))
			return true;
	return false;
}

/* Without a word when it cannot be read: nothing depends on it.  Of a file that is too large, enough to tell. */
static ramure_str read_quietly(ramure_ctx *ctx, ramure_str path)
{
	int fd = open(path.data, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat st;
	ramure_str text = { 0 };

	if (fd < 0)
		return text;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0) {
		size_t room = st.st_size > MOST_BYTES ? MOST_BYTES + 1 : (size_t)st.st_size;
		char *bytes = ramure_alloc(ctx, room);
		ssize_t size = read(fd, bytes, room);

		if (size > 0)
			text = (ramure_str){ bytes, (size_t)size };
	}
	close(fd);
	return text;
}

typedef struct folder {
	ramure_ctx *ctx;
	ramure_str path; /* without the last '/' */
	struct dirent **entries;
	size_t count;
	ramure_str *others; /* the other sources of the folder: they may name the file */
	size_t other_count;
} folder;

static ramure_str path_in(const folder *f, const char *name)
{
	return ramure_format(f->ctx, "%.*s/%s", (int)f->path.size, f->path.data, name);
}

static bool is_regular(ramure_str path)
{
	struct stat st;

	return stat(path.data, &st) == 0 && S_ISREG(st.st_mode);
}

static bool is_named(const folder *f, const char *name)
{
	for (size_t i = 0; i < f->other_count; i++)
		if (memmem(f->others[i].data, f->others[i].size, name, strlen(name)))
			return true;
	return false;
}

/* False when they are too much to read. */
static bool read_others(folder *f)
{
	size_t size = 0;

	f->others = RAMURE_NEW_ARRAY(f->ctx, ramure_str, f->count + 1);
	for (size_t i = 0; i < f->count; i++) {
		const char *name = f->entries[i]->d_name;
		ramure_str path = path_in(f, name);

		if (!ends_with(name, ".md") || was_read(f->ctx, path))
			continue;
		f->others[f->other_count] = read_quietly(f->ctx, path);
		size += f->others[f->other_count].size;
		if (size > MOST_BYTES)
			return false;
		f->other_count += f->others[f->other_count].size > 0;
	}
	return true;
}

static void advise(const folder *f, uint32_t source)
{
	for (size_t i = 0; i < f->count; i++) {
		const char *name = f->entries[i]->d_name;
		ramure_str path = path_in(f, name);

		if (!is_material(name) || was_read(f->ctx, path) || is_named(f, name) || !is_regular(path))
			continue;
		ramure_advice(f->ctx, (ramure_span){ .file = source }, "unused-file",
			      "'%s' lies in this folder, and no source here uses it", name);
		ramure_hint(f->ctx, "use it, or move it elsewhere");
	}
}

/* The folder of a source, without the last '/'; empty for standard input. */
static ramure_str folder_of(ramure_ctx *ctx, uint32_t file)
{
	ramure_str path = file ? str_folder(files_at(ctx, file)->path) : (ramure_str){ 0 };

	path.size -= path.size > 0;
	return path;
}

void check_unused_files(ramure_ctx *ctx, const ramure_node *document)
{
	folder f = { .ctx = ctx, .path = folder_of(ctx, document->span.file) };
	int count;

	if (!f.path.size || ctx->request.folder_told)
		return;
	count = scandir(path_in(&f, "").data, &f.entries, NULL, alphasort);
	if (count < 0)
		return;
	f.count = (size_t)count;
	if (f.count <= MOST_ENTRIES && read_others(&f))
		advise(&f, document->span.file);
	for (size_t i = 0; i < f.count; i++)
		free(f.entries[i]);
	free(f.entries);
}

/* The file that a link names beside its source; empty when it leads elsewhere.  Names with signs in code are left
 * alone. */
static ramure_str linked_file(ramure_str url)
{
	ramure_str name = { url.data, 0 };

	while (name.size < url.size && !strchr("?#", url.data[name.size]))
		name.size++;
	if (!name.size || name.data[0] == '/' || memchr(name.data, ':', name.size) || memchr(name.data, '%', name.size))
		return (ramure_str){ 0 };
	return name;
}

void check_linked_files(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		const ramure_node *node = walk.node;
		ramure_str beside, name;

		if (!walk.entering || node->type != RAMURE_LINK || !node->link->url.size)
			continue;
		beside = folder_of(ctx, node->span.file);
		name = linked_file(node->link->url);
		if (!beside.size || !name.size ||
		    access(ramure_format(ctx, "%.*s/%.*s", (int)beside.size, beside.data, (int)name.size, name.data)
				   .data,
			   F_OK) == 0)
			continue;
		ramure_advice(ctx, node->span, "missing-file", "the link leads to '%.*s', which is not here",
			      (int)name.size, name.data);
		if (str_begins(name, "www."))
			ramure_hint(ctx, "an address of the web begins with https://: (https://%.*s)",
				    (int)node->link->url.size, node->link->url.data);
		else
			ramure_hint(ctx, "correct its name, or put the file beside the source");
	}
}
