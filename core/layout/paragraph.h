/* paragraph.h: a text shaped once, then broken into lines as often as layout asks. */
#ifndef RAMURE_PARAGRAPH_H
#define RAMURE_PARAGRAPH_H

#include "core/theme/fonts.h"

/* How a paragraph is set.  `scale` multiplies size and leading (never under 12 pt). */
typedef struct paragraph_style {
	role_style role;
	double scale;
	ramure_colour colour;
	ramure_align align;
	bool balanced; /* lines of like length, up to four; else best fit over the whole paragraph */
} paragraph_style;

/* A shaped text: glyphs in font units, break opportunities, inline properties (bold, links, superscripts, marks). */
typedef struct paragraph paragraph;

/* A line: which glyphs, how wide. */
typedef struct paragraph_line {
	uint32_t first, count; /* glyphs */
	double width;
	bool hyphenated;
} paragraph_line;

typedef struct paragraph_lines {
	const paragraph_line *lines;
	size_t count;
	double width;    /* of the longest */
	bool clings;     /* a line ends with a word that calls for the next one: "le", "à la" */
	double leading;  /* scaled */
	double baseline; /* of the first line, from the top */
} paragraph_lines;

/* Shapes the inlines below `text`, or a block of code with its lines; of a status mark its words, without the
 * shape that a pill draws itself.  The same text in the same weight and slant is shaped once a conversion, so that a
 * node must not change any more. */
const paragraph *paragraph_shape(ramure_ctx *ctx, const ramure_node *text, const paragraph_style *style);
/* Forgets what was shaped: texts have changed since. */
void paragraph_forget(ramure_ctx *ctx);
/* The same between slides, when it has become much: a long deck shapes its texts again when it draws them rather than
 * keep them all.  What was shaped before must not be used any more. */
void paragraph_forget_many(ramure_ctx *ctx);
/* Breaks it into `width` (<= 0: one line, but for asked breaks).  Results are remembered. */
const paragraph_lines *paragraph_break(ramure_ctx *ctx, const paragraph *p, const paragraph_style *style, double width);
/* Whether its lines begin at the right: those of a language that runs leftward, and in any language a paragraph whose
 * words do.  Numbers alone go with what stands `around`. */
bool paragraph_at_right(const paragraph *p, bool around);
/* The widest part that no break should divide; lines narrower than it break inside words. */
double paragraph_min_width(const paragraph *p, const paragraph_style *style);

/* Where lines are put: the display list of a page. */
typedef struct display_list display_list; /* layout/display.h */
/* Puts lines [from, to) with their box's top left corner at (x, y), for text aligned in `width`; text belongs to
 * `element`, or to child elements of it for links, notes, code and foreign words.  Links into the deck get their mark
 * once their page is known; in artifacts they are words. */
void paragraph_put(ramure_ctx *ctx, display_list *page, uint32_t element, const paragraph *p,
		   const paragraph_lines *lines, const paragraph_style *style, size_t from, size_t to, double x,
		   double y, double width);

#endif
