/* xml.h: XML that is well formed by construction. */
#ifndef ODT_XML_H
#define ODT_XML_H

#include <ramure.h>

enum { XML_DEEPEST = 256 };

/* What was written never moves: a long text is many pieces, in their order. */
typedef struct xml_piece {
	struct xml_piece *next;
	size_t size, room;
	char bytes[];
} xml_piece;

/* A part of the package while it is written.  Memory is the conversion's; there is nothing to free. */
typedef struct xml {
	ramure_ctx *ctx;
	xml_piece *first, *last;       /* NULL while nothing is written */
	size_t size;                   /* of all pieces */
	const char *open[XML_DEEPEST]; /* names of the elements that are open */
	size_t depth;
	bool in_tag; /* the start tag can still take attributes */
} xml;

xml xml_new(ramure_ctx *ctx);
void xml_open(xml *x, const char *name);
void xml_close(xml *x);
/* An element without content. */
void xml_empty(xml *x, const char *name);
/* Attributes of the element opened last, before any content. */
void xml_attr(xml *x, const char *name, const char *value);
void xml_attr_str(xml *x, const char *name, ramure_str value);
void xml_attr_format(xml *x, const char *name, const char *format, ...) RAMURE_PRINTF(3, 4);
/* A length in points, "12.5pt". */
void xml_attr_pt(xml *x, const char *name, double points);
/* A property of letters ("fo:font-size"), and its twin for scripts such as Arabic and Hebrew, which word processors
 * keep apart ("style:font-size-complex"): without it they take a size of their own. */
void xml_attr_letters(xml *x, const char *name, const char *value);
void xml_attr_letters_pt(xml *x, const char *name, double points);
void xml_attr_colour(xml *x, const char *name, ramure_rgb colour);
/* The digits of a whole number, written `at`, which has room for XML_NUMBER; answers how many signs they are. */
enum { XML_NUMBER = 24 };
size_t xml_number(char *at, long value);
/* Text as it is; runs of spaces, which XML readers of ODF collapse, become text:s (ODF 1.3, 6.1.2). */
void xml_text(xml *x, ramure_str text);
/* The same, spaces as they are: for what another program wrote. */
void xml_chars(xml *x, ramure_str text);
void xml_words(xml *x, const char *words);
/* An element that holds only a text. */
void xml_element(xml *x, const char *name, ramure_str text);
/* XML that another writer of this kind has made, whose pieces go over: it is empty then. */
void xml_take(xml *x, xml *part);
/* All of it in one text, for parts that are small. */
ramure_str xml_str(const xml *x);

#endif
