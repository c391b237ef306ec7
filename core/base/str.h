/* str.h: how a slice begins and ends. */
#ifndef RAMURE_STR_H
#define RAMURE_STR_H

#include "core/ramure.h"

#include <string.h>

static inline bool str_begins(ramure_str s, const char *with)
{
	size_t size = strlen(with);

	return s.size >= size && memcmp(s.data, with, size) == 0;
}

static inline bool str_ends(ramure_str s, const char *with)
{
	size_t size = strlen(with);

	return s.size >= size && memcmp(s.data + s.size - size, with, size) == 0;
}

#endif
