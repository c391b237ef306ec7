/* reference_package.c: the ZIP file of a template, from which only named entries are ever unpacked, into memory. */
#include "reference.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

static ramure_span place(const ref_package *p)
{
	return (ramure_span){ .file = p->file };
}

/* Names come from the file: what a terminal would obey is not shown to it. */
static const char *shown(const ref_package *p, const char *name)
{
	char *copy = ramure_alloc(p->ctx, strlen(name) + 1);

	for (size_t i = 0; name[i]; i++)
		copy[i] = (unsigned char)name[i] < 0x20 || name[i] == 0x7F ? '?' : name[i];
	return copy;
}

static bool no_document(ref_package *p)
{
	ramure_error(p->ctx, place(p), "this template is no OpenDocument text");
	ramure_hint(p->ctx, "open it in LibreOffice and save it as 'ODF Text Document (.odt)'");
	return false;
}

static bool is_protected(ref_package *p)
{
	ramure_error(p->ctx, place(p), "this template is protected by a password");
	ramure_hint(p->ctx, "open it in LibreOffice and save it without one");
	return false;
}

/* What unpacking into a folder would put elsewhere: nothing is unpacked so, but nobody honest writes such names. */
static bool is_sound(const char *name)
{
	const char *part = name;

	if (!*name || *name == '/' || strchr(name, '\\') || (name[1] == ':' && name[0] != '.'))
		return false;
	while (part) {
		if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || !part[2]))
			return false;
		part = strchr(part, '/');
		if (part)
			part++;
	}
	return true;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool check_names(ref_package *p)
{
	zip_int64_t count = zip_get_num_entries(p->zip, 0);
	const char **names;

	if (count > REF_MOST_ENTRIES) {
		ramure_error(p->ctx, place(p), "this template holds %lld files; %d are the most", (long long)count,
			     REF_MOST_ENTRIES);
		return false;
	}
	names = RAMURE_NEW_ARRAY(p->ctx, const char *, (size_t)count + 1);
	for (zip_int64_t i = 0; i < count; i++) {
		names[i] = zip_get_name(p->zip, (zip_uint64_t)i, 0);
		if (!names[i] || !is_sound(names[i])) {
			ramure_error(p->ctx, place(p),
				     "the file '%s' inside this template has a name that leads out of it",
				     names[i] ? shown(p, names[i]) : "");
			return false;
		}
	}
	qsort(names, (size_t)count, sizeof *names, by_name);
	for (zip_int64_t i = 1; i < count; i++)
		if (strcmp(names[i - 1], names[i]) == 0) {
			ramure_error(p->ctx, place(p), "the file '%s' stands twice inside this template",
				     shown(p, names[i]));
			return false;
		}
	return true;
}

static bool contains(ramure_str bytes, const char *words)
{
	size_t size = strlen(words);

	for (size_t i = 0; i + size <= bytes.size; i++)
		if (memcmp(bytes.data + i, words, size) == 0)
			return true;
	return false;
}

/* ODF 1.3 part 2, 3.3: the first entry says what the package is; 4.8: the manifest says what is encrypted. */
static bool check_type(ref_package *p)
{
	static const char text[] = "application/vnd.oasis.opendocument.text";
	static const char *const kinds[] = { "", "-template" };
	ramure_str type, manifest;

	if (!ref_has(p, "mimetype") || !ref_has(p, "styles.xml"))
		return no_document(p);
	if (!ref_read(p, "mimetype", 256, &type))
		return false;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (type.size == sizeof text - 1 + strlen(kinds[i]) && memcmp(type.data, text, sizeof text - 1) == 0 &&
		    memcmp(type.data + sizeof text - 1, kinds[i], strlen(kinds[i])) == 0) {
			if (!ref_has(p, "META-INF/manifest.xml"))
				return true;
			if (!ref_read(p, "META-INF/manifest.xml", REF_LARGEST_PART, &manifest))
				return false;
			return contains(manifest, "encryption-data") ? is_protected(p) : true;
		}
	return no_document(p);
}

static bool open_zip(ref_package *p, ramure_str bytes)
{
	zip_error_t error;
	zip_source_t *source;

	zip_error_init(&error);
	source = zip_source_buffer_create(bytes.data, bytes.size, 0, &error);
	p->zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
	if (!p->zip) {
		if (zip_error_code_zip(&error) == ZIP_ER_NOZIP) {
			no_document(p);
		} else {
			ramure_error(p->ctx, place(p), "this template cannot be unpacked: %s",
				     zip_error_strerror(&error));
			ramure_hint(p->ctx, "is the file whole? Copy it again, or save it again in LibreOffice");
		}
		zip_source_free(source);
	}
	zip_error_fini(&error);
	return p->zip != NULL;
}

bool ref_open_bytes(ref_package *p, ramure_str bytes)
{
	if (!open_zip(p, bytes))
		return false;
	if (check_names(p) && check_type(p))
		return true;
	ref_close(p);
	return false;
}

bool ref_open(ref_package *p, ramure_ctx *ctx, ramure_path path)
{
	ramure_str bytes;

	*p = (ref_package){ .ctx = ctx, .name = path.text };
	p->file = ramure_file_read(ctx, path, &bytes);
	return p->file && ref_open_bytes(p, bytes);
}

void ref_close(ref_package *p)
{
	if (p->zip)
		zip_discard(p->zip);
	p->zip = NULL;
}

bool ref_has(const ref_package *p, const char *entry)
{
	return p->zip && zip_name_locate(p->zip, entry, 0) >= 0;
}

static bool damaged(ref_package *p, const char *entry, const char *why)
{
	ramure_error(p->ctx, place(p), "the file '%s' inside this template cannot be unpacked: %s", shown(p, entry),
		     why);
	ramure_hint(p->ctx, "is the file whole? Copy it again, or save it again in LibreOffice");
	return false;
}

/* The size that an entry says it has is what may be read of it: a bomb that lies about it is damaged. */
static bool unpack(ref_package *p, const char *entry, zip_file_t *file, zip_uint64_t size, ramure_str *bytes)
{
	char *data = ramure_alloc(p->ctx, (size_t)size + 1);
	zip_uint64_t have = 0;
	zip_int64_t got;

	while ((got = zip_fread(file, data + have, size + 1 - have)) > 0)
		if ((have += (zip_uint64_t)got) > size)
			break;
	if (got < 0)
		return damaged(p, entry, zip_file_strerror(file));
	if (have != size)
		return damaged(p, entry, have > size ? "it is larger than it says" : "it ends too early");
	*bytes = (ramure_str){ data, (size_t)size };
	return true;
}

bool ref_read(ref_package *p, const char *entry, size_t most, ramure_str *bytes)
{
	const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
	zip_stat_t facts;
	zip_file_t *file;
	bool good;

	if (zip_stat(p->zip, entry, 0, &facts) < 0 || (facts.valid & needed) != needed)
		return damaged(p, entry, zip_strerror(p->zip));
	if (facts.encryption_method != ZIP_EM_NONE)
		return is_protected(p);
	if (facts.size > most || facts.size > REF_LARGEST_SUM - p->sum) {
		ramure_error(p->ctx, place(p),
			     "the file '%s' inside this template takes %llu bytes unpacked; %zu are the most",
			     shown(p, entry), (unsigned long long)facts.size,
			     facts.size > most ? most : REF_LARGEST_SUM - p->sum);
		return false;
	}
	p->sum += (size_t)facts.size;
	file = zip_fopen(p->zip, entry, 0);
	if (!file)
		return damaged(p, entry, zip_strerror(p->zip));
	good = unpack(p, entry, file, facts.size, bytes);
	zip_fclose(file);
	return good;
}
