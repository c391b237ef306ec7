/* package.c: the parts in one ZIP file (ODF 1.3 part 2), through libzip. */
#include "odt.h"

#include <string.h>
#include <zip.h>

/* 1 January 1980, noon: a fixed time in the ZIP format's own form, which knows no zone.  Midnight is how Java's readers
 * mark a time that the form cannot hold: ODF Validator then sees an extra field that is not there. */
enum { DOS_DATE = 1 << 5 | 1, DOS_TIME = 12 << 11, DEFLATE_LEVEL = 5 /* 6 takes half as long again for 3 % */ };

static const char mimetype[] = "application/vnd.oasis.opendocument.text";

void odt_file_add(odt *o, ramure_str name, ramure_str bytes, const char *media_type, bool stored)
{
	o->files = ramure_extend_array(o->ctx, o->files, o->file_count, sizeof *o->files);
	o->files[o->file_count++] =
		(odt_file){ .name = name, .bytes = bytes, .media_type = media_type, .stored = stored };
}

static void report(odt *o, const char *what)
{
	ramure_failure(o->ctx, "the report could not be packed: %s", what);
}

/* XML is read where it stands, piece by piece. */
static zip_source_t *source_of_xml(odt *o, zip_t *zip, const xml *x)
{
	zip_buffer_fragment_t *fragments;
	size_t count = 0;

	for (const xml_piece *p = x->first; p; p = p->next)
		count++;
	fragments = RAMURE_NEW_ARRAY(o->ctx, zip_buffer_fragment_t, count);
	count = 0;
	for (xml_piece *p = x->first; p; p = p->next)
		fragments[count++] = (zip_buffer_fragment_t){ (zip_uint8_t *)p->bytes, p->size };
	return zip_source_buffer_fragment(zip, fragments, count, 0);
}

static bool add(odt *o, zip_t *zip, const odt_file *p)
{
	zip_source_t *source =
		p->text ? source_of_xml(o, zip, p->text) : zip_source_buffer(zip, p->bytes.data, p->bytes.size, 0);
	zip_int64_t index = source ? zip_file_add(zip, p->name.data, source, ZIP_FL_ENC_UTF_8) : -1;

	if (index < 0) {
		report(o, zip_strerror(zip));
		if (source)
			zip_source_free(source);
		return false;
	}
	if (zip_set_file_compression(zip, (zip_uint64_t)index, p->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
				     p->stored ? 0 : DEFLATE_LEVEL) < 0 ||
	    zip_file_set_dostime(zip, (zip_uint64_t)index, DOS_TIME, DOS_DATE, 0) < 0) {
		report(o, zip_strerror(zip));
		return false;
	}
	return true;
}

static ramure_str manifest(odt *o, const odt_file *parts, size_t count)
{
	xml x = xml_new(o->ctx);

	xml_open(&x, "manifest:manifest");
	xml_attr(&x, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
	xml_attr(&x, "manifest:version", "1.3");
	xml_open(&x, "manifest:file-entry");
	xml_attr(&x, "manifest:full-path", "/");
	xml_attr(&x, "manifest:version", "1.3");
	xml_attr(&x, "manifest:media-type", mimetype);
	xml_close(&x);
	for (size_t i = 0; i < count; i++) {
		xml_open(&x, "manifest:file-entry");
		xml_attr_str(&x, "manifest:full-path", parts[i].name);
		xml_attr(&x, "manifest:media-type", parts[i].media_type);
		xml_close(&x);
	}
	xml_close(&x);
	return xml_str(&x);
}

static size_t gather(odt *o, odt_file *parts, const xml *content, ramure_str styles)
{
	static const char *const extensions[] = { [RAMURE_PNG] = "png", [RAMURE_JPEG] = "jpg" };
	static const char *const types[] = { [RAMURE_PNG] = "image/png", [RAMURE_JPEG] = "image/jpeg" };
	size_t count = 0;

	parts[count++] = (odt_file){ .name = RAMURE_STR("content.xml"), .text = content, .media_type = "text/xml" };
	parts[count++] = (odt_file){ .name = RAMURE_STR("styles.xml"), .bytes = styles, .media_type = "text/xml" };
	parts[count++] = (odt_file){ .name = RAMURE_STR("meta.xml"), .bytes = odt_meta(o), .media_type = "text/xml" };
	parts[count++] =
		(odt_file){ .name = RAMURE_STR("settings.xml"), .bytes = odt_settings(o), .media_type = "text/xml" };
	for (size_t i = 0; i < o->picture_count; i++) {
		const ramure_image *image = o->pictures[i].image;

		parts[count++] = (odt_file){
			.name = ramure_format(o->ctx, "Pictures/%zu.%s", i + 1, extensions[image->format]),
			.bytes = image->bytes,
			.media_type = types[image->format],
			.stored = true,
		};
	}
	for (size_t i = 0; i < o->file_count; i++)
		parts[count++] = o->files[i];
	return count;
}

/* libzip writes when it closes: the archive is made in memory, then handed over. */
static bool build(odt *o, zip_source_t *into, const odt_file *parts, size_t count)
{
	const odt_file type = { .name = RAMURE_STR("mimetype"),
				.bytes = { mimetype, sizeof mimetype - 1 },
				.stored = true };
	const odt_file list = { .name = RAMURE_STR("META-INF/manifest.xml"), .bytes = manifest(o, parts, count) };
	zip_error_t error;
	zip_t *zip;
	bool good;

	zip_error_init(&error);
	zip = zip_open_from_source(into, ZIP_TRUNCATE, &error);
	if (!zip) {
		report(o, zip_error_strerror(&error));
		zip_error_fini(&error);
		return false;
	}
	zip_source_keep(into); /* the archive would free it */
	good = add(o, zip, &type) && add(o, zip, &list);
	for (size_t i = 0; good && i < count; i++)
		good = add(o, zip, &parts[i]);
	if (good && zip_close(zip) == 0)
		return true;
	if (good)
		report(o, zip_strerror(zip));
	zip_discard(zip);
	return false;
}

static bool hand_over(odt *o, zip_source_t *from, ramure_sink *sink)
{
	char bytes[16384];
	zip_int64_t size;

	if (zip_source_open(from) < 0) {
		report(o, zip_error_strerror(zip_source_error(from)));
		return false;
	}
	while ((size = zip_source_read(from, bytes, sizeof bytes)) > 0)
		if (!ramure_sink_write(sink, bytes, (size_t)size))
			break;
	if (size < 0)
		report(o, zip_error_strerror(zip_source_error(from)));
	zip_source_close(from);
	return size == 0;
}

ramure_status odt_package(odt *o, const xml *content, ramure_str styles, ramure_sink *sink)
{
	odt_file *parts = RAMURE_NEW_ARRAY(o->ctx, odt_file, 4 + o->picture_count + o->file_count);
	size_t count = gather(o, parts, content, styles);
	zip_error_t error;
	zip_source_t *memory;
	bool good;

	zip_error_init(&error);
	memory = zip_source_buffer_create(NULL, 0, 0, &error);
	if (!memory) {
		report(o, zip_error_strerror(&error));
		zip_error_fini(&error);
		return RAMURE_FAILED;
	}
	good = build(o, memory, parts, count) && hand_over(o, memory, sink);
	zip_source_free(memory);
	return good ? RAMURE_OK : RAMURE_FAILED;
}
