/* test-typography.c: rules on the texts of a document. */
#include "tests/unit/nodes.h"
#include "tests/unit/ruled.h"

static void assert_text(const ramure_node *node, const char *words)
{
	assert_int_equal(node->type, RAMURE_TEXT_RUN);
	if (node->text.size != strlen(words) || memcmp(node->text.data, words, node->text.size) != 0)
		fail_msg("'%.*s' instead of '%s'", (int)node->text.size, node->text.data, words);
}

static void rules_look_across_emphasis(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, "fr");
	ramure_node *p = node_new(ctx, RAMURE_PARAGRAPH, (ramure_span){ 0 });
	ramure_node *strong;

	(void)state;
	nodes_add(ctx, p, RAMURE_TEXT_RUN, "Jouons ");
	strong = nodes_add(ctx, p, RAMURE_STRONG, "collectif");
	nodes_add(ctx, p, RAMURE_TEXT_RUN, " ! L'");
	nodes_add(ctx, p, RAMURE_EMPHASIS, "alliance");
	typography_apply(ctx, rules, p);
	assert_text(p->first, "Jouons ");
	assert_text(strong->first, "collectif");
	assert_text(strong->next, "\xE2\x80\xAF! L’");
	assert_text(p->last->first, "alliance");
	ruled_free(ctx, rules);
}

static void a_rule_works_where_it_says(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, "none");
	uint32_t file = files_add(ctx, STR("x.rules"),
				  STR("rule a\n  where titles captions\n  find un\n  put deux\n  yes un => deux\n"));
	ramure_node *document = node_new(ctx, RAMURE_BLOCKS, (ramure_span){ 0 });
	ramure_node *texts[4];

	(void)state;
	assert_true(rules_read(ctx, rules, file) && rules_try(ctx, rules));
	texts[0] = nodes_add(ctx, document, RAMURE_PARAGRAPH, "");
	nodes_add(ctx, texts[0], RAMURE_TEXT_RUN, "un");
	texts[1] = nodes_add(ctx, document, RAMURE_HEADING, "un");
	texts[2] = nodes_add(ctx, document, RAMURE_PARAGRAPH, "un");
	texts[3] = nodes_add(ctx, document, RAMURE_CAPTION, "un");
	typography_apply(ctx, rules, document);
	assert_text(texts[0]->last, "un");
	assert_text(texts[1]->first, "deux");
	assert_text(texts[2]->first, "un");
	assert_text(texts[3]->first, "deux");
	ruled_free(ctx, rules);
}

static void superscripts_become_nodes(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, "fr");
	ramure_node *p = node_new(ctx, RAMURE_PARAGRAPH, (ramure_span){ 0 });
	const ramure_node *n;

	(void)state;
	nodes_add(ctx, p, RAMURE_TEXT_RUN, "la 6ème Rencontre, le 3");
	nodes_add(ctx, p, RAMURE_SUPERSCRIPT, "ème");
	nodes_add(ctx, p, RAMURE_TEXT_RUN, " dîner");
	typography_apply(ctx, rules, p);
	n = p->first;
	assert_text(n, "la 6");
	assert_int_equal(n->next->type, RAMURE_SUPERSCRIPT);
	assert_text(n->next->first, "e");
	n = n->next->next;
	assert_text(n, "\xC2\xA0Rencontre, le 3");
	assert_int_equal(n->next->type, RAMURE_SUPERSCRIPT);
	assert_text(n->next->first, "e");
	n = n->next->next;
	assert_text(n, "\xC2\xA0"
		       "dîner");
	assert_null(n->next);
	ruled_free(ctx, rules);
}

static void emphasis_that_loses_its_words_goes_with_them(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, "fr");
	ramure_node *p = node_new(ctx, RAMURE_PARAGRAPH, (ramure_span){ 0 });
	const ramure_node *n;

	(void)state;
	nodes_add(ctx, p, RAMURE_TEXT_RUN, "le 1");
	nodes_add(ctx, nodes_add(ctx, p, RAMURE_STRONG, NULL), RAMURE_EMPHASIS, "er");
	nodes_add(ctx, p, RAMURE_TEXT_RUN, " rang");
	typography_apply(ctx, rules, p);
	n = p->first;
	assert_text(n, "le 1");
	assert_int_equal(n->next->type, RAMURE_SUPERSCRIPT);
	assert_text(n->next->first, "er");
	assert_text(n->next->next, "\xC2\xA0rang");
	assert_null(n->next->next->next);
	ruled_free(ctx, rules);
}

static void every_line_keeps_its_own_texts(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, "fr");
	ramure_node *document = node_new(ctx, RAMURE_BLOCKS, (ramure_span){ 0 });
	ramure_node *lines[3];

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		lines[i] = nodes_add(ctx, document, RAMURE_PARAGRAPH, NULL);
		nodes_add(ctx, lines[i], RAMURE_TEXT_RUN, i == 1 ? "" : "Oui ");
		nodes_add(ctx, lines[i], RAMURE_STRONG, i == 1 ? "rien" : "l'an 2");
		nodes_add(ctx, lines[i], RAMURE_TEXT_RUN, i == 1 ? "" : " !");
	}
	typography_apply(ctx, rules, document);
	for (size_t i = 0; i < 3; i += 2) {
		assert_text(lines[i]->first, "Oui ");
		assert_text(lines[i]->first->next->first, "l’an 2");
		assert_text(lines[i]->last, "\xE2\x80\xAF!");
	}
	assert_text(lines[1]->first->first, "rien");
	ruled_free(ctx, rules);
}

static void a_long_document_is_set_like_a_short_one(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, "fr");
	ramure_node *document = node_new(ctx, RAMURE_BLOCKS, (ramure_span){ 0 });
	const ramure_node *p;
	size_t count = 0;

	(void)state;
	for (size_t i = 0; i < 5000; i++) {
		ramure_node *line = nodes_add(ctx, document, RAMURE_PARAGRAPH, NULL);

		nodes_add(ctx, line, RAMURE_TEXT_RUN, "Oui, pour la 6ème rencontre des ");
		nodes_add(ctx, line, RAMURE_STRONG, "collectifs");
		nodes_add(ctx, line, RAMURE_TEXT_RUN, " !");
	}
	typography_apply(ctx, rules, document);
	for (p = document->first; p; p = p->next, count++) {
		const ramure_node *n = p->first;

		assert_text(n, "Oui, pour la 6");
		assert_int_equal(n->next->type, RAMURE_SUPERSCRIPT);
		assert_text(n->next->first, "e");
		assert_text(n->next->next->next->first, "collectifs");
		assert_text(p->last, "\xE2\x80\xAF!");
	}
	assert_int_equal(count, 5000);
	ruled_free(ctx, rules);
}

static void a_line_does_not_depend_on_the_others(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, "fr");
	ramure_str alone, beside;

	(void)state;
	alone = typography_text(ctx, ctx->arena, rules, STR("un mot — un autre"));
	beside = typography_text(ctx, ctx->arena, rules, STR("un mot — un autre\nrendez-vous à 14:30"));
	assert_true(beside.size > alone.size);
	beside.size = alone.size;
	assert_true(ramure_str_equal(alone, beside));
	ruled_free(ctx, rules);
}

static void code_is_left_alone(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, "fr");
	ramure_node *p = node_new(ctx, RAMURE_PARAGRAPH, (ramure_span){ 0 });
	ramure_node *code;

	(void)state;
	nodes_add(ctx, p, RAMURE_TEXT_RUN, "la commande ");
	code = node_new(ctx, RAMURE_CODE_SPAN, (ramure_span){ 0 });
	code->text = STR("a ? b : c !");
	node_append(p, code);
	nodes_add(ctx, p, RAMURE_TEXT_RUN, " ; voir https://a.fr/?x=1;y=2 !");
	typography_apply(ctx, rules, p);
	assert_true(ramure_str_equal(code->text, STR("a ? b : c !")));
	assert_text(code->next, "\xE2\x80\xAF; voir https://a.fr/?x=1;y=2\xE2\x80\xAF!");
	ruled_free(ctx, rules);
}

/* `(z|zz)+y` tries every way through what ends without a y, when there is one further on: its example is too short to
 * show it. */
static void a_rule_that_gives_up_says_where_and_once(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, "none");
	uint32_t file = files_add(ctx, STR("x.rules"),
				  STR("rule calm\n  find un\n  put deux\n  yes un => deux\n"
				      "rule hasty\n  find (?:z|zz)+y\n  put x\n  yes zzy => x\n"));
	ramure_node *document = node_new(ctx, RAMURE_BLOCKS, (ramure_span){ 0 });
	ramure_node *runs[3];

	(void)state;
	assert_true(rules_read(ctx, rules, file) && rules_try(ctx, rules));
	for (uint32_t i = 0; i < 3; i++) {
		runs[i] = nodes_add(ctx, nodes_add(ctx, document, RAMURE_PARAGRAPH, NULL), RAMURE_TEXT_RUN,
				    i ? "un zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz y" : "un zzy");
		runs[i]->span = (ramure_span){ file, 10 + i, 3, 1 };
	}
	typography_apply(ctx, rules, document);
	assert_text(runs[0], "deux x");
	assert_text(runs[2], "deux zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz y");
	assert_int_equal(ctx->diagnostics.kept, 1);
	assert_string_equal(ctx->diagnostics.first->name, "typography-limit");
	assert_int_equal(ctx->diagnostics.first->at.line, 11);
	assert_non_null(strstr(ctx->diagnostics.first->message.data, "'hasty'"));
	ruled_free(ctx, rules);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_look_across_emphasis),
		cmocka_unit_test(superscripts_become_nodes),
		cmocka_unit_test(a_rule_works_where_it_says),
		cmocka_unit_test(a_rule_that_gives_up_says_where_and_once),
		cmocka_unit_test(code_is_left_alone),
		cmocka_unit_test(emphasis_that_loses_its_words_goes_with_them),
		cmocka_unit_test(every_line_keeps_its_own_texts),
		cmocka_unit_test(a_long_document_is_set_like_a_short_one),
		cmocka_unit_test(a_line_does_not_depend_on_the_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
