/* ruled.h: the typography rules of this tree, for a language. */
#ifndef RAMURE_UNIT_RULED_H
#define RAMURE_UNIT_RULED_H

#include "tests/unit/unit.h"

#include "core/typography/rules.h"

#include <string.h>

static inline ramure_ctx *ruled_ctx(void)
{
	ramure_ctx *ctx = unit_ctx();

	ctx->request.typography_path = TYPOGRAPHY_RULES;
	return ctx;
}

static inline typography *ruled_load(ramure_ctx *ctx, const char *lang)
{
	typography *rules = typography_load(ctx, (ramure_string){ .text = { lang, strlen(lang) } }, (ramure_list){ 0 },
					    (ramure_path){ 0 });

	assert_non_null(rules);
	return rules;
}

static inline void ruled_free(ramure_ctx *ctx, typography *rules)
{
	typography_release(rules);
	ctx_free(ctx);
}

#endif
