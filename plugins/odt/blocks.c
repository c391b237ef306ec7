/* blocks.c: paragraphs, lists, quotes and what else flows down a page. */
#include "odt.h"

#include <string.h>

static const char *const role_styles[RAMURE_ROLES] = {
	[RAMURE_ROLE_LEAD] = "Chapeau",        [RAMURE_ROLE_LABEL] = "Etiquette", [RAMURE_ROLE_SMALL] = "Detail",
	[RAMURE_ROLE_SMALL_STRONG] = "Detail", [RAMURE_ROLE_DETAIL] = "Detail",   [RAMURE_ROLE_SOURCE] = "Source",
};

static const char *paragraph_style(const ramure_node *paragraph)
{
	const ramure_paragraph_info *info = paragraph->paragraph;

	if (info->quiet)
		return "Detail";
	return role_styles[info->role] ? role_styles[info->role] : "Text_20_body";
}

void odt_paragraph(odt *o, const char *style, const ramure_node *inlines)
{
	xml_open(&o->body, "text:p");
	xml_attr(&o->body, "text:style-name", style);
	odt_bookmark(o, inlines);
	odt_inlines(o, &o->body, inlines);
	xml_close(&o->body);
}

static const char *item_style(const ramure_node *list, const ramure_node *item, int depth)
{
	bool last = !item->next && depth == 1;

	if (list->list->ordered)
		return last ? "Numbering_20_1_20_End" : "Numbering_20_1";
	if (depth > 1)
		return "List_20_2";
	return last ? "List_20_1_20_End" : "List_20_1";
}

static void put_task(xml *x, ramure_task task)
{
	static const char *const signs[] = { [RAMURE_TASK_OPEN] = "☐\xC2\xA0", [RAMURE_TASK_DONE] = "☑\xC2\xA0" };

	if (task != RAMURE_NO_TASK)
		xml_words(x, signs[task]);
}

static void put_item(odt *o, const ramure_node *list, const ramure_node *item)
{
	xml *x = &o->body;
	bool first = true;

	xml_open(x, "text:list-item");
	for (const ramure_node *n = item->first; n; n = n->next, first = false) {
		if (n->type != RAMURE_PARAGRAPH) {
			odt_block(o, n);
			continue;
		}
		xml_open(x, "text:p");
		xml_attr(x, "text:style-name", item_style(list, item, o->list_depth));
		if (first)
			put_task(x, item->item->task);
		odt_inlines(o, x, n);
		xml_close(x);
	}
	xml_close(x);
}

static void put_list(odt *o, const ramure_node *list)
{
	xml *x = &o->body;

	o->list_depth++;
	xml_open(x, "text:list");
	/* A list inside another goes on in its style, at the next level. */
	if (o->list_depth == 1 || list->list->ordered)
		xml_attr(x, "text:style-name", list->list->ordered ? "Liste_numerotee" : "Liste_a_puces");
	for (const ramure_node *item = list->first; item; item = item->next)
		put_item(o, list, item);
	xml_close(x);
	o->list_depth--;
}

static void put_quote(odt *o, const ramure_node *quote)
{
	const ramure_node *author = ramure_child(quote, RAMURE_ATTRIBUTION);

	if (quote->quote->word) {
		xml_open(&o->body, "text:p");
		xml_attr(&o->body, "text:style-name", "Mot_defini");
		odt_inlines(o, &o->body, quote->quote->word);
		if (quote->quote->nature) {
			xml_words(&o->body, ", ");
			xml_open(&o->body, "text:span");
			xml_attr(&o->body, "text:style-name", "Emphasis");
			odt_inlines(o, &o->body, quote->quote->nature);
			xml_close(&o->body);
		}
		xml_close(&o->body);
	}
	for (const ramure_node *n = quote->first; n; n = n->next) {
		if (n->type == RAMURE_PARAGRAPH)
			odt_paragraph(o, "Quotations", n);
		else if (n->type != RAMURE_PHRASE && n->type != RAMURE_ATTRIBUTION)
			odt_block(o, n);
	}
	if (author)
		odt_paragraph(o, "Auteur", author);
}

/* Lines of code are lines of one paragraph; its spaces count. */
static void put_code(odt *o, const ramure_node *code)
{
	xml *x = &o->body;
	ramure_str rest = code->text;

	while (rest.size && rest.data[rest.size - 1] == '\n')
		rest.size--;
	xml_open(x, "text:p");
	xml_attr(x, "text:style-name", "Preformatted_20_Text");
	while (rest.size) {
		const char *end = memchr(rest.data, '\n', rest.size);
		ramure_str line = { rest.data, end ? (size_t)(end - rest.data) : rest.size };

		if (line.size && line.data[0] == ' ') { /* a space that opens a line would be dropped */
			xml_empty(x, "text:s");
			line.data++;
			line.size--;
		}
		xml_text(x, line);
		if (end)
			xml_empty(x, "text:line-break");
		rest = end ? (ramure_str){ end + 1, rest.size - (size_t)(end - rest.data) - 1 } : (ramure_str){ 0 };
	}
	xml_close(x);
}

/* A figure and what it counts are said together: "350 catalyseurs territoriaux". */
static void put_numeral(odt *o, const ramure_node *column)
{
	const ramure_node *numeral = ramure_child(column, RAMURE_NUMERAL), *unit = ramure_child(column, RAMURE_UNIT);

	if (!numeral && !unit)
		return;
	xml_open(&o->body, "text:p");
	xml_attr(&o->body, "text:style-name", "Chiffre");
	odt_inlines(o, &o->body, numeral);
	if (numeral && unit)
		xml_words(&o->body, "\xC2\xA0");
	odt_inlines(o, &o->body, unit);
	xml_close(&o->body);
}

/* What stands side by side on a slide is read one after the other. */
static void put_columns(odt *o, const ramure_node *columns)
{
	int depth = o->depth;

	for (const ramure_node *column = columns->first; column; column = column->next) {
		const ramure_node *label = ramure_child(column, RAMURE_LABEL);
		const ramure_node *heading = ramure_child(column, RAMURE_HEADING);

		if (column->type != RAMURE_COLUMN) {
			odt_block(o, column);
			continue;
		}
		if (label)
			odt_paragraph(o, "Etiquette", label);
		if (heading)
			odt_heading_put(o, heading, depth + 1);
		put_numeral(o, column);
		odt_blocks(o, column);
		o->depth = depth;
	}
}

static void put_section(odt *o, const ramure_node *section)
{
	const ramure_node *heading = ramure_child(section, RAMURE_HEADING);
	int depth = o->depth;

	if (heading)
		odt_heading_put(o, heading, depth + 1);
	odt_blocks(o, section);
	o->depth = depth;
}

void odt_block(odt *o, const ramure_node *node)
{
	switch (node->type) {
	case RAMURE_PARAGRAPH:
		odt_paragraph(o, paragraph_style(node), node);
		break;
	case RAMURE_LIST:
		put_list(o, node);
		break;
	case RAMURE_TABLE:
		odt_table(o, node);
		break;
	case RAMURE_QUOTE:
		put_quote(o, node);
		break;
	case RAMURE_CODE:
		put_code(o, node);
		break;
	case RAMURE_IMAGE:
	case RAMURE_FIGURE:
		odt_figure(o, node);
		break;
	case RAMURE_COLUMNS:
		put_columns(o, node);
		break;
	case RAMURE_SECTION:
	case RAMURE_CLOSING:
		put_section(o, node);
		break;
	case RAMURE_KEY:
		odt_paragraph(o, "Message_cle", node);
		break;
	case RAMURE_SOURCE:
		odt_paragraph(o, "Source", node);
		break;
	case RAMURE_ATTRIBUTION:
		odt_paragraph(o, "Auteur", node);
		break;
	case RAMURE_LABEL:
		odt_paragraph(o, "Etiquette", node);
		break;
	case RAMURE_RULE:
		xml_open(&o->body, "text:p");
		xml_attr(&o->body, "text:style-name", "Horizontal_20_Line");
		xml_close(&o->body);
		break;
	case RAMURE_NOTES:
	case RAMURE_BLOCKS:
	case RAMURE_COLUMN:
	case RAMURE_ITEM:
		odt_blocks(o, node);
		break;
	default: /* headings, kickers, captions, figures' texts: said by what they belong to; notes stand where they are
		    called */
		break;
	}
}

void odt_blocks(odt *o, const ramure_node *parent)
{
	for (const ramure_node *n = parent->first; n; n = n->next)
		odt_block(o, n);
}
