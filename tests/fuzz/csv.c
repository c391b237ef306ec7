/* csv.c: CSV as spreadsheets write it. */
#include "tests/fuzz/fuzz.h"

#include "core/context.h"
#include "core/source/data.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	jmp_buf back;
	ramure_ctx *volatile ctx = fuzz_ctx(NULL, &back);

	if (!setjmp(back)) {
		uint32_t file = files_add(ctx, RAMURE_STR("fuzz.csv"), (ramure_str){ (const char *)data, size });

		if (file)
			csv_read(ctx, file, (ramure_span){ .file = file, .line = 1, .column = 1 });
	}
	ramure_ctx_free(ctx);
	return 0;
}
