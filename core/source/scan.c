/* scan.c: the signs, figures and words of which values are made. */
#include "core/source/scan.h"

#include "core/base/utf8.h"

#include <string.h>

scan scan_of(ramure_str s)
{
	return (scan){ .s = s };
}

void scan_spaces(scan *c)
{
	while (c->at < c->s.size) {
		size_t next = c->at;
		uint32_t sign = utf8_next(c->s, &next);

		if (!utf8_is_space(sign) && sign != '\n')
			return;
		c->at = next;
	}
}

bool scan_end(scan *c)
{
	scan_spaces(c);
	return c->at == c->s.size;
}

bool scan_sign(scan *c, const char *sign)
{
	size_t size = strlen(sign);

	if (c->s.size - c->at < size || memcmp(c->s.data + c->at, sign, size) != 0)
		return false;
	c->at += size;
	return true;
}

size_t scan_digits(scan *c, int64_t *value)
{
	size_t digits = 0;

	*value = 0;
	while (c->at < c->s.size && c->s.data[c->at] >= '0' && c->s.data[c->at] <= '9' && digits < 18) {
		*value = *value * 10 + (c->s.data[c->at++] - '0');
		digits++;
	}
	return digits;
}

/* The letters of Latin-1 and the ligature, which is all that names of months and units need. */
static const char *plain_letters(uint32_t sign, char *own)
{
	static const struct {
		uint32_t first, last;
		const char *plain;
	} accented[] = {
		{ 0xC0, 0xC5, "a" },
		{ 0xC7, 0xC7, "c" },
		{ 0xC8, 0xCB, "e" },
		{ 0xCC, 0xCF, "i" },
		{ 0xD2, 0xD6, "o" },
		{ 0xD9, 0xDC, "u" },
		{ 0xE0, 0xE5, "a" },
		{ 0xE7, 0xE7, "c" },
		{ 0xE8, 0xEB, "e" },
		{ 0xEC, 0xEF, "i" },
		{ 0xF2, 0xF6, "o" },
		{ 0xF9, 0xFC, "u" },
		{ 0x152, 0x153, "oe" },
		/* combining marks, of texts that are not in NFC */
		{ 0x300, 0x36F, "" },
	};

	if ((sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z')) {
		own[0] = (char)(sign | 0x20);
		return own;
	}
	for (size_t i = 0; i < sizeof accented / sizeof *accented; i++)
		if (sign >= accented[i].first && sign <= accented[i].last)
			return accented[i].plain;
	return NULL;
}

scan_letters scan_word(scan *c)
{
	scan_letters word = { .size = 0 };
	size_t start = c->at;

	while (c->at < c->s.size) {
		size_t next = c->at, size;
		char own[2] = "";
		const char *plain = plain_letters(utf8_next(c->s, &next), own);

		if (!plain)
			break;
		size = strlen(plain);
		if (word.size + size >= sizeof word.text) {
			c->at = start;
			return (scan_letters){ .size = 0 };
		}
		memcpy(word.text + word.size, plain, size + 1);
		word.size += size;
		c->at = next;
	}
	return word;
}

int scan_one_of(scan *c, const char *words)
{
	size_t start = c->at;
	scan_letters word = scan_word(c);

	for (int rank = 0; word.size && *words; rank++) {
		size_t size = strcspn(words, "|");

		if (size == word.size && memcmp(words, word.text, size) == 0)
			return rank;
		words += size + (words[size] == '|');
	}
	c->at = start;
	return -1;
}

void scan_skip(scan *c)
{
	size_t start = c->at;
	int64_t digits;

	if (!scan_digits(c, &digits))
		scan_word(c);
	/* Marks alone are passed over and yet no letters: what counts is where they have led. */
	if (c->at == start)
		utf8_next(c->s, &c->at);
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool colour_scan(ramure_str text, ramure_rgb *colour)
{
	size_t figures = text.size == 7 ? 2 : 1; /* of a channel */
	uint8_t channels[3];

	if ((text.size != 7 && text.size != 4) || text.data[0] != '#')
		return false;
	for (size_t i = 0; i < 3; i++) {
		int high = hex(text.data[1 + i * figures]), low = hex(text.data[(i + 1) * figures]);

		if (high < 0 || low < 0)
			return false;
		channels[i] = (uint8_t)(high * 16 + low);
	}
	*colour = (ramure_rgb){ channels[0], channels[1], channels[2] };
	return true;
}
