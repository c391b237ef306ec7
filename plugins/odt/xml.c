/* xml.c: XML that is well formed by construction. */
#include "xml.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

xml xml_new(ramure_ctx *ctx)
{
	return (xml){ .ctx = ctx };
}

/* A short part takes little, a long one few pieces. */
enum { FIRST_PIECE = 4096, LARGEST_PIECE = 64 * 1024 };

static xml_piece *add_piece(xml *x)
{
	size_t room = x->last ? 2 * x->last->room : FIRST_PIECE;
	xml_piece *fresh;

	if (room > LARGEST_PIECE)
		room = LARGEST_PIECE;
	fresh = ramure_alloc(x->ctx, sizeof *fresh + room);
	fresh->room = room;
	if (x->last)
		x->last->next = fresh;
	else
		x->first = fresh;
	x->last = fresh;
	return fresh;
}

static void put(xml *x, const char *bytes, size_t size)
{
	xml_piece *piece = x->last;

	x->size += size;
	while (size) {
		size_t taken = piece ? piece->room - piece->size : 0;

		if (!taken) {
			piece = add_piece(x);
			continue;
		}
		if (taken > size)
			taken = size;
		memcpy(piece->bytes + piece->size, bytes, taken);
		piece->size += taken;
		bytes += taken;
		size -= taken;
	}
}

static void puts_(xml *x, const char *words)
{
	put(x, words, strlen(words));
}

/* U+FFFE and U+FFFF, which are no characters. */
static bool is_forbidden(ramure_str text, size_t at)
{
	return at + 2 < text.size && memcmp(text.data + at, "\xEF\xBF", 2) == 0 &&
	       (unsigned char)text.data[at + 2] >= 0xBE;
}

/* Text with what XML reserves written as references; what XML 1.0 forbids (2.2) is left out. */
static void put_escaped(xml *x, ramure_str text)
{
	size_t start = 0;

	for (size_t i = 0; i < text.size; i++) {
		unsigned char c = (unsigned char)text.data[i];

		if (is_forbidden(text, i)) {
			put(x, text.data + start, i - start);
			start = (i += 2) + 1;
			continue;
		}
		const char *reference = c == '&'                             ? "&amp;"
					: c == '<'                           ? "&lt;"
					: c == '>'                           ? "&gt;"
					: c == '"'                           ? "&quot;"
					: c < 0x20 && c != '\t' && c != '\n' ? ""
									     : NULL;

		if (!reference)
			continue;
		put(x, text.data + start, i - start);
		puts_(x, reference);
		start = i + 1;
	}
	put(x, text.data + start, text.size - start);
}

static void end_tag(xml *x)
{
	if (x->in_tag)
		puts_(x, ">");
	x->in_tag = false;
}

void xml_open(xml *x, const char *name)
{
	assert(x->depth < XML_DEEPEST); /* the document's own depth has a limit far below */
	end_tag(x);
	puts_(x, "<");
	puts_(x, name);
	x->open[x->depth++] = name;
	x->in_tag = true;
}

void xml_close(xml *x)
{
	const char *name = x->open[--x->depth];

	if (x->in_tag) {
		puts_(x, "/>");
		x->in_tag = false;
		return;
	}
	puts_(x, "</");
	puts_(x, name);
	puts_(x, ">");
}

void xml_empty(xml *x, const char *name)
{
	xml_open(x, name);
	xml_close(x);
}

void xml_attr_str(xml *x, const char *name, ramure_str value)
{
	assert(x->in_tag);
	puts_(x, " ");
	puts_(x, name);
	puts_(x, "=\"");
	put_escaped(x, value);
	puts_(x, "\"");
}

void xml_attr(xml *x, const char *name, const char *value)
{
	xml_attr_str(x, name, (ramure_str){ value, strlen(value) });
}

void xml_attr_format(xml *x, const char *name, const char *format, ...)
{
	char value[256];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(value, sizeof value, format, arguments);
	va_end(arguments);
	xml_attr(x, name, value);
}

static const char *twin_of(char twin[static 48], const char *name)
{
	snprintf(twin, 48, "style:%s-complex", strchr(name, ':') + 1);
	return twin;
}

void xml_attr_letters(xml *x, const char *name, const char *value)
{
	char twin[48];

	xml_attr(x, name, value);
	xml_attr(x, twin_of(twin, name), value);
}

void xml_attr_letters_pt(xml *x, const char *name, double points)
{
	char twin[48];

	xml_attr_pt(x, name, points);
	xml_attr_pt(x, twin_of(twin, name), points);
}

size_t xml_number(char *at, long value)
{
	char digits[24];
	size_t count = 0, size = 0;
	unsigned long rest = value < 0 ? 0UL - (unsigned long)value : (unsigned long)value;

	if (value < 0)
		at[size++] = '-';
	do {
		digits[count++] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	while (count)
		at[size++] = digits[--count];
	return size;
}

/* Without printf, which would take a good part of the time of a drawing. */
void xml_attr_pt(xml *x, const char *name, double points)
{
	long thousandths = lround(points * 1000), rest = labs(thousandths) % 1000;
	char text[XML_NUMBER + 8];
	size_t size = 0;

	if (thousandths < 0)
		text[size++] = '-';
	size += xml_number(text + size, labs(thousandths) / 1000);
	if (rest) {
		text[size++] = '.';
		for (long share = 100; share; share /= 10)
			text[size++] = (char)('0' + rest / share % 10);
	}
	text[size++] = 'p';
	text[size++] = 't';
	xml_attr_str(x, name, (ramure_str){ text, size });
}

void xml_attr_colour(xml *x, const char *name, ramure_rgb colour)
{
	static const char hex[] = "0123456789abcdef";
	const char text[] = { '#',
			      hex[colour.r >> 4],
			      hex[colour.r & 15],
			      hex[colour.g >> 4],
			      hex[colour.g & 15],
			      hex[colour.b >> 4],
			      hex[colour.b & 15] };

	xml_attr_str(x, name, (ramure_str){ text, sizeof text });
}

void xml_text(xml *x, ramure_str text)
{
	size_t start = 0;

	end_tag(x);
	for (size_t i = 0; i + 1 < text.size; i++) {
		size_t spaces = 0;

		if (text.data[i] != ' ' || text.data[i + 1] != ' ')
			continue;
		put_escaped(x, (ramure_str){ text.data + start, i + 1 - start });
		while (i + 1 + spaces < text.size && text.data[i + 1 + spaces] == ' ')
			spaces++;
		xml_open(x, "text:s");
		xml_attr_format(x, "text:c", "%zu", spaces);
		xml_close(x);
		i += spaces;
		start = i + 1;
	}
	put_escaped(x, (ramure_str){ text.data + start, text.size - start });
}

void xml_chars(xml *x, ramure_str text)
{
	end_tag(x);
	put_escaped(x, text);
}

void xml_words(xml *x, const char *words)
{
	xml_text(x, (ramure_str){ words, strlen(words) });
}

void xml_element(xml *x, const char *name, ramure_str text)
{
	xml_open(x, name);
	xml_text(x, text);
	xml_close(x);
}

void xml_take(xml *x, xml *part)
{
	assert(part->depth == 0 && !part->in_tag);
	end_tag(x);
	if (!part->first)
		return;
	if (x->last)
		x->last->next = part->first;
	else
		x->first = part->first;
	x->last = part->last;
	x->size += part->size;
	*part = xml_new(part->ctx);
}

ramure_str xml_str(const xml *x)
{
	char *text = ramure_alloc(x->ctx, x->size + 1);
	size_t size = 0;

	for (const xml_piece *p = x->first; p; p = p->next) {
		memcpy(text + size, p->bytes, p->size);
		size += p->size;
	}
	return (ramure_str){ text, size };
}
