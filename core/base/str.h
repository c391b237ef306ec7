/* str.h: the beginnings and the ends of a slice. */
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

/* A path up to its last '/', with it. */
static inline ramure_str str_folder(ramure_str path)
{
	while (path.size && path.data[path.size - 1] != '/')
		path.size--;
	return path;
}

#endif
