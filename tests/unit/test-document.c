/* The document tree: walking, copying, building, the plain words, facts. */
#include "tests/unit/nodes.h"

#include <string.h>

#define assert_dump(ctx, node, expected) assert_string_equal(document_dump(ctx, node).data, expected)

static void a_walk_enters_and_leaves_every_node_once(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_node *root = node_new(ctx, RAMURE_BLOCKS, (ramure_span){ 0 });
	ramure_node *paragraph = node_new(ctx, RAMURE_PARAGRAPH, (ramure_span){ 0 });
	ramure_walk walk = ramure_walk_from(root);
	int entered = 0, left = 0;

	(void)state;
	node_append(root, paragraph);
	node_append(paragraph, node_text(ctx, root->span, STR("a")));
	node_append(paragraph, node_text(ctx, root->span, STR("b")));
	node_append(root, node_new(ctx, RAMURE_RULE, root->span));
	while (ramure_walk_next(&walk)) {
		entered += walk.entering;
		left += !walk.entering;
	}
	assert_int_equal(entered, 5);
	assert_int_equal(left, 5);
	walk = ramure_walk_from(paragraph);
	for (entered = 0; ramure_walk_next(&walk); entered += walk.entering)
		walk.skip = walk.entering;
	assert_int_equal(entered, 1);
	ctx_free(ctx);
}

static void depth_does_not_matter_to_walks_and_copies(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_node *root = node_new(ctx, RAMURE_BLOCKS, (ramure_span){ 0 });
	ramure_node *deep = root;
	ramure_walk walk;
	size_t count = 0;

	(void)state;
	for (int i = 0; i < 200000; i++) {
		ramure_node *child = node_new(ctx, RAMURE_BLOCKS, root->span);

		node_append(deep, child);
		deep = child;
	}
	walk = ramure_walk_from(node_copy(ctx, root));
	while (ramure_walk_next(&walk))
		count += walk.entering;
	assert_int_equal(count, 200001);
	ctx_free(ctx);
}

static void children_can_be_put_anywhere_and_taken_out(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_node *root = node_new(ctx, RAMURE_PARAGRAPH, (ramure_span){ 0 });
	ramure_node *b = node_text(ctx, root->span, STR("b"));
	ramure_node *d = node_text(ctx, root->span, STR("d"));

	(void)state;
	node_append(root, b);
	node_insert_after(root, NULL, node_text(ctx, root->span, STR("a")));
	node_insert_after(root, b, d);
	node_insert_after(root, b, node_text(ctx, root->span, STR("c")));
	assert_string_equal(ramure_plain_text(ctx, root).data, "abcd");
	assert_ptr_equal(root->last, d);
	node_remove(d);
	assert_string_equal(ramure_plain_text(ctx, root).data, "abc");
	node_append(root, d);
	assert_string_equal(ramure_plain_text(ctx, root).data, "abcd");
	ctx_free(ctx);
}

static void words_are_compared_as_they_read_and_leave_nothing_behind(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_node *a = node_new(ctx, RAMURE_PHRASE, nodes_place), *b = node_new(ctx, RAMURE_PARAGRAPH, nodes_place);
	size_t used;

	(void)state;
	nodes_add(ctx, a, RAMURE_TEXT_RUN, "Anne Martin ");
	nodes_add(ctx, b, RAMURE_STRONG, "Anne");
	nodes_add(ctx, b, RAMURE_TEXT_RUN, " Mar");
	used = arena_used(ctx->arena);
	assert_false(ramure_same_words(ctx, a, b));
	assert_false(ramure_same_words(ctx, a, NULL));
	assert_false(ramure_same_words(ctx, NULL, NULL));
	assert_int_equal(arena_used(ctx->arena), used);
	nodes_add(ctx, b, RAMURE_EMPHASIS, "tin");
	assert_true(ramure_same_words(ctx, a, b));
	ctx_free(ctx);
}

static void plain_text_ends_with_its_words(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_node *phrase = node_new(ctx, RAMURE_PHRASE, (ramure_span){ 0 });
	const ramure_str source = STR("à: Anne Martin\nquorum: 2\n");

	(void)state;
	node_append(phrase, node_text(ctx, phrase->span, (ramure_str){ source.data + 4, 11 }));
	assert_string_equal(ramure_plain_text(ctx, phrase).data, "Anne Martin");
	ctx_free(ctx);
}

static void a_copy_points_to_its_own_children(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_node *image = node_new(ctx, RAMURE_IMAGE, (ramure_span){ 0 });
	ramure_node *alt = node_new(ctx, RAMURE_PHRASE, (ramure_span){ 0 });
	ramure_node *copy;

	(void)state;
	node_append(image, alt);
	image->image->alt = alt;
	copy = node_copy(ctx, image);
	assert_ptr_equal(copy->image->alt, copy->first);
	assert_ptr_not_equal(copy->image, image->image);
	assert_ptr_equal(image->image->alt, alt);
	ctx_free(ctx);
}

static void a_builder_appends_to_what_was_begun_last(void **state)
{
	static const ramure_column_info columns[] = { { .strong = true }, { .align = RAMURE_END } };
	const ramure_str titles[] = { RAMURE_STR("Qui"), RAMURE_STR("Combien") };
	ramure_ctx *ctx = unit_ctx();
	ramure_node *root = node_new(ctx, RAMURE_BLOCKS, (ramure_span){ 0 });
	ramure_builder *b = builder_new(ctx, root, RAMURE_REPORT);

	(void)state;
	ramure_begin_section(b, (ramure_span){ 1, 2, 3, 4 }, ramure_text_new(ctx, STR("Titre")));
	ramure_target(b, STR("nom"), STR("mesure 7"));
	ramure_paragraph(b, ramure_text_new(ctx, STR("Texte.")));
	ramure_paragraph(b, NULL);
	ramure_begin_table(b, (ramure_span){ 0 }, columns, 2);
	ramure_header_row(b, (ramure_span){ 0 }, titles, 2);
	ramure_begin(b, RAMURE_ROW, (ramure_span){ 0 });
	ramure_cell(b, ramure_text_new(ctx, STR("Nous")));
	ramure_begin(b, RAMURE_CELL, (ramure_span){ 0 });
	ramure_put_string(b, STR("12"));
	ramure_put_format(b, " sur %d", 20);
	ramure_end(b);
	ramure_end(b);
	assert_false(builder_closed(b));
	ramure_end(b);
	ramure_end(b);
	assert_true(builder_closed(b));
	assert_dump(ctx, root,
		    "blocks\n"
		    "  section #nom label \"mesure 7\" @2:3\n"
		    "    heading @2:3\n"
		    "      text \"Titre\"\n"
		    "    paragraph\n"
		    "      text \"Texte.\"\n"
		    "    table columns=2 header=1 2:end\n"
		    "      row header\n"
		    "        cell header\n"
		    "          paragraph\n"
		    "            text \"Qui\"\n"
		    "        cell header\n"
		    "          paragraph\n"
		    "            text \"Combien\"\n"
		    "      row\n"
		    "        cell\n"
		    "          paragraph\n"
		    "            text \"Nous\"\n"
		    "        cell\n"
		    "          paragraph\n"
		    "            text \"12\"\n"
		    "            text \" sur 20\"\n");
	ctx_free(ctx);
}

static void markdown_put_where_a_line_is_wanted_keeps_its_words(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_node *field = node_new(ctx, RAMURE_BLOCKS, (ramure_span){ 0 });
	ramure_node *root = node_new(ctx, RAMURE_BLOCKS, (ramure_span){ 0 });
	ramure_builder *fill = builder_new(ctx, field, RAMURE_SLIDES);
	ramure_builder *b = builder_new(ctx, root, RAMURE_SLIDES);

	(void)state;
	ramure_paragraph(fill, ramure_text_new(ctx, STR("un")));
	ramure_begin(fill, RAMURE_LIST, (ramure_span){ 0 });
	ramure_begin(fill, RAMURE_ITEM, (ramure_span){ 0 });
	ramure_paragraph(fill, ramure_text_new(ctx, STR("deux")));
	ramure_end(fill);
	ramure_end(fill);
	ramure_begin(b, RAMURE_KEY, (ramure_span){ 0 });
	ramure_put(b, field);
	ramure_end(b);
	ramure_put(b, field);
	assert_dump(ctx, root,
		    "blocks\n"
		    "  key\n"
		    "    text \"un\"\n"
		    "    break\n"
		    "    text \"deux\"\n"
		    "  paragraph\n"
		    "    text \"un\"\n"
		    "  list\n"
		    "    item\n"
		    "      paragraph\n"
		    "        text \"deux\"\n");
	ctx_free(ctx);
}

static void plain_words_of_blocks_do_not_touch(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_node *root = node_new(ctx, RAMURE_BLOCKS, (ramure_span){ 0 });
	ramure_builder *b = builder_new(ctx, root, RAMURE_SLIDES);

	(void)state;
	ramure_begin(b, RAMURE_PARAGRAPH, (ramure_span){ 0 });
	ramure_put_string(b, STR("un"));
	ramure_put_strong(b, ramure_text_new(ctx, STR("e")));
	ramure_put_break(b);
	ramure_put_string(b, STR("ligne"));
	ramure_end(b);
	ramure_paragraph(b, ramure_text_new(ctx, STR("deux")));
	assert_string_equal(ramure_plain_text(ctx, root).data, "une ligne deux");
	ctx_free(ctx);
}

static void figures_own_their_texts(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_node *root = node_new(ctx, RAMURE_BLOCKS, (ramure_span){ 0 });
	ramure_builder *b = builder_new(ctx, root, RAMURE_SLIDES);
	ramure_text words = ramure_text_new(ctx, STR("alt"));
	ramure_figure_info info = { .alt = words };
	ramure_node *figure = ramure_begin_figure(b, (ramure_span){ 0 }, &info);
	ramure_text handle = ramure_figure_text(b, words);

	(void)state;
	assert_ptr_not_equal(handle, words);
	assert_ptr_equal(handle->parent, figure);
	assert_ptr_equal(figure->figure->alt->parent, figure);
	assert_null(ramure_figure_text(b, NULL));
	ctx_free(ctx);
}

static void facts_come_back_by_topic_in_the_order_told(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const ramure_fact *fact;

	(void)state;
	assert_null(ramure_next_fact(ctx, "decision", NULL));
	ctx->date = (ramure_date){ .year = 2020, .month = 6, .day = 23 };
	ramure_tell(ctx, &(ramure_fact){ .topic = "decision", .key = STR("d1") });
	ramure_tell(ctx, &(ramure_fact){ .topic = "measure", .key = STR("m1") });
	ramure_tell(ctx, &(ramure_fact){ .topic = "decision", .key = STR("d2") });
	fact = ramure_next_fact(ctx, "decision", NULL);
	assert_string_equal(fact->key.data, "d1");
	assert_int_equal(fact->told.year, 2020);
	fact = ramure_next_fact(ctx, "decision", fact);
	assert_string_equal(fact->key.data, "d2");
	assert_null(ramure_next_fact(ctx, "decision", fact));
	ctx_free(ctx);
}

static void facts_about_one_thing_are_found_by_its_key(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const ramure_fact *fact;

	(void)state;
	ramure_tell(ctx, &(ramure_fact){ .topic = "decision", .key = STR("D 1"), .count = 1 });
	ramure_tell(ctx, &(ramure_fact){ .topic = "decision", .key = STR("D2"), .count = 2 });
	ramure_tell(ctx, &(ramure_fact){ .topic = "decision", .count = 3 });
	ramure_tell(ctx, &(ramure_fact){ .topic = "measure", .key = STR("d-1"), .count = 4 });
	ramure_tell(ctx, &(ramure_fact){ .topic = "decision", .key = STR("d-1"), .count = 5 });
	ramure_tell(ctx, &(ramure_fact){ .topic = "decision", .key = STR("+"), .count = 6 });
	fact = ramure_next_fact_about(ctx, "decision", STR("d-1"), NULL);
	assert_int_equal(fact->count, 1);
	fact = ramure_next_fact_about(ctx, "decision", STR("d-1"), fact);
	assert_int_equal(fact->count, 5);
	assert_null(ramure_next_fact_about(ctx, "decision", STR("d-1"), fact));
	assert_int_equal(ramure_next_fact_about(ctx, "decision", STR("+"), NULL)->count, 6);
	/* "1-2" is not "12" */
	assert_null(ramure_next_fact_about(ctx, "decision", STR("d1"), NULL));
	assert_null(ramure_next_fact_about(ctx, "event", STR("d-1"), NULL));
	ctx_free(ctx);
}

static void people_are_named_with_what_they_are(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_node *root = node_new(ctx, RAMURE_PARAGRAPH, (ramure_span){ 0 });
	ramure_builder *b = builder_new(ctx, root, RAMURE_SLIDES);
	const ramure_person people[] = {
		{ .name = ramure_text_new(ctx, STR("Anne Roy")), .role = ramure_text_new(ctx, STR("maire")) },
		{ .name = ramure_text_new(ctx, STR("Bo Li")) },
		{ .name = ramure_text_new(ctx, STR("Cy Day")),
		  .role = ramure_text_new(ctx, STR("juriste")),
		  .organisation = ramure_text_new(ctx, STR("CFDT")) },
	};

	(void)state;
	ctx->lang = STR("fr");
	ramure_put_people(b, (ramure_list){ .items = people, .count = 3 });
	assert_string_equal(ramure_plain_text(ctx, root).data, "Anne Roy (maire), Bo Li et Cy Day (juriste, CFDT)");
	assert_string_equal(
		ramure_plain_text(ctx, ramure_people_text(ctx, (ramure_list){ .items = people, .count = 3 })).data,
		"Anne Roy, Bo Li et Cy Day");
	assert_null(ramure_people_text(ctx, (ramure_list){ .count = 0 }));
	ctx_free(ctx);
}

static void words_agree_with_their_count(void **state)
{
	static const ramure_word one = { "measure", "mesure" }, many = { "measures", "mesures" };
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	ctx->lang = STR("fr");
	assert_string_equal(ramure_say_count(ctx, 0, one, many), "mesure");
	assert_string_equal(ramure_say_count(ctx, 2, one, many), "mesures");
	/* the same word in both languages is one string to the compiler */
	assert_string_equal(
		ramure_say_count(ctx, 0, (ramure_word){ "vote", "vote" }, (ramure_word){ "votes", "votes" }), "vote");
	ctx->lang = STR("en");
	assert_string_equal(ramure_say_count(ctx, 0, one, many), "measures");
	assert_string_equal(ramure_say_count(ctx, 1, one, many), "measure");
	ctx_free(ctx);
}

static void an_image_alone_is_both_block_and_inline(void **state)
{
	(void)state;
	for (int type = 0; type < RAMURE_NODE_TYPES; type++)
		if (ramure_is_block((ramure_node_type)type) && ramure_is_inline((ramure_node_type)type))
			assert_int_equal(type, RAMURE_IMAGE);
	assert_true(ramure_is_block(RAMURE_IMAGE) && ramure_is_inline(RAMURE_IMAGE));
	assert_true(ramure_is_block(RAMURE_SECTION) && ramure_is_block(RAMURE_TABLE) && !ramure_is_block(RAMURE_SLIDE));
	assert_true(ramure_is_inline(RAMURE_LINK) && !ramure_is_inline(RAMURE_PHRASE));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_image_alone_is_both_block_and_inline),
		cmocka_unit_test(words_are_compared_as_they_read_and_leave_nothing_behind),
		cmocka_unit_test(plain_text_ends_with_its_words),
		cmocka_unit_test(people_are_named_with_what_they_are),
		cmocka_unit_test(words_agree_with_their_count),
		cmocka_unit_test(a_walk_enters_and_leaves_every_node_once),
		cmocka_unit_test(depth_does_not_matter_to_walks_and_copies),
		cmocka_unit_test(children_can_be_put_anywhere_and_taken_out),
		cmocka_unit_test(a_copy_points_to_its_own_children),
		cmocka_unit_test(a_builder_appends_to_what_was_begun_last),
		cmocka_unit_test(markdown_put_where_a_line_is_wanted_keeps_its_words),
		cmocka_unit_test(plain_words_of_blocks_do_not_touch),
		cmocka_unit_test(figures_own_their_texts),
		cmocka_unit_test(facts_come_back_by_topic_in_the_order_told),
		cmocka_unit_test(facts_about_one_thing_are_found_by_its_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
