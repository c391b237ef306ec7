/* columns.c: a few things of equal weight side by side; in the report, a list. */
#include "basics.h"

#include <string.h>

struct column {
	ramure_span at;
	ramure_text label;
	ramure_text title;
	ramure_text figure;
	ramure_text unit;
	ramure_text text;
	ramure_string link;
};

static const ramure_field column_fields[] = {
	{ .en = "label",
	  .fr = "libellé",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct column, label),
	  .doc = { "the small line above the title", "la petite ligne au-dessus du titre" } },
	{ .en = "title",
	  .fr = "titre",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_MAIN,
	  .offset = offsetof(struct column, title),
	  .doc = { "the title", "le titre" } },
	{ .en = "figure",
	  .fr = "chiffre",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct column, figure),
	  .doc = { "a number in large type", "un nombre en grand" },
	  .synonyms = "number|nombre|valeur|value" },
	{ .en = "unit",
	  .fr = "unité",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct column, unit),
	  .doc = { "what the number counts", "ce que compte ce nombre" } },
	{ .en = "text",
	  .fr = "texte",
	  .type = RAMURE_MARKDOWN,
	  .offset = offsetof(struct column, text),
	  .doc = { "the text below", "le texte au-dessous" } },
	{ .en = "link",
	  .fr = "lien",
	  .type = RAMURE_WORD,
	  .offset = offsetof(struct column, link),
	  .doc = { "an address, or #name for a place in the document",
		   "une adresse, ou #nom pour un endroit du document" } },
};

const ramure_field columns_fields[1] = {
	{ .en = "items",
	  .fr = "éléments",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_REQUIRED | RAMURE_MANY | RAMURE_ROWS_FIELD,
	  .offset = offsetof(struct columns, items),
	  .doc = { "the things, from left to right", "les éléments, de gauche à droite" },
	  .fields = RAMURE_ROWS(column_fields),
	  .record_size = sizeof(struct column) },
};

static void put_linked(ramure_builder *b, ramure_string link, ramure_text words)
{
	if (ramure_given(link.at) && words)
		ramure_put_link(b, link.text, words);
	else
		ramure_put(b, words);
}

static void inlines(ramure_builder *b, ramure_node_type type, ramure_text text)
{
	if (!text)
		return;
	ramure_begin(b, type, text->span);
	ramure_put(b, text);
	ramure_end(b);
}

/* A link whose item has no title is its own words. */
static void put_bare_link(ramure_ctx *ctx, ramure_builder *b, const struct column *column)
{
	if (!ramure_given(column->link.at) || column->title)
		return;
	ramure_begin(b, RAMURE_PARAGRAPH, column->link.at);
	ramure_put_link(b, column->link.text, ramure_text_new(ctx, column->link.text));
	ramure_end(b);
}

/* %, €, M€: what stands beside the number rather than below it. */
static bool is_sign(ramure_ctx *ctx, ramure_text unit)
{
	static const char *const signs[] = { "%", "‰", "€", "$", "£", "°" };
	enum { LONGEST = 8 };
	ramure_str words = unit ? ramure_plain_text(ctx, unit) : RAMURE_STR("");

	for (size_t i = 0; i < sizeof signs / sizeof *signs && words.size <= LONGEST; i++)
		if (strstr(words.data, signs[i]))
			return true;
	return false;
}

static void put_numeral(ramure_ctx *ctx, ramure_builder *b, const struct column *column)
{
	if (!column->figure || !is_sign(ctx, column->unit)) {
		inlines(b, RAMURE_NUMERAL, column->figure);
		inlines(b, RAMURE_UNIT, column->unit);
		return;
	}
	ramure_begin(b, RAMURE_NUMERAL, column->figure->span);
	ramure_put(b, column->figure);
	ramure_put_string(b, RAMURE_STR("\u202F"));
	ramure_put(b, column->unit);
	ramure_end(b);
}

static void put_column(ramure_ctx *ctx, ramure_builder *b, const struct column *column)
{
	ramure_begin(b, RAMURE_COLUMN, column->at);
	inlines(b, RAMURE_LABEL, column->label);
	if (column->title) {
		ramure_begin(b, RAMURE_HEADING, column->title->span);
		put_linked(b, column->link, column->title);
		ramure_end(b);
	}
	put_numeral(ctx, b, column);
	ramure_put_blocks(b, column->text);
	put_bare_link(ctx, b, column);
	ramure_end(b);
}

/* "Label : title", in bold. */
static void put_name(ramure_ctx *ctx, ramure_builder *b, const struct column *column)
{
	static const ramure_word colon = { ": ", " : " };

	if (!column->label && !column->title)
		return;
	ramure_begin(b, RAMURE_STRONG, column->at);
	ramure_put(b, column->label);
	if (column->label && column->title)
		ramure_put_string(b, ramure_say_str(ctx, colon));
	put_linked(b, column->link, column->title);
	ramure_end(b);
}

/* "81 % des Français"; bold when it is all there is to name the item. */
static void put_figure(ramure_builder *b, const struct column *column)
{
	bool named = column->label || column->title;

	if (named && (column->figure || column->unit))
		ramure_put_string(b, RAMURE_STR(", "));
	if (named)
		ramure_put(b, column->figure);
	else
		ramure_put_strong(b, column->figure);
	if (column->figure && column->unit)
		ramure_put_string(b, RAMURE_STR(" "));
	ramure_put(b, column->unit);
}

static bool is_one_paragraph(ramure_text text)
{
	return text && text->first && text->first == text->last && text->first->type == RAMURE_PARAGRAPH;
}

/* One paragraph where the text is one, so that no page parts it from its name. */
static void put_item(ramure_ctx *ctx, ramure_builder *b, const struct column *column)
{
	bool named = column->label || column->title, counted = column->figure || column->unit;
	bool runs_on = is_one_paragraph(column->text);

	ramure_begin(b, RAMURE_ITEM, column->at);
	if (named || counted || runs_on) {
		ramure_begin(b, RAMURE_PARAGRAPH, column->at);
		put_name(ctx, b, column);
		put_figure(b, column);
		if (runs_on && named)
			ramure_put_break(b);
		else if (runs_on && counted)
			ramure_put_string(b, RAMURE_STR(" "));
		if (runs_on)
			ramure_put(b, column->text->first);
		ramure_end(b);
	}
	if (!runs_on)
		ramure_put_blocks(b, column->text);
	put_bare_link(ctx, b, column);
	ramure_end(b);
}

static void build(ramure_ctx *ctx, ramure_builder *b, const struct columns *columns, bool cards)
{
	const struct column *items = columns->items.items;

	if (ramure_builder_medium(b) == RAMURE_SLIDES)
		ramure_begin(b, RAMURE_COLUMNS, columns->at)->columns->cards = cards;
	else
		ramure_begin(b, RAMURE_LIST, columns->at);
	for (size_t i = 0; i < columns->items.count; i++) {
		if (ramure_builder_medium(b) == RAMURE_SLIDES)
			put_column(ctx, b, &items[i]);
		else
			put_item(ctx, b, &items[i]);
	}
	ramure_end(b);
}

void build_columns(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	build(ctx, b, data, false);
}

void build_cards(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	build(ctx, b, data, true);
}
