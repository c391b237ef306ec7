/* check_drafts.c: what was left to be written later. */
#include "config.h"

#include "core/check/check.h"

#include "core/base/utf8.h"
#include "core/context.h"

#include <string.h>

/* What people put where a text is to come, capitals and all: "todo" is a word in other languages, and only what nobody
 * writes for its own sake may stand here, since each is told wherever it is met. */
static const char *const marks[] = {
	"TODO",        "FIXME",       "TBD", "XXX",         "xxx",         "Lorem ipsum",
	"lorem ipsum", "à compléter", "???", "À compléter", "À COMPLÉTER", "to be written"
};

static bool word_begins(ramure_str text, size_t at)
{
	return at < text.size && utf8_in_word(utf8_next(text, &at));
}

static bool word_ends(ramure_str text, size_t at)
{
	size_t last = at;

	while (last && ((unsigned char)text.data[--last] & 0xC0) == 0x80)
		;
	return at && word_begins(text, last);
}

/* As a word of its own: "xxx" is one in "xxx €", and not in "xxxl". */
static bool holds(ramure_str text, const char *mark)
{
	size_t size = strlen(mark);
	bool words = word_begins((ramure_str){ mark, size }, 0);

	for (size_t at = 0; at + size <= text.size; at++) {
		const char *found = memmem(text.data + at, text.size - at, mark, size);

		if (!found)
			return false;
		at = (size_t)(found - text.data);
		if (!words || (!word_ends(text, at) && !word_begins(text, at + size)))
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
