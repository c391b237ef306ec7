/* break_verdict.c: how welcome the end of a line is at a place, by the words and signs around it. */
#include "core/layout/break_verdict.h"

#include "core/base/utf8.h"

#include <hb.h>
#include <string.h>

/* Costs are in the currency of paragraph_lines.c: 100 is a line that is empty. */
static const float AFTER_SHORT_WORD = 25, BETWEEN_NAMES = 15, BETWEEN_NUMBERS = 12, AT_SOFT_HYPHEN = 12,
		   IN_COMPOUND = 10;
static const float AFTER_SENTENCE = -4, AFTER_ITS_FIRST_WORD = 10;
static const float AFTER_COLON = -8, AFTER_COMMA = -4, BEFORE_LINK_WORD = -4, BEFORE_QUOTE = -4, IN_QUOTATION = 10;
enum { LONG_WORD = 20, SHORT_QUOTATION = 40 };

static const break_language languages[] = {
	{ "fr",
	  " à au aux ce ces d de des du en et il je la le les leur l ma me mes mon n ne nos on ou où par pas pour "
	  "qu que qui sa sans se ses si son sous sur ta te tes tu un une vos y ",
	  " et ou qui que mais car donc puis afin pour dont où ",
	  " article articles chapitre chapitres étape étapes figure figures lot lots mesure mesures odd page pages "
	  "partie parties phase phases point points tableau tableaux titre titres volet volets " },
	{ "en", " a an and as at by for i in is it my no of on or our so the to we ",
	  " and or who which that but because so for where ",
	  " article articles chapter chapters figure figures measure measures page pages part parts phase phases "
	  "point points sdg section sections step steps table tables " },
};

const break_language *break_language_of(ramure_str lang)
{
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (lang.size >= 2 && memcmp(lang.data, languages[i].name, 2) == 0)
			return &languages[i];
	return NULL;
}

/* ---- looking around a place ---- */

static bool is_space(uint32_t c)
{
	return c == '\n' || utf8_is_space(c);
}

static uint32_t before(ramure_str s, size_t *at)
{
	size_t p;

	if (*at == 0)
		return 0;
	do
		--*at;
	while (*at && ((unsigned char)s.data[*at] & 0xC0) == 0x80);
	p = *at;
	return utf8_next(s, &p);
}

static uint32_t at_place(ramure_str s, size_t at)
{
	return at < s.size ? utf8_next(s, &at) : 0;
}

/* No-break spaces hold what stands around them together, but a word ends there. */
static bool ends_word(uint32_t c)
{
	return c == 0 || is_space(c) || c == 0x2019 || c == '\'' || c == '-' || c == 0x2011 || c == 0xAB || c == '(' ||
	       c == 0x201C || c == '"' || c == '[';
}

static ramure_str word_before(ramure_str s, size_t end)
{
	size_t start = end;

	for (size_t at = end; at > 0; start = at)
		if (ends_word(before(s, &at)))
			break;
	return (ramure_str){ s.data + start, end - start };
}

static ramure_str word_after(ramure_str s, size_t start)
{
	size_t end = start;

	for (size_t at = start; at < s.size; end = at)
		if (ends_word(utf8_next(s, &at)))
			break;
	return (ramure_str){ s.data + start, end - start };
}

static bool listed(const char *list, ramure_str word)
{
	enum { LONGEST = 24 };
	char wanted[LONGEST + 3];
	size_t size = 0;

	if (!word.size || word.size > LONGEST)
		return false;
	wanted[size++] = ' ';
	for (size_t i = 0; i < word.size; i++)
		wanted[size++] = (char)(word.data[i] >= 'A' && word.data[i] <= 'Z' ? word.data[i] + 32 : word.data[i]);
	/* À as à: the two letters of the lists that begin with C3. */
	for (size_t i = 1; i + 1 < size; i++)
		if ((unsigned char)wanted[i] == 0xC3 && ((unsigned char)wanted[i + 1] & 0xE0) == 0x80)
			wanted[i + 1] = (char)(wanted[i + 1] | 0x20);
	wanted[size++] = ' ';
	wanted[size] = '\0';
	return strstr(list, wanted) != NULL;
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static hb_unicode_general_category_t category(uint32_t c)
{
	return hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
}

static bool is_letter(uint32_t c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z' ? true
	       : c < 0x80                         ? false
						  : category(c) >= HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER &&
				    category(c) <= HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER;
}

static bool is_capital(uint32_t c)
{
	return c < 0x80 ? c >= 'A' && c <= 'Z' : category(c) == HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER;
}

static bool all_capitals(ramure_str word)
{
	size_t letters = 0;

	for (size_t at = 0; at < word.size; letters++)
		if (!is_capital(utf8_next(word, &at)))
			return false;
	return letters >= 2 && letters <= 5;
}

/* Jean, Éric, but neither LE nor J: a first name. */
static bool name_like(ramure_str word)
{
	size_t at = 0, letters = 1;

	if (!word.size || !is_capital(utf8_next(word, &at)))
		return false;
	for (; at < word.size; letters++) {
		uint32_t c = utf8_next(word, &at);

		if (!is_letter(c) || is_capital(c))
			return false;
	}
	return letters >= 3;
}

/* Signs that belong to the number before them, wherever the spaces are. */
static bool is_unit(uint32_t c)
{
	return c == '%' || c == 0x2030 || c == 0xB0 ||
	       (c && category(c) == HB_UNICODE_GENERAL_CATEGORY_CURRENCY_SYMBOL);
}

static bool clings_to_former(uint32_t c)
{
	return c == ':' || c == ';' || c == '!' || c == '?' || c == 0xBB || is_unit(c);
}

/* ---- judging a place ---- */

static const break_verdict NEVER = { .allowed = false };

static break_verdict at_cost(float cost)
{
	return (break_verdict){ .allowed = true, .level = BREAK_FREE, .cost = cost };
}

static break_verdict after_short_word(void)
{
	return (break_verdict){ .allowed = true, .cost = AFTER_SHORT_WORD, .clings = true };
}

/* Letters and signs around a place that no space divides. */
static size_t length_around(ramure_str s, size_t place)
{
	size_t length = 0;

	for (size_t at = place; at > 0 && length <= LONG_WORD; length++)
		if (is_space(before(s, &at)))
			break;
	for (size_t at = place; at < s.size && length <= LONG_WORD; length++)
		if (is_space(utf8_next(s, &at)))
			break;
	return length;
}

/* "-t-il", "vis-à-vis": one letter alone neither ends a line nor begins one.  `left` and `right` are where the hyphen
 * begins and ends. */
static bool parts_letter(ramure_str s, size_t left, size_t right)
{
	size_t letters = 0;

	while (left > 0 && letters < 2 && is_letter(before(s, &left)))
		letters++;
	if (letters == 1)
		return true;
	for (letters = 0; right < s.size && letters < 2 && is_letter(utf8_next(s, &right));)
		letters++;
	return letters == 1;
}

/* Between two characters without a space.  UAX 14 would part "M€", "et/ou" and "vice-président". */
static break_verdict judge_inside(ramure_str s, size_t place)
{
	size_t at = place;
	uint32_t left = before(s, &at), right = at_place(s, place), former;
	size_t sign = at;

	former = before(s, &at);

	if (left == 0xAD)
		return (break_verdict){ .allowed = true, .cost = AT_SOFT_HYPHEN, .hyphen = true };
	if (left == 0x200B)
		return at_cost(0);
	if (left >= 0x2E80 || right >= 0x2E80)
		return at_cost(0);
	if (left == 0x2014 || (left == 0x2013 && !is_digit(former)))
		return at_cost(0);
	if ((left == '-' || left == 0x2010) && parts_letter(s, sign, place))
		return NEVER;
	if (left == '-' || left == 0x2010 || left == '/' || left == '?' || left == '&' || left == 0x2013)
		return length_around(s, place) > LONG_WORD ? at_cost(IN_COMPOUND) : NEVER;
	return NEVER;
}

/* 1901, 2020: a date, which counts nothing. */
static bool is_year(ramure_str word)
{
	return word.size == 4 && (memcmp(word.data, "19", 2) == 0 || memcmp(word.data, "20", 2) == 0);
}

static bool is_count(ramure_str word)
{
	size_t at = word.size;

	return is_digit(before(word, &at)) && !is_year(word);
}

/* 12 associations, 1 250 000; but neither "2020 continue" nor "12 à". */
static bool counts(const break_language *l, ramure_str number, ramure_str next)
{
	size_t at = number.size;
	uint32_t first = at_place(next, 0);

	if (!is_digit(before(number, &at)))
		return false;
	if (is_digit(first))
		return true;
	return is_letter(first) && !is_year(number) && !(l && (listed(l->clinging, next) || listed(l->linking, next)));
}

/* 13, 21) or 3, 5, 8: numbers one after the other, which name things. */
static bool goes_on_counting(ramure_str former, ramure_str next)
{
	size_t at = former.size, digits = 0;

	before(former, &at);
	while (digits < next.size && is_digit((unsigned char)next.data[digits]))
		digits++;
	return is_digit(before(former, &at)) && digits > 0 && next.size <= digits + 2;
}

static break_verdict judge_words(const break_language *l, ramure_str former, ramure_str next)
{
	size_t at = former.size;
	uint32_t last = before(former, &at), first = at_place(next, 0);
	bool named = name_like(former);

	if (last == ':')
		return (break_verdict){ .allowed = true, .cost = AFTER_COLON, .colon = true };
	if (last == ',' && goes_on_counting(former, next))
		return at_cost(BETWEEN_NUMBERS);
	if (last == ',' || last == ';') /* "et," says nothing yet */
		return l && listed(l->clinging, (ramure_str){ former.data, at }) ? after_short_word()
										 : at_cost(AFTER_COMMA);
	if (counts(l, former, next))
		return (break_verdict){ .allowed = true, .level = BREAK_AVOIDED };
	if (is_digit(first) && (all_capitals(former) || (l && listed(l->numbered, former))))
		return (break_verdict){ .allowed = true, .level = BREAK_AVOIDED };
	if (l && listed(l->clinging, former))
		return after_short_word();
	if (named && (is_capital(first) || is_digit(first))) /* Anne Roy, Agenda 2030 */
		return at_cost(BETWEEN_NAMES);
	if (l && listed(l->linking, next))
		return at_cost(BEFORE_LINK_WORD);
	return at_cost(0);
}

static bool ends_sentence(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* Lines begin with sentences rather than end with their first word. */
static float cost_of_sentence(ramure_str s, ramure_str former)
{
	size_t at = (size_t)(former.data - s.data) + former.size, start = (size_t)(former.data - s.data);

	if (former.size && ends_sentence(before(s, &at)))
		return AFTER_SENTENCE;
	while (start > 0 && s.data[start - 1] == ' ')
		start--;
	return start > 0 && ends_sentence(before(s, &start)) ? AFTER_ITS_FIRST_WORD : 0;
}

/* 2020, whatever sign follows. */
static bool begins_with_year(ramure_str word)
{
	return word.size >= 4 && is_year((ramure_str){ word.data, 4 }) && !is_digit(at_place(word, 4)) &&
	       !is_letter(at_place(word, 4));
}

/* 23 juin | 2020: a day and its month, before a year. */
static bool parts_date(ramure_str s, ramure_str month, ramure_str year)
{
	size_t end = (size_t)(month.data - s.data), at;
	ramure_str day;

	if (!begins_with_year(year) || !month.size || !is_letter(at_place(month, 0)))
		return false;
	for (at = end; at > 0 && is_space(before(s, &at));)
		end = at;
	day = word_before(s, end);
	return day.size > 0 && is_digit(at_place(day, 0));
}

static bool opens_quote(uint32_t c)
{
	return c == 0xAB || c == 0x201C;
}

/* Whether the place parts « words » that one reads as a name: few bytes to either guillemet. */
static bool parts_quotation(ramure_str s, size_t place)
{
	size_t near = place < SHORT_QUOTATION ? place : SHORT_QUOTATION, start = place, end = place;
	uint32_t c = 0;

	if (!memchr(s.data + place - near, 0xAB, near)) /* the last byte of « */
		return false;
	while (start > place - near && c != 0xAB && c != 0xBB)
		c = before(s, &start);
	if (c != 0xAB)
		return false;
	for (c = 0; end < s.size && end - start < SHORT_QUOTATION && c != 0xAB && c != 0xBB;)
		c = utf8_next(s, &end);
	return c == 0xBB;
}

break_verdict break_judge(const break_language *l, ramure_str s, size_t place)
{
	size_t end = place, at;
	break_verdict v;

	while (end > 0 && s.data[end - 1] == ' ')
		end--;
	if (end == place)
		return judge_inside(s, place);
	at = end;
	if (clings_to_former(at_place(s, place)) || before(s, &at) == 0xAB)
		return NEVER;
	if (parts_date(s, word_before(s, end), word_after(s, place)) ||
	    (at_place(s, place) == 0xAB && is_count(word_before(s, end)))) /* 5 « boîtes à outils » */
		return (break_verdict){ .allowed = true, .level = BREAK_AVOIDED };
	v = judge_words(l, word_before(s, end), word_after(s, place));
	v.cost += cost_of_sentence(s, word_before(s, end));
	if (v.cost < AFTER_SHORT_WORD && opens_quote(at_place(s, place)))
		v.cost += BEFORE_QUOTE;
	else if (parts_quotation(s, place))
		v.cost += IN_QUOTATION;
	return v;
}
