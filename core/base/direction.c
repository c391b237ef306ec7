/* direction.c: which way a language is written. */
#include "core/ramure.h"

#include <string.h>

/* The subtag of `tag` from `at` on. */
static ramure_str subtag_at(ramure_str tag, size_t at)
{
	size_t end = at;

	while (end < tag.size && tag.data[end] != '-')
		end++;
	return (ramure_str){ tag.data + at, end - at };
}

/* Subtags are ASCII, and case says nothing (BCP 47, 2.1.1). */
static bool same(ramure_str subtag, const char *known)
{
	size_t i = 0;

	while (i < subtag.size && known[i] && (subtag.data[i] | 0x20) == (known[i] | 0x20))
		i++;
	return i == subtag.size && !known[i];
}

/* It is asked of every text and of every structure element. */
static bool is_among(ramure_str subtag, const char *const *known, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (same(subtag, known[i]))
			return true;
	return false;
}

bool ramure_is_leftward(ramure_str lang)
{
	static const char *const langs[] = { "ar", "arc", "ckb", "dv",  "fa", "he", "iw", "ji",
					     "ks", "ps",  "sd",  "syr", "ug", "ur", "yi" };
	static const char *const scripts[] = { "Adlm", "Arab", "Aran", "Hebr", "Mand",
					       "Nkoo", "Rohg", "Samr", "Syrc", "Thaa" };
	ramure_str first, second = { "", 0 };

	if (!lang.size)
		return false;
	first = subtag_at(lang, 0);
	if (first.size < lang.size)
		second = subtag_at(lang, first.size + 1);
	if (second.size == 4) /* a script decides (BCP 47, 2.2.3): Azerbaijani is written in three */
		return is_among(second, scripts, sizeof scripts / sizeof *scripts);
	return is_among(first, langs, sizeof langs / sizeof *langs);
}
