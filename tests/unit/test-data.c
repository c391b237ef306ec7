/* The data dialect: ordinary French read as meant, or answered by the line to type. */
#include "tests/unit/unit.h"

#include "core/base/buf.h"
#include "core/source/data.h"

#include <stdlib.h>
#include <string.h>

static data_value *read_text(ramure_ctx *ctx, ramure_str text)
{
	source_text piece = source_text_of_file(ctx, files_add(ctx, STR("bloc.md"), text));

	return data_read(ctx, &piece);
}

/* A value as one line: texts between bars, absent ones as ~. */
static void put_value(buf *out, const data_value *v)
{
	if (!v || v->absent) {
		buf_putc(out, '~');
		return;
	}
	if (v->type == DATA_SCALAR) {
		buf_putc(out, '|');
		for (size_t i = 0; i < v->text.text.size; i++)
			buf_putc(out, v->text.text.data[i] == '\n' ? '/' : v->text.text.data[i]);
		buf_putc(out, '|');
		return;
	}
	buf_putc(out, v->type == DATA_LIST ? '[' : '{');
	for (const data_value *m = v->first; m; m = m->next) {
		if (m != v->first)
			buf_putc(out, ' ');
		if (v->type == DATA_MAP) {
			buf_put_str(out, m->key.text);
			buf_putc(out, '=');
		}
		put_value(out, m);
	}
	buf_putc(out, v->type == DATA_LIST ? ']' : '}');
}

typedef struct line {
	const char *typed;
	const char *meant;   /* as put_value() says it, or the message */
	const char *to_type; /* what the hint shows; NULL when the text is read as meant */
} line;

/* What people type who know French and not YAML. */
static const line french[] = {
	{ "titre: Réunion du 23 juin", "{titre=|Réunion du 23 juin|}", NULL },
	{ "titre : Réunion", "{titre=|Réunion|}", NULL },
	{ "titre\u00A0: Réunion", "{titre=|Réunion|}", NULL },
	{ "titre :\u00A0Réunion", "{titre=|Réunion|}", NULL },
	{ "titre: L'intérêt général : l'affaire de tous !", "{titre=|L'intérêt général : l'affaire de tous !|}", NULL },
	{ "titre: 35 % des réponses", "{titre=|35 % des réponses|}", NULL },
	{ "titre: % de réponses", "{titre=|% de réponses|}", NULL },
	{ "titre: « Agir », disent-ils", "{titre=|« Agir », disent-ils|}", NULL },
	{ "titre: *Agir* dès maintenant", "{titre=|*Agir* dès maintenant|}", NULL },
	{ "titre: **Agir**", "{titre=|**Agir**|}", NULL },
	{ "titre: & associés", "{titre=|& associés|}", NULL },
	{ "titre: !", "{titre=|!|}", NULL },
	{ "titre: @collectif", "{titre=|@collectif|}", NULL },
	{ "titre: `code`", "{titre=|`code`|}", NULL },
	{ "titre: > 50 réponses", "{titre=|> 50 réponses|}", NULL },
	{ "titre: - de moyens, + d'idées", "{titre=|- de moyens, + d'idées|}", NULL },
	{ "titre: ? ou !", "{titre=|? ou !|}", NULL },
	{ "titre: C # et D", "{titre=|C # et D|}", NULL },
	{ "titre: # 1 des priorités", "{titre=|# 1 des priorités|}", NULL },
	{ "couleur: #1b3a6b", "{couleur=|#1b3a6b|}", NULL },
	{ "réponse: non", "{réponse=|non|}", NULL },
	{ "date: 2020-06-23", "{date=|2020-06-23|}", NULL },
	{ "valeur: 1e3", "{valeur=|1e3|}", NULL },
	{ "valeur: 35,2", "{valeur=|35,2|}", NULL },
	{ "heure: 14:30", "{heure=|14:30|}", NULL },
	{ "site: https://exemple.org/a:b", "{site=|https://exemple.org/a:b|}", NULL },
	{ "titre: \"Agir ensemble\"", "{titre=|Agir ensemble|}", NULL },
	{ "titre: \"Agir\" : le programme", "{titre=|\"Agir\" : le programme|}", NULL },
	{ "titre: \"Un \\\"mot\\\" cité\"", "{titre=|Un \"mot\" cité|}", NULL },
	{ "titre: 'L'avenir d'ici'", "{titre=|L'avenir d'ici|}", NULL },
	{ "titre: 'Agir' et 'réussir'", "{titre=|'Agir' et 'réussir'|}", NULL },
	{ "titre: l'été, l'automne", "{titre=|l'été, l'automne|}", NULL },
	{ "titre: [Lettre](https://exemple.org) ouverte", "{titre=|[Lettre](https://exemple.org) ouverte|}", NULL },
	{ "titre: [brouillon] Avis", "{titre=|[brouillon] Avis|}", NULL },
	{ "titre: {1} et {2}", "{titre=|{1} et {2}|}", NULL },
	{ "titre:", "{titre=~}", NULL },
	{ "# À relire\ntitre: x\n\n  # encore\nlieu: Lyon", "{titre=|x| lieu=|Lyon|}", NULL },
	{ "- Accueil\n- Budget : dix minutes", "[|Accueil| {Budget=|dix minutes|}]", NULL },
	{ "- L'accueil, à 14 h\n- « Oui », disent-ils", "[|L'accueil, à 14 h| |« Oui », disent-ils|]", NULL },
	{ "- titre: Accueil\n  durée: 5 min\n-   titre: Suite\n    durée: 10",
	  "[{titre=|Accueil| durée=|5 min|} "
	  "{titre=|Suite| durée=|10|}]",
	  NULL },
	{ "points:\n- un\n- deux\nlieu: Lyon", "{points=[|un| |deux|] lieu=|Lyon|}", NULL },
	{ "points:\n  - un\n  - deux", "{points=[|un| |deux|]}", NULL },
	{ "points: [un, deux, l'été]", "{points=[|un| |deux| |l'été|]}", NULL },
	{ "points: [\n  un,\n  deux\n]\nlieu: Lyon", "{points=[|un| |deux|] lieu=|Lyon|}", NULL },
	{ "- {label: Oui, value: 40}", "[{label=|Oui| value=|40|}]", NULL },
	{ "texte: une phrase\n  qui continue\nlieu: Lyon", "{texte=|une phrase/qui continue| lieu=|Lyon|}", NULL },
	{ "texte: |\n  # Titre\n\n    - un : deux\nlieu: Lyon", "{texte=|# Titre//  - un : deux| lieu=|Lyon|}", NULL },
	{ "texte: >\n  une\n  phrase", "{texte=|une/phrase|}", NULL },
	{ "présents:\n  Camille Martin, présidente\n  Paul Dupont",
	  "{présents=|Camille Martin, présidente/Paul Dupont|}", NULL },
	{ "Camille Martin, présidente\nPaul Dupont, trésorier", "|Camille Martin, présidente/Paul Dupont, trésorier|",
	  NULL },
	{ "\"Coût : total\": 8 M€", "{Coût : total=|8 M€|}", NULL },
	{ "- 14:30\n- 15h", "[|14:30| |15h|]", NULL },
	{ "\u2003", "~", NULL },
	/* Slips. */
	{ "titre: x\n\tlieu: Lyon", "a tab stands at the start of this line", "write 'lieu: Lyon'" },
	{ "points:\n\t- titre: x", "a tab stands at the start of this line", "write '  - titre: x'" },
	{ "texte: une\n\tphrase", "a tab stands at the start of this line", "write '  phrase'" },
	{ "points:\n\t- un", "a tab stands at the start of this line", "write '  - un'" },
	{ "points:\n\u00A0\u00A0- un", "a no-break space stands at the start", "write '  - un'" },
	{ "titre: x\ndate:2020-06-23", "a space is missing after the colon", "write 'date: 2020-06-23'" },
	{ "titre:Réunion\nlieu: Lyon", "a space is missing after the colon", "write 'titre: Réunion'" },
	{ "- un\n-deux", "a space is missing after the dash", "write '- deux'" },
	{ "titre: \"Agir ensemble", "the quote \" is opened, and not closed", "write 'titre: \"Agir ensemble\"'" },
	{ "titre: '68 et après", "the quote ' is opened, and not closed", "write 'titre: '68 et après''" },
	{ "titre: x\n  lieu: Lyon", "stands further right than the one above", "write 'lieu: Lyon'" },
	{ "titre: x\n  - un", "stands further right than the one above", "write '- un'" },
	{ "points:\n    - un\n  - deux", "stands under none of the lines above", "write '    - deux'" },
	{ "- titre: un\n   durée: 5", "stands further right than the one above", "write '  durée: 5'" },
	{ "- titre: un\n durée: 5", "stands under none of the lines above", "write '  durée: 5'" },
	{ "- {label: Oui, value: 35,2}", "a comma separates two values, so '35,2'", "\n- label: Oui\n  value: 35,2" },
	{ "réponses: {oui: 35,2, non: 3}", "a comma separates two values, so '35,2'",
	  "\nréponses:\n  oui: 35,2\n  non: 3" },
	{ "taux: [35,2, 40]", "a comma separates two values, so '35,2'", "\ntaux:\n  - 35,2\n  - 40" },
	{ "- {titre: Agir, ensemble, qui: Paul}", "'ensemble' has no name of its own", "write it in lines:" },
	{ "taux: [%, un]", "cannot begin with '%'", "\ntaux:\n  - %\n  - un" },
	{ "points: [*a, b]", "cannot begin with '*'", "\npoints:\n  - *a\n  - b" },
	{ "points: [un, deux", "'[' is not closed by ']'", "write 'points: [un, deux]'" },
	{ "points: [un, , deux]", "nothing stands between these two commas", "write it in lines:" },
	{ "points: [un, deux}", "'[' is closed by '}'", "write ']' here" },
	{ "- {titre:Oui}", "a space is missing after the colon", "write 'titre: Oui'" },
	{ "titre: x\nTitre: y", "'Titre' stands here twice, first on line 1", "keep one of the two" },
	{ "points: # la liste\n  - un", "a comment stands on a line of its own", "write 'points:'" },
	{ "points: &liste\n  - un", "'&liste' names a value for later", "write 'points:'" },
	{ "points: !liste\n  - un", "'!liste' gives a value a type", "write 'points:'" },
	{ "<<: *base\ntitre: x", "'<<' takes over values", "write these values out" },
	{ "texte: |\nligne", "'|' opens a block of lines, but none", "write '  ligne'" },
	{ "titre: x\nlieu Lyon", "this line has no name: 'lieu Lyon'", "write 'lieu: Lyon'" },
	{ "titre: x\nlieu = Lyon", "this line has no name", "write 'lieu: Lyon'" },
	{ "titre = x\nlieu: Lyon", "this line has no name", "write 'titre: x'" },
	{ "titre: x\n- un", "an item of a list stands among names", "'items:'" },
	{ "titre: x\n---\nlieu: Lyon", "a line of dashes means nothing here", "remove it" },
	{ "- un\ndeux", "stands among the items of a list and is none", "write '- deux'" },
	{ "- un\n• deux", "an item of a list begins with '- '", "write '- deux'" },
	{ "titre: x\n1. Accueil", "an item of a list begins with '- '", "write '- Accueil'" },
	/* What begins these items is said where a field takes them. */
	{ "points:\n  • nom: un\n    âge: 2\n  • nom: deux", "{points=[{nom=|un| âge=|2|} {nom=|deux|}]}", NULL },
	{ "points:\n  -nom: un\n   âge: 2", "{points=[{nom=|un| âge=|2|}]}", NULL },
	{ "1. nom: un\n   âge: 2", "[{nom=|un| âge=|2|}]", NULL },
	{ "points:\n• un\n• deux\nlieu: Lyon", "{points=[|un| |deux|] lieu=|Lyon|}", NULL },
	{ "texte:\n  – Bonjour\n  – Bonsoir", "{texte=|– Bonjour/– Bonsoir|}", NULL },
	{ "- nom: \"un", "the quote \" is opened", "write '- nom: \"un\"'" },
	{ "\tnom: un\nlieu: Lyon", "a tab stands at the start", "write 'nom: un'" },
	{ "- nom = un\n  âge: 2", "this item has no name, and names stand below it", "write '- nom: un'" },
	{ "- nom: un\n  âge: 2\n- nom deux\n  âge: 3", "this item has no name", "write '- nom: deux'" },
	{ "- un de plus\n  âge: 2", "this item has no name", "'- title: un de plus'" },
	{ "- nom: un\nâge: 2", "stands among the items of a list and is none", "write '  âge: 2'" },
	{ "points:\n  nom: un\n  âge: 2\n  nom: deux", "'nom' stands here twice", "another item begins here" },
	{ "- nom: un\n  âge: 2\nnom: deux", "stands among the items of a list and is none", "write '- nom: deux'" },
	{ "- nom: un\ndébut: 14h", "stands among the items", "said of more than an item, write it above the first" },
	{ "points:\n  - nom: un\n  âge: 2\nlieu: Lyon", "stands among the items", "write '    âge: 2'" },
	{ "points:\n  - un\n- deux", "stands further left than those above", "write '  - deux'" },
	{ "points:\n  - un\n- nom: deux\n  âge: 2\nlieu: Lyon", "stands further left than those above",
	  "the lines below that belong to it right by 2 too" },
	{ "titre: x\n- un\n- deux\n- nom: trois\n  âge: 2\nlieu: Lyon", "an item of a list stands among names",
	  "'items:'" },
	{ "titre: x\nLouer la salle", "this line has no name", "begin it with the name of what it says" },
	{ "titre: x\nDate 12 mars", "this line has no name", "write 'Date: 12 mars'" },
	{ "- un\ntitre: x", "stands among the items of a list and is none", "write '- titre: x'" },
};

static void ordinary_french_is_read_as_meant_or_answered(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof french / sizeof *french; i++) {
		ramure_ctx *ctx = unit_ctx();
		const line *l = &french[i];
		data_value *v = read_text(ctx, (ramure_str){ l->typed, strlen(l->typed) });
		const diagnostic *d = ctx->diagnostics.first;
		buf said = buf_on(ctx->arena);

		put_value(&said, v);
		if (!l->to_type) {
			if (d)
				fail_msg("%s: %.*s", l->typed, (int)d->message.size, d->message.data);
			assert_string_equal(said.data, l->meant);
		} else {
			if (!d || d->next || !strstr(d->message.data, l->meant) || !d->hint.data ||
			    !strstr(d->hint.data, l->to_type))
				fail_msg("%s\n  read as %s\n  message %s\n  hint %s\n", l->typed, said.data,
					 d ? d->message.data : "none", d && d->hint.data ? d->hint.data : "none");
			assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 1);
		}
		ctx_free(ctx);
	}
	assert_true(sizeof french / sizeof *french >= 50);
}

static void every_value_knows_its_place(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	data_value *v =
		read_text(ctx, STR("lieu : Lyon\npoints:\n  - titre: « Été »\n    texte: |\n      un\n        œuf\n"));
	const data_value *points = data_member(ctx, v, "Points");
	const data_value *title = data_member(ctx, points->first, "titre");
	const data_value *text = data_member(ctx, points->first, "texte");
	ramure_span egg = source_text_span(&text->text, 5, 4);

	(void)state;
	assert_int_equal(v->first->at.column, 8);
	assert_int_equal(v->first->at.length, 4);
	assert_int_equal(title->at.line, 3);
	assert_int_equal(title->at.column, 12);
	assert_int_equal(title->at.length, 7);
	assert_int_equal(title->key.at.column, 5);
	assert_int_equal(text->at.line, 5);
	assert_true(text->lines);
	assert_memory_equal(text->text.text.data + 5, "œuf", 4);
	assert_int_equal(egg.line, 6);
	assert_int_equal(egg.column, 9);
	assert_null(data_member(ctx, v, "titre"));
	ctx_free(ctx);
}

static void a_list_can_be_taken_as_text(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	data_value *v = read_text(ctx, STR("texte:\n  - un : deux\n    trois\n  - quatre\nlieu: Lyon\n"));
	source_text text = data_as_text(ctx, v->first);
	ramure_span four = source_text_span(&text, text.text.size - 6, 6);

	(void)state;
	assert_true(ramure_str_equal(text.text, STR("- un : deux\n  trois\n- quatre")));
	assert_int_equal(four.line, 4);
	assert_int_equal(four.column, 5);
	ctx_free(ctx);
}

/* `count` times the same bytes. */
static ramure_str repeated(ramure_ctx *ctx, const char *unit, size_t count)
{
	buf b = buf_on(ctx->arena);

	for (size_t i = 0; i < count; i++)
		buf_puts(&b, unit);
	return buf_str(&b);
}

static void hostile_data_end_with_a_message(void **state)
{
	static const struct {
		const char *unit;
		size_t count;
		const char *message;
	} hostile[] = {
		{ "- ", 10000, "more than 64 deep" },
		{ "[", 10000, NULL },
		{ "{a: ", 10000, NULL },
		{ "- a\n", 1000001, "more than 1000000 values" },
		{ "- [a, b]\n", 400000, "more than 1000000 values" },
		{ "a:b\n", 5000, "more than 100 slips" },
		{ "k: [\n", 100000, "more than 100 slips" },
		{ "- \"\n", 100000, "more than 100 slips" },
		{ "\t", 1000000, NULL },
		{ "\xC3\xA9 : ", 5000000, NULL },
		{ "'", 5000001, NULL },
		{ "\\\"", 5000000, NULL },
		{ "[a, ", 5000000, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		ramure_ctx *ctx = unit_ctx();
		bool said = !hostile[i].message;

		read_text(ctx, repeated(ctx, hostile[i].unit, hostile[i].count));
		for (const diagnostic *d = ctx->diagnostics.first; d; d = d->next)
			said |= hostile[i].message && strstr(d->message.data, hostile[i].message);
		if (!said)
			fail_msg("nothing is said of '%s' again and again", hostile[i].unit);
		ctx_free(ctx);
	}
}

static void ten_thousand_brackets_end_with_a_message(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	buf text = buf_on(ctx->arena);

	(void)state;
	buf_puts(&text, "a: ");
	buf_fill(&text, '[', 10000);
	buf_fill(&text, ']', 10000);
	read_text(ctx, buf_str(&text));
	assert_non_null(ctx->diagnostics.first);
	assert_non_null(strstr(ctx->diagnostics.first->message.data, "more than 64 deep"));
	ctx_free(ctx);
}

/* Any piece of a text is as good a text: nothing is read past its end. */
static void a_text_may_end_anywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof french / sizeof *french; i++)
		for (size_t size = 0; size <= strlen(french[i].typed); size++) {
			ramure_ctx *ctx = unit_ctx();
			char *copy = malloc(size ? size : 1);

			memcpy(copy, french[i].typed, size);
			read_text(ctx, (ramure_str){ copy, size });
			ctx_free(ctx);
			free(copy);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ordinary_french_is_read_as_meant_or_answered),
		cmocka_unit_test(every_value_knows_its_place),
		cmocka_unit_test(a_list_can_be_taken_as_text),
		cmocka_unit_test(hostile_data_end_with_a_message),
		cmocka_unit_test(ten_thousand_brackets_end_with_a_message),
		cmocka_unit_test(a_text_may_end_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
