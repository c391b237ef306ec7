/* messages.c: the messages of a conversion as its host shows them: in order, without those that the author accepts. */
#include "core/messages.h"

#include "core/base/gettext.h"
#include "core/context.h"
#include "core/source/include.h"

#include <stdlib.h>
#include <string.h>

static bool allows(const settings *s, const char *name)
{
	const ramure_string *names = s ? s->allow.items : NULL;

	for (size_t i = 0; names && i < s->allow.count; i++)
		if (ramure_name_equal(names[i].text, name))
			return true;
	return false;
}

/* By the command, by the document, or by the chapter where it stands. */
static bool accepted(ramure_ctx *ctx, const diagnostic *d)
{
	const included *chapter = include_find(ctx, d->at.file);

	if (!d->name || d->severity > SEVERITY_WARNING)
		return false;
	for (size_t i = 0; i < ctx->request.allow_count; i++)
		if (ramure_name_equal((ramure_str){ d->name, strlen(d->name) }, ctx->request.allow[i]))
			return true;
	return allows(ctx->settings, d->name) || (chapter && allows(chapter->settings, d->name));
}

bool messages_unaccepted(ramure_ctx *ctx, severity least)
{
	for (const diagnostic *d = ctx->diagnostics.first; d; d = d->next)
		if (d->severity >= least && d->severity <= SEVERITY_WARNING && !accepted(ctx, d))
			return true;
	return false;
}

/* A message and when it was reported: what stands at one place keeps that order. */
typedef struct ranked {
	const diagnostic *message;
	size_t rank;
} ranked;

static int compare(uint64_t a, uint64_t b)
{
	return a < b ? -1 : a > b;
}

/* By file and place; what has none (a full disk) comes last. */
static int by_place(const void *one, const void *other)
{
	const ranked *a = one, *b = other;
	ramure_span x = a->message->at, y = b->message->at;
	int order = compare(x.file ? x.file : UINT64_MAX, y.file ? y.file : UINT64_MAX);

	if (!order)
		order = compare(x.line, y.line);
	if (!order)
		order = compare(x.column, y.column);
	return order ? order : compare(a->rank, b->rank);
}

static ramure_message as_shown(ramure_ctx *ctx, const diagnostic *d, bool colour)
{
	const source_file *file = d->at.file ? files_at(ctx, d->at.file) : NULL;
	ramure_str name = file ? file->name : (ramure_str){ 0 };
	buf shown = buf_on(ctx->arena);

	diagnostic_show(&shown, d, name, file ? file->text : (ramure_str){ 0 }, colour);
	return (ramure_message){
		.severity = (ramure_severity)d->severity,
		.name = d->name,
		.file = name,
		.at = d->at,
		.message = d->message,
		.hint = d->hint,
		.shown = buf_str(&shown),
	};
}

static bool is_shown(const ramure_ctx *ctx, severity s)
{
	return s >= SEVERITY_WARNING || ctx->request.verbose;
}

/* How many were only counted, of those that would be shown. */
static size_t count_rest(const ramure_ctx *ctx)
{
	size_t rest = 0;

	for (int s = SEVERITY_INFO; s < SEVERITY_FAILURE; s++)
		if (is_shown(ctx, (severity)s) && ctx->diagnostics.counts[s] > DIAGNOSTICS_MOST)
			rest += ctx->diagnostics.counts[s] - DIAGNOSTICS_MOST;
	return rest;
}

static ramure_message about_the_rest(ramure_ctx *ctx, bool colour)
{
	const diagnostic rest = { .severity = SEVERITY_INFO,
				  .message = ramure_format(ctx, _("more messages, not shown: %zu"), count_rest(ctx)) };

	return as_shown(ctx, &rest, colour);
}

const ramure_message *ramure_messages(ramure_ctx *ctx, bool colour, size_t *count)
{
	size_t most = ctx->diagnostics.kept, kept = 0;
	ranked *order = RAMURE_NEW_ARRAY(ctx, ranked, most);
	ramure_message *messages = RAMURE_NEW_ARRAY(ctx, ramure_message, most + 1);

	for (const diagnostic *d = ctx->diagnostics.first; d; d = d->next)
		if (!accepted(ctx, d) && is_shown(ctx, d->severity)) {
			order[kept] = (ranked){ d, kept };
			kept++;
		}
	qsort(order, kept, sizeof *order, by_place);
	for (size_t i = 0; i < kept; i++)
		messages[i] = as_shown(ctx, order[i].message, colour);
	if (count_rest(ctx))
		messages[kept++] = about_the_rest(ctx, colour);
	*count = kept;
	return messages;
}

/* Whether nobody will show it, and may want to know that it is there. */
static bool is_unsaid(ramure_ctx *ctx, const diagnostic *d)
{
	return d->severity == SEVERITY_INFO && d->name && !accepted(ctx, d);
}

/* Of those that are not said: a chapter may accept what another one does not. */
static bool is_first_of_name(ramure_ctx *ctx, const diagnostic *d)
{
	for (const diagnostic *before = ctx->diagnostics.first; before != d; before = before->next)
		if (is_unsaid(ctx, before) && strcmp(before->name, d->name) == 0)
			return false;
	return true;
}

ramure_str ramure_messages_unsaid(ramure_ctx *ctx, size_t *count)
{
	ramure_str names = RAMURE_STR("");

	*count = 0;
	for (const diagnostic *d = ctx->diagnostics.first; d && !ctx->request.verbose; d = d->next) {
		if (!is_unsaid(ctx, d))
			continue;
		++*count;
		if (is_first_of_name(ctx, d))
			names = ramure_format(ctx, "%.*s%s%s", (int)names.size, names.data, names.size ? ", " : "",
					      d->name);
	}
	return names;
}
