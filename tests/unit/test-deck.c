/* test-deck.c: which pages a document makes, what stands on them, and in which elements. */
#include "tests/unit/pages.h"

#include "core/source/structure.h"

#include <math.h>

static void an_empty_document_has_one_page(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx);
	ramure_deck *deck = layout_deck(ctx, root);

	(void)state;
	assert_int_equal(ramure_deck_pages(deck), 1);
	assert_true(ramure_deck_page(deck, 0)->count > 0);
	pages_free(ctx, deck);
}

static void a_part_of_several_slides_has_a_divider(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_meeting(&ctx);
	ramure_deck *deck = layout_deck(ctx, root);
	const ramure_page *page;

	(void)state;
	assert_int_equal(ramure_deck_pages(deck), 6);
	pages_need(ramure_deck_page(deck, 1), "Réunion");
	page = ramure_deck_page(deck, 2);
	pages_need(page, "Partie 1 sur 2");
	pages_need(page, "Première");
	pages_need(page, "Un");
	pages_need(page, "Deux");
	/* The part without a page of its own is named on its slide. */
	page = ramure_deck_page(deck, 5);
	pages_need(page, "Seconde");
	pages_need(page, "Seule");
	pages_free(ctx, deck);
}

static void a_divider_lists_series_once_and_titles_below_its_own_name(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx), *own = pages_part(ctx, root, "Voie"),
		    *two = pages_part(ctx, root, "Deux");
	ramure_deck *deck;

	(void)state;
	pages_slide(ctx, own, "Voie (n/N) | Voir", 3);
	pages_slide(ctx, own, "Voie (n/N) | Dire", 3);
	kickers_make(ctx, own);
	pages_slide(ctx, two, "Mots (n/N) | Parler", 3);
	pages_slide(ctx, two, "Mots (n/N) | Lire", 3);
	pages_slide(ctx, two, "Actes | Faire", 3);
	kickers_make(ctx, two);
	deck = layout_deck(ctx, root);
	pages_need(ramure_deck_page(deck, 0), "Voir");
	pages_need(ramure_deck_page(deck, 0), "Dire");
	pages_need(ramure_deck_page(deck, 1), "Voie (1/2)");
	pages_need(ramure_deck_page(deck, 3), "Mots");
	assert_null(pages_find(ramure_deck_page(deck, 3), "Mots (1/2)"));
	pages_need(ramure_deck_page(deck, 3), "Actes");
	assert_null(pages_find(ramure_deck_page(deck, 3), "3"));
	pages_free(ctx, deck);
}

/* Seventeen names stand under a title of one line, in the smallest letters; no list rather than a part of one. */
static void a_divider_lists_as_many_slides_as_it_can_hold(void **state)
{
	(void)state;
	for (int slides = 17; slides <= 18; slides++) {
		ramure_ctx *ctx;
		ramure_node *root = pages_document(&ctx), *part = pages_part(ctx, root, "Voie");
		ramure_deck *deck;

		pages_slide(ctx, pages_part(ctx, root, "Autre"), "Une", 3);
		for (int i = 0; i < slides; i++)
			pages_slide(ctx, part, ramure_format(ctx, "Étape %c", 'A' + i).data, 3);
		deck = layout_deck(ctx, root);
		for (int i = 0; i < slides; i++)
			assert_int_equal(pages_find(ramure_deck_page(deck, 0),
						    ramure_format(ctx, "Étape %c", 'A' + i).data) != NULL,
					 slides == 17);
		pages_free(ctx, deck);
	}
}

static void the_date_of_a_chapter_stands_above_the_footer(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx), *chapter = nodes_add(ctx, root, RAMURE_CHAPTER, NULL);
	const ramure_page *page;
	ramure_deck *deck;
	double above;

	(void)state;
	pages_meta(ctx, root, RAMURE_META_ORGANISATION, "Les Amis");
	chapter->chapter->number = 1;
	nodes_add(ctx, chapter, RAMURE_HEADING, "Réunion")->heading->level = 1;
	pages_meta(ctx, chapter, RAMURE_META_DATE, "23 juin 2020");
	pages_slide(ctx, chapter, "Un", 2);
	deck = layout_deck(ctx, root);
	page = ramure_deck_page(deck, 0);
	above = (double)(pages_need(page, "Les Amis")->run.y - pages_need(page, "23 juin")->run.y);
	assert_true(above > 40 && above < 60);
	pages_free(ctx, deck);
}

static void a_broken_title_is_one_line_in_the_footer(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx), *title;
	ramure_deck *deck;

	(void)state;
	title = nodes_add(ctx, root, RAMURE_META, "Premier :");
	title->meta->role = RAMURE_META_TITLE;
	node_append(title, node_new(ctx, RAMURE_BREAK, nodes_place));
	node_append(title, node_text(ctx, nodes_place, RAMURE_STR("second")));
	pages_slide(ctx, root, "Une page", 2);
	deck = layout_deck(ctx, root);
	pages_need(ramure_deck_page(deck, 0), "second");
	pages_need(ramure_deck_page(deck, 1), "Premier : second");
	pages_free(ctx, deck);
}

static void headings_skip_no_level(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_meeting(&ctx);
	ramure_deck *deck = layout_deck(ctx, root);
	int level = 0;

	(void)state;
	for (size_t i = 0; i < ramure_deck_pages(deck); i++)
		ramure_deck_page(deck, i);
	for (size_t i = 0; i < ramure_deck_elements(deck); i++) {
		const ramure_element *e = ramure_deck_element(deck, i);
		int here_level = (int)e->tag - RAMURE_TAG_H1 + 1;

		if (e->tag < RAMURE_TAG_H1 || e->tag > RAMURE_TAG_H6)
			continue;
		assert_true(here_level <= level + 1);
		assert_true(e->title.size > 0);
		level = here_level;
	}
	assert_int_equal(pages_tag(deck, pages_need(ramure_deck_page(deck, 0), "Titre")), RAMURE_TAG_H1);
	assert_int_equal(pages_tag(deck, pages_need(ramure_deck_page(deck, 2), "Première")), RAMURE_TAG_H2);
	assert_int_equal(pages_tag(deck, pages_need(ramure_deck_page(deck, 3), "Un")), RAMURE_TAG_H3);
	assert_int_equal(pages_tag(deck, pages_need(ramure_deck_page(deck, 5), "Seule")), RAMURE_TAG_H2);
	pages_free(ctx, deck);
}

static void a_cover_without_a_title_lets_the_event_be_it(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx);
	ramure_deck *deck;

	(void)state;
	pages_meta(ctx, root, RAMURE_META_EVENT, "Réunion");
	pages_slide(ctx, root, "Seule", 1);
	deck = layout_deck(ctx, root);
	assert_int_equal(pages_tag(deck, pages_need(ramure_deck_page(deck, 0), "Réunion")), RAMURE_TAG_H1);
	assert_int_equal(pages_tag(deck, pages_need(ramure_deck_page(deck, 1), "Seule")), RAMURE_TAG_H2);
	pages_free(ctx, deck);
}

static void a_long_slide_goes_on_in_its_elements(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx), *s;
	ramure_deck *deck;
	uint32_t list = 0, items = 0;
	const ramure_page *page;

	(void)state;
	pages_meta(ctx, root, RAMURE_META_TITLE, "Titre");
	s = pages_slide(ctx, root, "Longue", 2);
	pages_list(ctx, s, 40);
	nodes_add(ctx, s, RAMURE_KEY, "Le message");
	nodes_add(ctx, s, RAMURE_SOURCE, "Source : essai");
	deck = layout_deck(ctx, root);
	assert_true(ramure_deck_pages(deck) > 2);
	for (size_t i = 1; i < ramure_deck_pages(deck); i++) {
		bool last = i + 1 == ramure_deck_pages(deck);

		page = ramure_deck_page(deck, i);
		/* The title stands at the same place; it is text once. */
		assert_true(fabs((double)pages_need(page, "Longue")->run.y - 77.8) < 0.2);
		assert_int_equal(pages_find(page, "(suite)") != NULL, i > 1);
		assert_int_equal(pages_need(page, "Longue")->element == RAMURE_ARTIFACT, i > 1);
		assert_int_equal(pages_find(page, "Le message") != NULL, last);
		assert_int_equal(pages_need(page, "Source")->element == RAMURE_ARTIFACT, !last);
	}
	for (size_t i = 0; i < ramure_deck_elements(deck); i++) {
		const ramure_element *e = ramure_deck_element(deck, i);

		list += e->tag == RAMURE_TAG_L;
		items += e->tag == RAMURE_TAG_LI;
	}
	assert_int_equal(list, 1);
	assert_int_equal(items, 40);
	pages_free(ctx, deck);
}

static void a_page_asked_again_is_the_same(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_meeting(&ctx);
	ramure_deck *deck = layout_deck(ctx, root);
	ramure_str first = deck_dump(ctx, deck), second;
	size_t elements = ramure_deck_elements(deck);

	(void)state;
	second = deck_dump(ctx, deck);
	assert_int_equal(ramure_deck_elements(deck), elements);
	assert_true(ramure_str_equal(first, second));
	pages_free(ctx, deck);
}

static void pages_are_dropped_as_they_go(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx);
	ramure_deck *deck;
	size_t most = 0;

	(void)state;
	pages_meta(ctx, root, RAMURE_META_TITLE, "Titre");
	for (size_t i = 0; i < 200; i++)
		pages_slide(ctx, root, "Une diapositive", 2);
	deck = layout_deck(ctx, root);
	for (size_t i = 0; i < ramure_deck_pages(deck); i++) {
		ramure_deck_page(deck, i);
		most = arena_used(deck->page_arena) > most ? arena_used(deck->page_arena) : most;
	}
	assert_true(most > 0 && most < 200000);
	pages_free(ctx, deck);
}

static void an_embargo_is_on_every_page_and_said_once(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_meeting(&ctx);
	ramure_deck *deck;

	(void)state;
	pages_meta(ctx, root, RAMURE_META_EMBARGO, "Sous embargo");
	deck = layout_deck(ctx, root);
	for (size_t i = 0; i < ramure_deck_pages(deck); i++)
		assert_int_equal(pages_need(ramure_deck_page(deck, i), "Sous embargo")->element == RAMURE_ARTIFACT,
				 i > 0);
	pages_free(ctx, deck);
}

static void notes_stand_under_their_slide_on_a4(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_meeting(&ctx), *notes;
	ramure_deck *deck, *plain;
	const ramure_page *page;

	(void)state;
	notes = nodes_add(ctx, root->last->last, RAMURE_NOTES, NULL);
	nodes_add(ctx, notes, RAMURE_PARAGRAPH, "À dire");
	deck = layout_notes(ctx, root);
	page = ramure_deck_page(deck, 5);
	assert_true(page->height > page->width);
	assert_true((double)pages_need(page, "À dire")->run.y > 48 + 540 * 0.52);
	assert_true((double)pages_need(page, "Seule")->run.size < 16);
	/* The sheet has the slide's number at its own foot, in letters that can be read. */
	assert_true((double)pages_need(page, "6 / ")->run.size >= 12 && (double)pages_need(page, "6 / ")->run.y > 800);
	plain = layout_deck(ctx, root);
	assert_null(pages_find(ramure_deck_page(plain, 5), "À dire"));
	layout_release(plain);
	pages_free(ctx, deck);
}

static void the_closing_page_says_the_contact_and_the_cover_does_without(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_meeting(&ctx), *closing;
	ramure_deck *deck;

	(void)state;
	pages_meta(ctx, root, RAMURE_META_CONTACT, "Le secrétariat");
	deck = layout_deck(ctx, root);
	pages_need(ramure_deck_page(deck, 0), "Le secrétariat");
	layout_release(deck);
	closing = nodes_add(ctx, nodes_add(ctx, root, RAMURE_SLIDE, NULL), RAMURE_CLOSING, NULL);
	nodes_add(ctx, closing, RAMURE_HEADING, "Merci")->heading->level = 2;
	deck = layout_deck(ctx, root);
	assert_int_equal(ramure_deck_pages(deck), 7);
	assert_null(pages_find(ramure_deck_page(deck, 0), "Le secrétariat"));
	pages_need(ramure_deck_page(deck, 6), "Merci");
	pages_need(ramure_deck_page(deck, 6), "Le secrétariat");
	pages_free(ctx, deck);
}

static void a_closing_page_without_a_title_says_its_words(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx), *closing;
	ramure_deck *deck;

	(void)state;
	closing = nodes_add(ctx, nodes_add(ctx, root, RAMURE_SLIDE, NULL), RAMURE_CLOSING, NULL);
	nodes_add(ctx, closing, RAMURE_PARAGRAPH, "Merci");
	deck = layout_deck(ctx, root);
	assert_int_equal(ramure_deck_pages(deck), 1);
	assert_int_equal(pages_tag(deck, pages_need(ramure_deck_page(deck, 0), "Merci")), RAMURE_TAG_P);
	pages_free(ctx, deck);
}

/* Room for a line more is there, so that none ends with "le" or "à la". */
static void what_covers_and_closings_say_breaks_where_one_reads(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx), *closing;
	ramure_deck *deck;

	(void)state;
	ctx->theme = theme_load(ctx, (ramure_string){ 0 }, (ramure_string){ .text = RAMURE_STR("4:3") });
	pages_meta(ctx, root, RAMURE_META_TITLE, "Carnet");
	pages_meta(ctx, root, RAMURE_META_SUBTITLE, "Une journée de travail sur la reconnaissance citoyenne partagée");
	closing = nodes_add(ctx, nodes_add(ctx, root, RAMURE_SLIDE, NULL), RAMURE_CLOSING, NULL);
	nodes_add(ctx, closing, RAMURE_HEADING, "Merci")->heading->level = 2;
	nodes_add(ctx, closing, RAMURE_PARAGRAPH,
		  "Prochain rendez-vous le 8\u00A0juillet\u00A02020, à la 6e Rencontre des pionniers des alliances en "
		  "Territoire.");
	deck = layout_deck(ctx, root);
	pages_need(ramure_deck_page(deck, 0), "Une journée de travail");
	pages_need(ramure_deck_page(deck, 0), "sur la reconnaissance");
	pages_need(ramure_deck_page(deck, 1), "le 8\u00A0juillet");
	pages_free(ctx, deck);
}

/* "de fonctionnement" is too wide for the largest letters. */
static void a_covers_title_is_smaller_rather_than_end_its_lines_badly(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx);
	ramure_deck *deck;

	(void)state;
	ctx->theme = theme_load(ctx, (ramure_string){ 0 }, (ramure_string){ .text = RAMURE_STR("4:3") });
	pages_meta(ctx, root, RAMURE_META_TITLE, "Modalités de fonctionnement du Collectif");
	deck = layout_deck(ctx, root);
	pages_need(ramure_deck_page(deck, 0), "de fonctionnement");
	pages_need(ramure_deck_page(deck, 0), "du Collectif");
	pages_free(ctx, deck);
}

/* Of title, summary and contact one too many for the narrow ground: the contact goes beside the organisation's name. */
static void a_full_cover_keeps_its_ornament(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx);
	const ramure_page *page;
	ramure_deck *deck;
	size_t paths = 0;

	(void)state;
	ctx->theme = theme_load(ctx, (ramure_string){ 0 }, (ramure_string){ .text = RAMURE_STR("4:3") });
	pages_meta(ctx, root, RAMURE_META_EVENT, "Mission ministérielle sur les alliances stratégiques");
	pages_meta(ctx, root, RAMURE_META_TITLE, "Vingt et une mesures pour accélérer les alliances");
	pages_meta(ctx, root, RAMURE_META_SUBTITLE, "Le point au 17 octobre");
	pages_meta(ctx, root, RAMURE_META_DATE, "17 octobre");
	pages_meta(ctx, root, RAMURE_META_SUMMARY,
		   "Sept mesures opérationnelles, sept stratégiques, sept politiques, confiées le 16 octobre.");
	pages_meta(ctx, root, RAMURE_META_ORGANISATION, "Le Collectif");
	pages_meta(ctx, root, RAMURE_META_CONTACT,
		   "Le secrétariat général, à une adresse assez longue pour prendre trois lignes sur le fond de la "
		   "couverture, et un numéro de téléphone");
	deck = layout_deck(ctx, root);
	page = ramure_deck_page(deck, 0);
	for (size_t i = 0; i < page->count; i++)
		paths += page->marks[i].type == RAMURE_PATH_MARK;
	assert_true(paths > 23); /* leaves, and their limbs */
	assert_true((double)pages_need(page, "Le secrétariat")->run.y > 438);
	assert_true((double)pages_need(page, "Le secrétariat")->run.x >= 360);
	pages_free(ctx, deck);
}

static void many_partners_take_a_slide_and_none_is_lost(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_meeting(&ctx);
	ramure_deck *deck;

	(void)state;
	for (int i = 0; i < 90; i++)
		pages_meta(ctx, root, RAMURE_META_PARTNER, ramure_format(ctx, "Partenaire%d", i).data);
	deck = layout_deck(ctx, root);
	assert_true(ramure_deck_pages(deck) > 7);
	for (int i = 0; i < 90; i++) {
		const char *name = ramure_format(ctx, "Partenaire%d", i).data;
		bool found = false;

		for (size_t page = 0; page < 4 && !found; page++)
			found = pages_find(ramure_deck_page(deck, page), name) != NULL;
		if (!found)
			fail_msg("%s is lost", name);
	}
	/* Ninety tiles in equal shares: five rows of six. */
	for (size_t page = 1; page < 4; page++) {
		size_t names = 0;

		for (int i = 0; i < 90; i++)
			names += pages_find(ramure_deck_page(deck, page), ramure_format(ctx, "Partenaire%d", i).data) !=
				 NULL;
		assert_in_range(names, 30, 34); /* "Partenaire1" is in "Partenaire12", too */
	}
	pages_free(ctx, deck);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_document_has_one_page),
		cmocka_unit_test(a_part_of_several_slides_has_a_divider),
		cmocka_unit_test(a_divider_lists_series_once_and_titles_below_its_own_name),
		cmocka_unit_test(a_divider_lists_as_many_slides_as_it_can_hold),
		cmocka_unit_test(the_date_of_a_chapter_stands_above_the_footer),
		cmocka_unit_test(a_broken_title_is_one_line_in_the_footer),
		cmocka_unit_test(headings_skip_no_level),
		cmocka_unit_test(a_cover_without_a_title_lets_the_event_be_it),
		cmocka_unit_test(a_long_slide_goes_on_in_its_elements),
		cmocka_unit_test(a_page_asked_again_is_the_same),
		cmocka_unit_test(pages_are_dropped_as_they_go),
		cmocka_unit_test(an_embargo_is_on_every_page_and_said_once),
		cmocka_unit_test(notes_stand_under_their_slide_on_a4),
		cmocka_unit_test(the_closing_page_says_the_contact_and_the_cover_does_without),
		cmocka_unit_test(a_closing_page_without_a_title_says_its_words),
		cmocka_unit_test(what_covers_and_closings_say_breaks_where_one_reads),
		cmocka_unit_test(a_covers_title_is_smaller_rather_than_end_its_lines_badly),
		cmocka_unit_test(a_full_cover_keeps_its_ornament),
		cmocka_unit_test(many_partners_take_a_slide_and_none_is_lost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
