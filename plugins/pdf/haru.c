/* haru.c: the calls to libharu. */
#include "haru.h"

#include <hpdf_streams.h>
#include <string.h>

/* The object layer sets this number without calling any handler, and later calls would overwrite it: since none is made
 * after an error, it stays the first. */
bool haru_failed(const haru *h)
{
	return !h->document || h->document->error.error_no != HPDF_NOERROR;
}

void haru_report(const haru *h, ramure_ctx *ctx)
{
	unsigned long number = h->document ? h->document->error.error_no : HPDF_FAILD_TO_ALLOC_MEM;
	unsigned long detail = h->document ? h->document->error.detail_no : 0;

	if (number == HPDF_FAILD_TO_ALLOC_MEM)
		ramure_failure(ctx, "not enough memory to write the PDF");
	else
		ramure_failure(ctx, "libharu cannot write the PDF (error 0x%04lx, detail %lu)", number, detail);
}

static HPDF_STATUS print(HPDF_Stream stream, const HPDF_BYTE *data, HPDF_UINT size)
{
	haru *h = stream->attr;

	bytes_put(&h->printed, data, size);
	return HPDF_OK;
}

bool haru_open(haru *h, ramure_ctx *ctx)
{
	*h = (haru){ .document = HPDF_New(NULL, NULL), .printed = bytes_on(ctx), .text = bytes_on(ctx) };
	if (!haru_failed(h)) {
		h->words = HPDF_CallbackWriter_New(h->document->mmgr, print, h);
		h->next = h->document->xref->entries->count;
	}
	if (haru_failed(h)) {
		haru_report(h, ctx);
		haru_close(h);
		return false;
	}
	return true;
}

void haru_close(haru *h)
{
	for (; h->objects; h->objects = h->objects->before)
		HPDF_Dict_Free(h->objects->dict);
	if (h->words)
		HPDF_Stream_Free(h->words);
	if (h->document)
		HPDF_Free(h->document);
	*h = (haru){ 0 };
}

HPDF_Dict haru_indirect(haru *h)
{
	HPDF_Dict dict = haru_dict(h);
	haru_object *object;

	if (!dict)
		return NULL;
	dict->header.obj_id = h->next++ | HPDF_OTYPE_INDIRECT;
	object = RAMURE_NEW(h->printed.ctx, haru_object);
	*object = (haru_object){ h->objects, dict };
	h->objects = object;
	return dict;
}

HPDF_Dict haru_dict(haru *h)
{
	return haru_failed(h) ? NULL : HPDF_Dict_New(h->document->mmgr);
}

HPDF_Array haru_array(haru *h)
{
	return haru_failed(h) ? NULL : HPDF_Array_New(h->document->mmgr);
}

void haru_set(haru *h, HPDF_Dict dict, const char *key, void *value)
{
	if (!haru_failed(h))
		HPDF_Dict_Add(dict, key, value);
	else if (h->document && value)
		HPDF_Obj_Free(h->document->mmgr, value); /* unless it is indirect and so belongs to the document */
}

void haru_set_name(haru *h, HPDF_Dict dict, const char *key, const char *name)
{
	if (!haru_failed(h))
		HPDF_Dict_AddName(dict, key, name);
}

void haru_set_number(haru *h, HPDF_Dict dict, const char *key, int64_t value)
{
	if (!haru_failed(h))
		HPDF_Dict_AddNumber(dict, key, (HPDF_INT32)value);
}

void haru_set_true(haru *h, HPDF_Dict dict, const char *key)
{
	if (!haru_failed(h))
		HPDF_Dict_AddBoolean(dict, key, HPDF_TRUE);
}

/* The only string of libharu that takes bytes as they are. */
static HPDF_Binary binary(haru *h, const void *data, size_t size)
{
	return haru_failed(h) ? NULL : HPDF_Binary_New(h->document->mmgr, (HPDF_BYTE *)data, (HPDF_UINT)size);
}

static HPDF_Binary text_string(haru *h, ramure_str text)
{
	bytes *utf16 = &h->text;

	/* What libharu refuses is cut: no title, address or file name is that long. */
	if (text.size > HPDF_LIMIT_MAX_STRING_LEN / 2 - 1)
		text.size = HPDF_LIMIT_MAX_STRING_LEN / 2 - 1;
	if (is_ascii(text))
		return binary(h, text.data, text.size);
	utf16->size = 0;
	bytes_puts(utf16, "\xFE\xFF");
	for (size_t at = 0; at < text.size;) {
		unsigned char unit[4];

		bytes_put(utf16, unit, utf16_encode(utf8_decode(text, &at), unit));
	}
	return binary(h, utf16->data, utf16->size);
}

void haru_set_bytes(haru *h, HPDF_Dict dict, const char *key, const void *data, size_t size)
{
	haru_set(h, dict, key, binary(h, data, size));
}

void haru_set_text(haru *h, HPDF_Dict dict, const char *key, ramure_str text)
{
	haru_set(h, dict, key, text_string(h, text));
}

void haru_push_text(haru *h, HPDF_Array array, ramure_str text)
{
	haru_push(h, array, text_string(h, text));
}

void haru_push(haru *h, HPDF_Array array, void *value)
{
	if (!haru_failed(h))
		HPDF_Array_Add(array, value);
	else if (h->document && value)
		HPDF_Obj_Free(h->document->mmgr, value);
}

void haru_push_number(haru *h, HPDF_Array array, int64_t value)
{
	if (!haru_failed(h))
		HPDF_Array_AddNumber(array, (HPDF_INT32)value);
}

static HPDF_STATUS print_tail(HPDF_Dict dict, HPDF_Stream stream)
{
	const bytes *entries = dict->attr;

	return HPDF_Stream_Write(stream, entries->data, (HPDF_UINT)entries->size);
}

void haru_tail(haru *h, HPDF_Dict dict, const bytes *entries)
{
	if (haru_failed(h))
		return;
	dict->attr = (void *)entries;
	dict->write_fn = print_tail;
}

uint32_t haru_number(const void *object)
{
	const HPDF_Obj_Header *header = object;

	return header ? header->obj_id & 0x00FFFFFF : 0;
}

void *haru_item(const haru *h, HPDF_Dict dict, const char *key)
{
	if (haru_failed(h))
		return NULL;
	/* libharu's own look-up wants to know the class of what it finds, and takes any other for an error. */
	for (HPDF_UINT i = 0; i < dict->list->count; i++) {
		HPDF_DictElement element = HPDF_List_ItemAt(dict->list, i);

		if (strcmp(element->key, key) == 0)
			return element->value;
	}
	return NULL;
}

HPDF_Dict haru_catalog(const haru *h)
{
	return h->document->catalog;
}

uint32_t haru_info(const haru *h)
{
	return haru_number(h->document->info);
}

uint32_t haru_page_root(const haru *h)
{
	return haru_number(h->document->root_pages);
}

bool haru_print(haru *h, HPDF_Dict dict)
{
	h->printed.size = 0;
	if (!haru_failed(h))
		HPDF_Obj_WriteValue(dict, h->words, NULL);
	return !haru_failed(h) && h->printed.size > 0;
}

void haru_print_entries(haru *h, HPDF_Dict dict)
{
	h->printed.size = 0;
	if (haru_failed(h))
		return;
	for (HPDF_UINT i = 0; i < dict->list->count; i++) {
		HPDF_DictElement entry = HPDF_List_ItemAt(dict->list, i);

		if (strcmp(entry->key, "Length") == 0 || strcmp(entry->key, "Filter") == 0)
			continue;
		HPDF_Stream_WriteEscapeName(h->words, entry->key);
		HPDF_Stream_WriteChar(h->words, ' ');
		HPDF_Obj_Write(entry->value, h->words, NULL);
	}
}
