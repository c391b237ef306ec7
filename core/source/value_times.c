/* value_times.c: hours of the day and lengths of time. */
#include "core/context.h"
#include "core/source/scan.h"

static const char hours[] = "h|heure|heures|hr|hrs|hour|hours";
static const char minutes_words[] = "min|mn|minute|minutes|mins|m";

/* "pm" after an English hour. */
static bool half_of_day(scan *c, int64_t *hour)
{
	int half;

	scan_spaces(c);
	half = scan_one_of(c, "am|pm");
	if (half < 0)
		return true;
	if (*hour < 1 || *hour > 12)
		return false;
	*hour = *hour % 12 + (half == 1 ? 12 : 0);
	return true;
}

bool time_scan(ramure_str text, int32_t *minutes)
{
	scan c = scan_of(text);
	int64_t hour, minute = 0;
	int word;

	scan_spaces(&c);
	word = scan_one_of(&c, "midi|noon|minuit|midnight");
	if (word >= 0) {
		*minutes = word < 2 ? 720 : 0;
		return scan_end(&c);
	}
	scan_one_of(&c, "a|at");
	scan_spaces(&c);
	if (!scan_digits(&c, &hour))
		return false;
	scan_spaces(&c);
	if (scan_sign(&c, ":") || scan_one_of(&c, hours) >= 0) {
		scan_spaces(&c);
		if (scan_digits(&c, &minute) == 1)
			return false;
		scan_spaces(&c);
		scan_one_of(&c, minutes_words);
		if (!half_of_day(&c, &hour))
			return false;
	} else {
		size_t before = c.at;

		/* A number alone is no hour. */
		if (!half_of_day(&c, &hour) || c.at == before)
			return false;
	}
	if (hour > 24 || minute > 59 || (hour == 24 && minute))
		return false;
	*minutes = (int32_t)(hour * 60 + minute);
	return scan_end(&c);
}

/* Tenths and hundredths of an hour: 1,5 h. */
static bool part_of_hour(scan *c, int64_t *part)
{
	int64_t digits;
	size_t count;

	*part = 0;
	if (!scan_sign(c, ",") && !scan_sign(c, "."))
		return false;
	count = scan_digits(c, &digits);
	if (count != 1 && count != 2)
		return false;
	*part = (count == 1 ? digits * 10 : digits) * 60 / 100;
	return true;
}

bool duration_scan(ramure_str text, int32_t *minutes)
{
	enum { LONGEST = 100000 };
	scan c = scan_of(text);
	int64_t first, second = 0, part;
	bool fraction;

	scan_spaces(&c);
	if (!scan_digits(&c, &first) || first > LONGEST)
		return false;
	fraction = part_of_hour(&c, &part);
	scan_spaces(&c);
	if (!fraction && (scan_one_of(&c, minutes_words) >= 0 || scan_sign(&c, "'") || scan_sign(&c, "\u2032") ||
			  scan_sign(&c, "\u2019") || scan_end(&c))) {
		*minutes = (int32_t)first;
		return scan_end(&c);
	}
	if (scan_one_of(&c, hours) < 0 && (fraction || !scan_sign(&c, ":")))
		return false;
	scan_spaces(&c);
	scan_one_of(&c, "et|and");
	scan_spaces(&c);
	if (scan_digits(&c, &second)) {
		scan_spaces(&c);
		scan_one_of(&c, minutes_words);
	}
	if (second > 59 || (fraction && second))
		return false;
	*minutes = (int32_t)(first * 60 + part + second);
	return scan_end(&c);
}

/* The spaces do not break. */
ramure_str ramure_time_format(ramure_ctx *ctx, int32_t minutes)
{
	int hour = minutes / 60 % 24, minute = minutes % 60;

	if (ctx_in_english(ctx))
		return ramure_format(ctx, "%d:%02d", hour, minute);
	if (!minute)
		return ramure_format(ctx, "%d\u00A0h", hour);
	return ramure_format(ctx, "%d\u00A0h\u00A0%02d", hour, minute);
}

ramure_str ramure_duration_format(ramure_ctx *ctx, int32_t minutes)
{
	int hour = minutes / 60, minute = minutes % 60;

	if (!hour)
		return ramure_format(ctx, "%d\u00A0min", minute);
	if (!minute)
		return ramure_format(ctx, "%d\u00A0h", hour);
	if (ctx_in_english(ctx))
		return ramure_format(ctx, "%d\u00A0h %d\u00A0min", hour, minute);
	return ramure_format(ctx, "%d\u00A0h\u00A0%02d", hour, minute);
}
