/* check_drafts.c: what was left to be written later. */
#include "config.h"

#include "core/check/check.h"

#include "core/context.h"

#include <ctype.h>
#include <string.h>

static const char *const marks[] = {
	"TODO",        "FIXME",       "TBD", "XXX",         "xxx",         "Lorem ipsum",
	"lorem ipsum", "à compléter", "???", "À compléter", "À COMPLÉTER", "to be written"
};

/* The sign at or around this byte is a letter or a digit: of those that are not ASCII, what begins with C3 to DF is. */
static bool is_inside_word(ramure_str text, size_t at)
{
	unsigned char lead;

	if (at >= text.size)
		return false;
	while (at && ((unsigned char)text.data[at] & 0xC0) == 0x80)
		at--;
	lead = (unsigned char)text.data[at];
	return isalnum(lead) || (lead >= 0xC3 && lead <= 0xDF);
}

/* As a word of its own: "xxx" is one in "xxx €", and not in "xxxl". */
static bool holds(ramure_str text, const char *mark)
{
	size_t size = strlen(mark);

	for (size_t at = 0; at + size <= text.size; at++) {
		const char *found = memmem(text.data + at, text.size - at, mark, size);

		if (!found)
			return false;
		at = (size_t)(found - text.data);
		if (!isalpha((unsigned char)mark[0]) ||
		    !((at && is_inside_word(text, at - 1)) || is_inside_word(text, at + size)))
			return true;
	}
	return false;
}

static bool has_words(const ramure_node *node)
{
	return check_is_passage(node) || node->type == RAMURE_HEADING || node->type == RAMURE_KICKER ||
	       node->type == RAMURE_CAPTION || node->type == RAMURE_META;
}

void check_drafts(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		ramure_str text;

		walk.skip = walk.entering && has_words(walk.node);
		if (!walk.skip)
			continue;
		text = ramure_plain_text(ctx, walk.node);
		for (size_t i = 0; text.size && i < sizeof marks / sizeof *marks; i++) {
			if (!holds(text, marks[i]))
				continue;
			ramure_advice(ctx, walk.node->span, "unfinished", "'%s' stands here still", marks[i]);
			ramure_hint(ctx, "write what is missing, or park the slide: put {hidden} behind its title");
			break;
		}
	}
}
