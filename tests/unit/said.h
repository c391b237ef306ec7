/* said.h: the messages of a context against those that are wanted. */
#ifndef RAMURE_UNIT_SAID_H
#define RAMURE_UNIT_SAID_H

#include "tests/unit/unit.h"

#include "core/base/buf.h"

/* `said` has a line for each: "1:5 words\n". */
static inline void check_messages(ramure_ctx *ctx, const char *said)
{
	buf out = buf_on(ctx->arena);

	buf_puts(&out, "");
	for (const diagnostic *d = ctx->diagnostics.first; d; d = d->next)
		buf_format(&out, "%u:%u %.*s\n", d->at.line, d->at.column, (int)d->message.size, d->message.data);
	assert_string_equal(out.data, said);
}

#endif
