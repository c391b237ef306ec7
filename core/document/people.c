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

void ramure_put_people(ramure_builder *b, ramure_list people)
{
	static const ramure_word and = { " and ", " et " };
	const ramure_person *persons = people.items;

	for (size_t i = 0; i < people.count; i++) {
		if (i && i + 1 == people.count)
			ramure_put_format(b, "%s", ramure_say(builder_ctx(b), and));
		else if (i)
			ramure_put_string(b, RAMURE_STR(", "));
		ramure_put_person(b, &persons[i]);
	}
}
