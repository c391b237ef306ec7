/* test-deck-links.c: what leads from one page to another: outline, references, contents. */
#include "tests/unit/pages.h"

static void the_outline_goes_by_part_and_slide(void **state)
{
	static const struct {
		const char *title;
		int level;
		size_t page;
	} expected[] = { { "Titre", 1, 0 }, { "Avant", 1, 1 },   { "Première", 1, 2 }, { "Un", 2, 3 },
			 { "Deux", 2, 4 },  { "Seconde", 1, 5 }, { "Seule", 2, 5 } };
	ramure_ctx *ctx;
	ramure_node *root = pages_meeting(&ctx);
	ramure_deck *deck = layout_deck(ctx, root);

	(void)state;
	assert_int_equal(ramure_deck_outline(deck), 7);
	for (size_t i = 0; i < 7; i++) {
		const ramure_outline_entry *entry = ramure_deck_outline_entry(deck, i);

		assert_int_equal(entry->title.size, strlen(expected[i].title));
		assert_memory_equal(entry->title.data, expected[i].title, entry->title.size);
		assert_int_equal(entry->level, expected[i].level);
		assert_int_equal(entry->page, expected[i].page);
	}
	pages_free(ctx, deck);
}

static void a_reference_names_the_page_that_layout_has_found(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx), *link, *target;
	ramure_deck *deck;
	size_t page;

	(void)state;
	pages_meta(ctx, root, RAMURE_META_TITLE, "Titre");
	link = nodes_add(ctx, pages_slide(ctx, root, "Renvoi", 2)->last, RAMURE_LINK, "diapositive 4");
	pages_list(ctx, pages_slide(ctx, root, "Longue", 2), 40);
	target = pages_slide(ctx, root, "Visée", 2);
	link->link->target = target;
	link->link->generated = true;
	deck = layout_deck(ctx, root);
	page = ramure_deck_pages(deck);
	assert_true(page > 4);
	pages_need(ramure_deck_page(deck, 1), ramure_format(ctx, "diapositive\u00A0%zu", page).data);
	pages_need(ramure_deck_page(deck, page - 1), "Visée");
	pages_free(ctx, deck);
}

/* The page that the only link of a page leads to. */
static size_t led_to(const ramure_page *page)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->marks[i].type == RAMURE_LINK_MARK)
			return page->marks[i].link.page;
	fail_msg("no link on the page");
	return 0;
}

/* A deck of a slide with a link and one that goes on, which has many rows or items: the link leads to where the one
 * called "Visé" stands. */
static void expect_link_into(bool table)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx), *link, *target, *list;
	ramure_deck *deck;
	size_t page;

	pages_meta(ctx, root, RAMURE_META_TITLE, "Titre");
	link = nodes_add(ctx, pages_slide(ctx, root, "Renvoi", 2)->last, RAMURE_LINK, "diapositive 3");
	if (table) {
		list = nodes_add(ctx, pages_slide(ctx, root, "Longue", 2), RAMURE_TABLE, NULL);
		for (size_t i = 0; i < 60; i++)
			nodes_add(ctx, nodes_add(ctx, nodes_add(ctx, list, RAMURE_ROW, NULL), RAMURE_CELL, NULL),
				  RAMURE_PARAGRAPH, i == 50 ? "Visé" : "Une ligne");
	} else {
		list = pages_list(ctx, pages_slide(ctx, root, "Longue", 2), 60);
		nodes_add(ctx, nodes_add(ctx, list, RAMURE_ITEM, NULL), RAMURE_PARAGRAPH, "Visé");
	}
	target = table ? list->first : list->last;
	for (size_t i = 0; table && i < 50; i++)
		target = target->next;
	link->link->target = target;
	link->link->generated = true;
	deck = layout_deck(ctx, root);
	page = led_to(ramure_deck_page(deck, 1));
	assert_in_range(page, 4, ramure_deck_pages(deck) - 1);
	pages_need(ramure_deck_page(deck, page), "Visé");
	pages_need(ramure_deck_page(deck, 1), ramure_format(ctx, "diapositive\u00A0%zu", page + 1).data);
	pages_free(ctx, deck);
}

static void a_link_leads_to_the_page_where_its_target_stands(void **state)
{
	(void)state;
	expect_link_into(false);
	expect_link_into(true);
}

static void the_contents_tell_ranges_and_lead_there(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_meeting(&ctx), *s, *contents, *entry;
	ramure_node *first;
	ramure_deck *deck;
	const ramure_page *page;
	size_t links = 0;

	(void)state;
	for (first = root->first; first->type != RAMURE_PART; first = first->next)
		;
	/* The contents announce the second part: they are its first page. */
	s = node_new(ctx, RAMURE_SLIDE, nodes_place);
	nodes_add(ctx, s, RAMURE_HEADING, "Sommaire")->heading->level = 2;
	contents = nodes_add(ctx, s, RAMURE_CONTENTS, NULL);
	contents->contents->current = first->next;
	entry = nodes_add(ctx, contents, RAMURE_CONTENTS_ENTRY, "Première");
	*entry->entry = (ramure_entry_info){ first, 1, 1 };
	entry = nodes_add(ctx, contents, RAMURE_CONTENTS_ENTRY, "Seconde");
	*entry->entry = (ramure_entry_info){ first->next, 1, 2 };
	node_insert_after(root, first, s);
	deck = layout_deck(ctx, root);
	page = ramure_deck_page(deck, 5);
	pages_need(page, "Déjà vue, p. 3 à 5");
	pages_need(page, "Partie en cours, p. 6 à 7");
	for (size_t i = 0; i < page->count; i++)
		if (page->marks[i].type == RAMURE_LINK_MARK)
			assert_int_equal(page->marks[i].link.page, links++ ? 5 : 2);
	assert_int_equal(links, 2);
	pages_free(ctx, deck);
}

/* The pages of a deck that is a cover and a contents with entries of these levels. */
static size_t pages_of_contents(const char *levels)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx), *s, *contents;
	ramure_deck *deck;
	size_t pages;

	pages_meta(ctx, root, RAMURE_META_TITLE, "Titre");
	s = nodes_add(ctx, root, RAMURE_SLIDE, NULL);
	nodes_add(ctx, s, RAMURE_HEADING, "Sommaire")->heading->level = 2;
	contents = nodes_add(ctx, s, RAMURE_CONTENTS, NULL);
	for (const char *level = levels; *level; level++)
		*nodes_add(ctx, contents, RAMURE_CONTENTS_ENTRY, "Une entrée")->entry =
			(ramure_entry_info){ s, *level - '0', *level == '1' ? 1 : 0 };
	deck = layout_deck(ctx, root);
	pages = ramure_deck_pages(deck);
	pages_free(ctx, deck);
	return pages;
}

static void the_contents_of_a_booklet_share_a_page(void **state)
{
	(void)state;
	assert_int_equal(pages_of_contents("1111"), 2);
	assert_int_equal(pages_of_contents("12212222211112"), 2);
	assert_int_equal(pages_of_contents("122222221222222212222222122222221222222212222222"), 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_outline_goes_by_part_and_slide),
		cmocka_unit_test(a_reference_names_the_page_that_layout_has_found),
		cmocka_unit_test(a_link_leads_to_the_page_where_its_target_stands),
		cmocka_unit_test(the_contents_tell_ranges_and_lead_there),
		cmocka_unit_test(the_contents_of_a_booklet_share_a_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
