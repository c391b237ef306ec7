/* year.c: the year as it went, and the dates to come. */
#include "booklet.h"

enum column { WHEN, WHAT, WHO, NATURE, COLUMNS };

static const ramure_word titles[COLUMNS] = {
	[WHEN] = { "Date", "Date" },
	[WHAT] = { "What", "Quoi" },
	[WHO] = { "Who", "Qui" },
	[NATURE] = { "Nature", "Nature" },
};

static const ramure_column_info infos[COLUMNS] = {
	[WHEN] = { .fixed = true, .strong = true },
	[WHAT] = { .share = 0.5 },
	[NATURE] = { .fixed = true },
};

static const ramure_word nature_words[NATURES] = {
	[MEETING] = { "Meeting", "Réunion" },   [DOCUMENT] = { "Document", "Document" },
	[EVENT] = { "Event", "Événement" },     [BALANCE] = { "Review", "Bilan" },
	[FOLLOW_UP] = { "Follow-up", "Suite" }, [DUE] = { "Due", "Échéance" },
};

static const ramure_mark_info nature_marks[NATURES] = {
	[MEETING] = { RAMURE_DISC, RAMURE_PRIMARY, RAMURE_PAPER },
	[DOCUMENT] = { RAMURE_SQUARE, RAMURE_PRIMARY, RAMURE_PAPER },
	[EVENT] = { RAMURE_DIAMOND, RAMURE_ACCENT, RAMURE_PAPER },
	[BALANCE] = { RAMURE_HALF_DISC, RAMURE_THIRD, RAMURE_PAPER },
	[FOLLOW_UP] = { RAMURE_PENTAGON, RAMURE_THIRD, RAMURE_PAPER },
	[DUE] = { RAMURE_TRIANGLE, RAMURE_FOURTH, RAMURE_PAPER },
};

static const ramure_word comma = { ", ", ", " };

/* ---- under the title ---- */

/* "Vincennes, 3 décisions prises" */
static void put_document_line(ramure_ctx *ctx, ramure_builder *b, const struct dated *item)
{
	ramure_str decided = decisions_in(ctx, item->fact);

	if (!decided.size && !item->fact->text)
		return;
	ramure_begin_detail(b, item->fact->at);
	ramure_put(b, item->fact->text);
	if (decided.size && item->fact->text)
		ramure_put_string(b, ramure_say_str(ctx, comma));
	ramure_put_string(b, decided);
	ramure_end(b);
}

/* What a date by which something was due has come to, beside a line that says so or behind a follow-up. */
static void put_delay(ramure_ctx *ctx, ramure_builder *b, const struct dated *item, const ramure_fact *state)
{
	static const ramure_word late = { ", overdue", ", dépassée" };
	static const ramure_word due[] = { { ", due that day", ", échéance ce jour" },
					   { ", due that day and overdue", ", échéance dépassée" } };
	bool is_late = item->falls_due && !state->settled && ramure_document_date(ctx).year &&
		       is_overdue(ctx, item->when.start);

	if (item->nature == FOLLOW_UP && item->falls_due)
		ramure_put_string(b, ramure_say_str(ctx, due[is_late]));
	else if (is_late)
		ramure_put_string(b, ramure_say_str(ctx, late));
}

/* "Décision D1 · ● Faite", "Mesure 7, Les 21 mesures · ▲ Retard expliqué", with what a date that has passed means. */
static void put_thing_line(ramure_ctx *ctx, ramure_builder *b, const struct dated *item)
{
	static const ramure_word decision = { "Decision", "Décision" }, measure = { "Measure", "Mesure" };
	const ramure_fact *last = item->decision ? state_of(item->decision) : item->fact;
	const ramure_fact *state = item->nature == FOLLOW_UP ? item->fact : last;

	ramure_begin_detail(b, item->fact->at);
	ramure_put_string(b, ramure_say_str(ctx, item->decision ? decision : measure));
	if (item->fact->key.size)
		ramure_put_format(b, " %.*s", (int)item->fact->key.size, item->fact->key.data);
	if (!item->decision && item->fact->text) {
		ramure_put_string(b, ramure_say_str(ctx, comma));
		ramure_put(b, item->fact->text);
	}
	if (state->state) {
		ramure_put_string(b, ramure_say_str(ctx, (ramure_word){ ": ", " : " }));
		ramure_put_mark(b, state->mark, ramure_plain_text(ctx, state->state));
	}
	put_delay(ctx, b, item, last);
	ramure_end(b);
}

static void put_what(ramure_ctx *ctx, ramure_builder *b, const struct dated *item)
{
	static const ramure_word balance = { "Levels of the measures", "Le point sur les mesures" };

	ramure_begin(b, RAMURE_PARAGRAPH, item->fact->at)->paragraph->role = RAMURE_ROLE_CELL;
	if (item->nature == BALANCE && !item->fact->text)
		ramure_put_string(b, ramure_say_str(ctx, balance));
	else if (item->nature == BALANCE)
		ramure_put(b, item->fact->text);
	else if (item->title)
		ramure_put(b, item->title);
	else
		ramure_put_string(b, ramure_say_str(ctx, nature_words[item->nature]));
	ramure_end(b);
	switch (item->nature) {
	case MEETING:
	case DOCUMENT:
		put_document_line(ctx, b, item);
		break;
	case EVENT:
		if (item->fact->text) {
			ramure_begin_detail(b, item->fact->at);
			ramure_put(b, item->fact->text);
			ramure_end(b);
		}
		break;
	case FOLLOW_UP:
	case DUE:
		put_thing_line(ctx, b, item);
		break;
	case BALANCE:
	case NATURES:
		break;
	}
}

static ramure_text owner_of(const struct dated *item)
{
	if (item->nature != DUE && item->nature != FOLLOW_UP)
		return NULL;
	return item->decision && item->decision->taken ? item->decision->taken->owner : item->fact->owner;
}

/* ---- the table ---- */

static void put_cell(ramure_ctx *ctx, ramure_builder *b, const struct dated *item, enum column column)
{
	ramure_begin(b, RAMURE_CELL, item->fact->at);
	switch (column) {
	case WHEN:
		ramure_put_string(b, ramure_period_format(ctx, item->when));
		break;
	case WHAT:
		put_what(ctx, b, item);
		break;
	case WHO:
		ramure_put(b, owner_of(item));
		break;
	case NATURE:
		ramure_put_mark(b, nature_marks[item->nature], ramure_say_str(ctx, nature_words[item->nature]));
		break;
	case COLUMNS:
		break;
	}
	ramure_end(b);
}

static void put_table(ramure_ctx *ctx, ramure_builder *b, const struct page *page, const struct dated *items,
		      size_t count, ramure_word caption)
{
	enum column chosen[COLUMNS];
	ramure_column_info info[COLUMNS];
	ramure_str header[COLUMNS];
	size_t columns = 0;
	bool owned = false;
	ramure_table_info *table;

	for (size_t i = 0; i < count; i++)
		owned |= owner_of(&items[i]) != NULL;
	for (int c = 0; c < COLUMNS; c++) {
		if (c == WHO && !owned)
			continue;
		info[columns] = infos[c];
		header[columns] = ramure_say_str(ctx, titles[c]);
		chosen[columns++] = (enum column)c;
	}
	table = ramure_begin_table(b, page->at, info, columns)->table;
	table->main_column = WHAT;
	table->header_columns = 1;
	ramure_table_caption(b, caption, NULL);
	ramure_header_row(b, page->at, header, columns);
	for (size_t i = 0; i < count; i++) {
		ramure_begin(b, RAMURE_ROW, items[i].fact->at);
		for (size_t c = 0; c < columns; c++)
			put_cell(ctx, b, &items[i], chosen[c]);
		ramure_end(b);
	}
	ramure_end(b);
}

/* What began on the document's day or before has its place in the year. */
static size_t count_past(ramure_ctx *ctx, const struct dated *items, size_t count)
{
	ramure_date today = ramure_document_date(ctx);
	size_t past = 0;

	if (!today.year)
		return count;
	while (past < count && ramure_date_first_day(items[past].when.start) <= ramure_date_last_day(today))
		past++;
	return past;
}

void build_year(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	static const ramure_word nothing = { "Nothing here has a date.", "Rien ici ne porte de date." };
	static const ramure_word caption = { "The events of the year", "Les événements de l'année" };
	size_t count;
	const struct dated *items = gather_dates(ctx, &count);
	size_t past = count_past(ctx, items, count);

	if (past)
		put_table(ctx, b, data, items, past, caption);
	else
		put_nothing(ctx, b, data, nothing);
}

/* What is settled needs no date any more. */
static size_t keep_coming(struct dated *items, size_t first, size_t count)
{
	size_t kept = 0;

	for (size_t i = first; i < count; i++) {
		const ramure_fact *state = items[i].decision ? state_of(items[i].decision) : items[i].fact;
		bool dated_by_itself = items[i].nature != FOLLOW_UP && items[i].nature != DUE;

		if (!dated_by_itself && (!items[i].falls_due || state->settled))
			continue;
		items[kept++] = items[i];
	}
	return kept;
}

void build_next_dates(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	static const ramure_word nothing = { "No date to come is known.", "Aucune date à venir n'est connue." };
	static const ramure_word caption = { "The next dates", "Les prochaines dates" };
	const struct page *page = data;
	size_t count, coming;
	struct dated *items = gather_dates(ctx, &count);

	/* Whether a date is to come depends on the document's. */
	if (count && ramure_given(page->at) && !ramure_need_date(ctx, page->at, "the next dates"))
		return;
	coming = keep_coming(items, count_past(ctx, items, count), count);
	if (coming)
		put_table(ctx, b, page, items, coming, caption);
	else
		put_nothing(ctx, b, page, nothing);
}
