/* deck.h: a deck while its pages are planned and made. */
#ifndef RAMURE_DECK_H
#define RAMURE_DECK_H

#include "core/layout/layout.h"
#include "core/layout/master.h"
#include "core/layout/places.h"

typedef enum page_kind { PAGE_COVER, PAGE_PARTNERS, PAGE_DIVIDER, PAGE_SLIDE, PAGE_CLOSING } page_kind;

/* What the pages of one slide, divider or cover share. */
typedef struct sheet {
	page_kind kind;
	const ramure_node *node; /* DOCUMENT, CHAPTER, PART, SLIDE or CLOSING */
	ramure_text kicker;
	const ramure_node *heading; /* NULL when there is none */
	int level;                  /* of the heading, as pages nest */
	size_t number, count;       /* of a divider or a chapter's cover: k of n */
	const fit_plan *fit;        /* of a body */
	const struct partner_wall *partners;
	fit_zone zone;
	head head;
	size_t pieces;
	const ramure_node *spoken; /* the slide whose speaker notes go with it, or NULL */
} sheet;

typedef struct page_plan {
	const sheet *sheet;
	size_t piece;
	size_t slide; /* its number among the slides, from 0: pages of notes may be more */
	/* Of a page of notes: */
	const ramure_node *notes; /* NULL for none */
	const fit_plan *notes_fit;
	size_t notes_piece;
	bool repeated; /* the slide's picture stands on a page before, too */
} page_plan;

struct ramure_deck {
	ramure_ctx *ctx;
	const ramure_node *document;
	structure *structure;
	uint32_t root;
	places places;
	page_plan *plans;
	size_t count;
	ramure_outline_entry *outline;
	size_t outline_count;
	size_t *breaks; /* pages where parts begin */
	foot foot;
	bool closes; /* there is a closing page, which says the contact */
	bool with_notes;
	arena *page_arena; /* what lives as long as one page */
	arena_mark page_start;
	ramure_page page;
};

/* deck_plan.c: the first pass: which pages there are, what each one holds; from the beginning each time. */
void deck_plan(ramure_deck *deck);
/* The contents that a slide shows, or NULL. */
const ramure_node *deck_contents(const ramure_node *slide);
/* Makes the marks of one page of slides. */
void deck_draw(ramure_deck *deck, display_list *list, const page_plan *plan);
/* The element that a page's marks stand in: its slide's, in those of the parts and chapters around it. */
uint32_t deck_element(ramure_deck *deck, const sheet *s);

/* notes.c: turns planned slides into pages of notes, each with its slide's picture. */
void deck_add_notes(ramure_deck *deck);
void deck_draw_notes(ramure_deck *deck, display_list *list, const page_plan *plan, ramure_colour ground);
ramure_box deck_notes_page(void);

/* cover.c */
bool cover_wanted(const ramure_node *document);
/* What the cover says as its title: the subtitle or the event when there is none.  NULL when it has nothing to say. */
const ramure_node *cover_heading(const ramure_node *document);
/* Reports what the cover cannot hold.  `contact`: there is no closing page to say it. */
void cover_check(ramure_canvas *canvas, const sheet *s, bool contact);
/* Answers whether a footer belongs on it. */
bool cover_draw(ramure_canvas *canvas, const sheet *s, bool contact);

/* divider.c */
void divider_check(ramure_canvas *canvas, const sheet *s);
void divider_draw(ramure_canvas *canvas, const sheet *s);

/* closing.c */
void closing_plan(ramure_canvas *canvas, const ramure_node *document, sheet *s);
void closing_draw(ramure_canvas *canvas, const ramure_node *document, const sheet *s, size_t piece);

#endif
