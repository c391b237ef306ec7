/* profile.c: sRGB as an ICC profile (ICC.1:2004-10).
 *
 * Libraries that make profiles stamp them with the clock; this one is 50 numbers long. */
#include "profile.h"

#include <string.h>

static void put32(bytes *b, uint32_t value)
{
	bytes_putc(b, (int)(value >> 24));
	bytes_putc(b, (int)(value >> 16 & 0xFF));
	bytes_putc(b, (int)(value >> 8 & 0xFF));
	bytes_putc(b, (int)(value & 0xFF));
}

/* An s15Fixed16Number (5.1.3) of hundred-thousandths. */
static void put_fixed16(bytes *b, int64_t hundred_thousandths)
{
	int64_t half = hundred_thousandths < 0 ? -50000 : 50000;

	put32(b, (uint32_t)((hundred_thousandths * 65536 + half) / 100000));
}

/* A text in one language (10.13 multiLocalizedUnicodeType). */
static void put_text(bytes *b, const char *words)
{
	size_t length = strlen(words);

	bytes_put(b, "mluc\0\0\0\0", 8);
	put32(b, 1);
	put32(b, 12);
	bytes_puts(b, "enUS");
	put32(b, (uint32_t)length * 2);
	put32(b, 28);
	for (size_t i = 0; i < length; i++) {
		bytes_putc(b, 0);
		bytes_putc(b, words[i]);
	}
	while (b->size % 4 != 0)
		bytes_putc(b, 0);
}

/* A colour (10.27 XYZType), in hundred-thousandths. */
static void put_xyz(bytes *b, const int32_t xyz[3])
{
	bytes_put(b, "XYZ \0\0\0\0", 8);
	for (int i = 0; i < 3; i++)
		put_fixed16(b, xyz[i]);
}

/* The colours above are as seen under D50: how they were led there from sRGB's own white, D65, must be said (Bradford's
 * matrix). */
static void put_adaptation(bytes *b)
{
	static const int32_t matrix[] = { 104788, 2292, -5022, 2959, 99048, -1707, -925, 1508, 75168 };

	bytes_put(b, "sf32\0\0\0\0", 8);
	for (size_t i = 0; i < sizeof matrix / sizeof *matrix; i++)
		put_fixed16(b, matrix[i]);
}

/* The curve of sRGB (10.15 parametricCurveType, function 3): a straight foot, then a power of 2.4. */
static void put_curve(bytes *b)
{
	static const int32_t parameters[] = { 240000, 94787, 5213, 7740, 4045 }; /* g, a, b, c, d */

	bytes_put(b, "para\0\0\0\0\0\3\0\0", 12);
	for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++)
		put_fixed16(b, parameters[i]);
}

/* The header (7.2), which begins with the size of the whole. */
static void put_header(bytes *b, uint32_t size, const int32_t white[3])
{
	static const unsigned char date[12] = { 2004 >> 8, 2004 & 0xFF, 0, 10, 0, 1 }; /* the standard's, not today's */

	put32(b, size);
	put32(b, 0);
	put32(b, 0x04200000);
	bytes_puts(b, "mntrRGB XYZ ");
	bytes_put(b, date, sizeof date);
	bytes_puts(b, "acsp");
	for (int i = 0; i < 7; i++) /* platform, flags, manufacturer, model, attributes, perceptual intent */
		put32(b, 0);
	for (int i = 0; i < 3; i++)
		put_fixed16(b, white[i]);
	while (b->size < 128)
		bytes_putc(b, 0);
}

bytes profile_srgb(ramure_ctx *ctx)
{
	static const int32_t white[3] = { 96420, 100000, 82491 }; /* D50 */
	static const int32_t red[3] = { 43607, 22249, 1392 };
	static const int32_t green[3] = { 38515, 71687, 9708 };
	static const int32_t blue[3] = { 14307, 6061, 71410 };
	static const struct {
		const char *tag;
		const char *words;
		const int32_t *xyz;
		void (*put)(bytes *b);
	} rows[] = {
		{ "desc", "sRGB", NULL, NULL },    { "cprt", "CC0", NULL, NULL },
		{ "wtpt", NULL, white, NULL },     { "chad", NULL, NULL, put_adaptation },
		{ "rXYZ", NULL, red, NULL },       { "gXYZ", NULL, green, NULL },
		{ "bXYZ", NULL, blue, NULL },      { "rTRC", NULL, NULL, put_curve },
		{ "gTRC", NULL, NULL, put_curve }, { "bTRC", NULL, NULL, put_curve },
	};
	enum { ROWS = sizeof rows / sizeof *rows, DATA = 128 + 4 + 12 * ROWS };
	bytes data = bytes_on(ctx);
	bytes table = bytes_on(ctx);
	bytes profile = bytes_on(ctx);
	size_t start = 0;

	put32(&table, ROWS);
	for (size_t i = 0; i < ROWS; i++) {
		/* The three channels share the curve that the first of them has put. */
		bool shared = i > 0 && rows[i].put && rows[i].put == rows[i - 1].put;

		if (!shared)
			start = data.size;
		if (rows[i].words)
			put_text(&data, rows[i].words);
		else if (rows[i].xyz)
			put_xyz(&data, rows[i].xyz);
		else if (!shared)
			rows[i].put(&data);
		bytes_puts(&table, rows[i].tag);
		put32(&table, (uint32_t)(DATA + start));
		put32(&table, (uint32_t)(data.size - start));
	}
	put_header(&profile, (uint32_t)(DATA + data.size), white);
	bytes_put(&profile, table.data, table.size);
	bytes_put(&profile, data.data, data.size);
	return profile;
}
