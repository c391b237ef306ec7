/* agenda.h: an agenda and an attendance, as they are read; plugin.c says what each is called. */
#ifndef AGENDA_H
#define AGENDA_H

#include <ramure.h>

enum item_type { ITEM_INFORMATION = 1, ITEM_DISCUSSION, ITEM_DECISION, ITEM_BREAK, ITEM_TYPES };

struct document {
	ramure_span at;
	ramure_text title;
	ramure_path file;
	ramure_string link;
};

struct item {
	ramure_span at;
	ramure_text title;
	ramure_minutes duration;
	ramure_choice type;
	ramure_list speakers; /* of ramure_person */
	ramure_text text;
	ramure_list documents; /* of struct document */
	ramure_text minutes;
	ramure_string id;
	int32_t starts; /* computed: minutes of the day, -1 when nothing says so */
};

struct agenda {
	ramure_span at;
	ramure_minutes start, end;
	ramure_list items; /* of struct item */
	int32_t busy;      /* computed: the minutes of all durations given */
	int32_t total;     /* computed: the same, -1 when one is missing */
	bool has_minutes;  /* computed: some item tells what was said */
};

struct attendance {
	ramure_span at;
	ramure_list present, excused, absent, guests; /* of ramure_person */
	ramure_list proxies;                          /* of struct proxy */
	ramure_integer quorum;
	ramure_integer members;
	ramure_list all_excused; /* computed: of ramure_person, with those who gave a proxy without being listed */
};

extern const ramure_field agenda_fields[3];
extern const ramure_field attendance_fields[7];

/* agenda.c */
void check_agenda(ramure_ctx *ctx, void *data);
void tell_agenda(ramure_ctx *ctx, const void *data);
void build_agenda(ramure_ctx *ctx, ramure_builder *b, const void *data);
/* How a type is drawn, and its word. */
ramure_mark_info item_mark(int type);
const char *item_word(ramure_ctx *ctx, int type);
/* An hour as a timetable says it, with its minutes always: "14 h 00". */
ramure_str hour_words(ramure_ctx *ctx, int32_t minutes_of_day);
/* "Durée totale : 2 h 00, de 14 h 00 à 16 h 00."; empty when it cannot be known. */
ramure_str total_sentence(ramure_ctx *ctx, const struct agenda *agenda);
/* attendance.c */
void check_attendance(ramure_ctx *ctx, void *data);
void tell_attendance(ramure_ctx *ctx, const void *data);
void build_attendance(ramure_ctx *ctx, ramure_builder *b, const void *data);
/* roll.c: the names of a list, in an order in which they are found fast, as lists may be long */
struct roll {
	struct called *names;
	size_t count;
};
/* `text` answers the name at an index. */
struct roll roll_of(ramure_ctx *ctx, ramure_list list, ramure_text (*text)(const void *items, size_t index));
/* The first place of a name in the list; its count when it is not there. */
size_t roll_find(ramure_ctx *ctx, const struct roll *r, ramure_text name);
/* timetable.c: the figure */
void put_timetable(ramure_ctx *ctx, ramure_builder *b, const struct agenda *agenda);
/* minutes.c: the report */
void put_convocation(ramure_ctx *ctx, ramure_builder *b, const struct agenda *agenda);
void put_minutes(ramure_ctx *ctx, ramure_builder *b, const struct agenda *agenda);

#endif
