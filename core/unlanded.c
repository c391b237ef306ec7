/* unlanded.c: stands in for the stages that have not arrived yet, while the house is being built; each line goes when
 * its stage comes, the file with the last. */
#include "core/context.h"
#include "core/document/document.h"
#include "core/layout/layout.h"
#include "core/source/fields.h"
#include "core/source/settings.h"
#include "core/source/source.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"
#define UNLANDED __attribute__((weak))

UNLANDED ramure_node *source_read(ramure_ctx *ctx, ramure_str path)
{
	ramure_failure(ctx, "reading is not there yet");
	return NULL;
}
UNLANDED ramure_node *source_parse(ramure_ctx *ctx, uint32_t file)
{
	ramure_failure(ctx, "reading is not there yet");
	return NULL;
}
UNLANDED ramure_node *expand(ramure_ctx *ctx, const ramure_node *source, ramure_medium medium)
{
	ramure_failure(ctx, "expand is not there yet");
	return NULL;
}
UNLANDED void polish(ramure_ctx *ctx, ramure_node *document, ramure_medium medium)
{
	ramure_warning(ctx, (ramure_span){ 0 }, "unlanded", "polish is not there yet");
}
