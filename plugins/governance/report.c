/* report.c: bodies, chair and secretariat as sections, lists and a table of terms. */
#include "governance.h"

/* "Décider : 23 organisations mobilisées." */
static void put_summary(ramure_ctx *ctx, ramure_builder *b, const struct body *body)
{
	static const ramure_word colon = { ": ", " : " };

	if (!body->role && !body->size)
		return;
	ramure_begin(b, RAMURE_PARAGRAPH, body->at);
	ramure_put_strong(b, body->role);
	if (body->role && body->size)
		ramure_put_string(b, ramure_say_str(ctx, colon));
	if (body->size) {
		ramure_put_string(b, ramure_number_format(ctx, (double)body->size, 0));
		ramure_put_string(b, RAMURE_STR(" "));
		if (body_unit(body))
			ramure_put(b, body_unit(body));
		else
			ramure_put_string(b, members_word(ctx, body->size));
	}
	ramure_put_string(b, RAMURE_STR("."));
	ramure_end(b);
}

static void put_colleges(ramure_builder *b, const struct body *body)
{
	const struct college *colleges = body->colleges.items;

	if (!has_colleges_to_list(body))
		return;
	ramure_begin(b, RAMURE_LIST, body->colleges.at);
	for (size_t i = 0; i < body->colleges.count; i++) {
		ramure_begin(b, RAMURE_ITEM, colleges[i].at);
		ramure_begin(b, RAMURE_PARAGRAPH, colleges[i].at);
		ramure_put_strong(b, colleges[i].name);
		if (colleges[i].size)
			ramure_put_format(b, " (%lld)", (long long)colleges[i].size);
		ramure_end(b);
		list_people(b, colleges[i].members);
		ramure_end(b);
	}
	ramure_end(b);
}

static void put_body(ramure_ctx *ctx, ramure_builder *b, const struct body *body)
{
	ramure_begin_section(b, body->at, body->name);
	put_summary(ctx, b, body);
	ramure_put_blocks(b, body->text);
	put_colleges(b, body);
	list_people(b, body->members);
	ramure_end(b);
}

static void put_label(ramure_builder *b, ramure_text label)
{
	if (!label)
		return;
	ramure_begin(b, RAMURE_PARAGRAPH, label->span);
	ramure_put_strong(b, label);
	ramure_end(b);
}

static void put_date_cell(ramure_ctx *ctx, ramure_builder *b, ramure_date date)
{
	ramure_cell_string(b, ramure_given(date.at) ? ramure_date_format(ctx, date) : RAMURE_STR(""));
}

static void put_terms(ramure_ctx *ctx, ramure_builder *b, const struct chair *chair)
{
	static const ramure_word titles[] = {
		{ "No.", "N°" }, { "Name", "Nom" }, { "From", "Début" }, { "Until", "Fin" }
	};
	static const ramure_word now = { "in office", "en cours" };
	static const ramure_word caption = { "Successive terms", "Mandats successifs" };
	static const ramure_column_info columns[] = {
		{ .align = RAMURE_END, .fixed = true }, { .strong = true }, { .fixed = true }, { .fixed = true }
	};
	const struct term *terms = chair->terms.items;
	ramure_str header[4];

	for (size_t i = 0; i < 4; i++)
		header[i] = ramure_say_str(ctx, titles[i]);
	ramure_begin_table(b, chair->at, columns, 4)->table->header_columns = 2;
	ramure_table_caption(b, caption, NULL);
	ramure_header_row(b, chair->at, header, 4);
	for (size_t i = 0; i < chair->terms.count; i++) {
		ramure_begin(b, RAMURE_ROW, terms[i].at);
		ramure_cell_string(b, ramure_format(ctx, "%zu", i + 1));
		ramure_cell(b, terms[i].name);
		put_date_cell(ctx, b, terms[i].start);
		if (i == chair->current && !ramure_given(terms[i].end.at))
			ramure_cell_string(b, ramure_say_str(ctx, now));
		else
			put_date_cell(ctx, b, terms[i].end);
		ramure_end(b);
	}
	ramure_end(b);
}

static void put_secretariat(ramure_ctx *ctx, ramure_builder *b, const struct secretariat *secretariat)
{
	ramure_begin_section(b, secretariat->at, secretariat_title(ctx, secretariat));
	put_label(b, secretariat->label);
	ramure_paragraph(b, secretariat->name);
	put_address(b, secretariat->address);
	ramure_paragraph(b, secretariat->contact);
	ramure_put_blocks(b, secretariat->text);
	ramure_end(b);
}

void put_report(ramure_ctx *ctx, ramure_builder *b, const struct governance *g)
{
	static const ramure_word heading = { "Principles", "Principes" };
	const struct body *bodies = g->bodies.items;

	for (size_t i = 0; i < g->bodies.count; i++)
		put_body(ctx, b, &bodies[i]);
	if (ramure_given(g->chair.at)) {
		ramure_begin_section(b, g->chair.at, chair_title(ctx, &g->chair));
		put_label(b, g->chair.label);
		ramure_put_blocks(b, g->chair.text);
		if (g->chair.terms.count > 1)
			put_line(ctx, b, &g->chair);
		put_terms(ctx, b, &g->chair);
		ramure_end(b);
	}
	if (ramure_given(g->secretariat.at))
		put_secretariat(ctx, b, &g->secretariat);
	if (!g->principles.count)
		return;
	ramure_begin_section(b, g->principles.at, ramure_text_new(ctx, ramure_say_str(ctx, heading)));
	list_principles(b, g->principles);
	ramure_end(b);
}
