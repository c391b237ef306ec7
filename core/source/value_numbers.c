/* value_numbers.c: decimals as people type them, and as a document says them. */
#include "core/base/buf.h"
#include "core/context.h"
#include "core/source/scan.h"

#include <math.h>
#include <string.h>

static const char narrow_space[] = "\u202F";

/* A space between thousands: followed by three figures and no fourth. */
static bool thousands_follow(const scan *c)
{
	scan ahead = *c;
	int64_t value;

	scan_spaces(&ahead);
	return ahead.at > c->at && scan_digits(&ahead, &value) == 3;
}

bool number_scan(ramure_str text, ramure_number *number)
{
	scan c = scan_of(text);
	bool negative;
	int64_t digits, more;
	size_t count, group;

	scan_spaces(&c);
	negative = scan_sign(&c, "-") || scan_sign(&c, "\u2212");
	if (!negative)
		scan_sign(&c, "+");
	scan_spaces(&c);
	count = scan_digits(&c, &digits);
	if (!count)
		return false;
	if (count <= 3)
		while (thousands_follow(&c)) {
			scan_spaces(&c);
			count += scan_digits(&c, &more);
			if (count > 15)
				return false;
			digits = digits * 1000 + more;
		}
	number->decimals = 0;
	if (c.at + 1 < c.s.size && (c.s.data[c.at] == ',' || c.s.data[c.at] == '.') && c.s.data[c.at + 1] >= '0' &&
	    c.s.data[c.at + 1] <= '9') {
		c.at++;
		group = scan_digits(&c, &more);
		if (count + group > 15)
			return false;
		for (size_t i = 0; i < group; i++)
			digits *= 10;
		digits += more;
		number->decimals = (int)group;
	}
	if (count > 15)
		return false;
	number->digits = negative ? -digits : digits;
	scan_spaces(&c);
	number->unit = (ramure_str){ c.s.data + c.at, c.s.size - c.at };
	/* 1,2,3 or 12 34 is no number with a unit. */
	for (size_t i = c.at; i < c.s.size; i++)
		if ((c.s.data[i] >= '0' && c.s.data[i] <= '9') || c.s.data[i] == ',')
			return false;
	return true;
}

bool ramure_number_read(ramure_str text, ramure_number *number)
{
	return number_scan(text, number);
}

double ramure_number_value(ramure_number n)
{
	return (double)n.digits / pow(10, n.decimals);
}

ramure_str ramure_number_format(ramure_ctx *ctx, double value, int decimals)
{
	static const double powers[] = { 1, 10, 100, 1e3, 1e4, 1e5, 1e6 };
	bool english = ctx->lang.size >= 2 && memcmp(ctx->lang.data, "en", 2) == 0;
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
