/* theme.c: the values of a theme: what the tables say, changed by the files of the theme and of those it extends. */
#include "core/theme/theme.h"

#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/source/scan.h"
#include "core/theme/theme_keys.h"
#include "core/theme/theme_parts.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* ---- values from words ---- */

/* A decimal in C's form, whatever the locale; false when it is none. */
static bool read_number(ramure_str words, double *value)
{
	double number = 0, place = 1;
	bool negative = words.size && words.data[0] == '-', decimals = false;
	size_t digits = 0;

	for (size_t i = negative; i < words.size; i++) {
		char c = words.data[i];

		if ((c == '.' || c == ',') && !decimals) {
			decimals = true;
		} else if (c >= '0' && c <= '9') {
			digits++;
			number = number * 10 + (c - '0');
			place *= decimals ? 10 : 1;
		} else {
			return false;
		}
	}
	*value = (negative ? -number : number) / place;
	return digits > 0 && digits < 16;
}

static bool read_colour(ramure_str words, ramure_rgb *colour)
{
	return words.size == sizeof "#c0ffee" - 1 && colour_scan(words, colour);
}

/* The colour that `colours:` calls so, or RAMURE_COLOURS. */
static ramure_colour colour_named(ramure_str name)
{
	ramure_rows rows = ramure_theme_keys();

	for (size_t i = 0; i < RAMURE_COLOURS; i++) {
		const theme_key *key = ramure_row(rows, i);

		if (strlen(key->name) == name.size + sizeof "colours." - 1 &&
		    memcmp(key->name + sizeof "colours." - 1, name.data, name.size) == 0)
			return (ramure_colour)i;
	}
	return RAMURE_COLOURS;
}

bool theme_read_value(const theme_key *key, ramure_str words, double *number)
{
	ramure_rgb rgb;

	*number = 0;
	switch (key->type) {
	case THEME_NUMBER:
		return read_number(words, number) && *number >= key->min && *number <= key->max;
	case THEME_FLAG:
		*number = ramure_name_equal(words, "yes") || ramure_name_equal(words, "oui");
		return *number > 0 || ramure_name_equal(words, "no") || ramure_name_equal(words, "non");
	case THEME_COLOUR:
		return read_colour(words, &rgb);
	case THEME_COLOUR_NAME:
		*number = (double)colour_named(words);
		return *number < RAMURE_COLOURS;
	case THEME_TEXT:
	case THEME_LIST:
		return true;
	}
	return false;
}

/* ---- slots ---- */

static int slot_order(const void *a, const void *b)
{
	return strcmp((*(theme_slot *const *)a)->key->name, (*(theme_slot *const *)b)->key->name);
}

static theme_slots initial_slots(ramure_ctx *ctx)
{
	ramure_rows rows = ramure_theme_keys();
	theme_slots slots = { .items = RAMURE_NEW_ARRAY(ctx, theme_slot, rows.count),
			      .sorted = RAMURE_NEW_ARRAY(ctx, theme_slot *, rows.count),
			      .count = rows.count };

	for (size_t i = 0; i < rows.count; i++) {
		const theme_key *key = ramure_row(rows, i);
		theme_slot *s = &slots.items[i];
		bool sound;

		s->key = key;
		s->text = (ramure_str){ key->initial, strlen(key->initial) };
		sound = theme_read_value(key, s->text, &s->number);
		assert(sound);
		(void)sound;
		slots.sorted[i] = s;
	}
	qsort(slots.sorted, rows.count, sizeof *slots.sorted, slot_order);
	return slots;
}

theme_slot *theme_slot_named(const theme_slots *slots, ramure_str name)
{
	size_t low = 0, high = slots->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *key = slots->sorted[middle]->key->name;
		int order = strncmp(key, name.data, name.size);

		if (order == 0 && key[name.size] == '\0')
			return slots->sorted[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static const theme_slot *slot(const theme_slots *slots, const char *name)
{
	const theme_slot *s = theme_slot_named(slots, (ramure_str){ name, strlen(name) });

	assert(s);
	return s;
}

/* ---- the theme from its slots ---- */

static void set_colours(theme *t, const theme_slots *slots)
{
	for (size_t i = 0; i < RAMURE_COLOURS; i++)
		read_colour(slots->items[i].text, &t->colours[i]);
}

static void set_roles(theme *t, const theme_slots *slots)
{
	for (size_t i = 0; i < RAMURE_ROLES; i++) {
		const theme_slot *s = &slots->items[THEME_ROLES_AT + i * ROLE_KEYS];

		t->roles[i] = (role_style){ .size = s[0].number,
					    .leading = s[1].number,
					    .weight = (int)s[2].number,
					    .italic = s[3].number > 0,
					    .colour = (ramure_colour)(int)s[4].number };
	}
}

/* The items of a list, without the spaces around them. */
static const ramure_str *items_of(ramure_ctx *ctx, ramure_str list, size_t *count)
{
	size_t most = 1;
	ramure_str *items;

	for (size_t i = 0; i < list.size; i++)
		most += list.data[i] == ',';
	items = RAMURE_NEW_ARRAY(ctx, ramure_str, most);
	for (size_t start = 0, i = 0; i <= list.size; i++) {
		if (i < list.size && list.data[i] != ',')
			continue;
		while (start < i && list.data[start] == ' ')
			start++;
		if (i > start)
			items[(*count)++] = (ramure_str){ list.data + start, i - start };
		start = i + 1;
	}
	return items;
}

static int by_key(const void *a, const void *b)
{
	return strcmp(((const theme_value *)a)->key, ((const theme_value *)b)->key);
}

static void set_values(ramure_ctx *ctx, theme *t, const theme_slots *slots)
{
	theme_value *values = RAMURE_NEW_ARRAY(ctx, theme_value, slots->count);

	for (size_t i = 0; i < slots->count; i++) {
		const theme_slot *s = slots->sorted[i];

		values[i] = (theme_value){ s->key->name, s->number, s->text };
	}
	t->values = values;
	t->value_count = slots->count;
}

/* ---- formats ---- */

static const struct format_name {
	const char *key, *shown;
	const char *names[4];
} format_names[] = {
	{ "wide", "16:9", { "16:9", "16/9", "16x9", "wide" } },
	{ "narrow", "4:3", { "4:3", "4/3", "4x3", "narrow" } },
	{ "a4", "A4", { "A4", "A4 paysage", "A4 landscape", "a4" } },
};

static const struct format_name *format_named(ramure_ctx *ctx, ramure_string wanted)
{
	if (!wanted.text.size)
		return &format_names[0];
	for (size_t i = 0; i < sizeof format_names / sizeof *format_names; i++)
		for (size_t j = 0; j < 4; j++)
			if (ramure_name_equal(wanted.text, format_names[i].names[j]))
				return &format_names[i];
	ramure_error(ctx, wanted.at, N_("'%.*s' is no page format"), (int)wanted.text.size, wanted.text.data);
	ramure_hint(ctx, N_("write 'format: 16:9', 'format: 4:3' or 'format: A4'"));
	return &format_names[0];
}

static const theme_slot *format_slot(ramure_ctx *ctx, const theme_slots *slots, const char *format, const char *key)
{
	return slot(slots, ramure_format(ctx, "formats.%s.%s", format, key).data);
}

static double format_number(ramure_ctx *ctx, const theme_slots *slots, const char *format, const char *key)
{
	return format_slot(ctx, slots, format, key)->number;
}

/* Text between margins that meet would stand beside the page, where nobody sees it. */
static void check_margin(ramure_ctx *ctx, const theme_slots *slots, const char *format, page_format *f)
{
	const double least = 144;
	const theme_slot *margin = format_slot(ctx, slots, format, "margin");

	if (f->width - 2 * f->margin >= least)
		return;
	if (!ramure_given(margin->at))
		margin = format_slot(ctx, slots, format, "width");
	ramure_error(ctx, margin->at, N_("margins of %.0f pt leave no room on a page %.0f pt wide"), f->margin,
		     f->width);
	ramure_hint(ctx, N_("leave %.0f pt between them, as with 'margin: %.0f'"), least, floor(f->width / 20));
	f->margin = 0;
}

static void set_format(ramure_ctx *ctx, theme *t, const theme_slots *slots, ramure_string wanted)
{
	const struct format_name *f = format_named(ctx, wanted);

	t->format = (page_format){
		.name = { f->shown, strlen(f->shown) },
		.width = format_number(ctx, slots, f->key, "width"),
		.height = format_number(ctx, slots, f->key, "height"),
		.margin = format_number(ctx, slots, f->key, "margin"),
		.columns = (int)format_number(ctx, slots, f->key, "columns"),
		.column = format_number(ctx, slots, f->key, "column"),
		.gutter = format_number(ctx, slots, f->key, "gutter"),
	};
	check_margin(ctx, slots, f->key, &t->format);
}

static void set_master(page_master *master, const theme_slots *slots)
{
	static const struct {
		const char *key;
		size_t offset;
	} members[] = {
		{ "master.tick.top", offsetof(page_master, tick_top) },
		{ "master.tick.width", offsetof(page_master, tick_width) },
		{ "master.tick.height", offsetof(page_master, tick_height) },
		{ "master.kicker.top", offsetof(page_master, kicker_top) },
		{ "master.title.top", offsetof(page_master, title_top) },
		{ "master.content.top", offsetof(page_master, content_top) },
		{ "master.content.top-two-lines", offsetof(page_master, content_top_two_lines) },
		{ "master.content.bottom", offsetof(page_master, content_bottom) },
		{ "master.key.bottom", offsetof(page_master, key_bottom) },
		{ "master.key.padding", offsetof(page_master, key_padding) },
		{ "master.footer.bottom", offsetof(page_master, footer_bottom) },
		{ "master.progress.height", offsetof(page_master, progress_height) },
		{ "master.progress.gap", offsetof(page_master, progress_gap) },
		{ "master.embargo.top", offsetof(page_master, embargo_top) },
		{ "master.embargo.height", offsetof(page_master, embargo_height) },
		{ "master.cover.tick-top", offsetof(page_master, cover_tick_top) },
		{ "master.cover.title-top", offsetof(page_master, cover_title_top) },
		{ "master.cover.strip", offsetof(page_master, cover_strip) },
	};

	for (size_t i = 0; i < sizeof members / sizeof *members; i++)
		*(double *)(void *)((char *)master + members[i].offset) = slot(slots, members[i].key)->number;
}

const theme *theme_load(ramure_ctx *ctx, ramure_string name, ramure_string format)
{
	theme *t = RAMURE_NEW(ctx, theme);
	theme_slots slots = initial_slots(ctx);

	t->folder = theme_read(ctx, &slots, name);
	t->name = slot(&slots, "name")->text;
	t->family = slot(&slots, "fonts.family")->text;
	t->monospace = slot(&slots, "fonts.monospace")->text;
	t->filled = slot(&slots, "filled")->number > 0;
	t->link_colour = (ramure_colour)(int)slot(&slots, "links.colour")->number;
	t->link_underlined = slot(&slots, "links.underlined")->number > 0;
	t->fallbacks = items_of(ctx, slot(&slots, "fonts.fallbacks")->text, &t->fallback_count);
	t->versions = items_of(ctx, slot(&slots, "fonts.versions")->text, &t->version_count);
	set_colours(t, &slots);
	set_roles(t, &slots);
	set_format(ctx, t, &slots, format);
	set_master(&t->master, &slots);
	set_values(ctx, t, &slots);
	theme_check_contrast(ctx, t, &slots);
	return t;
}

/* ---- for writers ---- */

static const theme_value *value_of(ramure_ctx *ctx, const char *key)
{
	const theme_value wanted = { .key = key };
	const theme_value *found = bsearch(&wanted, ctx->theme->values, ctx->theme->value_count, sizeof wanted, by_key);

	assert(found);
	return found;
}

ramure_rgb ramure_theme_colour(ramure_ctx *ctx, ramure_colour colour)
{
	return ctx->theme->colours[colour];
}

double ramure_theme_number(ramure_ctx *ctx, const char *key)
{
	return value_of(ctx, key)->number;
}

ramure_str ramure_theme_string(ramure_ctx *ctx, const char *key)
{
	return value_of(ctx, key)->text;
}
