/* writer_options.c: options that writers declare, from one table of all to the struct of each. */
#include "core/source/writer_options.h"

#include "core/base/gettext.h"
#include "core/base/value_size.h"
#include "core/plugin/loader.h"
#include "core/source/fields.h"

#include <stdalign.h>
#include <string.h>

static size_t aligned(size_t size)
{
	return (size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
}

/* What has the same name has the same type (plugin/check.h). */
static const ramure_field *find(const ramure_field *fields, size_t count, const ramure_field *wanted)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(fields[i].en, wanted->en) == 0)
			return &fields[i];
	return NULL;
}

static option_table *make_table(ramure_ctx *ctx)
{
	size_t writers = registry_writers(ctx->registry), most = 0, count = 0;
	option_table *table = RAMURE_NEW(ctx, option_table);
	ramure_field *fields;

	for (size_t w = 0; w < writers; w++)
		most += registry_writer_at(ctx->registry, w, NULL)->options.count;
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
	return table;
}

static bool says_unknown(ramure_ctx *ctx, const data_value *front)
{
	const data_value *m = front && front->type == DATA_MAP ? front->first : NULL;

	while (m && (fields_find(ctx, settings_fields(), m->key.text) ||
		     fields_find(ctx, ctx->options->fields, m->key.text)))
		m = m->next;
	return m;
}

const option_table *option_table_for(ramure_ctx *ctx, const data_value *front)
{
	if (!ctx->options)
		ctx->options = make_table(ctx);
	if (!ctx->options_are_all && says_unknown(ctx, front)) {
		loader_ask(ctx->registry, NULL);
		ctx->options = make_table(ctx);
		ctx->options_are_all = true;
	}
	return ctx->options;
}

/* Each of the two has its own table: the other may have been read before all writers were loaded.  What only one of
 * them knows is of a writer that does not run. */
void options_take_defaults(settings *near, const settings *far)
{
	const option_table *own = near->option_table, *other = far->option_table;

	for (size_t i = 0; i < own->fields.count; i++) {
		const ramure_field *field = ramure_row(own->fields, i);
		const ramure_field *same = find(other->fields.first, other->fields.count, field);

		if (same && !field_given(field, near->options))
			memcpy((char *)near->options + field->offset, (const char *)far->options + same->offset,
			       value_room(field));
	}
}

/* A path of the command line is the shell's: it may lie anywhere.  A list gets its one item. */
static void take(ramure_ctx *ctx, const ramure_field *field, const char *value, void *record)
{
	const ramure_span typed = { .line = 1, .column = 1 };
	ramure_str words = { value, strlen(value) };
	source_text piece = source_text_new(ctx, 0, words, NULL, 0);
	bool text = field->type == RAMURE_TEXT || field->type == RAMURE_MARKDOWN;
	void *slot = (char *)record + field->offset;

	if (field->flags & RAMURE_MANY) {
		void *item = ramure_alloc(ctx, value_size(field));

		*(ramure_list *)slot = (ramure_list){ .at = typed, .items = item, .count = 1 };
		slot = item;
	}
	if (field->type == RAMURE_PATH)
		*(ramure_path *)slot = (ramure_path){ .at = typed, .text = words, .path = words };
	else if (value_parse(ctx, field, &piece, slot) && !text)
		*(ramure_span *)slot = typed; /* of no file, and given all the same */
}

void options_take_asked(ramure_ctx *ctx, settings *s)
{
	for (size_t i = 0; i < ctx->request.option_count; i++) {
		const ramure_asked *asked = &ctx->request.options[i];
		const ramure_field *field =
			fields_find(ctx, s->option_table->fields, (ramure_str){ asked->name, strlen(asked->name) });

		if (field) {
			take(ctx, field, asked->value, s->options);
			continue;
		}
		ramure_error(ctx, (ramure_span){ 0 }, N_("no writer has an option '%s'"), asked->name);
		ramure_hint(ctx, N_("type: ramure plugins"));
	}
}

const void *ramure_options(ramure_ctx *ctx)
{
	const option_table *table = ctx->settings->option_table;
	const ramure_writer *writer = ctx->writer;
	char *record = ramure_alloc(ctx, writer->options_size + sizeof(ramure_span));

	for (size_t i = 0; i < writer->options.count; i++) {
		const ramure_field *own = ramure_row(writer->options, i);
		const ramure_field *field = find(table->fields.first, table->fields.count, own);

		memcpy(record + own->offset, (const char *)ctx->settings->options + field->offset, value_room(own));
	}
	return record;
}
