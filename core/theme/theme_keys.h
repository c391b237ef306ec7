/* theme_keys.h: the keys of theme.yaml, as tables. */
#ifndef RAMURE_THEME_KEYS_H
#define RAMURE_THEME_KEYS_H

#include "core/ramure.h"

typedef enum theme_type {
	THEME_NUMBER,
	THEME_TEXT,
	THEME_LIST,        /* of texts; as a text, they stand between commas */
	THEME_FLAG,        /* 1 or 0 */
	THEME_COLOUR,      /* #RRGGBB */
	THEME_COLOUR_NAME, /* one of the names under `colours:`; its number is the ramure_colour */
} theme_type;

/* A key with its parents: "report.body.size" is written `report:`, `  body:`, `    size: 11`. */
typedef struct theme_key {
	const char *name;
	theme_type type;
	const char *initial;
	double min, max; /* of numbers */
	const char *unit;
	ramure_word doc;
} theme_key;

/* Size, leading, weight, italic and colour of a role. */
enum { ROLE_KEYS = 5 };

/* Rows of theme_key: colours in the order of ramure_colour, roles in the order of ramure_role, then the others. */
ramure_rows theme_colour_keys(void);
ramure_rows theme_role_keys(void);
ramure_rows theme_other_keys(void);

#endif
