/* test-typography-any.c: any text: set twice it is the same, in parts as whole, in time. */
#include "tests/unit/nodes.h"
#include "tests/unit/ruled.h"

#include "core/base/buf.h"

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

static void assert_same_lines(ramure_str wanted, ramure_str got)
{
	for (size_t i = 0, j = 0; i < wanted.size && j < got.size;) {
		size_t before = line_size(wanted, i), after = line_size(got, j);

		if (before != after || memcmp(wanted.data + i, got.data + j, before) != 0)
			fail_msg("%.*s | %.*s", (int)before, wanted.data + i, (int)after, got.data + j);
		i += before + 1;
		j += after + 1;
	}
	assert_int_equal(wanted.size, got.size);
}

static void check_second_pass(const char *lang)
{
	enum { SEED = 20201123, LINES = 20000 };
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, lang);
	ramure_str once = typography_text(ctx, ctx->arena, rules, random_lines(ctx, SEED, LINES));

	assert_same_lines(once, typography_text(ctx, ctx->arena, rules, once));
	ruled_free(ctx, rules);
}

static void a_second_pass_changes_no_line_of_any_signs(void **state)
{
	(void)state;
	check_second_pass("fr");
	check_second_pass("en");
}

/* The examples of all rules, before the change. */
static ramure_str examples_of(ramure_ctx *ctx, const typography *rules)
{
	buf lines = buf_on(ctx->arena);

	for (size_t i = 0; i < rules->count; i++)
		for (const rule_example *e = rules->rules[i].examples; e; e = e->next) {
			buf_put_str(&lines, rules_show(ctx->arena, rules_unfold(ctx, e->before)));
			buf_putc(&lines, '\n');
		}
	return buf_str(&lines);
}

static void check_passed_over(const char *lang)
{
	enum { SEED = 20210112, LINES = 4000 };
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, lang);
	ramure_str texts[] = { examples_of(ctx, rules), random_lines(ctx, SEED, LINES) };
	ramure_str quickly[] = { typography_text(ctx, ctx->arena, rules, texts[0]),
				 typography_text(ctx, ctx->arena, rules, texts[1]) };

	for (size_t i = 0; i < rules->count; i++) {
		rules->rules[i].needs = 0;
		rules->rules[i].hold_count = 0;
	}
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_same_lines(typography_text(ctx, ctx->arena, rules, texts[i]), quickly[i]);
	ruled_free(ctx, rules);
}

static void no_rule_passes_over_a_line_on_which_it_has_work(void **state)
{
	(void)state;
	check_passed_over("fr");
	check_passed_over("en");
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
	typography *rules = ruled_load(ctx, "fr");
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
	for (size_t at = 0, i = 0, size; at < lines.size && i < count; at += size + 1) {
		ramure_str line = { lines.data + at, size = line_size(lines, at) }, whole;
		buf got = buf_on(ctx->arena);

		if (memchr(line.data, '^', size) || memchr(line.data, '<', size))
			continue;
		put_words(&got, paragraphs[i++]->first);
		whole = typography_text(ctx, ctx->arena, rules, line);
		if (!ramure_str_equal(buf_str(&got), whole))
			fail_msg("%.*s | %.*s", (int)whole.size, whole.data, (int)got.size, got.data);
	}
	ruled_free(ctx, rules);
}

static void no_text_stalls_the_rules(void **state)
{
	static const char *const cruel[] = { "!", "\"", "« ", "1", "a\"", "1 000 ",
					     "A", "'",  "(",  "e", "IVX", "\xCC\x81" };
	ramure_ctx *ctx = ruled_ctx();
	typography *rules = ruled_load(ctx, "fr");

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
	ruled_free(ctx, rules);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_second_pass_changes_no_line_of_any_signs),
		cmocka_unit_test(no_rule_passes_over_a_line_on_which_it_has_work),
		cmocka_unit_test(a_text_in_parts_is_set_as_a_whole_one),
		cmocka_unit_test(no_text_stalls_the_rules),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
