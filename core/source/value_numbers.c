/* value_numbers.c: decimals as people type them, and as a document says them. */
#include "core/base/buf.h"
#include "core/context.h"
#include "core/source/scan.h"

#include <math.h>
#include <string.h>

static const char narrow_space[] = "\u202F";

enum { MOST_FIGURES = 15 }; /* what a double holds exactly */

/* What may stand before an amount as well as behind it.  A sign is said where the language wants it, a code behind. */
static const char *const currencies[] = {
	"US$", "A$", "C$", "£", "$", "€", "EUR", "USD", "GBP", "CHF",
};

/* The currency at the cursor, which goes behind it; empty without one. */
static ramure_str take_currency(scan *c)
{
	size_t start = c->at;

	for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
		if (scan_sign(c, currencies[i]))
			return (ramure_str){ c->s.data + start, c->at - start };
	return (ramure_str){ 0 };
}

bool number_is_amount(ramure_str unit)
{
	static const char *const words[] = { "€", "$", "£", "euro", "EUR", "USD", "GBP", "CHF", "dollar", "franc" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		for (size_t at = 0; at + strlen(words[i]) <= unit.size; at++)
			if (memcmp(unit.data + at, words[i], strlen(words[i])) == 0)
				return true;
	return false;
}

/* Figures as typed: groups with one sign between each two. */
typedef struct groups {
	int64_t digits;
	size_t count;          /* of all figures */
	size_t first, last;    /* how many the first group has, and the last */
	size_t commas, points; /* between groups */
	bool spaces;
	bool threes; /* every group behind the first has three figures, the last one apart */
	bool zero;   /* nothing but 0 stands before the first sign */
	char sign;   /* the last of ',' and '.', 0 without any */
} groups;

/* A space between thousands: followed by three figures and no fourth. */
static bool thousands_follow(const scan *c)
{
	scan ahead = *c;
	int64_t value;

	scan_spaces(&ahead);
	return ahead.at > c->at && scan_digits(&ahead, &value) == 3;
}

static bool figure_at(const scan *c, size_t at)
{
	return at < c->s.size && c->s.data[at] >= '0' && c->s.data[at] <= '9';
}

/* False when there are none, or too many. */
static bool scan_figures(scan *c, groups *g)
{
	int64_t more;

	*g = (groups){ .threes = true };
	g->first = g->last = g->count = scan_digits(c, &g->digits);
	g->zero = !g->digits;
	while (g->count && g->count <= MOST_FIGURES) {
		char sign = c->at < c->s.size ? c->s.data[c->at] : '\0';

		if ((sign == ',' || sign == '.') && figure_at(c, c->at + 1)) {
			g->threes &= !g->sign || g->last == 3;
			g->commas += sign == ',';
			g->points += sign == '.';
			g->sign = sign;
			c->at++;
		} else if (!g->sign && g->first <= 3 && thousands_follow(c)) {
			g->spaces = true;
			scan_spaces(c);
		} else {
			return true;
		}
		g->last = scan_digits(c, &more);
		g->count += g->last;
		for (size_t i = 0; i < g->last && g->count <= MOST_FIGURES; i++)
			g->digits *= 10;
		g->digits += more;
	}
	return false;
}

/* How many of the figures are decimals; -1 when the signs make no number.
 *
 * Signs of both sorts, or several of one, leave no doubt: 1,250.5, 1.250,5 and 1,250,000 are the same in any language.
 * A single sign before three figures is what English calls thousands when it is a comma; any other begins decimals. */
static int decimals_of(const groups *g, bool english)
{
	bool grouped = g->first <= 3 && !g->zero && !g->spaces;

	if (!g->sign)
		return 0;
	if (g->commas && g->points)
		return grouped && g->threes && (g->sign == ',' ? g->commas : g->points) == 1 ? (int)g->last : -1;
	if (g->commas + g->points > 1)
		return grouped && g->threes && g->last == 3 ? 0 : -1;
	return english && g->sign == ',' && grouped && g->last == 3 ? 0 : (int)g->last;
}

/* Whether a person may have meant thousands by what was read as decimals. */
static bool is_doubtful(const groups *g, bool english, bool amount)
{
	bool one = g->commas + g->points == 1 && g->last == 3 && g->first <= 3 && !g->zero && !g->spaces;

	return one && (english ? g->sign == '.' && amount : g->sign == '.' || amount);
}

bool number_scan(ramure_ctx *ctx, ramure_str text, ramure_number *number, bool *doubtful)
{
	scan c = scan_of(text);
	bool english = ctx_in_english(ctx), negative;
	ramure_str currency;
	groups g;

	scan_spaces(&c);
	negative = scan_sign(&c, "-") || scan_sign(&c, "\u2212");
	if (!negative)
		scan_sign(&c, "+");
	scan_spaces(&c);
	currency = take_currency(&c);
	scan_spaces(&c);
	if (currency.size && !negative)
		negative = scan_sign(&c, "-") || scan_sign(&c, "\u2212");
	if (!scan_figures(&c, &g) || decimals_of(&g, english) < 0)
		return false;
	number->decimals = decimals_of(&g, english);
	number->digits = negative ? -g.digits : g.digits;
	scan_spaces(&c);
	number->unit = (ramure_str){ c.s.data + c.at, c.s.size - c.at };
	/* 1,2,3 or 12 34 is no number with a unit. */
	for (size_t i = c.at; i < c.s.size; i++)
		if ((c.s.data[i] >= '0' && c.s.data[i] <= '9') || c.s.data[i] == ',')
			return false;
	if (currency.size) {
		ramure_str rest = number->unit, first = english ? currency : rest, then = english ? rest : currency;

		/* $m, $ million */
		number->unit = ramure_format(ctx, "%.*s%s%.*s", (int)first.size, first.data,
					     english && rest.size > 2 ? "\u00A0" : "", (int)then.size, then.data);
	}
	if (doubtful)
		*doubtful = is_doubtful(&g, english, currency.size || number_is_amount(number->unit));
	return true;
}

bool ramure_number_read(ramure_ctx *ctx, ramure_str text, ramure_number *number)
{
	return number_scan(ctx, text, number, NULL);
}

double ramure_number_value(ramure_number n)
{
	return (double)n.digits / pow(10, n.decimals);
}

ramure_str ramure_number_format(ramure_ctx *ctx, double value, int decimals)
{
	static const double powers[] = { 1, 10, 100, 1e3, 1e4, 1e5, 1e6 };
	bool english = ctx_in_english(ctx);
	int places = decimals < 0 ? 0 : decimals > 6 ? 6 : decimals;
	double scaled = round(fabs(value) * powers[places]);
	/* Beyond this a double has no units left to write. */
	uint64_t rest = scaled < 9e15 ? (uint64_t)scaled : (uint64_t)9e15;
	uint64_t power = (uint64_t)powers[places], whole = rest / power;
	char figures[24];
	size_t count = 0;
	buf out = buf_on(ctx->arena);

	do {
		figures[count++] = (char)('0' + whole % 10);
		whole /= 10;
	} while (whole);
	if (value < 0 && rest)
		buf_puts(&out, "\u2212");
	while (count--) {
		buf_putc(&out, figures[count]);
		if (count && count % 3 == 0)
			buf_puts(&out, english ? "," : narrow_space);
	}
	if (places) {
		buf_putc(&out, english ? '.' : ',');
		for (rest %= power; places--; rest %= power) {
			power /= 10;
			buf_putc(&out, (char)('0' + rest / power));
		}
	}
	return buf_str(&out);
}

/* The sign that English puts before the figures: "£" of "£m". */
static size_t sign_size(ramure_str unit)
{
	for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++) {
		size_t size = strlen(currencies[i]);
		bool code = size == 3 && currencies[i][2] >= 'A' && currencies[i][2] <= 'Z';

		if (!code && unit.size >= size && memcmp(unit.data, currencies[i], size) == 0)
			return size;
	}
	return 0;
}

ramure_str ramure_quantity_format(ramure_ctx *ctx, double value, int decimals, ramure_str unit)
{
	const char *number = ramure_number_format(ctx, value, decimals).data;
	size_t sign = ctx_in_english(ctx) ? sign_size(unit) : 0, rest = unit.size - sign;
	/* \u2212£3 */
	size_t minus = strncmp(number, "\u2212", 3) == 0 ? 3 : 0;

	if (!unit.size)
		return ramure_format(ctx, "%s", number);
	if (!sign)
		return ramure_format(ctx, "%s\u00A0%.*s", number, (int)unit.size, unit.data);
	return ramure_format(ctx, "%.*s%.*s%s%.*s", (int)minus, number, (int)sign, unit.data, number + minus, (int)rest,
			     unit.data + sign);
}
