/* index.c: the organisations of a document, and where it speaks of them. */
#include "booklet.h"

enum column { NAME, OTHER_NAMES, PLACES, COLUMNS };

static const ramure_column_info infos[COLUMNS] = {
	[NAME] = { .share = 0.3, .strong = true },
	[OTHER_NAMES] = { .share = 0.35 },
	[PLACES] = { .share = 0.35 },
};

static void put_other_names(ramure_builder *b, const struct organisation *o)
{
	ramure_begin(b, RAMURE_CELL, (ramure_span){ 0 })->cell->role = RAMURE_ROLE_SMALL;
	for (size_t i = 1; i < o->mentions.name_count; i++) {
		if (i > 1)
			ramure_put_string(b, RAMURE_STR(", "));
		ramure_put_string(b, o->names[i]);
	}
	ramure_end(b);
}

/* In a deck "5"; in a report "2.3, p. 12", or the page alone of what has no heading. */
static void put_place(ramure_ctx *ctx, ramure_builder *b, const ramure_node *place)
{
	static const ramure_word page = { "p.\u00A0", "p.\u00A0" };

	if (ramure_builder_medium(b) == RAMURE_SLIDES) {
		ramure_put_reference(b, place, RAMURE_BY_PAGE);
		return;
	}
	if (ramure_child(place, RAMURE_HEADING)) {
		ramure_put_reference(b, place, RAMURE_BY_NUMBER);
		ramure_put_string(b, RAMURE_STR(",\u00A0"));
	}
	ramure_put_string(b, ramure_say_str(ctx, page));
	ramure_put_reference(b, place, RAMURE_BY_PAGE);
}

static void put_places(ramure_ctx *ctx, ramure_builder *b, const struct organisation *o)
{
	static const ramure_word semicolon = { "; ", " ; " };
	ramure_str between =
		ramure_builder_medium(b) == RAMURE_SLIDES ? RAMURE_STR(", ") : ramure_say_str(ctx, semicolon);

	ramure_begin(b, RAMURE_CELL, (ramure_span){ 0 });
	for (size_t i = 0; i < o->mentions.place_count; i++) {
		if (i)
			ramure_put_string(b, between);
		put_place(ctx, b, o->mentions.places[i]);
	}
	ramure_end(b);
}

static void put_table(ramure_ctx *ctx, ramure_builder *b, const struct page *page,
		      const struct organisation *organisations, size_t count, bool named)
{
	static const ramure_word name = { "Organisation", "Organisation" };
	static const ramure_word other_names = { "Other names", "Autres noms" };
	static const ramure_word slides = { "Slides", "Diapositives" }, sections = { "Sections", "Sections" };
	static const ramure_word caption = { "Where organisations are named", "Où les organisations sont citées" };
	bool report = ramure_builder_medium(b) == RAMURE_REPORT;
	ramure_column_info columns[COLUMNS];
	ramure_str header[COLUMNS];
	size_t n = 0;
	ramure_table_info *table;

	columns[n] = infos[NAME];
	header[n++] = ramure_say_str(ctx, name);
	if (named) {
		columns[n] = infos[OTHER_NAMES];
		header[n++] = ramure_say_str(ctx, other_names);
	}
	columns[n] = infos[PLACES];
	header[n++] = ramure_say_str(ctx, report ? sections : slides);
	table = ramure_begin_table(b, page->at, columns, n)->table;
	table->header_columns = 1;
	ramure_table_caption(b, caption, NULL);
	ramure_header_row(b, page->at, header, n);
	for (size_t i = 0; i < count; i++) {
		if (!organisations[i].mentions.place_count)
			continue;
		ramure_begin(b, RAMURE_ROW, page->at);
		ramure_cell_string(b, organisations[i].names[0]);
		if (named)
			put_other_names(b, &organisations[i]);
		put_places(ctx, b, &organisations[i]);
		ramure_end(b);
	}
	ramure_end(b);
}

void build_index(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	static const ramure_word nothing = { "No organisation is named here.", "Aucune organisation n'est citée ici." };
	size_t count, found = 0;
	bool named = false;
	struct organisation *organisations = gather_organisations(ctx, &count);
	ramure_mentions *mentions = RAMURE_NEW_ARRAY(ctx, ramure_mentions, count + 1);

	for (size_t i = 0; i < count; i++)
		mentions[i] = organisations[i].mentions;
	ramure_find_mentions(b, mentions, count);
	for (size_t i = 0; i < count; i++) {
		organisations[i].mentions = mentions[i];
		found += mentions[i].place_count > 0;
		named |= mentions[i].place_count > 0 && mentions[i].name_count > 1;
	}
	if (found)
		put_table(ctx, b, data, organisations, count, named);
	else
		put_nothing(ctx, b, data, nothing);
}
