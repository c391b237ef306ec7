/* registry.c: kinds and writers by name, and whose they are. */
#include "core/plugin/registry.h"

#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/plugin/check.h"

#include <stdlib.h>
#include <string.h>

/* One plugin; refused ones stay, so that `ramure plugins` can say why. */
typedef struct entry {
	loaded_plugin found;
	struct entry *next;
} entry;

typedef struct kind_entry {
	const ramure_kind *kind;
	entry *owner;
	/* every name it answers to, folded */
	const ramure_str *names;
	size_t name_count;
} kind_entry;

typedef struct writer_entry {
	const ramure_writer *writer;
	entry *owner;
} writer_entry;

/* A file that is loaded when its writer is asked for. */
typedef struct deferred {
	const char *writer, *path;
	struct deferred *next;
} deferred;

struct registry {
	arena *arena;
	entry *first, *last;
	kind_entry *kinds;
	size_t kind_count;
	writer_entry *writers;
	size_t writer_count;
	entry *own; /* owner of the core's kinds; in no list */
	deferred *deferred;
};

registry *registry_new(void)
{
	arena *a = arena_new(0, NULL, NULL);
	registry *r;

	if (!a)
		return NULL;
	r = arena_alloc(a, sizeof *r);
	r->arena = a;
	return r;
}

/* What was loaded stays until the process ends: its tables may still be read, and unloading costs as much again. */
void registry_free(registry *r)
{
	if (r)
		arena_free(r->arena);
}

static const char *keep_words(registry *r, const char *words)
{
	size_t size = words ? strlen(words) + 1 : 0;

	return words ? memcpy(arena_alloc(r->arena, size), words, size) : NULL;
}

void registry_defer(registry *r, const char *writer, const char *path)
{
	deferred **last = &r->deferred;

	while (*last)
		last = &(*last)->next;
	*last = arena_alloc(r->arena, sizeof **last);
	**last = (deferred){ .writer = keep_words(r, writer), .path = keep_words(r, path) };
}

const char *registry_deferred(registry *r, const char *writer)
{
	for (deferred **at = r ? &r->deferred : NULL; at && *at; at = &(*at)->next) {
		const deferred *d = *at;

		if (!writer || strcmp(d->writer, writer) == 0) {
			*at = d->next;
			return d->path;
		}
	}
	return NULL;
}

static entry *add_entry(registry *r, const char *path, const ramure_plugin *plugin)
{
	entry *e = arena_alloc(r->arena, sizeof *e);

	e->found = (loaded_plugin){ .path = keep_words(r, path), .plugin = plugin };
	if (r->last)
		r->last->next = e;
	else
		r->first = e;
	r->last = e;
	return e;
}

void registry_refuse(registry *r, const char *path, const char *why, const char *hint)
{
	entry *e = add_entry(r, path, NULL);

	e->found.refusal = keep_words(r, why);
	e->found.hint = keep_words(r, hint);
}

/* Every name of a kind: English, French, and the synonyms between bars. */
static void fold_names(registry *r, kind_entry *k)
{
	const char *all[] = { k->kind->en, k->kind->fr, k->kind->synonyms };
	ramure_str *names = NULL;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		const char *at = all[i] ? all[i] : "";

		while (*at) {
			size_t size = strcspn(at, "|");

			names = arena_extend(r->arena, names, k->name_count, sizeof *names);
			names[k->name_count++] = utf8_fold_name(r->arena, (ramure_str){ at, size });
			at += size + (at[size] == '|');
		}
	}
	k->names = names;
}

static kind_entry *find_kind(const registry *r, ramure_str folded)
{
	for (size_t i = 0; i < r->kind_count; i++)
		for (size_t j = 0; j < r->kinds[i].name_count; j++)
			if (ramure_str_equal(r->kinds[i].names[j], folded))
				return &r->kinds[i];
	return NULL;
}

static writer_entry *find_writer(const registry *r, ramure_str name)
{
	for (size_t i = 0; i < r->writer_count; i++) {
		const char *known = r->writers[i].writer->name;

		if (ramure_str_equal((ramure_str){ known, strlen(known) }, name))
			return &r->writers[i];
	}
	return NULL;
}

static void add_kind(registry *r, const ramure_kind *kind, entry *owner)
{
	kind_entry k = { .kind = kind, .owner = owner };

	fold_names(r, &k);
	r->kinds = arena_extend(r->arena, r->kinds, r->kind_count, sizeof k);
	r->kinds[r->kind_count++] = k;
}

static void add_writer(registry *r, const ramure_writer *writer, entry *owner)
{
	r->writers = arena_extend(r->arena, r->writers, r->writer_count, sizeof *r->writers);
	r->writers[r->writer_count++] = (writer_entry){ writer, owner };
}

/* What a plugin gives that another has given already. */
typedef struct clash {
	entry *owner; /* NULL when nothing is */
	const char *what, *name;
} clash;

static clash clash_of_kind(registry *r, const ramure_kind *kind)
{
	kind_entry fresh = { .kind = kind };

	fold_names(r, &fresh);
	for (size_t i = 0; i < fresh.name_count; i++) {
		const kind_entry *old = find_kind(r, fresh.names[i]);

		if (old)
			return (clash){ old->owner, _("kind"), kind->en };
	}
	return (clash){ 0 };
}

static clash clash_of_writer(registry *r, const ramure_writer *writer)
{
	const writer_entry *old = find_writer(r, (ramure_str){ writer->name, strlen(writer->name) });

	if (old)
		return (clash){ old->owner, _("writer"), writer->name };
	for (size_t i = 0; i < r->writer_count; i++) {
		const ramure_field *option = plugin_option_clash(r->arena, r->writers[i].writer, writer);

		if (option)
			return (clash){ r->writers[i].owner, _("option"), option->en };
	}
	return (clash){ 0 };
}

static clash find_clash(registry *r, const ramure_plugin *plugin)
{
	clash found = { 0 };

	for (entry *e = r->first; e; e = e->next)
		if (e->found.plugin && e->found.plugin != plugin && strcmp(e->found.plugin->name, plugin->name) == 0)
			return (clash){ e, _("plugin"), plugin->name };
	for (size_t i = 0; i < plugin->kinds.count && !found.owner; i++)
		found = clash_of_kind(r, ramure_row(plugin->kinds, i));
	for (size_t i = 0; i < plugin->writers.count && !found.owner; i++)
		found = clash_of_writer(r, ramure_row(plugin->writers, i));
	return found;
}

/* Takes back what a plugin gave. */
static void withdraw(registry *r, entry *owner)
{
	size_t kept = 0;

	for (size_t i = 0; i < r->kind_count; i++)
		if (r->kinds[i].owner != owner)
			r->kinds[kept++] = r->kinds[i];
	r->kind_count = kept;
	kept = 0;
	for (size_t i = 0; i < r->writer_count; i++)
		if (r->writers[i].owner != owner)
			r->writers[kept++] = r->writers[i];
	r->writer_count = kept;
}

static void refuse_both(registry *r, clash c, entry *fresh)
{
	entry *old = c.owner;
	buf why = buf_on(r->arena);
	const char *hint = _("remove one of the two files, or rename what they both give");

	if (old == r->own) {
		buf_format(&why, _("%s '%s' is ramure's own"), c.what, c.name);
		fresh->found.refusal = why.data;
		fresh->found.hint = _("give it another name");
		return;
	}
	buf_format(&why, _("%s '%s' is given by both '%s' and '%s'"), c.what, c.name, old->found.path,
		   fresh->found.path);
	fresh->found.refusal = why.data;
	fresh->found.hint = hint;
	if (old->found.refusal)
		return;
	withdraw(r, old);
	old->found.refusal = why.data;
	old->found.hint = hint;
}

void registry_add_own(registry *r, const ramure_kind *kind)
{
	if (!r->own)
		r->own = arena_alloc(r->arena, sizeof *r->own);
	add_kind(r, kind, r->own);
}

bool registry_add(registry *r, const ramure_plugin *plugin, const char *path, const char **why)
{
	const char *refusal;
	const ramure_plugin *checked = plugin_check(r->arena, plugin, &refusal);
	entry *fresh = add_entry(r, path, checked);
	clash found = checked ? find_clash(r, checked) : (clash){ 0 };

	if (!checked) {
		fresh->found.refusal = refusal;
		fresh->found.hint = _("rebuild the plugin against this ramure's ramure.h, or remove the file");
	} else if (found.owner) {
		refuse_both(r, found, fresh);
	}
	if (!checked || fresh->found.refusal) {
		*why = fresh->found.refusal;
		return false;
	}
	for (size_t i = 0; i < checked->kinds.count; i++)
		add_kind(r, ramure_row(checked->kinds, i), fresh);
	for (size_t i = 0; i < checked->writers.count; i++)
		add_writer(r, ramure_row(checked->writers, i), fresh);
	return true;
}

const ramure_kind *registry_kind(const registry *r, ramure_ctx *ctx, ramure_str name)
{
	const kind_entry *k = r ? find_kind(r, utf8_fold_name(ctx->arena, name)) : NULL;

	return k ? k->kind : NULL;
}

size_t registry_kinds(const registry *r)
{
	return r ? r->kind_count : 0;
}

const ramure_kind *registry_kind_at(const registry *r, size_t index, const ramure_plugin **plugin)
{
	if (plugin)
		*plugin = r->kinds[index].owner->found.plugin;
	return r->kinds[index].kind;
}

const ramure_writer *registry_writer(const registry *r, ramure_str name)
{
	const writer_entry *w = r ? find_writer(r, name) : NULL;

	return w ? w->writer : NULL;
}

size_t registry_writers(const registry *r)
{
	return r ? r->writer_count : 0;
}

const ramure_writer *registry_writer_at(const registry *r, size_t index, const ramure_plugin **plugin)
{
	if (plugin)
		*plugin = r->writers[index].owner->found.plugin;
	return r->writers[index].writer;
}

size_t registry_plugins(const registry *r)
{
	size_t count = 0;

	for (const entry *e = r ? r->first : NULL; e; e = e->next)
		count++;
	return count;
}

const loaded_plugin *registry_plugin_at(const registry *r, size_t index)
{
	const entry *e = r->first;

	while (index-- && e)
		e = e->next;
	return e ? &e->found : NULL;
}
