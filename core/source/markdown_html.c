/* markdown_html.c: the few tags that are understood, and comments. */
#include "core/source/markdown_reader.h"

#include "core/document/document.h"

#include <string.h>

/* The offset of `sign` between two offsets of what was fed, or `end`. */
static size_t find(const reader *r, const char *sign, size_t start, size_t end)
{
	size_t size = strlen(sign);

	for (; start + size <= end; start++)
		if (memcmp(r->fed.data + start, sign, size) == 0)
			return start;
	return end;
}

static int lines_in(const char *literal)
{
	int lines = 0;

	for (; *literal; literal++)
		lines += *literal == '\n';
	return lines;
}

/* What a block of HTML holds beside its comments is read as a paragraph, where each tag gets its answer. */
static void read_beside_comments(reader *r, size_t start, size_t end)
{
	ramure_node *outer = r->at;

	while (start < end && (is_blank(r->fed.data[start]) || r->fed.data[start] == '\n'))
		start++;
	if (start == end)
		return;
	r->at = node_new(r->ctx, RAMURE_PARAGRAPH, reader_span(r, start, end));
	inlines_read(r, start, end);
	if (r->at->first)
		node_append(outer, r->at);
	r->at = outer;
}

/* A block of HTML: comments, or a paragraph that begins with a tag. */
void html_block(reader *r, cmark_node *node)
{
	size_t at = reader_offset(r, cmark_node_get_start_line(node), 1);
	size_t end = reader_offset(r, cmark_node_get_start_line(node) + lines_in(cmark_node_get_literal(node)), 1);

	while (at < end) {
		size_t comment = find(r, "<!--", at, end);
		size_t close = find(r, "-->", comment, end);

		read_beside_comments(r, at, comment);
		if (comment < end && close == end) {
			ramure_error(r->ctx, reader_span(r, comment, comment + 4), "this comment is never closed");
			ramure_hint(r->ctx, "end it with -->");
		}
		at = close + strlen("-->");
	}
}

static bool tag_is(const char *tag, const char *name)
{
	size_t size = strlen(name);

	if (*tag == '/')
		tag++;
	for (size_t i = 0; i < size; i++)
		if ((tag[i] | 0x20) != name[i])
			return false;
	tag += size;
	return *tag == '>' || *tag == '/' || is_blank(*tag);
}

static void report_tag(reader *r, const char *tag, size_t start, size_t end)
{
	r->refused_tag |= tag[1] != '/';
	ramure_error(r->ctx, reader_span(r, start, end), "the tag '%.60s' is not understood", tag);
	ramure_hint(r->ctx,
		    "only <br>, <sup>, <sub> and comments are HTML here; write **bold**, *italic*, [words](address), "
		    "and \\< for the sign itself");
}

static void read_script(reader *r, const char *tag, ramure_node_type type, size_t start, size_t end)
{
	if (tag[1] != '/') {
		r->at = reader_put_node(r, type, start, end);
		return;
	}
	reader_flush(r);
	if (r->at->type == type) {
		r->at = r->at->parent;
		return;
	}
	ramure_error(r->ctx, reader_span(r, start, end), "'%s' closes nothing", tag);
	ramure_hint(r->ctx, "open and close it inside the same words: 1<sup>er</sup>");
}

void html_tag(reader *r, cmark_node *node)
{
	const char *tag = cmark_node_get_literal(node);
	size_t size = strlen(tag);
	size_t start = reader_locate(r, node, (ramure_str){ tag, size });
	size_t end = r->cursor;

	if (strncmp(tag, "<!--", 4) == 0)
		return;
	if (tag_is(tag + 1, "br"))
		reader_put_node(r, RAMURE_BREAK, start, end);
	else if (tag_is(tag + 1, "sup"))
		read_script(r, tag, RAMURE_SUPERSCRIPT, start, end);
	else if (tag_is(tag + 1, "sub"))
		read_script(r, tag, RAMURE_SUBSCRIPT, start, end);
	/* Who takes away the tag that opens takes away the one that closes. */
	else if (tag[1] != '/' || !r->refused_tag)
		report_tag(r, tag, start, end);
}

void reader_return(reader *r, ramure_node *block)
{
	reader_flush(r);
	while (r->at != block && r->at->parent) {
		if (r->at->type == RAMURE_SUPERSCRIPT || r->at->type == RAMURE_SUBSCRIPT) {
			const char *name = r->at->type == RAMURE_SUPERSCRIPT ? "sup" : "sub";

			ramure_error(r->ctx, r->at->span, "'<%s>' is never closed", name);
			ramure_hint(r->ctx, "open and close it inside the same words: 1<%s>er</%s>", name, name);
		}
		r->at = r->at->parent;
	}
}
