/* package.c: the parts in one ZIP file (ODF 1.3 part 2). */
#include "archive.h"
#include "odt.h"

static const char mimetype[] = "application/vnd.oasis.opendocument.text";

void odt_file_add(odt *o, ramure_str name, ramure_str bytes, const char *media_type, bool stored)
{
	o->files = odt_grow(o->ctx, o->files, o->file_count, &o->file_capacity, sizeof *o->files);
	o->files[o->file_count++] = (odt_file){ name, bytes, media_type, stored };
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

static size_t gather(odt *o, odt_file *parts, ramure_str content, ramure_str styles)
{
	static const char *const extensions[] = { [RAMURE_PNG] = "png", [RAMURE_JPEG] = "jpg" };
	static const char *const types[] = { [RAMURE_PNG] = "image/png", [RAMURE_JPEG] = "image/jpeg" };
	size_t count = 0;

	parts[count++] = (odt_file){ RAMURE_STR("content.xml"), content, "text/xml", false };
	parts[count++] = (odt_file){ RAMURE_STR("styles.xml"), styles, "text/xml", false };
	parts[count++] = (odt_file){ RAMURE_STR("meta.xml"), odt_meta(o), "text/xml", false };
	parts[count++] = (odt_file){ RAMURE_STR("settings.xml"), odt_settings(o), "text/xml", false };
	for (size_t i = 0; i < o->picture_count; i++) {
		const ramure_image *image = o->pictures[i].image;

		parts[count++] = (odt_file){ ramure_format(o->ctx, "Pictures/%zu.%s", i + 1, extensions[image->format]),
					     image->bytes, types[image->format], true };
	}
	for (size_t i = 0; i < o->file_count; i++)
		parts[count++] = o->files[i];
	return count;
}

ramure_status odt_package(odt *o, ramure_str content, ramure_str styles, ramure_sink *sink)
{
	odt_file *parts = RAMURE_NEW_ARRAY(o->ctx, odt_file, 4 + o->picture_count + o->file_count);
	size_t count = gather(o, parts, content, styles);
	archive *a = archive_new(o->ctx, sink, count + 2);

	if (!a)
		return RAMURE_FAILED;
	/* First and as it is, so that a program knows the file by its beginning (ODF 1.3 part 2, 3.3). */
	archive_add(a, RAMURE_STR("mimetype"), (ramure_str){ mimetype, sizeof mimetype - 1 }, false);
	archive_add(a, RAMURE_STR("META-INF/manifest.xml"), manifest(o, parts, count), true);
	for (size_t i = 0; i < count; i++)
		archive_add(a, parts[i].name, parts[i].bytes, !parts[i].stored);
	return archive_end(a) ? RAMURE_OK : RAMURE_FAILED;
}
