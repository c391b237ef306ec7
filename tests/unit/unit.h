/* unit.h: cmocka with what it wants included first, and a context to try things in. */
#ifndef RAMURE_UNIT_H
#define RAMURE_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/context.h"

/* A context without plugins, whose memory ends the test when it runs out.  Free with ctx_free(). */
static inline ramure_ctx *unit_ctx(void)
{
	static const request nothing = { .source_date_epoch = -1 };
	ramure_ctx *ctx = ctx_new(&nothing, NULL, NULL, NULL);

	assert_non_null(ctx);
	return ctx;
}

/* A borrowed string of a test. */
#define STR(literal) RAMURE_STR(literal)

#endif
