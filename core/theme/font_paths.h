/* font_paths.h: which file holds a font: fontconfig's answer, remembered from one run to the next. */
#ifndef RAMURE_FONT_PATHS_H
#define RAMURE_FONT_PATHS_H

#include "core/ramure.h"

/* What is asked: a family in a weight and a slant; with a code point, any font that has that character. */
typedef struct font_query {
	ramure_str family;
	int weight; /* OpenType's 100 to 900 */
	bool italic;
	uint32_t code_point; /* 0 when any will do */
} font_query;

typedef struct font_place {
	ramure_str path; /* zero-terminated; empty when there is none */
	uint32_t index;  /* of the face in a collection */
} font_place;

typedef struct font_paths font_paths;

/* Reads what earlier runs found.  Never fails: without a usable file the answers come from fontconfig, and they are the
 * same. */
font_paths *font_paths_open(ramure_ctx *ctx);
font_place font_paths_find(font_paths *paths, font_query query);
/* Writes what was learnt, beside the file and then in its place; in silence when it cannot. */
void font_paths_close(font_paths *paths);

#endif
