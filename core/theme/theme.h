/* theme.h: a theme folder, read and checked; the styles of roles; the fonts they need. */
#ifndef RAMURE_THEME_H
#define RAMURE_THEME_H

#include "core/ramure.h"

/* A page format: sizes of a page and its grid, in points. */
typedef struct page_format {
	ramure_str name; /* "16:9" */
	double width, height;
	double margin;
	int columns;
	double column, gutter;
} page_format;

/* Where the master stands, in points: from the page's top, or from its bottom where the name says so. */
typedef struct page_master {
	double tick_top, tick_width, tick_height;
	double kicker_top;
	double title_top;
	double content_top;           /* under a title of one line */
	double content_top_two_lines; /* under one of two */
	double content_bottom;        /* from the bottom: where the content ends when there is no band */
	double key_bottom;            /* from the bottom: where the band ends */
	double key_padding;           /* above and below its text */
	double footer_bottom;         /* from the bottom: where the footer begins */
	double progress_height;       /* at the page's foot */
	double progress_gap;          /* the white where a part begins */
	double embargo_top, embargo_height;
	double cover_tick_top, cover_title_top; /* of covers, dividers and the closing page */
	double cover_strip;                     /* from the bottom: the white strip of a cover */
} page_master;

typedef struct role_style {
	double size, leading;
	int weight; /* 300, 400, 700, 900 */
	bool italic;
	ramure_colour colour;
} role_style;

/* A key of theme.yaml with its value. */
typedef struct theme_value {
	const char *key;
	double number;
	ramure_str text;
} theme_value;

struct theme {
	ramure_str name;
	ramure_str folder;
	ramure_str family;    /* "Lato" */
	ramure_str monospace; /* of code */
	const ramure_str *fallbacks;
	size_t fallback_count;
	const ramure_str *versions; /* "Lato 2.007": the font files that the theme was made with */
	size_t version_count;
	page_format format; /* the one in use */
	page_master master;
	ramure_rgb colours[RAMURE_COLOURS];
	role_style roles[RAMURE_ROLES];
	bool filled; /* bands and covers are filled with the primary colour; false for a theme that prints */
	ramure_colour link_colour; /* of links in text of the ink's colour, or muted */
	bool link_underlined;
	const theme_value *values; /* sorted by key */
	size_t value_count;
};

/* Loads the theme that the command, the front matter or the default ("collectif") names, for the format asked. */
const struct theme *theme_load(ramure_ctx *ctx, ramure_string name, ramure_string format);

#endif
