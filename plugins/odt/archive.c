/* archive.c: a ZIP file, written front to back: local headers and files, then the central directory.
 *
 * No extra fields, no descriptors behind the data, no ZIP64: what a reader of ODF is sure to take.  zlib alone does it;
 * a library for all that ZIP can be brings one for ciphers along, whose loading took longer than a short report. */
#include "archive.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#define ZLIB_CONST
#include <zlib.h>

enum {
	/* 1 January 1980, noon: a fixed time in the format's own form, which knows no zone (4.4.6).  Midnight is how
	 * Java's readers mark a time that the form cannot hold: ODF Validator then sees an extra field that is not
	 * there. */
	DOS_DATE = 1 << 5 | 1,
	DOS_TIME = 12 << 11,
	VERSION = 20,             /* 2.0: deflate (4.4.3) */
	NAMES_ARE_UTF8 = 1 << 11, /* 4.4.4 */
	STORED = 0,
	DEFLATED = 8,
	LEVEL = 6,
	LOCAL_SIZE = 30,
	CENTRAL_SIZE = 46,
	END_SIZE = 22,
	MOST_FILES = 65535,
	/* Less gains nothing to speak of. */
	WORTH_DEFLATING = 1024,
};

/* A file as the directory will tell of it. */
typedef struct entry {
	ramure_str name;
	uint32_t checksum, size, packed_size, offset;
	uint16_t method;
} entry;

struct archive {
	ramure_ctx *ctx;
	ramure_sink *sink;
	entry *entries;
	size_t count, most;
	uint64_t offset; /* of what is written next */
	z_stream deflater;
	bool deflates, failed;
};

/* Fields of a header, least byte first (4.1.9). */
typedef struct header {
	unsigned char bytes[CENTRAL_SIZE];
	size_t size;
} header;

static void put16(header *h, uint32_t value)
{
	h->bytes[h->size++] = (unsigned char)(value & 0xFF);
	h->bytes[h->size++] = (unsigned char)(value >> 8 & 0xFF);
}

static void put32(header *h, uint32_t value)
{
	put16(h, value & 0xFFFF);
	put16(h, value >> 16);
}

static void refuse_size(archive *a)
{
	if (!a->failed)
		ramure_failure(a->ctx, "the report is too large for one file: 4 GB or 65535 parts");
	a->failed = true;
}

static void refuse_memory(archive *a)
{
	if (!a->failed)
		ramure_failure(a->ctx, "not enough memory to pack the report");
	a->failed = true;
}

static void put(archive *a, const void *bytes, size_t size)
{
	/* Offsets have 32 bits; a sink that refuses has said why. */
	if (!a->failed && size > UINT32_MAX - a->offset)
		refuse_size(a);
	if (!a->failed && size && !ramure_sink_write(a->sink, bytes, size))
		a->failed = true;
	a->offset += size;
}

/* What a local header and the directory say alike (4.3.7, 4.3.12). */
static void put_facts(header *h, const entry *e)
{
	put16(h, VERSION);
	put16(h, NAMES_ARE_UTF8);
	put16(h, e->method);
	put16(h, DOS_TIME);
	put16(h, DOS_DATE);
	put32(h, e->checksum);
	put32(h, e->packed_size);
	put32(h, e->size);
	put16(h, (uint32_t)e->name.size);
	put16(h, 0);
}

static void put_local(archive *a, const entry *e)
{
	header h = { .size = 0 };

	put32(&h, 0x04034B50);
	put_facts(&h, e);
	put(a, h.bytes, h.size);
	put(a, e->name.data, e->name.size);
}

static void put_central(archive *a, const entry *e)
{
	header h = { .size = 0 };

	put32(&h, 0x02014B50);
	put16(&h, VERSION);
	put_facts(&h, e);
	put16(&h, 0); /* no comment */
	put16(&h, 0); /* the first disk */
	put16(&h, 0);
	put32(&h, 0);
	put32(&h, e->offset);
	put(a, h.bytes, h.size);
	put(a, e->name.data, e->name.size);
}

archive *archive_new(ramure_ctx *ctx, ramure_sink *sink, size_t most)
{
	archive *a = RAMURE_NEW(ctx, archive);

	*a = (archive){ .ctx = ctx, .sink = sink, .most = most };
	if (most > MOST_FILES)
		refuse_size(a);
	else
		a->entries = RAMURE_NEW_ARRAY(ctx, entry, most);
	/* The bare form, without zlib's own header. */
	if (!a->failed &&
	    deflateInit2(&a->deflater, LEVEL, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL - 1, Z_DEFAULT_STRATEGY) != Z_OK)
		refuse_memory(a);
	else
		a->deflates = !a->failed;
	return a->failed ? NULL : a;
}

/* The bytes deflated, in memory of the caller's, or NULL where that gains nothing. */
static unsigned char *deflated(archive *a, ramure_str bytes, size_t *size)
{
	z_stream *z = &a->deflater;
	unsigned char *room;

	if (bytes.size < WORTH_DEFLATING || bytes.size > UINT_MAX)
		return NULL;
	room = malloc(bytes.size);
	if (!room) {
		refuse_memory(a);
		return NULL;
	}
	z->next_in = (z_const Bytef *)bytes.data;
	z->avail_in = (uInt)bytes.size;
	z->next_out = room;
	z->avail_out = (uInt)bytes.size;
	if (deflate(z, Z_FINISH) == Z_STREAM_END) {
		*size = bytes.size - z->avail_out;
	} else { /* no shorter than it was */
		free(room);
		room = NULL;
	}
	deflateReset(z);
	return room;
}

void archive_add(archive *a, ramure_str name, ramure_str bytes, bool packed)
{
	size_t size = bytes.size;
	unsigned char *shorter = NULL;
	entry *e = &a->entries[a->count];

	if (a->failed)
		return;
	if (a->count == a->most || name.size > UINT16_MAX || bytes.size > UINT32_MAX) {
		refuse_size(a);
		return;
	}
	if (packed)
		shorter = deflated(a, bytes, &size);
	*e = (entry){ .name = name,
		      .checksum = (uint32_t)crc32_z(crc32_z(0, NULL, 0), (const unsigned char *)bytes.data, bytes.size),
		      .size = (uint32_t)bytes.size,
		      .packed_size = (uint32_t)size,
		      .offset = (uint32_t)a->offset,
		      .method = shorter ? DEFLATED : STORED };
	a->count++;
	put_local(a, e);
	put(a, shorter ? shorter : (const void *)bytes.data, size);
	free(shorter);
}

bool archive_end(archive *a)
{
	uint64_t start = a->offset;
	header h = { .size = 0 };

	for (size_t i = 0; i < a->count; i++)
		put_central(a, &a->entries[i]);
	put32(&h, 0x06054B50); /* 4.3.16 */
	put32(&h, 0);          /* one disk */
	put16(&h, (uint32_t)a->count);
	put16(&h, (uint32_t)a->count);
	put32(&h, (uint32_t)(a->offset - start));
	put32(&h, (uint32_t)start);
	put16(&h, 0);
	put(a, h.bytes, h.size);
	if (a->deflates)
		deflateEnd(&a->deflater);
	return !a->failed;
}
