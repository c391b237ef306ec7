/* data_value.c: values of data, as they are made and as they are asked for. */
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/source/data_reader.h"

#include <string.h>

arena *data_arena(ramure_ctx *ctx)
{
	if (!ctx->values)
		ctx->values = arena_beside(ctx->arena);
	return ctx->values;
}

data_value *data_new(data_reader *r, data_type type, size_t offset, size_t size)
{
	data_value *v = arena_alloc(data_arena(r->ctx), sizeof *v);

	v->type = type;
	v->at = source_text_span(r->piece, offset, size);
	v->text = source_text_part(r->piece, offset, size);
	if (++r->values == DATA_MOST_VALUES) {
		ramure_error(r->ctx, v->at, N_("more than %d values: what follows was not read"), DATA_MOST_VALUES);
		ramure_hint(r->ctx, N_("split the data into several files"));
		r->stopped = true;
	}
	return v;
}

void data_append(data_value *parent, data_value *child)
{
	if (!parent->first)
		parent->first = child;
	else
		parent->last->next = child;
	parent->last = child;
	parent->count++;
}

static size_t hash(const data_value *map, ramure_str name)
{
	uint64_t h = 14695981039346656037u ^ (uintptr_t)map;

	for (size_t i = 0; i < name.size; i++)
		h = (h ^ (unsigned char)name.data[i]) * 1099511628211u;
	return (size_t)(h ^ h >> 29);
}

/* The place of a name in the table, or the open place where it would go. */
static data_slot *slot_of(data_reader *r, const data_value *map, ramure_str name)
{
	size_t i = hash(map, name);

	for (;; i++) {
		data_slot *slot = &r->slots[i & (r->slot_count - 1)];

		if (!slot->map || (slot->map == map && ramure_str_equal(slot->member->name, name)))
			return slot;
	}
}

static void grow_slots(data_reader *r)
{
	data_slot *old = r->slots;
	size_t count = r->slot_count;

	if (r->slots_used * 2 < count)
		return;
	r->slot_count = count ? count * 2 : 64;
	r->slots = arena_alloc_array(data_arena(r->ctx), r->slot_count, sizeof *r->slots);
	for (size_t i = 0; i < count; i++)
		if (old[i].map)
			*slot_of(r, old[i].map, old[i].member->name) = old[i];
}

void data_set_key(data_reader *r, data_value *map, data_value *member, size_t start, size_t size)
{
	data_slot *slot;
	ramure_str key = { r->bytes.data + start, size };
	ramure_str shown = source_text_excerpt(r->ctx, key);

	member->key = (ramure_string){ .at = source_text_span(r->piece, start, size), .text = key };
	member->name = utf8_fold_name(data_arena(r->ctx), key);
	grow_slots(r);
	slot = slot_of(r, map, member->name);
	if (slot->map) {
		ramure_error(r->ctx, data_slip(r, start, size), N_("'%.*s' stands here twice, first on line %u"),
			     (int)shown.size, shown.data, slot->member->key.at.line);
		if (r->depth > 1 && map->count > 1 && ramure_str_equal(map->first->name, member->name))
			ramure_hint(r->ctx,
				    N_("if another item begins here, put '- ' before this line and before line "
				       "%u, and two more spaces before the lines after each"),
				    (unsigned)map->first->key.at.line);
		ramure_hint(r->ctx, N_("keep one of the two; several values go in lines below it, each after '- '"));
		return;
	}
	*slot = (data_slot){ .map = map, .member = member };
	r->slots_used++;
}

bool data_enter(data_reader *r, size_t offset)
{
	if (r->depth < DATA_DEEPEST) {
		r->indents[r->depth++] = r->line.indent;
		return true;
	}
	ramure_error(r->ctx, data_slip(r, offset, 1), N_("values stand more than %d deep in each other"), DATA_DEEPEST);
	r->stopped = true;
	return false;
}

const data_value *data_member(ramure_ctx *ctx, const data_value *map, const char *key)
{
	ramure_str name = utf8_fold_name(ctx->arena, (ramure_str){ key, strlen(key) });

	if (map->type != DATA_MAP)
		return NULL;
	for (const data_value *v = map->first; v; v = v->next)
		if (ramure_str_equal(v->name, name))
			return v;
	return NULL;
}

source_text data_as_text(ramure_ctx *ctx, const data_value *value)
{
	size_t count = value->text.line_count, margin = value->at.column - 1;
	source_line *places = RAMURE_NEW_ARRAY(ctx, source_line, count);
	buf text = buf_on(ctx->arena);

	for (size_t i = 0; i < count; i++) {
		source_text line = source_text_line(&value->text, i);
		size_t spaces = 0;
		ramure_span at;

		while (i && spaces < margin && spaces < line.text.size && line.text.data[spaces] == ' ')
			spaces++;
		at = source_text_span(&line, spaces, 0);
		places[i] = (source_line){ .line = at.line, .column = at.column };
		if (i)
			buf_putc(&text, '\n');
		buf_put(&text, line.text.data + spaces, line.text.size - spaces);
	}
	return source_text_new(ctx, value->text.file, buf_str(&text), places, count);
}
