/* Files that become chapters: their place, their dates and languages, what facts say of them, and what is refused. */
#include "tests/unit/folder.h"

#include "core/document/document.h"
#include "core/document/facts.h"
#include "core/document/voice.h"
#include "core/plugin/registry.h"
#include "core/source/include.h"
#include "core/source/source.h"

#include <string.h>
#include <sys/stat.h>

static registry *with_include(void)
{
	registry *r = registry_new();

	assert_non_null(r);
	registry_add_own(r, &include_kind);
	return r;
}

static ramure_ctx *fresh(registry *r, const char *date)
{
	const request asked = { .source_date_epoch = -1, .date = { date, date ? strlen(date) : 0 } };
	ramure_ctx *ctx = ctx_new(&asked, r, NULL, NULL);

	assert_non_null(ctx);
	return ctx;
}

static const ramure_node *chapter_at(const ramure_node *document, int number)
{
	const ramure_node *child = document->first;

	while (child && !(child->type == RAMURE_CHAPTER && child->chapter->number == number))
		child = child->next;
	return child;
}

static void put_two(void)
{
	folder_write_text("a.md", "---\ntitre: Un\ndate: 2020-06-23\n---\n\n## Page\n\nTexte.\n");
	folder_write_text("b.md", "---\ntitle: Two\nlang: en\n---\n\n## Page\n\nText.\n");
	folder_write_text(
		"carnet.md",
		"---\ntitre: Carnet\ndate: 2021-01-12\n---\n\n## Avant\n\n```inclure\nb.md\na.md\n```\n\nAprès.\n");
}

static void chapters_stand_in_the_place_of_their_block(void **state)
{
	registry *r = with_include();
	ramure_ctx *ctx = fresh(r, NULL);
	const ramure_node *document, *slide;

	(void)state;
	put_two();
	document = source_read(ctx, STR("carnet.md"));
	assert_non_null(document);
	assert_false(diagnostics_failed(&ctx->diagnostics));
	slide = ramure_child(document, RAMURE_SLIDE);
	assert_int_equal(slide->next->type, RAMURE_CHAPTER);
	assert_ptr_equal(slide->next, chapter_at(document, 1));
	assert_ptr_equal(slide->next->next, chapter_at(document, 2));
	assert_string_equal(ramure_plain_text(ctx, ramure_child(chapter_at(document, 1), RAMURE_HEADING)).data, "Two");
	/* What follows is a slide of its own. */
	assert_int_equal(slide->next->next->next->type, RAMURE_SLIDE);
	ctx_free(ctx);
	registry_free(r);
}

static void a_chapter_speaks_its_language_at_its_date(void **state)
{
	registry *r = with_include();
	ramure_ctx *ctx = fresh(r, NULL);
	const ramure_node *document;

	(void)state;
	put_two();
	document = source_read(ctx, STR("carnet.md"));
	voice_at(ctx, ramure_child(chapter_at(document, 1), RAMURE_SLIDE));
	assert_string_equal(ramure_say(ctx, (ramure_word){ "of", "sur" }), "of");
	/* Without a date of its own, its booklet's. */
	assert_int_equal(ctx->date.year, 2021);
	voice_at(ctx, chapter_at(document, 2));
	assert_string_equal(ramure_say(ctx, (ramure_word){ "of", "sur" }), "sur");
	assert_int_equal(ctx->date.month, 6);
	assert_ptr_equal(ctx->chapter, chapter_at(document, 2));
	voice_at(ctx, document);
	assert_null(ctx->chapter);
	assert_int_equal(ctx->date.year, 2021);
	ctx_free(ctx);
	registry_free(r);
}

static void facts_name_the_chapter_and_its_own_date(void **state)
{
	/* Even when the person has said one for all. */
	registry *r = with_include();
	ramure_ctx *ctx = fresh(r, "2022-02-02");
	const ramure_node *document, *chapter;
	const ramure_fact *fact;

	(void)state;
	put_two();
	document = source_read(ctx, STR("carnet.md"));
	chapter = chapter_at(document, 2);
	fact = ramure_next_fact(ctx, "document", NULL);
	assert_null(fact->chapter);
	while (fact && fact->chapter != chapter)
		fact = ramure_next_fact(ctx, "document", fact);
	assert_int_equal(fact ? fact->told.year : 0, 2020);
	voice_at(ctx, chapter);
	assert_int_equal(ctx->date.year, 2022);
	ctx_free(ctx);
	registry_free(r);
}

static size_t count_files(const char *const *lines, size_t count)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_string named[4];
	size_t found;

	for (size_t i = 0; i < count; i++)
		named[i] = (ramure_string){ { .line = 1, .column = 1 }, { lines[i], strlen(lines[i]) } };
	include_files(ctx, (ramure_list){ .items = named, .count = count }, &found);
	ctx_free(ctx);
	return found;
}

static void patterns_match_names_of_sources(void **state)
{
	static const struct {
		const char *pattern;
		size_t count;
	} patterns[] = {
		{ "p/*", 3 },
		{ "p/*.md", 3 },
		{ "p/?.md", 2 },
		{ "p/??.md", 1 },
		{ "p/a*", 2 },
		{ "p/*a*", 2 },
		{ "p/*.png", 1 },
		{ "p/*z*", 0 },
		{ "p/a**.m*d", 2 },
		{ "p/.*", 0 },
		{ "p/", 0 },
		{ "*/a.md", 0 },
		{ "p/a*a*a*a*a*a*a*a*a*a*b", 0 },
	};

	(void)state;
	mkdir("p", 0755);
	folder_write_text("p/a.md", "## A\n");
	folder_write_text("p/\xC3\xA9.md", "## E\n");
	folder_write_text("p/ab.md", "## AB\n");
	folder_write_text("p/.hidden.md", "## H\n");
	folder_write_text("p/image.png", "no picture");
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
		if (count_files(&patterns[i].pattern, 1) != patterns[i].count)
			fail_msg("'%s' matches %zu files", patterns[i].pattern, count_files(&patterns[i].pattern, 1));
}

static void a_plugin_cannot_take_the_name(void **state)
{
	registry *r = with_include();
	static const ramure_kind kind[] = {
		{ .en = "chapters", .fr = "pages", .data_size = sizeof(ramure_span) },
	};
	ramure_kind own[] = { kind[0] };
	ramure_plugin plugin = { .size = sizeof plugin, .abi = RAMURE_ABI, .name = "thief", .kinds = RAMURE_ROWS(own) };
	const char *why;

	(void)state;
	own[0].build = include_kind.build;
	assert_false(registry_add(r, &plugin, "thief.so", &why));
	assert_non_null(strstr(why, "ramure's own"));
	assert_int_equal(registry_kinds(r), 1);
	registry_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(chapters_stand_in_the_place_of_their_block),
		cmocka_unit_test(a_chapter_speaks_its_language_at_its_date),
		cmocka_unit_test(facts_name_the_chapter_and_its_own_date),
		cmocka_unit_test(patterns_match_names_of_sources),
		cmocka_unit_test(a_plugin_cannot_take_the_name),
	};

	return cmocka_run_group_tests(tests, folder_make, folder_drop);
}
