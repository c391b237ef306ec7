/* scan.h: a value's text read sign by sign, as French and English write numbers, dates and hours. */
#ifndef RAMURE_SCAN_H
#define RAMURE_SCAN_H

#include "core/ramure.h"

typedef struct scan {
	ramure_str s;
	size_t at;
} scan;

/* Letters in a row, small and without accents. */
typedef struct scan_letters {
	char text[24];
	size_t size; /* 0 when there is none, or too many to be a word that anyone knows */
} scan_letters;

scan scan_of(ramure_str s);
bool scan_end(scan *c);    /* nothing but spaces is left */
void scan_spaces(scan *c); /* of any width */
bool scan_sign(scan *c, const char *sign);
/* Up to 18 figures; how many, or 0. */
size_t scan_digits(scan *c, int64_t *value);
scan_letters scan_word(scan *c);
/* The word, if it is one of `words`, which are separated by '|' and as scan_word() says them; -1 or its rank. */
int scan_one_of(scan *c, const char *words);
/* Moves past the number, the word or the sign that comes next; something must be left. */
void scan_skip(scan *c);

/* The values, without a word about what is wrong.  All of the text must have been understood. */
/* As the document's language groups thousands.  `doubtful`, which may be NULL, says that decimals were read where a
 * person may have meant thousands. */
bool number_scan(ramure_ctx *ctx, ramure_str text, ramure_number *number, bool *doubtful);
bool number_is_amount(ramure_str unit);
/* #c0ffee, or #cfe for #ccffee. */
bool colour_scan(ramure_str text, ramure_rgb *colour);
bool time_scan(ramure_str text, int32_t *minutes);
bool duration_scan(ramure_str text, int32_t *minutes);

typedef enum date_fault {
	DATE_UNDERSTOOD,
	DATE_UNKNOWN,
	DATE_WITHOUT_YEAR,
	DATE_IMPOSSIBLE,
	DATE_OTHER_WEEKDAY, /* the weekday that was typed is not that day's */
	DATE_BACKWARDS,
} date_fault;

date_fault date_scan(ramure_str text, ramure_date *date);
date_fault period_scan(ramure_str text, ramure_period *period);
/* The next day of a month within a text, from *at on, which moves past it; its year may be 0.  False at the end. */
bool date_next(ramure_str text, size_t *at, ramure_date *date, date_fault *fault);
/* The first whole date within a text; false when it has none. */
bool date_find(ramure_str text, ramure_date *date);
int date_days_in_month(int32_t year, int month);
/* The day with that number, as ramure_date_first_day() counts. */
ramure_date date_of_day(int64_t day);

#endif
