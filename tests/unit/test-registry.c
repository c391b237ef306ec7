/* The registry and the check of descriptors: names, clashes, older and newer tables, lies. */
#include "tests/unit/unit.h"

#include "core/plugin/check.h"
#include "core/plugin/registry.h"

#include <string.h>

static void build_nothing(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	(void)ctx;
	(void)b;
	(void)data;
}

static ramure_status write_nothing(ramure_ctx *ctx, const ramure_node *document, ramure_sink *sink)
{
	(void)ctx;
	(void)document;
	(void)sink;
	return RAMURE_OK;
}

struct leaf {
	ramure_span at;
	ramure_text title;
};

struct tree {
	ramure_span at;
	ramure_text title;
	ramure_list leaves;
};

static const ramure_field leaf_fields[] = {
	{ "title", "titre", RAMURE_TEXT, RAMURE_MAIN, offsetof(struct leaf, title), .doc = { "A title", "Un titre" } },
};

static const ramure_field tree_fields[] = {
	{ "title", "titre", RAMURE_TEXT, 0, offsetof(struct tree, title), .doc = { "A title", "Un titre" } },
	{ "items", "éléments", RAMURE_RECORD, RAMURE_MANY | RAMURE_ROWS_FIELD, offsetof(struct tree, leaves),
	  .doc = { "Leaves", "Des feuilles" }, .fields = RAMURE_ROWS(leaf_fields), .record_size = sizeof(struct leaf) },
};

static const ramure_kind tree_kind[] = {
	{ .en = "tree",
	  .fr = "arbre",
	  .synonyms = "bush|buisson",
	  .doc = { "A tree", "Un arbre" },
	  .fields = RAMURE_ROWS(tree_fields),
	  .data_size = sizeof(struct tree),
	  .build = build_nothing },
};

static const ramure_writer text_writer[] = {
	{ .name = "text", .extension = ".txt", .doc = { "Text", "Du texte" }, .write_flow = write_nothing },
};

static const ramure_plugin forest = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "forest",
	.version = "1",
	.summary = { "Trees", "Des arbres" },
	.kinds = RAMURE_ROWS(tree_kind),
	.writers = RAMURE_ROWS(text_writer),
};

static registry *fresh(void)
{
	registry *r = registry_new();

	assert_non_null(r);
	return r;
}

/* The plugin is refused, with these words in the reason. */
static void assert_refused(const ramure_plugin *plugin, const char *words)
{
	registry *r = fresh();
	const char *why = NULL;

	assert_false(registry_add(r, plugin, "x.so", &why));
	if (!strstr(why, words))
		fail_msg("'%s' does not say '%s'", why, words);
	assert_int_equal(registry_kinds(r), 0);
	assert_int_equal(registry_writers(r), 0);
	assert_string_equal(registry_plugin_at(r, 0)->path, "x.so");
	assert_non_null(registry_plugin_at(r, 0)->hint);
	registry_free(r);
}

static void a_kind_answers_to_all_its_names(void **state)
{
	static const char *const names[] = { "tree", "Arbre", "ARBRE", "bush", "buisson" };
	registry *r = fresh();
	ramure_ctx *ctx = unit_ctx();
	const ramure_kind *kind;
	const char *why;

	(void)state;
	assert_true(registry_add(r, &forest, "forest.so", &why));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		kind = registry_kind(r, ctx, (ramure_str){ names[i], strlen(names[i]) });
		assert_non_null(kind);
		assert_string_equal(kind->en, "tree");
	}
	assert_null(registry_kind(r, ctx, STR("arbuste")));
	assert_null(registry_kind(r, ctx, STR("")));
	assert_ptr_equal(registry_writer(r, STR("text"))->write_flow, write_nothing);
	assert_null(registry_writer(r, STR("tex")));
	ctx_free(ctx);
	registry_free(r);
}

static void a_clash_refuses_both_and_names_both_files(void **state)
{
	static const ramure_kind other_kind[] = {
		{ .en = "shrub",
		  .fr = "Buisson",
		  .doc = { "", "" },
		  .data_size = sizeof(struct tree),
		  .build = build_nothing },
	};
	static const ramure_plugin other = {
		.size = sizeof(ramure_plugin), .abi = RAMURE_ABI, .name = "other", .kinds = RAMURE_ROWS(other_kind)
	};
	registry *r = fresh();
	const char *why;

	(void)state;
	assert_true(registry_add(r, &forest, "/a/forest.so", &why));
	assert_false(registry_add(r, &other, "/b/other.so", &why));
	assert_non_null(strstr(why, "'/a/forest.so'"));
	assert_non_null(strstr(why, "'/b/other.so'"));
	assert_int_equal(registry_kinds(r), 0);
	assert_int_equal(registry_writers(r), 0);
	assert_non_null(registry_plugin_at(r, 0)->refusal);
	assert_non_null(registry_plugin_at(r, 1)->refusal);
	registry_free(r);
}

static void the_same_plugin_twice_is_a_clash(void **state)
{
	registry *r = fresh();
	const char *why;

	(void)state;
	assert_true(registry_add(r, &forest, "/a/forest.so", &why));
	assert_false(registry_add(r, &forest, "/b/forest.so", &why));
	assert_non_null(strstr(why, "plugin 'forest'"));
	registry_free(r);
}

static void another_abi_is_refused_before_anything_else_is_read(void **state)
{
	/* Everything after the ABI would be a wild pointer. */
	ramure_plugin wild;

	(void)state;
	memset(&wild, 0xA5, sizeof wild);
	wild.size = sizeof wild;
	wild.abi = RAMURE_ABI + 1;
	assert_refused(&wild, "ABI 1, this ramure speaks 0");
	wild.size = sizeof(size_t);
	wild.abi = RAMURE_ABI;
	assert_refused(&wild, "empty");
	assert_refused(NULL, "empty");
}

static void what_lies_in_a_table_is_said(void **state)
{
	ramure_field fields[1] = { leaf_fields[0] };
	ramure_kind kinds[1] = { tree_kind[0] };
	ramure_plugin plugin = forest;

	(void)state;
	kinds[0].fields = (ramure_rows)RAMURE_ROWS(fields);
	kinds[0].data_size = sizeof(struct leaf);
	plugin.kinds = (ramure_rows)RAMURE_ROWS(kinds);
	fields[0].offset = sizeof(struct leaf);
	assert_refused(&plugin, "'title' of 'tree' lies outside");
	fields[0] = leaf_fields[0];
	fields[0].type = (ramure_type)99;
	assert_refused(&plugin, "type 99");
	fields[0].flags |= RAMURE_MANY;
	assert_refused(&plugin, "type 99");
	fields[0] = leaf_fields[0];
	fields[0].fr = "";
	assert_refused(&plugin, "no name");
	fields[0] = leaf_fields[0];
	fields[0].type = RAMURE_CHOICE;
	fields[0].offset = 0;
	assert_refused(&plugin, "no choices");
	fields[0] = leaf_fields[0];
	kinds[0].build = NULL;
	assert_refused(&plugin, "no function 'build'");
	kinds[0] = tree_kind[0];
	plugin.kinds.stride = 8;
	assert_refused(&plugin, "rows of 8 bytes");
	plugin.kinds = (ramure_rows)RAMURE_ROWS(kinds);
	plugin.kinds.count = 1u << 30;
	assert_refused(&plugin, "1073741824 rows");
	plugin = forest;
	plugin.kinds.count = plugin.writers.count = 0;
	assert_refused(&plugin, "neither");
}

static void rows_that_answer_to_one_name_are_refused(void **state)
{
	static const ramure_option choices[] = { { 1, "yes", "oui", NULL }, { 2, "maybe", "peut-être", "si|Oui" } };
	ramure_field fields[2] = { leaf_fields[0], leaf_fields[0] };
	ramure_kind kinds[2] = { tree_kind[0], tree_kind[0] };
	ramure_plugin plugin = forest;

	(void)state;
	kinds[0].fields = (ramure_rows)RAMURE_ROWS(fields);
	kinds[0].data_size = sizeof(struct leaf);
	plugin.kinds = (ramure_rows){ kinds, 1, sizeof *kinds };
	assert_refused(&plugin, "the fields 'title' and 'title' of 'tree' both answer to 'title'");
	fields[1].en = "heading";
	assert_refused(&plugin, "the fields 'title' and 'heading' of 'tree' both answer to 'titre'");
	fields[1].fr = "en-tête";
	fields[1].synonyms = "head|Ti-Trê";
	assert_refused(&plugin, "the fields 'title' and 'heading' of 'tree' both answer to 'Ti-Trê'");
	fields[1].synonyms = "head|en tête";
	fields[1].type = RAMURE_CHOICE;
	fields[1].offset = 0;
	fields[1].choices = (ramure_rows)RAMURE_ROWS(choices);
	assert_refused(&plugin, "the choices 'yes' and 'maybe' of 'heading' both answer to 'Oui'");
	plugin = forest;
	plugin.kinds = (ramure_rows)RAMURE_ROWS(kinds);
	kinds[0] = tree_kind[0];
	kinds[1].en = "shrub";
	kinds[1].fr = "arbuste";
	assert_refused(&plugin, "the kinds 'tree' and 'shrub' of 'forest' both answer to 'bush'");
}

static void records_that_contain_themselves_are_refused(void **state)
{
	static ramure_field endless[1];
	ramure_kind kinds[1] = { tree_kind[0] };
	ramure_plugin plugin = forest;

	(void)state;
	endless[0] = tree_fields[1];
	endless[0].fields = (ramure_rows){ endless, 1, sizeof *endless };
	endless[0].record_size = sizeof(struct tree);
	kinds[0].fields = (ramure_rows){ endless, 1, sizeof *endless };
	plugin.kinds = (ramure_rows)RAMURE_ROWS(kinds);
	assert_refused(&plugin, "nest deeper");
}

/* A plugin of an older header has shorter rows, one of a newer header longer ones. */
static void rows_of_another_size_are_read_by_their_stride(void **state)
{
	struct {
		ramure_kind kind;
		const char *of_tomorrow;
	} longer[2] = { { tree_kind[0], "x" }, { tree_kind[0], "y" } };
	enum { SHORTER = offsetof(ramure_kind, example) };
	_Alignas(ramure_kind) char shorter[SHORTER * 2];
	ramure_plugin plugin = forest;
	registry *r = fresh();
	const char *why;

	(void)state;
	longer[1].kind.en = longer[1].kind.fr = "second";
	longer[1].kind.synonyms = NULL;
	longer[1].kind.example = "an example";
	plugin.kinds = (ramure_rows){ longer, 2, sizeof *longer };
	assert_true(registry_add(r, &plugin, "newer.so", &why));
	assert_string_equal(registry_kind_at(r, 1, NULL)->en, "second");
	assert_string_equal(registry_kind_at(r, 1, NULL)->example, "an example");
	registry_free(r);

	r = fresh();
	memcpy(shorter, &longer[0], SHORTER);
	memcpy(shorter + SHORTER, &longer[1], SHORTER);
	plugin.kinds = (ramure_rows){ shorter, 2, SHORTER };
	assert_true(registry_add(r, &plugin, "older.so", &why));
	assert_string_equal(registry_kind_at(r, 1, NULL)->en, "second");
	assert_null(registry_kind_at(r, 1, NULL)->example);
	registry_free(r);
}

static void a_file_waits_for_its_writer_and_is_given_once(void **state)
{
	registry *r = fresh();

	(void)state;
	registry_defer(r, "tree", "/a/write-tree.so");
	registry_defer(r, "leaf", "/a/write-leaf.so");
	registry_defer(r, "tree", "/b/write-tree.so");
	assert_int_equal(registry_plugins(r), 0);
	assert_null(registry_deferred(r, "tre"));
	assert_string_equal(registry_deferred(r, "tree"), "/a/write-tree.so");
	assert_string_equal(registry_deferred(r, "tree"), "/b/write-tree.so");
	assert_null(registry_deferred(r, "tree"));
	assert_string_equal(registry_deferred(r, NULL), "/a/write-leaf.so");
	assert_null(registry_deferred(r, NULL));
	registry_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_kind_answers_to_all_its_names),
		cmocka_unit_test(a_clash_refuses_both_and_names_both_files),
		cmocka_unit_test(the_same_plugin_twice_is_a_clash),
		cmocka_unit_test(another_abi_is_refused_before_anything_else_is_read),
		cmocka_unit_test(what_lies_in_a_table_is_said),
		cmocka_unit_test(rows_that_answer_to_one_name_are_refused),
		cmocka_unit_test(records_that_contain_themselves_are_refused),
		cmocka_unit_test(rows_of_another_size_are_read_by_their_stride),
		cmocka_unit_test(a_file_waits_for_its_writer_and_is_given_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
