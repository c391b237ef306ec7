/* polish.c: from what was said to how it is said: the last changes to a document. */
#include "core/document/polish.h"

/* Numbers the captions of tables, and of figures, apart. */
static void number_captions(ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);
	int tables = 0, figures = 0;

	while (ramure_walk_next(&walk))
		if (walk.entering && walk.node->type == RAMURE_CAPTION)
			walk.node->caption->number = walk.node->caption->of_table ? ++tables : ++figures;
}

void polish(ramure_ctx *ctx, ramure_node *document, ramure_medium medium)
{
	polish_notes(ctx, document);
	number_captions(document);
	polish_contents(ctx, document, medium);
	polish_headings(ctx, document, medium);
	polish_references(ctx, document, medium);
}
