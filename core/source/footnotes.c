/* footnotes.c: notes by name. */
#include "core/source/footnotes.h"

#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/names.h"

typedef struct note {
	struct note *next;
	ramure_str name;
	ramure_str key;
	ramure_span at;
	const ramure_node *node; /* NULL for a call */
	bool called;
} note;

struct note_list {
	names by_key;
	note *notes, *last_note;
	note *calls, *last_call;
};

/* A name belongs to its file. */
static ramure_str key_of(ramure_ctx *ctx, ramure_str name, uint32_t file)
{
	ramure_str folded = utf8_fold_name(ctx->arena, name);

	return ramure_format(ctx, "%u:%.*s", file, (int)folded.size, folded.data);
}

static note *keep(ramure_ctx *ctx, note **first, note **last, ramure_str name, ramure_span at)
{
	note *fresh = RAMURE_NEW(ctx, note);

	*fresh = (note){ .name = name, .key = key_of(ctx, name, at.file), .at = at };
	if (*last)
		(*last)->next = fresh;
	else
		*first = fresh;
	*last = fresh;
	return fresh;
}

static note_list *list_of(ramure_ctx *ctx)
{
	if (!ctx->notes) {
		ctx->notes = RAMURE_NEW(ctx, note_list);
		ctx->notes->by_key = names_new(ctx);
	}
	return ctx->notes;
}

void footnotes_define(ramure_ctx *ctx, ramure_str name, ramure_node *node)
{
	note_list *list = list_of(ctx);
	note *fresh = keep(ctx, &list->notes, &list->last_note, name, node->span);

	fresh->node = node;
	*names_at(&list->by_key, fresh->key) = fresh;
}

void footnotes_call(ramure_ctx *ctx, ramure_str name, ramure_span at)
{
	note_list *list = list_of(ctx);

	keep(ctx, &list->calls, &list->last_call, name, at);
}

const ramure_node *footnotes_find(ramure_ctx *ctx, ramure_str name, uint32_t file)
{
	const note *found = names_find(&list_of(ctx)->by_key, key_of(ctx, name, file));

	return found ? found->node : NULL;
}

static void report_call(ramure_ctx *ctx, const note *call)
{
	ramure_error(ctx, call->at, "no note is written for '[^%.*s]'", (int)call->name.size, call->name.data);
	ramure_hint(ctx, "write it on a line of its own, after an empty line: [^%.*s]: the text of the note",
		    (int)call->name.size, call->name.data);
}

void footnotes_check(ramure_ctx *ctx, uint32_t file)
{
	const note_list *list = list_of(ctx);

	for (const note *call = list->calls; call; call = call->next) {
		note *found = names_find(&list->by_key, call->key);

		if (call->at.file != file)
			continue;
		if (found)
			found->called = true;
		else
			report_call(ctx, call);
	}
	for (const note *n = list->notes; n; n = n->next) {
		if (n->at.file != file || n->called)
			continue;
		ramure_error(ctx, n->at, "nobody calls the note '[^%.*s]'", (int)n->name.size, n->name.data);
		ramure_hint(ctx, "write [^%.*s] in the text where the note belongs, or remove the note",
			    (int)n->name.size, n->name.data);
	}
}
