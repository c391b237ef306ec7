/* shapes.h: what the places of a drawing's shapes and their looks know of each other. */
#ifndef SHAPES_H
#define SHAPES_H

#include "odt.h"

/* Where a line of text stands in a reader's program. */
typedef struct shape_place {
	ramure_box box;
	const ramure_page_mark *ground; /* the shape that it stands on, or NULL */
	bool centred, leftward;
} shape_place;

/* The look of a run: face, size and colour. */
typedef struct shape_look {
	ramure_str family;
	bool bold;
	double size; /* points in the report */
	ramure_rgb colour;
	const char *position; /* "super 62%", "sub 62%"; NULL on the line */
} shape_look;

/* shape_styles.c: names of automatic styles; lengths of marks are multiplied by `scale` */
shape_look shape_look_of(odt *o, const ramure_page_mark *run, const ramure_page_mark *first, double scale);
bool shape_same_look(const shape_look *a, const shape_look *b);
/* A paragraph's, for a look and the ground that it stands on, against which readers measure its contrast. */
const char *shape_line_style(odt *o, const shape_look *look, const shape_place *place);
/* Characters', for what looks otherwise than the beginning of its line. */
const char *shape_span_style(odt *o, const shape_look *look);
const char *shape_paint_style(odt *o, const ramure_ink *ink, double scale);
/* That of a box for words or for a picture. */
const char *shape_frame_style(odt *o);

#endif
