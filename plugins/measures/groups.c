/* groups.c: measures by dimension, in the order in which dimensions come up. */
#include "measures.h"

static bool same_text(ramure_ctx *ctx, ramure_text a, ramure_text b)
{
	if (!a || !b)
		return a == b;
	return ramure_same_words(ctx, a, b);
}

static bool is_shown(ramure_ctx *ctx, const struct measures *m, const struct measure *measure)
{
	const ramure_string *only = m->only.items;

	for (size_t i = 0; i < m->only.count && measure->dimension; i++)
		if (ramure_name_equal(only[i].text, ramure_plain_text(ctx, measure->dimension).data))
			return true;
	return m->only.count == 0;
}

static struct group *find_group(ramure_ctx *ctx, struct measures *m, const struct measure *measure)
{
	ramure_str name = measure->dimension ? ramure_plain_text(ctx, measure->dimension) : (ramure_str){ 0 };

	for (size_t i = 0; i < m->group_count; i++)
		if (ramure_str_equal(m->groups[i].name, name))
			return &m->groups[i];
	m->groups[m->group_count] =
		(struct group){ .name = name, .dimension = measure->dimension, .horizon = measure->horizon };
	return &m->groups[m->group_count++];
}

static void check_only(ramure_ctx *ctx, const struct measures *m)
{
	const ramure_string *only = m->only.items;

	for (size_t i = 0; i < m->only.count; i++) {
		bool found = false;

		for (size_t g = 0; g < m->group_count; g++)
			found |= m->groups[g].dimension && ramure_name_equal(only[i].text, m->groups[g].name.data);
		if (found)
			continue;
		ramure_error(ctx, only[i].at, "no measure has the dimension '%.*s'", (int)only[i].text.size,
			     only[i].text.data);
		ramure_hint(ctx, "write it as the list does");
	}
}

void settle_groups(ramure_ctx *ctx, struct measures *m)
{
	const struct measure *items = m->items.items;
	size_t *of = RAMURE_NEW_ARRAY(ctx, size_t, m->items.count);
	const struct measure **room = RAMURE_NEW_ARRAY(ctx, const struct measure *, m->items.count);

	m->groups = RAMURE_NEW_ARRAY(ctx, struct group, m->items.count);
	for (size_t i = 0; i < m->items.count; i++) {
		struct group *group;

		of[i] = SIZE_MAX;
		if (!is_shown(ctx, m, &items[i]))
			continue;
		group = find_group(ctx, m, &items[i]);
		of[i] = (size_t)(group - m->groups);
		group->count++;
		if (!same_text(ctx, group->horizon, items[i].horizon))
			group->horizon = NULL;
		if (items[i].now != NO_LEVEL) {
			group->counts[items[i].now]++;
			m->counts[items[i].now]++;
		}
		m->count++;
	}
	for (size_t g = 0; g < m->group_count; g++) {
		m->groups[g].items = room;
		for (size_t i = 0; i < m->items.count; i++)
			if (of[i] == g)
				*room++ = &items[i];
	}
	check_only(ctx, m);
}
