/* Markdown to nodes: what is understood, and where it stands. */
#include "tests/unit/said.h"

#include "core/base/buf.h"
#include "core/document/document.h"
#include "core/source/footnotes.h"
#include "core/source/source.h"

#include <stdio.h>
#include <string.h>

typedef struct text {
	ramure_ctx *ctx;
	source_text piece;
} text;

static text text_of(ramure_str words)
{
	ramure_ctx *ctx = unit_ctx();
	uint32_t file = files_add(ctx, STR("a.md"), words);

	return (text){ ctx, source_text_of_file(ctx, file) };
}

static void check_blocks(const char *words, const char *dump, const char *said)
{
	text t = text_of((ramure_str){ words, strlen(words) });
	ramure_node *root = markdown_blocks(t.ctx, &t.piece);

	footnotes_check(t.ctx, t.piece.file);
	assert_string_equal(document_dump(t.ctx, root).data, dump);
	check_messages(t.ctx, said);
	ctx_free(t.ctx);
}

static void check_line(const char *words, const char *dump, const char *said)
{
	text t = text_of((ramure_str){ words, strlen(words) });

	assert_string_equal(document_dump(t.ctx, markdown_inline(t.ctx, &t.piece)).data, dump);
	footnotes_check(t.ctx, t.piece.file);
	check_messages(t.ctx, said);
	ctx_free(t.ctx);
}

static void what_is_kept_as_typed(void **state)
{
	(void)state;
	check_line("L\\'eau [14h **30**]{.tel-quel}\\*",
		   "phrase @1:1\n"
		   "  text \"L\" @1:1\n"
		   "  text \"'\" as-typed @1:2\n"
		   "  text \"eau \" @1:4\n"
		   "  text \"14h \" as-typed @1:9\n"
		   "  strong @1:13\n"
		   "    text \"30\" as-typed @1:15\n"
		   "  text \"*\" @1:31\n",
		   "");
	check_line("[[1]]{.raw} [2]{.Tel quel} [3]{#x}",
		   "phrase @1:1\n"
		   "  text \"[1]\" as-typed @1:2\n"
		   "  text \" \" @1:12\n"
		   "  text \"2\" as-typed @1:14\n"
		   "  text \" [3]{#x}\" @1:27\n",
		   "");
	check_line("]{.raw} [a]{.tel-qeul}", "phrase @1:1\n  text \"]{.raw} [a]{.tel-qeul}\" @1:1\n",
		   "1:12 unknown attribute '.tel-qeul'\n");
}

static void inlines_keep_their_places_on_indented_lines(void **state)
{
	(void)state;
	check_blocks("Un **gras**\n   et `code` ~~barré~~ a\\*b &amp; c\n",
		     "blocks @1:1\n"
		     "  paragraph @1:1\n"
		     "    text \"Un \" @1:1\n"
		     "    strong @1:4\n"
		     "      text \"gras\" @1:6\n"
		     "    text \" et \" @1:12\n"
		     "    code-span \"code\" @2:8\n"
		     "    text \" \" @2:13\n"
		     "    strike @2:14\n"
		     "      text \"barré\" @2:16\n"
		     "    text \" a*b & c\" @2:23\n",
		     "");
}

static void scripts_and_breaks_are_the_only_tags(void **state)
{
	(void)state;
	check_blocks("1<sup>er</sup> x^{e} \\^{non}<br>fin <!-- rien -->\n",
		     "blocks @1:1\n"
		     "  paragraph @1:1\n"
		     "    text \"1\" @1:1\n"
		     "    superscript @1:2\n"
		     "      text \"er\" @1:7\n"
		     "    text \" x\" @1:15\n"
		     "    superscript @1:17\n"
		     "      text \"e\" @1:17\n"
		     "    text \" ^{non}\" @1:21\n"
		     "    break @1:29\n"
		     "    text \"fin \" @1:33\n",
		     "");
	check_line("a <u>b", "phrase @1:1\n  text \"a b\" @1:1\n", "1:3 the tag '<u>' is not understood\n");
	check_line("a <sub>b", "phrase @1:1\n  text \"a \" @1:1\n  subscript @1:3\n    text \"b\" @1:8\n",
		   "1:3 '<sub>' is never closed\n");
	check_blocks("<!-- a\n\nb --> reste\n", "blocks @1:1\n  paragraph @3:7\n    text \"reste\" @3:7\n", "");
	check_blocks("<!-- a\n", "blocks @1:1\n", "1:1 this comment is never closed\n");
}

static void a_field_is_one_line_whatever_it_begins_with(void **state)
{
	(void)state;
	check_line("1. # - **x** y",
		   "phrase @1:1\n"
		   "  text \"1. # - \" @1:1\n"
		   "  strong @1:8\n"
		   "    text \"x\" @1:10\n"
		   "  text \" y\" @1:13\n",
		   "");
	check_line("2020. Une année", "phrase @1:1\n  text \"2020. Une année\" @1:1\n", "");
	check_line(" un\n ---\n  deux ", "phrase @1:2\n  text \"un  ---   deux\" @1:2\n", "");
}

static void captions_sources_and_signatures_find_their_place(void **state)
{
	(void)state;
	check_blocks("| a |\n|--:|\n| b |\nTableau : T\nSource : S\n\n> q\n> — Moi\n",
		     "blocks @1:1\n"
		     "  table columns=1 header=1 1:end @1:1\n"
		     "    caption of-table @4:1\n"
		     "      text \"T\" @4:11\n"
		     "    row header @1:1\n"
		     "      cell header @1:2\n"
		     "        paragraph @1:2\n"
		     "          text \"a\" @1:3\n"
		     "    row @3:1\n"
		     "      cell @3:2\n"
		     "        paragraph @3:2\n"
		     "          text \"b\" @3:3\n"
		     "    source @5:1\n"
		     "      text \"Source : S\" @5:1\n"
		     "  quote @7:1\n"
		     "    paragraph @7:3\n"
		     "      text \"q\" @7:3\n"
		     "    attribution @8:1\n"
		     "      text \"Moi\" @8:1\n",
		     "");
}

static void of_two_captions_below_a_table_the_second_stays_its_row(void **state)
{
	(void)state;
	check_blocks("| a |\n|---|\n| b |\nSource : S\nSource : R<br>Q\n",
		     "blocks @1:1\n"
		     "  table columns=1 header=1 @1:1\n"
		     "    row header @1:1\n"
		     "      cell header @1:2\n"
		     "        paragraph @1:2\n"
		     "          text \"a\" @1:3\n"
		     "    row @3:1\n"
		     "      cell @3:2\n"
		     "        paragraph @3:2\n"
		     "          text \"b\" @3:3\n"
		     "    row @5:1\n"
		     "      cell @5:1\n"
		     "        paragraph @5:1\n"
		     "          text \"Source : R\" @5:1\n"
		     "          break @5:11\n"
		     "          text \"Q\" @5:15\n"
		     "    source @4:1\n"
		     "      text \"Source : S\" @4:1\n",
		     "");
	check_blocks("| a |\n|---|\n| b |\nSource : S<br>Q\n",
		     "blocks @1:1\n"
		     "  table columns=1 header=1 @1:1\n"
		     "    row header @1:1\n"
		     "      cell header @1:2\n"
		     "        paragraph @1:2\n"
		     "          text \"a\" @1:3\n"
		     "    row @3:1\n"
		     "      cell @3:2\n"
		     "        paragraph @3:2\n"
		     "          text \"b\" @3:3\n"
		     "    row @4:1\n"
		     "      cell @4:1\n"
		     "        paragraph @4:1\n"
		     "          text \"Q\" @4:15\n"
		     "    source @4:1\n"
		     "      text \"Source : S\" @4:1\n",
		     "");
}

/* The sides of a table's columns whose cells are these, one under the other; each in a column of its own. */
static void check_sides(const char *cells, const char *dashes, ramure_align expected)
{
	char source[256];
	int size = snprintf(source, sizeof source, "| a |\n|%s|\n", dashes);
	const ramure_node *table;
	text t;

	for (const char *cell = cells; *cell; cell += strcspn(cell, "|"), cell += *cell == '|')
		size += snprintf(source + size, sizeof source - (size_t)size, "| %.*s |\n", (int)strcspn(cell, "|"),
				 cell);
	t = text_of((ramure_str){ source, (size_t)size });
	table = markdown_blocks(t.ctx, &t.piece)->first;
	assert_int_equal(table->type, RAMURE_TABLE);
	if (table->table->columns[0].align != expected)
		fail_msg("'%s' stands at the wrong side", cells);
	ctx_free(t.ctx);
}

static void columns_of_numbers_stand_at_the_right(void **state)
{
	(void)state;
	check_sides("12|1 240|12 904", "---", RAMURE_END);
	check_sides("8 M€|1 250 000 €|**3,50 €**|", "---", RAMURE_END);
	check_sides("+12 %|−20,8 %|-3", "---", RAMURE_END);
	check_sides("1|2| |4", "---", RAMURE_END);
	check_sides("12|1 240", ":--", RAMURE_START);
	check_sides("2019|2020|2021", "---", RAMURE_START);
	check_sides("23/06/2020|24/06/2020", "---", RAMURE_START);
	check_sides("06 12 34 56 78|07 12 34 56 78", "---", RAMURE_START);
	check_sides("12|douze", "---", RAMURE_START);
	check_sides("12 associations|13 mairies", "---", RAMURE_START);
	check_sides("1|[2](#x)", "---", RAMURE_START);
	check_sides("un|deux", "---", RAMURE_START);
}

static void cells_beyond_the_header_are_not_lost_in_silence(void **state)
{
	text t = text_of(STR("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| x \\| y | z |\n"));

	(void)state;
	markdown_blocks(t.ctx, &t.piece);
	check_messages(t.ctx, "3:1 this row has 3 cells, the table has 2 columns\n");
	ctx_free(t.ctx);
}

static void attributes_name_park_and_widen(void **state)
{
	(void)state;
	check_blocks("## A {#nom .wide}\n\n## B {a, b}\n\n## C {hiden}\n\n## D \\{#x}\n",
		     "blocks @1:1\n"
		     "  heading level=2 #nom @1:1\n"
		     "    text \"A\" @1:4\n"
		     "  heading level=2 @3:1\n"
		     "    text \"B {a, b}\" @3:4\n"
		     "  heading level=2 @5:1\n"
		     "    text \"C\" @5:4\n"
		     "  heading level=2 @7:1\n"
		     "    text \"D {#x}\" @7:4\n",
		     "5:7 unknown attribute 'hiden'\n");
}

static void notes_are_called_and_written_once(void **state)
{
	(void)state;
	check_blocks("a[^1]\n\n[^1]: Une note.\n",
		     "blocks @1:1\n"
		     "  paragraph @1:1\n"
		     "    text \"a\" @1:1\n"
		     "    call #1 @1:2\n",
		     "");
	check_blocks("a[^1] b[^x] c\\[^y]\n\n[^1]: u\n\n[^z]: v\n\n[^1]: w\n",
		     "blocks @1:1\n"
		     "  paragraph @1:1\n"
		     "    text \"a\" @1:1\n"
		     "    call #1 @1:2\n"
		     "    text \" b\" @1:6\n"
		     "    call #x @1:8\n"
		     "    text \" c[^y]\" @1:12\n",
		     "7:1 the note '[^1]' is written twice, first at line 3\n"
		     "1:8 no note is written for '[^x]'\n"
		     "5:1 nobody calls the note '[^z]'\n");
}

static void a_note_may_begin_the_text(void **state)
{
	(void)state;
	check_blocks("[^1]: u\n\na[^1]\n",
		     "blocks @1:1\n"
		     "  paragraph @3:1\n"
		     "    text \"a\" @3:1\n"
		     "    call #1 @3:2\n",
		     "");
	check_blocks("[^1]: u\n\n[^1]: w\n", "blocks @1:1\n",
		     "3:1 the note '[^1]' is written twice, first at line 1\n"
		     "1:1 nobody calls the note '[^1]'\n");
}

static void each_address_with_spaces_is_told_at_its_place(void **state)
{
	(void)state;
	check_blocks("[é](b .c) é [d](e .f)\n[g](h .i)\n",
		     "blocks @1:1\n"
		     "  paragraph @1:1\n"
		     "    text \"[é](b .c) é [d](e .f) [g](h .i)\" @1:1\n",
		     "1:5 'b .c' has spaces: nothing is linked or shown here\n"
		     "1:17 'e .f' has spaces: nothing is linked or shown here\n"
		     "2:5 'h .i' has spaces: nothing is linked or shown here\n");
}

static void a_fence_is_a_block_or_code_and_must_close(void **state)
{
	(void)state;
	check_blocks("- un\n\n  ```agenda {#nom}\n  a: é\n    b\n  ```\n\n```c\nint x;\n",
		     "blocks @1:1\n"
		     "  list @1:1\n"
		     "    item @1:1\n"
		     "      paragraph @1:3\n"
		     "        text \"un\" @1:3\n"
		     "      block word \"agenda\" body \"a: é\\n  b\\n\" @3:3\n"
		     "  code language \"c\" \"int x;\" @8:1\n",
		     "8:1 this block is never closed: everything after it would belong to it\n");
}

/* One message, and what its hint shows; none for what is meant. */
static void signs_that_did_nothing_are_told(void **state)
{
	static const struct {
		const char *typed, *message, *hint;
	} cases[] = {
		{ "#Titre", "1:1 this is no title", "write '# Titre'; for the sign itself, '\\#Titre'" },
		{ "un\n##\u00A0Deux", "2:1 this is no title", "write '## Deux'" },
		{ "-Un\n", "1:1 this is no item", "write '- Un'" },
		{ "-\u00A0Un", "1:1 this is no item", "write '- Un'" },
		{ "Un :\n• deux", "2:1 this is no item", "write '- deux'" },
		{ "| a | b |\n| 1 | 2 |", "1:1 this is no table: a line of dashes is missing",
		  "write '|---|---|' below it" },
		{ "| a | b | c |\n|---|---|\n", "2:1 this is no table: its line", "write '|---|---|---|' here" },
		{ "Un **mot", "1:4 '**' makes nothing bold", "'\\*\\*'" },
		{ "Un ** mot ** fin", "1:4 '**' makes nothing bold", "right before the first word" },
		{ "[Un] (https://a.org)", "1:1 this links nothing", "write '[Un](https://a.org)'" },
		{ "Un ** mot** fin", "1:10 '**' makes nothing bold", "right before the first word" },
		{ "![Un] (a.png){width=4%}", "1:1 '![' shows no image", "write '![Un](a.png)'" },
		{ "![Un](a.png", "1:1 '![' shows no image", "write '![Un](a.png)'" },
		{ "![Un", "1:1 '![' shows no image", "write '![what it shows](photo.jpg)'" },
		{ "[a](b) {largeur=4%}", "1:8 '{largeur=4%}' does nothing", "right behind an image" },
		{ "Un mot {#nom}.", "1:8 '{#nom}' does nothing", "'\\{'" },
		{ "## Un {caché", "1:7 '{caché' does nothing", "close it: '{caché}'" },
		/* What is meant. */
		{ "\\#Titre\n\\##Titre", NULL, NULL },
		{ "#un #deux", NULL, NULL },
		{ "2 ** 3 ** 4", NULL, NULL },
		{ "[Un] (une note), !\\[Un] (https://a.org)", NULL, NULL },
		{ "#1 des ventes", NULL, NULL },
		{ "-5 degrés\n— Bonjour\n– Bonsoir", NULL, NULL },
		{ "| un bord", NULL, NULL },
		{ "\\*\\*mot et a ** b et ****", NULL, NULL },
		{ "!\\[Un] et !", NULL, NULL },
		{ "Un \\{caché} et {a, b} et [x]{.tel-quel}", NULL, NULL },
		{ "## Un {#nom .wide}", NULL, NULL },
		{ "`#Titre **` et `![`", NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		text t = text_of((ramure_str){ cases[i].typed, strlen(cases[i].typed) });
		const diagnostic *d;
		const char *said;

		markdown_blocks(t.ctx, &t.piece);
		d = t.ctx->diagnostics.first;
		said = d ? ramure_format(t.ctx, "%u:%u %.*s", d->at.line, d->at.column, (int)d->message.size,
					 d->message.data)
				       .data
			 : "";
		if (!cases[i].message
			    ? d != NULL
			    : !d || d->next || strncmp(said, cases[i].message, strlen(cases[i].message)) != 0 ||
				      !strstr(d->hint.data, cases[i].hint))
			fail_msg("%s\n  %s\n  %s", cases[i].typed, said, d ? d->hint.data : "");
		ctx_free(t.ctx);
	}
}

static void an_unclosed_block_is_told_where_to_end(void **state)
{
	static const struct {
		const char *typed, *hint;
	} cases[] = {
		{ "```c\na\nb\n\n## Suite\n", "after line 3, end it with a line of its own: ```" },
		{ "```c\na\n\n```agenda\n- b\n", "after line 2, end it" },
		{ "~~~c\na\n```\n\nb\n", "on line 3, write this and nothing else: ~~~" },
		{ "```c\na\n```.\n", "on line 3, write this and nothing else: ```" },
		{ "````c\na\n```\n", "on line 3, write this and nothing else: ````" },
		{ "```c", "after line 1, end it" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		text t = text_of((ramure_str){ cases[i].typed, strlen(cases[i].typed) });

		markdown_blocks(t.ctx, &t.piece);
		assert_int_equal(t.ctx->diagnostics.counts[SEVERITY_ERROR], 1);
		if (!strstr(t.ctx->diagnostics.first->hint.data, cases[i].hint))
			fail_msg("%s\n  %s", cases[i].typed, t.ctx->diagnostics.first->hint.data);
		ctx_free(t.ctx);
	}
}

/* A quote ends the block in it, whatever stands behind. */
static void the_end_of_a_block_is_looked_for_where_it_stands(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	ramure_str words = STR("> ```\n> a\n\nUn\n\n```.\n");
	source_text piece = source_text_of_file(ctx, files_add(ctx, STR("b.md"), words));

	(void)state;
	markdown_blocks(ctx, &piece);
	assert_non_null(ctx->diagnostics.first);
	assert_non_null(strstr(ctx->diagnostics.first->hint.data, "after line 2,"));
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_kept_as_typed),
		cmocka_unit_test(inlines_keep_their_places_on_indented_lines),
		cmocka_unit_test(scripts_and_breaks_are_the_only_tags),
		cmocka_unit_test(a_field_is_one_line_whatever_it_begins_with),
		cmocka_unit_test(captions_sources_and_signatures_find_their_place),
		cmocka_unit_test(of_two_captions_below_a_table_the_second_stays_its_row),
		cmocka_unit_test(columns_of_numbers_stand_at_the_right),
		cmocka_unit_test(cells_beyond_the_header_are_not_lost_in_silence),
		cmocka_unit_test(attributes_name_park_and_widen),
		cmocka_unit_test(notes_are_called_and_written_once),
		cmocka_unit_test(a_note_may_begin_the_text),
		cmocka_unit_test(each_address_with_spaces_is_told_at_its_place),
		cmocka_unit_test(a_fence_is_a_block_or_code_and_must_close),
		cmocka_unit_test(signs_that_did_nothing_are_told),
		cmocka_unit_test(an_unclosed_block_is_told_where_to_end),
		cmocka_unit_test(the_end_of_a_block_is_looked_for_where_it_stands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
