/* rules.h: a file of rules, read and checked. */
#ifndef RAMURE_RULES_H
#define RAMURE_RULES_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

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

/* A text that the whole set must turn into another, or (`after` not given) leave alone. */
typedef struct rule_example {
	struct rule_example *next;
	ramure_span at;
	ramure_str before, after;
} rule_example;

typedef struct rule {
	ramure_span at;
	ramure_str name, en, fr;
	ramure_str needs; /* signs, one of which a text must hold for the rule to have work; empty for any text */
	ramure_span find_at;
	ramure_str find;
	rule_piece *pieces;
	size_t piece_count;
	bool protects; /* what it finds is hidden from the other rules */
	bool off;
	rule_example *examples;
	pcre2_code *code; /* compiled at first need; NULL before */
	bool broken;
} rule;

struct typography {
	rule *rules;
	size_t count;
	rule *shield; /* everything that `protect` entries find, as one rule, so that a text is searched once */
	pcre2_match_context *match;
	pcre2_match_data *found;
	pcre2_jit_stack *stack;
};

/* Reads a rules file.  False after reporting at its line. */
bool rules_read(ramure_ctx *ctx, typography *rules, uint32_t file);
/* Compiles a rule, with JIT when `long_text`.  False after reporting a broken pattern at its line. */
bool rules_compile(ramure_ctx *ctx, rule *r, bool long_text);
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
} ruled_text;

/* Runs the rules over a text in which lines are the units that no rule looks across. */
void rules_run(ramure_ctx *ctx, typography *rules, ruled_text *text);
/* Superscripts as ^{e}, for people. */
ramure_str rules_show(ramure_ctx *ctx, ramure_str text);

/* Runs every example of every rule; reports each that fails, at its line. */
bool rules_try(ramure_ctx *ctx, typography *rules);

#endif
