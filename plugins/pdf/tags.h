/* tags.h: the structure of the deck (ISO 32000-1, 14.7): which marks of which page say which element. */
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include "keytree.h"

/* A page that was written. */
typedef struct written_page {
	uint32_t number; /* of its object */
	float height;
} written_page;

/* One thing that an element holds: a marked-content sequence of a page, or an annotation. */
typedef struct tag_record {
	uint32_t element;
	uint32_t page;    /* index */
	uint32_t content; /* the sequence's number in its page, or an annotation's object number with the high bit */
} tag_record;

typedef struct tags {
	ramure_ctx *ctx;
	tag_record *records; /* in the order in which the pages show them */
	size_t count, capacity;
	uint32_t pages;
	uint32_t annotations;
} tags;

tags tags_on(ramure_ctx *ctx, size_t pages);
void tags_add(tags *t, uint32_t element, uint32_t page, uint32_t sequence);
/* Answers the key under which the annotation finds its element again (StructParent). */
uint32_t tags_add_annotation(tags *t, uint32_t element, uint32_t page, uint32_t annotation);
/* Writes the whole tree, whose root is object `root`. */
void tags_write(const tags *t, const ramure_deck *deck, file *f, const written_page *pages, uint32_t root);

#endif
