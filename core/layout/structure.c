/* structure.c: the structure elements of a deck, found again by parent, tag and key. */
#include "core/layout/structure.h"

#include <assert.h>

/* Elements stand in blocks that never move. */
enum { BLOCK = 1024, FIRST_SLOTS = 1024 };

/* A long deck has some 25 elements a slide, of which few have more to say than these 32 bytes. */
typedef struct entry {
	uintptr_t key;
	ramure_element *whole; /* once somebody wrote into it */
	uint32_t parent, page;
	uint8_t tag;
	uint8_t asked; /* the tag it is found by; that of a heading may be lifted */
	uint8_t scope;
	bool ordered;
} entry;

struct structure {
	arena *arena;
	entry **blocks;
	size_t block_count;
	size_t count;
	/* Open addressing: 1 + index of an element, 0 for a free slot; a power of two, at most two thirds full.  The
	 * order of slots depends on addresses and never shows. */
	uint32_t *slots;
	size_t slot_count;
	uint32_t page;
	int lift;
	ramure_element shown; /* what structure_look() answers */
};

structure *structure_new(arena *memory)
{
	structure *s = arena_alloc(memory, sizeof *s);

	s->arena = memory;
	s->slot_count = FIRST_SLOTS;
	s->slots = arena_alloc_array(s->arena, s->slot_count, sizeof *s->slots);
	return s;
}

static entry *at(const structure *s, size_t index)
{
	assert(index < s->count);
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

		if (e->parent == parent && e->asked == tag && e->key == key)
			break;
	}
	return &s->slots[i];
}

static void rehash(structure *s, size_t slots)
{
	s->slot_count = slots;
	s->slots = arena_alloc_array(s->arena, s->slot_count, sizeof *s->slots);
	for (size_t i = 0; i < s->count; i++) {
		const entry *e = at(s, i);

		*find(s, e->parent, (ramure_tag)e->asked, e->key) = (uint32_t)i + 1;
	}
}

/* A table that is no more than two thirds full. */
static bool has_room(size_t slots, size_t elements)
{
	return elements * 3 < slots * 2;
}

void structure_expect(structure *s, size_t elements)
{
	size_t slots = s->slot_count;

	while (!has_room(slots, elements))
		slots *= 2;
	if (slots > s->slot_count)
		rehash(s, slots);
}

/* Room for one more element. */
static void reserve(structure *s)
{
	structure_expect(s, s->count + 1);
	if (s->count < s->block_count * BLOCK)
		return;
	s->blocks = arena_extend(s->arena, s->blocks, s->block_count, sizeof *s->blocks);
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
	*slot = (uint32_t)++s->count;
	*at(s, s->count - 1) = (entry){
		.key = key, .parent = parent, .page = s->page, .tag = (uint8_t)lifted(s, tag), .asked = (uint8_t)tag
	};
	return (uint32_t)s->count - 1;
}

static ramure_element said_by(const entry *e)
{
	return (ramure_element){ .tag = (ramure_tag)e->tag,
				 .parent = e->parent,
				 .page = e->page,
				 .scope = e->scope,
				 .ordered = e->ordered };
}

const ramure_element *structure_look(structure *s, uint32_t element)
{
	const entry *e = at(s, element);

	if (e->whole)
		return e->whole;
	s->shown = said_by(e);
	return &s->shown;
}

ramure_element *structure_at(structure *s, uint32_t element)
{
	entry *e = at(s, element);

	if (!e->whole) {
		e->whole = arena_alloc(s->arena, sizeof *e->whole);
		*e->whole = said_by(e);
	}
	return e->whole;
}

void structure_set_scope(structure *s, uint32_t element, int scope)
{
	entry *e = at(s, element);

	e->scope = (uint8_t)scope;
	if (e->whole)
		e->whole->scope = e->scope;
}

void structure_set_ordered(structure *s, uint32_t element, bool ordered)
{
	entry *e = at(s, element);

	e->ordered = ordered;
	if (e->whole)
		e->whole->ordered = ordered;
}

size_t structure_count(const structure *s)
{
	return s->count;
}

void structure_begin_page(structure *s, uint32_t page)
{
	s->page = page;
}

ramure_tag structure_heading_tag(int level)
{
	int deepest = RAMURE_TAG_H6 - RAMURE_TAG_H1 + 1;

	return (ramure_tag)(RAMURE_TAG_H1 + (level < 1 ? 1 : level > deepest ? deepest : level) - 1);
}

void structure_lift_headings(structure *s, int levels)
{
	s->lift = levels;
}
