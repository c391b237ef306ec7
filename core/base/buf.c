/* buf.c: appending, and the few formats that every writer needs. */
#include "core/base/buf.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

buf buf_on(arena *a)
{
	return (buf){ .arena = a };
}

static void reserve(buf *b, size_t more)
{
	size_t needed = b->size + more + 1;
	size_t capacity = b->capacity ? b->capacity : 64;

	if (needed <= b->capacity)
		return;
	while (capacity < needed)
		capacity *= 2;
	b->data = arena_grow(b->arena, b->data, b->capacity, capacity);
	b->capacity = capacity;
}

void buf_put(buf *b, const void *bytes, size_t size)
{
	reserve(b, size);
	if (size)
		memcpy(b->data + b->size, bytes, size);
	b->size += size;
	b->data[b->size] = '\0';
}

void buf_puts(buf *b, const char *words)
{
	buf_put(b, words, strlen(words));
}

void buf_put_str(buf *b, ramure_str s)
{
	buf_put(b, s.data, s.size);
}

void buf_putc(buf *b, char c)
{
	buf_put(b, &c, 1);
}

void buf_fill(buf *b, char c, size_t count)
{
	reserve(b, count);
	memset(b->data + b->size, c, count);
	b->size += count;
	b->data[b->size] = '\0';
}

void buf_put_utf8(buf *b, uint32_t c)
{
	unsigned char bytes[4];
	size_t n = 0;

	if (c < 0x80) {
		bytes[n++] = (unsigned char)c;
	} else if (c < 0x800) {
		bytes[n++] = (unsigned char)(0xC0 | c >> 6);
		bytes[n++] = (unsigned char)(0x80 | (c & 0x3F));
	} else if (c < 0x10000) {
		bytes[n++] = (unsigned char)(0xE0 | c >> 12);
		bytes[n++] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
		bytes[n++] = (unsigned char)(0x80 | (c & 0x3F));
	} else {
		bytes[n++] = (unsigned char)(0xF0 | c >> 18);
		bytes[n++] = (unsigned char)(0x80 | (c >> 12 & 0x3F));
		bytes[n++] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
		bytes[n++] = (unsigned char)(0x80 | (c & 0x3F));
	}
	buf_put(b, bytes, n);
}

void buf_format(buf *b, const char *format, ...)
{
	va_list arguments;
	size_t room;
	int size;

	reserve(b, 0);
	room = b->capacity - b->size;
	va_start(arguments, format);
	size = vsnprintf(b->data + b->size, room, format, arguments);
	va_end(arguments);
	if (size < 0) {
		b->data[b->size] = '\0';
		return;
	}
	if ((size_t)size >= room) {
		reserve(b, (size_t)size);
		va_start(arguments, format);
		vsnprintf(b->data + b->size, (size_t)size + 1, format, arguments);
		va_end(arguments);
	}
	b->size += (size_t)size;
}

void buf_put_number(buf *b, double value, int decimals)
{
	static const long long powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
	char text[48];
	char *end = text + sizeof text;
	char *p = end;
	long long power = powers[decimals < 6 ? decimals : 6];
	long long scaled = llround(value * (double)power);
	bool negative = scaled < 0;
	unsigned long long rest = negative ? 0ULL - (unsigned long long)scaled : (unsigned long long)scaled;
	bool written = false;

	for (; power > 1; power /= 10, rest /= 10) {
		if (!written && rest % 10 == 0)
			continue;
		*--p = (char)('0' + rest % 10);
		written = true;
	}
	if (written)
		*--p = '.';
	do {
		*--p = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (negative)
		*--p = '-';
	buf_put(b, p, (size_t)(end - p));
}

ramure_str buf_str(const buf *b)
{
	return (ramure_str){ b->data ? b->data : "", b->size };
}
