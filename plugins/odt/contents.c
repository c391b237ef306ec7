/* contents.c: the contents, and the lists of tables and figures that end them, with page numbers that stay alive. */
#include "odt.h"

enum { CONTENTS_LEVELS = 2, FEW_CAPTIONS = 3 };

/* An index of ODF: its elements and styles. */
typedef struct index_row {
	const char *element, *source, *entry_template, *name, *heading_style, *entry_style;
	const char *sequence; /* whose captions it lists; NULL for headings */
	ramure_word title;
} index_row;

static const index_row contents = { "text:table-of-content",
				    "text:table-of-content-source",
				    "text:table-of-content-entry-template",
				    "Sommaire",
				    "Contents_20_Heading",
				    "Contents_20_%d",
				    NULL,
				    { "Contents", "Sommaire" } };
static const index_row tables = { "text:table-index",
				  "text:table-index-source",
				  "text:table-index-entry-template",
				  "Liste_des_tableaux",
				  "Table_20_index_20_heading",
				  "Table_20_index_20_%d",
				  "Tableau",
				  { "Tables", "Tableaux" } };
static const index_row figures = { "text:illustration-index",
				   "text:illustration-index-source",
				   "text:illustration-index-entry-template",
				   "Liste_des_figures",
				   "Illustration_20_Index_20_Heading",
				   "Illustration_20_Index_20_%d",
				   "Figure",
				   { "Figures", "Figures" } };

/* What a word processor writes anew when it is asked to. */
static void write_template(odt *o, const index_row *row, int level)
{
	xml *x = &o->out;

	xml_open(x, row->entry_template);
	if (!row->sequence)
		xml_attr_format(x, "text:outline-level", "%d", level);
	xml_attr(x, "text:style-name", ramure_format(o->ctx, row->entry_style, level).data);
	xml_empty(x, "text:index-entry-link-start");
	if (!row->sequence)
		xml_empty(x, "text:index-entry-chapter");
	xml_empty(x, "text:index-entry-text");
	xml_empty(x, "text:index-entry-link-end");
	xml_open(x, "text:index-entry-tab-stop");
	xml_attr(x, "style:type", "right");
	xml_attr(x, "style:leader-char", ".");
	xml_close(x);
	xml_empty(x, "text:index-entry-page-number");
	xml_close(x);
}

static void write_source(odt *o, const index_row *row)
{
	xml *x = &o->out;

	xml_open(x, row->source);
	if (row->sequence) {
		xml_attr(x, "text:caption-sequence-name", row->sequence);
		xml_attr(x, "text:caption-sequence-format", "text");
	} else {
		xml_attr_format(x, "text:outline-level", "%d", CONTENTS_LEVELS);
	}
	xml_open(x, "text:index-title-template");
	xml_attr(x, "text:style-name", row->heading_style);
	xml_words(x, ramure_say(o->ctx, row->title));
	xml_close(x);
	for (int level = 1; level <= (row->sequence ? 1 : CONTENTS_LEVELS); level++)
		write_template(o, row, level);
	xml_close(x);
}

static void begin(odt *o, const index_row *row)
{
	xml *x = &o->out;

	xml_open(x, row->element);
	xml_attr(x, "text:style-name", "Sommaire");
	xml_attr(x, "text:protected", "false");
	xml_attr(x, "text:name", row->name);
	write_source(o, row);
	xml_open(x, "text:index-body");
	xml_open(x, "text:index-title");
	xml_attr(x, "text:style-name", "Sommaire");
	xml_attr_format(x, "text:name", "%s_titre", row->name);
	xml_open(x, "text:p");
	xml_attr(x, "text:style-name", odt_turned_style(o, row->heading_style));
	xml_words(x, ramure_say(o->ctx, row->title));
	xml_close(x);
	xml_close(x);
}

static void end(odt *o)
{
	xml_close(&o->out);
	xml_close(&o->out);
}

/* An entry: a link, and outside it a page number that is computed when the file is opened. */
static void write_entry(odt *o, const char *style, const char *bookmark, ramure_str number, ramure_str words)
{
	xml *x = &o->out;

	xml_open(x, "text:p");
	xml_attr(x, "text:style-name", style);
	xml_open(x, "text:a");
	xml_attr(x, "xlink:type", "simple");
	xml_attr_format(x, "xlink:href", "#%s", bookmark);
	xml_attr(x, "text:style-name", "Index_20_Link");
	xml_attr(x, "text:visited-style-name", "Index_20_Link");
	xml_text(x, number);
	xml_text(x, words);
	xml_close(x);
	xml_empty(x, "text:tab");
	xml_open(x, "text:bookmark-ref");
	xml_attr(x, "text:reference-format", "page");
	xml_attr(x, "text:ref-name", bookmark);
	xml_words(x, "1");
	xml_close(x);
	xml_close(x);
}

/* "1 Title": with a full stop, checkers would take the entries for a list with typed numbers. */
static ramure_str shown_number(odt *o, const odt_heading *h)
{
	ramure_str number = h->node->heading->number;

	return number.size ? ramure_format(o->ctx, "%.*s ", (int)number.size, number.data) : number;
}

static void write_captions(odt *o, const index_row *row, bool of_table)
{
	const char *style = ramure_format(o->ctx, row->entry_style, 1).data;
	size_t count = 0;

	for (size_t i = 0; i < o->caption_count; i++)
		count += o->captions[i].of_table == of_table;
	if (count <= FEW_CAPTIONS)
		return;
	begin(o, row);
	for (size_t i = 0; i < o->caption_count; i++) {
		const odt_caption *c = &o->captions[i];
		ramure_str number = ramure_format(o->ctx, "%s\u00A0%d. ", c->word, c->node->caption->number);

		if (c->of_table == of_table)
			write_entry(o, style, c->bookmark, number, ramure_plain_text(o->ctx, c->node));
	}
	end(o);
}

void odt_contents(odt *o)
{
	/* Our own heading of contents leaves the cover by itself. */
	o->turn = o->reference ? "Standard" : NULL;
	begin(o, &contents);
	for (size_t i = 0; i < o->heading_count; i++) {
		const odt_heading *h = &o->headings[i];

		if (h->level <= CONTENTS_LEVELS)
			write_entry(o, ramure_format(o->ctx, contents.entry_style, h->level).data, h->bookmark,
				    shown_number(o, h), ramure_plain_text(o->ctx, h->node));
	}
	end(o);
	write_captions(o, &tables, true);
	write_captions(o, &figures, false);
}
