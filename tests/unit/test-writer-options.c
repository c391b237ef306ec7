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
};

static const ramure_field paper_fields[] = {
	{ .en = "thick", .fr = "épais", .type = RAMURE_FLAG, .offset = offsetof(struct paper, thick) },
	{ .en = "model", .fr = "modèle", .type = RAMURE_PATH, .offset = offsetof(struct paper, model) },
};

static const ramure_field screen_fields[] = {
	{ .en = "colour", .fr = "couleur", .type = RAMURE_WORD, .offset = offsetof(struct screen, colour) },
	{ .en = "thick", .fr = "épais", .type = RAMURE_FLAG, .offset = offsetof(struct screen, thick) },
	{ .en = "names",
	  .fr = "noms",
	  .type = RAMURE_WORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct screen, names) },
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writers_share_an_option_of_one_name),
		cmocka_unit_test(the_command_line_wins_and_its_paths_lie_anywhere),
		cmocka_unit_test(what_no_writer_takes_is_an_error),
		cmocka_unit_test(a_descriptor_whose_options_leave_their_struct_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
