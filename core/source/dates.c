/* dates.c: the calendar, and dates in the document's language. */
#include "core/base/gettext.h"
#include "core/context.h"
#include "core/source/scan.h"

#include <string.h>

static const ramure_word month_names[12] = {
	{ "January", "janvier" }, { "February", "février" },  { "March", "mars" },
	{ "April", "avril" },     { "May", "mai" },           { "June", "juin" },
	{ "July", "juillet" },    { "August", "août" },       { "September", "septembre" },
	{ "October", "octobre" }, { "November", "novembre" }, { "December", "décembre" },
};

int ramure_date_compare(ramure_date a, ramure_date b)
{
	int64_t x = ramure_date_first_day(a), y = ramure_date_first_day(b);

	return x < y ? -1 : x > y;
}

/* Days from 1970-01-01 in the proleptic Gregorian calendar; years counted from March, so that a leap day ends one. */
static int64_t day_number(int64_t year, int64_t month, int64_t day)
{
	int64_t y = month <= 2 ? year - 1 : year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t of_era = y - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int64_t ramure_date_first_day(ramure_date d)
{
	return day_number(d.year, d.month ? d.month : 1, d.day ? d.day : 1);
}

int64_t ramure_date_last_day(ramure_date d)
{
	int month = d.month ? d.month : 12;

	return day_number(d.year, month, d.day ? d.day : date_days_in_month(d.year, month));
}

ramure_date date_of_day(int64_t day)
{
	int64_t since = day + 719468; /* from the first of March of the year 0 */
	int64_t era = (since >= 0 ? since : since - 146096) / 146097;
	int64_t of_era = since - era * 146097;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * of_year + 2) / 153;

	return (ramure_date){
		.year = (int32_t)(year + era * 400 + (month >= 10)),
		.month = (uint8_t)(month < 10 ? month + 3 : month - 9),
		.day = (uint8_t)(of_year - (153 * month + 2) / 5 + 1),
	};
}

/* ---- In words ---- */

typedef struct words {
	ramure_ctx *ctx;
	bool english;
} words;

static words words_of(ramure_ctx *ctx)
{
	return (words){ .ctx = ctx, .english = ctx_in_english(ctx) };
}

static const char *month_name(words w, ramure_date d)
{
	return ramure_say(w.ctx, month_names[(d.month + 11) % 12]);
}

/* "1er", "2"; English dates have no ordinal. */
static const char *day_words(words w, ramure_date d)
{
	return ramure_format(w.ctx, "%d%s", d.day, d.day == 1 && !w.english ? "er" : "").data;
}

static const char *day_month(words w, ramure_date d)
{
	return ramure_format(w.ctx, "%s\u00A0%s", day_words(w, d), month_name(w, d)).data;
}

ramure_str ramure_date_format(ramure_ctx *ctx, ramure_date d)
{
	words w = words_of(ctx);

	if (!d.year)
		return RAMURE_STR("");
	if (!d.month)
		return ramure_format(ctx, "%d", d.year);
	if (!d.day)
		return ramure_format(ctx, "%s %d", month_name(w, d), d.year);
	return ramure_format(ctx, "%s %d", day_month(w, d), d.year);
}

/* What the start of a period says when the end says its year, and perhaps its month. */
static const char *start_words(words w, ramure_date start, ramure_date end)
{
	if (start.year != end.year || !start.month)
		return ramure_date_format(w.ctx, start).data;
	if (!start.day)
		return month_name(w, start);
	return start.month == end.month && end.day ? day_words(w, start) : day_month(w, start);
}

static bool begins_with_vowel(const char *word)
{
	return strchr("aeiou", word[0]) != NULL;
}

static ramure_str open_format(words w, ramure_period p)
{
	ramure_date d = p.start.year ? p.start : p.end;
	const char *date = ramure_date_format(w.ctx, d).data;

	if (w.english)
		return ramure_format(w.ctx, p.start.year ? "since %s" : "until %s", date);
	if (p.start.year)
		return ramure_format(w.ctx, d.day ? "depuis le %s" : "depuis %s", date);
	return ramure_format(w.ctx, d.day ? "jusqu’au %s" : "jusqu’en %s", date);
}

/* "du 3", "de mars", "d’avril", "au 5", "à juin" */
static ramure_str french_format(words w, ramure_period p)
{
	const char *start = start_words(w, p.start, p.end), *end = ramure_date_format(w.ctx, p.end).data;
	const char *from = p.start.day ? "du " : begins_with_vowel(start) ? "d’" : "de ";

	return ramure_format(w.ctx, "%s%s %s %s", from, start, p.end.day ? "au" : "à", end);
}

ramure_str ramure_period_format(ramure_ctx *ctx, ramure_period p)
{
	words w = words_of(ctx);
	int64_t apart = ramure_date_first_day(p.end) - ramure_date_first_day(p.start);

	if (!p.start.year || !p.end.year)
		return p.start.year || p.end.year ? open_format(w, p) : RAMURE_STR("");
	if (p.start.year == p.end.year && p.start.month == p.end.month && p.start.day == p.end.day)
		return ramure_date_format(ctx, p.start);
	if (!p.start.month && !p.end.month)
		return ramure_format(ctx, "%d–%d", p.start.year, p.end.year);
	if (p.start.day && p.end.day && apart == 1)
		return ramure_format(ctx, w.english ? "%s and %s" : "les %s et %s", start_words(w, p.start, p.end),
				     ramure_date_format(ctx, p.end).data);
	if (!w.english)
		return french_format(w, p);
	/* Figures join without spaces, words with them: "3–5 March 2021", "28 February – 3 March 2021". */
	return ramure_format(ctx,
			     p.start.day && p.end.day && p.start.month == p.end.month && p.start.year == p.end.year
				     ? "%s–%s"
				     : "%s – %s",
			     start_words(w, p.start, p.end), ramure_date_format(ctx, p.end).data);
}

bool ramure_need_date(ramure_ctx *ctx, ramure_span at, const char *what)
{
	if (ctx->date.year)
		return true;
	ramure_error(ctx, at, N_("'%s' depends on the document's date, which is not given"), what);
	ramure_hint(ctx, N_("write 'date: 23 juin 2020' in the front matter, or run with --date 2020-06-23"));
	return false;
}
