/* minutes.c: the agenda in the report: a convocation, or the minutes once items tell what was said. */
#include "agenda.h"

static void begin_paragraph(ramure_builder *b, ramure_span at, bool quiet)
{
	ramure_begin(b, RAMURE_PARAGRAPH, at)->paragraph->quiet = quiet;
}

static void put_documents(ramure_ctx *ctx, ramure_builder *b, const struct item *item)
{
	static const ramure_word one = { "Document: ", "Document : " }, many = { "Documents: ", "Documents : " };
	const struct document *documents = item->documents.items;

	if (!item->documents.count)
		return;
	begin_paragraph(b, item->documents.at, true);
	ramure_put_format(b, "%s", ramure_say_count(ctx, (int64_t)item->documents.count, one, many));
	for (size_t i = 0; i < item->documents.count; i++) {
		const struct document *document = &documents[i];

		if (i)
			ramure_put_string(b, RAMURE_STR(", "));
		if (ramure_given(document->link.at))
			ramure_put_link(b, document->link.text, document->title);
		else if (ramure_given(document->file.at))
			ramure_put_link(b, document->file.text, document->title);
		else
			ramure_put(b, document->title);
	}
	ramure_end(b);
}

static void put_type(ramure_ctx *ctx, ramure_builder *b, const struct item *item)
{
	const char *word = item_word(ctx, item->type.value);

	ramure_put_mark(b, item_mark(item->type.value), ramure_format(ctx, "%s", word));
}

/* ---- convocation ---- */

enum column { HOUR, ITEM, SPEAKERS, TYPE, DURATION, COLUMNS };

static void put_cell(ramure_ctx *ctx, ramure_builder *b, const struct agenda *agenda, const struct item *item,
		     enum column column)
{
	size_t rank = (size_t)(item - (const struct item *)agenda->items.items) + 1;

	ramure_begin(b, RAMURE_CELL, item->at);
	switch (column) {
	case HOUR:
		if (!ramure_given(agenda->start.at))
			ramure_put_format(b, "%zu", rank);
		else if (item->starts >= 0)
			ramure_put_string(b, hour_words(ctx, item->starts));
		break;
	case ITEM:
		begin_paragraph(b, item->at, false);
		ramure_put_strong(b, item->title);
		ramure_end(b);
		ramure_paragraph(b, item->text);
		put_documents(ctx, b, item);
		break;
	case SPEAKERS:
		ramure_put_people(b, item->speakers);
		break;
	case TYPE:
		if (item->type.value)
			put_type(ctx, b, item);
		break;
	case DURATION:
		if (item->duration.value)
			ramure_put_string(b, ramure_duration_format(ctx, item->duration.value));
		break;
	case COLUMNS:
		break;
	}
	ramure_end(b);
}

/* The columns that at least one item fills. */
static size_t choose_columns(const struct agenda *agenda, enum column *chosen)
{
	const struct item *items = agenda->items.items;
	bool filled[COLUMNS] = { [HOUR] = true, [ITEM] = true };
	size_t count = 0;

	for (size_t i = 0; i < agenda->items.count; i++) {
		filled[SPEAKERS] |= items[i].speakers.count > 0;
		filled[TYPE] |= items[i].type.value > 0;
		filled[DURATION] |= items[i].duration.value > 0;
	}
	for (int c = 0; c < COLUMNS; c++)
		if (filled[c])
			chosen[count++] = (enum column)c;
	return count;
}

void put_convocation(ramure_ctx *ctx, ramure_builder *b, const struct agenda *agenda)
{
	static const ramure_word titles[COLUMNS] = { [HOUR] = { "Time", "Heure" },
						     [ITEM] = { "Item", "Point" },
						     [SPEAKERS] = { "Speakers", "Intervenants" },
						     [TYPE] = { "Type", "Nature" },
						     [DURATION] = { "Duration", "Durée" } };
	static const ramure_column_info infos[COLUMNS] = { [HOUR] = { .fixed = true },
							   [ITEM] = { .share = 0.45 },
							   [TYPE] = { .fixed = true },
							   [DURATION] = { .align = RAMURE_END, .fixed = true } };
	static const ramure_word rank = { "No.", "N°" };
	static const ramure_word caption = { "Course of the meeting", "Déroulé de la séance" };
	const struct item *items = agenda->items.items;
	enum column chosen[COLUMNS];
	size_t count = choose_columns(agenda, chosen);
	ramure_column_info columns[COLUMNS];
	ramure_str header[COLUMNS];
	ramure_str total = total_sentence(ctx, agenda);

	for (size_t i = 0; i < count; i++) {
		ramure_word title = chosen[i] == HOUR && !ramure_given(agenda->start.at) ? rank : titles[chosen[i]];

		columns[i] = infos[chosen[i]];
		header[i] = ramure_say_str(ctx, title);
	}
	ramure_begin_table(b, agenda->at, columns, count)->table->main_column = 1;
	ramure_table_caption(b, caption, NULL);
	ramure_header_row(b, agenda->at, header, count);
	for (size_t i = 0; i < agenda->items.count; i++) {
		ramure_begin(b, RAMURE_ROW, items[i].at);
		for (size_t c = 0; c < count; c++)
			put_cell(ctx, b, agenda, &items[i], chosen[c]);
		ramure_end(b);
	}
	ramure_end(b);
	if (total.size) {
		begin_paragraph(b, agenda->at, true);
		ramure_put_string(b, total);
		ramure_end(b);
	}
}

/* ---- minutes ---- */

/* The chapter that tells this agenda: its own facts say. */
static const ramure_node *chapter_of(ramure_ctx *ctx, const struct agenda *agenda)
{
	const ramure_fact *fact = NULL;

	while ((fact = ramure_next_fact(ctx, "agenda-item", fact)))
		if (fact->data == agenda->items.items)
			return fact->chapter;
	return NULL;
}

static void put_fact(ramure_ctx *ctx, ramure_builder *b, const ramure_fact *fact)
{
	ramure_put(b, fact->say ? fact->say(ctx, fact) : fact->text ? fact->text : fact->title);
}

/* Whether the report has just said it, in a block of its own. */
static bool is_above(const ramure_fact *fact, const struct agenda *agenda)
{
	return !fact->unreported && fact->at.file == agenda->at.file && fact->at.line < agenda->at.line;
}

static void put_attendance(ramure_ctx *ctx, ramure_builder *b, const struct agenda *agenda, const ramure_node *chapter)
{
	const ramure_fact *fact = NULL;

	while ((fact = ramure_next_fact(ctx, "attendance", fact))) {
		if (fact->chapter != chapter || is_above(fact, agenda))
			continue;
		begin_paragraph(b, fact->at, false);
		put_fact(ctx, b, fact);
		ramure_end(b);
	}
}

/* A decision, with what it calls its item, as names compare. */
struct taken {
	const ramure_fact *decision;
	ramure_str item;
};

static struct taken *gather_taken(ramure_ctx *ctx, const ramure_node *chapter, size_t *count)
{
	const ramure_fact *fact = NULL;
	struct taken *all = NULL;

	*count = 0;
	while ((fact = ramure_next_fact(ctx, "decision", fact))) {
		if (fact->chapter != chapter || !fact->about.size)
			continue;
		all = ramure_extend_array(ctx, all, *count, sizeof *all);
		all[(*count)++] = (struct taken){ fact, ramure_slug(ctx, fact->about) };
	}
	return all;
}

static void put_decisions(ramure_ctx *ctx, ramure_builder *b, const struct item *item, const struct taken *all,
			  size_t count)
{
	ramure_str name = ramure_slug(ctx, item->id.text);
	bool open = false;

	for (size_t i = 0; i < count && name.size; i++) {
		if (!ramure_str_equal(all[i].item, name))
			continue;
		if (!open)
			ramure_begin(b, RAMURE_LIST, all[i].decision->at);
		open = true;
		ramure_begin(b, RAMURE_ITEM, all[i].decision->at);
		begin_paragraph(b, all[i].decision->at, false);
		put_fact(ctx, b, all[i].decision);
		ramure_end(b);
		ramure_end(b);
	}
	if (open)
		ramure_end(b);
}

/* "14 h 30, 15 min. Débat. Pierre-Dominique Vitoux et Bernard Saincy." */
static void put_circumstances(ramure_ctx *ctx, ramure_builder *b, const struct item *item)
{
	bool timed = item->starts >= 0, lasts = item->duration.value > 0, typed = item->type.value > 0;

	if (!timed && !lasts && !typed && !item->speakers.count)
		return;
	begin_paragraph(b, item->at, true);
	if (timed)
		ramure_put_string(b, hour_words(ctx, item->starts));
	if (timed && lasts)
		ramure_put_string(b, RAMURE_STR(", "));
	if (lasts)
		ramure_put_string(b, ramure_duration_format(ctx, item->duration.value));
	if (typed) {
		ramure_put_string(b, timed || lasts ? RAMURE_STR(" · ") : RAMURE_STR(""));
		put_type(ctx, b, item);
	}
	if (item->speakers.count) {
		ramure_put_string(b, timed || lasts || typed ? RAMURE_STR(" · ") : RAMURE_STR(""));
		ramure_put_people(b, item->speakers);
	}
	ramure_end(b);
}

void put_minutes(ramure_ctx *ctx, ramure_builder *b, const struct agenda *agenda)
{
	const struct item *items = agenda->items.items;
	const ramure_node *chapter = chapter_of(ctx, agenda);
	size_t count;
	const struct taken *taken = gather_taken(ctx, chapter, &count);

	put_attendance(ctx, b, agenda, chapter);
	for (size_t i = 0; i < agenda->items.count; i++) {
		ramure_begin_section(b, items[i].at, items[i].title);
		put_circumstances(ctx, b, &items[i]);
		ramure_paragraph(b, items[i].text);
		put_documents(ctx, b, &items[i]);
		ramure_put_blocks(b, items[i].minutes);
		put_decisions(ctx, b, &items[i], taken, count);
		ramure_end(b);
	}
}
