/* doors.c: what host.h says of typography: rules as people read of them, a plain text under them. */
#include "core/context.h"
#include "core/typography/rules.h"

static typography *load(ramure_ctx *ctx, ramure_str lang)
{
	return typography_load(ctx, (ramure_string){ .text = lang }, (ramure_list){ 0 }, (ramure_path){ 0 });
}

static ramure_typography_rule shown(ramure_ctx *ctx, const rule *r)
{
	ramure_typography_rule row = { .name = r->name, .en = r->en, .fr = r->fr, .where = r->where_words };
	ramure_typography_example *examples;

	for (const rule_example *e = r->examples; e; e = e->next)
		row.example_count++;
	row.examples = examples = RAMURE_NEW_ARRAY(ctx, ramure_typography_example, row.example_count + 1);
	for (const rule_example *e = r->examples; e; e = e->next, examples++) {
		examples->before = rules_show(ctx->arena, rules_unfold(ctx, e->before));
		examples->after =
			e->after.data ? rules_show(ctx->arena, rules_unfold(ctx, e->after)) : examples->before;
	}
	return row;
}

const ramure_typography_rule *ramure_typography_rules(ramure_ctx *ctx, ramure_str lang, size_t *count)
{
	typography *rules = load(ctx, lang);
	ramure_typography_rule *rows;

	if (!rules)
		return NULL;
	*count = rules->count;
	rows = RAMURE_NEW_ARRAY(ctx, ramure_typography_rule, *count);
	for (size_t i = 0; i < *count; i++)
		rows[i] = shown(ctx, &rules->rules[i]);
	typography_release(rules);
	return rows;
}

bool ramure_typography_file(ramure_ctx *ctx, ramure_str lang, ramure_str path, ramure_take *take, void *closure)
{
	typography *rules = load(ctx, lang);
	bool done;

	if (!rules)
		return false;
	done = typography_stream(ctx, rules, path, take, closure);
	typography_release(rules);
	return done && !diagnostics_failed(&ctx->diagnostics);
}
