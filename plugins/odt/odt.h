/* odt.h: a report while it is written: the body, what it numbers, what it gathers for the other parts of the package.
 */
#ifndef ODT_H
#define ODT_H

#include "xml.h"

/* A heading that the contents show. */
typedef struct odt_heading {
	const ramure_node *node; /* HEADING */
	int level;
	size_t number; /* of its bookmark */
} odt_heading;

/* A picture of the package: "Pictures/3.png". */
typedef struct odt_picture {
	const ramure_image *image;
} odt_picture;

typedef struct odt {
	ramure_ctx *ctx;
	const ramure_node *document;
	const ramure_node *closing; /* NULL when there is none */
	xml body;
	xml automatic; /* styles of tables and of pages that begin, which readers take from content.xml only */
	odt_heading *headings;
	size_t heading_count, heading_capacity;
	const ramure_node **targets; /* what links inside the document lead to, sorted */
	size_t target_count;
	odt_picture *pictures;
	size_t picture_count, picture_capacity;
	const char **graphic_styles; /* names of the paints that drawings use */
	size_t graphic_style_count, graphic_style_capacity;
	size_t tables, figures, drawings, notes;
	bool has_parts; /* chapters are parts; else slides are chapters */
	bool landscape; /* the page in force */
	bool turned;    /* the next heading begins a page of the other orientation */
	int titled;     /* 1 when the title is the first heading of all: the report's are counted below it */
	int depth;      /* of the headings around */
	int list_depth;
} odt;

/* Doubles an array of the conversion's memory when it is full; answers its place. */
void *odt_grow(ramure_ctx *ctx, void *array, size_t count, size_t *capacity, size_t size);

/* document.c */
void odt_write_body(odt *o);
/* headings.c */
void odt_gather_targets(odt *o);
void odt_heading_put(odt *o, const ramure_node *heading, int level);
void odt_bookmark(odt *o, const ramure_node *node); /* when a link leads to it */
void odt_contents(odt *o, xml *out);
/* front.c */
void odt_cover(odt *o, xml *out);
/* blocks.c */
void odt_blocks(odt *o, const ramure_node *parent);
void odt_block(odt *o, const ramure_node *node);
void odt_paragraph(odt *o, const char *style, const ramure_node *inlines);
/* inlines.c */
void odt_inlines(odt *o, xml *out, const ramure_node *parent);
/* tables.c */
void odt_table(odt *o, const ramure_node *table);
void odt_caption(odt *o, const ramure_node *caption, bool of_table);
/* drawings.c */
void odt_image(odt *o, xml *x, const ramure_node *image, double width);
void odt_figure(odt *o, const ramure_node *figure);
void odt_page_shapes(odt *o, xml *out, const ramure_page *page, double x, double y);
/* styles.c, styles_text.c, styles_page.c */
ramure_str odt_styles(odt *o);
void odt_text_styles(odt *o, xml *x);
void odt_page_layouts(odt *o, xml *x);
void odt_master_pages(odt *o, xml *x);
/* parts.c */
ramure_str odt_content(odt *o);
ramure_str odt_meta(odt *o);
ramure_str odt_settings(odt *o);
void odt_namespaces(xml *x);
void odt_font_faces(odt *o, xml *x);
/* package.c */
ramure_status odt_package(odt *o, ramure_str content, ramure_str styles, ramure_sink *sink);

/* "fr" and "FR" of the document's language. */
ramure_str odt_language(odt *o);
const char *odt_country(odt *o);
/* The colour that a theme key names. */
ramure_rgb odt_colour(odt *o, const char *key);
/* The width of the text, in points, on the page in force. */
double odt_text_width(const odt *o);

#endif
