/* direction.c: which way a language is written. */
#include "core/ramure.h"

#include <string.h>

/* The subtag of `tag` from `at` on. */
static ramure_str subtag(ramure_str tag, size_t at)
{
	size_t end = at;

	while (end < tag.size && tag.data[end] != '-')
		end++;
	return (ramure_str){ tag.data + at, end - at };
}

static bool is_among(ramure_str word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (ramure_name_equal(word, words[i]))
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
	first = subtag(lang, 0);
	if (first.size < lang.size)
		second = subtag(lang, first.size + 1);
	if (second.size == 4) /* a script decides (BCP 47, 2.2.3): Azerbaijani is written in three */
		return is_among(second, scripts, sizeof scripts / sizeof *scripts);
	return is_among(first, langs, sizeof langs / sizeof *langs);
}
