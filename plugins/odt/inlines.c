/* inlines.c: what stands inside a paragraph. */
#include "odt.h"

#include <string.h>

/* Signs that most fonts have; the words beside them say the same. */
static const char *const shape_signs[RAMURE_SHAPES] = {
	[RAMURE_NO_SHAPE] = "", [RAMURE_DISC] = "●", [RAMURE_SQUARE] = "■",    [RAMURE_TRIANGLE] = "▲",
	[RAMURE_DIAMOND] = "◆", [RAMURE_RING] = "○", [RAMURE_HALF_DISC] = "◐", [RAMURE_PENTAGON] = "⬟",
	[RAMURE_HEXAGON] = "⬢", [RAMURE_STAR] = "★", [RAMURE_CROSS] = "✚",
};

static const char *const colour_styles[RAMURE_COLOURS] = {
	[RAMURE_LEVEL_1] = "Niveau_1", [RAMURE_LEVEL_2] = "Niveau_2", [RAMURE_LEVEL_3] = "Niveau_3",
	[RAMURE_LEVEL_4] = "Niveau_4", [RAMURE_LEVEL_5] = "Niveau_5", [RAMURE_LEVEL_6] = "Niveau_6",
	[RAMURE_LEVEL_7] = "Niveau_7", [RAMURE_LEVEL_8] = "Niveau_8", [RAMURE_ACCENT] = "Accent",
};

static const char *const span_styles[RAMURE_NODE_TYPES] = {
	[RAMURE_EMPHASIS] = "Emphasis", [RAMURE_STRONG] = "Strong_20_Emphasis",
	[RAMURE_STRIKE] = "Barre",      [RAMURE_SUPERSCRIPT] = "Exposant",
	[RAMURE_SUBSCRIPT] = "Indice",  [RAMURE_CODE_SPAN] = "Source_20_Text",
};

static void put_span(odt *o, const char *style, const ramure_node *inlines)
{
	xml_open(&o->out, "text:span");
	xml_attr(&o->out, "text:style-name", style);
	if (inlines->type == RAMURE_CODE_SPAN)
		xml_text(&o->out, inlines->text);
	else
		odt_inlines(o, inlines);
	xml_close(&o->out);
}

static void put_mark(odt *o, const ramure_node *node)
{
	const char *style = colour_styles[node->mark->colour];
	xml *x = &o->out;

	xml_open(x, "text:span");
	xml_attr(x, "text:style-name", style ? style : "Strong_20_Emphasis");
	xml_words(x, shape_signs[node->mark->shape]);
	if (node->first && node->mark->shape != RAMURE_NO_SHAPE)
		xml_words(x, "\xC2\xA0");
	odt_inlines(o, node);
	xml_close(x);
}

/* Where the number of "section 2.3" begins; the end of the words when they are no such reference. */
static size_t number_start(ramure_str words)
{
	size_t at = words.size;

	while (at && (words.data[at - 1] == '.' || (words.data[at - 1] >= '0' && words.data[at - 1] <= '9')))
		at--;
	return at > 2 && (unsigned char)words.data[at - 1] == 0xA0 ? at : words.size;
}

/* "tableau 3": the number follows the caption's own. */
static void put_caption_reference(odt *o, const ramure_node *link, const ramure_node *caption)
{
	ramure_str words = ramure_plain_text(o->ctx, link);
	size_t at = number_start(words);
	xml *x = &o->out;

	xml_text(x, (ramure_str){ words.data, at });
	xml_open(x, "text:sequence-ref");
	xml_attr(x, "text:reference-format", "value");
	xml_attr_format(x, "text:ref-name", "%s_%d", caption->caption->of_table ? "Tableau" : "Figure",
			caption->caption->number);
	xml_text(x, (ramure_str){ words.data + at, words.size - at });
	xml_close(x);
}

/* "section 2.3": the word leads there, the number follows the heading's. */
static bool put_section_reference(odt *o, const ramure_node *link)
{
	ramure_str words = ramure_plain_text(o->ctx, link);
	size_t at = number_start(words);
	ramure_str number = { words.data + at, words.size - at };
	xml *x = &o->out;

	if (ramure_node_label(link->link->target).size || !number.size)
		return false;
	xml_text(x, (ramure_str){ words.data, at });
	xml_open(x, "text:bookmark-ref");
	xml_attr(x, "text:reference-format", "number");
	xml_attr(x, "text:ref-name", odt_section_bookmark(o, number));
	xml_text(x, number);
	xml_close(x);
	return true;
}

/* A number alone: that of a section, or of the page where it begins. */
static void put_number(odt *o, const ramure_node *link)
{
	ramure_str number = ramure_plain_text(o->ctx, link);
	bool page = link->link->by == RAMURE_BY_PAGE;
	const char *bookmark = page ? odt_target_bookmark(o, link->link->target) : odt_section_bookmark(o, number);
	xml *x = &o->out;

	xml_open(x, "text:bookmark-ref");
	xml_attr(x, "text:reference-format", page ? "page" : "number");
	xml_attr(x, "text:ref-name", bookmark);
	xml_text(x, number);
	xml_close(x);
}

static bool put_live_reference(odt *o, const ramure_node *node)
{
	const ramure_node *target = node->link->target;
	const ramure_node *caption = target ? ramure_child(target, RAMURE_CAPTION) : NULL;

	if (!node->link->generated || !target)
		return false;
	if (node->link->by != RAMURE_BY_NAME) {
		put_number(o, node);
		return true;
	}
	if (!caption || !caption->caption->number || ramure_node_label(target).size)
		return put_section_reference(o, node);
	put_caption_reference(o, node, caption);
	return true;
}

/* An address without a scheme is one from inside the package, whose folder the report's file is (ODF 1.3 part 2, 3.7):
 * what stands beside the report is one up.  A first part with a colon would be a scheme (RFC 3986, 4.2). */
static ramure_str address_of(ramure_ctx *ctx, ramure_str url)
{
	size_t end = 0;

	while (end < url.size && !strchr("/?#:", url.data[end]))
		end++;
	if (!url.size || url.data[0] == '/' || url.data[0] == '#' || (end < url.size && url.data[end] == ':'))
		return url;
	return ramure_format(ctx, "../%.*s", (int)url.size, url.data);
}

static void put_link(odt *o, const ramure_node *node)
{
	const ramure_link_info *link = node->link;
	const char *bookmark = link->target ? odt_target_bookmark(o, link->target) : NULL;
	xml *x = &o->out;

	if (put_live_reference(o, node))
		return;
	if (!link->url.size && !bookmark) {
		odt_inlines(o, node);
		return;
	}
	xml_open(x, "text:a");
	xml_attr(x, "xlink:type", "simple");
	if (link->url.size)
		xml_attr_str(x, "xlink:href", address_of(o->ctx, link->url));
	else
		xml_attr_str(x, "xlink:href", ramure_format(o->ctx, "#%s", bookmark));
	xml_attr(x, "text:style-name", "Internet_20_link");
	xml_attr(x, "text:visited-style-name", "Visited_20_Internet_20_Link");
	odt_inlines(o, node);
	xml_close(x);
}

static void put_note_body(odt *o, const ramure_node *note)
{
	int depth = o->list_depth;
	double room = o->room;
	bool dense = o->dense, display = o->display;

	o->list_depth = 0;
	o->room = 0;
	o->dense = false;
	o->display = false;
	o->in_note = true;
	odt_blocks(o, note);
	o->in_note = false;
	o->list_depth = depth;
	o->room = room;
	o->dense = dense;
	o->display = display;
}

/* A second call of a note shows the number of the first. */
static void put_note_reference(odt *o, int number)
{
	xml *x = &o->out;

	xml_open(x, "text:span");
	xml_attr(x, "text:style-name", "Footnote_20_anchor");
	xml_open(x, "text:note-ref");
	xml_attr(x, "text:note-class", "footnote");
	xml_attr(x, "text:reference-format", "text");
	xml_attr_format(x, "text:ref-name", "ftn%d", number);
	xml_words(x, ramure_format(o->ctx, "%d", number).data);
	xml_close(x);
	xml_close(x);
}

/* A note stands where it is called first; in a note there is no other, which is said in brackets. */
static void put_note(odt *o, const ramure_node *note)
{
	int number = note->footnote->number;
	xml *x = &o->out;

	if (o->noted[number]) {
		put_note_reference(o, number);
		return;
	}
	if (o->in_note) {
		xml_words(x, " (");
		xml_text(x, ramure_plain_text(o->ctx, note));
		xml_words(x, ")");
		return;
	}
	o->noted[number] = true;
	xml_open(x, "text:note");
	xml_attr_format(x, "text:id", "ftn%d", number);
	xml_attr(x, "text:note-class", "footnote");
	xml_open(x, "text:note-citation");
	xml_words(x, ramure_format(o->ctx, "%d", number).data);
	xml_close(x);
	xml_open(x, "text:note-body");
	put_note_body(o, note);
	xml_close(x);
	xml_close(x);
}

/* The letters of the word that ends there; none when it has digits or signs. */
static size_t letters_before(ramure_str text, size_t end)
{
	size_t letters = 0;

	for (; end > 0; end--) {
		unsigned char c = (unsigned char)text.data[end - 1];

		if (c == ' ' || (c == 0x99 && end >= 3 && memcmp(text.data + end - 3, "\u2019", 3) == 0))
			break;
		if (c < 0x80 && (c | 32) < 'a')
			return 0;
		letters += (c & 0xC0) != 0x80;
	}
	return letters;
}

/* Large lines do not end with "de" or "à la", nor does one word stand alone on the last of them: we cannot know where
 * the reader's program breaks them.  What is bound stays much shorter than a line. */
static ramure_str bound(ramure_ctx *ctx, ramure_str text, bool ends)
{
	enum { SHORT_WORD = 3, LONGEST = 20 };
	char *out = RAMURE_NEW_ARRAY(ctx, char, 2 * text.size + 1);
	size_t size = 0, start = 0; /* of what no line parts */

	if (text.size <= LONGEST)
		return text;
	for (size_t i = 0; i < text.size; i++) {
		const char *after = text.data + i + 1, *space = NULL;
		size_t letters = 0;
		bool binds = false;

		if (text.data[i] == ' ') {
			letters = letters_before(text, i);
			space = memchr(after, ' ', text.size - i - 1);
			binds = (letters && letters <= SHORT_WORD) || (ends && !space && i > 0);
		}
		if (binds && (size_t)((space ? space : text.data + text.size) - text.data) - start <= LONGEST) {
			out[size++] = '\xC2';
			out[size++] = '\xA0';
			continue;
		}
		out[size++] = text.data[i];
		if (text.data[i] == ' ')
			start = i + 1;
	}
	return (ramure_str){ out, size };
}

/* Whether no word follows on the line or in the paragraph. */
static bool ends_line(const ramure_node *run)
{
	const ramure_node *next = run->next;

	while (next && next->type == RAMURE_NOTE_CALL)
		next = next->next;
	return next ? next->type == RAMURE_BREAK : !ramure_is_inline(run->parent->type);
}

static void put_inline(odt *o, const ramure_node *node)
{
	switch (node->type) {
	case RAMURE_TEXT_RUN:
		xml_text(&o->out, o->display ? bound(o->ctx, node->text, ends_line(node)) : node->text);
		return;
	case RAMURE_BREAK:
		xml_empty(&o->out, "text:line-break");
		return;
	case RAMURE_LINK:
		put_link(o, node);
		return;
	case RAMURE_NOTE_CALL:
		if (node->call->note)
			put_note(o, node->call->note);
		return;
	case RAMURE_STATUS_MARK:
		put_mark(o, node);
		return;
	case RAMURE_IMAGE:
		/* A partner's: who writes the name places it. */
		if (node->parent && node->parent->type == RAMURE_META)
			return;
		odt_target_begin(o, node);
		odt_targets_put(o);
		odt_image(o, node);
		return;
	default:
		break;
	}
	if (span_styles[node->type])
		put_span(o, span_styles[node->type], node);
	else
		odt_inlines(o, node);
}

void odt_inlines(odt *o, const ramure_node *parent)
{
	for (const ramure_node *n = parent ? parent->first : NULL; n; n = n->next)
		put_inline(o, n);
}

void odt_display_inlines(odt *o, const ramure_node *parent)
{
	o->display = true;
	odt_inlines(o, parent);
	o->display = false;
}
