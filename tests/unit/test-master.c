/* test-master.c: the zones that title, source and key message leave to a body. */
#include "tests/unit/pages.h"

static const char two_lines[] = "Un titre qui en dit tant qu'il lui faut deux lignes pour le dire en entier, sans rien "
				"couper de ce qu'il dit à qui le lit de loin";

static fit_zone zone_of(ramure_ctx *ctx, const char *title, const char *source, const char *key, double *top)
{
	display_list list = display_measuring(ctx);
	ramure_canvas canvas = canvas_on(ctx, &list, RAMURE_ARTIFACT, 1);
	ramure_node *s = node_new(ctx, RAMURE_SLIDE, nodes_place);
	foot f = { 0 };
	head h;

	nodes_add(ctx, s, RAMURE_HEADING, title);
	if (source)
		nodes_add(ctx, s, RAMURE_SOURCE, source);
	if (key)
		nodes_add(ctx, s, RAMURE_KEY, key);
	h = master_head(&canvas, &f, s, NULL, s->first, false);
	*top = h.content_top;
	return master_zone(&canvas, &h);
}

static void zones_are_those_of_the_design(void **state)
{
	ramure_ctx *ctx;
	double top;
	fit_zone z;

	(void)state;
	pages_document(&ctx);
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
	typeset_free(ctx);
}

static void a_theme_moves_the_master(void **state)
{
	ramure_ctx *ctx;
	theme *moved;
	double top;
	fit_zone z;

	(void)state;
	pages_document(&ctx);
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
	typeset_free(ctx);
}

static void a_title_too_long_for_its_page_is_an_error(void **state)
{
	ramure_ctx *ctx;
	ramure_node *root = pages_document(&ctx);
	ramure_deck *deck;
	char *words = ramure_alloc(ctx, 6001);

	(void)state;
	for (size_t i = 0; i < 6000; i++)
		words[i] = i % 7 ? 'm' : ' ';
	pages_meta(ctx, root, RAMURE_META_TITLE, "Titre");
	pages_slide(ctx, root, words, 2);
	deck = layout_deck(ctx, root);
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 1);
	pages_free(ctx, deck);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(zones_are_those_of_the_design),
		cmocka_unit_test(a_theme_moves_the_master),
		cmocka_unit_test(a_title_too_long_for_its_page_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
