/* structure.c: the structure elements of a deck, found again by parent, tag and key. */
#include "core/layout/structure.h"

#include "core/context.h"

#include <assert.h>

/* Elements stand in blocks that never move, so that their addresses hold. */
enum { BLOCK = 512, FIRST_SLOTS = 1024 };

typedef struct entry {
	ramure_element element;
	uintptr_t key;
	ramure_tag asked; /* the tag it is found by; that of a heading may be lifted */
} entry;

struct structure {
	arena *arena;
	entry **blocks;
	size_t block_count;
	size_t count;
	/* Open addressing: 1 + index of an element, 0 for a free slot; a power of two, at most half full.  The order
	 * of slots depends on addresses and never shows. */
	uint32_t *slots;
	size_t slot_count;
	uint32_t page;
	int lift;
};

structure *structure_new(ramure_ctx *ctx)
{
	structure *s = arena_alloc(ctx->arena, sizeof *s);

	s->arena = ctx->arena;
	s->slot_count = FIRST_SLOTS;
	s->slots = arena_alloc_array(s->arena, s->slot_count, sizeof *s->slots);
	return s;
}

static entry *at(const structure *s, size_t index)
{
	return &s->blocks[index / BLOCK][index % BLOCK];
}

static size_t hash(uint32_t parent, ramure_tag tag, uintptr_t key)
{
	uint64_t h = (uint64_t)key * 0x9e3779b97f4a7c15u;

	h ^= ((uint64_t)parent << 8) + (uint64_t)tag;
	h *= 0xff51afd7ed558ccdu;
	return (size_t)(h ^ h >> 32);
}

/* The slot that holds the element, or the free one where it belongs. */
static uint32_t *find(const structure *s, uint32_t parent, ramure_tag tag, uintptr_t key)
{
	size_t mask = s->slot_count - 1;
	size_t i = hash(parent, tag, key) & mask;

	for (; s->slots[i]; i = (i + 1) & mask) {
		const entry *e = at(s, s->slots[i] - 1);

		if (e->element.parent == parent && e->asked == tag && e->key == key)
			break;
	}
	return &s->slots[i];
}

static void rehash(structure *s)
{
	s->slot_count *= 2;
	s->slots = arena_alloc_array(s->arena, s->slot_count, sizeof *s->slots);
	for (size_t i = 0; i < s->count; i++) {
		const entry *e = at(s, i);

		*find(s, e->element.parent, e->asked, e->key) = (uint32_t)i + 1;
	}
}

/* Room for one more element. */
static void reserve(structure *s)
{
	size_t needed = s->count / BLOCK + 1;

	if (s->count * 2 >= s->slot_count)
		rehash(s);
	if (s->block_count >= needed)
		return;
	s->blocks = arena_grow(s->arena, s->blocks, s->block_count * sizeof *s->blocks, needed * sizeof *s->blocks);
	s->blocks[s->block_count++] = arena_alloc_array(s->arena, BLOCK, sizeof(entry));
}

/* A heading's level as the pages nest it. */
static ramure_tag lifted(const structure *s, ramure_tag tag)
{
	int level;

	if (tag < RAMURE_TAG_H1 || tag > RAMURE_TAG_H6)
		return tag;
	level = (int)tag - s->lift;
	if (level < RAMURE_TAG_H1)
		return RAMURE_TAG_H1;
	return level > RAMURE_TAG_H6 ? RAMURE_TAG_H6 : (ramure_tag)level;
}

uint32_t structure_element(structure *s, uint32_t parent, ramure_tag tag, uintptr_t key)
{
	uint32_t *slot;

	/* The root, and only it, has no parent. */
	if (parent == RAMURE_ARTIFACT && tag != RAMURE_TAG_DOCUMENT)
		return RAMURE_ARTIFACT;
	slot = find(s, parent, tag, key);
	if (*slot)
		return *slot - 1;
	reserve(s);
	slot = find(s, parent, tag, key);
	*at(s, s->count) = (entry){
		.element = { .tag = lifted(s, tag), .parent = parent, .page = s->page },
		.key = key,
		.asked = tag,
	};
	*slot = (uint32_t)++s->count;
	return (uint32_t)s->count - 1;
}

ramure_element *structure_at(structure *s, uint32_t element)
{
	assert(element < s->count);
	return &at(s, element)->element;
}

size_t structure_count(const structure *s)
{
	return s->count;
}

void structure_begin_page(structure *s, uint32_t page)
{
	s->page = page;
}

void structure_lift_headings(structure *s, int levels)
{
	s->lift = levels;
}
