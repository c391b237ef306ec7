/* explain.c: which rules change the figures or the names of a text. */
#include "core/base/buf.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/typography/rules.h"

#include <string.h>

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool is_capital(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || c == 0x152;
}

/* What names and figures are made of: capitals, digits, the commas and the spaces between digits. */
static ramure_str bare(ramure_ctx *ctx, ramure_str text)
{
	buf out = buf_on(ctx->arena);
	uint32_t before = 0, between = 0;

	for (size_t i = 0; i < text.size;) {
		uint32_t c = utf8_next(text, &i);

		if (is_digit(before) && (c == ',' || c == ' ' || utf8_is_space(c))) {
			between = c == ',' ? ',' : ' ';
			before = '0';
			continue;
		}
		if (is_digit(c) && between)
			buf_put_utf8(&out, between);
		between = 0;
		if (is_digit(c) || is_capital(c))
			buf_put_utf8(&out, c);
		before = c;
	}
	return buf_str(&out);
}

static bool matters(ramure_ctx *ctx, ramure_str without, ramure_str with)
{
	ramure_str a = bare(ctx, without), b = bare(ctx, with);

	return a.size != b.size || (a.size && memcmp(a.data, b.data, a.size) != 0);
}

void typography_explain(ramure_ctx *ctx, typography *rules, ramure_str text, typography_tell *tell, void *closure)
{
	ramure_str with = typography_text(ctx, ctx->arena, rules, text);

	if (!matters(ctx, text, with))
		return;
	for (size_t i = 0; i < rules->count; i++) {
		rule *r = &rules->rules[i];
		ramure_str without;

		if (r->off || r->protects)
			continue;
		r->off = true;
		without = typography_text(ctx, ctx->arena, rules, text);
		r->off = false;
		if (matters(ctx, without, with))
			tell(closure, r->name, without, with);
	}
}
