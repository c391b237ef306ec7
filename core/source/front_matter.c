/* front_matter.c: where the front matter of a file ends and its body begins. */
#include "core/base/gettext.h"
#include "core/source/source.h"

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

bool source_split(ramure_ctx *ctx, uint32_t file, source_text *front, source_text *body)
{
	source_text whole = source_text_of_file(ctx, file);
	size_t first = 0;

	*front = source_text_part(&whole, 0, 0);
	*body = whole;
	while (first < whole.line_count && !source_text_line(&whole, first).text.size)
		first++;
	if (!is_rule(source_text_line(&whole, first).text, '-'))
		return true;
	for (size_t i = first + 1; i < whole.line_count; i++) {
		source_text line = source_text_line(&whole, i);
		size_t from = whole.lines[first + 1].offset, after = whole.text.size;

		if (!is_rule(line.text, '-') && !is_rule(line.text, '.'))
			continue;
		if (i + 1 < whole.line_count)
			after = whole.lines[i + 1].offset;
		*front = source_text_part(&whole, from, line.start - from);
		*body = source_text_part(&whole, after, whole.text.size - after);
		return true;
	}
	ramure_error(ctx, source_text_span(&whole, whole.lines[first].offset, 3), N_("the front matter has no end"));
	ramure_hint(ctx, N_("write '---' on a line of its own after its last line"));
	return false;
}
