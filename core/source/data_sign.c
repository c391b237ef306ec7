/* data_sign.c: the signs that give lines of data their meaning: spaces, dashes, colons. */
#include "core/base/utf8.h"
#include "core/source/data_reader.h"

#include <string.h>

bool data_space_at(const data_reader *r, size_t at, size_t end)
{
	unsigned char c = (unsigned char)r->bytes.data[at];

	if (c < 0x80)
		return c == ' ' || c == '\t';
	return utf8_is_space(utf8_next((ramure_str){ r->bytes.data, end }, &at));
}

size_t data_skip_spaces(const data_reader *r, size_t from, size_t end)
{
	while (from < end && data_space_at(r, from, end))
		utf8_next((ramure_str){ r->bytes.data, end }, &from);
	return from;
}

static bool key_ends_at(const data_reader *r, size_t colon, size_t end, data_key *key)
{
	if (colon >= end || r->bytes.data[colon] != ':' ||
	    (colon + 1 < end && !data_space_at(r, colon + 1, end) && r->bytes.data[colon + 1] != '\n'))
		return false;
	key->rest = data_skip_spaces(r, colon + 1, end);
	return true;
}

bool data_find_key(const data_reader *r, size_t from, size_t end, data_key *key)
{
	const char *bytes = r->bytes.data;
	const char *colon;

	if (from == end || bytes[from] == '[' || bytes[from] == '{' || bytes[from] == ':')
		return false;
	*key = (data_key){ .start = from };
	if (bytes[from] == '"') {
		size_t close = data_closing_quote(r, from, end);

		if (close == end)
			return false;
		*key = (data_key){ .start = from + 1, .end = close, .quoted = true };
		return key_ends_at(r, data_skip_spaces(r, close + 1, end), end, key);
	}
	for (size_t at = from; (colon = memchr(bytes + at, ':', end - at)); at = (size_t)(colon - bytes) + 1) {
		if (!key_ends_at(r, (size_t)(colon - bytes), end, key))
			continue;
		/* Spaces of any width may stand before the colon. */
		for (size_t i = key->end = from; i < (size_t)(colon - bytes);) {
			bool space = data_space_at(r, i, end);

			utf8_next((ramure_str){ bytes, end }, &i);
			if (!space)
				key->end = i;
		}
		return true;
	}
	return false;
}

bool data_dash_at(const data_reader *r, size_t at, size_t end)
{
	return r->bytes.data[at] == '-' && (at + 1 == end || data_space_at(r, at + 1, end));
}

/* What other editors put before the items of a list. */
size_t data_bullet_size(ramure_str line)
{
	static const char *const bullets[] = { "* ", "• ", "– ", "— ", "· ", "●", "▪" };
	size_t digits = 0;

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (line.size > strlen(bullets[i]) && memcmp(line.data, bullets[i], strlen(bullets[i])) == 0)
			return strlen(bullets[i]);
	while (digits < 3 && digits < line.size && line.data[digits] >= '0' && line.data[digits] <= '9')
		digits++;
	if (digits && digits + 2 < line.size && (line.data[digits] == '.' || line.data[digits] == ')') &&
	    line.data[digits + 1] == ' ')
		return digits + 2;
	return 0;
}
