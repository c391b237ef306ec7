/* cff.c: what PDF needs to know of a bare CFF font: its charset. */
#include "cff.h"

#include <stdbool.h>

/* A place in the bytes, which stays at their end when it would leave them. */
typedef struct reader {
	const unsigned char *data;
	size_t size;
	size_t at;
} reader;

static uint32_t take(reader *r, size_t bytes)
{
	uint32_t value = 0;

	if (r->size - r->at < bytes) {
		r->at = r->size;
		return 0;
	}
	while (bytes-- > 0)
		value = value << 8 | r->data[r->at++];
	return value;
}

static void go(reader *r, size_t at)
{
	r->at = at < r->size ? at : r->size;
}

/* Passes over an INDEX (section 5); answers where its first item begins and ends. */
static void pass_index(reader *r, size_t *first, size_t *first_end)
{
	uint32_t count = take(r, 2);
	uint32_t width, start, end;
	size_t table;

	*first = *first_end = r->at;
	if (count == 0)
		return;
	width = take(r, 1);
	table = r->at + ((size_t)count + 1) * width - 1; /* offsets count from the byte before the data */
	start = take(r, width);
	end = take(r, width);
	*first = table + start;
	*first_end = table + end;
	go(r, table - width + 1);
	go(r, table + take(r, width));
}

/* The operators of a Top DICT that matter here (sections 4 and 9). */
typedef struct top_dict {
	bool cid_keyed;
	uint32_t charset; /* offset */
} top_dict;

static top_dict read_top_dict(reader r, size_t end)
{
	enum { CHARSET = 15, ESCAPE = 12, ROS = 30 };
	top_dict top = { 0 };
	uint32_t operand = 0;

	while (r.at < end && r.at < r.size) {
		uint32_t b = take(&r, 1);

		if (b >= 32 && b <= 246) {
			operand = b - 139;
		} else if (b >= 247 && b <= 250) {
			operand = (b - 247) * 256 + take(&r, 1) + 108;
		} else if (b >= 251 && b <= 254) {
			operand = take(&r, 1); /* negative: no offset */
		} else if (b == 28) {
			operand = take(&r, 2);
		} else if (b == 29) {
			operand = take(&r, 4);
		} else if (b == 30) {
			while (r.at < r.size && (take(&r, 1) & 15) != 15)
				continue; /* a real number ends in a nibble of ones */
		} else if (b == ESCAPE) {
			top.cid_keyed |= take(&r, 1) == ROS;
		} else if (b == CHARSET) {
			top.charset = operand;
		}
	}
	return top;
}

/* Section 13: one by one (format 0), or by ranges whose length is a byte (1) or two (2). */
static void read_charset(reader *r, uint32_t *cids, uint32_t count)
{
	uint32_t format = take(r, 1);

	for (uint32_t glyph = 1; glyph < count && r->at < r->size;) {
		uint32_t cid = take(r, 2);
		uint32_t more = format == 0 ? 0 : take(r, format);

		for (uint32_t i = 0; i <= more && glyph < count; i++)
			cids[glyph++] = (cid + i) & 0xFFFF;
	}
}

void cff_cids(const unsigned char *data, size_t size, uint32_t *cids, uint32_t count)
{
	enum { PREDEFINED = 2 }; /* the last of the charsets that have no bytes */
	reader r = { data, size, 0 };
	size_t start, end;
	top_dict top;

	go(&r, 2);
	go(&r, take(&r, 1));
	pass_index(&r, &start, &end); /* names */
	pass_index(&r, &start, &end);
	go(&r, start);
	top = read_top_dict(r, end);
	if (!top.cid_keyed || top.charset <= PREDEFINED)
		return;
	go(&r, top.charset);
	read_charset(&r, cids, count);
}
