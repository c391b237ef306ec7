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

static void put_mark(odt *o, xml *x, const ramure_node *node)
{
	const char *style = colour_styles[node->mark->colour];

	xml_open(x, "text:span");
	xml_attr(x, "text:style-name", style ? style : "Strong_20_Emphasis");
	xml_words(x, shape_signs[node->mark->shape]);
	if (node->first && node->mark->shape != RAMURE_NO_SHAPE)
		xml_words(x, "\xC2\xA0");
	odt_inlines(o, x, node);
	xml_close(x);
}

/* The nearest node with a caption around or at a target, for references that stay alive. */
static const ramure_node *caption_of(const ramure_node *target)
{
	return target ? ramure_child(target, RAMURE_CAPTION) : NULL;
}

static void put_sequence_reference(odt *o, xml *x, const ramure_node *link, const ramure_node *caption)
{
	xml_open(x, "text:sequence-ref");
	xml_attr(x, "text:reference-format", "category-and-value");
	xml_attr_format(x, "text:ref-name", "%s_%d", caption->caption->of_table ? "Tableau" : "Figure",
			caption->caption->number);
	xml_text(x, ramure_plain_text(o->ctx, link));
	xml_close(x);
}

static void put_link(odt *o, xml *x, const ramure_node *node)
{
	const ramure_link_info *link = node->link;
	const ramure_node *caption = caption_of(link->target);

	if (link->generated && caption && caption->caption->number) {
		put_sequence_reference(o, x, node, caption);
		return;
	}
	if (!link->url.size && !link->target) {
		odt_inlines(o, x, node);
		return;
	}
	xml_open(x, "text:a");
	xml_attr(x, "xlink:type", "simple");
	if (link->url.size)
		xml_attr_str(x, "xlink:href", link->url);
	else
		xml_attr_str(x, "xlink:href",
			     ramure_format(o->ctx, "#%.*s", (int)link->target->name.size, link->target->name.data));
	xml_attr(x, "text:style-name", "Internet_20_link");
	xml_attr(x, "text:visited-style-name", "Visited_20_Internet_20_Link");
	odt_inlines(o, x, node);
	xml_close(x);
}

/* A note stands where it is called; its blocks become the note's paragraphs. */
static void put_note(odt *o, xml *x, const ramure_node *call)
{
	const ramure_node *note = call->call->note;

	if (!note)
		return;
	o->notes++;
	xml_open(x, "text:note");
	xml_attr_format(x, "text:id", "ftn%zu", o->notes);
	xml_attr(x, "text:note-class", "footnote");
	xml_open(x, "text:note-citation");
	xml_words(x, ramure_format(o->ctx, "%d", note->footnote->number).data);
	xml_close(x);
	xml_open(x, "text:note-body");
	for (const ramure_node *n = note->first; n; n = n->next) {
		xml_open(x, "text:p");
		xml_attr(x, "text:style-name", "Footnote");
		if (n->type == RAMURE_PARAGRAPH)
			odt_inlines(o, x, n);
		else
			xml_text(x, ramure_plain_text(o->ctx, n));
		xml_close(x);
	}
	xml_close(x);
	xml_close(x);
}

static void put_inline(odt *o, xml *x, const ramure_node *node)
{
	switch (node->type) {
	case RAMURE_TEXT_RUN:
		xml_text(x, node->text);
		return;
	case RAMURE_BREAK:
		xml_empty(x, "text:line-break");
		return;
	case RAMURE_LINK:
		put_link(o, x, node);
		return;
	case RAMURE_NOTE_CALL:
		put_note(o, x, node);
		return;
	case RAMURE_STATUS_MARK:
		put_mark(o, x, node);
		return;
	case RAMURE_IMAGE:
		odt_image(o, x, node, odt_text_width(o));
		return;
	default:
		break;
	}
	if (!span_styles[node->type]) {
		odt_inlines(o, x, node);
		return;
	}
	xml_open(x, "text:span");
	xml_attr(x, "text:style-name", span_styles[node->type]);
	if (node->type == RAMURE_CODE_SPAN)
		xml_text(x, node->text);
	else
		odt_inlines(o, x, node);
	xml_close(x);
}

void odt_inlines(odt *o, xml *x, const ramure_node *parent)
{
	for (const ramure_node *n = parent ? parent->first : NULL; n; n = n->next)
		put_inline(o, x, n);
}
