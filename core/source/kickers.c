/* kickers.c: the small line above a slide's title, which names its series, and the slide's place there. */
#include "core/source/structure.h"

#include "core/context.h"
#include "core/document/names.h"

#include <string.h>

/* One slide while its part is looked at. */
typedef struct entry {
	ramure_node *slide;
	ramure_node *heading;
	ramure_node *kicker;           /* its own; NULL when the part's name serves */
	ramure_str prefix;             /* of the title before " : " */
	size_t prefix_cut;             /* what the kicker takes: the prefix and a place behind it */
	size_t prefix_size;            /* with the colon and its spaces */
	ramure_node *marked;           /* heading or kicker, where a place was written; or NULL */
	ramure_span marker;            /* where */
	int typed_place, typed_length; /* 0 for (n/N) */
	ramure_str key;                /* slides of one key are a series */
} entry;

static size_t space_size(ramure_str s, size_t at)
{
	if (at < s.size && (s.data[at] == ' ' || s.data[at] == '\t'))
		return 1;
	if (s.size - at >= 2 && memcmp(s.data + at, "\xC2\xA0", 2) == 0)
		return 2;
	if (s.size - at >= 3 && memcmp(s.data + at, "\xE2\x80\xAF", 3) == 0)
		return 3;
	return 0;
}

static void trim_end(ramure_node *heading)
{
	ramure_node *run = heading->last;

	if (!run || run->type != RAMURE_TEXT_RUN)
		return;
	while (run->text.size && strchr(" \t", run->text.data[run->text.size - 1]))
		run->text.size--;
	if (!run->text.size)
		node_remove(run);
}

static void trim_start(ramure_node *heading)
{
	ramure_node *run = heading->first;
	size_t size;

	while (run && run->type == RAMURE_TEXT_RUN && (size = space_size(run->text, 0))) {
		run->text.data += size;
		run->text.size -= size;
		run->span.column++;
		run->span.length -= run->span.length > 0;
	}
	if (run && run->type == RAMURE_TEXT_RUN && !run->text.size)
		node_remove(run);
}

/* Puts the first `size` bytes of a child run, and all before it, into a kicker; drops `gap` bytes behind them. */
static ramure_node *cut(ramure_ctx *ctx, ramure_node *heading, ramure_node *run, size_t size, size_t gap)
{
	ramure_node *kicker = node_new(ctx, RAMURE_KICKER, heading->first->span);
	ramure_node *rest =
		node_text(ctx, run->span, (ramure_str){ run->text.data + size + gap, run->text.size - size - gap });
	ramure_node *child;
	bool last = false;

	rest->span.column += (uint32_t)(size + gap);
	rest->span.length = 0;
	node_insert_after(heading, run, rest);
	run->text.size = size;
	while (!last && (child = heading->first)) {
		last = child == run;
		node_remove(child);
		node_append(kicker, child);
	}
	trim_end(kicker);
	trim_start(kicker);
	trim_start(heading);
	return kicker;
}

/* `Kicker | Title` */
static void cut_at_bar(ramure_ctx *ctx, entry *e)
{
	for (ramure_node *run = e->heading->first; run; run = run->next) {
		const char *bar = run->type == RAMURE_TEXT_RUN && run->text.size
					  ? memchr(run->text.data, '|', run->text.size)
					  : NULL;

		if (!bar)
			continue;
		e->kicker = cut(ctx, e->heading, run, (size_t)(bar - run->text.data), 1);
		if (!e->kicker->first)
			e->kicker = NULL;
		return;
	}
}

/* ---- places in a series ---- */

static size_t digits(ramure_str s, size_t at, int *value)
{
	size_t n = 0;

	*value = 0;
	for (; at + n < s.size && n < 3 && s.data[at + n] >= '0' && s.data[at + n] <= '9'; n++)
		*value = *value * 10 + (s.data[at + n] - '0');
	return n;
}

/* The size of "(n/N)" or "(1/3)" at `at`, or 0. */
static size_t marker_size(ramure_str s, size_t at, entry *e)
{
	size_t n, place;

	if (s.size - at < 5 || s.data[at] != '(')
		return 0;
	if (memcmp(s.data + at, "(n/N)", 5) == 0) {
		e->typed_place = e->typed_length = 0;
		return 5;
	}
	place = digits(s, at + 1, &e->typed_place);
	n = at + 1 + place;
	if (!place || n >= s.size || s.data[n] != '/')
		return 0;
	place = digits(s, n + 1, &e->typed_length);
	n += 1 + place;
	return place && n < s.size && s.data[n] == ')' ? n + 1 - at : 0;
}

/* Takes the place out of a title or kicker, remembering it. */
static void take_marker(entry *e, ramure_node *half)
{
	ramure_node *run = half ? half->last : NULL;

	/* Only what ends a half is a place: "(1/3) des voix" is a text. */
	for (size_t i = 0; run && run->type == RAMURE_TEXT_RUN && i < run->text.size; i++) {
		if (i + marker_size(run->text, i, e) != run->text.size)
			continue;
		e->marked = half;
		e->marker = run->span;
		run->text.size = i;
		trim_end(half);
		return;
	}
}

/* ---- common prefixes ---- */

/* "Cheminement" of "Cheminement (1/3)": titles compare without their place. */
static ramure_str without_marker(ramure_str s)
{
	entry ignored;

	for (size_t i = s.size > 9 ? s.size - 9 : 0; i < s.size; i++)
		if (i + marker_size(s, i, &ignored) == s.size) {
			while (i && strchr(" \t", s.data[i - 1]))
				i--;
			return (ramure_str){ s.data, i };
		}
	return s;
}

static void find_prefix(entry *e)
{
	const ramure_node *run = e->heading->first;

	e->prefix_size = 0;
	if (e->kicker || !run || run->type != RAMURE_TEXT_RUN)
		return;
	for (size_t i = 1; i < run->text.size; i++) {
		size_t before = 0, after;

		/* A space, a colon, a space. */
		for (size_t width = 1; width <= 3 && width < i && !before; width++)
			before = space_size(run->text, i - width) == width ? width : 0;
		if (run->text.data[i] != ':' || !before)
			continue;
		after = space_size(run->text, i + 1);
		if (!after || i + 1 + after == run->text.size)
			return;
		e->prefix_cut = i - before;
		e->prefix_size = i + 1 + after;
		e->prefix = without_marker((ramure_str){ run->text.data, e->prefix_cut });
		return;
	}
}

/* How many slides share a prefix, a title or a key, by its words: a part may hold thousands. */
typedef struct tally {
	size_t slides;
	size_t counted; /* of these, those that were given their place */
	bool announced; /* one of them has written a place */
} tally;

static tally *tally_of(names *tallies, ramure_str words)
{
	void **known = names_at(tallies, words);

	if (!*known)
		*known = RAMURE_NEW(tallies->ctx, tally);
	return *known;
}

static void cut_prefixes(ramure_ctx *ctx, entry *entries, size_t count)
{
	names prefixes = names_new(ctx);

	for (size_t i = 0; i < count; i++) {
		find_prefix(&entries[i]);
		if (entries[i].prefix_size)
			tally_of(&prefixes, entries[i].prefix)->slides++;
	}
	for (size_t i = 0; i < count; i++)
		if (entries[i].prefix_size && tally_of(&prefixes, entries[i].prefix)->slides > 1)
			entries[i].kicker = cut(ctx, entries[i].heading, entries[i].heading->first,
						entries[i].prefix_cut, entries[i].prefix_size - entries[i].prefix_cut);
}

/* ---- series ---- */

/* What makes slides one series: their own kicker; without one, their title when another slide of the part has the
 * same, else the part itself: then the slides that give a place are counted. */
static void find_keys(ramure_ctx *ctx, entry *entries, size_t count)
{
	names titles = names_new(ctx);

	for (size_t i = 0; i < count; i++) {
		ramure_str own = ramure_plain_text(ctx, entries[i].kicker ? entries[i].kicker : entries[i].heading);

		if (entries[i].kicker) {
			entries[i].key = ramure_format(ctx, "kicker %.*s", (int)own.size, own.data);
		} else if (entries[i].marked) {
			entries[i].key = ramure_format(ctx, "title %.*s", (int)own.size, own.data);
			tally_of(&titles, entries[i].key)->slides++;
		}
	}
	for (size_t i = 0; i < count; i++)
		if (entries[i].key.size && !entries[i].kicker && tally_of(&titles, entries[i].key)->slides == 1)
			entries[i].key = RAMURE_STR("part");
}

static void say_place(ramure_ctx *ctx, const entry *e, size_t place, size_t length)
{
	ramure_node *run;

	e->slide->slide->series_place = (int)place;
	e->slide->slide->series_length = (int)length;
	if (!e->marked)
		return;
	if (e->typed_length && ((size_t)e->typed_place != place || (size_t)e->typed_length != length)) {
		ramure_warning(ctx, e->marker, "series", "this slide is %zu of %zu in its series, not %d of %d", place,
			       length, e->typed_place, e->typed_length);
		ramure_hint(ctx, "write (n/N): it is counted by itself");
	}
	run = node_text(ctx, e->marker, ramure_format(ctx, " (%zu/%zu)", place, length));
	series_run_mark(run);
	node_append(e->marked, run);
}

static void find_series(ramure_ctx *ctx, entry *entries, size_t count)
{
	names all = names_new(ctx);
	bool any = false;

	for (size_t i = 0; i < count; i++)
		any = any || entries[i].marked;
	if (!any)
		return;
	find_keys(ctx, entries, count);
	for (size_t i = 0; i < count; i++)
		if (entries[i].key.size) {
			tally *series = tally_of(&all, entries[i].key);

			series->slides++;
			series->announced |= entries[i].marked != NULL;
		}
	for (size_t i = 0; i < count; i++) {
		tally *series = entries[i].key.size ? tally_of(&all, entries[i].key) : NULL;

		if (series && series->announced)
			say_place(ctx, &entries[i], ++series->counted, series->slides);
	}
}

/* The part says its name already: on its divider, in its chapter's heading, as the kicker of its slides. */
static bool repeats_part(ramure_ctx *ctx, const ramure_node *parent, const ramure_node *kicker)
{
	return parent->type == RAMURE_PART && ramure_same_words(ctx, kicker, parent->first);
}

void kickers_make(ramure_ctx *ctx, ramure_node *parent)
{
	size_t most = 0, count = 0;
	entry *entries;

	for (const ramure_node *child = parent->first; child; child = child->next)
		most += child->type == RAMURE_SLIDE;
	entries = RAMURE_NEW_ARRAY(ctx, entry, most);
	for (ramure_node *child = parent->first; child; child = child->next) {
		entry *e = &entries[count];

		if (child->type != RAMURE_SLIDE || child->slide->from_part || !ramure_child(child, RAMURE_HEADING))
			continue;
		*e = (entry){ .slide = child, .heading = child->first };
		cut_at_bar(ctx, e);
		take_marker(e, e->heading);
		if (!e->marked)
			take_marker(e, e->kicker);
		count++;
	}
	cut_prefixes(ctx, entries, count);
	/* A place typed before the colon belongs to the kicker that the colon ends. */
	for (size_t i = 0; i < count; i++)
		if (!entries[i].marked)
			take_marker(&entries[i], entries[i].kicker);
	find_series(ctx, entries, count);
	for (size_t i = 0; i < count; i++)
		if (entries[i].kicker && !repeats_part(ctx, parent, entries[i].kicker))
			node_insert_after(entries[i].slide, NULL, entries[i].kicker);
}
