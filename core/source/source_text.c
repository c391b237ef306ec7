/* source_text.c: from bytes of a piece to lines and columns of its file. */
#include "core/source/source_text.h"

#include "core/base/utf8.h"
#include "core/context.h"

#include <string.h>

/* A line longer than this gets a mark every so many bytes, so that no column takes longer to count. */
enum { MARK_EVERY = 512 };

/* Characters among `size` bytes: those that do not continue one. */
static uint32_t characters(const char *bytes, size_t size)
{
	uint32_t n = 0;

	for (size_t i = 0; i < size; i++)
		n += ((unsigned char)bytes[i] & 0xC0) != 0x80;
	return n;
}

static size_t count_lines(ramure_str text)
{
	size_t n = 1;

	for (const char *p = text.data, *end = p + text.size; p < end; n++) {
		p = memchr(p, '\n', (size_t)(end - p));
		if (!p)
			break;
		p++;
	}
	return n;
}

/* Marks of one line, from its start to `end`, appended at `out` when it is not NULL; answers how many. */
static size_t mark_line(const char *text, source_line line, size_t end, source_line *out)
{
	size_t n = 0;

	for (size_t at = line.offset; end - at > MARK_EVERY; n++) {
		if (out) {
			line.column += characters(text + at, MARK_EVERY);
			line.offset = (uint32_t)(at + MARK_EVERY);
			out[n] = line;
		}
		at += MARK_EVERY;
	}
	return n;
}

static size_t line_end(const source_text *piece, size_t index)
{
	return index + 1 < piece->line_count ? piece->lines[index + 1].offset : piece->text.size;
}

static void add_marks(ramure_ctx *ctx, source_text *piece)
{
	size_t count = 0;
	source_line *marks;

	for (size_t i = 0; i < piece->line_count; i++)
		count += mark_line(piece->text.data, piece->lines[i], line_end(piece, i), NULL);
	if (!count)
		return;
	marks = RAMURE_NEW_ARRAY(ctx, source_line, count);
	piece->marks = marks;
	piece->mark_count = count;
	for (size_t i = 0; i < piece->line_count; i++)
		marks += mark_line(piece->text.data, piece->lines[i], line_end(piece, i), marks);
}

source_text source_text_new(ramure_ctx *ctx, uint32_t file, ramure_str text, const source_line *places, size_t count)
{
	size_t line_count = count_lines(text);
	source_line *lines = RAMURE_NEW_ARRAY(ctx, source_line, line_count);
	source_text piece = { .file = file, .text = text, .lines = lines, .line_count = line_count };
	size_t at = 0;

	for (size_t i = 0; i < line_count; i++) {
		const char *end = at < text.size ? memchr(text.data + at, '\n', text.size - at) : NULL;

		if (i < count)
			lines[i] = places[i];
		else
			lines[i] = (source_line){ .line = i ? lines[i - 1].line + 1 : 1, .column = 1 };
		lines[i].offset = (uint32_t)at;
		at = end ? (size_t)(end - text.data) + 1 : text.size;
	}
	add_marks(ctx, &piece);
	return piece;
}

source_text source_text_of_file(ramure_ctx *ctx, uint32_t file)
{
	return source_text_new(ctx, file, files_at(ctx, file)->text, NULL, 0);
}

/* The last of `count` places, at least one, that does not begin after `offset`; `count` when all do. */
static size_t place_at(const source_line *places, size_t count, size_t offset)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (places[middle].offset <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? low - 1 : count;
}

ramure_span source_text_span(const source_text *piece, size_t offset, size_t size)
{
	const char *whole = piece->text.data - piece->start;
	size_t at = piece->start + offset;
	size_t i = place_at(piece->lines, piece->line_count, at);
	source_line place;
	const char *end;

	if (i == piece->line_count)
		return (ramure_span){ .file = piece->file, .line = 1, .column = 1 };
	place = piece->lines[i];
	i = piece->mark_count ? place_at(piece->marks, piece->mark_count, at) : 0;
	if (i < piece->mark_count && piece->marks[i].offset > place.offset)
		place = piece->marks[i];
	end = size ? memchr(whole + at, '\n', size) : NULL;
	if (end)
		size = (size_t)(end - whole) - at;
	return (ramure_span){
		.file = piece->file,
		.line = place.line,
		.column = place.column + characters(whole + place.offset, at - place.offset),
		.length = characters(whole + at, size),
	};
}

source_text source_text_part(const source_text *piece, size_t offset, size_t size)
{
	source_text part = *piece;
	size_t first = place_at(piece->lines, piece->line_count, piece->start + offset);

	if (first < piece->line_count) {
		part.lines += first;
		part.line_count = place_at(piece->lines, piece->line_count, piece->start + offset + size) - first + 1;
	}
	part.text = (ramure_str){ piece->text.data + offset, size };
	part.start = piece->start + offset;
	return part;
}

source_text source_text_line(const source_text *piece, size_t index)
{
	size_t from, end = piece->text.size;

	if (index >= piece->line_count)
		return (source_text){ .file = piece->file, .text = RAMURE_STR("") };
	from = piece->lines[index].offset;
	from = from > piece->start ? from - piece->start : 0;
	if (index + 1 < piece->line_count) {
		end = piece->lines[index + 1].offset - piece->start;
		end -= end > from && piece->text.data[end - 1] == '\n';
	}
	return source_text_part(piece, from, end - from);
}

ramure_str source_text_excerpt(ramure_ctx *ctx, ramure_str text)
{
	enum { LONGEST = 80 };
	const char *end = text.size ? memchr(text.data, '\n', text.size) : NULL;
	ramure_str line = { text.data, end ? (size_t)(end - text.data) : text.size };
	size_t at = 0;

	for (size_t n = 0; n < LONGEST && at < line.size; n++)
		utf8_next(line, &at);
	if (at == text.size)
		return line;
	return ramure_format(ctx, "%.*s…", (int)at, line.data);
}
