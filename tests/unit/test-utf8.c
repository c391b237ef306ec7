/* Texts in NFC, names as people compare them. */
#include "tests/unit/unit.h"

#include <string.h>

#include "core/base/utf8.h"

static arena *memory(void)
{
	return arena_new(0, NULL, NULL);
}

static void a_text_that_is_composed_is_left_alone(void **state)
{
	static const char *const texts[] = { "plain", "L’été, « déjà » : 8 M€…", "ǧ œ ß", "\u2002\u203F", "" };
	arena *a = memory();

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		ramure_str s = { texts[i], strlen(texts[i]) };
		ramure_str got = utf8_nfc(a, s);

		assert_int_equal(got.size, s.size);
		assert_memory_equal(got.data, s.data, s.size);
	}
	arena_free(a);
}

static void a_text_that_is_not_is_composed(void **state)
{
	static const char *const pairs[][2] = {
		{ "e\u0301te\u0301", "été" },
		{ "\u2126", "Ω" },
		{ "\u2000|\u2001", "\u2002|\u2003" },
		{ "\u212B", "Å" },
		{ "a\u0340", "à" },
		{ "\u1100\u1161", "가" },
		{ "\u2028e\u0301", "\u2028é" },
		{ "\u0915\u093C", "\u0915\u093C" },
	};
	arena *a = memory();

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		ramure_str got = utf8_nfc(a, (ramure_str){ pairs[i][0], strlen(pairs[i][0]) });

		assert_int_equal(got.size, strlen(pairs[i][1]));
		assert_memory_equal(got.data, pairs[i][1], got.size);
	}
	arena_free(a);
}

static void names_compare_without_accents_case_hyphens_and_spaces(void **state)
{
	static const char *const pairs[][2] = {
		{ "Sous-Titre d’Œuvre_été", "soustitredoeuvreete" },
		{ "Straße", "strasse" },
		{ "E\u0301quipe \u200BÆon", "equipeaeon" },
		{ "ΟΔΌΣ", "οδοσ" },
		{ "\u1E9B\u0323", "s" },
		{ "\u0301", "" },
		{ "é\xFF", "e\uFFFD" },
	};
	arena *a = memory();

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		ramure_str got = utf8_fold_name(a, (ramure_str){ pairs[i][0], strlen(pairs[i][0]) });

		assert_int_equal(got.size, strlen(pairs[i][1]));
		if (got.size)
			assert_memory_equal(got.data, pairs[i][1], got.size);
	}
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_that_is_composed_is_left_alone),
		cmocka_unit_test(a_text_that_is_not_is_composed),
		cmocka_unit_test(names_compare_without_accents_case_hyphens_and_spaces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
