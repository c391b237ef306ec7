/* styles_text.c: the named styles of paragraphs and characters, one row each, with the theme's values. */
#include "reference.h"

#include <string.h>

enum {
	KEEP_NEXT = 1u << 0,
	PAGE_BREAK = 1u << 1,
	NO_HYPHENS = 1u << 2,
	BOLD = 1u << 3,
	COVER_GROUND = 1u << 4, /* on the cover's block: readers measure contrast against the paragraph's own ground */
	AT_END = 1u << 5,
	CENTRED = 1u << 6,
	BODY_FLOW = 1u << 7, /* widows, orphans, hyphenation */
	RAGGED = 1u << 8, /* a line or two in large words: never spaced out, not in a template that justifies either */
};

/* A style.  `name` is what the file calls it: LibreOffice shows its own translation for the names it knows, `shown` for
 * ours.  `look` is the theme's "report.LOOK.size" and so on; NULL takes the parent's. */
typedef struct style_row {
	const char *name, *shown, *parent, *next, *class_;
	const char *look;
	double before, after; /* points; -1: not said here */
	unsigned flags;
	const char *before_key, *after_key; /* theme keys instead of the numbers */
	const char *list;                   /* a list style that comes with the paragraph */
	const char *master;                 /* a page style that begins here */
} style_row;

static const style_row rows[] = {
	{ "Standard", NULL, NULL, NULL, "text", "body", 0, 0, 0, NULL, NULL, NULL, NULL },
	{ "Text_20_body", "Text body", "Standard", NULL, "text", NULL, 0, -1, BODY_FLOW, NULL, "report.body.after",
	  NULL, NULL },
	{ "Chapeau", "Chapeau", "Text_20_body", "Text_20_body", "text", NULL, -1, -1, 0, NULL, NULL, NULL, NULL },
	{ "Etiquette", "Étiquette", "Text_20_body", "Text_20_body", "text", "label", 12, 0,
	  KEEP_NEXT | NO_HYPHENS | RAGGED, NULL, NULL, NULL, NULL },
	{ "Chiffre", "Chiffre", "Text_20_body", "Text_20_body", "text", NULL, -1, 2, KEEP_NEXT | BOLD | RAGGED, NULL,
	  NULL, NULL, NULL },
	{ "Detail", "Détail", "Text_20_body", NULL, "text", "source", -1, -1, 0, NULL, NULL, NULL, NULL },
	{ "Heading", NULL, "Standard", "Text_20_body", "text", NULL, -1, -1, KEEP_NEXT | NO_HYPHENS, NULL, NULL, NULL,
	  NULL },
	{ "Message_cle", "Message clé", "Text_20_body", "Text_20_body", "text", "key", -1, -1, NO_HYPHENS | RAGGED,
	  "report.key.around", "report.key.around", NULL, NULL },
	{ "Quotations", NULL, "Standard", NULL, "html", "quote", 6, 6, BODY_FLOW, NULL, NULL, NULL, NULL },
	{ "Auteur", "Auteur", "Quotations", "Text_20_body", "text", "caption", 0, 12, BOLD, NULL, NULL, NULL, NULL },
	{ "Mot_defini", "Mot défini", "Heading", "Quotations", "text", "heading-3", 16, 4, BOLD, NULL, NULL, NULL,
	  NULL },
	{ "Cloture", "Clôture", "Heading", "Text_20_body", "text", "heading-2", 36, 8, 0, NULL, NULL, NULL, NULL },
	{ "Source", "Source", "Standard", "Text_20_body", "extra", "source", 4, -1, NO_HYPHENS, NULL,
	  "report.source.after", NULL, NULL },
	{ "Apres_tableau", "Après tableau", "Source", "Text_20_body", "extra", NULL, 0, 0, 0, NULL, NULL, NULL, NULL },
	{ "Caption", NULL, "Standard", NULL, "extra", "caption", 12, -1, NO_HYPHENS, NULL, "report.caption.after", NULL,
	  NULL },
	{ "Table", NULL, "Caption", NULL, "extra", NULL, -1, -1, KEEP_NEXT, NULL, NULL, NULL, NULL },
	{ "Illustration", NULL, "Caption", "Text_20_body", "extra", NULL, 6, 12, 0, NULL, NULL, NULL, NULL },
	{ "Figure", NULL, "Standard", "Text_20_body", "extra", NULL, 8, 12, 0, NULL, NULL, NULL, NULL },
	{ "Figure_avec_legende", "Figure avec légende", "Figure", "Illustration", "extra", NULL, 8, 0, KEEP_NEXT, NULL,
	  NULL, NULL, NULL },
	{ "Preformatted_20_Text", "Preformatted Text", "Standard", NULL, "html", "code", 4, 8, NO_HYPHENS, NULL, NULL,
	  NULL, NULL },
	{ "Horizontal_20_Line", "Horizontal Line", "Standard", "Text_20_body", "html", NULL, 0, 14, 0, NULL, NULL, NULL,
	  NULL },
	{ "List", NULL, "Text_20_body", NULL, "list", NULL, -1, -1, 0, NULL, "report.list.after", NULL, NULL },
	{ "List_20_1", "List 1", "List", NULL, "list", NULL, -1, -1, 0, NULL, NULL, "Liste_a_puces", NULL },
	/* The last of a list follows the others when they are restyled. */
	{ "List_20_1_20_End", "List 1 End", "List_20_1", "Text_20_body", "list", NULL, -1, -1, 0, NULL,
	  "report.list.after-last", "Liste_a_puces", NULL },
	{ "List_20_2", "List 2", "List", NULL, "list", NULL, -1, -1, 0, NULL, NULL, "Liste_a_puces", NULL },
	{ "Numbering_20_1", "Numbering 1", "List", NULL, "list", NULL, -1, -1, 0, NULL, NULL, "Liste_numerotee", NULL },
	{ "Numbering_20_1_20_End", "Numbering 1 End", "Numbering_20_1", "Text_20_body", "list", NULL, -1, -1, 0, NULL,
	  "report.list.after-last", "Liste_numerotee", NULL },
	{ "Table_20_Contents", "Table Contents", "Standard", NULL, "extra", "table", 0, 0, NO_HYPHENS, NULL, NULL, NULL,
	  NULL },
	{ "Cellule_droite", "Cellule à droite", "Table_20_Contents", NULL, "extra", NULL, -1, -1, AT_END, NULL, NULL,
	  NULL, NULL },
	{ "Cellule_centree", "Cellule centrée", "Table_20_Contents", NULL, "extra", NULL, -1, -1, CENTRED, NULL, NULL,
	  NULL, NULL },
	{ "Cellule_forte", "Cellule forte", "Table_20_Contents", NULL, "extra", NULL, -1, -1, BOLD, NULL, NULL, NULL,
	  NULL },
	{ "Cellule_forte_droite", "Cellule forte à droite", "Cellule_forte", NULL, "extra", NULL, -1, -1, AT_END, NULL,
	  NULL, NULL, NULL },
	{ "Cellule_detail", "Cellule, détail", "Table_20_Contents", NULL, "extra", "source", -1, -1, 0, NULL, NULL,
	  NULL, NULL },
	{ "Table_20_Heading", "Table Heading", "Table_20_Contents", NULL, "extra", "table-header", -1, -1,
	  BOLD | KEEP_NEXT, NULL, NULL, NULL, NULL },
	{ "En_tete_droite", "En-tête à droite", "Table_20_Heading", NULL, "extra", NULL, -1, -1, AT_END, NULL, NULL,
	  NULL, NULL },
	{ "En_tete_centre", "En-tête centré", "Table_20_Heading", NULL, "extra", NULL, -1, -1, CENTRED, NULL, NULL,
	  NULL, NULL },
	{ "Footnote", NULL, "Standard", NULL, "extra", "note", 0, -1, 0, NULL, "report.note.between", NULL, NULL },
	{ "Header", NULL, "Standard", NULL, "extra", "header", 0, 0, NO_HYPHENS, NULL, NULL, NULL, NULL },
	{ "Footer", NULL, "Standard", NULL, "extra", "footer", 0, 0, NO_HYPHENS, NULL, NULL, NULL, NULL },
	{ "Header_20_Landscape", "En-tête, paysage", "Header", NULL, "extra", NULL, -1, -1, 0, NULL, NULL, NULL, NULL },
	{ "Footer_20_Landscape", "Pied de page, paysage", "Footer", NULL, "extra", NULL, -1, -1, 0, NULL, NULL, NULL,
	  NULL },
	{ "Embargo", "Embargo", "Header", NULL, "extra", "embargo", 0, 2, BOLD, NULL, NULL, NULL, NULL },
	{ "Title", NULL, "Heading", "Subtitle", "chapter", "cover-title", 18, 0, COVER_GROUND, NULL, NULL, NULL, NULL },
	{ "Couverture_Type", "Couverture, type", "Heading", "Title", "chapter", "cover-type", 0, 0, COVER_GROUND, NULL,
	  NULL, NULL, "Couverture" },
	{ "Subtitle", NULL, "Heading", "Text_20_body", "chapter", "cover-subtitle", -1, 2, 0, NULL, NULL, NULL, NULL },
	{ "Couverture_Resume", "Couverture, résumé", "Standard", NULL, "chapter", "cover-summary", 0, 12, NO_HYPHENS,
	  NULL, NULL, NULL, NULL },
	{ "Couverture_Embargo", "Couverture, embargo", "Standard", NULL, "chapter", "embargo", 4, 8, BOLD, NULL, NULL,
	  NULL, NULL },
	{ "Couverture_Date", "Couverture, date", "Standard", NULL, "chapter", "cover-date", 8, 0, BOLD, NULL, NULL,
	  NULL, NULL },
	{ "Couverture_Mention", "Couverture, mention", "Standard", NULL, "chapter", "cover-date", 2, 0, NO_HYPHENS,
	  NULL, NULL, NULL, NULL },
	{ "Couverture_Partenaire", "Couverture, partenaire", "Couverture_Mention", NULL, "chapter", NULL, 0, 0, BOLD,
	  NULL, NULL, NULL, NULL },
	{ "Index", NULL, "Standard", NULL, "index", "contents", 0, 0, NO_HYPHENS, NULL, NULL, NULL, NULL },
	{ "Contents_20_Heading", "Contents Heading", "Heading", "Contents_20_1", "index", "heading-1", 0, 12,
	  PAGE_BREAK, NULL, NULL, NULL, "Standard" },
	{ "Contents_20_1", "Contents 1", "Index", NULL, "index", NULL, -1, 2, BOLD, "report.contents.before", NULL,
	  NULL, NULL },
	{ "Contents_20_2", "Contents 2", "Index", NULL, "index", NULL, -1, 2, 0, NULL, NULL, NULL, NULL },
	{ "Table_20_index_20_heading", "Table index heading", "Heading", "Table_20_index_20_1", "index", "heading-2",
	  22, 8, 0, NULL, NULL, NULL, NULL },
	{ "Table_20_index_20_1", "Table index 1", "Index", NULL, "index", NULL, -1, 2, 0, NULL, NULL, NULL, NULL },
	{ "Illustration_20_Index_20_Heading", "Illustration Index Heading", "Heading", "Illustration_20_Index_20_1",
	  "index", "heading-2", 22, 8, 0, NULL, NULL, NULL, NULL },
	{ "Illustration_20_Index_20_1", "Illustration Index 1", "Index", NULL, "index", NULL, -1, 2, 0, NULL, NULL,
	  NULL, NULL },
	{ "Texte_de_dessin", "Texte de dessin", "Standard", NULL, "extra", "table", 0, 0, NO_HYPHENS, NULL, NULL, NULL,
	  NULL },
};

/* Looks that differ from one of the theme's by their colour. */
typedef struct derived_look {
	const char *name, *base;
	ramure_colour colour;
} derived_look;

static const derived_look derived[] = {
	{ "table-header", "table", RAMURE_PRIMARY },
	{ "embargo", "body", RAMURE_EMBARGO },
	{ "label", "caption", RAMURE_ACCENT },
	{ "heading-5", "heading-4", RAMURE_MUTED }, /* what stands under a fourth level is seen to */
};

static const derived_look *find_derived(const char *look)
{
	for (size_t i = 0; i < sizeof derived / sizeof *derived; i++)
		if (strcmp(derived[i].name, look) == 0)
			return &derived[i];
	return NULL;
}

static double look_number(odt *o, const char *look, const char *what)
{
	const derived_look *d = find_derived(look);
	double number =
		ramure_theme_number(o->ctx, ramure_format(o->ctx, "report.%s.%s", d ? d->base : look, what).data);
	bool scaled = o->title_scale > 0 && strcmp(look, "cover-title") == 0 &&
		      (strcmp(what, "size") == 0 || strcmp(what, "leading") == 0);

	return scaled ? number * o->title_scale : number;
}

/* Size, weight and colour that the theme gives to a look.  Black is a family of its own to word processors. */
static void text_look(odt *o, xml *x, const char *look, bool bold)
{
	const derived_look *d = find_derived(look);
	double weight = bold || d ? 700 : look_number(o, look, "weight");
	ramure_colour colour = d ? d->colour : (ramure_colour)look_number(o, look, "colour");
	bool code = strcmp(look, "code") == 0, black = weight >= 800 && !o->reference;

	/* All others have the font of the default style, or of a template's: who changes Standard changes it
	 * everywhere. */
	if (code || black)
		xml_attr_letters(x, "style:font-name", code ? "Code" : "Titres");
	xml_attr_letters_pt(x, "fo:font-size", look_number(o, look, "size"));
	xml_attr_letters(x, "fo:font-weight", weight >= 600 && !black ? "bold" : "normal");
	/* On a template's cover, without our ground, its colour holds. */
	if (o->reference && strncmp(look, "cover", 5) == 0)
		return;
	xml_attr_colour(x, "fo:color", colour == RAMURE_PRIMARY ? odt_primary(o) : ramure_theme_colour(o->ctx, colour));
}

static void spaces(odt *o, xml *x, const style_row *row)
{
	if (row->before_key)
		xml_attr_pt(x, "fo:margin-top", ramure_theme_number(o->ctx, row->before_key));
	else if (row->before >= 0)
		xml_attr_pt(x, "fo:margin-top", row->before);
	if (row->after_key)
		xml_attr_pt(x, "fo:margin-bottom", ramure_theme_number(o->ctx, row->after_key));
	else if (row->after >= 0)
		xml_attr_pt(x, "fo:margin-bottom", row->after);
	/* A line grows with what stands in it; the cover's lines are counted on. */
	if (row->look)
		xml_attr_pt(x, strcmp(row->class_, "chapter") == 0 ? "fo:line-height" : "style:line-height-at-least",
			    look_number(o, row->look, "leading"));
}

static void body_flow(odt *o, xml *x)
{
	xml_attr_format(x, "fo:widows", "%d", (int)ramure_theme_number(o->ctx, "report.body.widows"));
	xml_attr_format(x, "fo:orphans", "%d", (int)ramure_theme_number(o->ctx, "report.body.orphans"));
	xml_attr(x, "fo:text-align", o->leftward ? "right" : "start");
}

/* A line of the contents, or of a list of tables: one that goes on does so a little further in. */
static bool is_entry(const char *name)
{
	return strcmp(name, "Contents_20_1") == 0 || strcmp(name, "Contents_20_2") == 0 ||
	       strcmp(name, "Table_20_index_20_1") == 0 || strcmp(name, "Illustration_20_Index_20_1") == 0;
}

static double entry_indent(odt *o, const char *name)
{
	return strcmp(name, "Contents_20_2") == 0 ? ramure_theme_number(o->ctx, "report.contents.indent") : 0;
}

static const double entry_hangs = 18;

/* What only one style has. */
static void own_borders(odt *o, xml *x, const char *name)
{
	ramure_rgb primary = odt_primary(o);
	ramure_rgb hairline = ramure_theme_colour(o->ctx, RAMURE_HAIRLINE);

	if (strcmp(name, "Message_cle") == 0) {
		double above = ramure_theme_number(o->ctx, "report.key.rule-above");
		double below = ramure_theme_number(o->ctx, "report.key.rule-below");

		xml_attr_pt(x, "fo:padding", ramure_theme_number(o->ctx, "report.key.padding"));
		xml_attr_format(x, "fo:border-top", "%.2fpt solid #%02x%02x%02x", above, primary.r, primary.g,
				primary.b);
		xml_attr_format(x, "fo:border-bottom", "%.2fpt solid #%02x%02x%02x", below, primary.r, primary.g,
				primary.b);
		xml_attr(x, "fo:border-left", "none");
		xml_attr(x, "fo:border-right", "none");
	} else if (strcmp(name, "Horizontal_20_Line") == 0) {
		xml_attr_format(x, "fo:border-bottom", "0.75pt solid #%02x%02x%02x", hairline.r, hairline.g,
				hairline.b);
	} else if (strcmp(name, "Quotations") == 0) {
		xml_attr_pt(x, "fo:margin-left", ramure_theme_number(o->ctx, "report.quote.indent"));
		xml_attr_pt(x, "fo:margin-right", ramure_theme_number(o->ctx, "report.quote.indent"));
	} else if (is_entry(name)) {
		xml_attr_pt(x, "fo:margin-left", entry_indent(o, name) + entry_hangs);
		xml_attr_pt(x, "fo:text-indent", -entry_hangs);
	}
}

static double turned_width(odt *o)
{
	double height = ramure_theme_number(o->ctx, "report.page.height");

	return height - ramure_theme_number(o->ctx, "report.page.right") * 2;
}

static void tab_stops(odt *o, xml *x, const char *name)
{
	bool contents = is_entry(name), wide = strstr(name, "Landscape") != NULL;
	double position = wide ? turned_width(o) : odt_text_width(o);

	if (!contents && strcmp(name, "Header") != 0 && strcmp(name, "Footer") != 0 && !wide)
		return;
	if (contents)
		position -= entry_indent(o, name) + entry_hangs;
	xml_open(x, "style:tab-stops");
	xml_open(x, "style:tab-stop");
	xml_attr_pt(x, "style:position", position);
	xml_attr(x, "style:type", "right");
	if (contents) {
		xml_attr(x, "style:leader-style", "dotted");
		xml_attr(x, "style:leader-text", ".");
	}
	xml_close(x);
	xml_close(x);
}

static void paragraph_properties(odt *o, xml *x, const style_row *row)
{
	xml_open(x, "style:paragraph-properties");
	spaces(o, x, row);
	if (row->flags & BODY_FLOW)
		body_flow(o, x);
	if (row->flags & KEEP_NEXT)
		xml_attr(x, "fo:keep-with-next", "always");
	if (row->flags & PAGE_BREAK)
		xml_attr(x, "fo:break-before", "page");
	if (row->flags & COVER_GROUND && !o->reference && ramure_theme_number(o->ctx, "filled") > 0)
		xml_attr_colour(x, "fo:background-color", ramure_theme_colour(o->ctx, RAMURE_PRIMARY));
	if (row->flags & RAGGED)
		xml_attr(x, "fo:text-align", o->leftward ? "right" : "start");
	/* Figures are ranged by their units, which stand at the right in every script. */
	if (row->flags & (AT_END | CENTRED))
		xml_attr(x, "fo:text-align", row->flags & CENTRED ? "center" : o->leftward ? "right" : "end");
	if (o->leftward && strcmp(row->name, "Preformatted_20_Text") == 0) {
		xml_attr(x, "fo:text-align", "left");
		xml_attr(x, "style:writing-mode", "lr-tb");
	}
	own_borders(o, x, row->name);
	tab_stops(o, x, row->name);
	xml_close(x);
}

static void text_properties(odt *o, xml *x, const style_row *row)
{
	bool quote = strcmp(row->name, "Quotations") == 0 && ramure_theme_number(o->ctx, "report.quote.italic") > 0;

	xml_open(x, "style:text-properties");
	if (row->look)
		text_look(o, x, row->look, (row->flags & BOLD) != 0);
	else if (row->flags & BOLD)
		xml_attr_letters(x, "fo:font-weight", "bold");
	if (quote)
		xml_attr_letters(x, "fo:font-style", "italic");
	if (strcmp(row->name, "Auteur") == 0)
		xml_attr_letters(x, "fo:font-style", "normal");
	if (row->flags & BODY_FLOW && ramure_theme_number(o->ctx, "report.body.hyphenation") > 0) {
		int letters = (int)ramure_theme_number(o->ctx, "report.body.hyphen-letters");

		xml_attr(x, "fo:hyphenate", "true");
		xml_attr_format(x, "fo:hyphenation-remain-char-count", "%d", letters);
		xml_attr_format(x, "fo:hyphenation-push-char-count", "%d", letters);
	} else if (row->flags & NO_HYPHENS) {
		xml_attr(x, "fo:hyphenate", "false");
	}
	xml_close(x);
}

static void paragraph_style(odt *o, xml *x, const style_row *row)
{
	if (!ref_lacks(o->reference, REF_PARAGRAPH, row->name, row->shown))
		return;
	odt_style_open(x, "paragraph", row->name, row->shown, row->parent);
	if (row->next)
		xml_attr(x, "style:next-style-name", row->next);
	if (row->list)
		xml_attr(x, "style:list-style-name", row->list);
	if (row->master)
		xml_attr(x, "style:master-page-name", row->master);
	xml_attr(x, "style:class", row->class_);
	paragraph_properties(o, x, row);
	text_properties(o, x, row);
	xml_close(x);
}

static void heading_style(odt *o, xml *x, int level)
{
	static const char *const looks[] = { "heading-1", "heading-2", "heading-3",
					     "heading-4", "heading-5", "heading-5" };
	const char *look = looks[level - 1];
	const char *name = ramure_format(o->ctx, "Heading_20_%d", level).data;
	const char *shown = ramure_format(o->ctx, "Heading %d", level).data;
	/* Without parts the chapters are slides: short, one under the other. */
	bool runs_on = level == 1 && !o->has_parts;
	/* A template that stops at some level: deeper headings look like its last ones. */
	const char *above = ramure_format(o->ctx, "Heading_20_%d", level - 1).data;
	bool from_above = o->reference && level > 3;

	if (!ref_lacks(o->reference, REF_PARAGRAPH, name, shown))
		return;
	odt_style_open(x, "paragraph", name, shown, from_above ? above : "Heading");
	xml_attr(x, "style:next-style-name", "Text_20_body");
	xml_attr_format(x, "style:default-outline-level", "%d", level);
	if (from_above)
		xml_attr(x, "style:list-style-name", "Outline");
	xml_attr(x, "style:class", "text");
	if (from_above) {
		xml_close(x);
		return;
	}
	xml_open(x, "style:paragraph-properties");
	xml_attr_pt(x, "fo:margin-top", look_number(o, runs_on ? "heading-2" : look, "before"));
	xml_attr_pt(x, "fo:margin-bottom", look_number(o, look, "after"));
	xml_attr_pt(x, "style:line-height-at-least", look_number(o, look, "leading"));
	xml_attr(x, "fo:break-before", !runs_on && look_number(o, look, "page-break") > 0 ? "page" : "auto");
	xml_close(x);
	xml_open(x, "style:text-properties");
	text_look(o, x, look, false);
	xml_close(x);
	xml_close(x);
}

const char *odt_style_shown(const char *name)
{
	const char *shown = ref_shown_name(name);

	for (size_t i = 0; i < sizeof rows / sizeof *rows && !shown; i++)
		if (strcmp(rows[i].name, name) == 0)
			shown = rows[i].shown;
	return shown ? shown : name;
}

typedef struct character_row {
	const char *name, *shown;
	const char *attribute, *value;
	const char *second, *second_value;
} character_row;

static const character_row characters[] = {
	{ "Emphasis", NULL, "fo:font-style", "italic", NULL, NULL },
	{ "Strong_20_Emphasis", "Strong Emphasis", "fo:font-weight", "bold", NULL, NULL },
	{ "Barre", "Barré", "style:text-line-through-style", "solid", "style:text-line-through-type", "single" },
	{ "Exposant", "Exposant", "style:text-position", "super 62%", NULL, NULL },
	{ "Indice", "Indice", "style:text-position", "sub 62%", NULL, NULL },
	{ "Source_20_Text", "Source Text", "style:font-name", "Code", NULL, NULL },
	{ "Index_20_Link", "Index Link", NULL, NULL, NULL, NULL },
	{ "Footnote_20_Symbol", "Footnote Symbol", "style:text-position", "super 62%", NULL, NULL },
	{ "Footnote_20_anchor", "Footnote anchor", "style:text-position", "super 62%", NULL, NULL },
	{ "Numbering_20_Symbols", "Numbering Symbols", NULL, NULL, NULL, NULL },
	{ "Page_en_cours", "Page en cours", "fo:font-weight", "bold", NULL, NULL },
};

static bool character_begin(odt *o, xml *x, const char *name, const char *shown)
{
	if (!ref_lacks(o->reference, REF_CHARACTER, name, shown))
		return false;
	odt_style_open(x, "text", name, shown, NULL);
	xml_open(x, "style:text-properties");
	return true;
}

static void character_end(xml *x)
{
	xml_close(x);
	xml_close(x);
}

static void coloured(odt *o, xml *x, const char *name, const char *shown, ramure_rgb colour, bool bold)
{
	if (!character_begin(o, x, name, shown))
		return;
	xml_attr_colour(x, "fo:color", colour);
	if (bold)
		xml_attr_letters(x, "fo:font-weight", "bold");
	character_end(x);
}

static void links(odt *o, xml *x)
{
	static const char *const names[] = { "Internet_20_link", "Visited_20_Internet_20_Link" };
	static const char *const shown[] = { "Internet link", "Visited Internet Link" };

	for (int i = 0; i < 2; i++) {
		if (!character_begin(o, x, names[i], shown[i]))
			continue;
		xml_attr_colour(x, "fo:color", odt_colour(o, "report.links.colour"));
		if (ramure_theme_number(o->ctx, "report.links.underlined") > 0) {
			xml_attr(x, "style:text-underline-style", "solid");
			xml_attr(x, "style:text-underline-width", "auto");
			xml_attr(x, "style:text-underline-color", "font-color");
		}
		character_end(x);
	}
}

static void coloured_characters(odt *o, xml *x)
{
	for (int i = 0; i < 8; i++)
		coloured(o, x, ramure_format(o->ctx, "Niveau_%d", i + 1).data,
			 ramure_format(o->ctx, "Niveau %d", i + 1).data,
			 ramure_theme_colour(o->ctx, (ramure_colour)(RAMURE_LEVEL_1 + i)), true);
	coloured(o, x, "Accent", "Accent", ramure_theme_colour(o->ctx, RAMURE_ACCENT), true);
	coloured(o, x, "Bullet_20_Symbols", "Bullet Symbols", odt_colour(o, "report.list.bullet-colour"), false);
	links(o, x);
}

void odt_text_styles(odt *o, xml *x)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		paragraph_style(o, x, &rows[i]);
	for (int level = 1; level <= 6; level++)
		heading_style(o, x, level);
	for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
		if (!character_begin(o, x, characters[i].name, characters[i].shown))
			continue;
		if (characters[i].attribute && strstr(characters[i].attribute, ":font-"))
			xml_attr_letters(x, characters[i].attribute, characters[i].value);
		else if (characters[i].attribute)
			xml_attr(x, characters[i].attribute, characters[i].value);
		if (characters[i].second)
			xml_attr(x, characters[i].second, characters[i].second_value);
		character_end(x);
	}
	coloured_characters(o, x);
}
