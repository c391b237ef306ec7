/* cmaps.c: what codes mean. */
#include "cmaps.h"

enum { CMAP_ROWS = 100 }; /* the most that a section may have (Adobe Technical Note 5014) */

static void put_head(bytes *out, const char *ordering, const char *name, int type)
{
	bytes_puts(out, "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n/CIDSystemInfo<</Registry(Adobe)"
			"/Ordering(");
	bytes_puts(out, ordering);
	bytes_puts(out, ")/Supplement 0>>def/CMapName/");
	bytes_puts(out, name);
	bytes_puts(out, " def/CMapType ");
	bytes_put_integer(out, type);
	bytes_puts(out, " def\n2 begincodespacerange<00><7F><8000><FFFF>endcodespacerange\n");
}

static void put_foot(bytes *out)
{
	bytes_puts(out, "endcmap CMapName currentdict/CMap defineresource pop end end\n");
}

static void put_code(bytes *out, uint32_t code)
{
	unsigned char pair[2];
	size_t size = sign_bytes(code, pair);

	bytes_putc(out, '<');
	bytes_put_hex(out, pair, size);
	bytes_putc(out, '>');
}

/* Ranges of codes, in sections of CMAP_ROWS: gathered, because a section begins with how many it has. */
typedef struct ranges {
	bytes *out;
	const char *what;
	bytes rows;
	uint32_t count;
} ranges;

static void end_section(ranges *r)
{
	if (r->count == 0)
		return;
	bytes_put_integer(r->out, r->count);
	bytes_puts(r->out, " begin");
	bytes_puts(r->out, r->what);
	bytes_put(r->out, r->rows.data, r->rows.size);
	bytes_puts(r->out, "end");
	bytes_puts(r->out, r->what);
	bytes_putc(r->out, '\n');
	r->rows.size = r->count = 0;
}

/* Begins a row; what the range stands for is put behind. */
static void begin_range(ranges *r, uint32_t first, uint32_t last)
{
	if (r->count == CMAP_ROWS)
		end_section(r);
	r->count++;
	put_code(&r->rows, first);
	put_code(&r->rows, last);
}

/* Codes of a range differ in their last byte only (Adobe Technical Note 5014). */
static bool begins_range(uint32_t code)
{
	unsigned char pair[2];

	return pair[sign_bytes(code, pair) - 1] == 0;
}

/* A glyph that adds no character of its own (a mark after its base) stands for a word joiner: every code must stand for
 * something that is no zero and no byte order mark (PDF/A-3, 6.2.11.7.2). */
static void put_characters(bytes *out, ramure_str text)
{
	static const uint32_t word_joiner = 0x2060;
	unsigned char unit[4];
	bool any = false;

	bytes_putc(out, '<');
	for (size_t at = 0; at < text.size;) {
		uint32_t c = utf8_decode(text, &at);

		if (c == 0 || c == 0xFEFF || c == 0xFFFE)
			continue;
		bytes_put_hex(out, unit, utf16_encode(c, unit));
		any = true;
	}
	if (!any)
		bytes_put_hex(out, unit, utf16_encode(word_joiner, unit));
	bytes_putc(out, '>');
}

void cmap_to_unicode(bytes *out, const signs *all)
{
	ranges r = { .out = out, .what = "bfrange", .rows = bytes_on(out->ctx) };

	put_head(out, "UCS", "Adobe-Identity-UCS", 2);
	for (uint32_t c = 1, next; c < all->count; c = next) {
		for (next = c + 1; next < all->count && !begins_range(next);)
			next++;
		begin_range(&r, c, next - 1);
		bytes_putc(&r.rows, '[');
		for (; c < next; c++)
			put_characters(&r.rows, all->items[c].text);
		bytes_putc(&r.rows, ']');
	}
	end_section(&r);
	put_foot(out);
}

static uint32_t cid_of(const font_code *codes, uint32_t code)
{
	return codes ? codes[code].cid : code;
}

void cmap_to_cids(bytes *out, const font_code *codes, uint32_t count)
{
	ranges r = { .out = out, .what = "cidrange", .rows = bytes_on(out->ctx) };

	put_head(out, "Identity", CMAP_NAME, 1);
	for (uint32_t c = 0, next; c < count; c = next) {
		for (next = c + 1;
		     next < count && !begins_range(next) && cid_of(codes, next) == cid_of(codes, next - 1) + 1;)
			next++;
		begin_range(&r, c, next - 1);
		bytes_put_integer(&r.rows, cid_of(codes, c));
		bytes_putc(&r.rows, '\n');
	}
	end_section(&r);
	put_foot(out);
}
