/* contents.h: the marks of a page as operators of a content stream (ISO 32000-1, 8 and 9). */
#ifndef PDF_CONTENTS_H
#define PDF_CONTENTS_H

#include "bytes.h"
#include "fonts.h"
#include "tags.h"

typedef struct ink_state {
	ramure_rgb fill, stroke;
	int64_t width, dash, gap; /* hundredths */
	bool round_caps;
} ink_state;

/* Contents being written.  What the graphics state holds already is not said again. */
typedef struct contents {
	bytes out;
	double height; /* of the page: its origin is at the bottom */
	ink_state ink;
	uint16_t font;
	int64_t size; /* of the text, hundredths */
	bool has_font;
	bool in_text;
	int64_t x, y; /* where the line of text began, hundredths */
	bool marked;
	uint32_t element; /* of the marked-content sequence that is open */
	uint32_t page;    /* index */
	uint32_t sequences;
	bool has_discs; /* on any page */
} contents;

contents contents_on(ramure_ctx *ctx);
/* Begins a page: `out` holds it until the next. */
void contents_begin(contents *c, uint32_t index, const ramure_page *page);
/* What follows says `element`, or nothing when it is RAMURE_ARTIFACT. */
void contents_element(contents *c, tags *t, uint32_t element);
/* False when there are no more codes. */
bool contents_run(contents *c, signs *all, pdf_font *font, const ramure_page_mark *mark);
void contents_path(contents *c, const ramure_page_mark *mark);
void contents_image(contents *c, const ramure_page_mark *mark);
void contents_end(contents *c);

#endif
