/* check_slides.c: how much a slide says, and whether another has said it already. */
#include "core/check/check.h"

#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/names.h"

#include <string.h>

/* Words that people read one after the other; data in tables and drawings are looked up. */
static size_t prose(ramure_ctx *ctx, const ramure_node *slide)
{
	ramure_walk walk = ramure_walk_from(slide);
	size_t words = 0;

	while (ramure_walk_next(&walk)) {
		const ramure_node *node = walk.node;

		if (!walk.entering)
			continue;
		if (check_is_passage(node))
			words += check_count_words(ramure_plain_text(ctx, node));
		walk.skip = check_is_passage(node) || node->type == RAMURE_TABLE || node->type == RAMURE_FIGURE ||
			    node->type == RAMURE_IMAGE || node->type == RAMURE_NOTES || node->type == RAMURE_FOOTNOTE;
	}
	return words;
}

void check_words(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);
	const ramure_node *slide;
	size_t most;

	if (!ctx->theme)
		return;
	most = (size_t)ramure_theme_number(ctx, "slides.words");
	while ((slide = check_next_slide(&walk))) {
		size_t words = prose(ctx, slide);

		if (words <= most)
			continue;
		ramure_advice(ctx, slide->span, "crowded-slide", "the slide has %zu words; %zu are read with ease",
			      words, most);
		ramure_hint(ctx, "make two slides of it with another '## Title', or move what you will say to a "
				 "```notes block");
	}
}

static bool says_something(const ramure_node *slide)
{
	ramure_walk walk = ramure_walk_from(slide);

	while (ramure_walk_next(&walk)) {
		ramure_node_type type = walk.node->type;

		if (!walk.entering)
			continue;
		if (type == RAMURE_HEADING || type == RAMURE_KICKER || type == RAMURE_NOTES)
			walk.skip = true;
		else if (type == RAMURE_FIGURE || type == RAMURE_IMAGE || type == RAMURE_CODE ||
			 type == RAMURE_CONTENTS || type == RAMURE_CLOSING || walk.node->text.size)
			return true;
	}
	return false;
}

static void check_sections(ramure_ctx *ctx, const ramure_node *slide)
{
	ramure_walk walk = ramure_walk_from(slide);

	while (ramure_walk_next(&walk)) {
		if (!walk.entering || walk.node->type != RAMURE_SECTION || says_something(walk.node))
			continue;
		ramure_advice(ctx, walk.node->span, "empty-slide", "this section has nothing but its title");
		ramure_hint(ctx, "write what belongs under it, or leave the title out");
		walk.skip = true;
	}
}

void check_empty_slides(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);
	const ramure_node *slide;

	/* What a slide lacks may be what was refused. */
	if (diagnostics_failed(&ctx->diagnostics))
		return;
	while ((slide = check_next_slide(&walk))) {
		if (says_something(slide)) {
			check_sections(ctx, slide);
			continue;
		}
		ramure_advice(ctx, slide->span, "empty-slide", "the slide has nothing but its title");
		ramure_hint(ctx, "write what it shows under its title, or park it: put {hidden} behind the title");
	}
}

/* Once for a slide: at the first item that deep. */
static void check_levels(ramure_ctx *ctx, const ramure_node *slide)
{
	ramure_walk walk = ramure_walk_from(slide);
	size_t depth = 0;

	while (ramure_walk_next(&walk)) {
		if (walk.node->type == RAMURE_NOTES)
			walk.skip = true;
		if (walk.node->type != RAMURE_LIST)
			continue;
		depth += walk.entering ? 1 : (size_t)-1;
		if (depth < 3)
			continue;
		ramure_advice(ctx, walk.node->span, "third-level-list", "this list stands in a list in a list");
		ramure_hint(ctx,
			    "two levels are read at a glance: give the first a '### Title', or a slide of its own");
		return;
	}
}

void check_list_levels(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);
	const ramure_node *slide;

	while ((slide = check_next_slide(&walk)))
		check_levels(ctx, slide);
}

/* Where a sentence was read first. */
typedef struct first_place {
	const ramure_node *slide;
	ramure_span at;
} first_place;

/* Without what it may end with: the same words trail off here and stop there. */
static ramure_str bare_end(ramure_str sentence)
{
	static const char mark[] = "…";
	enum { SIZE = sizeof mark - 1 };

	while (sentence.size > SIZE && memcmp(sentence.data + sentence.size - SIZE, mark, SIZE) == 0)
		sentence.size -= SIZE;
	return sentence;
}

static void check_sentence(ramure_ctx *ctx, names *said, const ramure_node *slide, ramure_span at, ramure_str sentence)
{
	enum { LONG = 8 };
	first_place **before;

	if (check_count_words(sentence) <= LONG)
		return;
	before = (first_place **)(void *)names_at(said, utf8_fold_name(ctx->arena, bare_end(sentence)));
	if (!*before) {
		*before = RAMURE_NEW(ctx, first_place);
		**before = (first_place){ slide, at };
		return;
	}
	/* What a kind says of the same data elsewhere was written once. */
	if ((*before)->slide == slide || ((*before)->at.file == at.file && (*before)->at.line == at.line))
		return;
	ramure_advice(ctx, at, "repeated-sentence", "this sentence stands on another slide already, at %s",
		      ramure_span_format(ctx, (*before)->at).data);
	ramure_hint(ctx, "keep it where it counts most");
}

/* Where the author's words of a passage begin; nowhere in one that a kind has made, such as the result of a vote. */
static ramure_span place_of(const ramure_node *passage)
{
	ramure_walk walk = ramure_walk_from(passage);

	while (ramure_walk_next(&walk))
		if (walk.node->type == RAMURE_TEXT_RUN && !walk.node->made && ramure_given(walk.node->span))
			return walk.node->span;
	return (ramure_span){ 0 };
}

static void check_said(ramure_ctx *ctx, names *said, const ramure_node *slide)
{
	ramure_walk walk = ramure_walk_from(slide);

	while (ramure_walk_next(&walk)) {
		ramure_str text, sentence;
		ramure_span place;

		if (!walk.entering)
			continue;
		if (check_is_passage(walk.node)) {
			text = ramure_plain_text(ctx, walk.node);
			place = place_of(walk.node);
			for (size_t at = 0; ramure_given(place) && check_next_sentence(text, &at, &sentence);)
				check_sentence(ctx, said, slide, place, sentence);
		}
		walk.skip = check_is_passage(walk.node) || walk.node->type == RAMURE_NOTES;
	}
}

void check_repeated(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);
	names said = names_new(ctx);
	const ramure_node *slide;

	while ((slide = check_next_slide(&walk)))
		check_said(ctx, &said, slide);
}
