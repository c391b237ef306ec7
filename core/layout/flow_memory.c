/* flow_memory.c: what was measured once is not measured again. */
#include "core/context.h"
#include "core/layout/flow.h"

#include <string.h>

enum { FIRST_CAPACITY = 16 };

typedef struct entry {
	const ramure_node *node; /* NULL: free */
	void *slot;
	uint32_t width; /* the bits of a float */
	uint32_t mode;
	remembered known;
} entry;

/* An open hash table whose order nobody sees. */
struct flow_memory {
	struct flow_memory *next; /* among those that nobody uses */
	ramure_ctx *ctx;
	entry *entries;
	size_t capacity, count;
};

flow_memory *flow_memory_take(ramure_ctx *ctx)
{
	flow_memory *m = ctx->flow_memories;

	if (m) {
		ctx->flow_memories = m->next;
		return m;
	}
	m = RAMURE_NEW(ctx, flow_memory);
	m->ctx = ctx;
	return m;
}

void flow_memory_forget(flow_memory *m)
{
	if (m->count)
		memset(m->entries, 0, m->capacity * sizeof *m->entries);
	m->count = 0;
}

void flow_memory_give(ramure_ctx *ctx, flow_memory *m)
{
	flow_memory_forget(m);
	m->next = ctx->flow_memories;
	ctx->flow_memories = m;
}

/* All of a flow that changes a block's height and is not the same for the whole body. */
static uint32_t mode_of(const flow *f)
{
	uint32_t level = f->level < 15 ? (uint32_t)f->level : 15;

	return (uint32_t)f->role | level << 8 | (uint32_t)f->strong << 12 | (uint32_t)f->in_cell << 13 |
	       (uint32_t)(f->measure > 0) << 14 | (uint32_t)f->alone << 15 | (uint32_t)f->columns << 16 |
	       (uint32_t)f->sized << 18;
}

static entry *find(entry *entries, size_t capacity, const ramure_node *node, uint32_t width, uint32_t mode)
{
	uint64_t hash = (uint64_t)(uintptr_t)node >> 4;

	hash = (hash ^ width ^ mode) * UINT64_C(0x9E3779B97F4A7C15);
	for (size_t i = (size_t)(hash >> 32) & (capacity - 1);; i = (i + 1) & (capacity - 1)) {
		entry *e = &entries[i];
		if (!e->node || (e->node == node && e->mode == mode && e->width == width))
			return e;
	}
}

static void grow(flow_memory *m)
{
	size_t capacity = m->capacity ? m->capacity * 2 : FIRST_CAPACITY;
	entry *entries = RAMURE_NEW_ARRAY(m->ctx, entry, capacity);

	for (size_t i = 0; i < m->capacity; i++)
		if (m->entries[i].node)
			*find(entries, capacity, m->entries[i].node, m->entries[i].width, m->entries[i].mode) =
				m->entries[i];
	m->entries = entries;
	m->capacity = capacity;
}

static entry *entry_of(const flow *f, const ramure_node *node, double width)
{
	flow_memory *m = f->memory;
	entry *e;
	float single = (float)width;
	uint32_t bits;

	memcpy(&bits, &single, sizeof bits);
	if (m->count * 2 >= m->capacity)
		grow(m);
	e = find(m->entries, m->capacity, node, bits, mode_of(f));
	if (!e->node) {
		*e = (entry){ .node = node, .width = bits, .mode = mode_of(f), .known.height = -1 };
		m->count++;
	}
	return e;
}

remembered *flow_remember(const flow *f, const ramure_node *node, double width)
{
	return &entry_of(f, node, width)->known;
}

void **flow_slot(const flow *f, const ramure_node *node, double width)
{
	return &entry_of(f, node, width)->slot;
}
