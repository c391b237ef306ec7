/* table.c: the decisions as a table, then what became of earlier ones. */
#include "decisions.h"

enum column { ID, WHAT, WHO, BY, STATE, COLUMNS };

static const ramure_word titles[COLUMNS] = {
	[ID] = { "No.", "N°" },      [WHAT] = { "Decision", "Décision" }, [WHO] = { "Who", "Qui" },
	[BY] = { "By", "Échéance" }, [STATE] = { "State", "État" },
};

static const ramure_column_info infos[COLUMNS] = {
	[ID] = { .fixed = true, .strong = true },
	[WHAT] = { .share = 0.45 },
	[STATE] = { .fixed = true },
};

static void put_labelled(ramure_ctx *ctx, ramure_builder *b, ramure_word label)
{
	static const ramure_word colon = { ": ", " : " };

	ramure_put_format(b, "%s%s", ramure_say(ctx, label), ramure_say(ctx, colon));
}

/* The item's title, when an agenda of the document has told it; else its id. */
static void put_item(ramure_ctx *ctx, ramure_builder *b, const struct decision *d)
{
	static const ramure_word label = { "Item", "Point" };
	const ramure_fact *item = item_of(ctx, d);

	ramure_begin_detail(b, d->item.at);
	put_labelled(ctx, b, label);
	if (item)
		ramure_put(b, item->title);
	else
		ramure_put_string(b, d->item.text);
	ramure_end(b);
}

/* "Suite du 1er octobre 2020 : le guide est paru" */
static void put_follow_up(ramure_ctx *ctx, ramure_builder *b, const struct update *update)
{
	static const ramure_word on_day = { "Follow-up of %s", "Suite du %s" };
	static const ramure_word follow_up = { "Follow-up", "Suite" }, on = { "Follow-up of %s", "Suite de %s" };
	static const ramure_word colon = { ": ", " : " };

	if (!update || (!update->on.year && !update->text))
		return;
	ramure_begin_detail(b, update->at);
	if (update->on.year)
		ramure_put_format(b, ramure_say(ctx, update->on.day ? on_day : on),
				  ramure_date_format(ctx, update->on).data);
	else
		ramure_put_string(b, ramure_say_str(ctx, follow_up));
	if (update->text) {
		ramure_put_string(b, ramure_say_str(ctx, colon));
		ramure_put(b, update->text);
	}
	ramure_end(b);
}

static void put_what(ramure_ctx *ctx, ramure_builder *b, const struct decision *d)
{
	static const ramure_word reporter = { "Reporter", "Rapporteur" };

	ramure_paragraph_as(b, RAMURE_ROLE_CELL, d->what);
	if (ramure_given(d->votes.at)) {
		ramure_begin_detail(b, d->votes.at);
		ramure_put_string(b, votes_sentence(ctx, &d->votes));
		ramure_end(b);
	}
	if (ramure_given(d->item.at))
		put_item(ctx, b, d);
	if (d->reporter.name) {
		ramure_begin_detail(b, d->reporter.at);
		put_labelled(ctx, b, reporter);
		ramure_put_person(b, &d->reporter);
		ramure_end(b);
	}
	put_follow_up(ctx, b, last_update(ctx, d));
}

static bool is_late(ramure_ctx *ctx, const struct decision *d, int state)
{
	if (!ramure_given(d->by.at) || !state_is_pending(state))
		return false;
	if (!ramure_need_date(ctx, d->by.at, "whether a decision is late"))
		return false;
	return ramure_date_last_day(d->by) < ramure_date_first_day(ramure_document_date(ctx));
}

static int state_of(ramure_ctx *ctx, const struct decision *d)
{
	const struct update *update = last_update(ctx, d);

	return update ? update->state.value : taken_state(d);
}

static void put_date(ramure_ctx *ctx, ramure_builder *b, const struct decision *d)
{
	static const ramure_word late = { "overdue", "dépassée" };

	if (!ramure_given(d->by.at))
		return;
	ramure_put_string(b, ramure_date_format(ctx, d->by));
	if (!is_late(ctx, d, state_of(ctx, d)))
		return;
	ramure_put_break(b);
	ramure_put_string(b, ramure_say_str(ctx, late));
}

static void put_cell(ramure_ctx *ctx, ramure_builder *b, const struct decision *d, enum column column)
{
	ramure_begin(b, RAMURE_CELL, d->at);
	switch (column) {
	case ID:
		ramure_put_string(b, d->id.text);
		break;
	case WHAT:
		put_what(ctx, b, d);
		break;
	case WHO:
		ramure_put_people(b, d->who);
		break;
	case BY:
		put_date(ctx, b, d);
		break;
	case STATE:
		ramure_put_mark(b, state_mark(state_of(ctx, d)), state_words(ctx, state_of(ctx, d)));
		break;
	case COLUMNS:
		break;
	}
	ramure_end(b);
}

static size_t choose_columns(const struct decisions *decisions, enum column *chosen)
{
	const struct decision *items = decisions->items.items;
	bool filled[COLUMNS] = { [WHAT] = true, [STATE] = true };
	size_t count = 0;

	for (size_t i = 0; i < decisions->items.count; i++) {
		filled[ID] |= ramure_given(items[i].id.at);
		filled[WHO] |= items[i].who.count > 0;
		filled[BY] |= ramure_given(items[i].by.at);
	}
	for (int c = 0; c < COLUMNS; c++)
		if (filled[c])
			chosen[count++] = (enum column)c;
	return count;
}

static void put_table(ramure_ctx *ctx, ramure_builder *b, const struct decisions *decisions)
{
	static const ramure_word label = { "decision %.*s", "décision %.*s" };
	const struct decision *items = decisions->items.items;
	enum column chosen[COLUMNS];
	size_t count = choose_columns(decisions, chosen);
	ramure_column_info columns[COLUMNS];
	ramure_str header[COLUMNS];
	static const ramure_word caption = { "Decisions and their state", "Décisions et leur état" };
	ramure_node *table;

	for (size_t i = 0; i < count; i++) {
		columns[i] = infos[chosen[i]];
		header[i] = ramure_say_str(ctx, titles[chosen[i]]);
	}
	table = ramure_begin_table(b, decisions->at, columns, count);
	table->table->main_column = chosen[0] == WHAT ? 0 : 1;
	table->table->header_columns = 1;
	ramure_table_caption(b, caption, NULL);
	ramure_header_row(b, decisions->at, header, count);
	for (size_t i = 0; i < decisions->items.count; i++) {
		check_votes(ctx, &items[i]);
		check_item(ctx, &items[i]);
		ramure_begin(b, RAMURE_ROW, items[i].at);
		if (ramure_given(items[i].id.at))
			ramure_target(b, items[i].id.text,
				      ramure_format(ctx, ramure_say(ctx, label), (int)items[i].id.text.size,
						    items[i].id.text.data));
		for (size_t c = 0; c < count; c++)
			put_cell(ctx, b, &items[i], chosen[c]);
		ramure_end(b);
	}
	ramure_end(b);
}

/* "D1 : diffuser la lettre. [Faite], 8 juillet 2020. Texte." */
static void put_update(ramure_ctx *ctx, ramure_builder *b, const struct update *update)
{
	static const ramure_word colon = { ": ", " : " };
	const ramure_fact *decision = decision_fact(ctx, update);

	check_update(ctx, update);
	ramure_begin(b, RAMURE_ITEM, update->at);
	ramure_begin(b, RAMURE_PARAGRAPH, update->at);
	ramure_put_strong(b, ramure_text_new(ctx, update->id.text));
	if (decision) {
		ramure_put_string(b, ramure_say_str(ctx, colon));
		ramure_put(b, decision->text);
	}
	ramure_put_break(b);
	ramure_put_mark(b, state_mark(update->state.value), state_words(ctx, update->state.value));
	if (update->on.year)
		ramure_put_format(b, ", %s", ramure_date_format(ctx, update->on).data);
	if (update->text) {
		ramure_put_string(b, ramure_say_str(ctx, colon));
		ramure_put(b, update->text);
	}
	ramure_end(b);
	ramure_end(b);
}

void build_decisions(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	static const ramure_word follow_up = { "Follow-up of earlier decisions", "Suites des décisions précédentes" };
	const struct decisions *decisions = data;
	const struct update *updates = decisions->updates.items;

	if (decisions->items.count)
		put_table(ctx, b, decisions);
	if (!decisions->updates.count)
		return;
	ramure_begin_section(b, decisions->updates.at, ramure_text_new(ctx, ramure_say_str(ctx, follow_up)));
	ramure_begin(b, RAMURE_LIST, decisions->updates.at);
	for (size_t i = 0; i < decisions->updates.count; i++)
		put_update(ctx, b, &updates[i]);
	ramure_end(b);
	ramure_end(b);
}
