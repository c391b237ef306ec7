/* as_typed.c: what an author keeps from typography: `[12h30]{.tel-quel}`, or one sign behind a backslash. */
#include "core/source/markdown.h"

#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/document.h"

#include <string.h>

/* Brackets open in one another; of deeper ones the outer are forgotten. */
enum { MOST_OPEN = 8, LONGEST_ATTRIBUTE = 41 /* bytes, with its braces */ };

static const char *const words[] = { "telquel", "raw" };

bool as_typed_sign(char c)
{
	/* The others only Markdown looks at: `\*` is a star, and typography may do its work around it. */
	return c && strchr("\"'(),-./:;<=>!?%&@", c);
}

/* `{.tel-quel}` at the start of a text: its size; 0 when something else stands there. */
static size_t attribute_size(ramure_ctx *ctx, const ramure_node *run, size_t at)
{
	ramure_str rest = { run->text.data + at, run->text.size - at };
	size_t most = rest.size < LONGEST_ATTRIBUTE ? rest.size : LONGEST_ATTRIBUTE;
	const char *end =
		rest.size > 3 && rest.data[0] == '{' && rest.data[1] == '.' ? memchr(rest.data, '}', most) : NULL;
	ramure_str word;
	bool near = false;

	if (!end)
		return 0;
	word = utf8_fold_name(ctx->arena, (ramure_str){ rest.data + 2, (size_t)(end - rest.data) - 2 });
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		ramure_str known = { words[i], strlen(words[i]) };

		if (ramure_str_equal(word, known))
			return (size_t)(end - rest.data) + 1;
		near = near || utf8_distance(word, known, 2) <= (known.size > 4 ? 2 : 1);
	}
	if (near) {
		ramure_error(ctx, run_place(run, at, (size_t)(end - rest.data) + 1), "unknown attribute '%.*s'",
			     (int)(end - rest.data) - 1, rest.data + 1);
		ramure_hint(ctx, "did you mean %s?", "{.tel-quel}");
	}
	return 0;
}

static void keep(ramure_node *root)
{
	ramure_walk walk = ramure_walk_from(root);

	while (ramure_walk_next(&walk))
		if (walk.node->type == RAMURE_TEXT_RUN)
			walk_node(&walk)->as_typed = true;
}

/* Divides a run: what stands from `at` on is a run of its own, `size` bytes later.  Answers it; its length is counted
 * when no more is cut from it. */
static ramure_node *cut(ramure_ctx *ctx, ramure_node *run, size_t at, size_t size)
{
	ramure_str rest = { run->text.data + at + size, run->text.size - at - size };
	ramure_node *later = node_text(ctx, run_place(run, at + size, 0), rest);

	node_insert_after(run->parent, run, later);
	run->text.size = at;
	return later;
}

/* Keeps what stands between a bracket and the closing one at `at` of `run`.  Answers the run behind it. */
static ramure_node *keep_between(ramure_ctx *ctx, ramure_node *open, size_t open_at, ramure_node *run, size_t at,
				 size_t size)
{
	ramure_node *behind = cut(ctx, run, at, size);

	for (ramure_node *node = cut(ctx, open, open_at, 1); node != behind; node = node->next)
		keep(node);
	return behind;
}

static void finish_runs(ramure_node *parent)
{
	ramure_node *before = NULL, *next;

	for (ramure_node *child = parent->first; child; child = next) {
		next = child->next;
		if (child->type == RAMURE_TEXT_RUN && !child->text.size) {
			node_remove_after(parent, before, child);
			continue;
		}
		if (child->type == RAMURE_TEXT_RUN && !child->span.length)
			child->span.length = (uint32_t)utf8_length(child->text);
		before = child;
	}
}

void as_typed_spans(ramure_ctx *ctx, ramure_node *parent)
{
	struct {
		ramure_node *run;
		size_t at;
	} open[MOST_OPEN];
	size_t depth = 0, size;
	bool any = false;

	for (ramure_node *run = parent->first; run; run = run->next)
		for (size_t i = 0; run->type == RAMURE_TEXT_RUN && !run->as_typed && i < run->text.size; i++)
			if (run->text.data[i] == '[') {
				if (depth == MOST_OPEN)
					memmove(open, open + 1, --depth * sizeof *open);
				open[depth].run = run;
				open[depth++].at = i;
			} else if (run->text.data[i] == ']' && depth && depth-- &&
				   (size = attribute_size(ctx, run, i + 1))) {
				run = keep_between(ctx, open[depth].run, open[depth].at, run, i, size + 1);
				i = (size_t)-1; /* from the start of what is behind */
				any = true;
			}
	if (any)
		finish_runs(parent);
}
