/* From a source to the documents of both media: parts, slides, kickers, series, names, references, notes, contents. */
#include "tests/unit/unit.h"

#include "core/base/buf.h"
#include "core/document/document.h"
#include "core/source/settings.h"
#include "core/source/source.h"

#include <string.h>

static void put_child(ramure_ctx *ctx, buf *out, const char *before, const ramure_node *node, const char *after)
{
	ramure_str words = node ? ramure_plain_text(ctx, node) : (ramure_str){ 0 };

	if (node)
		buf_format(out, "%s%.*s%s", before, (int)words.size, words.data, after);
}

/* One line for each part, slide, section and paragraph. */
static ramure_str outline(ramure_ctx *ctx, const ramure_node *document)
{
	static const char *const names[RAMURE_NODE_TYPES] = {
		[RAMURE_PART] = "part",   [RAMURE_SLIDE] = "slide",   [RAMURE_SECTION] = "section",
		[RAMURE_PARAGRAPH] = "p", [RAMURE_FOOTNOTE] = "note", [RAMURE_CONTENTS_ENTRY] = "entry"
	};
	ramure_walk walk = ramure_walk_from(document);
	buf out = buf_on(ctx->arena);
	size_t depth = 0;

	while (ramure_walk_next(&walk)) {
		const ramure_node *n = walk.node, *heading;

		if (!names[n->type])
			continue;
		if (!walk.entering) {
			depth--;
			continue;
		}
		heading = ramure_child(n, RAMURE_HEADING);
		buf_fill(&out, ' ', 2 * depth++);
		buf_puts(&out, names[n->type]);
		put_child(ctx, &out, " [", ramure_child(n, RAMURE_KICKER), "]");
		put_child(ctx, &out, " ", heading, "");
		if (heading)
			buf_format(&out, " h%d", heading->heading->level);
		if (heading && heading->heading->number.size)
			buf_format(&out, " %.*s", (int)heading->heading->number.size, heading->heading->number.data);
		if (n->type == RAMURE_SLIDE && n->slide->continues)
			buf_puts(&out, " continues");
		if (n->type == RAMURE_SLIDE && n->slide->wide)
			buf_puts(&out, " wide");
		if (n->type == RAMURE_PARAGRAPH || n->type == RAMURE_CONTENTS_ENTRY)
			put_child(ctx, &out, " ", n, "");
		buf_putc(&out, '\n');
	}
	return buf_str(&out);
}

static void check(const char *source, const char *slides, const char *report, const char *said)
{
	ramure_ctx *ctx = unit_ctx();
	uint32_t file = files_add(ctx, STR("a.md"), (ramure_str){ source, strlen(source) });
	ramure_node *tree = source_parse(ctx, file);
	buf out = buf_on(ctx->arena);

	for (int medium = RAMURE_SLIDES; medium <= RAMURE_REPORT; medium++) {
		const char *wanted = medium == RAMURE_SLIDES ? slides : report;
		ramure_node *document;

		if (!wanted)
			continue;
		document = medium == RAMURE_REPORT ? tree : node_copy(ctx, tree);
		expand(ctx, document, (ramure_medium)medium);
		polish(ctx, document, (ramure_medium)medium);
		assert_string_equal(outline(ctx, document).data, wanted);
	}
	buf_puts(&out, "");
	for (const diagnostic *d = ctx->diagnostics.first; d; d = d->next)
		buf_format(&out, "%u:%u %.*s\n", d->at.line, d->at.column, (int)d->message.size, d->message.data);
	assert_string_equal(out.data, said);
	ctx_free(ctx);
}

#define FRONT "---\ntitre: T\ndate: 2020-06-23\n---\n"

static void text_before_a_slide_makes_one(void **state)
{
	(void)state;
	check(FRONT "avant\n# A\ndedans\n## B {.wide}\n### C\nx\n#### D\n### E\ny\n# F\n## G\n",
	      "slide T h2\n"
	      "  p avant\n"
	      "part A h2\n"
	      "  slide A h3\n"
	      "    p dedans\n"
	      "  slide B h3 wide\n"
	      "    section C h4\n"
	      "      p x\n"
	      "      section D h5\n"
	      "    section E h4\n"
	      "      p y\n"
	      "part F h1\n"
	      "  slide G h2\n",
	      "slide\n"
	      "  p avant\n"
	      "part A h2 1\n"
	      "  slide\n"
	      "    p dedans\n"
	      "  slide B h3 1.1 wide\n"
	      "    section C h4 1.1.1\n"
	      "      p x\n"
	      "      section D h5\n"
	      "    section E h4 1.1.2\n"
	      "      p y\n"
	      "part F h2 2\n"
	      "  slide G h3 2.1\n",
	      "");
}

static void kickers_are_written_or_shared(void **state)
{
	(void)state;
	check(FRONT "# A\n## K | Un\n## Voie : deux\n## A | Trois\n## Voie : quatre\n## Seul : cinq\n",
	      "part A h1\n"
	      "  slide [K] Un h2\n"
	      "  slide [Voie] deux h2\n"
	      "  slide Trois h2\n"
	      "  slide [Voie] quatre h2\n"
	      "  slide Seul : cinq h2\n",
	      "part A h2 1\n"
	      "  slide K : Un h3 1.1\n"
	      "  slide Voie : deux h3 1.2\n"
	      "  slide Trois h3 1.3\n"
	      "  slide Voie : quatre h3 1.4\n"
	      "  slide Seul : cinq h3 1.5\n",
	      "");
}

static void places_in_a_series_are_counted(void **state)
{
	(void)state;
	check(FRONT "## K (n/N) | Un\n## K (n/N) | Deux\n## Bilan (1/2)\na\n## Bilan (2/3)\nb\n## (1/3) des voix\n",
	      "slide [K (1/2)] Un h2\n"
	      "slide [K (2/2)] Deux h2\n"
	      "slide Bilan (1/2) h2\n"
	      "  p a\n"
	      "slide Bilan (2/2) h2\n"
	      "  p b\n"
	      "slide (1/3) des voix h2\n",
	      "slide K h2 1\n"
	      "slide Un h3 1.1 continues\n"
	      "slide Deux h3 1.2 continues\n"
	      "slide Bilan h2 2\n"
	      "  p a\n"
	      "slide continues\n"
	      "  p b\n"
	      "slide (1/3) des voix h2 3\n",
	      "9:4 this slide is 2 of 2 in its series, not 2 of 3\n");
}

static void a_series_of_thousands_takes_memory_as_it_is_long(void **state)
{
	enum { SLIDES = 3000, BYTES_FOR_EACH = 8192 };
	ramure_ctx *ctx = unit_ctx();
	buf source = buf_on(ctx->arena);
	const ramure_node *last;
	size_t before;

	(void)state;
	for (int i = 1; i <= SLIDES; i++)
		buf_format(&source, "## Point %d (n/N)\n", i);
	before = arena_used(ctx->arena);
	last = source_parse(ctx, files_add(ctx, STR("a.md"), buf_str(&source)))->last;
	assert_in_range(arena_used(ctx->arena) - before, 1, (size_t)SLIDES * BYTES_FOR_EACH);
	assert_int_equal(last->slide->series_place, SLIDES);
	assert_int_equal(last->slide->series_length, SLIDES);
	ctx_free(ctx);
}

static void a_series_named_as_its_part_needs_no_heading_of_its_own(void **state)
{
	(void)state;
	check(FRONT "# A\n## A (n/N) | Un\n## A (n/N) | Deux\n",
	      "part A h1\n"
	      "  slide [A (1/2)] Un h2\n"
	      "  slide [A (2/2)] Deux h2\n",
	      "part A h2 1\n"
	      "  slide Un h3 1.1\n"
	      "  slide Deux h3 1.2\n",
	      "");
}

static void parked_parts_and_slides_are_counted(void **state)
{
	(void)state;
	check(FRONT "# A {hidden}\n## B\nx\n# C\n## D {caché}\ny\n## E\n", "part C h1\n  slide E h2\n",
	      "part C h2 1\n  slide E h3 1.1\n", "5:1 parked with {hidden}: slides 2, parts 1\n");
}

static void references_say_their_target(void **state)
{
	(void)state;
	check(FRONT "# A\n## B\nVoir [](#t), [](#c-est-ici), [là](#b), [](#rien).\n## C'est ici\n"
		    "| a |\n|---|\n| b |\n\nTableau : T\n## D {#t}\n## D\n",
	      "part A h1\n"
	      "  slide B h2\n"
	      "    p Voir diapositive\u00A04, diapositive\u00A03, là, .\n"
	      "  slide C'est ici h2\n"
	      "    p a\n"
	      "    p b\n"
	      "  slide D h2\n"
	      "  slide D h2\n",
	      "part A h2 1\n"
	      "  slide B h3 1.1\n"
	      "    p Voir section\u00A01.3, section\u00A01.2, là, .\n"
	      "  slide C'est ici h3 1.2\n"
	      "    p a\n"
	      "    p b\n"
	      "  slide D h3 1.3\n"
	      "  slide D h3 1.4\n",
	      "7:40 nothing here is named 'rien'\n");
	check(FRONT "## A\n[](#b)\n## B\n## B\n", NULL, "slide A h2 1\n  p \nslide B h2 2\nslide B h2 3\n",
	      "6:1 'b' may be line 7 or line 8\n");
}

static void notes_follow_the_block_that_calls_them_first(void **state)
{
	(void)state;
	check(FRONT "## A\nun[^a] deux[^b]\n\ntrois[^a]\n\n[^b]: B\n\n[^a]: Aa\n",
	      "slide A h2\n"
	      "  p un deux\n"
	      "  note\n"
	      "    p Aa\n"
	      "  note\n"
	      "    p B\n"
	      "  p trois\n",
	      NULL, "");
}

static void a_note_that_the_title_calls_hides_no_text_of_the_front_matter(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	uint32_t file =
		files_add(ctx, STR("a.md"),
			  STR("---\ntitre: T[^a]\nsous-titre: S[^b]\nauteur: N\n---\n## A\n\n[^a]: Aa\n\n[^b]: B\n"));
	ramure_node *document = source_parse(ctx, file);
	const ramure_node *note;

	(void)state;
	polish(ctx, document, RAMURE_REPORT);
	assert_non_null(ramure_meta(document, RAMURE_META_SUBTITLE));
	assert_non_null(ramure_meta(document, RAMURE_META_AUTHOR));
	note = ramure_child(document, RAMURE_FOOTNOTE);
	assert_string_equal(ramure_plain_text(ctx, note).data, "Aa");
	assert_string_equal(ramure_plain_text(ctx, note->next).data, "B");
	ctx_free(ctx);
}

static void contents_stand_where_the_front_matter_asks(void **state)
{
	(void)state;
	check("---\ntitre: T\nsommaire: répété\n---\n# A\n## B\n## C\n# D\n## E\n",
	      "part A h2\n"
	      "  slide Sommaire h3\n"
	      "    entry A\n"
	      "    entry D\n"
	      "  slide B h3\n"
	      "  slide C h3\n"
	      "part D h1\n"
	      "  slide Sommaire h2\n"
	      "    entry A\n"
	      "    entry D\n"
	      "  slide E h2\n",
	      "part A h2 1\n  slide B h3 1.1\n  slide C h3 1.2\npart D h2 2\n  slide E h3 2.1\n", "");
}

static void what_cannot_be_is_said(void **state)
{
	(void)state;
	check(FRONT "## A\n> ## B\n", NULL, "slide A h2 1\n", "6:3 a heading stands inside a list or a quote\n");
	check(FRONT "## A\n```agnda\nx: y\n```\n", NULL, "slide A h2 1\n", "6:4 no kind of block is named 'agnda'\n");
	check(FRONT "##\nx\n", NULL, "slide\n  p x\n", "5:1 this slide has no title\n");
}

static void the_front_matter_tells_the_date_and_the_organisations(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const ramure_fact *fact;
	uint32_t file = files_add(ctx, STR("a.md"),
				  STR("---\ntitre: T\ndate: du 3 au 5 mars 2021\nlieu: Lille\norganisation: *O*\n"
				      "organisations:\n  - nom: N\n    autres-noms: [M, L]\npartenaires:\n  - P\n"
				      "---\n## A\n"));

	(void)state;
	assert_non_null(source_parse(ctx, file));
	fact = ramure_next_fact(ctx, "document", NULL);
	assert_string_equal(ramure_plain_text(ctx, fact->title).data, "T");
	assert_string_equal(ramure_plain_text(ctx, fact->text).data, "Lille");
	assert_int_equal(fact->date.day, 3);
	assert_int_equal(fact->end.day, 5);
	assert_null(ramure_next_fact(ctx, "document", fact));
	fact = NULL;
	for (const char *keys = "NMLPO", *abouts = " NN  "; *keys; keys++, abouts++) {
		fact = ramure_next_fact(ctx, "organisation", fact);
		assert_int_equal(fact->key.data[0], *keys);
		assert_int_equal(fact->about.size, *abouts != ' ');
	}
	assert_null(ramure_next_fact(ctx, "organisation", fact));
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_before_a_slide_makes_one),
		cmocka_unit_test(kickers_are_written_or_shared),
		cmocka_unit_test(places_in_a_series_are_counted),
		cmocka_unit_test(a_series_of_thousands_takes_memory_as_it_is_long),
		cmocka_unit_test(a_series_named_as_its_part_needs_no_heading_of_its_own),
		cmocka_unit_test(parked_parts_and_slides_are_counted),
		cmocka_unit_test(references_say_their_target),
		cmocka_unit_test(notes_follow_the_block_that_calls_them_first),
		cmocka_unit_test(a_note_that_the_title_calls_hides_no_text_of_the_front_matter),
		cmocka_unit_test(contents_stand_where_the_front_matter_asks),
		cmocka_unit_test(what_cannot_be_is_said),
		cmocka_unit_test(the_front_matter_tells_the_date_and_the_organisations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
