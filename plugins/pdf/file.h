/* file.h: the form of a PDF file (ISO 32000-1, 7.5): objects, where they stand, what comes first and last.
 *
 * Streams are written as they come; other objects are packed by the hundred into object streams (7.5.7), and the
 * cross-references are a stream too (7.5.8): a third of the size of the classic form. */
#ifndef PDF_FILE_H
#define PDF_FILE_H

#include "haru.h"

#include <hpdf_encrypt.h>
#include <libdeflate.h>

enum { FILE_PACK = 512 }; /* objects in an object stream */

/* Where an object is: the offset, or the number of its object stream, in the upper 48 bits; below, its place in the
 * object stream from 1, or 0 for an object that stands alone.  0 is an object that is not in the file. */
typedef uint64_t file_place;

typedef struct file {
	ramure_ctx *ctx;
	haru *haru; /* whose numbers go on */
	ramure_sink *sink;
	bool failed; /* the sink takes no more */
	uint64_t offset;
	HPDF_MD5_CTX digest; /* of all that was written: the file's identifier */
	file_place *places;  /* by object number */
	size_t capacity;
	struct libdeflate_compressor *compressor;
	bytes deflated, head; /* scratch, empty between calls */
	struct {
		uint32_t numbers[FILE_PACK];
		size_t count;
		bytes index, objects;
	} pack;
} file;

/* False after reporting. */
bool file_open(file *f, ramure_ctx *ctx, haru *h, ramure_sink *sink, size_t pages);
/* Frees what the file holds; to be called whatever happened. */
void file_close(file *f);

/* A stream, written now.  `entries` are its dictionary's without Length and Filter; `filter` is what the data are
 * encoded with already ("/DCTDecode"), or NULL, and the data are deflated here. */
void file_stream(file *f, uint32_t number, const bytes *entries, const void *data, size_t size, const char *filter);
uint32_t file_number(file *f);
/* `count` numbers in a row; answers the first. */
uint32_t file_numbers(file *f, uint32_t count);
/* Any object that is no stream. */
void file_object(file *f, uint32_t number, const void *data, size_t size);
/* Every dictionary of libharu's that is not in the file yet. */
void file_rest(file *f);
/* What is still to be packed, the cross-references and the trailer. */
void file_end(file *f, uint32_t catalog, uint32_t info);

#endif
