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
