/* terms.c: terms of office: their order, who chairs now, and where they overlap or leave a gap. */
#include "governance.h"

static bool all_start(const struct term *terms, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!ramure_given(terms[i].start.at))
			return false;
	return true;
}

/* Terms typed from the last to the first are put in order; without every start, the order typed is believed. */
static void sort(struct term *terms, size_t count)
{
	if (!all_start(terms, count))
		return;
	for (size_t i = 1; i < count; i++) {
		struct term term = terms[i];
		size_t j = i;

		for (; j > 0 && ramure_date_compare(terms[j - 1].start, term.start) > 0; j--)
			terms[j] = terms[j - 1];
		terms[j] = term;
	}
}

static bool covers(const struct term *term, ramure_date date)
{
	if (ramure_given(term->end.at) && date.year && ramure_date_last_day(term->end) < ramure_date_first_day(date))
		return false;
	return !ramure_given(term->start.at) || !date.year ||
	       ramure_date_first_day(term->start) <= ramure_date_last_day(date);
}

/* Whether a term before the last says how long it lasts: by its own end, or by the start of the next, which is to come. */
static bool says_when(const struct term *term, const struct term *next, ramure_date date)
{
	bool to_come = ramure_given(next->start.at) && date.year &&
		       ramure_date_first_day(next->start) > ramure_date_last_day(date);

	return ramure_given(term->start.at) && (ramure_given(term->end.at) || to_come);
}

/* The last that covers the document's date; one before the last must say that it does. */
static size_t find_current(const struct term *terms, size_t count, ramure_date date)
{
	for (size_t i = count; i-- > 0;) {
		if (i + 1 < count && !says_when(&terms[i], &terms[i + 1], date))
			continue;
		if (!date.year && ramure_given(terms[i].end.at))
			continue;
		if (covers(&terms[i], date))
			return i;
	}
	return count;
}

/* A month or a year says less than a day: only what holds for every day it may mean is reported. */
static void check_pair(ramure_ctx *ctx, const struct term *before, const struct term *after)
{
	const char *first = ramure_plain_text(ctx, before->name).data;
	const char *second = ramure_plain_text(ctx, after->name).data;

	if (!ramure_given(before->end.at) || !ramure_given(after->start.at))
		return;
	if (ramure_date_last_day(after->start) < ramure_date_first_day(before->end)) {
		ramure_warning(ctx, after->start.at, "term-overlap", "the terms of '%s' and '%s' overlap", first,
			       second);
		ramure_hint(ctx,
			    "'%s' ends on line %u; to accept this, write 'accepter: term-overlap' in the front "
			    "matter",
			    first, (unsigned)before->end.at.line);
	} else if (ramure_date_first_day(after->start) > ramure_date_last_day(before->end) + 1) {
		ramure_warning(
			ctx, after->start.at, "term-gap", "days without a chair between '%s' and '%s': %lld", first,
			second,
			(long long)(ramure_date_first_day(after->start) - ramure_date_last_day(before->end) - 1));
		ramure_hint(ctx, "'%s' ends on line %u; to accept this, write 'accepter: term-gap' in the front matter",
			    first, (unsigned)before->end.at.line);
	}
}

void check_terms(ramure_ctx *ctx, struct chair *chair)
{
	struct term *terms = (struct term *)chair->terms.items;
	size_t count = chair->terms.count;

	sort(terms, count);
	for (size_t i = 0; i < count; i++) {
		if (ramure_given(terms[i].start.at) && ramure_given(terms[i].end.at) &&
		    ramure_date_last_day(terms[i].end) < ramure_date_first_day(terms[i].start)) {
			ramure_error(ctx, terms[i].end.at, "the term of '%s' ends before it starts",
				     ramure_plain_text(ctx, terms[i].name).data);
			ramure_hint(ctx, "exchange the two dates, or correct one");
		} else if (i > 0) {
			check_pair(ctx, &terms[i - 1], &terms[i]);
		}
	}
	chair->current = find_current(terms, count, ramure_document_date(ctx));
}

static const char *ordinal_ending(ramure_ctx *ctx, size_t n)
{
	static const ramure_word first = { "st", "re" }, second = { "nd", "e" }, third = { "rd", "e" };
	static const ramure_word other = { "th", "e" };

	if (n == 1)
		return ramure_say(ctx, first);
	if (n % 100 / 10 == 1)
		return ramure_say(ctx, other);
	switch (n % 10) {
	case 1:
		/* 21e in French, 21st in English */
		return ramure_say(ctx, (ramure_word){ first.en, other.fr });
	case 2:
		return ramure_say(ctx, second);
	case 3:
		return ramure_say(ctx, third);
	default:
		return ramure_say(ctx, other);
	}
}

ramure_str term_dates(ramure_ctx *ctx, const struct chair *chair, size_t i)
{
	static const ramure_word now = { "in office", "en cours" };
	static const ramure_word since_day = { "since %s", "depuis le %s" }, since = { "since %s", "depuis %s" };
	static const ramure_word from_day = { "from %s", "dès le %s" }, from = { "from %s", "dès %s" };
	static const ramure_word until_day = { "until %s", "jusqu'au %s" }, until = { "until %s", "jusqu'en %s" };
	const struct term *term = &((const struct term *)chair->terms.items)[i];
	bool starts = ramure_given(term->start.at), ends = ramure_given(term->end.at), current = i == chair->current;

	if (starts && ends)
		return ramure_period_format(ctx, (ramure_period){ term->start.at, term->start, term->end });
	if (starts && current)
		return ramure_format(ctx, ramure_say(ctx, term->start.day ? since_day : since),
				     ramure_date_format(ctx, term->start).data);
	if (starts)
		return ramure_format(ctx, ramure_say(ctx, term->start.day ? from_day : from),
				     ramure_date_format(ctx, term->start).data);
	if (ends)
		return ramure_format(ctx, ramure_say(ctx, term->end.day ? until_day : until),
				     ramure_date_format(ctx, term->end).data);
	return current ? ramure_say_str(ctx, now) : RAMURE_STR("");
}

ramure_str term_words(ramure_ctx *ctx, const struct chair *chair, size_t i)
{
	static const ramure_word term = { "%zu%s term%s%s", "%zu%s présidence%s%s" };
	ramure_str dates = term_dates(ctx, chair, i);

	return ramure_format(ctx, ramure_say(ctx, term), i + 1, ordinal_ending(ctx, i + 1), dates.size ? ", " : "",
			     dates.data);
}
