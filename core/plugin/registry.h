/* registry.h: the plugins that were found, and the kinds and writers they give. */
#ifndef RAMURE_REGISTRY_H
#define RAMURE_REGISTRY_H

#include "core/ramure.h"

typedef struct registry registry;

/* One plugin as loaded, for `ramure plugins`. */
typedef struct loaded_plugin {
	const char *path;
	const ramure_plugin *plugin; /* NULL when it was refused */
	const char *refusal;         /* why, in words */
} loaded_plugin;

const ramure_kind *registry_kind(const registry *r, ramure_ctx *ctx, ramure_str name);
const ramure_kind *registry_kind_at(const registry *r, size_t index, const ramure_plugin **plugin);
size_t registry_kinds(const registry *r);
const ramure_writer *registry_writer(const registry *r, ramure_str name);
const ramure_writer *registry_writer_at(const registry *r, size_t index, const ramure_plugin **plugin);
size_t registry_writers(const registry *r);

/* A registry of given plugins, for tests and fuzzers; the loader (loader.h) fills one from folders. */
registry *registry_new(void);
/* False, with `why` set, when a name clashes. */
bool registry_add(registry *r, const ramure_plugin *plugin, const char *path, char **why);
void registry_free(registry *r);

#endif
