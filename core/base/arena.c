/* arena.c: a list of chunks, each filled from its start. */
#include "core/base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 16, FIRST_CHUNK = 64 * 1024, LARGEST_CHUNK = 4 * 1024 * 1024 };

typedef struct chunk {
	struct chunk *before;
	size_t size;
	size_t used;
	_Alignas(ALIGNMENT) unsigned char bytes[];
} chunk;

struct arena {
	chunk *current;
	size_t total; /* bytes handed out */
	size_t limit;
	arena_exhausted *exhausted;
	void *closure;
};

arena *arena_new(size_t limit, arena_exhausted *exhausted, void *closure)
{
	arena *a = calloc(1, sizeof *a);

	if (!a)
		return NULL;
	a->limit = limit;
	a->exhausted = exhausted;
	a->closure = closure;
	return a;
}

static void drop_chunk(arena *a)
{
	chunk *gone = a->current;

	a->current = gone->before;
	free(gone);
}

void arena_free(arena *a)
{
	if (!a)
		return;
	while (a->current)
		drop_chunk(a);
	free(a);
}

static _Noreturn void exhaust(arena *a, size_t wanted)
{
	if (a->exhausted)
		a->exhausted(a->closure, wanted);
	/* A handler that returns is our own bug; there is nothing sound left to do. */
	abort();
}

arena *arena_beside(arena *a)
{
	arena *fresh = arena_new(a->limit, a->exhausted, a->closure);

	if (!fresh)
		exhaust(a, sizeof *fresh);
	return fresh;
}

static void add_chunk(arena *a, size_t needed)
{
	size_t size = a->current ? a->current->size * 2 : FIRST_CHUNK;
	chunk *fresh;

	if (size > LARGEST_CHUNK)
		size = LARGEST_CHUNK;
	if (size < needed)
		size = needed;
	fresh = malloc(sizeof *fresh + size);
	if (!fresh)
		exhaust(a, needed);
	fresh->before = a->current;
	fresh->size = size;
	fresh->used = 0;
	a->current = fresh;
}

void *arena_alloc(arena *a, size_t size)
{
	size_t padded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	void *block;

	if (padded < size || (a->limit && padded > a->limit - a->total))
		exhaust(a, size);
	if (padded == 0)
		padded = ALIGNMENT;
	if (!a->current || padded > a->current->size - a->current->used)
		add_chunk(a, padded);
	block = a->current->bytes + a->current->used;
	a->current->used += padded;
	a->total += padded;
	return memset(block, 0, padded);
}

void *arena_alloc_array(arena *a, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		exhaust(a, SIZE_MAX);
	return arena_alloc(a, count * size);
}

void *arena_grow(arena *a, void *block, size_t old_size, size_t new_size)
{
	size_t old_padded = (old_size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	size_t new_padded = (new_size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	chunk *c = a->current;
	void *fresh;

	assert(new_size >= old_size);
	if (block && c && new_padded >= new_size && (unsigned char *)block + old_padded == c->bytes + c->used &&
	    new_padded - old_padded <= c->size - c->used &&
	    (!a->limit || new_padded - old_padded <= a->limit - a->total)) {
		memset(c->bytes + c->used, 0, new_padded - old_padded);
		c->used += new_padded - old_padded;
		a->total += new_padded - old_padded;
		return block;
	}
	fresh = arena_alloc(a, new_size);
	if (block)
		memcpy(fresh, block, old_size);
	return fresh;
}

void *arena_extend(arena *a, void *array, size_t count, size_t size)
{
	size_t longer = count ? count * 2 : 1;

	if (count & (count - 1))
		return array;
	if (longer < count || (size && longer > SIZE_MAX / size))
		exhaust(a, SIZE_MAX);
	return arena_grow(a, count ? array : NULL, count * size, longer * size);
}

size_t arena_used(const arena *a)
{
	return a->total;
}

arena_mark arena_here(const arena *a)
{
	return (arena_mark){ .chunk = a->current, .used = a->current ? a->current->used : 0, .total = a->total };
}

void arena_return(arena *a, arena_mark mark)
{
	while (a->current != mark.chunk)
		drop_chunk(a);
	if (a->current)
		a->current->used = mark.used;
	a->total = mark.total;
}
