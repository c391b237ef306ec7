/* check_text.c: slides, passages, sentences and words, as checks look for them. */
#include "core/check/check.h"

#include "core/base/utf8.h"

#include <string.h>

const ramure_node *check_next_slide(ramure_walk *walk)
{
	while (ramure_walk_next(walk))
		if (walk->entering && walk->node->type == RAMURE_SLIDE) {
			walk->skip = true;
			return walk->node;
		}
	return NULL;
}

bool check_is_passage(const ramure_node *node)
{
	switch ((int)node->type) {
	case RAMURE_PARAGRAPH:
	case RAMURE_KEY:
	case RAMURE_LABEL:
	case RAMURE_NUMERAL:
	case RAMURE_UNIT:
	case RAMURE_ATTRIBUTION:
	case RAMURE_PHRASE:
		return true;
	}
	return false;
}

static bool is_sign(uint32_t c)
{
	return c > 0x7F ? c != 0x2013 && c != 0x2014 && c != 0xAB && c != 0xBB && c != 0x2026
			: (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

size_t check_count_words(ramure_str text)
{
	size_t count = 0;
	bool counted = false;

	for (size_t i = 0; i < text.size;) {
		uint32_t c = utf8_next(text, &i);

		if (c == '\n' || utf8_is_space(c)) {
			counted = false;
		} else if (!counted && is_sign(c)) {
			counted = true;
			count++;
		}
	}
	return count;
}

static bool ends_sentence(ramure_str text, size_t i)
{
	if (i == text.size)
		return true;
	return strchr(".!?", text.data[i]) && text.data[i] &&
	       (i + 1 == text.size || text.data[i + 1] == ' ' || text.data[i + 1] == '\n');
}

bool check_next_sentence(ramure_str text, size_t *at, ramure_str *sentence)
{
	size_t start = *at, end;

	while (start < text.size && (text.data[start] == ' ' || text.data[start] == '\n'))
		start++;
	if (start >= text.size)
		return false;
	end = start;
	while (!ends_sentence(text, end))
		end++;
	*sentence = (ramure_str){ text.data + start, end - start };
	*at = end < text.size ? end + 1 : end;
	return true;
}
