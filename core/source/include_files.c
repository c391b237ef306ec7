/* include_files.c: the files that the lines of an include block name, one by one or by a pattern. */
#include "core/base/files.h"
#include "core/base/gettext.h"
#include "core/base/str.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/source/include.h"

#include <string.h>

typedef struct listing {
	ramure_ctx *ctx;
	inclusion *items;
	size_t count;
} listing;

static bool is_pattern(ramure_str name)
{
	return name.size && (memchr(name.data, '*', name.size) || memchr(name.data, '?', name.size));
}

static size_t sign_size(const char *at, const char *end)
{
	size_t size = 1;

	while (at + size < end && ((unsigned char)at[size] & 0xC0) == 0x80)
		size++;
	return size;
}

/* `*` is any run of signs, `?` one sign.  After a mismatch only the last `*` takes one sign more: linear in what is
 * tried, never a search of all ways. */
static bool matches(ramure_str pattern, ramure_str name)
{
	const char *p = pattern.data, *p_end = p + pattern.size, *s = name.data, *s_end = s + name.size;
	const char *star = NULL, *after = NULL;

	while (s < s_end) {
		if (p < p_end && *p == '*') {
			star = ++p;
			after = s;
		} else if (p < p_end && (*p == '?' || *p == *s)) {
			s += *p == '?' ? sign_size(s, s_end) : 1;
			p++;
		} else if (star) {
			p = star;
			s = ++after;
		} else {
			return false;
		}
	}
	while (p < p_end && *p == '*')
		p++;
	return p == p_end;
}

/* A folder holds images and data too: a pattern that names no ending means sources. */
static bool is_meant(ramure_str pattern, ramure_str name)
{
	bool source = name.size > 3 && memcmp(name.data + name.size - 3, ".md", 3) == 0;

	return name.data[0] != '.' && matches(pattern, name) && (source || memchr(pattern.data, '.', pattern.size));
}

static void add(listing *l, ramure_string named, bool by_pattern)
{
	ramure_str path = files_resolve(l->ctx, named);
	uint32_t file = path.size ? files_read(l->ctx, path, named.at, false) : 0;

	if (!file)
		return;
	l->items = arena_extend(l->ctx->arena, l->items, l->count, sizeof *l->items);
	l->items[l->count++] = (inclusion){ file, named.at, by_pattern };
}

static void add_pattern(listing *l, ramure_string named)
{
	ramure_str folder = str_folder(named.text), pattern = named.text, path;
	const char *const *names;
	size_t count, found = 0;

	pattern.data += folder.size;
	pattern.size -= folder.size;
	if (is_pattern(folder) || !pattern.size) {
		ramure_error(l->ctx, named.at, N_("'*' and '?' stand for the names of files, not of folders"));
		ramure_hint(l->ctx, N_("write a line for each folder, as in: 2020/*.md"));
		return;
	}
	path = files_resolve(l->ctx, (ramure_string){ named.at, folder.size ? folder : RAMURE_STR(".") });
	if (!path.size)
		return;
	names = files_in(l->ctx, path, named.at, &count);
	for (size_t i = 0; i < count && found <= INCLUDE_MOST; i++) {
		ramure_str name = { names[i], strlen(names[i]) };

		if (!is_meant(pattern, utf8_nfc(l->ctx->arena, name)))
			continue;
		found++;
		add(l,
		    (ramure_string){ named.at,
				     ramure_format(l->ctx, "%.*s%s", (int)folder.size, folder.data, names[i]) },
		    true);
	}
	if (found || !names)
		return;
	ramure_error(l->ctx, named.at, N_("no file is called '%.*s'"), (int)named.text.size, named.text.data);
	ramure_hint(l->ctx, N_("'*' stands for any signs and '?' for one, as in: reunions/2020-*.md"));
}

const inclusion *include_files(ramure_ctx *ctx, ramure_list lines, size_t *count)
{
	listing l = { .ctx = ctx };
	const ramure_string *items = lines.items;

	for (size_t i = 0; i < lines.count && l.count <= INCLUDE_MOST; i++) {
		ramure_string named = { items[i].at, utf8_nfc(ctx->arena, items[i].text) };

		if (is_pattern(named.text))
			add_pattern(&l, named);
		else
			add(&l, named, false);
	}
	*count = l.count;
	return l.items;
}
