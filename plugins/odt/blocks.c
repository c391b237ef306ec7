/* blocks.c: paragraphs, lists, quotes and what else flows down a page. */
#include "odt.h"

#include <string.h>

static const char *const role_styles[RAMURE_ROLES] = {
	[RAMURE_ROLE_LEAD] = "Chapeau",        [RAMURE_ROLE_LABEL] = "Etiquette", [RAMURE_ROLE_SMALL] = "Detail",
	[RAMURE_ROLE_SMALL_STRONG] = "Detail", [RAMURE_ROLE_DETAIL] = "Detail",   [RAMURE_ROLE_SOURCE] = "Source",
};

static const char *paragraph_style(const odt *o, const ramure_node *paragraph)
{
	const ramure_paragraph_info *info = paragraph->paragraph;

	if (o->in_note)
		return "Footnote";
	if (info->quiet)
		return "Detail";
	return role_styles[info->role] ? role_styles[info->role] : "Text_20_body";
}

void odt_paragraph_begin(odt *o, const char *style)
{
	xml_open(&o->out, "text:p");
	xml_attr(&o->out, "text:style-name", odt_turned_style(o, odt_derived_style(o, style)));
	o->kept = false;
	odt_targets_put(o);
}

void odt_paragraph_of(odt *o, const char *style, const ramure_node *block)
{
	odt_target_begin(o, block);
	o->kept |= odt_keeps(o, block);
	odt_paragraph_begin(o, style);
}

void odt_paragraph(odt *o, const char *style, const ramure_node *inlines)
{
	odt_paragraph_of(o, style, inlines);
	odt_inlines(o, inlines);
	xml_close(&o->out);
}

void odt_display_paragraph(odt *o, const char *style, const ramure_node *inlines)
{
	odt_paragraph_of(o, style, inlines);
	odt_display_inlines(o, inlines);
	xml_close(&o->out);
}

/* The style of an item's paragraph; the last of a list keeps the distance of the text that follows. */
static const char *item_style(const odt *o, const ramure_node *list, const ramure_node *paragraph)
{
	bool last = !paragraph->next && !paragraph->parent->next && o->list_depth == 1;

	if (o->in_note || o->room > 0)
		return o->in_note ? "Footnote" : "Table_20_Contents";
	if (list->list->ordered)
		return last ? "Numbering_20_1_20_End" : "Numbering_20_1";
	if (o->list_depth > 1)
		return "List_20_2";
	return last ? "List_20_1_20_End" : "List_20_1";
}

/* Whether all items are tasks. */
static bool is_task_list(const ramure_node *list)
{
	for (const ramure_node *item = list->first; item; item = item->next)
		if (item->item->task == RAMURE_NO_TASK)
			return false;
	return !list->list->ordered;
}

static void put_task(xml *x, ramure_task task, bool as_bullet)
{
	static const char *const signs[] = { [RAMURE_TASK_OPEN] = "☐", [RAMURE_TASK_DONE] = "☑" };

	if (task == RAMURE_NO_TASK)
		return;
	xml_words(x, signs[task]);
	if (as_bullet)
		xml_empty(x, "text:tab");
	else
		xml_words(x, "\xC2\xA0");
}

/* Whether all that an item says under its name is one paragraph, or one in a list: a short chain. */
static bool is_brief(const ramure_node *item)
{
	const ramure_node *rest = item->first ? item->first->next : NULL;

	if (rest && rest->type == RAMURE_LIST && rest->first && !rest->first->next && !rest->next)
		return rest->first->first && !rest->first->first->next;
	return rest && rest->type == RAMURE_PARAGRAPH && !rest->next;
}

static const ramure_node *block_before(const ramure_node *node)
{
	const ramure_node *before = NULL;

	for (const ramure_node *n = node->parent->first; n != node; n = n->next)
		before = n;
	return before;
}

/* Whether what names an item may stay with what it says.  LibreOffice fills pages roughly before it sets them, and
 * minds chains less than pairs: a heading before the list and a message behind it must not be left alone. */
static bool may_chain(const odt *o, const ramure_node *list, const ramure_node *item)
{
	if (item == list->first) {
		const ramure_node *before = block_before(list);

		if (!before || before->type == RAMURE_HEADING)
			return false;
	}
	return item->next || is_brief(item) || !odt_keeps(o, item);
}

/* `expected` is the number that counting gives; `tasks`: their boxes stand where bullets would. */
static void put_item(odt *o, const ramure_node *list, const ramure_node *item, int expected, bool tasks)
{
	xml *x = &o->out;
	bool first = true;
	bool named = may_chain(o, list, item);

	odt_target_begin(o, item);
	xml_open(x, "text:list-item");
	if (list->list->ordered && item->item->number > 0 && item->item->number != expected)
		xml_attr_format(x, "text:start-value", "%d", item->item->number);
	for (const ramure_node *n = item->first; n; n = n->next, first = false) {
		if (n->type != RAMURE_PARAGRAPH) {
			odt_block(o, n);
			continue;
		}
		o->kept = first && n->next && named;
		odt_paragraph_of(o, item_style(o, list, n), n);
		if (first)
			put_task(x, item->item->task, tasks);
		odt_inlines(o, n);
		xml_close(x);
	}
	xml_close(x);
}

static bool goes_on(const ramure_node *list, bool tasks)
{
	const ramure_node *item = list->parent;

	return item && item->type == RAMURE_ITEM && item->parent->list->ordered == list->list->ordered && !tasks &&
	       item->item->task == RAMURE_NO_TASK;
}

static void put_list(odt *o, const ramure_node *list)
{
	xml *x = &o->out;
	bool tasks = is_task_list(list);
	int expected = 1;

	o->list_depth++;
	xml_open(x, "text:list");
	/* A list inside another of its sort goes on in its style, at the next level. */
	if (!goes_on(list, tasks))
		xml_attr(x, "text:style-name",
			 list->list->ordered ? "Liste_numerotee"
			 : tasks             ? "Liste_de_taches"
					     : "Liste_a_puces");
	for (const ramure_node *item = list->first; item; item = item->next) {
		put_item(o, list, item, expected, tasks);
		expected = item->item->number + 1;
	}
	xml_close(x);
	o->list_depth--;
}

static void put_quote(odt *o, const ramure_node *quote)
{
	const ramure_node *author = ramure_child(quote, RAMURE_ATTRIBUTION);

	if (quote->quote->word) {
		odt_paragraph_begin(o, "Mot_defini");
		odt_inlines(o, quote->quote->word);
		if (quote->quote->nature) {
			xml_words(&o->out, ", ");
			xml_open(&o->out, "text:span");
			xml_attr(&o->out, "text:style-name", "Emphasis");
			odt_inlines(o, quote->quote->nature);
			xml_close(&o->out);
		}
		xml_close(&o->out);
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

static void put_spaces(xml *x, size_t count)
{
	xml_open(x, "text:s");
	xml_attr_format(x, "text:c", "%zu", count);
	xml_close(x);
}

/* A line of code: a tab goes to the next fourth place, as on slides; readers would show one space.  Spaces that open a
 * line are all said, for readers drop what stands there (ODF 1.3, 6.1.2). */
static void put_code_line(xml *x, ramure_str line)
{
	enum { TAB = 4 };
	size_t from, column = 0, i = 0;

	for (; i < line.size && (line.data[i] == ' ' || line.data[i] == '\t'); i++)
		column += line.data[i] == '\t' ? TAB - column % TAB : 1;
	if (column)
		put_spaces(x, column);
	for (from = i; i < line.size; i++) {
		if (line.data[i] != '\t') {
			column += ((unsigned char)line.data[i] & 0xC0) != 0x80;
			continue;
		}
		xml_text(x, (ramure_str){ line.data + from, i - from });
		put_spaces(x, TAB - column % TAB);
		column += TAB - column % TAB;
		from = i + 1;
	}
	xml_text(x, (ramure_str){ line.data + from, line.size - from });
}

/* Lines of code are lines of one paragraph; its spaces count. */
static void put_code(odt *o, const ramure_node *code)
{
	xml *x = &o->out;
	ramure_str rest = code->text;

	while (rest.size && rest.data[rest.size - 1] == '\n')
		rest.size--;
	odt_paragraph_of(o, "Preformatted_20_Text", code);
	while (rest.size) {
		const char *end = memchr(rest.data, '\n', rest.size);
		ramure_str line = { rest.data, end ? (size_t)(end - rest.data) : rest.size };

		put_code_line(x, line);
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
	odt_paragraph_begin(o, "Chiffre");
	odt_inlines(o, numeral);
	if (numeral && unit)
		xml_words(&o->out, "\xC2\xA0");
	odt_inlines(o, unit);
	xml_close(&o->out);
}

/* What stands side by side on a slide is read one after the other. */
static void put_column(odt *o, const ramure_node *column)
{
	const ramure_node *label = ramure_child(column, RAMURE_LABEL);
	const ramure_node *heading = ramure_child(column, RAMURE_HEADING);

	odt_target_begin(o, column);
	if (label)
		odt_paragraph(o, "Etiquette", label);
	if (heading)
		odt_heading_put(o, heading, false);
	put_numeral(o, column);
	for (const ramure_node *n = column->first; n; n = n->next)
		if (n != label)
			odt_block(o, n);
}

static void put_section(odt *o, const ramure_node *section)
{
	const ramure_node *heading = ramure_child(section, RAMURE_HEADING);

	if (heading)
		odt_heading_put(o, heading, false);
	odt_blocks(o, section);
}

void odt_block(odt *o, const ramure_node *node)
{
	odt_target_begin(o, node);
	switch (node->type) {
	case RAMURE_PARAGRAPH:
		odt_paragraph(o, paragraph_style(o, node), node);
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
	case RAMURE_COLUMN:
		put_column(o, node);
		break;
	case RAMURE_SECTION:
	case RAMURE_CLOSING:
		put_section(o, node);
		break;
	case RAMURE_KEY:
		odt_display_paragraph(o, "Message_cle", node);
		break;
	case RAMURE_SOURCE:
		odt_display_paragraph(o, "Source", node);
		break;
	case RAMURE_ATTRIBUTION:
		odt_paragraph(o, "Auteur", node);
		break;
	case RAMURE_LABEL:
		odt_paragraph(o, "Etiquette", node);
		break;
	case RAMURE_RULE:
		odt_paragraph_begin(o, "Horizontal_20_Line");
		xml_close(&o->out);
		break;
	case RAMURE_NOTES:
	case RAMURE_BLOCKS:
	case RAMURE_COLUMNS:
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
