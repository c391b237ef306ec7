/* utf8.c: decoding by the table of well-formed sequences, and names without what people leave out. */
#include "core/base/utf8.h"

#include "core/base/buf.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Length of the well-formed sequence of several bytes at `p` (`left` remain), or 0 (Unicode 15, table 3-7). */
static size_t sequence(const unsigned char *p, size_t left)
{
	unsigned char low = 0x80, high = 0xBF;
	size_t size;

	if (p[0] >= 0xC2 && p[0] <= 0xDF)
		size = 2;
	else if (p[0] >= 0xE0 && p[0] <= 0xEF)
		size = 3;
	else if (p[0] >= 0xF0 && p[0] <= 0xF4)
		size = 4;
	else
		return 0;
	if (p[0] == 0xE0)
		low = 0xA0;
	else if (p[0] == 0xED)
		high = 0x9F;
	else if (p[0] == 0xF0)
		low = 0x90;
	else if (p[0] == 0xF4)
		high = 0x8F;
	if (left < size || p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < size; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	return size;
}

uint32_t utf8_next(ramure_str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.data + *at;
	size_t size;

	if (p[0] < 0x80) {
		++*at;
		return p[0];
	}
	size = sequence(p, s.size - *at);
	*at += size ? size : 1;
	switch (size) {
	case 2:
		return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
	case 3:
		return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
	case 4:
		return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 | (uint32_t)(p[2] & 0x3F) << 6 |
		       (p[3] & 0x3F);
	default:
		return 0xFFFD;
	}
}

size_t utf8_check(ramure_str s)
{
	const unsigned char *p = (const unsigned char *)s.data;
	size_t i = 0;

	while (i < s.size) {
		size_t size = p[i] < 0x80 ? 1 : sequence(p + i, s.size - i);

		if (!size)
			return i;
		i += size;
	}
	return i;
}

size_t utf8_length(ramure_str s)
{
	size_t length = 0;

	for (size_t i = 0; i < s.size; i++)
		length += ((unsigned char)s.data[i] & 0xC0) != 0x80;
	return length;
}

bool utf8_is_space(uint32_t c)
{
	if (c < 0xA0)
		return c == ' ' || c == '\t';
	return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool utf8_in_word(uint32_t c)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);

	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

static bool is_ascii(ramure_str s)
{
	for (size_t i = 0; i < s.size; i++)
		if ((unsigned char)s.data[i] >= 0x80)
			return false;
	return true;
}

/* Letters, signs and punctuation of Latin texts: nothing below U+0300 composes with what stands before it, nor anything
 * from U+2002 to U+203F (UAX 15, NFC_Quick_Check).  Valid UTF-8 is expected, other bytes are left to the library. */
static bool is_composed(ramure_str s)
{
	for (size_t i = 0; i < s.size; i++) {
		unsigned char c = (unsigned char)s.data[i];

		if (c < 0xCC)
			continue;
		if (c != 0xE2 || i + 2 >= s.size || (unsigned char)s.data[i + 1] != 0x80 ||
		    (unsigned char)s.data[i + 2] < 0x82)
			return false;
	}
	return true;
}

ramure_str utf8_nfc(arena *a, ramure_str s)
{
	utf8proc_uint8_t *result = NULL;
	utf8proc_ssize_t size;
	char *copy;

	if (is_composed(s))
		return s;
	size = utf8proc_map((const utf8proc_uint8_t *)s.data, (utf8proc_ssize_t)s.size, &result,
			    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (size < 0)
		return s; /* other bytes than UTF-8 stay as they are */
	copy = memcpy(arena_alloc(a, (size_t)size + 1), result, (size_t)size);
	free(result);
	return (ramure_str){ copy, (size_t)size };
}

static char small_letter(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/* Puts a sign as a small letter, without marks; nothing for a mark, or for what nobody sees, as the space of no width
 * that is copied with a word. */
static void put_bare(buf *out, uint32_t sign)
{
	enum { MOST = 8 }; /* none becomes more than three */
	const utf8proc_option_t options =
		UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE | UTF8PROC_CASEFOLD;
	utf8proc_int32_t parts[MOST];
	utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)sign, parts, MOST, options, &(int){ 0 });

	for (utf8proc_ssize_t i = 0; i < count && i < MOST; i++)
		if (parts[i] == 0x153)
			buf_puts(out, "oe");
		else if (parts[i] == 0xE6)
			buf_puts(out, "ae");
		else
			buf_put_utf8(out, (uint32_t)parts[i]);
}

/* Without marks their order means nothing, so that every sign can be taken by itself. */
static ramure_str bare(arena *a, ramure_str s)
{
	buf out = buf_on(a);

	if (is_ascii(s)) {
		char *small = arena_alloc(a, s.size + 1);

		for (size_t i = 0; i < s.size; i++)
			small[i] = small_letter(s.data[i]);
		return (ramure_str){ small, s.size };
	}
	for (size_t i = 0; i < s.size;) {
		uint32_t c = utf8_next(s, &i);

		if (c < 0x80)
			buf_putc(&out, small_letter((char)c));
		else
			put_bare(&out, c);
	}
	return buf_str(&out);
}

ramure_str utf8_fold_name(arena *a, ramure_str s)
{
	char *kept;
	size_t size = 0;

	s = bare(a, s);
	kept = (char *)s.data; /* fresh, and it only becomes shorter */
	for (size_t i = 0; i < s.size;) {
		size_t start = i;
		uint32_t c = utf8_next(s, &i);

		if (c == '-' || c == '_' || c == '\'' || c == 0x2019 || c == 0x2010 || c == 0x2011 || utf8_is_space(c))
			continue;
		while (start < i)
			kept[size++] = s.data[start++];
	}
	return (ramure_str){ kept, size };
}

ramure_str utf8_slug(arena *a, ramure_str s)
{
	buf out = buf_on(a);
	bool gap = false;

	s = bare(a, s);
	for (size_t i = 0; i < s.size;) {
		uint32_t c = utf8_next(s, &i);

		if (!utf8_in_word(c)) {
			gap = true;
			continue;
		}
		if (gap && out.size)
			buf_putc(&out, '-');
		gap = false;
		buf_put_utf8(&out, c);
	}
	return buf_str(&out);
}

size_t utf8_distance(ramure_str a, ramure_str b, size_t bound)
{
	enum { LONGEST = 64 };
	uint32_t x[LONGEST], y[LONGEST];
	size_t rows[3][LONGEST + 1];
	size_t n = 0, m = 0;

	for (size_t i = 0; i < a.size && n < LONGEST;)
		x[n++] = utf8_next(a, &i);
	for (size_t i = 0; i < b.size && m < LONGEST;)
		y[m++] = utf8_next(b, &i);
	if ((n > m ? n - m : m - n) > bound)
		return bound + 1;
	for (size_t j = 0; j <= m; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t *row = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];

		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t best = before[j - 1] + (x[i - 1] != y[j - 1]);

			if (before[j] + 1 < best)
				best = before[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1] && earlier[j - 2] + 1 < best)
				best = earlier[j - 2] + 1;
			row[j] = best;
		}
	}
	return rows[n % 3][m] <= bound ? rows[n % 3][m] : bound + 1;
}
