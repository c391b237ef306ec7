/* markdown_guard.c: what would make the Markdown parser slow or large, counted before it runs.
 *
 * cmark-gfm 0.29 takes time or memory out of proportion for some texts: a 22 KB table took 2.3 GB (short rows are
 * padded to the width of the header), 600 KB of `![[]()` ran past 25 s (each bracket looks back at the others).  Both
 * are bounded by what one paragraph holds, and a paragraph ends at an empty line: so counting between empty lines
 * errs on the safe side, whatever the parser makes of the lines. */
#include "core/source/markdown.h"

#include <string.h>

typedef struct guard {
	ramure_ctx *ctx;
	const source_text *text;
	size_t signs;   /* of markup since the last empty line */
	size_t columns; /* of the widest delimiter row since the last empty line */
	size_t rows;    /* lines since that row */
} guard;

/* How many lists and quotes a line can stand in: each takes a sign of its own, or two columns of indentation. */
static size_t depth_of(const char *line, size_t size)
{
	size_t markers = 0, spaces = 0;

	for (size_t i = 0; i < size;) {
		size_t digits = 0;

		if (line[i] == ' ' || line[i] == '\t') {
			spaces += line[i] == '\t' ? 4 : 1;
			i++;
			continue;
		}
		while (i + digits < size && line[i + digits] >= '0' && line[i + digits] <= '9')
			digits++;
		i += digits;
		if (i < size && line[i] == '>' && !digits)
			i++;
		else if (i + 1 < size && strchr(digits ? ".)" : "-*+", line[i]) &&
			 (line[i + 1] == ' ' || line[i + 1] == '\t'))
			i++;
		else
			break;
		markers++;
	}
	/* Indentation alone opens nothing. */
	return markers ? markers + spaces / 2 : 0;
}

/* Columns when the line may be the row of dashes under a table's header, else 0. */
static size_t delimiter_columns(const char *line, size_t size)
{
	size_t columns = 1;

	for (size_t i = 0; i < size; i++) {
		if (!strchr("|:- \t\r>", line[i]))
			return 0;
		columns += line[i] == '|';
	}
	return columns;
}

static size_t signs_of(const char *line, size_t size)
{
	size_t signs = 0;

	for (size_t i = 0; i < size; i++)
		signs += line[i] == '[' || line[i] == '*' || line[i] == '_' || line[i] == '`' || line[i] == '<' ||
			 line[i] == '~';
	return signs;
}

static bool is_blank(const char *line, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (!strchr(" \t\r", line[i]))
			return false;
	return true;
}

static bool check_table(guard *g, const char *line, size_t size, ramure_span at)
{
	size_t columns = delimiter_columns(line, size);

	if (columns > g->columns) {
		g->columns = columns;
		g->rows = 0;
	}
	g->rows++;
	if (g->columns > MARKDOWN_COLUMNS) {
		ramure_error(g->ctx, at, "this table has %zu columns, more than %d", g->columns, MARKDOWN_COLUMNS);
		ramure_hint(g->ctx, "cut it into several tables");
		return false;
	}
	if (g->columns > 1 && g->columns * g->rows > MARKDOWN_CELLS) {
		ramure_error(g->ctx, at, "this table has more than %d cells", MARKDOWN_CELLS);
		ramure_hint(g->ctx, "cut it into several tables, or keep its rows in a CSV file");
		return false;
	}
	return true;
}

static bool check_line(guard *g, const char *line, size_t size, ramure_span at)
{
	if (is_blank(line, size)) {
		g->signs = g->columns = g->rows = 0;
		return true;
	}
	if (depth_of(line, size) > MARKDOWN_DEEPEST) {
		ramure_error(g->ctx, at, "lists or quotes stand in one another more than %d deep", MARKDOWN_DEEPEST);
		ramure_hint(g->ctx, "three levels are as many as a reader follows");
		return false;
	}
	g->signs += signs_of(line, size);
	if (g->signs > MARKDOWN_SIGNS) {
		ramure_error(g->ctx, at, "more than %d signs of markup ([ * _ ` < ~) without an empty line",
			     MARKDOWN_SIGNS);
		ramure_hint(g->ctx, "put an empty line between paragraphs");
		return false;
	}
	return check_table(g, line, size, at);
}

bool markdown_guard(ramure_ctx *ctx, const source_text *text)
{
	guard g = { .ctx = ctx, .text = text };

	for (size_t start = 0; start < text->text.size;) {
		const char *line = text->text.data + start;
		const char *end = memchr(line, '\n', text->text.size - start);
		size_t size = end ? (size_t)(end - line) : text->text.size - start;

		if (!check_line(&g, line, size, source_text_span(text, start, 1)))
			return false;
		start += size + 1;
	}
	return true;
}
