/* bytes.h: bytes that grow at their end, with the few forms that PDF text takes (ISO 32000-1, 7.3). */
#ifndef PDF_BYTES_H
#define PDF_BYTES_H

#include <ramure.h>

/* On the conversion's memory: nothing to free, nothing to check. */
typedef struct bytes {
	ramure_ctx *ctx;
	unsigned char *data;
	size_t size;
	size_t capacity;
} bytes;

bytes bytes_on(ramure_ctx *ctx);
/* Makes room for `size` more bytes and answers where they go; the caller then adds to `size` what it wrote. */
unsigned char *bytes_room(bytes *b, size_t size);
void bytes_put(bytes *b, const void *data, size_t size);
void bytes_puts(bytes *b, const char *words);
void bytes_putc(bytes *b, int c);
void bytes_put_integer(bytes *b, int64_t value);
/* `value` / 10^decimals, without trailing zeros: 1250, 2 is "12.5". */
void bytes_put_fixed(bytes *b, int64_t value, int decimals);
/* A length or a coordinate, to a hundredth of a point. */
void bytes_put_number(bytes *b, double value);
void bytes_put_hex(bytes *b, const void *data, size_t size);
/* A box as its corners, from the bottom of a page of that height: "[10 20 30 40]". */
void bytes_put_box(bytes *b, ramure_box box, double page_height);
/* "12 0 R" */
void bytes_put_reference(bytes *b, uint32_t number);
/* One byte inside a literal string (7.3.4.2). */
void bytes_put_escaped(bytes *b, unsigned char c);
/* A text string: in PDFDocEncoding when it has all the characters, in UTF-16 with its mark otherwise (7.9.2.2). */
void bytes_put_text(bytes *b, ramure_str s);
/* An address inside a literal string, in the signs that RFC 3986 allows: any other byte as %XX. */
void bytes_put_uri(bytes *b, ramure_str url);
/* & < > as XML references; characters that XML 1.0 does not allow are left out. */
void bytes_put_xml(bytes *b, ramure_str s);

/* Decodes the character at *at, which is < s.size, and moves past it. */
uint32_t utf8_decode(ramure_str s, size_t *at);
/* One character as UTF-16, big end first; answers 2 or 4. */
size_t utf16_encode(uint32_t character, unsigned char out[static 4]);
bool is_ascii(ramure_str s);

#endif
