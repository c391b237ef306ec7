/* markdown_text.c: runs of text, with what our own signs in them mean. */
#include "core/source/markdown_reader.h"

#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/document.h"
#include "core/source/footnotes.h"

#include <string.h>

void reader_flush(reader *r)
{
	if (!r->run)
		return;
	r->run->text = utf8_nfc(r->ctx->arena, buf_str(&r->words));
	r->run->span = reader_span(r, r->run_start, r->run_end);
	r->run = NULL;
}

void reader_put_text(reader *r, const char *bytes, size_t size, size_t start, size_t end)
{
	if (!size)
		return;
	if (!r->run) {
		r->run = node_new(r->ctx, RAMURE_TEXT_RUN, (ramure_span){ 0 });
		r->words = buf_on(r->ctx->arena);
		r->run_start = start;
		node_append(r->at, r->run);
	}
	buf_put(&r->words, bytes, size);
	r->run_end = end;
}

ramure_node *reader_put_node(reader *r, ramure_node_type type, size_t start, size_t end)
{
	ramure_node *fresh = node_new(r->ctx, type, reader_span(r, start, end));

	reader_flush(r);
	node_append(r->at, fresh);
	return fresh;
}

void reader_put_call(reader *r, ramure_str name, size_t start, size_t end)
{
	ramure_node *call = reader_put_node(r, RAMURE_NOTE_CALL, start, end);

	node_set_name(r->ctx, call, ramure_format(r->ctx, "%.*s", (int)name.size, name.data));
	footnotes_call(r->ctx, ramure_node_name(call), call->span);
}

static void put_superscript(reader *r, ramure_str words, size_t start, size_t end)
{
	ramure_node *raised = reader_put_node(r, RAMURE_SUPERSCRIPT, start, end);

	node_append(raised,
		    node_text(r->ctx, raised->span, ramure_format(r->ctx, "%.*s", (int)words.size, words.data)));
}

/* The size of `^{…}` or `[^…]` at `l`, or 0. */
static size_t special_size(ramure_str literal, size_t l)
{
	bool raised = literal.data[l] == '^';
	const char *from = literal.data + l;
	const char *end;

	if (literal.size - l < 4 || from[1] != (raised ? '{' : '^'))
		return 0;
	end = memchr(from + 2, raised ? '}' : ']', literal.size - l - 2);
	if (!end || end == from + 2)
		return 0;
	for (const char *p = from + 2; !raised && p < end; p++)
		if (is_blank(*p))
			return 0;
	return (size_t)(end - from) + 1;
}

/* A sign behind a backslash is a run of its own, which typography leaves alone. */
static void put_as_typed(reader *r, char sign, size_t s)
{
	reader_flush(r);
	reader_put_text(r, &sign, 1, s, s + 2);
	r->run->as_typed = true;
	reader_flush(r);
}

static bool is_escaped(const reader *r, char sign, size_t s)
{
	return s + 1 < r->block_end && r->fed.data[s] == '\\' && r->fed.data[s + 1] == sign && as_typed_sign(sign);
}

/* A text with `^` or `\` in it: `^{e}` is a superscript, `[^note]` calls a note that the parser did not know (it is
 * written elsewhere in the file, or nowhere); an escaped one is a text. */
static void read_special(reader *r, ramure_str literal, size_t start)
{
	size_t from = 0, from_s = start, s = start, braces = literal.size;

	/* Behind the last `}` no `^{` is closed. */
	while (braces && literal.data[braces - 1] != '}')
		braces--;
	for (size_t l = 0; l < literal.size;) {
		bool special = literal.data[l] == '[' || (literal.data[l] == '^' && l < braces);
		size_t size = special ? special_size(literal, l) : 0;
		size_t after = s, after_l = l;

		if (is_escaped(r, literal.data[l], s)) {
			reader_put_text(r, literal.data + from, l - from, from_s, s);
			put_as_typed(r, literal.data[l], s);
			from = ++l;
			from_s = s += 2;
			continue;
		}
		if (size && s < r->block_end && r->fed.data[s] == literal.data[l] && r->fed.data[s + 1] != '\\') {
			ramure_str name = { literal.data + l + 2, size - 3 };

			while (after_l < l + size && reader_step(r, &after, literal, &after_l))
				continue;
			reader_put_text(r, literal.data + from, l - from, from_s, s);
			if (literal.data[l] == '^')
				put_superscript(r, name, s, after);
			else
				reader_put_call(r, name, s, after);
			from = l = l + size;
			from_s = s = after;
		} else if (!reader_step(r, &s, literal, &l)) {
			l++;
		}
	}
	reader_put_text(r, literal.data + from, literal.size - from, from_s, s);
}

/* `{width=50%}` right after an image.  Answers how much of the literal it takes. */
static size_t read_image_attributes(reader *r, ramure_str literal, size_t start)
{
	ramure_node *image = r->at->last;
	const char *end = literal.data[0] == '{' ? memchr(literal.data, '}', literal.size) : NULL;
	size_t size = end ? (size_t)(end - literal.data) + 1 : 0;
	attributes given;

	if (r->run || !image || image->type != RAMURE_IMAGE || !size || start + size > r->block_end ||
	    memcmp(r->fed.data + start, literal.data, size) != 0 ||
	    !attributes_read(r->ctx, r->piece, start - r->lead, size, &given))
		return 0;
	node_set_name(r->ctx, image, given.name);
	image->image->width_share = given.width_share;
	image->image->ornament = given.decorative;
	image->image->decorative = image->image->decorative || given.decorative;
	return size;
}

void reader_text(reader *r, cmark_node *node)
{
	const char *words = cmark_node_get_literal(node);
	ramure_str literal = { words, strlen(words) };
	size_t start = reader_locate(r, node, literal), used;

	/* What inlines_read() puts before a text. */
	if (start < r->lead) {
		literal.data += r->lead - start;
		literal.size -= r->lead - start;
		start = r->lead;
	}
	if (!literal.size)
		return;
	used = read_image_attributes(r, literal, start);
	literal.data += used;
	literal.size -= used;
	start += used;
	marks_check_text(r, literal, start);
	if (literal.size && (memchr(literal.data, '^', literal.size) ||
			     (r->cursor > start && memchr(r->fed.data + start, '\\', r->cursor - start))))
		read_special(r, literal, start);
	else
		reader_put_text(r, literal.data, literal.size, start, r->cursor);
}
