/* dump.c: the tree as text, one node a line, for tests and for whoever wants to see it. */
#include "core/document/document.h"

#include "core/base/buf.h"
#include "core/context.h"
#include "core/source/source.h"

static const char *const type_names[RAMURE_NODE_TYPES] = {
	[RAMURE_DOCUMENT] = "document",
	[RAMURE_META] = "meta",
	[RAMURE_CHAPTER] = "chapter",
	[RAMURE_PART] = "part",
	[RAMURE_SLIDE] = "slide",
	[RAMURE_KICKER] = "kicker",
	[RAMURE_HEADING] = "heading",
	[RAMURE_SECTION] = "section",
	[RAMURE_BLOCKS] = "blocks",
	[RAMURE_PARAGRAPH] = "paragraph",
	[RAMURE_LIST] = "list",
	[RAMURE_ITEM] = "item",
	[RAMURE_TABLE] = "table",
	[RAMURE_ROW] = "row",
	[RAMURE_CELL] = "cell",
	[RAMURE_QUOTE] = "quote",
	[RAMURE_ATTRIBUTION] = "attribution",
	[RAMURE_CODE] = "code",
	[RAMURE_IMAGE] = "image",
	[RAMURE_FIGURE] = "figure",
	[RAMURE_COLUMNS] = "columns",
	[RAMURE_COLUMN] = "column",
	[RAMURE_LABEL] = "label",
	[RAMURE_NUMERAL] = "numeral",
	[RAMURE_UNIT] = "unit",
	[RAMURE_CAPTION] = "caption",
	[RAMURE_SOURCE] = "source",
	[RAMURE_KEY] = "key",
	[RAMURE_NOTES] = "notes",
	[RAMURE_CONTENTS] = "contents",
	[RAMURE_CONTENTS_ENTRY] = "entry",
	[RAMURE_CLOSING] = "closing",
	[RAMURE_RULE] = "rule",
	[RAMURE_FOOTNOTE] = "footnote",
	[RAMURE_BLOCK] = "block",
	[RAMURE_PHRASE] = "phrase",
	[RAMURE_TEXT_RUN] = "text",
	[RAMURE_EMPHASIS] = "emphasis",
	[RAMURE_STRONG] = "strong",
	[RAMURE_STRIKE] = "strike",
	[RAMURE_SUPERSCRIPT] = "superscript",
	[RAMURE_SUBSCRIPT] = "subscript",
	[RAMURE_CODE_SPAN] = "code-span",
	[RAMURE_LINK] = "link",
	[RAMURE_BREAK] = "break",
	[RAMURE_NOTE_CALL] = "call",
	[RAMURE_STATUS_MARK] = "mark",
};

static const char *const meta_names[RAMURE_META_ROLES] = {
	[RAMURE_META_EVENT] = "event",
	[RAMURE_META_TITLE] = "title",
	[RAMURE_META_SUBTITLE] = "subtitle",
	[RAMURE_META_SUMMARY] = "summary",
	[RAMURE_META_DATE] = "date",
	[RAMURE_META_PLACE] = "place",
	[RAMURE_META_AUTHOR] = "author",
	[RAMURE_META_ORGANISATION] = "organisation",
	[RAMURE_META_CONTACT] = "contact",
	[RAMURE_META_PARTNERS_LABEL] = "partners-label",
	[RAMURE_META_PARTNER] = "partner",
	[RAMURE_META_EMBARGO] = "embargo",
	[RAMURE_META_FOOTER] = "footer",
	[RAMURE_META_CONFIDENTIALITY] = "confidentiality",
	[RAMURE_META_TYPE] = "type",
	[RAMURE_META_KEYWORDS] = "keywords",
	[RAMURE_META_ID] = "id",
};

static const char *const shape_names[RAMURE_SHAPES] = {
	[RAMURE_NO_SHAPE] = "none",     [RAMURE_DISC] = "disc",         [RAMURE_SQUARE] = "square",
	[RAMURE_TRIANGLE] = "triangle", [RAMURE_DIAMOND] = "diamond",   [RAMURE_RING] = "ring",
	[RAMURE_HALF_DISC] = "half",    [RAMURE_PENTAGON] = "pentagon", [RAMURE_HEXAGON] = "hexagon",
	[RAMURE_STAR] = "star",         [RAMURE_CROSS] = "cross",
};

static const char *const align_names[] = { [RAMURE_START] = "start", [RAMURE_CENTRE] = "centre", [RAMURE_END] = "end" };

static void put_quoted(buf *out, ramure_str s)
{
	buf_puts(out, " \"");
	for (size_t i = 0; i < s.size; i++) {
		if (s.data[i] == '\n')
			buf_puts(out, "\\n");
		else if (s.data[i] == '"' || s.data[i] == '\\')
			buf_format(out, "\\%c", s.data[i]);
		else
			buf_putc(out, s.data[i]);
	}
	buf_putc(out, '"');
}

static void put_named(buf *out, const char *name, ramure_str value)
{
	if (!value.size)
		return;
	buf_format(out, " %s", name);
	put_quoted(out, value);
}

static void put_flag(buf *out, const char *name, bool set)
{
	if (set)
		buf_format(out, " %s", name);
}

static void put_number(buf *out, const char *name, int value)
{
	if (value)
		buf_format(out, " %s=%d", name, value);
}

static void put_slide(buf *out, const ramure_slide_info *slide)
{
	put_flag(out, "wide", slide->wide);
	put_flag(out, "continues", slide->continues);
	put_flag(out, "from-part", slide->from_part);
	if (slide->series_length)
		buf_format(out, " series=%d/%d", slide->series_place, slide->series_length);
}

static void put_paragraph(buf *out, const ramure_paragraph_info *paragraph)
{
	put_number(out, "role", (int)paragraph->role);
	if (paragraph->align != RAMURE_START)
		buf_format(out, " align=%s", align_names[paragraph->align]);
	if (paragraph->coloured)
		buf_format(out, " colour=%d", (int)paragraph->colour);
	put_flag(out, "quiet", paragraph->quiet);
}

static void put_table(buf *out, const ramure_table_info *table)
{
	buf_format(out, " columns=%zu header=%zu", table->column_count, table->header_rows);
	put_number(out, "header-columns", (int)table->header_columns);
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].align != RAMURE_START)
			buf_format(out, " %zu:%s", i + 1, align_names[table->columns[i].align]);
}

static void put_image(buf *out, const ramure_image_info *image)
{
	if (image->width_share > 0) {
		buf_puts(out, " width=");
		buf_put_number(out, image->width_share, 4);
	}
	if (image->side != RAMURE_START)
		buf_format(out, " side=%s", align_names[image->side]);
	put_flag(out, "decorative", image->decorative);
}

static void put_item(buf *out, const ramure_item_info *item)
{
	put_number(out, "number", item->number);
	if (item->task != RAMURE_NO_TASK)
		buf_puts(out, item->task == RAMURE_TASK_DONE ? " done" : " open");
}

static void put_link(buf *out, const ramure_link_info *link)
{
	put_named(out, "url", link->url);
	put_named(out, "to", link->name);
	if (link->target)
		buf_format(out, " target=%u:%u", link->target->span.line, link->target->span.column);
	put_flag(out, "generated", link->generated);
}

static void put_cell(buf *out, const ramure_cell_info *cell)
{
	put_flag(out, "header", cell->header);
	if (cell->role != RAMURE_ROLE_CELL)
		buf_format(out, " role=%d", (int)cell->role);
	if (cell->coloured)
		buf_format(out, " colour=%d", (int)cell->colour);
}

/* What the typed member says. */
static void put_info(buf *out, const ramure_node *node)
{
	switch (node->type) {
	case RAMURE_META:
		buf_format(out, " %s", meta_names[node->meta->role]);
		break;
	case RAMURE_CHAPTER:
		put_number(out, "number", node->chapter->number);
		break;
	case RAMURE_SLIDE:
		put_slide(out, node->slide);
		break;
	case RAMURE_HEADING:
		put_number(out, "level", node->heading->level);
		put_named(out, "number", node->heading->number);
		break;
	case RAMURE_PARAGRAPH:
		put_paragraph(out, node->paragraph);
		break;
	case RAMURE_LIST:
		put_flag(out, "ordered", node->list->ordered);
		put_flag(out, "tight", node->list->tight);
		put_number(out, "start", node->list->start);
		break;
	case RAMURE_ITEM:
		put_item(out, node->item);
		break;
	case RAMURE_TABLE:
		put_table(out, node->table);
		break;
	case RAMURE_ROW:
		put_flag(out, "header", node->row->header);
		put_flag(out, "total", node->row->total);
		break;
	case RAMURE_CELL:
		put_cell(out, node->cell);
		break;
	case RAMURE_CODE:
		put_named(out, "language", node->code->language);
		break;
	case RAMURE_IMAGE:
		put_image(out, node->image);
		break;
	case RAMURE_COLUMNS:
		put_flag(out, "cards", node->columns->cards);
		put_flag(out, "sections", node->columns->sections);
		break;
	case RAMURE_CAPTION:
		put_flag(out, "of-table", node->caption->of_table);
		put_number(out, "number", node->caption->number);
		break;
	case RAMURE_CONTENTS:
		put_number(out, "depth", node->contents->depth);
		put_flag(out, "current", node->contents->current != NULL);
		break;
	case RAMURE_CONTENTS_ENTRY:
		put_number(out, "level", node->entry->level);
		put_number(out, "number", node->entry->number);
		break;
	case RAMURE_FOOTNOTE:
		put_number(out, "number", node->footnote->number);
		break;
	case RAMURE_BLOCK:
		put_named(out, "word", node->block->word.text);
		put_named(out, "body", node->block->body.text);
		break;
	case RAMURE_LINK:
		put_link(out, node->link);
		break;
	case RAMURE_STATUS_MARK:
		buf_format(out, " %s", shape_names[node->mark->shape]);
		break;
	case RAMURE_NOTE_CALL:
		if (node->call->note)
			put_number(out, "number", node->call->note->footnote->number);
		break;
	default:
		break;
	}
}

static void put_node(buf *out, const ramure_node *node, size_t depth)
{
	ramure_str name = ramure_node_name(node);

	buf_fill(out, ' ', depth * 2);
	buf_puts(out, type_names[node->type]);
	put_info(out, node);
	if (name.size)
		buf_format(out, " #%.*s", (int)name.size, name.data);
	put_named(out, "label", ramure_node_label(node));
	put_named(out, "lang", ramure_node_lang(node));
	if (node->text.data)
		put_quoted(out, node->text);
	if (node->as_typed)
		buf_puts(out, " as-typed");
	if (ramure_given(node->span))
		buf_format(out, " @%u:%u", node->span.line, node->span.column);
	buf_putc(out, '\n');
}

ramure_str document_dump(ramure_ctx *ctx, const ramure_node *root)
{
	ramure_walk walk = ramure_walk_from(root);
	buf out = buf_on(ctx->arena);
	size_t depth = 0;

	while (ramure_walk_next(&walk)) {
		if (walk.entering)
			put_node(&out, walk.node, depth++);
		else
			depth--;
	}
	return buf_str(&out);
}
