/* test-deck.c: which pages a document makes, what stands on them, and in which elements. */
#include "tests/unit/unit.h"

#include "core/document/document.h"
#include "core/document/structure.h"
#include "core/layout/deck.h"
#include "core/theme/fonts.h"

#include <math.h>
#include <string.h>

static const ramure_span here = { 1, 1, 1, 1 };

/* ---- documents ---- */

static ramure_node *add(ramure_ctx *ctx, ramure_node *parent, ramure_node_type type, const char *words)
{
	ramure_node *node = node_new(ctx, type, here);

	if (words)
		node_append(node, node_text(ctx, here, (ramure_str){ words, strlen(words) }));
	node_append(parent, node);
	return node;
}

static ramure_node *document(ramure_ctx **ctx)
{
	*ctx = unit_ctx();
	(*ctx)->theme = theme_load(*ctx, (ramure_string){ 0 }, (ramure_string){ 0 });
	assert_non_null((*ctx)->theme);
	return node_new(*ctx, RAMURE_DOCUMENT, here);
}

static void meta(ramure_ctx *ctx, ramure_node *to, ramure_meta_role role, const char *words)
{
	add(ctx, to, RAMURE_META, words)->meta->role = role;
}

static ramure_node *part(ramure_ctx *ctx, ramure_node *to, const char *name)
{
	ramure_node *node = add(ctx, to, RAMURE_PART, NULL);

	add(ctx, node, RAMURE_HEADING, name)->heading->level = 2;
	return node;
}

/* A slide, with a heading of the level that the document nests it at, and one sentence. */
static ramure_node *slide(ramure_ctx *ctx, ramure_node *to, const char *title, int level)
{
	ramure_node *node = add(ctx, to, RAMURE_SLIDE, NULL);

	add(ctx, node, RAMURE_HEADING, title)->heading->level = level;
	add(ctx, node, RAMURE_PARAGRAPH, "Une phrase.");
	return node;
}

static ramure_node *long_list(ramure_ctx *ctx, ramure_node *to, size_t items)
{
	ramure_node *list = add(ctx, to, RAMURE_LIST, NULL);

	for (size_t i = 0; i < items; i++)
		add(ctx, add(ctx, list, RAMURE_ITEM, NULL), RAMURE_PARAGRAPH,
		    "Un point qui tient sur une ligne entière de la diapositive, mais pas dans une colonne de "
		    "celle-ci");
	return list;
}

static void clear(ramure_ctx *ctx, ramure_deck *deck)
{
	layout_release(deck);
	fonts_release(ctx);
	ctx_free(ctx);
}

/* ---- pages ---- */

/* The mark of a page that begins with these words, or NULL. */
static const ramure_page_mark *find(const ramure_page *page, const char *words)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->marks[i].type == RAMURE_GLYPH_RUN && page->marks[i].run.text.size >= strlen(words) &&
		    memcmp(page->marks[i].run.text.data, words, strlen(words)) == 0)
			return &page->marks[i];
	return NULL;
}

static const ramure_page_mark *need(const ramure_page *page, const char *words)
{
	const ramure_page_mark *mark = find(page, words);

	if (!mark)
		fail_msg("'%s' is not on page %.*s", words, (int)page->label.size, page->label.data);
	return mark;
}

static ramure_tag tag_of(const ramure_deck *deck, const ramure_page_mark *mark)
{
	assert_int_not_equal(mark->element, RAMURE_ARTIFACT);
	return ramure_deck_element(deck, mark->element)->tag;
}

static void an_empty_document_has_one_page(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = document(&ctx);
	ramure_deck *deck = layout_deck(ctx, root);

	(void)state;
	assert_int_equal(ramure_deck_pages(deck), 1);
	assert_true(ramure_deck_page(deck, 0)->count > 0);
	clear(ctx, deck);
}

static ramure_node *meeting(ramure_ctx **ctx)
{
	ramure_node *root = document(ctx), *p;

	meta(*ctx, root, RAMURE_META_EVENT, "Réunion");
	meta(*ctx, root, RAMURE_META_TITLE, "Titre");
	slide(*ctx, root, "Avant", 2);
	p = part(*ctx, root, "Première");
	slide(*ctx, p, "Un", 3);
	slide(*ctx, p, "Deux", 3);
	p = part(*ctx, root, "Seconde");
	slide(*ctx, p, "Seule", 3);
	return root;
}

static void a_part_of_several_slides_has_a_divider(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = meeting(&ctx);
	ramure_deck *deck = layout_deck(ctx, root);
	const ramure_page *page;

	(void)state;
	assert_int_equal(ramure_deck_pages(deck), 6);
	need(ramure_deck_page(deck, 1), "Réunion");
	page = ramure_deck_page(deck, 2);
	need(page, "Partie 1 sur 2");
	need(page, "Première");
	need(page, "Un");
	need(page, "Deux");
	/* The part without a page of its own is named on its slide. */
	page = ramure_deck_page(deck, 5);
	need(page, "Seconde");
	need(page, "Seule");
	clear(ctx, deck);
}

static void a_divider_lists_series_once_and_titles_below_its_own_name(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = document(&ctx), *own = part(ctx, root, "Voie"), *two = part(ctx, root, "Deux");
	ramure_deck *deck;

	(void)state;
	slide(ctx, own, "Voie (n/N) | Voir", 3);
	slide(ctx, own, "Voie (n/N) | Dire", 3);
	kickers_make(ctx, own);
	slide(ctx, two, "Mots (n/N) | Parler", 3);
	slide(ctx, two, "Mots (n/N) | Lire", 3);
	slide(ctx, two, "Actes | Faire", 3);
	kickers_make(ctx, two);
	deck = layout_deck(ctx, root);
	need(ramure_deck_page(deck, 0), "Voir");
	need(ramure_deck_page(deck, 0), "Dire");
	need(ramure_deck_page(deck, 1), "Voie (1/2)");
	need(ramure_deck_page(deck, 3), "Mots");
	assert_null(find(ramure_deck_page(deck, 3), "Mots (1/2)"));
	need(ramure_deck_page(deck, 3), "Actes");
	assert_null(find(ramure_deck_page(deck, 3), "3"));
	clear(ctx, deck);
}

static void a_broken_title_is_one_line_in_the_footer(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = document(&ctx), *title;
	ramure_deck *deck;

	(void)state;
	title = add(ctx, root, RAMURE_META, "Premier :");
	title->meta->role = RAMURE_META_TITLE;
	node_append(title, node_new(ctx, RAMURE_BREAK, here));
	node_append(title, node_text(ctx, here, RAMURE_STR("second")));
	slide(ctx, root, "Une page", 2);
	deck = layout_deck(ctx, root);
	need(ramure_deck_page(deck, 0), "second");
	need(ramure_deck_page(deck, 1), "Premier : second");
	clear(ctx, deck);
}

static void headings_skip_no_level(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = meeting(&ctx);
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
	assert_int_equal(tag_of(deck, need(ramure_deck_page(deck, 0), "Titre")), RAMURE_TAG_H1);
	assert_int_equal(tag_of(deck, need(ramure_deck_page(deck, 2), "Première")), RAMURE_TAG_H2);
	assert_int_equal(tag_of(deck, need(ramure_deck_page(deck, 3), "Un")), RAMURE_TAG_H3);
	assert_int_equal(tag_of(deck, need(ramure_deck_page(deck, 5), "Seule")), RAMURE_TAG_H2);
	clear(ctx, deck);
}

static void a_cover_without_a_title_lets_the_event_be_it(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = document(&ctx);
	ramure_deck *deck;

	(void)state;
	meta(ctx, root, RAMURE_META_EVENT, "Réunion");
	slide(ctx, root, "Seule", 1);
	deck = layout_deck(ctx, root);
	assert_int_equal(tag_of(deck, need(ramure_deck_page(deck, 0), "Réunion")), RAMURE_TAG_H1);
	assert_int_equal(tag_of(deck, need(ramure_deck_page(deck, 1), "Seule")), RAMURE_TAG_H2);
	clear(ctx, deck);
}

static void the_outline_goes_by_part_and_slide(void **state)
{
	static const struct {
		const char *title;
		int level;
		size_t page;
	} expected[] = { { "Titre", 1, 0 }, { "Avant", 1, 1 },   { "Première", 1, 2 }, { "Un", 2, 3 },
			 { "Deux", 2, 4 },  { "Seconde", 1, 5 }, { "Seule", 2, 5 } };
	ramure_ctx *ctx;
	ramure_node *root = meeting(&ctx);
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
	clear(ctx, deck);
}

static void a_long_slide_goes_on_in_its_elements(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = document(&ctx), *s;
	ramure_deck *deck;
	uint32_t list = 0, items = 0;
	const ramure_page *page;

	(void)state;
	meta(ctx, root, RAMURE_META_TITLE, "Titre");
	s = slide(ctx, root, "Longue", 2);
	long_list(ctx, s, 40);
	add(ctx, s, RAMURE_KEY, "Le message");
	add(ctx, s, RAMURE_SOURCE, "Source : essai");
	deck = layout_deck(ctx, root);
	assert_true(ramure_deck_pages(deck) > 2);
	for (size_t i = 1; i < ramure_deck_pages(deck); i++) {
		bool last = i + 1 == ramure_deck_pages(deck);

		page = ramure_deck_page(deck, i);
		/* The title stands at the same place; it is text once. */
		assert_true(fabs((double)need(page, "Longue")->run.y - 77.8) < 0.2);
		assert_int_equal(find(page, "(suite)") != NULL, i > 1);
		assert_int_equal(need(page, "Longue")->element == RAMURE_ARTIFACT, i > 1);
		assert_int_equal(find(page, "Le message") != NULL, last);
		assert_int_equal(need(page, "Source")->element == RAMURE_ARTIFACT, !last);
	}
	for (size_t i = 0; i < ramure_deck_elements(deck); i++) {
		const ramure_element *e = ramure_deck_element(deck, i);

		list += e->tag == RAMURE_TAG_L;
		items += e->tag == RAMURE_TAG_LI;
	}
	assert_int_equal(list, 1);
	assert_int_equal(items, 40);
	clear(ctx, deck);
}

static void a_reference_names_the_page_that_layout_has_found(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = document(&ctx), *link, *target;
	ramure_deck *deck;
	size_t page;

	(void)state;
	meta(ctx, root, RAMURE_META_TITLE, "Titre");
	link = add(ctx, slide(ctx, root, "Renvoi", 2)->last, RAMURE_LINK, "diapositive 4");
	long_list(ctx, slide(ctx, root, "Longue", 2), 40);
	target = slide(ctx, root, "Visée", 2);
	link->link->target = target;
	link->link->generated = true;
	deck = layout_deck(ctx, root);
	page = ramure_deck_pages(deck);
	assert_true(page > 4);
	need(ramure_deck_page(deck, 1), ramure_format(ctx, "diapositive\u00A0%zu", page).data);
	need(ramure_deck_page(deck, page - 1), "Visée");
	clear(ctx, deck);
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
	ramure_node *root = document(&ctx), *link, *target, *list;
	ramure_deck *deck;
	size_t page;

	meta(ctx, root, RAMURE_META_TITLE, "Titre");
	link = add(ctx, slide(ctx, root, "Renvoi", 2)->last, RAMURE_LINK, "diapositive 3");
	if (table) {
		list = add(ctx, slide(ctx, root, "Longue", 2), RAMURE_TABLE, NULL);
		for (size_t i = 0; i < 60; i++)
			add(ctx, add(ctx, add(ctx, list, RAMURE_ROW, NULL), RAMURE_CELL, NULL), RAMURE_PARAGRAPH,
			    i == 50 ? "Visé" : "Une ligne");
	} else {
		list = long_list(ctx, slide(ctx, root, "Longue", 2), 60);
		add(ctx, add(ctx, list, RAMURE_ITEM, NULL), RAMURE_PARAGRAPH, "Visé");
	}
	target = table ? list->first : list->last;
	for (size_t i = 0; table && i < 50; i++)
		target = target->next;
	link->link->target = target;
	link->link->generated = true;
	deck = layout_deck(ctx, root);
	page = led_to(ramure_deck_page(deck, 1));
	assert_in_range(page, 4, ramure_deck_pages(deck) - 1);
	need(ramure_deck_page(deck, page), "Visé");
	need(ramure_deck_page(deck, 1), ramure_format(ctx, "diapositive\u00A0%zu", page + 1).data);
	clear(ctx, deck);
}

static void a_link_leads_to_the_page_where_its_target_stands(void **state)
{
	(void)state;
	expect_link_into(false);
	expect_link_into(true);
}

static void a_page_asked_again_is_the_same(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = meeting(&ctx);
	ramure_deck *deck = layout_deck(ctx, root);
	ramure_str first = deck_dump(ctx, deck), second;
	size_t elements = ramure_deck_elements(deck);

	(void)state;
	second = deck_dump(ctx, deck);
	assert_int_equal(ramure_deck_elements(deck), elements);
	assert_true(ramure_str_equal(first, second));
	clear(ctx, deck);
}

static void pages_are_dropped_as_they_go(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = document(&ctx);
	ramure_deck *deck;
	size_t most = 0;

	(void)state;
	meta(ctx, root, RAMURE_META_TITLE, "Titre");
	for (size_t i = 0; i < 200; i++)
		slide(ctx, root, "Une diapositive", 2);
	deck = layout_deck(ctx, root);
	for (size_t i = 0; i < ramure_deck_pages(deck); i++) {
		ramure_deck_page(deck, i);
		most = arena_used(deck->page_arena) > most ? arena_used(deck->page_arena) : most;
	}
	assert_true(most > 0 && most < 200000);
	clear(ctx, deck);
}

static void the_contents_tell_ranges_and_lead_there(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = meeting(&ctx), *s, *contents, *entry;
	ramure_node *first;
	ramure_deck *deck;
	const ramure_page *page;
	size_t links = 0;

	(void)state;
	for (first = root->first; first->type != RAMURE_PART; first = first->next)
		;
	/* The contents announce the second part: they are its first page. */
	s = node_new(ctx, RAMURE_SLIDE, here);
	add(ctx, s, RAMURE_HEADING, "Sommaire")->heading->level = 2;
	contents = add(ctx, s, RAMURE_CONTENTS, NULL);
	contents->contents->current = first->next;
	entry = add(ctx, contents, RAMURE_CONTENTS_ENTRY, "Première");
	*entry->entry = (ramure_entry_info){ first, 1, 1 };
	entry = add(ctx, contents, RAMURE_CONTENTS_ENTRY, "Seconde");
	*entry->entry = (ramure_entry_info){ first->next, 1, 2 };
	node_insert_after(root, first, s);
	deck = layout_deck(ctx, root);
	page = ramure_deck_page(deck, 5);
	need(page, "Déjà vue, p. 3 à 5");
	need(page, "Partie en cours, p. 6 à 7");
	for (size_t i = 0; i < page->count; i++)
		if (page->marks[i].type == RAMURE_LINK_MARK)
			assert_int_equal(page->marks[i].link.page, links++ ? 5 : 2);
	assert_int_equal(links, 2);
	clear(ctx, deck);
}

/* The pages of a deck that is a cover and a contents with entries of these levels. */
static size_t pages_of_contents(const char *levels)
{
	ramure_ctx *ctx;
	ramure_node *root = document(&ctx), *s, *contents;
	ramure_deck *deck;
	size_t pages;

	meta(ctx, root, RAMURE_META_TITLE, "Titre");
	s = add(ctx, root, RAMURE_SLIDE, NULL);
	add(ctx, s, RAMURE_HEADING, "Sommaire")->heading->level = 2;
	contents = add(ctx, s, RAMURE_CONTENTS, NULL);
	for (const char *level = levels; *level; level++)
		*add(ctx, contents, RAMURE_CONTENTS_ENTRY, "Une entrée")->entry =
			(ramure_entry_info){ s, *level - '0', *level == '1' ? 1 : 0 };
	deck = layout_deck(ctx, root);
	pages = ramure_deck_pages(deck);
	clear(ctx, deck);
	return pages;
}

static void the_contents_of_a_booklet_share_a_page(void **state)
{
	(void)state;
	assert_int_equal(pages_of_contents("1111"), 2);
	assert_int_equal(pages_of_contents("12212222211112"), 2);
	assert_int_equal(pages_of_contents("122222221222222212222222122222221222222212222222"), 4);
}

static void an_embargo_is_on_every_page_and_said_once(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = meeting(&ctx);
	ramure_deck *deck;

	(void)state;
	meta(ctx, root, RAMURE_META_EMBARGO, "Sous embargo");
	deck = layout_deck(ctx, root);
	for (size_t i = 0; i < ramure_deck_pages(deck); i++)
		assert_int_equal(need(ramure_deck_page(deck, i), "Sous embargo")->element == RAMURE_ARTIFACT, i > 0);
	clear(ctx, deck);
}

static void notes_stand_under_their_slide_on_a4(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = meeting(&ctx), *notes;
	ramure_deck *deck, *plain;
	const ramure_page *page;

	(void)state;
	notes = add(ctx, root->last->last, RAMURE_NOTES, NULL);
	add(ctx, notes, RAMURE_PARAGRAPH, "À dire");
	deck = layout_notes(ctx, root);
	page = ramure_deck_page(deck, 5);
	assert_true(page->height > page->width);
	assert_true((double)need(page, "À dire")->run.y > 48 + 540 * 0.52);
	assert_true((double)need(page, "Seule")->run.size < 16);
	plain = layout_deck(ctx, root);
	assert_null(find(ramure_deck_page(plain, 5), "À dire"));
	layout_release(plain);
	clear(ctx, deck);
}

static void the_closing_page_says_the_contact_and_the_cover_does_without(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = meeting(&ctx), *closing;
	ramure_deck *deck;

	(void)state;
	meta(ctx, root, RAMURE_META_CONTACT, "Le secrétariat");
	deck = layout_deck(ctx, root);
	need(ramure_deck_page(deck, 0), "Le secrétariat");
	layout_release(deck);
	closing = add(ctx, add(ctx, root, RAMURE_SLIDE, NULL), RAMURE_CLOSING, NULL);
	add(ctx, closing, RAMURE_HEADING, "Merci")->heading->level = 2;
	deck = layout_deck(ctx, root);
	assert_int_equal(ramure_deck_pages(deck), 7);
	assert_null(find(ramure_deck_page(deck, 0), "Le secrétariat"));
	need(ramure_deck_page(deck, 6), "Merci");
	need(ramure_deck_page(deck, 6), "Le secrétariat");
	clear(ctx, deck);
}

/* ---- the master's zones ---- */

static const char two_lines[] = "Un titre qui en dit tant qu'il lui faut deux lignes pour le dire en entier, sans rien "
				"couper de ce qu'il dit à qui le lit de loin";

static fit_zone zone_of(ramure_ctx *ctx, const char *title, const char *source, const char *key, double *top)
{
	display_list list = display_measuring(ctx);
	ramure_canvas canvas = canvas_on(ctx, &list, RAMURE_ARTIFACT, 1);
	ramure_node *s = node_new(ctx, RAMURE_SLIDE, here);
	foot f = { 0 };
	head h;

	add(ctx, s, RAMURE_HEADING, title);
	if (source)
		add(ctx, s, RAMURE_SOURCE, source);
	if (key)
		add(ctx, s, RAMURE_KEY, key);
	h = master_head(&canvas, &f, NULL, s->first, false);
	*top = h.content_top;
	return master_zone(&canvas, &h, s);
}

static void zones_are_those_of_the_design(void **state)
{
	ramure_ctx *ctx;
	double top;
	fit_zone z;

	(void)state;
	document(&ctx);
	z = zone_of(ctx, "Titre", "Source : essai", "Un message", &top);
	assert_true(top == 112 && z.last.y + z.last.height == 420);
	assert_true(z.last.x == 48 && z.last.width == 864);
	assert_true(z.page.y + z.page.height == 458);
	z = zone_of(ctx, "Titre", NULL, "Un message", &top);
	assert_true(z.last.y + z.last.height == 440);
	z = zone_of(ctx, "Titre", NULL, NULL, &top);
	assert_true(z.last.y + z.last.height == 486);
	z = zone_of(ctx, two_lines, NULL, two_lines, &top);
	assert_true(top == 126 && z.last.y + z.last.height == 418);
	fonts_release(ctx);
	ctx_free(ctx);
}

static void a_theme_moves_the_master(void **state)
{
	ramure_ctx *ctx;
	theme *moved;
	double top;
	fit_zone z;

	(void)state;
	document(&ctx);
	moved = RAMURE_NEW(ctx, theme);
	*moved = *ctx->theme;
	moved->master.content_top += 10;
	moved->master.content_bottom += 20;
	moved->master.key_bottom += 30;
	moved->master.key_padding += 4;
	ctx->theme = moved;
	z = zone_of(ctx, "Titre", NULL, NULL, &top);
	assert_true(top == 122 && z.last.y + z.last.height == 466);
	z = zone_of(ctx, "Titre", NULL, "Un message", &top);
	assert_true(z.last.y + z.last.height == 440 - 30 - 8);
	fonts_release(ctx);
	ctx_free(ctx);
}

static void a_title_too_long_for_its_page_is_an_error(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = document(&ctx);
	ramure_deck *deck;
	char *words = ramure_alloc(ctx, 6001);

	(void)state;
	for (size_t i = 0; i < 6000; i++)
		words[i] = i % 7 ? 'm' : ' ';
	meta(ctx, root, RAMURE_META_TITLE, "Titre");
	slide(ctx, root, words, 2);
	deck = layout_deck(ctx, root);
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 1);
	clear(ctx, deck);
}

static void many_partners_take_a_slide_and_none_is_lost(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = meeting(&ctx);
	ramure_deck *deck;

	(void)state;
	for (int i = 0; i < 90; i++)
		meta(ctx, root, RAMURE_META_PARTNER, ramure_format(ctx, "Partenaire%d", i).data);
	deck = layout_deck(ctx, root);
	assert_true(ramure_deck_pages(deck) > 7);
	for (int i = 0; i < 90; i++) {
		const char *name = ramure_format(ctx, "Partenaire%d", i).data;
		bool found = false;

		for (size_t page = 0; page < 4 && !found; page++)
			found = find(ramure_deck_page(deck, page), name) != NULL;
		if (!found)
			fail_msg("%s is lost", name);
	}
	clear(ctx, deck);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_document_has_one_page),
		cmocka_unit_test(a_part_of_several_slides_has_a_divider),
		cmocka_unit_test(a_divider_lists_series_once_and_titles_below_its_own_name),
		cmocka_unit_test(a_broken_title_is_one_line_in_the_footer),
		cmocka_unit_test(headings_skip_no_level),
		cmocka_unit_test(a_cover_without_a_title_lets_the_event_be_it),
		cmocka_unit_test(the_outline_goes_by_part_and_slide),
		cmocka_unit_test(a_long_slide_goes_on_in_its_elements),
		cmocka_unit_test(a_reference_names_the_page_that_layout_has_found),
		cmocka_unit_test(a_link_leads_to_the_page_where_its_target_stands),
		cmocka_unit_test(a_page_asked_again_is_the_same),
		cmocka_unit_test(pages_are_dropped_as_they_go),
		cmocka_unit_test(the_contents_tell_ranges_and_lead_there),
		cmocka_unit_test(the_contents_of_a_booklet_share_a_page),
		cmocka_unit_test(an_embargo_is_on_every_page_and_said_once),
		cmocka_unit_test(notes_stand_under_their_slide_on_a4),
		cmocka_unit_test(the_closing_page_says_the_contact_and_the_cover_does_without),
		cmocka_unit_test(zones_are_those_of_the_design),
		cmocka_unit_test(a_theme_moves_the_master),
		cmocka_unit_test(a_title_too_long_for_its_page_is_an_error),
		cmocka_unit_test(many_partners_take_a_slide_and_none_is_lost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
