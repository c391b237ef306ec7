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
	bytes_puts(out, " def\n1 begincodespacerange<0000><FFFF>endcodespacerange\n");
}

static void put_foot(bytes *out)
{
	bytes_puts(out, "endcmap CMapName currentdict/CMap defineresource pop end end\n");
}

static void put_code(bytes *out, uint32_t code)
{
	unsigned char pair[2] = { (unsigned char)(code >> 8), (unsigned char)code };

	bytes_putc(out, '<');
	bytes_put_hex(out, pair, sizeof pair);
	bytes_putc(out, '>');
}

/* Opens and closes sections around row `i` of `count`. */
static void put_section(bytes *out, uint32_t i, uint32_t count, const char *what)
{
	if (i > 0 && (i % CMAP_ROWS == 0 || i == count)) {
		bytes_puts(out, "end");
		bytes_puts(out, what);
		bytes_putc(out, '\n');
	}
	if (i < count && i % CMAP_ROWS == 0) {
		bytes_put_integer(out, count - i < CMAP_ROWS ? count - i : CMAP_ROWS);
		bytes_puts(out, " begin");
		bytes_puts(out, what);
		bytes_putc(out, '\n');
	}
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
	bytes_puts(out, ">\n");
}

void cmap_to_unicode(bytes *out, const font_code *codes, uint32_t count)
{
	put_head(out, "UCS", "Adobe-Identity-UCS", 2);
	for (uint32_t c = 1; c < count; c++) {
		put_section(out, c - 1, count - 1, "bfchar");
		put_code(out, c);
		put_characters(out, codes[c].text);
	}
	put_section(out, count - 1, count - 1, "bfchar");
	put_foot(out);
}

void cmap_to_cids(bytes *out, const font_code *codes, uint32_t count)
{
	put_head(out, "Identity", CMAP_NAME, 1);
	for (uint32_t c = 0; c < count; c++) {
		put_section(out, c, count, "cidchar");
		put_code(out, c);
		bytes_put_integer(out, codes[c].cid);
		bytes_putc(out, '\n');
	}
	put_section(out, count, count, "cidchar");
	put_foot(out);
}
