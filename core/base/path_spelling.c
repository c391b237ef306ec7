/* path_spelling.c: a path as its folders spell it, or what they have that is nearest to it. */
#include "core/base/files.h"

#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/base/str.h"
#include "core/base/utf8.h"
#include "core/context.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* A name without its ending, as names compare. */
static ramure_str stem_of(ramure_ctx *ctx, ramure_str name)
{
	size_t size = name.size;

	while (size && name.data[size - 1] != '.')
		size--;
	return utf8_fold_name(ctx->arena, size > 1 ? (ramure_str){ name.data, size - 1 } : name);
}

/* How far a name that stands in a folder is from the one wanted, the least first; SIZE_MAX beyond `most` changes.  The
 * same stem counts as no change: an ending is easily forgotten or mistaken. */
static size_t distance_of(ramure_ctx *ctx, ramure_str there, ramure_str wanted, size_t most, bool source)
{
	enum { ALIKE = 8 };
	size_t folded = utf8_distance(utf8_fold_name(ctx->arena, there), utf8_fold_name(ctx->arena, wanted), most);

	if (ramure_str_equal(stem_of(ctx, there), stem_of(ctx, wanted)))
		folded = 0;
	if (folded > most)
		return SIZE_MAX;
	/* Among equals that which was typed, but for its accents and capitals; a source before what was made of it. */
	return folded * 2 * ALIKE + (source && !str_ends(there, ".md") ? ALIKE : 0) +
	       utf8_distance(there, wanted, ALIKE - 1);
}

static bool is_folder(ramure_ctx *ctx, const char *folder, const char *name)
{
	struct stat facts;

	return stat(ramure_format(ctx, "%s/%s", folder, name).data, &facts) == 0 && S_ISDIR(facts.st_mode);
}

/* The name of a folder that is nearest to one that does not stand in it; empty when none is near. */
static ramure_str nearest_name(ramure_ctx *ctx, const char *folder, ramure_str missing, bool file, bool source)
{
	DIR *names = opendir(folder);
	size_t most = utf8_fold_name(ctx->arena, missing).size / 3 + 1, best = SIZE_MAX;
	ramure_str nearest = RAMURE_STR("");
	const struct dirent *entry;

	while (names && (entry = readdir(names))) {
		ramure_str there = { entry->d_name, strlen(entry->d_name) };
		size_t distance = there.data[0] == '.' ? SIZE_MAX : distance_of(ctx, there, missing, most, source);

		/* Folders list their names in any order: the alphabet settles a tie. */
		if (distance == SIZE_MAX || distance > best ||
		    (distance == best && strcmp(there.data, nearest.data) >= 0) ||
		    (file && is_folder(ctx, folder, there.data)))
			continue;
		nearest = ramure_format(ctx, "%s", there.data);
		best = distance;
	}
	if (names)
		closedir(names);
	return nearest;
}

/* The name in a folder that is this one but for the composition of its accents; empty when there is none. */
static ramure_str same_name(ramure_ctx *ctx, ramure_str folder, ramure_str name)
{
	ramure_str wanted = utf8_nfc(ctx->arena, name), same = RAMURE_STR("");
	DIR *names = opendir(folder.size ? files_c_path(ctx, folder) : ".");
	const struct dirent *entry;

	while (names && (entry = readdir(names))) {
		ramure_str there = ramure_format(ctx, "%s", entry->d_name);

		if (ramure_str_equal(utf8_nfc(ctx->arena, there), wanted) &&
		    (!same.size || strcmp(there.data, same.data) < 0))
			same = there;
	}
	if (names)
		closedir(names);
	return same;
}

/* The same path, each step as its folder spells it, as far as the steps are there. */
static ramure_str as_spelt(ramure_ctx *ctx, ramure_str path)
{
	buf spelt = buf_on(ctx->arena);
	struct stat facts;

	for (size_t i = 0; i < path.size;) {
		const char *slash = memchr(path.data + i, '/', path.size - i);
		ramure_str step = { path.data + i, slash ? (size_t)(slash - path.data) - i : path.size - i };
		size_t before = spelt.size;

		buf_put_str(&spelt, step);
		if (step.size && stat(files_c_path(ctx, buf_str(&spelt)), &facts) != 0) {
			ramure_str same = same_name(ctx, (ramure_str){ spelt.data, before }, step);

			spelt.size = before;
			if (!same.size) {
				buf_put(&spelt, path.data + i, path.size - i);
				break;
			}
			buf_put_str(&spelt, same);
		}
		if (slash)
			buf_putc(&spelt, '/');
		i = slash ? (size_t)(slash - path.data) + 1 : path.size;
	}
	return buf_str(&spelt);
}

/* "juin.md, juillet.md" */
static bool has_two_names(ramure_str named)
{
	for (size_t i = 0; i + 4 < named.size; i++)
		if (memcmp(named.data + i, ".md", 3) == 0 && strchr(" ,;", named.data[i + 3]))
			return str_ends(named, ".md");
	return false;
}

static void report_missing(ramure_ctx *ctx, ramure_span from, ramure_str path, ramure_str named)
{
	size_t start = 0, end = 0;
	const char *folder = ".";
	ramure_str near, before;
	struct stat facts;

	path = as_spelt(ctx, path);
	/* The first step of the path that is not there. */
	do {
		const char *slash;

		start = end < path.size && path.data[end] == '/' ? end + 1 : end;
		slash = start < path.size ? memchr(path.data + start, '/', path.size - start) : NULL;
		if (start)
			folder = files_c_path(ctx, (ramure_str){ path.data, start });
		end = slash ? (size_t)(slash - path.data) : path.size;
	} while (end < path.size && stat(files_c_path(ctx, (ramure_str){ path.data, end ? end : 1 }), &facts) == 0);

	ramure_error(ctx, from, N_("'%.*s' does not exist"), (int)named.size, named.data);
	if (!ctx->diagnostics.last_was_kept) /* nor is a folder read for it */
		return;
	if (ramure_given(from) && has_two_names(named)) {
		ramure_hint(ctx, N_("write each name on a line of its own"));
		return;
	}
	near = nearest_name(ctx, folder, (ramure_str){ path.data + start, end - start }, end == path.size,
			    !ramure_given(from) && !str_ends(named, ".odt"));
	if (!near.size) {
		if (ramure_given(from))
			ramure_hint(ctx,
				    N_("put a file of that name beside this source, or write the name of yours as it "
				       "is, with its ending"));
		else
			ramure_hint(ctx, N_("write its name as it is, with its folder and its ending: "
					    "'Documents/reunion.md'"));
		return;
	}
	before = named;
	before.size = named.size + start > path.size ? named.size + start - path.size : 0;
	ramure_hint(ctx, N_("did you mean '%.*s%s%.*s'?"), (int)before.size, before.data, near.data,
		    (int)(path.size - end), path.data + end);
}

void files_report_unread(ramure_ctx *ctx, ramure_span from, ramure_str path, ramure_str named)
{
	int reason = errno;
	struct stat facts;

	if ((reason == ENOENT || reason == ELOOP) && lstat(files_c_path(ctx, path), &facts) == 0 &&
	    S_ISLNK(facts.st_mode)) {
		ramure_error(ctx, from, N_("'%.*s' is a link to a file that is not there"), (int)named.size,
			     named.data);
		ramure_hint(ctx, N_("put the file itself in its place"));
	} else if (reason == ENOENT || reason == ENOTDIR) {
		report_missing(ctx, from, path, named);
	} else {
		ramure_error(ctx, from, N_("'%.*s' cannot be read: %s"), (int)named.size, named.data, strerror(reason));
		if (reason == EACCES)
			ramure_hint(ctx, N_("ask its owner to let you read it, or for a copy"));
	}
}

ramure_str files_find(ramure_ctx *ctx, ramure_str *path)
{
	ramure_str real = files_real_path(ctx, files_c_path(ctx, *path)), spelt;

	if (real.data || errno != ENOENT)
		return real;
	spelt = as_spelt(ctx, *path);
	real = files_real_path(ctx, files_c_path(ctx, spelt));
	if (real.data)
		*path = spelt;
	return real;
}
