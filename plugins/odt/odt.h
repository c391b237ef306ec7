/* odt.h: a report while it is written: the body, what it numbers, what it gathers for the other parts of the package.
 */
#ifndef ODT_H
#define ODT_H

#include "xml.h"

/* A heading as it was written. */
typedef struct odt_heading {
	const ramure_node *node; /* HEADING */
	int level;
	const char *bookmark; /* around its words */
} odt_heading;

/* A caption as it was written. */
typedef struct odt_caption {
	const ramure_node *node; /* CAPTION */
	const char *word;        /* "Tableau" */
	bool of_table;
	const char *bookmark;
} odt_caption;

/* What a link leads to. */
typedef struct odt_target {
	const ramure_node *node;
	const char *bookmark; /* a name that no other target has */
	bool put;
} odt_target;

/* A picture of the package: "Pictures/3.png". */
typedef struct odt_picture {
	const ramure_image *image;
} odt_picture;

/* A file of the package. */
typedef struct odt_file {
	ramure_str name, bytes;
	const xml *text; /* what it holds instead of `bytes`, or NULL */
	const char *media_type;
	bool stored; /* is compressed already */
} odt_file;

/* A font of the package. */
typedef struct odt_font {
	const ramure_font *font;
	const char *file; /* "Fonts/1.ttf" */
	size_t face;      /* row of the table of faces */
} odt_font;

/* What the front matter or the command asks of the report. */
typedef struct odt_options {
	ramure_span at;
	ramure_path reference; /* a template: reference.h */
	ramure_flag embed_fonts;
} odt_options;

typedef struct reference reference;

typedef struct odt {
	ramure_ctx *ctx;
	const odt_options *options;
	reference *reference; /* NULL without a template */
	const ramure_node *document;
	const ramure_node *closing; /* the last one; NULL when there is none */
	ramure_str lang;            /* the document's */
	ramure_str foreign;         /* that of the chapter that is being written, empty when it is the document's */
	xml out;                    /* the part of the text that is being written: cover, contents or body */
	xml automatic; /* styles of tables and of pages that begin, which readers take from content.xml only */
	xml derived;   /* named styles that the text asks for, for styles.xml */
	const char **automatic_names; /* of both */
	size_t automatic_count;
	odt_heading *headings;
	size_t heading_count;
	odt_caption *captions;
	size_t caption_count;
	odt_target *targets; /* in the order of their nodes' addresses */
	size_t target_count;
	const char **waiting; /* bookmarks of what has begun, for the next paragraph */
	size_t waiting_count;
	bool *noted; /* by number: the note has been written, further calls refer to it */
	size_t note_count;
	odt_picture *pictures;
	size_t picture_count;
	odt_font fonts[8]; /* that are put into the package: of each face its cuts (fonts.c) */
	size_t font_count;
	odt_file *files; /* of the package, beside its XML parts and pictures */
	size_t file_count;
	size_t tables, drawings, frames;
	double cell_size;   /* of words in tables, as estimates take it; 0 until the first table */
	double title_scale; /* of the cover's title, which the theme sets too large for this one; 0 when it does not */
	bool has_parts;     /* chapters are parts; else slides are chapters */
	bool has_headings;  /* there is something for the contents to list */
	bool landscape;     /* the page in force */
	const char *turn;   /* the page style that the next paragraph or table begins, or NULL */
	bool kept;          /* the next paragraph stays with what follows it */
	bool dense;         /* the table that is being written is set smaller: no page is as wide as its words */
	bool any_dense;
	double room; /* points between the sides of the cell that is being written, 0 outside tables */
	int depth;   /* of the heading before */
	int list_depth;
	bool in_note;
	bool display;  /* in large words: short ones stay with what they call for */
	bool leftward; /* the document's language is */
} odt;

/* document.c */
void odt_write_body(odt *o);
/* headings.c */
void odt_heading_put(odt *o, const ramure_node *heading, bool begins_page);
/* chapter.c */
void odt_chapter_front(odt *o, const ramure_node *chapter);
/* targets.c */
void odt_gather(odt *o);                                /* what must be known before the first word is written */
void odt_target_begin(odt *o, const ramure_node *node); /* a bookmark for the next paragraph when a link leads there */
void odt_targets_put(odt *o);                           /* the bookmarks that wait, into the open paragraph */
const char *odt_target_bookmark(const odt *o, const ramure_node *node);
/* Where a section of that number has its bookmark. */
const char *odt_section_bookmark(odt *o, ramure_str number);
/* contents.c */
void odt_contents(odt *o);
/* cover.c */
void odt_cover(odt *o);
bool odt_has_cover(const odt *o);
/* cover_ground.c: the block of that height, the tick and the ornament, one decoration behind the text; the ornament stays
 * away where it would meet the title, which ends there */
void odt_cover_ground(odt *o, double height, double title_end);
/* blocks.c */
void odt_blocks(odt *o, const ramure_node *parent);
void odt_block(odt *o, const ramure_node *node);
void odt_paragraph(odt *o, const char *style, const ramure_node *inlines);
/* The same for what stands in a line or two and should end well: a message, a source. */
void odt_display_paragraph(odt *o, const char *style, const ramure_node *inlines);
/* Opens a paragraph in a style, which turns the page when it must. */
void odt_paragraph_begin(odt *o, const char *style);
/* The same for the last paragraph of a block, which stays with what may not be parted from it. */
void odt_paragraph_of(odt *o, const char *style, const ramure_node *block);
/* inlines.c */
void odt_inlines(odt *o, const ramure_node *parent);
/* The same in what stands alone in a line or two: titles, headings, messages, captions, whose lines end well. */
void odt_display_inlines(odt *o, const ramure_node *parent);
/* tables.c */
void odt_table(odt *o, const ramure_node *table);
void odt_caption_put(odt *o, const ramure_node *caption, bool of_table);
/* columns.c */
typedef struct odt_need {
	double least;   /* what it cannot do without: its longest word */
	double natural; /* its longest cell on one line */
} odt_need;
odt_need odt_cell_need(odt *o, const ramure_node *cell);
/* The widths of a table's columns, with what is at the sides of their words; answers whether it must be set smaller. */
bool odt_columns(odt *o, const ramure_node *table, double *widths);
/* At the sides of the cells of a table that is set smaller, in points. */
enum { ODT_DENSE_PADDING = 4 };
double odt_cell_padding(odt *o);
/* Whether an upright page would part the words of one of its tables. */
bool odt_is_crowded(odt *o, const ramure_node *slide);
/* The row from a node on, or NULL. */
const ramure_node *odt_row_from(const ramure_node *node);
/* pictures.c */
void odt_image(odt *o, const ramure_node *image);
/* The image among the words of a partner, described by them; nothing without one. */
void odt_logo(odt *o, const ramure_node *owner, double height);
void odt_image_href(odt *o, const ramure_image *image); /* which file of the package a frame shows */
/* drawings.c: an image or a figure that stands alone, with its caption and its source */
void odt_figure(odt *o, const ramure_node *figure);
/* shapes.c: into the open group, each length multiplied by `scale`; `title` is said of each shape, NULL for what it
 * is */
void odt_page_shapes(odt *o, const ramure_page *page, double scale, const char *title);
/* shape_styles.c: the automatic style of a shape that nobody sees */
const char *odt_unseen_style(odt *o);
/* keep.c: whether the last paragraph of a block may not be parted from what follows it */
bool odt_keeps(const odt *o, const ramure_node *node);
/* automatic.c: names of styles that content.xml declares */
const char *odt_turned_style(odt *o, const char *style);
bool odt_automatic_new(odt *o, const char *name); /* true once; of derived styles too */
/* A heading's: in its language, and on a new page ("page") or not ("auto") whatever the style says, unless NULL. */
const char *odt_heading_style(odt *o, const char *style, const char *page_break);
/* `master` may be NULL; a table that is `whole` stands on one page with what follows it. */
void odt_table_style(xml *x, const char *name, const char *master, bool whole);
/* derived.c: the name of the style that the next paragraph has, in its language and kept with what follows it */
const char *odt_derived_style(odt *o, const char *style);
/* widths.c: estimates, for the reader's program sets the text, not we */
double odt_text_estimate(ramure_str text, double size, bool bold);
double odt_word_estimate(ramure_str text, double size, bool bold);
double odt_cell_size(odt *o); /* of a cell's words; a font with wide letters counts as a larger one */
void odt_settle_widths(const odt_need *needs, double *widths, size_t count, double total);
/* styles.c */
ramure_str odt_styles(odt *o);
/* A style of a family, with what people call it and its parent, which may be NULL; its other attributes follow. */
void odt_style_open(xml *x, const char *family, const char *name, const char *shown, const char *parent);
void odt_cover_place(xml *x); /* where the cover's ground stands, as properties of a style */
/* The colour of titles and strong rules: the theme's, or that of a template's headings. */
ramure_rgb odt_primary(odt *o);
/* The colour that a theme key names. */
ramure_rgb odt_colour(odt *o, const char *key);
/* styles_text.c */
void odt_text_styles(odt *o, xml *x);
const char *odt_style_shown(const char *name); /* what people call a style, in French where LibreOffice does */
/* styles_table.c: those of all tables, for content.xml: readers take them from nowhere else */
void odt_table_styles(odt *o, xml *x);
/* styles_page.c */
void odt_page_layouts(odt *o, xml *x);
void odt_master_pages(odt *o, xml *x);
/* The width of the text, in points, on the page in force; what an image may take there or in a cell, and how high it
 * may be with its caption. */
double odt_text_width(const odt *o);
double odt_room(const odt *o);
double odt_room_height(const odt *o);
/* parts.c */
xml odt_content(odt *o);
ramure_str odt_meta(odt *o);
ramure_str odt_settings(odt *o);
void odt_namespaces(xml *x);
/* fonts.c */
void odt_font_faces(odt *o, xml *x);
void odt_fonts_embed(odt *o); /* adds the files of those that may be embedded */
/* One font of a collection (.ttc) as a file of its own; any other file as it is. */
ramure_str odt_font_alone(ramure_ctx *ctx, ramure_str file, uint32_t index);
bool odt_font_may_be_embedded(ramure_str font); /* what the bytes of a TrueType or OpenType file say */
/* package.c */
/* A file of the package beside its XML parts.  `name` and `bytes` live as long as the conversion. */
void odt_file_add(odt *o, ramure_str name, ramure_str bytes, const char *media_type, bool stored);
ramure_status odt_package(odt *o, const xml *content, ramure_str styles, ramure_sink *sink);
/* language.c: "fr" and "FR" of a tag ("fr", "fr-FR"); `tag` is a text of the conversion */
ramure_str odt_language(ramure_str tag);
const char *odt_country(ramure_ctx *ctx, ramure_str tag);
void odt_language_attrs(ramure_ctx *ctx, xml *x, ramure_str tag); /* into the text properties that are open */
/* What is written from now on is in the language of the chapter in which a node stands. */
void odt_speak(odt *o, const ramure_node *node);

#endif
