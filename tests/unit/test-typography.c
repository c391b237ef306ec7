/* Typography: every example of every rule, places across emphasis, texts made to hurt. */
#include "tests/unit/nodes.h"

#include "core/base/buf.h"
#include "core/document/document.h"
#include "core/typography/rules.h"

#include <string.h>

static ramure_ctx *ruled_ctx(void)
{
	ramure_ctx *ctx = unit_ctx();

	ctx->request.typography_path = TYPOGRAPHY_RULES;
	return ctx;
}

static typography *load(ramure_ctx *ctx, const char *lang)
{
	typography *rules = typography_load(ctx, (ramure_string){ .text = { lang, strlen(lang) } }, (ramure_list){ 0 },
					    (ramure_path){ 0 });

	assert_non_null(rules);
	return rules;
}

static void say_messages(ramure_ctx *ctx)
{
	for (const diagnostic *d = ctx->diagnostics.first; d; d = d->next)
		print_message("line %u: %.*s\n", d->at.line, (int)d->message.size, d->message.data);
}

static void check_language(const char *lang)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, lang);
	bool good = rules_try(ctx, rules);

	say_messages(ctx);
	assert_true(good);
	typography_release(rules);
	ctx_free(ctx);
}

static void every_french_example_holds(void **state)
{
	(void)state;
	check_language("fr");
}

static void every_english_example_holds(void **state)
{
	(void)state;
	check_language("en");
}

static void a_second_pass_changes_nothing(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, "fr");

	(void)state;
	for (size_t i = 0; i < rules->count; i++)
		for (const rule_example *e = rules->rules[i].examples; e; e = e->next) {
			ramure_str once = typography_text(ctx, ctx->arena, rules, rules_show(ctx->arena, e->before));
			ramure_str twice = typography_text(ctx, ctx->arena, rules, once);

			if (!ramure_str_equal(once, twice))
				print_message("%.*s | %.*s\n", (int)once.size, once.data, (int)twice.size, twice.data);
			assert_true(ramure_str_equal(once, twice));
		}
	typography_release(rules);
	ctx_free(ctx);
}

/* Lines that nobody types, of what rules look for; the same ones on every machine. */
static ramure_str random_lines(ramure_ctx *ctx, uint32_t seed, size_t count)
{
	static const char *const pieces[] = {
		"a",      "b",    "c",  "e",     "h",      "l",   "m",    "n",   "o",   "r",  "A",     "M",
		"O",      "P",    "E",  "I",     "V",      "X",   "0",    "1",   "2",   "4",  "5",     "9",
		" ",      " ",    "  ", ".",     ",",      ";",   ":",    "!",   "?",   "'",  "\"",    "(",
		")",      "[",    "]",  "-",     "/",      "%",   "°",    "€",   "$",   "&",  "#",     "@",
		"*",      "_",    "+",  "=",     "<",      ">",   "{",    "}",   "^",   "~",  "|",     "\\",
		"`",      "´",    "‘",  "’",     "“",      "”",   "«",    "»",   "–",   "—",  "…",     "\xC2\xA0",
		"²",      "œ",    "é",  "è",     "À",      "É",   "§",    "‰",   "er",  "e ", "ème",   "ère",
		"nd",     "n°",   "M.", "Mme",   "Dr",     "etc", " km",  " h ", "kg",  "oe", "ae",    "mars",
		"http:/", "www.", "^{", "<sup>", "</sup>", "--",  "...",  " : ", " ?",  "« ", " »",    "1 000",
		"19",     "min",  "m2", "art.",  "p. ",    "J.",  "Etat", "A ",  "XXI", "Ve", "c'est", "l'",
	};
	enum { PIECES = sizeof pieces / sizeof *pieces, MOST = 24, FEW = 6 };
	buf lines = buf_on(ctx->arena);

	for (size_t i = 0; i < count; i++) {
		uint32_t kind = seed >> 16, first = seed >> 8;
		size_t size = 1 + (seed >> 12) % MOST;

		/* Every other line repeats a few of them. */
		for (size_t n = 0; n < size; n++) {
			seed = seed * 1664525u + 1013904223u;
			buf_puts(&lines, pieces[(kind % 2 ? first + (seed >> 16) % FEW * 17 : seed >> 16) % PIECES]);
		}
		seed = seed * 1664525u + 1013904223u;
		buf_putc(&lines, '\n');
	}
	return buf_str(&lines);
}

static size_t line_size(ramure_str s, size_t at)
{
	const char *end = memchr(s.data + at, '\n', s.size - at);

	return end ? (size_t)(end - s.data) - at : s.size - at;
}

static void check_second_pass(const char *lang)
{
	enum { SEED = 20201123, LINES = 20000 };
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, lang);
	ramure_str once = typography_text(ctx, ctx->arena, rules, random_lines(ctx, SEED, LINES));
	ramure_str twice = typography_text(ctx, ctx->arena, rules, once);

	for (size_t i = 0, j = 0; i < once.size && j < twice.size;) {
		size_t before = line_size(once, i), after = line_size(twice, j);

		if (before != after || memcmp(once.data + i, twice.data + j, before) != 0)
			fail_msg("%.*s | %.*s", (int)before, once.data + i, (int)after, twice.data + j);
		i += before + 1;
		j += after + 1;
	}
	assert_int_equal(once.size, twice.size);
	typography_release(rules);
	ctx_free(ctx);
}

static void a_second_pass_changes_no_line_of_any_signs(void **state)
{
	(void)state;
	check_second_pass("fr");
	check_second_pass("en");
}

static void assert_text(const ramure_node *node, const char *words)
{
	assert_int_equal(node->type, RAMURE_TEXT_RUN);
	if (node->text.size != strlen(words) || memcmp(node->text.data, words, node->text.size) != 0)
		fail_msg("'%.*s' instead of '%s'", (int)node->text.size, node->text.data, words);
}

/* A text with its superscripts as ^{e}. */
static void put_words(buf *out, const ramure_node *node)
{
	for (; node; node = node->next) {
		if (node->type == RAMURE_SUPERSCRIPT && out->size && out->data[out->size - 1] == '}')
			out->size--; /* it goes on */
		else if (node->type == RAMURE_SUPERSCRIPT)
			buf_puts(out, "^{");
		buf_put_str(out, node->text);
		if (node->first)
			put_words(out, node->first);
		if (node->type == RAMURE_SUPERSCRIPT)
			buf_puts(out, "}");
	}
}

/* A line as emphasised and plain parts in turn, of up to seven bytes each and whole signs. */
static ramure_node *parted(ramure_ctx *ctx, ramure_node *document, ramure_str line, uint32_t *seed)
{
	ramure_node *paragraph = nodes_add(ctx, document, RAMURE_PARAGRAPH, NULL);

	for (size_t from = 0, to; from < line.size; from = to) {
		ramure_node *part = paragraph;

		*seed = *seed * 1664525u + 1013904223u;
		to = from + 1 + (*seed >> 16) % 7;
		while (to < line.size && ((unsigned char)line.data[to] & 0xC0) == 0x80)
			to++;
		to = to < line.size ? to : line.size;
		if (*seed >> 24 & 1)
			part = nodes_add(ctx, paragraph, RAMURE_STRONG, NULL);
		part = nodes_add(ctx, part, RAMURE_TEXT_RUN, "");
		part->text = (ramure_str){ line.data + from, to - from };
	}
	return paragraph;
}

static void a_text_in_parts_is_set_as_a_whole_one(void **state)
{
	enum { SEED = 20200623, LINES = 4000 };
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, "fr");
	ramure_str lines = random_lines(ctx, SEED, LINES);
	ramure_node *document = node_new(ctx, RAMURE_BLOCKS, (ramure_span){ 0 });
	ramure_node *paragraphs[LINES] = { NULL };
	uint32_t seed = SEED;
	size_t count = 0;

	(void)state;
	for (size_t at = 0, size; at < lines.size; at += size + 1) {
		ramure_str line = { lines.data + at, size = line_size(lines, at) };

		/* Superscripts of a plain text are no nodes. */
		if (memchr(line.data, '^', size) || memchr(line.data, '<', size))
			continue;
		paragraphs[count++] = parted(ctx, document, line, &seed);
	}
	assert_true(count > LINES / 2);
	typography_apply(ctx, rules, document);
	for (size_t at = 0, i = 0, size; at < lines.size; at += size + 1) {
		ramure_str line = { lines.data + at, size = line_size(lines, at) }, whole;
		buf got = buf_on(ctx->arena);

		if (memchr(line.data, '^', size) || memchr(line.data, '<', size))
			continue;
		put_words(&got, paragraphs[i++]->first);
		whole = typography_text(ctx, ctx->arena, rules, line);
		if (!ramure_str_equal(buf_str(&got), whole))
			fail_msg("%.*s | %.*s", (int)whole.size, whole.data, (int)got.size, got.data);
	}
	typography_release(rules);
	ctx_free(ctx);
}

static void rules_look_across_emphasis(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, "fr");
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
	typography_release(rules);
	ctx_free(ctx);
}

/* The rules of a text in memory, alone, and what is said of them. */
static void check_rules(const char *words, const char *said)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, "none");
	uint32_t file = files_add(ctx, STR("x.rules"), (ramure_str){ words, strlen(words) });
	buf got = buf_on(ctx->arena);

	if (rules_read(ctx, rules, file))
		rules_try(ctx, rules);
	buf_puts(&got, "");
	for (const diagnostic *d = ctx->diagnostics.first; d; d = d->next)
		buf_format(&got, "%u:%u %.*s\n", d->at.line, d->at.column, (int)d->message.size, d->message.data);
	assert_string_equal(got.data, said);
	typography_release(rules);
	ctx_free(ctx);
}

static void slips_of_a_rules_file_are_told_at_their_line(void **state)
{
	(void)state;
	check_rules("let ONE un\nrule a\n  find %ONE%\n  put deux\n  yes un => deux\n  no trois\n", "");
	check_rules("rule a\n  find (a\n  put b\n  no c\n",
		    "2:8 the pattern of the rule 'a' is broken: missing closing parenthesis\n");
	check_rules("rule a\n  find (a|aa)+$ x?\n  put b\n  no c\n",
		    "2:8 the pattern of the rule 'a' needs too many steps on a long line\n");
	check_rules("protect a\n  find b\n  no b\nprotect c\n  find (a|aa)+$ x?\n  no d\n",
		    "5:8 the pattern of the rule 'c' needs too many steps on a long line\n");
	check_rules("rule a\n  find (?R)\n  put b\n  no c\n",
		    "2:8 the pattern of the rule 'a' needs too many steps on a long line\n");
	check_rules("rule a\n  find x\n  put y\n  yes x => z\n  no x\n", "4:7 the example of the rule 'a' gives 'y'\n"
									 "5:6 the example of the rule 'a' gives 'y'\n");
	check_rules("rule a\n  find x\n  put xx\n  yes x => xx\n",
		    "4:7 a second pass makes 'xxxx' of this example of the rule 'a'\n");
	check_rules("rule a\n  find x\n  put y\n  no z\nrule a\n  find z\n  put y\n  no x\n",
		    "5:6 another rule is called 'a' already\n");
	check_rules("rule a\n  found x\n  put y\n  no z\n", "2:3 unknown word 'found'\n"
							    "1:1 this rule has nothing to find\n");
	check_rules("rule a\n  where text moon\n  find %X%\n  put y\n  no z\n", "2:9 no place is called 'moon'\n"
										"3:8 no 'let' says what 'X' is\n");
	check_rules("rule\n  find x\n", "1:1 this rule has no name\n1:1 this rule does not say what to put\n");
	check_rules("rule a\n  find x\n  put y\n", "1:1 this rule has no example\n");
	check_rules("rule a\n  find (x)\n  put \\2\n  no y\n", "2:8 '\\2' is put, and the pattern has no such group\n");
	check_rules("  find x\n", "1:3 'find' stands before any rule\n");
	check_rules("let\n", "1:1 'let' wants a name and words\n");
	check_rules("", "");
}

static void a_rule_works_where_it_says(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, "none");
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
	typography_release(rules);
	ctx_free(ctx);
}

static void superscripts_become_nodes(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, "fr");
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
	typography_release(rules);
	ctx_free(ctx);
}

static void emphasis_that_loses_its_words_goes_with_them(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, "fr");
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
	typography_release(rules);
	ctx_free(ctx);
}

static void every_line_keeps_its_own_texts(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, "fr");
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
	typography_release(rules);
	ctx_free(ctx);
}

static void a_line_does_not_depend_on_the_others(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, "fr");
	ramure_str alone, beside;

	(void)state;
	alone = typography_text(ctx, ctx->arena, rules, STR("un mot — un autre"));
	beside = typography_text(ctx, ctx->arena, rules, STR("un mot — un autre\nrendez-vous à 14:30"));
	assert_true(beside.size > alone.size);
	beside.size = alone.size;
	assert_true(ramure_str_equal(alone, beside));
	typography_release(rules);
	ctx_free(ctx);
}

static void code_is_left_alone(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, "fr");
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
	typography_release(rules);
	ctx_free(ctx);
}

static void no_text_stalls_the_rules(void **state)
{
	static const char *const cruel[] = { "!", "\"", "« ", "1", "a\"", "1 000 ",
					     "A", "'",  "(",  "e", "IVX", "\xCC\x81" };
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, "fr");

	(void)state;
	for (size_t i = 0; i < sizeof cruel / sizeof *cruel; i++) {
		size_t size = strlen(cruel[i]), count = 200000 / size;
		char *text = ramure_alloc(ctx, size * count + 1);
		ramure_str result;

		for (size_t n = 0; n < count; n++)
			memcpy(text + n * size, cruel[i], size);
		result = typography_text(ctx, ctx->arena, rules, (ramure_str){ text, size * count });
		assert_true(result.size > 0);
	}
	typography_release(rules);
	ctx_free(ctx);
}

/* `(z|zz)+y` tries every way through what ends without a y, when there is one further on: its example is too short to
 * show it. */
static void a_rule_that_gives_up_says_where_and_once(void **state)
{
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = load(ctx, "none");
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
	typography_release(rules);
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_french_example_holds),
		cmocka_unit_test(every_english_example_holds),
		cmocka_unit_test(a_second_pass_changes_nothing),
		cmocka_unit_test(a_second_pass_changes_no_line_of_any_signs),
		cmocka_unit_test(a_text_in_parts_is_set_as_a_whole_one),
		cmocka_unit_test(rules_look_across_emphasis),
		cmocka_unit_test(superscripts_become_nodes),
		cmocka_unit_test(slips_of_a_rules_file_are_told_at_their_line),
		cmocka_unit_test(a_rule_works_where_it_says),
		cmocka_unit_test(a_rule_that_gives_up_says_where_and_once),
		cmocka_unit_test(code_is_left_alone),
		cmocka_unit_test(no_text_stalls_the_rules),
		cmocka_unit_test(emphasis_that_loses_its_words_goes_with_them),
		cmocka_unit_test(every_line_keeps_its_own_texts),
		cmocka_unit_test(a_line_does_not_depend_on_the_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
