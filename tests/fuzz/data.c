/* data.c: the data dialect. */
#include "tests/fuzz/fuzz.h"

#include "core/context.h"
#include "core/source/data.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	jmp_buf back;
	ramure_ctx *volatile ctx = fuzz_ctx(NULL, &back);

	if (!setjmp(back)) {
		uint32_t file = files_add(ctx, RAMURE_STR("fuzz.yaml"), (ramure_str){ (const char *)data, size });

		if (file) {
			source_text text = source_text_of_file(ctx, file);

			data_read(ctx, &text);
		}
	}
	ramure_ctx_free(ctx);
	return 0;
}
