/* values.c: one value of a field's type from what was typed, or the words about why not. */
#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/document.h"
#include "core/source/fields.h"
#include "core/source/scan.h"
#include "core/source/source.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

/* One value on its way. */
typedef struct typing {
	ramure_ctx *ctx;
	const ramure_field *field;
	const source_text *text;
	ramure_span at; /* line 0 for a value that nobody typed */
} typing;

/* What each type takes, in words, with an example to type. */
static const struct {
	const char *refusal; /* the field's name, then what was typed */
	ramure_word example;
} types[] = {
	[RAMURE_FLAG] = { N_("'%s' takes yes or no, and '%.*s' is neither"), { "yes", "oui" } },
	[RAMURE_INTEGER] = { N_("'%s' takes a whole number, and '%.*s' is none"), { "12", "12" } },
	[RAMURE_NUMBER] = { N_("'%s' takes a number, and '%.*s' is none"), { "35.2", "35,2" } },
	[RAMURE_PERCENT] = { N_("'%s' takes a percentage, and '%.*s' is none"), { "35 %", "35 %" } },
	[RAMURE_AMOUNT] = { N_("'%s' takes an amount with its currency, and '%.*s' is none"), { "8 M€", "8 M€" } },
	[RAMURE_DATE] = { N_("'%s' takes a date, and '%.*s' is none"), { "23 June 2020", "23 juin 2020" } },
	[RAMURE_PERIOD] = { N_("'%s' takes a date or a period, and '%.*s' is neither"),
			    { "3–5 March 2021", "du 3 au 5 mars 2021" } },
	[RAMURE_TIME] = { N_("'%s' takes an hour, and '%.*s' is none"), { "14:30", "14h30" } },
	[RAMURE_DURATION] = { N_("'%s' takes a length of time, and '%.*s' is none"), { "20 min", "20 min" } },
	[RAMURE_COLOUR] = { N_("'%s' takes a colour, and '%.*s' is none"), { "#1B3A6B", "#1B3A6B" } },
};

static bool holds_comment(ramure_str s)
{
	for (size_t i = 1; i < s.size; i++)
		if (s.data[i] == '#' && s.data[i - 1] == ' ')
			return true;
	return false;
}

/* What to type for a value: behind its name and a colon, behind an option of the command as the shell takes it. */
static const char *line_of(const typing *t, ramure_str value)
{
	const char *name = fields_name(t->ctx, t->field);
	const char *quote = memchr(value.data, ' ', value.size) ? "\"" : "";

	if (name[0] != '-')
		return ramure_format(t->ctx, "%s: %.*s", name, (int)value.size, value.data).data;
	return ramure_format(t->ctx, "%s %s%.*s%s", name, quote, (int)value.size, value.data, quote).data;
}

static bool hint_meant(const typing *t)
{
	ramure_str meant = value_meant(t->ctx, t->field->type, t->text->text);

	if (meant.size)
		ramure_hint(t->ctx, N_("write '%s'"), line_of(t, meant));
	return meant.size;
}

static bool refuse(const typing *t)
{
	ramure_str typed = source_text_excerpt(t->ctx, t->text->text);
	const char *name = fields_name(t->ctx, t->field);

	ramure_error(t->ctx, t->at, types[t->field->type].refusal, name, (int)typed.size, typed.data);
	if (!hint_meant(t))
		ramure_hint(t->ctx, N_("write it as in '%s'"),
			    line_of(t, ramure_say_str(t->ctx, types[t->field->type].example)));
	if (holds_comment(typed))
		ramure_hint(t->ctx, N_("a comment stands on a line of its own"));
	return false;
}

/* As one types it. */
static const char *bound_words(const typing *t, int64_t bound)
{
	if (t->field->type == RAMURE_TIME || (t->field->type == RAMURE_DURATION && bound >= 60))
		return ramure_format(t->ctx, "%lldh%02lld", (long long)bound / 60, (long long)bound % 60).data;
	return ramure_format(t->ctx, t->field->type == RAMURE_DURATION ? "%lld min" : "%lld", (long long)bound).data;
}

/* Bounds are whole numbers, in the field's unit. */
static bool in_bounds(const typing *t, int64_t value)
{
	ramure_str typed = source_text_excerpt(t->ctx, t->text->text);
	const ramure_field *f = t->field;
	const char *name = fields_name(t->ctx, f);

	if (f->max <= f->min || (value >= f->min && value <= f->max))
		return true;
	ramure_error(t->ctx, t->at, N_("'%s' lies between %s and %s, and '%.*s' does not"), name,
		     bound_words(t, f->min), bound_words(t, f->max), (int)typed.size, typed.data);
	ramure_hint(t->ctx, N_("write at least '%s: %s', at most '%s: %s'"), name, bound_words(t, f->min), name,
		    bound_words(t, f->max));
	return false;
}

static bool word_value(const typing *t, void *out)
{
	*(ramure_string *)out = (ramure_string){ .at = t->at, .text = utf8_nfc(t->ctx->arena, t->text->text) };
	return true;
}

static bool flag_value(const typing *t, void *out)
{
	bool yes = names_among(t->ctx, "oui|yes|vrai|true", t->text->text);

	if (!yes && !names_among(t->ctx, "non|no|faux|false", t->text->text))
		return refuse(t);
	*(ramure_flag *)out = (ramure_flag){ .at = t->at, .value = yes };
	return true;
}

static bool integer_value(const typing *t, void *out)
{
	ramure_number n;

	if (!number_scan(t->ctx, t->text->text, &n, NULL) || n.decimals || n.unit.size)
		return refuse(t);
	if (!in_bounds(t, n.digits))
		return false;
	*(ramure_integer *)out = (ramure_integer){ .at = t->at, .value = n.digits };
	return true;
}

/* What was read as decimals and may have been meant as thousands: 1.250. */
static void doubt(const typing *t, ramure_number n)
{
	ramure_str typed = source_text_excerpt(t->ctx, t->text->text);
	const char *name = fields_name(t->ctx, t->field);
	int places = n.decimals;

	/* "1,2" for 1,200 */
	for (int64_t rest = n.digits; places && rest % 10 == 0; rest /= 10)
		places--;
	ramure_warning(t->ctx, t->at, "number", N_("'%.*s' is read as %s"), (int)typed.size, typed.data,
		       ramure_quantity_format(t->ctx, ramure_number_value(n), places, n.unit).data);
	ramure_hint(t->ctx, N_("if you mean thousands, write '%s: %s'"), name,
		    ramure_quantity_format(t->ctx, (double)n.digits, 0, n.unit).data);
}

/* What was typed lacks nothing but its currency. */
static bool refuse_amount(const typing *t, ramure_number n)
{
	ramure_str typed = source_text_excerpt(t->ctx, t->text->text);
	const char *name = fields_name(t->ctx, t->field);

	if (n.unit.size)
		return refuse(t);
	ramure_error(t->ctx, t->at, N_("'%s' takes an amount, and '%.*s' has no currency"), name, (int)typed.size,
		     typed.data);
	ramure_hint(t->ctx, N_("write '%s: %.*s €'"), name, (int)typed.size, typed.data);
	return false;
}

static bool number_value(const typing *t, void *out)
{
	ramure_number n;
	bool percent, doubtful;

	if (!number_scan(t->ctx, t->text->text, &n, &doubtful))
		return refuse(t);
	percent = !n.unit.size || ramure_str_equal(n.unit, RAMURE_STR("%")) ||
		  names_among(t->ctx, "pour cent|percent|per cent", n.unit);
	if (t->field->type == RAMURE_PERCENT && !percent)
		return refuse(t);
	if (t->field->type == RAMURE_AMOUNT && !number_is_amount(n.unit))
		return refuse_amount(t, n);
	/* A number may carry its unit, but 1e3 is no number of "e". */
	if (n.unit.size && (n.unit.data[0] == 'e' || n.unit.data[0] == 'E') && n.unit.size == 1)
		return refuse(t);
	if (!in_bounds(t, (int64_t)ramure_number_value(n)))
		return false;
	if (doubtful)
		doubt(t, n);
	if (t->field->type == RAMURE_PERCENT)
		n.unit = RAMURE_STR("%");
	n.unit = utf8_nfc(t->ctx->arena, n.unit);
	n.at = t->at;
	*(ramure_number *)out = n;
	return true;
}

static bool check_fault(const typing *t, date_fault fault)
{
	ramure_str typed = source_text_excerpt(t->ctx, t->text->text);

	switch (fault) {
	case DATE_UNDERSTOOD:
		return true;
	case DATE_UNKNOWN:
		return refuse(t);
	case DATE_WITHOUT_YEAR:
		ramure_error(t->ctx, t->at, N_("'%.*s' has no year"), (int)typed.size, typed.data);
		typed = ramure_format(t->ctx, "%.*s%c%04d", (int)typed.size, typed.data,
				      memchr(typed.data, '/', typed.size) ? '/' : ' ',
				      t->ctx->date.year ? t->ctx->date.year : 2020);
		ramure_hint(t->ctx, N_("write '%s', with the year"), line_of(t, typed));
		return false;
	case DATE_IMPOSSIBLE:
		ramure_error(t->ctx, t->at, N_("the calendar has no '%.*s'"), (int)typed.size, typed.data);
		if (!hint_meant(t))
			ramure_hint(t->ctx, N_("dates in figures are day/month/year, or year-month-day: '%s'"),
				    line_of(t, RAMURE_STR("2020-06-23")));
		return false;
	case DATE_OTHER_WEEKDAY:
		ramure_error(t->ctx, t->at, N_("'%.*s' falls on another day of the week"), (int)typed.size, typed.data);
		ramure_hint(t->ctx, N_("check the date, or leave the day of the week out"));
		return false;
	case DATE_BACKWARDS:
		ramure_error(t->ctx, t->at, N_("'%.*s' ends before it begins"), (int)typed.size, typed.data);
		ramure_hint(t->ctx, N_("write the earlier date first"));
		return false;
	}
	return false;
}

static bool date_value(const typing *t, void *out)
{
	ramure_date d = { .year = 0 };

	if (!check_fault(t, date_scan(t->text->text, &d)))
		return false;
	d.at = t->at;
	*(ramure_date *)out = d;
	return true;
}

static bool period_value(const typing *t, void *out)
{
	ramure_period p = { .start = { .year = 0 } };

	if (!check_fault(t, period_scan(t->text->text, &p)))
		return false;
	p.at = p.start.at = p.end.at = t->at;
	*(ramure_period *)out = p;
	return true;
}

static bool minutes_value(const typing *t, void *out)
{
	int32_t minutes;

	if (!(t->field->type == RAMURE_TIME ? time_scan : duration_scan)(t->text->text, &minutes))
		return refuse(t);
	if (!in_bounds(t, minutes))
		return false;
	*(ramure_minutes *)out = (ramure_minutes){ .at = t->at, .value = minutes };
	return true;
}

static bool colour_value(const typing *t, void *out)
{
	ramure_rgb rgb;

	if (!colour_scan(t->text->text, &rgb))
		return refuse(t);
	*(ramure_colour_value *)out = (ramure_colour_value){ .at = t->at, .rgb = rgb };
	return true;
}

static bool path_value(const typing *t, void *out)
{
	ramure_string named = { .at = t->at, .text = utf8_nfc(t->ctx->arena, t->text->text) };
	ramure_str path = files_resolve(t->ctx, named);

	if (!path.size)
		return false;
	*(ramure_path *)out = (ramure_path){ .at = t->at, .text = named.text, .path = path };
	return true;
}

static bool choice_value(const typing *t, void *out)
{
	ramure_rows choices = t->field->choices;
	ramure_str typed = source_text_excerpt(t->ctx, t->text->text);
	const char **names = RAMURE_NEW_ARRAY(t->ctx, const char *, choices.count * 2);
	const char *near;
	buf all = buf_on(t->ctx->arena);

	for (size_t i = 0; i < choices.count; i++) {
		const ramure_option *o = ramure_row(choices, i);

		if (names_among(t->ctx, o->en, t->text->text) || names_among(t->ctx, o->fr, t->text->text) ||
		    names_among(t->ctx, o->synonyms, t->text->text)) {
			*(ramure_choice *)out = (ramure_choice){ .at = t->at, .value = o->value };
			return true;
		}
		names[i * 2] = o->fr;
		names[i * 2 + 1] = o->en;
		buf_format(&all, "%s%s", i ? ", " : "", ramure_say(t->ctx, (ramure_word){ o->en, o->fr }));
	}
	ramure_error(t->ctx, t->at, N_("'%s' cannot be '%.*s'"), fields_name(t->ctx, t->field), (int)typed.size,
		     typed.data);
	near = names_nearest(t->ctx, t->text->text, names, choices.count * 2);
	if (near)
		ramure_hint(t->ctx, N_("did you mean '%s'?"), near);
	ramure_hint(t->ctx, N_("it is one of: %s"), buf_str(&all).data);
	return false;
}

/* A field's pattern asks for the whole text.  A pattern that does not compile is the plugin's own bug. */
static bool fits_pattern(const typing *t)
{
	enum { MATCH_LIMIT = 100000, HEAP_LIMIT_KB = 4096 };
	const ramure_field *f = t->field;
	ramure_str s = t->text->text, typed;
	int error, result;
	PCRE2_SIZE offset;
	pcre2_code *code;
	pcre2_match_context *limits;
	pcre2_match_data *match;

	if (!f->pattern)
		return true;
	code = pcre2_compile((PCRE2_SPTR)f->pattern, PCRE2_ZERO_TERMINATED,
			     PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED | PCRE2_ENDANCHORED, &error, &offset, NULL);
	match = code ? pcre2_match_data_create_from_pattern(code, NULL) : NULL;
	limits = match ? pcre2_match_context_create(NULL) : NULL;
	if (limits) {
		pcre2_set_match_limit(limits, MATCH_LIMIT);
		pcre2_set_heap_limit(limits, HEAP_LIMIT_KB);
		result = pcre2_match(code, (PCRE2_SPTR)s.data, s.size, 0, 0, match, limits);
	} else {
		ramure_failure(t->ctx, N_("the pattern of the field '%s' does not compile"), f->en);
		result = 0;
	}
	pcre2_match_context_free(limits);
	pcre2_match_data_free(match);
	pcre2_code_free(code);
	if (result >= 0)
		return true;
	typed = source_text_excerpt(t->ctx, s);
	ramure_error(t->ctx, t->at, N_("'%s' cannot be '%.*s'"), fields_name(t->ctx, f), (int)typed.size, typed.data);
	ramure_hint(t->ctx, N_("it is %s"), ramure_say(t->ctx, f->pattern_means));
	return false;
}

/* Each line by itself, with a break between. */
static ramure_node *text_lines(ramure_ctx *ctx, const source_text *text)
{
	ramure_node *all = node_new(ctx, RAMURE_PHRASE, source_text_span(text, 0, text->text.size));

	for (size_t start = 0, end; start < text->text.size; start = end + 1) {
		source_text line;
		ramure_node *words;

		for (end = start; end < text->text.size && text->text.data[end] != '\n';)
			end++;
		line = source_text_part(text, start, end - start);
		words = markdown_inline(ctx, &line);
		if (words->first && all->first)
			node_append(all, node_new(ctx, RAMURE_BREAK, words->span));
		node_take_children(all, words);
	}
	return all;
}

bool value_parse(ramure_ctx *ctx, const ramure_field *field, const source_text *text, void *out)
{
	typing t = { .ctx = ctx, .field = field, .text = text };

	if (text->file)
		t.at = source_text_span(text, 0, text->text.size);
	switch (field->type) {
	case RAMURE_TEXT:
		*(ramure_text *)out =
			field->flags & RAMURE_KEEP_LINES ? text_lines(ctx, text) : markdown_inline(ctx, text);
		return fits_pattern(&t);
	case RAMURE_MARKDOWN:
		*(ramure_text *)out = markdown_blocks(ctx, text);
		return true;
	case RAMURE_WORD:
		return fits_pattern(&t) && word_value(&t, out);
	case RAMURE_FLAG:
		return flag_value(&t, out);
	case RAMURE_INTEGER:
		return integer_value(&t, out);
	case RAMURE_NUMBER:
	case RAMURE_PERCENT:
	case RAMURE_AMOUNT:
		return number_value(&t, out);
	case RAMURE_DATE:
		return date_value(&t, out);
	case RAMURE_PERIOD:
		return period_value(&t, out);
	case RAMURE_TIME:
	case RAMURE_DURATION:
		return minutes_value(&t, out);
	case RAMURE_COLOUR:
		return colour_value(&t, out);
	case RAMURE_PATH:
		return path_value(&t, out);
	case RAMURE_CHOICE:
		return choice_value(&t, out);
	case RAMURE_PERSON:
	case RAMURE_RECORD:
	case RAMURE_MAP:
		break;
	}
	return false;
}

bool ramure_value_parse(ramure_ctx *ctx, ramure_type type, const char *name, ramure_string text, void *out)
{
	ramure_field field = { .en = name, .fr = name, .type = type };
	source_line place = { .line = text.at.line, .column = text.at.column };
	source_text piece = source_text_new(ctx, text.at.file, text.text, &place, 1);

	return value_parse(ctx, &field, &piece, out);
}
