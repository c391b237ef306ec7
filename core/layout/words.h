/* words.h: words as glyphs, shaped once for many texts. */
#ifndef RAMURE_WORDS_H
#define RAMURE_WORDS_H

#include "core/layout/paragraph_parts.h"

/* How words are shaped: from left to right, in Latin script. */
typedef struct word_style {
	const font_face *face;
	hb_language_t language;
	bool plain; /* without ligatures and contexts, as code is */
} word_style;

typedef struct word {
	ramure_str letters;
	bool before, behind; /* a space stands there */
	/* Of the space before it and of the letters.  They begin at 0 for the space, at 1 for the first letter: */
	const glyph *glyphs;
	size_t count;
} word;

/* Whether the words of [start, end) of a text come out as they do in it when each is shaped alone.  A face is asked for
 * that once it has set some texts, so that a short document need not wait for the answer. */
bool words_suit(ramure_ctx *ctx, const font_face *face, ramure_str text, size_t start, size_t end);
/* Fills in the glyphs, as found before or shaped now with the help of `buffer`; they hold until the next call.  False
 * when there is something about them that no word has: shape the whole text. */
bool words_shape(ramure_ctx *ctx, const word_style *style, hb_buffer_t *buffer, word *w);

#endif
