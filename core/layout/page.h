/* page.h: the geometry that all pages share, and a page while it is made. */
#ifndef RAMURE_PAGE_H
#define RAMURE_PAGE_H

#include "core/layout/canvas.h"

/* The page's width and height, its right edge of text, and how far its width is from 960, on which places are given. */
typedef struct page_frame {
	double width, height, left, right, stretch;
} page_frame;

page_frame page_frame_of(const ramure_canvas *canvas);
/* Where the theme puts what stands at the same place on every page. */
const page_master *page_master_of(const ramure_canvas *canvas);

/* A role in a colour. */
ramure_style page_style(ramure_role role, ramure_colour colour);
/* The title of a part or of the closing page: its role, or smaller when it takes more than four lines. */
ramure_style page_part_title(ramure_canvas *canvas, ramure_text title, double width);
/* Whether a line of the text, set so, ends with a word that calls for the next one. */
bool page_clings(ramure_canvas *canvas, ramure_text text, ramure_style style, double width);
/* A text in an element of its own, below the one that is open; `key` is the text's address.  What the program says is
 * made anew whenever its page is, and needs a key of its own. */
ramure_text_size page_text_as(ramure_canvas *canvas, ramure_tag tag, size_t key, ramure_text text, ramure_style style,
			      double x, double y, double width);
ramure_text_size page_text(ramure_canvas *canvas, ramure_tag tag, ramure_text text, ramure_style style, double x,
			   double y, double width);
/* A heading of that level, in an element that bears its words as title. */
ramure_text_size page_heading(ramure_canvas *canvas, int level, ramure_text text, ramure_style style, double x,
			      double y, double width);
/* The tick that comes in from the page's left edge. */
void page_tick(ramure_canvas *canvas, double top);
/* The same beside a text whose box begins at `top`: in the middle of its first line. */
void page_tick_beside(ramure_canvas *canvas, ramure_style style, double top);
void page_rect(ramure_canvas *canvas, double x, double y, double width, double height, ramure_colour colour);

/* Two texts as one: "a. b"; either may be NULL. */
ramure_text text_join(ramure_ctx *ctx, ramure_text a, const char *between, ramure_text b);
/* A kicker or title without its place in a series, "(1/3)"; the text itself when it has none. */
ramure_text text_without_place(ramure_ctx *ctx, ramure_text a);
/* A text whose line breaks are spaces; the text itself when it has none. */
ramure_text text_in_one_line(ramure_ctx *ctx, ramure_text a);
/* What stands between two sentences when the first may have its stop already. */
const char *text_stop(ramure_ctx *ctx, ramure_text a);

#endif
