/* registry.h: the plugins that were found, and the kinds and writers they give. */
#ifndef RAMURE_REGISTRY_H
#define RAMURE_REGISTRY_H

#include "core/host.h"

typedef struct registry registry;

/* One plugin file as found, for `ramure plugins`. */
typedef ramure_found_plugin loaded_plugin;

const ramure_kind *registry_kind(const registry *r, ramure_ctx *ctx, ramure_str name);
const ramure_kind *registry_kind_at(const registry *r, size_t index, const ramure_plugin **plugin);
size_t registry_kinds(const registry *r);
const ramure_writer *registry_writer(const registry *r, ramure_str name);
const ramure_writer *registry_writer_at(const registry *r, size_t index, const ramure_plugin **plugin);
size_t registry_writers(const registry *r);
size_t registry_plugins(const registry *r);
const loaded_plugin *registry_plugin_at(const registry *r, size_t index);

/* A registry of given plugins, for tests and fuzzers; the loader (loader.h) fills one from folders. */
registry *registry_new(void);
/* False, with `why` set (it lives as long as the registry), when the descriptor is not sound or a name clashes; then
 * the plugin that had the name before is refused too, because nobody can tell which one was meant.  `path` and the
 * descriptor must live as long as the registry. */
bool registry_add(registry *r, const ramure_plugin *plugin, const char *path, const char **why);
/* A kind of the core's own: a plugin that gives one of its names is refused. */
void registry_add_own(registry *r, const ramure_kind *kind);
/* Records a file that was not even loaded, with the reason and what to do; both are copied. */
void registry_refuse(registry *r, const char *path, const char *why, const char *hint);
/* Keeps the file of a writer's plugin for when that writer is asked for; both are copied. */
void registry_defer(registry *r, const char *writer, const char *path);
/* A file that was kept, of that writer or, when NULL, of any; from now on it is kept no more.  NULL: there is none. */
const char *registry_deferred(registry *r, const char *writer);
void registry_free(registry *r);

#endif
