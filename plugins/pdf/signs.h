/* signs.h: the codes of the contents, and what each stands for, one list for all fonts.
 *
 * A code stands for the same text in every font, so that one map tells readers what was written (ISO 32000-1, 9.10.3).
 * Two glyphs of one font that stand for one text have two codes.  A no-break space and a space are one glyph but two
 * texts: what is copied from the page is what was written.  Codes are given in the order of first use.  The first ones,
 * which are all that most decks need, take one byte, the others two: a page is a tenth smaller than with two bytes for
 * each. */
#ifndef PDF_SIGNS_H
#define PDF_SIGNS_H

#include "bytes.h"

/* Codes of one byte are below 80, the first byte of two is 80 or above.  Code 0 stands for nothing. */
enum { SHORT_SIGNS = 0x80, MOST_SIGNS = SHORT_SIGNS + 0x8000 };

typedef struct sign {
	ramure_str text;
	uint32_t next; /* another code of the same text, or 0 */
} sign;

typedef struct signs {
	ramure_ctx *ctx;
	sign *items;
	uint32_t count;
	uint32_t *slots; /* the first codes of texts, by hash; a power of two in size */
	uint32_t slot_count;
} signs;

signs signs_on(ramure_ctx *ctx);
/* A code that stands for the text; another one, after those known so far.  0 when there are no more. */
uint32_t sign_of(signs *s, ramure_str text);
uint32_t sign_after(signs *s, uint32_t code);
/* The bytes of a code in the contents: answers 1 or 2. */
size_t sign_bytes(uint32_t code, unsigned char out[static 2]);

#endif
