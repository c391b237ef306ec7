/* theme_keys.h: the keys of theme.yaml, as tables. */
#ifndef RAMURE_THEME_KEYS_H
#define RAMURE_THEME_KEYS_H

#include "core/host.h"

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

/* The rows of ramure_theme_keys(): colours in the order of ramure_colour, roles in the order of ramure_role, the
 * others.
 */
enum { THEME_ROLES_AT = RAMURE_COLOURS, THEME_OTHERS_AT = THEME_ROLES_AT + RAMURE_ROLES * ROLE_KEYS };

#endif
