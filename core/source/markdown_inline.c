/* markdown_inline.c: from cmark's inlines to ours, each at its place. */
#include "core/source/markdown_reader.h"

#include "core/base/files.h"
#include "core/base/str.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/document.h"
#include "core/source/footnotes.h"

#include <string.h>

/* ---- links and images ---- */

static bool has_scheme(ramure_str url)
{
	size_t i = 0;

	while (i < url.size &&
	       ((url.data[i] >= 'a' && url.data[i] <= 'z') || (url.data[i] >= 'A' && url.data[i] <= 'Z') ||
		(i && (strchr("+-.", url.data[i]) || (url.data[i] >= '0' && url.data[i] <= '9')))))
		i++;
	return i > 1 && i < url.size && url.data[i] == ':';
}

static void read_link(ramure_node *link, ramure_str url)
{
	const char *sharp = url.size ? memchr(url.data, '#', url.size) : NULL;
	ramure_str file = { url.data, sharp ? (size_t)(sharp - url.data) : url.size };

	if (url.size && url.data[0] == '#')
		link->link->name = (ramure_str){ url.data + 1, url.size - 1 };
	else if (!has_scheme(url) && str_ends(file, ".md"))
		link->link->name = url;
	else
		link->link->url = url;
}

/* `[the report]()`, `[more](#)`: an address that was to come. */
static void check_address(reader *r, const ramure_node *link)
{
	ramure_str words;

	if (link->link->url.size || link->link->name.size)
		return;
	words = ramure_plain_text(r->ctx, link);
	ramure_warning(r->ctx, link->span, "link-nowhere", "this link has no address, and leads nowhere");
	ramure_hint(r->ctx, "write '[%.*s](https://example.org)', or '(#name)' for a place of this document",
		    (int)words.size, words.data);
}

static ramure_node *open_image(reader *r, size_t start, size_t end)
{
	ramure_node *image = reader_put_node(r, RAMURE_IMAGE, start, end);
	ramure_node *alt = node_new(r->ctx, RAMURE_PHRASE, image->span);

	/* Beside text, an image stands at the right. */
	image->image->side = RAMURE_END;
	image->image->alt = alt;
	node_append(image, alt);
	return alt;
}

static void close_image(reader *r, cmark_node *node, ramure_node *image)
{
	const char *title = cmark_node_get_title(node);
	const char *url = cmark_node_get_url(node);

	image->text = (ramure_str){ 0 };
	image->image->decorative = !image->image->alt->first;
	if (title && *title) {
		ramure_node *caption = node_new(r->ctx, RAMURE_CAPTION, image->span);

		node_append(caption, node_text(r->ctx, image->span,
					       utf8_nfc(r->ctx->arena, ramure_format(r->ctx, "%s", title))));
		node_append(image, caption);
	}
	image_read(r->ctx, image, ramure_format(r->ctx, "%s", url ? url : ""));
}

/* ---- steps ---- */

void inlines_begin(reader *r, cmark_node *block)
{
	r->block_line = cmark_node_get_start_line(block);
	r->block_column = cmark_node_get_start_column(block);
	r->block_end = reader_offset(r, cmark_node_get_end_line(block) + 1, 1);
	r->cursor = reader_offset(r, r->block_line, r->block_column);
	/* A setext heading's or a cell's last line may be said to end before it does; the text then ends with the
	 * piece. */
	if (r->block_end <= r->cursor)
		r->block_end = r->lead + r->piece->text.size;
	r->run = NULL;
}

void inlines_end(reader *r)
{
	ramure_node *block = r->at;

	while (ramure_is_inline(block->type))
		block = block->parent;
	reader_return(r, block);
}

static void open_inline(reader *r, cmark_node *node, ramure_node_type type)
{
	size_t start = reader_place(r, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
	size_t end = reader_place(r, cmark_node_get_end_line(node), cmark_node_get_end_column(node)) + 1;
	ramure_node *outer = r->at;
	const char *url;

	if (type == RAMURE_IMAGE) {
		r->at = open_image(r, start, end);
	} else {
		r->at = reader_put_node(r, type, start, end);
		if (type == RAMURE_LINK) {
			url = cmark_node_get_url(node);
			read_link(r->at, ramure_format(r->ctx, "%s", url ? url : ""));
		}
	}
	cmark_node_set_user_data(node, outer);
}

static void read_code_span(reader *r, cmark_node *node)
{
	const char *code = cmark_node_get_literal(node);
	size_t start = reader_place(r, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
	size_t size = strlen(code);
	ramure_node *span = reader_put_node(r, RAMURE_CODE_SPAN, start, start + size);

	span->text = ramure_format(r->ctx, "%s", code);
	if (start + size <= r->block_end && start >= r->cursor)
		r->cursor = start + size;
}

/* The parser numbers its references; their name stands in the source. */
static void read_reference(reader *r, cmark_node *node)
{
	size_t start = reader_place(r, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
	size_t end;

	if (start < r->cursor || start + 2 > r->block_end || memcmp(r->fed.data + start, "[^", 2) != 0)
		for (start = r->cursor; start + 2 < r->block_end && memcmp(r->fed.data + start, "[^", 2) != 0;)
			start++;
	end = start + 2;
	while (end < r->block_end && r->fed.data[end] != ']')
		end++;
	if (end >= r->block_end)
		return;
	r->cursor = end + 1;
	reader_put_call(r, (ramure_str){ r->fed.data + start + 2, end - start - 2 }, start, end + 1);
}

void inline_enter(reader *r, cmark_node *node)
{
	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		reader_text(r, node);
		break;
	case CMARK_NODE_SOFTBREAK:
		/* Where lines end matters to captions and signatures; markdown_finish() makes it a space. */
		reader_put_text(r, "\n", 1, r->cursor, r->cursor);
		break;
	case CMARK_NODE_LINEBREAK:
		reader_put_node(r, RAMURE_BREAK, r->cursor, r->cursor);
		break;
	case CMARK_NODE_CODE:
		read_code_span(r, node);
		break;
	case CMARK_NODE_HTML_INLINE:
		html_tag(r, node);
		break;
	case CMARK_NODE_FOOTNOTE_REFERENCE:
		read_reference(r, node);
		break;
	case CMARK_NODE_EMPH:
		open_inline(r, node, RAMURE_EMPHASIS);
		break;
	case CMARK_NODE_STRONG:
		open_inline(r, node, RAMURE_STRONG);
		break;
	case CMARK_NODE_LINK:
		open_inline(r, node, RAMURE_LINK);
		break;
	case CMARK_NODE_IMAGE:
		open_inline(r, node, RAMURE_IMAGE);
		break;
	default: /* the extension's */
		open_inline(r, node, RAMURE_STRIKE);
		break;
	}
}

void inline_leave(reader *r, cmark_node *node)
{
	ramure_node *outer = cmark_node_get_user_data(node);
	ramure_node *opened;

	if (!outer)
		return;
	opened = r->at;
	while (opened->parent != outer)
		opened = opened->parent;
	reader_return(r, opened);
	/* What closes an emphasis has been read too. */
	while (opened->type != RAMURE_LINK && opened->type != RAMURE_IMAGE && r->cursor < r->block_end &&
	       strchr("*_~", r->fed.data[r->cursor]) && r->fed.data[r->cursor])
		r->cursor++;
	if (opened->type == RAMURE_IMAGE)
		close_image(r, node, opened);
	else if (opened->type == RAMURE_LINK)
		check_address(r, opened);
	r->at = outer;
}

/* ---- a text by itself ---- */

static void read_line(void *closure, cmark_node *root)
{
	reader *r = closure;
	cmark_iter *walk = cmark_iter_new(root);
	cmark_node *paragraph = cmark_node_first_child(root);
	ramure_node *outer = r->at;
	cmark_event_type event;

	if (!paragraph)
		return;
	inlines_begin(r, paragraph);
	while ((event = cmark_iter_next(walk)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(walk);

		if (node == root || node == paragraph)
			continue;
		if (event == CMARK_EVENT_ENTER)
			inline_enter(r, node);
		else
			inline_leave(r, node);
	}
	reader_return(r, outer);
}

/* Reads a piece as one paragraph whatever it begins with ("1. ", "# ", "- "): a no-break space stands before it, which
 * for the rules of emphasis is a space, and its lines are joined. */
static void read_as_line(ramure_ctx *ctx, const source_text *piece, ramure_node *into, bool *refused_tag)
{
	static const char lead[] = "\xC2\xA0";
	size_t start = 0;
	char *fed = ramure_alloc(ctx, piece->text.size + sizeof lead);
	reader r = { .ctx = ctx,
		     .piece = piece,
		     .lead = sizeof lead - 1,
		     .lines = &start,
		     .line_count = 1,
		     .at = into,
		     .refused_tag = *refused_tag };

	memcpy(fed, lead, r.lead);
	for (size_t i = 0; i < piece->text.size; i++)
		fed[r.lead + i] =
			piece->text.data[i] == '\n' || piece->text.data[i] == '\r' ? ' ' : piece->text.data[i];
	r.fed = (ramure_str){ fed, piece->text.size + r.lead };
	if (!markdown_guard(ctx, piece))
		return;
	if (!markdown_parse(r.fed.data, r.fed.size, read_line, &r)) {
		ramure_error(ctx, source_text_span(piece, 0, 0), "this text is too tangled to be read");
		ramure_hint(ctx, "cut it into shorter ones");
	}
	*refused_tag = r.refused_tag;
}

void inlines_read(reader *r, size_t start, size_t end)
{
	source_text part = source_text_part(r->piece, start - r->lead, end - start);

	read_as_line(r->ctx, &part, r->at, &r->refused_tag);
}

/* Whether a text may mean more than its characters. */
static bool has_markup(ramure_str text)
{
	for (size_t i = 0; i < text.size; i++)
		switch (text.data[i]) {
		case '*':
		case '_':
		case '[':
		case ']':
		case '<':
		case '&':
		case '\\':
		case '`':
		case '~':
		case '^':
		case '\n':
		case '\r':
			return true;
		}
	return false;
}

ramure_node *markdown_inline(ramure_ctx *ctx, const source_text *text)
{
	size_t start = 0, end = text->text.size;
	ramure_node *phrase, *run;
	bool refused_tag = false;

	while (start < end && is_blank(text->text.data[start]))
		start++;
	while (end > start && is_blank(text->text.data[end - 1]))
		end--;
	phrase = node_new(ctx, RAMURE_PHRASE, source_text_span(text, start, end - start));
	if (start == end)
		return phrase;
	if (has_markup((ramure_str){ text->text.data + start, end - start })) {
		source_text part = source_text_part(text, start, end - start);

		read_as_line(ctx, &part, phrase, &refused_tag);
		markdown_finish(ctx, phrase);
		return phrase;
	}
	run = node_text(ctx, phrase->span, utf8_nfc(ctx->arena, (ramure_str){ text->text.data + start, end - start }));
	node_append(phrase, run);
	return phrase;
}
