/* theme_parts.h: what the files of the theme share: a value for every key, while files are read. */
#ifndef RAMURE_THEME_PARTS_H
#define RAMURE_THEME_PARTS_H

#include "core/theme/theme.h"
#include "core/theme/theme_keys.h"

typedef struct theme_slot {
	const theme_key *key;
	ramure_str text;
	double number;
	ramure_span at; /* where a file gave it; line 0 for the table's own value */
} theme_slot;

/* In the order of ramure_theme_keys(). */
typedef struct theme_slots {
	theme_slot *items;
	size_t count;
	theme_slot **sorted; /* by name */
} theme_slots;

/* NULL when no key has that name. */
theme_slot *theme_slot_named(const theme_slots *slots, ramure_str name);
/* Reads the words of a value; false when they are not of the key's type, or out of its bounds. */
bool theme_read_value(const theme_key *key, ramure_str words, double *number);

/* Lays the files of a theme over the slots (theme_read.c); its folder, empty when the tables alone hold. */
ramure_str theme_read(ramure_ctx *ctx, const theme_slots *slots, ramure_string name);
/* Reports what cannot be read on its ground (theme_contrast.c). */
void theme_check_contrast(ramure_ctx *ctx, const struct theme *t, const theme_slots *slots);
/* From 1 to 21, as WCAG defines it. */
double theme_contrast(ramure_rgb a, ramure_rgb b);

#endif
