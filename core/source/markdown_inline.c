/* markdown_inline.c: from cmark's inlines to ours, each at its place. */
#include "core/source/markdown_reader.h"

#include "core/base/files.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/document.h"
#include "core/source/footnotes.h"

#include <string.h>

/* A place is looked for no further than this behind the last one known. */
enum { SEARCH = 64 * 1024 };

/* ---- places ---- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_punctuation(char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/* Where the parser's place is in the source.  It counts the columns of a paragraph's later lines as if they began
 * where the first does, without their own indentation. */
static size_t place(const reader *r, int line, int column)
{
	size_t at;

	if (line <= 0)
		return r->cursor;
	if (line == r->block_line)
		return reader_offset(r, line, column);
	at = reader_offset(r, line, 1);
	while (at < r->block_end &&
	       (r->fed.data[at] == ' ' || r->fed.data[at] == '\t' || (r->quotes && r->fed.data[at] == '>')))
		at++;
	return column > r->block_column ? at + (size_t)(column - r->block_column) : at;
}

/* The end of a character reference at `s` ("&amp;"), or `s`. */
static size_t reference_end(const reader *r, size_t s)
{
	enum { LONGEST = 34 };

	for (size_t i = s + 1; i < r->block_end && i < s + LONGEST; i++) {
		char c = r->fed.data[i];

		if (c == ';')
			return i > s + 1 ? i + 1 : s;
		if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '#'))
			break;
	}
	return s;
}

/* Moves over one character of a literal and over what stands for it in the source: itself, `\` and itself, or a
 * reference.  False when the source says something else there. */
static bool step(const reader *r, size_t *s, ramure_str literal, size_t *l)
{
	const char *source = r->fed.data + *s;
	size_t reference;

	if (*s >= r->block_end)
		return false;
	if (*source == '\\' && *s + 1 < r->block_end && source[1] == literal.data[*l] && is_punctuation(source[1])) {
		*s += 2;
		*l += 1;
		return true;
	}
	if (*source == '&' && (reference = reference_end(r, *s)) > *s &&
	    /* "&b;" is a text; the parser leaves it as it stands */
	    (literal.size - *l < reference - *s || memcmp(literal.data + *l, source, reference - *s) != 0)) {
		*s = reference;
		utf8_next(literal, l);
		return true;
	}
	if (*source != literal.data[*l])
		return false;
	*s += 1;
	*l += 1;
	return true;
}

/* The end of a literal that stands at `s`, or 0. */
static size_t match(const reader *r, size_t s, ramure_str literal)
{
	for (size_t l = 0; l < literal.size;)
		if (!step(r, &s, literal, &l))
			return 0;
	return s;
}

/* Finds where a text stands: where the parser says, or, as it errs behind link definitions and long links, next after
 * what was read last. */
static size_t locate(reader *r, cmark_node *node, ramure_str literal)
{
	size_t start = place(r, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
	size_t end = start >= r->cursor ? match(r, start, literal) : 0;

	for (size_t s = r->cursor; !end && s < r->block_end && s < r->cursor + SEARCH; s++) {
		start = s;
		end = match(r, s, literal);
	}
	if (!end)
		return r->cursor;
	r->cursor = end;
	return start;
}

/* ---- runs of text ---- */

static void flush(reader *r)
{
	if (!r->run)
		return;
	r->run->text = utf8_nfc(r->ctx->arena, buf_str(&r->words));
	r->run->span = reader_span(r, r->run_start, r->run_end);
	r->run = NULL;
}

static void put_text(reader *r, const char *bytes, size_t size, size_t start, size_t end)
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

static ramure_node *put_node(reader *r, ramure_node_type type, size_t start, size_t end)
{
	ramure_node *fresh = node_new(r->ctx, type, reader_span(r, start, end));

	flush(r);
	node_append(r->at, fresh);
	return fresh;
}

static void put_call(reader *r, ramure_str name, size_t start, size_t end)
{
	ramure_node *call = put_node(r, RAMURE_NOTE_CALL, start, end);

	call->name = ramure_format(r->ctx, "%.*s", (int)name.size, name.data);
	footnotes_call(r->ctx, call->name, call->span);
}

static void put_superscript(reader *r, ramure_str words, size_t start, size_t end)
{
	ramure_node *raised = put_node(r, RAMURE_SUPERSCRIPT, start, end);

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

/* A text with `^` in it: `^{e}` is a superscript, `[^note]` calls a note that the parser did not know (it is written
 * elsewhere in the file, or nowhere); an escaped one is a text. */
static void read_special(reader *r, ramure_str literal, size_t start)
{
	size_t from = 0, from_s = start, s = start;

	for (size_t l = 0; l < literal.size;) {
		size_t size = literal.data[l] == '^' || literal.data[l] == '[' ? special_size(literal, l) : 0;
		size_t after = s, after_l = l;

		if (size && s < r->block_end && r->fed.data[s] == literal.data[l] && r->fed.data[s + 1] != '\\') {
			ramure_str name = { literal.data + l + 2, size - 3 };

			while (after_l < l + size && step(r, &after, literal, &after_l))
				continue;
			put_text(r, literal.data + from, l - from, from_s, s);
			if (literal.data[l] == '^')
				put_superscript(r, name, s, after);
			else
				put_call(r, name, s, after);
			from = l = l + size;
			from_s = s = after;
		} else if (!step(r, &s, literal, &l)) {
			l++;
		}
	}
	put_text(r, literal.data + from, literal.size - from, from_s, s);
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
	image->name = given.name;
	image->image->width_share = given.width_share;
	image->image->ornament = given.decorative;
	image->image->decorative = image->image->decorative || given.decorative;
	return size;
}

static void read_text(reader *r, cmark_node *node)
{
	const char *words = cmark_node_get_literal(node);
	ramure_str literal = { words, strlen(words) };
	size_t start = locate(r, node, literal), used;

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
	if (literal.size && memchr(literal.data, '^', literal.size))
		read_special(r, literal, start);
	else
		put_text(r, literal.data, literal.size, start, r->cursor);
}

/* ---- HTML ---- */

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

static bool closes(const ramure_node *open, ramure_node_type type)
{
	return open->type == type;
}

static void report_tag(reader *r, const char *tag, size_t start, size_t end)
{
	ramure_error(r->ctx, reader_span(r, start, end), "the tag '%.60s' is not understood", tag);
	ramure_hint(r->ctx,
		    "only <br>, <sup>, <sub> and comments are HTML here; write **bold**, *italic*, [words](address), "
		    "and \\< for the sign itself");
}

static void read_script(reader *r, const char *tag, ramure_node_type type, size_t start, size_t end)
{
	if (tag[1] != '/') {
		r->at = put_node(r, type, start, end);
		return;
	}
	flush(r);
	if (closes(r->at, type)) {
		r->at = r->at->parent;
		return;
	}
	ramure_error(r->ctx, reader_span(r, start, end), "'%s' closes nothing", tag);
	ramure_hint(r->ctx, "open and close it inside the same words: 1<sup>er</sup>");
}

static void read_tag(reader *r, cmark_node *node)
{
	const char *tag = cmark_node_get_literal(node);
	size_t size = strlen(tag);
	size_t start = locate(r, node, (ramure_str){ tag, size });
	size_t end = r->cursor;

	if (strncmp(tag, "<!--", 4) == 0)
		return;
	if (tag_is(tag + 1, "br"))
		put_node(r, RAMURE_BREAK, start, end);
	else if (tag_is(tag + 1, "sup"))
		read_script(r, tag, RAMURE_SUPERSCRIPT, start, end);
	else if (tag_is(tag + 1, "sub"))
		read_script(r, tag, RAMURE_SUBSCRIPT, start, end);
	else
		report_tag(r, tag, start, end);
}

/* Goes back to the node that was open before `outer`'s child was; a <sup> or <sub> still open in between is a slip. */
static void return_to(reader *r, ramure_node *block)
{
	flush(r);
	while (r->at != block && r->at->parent) {
		if (r->at->type == RAMURE_SUPERSCRIPT || r->at->type == RAMURE_SUBSCRIPT) {
			const char *name = r->at->type == RAMURE_SUPERSCRIPT ? "sup" : "sub";

			ramure_error(r->ctx, r->at->span, "'<%s>' is never closed", name);
			ramure_hint(r->ctx, "open and close it inside the same words: 1<%s>er</%s>", name, name);
		}
		r->at = r->at->parent;
	}
}

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

static bool ends_with(ramure_str s, const char *end)
{
	size_t size = strlen(end);

	return s.size >= size && memcmp(s.data + s.size - size, end, size) == 0;
}

static void read_link(ramure_node *link, ramure_str url)
{
	const char *sharp = url.size ? memchr(url.data, '#', url.size) : NULL;
	ramure_str file = { url.data, sharp ? (size_t)(sharp - url.data) : url.size };

	if (url.size && url.data[0] == '#')
		link->link->name = (ramure_str){ url.data + 1, url.size - 1 };
	else if (!has_scheme(url) && ends_with(file, ".md"))
		link->link->name = url;
	else
		link->link->url = url;
}

static ramure_node *open_image(reader *r, size_t start, size_t end)
{
	ramure_node *image = put_node(r, RAMURE_IMAGE, start, end);
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
	return_to(r, block);
}

static void open_inline(reader *r, cmark_node *node, ramure_node_type type)
{
	size_t start = place(r, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
	size_t end = place(r, cmark_node_get_end_line(node), cmark_node_get_end_column(node)) + 1;
	ramure_node *outer = r->at;
	const char *url;

	if (type == RAMURE_IMAGE) {
		r->at = open_image(r, start, end);
	} else {
		r->at = put_node(r, type, start, end);
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
	size_t start = place(r, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
	size_t size = strlen(code);
	ramure_node *span = put_node(r, RAMURE_CODE_SPAN, start, start + size);

	span->text = ramure_format(r->ctx, "%s", code);
	if (start + size <= r->block_end && start >= r->cursor)
		r->cursor = start + size;
}

/* The parser numbers its references; their name stands in the source. */
static void read_reference(reader *r, cmark_node *node)
{
	size_t start = place(r, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
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
	put_call(r, (ramure_str){ r->fed.data + start + 2, end - start - 2 }, start, end + 1);
}

void inline_enter(reader *r, cmark_node *node)
{
	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		read_text(r, node);
		break;
	case CMARK_NODE_SOFTBREAK:
		/* Where lines end matters to captions and signatures; markdown_finish() makes it a space. */
		put_text(r, "\n", 1, r->cursor, r->cursor);
		break;
	case CMARK_NODE_LINEBREAK:
		put_node(r, RAMURE_BREAK, r->cursor, r->cursor);
		break;
	case CMARK_NODE_CODE:
		read_code_span(r, node);
		break;
	case CMARK_NODE_HTML_INLINE:
		read_tag(r, node);
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
	return_to(r, opened);
	/* What closes an emphasis has been read too. */
	while (opened->type != RAMURE_LINK && opened->type != RAMURE_IMAGE && r->cursor < r->block_end &&
	       strchr("*_~", r->fed.data[r->cursor]) && r->fed.data[r->cursor])
		r->cursor++;
	if (opened->type == RAMURE_IMAGE)
		close_image(r, node, opened);
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
	return_to(r, outer);
}

/* Reads a piece as one paragraph whatever it begins with ("1. ", "# ", "- "): a no-break space stands before it, which
 * for the rules of emphasis is a space, and its lines are joined. */
static void read_as_line(ramure_ctx *ctx, const source_text *piece, ramure_node *into)
{
	static const char lead[] = "\xC2\xA0";
	size_t start = 0;
	char *fed = ramure_alloc(ctx, piece->text.size + sizeof lead);
	reader r = {
		.ctx = ctx, .piece = piece, .lead = sizeof lead - 1, .lines = &start, .line_count = 1, .at = into
	};

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
}

void inlines_read(reader *r, size_t start, size_t end)
{
	source_text part = source_text_part(r->piece, start - r->lead, end - start);

	read_as_line(r->ctx, &part, r->at);
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

	while (start < end && is_blank(text->text.data[start]))
		start++;
	while (end > start && is_blank(text->text.data[end - 1]))
		end--;
	phrase = node_new(ctx, RAMURE_PHRASE, source_text_span(text, start, end - start));
	if (start == end)
		return phrase;
	if (has_markup((ramure_str){ text->text.data + start, end - start })) {
		source_text part = source_text_part(text, start, end - start);

		read_as_line(ctx, &part, phrase);
		markdown_finish(ctx, phrase);
		return phrase;
	}
	run = node_text(ctx, phrase->span, utf8_nfc(ctx->arena, (ramure_str){ text->text.data + start, end - start }));
	node_append(phrase, run);
	return phrase;
}
