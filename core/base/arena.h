/* arena.h: memory that is given back all at once. */
#ifndef RAMURE_ARENA_H
#define RAMURE_ARENA_H

#include <stddef.h>

typedef struct arena arena;

/* What an arena does when it has reached its limit or the system has no more: called once, it must not return.  The
 * worker process of a document reports and ends itself there; a test jumps away.  So nothing else in the core has to
 * ask whether memory was given. */
typedef void arena_exhausted(void *closure, size_t wanted);

/* NULL when not even the arena itself can be had.  `limit` is in bytes, 0 for none. */
arena *arena_new(size_t limit, arena_exhausted *exhausted, void *closure);
void arena_free(arena *a);
/* An empty arena that does what `a` does when memory runs out: for what is dropped before the conversion ends.  Never
 * NULL; free it before or after `a`. */
arena *arena_beside(arena *a);

/* Zeroed, aligned for any type, never NULL. */
void *arena_alloc(arena *a, size_t size);
/* count × size, whose overflow counts as exhaustion. */
void *arena_alloc_array(arena *a, size_t count, size_t size);
/* Grows the block that was allocated last in place when it can; else copies. */
void *arena_grow(arena *a, void *block, size_t old_size, size_t new_size);
/* An array with room for one more than its `count` items: itself while `count` is no power of two, else twice as long,
 * so that an array which only ever grows so needs no capacity.  NULL for none yet. */
void *arena_extend(arena *a, void *array, size_t count, size_t size);
size_t arena_used(const arena *a);

/* Everything allocated after a mark is given back by a return to it. */
typedef struct arena_mark {
	void *chunk;
	size_t used;
	size_t total;
} arena_mark;

arena_mark arena_here(const arena *a);
void arena_return(arena *a, arena_mark mark);

#endif
