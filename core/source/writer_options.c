/* writer_options.c: options that writers declare, from one table of all to the struct of each. */
#include "core/source/writer_options.h"

#include "core/base/gettext.h"
#include "core/context.h"
#include "core/plugin/registry.h"
#include "core/source/fields.h"
#include "core/source/settings.h"

#include <stdalign.h>
#include <string.h>

static size_t aligned(size_t size)
{
	return (size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
}

static const ramure_field *find(const ramure_field *fields, size_t count, const ramure_field *wanted)
{
	for (size_t i = 0; i < count; i++)
		if (fields[i].type == wanted->type && strcmp(fields[i].en, wanted->en) == 0)
			return &fields[i];
	return NULL;
}

const option_table *option_table_of(ramure_ctx *ctx)
{
	size_t writers = registry_writers(ctx->registry), most = 0, count = 0;
	option_table *table;
	ramure_field *fields;

	if (ctx->options)
		return ctx->options;
	for (size_t w = 0; w < writers; w++)
		most += registry_writer_at(ctx->registry, w, NULL)->options.count;
	table = RAMURE_NEW(ctx, option_table);
	table->record_size = aligned(sizeof(ramure_span));
	fields = RAMURE_NEW_ARRAY(ctx, ramure_field, most);
	for (size_t w = 0; w < writers; w++) {
		ramure_rows options = registry_writer_at(ctx->registry, w, NULL)->options;

		for (size_t i = 0; i < options.count; i++) {
			const ramure_field *option = ramure_row(options, i);

			if (find(fields, count, option))
				continue;
			fields[count] = *option;
			fields[count++].offset = table->record_size;
			table->record_size += aligned(value_room(option));
		}
	}
	table->fields = (ramure_rows){ fields, count, sizeof *fields };
	ctx->options = table;
	return table;
}

/* A path of the command line is the shell's: it may lie anywhere.  A list gets its one item. */
static void take(ramure_ctx *ctx, const ramure_field *field, const char *value, void *record)
{
	const ramure_span typed = { .line = 1, .column = 1 };
	ramure_str words = { value, strlen(value) };
	void *slot = (char *)record + field->offset;

	if (field->flags & RAMURE_MANY) {
		void *item = ramure_alloc(ctx, value_size(field));

		*(ramure_list *)slot = (ramure_list){ .at = typed, .items = item, .count = 1 };
		slot = item;
	}
	if (field->type == RAMURE_PATH)
		*(ramure_path *)slot = (ramure_path){ .at = typed, .text = words, .path = words };
	else
		ramure_value_parse(ctx, field->type, field->en, (ramure_string){ typed, words }, slot);
}

void options_take_asked(ramure_ctx *ctx, void *record)
{
	const option_table *table = option_table_of(ctx);

	for (size_t i = 0; i < ctx->request.option_count; i++) {
		const ramure_asked *asked = &ctx->request.options[i];
		const ramure_field *field =
			fields_find(ctx, table->fields, (ramure_str){ asked->name, strlen(asked->name) });

		if (field) {
			take(ctx, field, asked->value, record);
			continue;
		}
		ramure_error(ctx, (ramure_span){ 0 }, N_("no writer has an option '%s'"), asked->name);
		ramure_hint(ctx, N_("type: ramure plugins"));
	}
}

const void *ramure_options(ramure_ctx *ctx)
{
	const option_table *table = option_table_of(ctx);
	const ramure_writer *writer = ctx->writer;
	char *record = ramure_alloc(ctx, writer->options_size + sizeof(ramure_span));

	for (size_t i = 0; i < writer->options.count; i++) {
		const ramure_field *own = ramure_row(writer->options, i);
		const ramure_field *field = find(table->fields.first, table->fields.count, own);

		memcpy(record + own->offset, (const char *)ctx->settings->options + field->offset, value_room(own));
	}
	return record;
}
