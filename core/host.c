/* host.c: the doors of host.h that only lead to a room. */
#include "config.h"

#include "core/host.h"

#include "core/context.h"
#include "core/plugin/loader.h"
#include "core/plugin/registry.h"
#include "core/source/fields.h"
#include "core/source/include.h"
#include "core/source/settings.h"
#include "core/source/source.h"

#include <dlfcn.h>
#include <string.h>

ramure_registry *ramure_registry_load(const ramure_search *where)
{
	registry *r = registry_new();

	if (r) {
		registry_add_own(r, &include_kind);
		loader_fill(r, where);
	}
	return r;
}

void ramure_registry_load_all(ramure_registry *r)
{
	loader_ask(r, NULL);
}

void ramure_registry_free(ramure_registry *r)
{
	registry_free(r);
}

size_t ramure_registry_plugins(const ramure_registry *r)
{
	return registry_plugins(r);
}

const ramure_found_plugin *ramure_registry_plugin(const ramure_registry *r, size_t index)
{
	return registry_plugin_at(r, index);
}

size_t ramure_registry_kinds(const ramure_registry *r)
{
	return registry_kinds(r);
}

const ramure_kind *ramure_registry_kind(const ramure_registry *r, size_t index, const ramure_plugin **owner)
{
	return registry_kind_at(r, index, owner);
}

size_t ramure_registry_writers(const ramure_registry *r)
{
	return registry_writers(r);
}

const ramure_writer *ramure_registry_writer(const ramure_registry *r, size_t index, const ramure_plugin **owner)
{
	return registry_writer_at(r, index, owner);
}

const ramure_kind *ramure_registry_find_kind(const ramure_registry *r, ramure_ctx *ctx, ramure_str name)
{
	return registry_kind(r, ctx, name);
}

const ramure_writer *ramure_registry_find_writer(ramure_registry *r, const char *name)
{
	loader_ask(r, name);
	return registry_writer(r, (ramure_str){ name, strlen(name) });
}

const char *ramure_registry_whose(const ramure_registry *r, uintptr_t function)
{
	Dl_info in;
	void *address = (void *)function; /* NOLINT(performance-no-int-to-ptr): a number in shared memory */

	if (!function || !dladdr(address, &in) || !in.dli_fname)
		return NULL;
	for (size_t i = 0; i < registry_plugins(r); i++) {
		const loaded_plugin *found = registry_plugin_at(r, i);

		if (found->plugin && strcmp(found->path, in.dli_fname) == 0)
			return found->path;
	}
	return NULL;
}

ramure_ctx *ramure_ctx_new(const ramure_request *asked, ramure_registry *plugins, ramure_exhausted *exhausted,
			   void *closure)
{
	return ctx_new(asked, plugins, exhausted, closure);
}

void ramure_ctx_free(ramure_ctx *ctx)
{
	ctx_free(ctx);
}

void ramure_ctx_share(ramure_ctx *ctx, volatile uintptr_t *word)
{
	*word = *ctx->running;
	ctx->running = word;
}

const char *ramure_nearest(ramure_ctx *ctx, const char *typed, const char *const *names, size_t count)
{
	return names_nearest(ctx, (ramure_str){ typed, strlen(typed) }, names, count);
}

ramure_rows ramure_document_fields(void)
{
	return settings_fields();
}

ramure_rows ramure_common_fields(void)
{
	return blocks_common_fields();
}

const char *ramure_version(void)
{
	return PACKAGE_VERSION;
}

size_t ramure_files(ramure_ctx *ctx)
{
	return files_count(ctx);
}

ramure_str ramure_file_path(ramure_ctx *ctx, size_t index)
{
	return files_at(ctx, (uint32_t)index + 1)->path;
}
