/* deck_dump.c: the pages of a deck as text, for golden tests. */
#include "core/base/buf.h"
#include "core/context.h"
#include "core/layout/layout.h"

/* Structure types by their names in PDF 32000-1, 14.8.4. */
static const char *const tags[RAMURE_TAGS] = {
	[RAMURE_TAG_DOCUMENT] = "Document",
	[RAMURE_TAG_PART] = "Part",
	[RAMURE_TAG_SECT] = "Sect",
	[RAMURE_TAG_DIV] = "Div",
	[RAMURE_TAG_H1] = "H1",
	[RAMURE_TAG_H2] = "H2",
	[RAMURE_TAG_H3] = "H3",
	[RAMURE_TAG_H4] = "H4",
	[RAMURE_TAG_H5] = "H5",
	[RAMURE_TAG_H6] = "H6",
	[RAMURE_TAG_P] = "P",
	[RAMURE_TAG_L] = "L",
	[RAMURE_TAG_LI] = "LI",
	[RAMURE_TAG_LBL] = "Lbl",
	[RAMURE_TAG_LBODY] = "LBody",
	[RAMURE_TAG_TABLE] = "Table",
	[RAMURE_TAG_TR] = "TR",
	[RAMURE_TAG_TH] = "TH",
	[RAMURE_TAG_TD] = "TD",
	[RAMURE_TAG_FIGURE] = "Figure",
	[RAMURE_TAG_CAPTION] = "Caption",
	[RAMURE_TAG_LINK] = "Link",
	[RAMURE_TAG_NOTE] = "Note",
	[RAMURE_TAG_REFERENCE] = "Reference",
	[RAMURE_TAG_BLOCKQUOTE] = "BlockQuote",
	[RAMURE_TAG_CODE] = "Code",
	[RAMURE_TAG_SPAN] = "Span",
	[RAMURE_TAG_TOC] = "TOC",
	[RAMURE_TAG_TOCI] = "TOCI",
};

static void put_colour(buf *out, ramure_rgb c)
{
	buf_format(out, "#%02X%02X%02X", c.r, c.g, c.b);
}

static void put_point(buf *out, double x, double y)
{
	buf_put_number(out, x, 1);
	buf_putc(out, ',');
	buf_put_number(out, y, 1);
}

static void put_box(buf *out, ramure_box box)
{
	put_point(out, box.x, box.y);
	buf_putc(out, ' ');
	buf_put_number(out, box.width, 1);
	buf_puts(out, "×");
	buf_put_number(out, box.height, 1);
}

/* Words between quotes, on one line. */
static void put_words(buf *out, ramure_str words)
{
	buf_puts(out, " \"");
	for (size_t i = 0; i < words.size; i++) {
		if (words.data[i] == '\n')
			buf_puts(out, "\\n");
		else
			buf_putc(out, words.data[i]);
	}
	buf_putc(out, '"');
}

/* "#12" for an element, "~" for an artifact. */
static void put_owner(buf *out, uint32_t element)
{
	buf_puts(out, "  ");
	if (element == RAMURE_ARTIFACT)
		buf_putc(out, '~');
	else
		buf_format(out, "#%u", element);
	buf_putc(out, ' ');
}

static void put_run(buf *out, const ramure_deck *deck, const ramure_page_mark *mark)
{
	const ramure_font *font = ramure_deck_font(deck, mark->run.font);

	buf_puts(out, "text ");
	put_point(out, mark->run.x, mark->run.y);
	buf_putc(out, ' ');
	buf_put_str(out, font->family);
	buf_putc(out, ' ');
	buf_put_str(out, font->face);
	buf_putc(out, ' ');
	buf_put_number(out, mark->run.size, 2);
	buf_putc(out, ' ');
	put_colour(out, mark->run.colour);
	put_words(out, mark->run.text);
}

/* A path by its ends: enough to see it move. */
static void put_path(buf *out, const ramure_page_mark *mark)
{
	buf_puts(out, "path");
	for (size_t i = 0; i < mark->path.count; i++) {
		const ramure_segment *s = &mark->path.segments[i];
		int end = s->op == RAMURE_CURVE_TO ? 2 : 0;

		if (s->op == RAMURE_CLOSE) {
			buf_puts(out, " z");
			continue;
		}
		buf_puts(out, s->op == RAMURE_MOVE ? " " : s->op == RAMURE_LINE_TO ? " -" : " ~");
		put_point(out, s->x[end], s->y[end]);
	}
	if (mark->path.ink.filled) {
		buf_puts(out, " fill ");
		put_colour(out, mark->path.ink.fill);
	}
	if (mark->path.ink.stroked) {
		buf_puts(out, " stroke ");
		put_colour(out, mark->path.ink.stroke);
		buf_putc(out, ' ');
		buf_put_number(out, mark->path.ink.stroke_width, 2);
	}
}

static void put_link(buf *out, const ramure_page_mark *mark)
{
	buf_puts(out, "link ");
	put_box(out, mark->link.box);
	if (mark->link.url.size)
		put_words(out, mark->link.url);
	else
		buf_format(out, " page %zu", mark->link.page + 1);
	put_words(out, mark->link.contents);
}

static void put_mark(buf *out, const ramure_deck *deck, const ramure_page_mark *mark)
{
	put_owner(out, mark->element);
	switch (mark->type) {
	case RAMURE_GLYPH_RUN:
		put_run(out, deck, mark);
		break;
	case RAMURE_PATH_MARK:
		put_path(out, mark);
		break;
	case RAMURE_IMAGE_MARK:
		buf_puts(out, "image ");
		put_box(out, mark->image.box);
		buf_format(out, " %u×%u", mark->image.file->width, mark->image.file->height);
		break;
	case RAMURE_LINK_MARK:
		put_link(out, mark);
		break;
	}
	buf_putc(out, '\n');
}

static void put_page(buf *out, ramure_deck *deck, size_t index)
{
	const ramure_page *page = ramure_deck_page(deck, index);

	buf_format(out, "page %zu ", index + 1);
	buf_put_number(out, page->width, 1);
	buf_puts(out, "×");
	buf_put_number(out, page->height, 1);
	buf_puts(out, " ground ");
	put_colour(out, page->ground);
	buf_puts(out, " label");
	put_words(out, page->label);
	buf_putc(out, '\n');
	for (size_t i = 0; i < page->count; i++)
		put_mark(out, deck, &page->marks[i]);
}

/* Elements in the order of their beginning; their parents say how they nest. */
static void put_element(buf *out, const ramure_deck *deck, size_t index)
{
	const ramure_element *e = ramure_deck_element(deck, index);

	buf_format(out, "  #%zu %s", index, tags[e->tag]);
	if (e->parent != RAMURE_ARTIFACT)
		buf_format(out, " in #%u", e->parent);
	buf_format(out, " page %u", e->page + 1);
	if (e->scope)
		buf_format(out, " scope %s%s", e->scope & RAMURE_SCOPE_ROW ? "r" : "",
			   e->scope & RAMURE_SCOPE_COLUMN ? "c" : "");
	if (e->ordered)
		buf_puts(out, " ordered");
	if (e->alt.size) {
		buf_puts(out, " alt");
		put_words(out, e->alt);
	}
	if (e->title.size) {
		buf_puts(out, " title");
		put_words(out, e->title);
	}
	buf_putc(out, '\n');
}

ramure_str deck_dump(ramure_ctx *ctx, ramure_deck *deck)
{
	buf out = buf_on(ctx->arena);

	for (size_t i = 0; i < ramure_deck_pages(deck); i++)
		put_page(&out, deck, i);
	buf_puts(&out, "structure\n");
	for (size_t i = 0; i < ramure_deck_elements(deck); i++)
		put_element(&out, deck, i);
	buf_puts(&out, "outline\n");
	for (size_t i = 0; i < ramure_deck_outline(deck); i++) {
		const ramure_outline_entry *entry = ramure_deck_outline_entry(deck, i);

		buf_fill(&out, ' ', (size_t)entry->level * 2);
		buf_format(&out, "page %zu", entry->page + 1);
		put_words(&out, entry->title);
		buf_putc(&out, '\n');
	}
	return buf_str(&out);
}
