/* polish_notes.c: footnotes, from where they are written to where they are called. */
#include "core/document/polish.h"

#include "core/context.h"
#include "core/document/names.h"
#include "core/source/footnotes.h"

static bool holds_blocks(ramure_node_type type)
{
	return type == RAMURE_SLIDE || type == RAMURE_SECTION || type == RAMURE_DOCUMENT || type == RAMURE_PART ||
	       type == RAMURE_CHAPTER || type == RAMURE_CLOSING || type == RAMURE_NOTES || type == RAMURE_BLOCKS;
}

/* The block that calls: of a cell its whole table, of an item its whole list, of a kicker the heading behind it, of a
 * text of the front matter the last of these, because they are looked for in a row. */
static ramure_node *calling_block(ramure_node *call)
{
	ramure_node *block = call;

	while (block->parent && !holds_blocks(block->parent->type))
		block = block->parent;
	if (block->type == RAMURE_KICKER && block->next)
		block = block->next;
	while (block->type == RAMURE_META && block->next && block->next->type == RAMURE_META)
		block = block->next;
	/* After the notes that it has called already. */
	while (block->next && block->next->type == RAMURE_FOOTNOTE)
		block = block->next;
	return block;
}

static ramure_node *place(ramure_ctx *ctx, ramure_node *call, const ramure_node *written, int number)
{
	ramure_node *note = node_copy(ctx, written);
	ramure_node *block = calling_block(call);

	note->footnote->number = number;
	if (block->parent)
		node_insert_after(block->parent, block, note);
	return note;
}

void polish_notes(ramure_ctx *ctx, ramure_node *document)
{
	names placed = names_new(ctx);
	ramure_walk walk = ramure_walk_from(document);
	int count = 0;

	while (ramure_walk_next(&walk)) {
		ramure_node *call = walk_node(&walk);
		const ramure_node *written;
		void **note;

		if (!walk.entering || call->type != RAMURE_NOTE_CALL)
			continue;
		/* A call without note was reported when the file was read. */
		written = footnotes_find(ctx, ramure_node_name(call), call->span.file);
		if (!written)
			continue;
		note = names_at(&placed, ramure_format(ctx, "%u:%u", written->span.file, written->span.line));
		if (!*note)
			*note = place(ctx, call, written, ++count);
		call->call->note = *note;
	}
}
