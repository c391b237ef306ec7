/* markdown_numbers.c: which columns of a table hold numbers: they stand at the right when nobody says otherwise. */
#include "core/source/markdown_reader.h"

#include "core/base/utf8.h"

#include <cmark-gfm-extension_api.h>
#include <string.h>

enum { LONGEST = 40 };

typedef struct cell_words {
	char bytes[LONGEST + 1];
	size_t size;
	bool other; /* something that is no text, or too much of it */
} cell_words;

static void add(cell_words *words, const char *more)
{
	size_t size = strlen(more);

	if (words->size + size > LONGEST) {
		words->other = true;
		return;
	}
	memcpy(words->bytes + words->size, more, size + 1);
	words->size += size;
}

/* The text of a cell, emphasis and strength apart. */
static cell_words words_of(cmark_node *cell)
{
	cmark_iter *walk = cmark_iter_new(cell);
	cell_words words = { .size = 0 };
	cmark_event_type event;

	while (!words.other && (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(walk);
		cmark_node_type type = cmark_node_get_type(node);

		if (event == CMARK_EVENT_EXIT || node == cell || type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH)
			continue;
		if (type == CMARK_NODE_TEXT)
			add(&words, cmark_node_get_literal(node));
		else
			words.other = true;
	}
	cmark_iter_free(walk);
	return words;
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* After the digits: a unit of one sign, or of money in thousands and millions. */
static bool is_unit(ramure_str s)
{
	static const char *const units[] = { "", "%", "‰", "€", "$", "£", "k€", "K€", "M€", "Md€" };

	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strlen(units[i]) == s.size && memcmp(units[i], s.data, s.size) == 0)
			return true;
	return false;
}

/* 12, 1 250 000 €, −20,8 %; but neither 06 12 34 56 78 nor 23/06/2020.  Years count as dates. */
static bool is_number(const cell_words *words)
{
	ramure_str s = { words->bytes, words->size };
	size_t at = 0, digits = 0, before = 0;
	uint32_t c = 0, first = 0;

	while (at < s.size) {
		before = at;
		c = utf8_next(s, &at);
		if (is_digit(c))
			first = digits++ ? first : c;
		else if (!utf8_is_space(c) && !(digits && (c == ',' || c == '.')) &&
			 !(!digits && (c == '+' || c == '-' || c == 0x2212 || c == 0x2013)))
			break;
		before = at;
	}
	if (!digits || (first == '0' && digits > 1 && !strpbrk(words->bytes, ",.")) || words->other)
		return false;
	return is_unit((ramure_str){ s.data + before, s.size - before });
}

static bool is_year(const cell_words *words)
{
	return words->size == 4 && (memcmp(words->bytes, "19", 2) == 0 || memcmp(words->bytes, "20", 2) == 0) &&
	       strspn(words->bytes, "0123456789") == 4;
}

bool markdown_numbers(cmark_node *table, size_t column)
{
	size_t numbers = 0, years = 0;

	for (cmark_node *row = cmark_node_first_child(table); row; row = cmark_node_next(row)) {
		cmark_node *cell = cmark_node_first_child(row);
		cell_words words;

		if (row == cmark_node_first_child(table))
			continue;
		for (size_t i = 0; cell && i < column; i++)
			cell = cmark_node_next(cell);
		if (!cell || !cmark_node_first_child(cell))
			continue;
		words = words_of(cell);
		if (!is_number(&words))
			return false;
		numbers++;
		years += is_year(&words);
	}
	return numbers > years;
}
