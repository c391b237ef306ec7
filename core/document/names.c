/* names.c: an open hash table that only grows.  Nothing ever walks it, so its order is nowhere to be seen. */
#include "core/document/names.h"

#include "core/context.h"

typedef struct names_slot {
	ramure_str name;
	void *value;
} names_slot;

names names_new(ramure_ctx *ctx)
{
	return (names){ .ctx = ctx };
}

/* FNV-1a */
static uint64_t hash(ramure_str s)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < s.size; i++)
		h = (h ^ (unsigned char)s.data[i]) * 1099511628211u;
	return h;
}

static names_slot *slot_of(names_slot *slots, size_t capacity, ramure_str name)
{
	size_t i = (size_t)hash(name) & (capacity - 1);

	while (slots[i].name.data && !ramure_str_equal(slots[i].name, name))
		i = (i + 1) & (capacity - 1);
	return &slots[i];
}

static void grow(names *map)
{
	size_t capacity = map->capacity ? map->capacity * 2 : 64;
	names_slot *slots = RAMURE_NEW_ARRAY(map->ctx, names_slot, capacity);

	for (size_t i = 0; i < map->capacity; i++)
		if (map->slots[i].name.data)
			*slot_of(slots, capacity, map->slots[i].name) = map->slots[i];
	map->slots = slots;
	map->capacity = capacity;
}

void **names_at(names *map, ramure_str name)
{
	names_slot *slot;

	if (map->count * 2 >= map->capacity)
		grow(map);
	slot = slot_of(map->slots, map->capacity, name);
	if (!slot->name.data) {
		slot->name = (ramure_str){ name.data ? name.data : "", name.size };
		map->count++;
	}
	return &slot->value;
}

void *names_find(const names *map, ramure_str name)
{
	return map->capacity ? slot_of(map->slots, map->capacity, name)->value : NULL;
}
