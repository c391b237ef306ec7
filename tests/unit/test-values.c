/* Numbers, dates, periods and hours: every form of the guide, what is refused, and how a document says them. */
#include "tests/unit/unit.h"

#include "core/source/fields.h"
#include "core/source/scan.h"

#include <string.h>

static ramure_str str(const char *s)
{
	return (ramure_str){ s, strlen(s) };
}

static void assert_words(ramure_str words, const char *expected)
{
	assert_string_equal(words.data, expected);
	assert_int_equal(words.size, strlen(expected));
}

typedef struct typed_number {
	const char *typed;
	int64_t digits;
	int decimals;
	const char *unit;
} typed_number;

static void check_number(ramure_ctx *ctx, const typed_number *expected)
{
	ramure_number n;

	if (!number_scan(ctx, str(expected->typed), &n, NULL))
		fail_msg("'%s' is not read", expected->typed);
	assert_int_equal(n.digits, expected->digits);
	assert_int_equal(n.decimals, expected->decimals);
	assert_true(ramure_str_equal(n.unit, str(expected->unit)));
}

static void numbers_are_read_as_typed(void **state)
{
	static const typed_number read[] = {
		{ "35,2", 352, 1, "" },
		{ "35.2", 352, 1, "" },
		{ "1 250 000 €", 1250000, 0, "€" },
		{ "1\u202F250\u00A0000,50", 125000050, 2, "" },
		{ "8 M€", 8, 0, "M€" },
		{ "-3", -3, 0, "" },
		{ "\u22122,5 %", -25, 1, "%" },
		{ "+4", 4, 0, "" },
		{ "12 %", 12, 0, "%" },
		{ "0,05", 5, 2, "" },
		{ "2020", 2020, 0, "" },
		{ "1,250", 1250, 3, "" },
		{ "1,250,000", 1250000, 0, "" },
		{ "1.250.000 €", 1250000, 0, "€" },
		{ "1,250.50", 125050, 2, "" },
		{ "1.250,50", 125050, 2, "" },
		{ "£1 250", 1250, 0, "£" },
		{ "\u2212€8M", -8, 0, "M€" },
		{ "EUR 12,50", 1250, 2, "EUR" },
	};
	static const char *const refused[] = { "",          "x",       "1,2,3",       "12 34",
					       "1e3",       "35,2,1",  ",5",          "1 2345",
					       "1,250,00",  "1.25.50", "1,250,000,5", "12345,678,901",
					       "£",         "£ £5",    "1 250,5.2",   "1.250 5",
					       "0,250,000", "1,,250",  "1,.5",        "12345678901234567890" };
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	for (size_t i = 0; i < sizeof read / sizeof *read; i++)
		check_number(ctx, &read[i]);
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		ramure_number n;

		if (number_scan(ctx, str(refused[i]), &n, NULL))
			fail_msg("'%s' is read as a number", refused[i]);
	}
	ctx_free(ctx);
}

static void english_groups_thousands_with_commas(void **state)
{
	static const typed_number read[] = {
		{ "1,250", 1250, 0, "" },       { "£1,200", 1200, 0, "£" }, { "-£1,250,000.5", -12500005, 1, "£" },
		{ "35.2", 352, 1, "" },         { "35,2", 352, 1, "" },     { "0,250", 250, 3, "" },
		{ "1.250", 1250, 3, "" },       { "$8m", 8, 0, "$m" },      { "€ 8 million", 8, 0, "€\u00A0million" },
		{ "1250,125", 1250125, 3, "" }, { "US$ 5", 5, 0, "US$" },   { "1,200 €", 1200, 0, "€" },
	};
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	ctx->lang = STR("en");
	for (size_t i = 0; i < sizeof read / sizeof *read; i++)
		check_number(ctx, &read[i]);
	ctx_free(ctx);
}

static void what_may_be_thousands_is_doubtful(void **state)
{
	static const struct {
		const char *lang, *typed;
		bool doubtful;
	} cases[] = {
		{ "fr", "1.250", true },  { "fr", "1.250 €", true },    { "fr", "1,250 €", true },
		{ "fr", "1,250", false }, { "fr", "1 250,500", false }, { "fr", "0.250", false },
		{ "fr", "1.25", false },  { "fr", "1.250.000", false }, { "en", "1,250", false },
		{ "en", "1.250", false }, { "en", "£1.250", true },     { "en", "£1,250", false },
	};
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ramure_number n;
		bool doubtful;

		ctx->lang = str(cases[i].lang);
		assert_true(number_scan(ctx, str(cases[i].typed), &n, &doubtful));
		if (doubtful != cases[i].doubtful)
			fail_msg("%s: '%s' is%s doubtful", cases[i].lang, cases[i].typed, doubtful ? "" : " not");
	}
	ctx_free(ctx);
}

static void numbers_are_said_in_the_language(void **state)
{
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	assert_words(ramure_number_format(ctx, 1250000.5, 1), "1\u202F250\u202F000,5");
	assert_words(ramure_number_format(ctx, 999, 0), "999");
	assert_words(ramure_number_format(ctx, -0.04, 1), "0,0");
	assert_words(ramure_number_format(ctx, -2.55, 2), "\u22122,55");
	assert_words(ramure_number_format(ctx, 0.07, 2), "0,07");
	assert_words(ramure_quantity_format(ctx, 1250, 0, STR("£")), "1\u202F250\u00A0£");
	ctx->lang = STR("en-GB");
	assert_words(ramure_number_format(ctx, 1250000.5, 1), "1,250,000.5");
	assert_words(ramure_quantity_format(ctx, -1250, 0, STR("£")), "\u2212£1,250");
	assert_words(ramure_quantity_format(ctx, 8.5, 1, STR("$m")), "$8.5m");
	assert_words(ramure_quantity_format(ctx, 8, 0, STR("M€")), "8\u00A0M€");
	assert_words(ramure_quantity_format(ctx, 8, 0, STR("CHF")), "8\u00A0CHF");
	ctx_free(ctx);
}

static void dates_are_read_in_both_languages(void **state)
{
	static const struct {
		const char *typed;
		int32_t year;
		uint8_t month, day;
	} read[] = {
		{ "2020-06-23", 2020, 6, 23 },
		{ "23/06/2020", 2020, 6, 23 },
		{ "23.06.2020", 2020, 6, 23 },
		{ "12/07/21", 2021, 7, 12 },
		{ "le 23 juin 2020", 2020, 6, 23 },
		{ "Le mardi 23 juin 2020", 2020, 6, 23 },
		{ "23\u00A0juin\u00A02020", 2020, 6, 23 },
		{ "1er janvier 2021", 2021, 1, 1 },
		{ "1^{er} janvier 2021", 2021, 1, 1 },
		{ "3 févr. 2021", 2021, 2, 3 },
		{ "15 août 2020", 2020, 8, 15 },
		{ "1er DÉCEMBRE 2020", 2020, 12, 1 },
		{ "juin 2020", 2020, 6, 0 },
		{ "06/2020", 2020, 6, 0 },
		{ "2020-06", 2020, 6, 0 },
		{ "2020", 2020, 0, 0 },
		{ "23 June 2020", 2020, 6, 23 },
		{ "June 23rd, 2020", 2020, 6, 23 },
		{ "Tuesday, June 23, 2020", 2020, 6, 23 },
		{ "29/02/2020", 2020, 2, 29 },
		{ "dimanche 1er janvier 1950", 1950, 1, 1 },
	};
	static const struct {
		const char *typed;
		date_fault fault;
	} refused[] = {
		{ "23 juin", DATE_WITHOUT_YEAR },
		{ "23/06", DATE_WITHOUT_YEAR },
		{ "juin", DATE_WITHOUT_YEAR },
		{ "31/06/2020", DATE_IMPOSSIBLE },
		{ "29 février 2021", DATE_IMPOSSIBLE },
		{ "2020-13-01", DATE_IMPOSSIBLE },
		{ "45 mars 2020", DATE_IMPOSSIBLE },
		{ "lundi 23 juin 2020", DATE_OTHER_WEEKDAY },
		{ "2020-00-10", DATE_IMPOSSIBLE },
		{ "bientôt", DATE_UNKNOWN },
		{ "", DATE_UNKNOWN },
		{ "23", DATE_UNKNOWN },
		{ "23 juin 2020 à midi", DATE_UNKNOWN },
		{ "12345", DATE_UNKNOWN },
		{ "2020-6-3-1", DATE_UNKNOWN },
	};

	(void)state;
	for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
		ramure_date d = { .year = 0 };

		if (date_scan(str(read[i].typed), &d) != DATE_UNDERSTOOD)
			fail_msg("'%s' is not read", read[i].typed);
		assert_int_equal(d.year, read[i].year);
		assert_int_equal(d.month, read[i].month);
		assert_int_equal(d.day, read[i].day);
	}
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		ramure_date d;
		date_fault fault = date_scan(str(refused[i].typed), &d);

		if (fault != refused[i].fault)
			fail_msg("'%s' has fault %d", refused[i].typed, (int)fault);
	}
}

/* What is typed, and how the document says it again, in French and in English. */
static void periods_are_read_and_said(void **state)
{
	static const struct {
		const char *typed, *french, *english;
	} read[] = {
		{ "2019–2021", "2019–2021", "2019–2021" },
		{ "2019-2021", "2019–2021", "2019–2021" },
		{ "de 2019 à 2021", "2019–2021", "2019–2021" },
		{ "du 3 au 5 mars 2021", "du 3 au 5\u00A0mars 2021", "3–5\u00A0March 2021" },
		{ "3-5 mars 2021", "du 3 au 5\u00A0mars 2021", "3–5\u00A0March 2021" },
		{ "March 3–5, 2021", "du 3 au 5\u00A0mars 2021", "3–5\u00A0March 2021" },
		{ "du 1er au 3 mars 2021", "du 1er au 3\u00A0mars 2021", "1–3\u00A0March 2021" },
		{ "les 6 et 7 juin 2026", "les 6 et 7\u00A0juin 2026", "6 and 7\u00A0June 2026" },
		{ "les 6, 7 et 8 juin 2026", "du 6 au 8\u00A0juin 2026", "6–8\u00A0June 2026" },
		{ "du 28 février au 3 mars 2021", "du 28\u00A0février au 3\u00A0mars 2021",
		  "28\u00A0February – 3\u00A0March 2021" },
		{ "du 28 décembre 2020 au 3 janvier 2021", "du 28\u00A0décembre 2020 au 3\u00A0janvier 2021",
		  "28\u00A0December 2020 – 3\u00A0January 2021" },
		{ "2021-03-03/2021-03-05", "du 3 au 5\u00A0mars 2021", "3–5\u00A0March 2021" },
		{ "03/03/2021 - 05/03/2021", "du 3 au 5\u00A0mars 2021", "3–5\u00A0March 2021" },
		{ "de mars à juin 2021", "de mars à juin 2021", "March – June 2021" },
		{ "d'avril à juin 2021", "d’avril à juin 2021", "April – June 2021" },
		{ "23 juin 2020", "23\u00A0juin 2020", "23\u00A0June 2020" },
		{ "2020-06", "juin 2020", "June 2020" },
		{ "depuis 2019", "depuis 2019", "since 2019" },
		{ "depuis le 3 mars 2021", "depuis le 3\u00A0mars 2021", "since 3\u00A0March 2021" },
		{ "à partir du 3 mars 2021", "depuis le 3\u00A0mars 2021", "since 3\u00A0March 2021" },
		{ "jusqu'en juin 2021", "jusqu’en juin 2021", "until June 2021" },
		{ "jusqu’au 3 mars 2021", "jusqu’au 3\u00A0mars 2021", "until 3\u00A0March 2021" },
		{ "2019–", "depuis 2019", "since 2019" },
		{ "from 3 to 5 March 2021", "du 3 au 5\u00A0mars 2021", "3–5\u00A0March 2021" },
		{ "2020 à mars 2021", "de 2020 à mars 2021", "2020 – March 2021" },
	};
	ramure_ctx *ctx = unit_ctx();
	ramure_period p;

	(void)state;
	for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
		if (period_scan(str(read[i].typed), &p) != DATE_UNDERSTOOD)
			fail_msg("'%s' is not read", read[i].typed);
		ctx->lang = STR("fr");
		assert_words(ramure_period_format(ctx, p), read[i].french);
		ctx->lang = STR("en");
		assert_words(ramure_period_format(ctx, p), read[i].english);
	}
	assert_int_equal(period_scan(STR("du 3 au 5 mars"), &p), DATE_WITHOUT_YEAR);
	assert_int_equal(period_scan(STR("2021–2019"), &p), DATE_BACKWARDS);
	assert_int_equal(period_scan(STR("du 3 au 35 mars 2021"), &p), DATE_IMPOSSIBLE);
	assert_int_equal(period_scan(STR("du 3 au 5"), &p), DATE_UNKNOWN);
	assert_int_equal(period_scan(STR("vers 2020"), &p), DATE_UNKNOWN);
	ctx_free(ctx);
}

static void days_are_counted(void **state)
{
	(void)state;
	assert_int_equal(ramure_date_first_day((ramure_date){ .year = 1970, .month = 1, .day = 1 }), 0);
	assert_int_equal(ramure_date_first_day((ramure_date){ .year = 2020, .month = 3, .day = 1 }), 18322);
	assert_int_equal(ramure_date_first_day((ramure_date){ .year = 2000 }), 10957);
	assert_int_equal(ramure_date_last_day((ramure_date){ .year = 2000 }), 10957 + 365);
	assert_int_equal(ramure_date_last_day((ramure_date){ .year = 2021, .month = 2 }),
			 ramure_date_first_day((ramure_date){ .year = 2021, .month = 2, .day = 28 }));
	assert_true(ramure_date_compare((ramure_date){ .year = 2020 },
					(ramure_date){ .year = 2020, .month = 1, .day = 2 }) < 0);
	assert_int_equal(ramure_date_compare((ramure_date){ .year = 2020 }, (ramure_date){ .year = 2020, .month = 1 }),
			 0);
}

static void hours_and_durations_are_read(void **state)
{
	static const struct {
		const char *typed;
		int32_t minutes;
	} times[] = { { "14h00", 840 },        { "14 h 30", 870 },
		      { "14:30", 870 },        { "14h", 840 },
		      { "9h05", 545 },         { "midi", 720 },
		      { "à 14 h", 840 },       { "2:30 pm", 870 },
		      { "14 heures 30", 870 }, { "14\u00A0h\u00A030", 870 },
		      { "2 pm", 840 },         { "0h15", 15 } },
	  durations[] = { { "20 min", 20 },
			  { "1h15", 75 },
			  { "1 h 15 min", 75 },
			  { "90", 90 },
			  { "1h", 60 },
			  { "2 heures", 120 },
			  { "1,5 h", 90 },
			  { "1:15", 75 },
			  { "45'", 45 },
			  { "45 minutes", 45 },
			  { "1 heure et 10 minutes", 70 } };
	static const char *const no_times[] = { "14", "25h00", "14h60", "14h3", "", "x", "13 pm", "14h00 précises" };
	static const char *const no_durations[] = { "", "vingt", "1h75", "20 jours", "1,5", "99999999999 min" };
	int32_t minutes;

	(void)state;
	for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
		assert_true(time_scan(str(times[i].typed), &minutes));
		assert_int_equal(minutes, times[i].minutes);
	}
	for (size_t i = 0; i < sizeof durations / sizeof *durations; i++) {
		assert_true(duration_scan(str(durations[i].typed), &minutes));
		assert_int_equal(minutes, durations[i].minutes);
	}
	for (size_t i = 0; i < sizeof no_times / sizeof *no_times; i++)
		assert_false(time_scan(str(no_times[i]), &minutes));
	for (size_t i = 0; i < sizeof no_durations / sizeof *no_durations; i++)
		assert_false(duration_scan(str(no_durations[i]), &minutes));
}

static void hours_and_durations_are_said(void **state)
{
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	assert_words(ramure_time_format(ctx, 870), "14\u00A0h\u00A030");
	assert_words(ramure_time_format(ctx, 545), "9\u00A0h\u00A005");
	assert_words(ramure_time_format(ctx, 840), "14\u00A0h");
	assert_words(ramure_duration_format(ctx, 20), "20\u00A0min");
	assert_words(ramure_duration_format(ctx, 75), "1\u00A0h\u00A015");
	ctx->lang = STR("en");
	assert_words(ramure_time_format(ctx, 840), "14:00");
	assert_words(ramure_duration_format(ctx, 75), "1\u00A0h 15\u00A0min");
	ctx_free(ctx);
}

static void a_date_that_is_needed_is_asked_for(void **state)
{
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	assert_false(ramure_need_date(ctx, (ramure_span){ 0 }, "échéance"));
	assert_non_null(strstr(ctx->diagnostics.last->hint.data, "date: 23 juin 2020"));
	ctx->date.year = 2020;
	assert_true(ramure_need_date(ctx, (ramure_span){ 0 }, "échéance"));
	ctx_free(ctx);
}

static void days_are_found_within_a_text(void **state)
{
	static const struct {
		int year, month, day;
		date_fault fault;
	} expected[] = {
		{ 2020, 3, 3, DATE_UNDERSTOOD },  { 0, 6, 1, DATE_WITHOUT_YEAR },  { 2020, 6, 23, DATE_OTHER_WEEKDAY },
		{ 2021, 7, 12, DATE_UNDERSTOOD }, { 0, 6, 31, DATE_WITHOUT_YEAR },
	};
	ramure_str text =
		STR("En 2019, 10/12 des 12 maisons : le 3 mars 2020, du 1er juin au lundi 23 juin 2020 (12/07/21), "
		    "12.5 % le 31 juin");
	size_t at = 0, count = 0;
	ramure_date d;
	date_fault fault;

	(void)state;
	while (date_next(text, &at, &d, &fault)) {
		assert_true(count < sizeof expected / sizeof *expected);
		assert_int_equal(d.year, expected[count].year);
		assert_int_equal(d.month, expected[count].month);
		assert_int_equal(d.day, expected[count].day);
		assert_int_equal(fault, expected[count].fault);
		count++;
	}
	assert_int_equal(count, sizeof expected / sizeof *expected);
}

static void marks_without_a_letter_end_no_search_for_days(void **state)
{
	static const char *const texts[] = { "\u0301", "le 3 \u0301", "\u0301\u0302 !\u0301" };
	size_t at = 0;
	ramure_date d;
	date_fault fault;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++, at = 0)
		assert_false(date_next(str(texts[i]), &at, &d, &fault));
	assert_true(date_next(STR("\u0301 3 mars 2020 \u0301"), &at, &d, &fault));
	assert_false(date_next(STR("\u0301 3 mars 2020 \u0301"), &at, &d, &fault));
}

static void what_was_meant_is_understood(void **state)
{
	static const struct {
		ramure_type type;
		const char *typed, *meant; /* "" when nothing suggests itself */
	} cases[] = {
		{ RAMURE_TIME, "18.30", "18h30" },
		{ RAMURE_TIME, "18,30", "18h30" },
		{ RAMURE_TIME, "1830", "18h30" },
		{ RAMURE_TIME, "9", "9h00" },
		{ RAMURE_TIME, "25", "" },
		{ RAMURE_TIME, "12h60", "" },
		{ RAMURE_TIME, "bientôt", "" },
		{ RAMURE_TIME, "18.3", "" },
		{ RAMURE_TIME, "vers 18h", "18h" },
		{ RAMURE_TIME, "8h30 du matin", "8h30" },
		{ RAMURE_TIME, "8h30 du soir", "" },
		{ RAMURE_TIME, "9h30-10h", "" },
		{ RAMURE_TIME, "9h30 10h", "" },
		{ RAMURE_DURATION, "environ 20 min.", "20 min" },
		{ RAMURE_DURATION, "2h max", "2h" },
		{ RAMURE_DURATION, "5 à 10 min", "" },
		{ RAMURE_DURATION, "1 h ½", "" },
		{ RAMURE_DURATION, "1 h et demie", "" },
		{ RAMURE_DURATION, "une demi-heure", "30 min" },
		{ RAMURE_DURATION, "1/4 d'heure", "15 min" },
		{ RAMURE_DURATION, "trois quarts d'heure", "45 min" },
		{ RAMURE_DURATION, "3 quarts d'heure", "45 min" },
		{ RAMURE_DURATION, "half an hour", "30 min" },
		{ RAMURE_DURATION, "une heure et demie", "" },
		{ RAMURE_DURATION, "an hour and a half", "" },
		{ RAMURE_DURATION, "2 1/2 heures", "" },
		{ RAMURE_DURATION, "20 minuts", "20 min" },
		{ RAMURE_DURATION, "2 heurs", "2 h" },
		{ RAMURE_DURATION, "dix minutes", "" },
		{ RAMURE_DURATION, "99999999999 minuts", "" },
		{ RAMURE_DATE, "14 mras 2026", "14 mars 2026" },
		{ RAMURE_DATE, "1er fevirer 2026", "1er février 2026" },
		{ RAMURE_DATE, "03/14/2026", "14/03/2026" },
		{ RAMURE_DATE, "2026-14-03", "2026-03-14" },
		{ RAMURE_DATE, "31/02/2020", "" },
		{ RAMURE_DATE, "hier", "" },
		{ RAMURE_DATE, "fin novembre 2025", "novembre 2025" },
		{ RAMURE_DATE, "avant le 31/12/2025", "le 31/12/2025" },
		{ RAMURE_DATE, "printemps 2026", "2026" },
		{ RAMURE_DATE, "30 février 2026", "" },
		{ RAMURE_DATE, "3 juin 2026 ou 4 juin 2026", "" },
		{ RAMURE_PERIOD, "samedi 7 février 2026 à 14h30", "samedi 7 février 2026" },
		{ RAMURE_PERIOD, "du 3 au 5 mars 2021 à Lyon", "du 3 au 5 mars 2021" },
		{ RAMURE_PERIOD, "du 3 au 5 mras 2021", "du 3 au 5 mars 2021" },
		{ RAMURE_INTEGER, "3 personnes", "3" },
		{ RAMURE_INTEGER, "1.200", "1200" },
		{ RAMURE_INTEGER, "Aucune", "0" },
		{ RAMURE_INTEGER, "1,5", "" },
		{ RAMURE_COLOUR, "1B3A6B", "#1B3A6B" },
		{ RAMURE_COLOUR, "bleu", "" },
	};
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ramure_str meant = value_meant(ctx, cases[i].type, str(cases[i].typed));

		if (!ramure_str_equal(meant, str(cases[i].meant)))
			fail_msg("'%s' means '%.*s'", cases[i].typed, (int)meant.size, meant.size ? meant.data : "");
	}
	ctx->lang = STR("en");
	assert_true(ramure_str_equal(value_meant(ctx, RAMURE_TIME, STR("18.30")), STR("18:30")));
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_read_as_typed),
		cmocka_unit_test(days_are_found_within_a_text),
		cmocka_unit_test(marks_without_a_letter_end_no_search_for_days),
		cmocka_unit_test(english_groups_thousands_with_commas),
		cmocka_unit_test(what_may_be_thousands_is_doubtful),
		cmocka_unit_test(what_was_meant_is_understood),
		cmocka_unit_test(numbers_are_said_in_the_language),
		cmocka_unit_test(dates_are_read_in_both_languages),
		cmocka_unit_test(periods_are_read_and_said),
		cmocka_unit_test(days_are_counted),
		cmocka_unit_test(hours_and_durations_are_read),
		cmocka_unit_test(hours_and_durations_are_said),
		cmocka_unit_test(a_date_that_is_needed_is_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
