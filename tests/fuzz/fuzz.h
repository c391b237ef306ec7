/* fuzz.h: what the harnesses share: a conversion whose memory has an end. */
#ifndef RAMURE_FUZZ_H
#define RAMURE_FUZZ_H

#include "core/host.h"

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

enum { FUZZ_MEMORY = 512 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Only tests jump: the command's worker ends its process. */
static inline void fuzz_exhausted(void *closure, size_t wanted)
{
	(void)wanted;
	longjmp(*(jmp_buf *)closure, 1);
}

static inline ramure_ctx *fuzz_ctx(ramure_registry *plugins, jmp_buf *back)
{
	/* The source does not stand in this root: no path that an input names is ever opened. */
	const ramure_request asked = { .root = RAMURE_STR("build-tree/themes"),
				       .source_date_epoch = 1592870400,
				       .memory_limit = FUZZ_MEMORY,
				       .theme_path = "build-tree/themes",
				       .typography_path = "build-tree/typography" };

	return ramure_ctx_new(&asked, plugins, fuzz_exhausted, back);
}

#endif
