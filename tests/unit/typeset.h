/* typeset.h: a context with the theme 'collectif' and its fonts. */
#ifndef RAMURE_UNIT_TYPESET_H
#define RAMURE_UNIT_TYPESET_H

#include "tests/unit/unit.h"

#include "core/theme/fonts.h"

static inline ramure_ctx *typeset_ctx(void)
{
	ramure_ctx *ctx = unit_ctx();

	ctx->theme = theme_load(ctx, (ramure_string){ 0 }, (ramure_string){ 0 });
	assert_non_null(ctx->theme);
	return ctx;
}

static inline void typeset_free(ramure_ctx *ctx)
{
	fonts_release(ctx);
	ctx_free(ctx);
}

#endif
