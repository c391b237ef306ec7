/* theme_keys.c: every key of theme.yaml, its type, its unit and the value it has in the theme "collectif". */
#include "core/theme/theme_keys.h"

#include "core/theme/theme.h"

/* Rows read better than cells. */
/* clang-format off */

#define ROW(name, type, value, least, most, unit, english, french) \
	{ name, type, value, least, most, unit, { english, french } }
#define NUMBER(name, value, unit, least, most, english, french) \
	ROW(name, THEME_NUMBER, value, least, most, unit, english, french)
#define LENGTH(name, value, english, french) NUMBER(name, value, "pt", 0, 5000, english, french)
/* What nobody could read, or what nothing could stand on, is a slip. */
#define SIDE(name, value, english, french) NUMBER(name, value, "pt", 144, 5000, english, french)
#define SIZE(name, value, english, french) NUMBER(name, value, "pt", 4, 400, english, french)
#define LEADING(name, value, english, french) \
	NUMBER(name, value, "pt", 4, 500, english ": distance of lines", french " : interligne")
#define FLAG(name, value, english, french) ROW(name, THEME_FLAG, value, 0, 0, "", english, french)
#define WORDS(name, value, english, french) ROW(name, THEME_TEXT, value, 0, 0, "", english, french)
#define WORD_LIST(name, value, english, french) ROW(name, THEME_LIST, value, 0, 0, "", english, french)
#define COLOUR_NAME(name, value, english, french) ROW(name, THEME_COLOUR_NAME, value, 0, 0, "", english, french)
#define COLOUR(colour, name, value, english, french) \
	[RAMURE_##colour] = ROW("colours." name, THEME_COLOUR, value, 0, 0, "", english, french)

/* Size, leading, weight, italic, colour: ROLE_KEYS rows. */
#define ROLE_ROW(role, row) [THEME_ROLES_AT + RAMURE_ROLE_##role * ROLE_KEYS + row]
#define ROLE(role, name, size, leading, weight, colour, english, french) \
	ROLE_ROW(role, 0) = SIZE("roles." name ".size", size, english, french), \
	ROLE_ROW(role, 1) = LEADING("roles." name ".leading", leading, english, french), \
	ROLE_ROW(role, 2) = NUMBER("roles." name ".weight", weight, "", 100, 900, english ": weight", \
				   french " : graisse"), \
	ROLE_ROW(role, 3) = FLAG("roles." name ".italic", "no", english ": italic", french " : italique"), \
	ROLE_ROW(role, 4) = COLOUR_NAME("roles." name ".colour", colour, english ": colour", french " : couleur")

/* A style of the report. */
#define STYLE(name, size, leading, weight, colour, english, french) \
	SIZE("report." name ".size", size, english, french), \
	LEADING("report." name ".leading", leading, english, french), \
	NUMBER("report." name ".weight", weight, "", 100, 900, english ": weight", french " : graisse"), \
	COLOUR_NAME("report." name ".colour", colour, english ": colour", french " : couleur")

/* The page of a format and its grid. */
#define FORMAT(name, shown, width, height, margin, columns, column, gutter) \
	SIDE("formats." name ".width", width, "page " shown ": width", "page " shown " : largeur"), \
	SIDE("formats." name ".height", height, "page " shown ": height", "page " shown " : hauteur"), \
	LENGTH("formats." name ".margin", margin, "page " shown ": margins at left and right", \
	       "page " shown " : marges de gauche et de droite"), \
	NUMBER("formats." name ".columns", columns, "", 1, 48, "page " shown ": columns of the grid", \
	       "page " shown " : colonnes de la grille"), \
	LENGTH("formats." name ".column", column, "page " shown ": width of a column", \
	       "page " shown " : largeur d'une colonne"), \
	LENGTH("formats." name ".gutter", gutter, "page " shown ": space between columns", \
	       "page " shown " : espace entre colonnes")

static const theme_key keys[] = {
	COLOUR(INK, "ink", "#1B2430", "text", "texte"),
	COLOUR(MUTED, "muted", "#505C69", "secondary text", "texte secondaire"),
	COLOUR(PRIMARY, "primary", "#14365C", "titles, bands, covers", "titres, bandeaux, couvertures"),
	COLOUR(ACCENT, "accent", "#B23F1D", "what matters most", "ce qui compte le plus"),
	COLOUR(THIRD, "third", "#1A6A66", "third colour", "troisième couleur"),
	COLOUR(FOURTH, "fourth", "#7A5800", "fourth colour", "quatrième couleur"),
	COLOUR(FIFTH, "fifth", "#6A3D73", "fifth colour", "cinquième couleur"),
	COLOUR(LINE, "line", "#7A8694", "strokes that mean something", "traits qui ont un sens"),
	COLOUR(HAIRLINE, "hairline", "#C6CFD9", "decorative rules", "filets décoratifs"),
	COLOUR(TINT, "tint", "#E9EFF5", "tiles, tracks of bars", "pavés, fonds de barres"),
	COLOUR(WARM, "warm", "#F8F3EA", "ground of diagrams", "fond des schémas"),
	COLOUR(ACCENT_TINT, "accent-tint", "#FAEAE3", "light form of the accent", "accent clair"),
	COLOUR(PAPER, "paper", "#FFFFFF", "the page", "la page"),
	COLOUR(ON_PRIMARY, "on-primary", "#FFFFFF", "text on the primary colour", "texte sur la couleur principale"),
	COLOUR(ON_PRIMARY_1, "on-primary-1", "#9FB8D3", "first light tone on the primary colour",
	       "premier ton clair sur la couleur principale"),
	COLOUR(ON_PRIMARY_2, "on-primary-2", "#F2B49B", "second light tone on the primary colour",
	       "deuxième ton clair sur la couleur principale"),
	COLOUR(ON_PRIMARY_3, "on-primary-3", "#8FD0C8", "third light tone on the primary colour",
	       "troisième ton clair sur la couleur principale"),
	COLOUR(ORNAMENT_REST, "ornament-rest", "#3C5C82", "ornament at rest, decorative",
	       "ornement au repos, décoratif"),
	COLOUR(EMBARGO, "embargo", "#9C2222", "embargo label", "mention d'embargo"),
	COLOUR(LEVEL_1, "level-1", "#176240", "level 1 of a legend", "niveau 1 d'une légende"),
	COLOUR(LEVEL_2, "level-2", "#1F5F93", "level 2 of a legend", "niveau 2 d'une légende"),
	COLOUR(LEVEL_3, "level-3", "#8A5200", "level 3 of a legend", "niveau 3 d'une légende"),
	COLOUR(LEVEL_4, "level-4", "#9C2222", "level 4 of a legend", "niveau 4 d'une légende"),
	COLOUR(LEVEL_5, "level-5", "#6A3D73", "level 5 of a legend", "niveau 5 d'une légende"),
	COLOUR(LEVEL_6, "level-6", "#1A6A66", "level 6 of a legend", "niveau 6 d'une légende"),
	COLOUR(LEVEL_7, "level-7", "#8C2F6B", "level 7 of a legend", "niveau 7 d'une légende"),
	COLOUR(LEVEL_8, "level-8", "#4A5560", "level 8 of a legend", "niveau 8 d'une légende"),
	COLOUR(LEVEL_1_TINT, "level-1-tint", "#E3F1E9", "ground of level 1", "fond du niveau 1"),
	COLOUR(LEVEL_2_TINT, "level-2-tint", "#E4EEF7", "ground of level 2", "fond du niveau 2"),
	COLOUR(LEVEL_3_TINT, "level-3-tint", "#FAEFD9", "ground of level 3", "fond du niveau 3"),
	COLOUR(LEVEL_4_TINT, "level-4-tint", "#F9E5E3", "ground of level 4", "fond du niveau 4"),
	COLOUR(LEVEL_5_TINT, "level-5-tint", "#F1E8F3", "ground of level 5", "fond du niveau 5"),
	COLOUR(LEVEL_6_TINT, "level-6-tint", "#E1F1EF", "ground of level 6", "fond du niveau 6"),
	COLOUR(LEVEL_7_TINT, "level-7-tint", "#F8E6F1", "ground of level 7", "fond du niveau 7"),
	COLOUR(LEVEL_8_TINT, "level-8-tint", "#EBEEF1", "ground of level 8", "fond du niveau 8"),

	ROLE(BODY, "body", "18", "24", "400", "ink", "running text", "texte courant"),
	ROLE(LEAD, "lead", "22", "30", "400", "primary", "the paragraph that opens", "paragraphe d'ouverture"),
	ROLE(COLUMN_HEADING, "column-heading", "20", "26", "700", "primary", "heading in a column",
	     "intertitre d'une colonne"),
	ROLE(LABEL, "label", "14", "18", "700", "accent", "small line above a heading",
	     "petite ligne au-dessus d'un intertitre"),
	ROLE(CELL, "cell", "16", "22", "400", "ink", "text of cells", "texte des cellules"),
	ROLE(CELL_STRONG, "cell-strong", "16", "22", "700", "ink", "what a row is about", "ce dont parle une ligne"),
	ROLE(SMALL, "small", "14", "18", "400", "ink", "details", "détails"),
	ROLE(SMALL_STRONG, "small-strong", "14", "18", "700", "ink", "details that stand out", "détails mis en avant"),
	ROLE(DETAIL, "detail", "14", "20", "400", "muted", "description under a title", "description sous un titre"),
	ROLE(SOURCE, "source", "12", "16", "400", "muted", "source of a table or an image",
	     "source d'un tableau ou d'une image"),
	ROLE(KEY, "key", "18", "22", "700", "on-primary", "key message", "message clé"),
	ROLE(QUOTE, "quote", "34", "48", "300", "ink", "quote", "citation"),
	ROLE(QUOTE_MEDIUM, "quote-medium", "28", "40", "300", "ink", "quote over 220 signs",
	     "citation de plus de 220 signes"),
	ROLE(QUOTE_LONG, "quote-long", "22", "32", "400", "ink", "quote over 400 signs",
	     "citation de plus de 400 signes"),
	ROLE(NUMERAL, "numeral", "72", "76", "300", "primary", "a column's figure", "chiffre d'une colonne"),
	ROLE(NUMERAL_LARGE, "numeral-large", "104", "112", "300", "primary", "key figure", "chiffre clé"),
	ROLE(NUMERAL_COUNT, "numeral-count", "66", "72", "300", "primary", "count of a dashboard",
	     "compte d'un tableau de bord"),
	ROLE(NUMERAL_RANK, "numeral-rank", "30", "36", "300", "accent", "rank in rows", "rang dans une liste"),
	ROLE(WORD, "word", "40", "46", "900", "primary", "the word that is defined", "mot défini"),
	ROLE(CODE, "code", "14", "20", "400", "ink", "blocks of code", "blocs de code"),
	ROLE(COVER_TITLE, "cover-title", "44", "50", "900", "on-primary", "title of the cover",
	     "titre de la couverture"),
	ROLE(COVER_TITLE_LARGE, "cover-title-large", "56", "62", "900", "on-primary",
	     "title of the cover that fits on one line", "titre de la couverture sur une ligne"),
	ROLE(COVER_TITLE_SMALL, "cover-title-small", "36", "42", "900", "on-primary",
	     "title of the cover over three lines", "titre de la couverture de plus de trois lignes"),
	ROLE(COVER_SUBTITLE, "cover-subtitle", "20", "28", "400", "on-primary",
	     "subtitle of the cover, text of the closing", "sous-titre de la couverture, texte de clôture"),
	ROLE(COVER_EVENT, "cover-event", "18", "22", "700", "on-primary", "occasion, on the cover",
	     "occasion, sur la couverture"),
	ROLE(PART_TITLE, "part-title", "40", "46", "900", "on-primary", "title of a part", "titre d'une partie"),
	ROLE(KICKER, "kicker", "14", "18", "700", "accent", "the small line above a slide's title",
	     "petite ligne au-dessus du titre"),
	ROLE(TITLE, "title", "28", "34", "700", "primary", "title of a slide", "titre d'une diapositive"),
	ROLE(TITLE_TWO_LINES, "title-two-lines", "24", "29", "700", "primary", "title of a slide on two lines",
	     "titre sur deux lignes"),
	ROLE(TITLE_LONG, "title-long", "20", "26", "700", "primary", "title of a slide on three lines or more",
	     "titre sur trois lignes ou plus"),
	ROLE(FOOTER, "footer", "12", "16", "400", "muted", "footer", "pied de page"),
	ROLE(CONTENTS, "contents", "26", "34", "400", "primary", "names in the contents", "noms du sommaire"),
	ROLE(CONTENTS_NUMERAL, "contents-numeral", "44", "52", "300", "accent", "numbers in the contents",
	     "numéros du sommaire"),
	ROLE(EMBARGO, "embargo", "14", "18", "700", "embargo", "embargo label", "mention d'embargo"),

	[THEME_OTHERS_AT] = WORDS("name", "collectif", "the theme's name", "nom du thème"),
	WORDS("extends", "", "the theme that this one changes", "thème que celui-ci modifie"),
	WORDS("description", "", "what the theme is for", "usage du thème"),
	FLAG("filled", "yes", "covers and bands are filled with the primary colour",
	     "couvertures et bandeaux remplis de la couleur principale"),

	WORDS("fonts.family", "Lato", "the family of all text", "famille de tout le texte"),
	WORDS("fonts.monospace", "DejaVu Sans Mono", "the family of code", "famille du code"),
	WORD_LIST("fonts.fallbacks", "DejaVu Sans", "families for characters that the first lacks",
		  "familles des caractères qui manquent à la première"),
	WORD_LIST("fonts.versions", "Lato 2.007, DejaVu Sans Mono 2.37",
		  "versions of the font files that the theme was made with",
		  "versions des fichiers de polices pour lesquelles le thème est fait"),

	COLOUR_NAME("links.colour", "primary", "links in text of the ink's colour", "liens dans le texte courant"),
	FLAG("links.underlined", "no", "links on slides are underlined", "liens soulignés sur les diapositives"),

	NUMBER("slides.words", "120", "words", 10, 1000, "words of prose that a slide carries with ease",
	       "mots de texte suivi qu'une diapositive porte sans peine"),

	FORMAT("wide", "16:9", "960", "540", "48", "12", "50", "24"),
	FORMAT("narrow", "4:3", "720", "540", "48", "12", "30", "24"),
	FORMAT("a4", "A4", "841.89", "595.28", "48", "12", "40.1575", "24"),

	LENGTH("master.tick.top", "35", "tick: from the page's top", "tiret : depuis le haut de la page"),
	LENGTH("master.tick.width", "36", "tick: width", "tiret : largeur"),
	LENGTH("master.tick.height", "5", "tick: height", "tiret : hauteur"),
	LENGTH("master.kicker.top", "29", "kicker: from the page's top", "surtitre : depuis le haut de la page"),
	LENGTH("master.title.top", "50", "title: from the page's top", "titre : depuis le haut de la page"),
	LENGTH("master.content.top", "112", "content under a title of one line: from the page's top",
	       "contenu sous un titre d'une ligne : depuis le haut de la page"),
	LENGTH("master.content.top-two-lines", "126", "content under a title of two lines: from the page's top",
	       "contenu sous un titre de deux lignes : depuis le haut de la page"),
	LENGTH("master.content.bottom", "54", "content without key message: from the page's bottom",
	       "contenu sans message clé : depuis le bas de la page"),
	LENGTH("master.key.bottom", "42", "band of the key message: from the page's bottom",
	       "bandeau du message clé : depuis le bas de la page"),
	LENGTH("master.key.padding", "9", "band of the key message: above and below its text",
	       "bandeau du message clé : au-dessus et au-dessous du texte"),
	LENGTH("master.footer.bottom", "30", "footer: its top, from the page's bottom",
	       "pied de page : son haut, depuis le bas de la page"),
	LENGTH("master.progress.height", "5", "progress line: height", "ligne d'avancement : hauteur"),
	LENGTH("master.progress.gap", "3", "progress line: the gap where a part begins",
	       "ligne d'avancement : blanc au début d'une partie"),
	LENGTH("master.embargo.top", "27", "embargo label: from the page's top",
	       "mention d'embargo : depuis le haut de la page"),
	LENGTH("master.embargo.height", "23", "embargo label: height", "mention d'embargo : hauteur"),
	LENGTH("master.cover.tick-top", "61", "cover and part: tick, from the page's top",
	       "couverture et partie : tiret, depuis le haut de la page"),
	LENGTH("master.cover.title-top", "110", "cover and part: title, from the page's top",
	       "couverture et partie : titre, depuis le haut de la page"),
	LENGTH("master.cover.strip", "102", "cover: height of the white strip",
	       "couverture : hauteur de la bande blanche"),

	SIDE("report.page.width", "595.28", "width of a page", "largeur d'une page"),
	SIDE("report.page.height", "841.89", "height of a page", "hauteur d'une page"),
	LENGTH("report.page.left", "99", "left margin", "marge gauche"),
	LENGTH("report.page.right", "71", "right margin", "marge droite"),
	LENGTH("report.page.top", "84", "top margin", "marge haute"),
	LENGTH("report.page.bottom", "108", "bottom margin", "marge basse"),
	STYLE("header", "9", "12", "400", "muted", "header", "en-tête"),
	LENGTH("report.header.y", "40", "header, from the top", "en-tête, depuis le haut"),
	LENGTH("report.header.rule", "0.5", "header: thickness of its rule", "en-tête : épaisseur du filet"),
	LENGTH("report.header.rule-y", "57", "header: its rule, from the top", "en-tête : filet, depuis le haut"),
	STYLE("footer", "9", "12", "400", "muted", "footer", "pied de page"),
	LENGTH("report.footer.rule", "0.5", "footer: thickness of its rule", "pied de page : épaisseur du filet"),
	LENGTH("report.footer.rule-y", "792", "footer: its rule, from the top", "pied de page : filet, depuis le haut"),

	LENGTH("report.cover.height", "560", "cover: height of the coloured block",
	       "couverture : hauteur du bloc coloré"),
	LENGTH("report.cover.tick-y", "97", "cover: tick, from the top", "couverture : tiret, depuis le haut"),
	LENGTH("report.cover.tick-width", "72", "cover: width of the tick", "couverture : largeur du tiret"),
	LENGTH("report.cover.tick-height", "5", "cover: height of the tick", "couverture : hauteur du tiret"),
	LENGTH("report.cover.ornament-x", "386", "cover: foot of the ornament, from the left",
	       "couverture : pied de l'ornement, depuis la gauche"),
	LENGTH("report.cover.ornament-y", "562", "cover: foot of the ornament, from the top",
	       "couverture : pied de l'ornement, depuis le haut"),
	LENGTH("report.cover.ornament-rx", "176", "cover: half width of the ornament",
	       "couverture : demi-largeur de l'ornement"),
	LENGTH("report.cover.ornament-ry", "276", "cover: height of the ornament",
	       "couverture : hauteur de l'ornement"),
	STYLE("cover-type", "14", "18", "700", "on-primary-2", "cover: type of document",
	      "couverture : type de document"),
	STYLE("cover-title", "34", "40", "900", "on-primary", "cover: title", "couverture : titre"),
	STYLE("cover-subtitle", "20", "26", "700", "primary", "cover: subtitle", "couverture : sous-titre"),
	STYLE("cover-summary", "14", "20", "400", "ink", "cover: summary", "couverture : résumé"),
	STYLE("cover-date", "11", "16", "400", "ink", "cover: date and publisher", "couverture : date et éditeur"),

	STYLE("body", "11", "16", "400", "ink", "text", "texte"),
	LENGTH("report.body.after", "8", "text: space after a paragraph", "texte : espace après un paragraphe"),
	NUMBER("report.body.widows", "2", "lines", 1, 10, "text: lines at least at the top of a page",
	       "texte : lignes au moins en haut d'une page"),
	NUMBER("report.body.orphans", "2", "lines", 1, 10, "text: lines at least at the foot of a page",
	       "texte : lignes au moins en bas d'une page"),
	FLAG("report.body.hyphenation", "yes", "text: words may be divided", "texte : les mots peuvent être coupés"),
	NUMBER("report.body.hyphen-letters", "4", "letters", 1, 20, "text: letters at least on either side of a hyphen",
	       "texte : lettres au moins de part et d'autre d'une coupure"),
	NUMBER("report.body.hyphen-lines", "3", "lines", 0, 20, "text: hyphens in a row at most",
	       "texte : coupures de suite au plus"),
	FLAG("report.links.underlined", "yes", "links are underlined", "liens soulignés"),
	COLOUR_NAME("report.links.colour", "primary", "links: colour", "liens : couleur"),
	STYLE("heading-1", "24", "30", "700", "primary", "heading 1", "titre 1"),
	LENGTH("report.heading-1.before", "0", "heading 1: space before", "titre 1 : espace avant"),
	LENGTH("report.heading-1.after", "12", "heading 1: space after", "titre 1 : espace après"),
	FLAG("report.heading-1.page-break", "yes", "heading 1: begins a page", "titre 1 : commence une page"),
	STYLE("heading-2", "16", "20", "700", "primary", "heading 2", "titre 2"),
	LENGTH("report.heading-2.before", "22", "heading 2: space before", "titre 2 : espace avant"),
	LENGTH("report.heading-2.after", "8", "heading 2: space after", "titre 2 : espace après"),
	FLAG("report.heading-2.page-break", "no", "heading 2: begins a page", "titre 2 : commence une page"),
	STYLE("heading-3", "12.5", "16", "700", "primary", "heading 3", "titre 3"),
	LENGTH("report.heading-3.before", "16", "heading 3: space before", "titre 3 : espace avant"),
	LENGTH("report.heading-3.after", "4", "heading 3: space after", "titre 3 : espace après"),
	FLAG("report.heading-3.page-break", "no", "heading 3: begins a page", "titre 3 : commence une page"),
	STYLE("heading-4", "11", "16", "700", "primary", "heading 4", "titre 4"),
	LENGTH("report.heading-4.before", "12", "heading 4: space before", "titre 4 : espace avant"),
	LENGTH("report.heading-4.after", "4", "heading 4: space after", "titre 4 : espace après"),
	FLAG("report.heading-4.page-break", "no", "heading 4: begins a page", "titre 4 : commence une page"),

	LENGTH("report.list.indent", "18", "list: text of the first level", "liste : texte du premier niveau"),
	LENGTH("report.list.indent-2", "36", "list: text of the second level", "liste : texte du deuxième niveau"),
	LENGTH("report.list.after", "3", "list: space after an item", "liste : espace après un élément"),
	LENGTH("report.list.after-last", "8", "list: space after the last item",
	       "liste : espace après le dernier élément"),
	COLOUR_NAME("report.list.bullet-colour", "accent", "list: bullets", "liste : puces"),

	STYLE("table", "10", "13.5", "400", "ink", "table", "tableau"),
	LENGTH("report.table.padding", "5", "table: above and below the text of a cell",
	       "tableau : au-dessus et au-dessous du texte d'une cellule"),
	LENGTH("report.table.padding-side", "6", "table: beside the text of a cell",
	       "tableau : à côté du texte d'une cellule"),
	LENGTH("report.table.rule", "0.5", "table: rules between rows", "tableau : filets entre les lignes"),
	LENGTH("report.table.rule-last", "1", "table: rule under the last row",
	       "tableau : filet sous la dernière ligne"),
	LENGTH("report.table.rule-header", "1", "table: rule under the header", "tableau : filet sous l'en-tête"),
	COLOUR_NAME("report.table.header-colour", "primary", "table: header", "tableau : en-tête"),
	COLOUR_NAME("report.table.header-fill", "tint", "table: ground of the header", "tableau : fond de l'en-tête"),
	STYLE("caption", "10", "14", "400", "ink", "caption", "intitulé"),
	LENGTH("report.caption.after", "6", "caption: space after", "intitulé : espace après"),
	STYLE("source", "9", "12", "400", "muted", "source", "source"),
	LENGTH("report.source.after", "18", "source: space after", "source : espace après"),

	STYLE("key", "11", "16", "700", "primary", "key message", "message clé"),
	LENGTH("report.key.rule-above", "2", "key message: rule above", "message clé : filet au-dessus"),
	LENGTH("report.key.rule-below", "0.75", "key message: rule below", "message clé : filet au-dessous"),
	LENGTH("report.key.padding", "6", "key message: between rules and text", "message clé : entre filets et texte"),
	LENGTH("report.key.around", "12", "key message: space before and after", "message clé : espace avant et après"),
	STYLE("quote", "12", "18", "400", "ink", "quote", "citation"),
	LENGTH("report.quote.indent", "24", "quote: indents", "citation : retraits"),
	FLAG("report.quote.italic", "yes", "quote: italic", "citation : italique"),
	STYLE("code", "9.5", "13", "400", "ink", "code", "code"),
	STYLE("note", "9", "12", "400", "ink", "footnote", "note de bas de page"),
	LENGTH("report.note.between", "3", "footnotes: space between", "notes de bas de page : espace entre elles"),
	LENGTH("report.note.separator", "100", "footnotes: length of the rule above them",
	       "notes de bas de page : longueur du filet"),
	LENGTH("report.note.rule", "0.5", "footnotes: thickness of the rule",
	       "notes de bas de page : épaisseur du filet"),
	STYLE("contents", "11", "16", "400", "ink", "contents", "sommaire"),
	LENGTH("report.contents.before", "8", "contents: space before a chapter",
	       "sommaire : espace avant un chapitre"),
	LENGTH("report.contents.indent", "18", "contents: indent of the second level",
	       "sommaire : retrait du deuxième niveau"),
};

/* clang-format on */

ramure_rows ramure_theme_keys(void)
{
	return (ramure_rows)RAMURE_ROWS(keys);
}
