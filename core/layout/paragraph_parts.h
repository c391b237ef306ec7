/* paragraph_parts.h: what the files of the paragraph share: a shaped text and its breakpoints. */
#ifndef RAMURE_PARAGRAPH_PARTS_H
#define RAMURE_PARAGRAPH_PARTS_H

#include "core/context.h"
#include "core/layout/paragraph.h"

/* A stretch of the text in which no property changes. */
typedef struct stretch {
	uint32_t start, end; /* bytes of the text */
	ramure_span at;
	const ramure_node *link;    /* LINK */
	const ramure_node *call;    /* NOTE_CALL */
	const ramure_node *code;    /* CODE_SPAN */
	const ramure_node *foreign; /* the node whose `lang` holds here; NULL for the text's own */
	const ramure_mark_info *mark;
	bool strong, italic, monospace, struck;
	bool unit;    /* of a large figure: smaller than it */
	int8_t shift; /* 1 superscript, -1 subscript */
} stretch;

/* Glyphs of one face, in one stretch.  They stand in the order of the text, also where that runs leftward. */
typedef struct run {
	uint32_t first, end; /* glyphs */
	uint32_t start;      /* in the text */
	uint32_t stretch;
	hb_script_t script;
	const font_face *face;
	float scale;   /* of the text's size: superscripts, code */
	float rise;    /* of the baseline, in em of the text's size */
	uint8_t level; /* of embedding (UAX 9): odd ones run leftward */
	bool raised;   /* by the font's own superior glyphs */
} run;

/* Kept small: a long document keeps millions.  Advances and offsets are font units. */
typedef struct glyph {
	uint32_t start; /* of its cluster in the text */
	uint16_t id;
	int16_t advance, dx, dy;
} glyph;

static inline bool run_is_leftward(const run *r)
{
	return r->level & 1;
}

typedef enum break_level {
	BREAK_FREE,    /* an ordinary opportunity; `cost` says how welcome */
	BREAK_AVOIDED, /* between a number and its noun: only where the line would overflow or two more lines be needed
			*/
	BREAK_FORCED,  /* the author asked for it, or the text ends */
	BREAK_IN_WORD, /* the last resort */
} break_level;

/* A place where a line may end. */
typedef struct breakpoint {
	uint32_t end;  /* the glyph after the line's last, spaces at its end left out */
	uint32_t next; /* the first glyph of the next line */
	float cost;
	uint8_t level;
	bool colon;           /* a title breaks here first */
	bool clings;          /* the word before it calls for the next one */
	bool hyphen;          /* a soft hyphen shows */
	double x_end, x_next; /* from the beginning of the text, in em of its size */
} breakpoint;

typedef struct broken broken;

struct paragraph {
	ramure_str text;
	const stretch *stretches;
	size_t stretch_count;
	const run *runs;
	size_t run_count;
	const glyph *glyphs;
	size_t glyph_count;
	const breakpoint *breaks; /* the last one ends the text */
	size_t break_count;
	double hyphen_width; /* em */
	double widest;       /* em: of the parts between breaks of BREAK_FREE */
	double least;        /* em: of the parts between all breaks */
	uint8_t *levels;     /* by byte of the text (UAX 9); NULL when all of it runs rightward */
	bool leftward;       /* the direction in which its parts follow each other */
	bool at_right;       /* its lines begin there */
	const font_face *face;
	broken **cache; /* lines found before */
};

struct paragraph_cache {
	struct cached_paragraph **lists; /* by node */
	size_t list_count;               /* a power of two */
	size_t count;                    /* of paragraphs */
	size_t of_page;                  /* bytes that the first page took since texts were forgotten; 0 before */
	void *scratch;                   /* of paragraph_break(), between whose calls nothing is kept */
	size_t scratch_size;
};

/* The inlines below `text` as one string and its stretches (paragraph_text.c).  Line breaks that the author asked for
 * are '\n'. */
void paragraph_gather(ramure_ctx *ctx, paragraph *p, const ramure_node *text);
/* Finds which way each part of a text runs (paragraph_bidi.c). */
void paragraph_find_levels(ramure_ctx *ctx, paragraph *p, ramure_str lang);
/* The pieces of a line of those levels as they stand from left to right (UAX 9, L2): the indexes of pieces. */
void paragraph_visual_order(const uint8_t *levels, size_t count, size_t *order);
/* Cuts it into runs, kept with it, and answers them: they have no glyphs yet (paragraph_runs.c). */
run *paragraph_cut_runs(ramure_ctx *ctx, paragraph *p, int weight, bool italic);
/* Shapes those runs: fills in the paragraph's glyphs, and which of them each run has (paragraph_glyphs.c). */
void paragraph_set_glyphs(ramure_ctx *ctx, paragraph *p, run *runs, ramure_str lang);
/* Finds the breakpoints of a shaped text (paragraph_breaks.c). */
void paragraph_find_breaks(ramure_ctx *ctx, paragraph *p, ramure_str lang);
/* What is given to the font for a character of the text: spaces of any width are one, and so are hyphens. */
uint32_t paragraph_drawn(uint32_t code_point);
/* Shapes what a buffer holds; `plain`: without ligatures and contexts. */
void paragraph_shape_buffer(const font_face *face, hb_buffer_t *buffer, bool plain);
/* A glyph as HarfBuzz has placed it. */
glyph paragraph_glyph(const hb_glyph_info_t *info, const hb_glyph_position_t *position);
/* A glyph's advance, in em of the text's size. */
double paragraph_advance(const run *r, const glyph *g);
/* The size that a style comes to. */
double paragraph_size(const paragraph_style *style);

#endif
