/* decisions.c: the decisions of the year: who took them, what became of them, what is left to do. */
#include "booklet.h"

#include <stdlib.h>

/* ---- gathering ---- */

/* An earlier document cannot close what a later one takes; what no document here has taken, any may. */
const ramure_fact *next_update(ramure_ctx *ctx, const struct decision *d, const ramure_fact *after)
{
	const ramure_fact *update = after;
	ramure_str key = d->taken ? d->taken->key : d->last->key;

	while (key.size && (update = ramure_next_fact_about(ctx, "decision-update", key, update)))
		if (!d->taken || update->chapter == d->taken->chapter ||
		    ramure_date_compare(update->told, d->taken->told) >= 0)
			return update;
	return NULL;
}

static const ramure_fact *last_update(ramure_ctx *ctx, const struct decision *d)
{
	const ramure_fact *update = NULL, *last = NULL;

	while ((update = next_update(ctx, d, update)))
		if (!last || ramure_date_compare(update->date, last->date) >= 0)
			last = update;
	return last;
}

/* Whether `update` is the first that speaks of a decision that no document here has taken. */
static bool is_of_elsewhere(ramure_ctx *ctx, const ramure_fact *update)
{
	return !ramure_next_fact_about(ctx, "decision", update->key, NULL) &&
	       ramure_next_fact_about(ctx, "decision-update", update->key, NULL) == update;
}

static int by_date(const void *a, const void *b)
{
	const struct decision *x = a, *y = b;
	ramure_date none = { .year = 0 };
	int order = ramure_date_compare(x->taken ? x->taken->told : none, y->taken ? y->taken->told : none);

	return order ? order : (x->order > y->order) - (x->order < y->order);
}

struct decision *gather_decisions(ramure_ctx *ctx, size_t *count)
{
	size_t most = count_facts(ctx, "decision") + count_facts(ctx, "decision-update");
	struct decision *decisions = RAMURE_NEW_ARRAY(ctx, struct decision, most + 1);
	const ramure_fact *fact = NULL;

	*count = 0;
	while ((fact = ramure_next_fact(ctx, "decision-update", fact)))
		if (is_of_elsewhere(ctx, fact))
			decisions[(*count)++] = (struct decision){ .last = fact };
	while ((fact = ramure_next_fact(ctx, "decision", fact)))
		decisions[(*count)++] = (struct decision){ .taken = fact };
	for (size_t i = 0; i < *count; i++) {
		decisions[i].last = last_update(ctx, &decisions[i]);
		decisions[i].order = i;
	}
	qsort(decisions, *count, sizeof *decisions, by_date);
	return decisions;
}

const ramure_fact *state_of(const struct decision *decision)
{
	return decision->last ? decision->last : decision->taken;
}

static bool is_late(ramure_ctx *ctx, const struct decision *d)
{
	return d->taken && !state_of(d)->settled && is_overdue(ctx, d->taken->due);
}

/* ---- the sentence ---- */

ramure_str decisions_in(ramure_ctx *ctx, const ramure_fact *fact)
{
	static const ramure_word one[] = { { "%zu decision taken", "%zu décision prise" },
					   { "%zu proposal not carried", "%zu proposition non adoptée" } };
	static const ramure_word many[] = { { "%zu decisions taken", "%zu décisions prises" },
					    { "%zu proposals not carried", "%zu propositions non adoptées" } };
	const ramure_fact *decision = NULL;
	ramure_str words = RAMURE_STR("");
	size_t counts[2] = { 0 };

	while ((decision = ramure_next_fact(ctx, "decision", decision)))
		if (decision->chapter == fact->chapter)
			counts[decision->refused]++;
	for (int i = 0; i < 2; i++) {
		const char *form = ramure_say_count(ctx, (int64_t)counts[i], one[i], many[i]);

		if (counts[i])
			words = ramure_format(ctx, "%s%s%s", words.data, words.size ? ", " : "",
					      ramure_format(ctx, form, counts[i]).data);
	}
	return words;
}

/* What has become of a decision, for the sentence. */
enum outcome { CLOSED, REFUSED, OPEN, OUTCOMES };

static enum outcome outcome_of(const struct decision *d)
{
	if (!state_of(d)->settled)
		return OPEN;
	return state_of(d)->refused ? REFUSED : CLOSED;
}

/* "12 décisions : 7 closes, 1 non adoptée et 4 à suivre, dont 1 en retard."; of one sort only, "3 décisions à suivre.",
 * "1 décision close." */
static void put_sentence(ramure_ctx *ctx, ramure_builder *b, const struct page *page, const struct decision *decisions,
			 size_t count)
{
	static const ramure_word one = { "%zu decision", "%zu décision" }, many = { "%zu decisions", "%zu décisions" };
	static const ramure_word of_one[OUTCOMES] = { [CLOSED] = { " closed", " close" },
						      [REFUSED] = { " not carried", " non adoptée" },
						      [OPEN] = { " to follow up", " à suivre" } };
	static const ramure_word of_many[OUTCOMES] = { [CLOSED] = { " closed", " closes" },
						       [REFUSED] = { " not carried", " non adoptées" },
						       [OPEN] = { " to follow up", " à suivre" } };
	static const ramure_word late = { ", %zu of them overdue", ", dont %zu en retard" };
	static const ramure_word all_late = { ", all overdue", ", toutes en retard" };
	static const ramure_word one_late = { ", overdue", ", en retard" };
	static const ramure_word colon = { ": %zu", " : %zu" }, and = { " and %zu", " et %zu" };
	size_t counts[OUTCOMES] = { 0 }, overdue = 0, sorts = 0, said = 0;

	for (size_t i = 0; i < count; i++) {
		counts[outcome_of(&decisions[i])]++;
		overdue += is_late(ctx, &decisions[i]);
	}
	for (int o = 0; o < OUTCOMES; o++)
		sorts += counts[o] > 0;
	ramure_begin(b, RAMURE_PARAGRAPH, page->at);
	ramure_put_format(b, ramure_say_count(ctx, (int64_t)count, one, many), count);
	for (int o = 0; o < OUTCOMES; o++) {
		if (!counts[o])
			continue;
		if (sorts > 1)
			ramure_put_format(b,
					  !said              ? ramure_say(ctx, colon)
					  : said + 1 < sorts ? ", %zu"
							     : ramure_say(ctx, and),
					  counts[o]);
		ramure_put_string(b, ramure_say_str(ctx, counts[o] == 1 ? of_one[o] : of_many[o]));
		said++;
	}
	if (overdue && overdue < counts[OPEN])
		ramure_put_format(b, ramure_say(ctx, late), overdue);
	else if (overdue)
		ramure_put_string(b, ramure_say_str(ctx, overdue == 1 ? one_late : all_late));
	ramure_put_string(b, RAMURE_STR("."));
	ramure_end(b);
}

/* ---- the table ---- */

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

/* ", Réunion de juin", when there are several documents. */
static void put_document(ramure_ctx *ctx, ramure_builder *b, const ramure_fact *fact)
{
	const ramure_fact *document = fact->chapter ? document_of(ctx, fact) : NULL;

	if (!document || !document->title)
		return;
	ramure_put_string(b, RAMURE_STR(", "));
	ramure_put(b, document->title);
}

static void put_taken(ramure_ctx *ctx, ramure_builder *b, const struct decision *d)
{
	static const ramure_word day = { "Taken on %s", "Prise le %s" }, other = { "Taken in %s", "Prise en %s" };
	static const ramure_word refused_day = { "Not carried on %s", "Non adoptée le %s" };
	static const ramure_word refused_other = { "Not carried in %s", "Non adoptée en %s" };
	static const ramure_word elsewhere = { "Taken in another document", "Prise dans un autre document" };

	/* A document alone has taken all of its decisions on its day. */
	if (d->taken && !d->taken->chapter)
		return;
	ramure_begin_detail(b, state_of(d)->at);
	if (!d->taken)
		ramure_put_string(b, ramure_say_str(ctx, elsewhere));
	else if (d->taken->refused)
		ramure_put_string(b, on_date(ctx, d->taken->told, refused_day, refused_other));
	else
		ramure_put_string(b, on_date(ctx, d->taken->told, day, other));
	if (d->taken)
		put_document(ctx, b, d->taken);
	ramure_end(b);
}

/* "Close le 1er octobre 2020, Réunion d'octobre : le guide est paru" */
static void put_last(ramure_ctx *ctx, ramure_builder *b, const ramure_fact *last)
{
	static const ramure_word closed_day = { "Closed on %s", "Close le %s" };
	static const ramure_word closed_other = { "Closed in %s", "Close en %s" };
	static const ramure_word closed = { "Closed", "Close" }, follow_up = { "Follow-up", "Suite" };
	static const ramure_word day = { "Follow-up of %s", "Suite du %s" },
				 other = { "Follow-up of %s", "Suite de %s" };
	static const ramure_word colon = { ": ", " : " };

	ramure_begin_detail(b, last->at);
	if (!last->date.year)
		ramure_put_string(b, ramure_say_str(ctx, last->settled ? closed : follow_up));
	else if (last->settled)
		ramure_put_string(b, on_date(ctx, last->date, closed_day, closed_other));
	else
		ramure_put_string(b, on_date(ctx, last->date, day, other));
	put_document(ctx, b, last);
	if (last->text) {
		ramure_put_string(b, ramure_say_str(ctx, colon));
		ramure_put(b, last->text);
	}
	ramure_end(b);
}

static void put_what(ramure_ctx *ctx, ramure_builder *b, const struct decision *d)
{
	if (d->taken)
		ramure_paragraph_as(b, RAMURE_ROLE_CELL, d->taken->text);
	put_taken(ctx, b, d);
	if (d->last)
		put_last(ctx, b, d->last);
}

static void put_due(ramure_ctx *ctx, ramure_builder *b, const struct decision *d)
{
	static const ramure_word late = { "overdue", "dépassée" };

	ramure_put_string(b, ramure_date_format(ctx, d->taken->due));
	if (!is_late(ctx, d))
		return;
	ramure_put_break(b);
	ramure_put_string(b, ramure_say_str(ctx, late));
}

static void put_cell(ramure_ctx *ctx, ramure_builder *b, const struct decision *d, enum column column)
{
	const ramure_fact *state = state_of(d);

	ramure_begin(b, RAMURE_CELL, state->at);
	switch (column) {
	case ID:
		ramure_put_string(b, state->key);
		break;
	case WHAT:
		put_what(ctx, b, d);
		break;
	case WHO:
		if (d->taken)
			ramure_put(b, d->taken->owner);
		break;
	case BY:
		if (d->taken && d->taken->due.year)
			put_due(ctx, b, d);
		break;
	case STATE:
		ramure_put_mark(b, state->mark, ramure_plain_text(ctx, state->state));
		break;
	case COLUMNS:
		break;
	}
	ramure_end(b);
}

static size_t choose_columns(const struct decision *decisions, size_t count, enum column *chosen)
{
	bool filled[COLUMNS] = { [WHAT] = true, [STATE] = true };
	size_t columns = 0;

	for (size_t i = 0; i < count; i++) {
		filled[ID] |= state_of(&decisions[i])->key.size > 0;
		filled[WHO] |= decisions[i].taken && decisions[i].taken->owner;
		filled[BY] |= decisions[i].taken && decisions[i].taken->due.year;
	}
	for (int c = 0; c < COLUMNS; c++)
		if (filled[c])
			chosen[columns++] = (enum column)c;
	return columns;
}

static void put_table(ramure_ctx *ctx, ramure_builder *b, const struct page *page, const struct decision *decisions,
		      size_t count)
{
	static const ramure_word caption = { "Decisions and their last state", "Décisions et leur dernier état" };
	enum column chosen[COLUMNS];
	size_t columns = choose_columns(decisions, count, chosen);
	ramure_column_info info[COLUMNS];
	ramure_str header[COLUMNS];
	ramure_table_info *table;

	for (size_t c = 0; c < columns; c++) {
		info[c] = infos[chosen[c]];
		header[c] = ramure_say_str(ctx, titles[chosen[c]]);
	}
	table = ramure_begin_table(b, page->at, info, columns)->table;
	table->main_column = chosen[0] == WHAT ? 0 : 1;
	table->header_columns = 1;
	ramure_table_caption(b, caption, NULL);
	ramure_header_row(b, page->at, header, columns);
	for (size_t i = 0; i < count; i++) {
		ramure_begin(b, RAMURE_ROW, state_of(&decisions[i])->at);
		for (size_t c = 0; c < columns; c++)
			put_cell(ctx, b, &decisions[i], chosen[c]);
		ramure_end(b);
	}
	ramure_end(b);
}

void build_decisions(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	static const ramure_word nothing = { "No decision has been taken here.", "Aucune décision n'a été prise ici." };
	size_t count;
	const struct decision *decisions = gather_decisions(ctx, &count);

	if (!count) {
		put_nothing(ctx, b, data, nothing);
		return;
	}
	put_sentence(ctx, b, data, decisions, count);
	put_table(ctx, b, data, decisions, count);
}
