/* bodies.c: how many sit in a body, and whether the numbers agree. */
#include "governance.h"

static void report_difference(ramure_ctx *ctx, ramure_span at, ramure_text name, int64_t said, int64_t counted)
{
	ramure_error(ctx, at, "'%s' is said to have %lld members, and its list makes %lld",
		     ramure_plain_text(ctx, name).data, (long long)said, (long long)counted);
	ramure_hint(ctx, "correct the number: 'nombre: %lld', or complete the list", (long long)counted);
}

static void count_college(ramure_ctx *ctx, struct college *college)
{
	int64_t counted = (int64_t)college->members.count;

	college->size = ramure_given(college->count.at) ? college->count.value : counted;
	if (counted && college->size != counted)
		report_difference(ctx, college->count.at, college->name, college->size, counted);
}

static void count_body(ramure_ctx *ctx, struct body *body)
{
	/* Ours until the document is built: the core made them for us. */
	struct college *colleges = (struct college *)body->colleges.items;
	int64_t counted = 0;

	for (size_t i = 0; i < body->colleges.count; i++) {
		count_college(ctx, &colleges[i]);
		counted += colleges[i].size;
	}
	/* Members named beside colleges are the same persons, said again with their role. */
	if (!counted)
		counted = (int64_t)body->members.count;
	body->size = ramure_given(body->count.at) ? body->count.value : counted;
	if (counted && body->size != counted)
		report_difference(ctx, body->count.at, body->name, body->size, counted);
}

void check_bodies(ramure_ctx *ctx, struct governance *governance)
{
	struct body *bodies = (struct body *)governance->bodies.items;

	for (size_t i = 0; i < governance->bodies.count; i++)
		count_body(ctx, &bodies[i]);
}

ramure_text body_unit(const struct body *body)
{
	const struct college *colleges = body->colleges.items;

	if (body->unit)
		return body->unit;
	return body->colleges.count == 1 && !colleges[0].members.count ? colleges[0].name : NULL;
}

bool has_colleges_to_list(const struct body *body)
{
	const struct college *colleges = body->colleges.items;

	return body->colleges.count && (!body->size || body_unit(body) != colleges[0].name);
}
