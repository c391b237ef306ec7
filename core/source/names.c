/* names.c: which name was meant. */
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/plugin/registry.h"
#include "core/source/fields.h"
#include "core/source/settings.h"

#include <string.h>

static ramure_str str_of(const char *s)
{
	return (ramure_str){ s, strlen(s) };
}

/* How many letters may be wrong in a name before it is another name. */
static size_t bound_of(ramure_str folded)
{
	return folded.size <= 3 ? 0 : folded.size <= 6 ? 1 : folded.size <= 12 ? 2 : 3;
}

const char *names_nearest(ramure_ctx *ctx, ramure_str typed, const char *const *names, size_t count)
{
	arena_mark mark = arena_here(ctx->arena);
	ramure_str wanted = utf8_fold_name(ctx->arena, typed);
	size_t best = bound_of(wanted) + 1;
	const char *nearest = NULL;

	for (size_t i = 0; i < count; i++) {
		size_t distance = utf8_distance(utf8_fold_name(ctx->arena, str_of(names[i])), wanted, best);

		if (distance < best) {
			best = distance;
			nearest = names[i];
		}
	}
	arena_return(ctx->arena, mark);
	return nearest;
}

/* The word at `*words`, and past its '|'. */
static ramure_str next_word(const char **words)
{
	size_t size = strcspn(*words, "|");
	ramure_str word = { *words, size };

	*words += size + ((*words)[size] == '|');
	return word;
}

bool names_among(ramure_ctx *ctx, const char *words, ramure_str name)
{
	arena_mark mark = arena_here(ctx->arena);
	ramure_str wanted = utf8_fold_name(ctx->arena, name);
	bool found = false;

	while (words && *words && !found)
		found = ramure_str_equal(utf8_fold_name(ctx->arena, next_word(&words)), wanted);
	arena_return(ctx->arena, mark);
	return found;
}

const ramure_field *fields_find(ramure_ctx *ctx, ramure_rows fields, ramure_str name)
{
	for (size_t i = 0; i < fields.count; i++) {
		const ramure_field *field = ramure_row(fields, i);

		if (names_among(ctx, field->en, name) || names_among(ctx, field->fr, name) ||
		    names_among(ctx, field->synonyms, name))
			return field;
	}
	return NULL;
}

/* Lowers `best` to the distance of the nearest of the words. */
static bool nearer(ramure_ctx *ctx, const char *words, ramure_str wanted, size_t *best)
{
	bool found = false;

	while (words && *words) {
		size_t distance = utf8_distance(utf8_fold_name(ctx->arena, next_word(&words)), wanted, *best);

		if (distance >= *best)
			continue;
		*best = distance;
		found = true;
	}
	return found;
}

const ramure_field *fields_nearest(ramure_ctx *ctx, ramure_rows fields, ramure_str typed)
{
	arena_mark mark = arena_here(ctx->arena);
	ramure_str wanted = utf8_fold_name(ctx->arena, typed);
	size_t best = bound_of(wanted) + 1;
	const ramure_field *nearest = NULL;

	for (size_t i = 0; i < fields.count; i++) {
		const ramure_field *field = ramure_row(fields, i);
		bool near = nearer(ctx, field->en, wanted, &best);

		near |= nearer(ctx, field->fr, wanted, &best);
		near |= nearer(ctx, field->synonyms, wanted, &best);
		if (near)
			nearest = field;
	}
	arena_return(ctx->arena, mark);
	return nearest;
}

const char *fields_name(ramure_ctx *ctx, const ramure_field *field)
{
	return ramure_say(ctx, (ramure_word){ field->en, field->fr ? field->fr : field->en });
}

const ramure_field *fields_flagged(ramure_rows fields, uint32_t flag)
{
	for (size_t i = 0; i < fields.count; i++) {
		const ramure_field *field = ramure_row(fields, i);

		if (field->flags & flag)
			return field;
	}
	return NULL;
}

/* Whether some field has that name, or one of its records' fields. */
static bool is_name_in(ramure_ctx *ctx, ramure_rows fields, ramure_str name, int deep)
{
	if (fields_find(ctx, fields, name))
		return true;
	for (size_t i = 0; i < fields.count && deep; i++) {
		const ramure_field *field = ramure_row(fields, i);

		if (field->type == RAMURE_RECORD && is_name_in(ctx, field->fields, name, deep - 1))
			return true;
	}
	return false;
}

bool names_anywhere(ramure_ctx *ctx, ramure_str name)
{
	enum { RECORDS_DEEP = 3 };

	if (is_name_in(ctx, settings_fields(), name, RECORDS_DEEP))
		return true;
	for (size_t i = 0; ctx->registry && i < registry_kinds(ctx->registry); i++) {
		const ramure_plugin *plugin;

		if (is_name_in(ctx, registry_kind_at(ctx->registry, i, &plugin)->fields, name, RECORDS_DEEP))
			return true;
	}
	return false;
}
