/* fonts.c: the fonts that a report names, and their files when it carries them. */
#include "reference.h"

#include <hb.h>
#include <stdio.h>
#include <string.h>

enum { CUTS = 4 };

/* A name that styles use. */
typedef struct face_row {
	const char *name;
	const char *family_key; /* of the theme */
	const char *fallbacks, *generic;
	bool black; /* the heaviest cut: a family of its own to word processors */
	struct {
		int weight; /* 0: no more cuts */
		bool italic;
	} cuts[CUTS]; /* those that the report uses */
} face_row;

static const face_row faces[] = {
	{ "Texte",
	  "fonts.family",
	  "Carlito, 'Liberation Sans'",
	  "swiss",
	  false,
	  { { 400, false }, { 700, false }, { 400, true }, { 700, true } } },
	{ "Titres", "fonts.family", "'Liberation Sans'", "swiss", true, { { 900, false } } },
	{ "Code", "fonts.monospace", "'Liberation Mono'", "modern", false, { { 400, false } } },
};

enum {
	LARGEST_FONT = 32 * 1024 * 1024,
	/* OS/2 fsType (OpenType 1.9): who receives a report goes on writing in it, so that viewing alone is not enough.
	 */
	MAY_EDIT = 0x0008,
	USAGE = 0x000F,
	ONLY_BITMAPS = 0x0200,
};

static uint32_t big_endian(const unsigned char *at, size_t bytes)
{
	uint32_t value = 0;

	for (size_t i = 0; i < bytes; i++)
		value = value << 8 | at[i];
	return value;
}

/* The table of that tag; empty when the file has none or ends too early. */
static ramure_str table_of(ramure_str font, const char *tag)
{
	enum { HEAD = 12, ENTRY = 16 };
	const unsigned char *b = (const unsigned char *)font.data;
	size_t count = font.size >= HEAD ? big_endian(b + 4, 2) : 0;

	for (size_t i = 0; i < count && HEAD + (i + 1) * ENTRY <= font.size; i++) {
		const unsigned char *entry = b + HEAD + i * ENTRY;
		size_t offset = big_endian(entry + 8, 4), size = big_endian(entry + 12, 4);

		if (memcmp(entry, tag, 4) == 0 && offset <= font.size && size <= font.size - offset)
			return (ramure_str){ font.data + offset, size };
	}
	return (ramure_str){ 0 };
}

bool odt_font_may_be_embedded(ramure_str font)
{
	ramure_str os2 = table_of(font, "OS/2");
	uint32_t type = os2.size >= 10 ? big_endian((const unsigned char *)os2.data + 8, 2) : 0;

	return !(type & ONLY_BITMAPS) && (!(type & USAGE) || type & MAY_EDIT);
}

static bool read_font(odt *o, const char *path, ramure_str *bytes)
{
	FILE *in = fopen(path, "rb");
	long size = in && fseek(in, 0, SEEK_END) == 0 ? ftell(in) : -1;
	bool good = size > 0 && size <= LARGEST_FONT;

	if (good) {
		char *data = ramure_alloc(o->ctx, (size_t)size);

		rewind(in);
		good = fread(data, 1, (size_t)size, in) == (size_t)size;
		*bytes = (ramure_str){ data, (size_t)size };
	}
	if (in)
		fclose(in);
	return good;
}

ramure_str odt_font_alone(ramure_ctx *ctx, ramure_str file, uint32_t index)
{
	enum { AT_ONCE = 64 };
	const hb_tag_t signature = HB_TAG('D', 'S', 'I', 'G');
	hb_tag_t tags[AT_ONCE];
	unsigned count = AT_ONCE, size;
	hb_blob_t *blob, *made;
	hb_face_t *face, *builder;
	char *bytes;

	if (file.size < 4 || memcmp(file.data, "ttcf", 4) != 0)
		return file;
	blob = hb_blob_create(file.data, (unsigned)file.size, HB_MEMORY_MODE_READONLY, NULL, NULL);
	face = hb_face_create(blob, index);
	builder = hb_face_builder_create();
	for (unsigned start = 0; count == AT_ONCE; start += count) {
		hb_face_get_table_tags(face, start, &count, tags);
		for (unsigned i = 0; i < count; i++) {
			hb_blob_t *table = hb_face_reference_table(face, tags[i]);

			if (tags[i] != signature) /* it is of the whole collection */
				hb_face_builder_add_table(builder, tags[i], table);
			hb_blob_destroy(table);
		}
	}
	made = hb_face_reference_blob(builder);
	size = hb_blob_get_length(made);
	bytes = ramure_alloc(ctx, size);
	memcpy(bytes, hb_blob_get_data(made, NULL), size);
	hb_blob_destroy(made);
	hb_face_destroy(builder);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return (ramure_str){ bytes, size };
}

/* Nobody is shown a font that stands in for the theme's: the core has warned of it already. */
static bool is_wanted(odt *o, const face_row *row, const ramure_font *font)
{
	ramure_str family = ramure_theme_string(o->ctx, row->family_key);

	return font->family.size >= family.size && memcmp(font->family.data, family.data, family.size) == 0;
}

static void warn(odt *o, const ramure_font *font)
{
	ramure_warning(o->ctx, o->options->embed_fonts.at, "font-not-embedded",
		       "the font '%.*s %.*s' is not put into the report", (int)font->family.size, font->family.data,
		       (int)font->face.size, font->face.data);
}

/* The package's file of a font; its bytes are added when it is met first.  NULL after a warning. */
static const char *file_of(odt *o, const ramure_font *font)
{
	const char *path = ramure_format(o->ctx, "%.*s", (int)font->path.size, font->path.data).data;
	ramure_str bytes, name;

	for (size_t i = 0; i < o->font_count; i++)
		if (ramure_str_equal(o->fonts[i].font->path, font->path) && o->fonts[i].font->index == font->index)
			return o->fonts[i].file;
	if (!read_font(o, path, &bytes)) {
		warn(o, font);
		ramure_hint(o->ctx, "its file cannot be read: name another in the theme");
		return NULL;
	}
	bytes = odt_font_alone(o->ctx, bytes, font->index);
	if (!odt_font_may_be_embedded(bytes)) {
		warn(o, font);
		ramure_hint(o->ctx,
			    "its maker forbids it (OS/2 fsType): name a font in the theme that may be passed on");
		return NULL;
	}
	name = ramure_format(o->ctx, "Fonts/%zu.%s", o->file_count + 1, font->cff ? "otf" : "ttf");
	odt_file_add(o, name, bytes, font->cff ? "font/otf" : "font/ttf", false);
	return name.data;
}

void odt_fonts_embed(odt *o)
{
	for (size_t face = 0; face < sizeof faces / sizeof *faces; face++)
		for (size_t i = 0; i < CUTS && faces[face].cuts[i].weight; i++) {
			const ramure_font *font =
				ramure_theme_font(o->ctx, faces[face].cuts[i].weight, faces[face].cuts[i].italic,
						  strcmp(faces[face].family_key, "fonts.monospace") == 0);
			const char *file = is_wanted(o, &faces[face], font) ? file_of(o, font) : NULL;

			if (file)
				o->fonts[o->font_count++] = (odt_font){ font, file, face };
		}
}

/* ODF 1.3 part 3, 14.11: where the bytes of a face are. */
static void put_sources(const odt *o, xml *x, size_t face)
{
	bool any = false;

	for (size_t i = 0; i < o->font_count; i++) {
		const odt_font *font = &o->fonts[i];

		if (font->face != face)
			continue;
		if (!any)
			xml_open(x, "svg:font-face-src");
		any = true;
		xml_open(x, "svg:font-face-uri");
		xml_attr(x, "xlink:href", font->file);
		xml_attr(x, "xlink:type", "simple");
		xml_open(x, "svg:font-face-format");
		xml_attr(x, "svg:string", font->font->cff ? "opentype" : "truetype");
		xml_close(x);
		xml_close(x);
	}
	if (any)
		xml_close(x);
}

/* With fall-backs, so that a machine without a font shows something near. */
static void font_face(odt *o, xml *x, size_t face)
{
	const face_row *row = &faces[face];
	ramure_str family = ramure_theme_string(o->ctx, row->family_key);
	ramure_str quoted = memchr(family.data, ' ', family.size)
				    ? ramure_format(o->ctx, "'%.*s'", (int)family.size, family.data)
				    : family;

	xml_open(x, "style:font-face");
	xml_attr(x, "style:name", row->name);
	xml_attr_str(x, "svg:font-family",
		     row->black ? ramure_format(o->ctx, "'%.*s Black', '%.*s', %s", (int)family.size, family.data,
						(int)family.size, family.data, row->fallbacks)
				: ramure_format(o->ctx, "%.*s, %s", (int)quoted.size, quoted.data, row->fallbacks));
	xml_attr(x, "style:font-family-generic", row->generic);
	xml_attr(x, "style:font-pitch", "variable");
	put_sources(o, x, face);
	xml_close(x);
}

void odt_font_faces(odt *o, xml *x)
{
	xml_open(x, "office:font-face-decls");
	if (o->reference)
		ref_write_children(x, o->reference->fonts);
	for (size_t face = 0; face < sizeof faces / sizeof *faces; face++)
		if (ref_lacks(o->reference, REF_FONT, faces[face].name, NULL))
			font_face(o, x, face);
	xml_close(x);
}
