/* value_hints.c: what a person meant by a value that was not understood: the same, typed so that it is. */
#include "config.h"

#include "core/base/utf8.h"
#include "core/context.h"
#include "core/source/fields.h"
#include "core/source/scan.h"

#include <string.h>

static const char *const months[] = { "janvier", "février",  "mars",      "avril",   "mai",      "juin",
				      "juillet", "août",     "septembre", "octobre", "novembre", "décembre",
				      "january", "february", "march",     "april",   "may",      "june",
				      "july",    "august",   "september", "october", "november", "december" };

/* "18.30", "18,30", "18 30", "1830", "18": an hour without its letter. */
static ramure_str mended_time(ramure_ctx *ctx, ramure_str text)
{
	scan c = scan_of(text);
	int64_t hour, minute = 0;
	size_t count;

	scan_spaces(&c);
	count = scan_digits(&c, &hour);
	if (count > 4 || !count)
		return (ramure_str){ 0 };
	if (count > 2) {
		minute = hour % 100;
		hour /= 100;
	} else {
		if (!scan_sign(&c, "."))
			scan_sign(&c, ",");
		scan_spaces(&c);
		if (c.at < c.s.size && scan_digits(&c, &minute) != 2)
			return (ramure_str){ 0 };
	}
	if (!scan_end(&c) || hour > 24 || minute > 59)
		return (ramure_str){ 0 };
	return ramure_format(ctx, "%d%s%02d", (int)hour, ramure_say(ctx, (ramure_word){ ":", "h" }), (int)minute);
}

/* Where words stand in a folded text; NULL when they do not. */
static const char *find_words(ramure_ctx *ctx, ramure_str folded, const char *words)
{
	ramure_str wanted = utf8_fold_name(ctx->arena, (ramure_str){ words, strlen(words) });

	return memmem(folded.data, folded.size, wanted.data, wanted.size);
}

/* Whether a part of an hour is the whole of a duration: behind an hour ("une heure et demie") or a number ("2 1/2
 * heures") it only adds to it. */
static bool is_part_alone(ramure_ctx *ctx, ramure_str folded, const char *part)
{
	const char *found = find_words(ctx, folded, part), *heure = find_words(ctx, folded, "heure");
	const char *hour = heure ? heure : find_words(ctx, folded, "hour");

	if (!found || !hour || found > hour)
		return false;
	for (const char *before = folded.data; before < found; before++)
		if (*before >= '0' && *before <= '9')
			return false;
	return true;
}

/* "une demi-heure", "1/4 d'heure", "20 minuts": parts of an hour in words, a unit that is misspelt. */
static ramure_str mended_duration(ramure_ctx *ctx, ramure_str text)
{
	static const struct {
		const char *words;
		int minutes;
	} parts[] = { { "3/4", 45 },
		      { "trois quarts", 45 },
		      { "three quarters", 45 },
		      { "3 quarts", 45 },
		      { "1/4", 15 },
		      { "quart", 15 },
		      { "1/2", 30 },
		      { "½", 30 },
		      { "¼", 15 },
		      { "¾", 45 },
		      { "demi", 30 },
		      { "half", 30 } };
	static const char *const units[] = { "minutes", "minute", "heures", "heure", "hours", "hour" };
	ramure_str folded = utf8_fold_name(ctx->arena, text);
	scan c = scan_of(text);
	const char *unit;
	int64_t count;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (is_part_alone(ctx, folded, parts[i].words))
			return ramure_format(ctx, "%d min", parts[i].minutes);
	scan_spaces(&c);
	scan_sign(&c, "-");
	if (!scan_digits(&c, &count) || count > 1440)
		return (ramure_str){ 0 };
	scan_spaces(&c);
	unit = c.at == c.s.size ? "minutes"
				: names_nearest(ctx, (ramure_str){ c.s.data + c.at, c.s.size - c.at }, units,
						sizeof units / sizeof *units);
	return unit ? ramure_format(ctx, "%lld %s", (long long)count, unit[0] == 'm' ? "min" : "h") : (ramure_str){ 0 };
}

/* The same with its misspelt month set right. */
static ramure_str mended_month(ramure_ctx *ctx, ramure_str text)
{
	for (size_t start = 0, end; start < text.size; start = end + 1) {
		ramure_str word;
		const char *month;

		for (end = start; end < text.size && !strchr(" .,/-0123456789", text.data[end]);)
			end++;
		word = (ramure_str){ text.data + start, end - start };
		if (word.size < 3)
			continue;
		month = names_nearest(ctx, word, months, sizeof months / sizeof *months);
		if (month && !ramure_name_equal(word, month))
			return ramure_format(ctx, "%.*s%s%.*s", (int)start, text.data, month, (int)(text.size - end),
					     text.data + end);
	}
	return (ramure_str){ 0 };
}

static bool is_understood(ramure_type type, ramure_str text)
{
	ramure_date date;
	ramure_period period;
	int32_t minutes;

	switch (type) {
	case RAMURE_DATE:
		return date_scan(text, &date) == DATE_UNDERSTOOD;
	case RAMURE_PERIOD:
		return period_scan(text, &period) == DATE_UNDERSTOOD;
	case RAMURE_TIME:
		return time_scan(text, &minutes);
	case RAMURE_DURATION:
		return duration_scan(text, &minutes);
	default:
		return true;
	}
}

/* Whether nothing is lost with these words: they have no figures, but for the hour beside a date. */
static bool is_idle(ramure_type type, ramure_str words)
{
	bool dated = type == RAMURE_DATE || type == RAMURE_PERIOD;
	int32_t minutes;

	for (size_t start = 0, end; start < words.size; start = end + 1) {
		bool digits = false;

		for (end = start; end < words.size && words.data[end] != ' '; end++)
			digits |= words.data[end] >= '0' && words.data[end] <= '9';
		if (digits && !(dated && time_scan((ramure_str){ words.data + start, end - start }, &minutes)))
			return false;
	}
	return true;
}

/* "8h du soir", "1 h et demie": words that change an hour or a length of time. */
static bool says_more(ramure_ctx *ctx, ramure_str text)
{
	static const char *const words[] = { "soir", "midi", "pm", "demi", "half", "quart", "½", "¼", "¾" };
	ramure_str folded = utf8_fold_name(ctx->arena, text);

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (find_words(ctx, folded, words[i]))
			return true;
	return false;
}

/* "fin novembre 2025", "le mardi 14 octobre 2025 à 18h30", "environ 20 min.": the value among other words. */
static ramure_str value_among_words(ramure_type type, ramure_str text)
{
	for (size_t start = 0; start < text.size; start++) {
		if ((start && text.data[start - 1] != ' ') || !is_idle(type, (ramure_str){ text.data, start }))
			continue;
		for (size_t end = text.size; end > start; end--) {
			ramure_str words = { text.data + start, end - start };

			if ((end == text.size || strchr(" .", text.data[end])) && is_understood(type, words) &&
			    is_idle(type, (ramure_str){ text.data + end, text.size - end }))
				return words;
		}
	}
	return (ramure_str){ 0 };
}

/* Month before day, as Americans write. */
static ramure_str mended_order(ramure_ctx *ctx, ramure_str text)
{
	scan c = scan_of(text);
	int64_t month, day, year;

	scan_spaces(&c);
	if (!scan_digits(&c, &month) || !(scan_sign(&c, "/") || scan_sign(&c, "-")) || !scan_digits(&c, &day) ||
	    !(scan_sign(&c, "/") || scan_sign(&c, "-")) || !scan_digits(&c, &year) || !scan_end(&c))
		return (ramure_str){ 0 };
	/* 2020-23-06 too */
	if (month > 31)
		return ramure_format(ctx, "%04lld-%02lld-%02lld", (long long)month, (long long)year, (long long)day);
	return ramure_format(ctx, "%02lld/%02lld/%lld", (long long)day, (long long)month, (long long)year);
}

/* "3 personnes", "1.200": the figures of a whole number. */
static ramure_str mended_integer(ramure_ctx *ctx, ramure_str text)
{
	ramure_number n;
	bool doubtful;

	if (names_among(ctx, "aucun|aucune|zéro|néant|rien|none|zero|nobody|nil|personne", text))
		return RAMURE_STR("0");
	if (!number_scan(ctx, text, &n, &doubtful) || (n.decimals && !doubtful))
		return (ramure_str){ 0 };
	return ramure_format(ctx, "%lld", (long long)n.digits);
}

ramure_str value_meant(ramure_ctx *ctx, ramure_type type, ramure_str text)
{
	ramure_str meant = { 0 };

	if (text.size > 64)
		return meant;
	switch (type) {
	case RAMURE_TIME:
		meant = mended_time(ctx, text);
		if (!meant.size && !says_more(ctx, text))
			meant = value_among_words(type, text);
		break;
	case RAMURE_DURATION:
		meant = mended_duration(ctx, text);
		if (!meant.size && !says_more(ctx, text))
			meant = value_among_words(type, text);
		break;
	case RAMURE_DATE:
	case RAMURE_PERIOD:
		meant = mended_month(ctx, text);
		if (!meant.size)
			meant = mended_order(ctx, text);
		/* "7 mars à 14h30": no period goes on from there. */
		if (!meant.size)
			meant = value_among_words(RAMURE_DATE, text);
		if (!meant.size && type == RAMURE_PERIOD)
			meant = value_among_words(type, text);
		break;
	case RAMURE_INTEGER:
		meant = mended_integer(ctx, text);
		break;
	case RAMURE_COLOUR:
		meant = ramure_format(ctx, "#%.*s", (int)text.size, text.data);
		for (size_t i = 1; i < meant.size; i++)
			if (!strchr("0123456789abcdefABCDEF", meant.data[i]))
				return (ramure_str){ 0 };
		return meant.size == 7 ? meant : (ramure_str){ 0 };
	default:
		break;
	}
	return meant.size && is_understood(type, meant) ? meant : (ramure_str){ 0 };
}
