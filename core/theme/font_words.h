/* font_words.h: whether a font's words can be shaped one by one. */
#ifndef RAMURE_FONT_WORDS_H
#define RAMURE_FONT_WORDS_H

#include <hb.h>
#include <stdbool.h>
#include <stdint.h>

/* The characters that such words are made of, as HarfBuzz is given them. */
bool font_word_has(uint32_t code_point);
/* Whether a word of Latin script, shaped between the spaces around it if any, comes out as it does in its whole text.
 * Takes a millisecond: to be asked once a face. */
bool font_words_stand_alone(hb_font_t *font);

#endif
