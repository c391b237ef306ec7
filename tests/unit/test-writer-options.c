/* What people ask of writers: in the front matter, in the files above it, on the command line. */
#include "tests/unit/unit.h"

#include "core/plugin/registry.h"
#include "core/source/settings.h"
#include "core/source/writer_options.h"

#include <string.h>

struct paper {
	ramure_span at;
	ramure_flag thick;
	ramure_path model;
};

struct screen {
	ramure_span at;
	ramure_string colour;
	ramure_flag thick;
	ramure_list names;
	ramure_choice side;
	ramure_integer rows;
};

static const ramure_field paper_fields[] = {
	{ .en = "thick", .fr = "épais", .type = RAMURE_FLAG, .offset = offsetof(struct paper, thick) },
	{ .en = "model", .fr = "modèle", .type = RAMURE_PATH, .offset = offsetof(struct paper, model) },
};

static const ramure_option sides[] = { { 3, "left", "gauche", NULL }, { 4, "right", "droite", NULL } };

static const ramure_field screen_fields[] = {
	{ .en = "colour", .fr = "couleur", .type = RAMURE_WORD, .offset = offsetof(struct screen, colour) },
	{ .en = "thick", .fr = "épais", .type = RAMURE_FLAG, .offset = offsetof(struct screen, thick) },
	{ .en = "names",
	  .fr = "noms",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct screen, names) },
	{ .en = "side",
	  .fr = "côté",
	  .type = RAMURE_CHOICE,
	  .offset = offsetof(struct screen, side),
	  .choices = RAMURE_ROWS(sides) },
	{ .en = "rows",
	  .fr = "rangs",
	  .type = RAMURE_INTEGER,
	  .offset = offsetof(struct screen, rows),
	  .min = 1,
	  .max = 9 },
};

static ramure_status write_nothing(ramure_ctx *ctx, const ramure_node *document, ramure_sink *sink)
{
	(void)ctx;
	(void)document;
	(void)sink;
	return RAMURE_OK;
}

static const ramure_writer writers[] = {
	{ .name = "paper",
	  .extension = ".paper",
	  .write_flow = write_nothing,
	  .options = RAMURE_ROWS(paper_fields),
	  .options_size = sizeof(struct paper) },
	{ .name = "screen",
	  .extension = ".screen",
	  .write_flow = write_nothing,
	  .options = RAMURE_ROWS(screen_fields),
	  .options_size = sizeof(struct screen) },
};

static const ramure_plugin printers = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "printers",
	.writers = RAMURE_ROWS(writers),
};

static registry *printers_alone(void)
{
	registry *r = registry_new();
	const char *why;

	assert_true(registry_add(r, &printers, "printers.so", &why));
	return r;
}

/* A document whose front matter is given, and what the command line asks. */
static ramure_ctx *document_of(registry *r, ramure_str front, const ramure_asked *asked, size_t count)
{
	const request nothing = { .source_date_epoch = -1, .options = asked, .option_count = count };
	ramure_ctx *ctx = ctx_new(&nothing, r, NULL, NULL);
	source_text text = source_text_of_file(ctx, files_add(ctx, STR("test.md"), front));

	settings_read(ctx, &text);
	return ctx;
}

static const void *asked_of(ramure_ctx *ctx, size_t writer)
{
	ctx->writer = registry_writer_at(ctx->registry, writer, NULL);
	return ramure_options(ctx);
}

static void writers_share_an_option_of_one_name(void **state)
{
	registry *r = printers_alone();
	ramure_ctx *ctx = document_of(r, STR("titre: Un titre\népais: oui\ncouleur: vert\n"), NULL, 0);
	const struct paper *paper = asked_of(ctx, 0);
	const struct screen *screen = asked_of(ctx, 1);

	(void)state;
	assert_int_equal(ctx->diagnostics.kept, 0);
	assert_true(paper->thick.value && screen->thick.value);
	assert_int_equal(screen->thick.at.line, 2);
	assert_true(ramure_str_equal(screen->colour.text, STR("vert")));
	assert_false(ramure_given(paper->model.at));
	ctx_free(ctx);
	registry_free(r);
}

static void the_command_line_wins_and_its_paths_lie_anywhere(void **state)
{
	const ramure_asked asked[] = { { "colour", "bleu" }, { "model", "/nowhere/at/all" }, { "names", "Aline" } };
	registry *r = printers_alone();
	ramure_ctx *ctx = document_of(r, STR("couleur: vert\n"), asked, 3);
	const struct paper *paper = asked_of(ctx, 0);
	const struct screen *screen = asked_of(ctx, 1);
	const ramure_string *names = screen->names.items;

	(void)state;
	assert_int_equal(ctx->diagnostics.kept, 0);
	assert_true(ramure_str_equal(screen->colour.text, STR("bleu")));
	assert_true(ramure_given(paper->model.at));
	assert_true(ramure_str_equal(paper->model.path, STR("/nowhere/at/all")));
	assert_int_equal(screen->names.count, 1);
	assert_true(ramure_str_equal(names[0].text, STR("Aline")));
	ctx_free(ctx);
	registry_free(r);
}

static void what_the_command_line_asks_is_given_and_of_its_fields_type(void **state)
{
	const ramure_asked asked[] = { { "thick", "yes" }, { "side", "droite" }, { "rows", "4" } };
	const ramure_asked wrong[] = { { "rows", "12" }, { "side", "droit" } };
	registry *r = printers_alone();
	ramure_ctx *ctx = document_of(r, STR("titre: Un titre\n"), asked, 3);
	const struct screen *screen = asked_of(ctx, 1);

	(void)state;
	assert_int_equal(ctx->diagnostics.kept, 0);
	assert_true(ramure_given(screen->thick.at) && screen->thick.value);
	assert_true(ramure_given(screen->side.at));
	assert_int_equal(screen->side.value, 4);
	assert_true(ramure_given(screen->rows.at));
	assert_int_equal(screen->rows.value, 4);
	ctx_free(ctx);
	ctx = document_of(r, STR(""), wrong, 2);
	screen = asked_of(ctx, 1);
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 2);
	assert_string_equal(ctx->diagnostics.first->message.data, "'rangs' lies between 1 and 9, and '12' does not");
	assert_string_equal(ctx->diagnostics.last->message.data, "'côté' cannot be 'droit'");
	assert_false(ramure_given(screen->rows.at) || ramure_given(screen->side.at));
	ctx_free(ctx);
	registry_free(r);
}

static void what_no_writer_takes_is_an_error(void **state)
{
	const ramure_asked asked[] = { { "weight", "80" } };
	registry *r = printers_alone();
	ramure_ctx *ctx = document_of(r, STR("poids: 80\n"), asked, 1);

	(void)state;
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 2);
	assert_non_null(strstr(ctx->diagnostics.last->message.data, "'weight'"));
	ctx_free(ctx);
	registry_free(r);
}

static void a_descriptor_whose_options_leave_their_struct_is_refused(void **state)
{
	ramure_writer writer = writers[0];
	ramure_plugin plugin = printers;
	registry *r = registry_new();
	const char *why;

	(void)state;
	plugin.writers = (ramure_rows){ &writer, 1, sizeof writer };
	writer.options_size = sizeof(struct paper) - 1;
	assert_false(registry_add(r, &plugin, "a.so", &why));
	assert_non_null(strstr(why, "outside its struct"));
	writer.options_size = 1;
	assert_false(registry_add(r, &plugin, "b.so", &why));
	assert_non_null(strstr(why, "no place for the span"));
	registry_free(r);
}

/* A plugin with one writer that has one option. */
static bool may_join(registry *r, const ramure_field *option)
{
	ramure_writer writer = writers[0];
	ramure_plugin plugin = printers;
	const char *why;
	bool joined;

	writer.name = "other";
	writer.options = (ramure_rows){ option, 1, sizeof *option };
	plugin.name = "others";
	plugin.writers = (ramure_rows){ &writer, 1, sizeof writer };
	joined = registry_add(r, &plugin, "others.so", &why);
	if (!joined) {
		assert_non_null(strstr(why, "option 'thick' is given by both"));
		assert_int_equal(registry_writers(r), 0);
	}
	return joined;
}

static void plugins_that_mean_different_things_by_one_option_are_refused(void **state)
{
	const ramure_field same = paper_fields[0];
	ramure_field other = same, many = same, named = same;

	(void)state;
	other.type = RAMURE_WORD;
	many.flags = RAMURE_MANY;
	named.fr = "Côté";
	for (size_t i = 0; i < 4; i++) {
		const ramure_field *const options[] = { &same, &other, &many, &named };
		registry *r = printers_alone();

		assert_int_equal(may_join(r, options[i]), i == 0);
		registry_free(r);
	}
}

static void writers_of_a_plugin_that_mean_different_things_by_one_option_are_refused(void **state)
{
	ramure_field option = paper_fields[0];
	ramure_writer both[] = { writers[0], writers[1] };
	ramure_plugin plugin = printers;
	registry *r = registry_new();
	const char *why;

	(void)state;
	option.type = RAMURE_TEXT;
	both[0].options = (ramure_rows){ &option, 1, sizeof option };
	plugin.writers = (ramure_rows)RAMURE_ROWS(both);
	assert_false(registry_add(r, &plugin, "a.so", &why));
	assert_string_equal(why, "its writers 'paper' and 'screen' mean different things by the option 'thick'");
	registry_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writers_share_an_option_of_one_name),
		cmocka_unit_test(the_command_line_wins_and_its_paths_lie_anywhere),
		cmocka_unit_test(what_the_command_line_asks_is_given_and_of_its_fields_type),
		cmocka_unit_test(what_no_writer_takes_is_an_error),
		cmocka_unit_test(a_descriptor_whose_options_leave_their_struct_is_refused),
		cmocka_unit_test(plugins_that_mean_different_things_by_one_option_are_refused),
		cmocka_unit_test(writers_of_a_plugin_that_mean_different_things_by_one_option_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
