/* file.h: the form of a PDF file (ISO 32000-1, 7.5): objects, where they stand, what comes first and last.
 *
 * Streams are written as they come; other objects are packed by the hundred into object streams (7.5.7), and the
 * cross-references are a stream too (7.5.8): a third of the size of the classic form. */
#ifndef PDF_FILE_H
#define PDF_FILE_H

#include "bytes.h"

#include <hpdf_encrypt.h>
#include <hpdf_types.h>
#include <zlib.h>

enum { FILE_PACK = 200 }; /* objects in an object stream */

typedef struct file_place {
	uint64_t where; /* offset, or the number of the object stream; 0 for an object that is not in the file */
	uint16_t index; /* in the object stream, from 1; 0 for an object that stands alone */
} file_place;

typedef struct file {
	ramure_ctx *ctx;
	ramure_sink *sink;
	bool failed; /* the sink takes no more */
	uint64_t offset;
	HPDF_MD5_CTX digest; /* of all that was written: the file's identifier */
	file_place *places;  /* by object number */
	size_t capacity;
	uint32_t next; /* the next free object number, once file_number_from() was called */
	z_stream deflate;
	bytes deflated, head;
	struct {
		uint32_t numbers[FILE_PACK];
		size_t count;
		bytes index, objects;
	} pack;
} file;

/* False after reporting. */
bool file_open(file *f, ramure_ctx *ctx, ramure_sink *sink);
/* Frees what the file holds; to be called whatever happened. */
void file_close(file *f);

/* A stream, written now.  `entries` are its dictionary's without Length and Filter; `filter` is what the data are
 * encoded with already ("/DCTDecode"), or NULL, and the data are deflated here; "" leaves them as they are. */
void file_stream(file *f, uint32_t number, const bytes *entries, const void *data, size_t size, const char *filter);
/* Says that every number from `first` on is free to give out. */
void file_number_from(file *f, uint32_t first);
uint32_t file_number(file *f);
/* `count` numbers in a row; answers the first. */
uint32_t file_numbers(file *f, uint32_t count);
bool file_has(const file *f, uint32_t number);
/* Any object that is no stream.  Not before file_number_from(). */
void file_object(file *f, uint32_t number, const void *data, size_t size);
/* What is still to be packed, the cross-references and the trailer. */
void file_end(file *f, uint32_t catalog, uint32_t info);

#endif
