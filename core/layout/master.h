/* master.h: what stands at the same place on every page: kicker, title, source, key message, footer. */
#ifndef RAMURE_MASTER_H
#define RAMURE_MASTER_H

#include "core/layout/fit.h"
#include "core/layout/page.h"

/* The least height of a body: less is an error.  What "n / N" takes of a footer, with the space before it. */
enum { LEAST_CONTENT = 96, NUMBER_ROOM = 84 };

/* What all pages of a deck say, and what only the count of pages tells. */
typedef struct foot {
	ramure_text credit;   /* at left */
	ramure_text date;     /* at right */
	ramure_text embargo;  /* NULL when nothing is held back */
	ramure_text total;    /* "/ 21" */
	size_t pages;         /* 0 until they are counted */
	const size_t *breaks; /* pages where parts begin */
	size_t break_count;
} foot;

/* What stands around the body on all pages of a slide. */
typedef struct head {
	const ramure_node *slide;
	const ramure_node *source, *key; /* its first source, of which it may have several; NULL for none */
	ramure_text kicker, title;
	ramure_text suite; /* "(suite)", when the slide takes several pages */
	ramure_style kicker_style, title_style;
	double kicker_width, title_width;
	double title_top, content_top;
	double suite_x, suite_y; /* where it stands, from the page's left edge and the title's top */
} head;

/* `continued`: room is kept for "(suite)" behind the title's last line. */
head master_head(ramure_canvas *canvas, const foot *f, const ramure_node *slide, ramure_text kicker, ramure_text title,
		 bool continued);
/* `level` is that of the title; on a page after the first, all of it is said again. */
void master_draw_head(ramure_canvas *canvas, const head *h, int level, bool repeated);

/* The zone that head, source and key message leave to the body. */
fit_zone master_zone(ramure_canvas *canvas, const head *h);
/* The sources and the key message of a slide; the latter, and sources that are more than repeated, on the last page. */
void master_draw_end(ramure_canvas *canvas, const head *h, bool last);
/* Says what is too long to look well, once for each slide; answers whether it leaves room for the body. */
bool master_advise(ramure_canvas *canvas, const head *h);

/* The credit as it fits the footer of the format in use, and the rest of `f` but pages and breaks. */
foot master_foot(ramure_canvas *canvas, const ramure_node *document);
/* Footer and progress; only slides show the date, and parts as gaps. */
void master_draw_foot(ramure_canvas *canvas, const foot *f, size_t page, bool slide);
/* `said`: it is text on the first page, decoration on the others. */
void master_draw_embargo(ramure_canvas *canvas, const foot *f, bool said);
/* The left edge of the label; the page's right edge when there is none. */
double master_embargo_left(ramure_canvas *canvas, const foot *f);

#endif
