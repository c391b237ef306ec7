/* haru.h: the calls to libharu, whose first error ends them.
 *
 * libharu holds the dictionaries that a document has few of: catalogue, resources, fonts, images, attachments.  What a
 * page or a structure element brings is written as it comes, and so is the form of the file ours.  After an error every
 * function here does nothing and answers NULL, so that only haru_failed() needs to be asked. */
#ifndef PDF_HARU_H
#define PDF_HARU_H

#include "bytes.h"

#include <hpdf.h>
#include <hpdf_objects.h>

/* An indirect dictionary.  libharu's own table of them would take a number for each object that we write. */
typedef struct haru_object {
	struct haru_object *before;
	HPDF_Dict dict;
} haru_object;

typedef struct haru {
	HPDF_Doc document;
	HPDF_Stream words; /* what libharu prints goes from here to `printed` */
	bytes printed;
	bytes text;
	uint32_t next;               /* the next free object number */
	struct haru_object *objects; /* those made here, the last one first */
} haru;

/* False after reporting. */
bool haru_open(haru *h, ramure_ctx *ctx);
void haru_close(haru *h);
bool haru_failed(const haru *h);
/* Says the first error, which must have happened. */
void haru_report(const haru *h, ramure_ctx *ctx);

/* An indirect dictionary, which others refer to; a direct one, which belongs to what it is put into; an array. */
HPDF_Dict haru_indirect(haru *h);
HPDF_Dict haru_dict(haru *h);
HPDF_Array haru_array(haru *h);
void haru_set(haru *h, HPDF_Dict dict, const char *key, void *value);
void haru_set_name(haru *h, HPDF_Dict dict, const char *key, const char *name);
void haru_set_number(haru *h, HPDF_Dict dict, const char *key, int64_t value);
void haru_set_true(haru *h, HPDF_Dict dict, const char *key);
void haru_set_text(haru *h, HPDF_Dict dict, const char *key, ramure_str text);
void haru_set_bytes(haru *h, HPDF_Dict dict, const char *key, const void *data, size_t size);
void haru_push(haru *h, HPDF_Array array, void *value);
void haru_push_text(haru *h, HPDF_Array array, ramure_str text);
void haru_push_number(haru *h, HPDF_Array array, int64_t value);
/* Entries that libharu could not hold, as they stand in the file; `entries` must live as long as the document. */
void haru_tail(haru *h, HPDF_Dict dict, const bytes *entries);
/* The object number of an indirect object. */
uint32_t haru_number(const void *object);

/* NULL when the dictionary has no such key. */
void *haru_item(const haru *h, HPDF_Dict dict, const char *key);

HPDF_Dict haru_catalog(const haru *h);
/* The numbers of objects that are ours to write. */
uint32_t haru_info(const haru *h);
uint32_t haru_page_root(const haru *h);

/* The dictionary as it stands in a file, in `printed`. */
bool haru_print(haru *h, HPDF_Dict dict);
/* The entries of a dictionary without its angle brackets, in `printed`. */
void haru_print_entries(haru *h, HPDF_Dict dict);

#endif
