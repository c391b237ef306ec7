/* table.c: the measures as tables, one for each dimension, and the counts as one. */
#include "measures.h"

enum column { NUMBER, TITLE, HORIZON, BY, LEAD, CHANGE, LEVEL, COLUMNS };

static const ramure_word titles[COLUMNS] = {
	[NUMBER] = { "No.", "N°" },
	[TITLE] = { "Measure", "Mesure" },
	[HORIZON] = { "Horizon", "Horizon" },
	[BY] = { "By", "Échéance" },
	[LEAD] = { "Lead", "Pilote" },
	[CHANGE] = { "Change", "Évolution" },
	[LEVEL] = { "Progress", "Avancement" },
};

static const ramure_column_info infos[COLUMNS] = {
	[NUMBER] = { .align = RAMURE_END, .fixed = true, .strong = true },
	[TITLE] = { .share = 0.45 },
	[HORIZON] = { .fixed = true },
	[BY] = { .fixed = true },
	[CHANGE] = { .fixed = true },
	[LEVEL] = { .fixed = true },
};

static void put_title(ramure_builder *b, const struct measure *measure)
{
	ramure_paragraph_as(b, RAMURE_ROLE_CELL, measure->title);
	if (ramure_builder_medium(b) == RAMURE_REPORT)
		ramure_put_blocks(b, measure->comment);
}

static void put_date(ramure_ctx *ctx, ramure_builder *b, const struct measures *m, const struct measure *measure)
{
	static const ramure_word late = { "overdue", "dépassée" };

	if (!ramure_given(measure->by.at))
		return;
	ramure_put_string(b, ramure_date_format(ctx, measure->by));
	if (!is_late(ctx, m, measure))
		return;
	ramure_put_break(b);
	ramure_put_string(b, ramure_say_str(ctx, late));
}

static void put_level(ramure_ctx *ctx, ramure_builder *b, const struct measures *m, const struct measure *measure)
{
	ramure_str change = change_words(ctx, m, measure);

	if (measure->now == NO_LEVEL)
		ramure_put_string(b, RAMURE_STR("–"));
	else
		ramure_put_mark(b, m->levels[measure->now].mark, m->levels[measure->now].name.text);
	if (ramure_builder_medium(b) == RAMURE_SLIDES || !change.size)
		return;
	ramure_begin_detail(b, measure->at);
	ramure_put_string(b, change);
	ramure_end(b);
}

static void put_cell(ramure_ctx *ctx, ramure_builder *b, const struct measures *m, const struct measure *measure,
		     enum column column)
{
	ramure_cell_info *cell = ramure_begin(b, RAMURE_CELL, measure->at)->cell;

	if (column != NUMBER && column != TITLE)
		cell->role = RAMURE_ROLE_SMALL;
	switch (column) {
	case NUMBER:
		cell->role = RAMURE_ROLE_CELL_STRONG;
		cell->colour = RAMURE_PRIMARY;
		cell->coloured = true;
		ramure_put_string(b, measure->number.text);
		break;
	case TITLE:
		put_title(b, measure);
		break;
	case HORIZON:
		ramure_put(b, measure->horizon);
		break;
	case BY:
		put_date(ctx, b, m, measure);
		break;
	case LEAD:
		ramure_put_people(b, measure->lead);
		break;
	case CHANGE:
		ramure_put_string(b, change_words(ctx, m, measure));
		break;
	case LEVEL:
		put_level(ctx, b, m, measure);
		break;
	case COLUMNS:
		break;
	}
	ramure_end(b);
}

/* The report's page is narrow: there the change stands under the level. */
static size_t choose_columns(const struct measures *m, const struct group *group, bool slides, enum column *chosen)
{
	bool filled[COLUMNS] = { [TITLE] = true };
	size_t count = 0;

	for (size_t i = 0; i < group->count; i++) {
		const struct measure *measure = group->items[i];

		filled[NUMBER] |= ramure_given(measure->number.at);
		filled[HORIZON] |= measure->horizon != NULL;
		filled[BY] |= ramure_given(measure->by.at);
		filled[LEAD] |= measure->lead.count > 0;
		filled[LEVEL] |= measure->now != NO_LEVEL;
		filled[CHANGE] |= slides && m->since.year && measure->now != NO_LEVEL;
	}
	for (int c = 0; c < COLUMNS; c++)
		if (filled[c])
			chosen[count++] = (enum column)c;
	return count;
}

static void put_row(ramure_ctx *ctx, ramure_builder *b, const struct measures *m, const struct measure *measure,
		    const enum column *chosen, size_t count)
{
	static const ramure_word label = { "measure %.*s", "mesure %.*s" };
	int size = (int)measure->number.text.size;

	ramure_begin(b, RAMURE_ROW, measure->at);
	if (size)
		ramure_target(b, ramure_format(ctx, "mesure-%.*s", size, measure->number.text.data),
			      ramure_format(ctx, ramure_say(ctx, label), size, measure->number.text.data));
	for (size_t c = 0; c < count; c++)
		put_cell(ctx, b, m, measure, chosen[c]);
	ramure_end(b);
}

static void put_table(ramure_ctx *ctx, ramure_builder *b, const struct measures *m, const struct group *group)
{
	enum column chosen[COLUMNS];
	size_t count = choose_columns(m, group, ramure_builder_medium(b) == RAMURE_SLIDES, chosen);
	ramure_column_info columns[COLUMNS];
	ramure_str header[COLUMNS];
	static const ramure_word caption = { "Progress of the measures", "Avancement des mesures" };
	ramure_table_info *table;

	for (size_t i = 0; i < count; i++) {
		columns[i] = infos[chosen[i]];
		header[i] = ramure_say_str(ctx, titles[chosen[i]]);
	}
	table = ramure_begin_table(b, m->at, columns, count)->table;
	table->main_column = chosen[0] == NUMBER ? 1 : 0;
	table->header_columns = 1;
	ramure_table_caption(b, caption, m->group_count > 1 ? group->dimension : NULL);
	ramure_header_row(b, m->at, header, count);
	for (size_t i = 0; i < group->count; i++)
		put_row(ctx, b, m, group->items[i], chosen, count);
	ramure_end(b);
}

void put_tables(ramure_ctx *ctx, ramure_builder *b, const struct measures *m)
{
	bool headed = m->group_count > 1;

	for (size_t g = 0; g < m->group_count; g++) {
		const struct group *group = &m->groups[g];

		if (headed && group->dimension)
			ramure_begin_section(b, group->dimension->span, group->dimension);
		put_table(ctx, b, m, group);
		if (headed && group->dimension)
			ramure_end(b);
	}
}

/* ---- counts: what the dashboard draws, as a table ---- */

static void put_count(ramure_ctx *ctx, ramure_builder *b, const struct group *group, size_t level)
{
	ramure_str numbers = numbers_at(ctx, group, (int)level);

	ramure_begin(b, RAMURE_CELL, (ramure_span){ 0 });
	ramure_put_format(b, "%zu", group->counts[level]);
	if (numbers.size) {
		ramure_begin_detail(b, (ramure_span){ 0 });
		ramure_put_format(b, "(%s)", numbers.data);
		ramure_end(b);
	}
	ramure_end(b);
}

static void put_group_row(ramure_ctx *ctx, ramure_builder *b, const struct measures *m, const struct group *group)
{
	static const ramure_word others = { "Others", "Autres" };

	ramure_begin(b, RAMURE_ROW, m->at);
	ramure_begin(b, RAMURE_CELL, m->at);
	if (group->dimension)
		ramure_paragraph_as(b, RAMURE_ROLE_CELL, group->dimension);
	else
		ramure_paragraph_format(b, RAMURE_ROLE_CELL, m->at, "%s", ramure_say(ctx, others));
	if (group->horizon) {
		ramure_begin_detail(b, group->horizon->span);
		ramure_put(b, group->horizon);
		ramure_end(b);
	}
	ramure_end(b);
	for (size_t i = 0; i < m->level_count; i++)
		put_count(ctx, b, group, i);
	ramure_end(b);
}

static bool has_levels(const struct group *group, size_t levels)
{
	size_t count = 0;

	for (size_t i = 0; i < levels; i++)
		count += group->counts[i];
	return count > 0;
}

void put_counts_table(ramure_ctx *ctx, ramure_builder *b, const struct measures *m)
{
	static const ramure_word dimension = { "Dimension", "Dimension" }, total = { "Total", "Total" };
	static const ramure_word caption = { "Measures by level of progress", "Mesures par niveau d'avancement" };
	ramure_column_info columns[MOST_LEVELS + 1] = { { .strong = true } };
	size_t count = m->level_count + 1;
	ramure_table_info *table = ramure_begin_table(b, m->at, columns, count)->table;

	table->header_columns = 1;
	table->header_rows = 1;
	ramure_table_caption(b, caption, NULL);
	ramure_begin(b, RAMURE_ROW, m->at)->row->header = true;
	ramure_begin(b, RAMURE_CELL, m->at)->cell->header = true;
	ramure_put_string(b, ramure_say_str(ctx, dimension));
	ramure_end(b);
	for (size_t i = 0; i < m->level_count; i++) {
		ramure_begin(b, RAMURE_CELL, m->at)->cell->header = true;
		ramure_put_string(b, m->levels[i].name.text);
		ramure_end(b);
	}
	ramure_end(b);
	for (size_t g = 0; g < m->group_count; g++)
		if (m->groups[g].dimension || (m->group_count > 1 && has_levels(&m->groups[g], m->level_count)))
			put_group_row(ctx, b, m, &m->groups[g]);
	ramure_begin(b, RAMURE_ROW, m->at)->row->total = true;
	ramure_cell_string(b, ramure_say_str(ctx, total));
	for (size_t i = 0; i < m->level_count; i++)
		ramure_cell_string(b, ramure_format(ctx, "%zu", m->counts[i]));
	ramure_end(b);
	ramure_end(b);
}
