/* check_dates.c: days in texts that the calendar contradicts. */
#include "config.h"

#include "core/check/check.h"

#include "core/base/gettext.h"
#include "core/context.h"
#include "core/document/voice.h"
#include "core/source/scan.h"

#include <string.h>

/* Words that announce a day behind them, in small letters. */
static const ramure_word announcements[] = {
	{ "upcoming", "à venir" },        { "next meeting", "prochain" },  { "save the date", "rendez-vous le" },
	{ "register by", "inscription" }, { "please", "merci de" },        { "will take place", "aura lieu" },
	{ "will be held", "se tiendra" }, { "sign up", "inscrivez-vous" },
};

/* How titles begin under which days are to come; "Agenda 2030" is no calendar. */
static const struct calendar {
	ramure_word title;
	bool whole;
} calendars[] = {
	{ { "upcoming", "à venir" }, false },    { { "next ", "prochain" }, false },
	{ { "calendar", "calendrier" }, false }, { { "save the date", "rendez-vous" }, false },
	{ { "our agenda", "agenda" }, true },    { { "dates", "dates" }, true },
};

bool check_is_past(ramure_date now, ramure_date due)
{
	return due.year && now.year && ramure_date_last_day(due) < ramure_date_first_day(now);
}

/* The letters of French in small ones, which take as many bytes: a place in one is the same in the other. */
static ramure_str lowered(ramure_ctx *ctx, ramure_str text)
{
	char *small = ramure_alloc(ctx, text.size + 1);

	for (size_t i = 0; i < text.size; i++) {
		unsigned char c = (unsigned char)text.data[i];
		bool second = i && (unsigned char)text.data[i - 1] == 0xC3 && c >= 0x80 && c <= 0x9E;

		small[i] = (char)((c >= 'A' && c <= 'Z') || second ? c | 0x20 : c);
	}
	return (ramure_str){ small, text.size };
}

/* What stands behind words that announce; empty when none do. */
static ramure_str announced(ramure_ctx *ctx, ramure_str sentence)
{
	ramure_str small = lowered(ctx, sentence);

	for (size_t i = 0; sentence.size && i < sizeof announcements / sizeof *announcements; i++) {
		const char *words = ramure_say(ctx, announcements[i]);
		const char *found = memmem(small.data, small.size, words, strlen(words));
		size_t end = found ? (size_t)(found - small.data) + strlen(words) : 0;

		if (found)
			return (ramure_str){ sentence.data + end, sentence.size - end };
	}
	return (ramure_str){ 0 };
}

static bool is_calendar(ramure_ctx *ctx, ramure_str title)
{
	ramure_str small = lowered(ctx, title);

	for (size_t i = 0; i < sizeof calendars / sizeof *calendars; i++) {
		const char *words = ramure_say(ctx, calendars[i].title);
		size_t size = strlen(words);

		if (small.size >= size && memcmp(small.data, words, size) == 0 &&
		    (small.size == size || !calendars[i].whole))
			return true;
	}
	return false;
}

/* The next title above a node, of its section or slide; NULL at the top.  `*above` moves up to it.  Only those two are
 * asked for a heading: a list or a table would be searched to its end, once for each text in it. */
static const ramure_node *next_title(const ramure_node **above)
{
	while ((*above = (*above)->parent)) {
		bool titled = (*above)->type == RAMURE_SECTION || (*above)->type == RAMURE_SLIDE;
		const ramure_node *heading = titled ? ramure_child(*above, RAMURE_HEADING) : NULL;

		if (heading)
			return heading;
	}
	return NULL;
}

static bool is_in_calendar(ramure_ctx *ctx, const ramure_node *node)
{
	for (const ramure_node *title; (title = next_title(&node));)
		if (is_calendar(ctx, ramure_plain_text(ctx, title)))
			return true;
	return false;
}

/* The year that a title above says: "Calendrier 2021"; 0 when none does. */
static int32_t year_above(ramure_ctx *ctx, const ramure_node *node)
{
	for (const ramure_node *title; (title = next_title(&node));) {
		scan c = scan_of(ramure_plain_text(ctx, title));

		while (!scan_end(&c)) {
			scan ahead = c;
			int64_t year;

			if (scan_digits(&ahead, &year) == 4 && year >= 1900 && year < 2100)
				return (int32_t)year;
			scan_skip(&c);
		}
	}
	return 0;
}

/* A day without a year is of the one that a title says, else of the document's, or of the next when that is nearer. */
static bool is_overtaken(ramure_ctx *ctx, const ramure_node *passage, ramure_date *date)
{
	enum { HALF_A_YEAR = 183 };
	ramure_date now = ramure_document_date(ctx);
	bool guessed = false;

	if (!date->year)
		date->year = year_above(ctx, passage);
	if (!date->year) {
		date->year = now.year;
		guessed = true;
	}
	return check_is_past(now, *date) &&
	       !(guessed && ramure_date_first_day(now) - ramure_date_first_day(*date) > HALF_A_YEAR);
}

static bool find_overtaken(ramure_ctx *ctx, const ramure_node *passage, ramure_str text, ramure_date *date)
{
	date_fault fault;
	size_t at = 0;

	return date_next(text, &at, date, &fault) && fault != DATE_IMPOSSIBLE && is_overtaken(ctx, passage, date);
}

static void advise(ramure_ctx *ctx, const ramure_node *passage, ramure_date date)
{
	ramure_advice(ctx, passage->span, "past-date", "%s is announced, and is before the document's date",
		      ramure_date_format(ctx, date).data);
	ramure_hint(ctx, "correct the day, or the 'date:' of the front matter");
}

static void check_sentences(ramure_ctx *ctx, const ramure_node *passage, ramure_str text)
{
	ramure_str sentence;
	ramure_date date;

	for (size_t at = 0; check_next_sentence(text, &at, &sentence);)
		if (find_overtaken(ctx, passage, announced(ctx, sentence), &date))
			advise(ctx, passage, date);
}

void check_past_dates(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		ramure_str text;
		ramure_date date;

		voice_walk(ctx, &walk);
		walk.skip = walk.entering && (check_is_passage(walk.node) || walk.node->type == RAMURE_NOTES);
		if (!walk.entering || !check_is_passage(walk.node))
			continue;
		text = ramure_plain_text(ctx, walk.node);
		if (!is_in_calendar(ctx, walk.node))
			check_sentences(ctx, walk.node, text);
		else if (find_overtaken(ctx, walk.node, text, &date))
			advise(ctx, walk.node, date);
	}
}

void check_weekdays(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		ramure_str text;
		ramure_date date;
		date_fault fault;

		voice_walk(ctx, &walk);
		walk.skip = walk.entering && check_is_passage(walk.node);
		if (!walk.skip)
			continue;
		text = ramure_plain_text(ctx, walk.node);
		for (size_t at = 0; date_next(text, &at, &date, &fault);)
			if (fault == DATE_OTHER_WEEKDAY) {
				ramure_advice(ctx, walk.node->span, "weekday", "%s falls on another day of the week",
					      ramure_date_format(ctx, date).data);
				ramure_hint(ctx, N_("check the date, or leave the day of the week out"));
			}
	}
}
