/* try.c: the examples of rules, run as tests; and their patterns on texts made to hurt. */
#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/context.h"
#include "core/typography/rules.h"

#include <string.h>

static bool try_example(ramure_ctx *ctx, typography *rules, const rule *r, const rule_example *e)
{
	ramure_str before = rules_unfold(ctx, e->before), after = rules_unfold(ctx, e->after);
	ramure_str wanted = rules_show(ctx->arena, e->after.data ? after : before);
	ramure_str got = typography_text(ctx, ctx->arena, rules, rules_show(ctx->arena, before));
	ramure_str again = typography_text(ctx, ctx->arena, rules, got);

	if (!ramure_str_equal(got, wanted)) {
		ramure_error(ctx, e->at, N_("the example of the rule '%.*s' gives '%.*s'"), (int)r->name.size,
			     r->name.data, (int)got.size, got.data);
		ramure_hint(ctx, N_("correct the rule or the example"));
		return false;
	}
	if (!ramure_str_equal(again, got)) {
		ramure_error(ctx, e->at, N_("a second pass makes '%.*s' of this example of the rule '%.*s'"),
			     (int)again.size, again.data, (int)r->name.size, r->name.data);
		ramure_hint(ctx, N_("let the pattern pass over what the rule has put already"));
		return false;
	}
	return true;
}

/* Some thousand signs of a sort, then another: where a pattern with two ways through the same text tries them all. */
static ramure_str cruel(ramure_ctx *ctx, ramure_str words)
{
	enum { ENOUGH = 2000 };
	buf text = buf_on(ctx->arena);

	while (text.size < ENOUGH)
		buf_put_str(&text, words);
	buf_puts(&text, " #");
	return buf_str(&text);
}

/* A rule that finds nothing within the limits would seem to work, on short lines. */
static bool try_steps(ramure_ctx *ctx, const typography *rules, rule *r)
{
	static const char *const signs[] = { "a", "A", "1", " ", "!", "\"", "a ", "1 " };
	typography alone = *rules;
	bool stalled;

	alone.rules = r;
	alone.count = 1;
	alone.shields = NULL;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		typography_text(ctx, ctx->arena, &alone, cruel(ctx, (ramure_str){ signs[i], strlen(signs[i]) }));
	for (const rule_example *e = r->examples; e; e = e->next)
		typography_text(ctx, ctx->arena, &alone, cruel(ctx, rules_unfold(ctx, e->before)));
	stalled = r->stalled;
	for (const shield *s = alone.shields; s; s = s->next)
		stalled = stalled || s->rule.stalled;
	rules_free_shields(&alone);
	if (!stalled)
		return true;
	ramure_error(ctx, r->find_at, N_("the pattern of the rule '%.*s' needs too many steps on a long line"),
		     (int)r->name.size, r->name.data);
	ramure_hint(ctx, N_("no repetition within a repetition; write ++ and *+ instead of + and *"));
	return false;
}

bool rules_try(ramure_ctx *ctx, typography *rules)
{
	bool good = true;

	for (size_t i = 0; i < rules->count; i++) {
		rule *r = &rules->rules[i];

		good = rules_compile(ctx, r, 0) && good;
		if (r->broken)
			continue;
		good = try_steps(ctx, rules, r) && good;
		for (const rule_example *e = r->examples; e; e = e->next)
			good = try_example(ctx, rules, r, e) && good;
	}
	return good;
}
