/* value_dates.c: days, months, years and periods as people write them in French and in English. */
#include "core/source/scan.h"

#include <string.h>

/* What one side of a period says; what is zero it leaves to the other side. */
typedef struct part {
	int64_t year, month, day;
	int weekday; /* 1 for Monday to 7; 0 when not said */
} part;

static const char *const months[12] = {
	"janvier|janv|jan|january",
	"fevrier|fevr|fev|february|feb",
	"mars|march|mar",
	"avril|avr|april|apr",
	"mai|may",
	"juin|june|jun",
	"juillet|juil|july|jul",
	"aout|august|aug",
	"septembre|sept|sep|september",
	"octobre|oct|october",
	"novembre|nov|november",
	"decembre|dec|december",
};

static const char weekdays[] = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
			       "monday|tuesday|wednesday|thursday|friday|saturday|sunday";

int date_days_in_month(int32_t year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

static bool scan_month(scan *c, int64_t *month)
{
	for (int i = 0; i < 12; i++)
		if (scan_one_of(c, months[i]) >= 0) {
			scan_sign(c, ".");
			*month = i + 1;
			return true;
		}
	return false;
}

/* Exactly four figures, and no fifth. */
static bool scan_year(scan *c, int64_t *year)
{
	size_t start = c->at;

	if (scan_digits(c, year) == 4 && *year > 0)
		return true;
	c->at = start;
	*year = 0;
	return false;
}

static void scan_ordinal(scan *c)
{
	if (scan_sign(c, "^{er}") || scan_sign(c, "\u1D49\u02B3"))
		return;
	scan_one_of(c, "er|ere|st|nd|rd|th");
}

/* "de 2021", ", 2021", "2021" after a month; leaves the place when no year follows. */
static void scan_year_after(scan *c, part *p)
{
	size_t start = c->at;

	scan_spaces(c);
	scan_sign(c, ",");
	scan_spaces(c);
	scan_one_of(c, "de|of");
	scan_spaces(c);
	if (!scan_year(c, &p->year))
		c->at = start;
}

/* 23/06/2020, 12/07/21, 06/2020; the first number has been read. */
static bool scan_slashes(scan *c, int64_t first, part *p)
{
	const char *sign = c->s.data[c->at] == '/' ? "/" : ".";
	int64_t second, third;
	size_t count;

	if (!scan_sign(c, sign))
		return false;
	count = scan_digits(c, &second);
	if (count == 4) {
		*p = (part){ .year = second, .month = first };
		return first > 0;
	}
	if (count < 1 || count > 2)
		return false;
	*p = (part){ .day = first, .month = second };
	if (!scan_sign(c, sign))
		return first > 0 && second > 0;
	count = scan_digits(c, &third);
	p->year = count == 2 ? 2000 + third : third;
	return (count == 2 || count == 4) && first > 0 && second > 0;
}

/* 2020-06-23, 2020-06; the year has been read. */
static void scan_iso(scan *c, part *p)
{
	size_t start = c->at;
	int64_t value;

	if (!scan_sign(c, "-") || scan_digits(c, &value) != 2) {
		c->at = start;
		return;
	}
	p->month = value ? value : 13;
	start = c->at;
	if (!scan_sign(c, "-") || scan_digits(c, &value) != 2) {
		c->at = start;
		return;
	}
	p->day = value ? value : 32;
}

/* What begins with a number. */
static bool scan_numbered(scan *c, part *p)
{
	int64_t first;
	size_t count = scan_digits(c, &first);
	size_t after;

	if (count == 4) {
		p->year = first;
		scan_iso(c, p);
		return first > 0;
	}
	if (count < 1 || count > 2 || first == 0)
		return false;
	if (c->at < c->s.size && (c->s.data[c->at] == '/' || c->s.data[c->at] == '.'))
		return scan_slashes(c, first, p);
	p->day = first;
	scan_ordinal(c);
	after = c->at;
	scan_spaces(c);
	scan_one_of(c, "de|of");
	scan_spaces(c);
	if (!scan_month(c, &p->month))
		c->at = after;
	scan_year_after(c, p);
	return true;
}

/* What begins with a month: "juin 2020", "June 23, 2020", "March 3". */
static bool scan_named(scan *c, part *p)
{
	size_t after;
	int64_t day;

	if (!scan_month(c, &p->month))
		return false;
	after = c->at;
	scan_spaces(c);
	if (scan_digits(c, &day) >= 1 && c->at - after <= 3 && day >= 1 && day <= 31) {
		p->day = day;
		scan_ordinal(c);
	} else
		c->at = after;
	scan_year_after(c, p);
	return true;
}

static bool scan_part(scan *c, part *p)
{
	int weekday;
	bool found;

	*p = (part){ 0 };
	scan_spaces(c);
	if (scan_one_of(c, "l|d") >= 0 && !scan_sign(c, "'") && !scan_sign(c, "\u2019"))
		return false;
	scan_one_of(c, "le|la|les|en|the|on|in|mois|annee");
	scan_spaces(c);
	scan_one_of(c, "de|d");
	scan_sign(c, "'");
	scan_sign(c, "\u2019");
	scan_spaces(c);
	weekday = scan_one_of(c, weekdays);
	if (weekday >= 0) {
		scan_spaces(c);
		scan_sign(c, ",");
		scan_spaces(c);
	}
	found = c->at < c->s.size && c->s.data[c->at] >= '0' && c->s.data[c->at] <= '9' ? scan_numbered(c, p)
											: scan_named(c, p);
	p->weekday = weekday < 0 ? 0 : weekday % 7 + 1;
	return found;
}

static date_fault finish(part p, ramure_date *date)
{
	if (!p.year)
		return DATE_WITHOUT_YEAR;
	if (p.month > 12 || p.day > 31)
		return DATE_IMPOSSIBLE;
	if (p.day && (!p.month || p.day > date_days_in_month((int32_t)p.year, (int)p.month)))
		return DATE_IMPOSSIBLE;
	*date = (ramure_date){ .year = (int32_t)p.year, .month = (uint8_t)p.month, .day = (uint8_t)p.day };
	/* 1970-01-01 was a Thursday, and no year that is read here is so early that the sum is negative. */
	if (p.weekday && p.day && (ramure_date_first_day(*date) + 3 + INT64_C(7) * 104000) % 7 + 1 != p.weekday)
		return DATE_OTHER_WEEKDAY;
	return DATE_UNDERSTOOD;
}

date_fault date_scan(ramure_str text, ramure_date *date)
{
	scan c = scan_of(text);
	part p;

	if (!scan_part(&c, &p) || !scan_end(&c) || (p.day && !p.month))
		return DATE_UNKNOWN;
	return finish(p, date);
}

/* "10/12" and "12.5" alone are more often no days. */
static bool has_letter(ramure_str text, size_t from, size_t to)
{
	while (from < to && (unsigned char)text.data[from] < 'A')
		from++;
	return from < to;
}

bool date_next(ramure_str text, size_t *at, ramure_date *date, date_fault *fault)
{
	scan c = { text, *at };

	while (!scan_end(&c)) {
		scan ahead = c;
		part p;

		if (scan_part(&ahead, &p) && p.day && p.month && p.month <= 12 &&
		    (p.year || has_letter(text, c.at, ahead.at))) {
			*date = (ramure_date){ .month = (uint8_t)p.month, .day = (uint8_t)p.day };
			*fault = finish(p, date);
			*at = ahead.at;
			return true;
		}
		scan_skip(&c);
	}
	return false;
}

bool date_find(ramure_str text, ramure_date *date)
{
	date_fault fault;

	for (size_t at = 0; date_next(text, &at, date, &fault);)
		if (fault == DATE_UNDERSTOOD)
			return true;
	return false;
}

/* ---- Periods ---- */

static const char *const joins[] = { "\u2013", "\u2014", "-", "/", "&", "\u2192" };

static bool scan_join(scan *c)
{
	scan_spaces(c);
	for (size_t i = 0; i < sizeof joins / sizeof *joins; i++)
		if (scan_sign(c, joins[i]))
			return true;
	if (scan_one_of(c, "jusqu") >= 0) {
		scan_sign(c, "'");
		scan_sign(c, "\u2019");
		return scan_one_of(c, "a|au|en") >= 0;
	}
	return scan_one_of(c, "a|au|aux|et|to|and|until|till|through") >= 0;
}

/* "6, 7 et 8 juin": the days between the first and the last say nothing more. */
static void skip_days(scan *c)
{
	for (;;) {
		scan ahead = *c;
		int64_t day;

		if (!scan_sign(&ahead, ","))
			return;
		scan_spaces(&ahead);
		if (!scan_digits(&ahead, &day) || day > 31)
			return;
		*c = ahead;
	}
}

static void complete(part *start, part *end)
{
	/* "March 3–5": the month stands on the left only. */
	if (!end->month && end->day)
		end->month = start->month;
	/* "mars–juin": nothing to lend; "3 au 5 mars": the month stands on the right only. */
	if (!start->month && start->day)
		start->month = end->month;
	if (!end->year)
		end->year = start->year;
	if (!start->year)
		start->year = end->year;
}

static date_fault period_of(part start, part end, ramure_period *period)
{
	date_fault fault;

	complete(&start, &end);
	if ((start.day && !start.month) || (end.day && !end.month))
		return DATE_UNKNOWN;
	fault = finish(start, &period->start);
	if (fault == DATE_UNDERSTOOD)
		fault = finish(end, &period->end);
	if (fault == DATE_UNDERSTOOD && ramure_date_last_day(period->end) < ramure_date_first_day(period->start))
		fault = DATE_BACKWARDS;
	return fault;
}

/* What has a single end: "depuis 2019", "jusqu'en juin 2021", "2019–". */
static date_fault open_period(scan *c, bool until, ramure_period *period)
{
	part p;
	date_fault fault;

	if (!scan_part(c, &p) || !scan_end(c) || (p.day && !p.month))
		return DATE_UNKNOWN;
	*period = (ramure_period){ 0 };
	fault = finish(p, until ? &period->end : &period->start);
	return fault;
}

date_fault period_scan(ramure_str text, ramure_period *period)
{
	scan c = scan_of(text);
	part start, end;

	scan_spaces(&c);
	if (scan_one_of(&c, "depuis|des|since") >= 0)
		return open_period(&c, false, period);
	if (scan_one_of(&c, "until|till") >= 0)
		return open_period(&c, true, period);
	if (scan_one_of(&c, "jusqu") >= 0) {
		scan_sign(&c, "'");
		scan_sign(&c, "\u2019");
		return scan_one_of(&c, "a|au|en") >= 0 ? open_period(&c, true, period) : DATE_UNKNOWN;
	}
	if (scan_one_of(&c, "du|from|between|entre") < 0 && scan_one_of(&c, "a") >= 0) {
		/* "à partir de", "à compter du" */
		scan_spaces(&c);
		if (scan_one_of(&c, "partir|compter") < 0)
			return DATE_UNKNOWN;
		scan_spaces(&c);
		scan_one_of(&c, "du|de");
		return open_period(&c, false, period);
	}
	if (!scan_part(&c, &start))
		return DATE_UNKNOWN;
	if (scan_end(&c)) {
		if (start.day && !start.month)
			return DATE_UNKNOWN;
		return period_of(start, start, period);
	}
	skip_days(&c);
	if (!scan_join(&c))
		return DATE_UNKNOWN;
	if (scan_end(&c)) {
		*period = (ramure_period){ 0 };
		return finish(start, &period->start);
	}
	if (!scan_part(&c, &end) || !scan_end(&c))
		return DATE_UNKNOWN;
	return period_of(start, end, period);
}
