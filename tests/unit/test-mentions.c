/* Where names occur in a document: whole words, capitals, joined words, places. */
#include "tests/unit/unit.h"

#include "core/base/buf.h"
#include "core/document/document.h"
#include "core/source/source.h"

#include <string.h>

#define FRONT "---\ntitre: T\n---\n"

static ramure_str heading_of(ramure_ctx *ctx, const ramure_node *place)
{
	const ramure_node *heading = ramure_child(place, RAMURE_HEADING);

	return heading ? ramure_plain_text(ctx, heading) : STR("-");
}

/* The headings of the places of one thing, called `name` or `other`. */
static void check_in(ramure_medium medium, const char *source, const char *name, const char *other, const char *wanted)
{
	ramure_ctx *ctx = unit_ctx();
	uint32_t file = files_add(ctx, STR("a.md"), (ramure_str){ source, strlen(source) });
	ramure_node *document = source_parse(ctx, file);
	const ramure_str names[] = { { name, strlen(name) }, { other ? other : name, strlen(other ? other : name) } };
	ramure_mentions thing = { .names = names, .name_count = 2 };
	buf out = buf_on(ctx->arena);

	expand(ctx, document, medium);
	mentions_find(ctx, document, medium, &thing, 1);
	buf_puts(&out, "");
	for (size_t i = 0; i < thing.place_count; i++) {
		ramure_str heading = heading_of(ctx, thing.places[i]);

		buf_format(&out, "%s%.*s", i ? "|" : "", (int)heading.size, heading.data);
	}
	assert_string_equal(out.data, wanted);
	ctx_free(ctx);
}

static void check(const char *text, const char *name, const char *wanted)
{
	char source[512] = FRONT "## S\n";

	strncat(source, text, sizeof source - strlen(source) - 1);
	check_in(RAMURE_SLIDES, source, name, NULL, wanted);
}

static void a_name_is_found_as_whole_words(void **state)
{
	(void)state;
	check("avec l'AMRF, puis", "AMRF", "S");
	check("AMRFX et XAMRF", "AMRF", "");
	check("AMR F", "AMRF", "");
	check("Fondation de Lille", "Fondation de France", "");
	check("la fondation\nde  France", "Fondation de France", "S");
	check("Ile de France Mobilites", "Île-de-France Mobilités", "S");
	check("un **RAM**EAU", "RAMEAU", "S");
	check("- Le\n- RAMEAU", "Le RAMEAU", "");
	check("EY & Associés", "EY & Associés", "S");
	check("rien", "&", "");
}

static void a_capital_stays_one(void **state)
{
	(void)state;
	check("on avise", "Avise", "");
	check("on AVISE", "Avise", "S");
	check("avec le RAMEAU", "Le RAMEAU", "S");
	check("sous le rameau", "Le RAMEAU", "");
	check("Un Collectif", "collectif", "S");
}

static void a_name_joined_to_another_word_is_another(void **state)
{
	(void)state;
	check("Post-RAMEAU", "RAMEAU", "");
	check("RAMEAU-Sud", "RAMEAU", "");
	check("x@RAMEAU.fr", "RAMEAU", "");
	check("le RAMEAU. Fin", "RAMEAU", "S");
	check("Paris – RAMEAU", "RAMEAU", "S");
}

static void places_come_once_in_their_order(void **state)
{
	static const char source[] = FRONT "# P AMRF\n## A\nAMRF, AMRF\n## B\nrien\n## C\n| AMRF |\n|---|\n| x |\n"
					   "# Q\ndu texte : Maires ruraux\n";

	(void)state;
	check_in(RAMURE_SLIDES, source, "AMRF", "Maires ruraux", "P AMRF|A|C|Q");
	check_in(RAMURE_REPORT, source, "AMRF", "Maires ruraux", "P AMRF|A|C|Q");
}

static void a_section_of_several_slides_is_one_place(void **state)
{
	static const char source[] = FRONT "## Bilan (1/2)\nAMRF\n## Bilan (2/2)\nAMRF\n## Suite\n";

	(void)state;
	check_in(RAMURE_SLIDES, source, "AMRF", NULL, "Bilan (1/2)|Bilan (2/2)");
	check_in(RAMURE_REPORT, source, "AMRF", NULL, "Bilan");
}

/* What the contents would number "1" to "1.1.1", and one level more. */
static void what_is_too_deep_for_numbers_is_named_once(void **state)
{
	static const char source[] = FRONT "# P\n## K | A\nAMRF\n## K | B\nAMRF\n## L\nAMRF\n";
	ramure_ctx *ctx = unit_ctx();
	uint32_t file = files_add(ctx, STR("a.md"), (ramure_str){ source, strlen(source) });
	ramure_node *document = source_parse(ctx, file), *chapter = node_new(ctx, RAMURE_CHAPTER, document->span);
	const ramure_str name = STR("AMRF");
	ramure_mentions thing = { .names = &name, .name_count = 1 };

	(void)state;
	check_in(RAMURE_REPORT, source, "AMRF", NULL, "A|B|L");
	/* The same a level deeper. */
	node_take_children(chapter, document);
	node_append(document, chapter);
	expand(ctx, document, RAMURE_REPORT);
	mentions_find(ctx, document, RAMURE_REPORT, &thing, 1);
	assert_int_equal(thing.place_count, 2);
	assert_string_equal(heading_of(ctx, thing.places[0]).data, "A");
	assert_string_equal(heading_of(ctx, thing.places[1]).data, "L");
	ctx_free(ctx);
}

static void the_longest_name_wins(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	uint32_t file = files_add(ctx, STR("a.md"), STR(FRONT "## A\nla Fondation de France\n## B\nla Fondation\n"));
	ramure_node *document = source_parse(ctx, file);
	const ramure_str names[] = { STR("Fondation de France"), STR("Fondation"), STR("France") };
	ramure_mentions things[3];

	(void)state;
	for (size_t i = 0; i < 3; i++)
		things[i] = (ramure_mentions){ .names = &names[i], .name_count = 1 };
	expand(ctx, document, RAMURE_SLIDES);
	mentions_find(ctx, document, RAMURE_SLIDES, things, 3);
	assert_int_equal(things[0].place_count, 1);
	assert_int_equal(things[1].place_count, 1);
	assert_string_equal(heading_of(ctx, things[1].places[0]).data, "B");
	assert_int_equal(things[2].place_count, 0);
	ctx_free(ctx);
}

static void what_is_on_no_page_does_not_count(void **state)
{
	(void)state;
	check("![AMRF](a.png)\n\n`AMRF`\n\n<!-- AMRF -->\n", "AMRF", "");
}

/* Words that begin like a name, over and over, and names that nest: the time stays that of the text. */
static void hostile_names_and_texts_take_linear_time(void **state)
{
	enum { WORDS = 60000, NAMES = 1000 };
	ramure_ctx *ctx = unit_ctx();
	buf source = buf_on(ctx->arena);
	ramure_str *names = RAMURE_NEW_ARRAY(ctx, ramure_str, NAMES);
	ramure_mentions thing = { .names = names, .name_count = NAMES };
	ramure_node *document;

	(void)state;
	buf_puts(&source, FRONT "## A\n");
	for (size_t i = 0; i < WORDS; i++)
		buf_puts(&source, i % 100 ? "a " : "a\n");
	for (size_t i = 0; i < NAMES; i++) {
		buf name = buf_on(ctx->arena);

		for (size_t j = 0; j < i; j++)
			buf_puts(&name, "a ");
		buf_format(&name, "b%zu", i);
		names[i] = buf_str(&name);
	}
	document = source_parse(ctx, files_add(ctx, STR("a.md"), buf_str(&source)));
	expand(ctx, document, RAMURE_SLIDES);
	mentions_find(ctx, document, RAMURE_SLIDES, &thing, 1);
	/* of a name that is longer than any, the beginning counts */
	assert_int_equal(thing.place_count, 1);
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_found_as_whole_words),
		cmocka_unit_test(a_capital_stays_one),
		cmocka_unit_test(a_name_joined_to_another_word_is_another),
		cmocka_unit_test(places_come_once_in_their_order),
		cmocka_unit_test(a_section_of_several_slides_is_one_place),
		cmocka_unit_test(what_is_too_deep_for_numbers_is_named_once),
		cmocka_unit_test(the_longest_name_wins),
		cmocka_unit_test(what_is_on_no_page_does_not_count),
		cmocka_unit_test(hostile_names_and_texts_take_linear_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
