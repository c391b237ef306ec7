/* check_data.c: what typography makes of texts in data, where a figure or a name may be meant as it stands. */
#include "core/check/check.h"

#include "core/base/files.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/names.h"
#include "core/source/include.h"
#include "core/typography/typography.h"

#include <string.h>

/* What a rule changes in a file: the first place, and how many. */
typedef struct change {
	struct change *next;
	ramure_span at;
	ramure_str rule, before, after;
	size_t count;
	uint32_t line; /* of the last */
} change;

/* Each takes a run of the rules without one of them, for each of them. */
enum { MOST_EXPLAINED = 500 };

typedef struct finding {
	ramure_ctx *ctx;
	names changes; /* by file and rule */
	change *first, **end;
	ramure_span at;
	size_t explained;
	uint32_t document; /* its own file */
	/* The last line that was looked up: texts come nearly in their order. */
	uint32_t file, line;
	size_t offset;
	bool in_source; /* its file is a document, in which data stand in blocks alone */
	bool fenced;    /* it stands in a block */
} finding;

static bool is_fence(ramure_str text, size_t at)
{
	while (at < text.size && text.data[at] == ' ')
		at++;
	return text.size - at >= 3 && (memcmp(text.data + at, "```", 3) == 0 || memcmp(text.data + at, "~~~", 3) == 0);
}

static size_t line_start(finding *f, ramure_str text, ramure_span at)
{
	if (f->file != at.file || f->line > at.line) {
		f->file = at.file;
		f->line = 1;
		f->offset = 0;
		f->in_source = at.file == f->document || include_find(f->ctx, at.file);
		f->fenced = false;
	}
	for (; f->line < at.line && f->offset < text.size; f->line++) {
		const char *end = memchr(text.data + f->offset, '\n', text.size - f->offset);

		f->fenced ^= is_fence(text, f->offset);
		f->offset = end ? (size_t)(end - text.data) + 1 : text.size;
	}
	return f->offset;
}

/* As it stands in the source. */
static ramure_str typed(finding *f, ramure_span at)
{
	ramure_str text = at.file ? files_at(f->ctx, at.file)->text : (ramure_str){ 0 };
	size_t start, end;

	if (!at.line || !at.column || !at.length || !text.size)
		return (ramure_str){ 0 };
	start = line_start(f, text, at);
	for (uint32_t n = 1; n < at.column && start < text.size; n++)
		utf8_next(text, &start);
	end = start;
	for (uint32_t n = 0; n < at.length && end < text.size && text.data[end] != '\n'; n++)
		utf8_next(text, &end);
	return (ramure_str){ text.data + start, end - start };
}

/* In a block, or in a file that one takes its rows from. */
static bool is_data(finding *f, ramure_span at)
{
	if (!at.file || !at.line)
		return false;
	line_start(f, files_at(f->ctx, at.file)->text, at);
	return f->fenced || !f->in_source;
}

/* The word of `text` around what differs from the other, with a word on either side. */
static ramure_str around(ramure_str text, ramure_str other)
{
	size_t start = 0, end = text.size, other_end = other.size;

	while (start < text.size && start < other.size && text.data[start] == other.data[start])
		start++;
	while (end > start && other_end > start && text.data[end - 1] == other.data[other_end - 1]) {
		end--;
		other_end--;
	}
	for (int words = 2; start; start--)
		if (text.data[start - 1] == ' ' && --words == 0)
			break;
	for (int words = 2; end < text.size; end++)
		if (text.data[end] == ' ' && --words == 0)
			break;
	return (ramure_str){ text.data + start, end - start };
}

static void take(void *closure, ramure_str rule, ramure_str before, ramure_str after)
{
	finding *f = closure;
	ramure_str key = ramure_format(f->ctx, "%u %.*s", (unsigned)f->at.file, (int)rule.size, rule.data);
	change **known = (change **)(void *)names_at(&f->changes, key);

	if (!*known) {
		*known = RAMURE_NEW(f->ctx, change);
		**known = (change){
			.at = f->at, .rule = rule, .before = around(before, after), .after = around(after, before)
		};
		*f->end = *known;
		f->end = &(*known)->next;
	}
	(*known)->count += (*known)->line != f->at.line; /* a text may stand in two forms */
	(*known)->line = f->at.line;
	f->explained++;
}

static void advise(ramure_ctx *ctx, const change *c)
{
	ramure_advice(ctx, c->at, "typography-data",
		      "typography makes '%.*s' of '%.*s' (rule '%.*s'; texts of data that it changes here: %zu)",
		      (int)c->after.size, c->after.data, (int)c->before.size, c->before.data, (int)c->rule.size,
		      c->rule.data, c->count);
	ramure_hint(ctx,
		    "to keep it: [%.*s]{.tel-quel}; to do without the rule, in the front matter: "
		    "typography-off: [%.*s]",
		    (int)c->before.size, c->before.data, (int)c->rule.size, c->rule.data);
}

void check_typography(ramure_ctx *ctx, const ramure_node *document)
{
	finding f = { .ctx = ctx, .changes = names_new(ctx), .document = document->span.file };
	ramure_walk walk = ramure_walk_from(document);
	names seen = names_new(ctx);
	bool whole = true;

	f.end = &f.first;
	while (ctx->typography && ramure_walk_next(&walk)) {
		const ramure_node *node = walk.node;
		const void **place;
		ramure_str text;

		if (!walk.entering || node->type != RAMURE_TEXT_RUN || node->as_typed || !is_data(&f, node->span))
			continue;
		text = typed(&f, node->span);
		place = (const void **)(void *)names_at(
			&seen, ramure_format(ctx, "%u %u %u", node->span.file, node->span.line, node->span.column));
		if (!text.size || *place)
			continue;
		*place = node;
		f.at = node->span;
		if (f.explained >= MOST_EXPLAINED) {
			whole = false;
			break;
		}
		typography_explain(ctx, ctx->typography, text, take, &f);
	}
	for (const change *c = f.first; c; c = c->next)
		advise(ctx, c);
	if (whole)
		return;
	ramure_advice(ctx, f.at, "typography-data",
		      "more than %d changes of data by typography: texts from here on were not looked at",
		      MOST_EXPLAINED);
	ramure_hint(ctx, "settle those that are told, then check again");
}
