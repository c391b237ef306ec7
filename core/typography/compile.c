/* compile.c: the patterns of rules, made ready when a text first needs them. */
#include "core/typography/rules.h"

#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/context.h"

/* Bytes that a rule has searched when machine code begins to pay for its making. */
enum { WORTH_JIT = 16 * 1024 };

rule *rules_shield(ramure_ctx *ctx, typography *rules, uint32_t entries)
{
	static const rule_piece object = { .words = { RULES_OBJECT, sizeof RULES_OBJECT - 1 } };
	shield *fresh;
	buf find = buf_on(ctx->arena), names = buf_on(ctx->arena);
	uint32_t number = 0;

	for (shield *s = rules->shields; s; s = s->next)
		if (s->entries == entries)
			return &s->rule;
	/* Objects that stand in the text already are found too: the nth sign is then always the nth thing hidden. */
	buf_puts(&find, "\\x{FFFC}");
	fresh = RAMURE_NEW(ctx, shield);
	*fresh =
		(shield){ .next = rules->shields, .entries = entries, .rule = { .pieces = &object, .piece_count = 1 } };
	for (size_t i = 0; i < rules->count; i++) {
		const rule *r = &rules->rules[i];

		if (!r->protects || !(entries & UINT32_C(1) << number++))
			continue;
		buf_format(&find, "|(?:%.*s)", (int)r->find.size, r->find.data);
		buf_puts(&names, names.size ? ", " : "");
		buf_put_str(&names, r->name);
		fresh->rule.find_at = r->find_at;
	}
	fresh->rule.name = buf_str(&names);
	fresh->rule.find = buf_str(&find);
	return &(rules->shields = fresh)->rule;
}

/* Whether the pattern has every group that is put. */
static bool has_groups(ramure_ctx *ctx, rule *r)
{
	uint32_t groups = 0;

	pcre2_pattern_info(r->code, PCRE2_INFO_CAPTURECOUNT, &groups);
	for (size_t i = 0; i < r->piece_count && !r->broken; i++)
		if (r->pieces[i].group > groups) {
			ramure_error(ctx, r->find_at, N_("'\\%u' is put, and the pattern has no such group"),
				     (unsigned)r->pieces[i].group);
			ramure_hint(ctx, N_("put what it is to keep between ( and )"));
			r->broken = true;
		}
	return !r->broken;
}

static bool compile(ramure_ctx *ctx, rule *r)
{
	int error;
	size_t at;
	unsigned char words[256];

	r->code = pcre2_compile((PCRE2_SPTR)r->find.data, r->find.size,
				PCRE2_UTF | PCRE2_UCP | PCRE2_EXTENDED | PCRE2_MULTILINE | PCRE2_NO_UTF_CHECK |
					PCRE2_NEVER_BACKSLASH_C,
				&error, &at, NULL);
	if (r->code)
		return has_groups(ctx, r);
	pcre2_get_error_message(error, words, sizeof words);
	ramure_error(ctx, r->find_at, N_("the pattern of the rule '%.*s' is broken: %s"), (int)r->name.size,
		     r->name.data, (const char *)words);
	ramure_hint(ctx, N_("a bracket, a dot, a star, a question mark meant as itself needs a '\\' before it"));
	r->broken = true;
	return false;
}

bool rules_compile(ramure_ctx *ctx, rule *r, size_t line_size)
{
	if (r->broken || (!r->code && !compile(ctx, r)))
		return false;
	if (r->fast || r->searched > WORTH_JIT)
		return true;
	/* Making machine code takes longer than a page of text; failing at it costs only time. */
	r->searched += line_size;
	if (r->searched > WORTH_JIT)
		r->fast = pcre2_jit_compile(r->code, PCRE2_JIT_COMPLETE) == 0;
	return true;
}

void rules_free_shields(const typography *rules)
{
	for (const shield *s = rules->shields; s; s = s->next)
		pcre2_code_free(s->rule.code);
}
