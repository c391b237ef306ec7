/* fields_level.c: which names may stand where, and the words for one that may not. */
#include "core/source/fields_fill.h"

#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"

#include <string.h>

bool fill_goes_on(filling *f)
{
	size_t errors = f->ctx->diagnostics.counts[SEVERITY_ERROR] - f->errors_before;

	if (errors == FILL_MOST_ERRORS)
		ramure_error(f->ctx, f->ctx->diagnostics.last->at,
			     N_("more than %d errors: what follows was not checked"), FILL_MOST_ERRORS);
	return errors < FILL_MOST_ERRORS;
}

typedef struct known {
	ramure_str name;
	const ramure_field *field;
} known;

struct field_names {
	struct field_names *next;
	const void *table; /* the first field of the table */
	known *names;
	size_t count;
};

static void add_names(ramure_ctx *ctx, field_names *t, const char *words, const ramure_field *field)
{
	while (words && *words) {
		size_t size = strcspn(words, "|");

		t->names = arena_extend(ctx->arena, t->names, t->count, sizeof *t->names);
		t->names[t->count++] = (known){ utf8_fold_name(ctx->arena, (ramure_str){ words, size }), field };
		words += size + (words[size] == '|');
	}
}

/* What stands first wins: the names of its own fields, then what a list is called in every kind. */
static const field_names *names_of(ramure_ctx *ctx, ramure_rows fields)
{
	const ramure_field *rows = fields_flagged(fields, RAMURE_ROWS_FIELD);
	field_names *t = ctx->field_names;

	while (t && t->table != fields.first)
		t = t->next;
	if (t)
		return t;
	t = RAMURE_NEW(ctx, field_names);
	*t = (field_names){ .next = ctx->field_names, .table = fields.first };
	ctx->field_names = t;
	for (size_t i = 0; i < fields.count; i++) {
		const ramure_field *field = ramure_row(fields, i);

		add_names(ctx, t, field->en, field);
		add_names(ctx, t, field->fr, field);
		add_names(ctx, t, field->synonyms, field);
	}
	if (rows)
		add_names(ctx, t, "items|éléments", rows);
	return t;
}

static const ramure_field *lookup(const field_names *t, ramure_str folded)
{
	for (size_t i = 0; t && i < t->count; i++)
		if (ramure_str_equal(t->names[i].name, folded))
			return t->names[i].field;
	return NULL;
}

/* The fields that every kind takes come last. */
const ramure_field *level_lookup(const level *l, ramure_str folded, bool *common)
{
	const ramure_field *own = lookup(l->names, folded);

	if (common)
		*common = !own;
	return own ? own : lookup(l->common_names, folded);
}

level *level_open(filling *f, const char *owner, ramure_rows fields, const level *outer)
{
	level *l;

	for (level *old = f->opened; old; old = old->opened_before)
		if (old->fields.first == fields.first && old->outer == outer && strcmp(old->owner, owner) == 0)
			return old;
	l = RAMURE_NEW(f->ctx, level);
	*l = (level){ .owner = owner,
		      .fields = fields,
		      .names = names_of(f->ctx, fields),
		      .outer = outer,
		      .opened_before = f->opened };
	f->opened = l;
	return l;
}

void level_complete(filling *f, level *l, ramure_rows common, void *record)
{
	l->common = common;
	l->common_record = record;
	if (common.count)
		l->common_names = names_of(f->ctx, common);
}

void level_hint_names(filling *f, const level *l)
{
	buf all = buf_on(f->ctx->arena);

	for (size_t i = 0; i < l->fields.count; i++)
		buf_format(&all, "%s%s", i ? ", " : "", fields_name(f->ctx, ramure_row(l->fields, i)));
	ramure_hint(f->ctx, N_("'%s' has: %s"), l->owner, buf_str(&all).data);
}

const ramure_field *level_nearest(filling *f, const level *l, ramure_str typed)
{
	const ramure_field *near = fields_nearest(f->ctx, l->fields, typed);

	return near ? near : fields_nearest(f->ctx, l->common, typed);
}

/* A name of the items of one of the lists here, which stands too far left. */
static bool hint_item(filling *f, const level *l, const data_value *record, const data_value *m)
{
	ramure_str line = source_text_excerpt(f->ctx, source_text_line(&m->text, 0).text);
	ramure_str key = source_text_excerpt(f->ctx, m->key.text);

	for (const data_value *list = record->first; list; list = list->next) {
		const ramure_field *field = lookup(l->names, list->name);
		const data_value *item = list->type == DATA_LIST ? list->first : NULL;

		if (!field || field->type != RAMURE_RECORD || !item || item->type != DATA_MAP || !item->first ||
		    !lookup(names_of(f->ctx, field->fields), m->name))
			continue;
		ramure_hint(f->ctx, N_("it belongs to an item of '%s': write '%*s%.*s: %.*s'"),
			    fields_name(f->ctx, field), (int)(item->first->key.at.column - 1), "", (int)key.size,
			    key.data, (int)line.size, line.data);
		return true;
	}
	return false;
}

/* Whether some name of a record is that of a field. */
static bool is_given(const level *l, const data_value *record, const ramure_field *field)
{
	for (const data_value *m = record->first; m; m = m->next)
		if (level_lookup(l, m->name, NULL) == field)
			return true;
	return false;
}

/* More than the name of a field: three words at least. */
static bool is_phrase(ramure_str words)
{
	size_t spaces = 0;

	for (size_t i = 0; i < words.size; i++)
		spaces += words.data[i] == ' ';
	return spaces >= 2;
}

void level_report_unknown(filling *f, const level *l, const data_value *record, const data_value *m)
{
	ramure_str key = source_text_excerpt(f->ctx, m->key.text);
	const ramure_field *near = level_nearest(f, l, m->key.text);
	const ramure_field *main = fields_flagged(l->fields, RAMURE_MAIN);
	bool phrase = is_phrase(key);
	ramure_str words;

	f->failed = true;
	ramure_error(f->ctx, m->key.at, N_("'%s' has no field '%.*s'"), l->owner, (int)key.size, key.data);
	if (near) {
		ramure_hint(f->ctx, N_("did you mean '%s'?"), fields_name(f->ctx, near));
		if (main && m == record->first && !record->inlined)
			ramure_hint(f->ctx, N_("or, if this is a text: '%s: %.*s …'"), fields_name(f->ctx, main),
				    (int)key.size, key.data);
		return;
	}
	for (const level *outer = l->outer; outer; outer = outer->outer)
		if (level_lookup(outer, m->name, NULL)) {
			ramure_hint(f->ctx, N_("it belongs to '%s': put this line further left"), outer->owner);
			return;
		}
	if (hint_item(f, l, record, m))
		return;
	if (main && m == record->first && m->type == DATA_SCALAR && !record->inlined && !is_given(l, record, main)) {
		words = source_text_excerpt(f->ctx, source_text_line(&record->text, 0).text);
		ramure_hint(f->ctx, N_("if this line is a text, write '%s: %.*s'"), fields_name(f->ctx, main),
			    (int)words.size, words.data);
	} else if (phrase && !l->outer && fields_flagged(l->fields, RAMURE_ROWS_FIELD)) {
		words = source_text_excerpt(f->ctx, source_text_line(&m->text, 0).text);
		ramure_hint(f->ctx, N_("if this line is an item, write '- %.*s: %.*s'"), (int)key.size, key.data,
			    (int)words.size, words.data);
	} else {
		phrase = false;
	}
	if (!phrase)
		level_hint_names(f, l);
}

void level_report_missing(filling *f, const level *l, const ramure_field *field, ramure_span at)
{
	const char *name = fields_name(f->ctx, field);

	f->failed = true;
	ramure_error(f->ctx, at, N_("'%s' is missing in '%s'"), name, l->owner);
	if (field->flags & RAMURE_MANY)
		ramure_hint(f->ctx, N_("add a line '%s:' and below it one line each, beginning with '- '"), name);
	else
		ramure_hint(f->ctx, N_("add a line '%s: …'"), name);
}
