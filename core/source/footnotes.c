/* footnotes.c: notes by name. */
#include "core/source/footnotes.h"

#include "core/base/utf8.h"
#include "core/context.h"
#include "core/source/fields.h"

typedef struct note {
	struct note *next;
	ramure_str name;
	ramure_str folded;
	ramure_span at;
	const ramure_node *node; /* NULL for a call */
	bool called;
} note;

struct note_list {
	note *notes, *last_note;
	note *calls, *last_call;
};

static note *keep(ramure_ctx *ctx, note **first, note **last, ramure_str name, ramure_span at)
{
	note *fresh = RAMURE_NEW(ctx, note);

	*fresh = (note){ .name = name, .folded = utf8_fold_name(ctx->arena, name), .at = at };
	if (*last)
		(*last)->next = fresh;
	else
		*first = fresh;
	*last = fresh;
	return fresh;
}

static note_list *list_of(ramure_ctx *ctx)
{
	if (!ctx->notes)
		ctx->notes = RAMURE_NEW(ctx, note_list);
	return ctx->notes;
}

static note *find(const note_list *list, ramure_str folded, uint32_t file)
{
	note *n = list->notes;

	while (n && !(n->at.file == file && ramure_str_equal(n->folded, folded)))
		n = n->next;
	return n;
}

void footnotes_define(ramure_ctx *ctx, ramure_str name, ramure_node *node)
{
	note_list *list = list_of(ctx);
	const note *taken = find(list, utf8_fold_name(ctx->arena, name), node->span.file);

	if (taken) {
		ramure_error(ctx, node->span, "the note '[^%.*s]' is written twice, first at line %u", (int)name.size,
			     name.data, taken->at.line);
		ramure_hint(ctx, "give one of them another name, there and where it is called");
		return;
	}
	keep(ctx, &list->notes, &list->last_note, name, node->span)->node = node;
}

void footnotes_call(ramure_ctx *ctx, ramure_str name, ramure_span at)
{
	note_list *list = list_of(ctx);

	keep(ctx, &list->calls, &list->last_call, name, at);
}

const ramure_node *footnotes_find(ramure_ctx *ctx, ramure_str name, uint32_t file)
{
	const note *found = find(list_of(ctx), utf8_fold_name(ctx->arena, name), file);

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
		note *found = find(list, call->folded, call->at.file);

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
