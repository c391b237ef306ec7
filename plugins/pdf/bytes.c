/* bytes.c: bytes that grow at their end. */
#include "bytes.h"

#include <math.h>
#include <string.h>

bytes bytes_on(ramure_ctx *ctx)
{
	return (bytes){ .ctx = ctx };
}

unsigned char *bytes_room(bytes *b, size_t size)
{
	unsigned char *grown;
	size_t capacity;

	if (b->data && b->capacity - b->size >= size)
		return b->data + b->size;
	capacity = b->capacity < 256 ? 512 : b->capacity * 2;
	while (capacity - b->size < size)
		capacity *= 2;
	grown = ramure_alloc(b->ctx, capacity);
	if (b->data)
		memcpy(grown, b->data, b->size);
	b->data = grown;
	b->capacity = capacity;
	return b->data + b->size;
}

void bytes_put(bytes *b, const void *data, size_t size)
{
	if (size == 0)
		return;
	memcpy(bytes_room(b, size), data, size);
	b->size += size;
}

void bytes_puts(bytes *b, const char *words)
{
	bytes_put(b, words, strlen(words));
}

void bytes_putc(bytes *b, int c)
{
	*bytes_room(b, 1) = (unsigned char)c;
	b->size++;
}

void bytes_put_integer(bytes *b, int64_t value)
{
	bytes_put_fixed(b, value, 0);
}

void bytes_put_fixed(bytes *b, int64_t value, int decimals)
{
	char text[32];
	char *end = text + sizeof text;
	char *p = end;
	uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	for (; decimals > 0; decimals--, rest /= 10) {
		if (p != end || rest % 10 != 0)
			*--p = (char)('0' + rest % 10);
	}
	if (p != end)
		*--p = '.';
	if (rest > 0 || p == end) {
		do
			*--p = (char)('0' + rest % 10);
		while (rest /= 10);
	}
	if (value < 0)
		*--p = '-';
	bytes_put(b, p, (size_t)(end - p));
}

void bytes_put_number(bytes *b, double value)
{
	bytes_put_fixed(b, llround(value * 100), 2);
}

void bytes_put_hex(bytes *b, const void *data, size_t size)
{
	static const char digits[] = "0123456789ABCDEF";
	const unsigned char *from = data;
	unsigned char *to = bytes_room(b, size * 2);

	for (size_t i = 0; i < size; i++) {
		*to++ = (unsigned char)digits[from[i] >> 4];
		*to++ = (unsigned char)digits[from[i] & 15];
	}
	b->size += size * 2;
}

void bytes_put_box(bytes *b, ramure_box box, double page_height)
{
	const double sides[] = { box.x, page_height - box.y - box.height, box.x + box.width, page_height - box.y };

	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
		bytes_putc(b, i == 0 ? '[' : ' ');
		bytes_put_number(b, sides[i]);
	}
	bytes_putc(b, ']');
}

void bytes_put_reference(bytes *b, uint32_t number)
{
	bytes_put_integer(b, number);
	bytes_puts(b, " 0 R");
}

uint32_t utf8_decode(ramure_str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.data + *at;
	size_t left = s.size - *at;
	size_t more = *p >= 0xF0 ? 3 : *p >= 0xE0 ? 2 : *p >= 0xC0 ? 1 : 0;
	uint32_t c = more == 0 ? *p : *p & (0x3Fu >> more);

	if (more == 0 || more >= left) {
		*at += 1;
		return *p < 0x80 ? *p : 0xFFFD;
	}
	for (size_t i = 1; i <= more; i++)
		c = c << 6 | (p[i] & 0x3Fu);
	*at += 1 + more;
	return c <= 0x10FFFF ? c : 0xFFFD;
}

size_t utf16_encode(uint32_t c, unsigned char out[static 4])
{
	uint32_t high, low;

	if (c < 0x10000) {
		out[0] = (unsigned char)(c >> 8);
		out[1] = (unsigned char)c;
		return 2;
	}
	high = 0xD800 + ((c - 0x10000) >> 10);
	low = 0xDC00 + ((c - 0x10000) & 0x3FF);
	out[0] = (unsigned char)(high >> 8);
	out[1] = (unsigned char)high;
	out[2] = (unsigned char)(low >> 8);
	out[3] = (unsigned char)low;
	return 4;
}

bool is_ascii(ramure_str s)
{
	for (size_t i = 0; i < s.size; i++)
		if ((unsigned char)s.data[i] < 0x20 || (unsigned char)s.data[i] > 0x7E)
			return false;
	return true;
}

void bytes_put_escaped(bytes *b, unsigned char c)
{
	/* A bare carriage return would be read as a line feed. */
	if (c == '\r') {
		bytes_puts(b, "\\r");
		return;
	}
	if (c == '(' || c == ')' || c == '\\')
		bytes_putc(b, '\\');
	bytes_putc(b, c);
}

/* The byte of a character in PDFDocEncoding, or 0: Latin-1, with the signs of typography where that has none (annex
 * D.3). */
static unsigned char pdfdoc_encode(uint32_t c)
{
	static const uint16_t signs[] = { 0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044,
					  0x2039, 0x203A, 0x2212, 0x2030, 0x201E, 0x201C, 0x201D, 0x2018,
					  0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141, 0x0152, 0x0160,
					  0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E };

	if ((c >= 0x20 && c < 0x7F) || (c > 0xA0 && c <= 0xFF && c != 0xAD))
		return (unsigned char)c;
	if (c == 0x20AC)
		return 0xA0;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i] == c)
			return (unsigned char)(0x80 + i);
	return 0;
}

/* Whether all of it has a byte, and it does not begin as the marks of other encodings do. */
static bool is_pdfdoc(ramure_str s)
{
	unsigned char first = 0;

	for (size_t at = 0; at < s.size;) {
		bool begins = at == 0;
		unsigned char c = pdfdoc_encode(utf8_decode(s, &at));

		if (c == 0)
			return false;
		first = begins ? c : first;
	}
	return first != 0xFE && first != 0xFF && first != 0xEF;
}

void bytes_put_text(bytes *b, ramure_str s)
{
	bool pdfdoc = is_pdfdoc(s);

	bytes_puts(b, pdfdoc ? "(" : "(\xFE\xFF");
	for (size_t at = 0; at < s.size;) {
		uint32_t c = utf8_decode(s, &at);
		unsigned char unit[4] = { pdfdoc ? pdfdoc_encode(c) : 0 };
		size_t size = pdfdoc ? 1 : utf16_encode(c, unit);

		for (size_t i = 0; i < size; i++)
			bytes_put_escaped(b, unit[i]);
	}
	bytes_putc(b, ')');
}

void bytes_put_uri(bytes *b, ramure_str url)
{
	for (size_t i = 0; i < url.size; i++) {
		unsigned char c = (unsigned char)url.data[i];

		if (c > 0x20 && c < 0x7F && !strchr("\"<>\\^`{|}", c)) {
			bytes_put_escaped(b, c);
		} else {
			bytes_putc(b, '%');
			bytes_put_hex(b, &c, 1);
		}
	}
}

static bool xml_allows(uint32_t c)
{
	return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF) : c == '\t' || c == '\n';
}

void bytes_put_xml(bytes *b, ramure_str s)
{
	for (size_t at = 0; at < s.size;) {
		size_t start = at;
		uint32_t c = utf8_decode(s, &at);

		if (c == '&')
			bytes_puts(b, "&amp;");
		else if (c == '<')
			bytes_puts(b, "&lt;");
		else if (c == '>')
			bytes_puts(b, "&gt;");
		else if (xml_allows(c))
			bytes_put(b, s.data + start, at - start);
	}
}
