/* people.c: how persons are named in a text. */
#include "core/document/document.h"

void ramure_put_person(ramure_builder *b, const ramure_person *person)
{
	ramure_put(b, person->name);
	if (!person->role && !person->organisation)
		return;
	ramure_put_string(b, RAMURE_STR(" ("));
	ramure_put(b, person->role);
	if (person->role && person->organisation)
		ramure_put_string(b, RAMURE_STR(", "));
	ramure_put(b, person->organisation);
	ramure_put_string(b, RAMURE_STR(")"));
}

/* ", ", or " et " before the last. */
static ramure_str separator(ramure_ctx *ctx, size_t i, size_t count)
{
	static const ramure_word and = { " and ", " et " };

	if (i + 1 < count)
		return RAMURE_STR(", ");
	return ramure_say_str(ctx, and);
}

void ramure_put_people(ramure_builder *b, ramure_list people)
{
	const ramure_person *persons = people.items;

	for (size_t i = 0; i < people.count; i++) {
		if (i)
			ramure_put_string(b, separator(builder_ctx(b), i, people.count));
		ramure_put_person(b, &persons[i]);
	}
}

ramure_text ramure_people_text(ramure_ctx *ctx, ramure_list people)
{
	const ramure_person *persons = people.items;
	ramure_node *names = node_new(ctx, RAMURE_PHRASE, (ramure_span){ 0 });

	for (size_t i = 0; i < people.count; i++) {
		const ramure_node *name = persons[i].name;

		if (i)
			node_append(names, node_text(ctx, names->span, separator(ctx, i, people.count)));
		node_copy_children(ctx, names, name);
	}
	return people.count ? names : NULL;
}
