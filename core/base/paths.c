/* paths.c: the paths that a source names, and the root that they may not leave. */
#include "core/base/files.h"

#include "core/base/gettext.h"
#include "core/base/str.h"
#include "core/context.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

const char *files_c_path(ramure_ctx *ctx, ramure_str s)
{
	return ramure_format(ctx, "%.*s", (int)s.size, s.data).data;
}

ramure_str files_real_path(ramure_ctx *ctx, const char *path)
{
	char *found = realpath(path, NULL);
	ramure_str copy;

	if (!found)
		return (ramure_str){ 0 };
	copy = ramure_format(ctx, "%s", found);
	free(found);
	return copy;
}

/* A path up to its last '/', or "." */
static ramure_str folder_of(ramure_str path)
{
	path = str_folder(path);
	return path.size ? path : RAMURE_STR("./");
}

static bool stands_in(ramure_str path, ramure_str folder)
{
	if (folder.size == 1) /* the root of the file system */
		return true;
	return path.size >= folder.size && memcmp(path.data, folder.data, folder.size) == 0 &&
	       (path.size == folder.size || path.data[folder.size] == '/');
}

/* Whether the steps of a path, one by one, come out of the folder where it begins. */
static bool climbs_out(ramure_ctx *ctx, ramure_str folder, ramure_str path, ramure_str root)
{
	ramure_str here = files_real_path(ctx, files_c_path(ctx, folder));
	size_t above = 0, depth = 0;

	if (!here.data || !stands_in(here, root))
		return true;
	/* How many folders one may climb before leaving the root. */
	for (size_t i = root.size == 1 ? 0 : root.size; i < here.size; i++)
		above += here.data[i] == '/' && i + 1 < here.size;
	for (size_t i = 0; i < path.size;) {
		const char *slash = memchr(path.data + i, '/', path.size - i);
		size_t size = slash ? (size_t)(slash - path.data) - i : path.size - i;

		if (size == 2 && memcmp(path.data + i, "..", 2) == 0) {
			if (depth)
				depth--;
			else if (above)
				above--;
			else
				return true;
		} else if (size && !(size == 1 && path.data[i] == '.'))
			depth++;
		i += size + 1;
	}
	return false;
}

static bool check_form(ramure_ctx *ctx, ramure_string named)
{
	ramure_str text = named.text;

	if (!text.size) {
		ramure_error(ctx, named.at, N_("the name of a file is missing"));
		return false;
	}
	if (text.size >= PATH_MAX || memchr(text.data, '\0', text.size)) {
		ramure_error(ctx, named.at, N_("this cannot be the name of a file"));
		return false;
	}
	if (text.data[0] == '/' || text.data[0] == '~' || (text.size > 1 && text.data[1] == ':') ||
	    str_begins(text, "file:")) {
		size_t start = text.size;

		while (start && !strchr("/\\:", text.data[start - 1]))
			start--;
		ramure_error(ctx, named.at, N_("'%.*s' is not beside this source"), (int)text.size, text.data);
		ramure_hint(ctx, N_("copy the file beside the source and write its name alone: '%.*s'"),
			    (int)(text.size - start), text.data + start);
		return false;
	}
	if (memchr(text.data, '\\', text.size)) {
		char *mended = ramure_alloc(ctx, text.size);

		for (size_t i = 0; i < text.size; i++)
			mended[i] = text.data[i] == '\\' ? '/' : text.data[i];
		ramure_error(ctx, named.at, N_("'%.*s' is written with backslashes"), (int)text.size, text.data);
		ramure_hint(ctx, N_("write '%.*s'"), (int)text.size, mended);
		return false;
	}
	return true;
}

static ramure_str leaves_root(ramure_ctx *ctx, ramure_string named, ramure_str root)
{
	ramure_error(ctx, named.at, N_("'%.*s' leads out of the folder '%.*s'"), (int)named.text.size, named.text.data,
		     (int)root.size, root.data);
	ramure_hint(ctx, N_("copy the file into that folder, or put a file 'ramure.yaml' in the folder that holds "
			    "both: it marks how far paths may go"));
	return RAMURE_STR("");
}

ramure_str files_resolve(ramure_ctx *ctx, ramure_string named)
{
	ramure_str folder = folder_of(files_at(ctx, named.at.file)->name);
	ramure_str root = ctx->root, path, real;

	if (!check_form(ctx, named))
		return RAMURE_STR("");
	if (!root.size)
		root = files_real_path(ctx, files_c_path(ctx, folder));
	if (!root.data || climbs_out(ctx, folder, named.text, root))
		return leaves_root(ctx, named, root.data ? root : folder);
	path = ramure_str_equal(folder, RAMURE_STR("./"))
		       ? ramure_format(ctx, "%.*s", (int)named.text.size, named.text.data)
		       : ramure_format(ctx, "%.*s%.*s", (int)folder.size, folder.data, (int)named.text.size,
				       named.text.data);
	real = files_find(ctx, &path);
	if (!real.data) {
		files_report_unread(ctx, named.at, path, named.text);
		return RAMURE_STR("");
	}
	return stands_in(real, root) ? path : leaves_root(ctx, named, root);
}
