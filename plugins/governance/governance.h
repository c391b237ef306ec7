/* governance.h: who decides, who chairs, who coordinates, as they are read. */
#ifndef GOVERNANCE_H
#define GOVERNANCE_H

#include <ramure.h>

struct college {
	ramure_span at;
	ramure_text name;
	ramure_integer count;
	ramure_list members; /* of ramure_person */
	int64_t size;        /* computed */
};

struct body {
	ramure_span at;
	ramure_text name;
	ramure_text role;
	ramure_text text;
	ramure_integer count;
	ramure_text unit;
	ramure_list colleges; /* of struct college */
	ramure_list members;  /* of ramure_person */
	int64_t size;         /* computed; 0 when nothing says */
};

struct term {
	ramure_span at;
	ramure_text name;
	ramure_date start, end;
};

struct chair {
	ramure_span at;
	ramure_text label;
	ramure_text title;
	ramure_text text;
	ramure_list terms; /* of struct term */
	size_t current;    /* computed; the count of terms when none is */
};

struct secretariat {
	ramure_span at;
	ramure_text label;
	ramure_text title;
	ramure_text name;
	ramure_string address;
	ramure_text contact;
	ramure_text text;
};

struct governance {
	ramure_span at;
	ramure_list bodies; /* of struct body */
	struct chair chair;
	struct secretariat secretariat;
	ramure_list principles; /* of ramure_text */
};

extern const ramure_field governance_fields[4];

/* bodies.c */
void check_bodies(ramure_ctx *ctx, struct governance *governance);
/* What the body's number counts, as words; NULL when the source names it: `unit`, or its only college. */
ramure_text body_unit(const struct body *body);
/* Not when the only one is what the body's number counts. */
bool has_colleges_to_list(const struct body *body);
/* lists.c */
void list_people(ramure_builder *b, ramure_list people);
/* Each line of the source is a line. */
void put_address(ramure_builder *b, ramure_string address);
void list_principles(ramure_builder *b, ramure_list principles);
/* terms.c */
void check_terms(ramure_ctx *ctx, struct chair *chair);
/* "depuis le 3 mars 2019", "2015–2017", "jusqu'en 2019"; empty without a date, unless it is the present one */
ramure_str term_dates(ramure_ctx *ctx, const struct chair *chair, size_t i);
/* "4e présidence, depuis 2019" */
ramure_str term_words(ramure_ctx *ctx, const struct chair *chair, size_t i);
/* line.c: the figure; more terms than these stand on their own, in columns */
enum { MOST_IN_A_COLUMN = 7 };
void put_line(ramure_ctx *ctx, ramure_builder *b, const struct chair *chair);
/* titles.c */
ramure_text chair_title(ramure_ctx *ctx, const struct chair *chair);
ramure_text secretariat_title(ramure_ctx *ctx, const struct secretariat *secretariat);
ramure_str members_word(ramure_ctx *ctx, int64_t count);
/* slides.c, report.c */
void put_slides(ramure_ctx *ctx, ramure_builder *b, const struct governance *governance);
void put_report(ramure_ctx *ctx, ramure_builder *b, const struct governance *governance);

#endif
