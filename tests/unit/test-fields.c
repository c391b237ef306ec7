/* Fields: a table against what people write, and all the words about what does not fit. */
#include "tests/unit/unit.h"

#include "core/base/buf.h"
#include "core/source/fields.h"
#include "core/source/fields_fill.h"
#include "core/source/source.h"

#include <stdio.h>
#include <string.h>

struct document {
	ramure_span at;
	ramure_text title;
	ramure_string file;
};

struct item {
	ramure_span at;
	ramure_text title;
	ramure_minutes duration;
	ramure_choice type;
	ramure_list speakers;
	ramure_text text;
	ramure_list documents;
};

struct meeting {
	ramure_span at;
	ramure_minutes start;
	ramure_list items;
	ramure_string code;
	ramure_integer quorum;
	ramure_list votes;
	ramure_text legend;
	ramure_period when;
};

static const ramure_field document_fields[] = {
	{ .en = "title",
	  .fr = "titre",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_MAIN,
	  .offset = offsetof(struct document, title) },
	{ .en = "file", .fr = "fichier", .type = RAMURE_WORD, .offset = offsetof(struct document, file) },
};

static const ramure_option item_types[] = {
	{ 1, "information", "information", NULL },
	{ 2, "discussion", "discussion", "débat|debate" },
	{ 3, "decision", "décision", NULL },
};

static const ramure_field item_fields[] = {
	{ .en = "title",
	  .fr = "titre",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN,
	  .offset = offsetof(struct item, title) },
	{ .en = "duration",
	  .fr = "durée",
	  .type = RAMURE_DURATION,
	  .offset = offsetof(struct item, duration),
	  .min = 1,
	  .max = 1440 },
	{ .en = "type",
	  .fr = "type",
	  .type = RAMURE_CHOICE,
	  .offset = offsetof(struct item, type),
	  .choices = RAMURE_ROWS(item_types),
	  .initial = "information" },
	{ .en = "speakers",
	  .fr = "intervenants",
	  .type = RAMURE_PERSON,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct item, speakers) },
	{ .en = "text", .fr = "texte", .type = RAMURE_MARKDOWN, .offset = offsetof(struct item, text) },
	{ .en = "documents",
	  .fr = "documents",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_MANY,
	  .offset = offsetof(struct item, documents),
	  .fields = RAMURE_ROWS(document_fields),
	  .record_size = sizeof(struct document) },
};

static const ramure_field meeting_fields[] = {
	{ .en = "start", .fr = "début", .type = RAMURE_TIME, .offset = offsetof(struct meeting, start) },
	{ .en = "points",
	  .fr = "points",
	  .type = RAMURE_RECORD,
	  .flags = RAMURE_REQUIRED | RAMURE_MANY | RAMURE_ROWS_FIELD,
	  .offset = offsetof(struct meeting, items),
	  .fields = RAMURE_ROWS(item_fields),
	  .record_size = sizeof(struct item) },
	{ .en = "code",
	  .fr = "code",
	  .type = RAMURE_WORD,
	  .offset = offsetof(struct meeting, code),
	  .pattern = "[A-Z]\\d+",
	  .pattern_means = { "a letter and a number, as in 'Q8'", "une lettre et un nombre, comme « Q8 »" } },
	{ .en = "quorum",
	  .fr = "quorum",
	  .type = RAMURE_INTEGER,
	  .offset = offsetof(struct meeting, quorum),
	  .min = 1,
	  .max = 99 },
	{ .en = "votes", .fr = "voix", .type = RAMURE_MAP, .offset = offsetof(struct meeting, votes) },
	{ .en = "legend", .fr = "légende", .type = RAMURE_TEXT, .offset = offsetof(struct meeting, legend) },
	{ .en = "when", .fr = "quand", .type = RAMURE_PERIOD, .offset = offsetof(struct meeting, when) },
};

static const ramure_field saying_fields[] = {
	{ .en = "text",
	  .fr = "texte",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_REQUIRED | RAMURE_WHOLE_BODY | RAMURE_MAIN,
	  .offset = offsetof(struct document, title) },
	{ .en = "author", .fr = "auteur", .type = RAMURE_WORD, .offset = offsetof(struct document, file) },
};

static const ramure_kind meeting_kind = {
	.en = "meeting", .fr = "réunion", .fields = RAMURE_ROWS(meeting_fields), .data_size = sizeof(struct meeting)
};
static const ramure_kind saying_kind = {
	.en = "saying", .fr = "parole", .fields = RAMURE_ROWS(saying_fields), .data_size = sizeof(struct document)
};

static ramure_block_info *fill(ramure_ctx *ctx, const ramure_kind *kind, const char *body)
{
	ramure_block_info *block = RAMURE_NEW(ctx, ramure_block_info);

	block->kind = kind;
	block->word =
		(ramure_string){ .at = { .file = 1, .line = 1, .column = 4, .length = 7 }, .text = STR("réunion") };
	block->body = source_text_of_file(ctx, files_add(ctx, STR("bloc.md"), (ramure_str){ body, strlen(body) }));
	block_fill(ctx, block);
	return block;
}

static const char *plain(ramure_ctx *ctx, ramure_text text)
{
	ramure_str s = text ? ramure_plain_text(ctx, text) : STR("(none)");

	return ramure_format(ctx, "%.*s", (int)s.size, s.data).data;
}

static void assert_sound(ramure_ctx *ctx)
{
	for (const diagnostic *d = ctx->diagnostics.first; d; d = d->next)
		print_error("%u:%u %.*s\n", d->at.line, d->at.column, (int)d->message.size, d->message.data);
	assert_null(ctx->diagnostics.first);
}

static void fields_are_filled_in_both_languages(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const ramure_block_info *block = fill(ctx, &meeting_kind,
					      "début: 14h30\n"
					      "Titre : Réunion du 23 juin\n"
					      "légende: la nôtre\n"
					      "intitulé: la légende commune\n"
					      "support: rapport\n"
					      "code: Q8\n"
					      "éléments:\n"
					      "  - titre: Accueil : l'ordre du jour\n"
					      "    duration: 1h15\n"
					      "    type: Débat\n"
					      "    intervenants:\n"
					      "      - Camille Martin, présidente\n"
					      "      - nom: Paul Dupont\n"
					      "        organisation: Le RAMEAU\n"
					      "    documents: Avis.pdf\n"
					      "  - Suites : dix minutes\n"
					      "voix:\n"
					      "  pour: 5\n"
					      "  « contre »: 0\n");
	const struct meeting *m = block->data;
	const struct item *items;
	const ramure_person *speakers;
	const ramure_pair *votes;

	(void)state;
	assert_sound(ctx);
	assert_non_null(m);
	assert_int_equal(m->start.value, 870);
	assert_int_equal(m->start.at.column, 8);
	assert_string_equal(plain(ctx, m->legend), "la nôtre");
	assert_string_equal(plain(ctx, block->title), "Réunion du 23 juin");
	assert_string_equal(plain(ctx, block->caption), "la légende commune");
	assert_int_equal(block->medium.value, 2);
	assert_int_equal(m->items.count, 2);
	items = m->items.items;
	assert_string_equal(plain(ctx, items[0].title), "Accueil : l'ordre du jour");
	assert_int_equal(items[0].duration.value, 75);
	assert_int_equal(items[0].type.value, 2);
	assert_int_equal(items[0].speakers.count, 2);
	speakers = items[0].speakers.items;
	assert_string_equal(plain(ctx, speakers[0].name), "Camille Martin");
	assert_string_equal(plain(ctx, speakers[0].role), "présidente");
	assert_string_equal(plain(ctx, speakers[1].organisation), "Le RAMEAU");
	assert_string_equal(plain(ctx, ((const struct document *)items[0].documents.items)->title), "Avis.pdf");
	assert_string_equal(plain(ctx, items[1].title), "Suites : dix minutes");
	assert_int_equal(items[1].at.line, 16);
	assert_int_equal(items[1].type.value, 1);
	assert_false(ramure_given(items[1].type.at));
	votes = m->votes.items;
	assert_int_equal(m->votes.count, 2);
	assert_true(ramure_str_equal(votes[1].name.text, STR("« contre »")));
	assert_true(ramure_str_equal(votes[1].raw, STR("0")));
	ctx_free(ctx);
}

static void a_bare_list_is_the_list_of_the_kind(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const struct meeting *m = fill(ctx, &meeting_kind, "- Accueil\n- titre: Suites\n  durée: 5\n")->data;

	(void)state;
	assert_sound(ctx);
	assert_int_equal(m->items.count, 2);
	assert_int_equal(((const struct item *)m->items.items)[1].duration.value, 5);
	m = fill(ctx, &meeting_kind, "Accueil\nBudget\nSuites")->data;
	assert_sound(ctx);
	assert_int_equal(m->items.count, 3);
	assert_string_equal(plain(ctx, ((const struct item *)m->items.items)[2].title), "Suites");
	ctx_free(ctx);
}

static void persons_stand_one_a_line(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const struct meeting *m = fill(ctx, &meeting_kind,
				       "- titre: Accueil\n"
				       "  intervenants:\n"
				       "    Camille Martin, présidente\n"
				       "    Paul Dupont, secrétaire, Lyon\n"
				       "- titre: Suites\n"
				       "  intervenants: Camille Martin\n")
					  ->data;
	const struct item *items = m->items.items;
	const ramure_person *speakers = items[0].speakers.items;

	(void)state;
	assert_sound(ctx);
	assert_int_equal(items[0].speakers.count, 2);
	assert_string_equal(plain(ctx, speakers[1].name), "Paul Dupont");
	assert_string_equal(plain(ctx, speakers[1].role), "secrétaire, Lyon");
	assert_int_equal(items[1].speakers.count, 1);
	ctx_free(ctx);
}

static void a_kind_that_is_its_text_takes_its_body(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const struct document *d = fill(ctx, &saying_kind, "Attention : une *idée*\n- par : ligne\n")->data;

	(void)state;
	assert_sound(ctx);
	assert_string_equal(plain(ctx, d->title), "Attention : une idée - par : ligne");
	d = fill(ctx, &saying_kind, "texte : Agir\nauteur: Paul\n")->data;
	assert_sound(ctx);
	assert_string_equal(plain(ctx, d->title), "Agir");
	assert_true(ramure_str_equal(d->file.text, STR("Paul")));
	ctx_free(ctx);
}

static void lines_under_a_bar_stay_lines(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const struct meeting *m = fill(ctx, &meeting_kind, "points: x\nlégende: |\n  Le RAMEAU\n  Paris\n")->data;
	const ramure_node *city = m->legend->last;

	(void)state;
	assert_sound(ctx);
	assert_int_equal(m->legend->first->next->type, RAMURE_BREAK);
	assert_true(ramure_str_equal(city->text, STR("Paris")));
	assert_int_equal(city->span.line, 4);
	assert_int_equal(city->span.column, 3);
	ctx_free(ctx);
}

static void markdown_may_stand_as_a_list(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	const struct meeting *m =
		fill(ctx, &meeting_kind, "- titre: Accueil\n  texte:\n    - un : deux\n    - trois\n")->data;
	const struct item *items = m->items.items;

	(void)state;
	assert_sound(ctx);
	assert_int_equal(items[0].text->type, RAMURE_BLOCKS);
	assert_int_equal(items[0].text->first->type, RAMURE_LIST);
	ctx_free(ctx);
}

/* What is wrong, the message, the hint. */
static const struct {
	const char *body, *message, *hint;
} wrong[] = {
	{ "- titre: x\n  dure: 5 min", "'points' has no field 'dure'", "did you mean 'durée'?" },
	{ "- dure: 5 min", "'points' has no field 'dure'", "did you mean 'durée'?" },
	{ "- durée:5 min", "a space is missing after the colon", "write 'durée: 5 min'" },
	{ "- durée: 5 min", "'titre' is missing in 'points'", "add a line 'titre: …'" },
	{ "- Budget : annuel\n  durée: 5 min", "'points' has no field 'Budget'", "write 'titre: Budget : annuel'" },
	{ "- titre: x\n  quorum: 3", "'points' has no field 'quorum'", "it belongs to 'réunion'" },
	{ "début: 14h\nlieu: Lyon\npoints: x", "'réunion' has no field 'lieu'", "'réunion' has: début, points" },
	{ "début: 14h", "'points' is missing in 'réunion'", "add a line 'points:'" },
	{ "", "'points' is missing in 'réunion'", "add a line 'points:'" },
	{ "points: x\nitems: y", "'points' stands here twice", "keep one of the two" },
	{ "points: x\ndébut: 25h", "'début' takes an hour, and '25h' is none", "'début: 14h30'" },
	{ "points: x\ndébut: 14h # à confirmer", "'début' takes an hour", "a comment stands on a line of its own" },
	{ "- titre: x\n  durée: 2000 min", "'durée' lies between 1 min and 24h00", "at most 'durée: 24h00'" },
	{ "- titre: x\n  durée: vingt", "'durée' takes a length of time", "'durée: 20 min'" },
	{ "- titre: x\n  type: décison", "'type' cannot be 'décison'", "did you mean 'décision'?" },
	{ "- titre: x\n  type: vote", "'type' cannot be 'vote'", "it is one of: information, discussion, décision" },
	{ "points: x\ncode: 8Q", "'code' cannot be '8Q'", "une lettre et un nombre" },
	{ "points: x\nquorum: 3,5", "'quorum' takes a whole number", "'quorum: 12'" },
	{ "points: x\nquorum:\n  - 3", "'quorum' takes one value, and a list stands here", "'quorum: …'" },
	{ "points: x\nlégende:\n  un: deux\n  trois: quatre", "'légende' takes one value, and names stand here",
	  "'légende: |'" },
	{ "points: x\nvoix: 5", "'voix' takes names, each with its value", "name: value" },
	{ "points: x\nquand: 23 juin", "'23 juin' has no year", "'quand: 23 juin 2020'" },
	{ "points: x\nquand: 31/06/2020", "the calendar has no '31/06/2020'", "day/month/year" },
	{ "points: x\nquand: 2021-2019", "'2021-2019' ends before it begins", "the earlier date first" },
	{ "points: x\nquand: bientôt", "'quand' takes a date or a period", "'quand: du 3 au 5 mars 2021'" },
	{ "points:\n  * Accueil\n  * Suites", "an item of 'points' begins with '- '", "write '- Accueil'" },
	{ "1. Accueil\n2. Suites", "an item of 'points' begins with '- '", "write '- Accueil'" },
	{ "points:\n  - x\n  -", "an item of 'points' is empty", "remove the dash" },
	{ "Accueil\ndébut: 14h", "'début' is named below a line without name", "'points: Accueil'" },
	{ "points: x\ncolumns: a", "'réunion' has no field 'columns'", NULL },
	{ "points: x\nfrom: a.csv", "the rows stand in 'points' and in the file", "keep one of the two" },
	{ "- titre: x\n  intervenants: [Camille, présidente]", "'présidente' is taken for a person",
	  "one person a line" },
};

static void what_does_not_fit_is_said(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		ramure_ctx *ctx = unit_ctx();
		const ramure_block_info *block = fill(ctx, &meeting_kind, wrong[i].body);
		const diagnostic *d = ctx->diagnostics.first;
		const char *hint = d && d->hint.data ? d->hint.data : "";

		if (!d || !strstr(d->message.data, wrong[i].message) || (wrong[i].hint && !strstr(hint, wrong[i].hint)))
			fail_msg("%s\n  %s\n  %s\n", wrong[i].body, d ? d->message.data : "no message", hint);
		assert_int_equal(block->data == NULL, d && d->severity == SEVERITY_ERROR);
		ctx_free(ctx);
	}
}

static void a_text_that_a_table_holds_is_typed(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	uint32_t file = files_add(ctx, STR("x.md"), STR("part: 35,2 %\npart: un tiers\n"));
	ramure_string text = { .at = { .file = file, .line = 1, .column = 7, .length = 6 }, .text = STR("35,2 %") };
	ramure_number share;

	(void)state;
	assert_true(ramure_value_parse(ctx, RAMURE_PERCENT, "part", text, &share));
	assert_int_equal(share.digits, 352);
	assert_int_equal(share.at.column, 7);
	text.at.line = 2;
	text.text = STR("un tiers");
	assert_false(ramure_value_parse(ctx, RAMURE_PERCENT, "part", text, &share));
	assert_non_null(
		strstr(ctx->diagnostics.last->message.data, "'part' takes a percentage, and 'un tiers' is none"));
	assert_int_equal(ctx->diagnostics.last->at.line, 2);
	ctx_free(ctx);
}

static void all_errors_of_a_block_are_said(void **state)
{
	ramure_ctx *ctx = unit_ctx();

	(void)state;
	fill(ctx, &meeting_kind, "début: x\ncode: y\nélements:\n  - titre: a\n    type: b\n  - durée: c\nlieu: d\n");
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 6);
	ctx_free(ctx);
}

/* Each error is compared with all those before it: a hundred are enough for anyone. */
static void a_hundred_errors_are_enough(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	buf body = buf_on(ctx->arena);

	(void)state;
	for (int i = 0; i < FILL_MOST_ITEMS; i++)
		buf_puts(&body, "- titre: x\n  zitrux: y\n");
	fill(ctx, &meeting_kind, body.data);
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 101);
	assert_non_null(strstr(ctx->diagnostics.last->message.data, "more than 100 errors"));
	ctx_free(ctx);
}

static void a_list_has_an_end(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	buf body = buf_on(ctx->arena);

	(void)state;
	for (int i = 0; i < FILL_MOST_ITEMS; i++)
		buf_puts(&body, "- x\n");
	fill(ctx, &meeting_kind, body.data);
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 0);
	buf_puts(&body, "- x\n");
	fill(ctx, &meeting_kind, body.data);
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 1);
	assert_non_null(strstr(ctx->diagnostics.last->message.data, "has 10001 items; 10000 are the most"));
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_are_filled_in_both_languages),
		cmocka_unit_test(a_bare_list_is_the_list_of_the_kind),
		cmocka_unit_test(persons_stand_one_a_line),
		cmocka_unit_test(a_kind_that_is_its_text_takes_its_body),
		cmocka_unit_test(lines_under_a_bar_stay_lines),
		cmocka_unit_test(markdown_may_stand_as_a_list),
		cmocka_unit_test(what_does_not_fit_is_said),
		cmocka_unit_test(a_text_that_a_table_holds_is_typed),
		cmocka_unit_test(all_errors_of_a_block_are_said),
		cmocka_unit_test(a_hundred_errors_are_enough),
		cmocka_unit_test(a_list_has_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
