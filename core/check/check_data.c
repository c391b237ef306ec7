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

/* A line of a file, by the place of its first byte. */
typedef struct file_line {
	size_t start;
	bool fenced; /* it stands in a block */
} file_line;

/* The lines of a file, found when a text of it is met first. */
typedef struct file_lines {
	file_line *lines;
	size_t count;
	bool in_source; /* a document, in which data stand in blocks alone */
} file_lines;

typedef struct finding {
	ramure_ctx *ctx;
	names changes; /* by file and rule */
	change *first, **end;
	ramure_span at;
	size_t explained;
	uint32_t document; /* its own file */
	file_lines *files; /* by number */
} finding;

static bool is_fence(ramure_str text, size_t at)
{
	while (at < text.size && text.data[at] == ' ')
		at++;
	return text.size - at >= 3 && (memcmp(text.data + at, "```", 3) == 0 || memcmp(text.data + at, "~~~", 3) == 0);
}

static void find_lines(finding *f, uint32_t file)
{
	ramure_str text = files_at(f->ctx, file)->text;
	file_lines *found = &f->files[file];
	bool fenced = false;

	found->in_source = file == f->document || include_find(f->ctx, file);
	for (size_t start = 0; start < text.size;) {
		const char *end = memchr(text.data + start, '\n', text.size - start);

		found->lines = ramure_extend_array(f->ctx, found->lines, found->count, sizeof *found->lines);
		found->lines[found->count++] = (file_line){ start, fenced };
		fenced ^= is_fence(text, start);
		start = end ? (size_t)(end - text.data) + 1 : text.size;
	}
}

/* The line of a place; NULL for nowhere.  Texts come in any order: notes stand at the end of their file. */
static const file_line *line_at(finding *f, ramure_span at)
{
	if (!at.file || !at.line)
		return NULL;
	if (!f->files[at.file].lines)
		find_lines(f, at.file);
	return at.line <= f->files[at.file].count ? &f->files[at.file].lines[at.line - 1] : NULL;
}

/* As it stands in the source. */
static ramure_str typed(finding *f, ramure_span at)
{
	const file_line *line = line_at(f, at);
	ramure_str text = files_at(f->ctx, at.file)->text;
	size_t start, end;

	if (!line || !at.column || !at.length)
		return (ramure_str){ 0 };
	start = line->start;
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
	const file_line *line = line_at(f, at);

	return line && (line->fenced || !f->files[at.file].in_source);
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
	f.files = RAMURE_NEW_ARRAY(ctx, file_lines, files_count(ctx) + 1);
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
