/* attachments.c: the files that an output carries (`attach:`). */
#include "config.h"

#include "core/attachments.h"

#include "core/base/str.h"
#include "core/context.h"
#include "core/source/include.h"

#include <string.h>

static const struct {
	const char *extension;
	const char *media_type;
} media_types[] = {
	{ ".md", "text/markdown" },     { ".csv", "text/csv" },  { ".yaml", "application/yaml" },
	{ ".yml", "application/yaml" }, { ".png", "image/png" }, { ".jpg", "image/jpeg" },
	{ ".jpeg", "image/jpeg" },
};

static const char *media_type(ramure_str name)
{
	for (size_t i = 0; i < sizeof media_types / sizeof *media_types; i++)
		if (str_ends(name, media_types[i].extension))
			return media_types[i].media_type;
	return "application/octet-stream";
}

static ramure_str without_folders(ramure_str path)
{
	for (size_t i = path.size; i > 0; i--)
		if (path.data[i - 1] == '/')
			return (ramure_str){ path.data + i, path.size - i };
	return path;
}

static bool is_taken(const ramure_ctx *ctx, ramure_str name)
{
	for (size_t i = 0; i < ctx->attachments.count; i++)
		if (ramure_str_equal(ctx->attachments.items[i].name, name))
			return true;
	return false;
}

/* A reader finds attachments by their names: a second "data.csv" is called "data.csv (2)". */
static ramure_str unique_name(ramure_ctx *ctx, ramure_str name)
{
	ramure_str unique = name;

	for (size_t n = 2; is_taken(ctx, unique); n++)
		unique = ramure_format(ctx, "%.*s (%zu)", (int)name.size, name.data, n);
	return unique;
}

static bool inside_root(ramure_ctx *ctx, ramure_str path)
{
	ramure_str root = ctx->root;

	return root.size && path.size > root.size && memcmp(path.data, root.data, root.size) == 0 &&
	       path.data[root.size] == '/';
}

static void attach(ramure_ctx *ctx, const source_file *file)
{
	ramure_str name = without_folders(file->path.size ? file->path : file->name);

	ctx->attachments.items[ctx->attachments.count] = (ramure_attachment){
		.name = unique_name(ctx, name),
		.bytes = file->bytes,
		.media_type = media_type(name),
		.date = ctx->date,
	};
	ctx->attachments.count++;
}

static void warn(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);
	ramure_span at = ctx->settings->attach.at;

	if (ramure_meta(document, RAMURE_META_EMBARGO)) {
		ramure_warning(ctx, at, "attach-embargo", "the attached source publishes a text under embargo");
		ramure_hint(ctx, "type: attach: none");
	}
	while (ramure_walk_next(&walk))
		if (walk.entering && walk.node->type == RAMURE_NOTES) {
			ramure_warning(ctx, at, "attach-notes", "the attached source publishes the speaker notes");
			ramure_hint(ctx, "type: attach: none");
			return;
		}
}

void attachments_gather(ramure_ctx *ctx, const ramure_node *document)
{
	attach_mode mode = (attach_mode)ctx->settings->attach.value;

	if (mode == ATTACH_NONE || ctx->attachments.items)
		return;
	ctx->attachments.items = RAMURE_NEW_ARRAY(ctx, ramure_attachment, files_count(ctx) + 1);
	for (size_t i = 1; i <= files_count(ctx); i++) {
		const source_file *file = files_at(ctx, (uint32_t)i);
		bool is_source = i == document->span.file || include_find(ctx, (uint32_t)i);

		if (is_source || (mode == ATTACH_ALL && inside_root(ctx, file->path)))
			attach(ctx, file);
	}
	warn(ctx, document);
}

const ramure_attachment *ramure_attachments(ramure_ctx *ctx, size_t *count)
{
	*count = ctx->attachments.count;
	return ctx->attachments.items;
}

ramure_str ramure_producer(ramure_ctx *ctx)
{
	(void)ctx;
	return RAMURE_STR("Ramure " PACKAGE_VERSION);
}
