/* slides.c: bodies, chair and secretariat as columns. */
#include "governance.h"

/* What still reads as a list in a column; more names run on as a sentence. */
enum { MOST_LISTED = 6 };

static void begin_column(ramure_builder *b, ramure_span at, ramure_text label, ramure_text heading)
{
	ramure_begin(b, RAMURE_COLUMN, at);
	if (label) {
		ramure_begin(b, RAMURE_LABEL, label->span);
		ramure_put(b, label);
		ramure_end(b);
	}
	ramure_begin(b, RAMURE_HEADING, at);
	ramure_put(b, heading);
	ramure_end(b);
}

/* Their names as a sentence, in small type. */
static void put_names(ramure_builder *b, ramure_list people)
{
	ramure_begin(b, RAMURE_PARAGRAPH, people.at)->paragraph->role = RAMURE_ROLE_SMALL;
	ramure_put_people(b, people);
	ramure_end(b);
}

/* "Associations : 12", then who they are. */
static void put_college(ramure_ctx *ctx, ramure_builder *b, const struct college *college)
{
	static const ramure_word count = { ": %lld", " : %lld" };

	ramure_begin(b, RAMURE_ITEM, college->at);
	ramure_begin(b, RAMURE_PARAGRAPH, college->at);
	ramure_put(b, college->name);
	if (college->size)
		ramure_put_format(b, ramure_say(ctx, count), (long long)college->size);
	ramure_end(b);
	if (college->members.count)
		put_names(b, college->members);
	ramure_end(b);
}

static void put_count(ramure_ctx *ctx, ramure_builder *b, const struct body *body)
{
	if (!body->size)
		return;
	ramure_begin(b, RAMURE_NUMERAL, body->at);
	ramure_put_string(b, ramure_number_format(ctx, (double)body->size, 0));
	ramure_end(b);
	ramure_begin(b, RAMURE_UNIT, body->at);
	if (body_unit(body))
		ramure_put(b, body_unit(body));
	else
		ramure_put_string(b, members_word(ctx, body->size));
	ramure_end(b);
}

static void put_body(ramure_ctx *ctx, ramure_builder *b, const struct body *body)
{
	const struct college *colleges = body->colleges.items;

	begin_column(b, body->at, body->role, body->name);
	put_count(ctx, b, body);
	ramure_put_blocks(b, body->text);
	if (has_colleges_to_list(body)) {
		ramure_begin(b, RAMURE_LIST, body->colleges.at)->list->tight = true;
		for (size_t i = 0; i < body->colleges.count; i++)
			put_college(ctx, b, &colleges[i]);
		ramure_end(b);
	}
	if (body->members.count > MOST_LISTED)
		put_names(b, body->members);
	else
		list_people(b, body->members);
	ramure_end(b);
}

static void put_chair(ramure_ctx *ctx, ramure_builder *b, const struct chair *chair)
{
	begin_column(b, chair->at, chair->label, chair_title(ctx, chair));
	ramure_put_blocks(b, chair->text);
	put_line(ctx, b, chair);
	ramure_end(b);
}

static void put_secretariat(ramure_ctx *ctx, ramure_builder *b, const struct secretariat *secretariat)
{
	begin_column(b, secretariat->at, secretariat->label, secretariat_title(ctx, secretariat));
	ramure_begin(b, RAMURE_PARAGRAPH, secretariat->at);
	ramure_put_strong(b, secretariat->name);
	ramure_end(b);
	put_address(b, secretariat->address);
	ramure_paragraph(b, secretariat->contact);
	ramure_put_blocks(b, secretariat->text);
	ramure_end(b);
}

/* Too many for a column: a section of its own. */
static void put_long_line(ramure_ctx *ctx, ramure_builder *b, const struct chair *chair)
{
	ramure_begin_section(b, chair->at, chair_title(ctx, chair));
	if (chair->label) {
		ramure_begin(b, RAMURE_PARAGRAPH, chair->label->span)->paragraph->role = RAMURE_ROLE_LABEL;
		ramure_put(b, chair->label);
		ramure_end(b);
	}
	ramure_put_blocks(b, chair->text);
	put_line(ctx, b, chair);
	ramure_end(b);
}

void put_slides(ramure_ctx *ctx, ramure_builder *b, const struct governance *g)
{
	const struct body *bodies = g->bodies.items;
	bool chair = ramure_given(g->chair.at), long_line = chair && g->chair.terms.count > MOST_IN_A_COLUMN;
	bool secretariat = ramure_given(g->secretariat.at);

	if (g->bodies.count || (chair && !long_line) || secretariat) {
		ramure_begin(b, RAMURE_COLUMNS, g->at);
		for (size_t i = 0; i < g->bodies.count; i++)
			put_body(ctx, b, &bodies[i]);
		if (chair && !long_line)
			put_chair(ctx, b, &g->chair);
		if (secretariat)
			put_secretariat(ctx, b, &g->secretariat);
		ramure_end(b);
	}
	if (long_line)
		put_long_line(ctx, b, &g->chair);
	if (g->principles.count)
		list_principles(b, g->principles);
}
