/* utf8.h: code points in a slice, and names as people compare them. */
#ifndef RAMURE_UTF8_H
#define RAMURE_UTF8_H

#include "core/base/arena.h"
#include "core/ramure.h"

/* Decodes the code point at *at (< s.size) and moves past it.  Bytes that are not UTF-8 answer U+FFFD, one byte each.
 */
uint32_t utf8_next(ramure_str s, size_t *at);
/* The offset of the first byte that is not valid UTF-8 (Unicode 15, table 3-7), or s.size. */
size_t utf8_check(ramure_str s);
/* Code points in s. */
size_t utf8_length(ramure_str s);
/* A Unicode space other than a line end: what may stand around a colon. */
bool utf8_is_space(uint32_t c);
/* What words are made of in any script: letters, marks and numbers (general categories L, M and N). */
bool utf8_in_word(uint32_t c);
/* The text in NFC; s itself when it is already. */
ramure_str utf8_nfc(arena *a, ramure_str s);
/* Small letters without accents, hyphens, underscores, apostrophes and spaces: how names compare. */
ramure_str utf8_fold_name(arena *a, ramure_str s);
/* As a heading's slug: small letters without accents, any other run of signs one hyphen. */
ramure_str utf8_slug(arena *a, ramure_str s);
/* Edits between two folded names, counting a swap of neighbours as one; at most `bound` + 1. */
size_t utf8_distance(ramure_str a, ramure_str b, size_t bound);

#endif
