/* names.h: a map from names to pointers, for the length of a conversion. */
#ifndef RAMURE_NAMES_H
#define RAMURE_NAMES_H

#include "core/ramure.h"

typedef struct names {
	ramure_ctx *ctx;
	struct names_slot *slots;
	size_t count, capacity;
} names;

names names_new(ramure_ctx *ctx);
/* Where the pointer of a name stands, NULL as long as nobody has set it; valid until the next call.  The name must live
 * as long as the map. */
void **names_at(names *map, ramure_str name);
/* The pointer of a name, or NULL. */
void *names_find(const names *map, ramure_str name);

#endif
