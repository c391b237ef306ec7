/* buf.h: bytes that grow at their end, on an arena. */
#ifndef RAMURE_BUF_H
#define RAMURE_BUF_H

#include "core/base/arena.h"
#include "core/ramure.h"

/* `data` is always followed by a zero byte once something was put.  Lives as long as its arena; there is nothing to
 * free and nothing to check: an arena never fails quietly. */
typedef struct buf {
	arena *arena;
	char *data;
	size_t size;
	size_t capacity;
} buf;

buf buf_on(arena *a);
void buf_put(buf *b, const void *bytes, size_t size);
void buf_puts(buf *b, const char *words);
void buf_put_str(buf *b, ramure_str s);
void buf_putc(buf *b, char c);
void buf_fill(buf *b, char c, size_t count);
/* A code point as UTF-8. */
void buf_put_utf8(buf *b, uint32_t code_point);
void buf_format(buf *b, const char *format, ...) RAMURE_PRINTF(2, 3);
/* A number with at most `decimals` digits after a point, no trailing zero, never "-0", whatever the locale. */
void buf_put_number(buf *b, double value, int decimals);
ramure_str buf_str(const buf *b);

#endif
