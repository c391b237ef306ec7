/* facts.c: what was told, and by which document. */
#include "booklet.h"

size_t count_facts(ramure_ctx *ctx, const char *topic)
{
	const ramure_fact *fact = NULL;
	size_t count = 0;

	while ((fact = ramure_next_fact(ctx, topic, fact)))
		count++;
	return count;
}

const ramure_fact *document_of(ramure_ctx *ctx, const ramure_fact *fact)
{
	const ramure_fact *document = NULL;

	while ((document = ramure_next_fact(ctx, "document", document)))
		if (document->chapter == fact->chapter)
			return document;
	return NULL;
}

bool has_chapters(ramure_ctx *ctx)
{
	const ramure_fact *document = NULL;

	while ((document = ramure_next_fact(ctx, "document", document)))
		if (document->chapter)
			return true;
	return false;
}
