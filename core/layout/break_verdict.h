/* break_verdict.h: how welcome the end of a line is at a place that UAX 14 allows. */
#ifndef RAMURE_BREAK_VERDICT_H
#define RAMURE_BREAK_VERDICT_H

#include "core/layout/paragraph_parts.h"

/* Words after which a line should not end, before which it may well, and which call for the number after them. */
typedef struct break_language {
	const char *name;
	const char *clinging, *linking, *numbered;
} break_language;

/* NULL for a language of which nothing is known. */
const break_language *break_language_of(ramure_str lang);

typedef struct break_verdict {
	bool allowed;
	break_level level;
	float cost; /* in the currency of paragraph_lines.c */
	bool hyphen, colon, clings;
} break_verdict;

/* `place` is where the next line would begin. */
break_verdict break_judge(const break_language *l, ramure_str s, size_t place);

#endif
