/* file.c: the form of a PDF file. */
#include "file.h"

#include <string.h>

enum { DEFLATE_LEVEL = 6 }; /* as small as zlib's 9, in half the time of its 6 */

static void put(file *f, const void *data, size_t size)
{
	if (f->failed || size == 0)
		return;
	HPDF_MD5Update(&f->digest, data, (HPDF_UINT32)size);
	f->offset += size;
	f->failed = !ramure_sink_write(f->sink, data, size);
}

static void put_bytes(file *f, bytes *b)
{
	put(f, b->data, b->size);
	b->size = 0;
}

bool file_open(file *f, ramure_ctx *ctx, haru *h, ramure_sink *sink, size_t pages)
{
	enum { LIKELY = 32 }; /* objects of a page */

	*f = (file){ .ctx = ctx,
		     .haru = h,
		     .capacity = (pages + 4) * LIKELY,
		     .places = RAMURE_NEW_ARRAY(ctx, file_place, (pages + 4) * LIKELY),
		     .sink = sink,
		     .deflated = bytes_on(ctx),
		     .head = bytes_on(ctx),
		     .pack = { .index = bytes_on(ctx), .objects = bytes_on(ctx) },
		     .compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL) };
	if (!f->compressor) {
		ramure_failure(ctx, "not enough memory to write the PDF");
		return false;
	}
	HPDF_MD5Init(&f->digest);
	/* Four bytes above 127 tell those who carry the file that it is no text (7.5.2). */
	bytes_puts(&f->head, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
	put_bytes(f, &f->head);
	return true;
}

void file_close(file *f)
{
	libdeflate_free_compressor(f->compressor);
}

static file_place *place(file *f, uint32_t number)
{
	if (number >= f->capacity) {
		size_t capacity = f->capacity;
		file_place *grown;

		while (capacity <= number)
			capacity *= 2;
		grown = RAMURE_NEW_ARRAY(f->ctx, file_place, capacity);
		memcpy(grown, f->places, f->capacity * sizeof *grown);
		f->places = grown;
		f->capacity = capacity;
	}
	return &f->places[number];
}

static void put_stream(file *f, uint32_t number, const bytes *entries, const void *data, size_t size,
		       const char *filter)
{
	*place(f, number) = f->offset << 16;
	bytes_put_integer(&f->head, number);
	bytes_puts(&f->head, " 0 obj\n<<");
	if (entries)
		bytes_put(&f->head, entries->data, entries->size);
	bytes_puts(&f->head, "/Filter");
	bytes_puts(&f->head, filter);
	bytes_puts(&f->head, "/Length ");
	bytes_put_integer(&f->head, (int64_t)size);
	bytes_puts(&f->head, ">>stream\n");
	put_bytes(f, &f->head);
	put(f, data, size);
	bytes_puts(&f->head, "\nendstream\nendobj\n");
	put_bytes(f, &f->head);
}

/* The whole stream at once: libdeflate knows no other way. */
static void put_deflated(file *f, uint32_t number, const bytes *entries, const void *data, size_t size)
{
	size_t room = libdeflate_zlib_compress_bound(f->compressor, size);
	unsigned char *deflated = bytes_room(&f->deflated, room);

	put_stream(f, number, entries, deflated, libdeflate_zlib_compress(f->compressor, data, size, deflated, room),
		   "/FlateDecode");
}

void file_stream(file *f, uint32_t number, const bytes *entries, const void *data, size_t size, const char *filter)
{
	if (filter)
		put_stream(f, number, entries, data, size, filter);
	else
		put_deflated(f, number, entries, data, size);
}

uint32_t file_number(file *f)
{
	return file_numbers(f, 1);
}

uint32_t file_numbers(file *f, uint32_t count)
{
	f->haru->next += count;
	return f->haru->next - count;
}

static void write_pack(file *f)
{
	uint32_t number;
	bytes entries = bytes_on(f->ctx);

	if (f->pack.count == 0)
		return;
	number = file_number(f);
	for (size_t i = 0; i < f->pack.count; i++)
		*place(f, f->pack.numbers[i]) = (uint64_t)number << 16 | (i + 1);
	bytes_puts(&entries, "/Type/ObjStm/N ");
	bytes_put_integer(&entries, (int64_t)f->pack.count);
	bytes_puts(&entries, "/First ");
	bytes_put_integer(&entries, (int64_t)f->pack.index.size);
	bytes_put(&f->pack.index, f->pack.objects.data, f->pack.objects.size);
	put_deflated(f, number, &entries, f->pack.index.data, f->pack.index.size);
	f->pack.count = f->pack.index.size = f->pack.objects.size = 0;
}

void file_object(file *f, uint32_t number, const void *data, size_t size)
{
	enum { LARGE = 1 << 16 }; /* bytes of a pack, which a reader has to inflate for any of its objects */

	bytes_put_integer(&f->pack.index, number);
	bytes_putc(&f->pack.index, ' ');
	bytes_put_integer(&f->pack.index, (int64_t)f->pack.objects.size);
	bytes_putc(&f->pack.index, ' ');
	bytes_put(&f->pack.objects, data, size);
	bytes_putc(&f->pack.objects, '\n');
	f->pack.numbers[f->pack.count++] = number;
	*place(f, number) = UINT64_MAX; /* until its object stream has a place */
	if (f->pack.count == FILE_PACK || f->pack.objects.size > LARGE)
		write_pack(f);
}

static void write_dictionary(file *f, HPDF_Dict dict)
{
	uint32_t number = haru_number(dict);

	if (*place(f, number) == 0 && haru_print(f->haru, dict))
		file_object(f, number, f->haru->printed.data, f->haru->printed.size);
}

void file_rest(file *f)
{
	for (const haru_object *object = f->haru->objects; object; object = object->before)
		write_dictionary(f, object->dict);
	write_dictionary(f, haru_catalog(f->haru));
}

enum { COLUMNS = 7, ROW = 1 + COLUMNS };
_Static_assert(ROW == sizeof(file_place), "a row takes the room of a place");

/* A row of the cross-references: type, 4 bytes of place, 2 of index, each less the one above it: predictor 12 of PNG,
 * which leaves mostly zeros to compress. */
static void put_place(file_place p, unsigned char above[COLUMNS], unsigned char out[ROW])
{
	uint64_t where = p >> 16, index = p & 0xFFFF;
	unsigned char row[COLUMNS] = { 0 };

	row[0] = p == 0 ? 0 : index > 0 ? 2 : 1;
	for (int i = 0; i < 4; i++)
		row[1 + i] = (unsigned char)(where >> (24 - 8 * i));
	if (index > 0) {
		row[5] = (unsigned char)((index - 1) >> 8);
		row[6] = (unsigned char)(index - 1);
	} else if (p == 0) {
		row[5] = row[6] = 0xFF; /* a number never to be used again */
	}
	out[0] = 2;
	for (size_t i = 0; i < COLUMNS; i++)
		out[1 + i] = (unsigned char)(row[i] - above[i]);
	memcpy(above, row, sizeof row);
}

/* The last that is asked of the places: the rows are written over them. */
static void put_places(file *f, uint32_t number, const bytes *entries)
{
	unsigned char above[COLUMNS] = { 0 };
	unsigned char *rows;

	if (f->offset > UINT32_MAX && !f->failed) {
		ramure_failure(f->ctx, "a deck of more than 4 GB cannot be written");
		f->failed = true;
	}
	place(f, f->haru->next - 1); /* there is one for each number */
	rows = (unsigned char *)f->places;
	for (uint32_t i = 0; i < f->haru->next; i++)
		put_place(f->places[i], above, rows + (size_t)i * ROW);
	put_deflated(f, number, entries, rows, (size_t)f->haru->next * ROW);
}

void file_end(file *f, uint32_t catalog, uint32_t info)
{
	bytes entries = bytes_on(f->ctx);
	unsigned char identifier[16];
	uint64_t where;
	uint32_t number;

	write_pack(f);
	number = file_number(f);
	where = f->offset;
	*place(f, number) = where << 16;
	HPDF_MD5Final(identifier, &f->digest);
	bytes_puts(&entries, "/Type/XRef/Size ");
	bytes_put_integer(&entries, f->haru->next);
	bytes_puts(&entries, "/W[1 4 2]/DecodeParms<</Columns 7/Predictor 12>>/Root ");
	bytes_put_reference(&entries, catalog);
	bytes_puts(&entries, "/Info ");
	bytes_put_reference(&entries, info);
	bytes_puts(&entries, "/ID[<");
	bytes_put_hex(&entries, identifier, sizeof identifier);
	bytes_puts(&entries, "><");
	bytes_put_hex(&entries, identifier, sizeof identifier);
	bytes_puts(&entries, ">]");
	put_places(f, number, &entries);
	bytes_puts(&f->head, "startxref\n");
	bytes_put_integer(&f->head, (int64_t)where);
	bytes_puts(&f->head, "\n%%EOF\n");
	put_bytes(f, &f->head);
}
