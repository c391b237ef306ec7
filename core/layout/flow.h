/* flow.h: blocks poured into a box: place what fits from a position, answer the height used and where to go on.
 *
 * Every kind of block has one such function, for measuring (canvas->list->measuring) and for drawing alike, so that
 * what was measured is what is drawn.  Nothing here recurses deeper than FLOW_DEEPEST blocks. */
#ifndef RAMURE_FLOW_H
#define RAMURE_FLOW_H

#include "core/layout/fit.h"

/* Inside which child of a container, and where inside it.  NULL is the beginning, FLOW_END the end. */
struct position {
	const ramure_node *node;      /* the block, item, row or first column of a row that goes on */
	size_t line;                  /* of a text; a figure's own cursor */
	const position *inner;        /* inside `node` */
	const position *const *cells; /* of the cells of a row or the columns of a grid's row, one each; or NULL */
	/* Of a table that goes on by columns: those of the part under way, [first, end); `node` is NULL at its
	 * beginning.  Else both are 0. */
	uint32_t first_column, end_column;
};

extern const position flow_end;
#define FLOW_END (&flow_end)

/* A list and its item are two: this is more than a source can nest. */
enum { FLOW_DEEPEST = 240 };
/* A height that no page has: to learn how high a block is when nothing cuts it. */
#define FLOW_UNLIMITED 1e6
/* Half a hundredth of a point: sums of heights are not exact. */
#define FLOW_SLACK 0.005

/* A box to fill.  `fresh`: nothing stands above in a box that is as high as a page; what does not fit here fits
 * nowhere, so something of it must be placed. */
typedef struct room {
	double x, y, width, height;
	bool fresh;
} room;

/* `next` is `from` itself when nothing could be placed (the height is then 0), FLOW_END when all was. */
typedef struct placed {
	double height;
	const position *next;
} placed;

/* What was learnt about a body at one scale: heights, column widths of tables. */
typedef struct flow_memory flow_memory;

/* What waits for the next page rather than be parted. */
typedef enum flow_keep {
	FLOW_PARTS,          /* nothing but what may not be parted */
	FLOW_KEEPS_BLOCKS,   /* blocks that a page can hold */
	FLOW_KEEPS_SECTIONS, /* and sections, even those that no page can hold */
} flow_keep;

/* How blocks are set.  Passed down by value with changes. */
typedef struct flow {
	ramure_canvas *canvas;
	flow_memory *memory;
	double gaps;   /* between groups: 1, or less when tightened */
	double images; /* the same for the size of images */
	double page;   /* the height of a page's whole content */
	int columns;   /* 2 for lists and prose set in two columns, and sections in rows */
	unsigned rows; /* bit i: section i begins a row; 0 for the division that is the lowest */
	/* for texts */
	ramure_role role; /* of plain paragraphs: body on a slide, cell in a column… */
	ramure_colour colour;
	bool coloured, strong;
	ramure_align align;
	double measure;           /* the widest that a text of the slide is set; 0 for any */
	const ramure_node *lead;  /* the paragraph that is set as a lead */
	const ramure_node *bold;  /* the paragraph that is set bold */
	const ramure_node *aside; /* the block that stands elsewhere, at the right */
	const ramure_node *title; /* the container whose heading has been drawn already */
	double top;               /* where the content of the page begins */
	double foot;              /* where the content of the page ends: the foot of its notes; 0 for the room's */
	flow_keep keep;
	bool firm; /* the box is a share of a page: images do not shrink for it */
	bool in_cell;
	bool sized; /* an image takes the whole box, which was measured for it */
	bool alone; /* the block fills the slide: a quote may be large */
	int level;  /* lists around */
	int depth;  /* blocks around */
} flow;

typedef placed flow_placer(const flow *f, const ramure_node *node, room r, const position *from);

/* flow.c: sequences and what may stand in them. */
flow_placer flow_blocks; /* the blocks below a container, one under the other */
flow_placer flow_block;  /* one block of any type */
/* The next child that flows, from `child` on; NULL at the end. */
const ramure_node *flow_next(const flow *f, const ramure_node *child);
/* The height of a whole block in a width, remembered. */
double flow_height(const flow *f, const ramure_node *block, double width);
/* A trial: places without drawing. */
placed flow_try(const flow *f, flow_placer *placer, const ramure_node *node, room r, const position *from);
const position *flow_at(const flow *f, const ramure_node *node, const position *inner);
bool flow_measuring(const flow *f);
/* Opens a structure element keyed by a node, when drawing; answers whether flow_close() must follow. */
bool flow_open(const flow *f, ramure_tag tag, const ramure_node *key);
void flow_close(const flow *f, bool opened);
/* A length at the scale of the slide. */
double flow_scaled(const flow *f, double length);
/* The same, for an indent or a padding: a quarter of a narrow box at most. */
double flow_inset(const flow *f, double length, double width);
/* n columns of the page's grid. */
double flow_span(const flow *f, int columns);
room room_below(room r, double used);

/* flow_where.c: whether a node below `container` begins before a position in it. */
bool flow_before(const ramure_node *node, const ramure_node *container, const position *p);
/* Whether a node stands in a block, or is of the notes that it calls. */
bool flow_is_within(const ramure_node *node, const ramure_node *block);

/* flow_memory.c: an empty one; it may be given back when nothing of it is used any more. */
flow_memory *flow_memory_take(ramure_ctx *ctx);
void flow_memory_give(ramure_ctx *ctx, flow_memory *m);
void flow_memory_forget(flow_memory *m);
typedef struct remembered {
	float height; /* < 0 when not known yet */
	bool adapts;  /* it has a figure or an image, whose height depends on the room */
} remembered;
remembered *flow_remember(const flow *f, const ramure_node *node, double width);
/* Where a block's own file keeps what it has made of a node: for a width, or for none. */
enum { SLOT_WORDS = -1, SLOT_NOTES = -2, SLOT_FORM = -3, SLOT_ROWS = -4 };
void **flow_slot(const flow *f, const ramure_node *node, double width);

/* flow_text.c */
typedef struct setting {
	ramure_style style;
	bool strong, italic;
} setting;
/* Text without a structure element of its own; `from->line` lines have been set. */
placed flow_text(const flow *f, const ramure_node *text, setting s, room r, const position *from);
/* The same as one piece that is never cut, in an element of its own. */
double flow_text_whole(const flow *f, const ramure_node *text, setting s, ramure_tag tag, room r);
double flow_text_height(const flow *f, const ramure_node *text, setting s, double width);
/* Whether a text begins at the right. */
bool flow_text_at_right(const flow *f, const ramure_node *text, setting s);
/* The same of a container: it goes with its first paragraph or, without one, with what stands around. */
bool flow_at_right(const flow *f, const ramure_node *container);
double flow_text_baseline(const flow *f, const ramure_node *text, setting s);
void flow_text_widths(const flow *f, const ramure_node *text, setting s, double *natural, double *least);
setting flow_setting(const flow *f, const ramure_node *paragraph);
setting flow_role(ramure_role role);
/* A caption with its number, if it has one. */
double flow_caption_height(const flow *f, const ramure_node *caption, double width);
void flow_caption(const flow *f, const ramure_node *caption, ramure_tag tag, room r);
flow_placer flow_paragraph, flow_heading, flow_source, flow_rule, flow_code;

/* flow_list.c */
flow_placer flow_list, flow_item;
/* Whether it has six items or more whose lines go into half the width. */
bool flow_list_in_columns(const flow *f, const ramure_node *list, double width);

/* flow_table.c */
flow_placer flow_table;
/* flow_grid.c */
flow_placer flow_columns;
/* How many of so many alike stand in the first of their rows: 1 to 4 in one row, 5 and 6 in rows of three, more in rows
 * of four.  From FLOW_SEVERAL_ROWS on, more change nothing. */
enum { FLOW_SEVERAL_ROWS = 10 };
size_t flow_across(size_t count);
/* flow_sections.c */
/* Two or three sections from `first` on that stand side by side: how many, 0 when they follow each other.  When the
 * body is set in columns, sections that do not all fit in one row are divided into several, of which some may hold one.
 */
size_t flow_side_by_side(const flow *f, const ramure_node *first, room r);
/* How many sections of a body are groups of the rows of one table, each with its own head; 0 when there is more. */
size_t flow_table_groups(ramure_ctx *ctx, const ramure_node *body);
/* The sections with which a body ends, which could be divided so: how many, 0 when there is nothing to divide. */
size_t flow_sections_to_divide(const flow *f, const ramure_node *body, double width);
placed flow_sections(const flow *f, const ramure_node *first, size_t count, room r);
/* flow_quote.c */
flow_placer flow_quote;
/* flow_image.c: images and figures. */
flow_placer flow_image, flow_figure;
/* The image that a block is: itself, or all that its paragraph holds; NULL for any other block. */
const ramure_node *flow_as_image(const ramure_node *block);
/* Two to four images from `first` on that stand in a row, all of one height, of all that follow each other there: how
 * many; 0 when there is no such row. */
size_t flow_image_run(const flow *f, const ramure_node *first, room r);
placed flow_images(const flow *f, const ramure_node *first, size_t count, room r);
/* contents.c */
flow_placer flow_contents;
/* flow_body.c: the whole body of a slide: its form, its notes at the foot. */
flow_placer flow_body;
/* Whether two columns suit it: long prose, a list of six items or more in short lines. */
bool flow_takes_columns(const flow *f, const ramure_node *body, double width);
bool flow_is_long_prose(const flow *f, const ramure_node *body);
/* The block that stands at the right of a body's first page, wherever it is in the text; NULL when none does. */
const ramure_node *flow_aside(const flow *f, const ramure_node *body, double width);

#endif
