/* front_matter.c: where the front matter of a file ends and its body begins. */
#include "core/base/gettext.h"
#include "core/base/str.h"
#include "core/source/fields.h"
#include "core/source/settings.h"
#include "core/source/source.h"

#include <string.h>

static bool is_rule(ramure_str line, char sign)
{
	size_t i = 0;

	while (i < line.size && line.data[i] == sign)
		i++;
	if (i != 3)
		return false;
	while (i < line.size && (line.data[i] == ' ' || line.data[i] == '\t'))
		i++;
	return i == line.size;
}

/* `title: …`, with a name that the front matter knows. */
static bool names_setting(ramure_ctx *ctx, ramure_str line)
{
	const char *colon = line.size ? memchr(line.data, ':', line.size) : NULL;

	return colon && line.data[0] != ' ' && (colon + 1 == line.data + line.size || colon[1] == ' ') &&
	       fields_find(ctx, settings_fields(), (ramure_str){ line.data, (size_t)(colon - line.data) });
}

/* Signs that stand for a line of dashes: "----", "—", "- - -", "***". */
static bool is_near_rule(ramure_str line)
{
	static const char *const signs[] = { "-", "–", "—", "−", "*", "=", "+", "_", " " };
	size_t i = 0, before = 1;

	while (i < line.size && i != before) {
		before = i;
		for (size_t s = 0; s < sizeof signs / sizeof *signs; s++)
			if (line.size - i >= strlen(signs[s]) &&
			    memcmp(line.data + i, signs[s], strlen(signs[s])) == 0) {
				i += strlen(signs[s]);
				break;
			}
	}
	return line.size && i == line.size;
}

/* What was meant as front matter and is a text, because no line of three dashes begins it: two lines of settings, or
 * one that a line of dashes follows or precedes. */
static bool lacks_rule(ramure_ctx *ctx, const source_text *whole, size_t first)
{
	ramure_str line = source_text_line(whole, first).text;
	bool near = is_near_rule(line);
	ramure_str next = first + 1 < whole->line_count ? source_text_line(whole, first + 1).text : (ramure_str){ 0 };

	if (near ? !names_setting(ctx, next)
		 : !names_setting(ctx, line) || (!names_setting(ctx, next) && !is_rule(next, '-')))
		return false;
	ramure_error(ctx, source_text_span(whole, whole->lines[first].offset, line.size),
		     N_("the front matter begins with a line of three dashes"));
	if (near)
		ramure_hint(ctx, N_("write '---' here"));
	else
		ramure_hint(ctx, N_("write '---' on a line of its own above this one, and another below the last of "
				    "these lines"));
	return true;
}

/* Data hold no blocks: where one begins, the front matter has ended. */
static bool begins_block(ramure_str line)
{
	return line.size > 3 && str_begins(line, "```");
}

/* The last line before a blank one, or the last that gives a setting. */
static size_t last_setting(ramure_ctx *ctx, const source_text *whole, size_t first)
{
	size_t last = first;

	for (size_t i = first + 1; i < whole->line_count && i < first + 100; i++) {
		ramure_str line = source_text_line(whole, i).text;

		if (begins_block(line))
			break;
		if (names_setting(ctx, line) || (last + 1 == i && line.size && line.data[0] != '#'))
			last = i;
	}
	return last;
}

bool source_split(ramure_ctx *ctx, uint32_t file, source_text *front, source_text *body)
{
	source_text whole = source_text_of_file(ctx, file);
	size_t first = 0;

	*front = source_text_part(&whole, 0, 0);
	*body = whole;
	while (first < whole.line_count && !source_text_line(&whole, first).text.size)
		first++;
	if (!is_rule(source_text_line(&whole, first).text, '-'))
		return !lacks_rule(ctx, &whole, first);
	for (size_t i = first + 1; i < whole.line_count; i++) {
		source_text line = source_text_line(&whole, i);
		size_t from = whole.lines[first + 1].offset, after = whole.text.size;

		if (begins_block(line.text))
			break;
		if (!is_rule(line.text, '-') && !is_rule(line.text, '.'))
			continue;
		if (i + 1 < whole.line_count)
			after = whole.lines[i + 1].offset;
		*front = source_text_part(&whole, from, line.start - from);
		*body = source_text_part(&whole, after, whole.text.size - after);
		return true;
	}
	ramure_error(ctx, source_text_span(&whole, whole.lines[first].offset, 3), N_("the front matter has no end"));
	ramure_hint(ctx, N_("write '---' on a line of its own after line %zu"), last_setting(ctx, &whole, first) + 1);
	return false;
}
