/* The front matter, the `ramure.yaml` files above it, the date and the embargo. */
#include "tests/unit/folder.h"

#include "core/source/settings.h"
#include "core/source/source.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static int make_folders(void **state)
{
	return folder_make(state) == 0 && mkdir("a", 0755) == 0 && mkdir("a/b", 0755) == 0 ? 0 : -1;
}

static const settings *read_text(ramure_ctx *ctx, const char *name, const char *text)
{
	source_text front, body;
	uint32_t file = files_add(ctx, (ramure_str){ name, strlen(name) }, (ramure_str){ text, strlen(text) });

	assert_true(source_split(ctx, file, &front, &body));
	settings_read(ctx, &front);
	return ctx->settings;
}

static const char *plain(ramure_ctx *ctx, ramure_text text)
{
	ramure_str s = text ? ramure_plain_text(ctx, text) : STR("(none)");

	return ramure_format(ctx, "%.*s", (int)s.size, s.data).data;
}

static void front_matter_ends_at_its_second_rule(void **state)
{
	static const struct {
		const char *text, *front, *body;
	} files[] = {
		{ "---\ntitre: x\n---\n# Un\n", "titre: x\n", "# Un\n" },
		{ "---  \ntitre: x\n...\n", "titre: x\n", "" },
		{ "\n---\ntitre: x\n---", "titre: x\n", "" },
		{ "---\n---\nUn", "", "Un" },
		{ "# Un\n\n---\n\nDeux\n", "", "# Un\n\n---\n\nDeux\n" },
		{ "", "", "" },
	};
	ramure_ctx *ctx = unit_ctx();
	source_text front, body;

	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		uint32_t file = files_add(ctx, STR("x.md"), (ramure_str){ files[i].text, strlen(files[i].text) });

		assert_true(source_split(ctx, file, &front, &body));
		assert_true(ramure_str_equal(front.text, (ramure_str){ files[i].front, strlen(files[i].front) }));
		assert_true(ramure_str_equal(body.text, (ramure_str){ files[i].body, strlen(files[i].body) }));
		assert_int_equal(front.file, file);
	}
	assert_false(source_split(ctx, files_add(ctx, STR("x.md"), STR("---\ntitre: x\n\n# Un\n")), &front, &body));
	assert_non_null(strstr(ctx->diagnostics.first->message.data, "the front matter has no end"));
	assert_int_equal(ctx->diagnostics.first->at.line, 1);
	ctx_free(ctx);
}

/* What was meant as front matter, as a text it would stand on a slide. */
static void front_matter_without_its_rules_is_told(void **state)
{
	static const struct {
		const char *text;
		unsigned line;
		const char *hint; /* NULL for a text that is meant as one */
	} files[] = {
		{ "titre: x\ndate: 2020\n---\n\n# Un\n", 1, "above this one" },
		{ "\ntitle : x\n---\n", 2, "above this one" },
		{ "titre: x\nlieu: Lyon\n\n# Un\n", 1, "above this one" },
		{ "----\ntitre: x\n---\n", 1, "write '---' here" },
		{ "\u2014\ntitre: x\n\u2014\n", 1, "write '---' here" },
		{ "- - -\ntitre: x\n", 1, "write '---' here" },
		{ "---\ntitre: x\nlieu: Lyon\n\n## Un\n\n```table\na\n```\n\n---\n", 1, "after line 3" },
		{ "Lieu : Lyon\n\nUn\n", 0, NULL },
		{ "Bonjour : x\nlieu: y\n", 0, NULL },
		{ "***\nUn\n", 0, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		ramure_ctx *ctx = unit_ctx();
		uint32_t file = files_add(ctx, STR("x.md"), (ramure_str){ files[i].text, strlen(files[i].text) });
		source_text front, body;

		assert_int_equal(source_split(ctx, file, &front, &body), !files[i].hint);
		if (files[i].hint) {
			assert_int_equal(ctx->diagnostics.first->at.line, files[i].line);
			assert_non_null(strstr(ctx->diagnostics.first->hint.data, files[i].hint));
		}
		ctx_free(ctx);
	}
}

static void the_front_matter_is_read_in_both_languages(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const settings *s = read_text(ctx, "x.md",
				      "---\n"
				      "Titre: L'intérêt général : l'affaire de tous\n"
				      "subtitle: Un *récit*\n"
				      "date: du 23 au 25 juin 2020\n"
				      "partenaires:\n"
				      "  - Comité de pilotage : 23 organisations\n"
				      "  - Le RAMEAU\n"
				      "sommaire: répété\n"
				      "format: 4:3\n"
				      "accepter:\n"
				      "  - windows-1252\n"
				      "mots-clés: alliances, territoires\n"
				      "---\n");
	const partner *partners = s->partners.items;

	(void)state;
	assert_null(ctx->diagnostics.first);
	assert_string_equal(plain(ctx, s->title), "L'intérêt général : l'affaire de tous");
	assert_string_equal(plain(ctx, s->subtitle), "Un récit");
	assert_int_equal(s->date.day, 23);
	assert_int_equal(s->end_date.day, 25);
	assert_int_equal(ctx->date.month, 6);
	assert_int_equal(s->partners.count, 2);
	assert_string_equal(plain(ctx, partners[0].name), "Comité de pilotage : 23 organisations");
	assert_int_equal(s->contents.value, CONTENTS_REPEAT);
	assert_true(ramure_str_equal(s->format.text, STR("4:3")));
	assert_true(ramure_str_equal(((const ramure_string *)s->allow.items)->text, STR("windows-1252")));
	assert_true(ramure_str_equal(ctx->lang, STR("fr")));
	ctx_free(ctx);
}

static void the_date_asked_for_wins(void **state)
{
	static const struct {
		const char *front, *asked;
		int64_t epoch;
		int year, month, day;
	} dates[] = {
		{ "---\ndate: 23 juin 2020\n---\n", "", -1, 2020, 6, 23 },
		{ "---\ndate: 23 juin 2020\n---\n", "2021-01-02", 1600000000, 2021, 1, 2 },
		{ "---\ndate: 23 juin 2020\n---\n", "", 1600000000, 2020, 6, 23 },
		{ "", "", 1600000000, 2020, 9, 13 },
		{ "", "", 0, 1970, 1, 1 },
		{ "", "", 951782400, 2000, 2, 29 },
		{ "", "", -1, 0, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		ramure_ctx *ctx = unit_ctx();

		ctx->request.date = (ramure_str){ dates[i].asked, strlen(dates[i].asked) };
		ctx->request.source_date_epoch = dates[i].epoch;
		read_text(ctx, "x.md", dates[i].front);
		assert_int_equal(ctx->date.year, dates[i].year);
		assert_int_equal(ctx->date.month, dates[i].month);
		assert_int_equal(ctx->date.day, dates[i].day);
		assert_int_equal(ctx->settings->date.day, dates[i].day);
		ctx_free(ctx);
	}
}

static void an_embargo_holds_until_its_day(void **state)
{
	static const struct {
		const char *front, *label;
		bool holds;
	} embargoes[] = {
		{ "---\ndate: 22 novembre 2020\nembargo: Sous embargo jusqu'au 23 novembre 2020\n---\n",
		  "Sous embargo jusqu'au 23 novembre 2020", true },
		{ "---\ndate: 23 novembre 2020\nembargo: Sous embargo jusqu'au 23 novembre 2020, 8 h\n---\n",
		  "Sous embargo jusqu'au 23 novembre 2020, 8 h", false },
		{ "---\ndate: 22 novembre 2020\nembargo: 23/11/2020\n---\n",
		  "Sous embargo jusqu’au 23\u00A0novembre 2020", true },
		{ "---\ndate: 22 November 2020\nlang: en\nembargo: 23 November 2020\n---\n",
		  "Under embargo until 23\u00A0November 2020", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof embargoes / sizeof *embargoes; i++) {
		ramure_ctx *ctx = unit_ctx();
		const settings *s = read_text(ctx, "x.md", embargoes[i].front);

		assert_null(ctx->diagnostics.first);
		assert_string_equal(plain(ctx, s->embargo), embargoes[i].label);
		assert_int_equal(s->embargo_holds, embargoes[i].holds);
		assert_int_equal(s->embargo_date.day, 23);
		ctx_free(ctx);
	}
}

static void what_the_front_matter_lacks_is_said(void **state)
{
	static const struct {
		const char *front, *message, *hint;
	} wrong[] = {
		{ "---\ntitle: x\ntitre: y\n---\n", "'titre' stands here twice", "keep one" },
		{ "---\nlangue: français\n---\n", "'langue' cannot be 'français'", "« fr »" },
		{ "---\nembargo: bientôt\n---\n", "the embargo has no date", "23 novembre 2020" },
		{ "---\nembargo: 23 novembre 2020\n---\n", "depends on the document's date", "date: 23 juin 2020" },
		{ "---\nsous-titr: x\n---\n", "'en-tête' has no field 'sous-titr'", "did you mean 'sous-titre'?" },
		{ "---\nsommaire: toujours\n---\n", "'sommaire' cannot be 'toujours'", "aucun, une-fois, répété" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		ramure_ctx *ctx = unit_ctx();

		read_text(ctx, "x.md", wrong[i].front);
		assert_non_null(ctx->diagnostics.first);
		assert_non_null(strstr(ctx->diagnostics.first->message.data, wrong[i].message));
		assert_non_null(strstr(ctx->diagnostics.first->hint.data, wrong[i].hint));
		ctx_free(ctx);
	}
}

static void the_nearest_file_above_wins_field_by_field(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const settings *s;
	const organisation *known;
	char *real = realpath(".", NULL);

	(void)state;
	folder_write_text("ramure.yaml", "organisation: Le Collectif\nthème: sobre\nlogo: logo.png\n"
					 "organisations:\n  - nom: Le RAMEAU\n    autres-noms: [RAMEAU, Rameau]\n");
	folder_write_text("logo.png", "x");
	folder_write_text("a/ramure.yaml", "thème: territoires\npied-de-page: Un\n");
	s = read_text(ctx, "a/b/x.md", "---\npied-de-page: Deux\n---\n");
	assert_null(ctx->diagnostics.first);
	assert_string_equal(plain(ctx, s->organisation), "Le Collectif");
	assert_true(ramure_str_equal(s->theme.text, STR("territoires")));
	assert_string_equal(plain(ctx, s->footer), "Deux");
	known = s->organisations.items;
	assert_int_equal(s->organisations.count, 1);
	assert_int_equal(known->other_names.count, 2);
	assert_true(ramure_str_equal(s->logo.path, STR("logo.png")));
	assert_string_equal(ctx->root.data, real);
	free(real);
	ctx_free(ctx);
}

static void the_root_asked_for_is_the_root(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	char *real = realpath("a", NULL);

	(void)state;
	folder_write_text("ramure.yaml", "thème: sobre\n");
	ctx->request.root = STR("a");
	assert_int_equal(read_text(ctx, "a/b/x.md", "")->theme.text.size, 0);
	assert_string_equal(ctx->root.data, real);
	free(real);
	ctx_free(ctx);
}

static void without_a_file_above_the_root_is_the_folder(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	char *real = realpath("a/b", NULL);

	(void)state;
	read_text(ctx, "a/b/x.md", "");
	assert_string_equal(ctx->root.data, real);
	free(real);
	ctx_free(ctx);
}

static void an_address_keeps_its_lines(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const settings *s =
		read_text(ctx, "a.md", "---\ncontact: |\n  **Le RAMEAU**\n  1, allée\n\n  Vincennes\n---\n");
	const ramure_node *child = s->contact->first;

	(void)state;
	assert_int_equal(child->type, RAMURE_STRONG);
	assert_int_equal(child->next->type, RAMURE_BREAK);
	assert_string_equal(plain(ctx, child->next->next), "1, allée");
	assert_int_equal(child->next->next->span.line, 4);
	assert_int_equal(child->next->next->next->type, RAMURE_BREAK);
	assert_string_equal(plain(ctx, s->contact->last), "Vincennes");
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(front_matter_without_its_rules_is_told),
		cmocka_unit_test(front_matter_ends_at_its_second_rule),
		cmocka_unit_test(an_address_keeps_its_lines),
		cmocka_unit_test(the_front_matter_is_read_in_both_languages),
		cmocka_unit_test(the_date_asked_for_wins),
		cmocka_unit_test(an_embargo_holds_until_its_day),
		cmocka_unit_test(what_the_front_matter_lacks_is_said),
		cmocka_unit_test_setup_teardown(the_nearest_file_above_wins_field_by_field, make_folders, folder_drop),
		cmocka_unit_test_setup_teardown(the_root_asked_for_is_the_root, make_folders, folder_drop),
		cmocka_unit_test_setup_teardown(without_a_file_above_the_root_is_the_folder, make_folders, folder_drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
