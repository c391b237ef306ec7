/* embed.c: a font's subset in the file, and the dictionaries that describe it (ISO 32000-1, 9.7.4 and 9.8). */
#include "cff.h"
#include "cmaps.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <string.h>

/* Tables that say how to choose, place or name glyphs: the page has done that already. */
static const char *const dropped[] = { "cmap", "name", "post", "OS/2", "GSUB", "GPOS", "GDEF", "kern",
				       "STAT", "DSIG", "gasp", "FFTM", "hdmx", "VDMX", "LTSH", "PCLT",
				       "BASE", "JSTF", "MATH", "vhea", "vmtx", "VORG", "meta" };

/* A subset of the glyphs in use, whose numbers go to the codes.  NULL when HarfBuzz refuses. */
static hb_face_t *subset(pdf_font *font)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_subset_plan_t *plan;
	hb_face_t *face = NULL;
	const hb_map_t *numbers;

	if (!input)
		return NULL;
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	for (uint32_t c = 0; c < font->count; c++)
		if (font->codes[c].used)
			hb_set_add(hb_subset_input_glyph_set(input), font->codes[c].glyph);
	for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
		hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG),
			   hb_tag_from_string(dropped[i], -1));
	plan = hb_subset_plan_create_or_fail(font->face, input);
	if (plan) {
		numbers = hb_subset_plan_old_to_new_glyph_mapping(plan);
		for (uint32_t c = 0; c < font->count; c++)
			if (font->codes[c].used)
				font->codes[c].subset_glyph = hb_map_get(numbers, font->codes[c].glyph);
		face = hb_subset_plan_execute_or_fail(plan);
		hb_subset_plan_destroy(plan);
	}
	hb_subset_input_destroy(input);
	return face;
}

/* Thousandths of the em, as every measure of a PDF font is; to a thousandth of that. */
static void put_em(bytes *out, const pdf_font *font, int64_t units)
{
	bytes_put_fixed(out, llround((double)units * 1e6 / (double)font->info->units_per_em), 3);
}

static int64_t in_em(const pdf_font *font, int64_t units)
{
	return llround((double)units * 1e3 / (double)font->info->units_per_em);
}

/* Six letters that tell subsets of one font apart (9.6.4), from the subset itself. */
static ramure_str font_name(pdf_font *font, ramure_ctx *ctx, const void *data, size_t size)
{
	char name[64] = "";
	unsigned length = sizeof name;
	uint32_t sum = libdeflate_crc32(0, data, size);
	char tag[7] = "";
	size_t kept = 0;

	for (int i = 0; i < 6; i++, sum /= 26)
		tag[i] = (char)('A' + sum % 26);
	hb_ot_name_get_utf8(font->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
	for (size_t i = 0; name[i]; i++)
		if ((name[i] >= 'a' && name[i] <= 'z') || (name[i] >= 'A' && name[i] <= 'Z') ||
		    (name[i] >= '0' && name[i] <= '9') || name[i] == '-')
			name[kept++] = name[i];
	name[kept] = '\0';
	return ramure_format(ctx, "%s+%s", tag, kept > 0 ? name : "Font");
}

static HPDF_Array bounding_box(const pdf_font *font, haru *h)
{
	hb_blob_t *head = hb_face_reference_table(font->face, HB_TAG('h', 'e', 'a', 'd'));
	unsigned size;
	const unsigned char *data = (const unsigned char *)hb_blob_get_data(head, &size);
	HPDF_Array box = haru_array(h);

	for (size_t i = 36; i < 44; i += 2) /* xMin, yMin, xMax, yMax */
		haru_push_number(h, box, size >= 44 ? in_em(font, (int16_t)(data[i] << 8 | data[i + 1])) : 0);
	hb_blob_destroy(head);
	return box;
}

static HPDF_Dict descriptor(const pdf_font *font, haru *h, const char *name)
{
	enum { SYMBOLIC = 4 }; /* its codes follow no standard encoding */
	HPDF_Dict d = haru_indirect(h);
	hb_font_extents_t extents = { 0 };
	hb_position_t capital = 0;

	hb_font_get_h_extents(font->hb, &extents);
	hb_ot_metrics_get_position(font->hb, HB_OT_METRICS_TAG_CAP_HEIGHT, &capital);
	haru_set_name(h, d, "Type", "FontDescriptor");
	haru_set_name(h, d, "FontName", name);
	haru_set_number(h, d, "Flags", SYMBOLIC);
	haru_set(h, d, "FontBBox", bounding_box(font, h));
	haru_set_number(h, d, "ItalicAngle", (int64_t)hb_style_get_value(font->hb, HB_STYLE_TAG_SLANT_ANGLE));
	haru_set_number(h, d, "Ascent", in_em(font, extents.ascender));
	haru_set_number(h, d, "Descent", in_em(font, extents.descender));
	haru_set_number(h, d, "CapHeight", in_em(font, capital));
	haru_set_number(h, d, "StemV", 80); /* no font says it; what readers that embed nothing would draw with */
	return d;
}

static HPDF_Dict system_info(haru *h)
{
	HPDF_Dict info = haru_dict(h);

	haru_set_text(h, info, "Registry", RAMURE_STR("Adobe"));
	haru_set_text(h, info, "Ordering", RAMURE_STR("Identity"));
	haru_set_number(h, info, "Supplement", 0);
	return info;
}

/* The advances of CIDs, in rows of neighbours: "/W[0[500 250] 7[600]]". */
static void put_widths(bytes *out, const pdf_font *font, ramure_ctx *ctx)
{
	static const int32_t none = INT32_MIN;
	uint32_t last = 0;
	int32_t *advances;

	for (uint32_t c = 0; c < font->count; c++)
		if (font->codes[c].cid > last)
			last = font->codes[c].cid;
	advances = RAMURE_NEW_ARRAY(ctx, int32_t, last + 1);
	for (uint32_t i = 0; i <= last; i++)
		advances[i] = none;
	for (uint32_t c = 0; c < font->count; c++)
		if (font->codes[c].used)
			advances[font->codes[c].cid] = font->codes[c].advance;
	bytes_puts(out, "/W[");
	for (uint32_t i = 0; i <= last; i++) {
		bool begins = i == 0 || advances[i - 1] == none;

		if (advances[i] == none)
			continue;
		if (begins)
			bytes_put_integer(out, i);
		bytes_putc(out, begins ? '[' : ' ');
		put_em(out, font, advances[i]);
		if (i == last || advances[i + 1] == none)
			bytes_putc(out, ']');
	}
	bytes_putc(out, ']');
}

/* A stream object of its own dictionary. */
static HPDF_Dict add_stream(haru *h, file *f, HPDF_Dict dict, const void *data, size_t size)
{
	haru_print_entries(h, dict);
	file_stream(f, haru_number(dict), &h->printed, data, size, NULL);
	return dict;
}

/* TrueType: a CID is a code, and a map leads to the subset's glyphs. */
static void add_glyph_map(pdf_font *font, ramure_ctx *ctx, haru *h, file *f, HPDF_Dict cid_font)
{
	bytes map = bytes_on(ctx);

	for (uint32_t c = 0; c < font->count; c++) {
		bytes_putc(&map, (int)(font->codes[c].subset_glyph >> 8));
		bytes_putc(&map, (int)font->codes[c].subset_glyph);
	}
	haru_set(h, cid_font, "CIDToGIDMap", add_stream(h, f, haru_indirect(h), map.data, map.size));
}

/* From the bytes of the contents to CIDs. */
static HPDF_Dict encoding(const font_code *codes, uint32_t count, ramure_ctx *ctx, haru *h, file *f)
{
	bytes map = bytes_on(ctx);
	HPDF_Dict encoding = haru_indirect(h);

	cmap_to_cids(&map, codes, count);
	haru_set_name(h, encoding, "Type", "CMap");
	haru_set_name(h, encoding, "CMapName", CMAP_NAME);
	haru_set(h, encoding, "CIDSystemInfo", system_info(h));
	return add_stream(h, f, encoding, map.data, map.size);
}

/* From the codes to what they stand for. */
static HPDF_Dict characters(const signs *all, haru *h, file *f)
{
	bytes map = bytes_on(all->ctx);

	cmap_to_unicode(&map, all);
	return add_stream(h, f, haru_indirect(h), map.data, map.size);
}

static HPDF_Dict font_file(haru *h, file *f, hb_blob_t *blob, bool cff)
{
	HPDF_Dict dict = haru_indirect(h);
	unsigned size;
	const char *data = hb_blob_get_data(blob, &size);

	if (cff)
		haru_set_name(h, dict, "Subtype", "CIDFontType0C");
	else
		haru_set_number(h, dict, "Length1", size);
	return add_stream(h, f, dict, data, size);
}

/* TrueType: a CID is a code.  CFF: the font says. */
static void number_cids(pdf_font *font, ramure_ctx *ctx, hb_blob_t *blob, bool cff)
{
	enum { GLYPHS = 65536 };
	unsigned size;
	const char *data = hb_blob_get_data(blob, &size);
	uint32_t *cids;

	if (!cff) {
		for (uint32_t c = 0; c < font->count; c++)
			font->codes[c].cid = c;
		return;
	}
	cids = RAMURE_NEW_ARRAY(ctx, uint32_t, GLYPHS);
	for (uint32_t glyph = 0; glyph < GLYPHS; glyph++)
		cids[glyph] = glyph;
	cff_cids((const unsigned char *)data, size, cids, GLYPHS);
	for (uint32_t c = 0; c < font->count; c++)
		font->codes[c].cid = cids[font->codes[c].subset_glyph & (GLYPHS - 1)];
}

static void add_font(pdf_font *font, font_maps *shared, const signs *all, haru *h, file *f, hb_blob_t *blob, bool cff)
{
	ramure_ctx *ctx = all->ctx;
	unsigned size;
	const char *data = hb_blob_get_data(blob, &size);
	const char *name = font_name(font, ctx, data, size).data;
	HPDF_Dict described = descriptor(font, h, name);
	HPDF_Dict cid_font = haru_indirect(h);
	HPDF_Array descendants = haru_array(h);
	bytes *widths = RAMURE_NEW(ctx, bytes);

	number_cids(font, ctx, blob, cff);
	haru_set(h, described, cff ? "FontFile3" : "FontFile2", font_file(h, f, blob, cff));
	haru_set_name(h, cid_font, "Type", "Font");
	haru_set_name(h, cid_font, "Subtype", cff ? "CIDFontType0" : "CIDFontType2");
	haru_set_name(h, cid_font, "BaseFont", name);
	haru_set(h, cid_font, "CIDSystemInfo", system_info(h));
	haru_set(h, cid_font, "FontDescriptor", described);
	*widths = bytes_on(ctx);
	put_widths(widths, font, ctx);
	haru_tail(h, cid_font, widths);
	haru_push(h, descendants, cid_font);

	haru_set_name(h, font->object, "Type", "Font");
	haru_set_name(h, font->object, "Subtype", "Type0");
	haru_set_name(h, font->object, "BaseFont", cff ? ramure_format(ctx, "%s-" CMAP_NAME, name).data : name);
	if (!cff) {
		add_glyph_map(font, ctx, h, f, cid_font);
		if (!shared->encoding)
			shared->encoding = encoding(NULL, all->count, ctx, h, f);
	}
	haru_set(h, font->object, "Encoding", cff ? encoding(font->codes, font->count, ctx, h, f) : shared->encoding);
	haru_set(h, font->object, "DescendantFonts", descendants);
	if (!shared->characters)
		shared->characters = characters(all, h, f);
	haru_set(h, font->object, "ToUnicode", shared->characters);
}

bool font_embed(pdf_font *font, font_maps *shared, const signs *all, haru *h, file *f)
{
	hb_face_t *face = subset(font);
	hb_blob_t *cff = face ? hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' ')) : hb_blob_get_empty();
	hb_blob_t *glyf = face ? hb_face_reference_table(face, HB_TAG('g', 'l', 'y', 'f')) : hb_blob_get_empty();
	hb_blob_t *whole = face ? hb_face_reference_blob(face) : hb_blob_get_empty();
	bool is_cff = hb_blob_get_length(cff) > 0;
	bool known = is_cff || hb_blob_get_length(glyf) > 0;

	if (known) {
		add_font(font, shared, all, h, f, is_cff ? cff : whole, is_cff);
	} else {
		ramure_failure(all->ctx, "font file '%.*s' has no outlines that a PDF can carry",
			       (int)font->info->path.size, font->info->path.data);
		ramure_hint(all->ctx, "use a TrueType or an OpenType/CFF file of '%.*s', not a bitmap or a CFF2 one",
			    (int)font->info->family.size, font->info->family.data);
	}
	hb_blob_destroy(whole);
	hb_blob_destroy(glyf);
	hb_blob_destroy(cff);
	hb_face_destroy(face);
	return known;
}
