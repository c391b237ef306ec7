/* lists.c: what slides and report list alike: persons, the lines of an address, principles. */
#include "governance.h"

#include <string.h>

void list_people(ramure_builder *b, ramure_list people)
{
	const ramure_person *persons = people.items;

	if (!people.count)
		return;
	ramure_begin(b, RAMURE_LIST, people.at)->list->tight = true;
	for (size_t i = 0; i < people.count; i++) {
		ramure_begin(b, RAMURE_ITEM, persons[i].at);
		ramure_put_person(b, &persons[i]);
		ramure_end(b);
	}
	ramure_end(b);
}

void put_address(ramure_builder *b, ramure_string address)
{
	ramure_str rest = address.text;

	if (!ramure_given(address.at))
		return;
	ramure_begin(b, RAMURE_PARAGRAPH, address.at);
	while (rest.size) {
		const char *end = memchr(rest.data, '\n', rest.size);
		size_t size = end ? (size_t)(end - rest.data) : rest.size;

		if (rest.data != address.text.data)
			ramure_put_break(b);
		ramure_put_string(b, (ramure_str){ rest.data, size });
		rest.data += size + (end ? 1 : 0);
		rest.size -= size + (end ? 1 : 0);
	}
	ramure_end(b);
}

void list_principles(ramure_builder *b, ramure_list principles)
{
	const ramure_text *texts = principles.items;

	ramure_begin(b, RAMURE_LIST, principles.at);
	for (size_t i = 0; i < principles.count; i++) {
		ramure_begin(b, RAMURE_ITEM, texts[i]->span);
		ramure_put(b, texts[i]);
		ramure_end(b);
	}
	ramure_end(b);
}
