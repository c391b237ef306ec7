/* rules.h: a file of rules, read and checked. */
#ifndef RAMURE_RULES_H
#define RAMURE_RULES_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "core/base/arena.h"
#include "core/typography/typography.h"

/* What stands for something that no rule may look into: code, an address, an image.  Rules see it as one sign. */
#define RULES_OBJECT "\xEF\xBF\xBC" /* U+FFFC */
/* Around the words of a superscript; noncharacters, which no text holds (markup was checked before). */
#define RULES_SUP "\xEF\xB7\x90"     /* U+FDD0 */
#define RULES_SUP_END "\xEF\xB7\x91" /* U+FDD1 */

/* A piece of what a rule puts: its own words, or what a group of the pattern found. */
typedef struct rule_piece {
	ramure_str words;
	uint32_t group; /* 0 for words */
} rule_piece;

/* A text that the whole set must turn into another, or (`after` not given) leave alone; as the file writes it, because
 * only who tries or lists the rules has it unfolded (`rules_unfold`). */
typedef struct rule_example {
	struct rule_example *next;
	ramure_span at;
	ramure_str before, after;
} rule_example;

/* Where a text stands, one bit each: a rule may have work in some places only. */
enum {
	PLACE_TEXT = 1,
	PLACE_TITLE = 2,
	PLACE_TABLE = 4,
	PLACE_FIGURE = 8,
	PLACE_CAPTION = 16,
	PLACE_FRONT = 32,
	PLACES = 63
};

typedef struct rule {
	ramure_span at;
	ramure_str name, en, fr;
	/* A line must hold a sign of each of these sets for the rule to have work on it. */
	uint64_t needs;
	/* It must hold one of these words too; none when there are none. */
	const ramure_str *holds;
	size_t hold_count;
	ramure_span find_at;
	ramure_str find;
	const rule_piece *pieces;
	size_t piece_count;
	ramure_str where_words; /* as written; empty for everywhere */
	unsigned char where;
	bool says_put;
	bool protects; /* what it finds is hidden from the other rules */
	bool off;
	rule_example *examples;
	pcre2_code *code; /* compiled at first need; NULL before */
	size_t searched;  /* bytes so far: what is searched a lot is worth machine code */
	bool fast;
	bool broken;
	bool stalled; /* a text made it pass a limit of matching */
} rule;

/* What some `protect` entries find, as one rule: what begins first is hidden. */
typedef struct shield {
	struct shield *next;
	uint32_t entries; /* bit by bit, in their order */
	rule rule;
} shield;

/* What rules need are a few sets of signs, told apart by their bytes.  This one is of RULES_OBJECT. */
#define SET_OBJECT UINT64_C(1)
enum { MOST_SETS = 64 };

struct typography {
	rule *rules;
	size_t count;
	uint64_t sets_of[256]; /* bit by bit, the sets that a byte is in */
	unsigned set_count;
	shield *shields; /* made at first need: an address that a line cannot hold is not searched in it */
	pcre2_match_context *match;
	pcre2_match_data *found;
	pcre2_jit_stack *stack;
};

/* Reads a rules file behind what was read before.  False after reporting at its line. */
bool rules_read(ramure_ctx *ctx, typography *rules, uint32_t file);
/* The words of `put` and of examples: the shorthands become the signs they stand for. */
ramure_str rules_unfold(ramure_ctx *ctx, ramure_str words);
/* Runs the examples of the rules, twice, and each rule over a few texts made to hurt; reports whatever is not as it was
 * said, at its line. */
bool rules_try(ramure_ctx *ctx, typography *rules);
/* Makes a rule ready to search a line of this size.  False after reporting a broken pattern at its line. */
bool rules_compile(ramure_ctx *ctx, rule *r, size_t line_size);
/* The entries of this mask as one rule. */
rule *rules_shield(ramure_ctx *ctx, typography *rules, uint32_t entries);
void rules_free_shields(const typography *rules);

/* A text under the rules.  `places` are offsets into it, in order, that are carried along as it changes: where the
 * texts of a tree begin and end. */
typedef struct ruled_place {
	size_t offset;
	bool begins; /* a text begins here, else one ends */
} ruled_place;

typedef struct ruled_text {
	ramure_str text;
	ruled_place *places;
	size_t place_count;
	/* Whose text lies between the places 2 i and 2 i + 1; NULL: nobody's. */
	ramure_node *const *leaves;
	const char *where; /* a PLACE for each line; NULL: a plain text, on which every rule works */
} ruled_text;

/* Runs the rules over a text in which lines are the units that no rule looks across.  The result, and what it takes on
 * the way, are in `memory`.  Where a rule stalls for the first time, a warning stands at the leaf, if there is one. */
void rules_run(ramure_ctx *ctx, arena *memory, typography *rules, ruled_text *text);
/* Superscripts as ^{e}, for people. */
ramure_str rules_show(arena *memory, ramure_str text);

#endif
