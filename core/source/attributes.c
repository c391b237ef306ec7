/* attributes.c: `{#name .wide hidden width=50%}` after a heading or an image. */
#include "core/source/markdown.h"

#include "core/base/buf.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/source/fields.h"

#include <string.h>

typedef enum attribute { ATTRIBUTE_HIDDEN, ATTRIBUTE_WIDE, ATTRIBUTE_WIDTH, ATTRIBUTE_DECORATIVE } attribute;

static const struct {
	const char *word;
	attribute attribute;
	const char *typed; /* as a hint shows it */
} words[] = {
	{ "hidden", ATTRIBUTE_HIDDEN, "{hidden}" },
	{ "cache", ATTRIBUTE_HIDDEN, "{caché}" },
	{ "wide", ATTRIBUTE_WIDE, "{.wide}" },
	{ "large", ATTRIBUTE_WIDE, "{.large}" },
	{ "width", ATTRIBUTE_WIDTH, "{width=50%}" },
	{ "largeur", ATTRIBUTE_WIDTH, "{largeur=50%}" },
	{ "decorative", ATTRIBUTE_DECORATIVE, "{decorative}" },
	{ "decoratif", ATTRIBUTE_DECORATIVE, "{décoratif}" },
};

enum { WORDS = sizeof words / sizeof *words };

typedef struct reader {
	ramure_ctx *ctx;
	const source_text *piece;
	attributes *out;
	size_t end; /* of what stands between the braces */
	bool told;  /* one word between braces is unknown: of those behind it, nobody knows what they belong to */
} reader;

static ramure_str slice(const reader *r, size_t start, size_t end)
{
	return (ramure_str){ r->piece->text.data + start, end - start };
}

static size_t find(const reader *r, ramure_str typed)
{
	ramure_str folded = utf8_fold_name(r->ctx->arena, typed);
	size_t i = 0;

	while (i < WORDS && !ramure_str_equal(folded, (ramure_str){ words[i].word, strlen(words[i].word) }))
		i++;
	return i;
}

/* The row that a misspelt word is near to, or WORDS. */
static size_t near(const reader *r, ramure_str typed)
{
	ramure_str folded = utf8_fold_name(r->ctx->arena, typed);

	for (size_t i = 0; i < WORDS; i++)
		if (utf8_distance(folded, (ramure_str){ words[i].word, strlen(words[i].word) }, 2) <= 2 &&
		    folded.size > 3)
			return i;
	return WORDS;
}

/* "50%", "50 %", "33,5%" as a share; 0 when it is none. */
static double share_of(ramure_str typed)
{
	double value = 0, unit = 1;
	bool decimals = false;
	size_t i = 0;

	while (typed.size && typed.data[0] == ' ')
		typed = (ramure_str){ typed.data + 1, typed.size - 1 };
	for (; i < typed.size && ((typed.data[i] >= '0' && typed.data[i] <= '9') ||
				  (!decimals && (typed.data[i] == ',' || typed.data[i] == '.')));
	     i++) {
		if (typed.data[i] == ',' || typed.data[i] == '.') {
			decimals = true;
			continue;
		}
		value = value * 10 + (typed.data[i] - '0');
		unit *= decimals ? 10 : 1;
	}
	if (!i || value / unit > 100)
		return 0;
	while (i < typed.size && typed.data[i] == ' ')
		i++;
	if (i + 1 != typed.size || typed.data[i] != '%')
		return 0;
	return value / unit / 100;
}

static void read_width(reader *r, size_t start, size_t end)
{
	r->out->width_share = share_of(slice(r, start, end));
	if (r->out->width_share > 0)
		return;
	ramure_error(r->ctx, source_text_span(r->piece, start, end - start), "'%.*s' is no width", (int)(end - start),
		     r->piece->text.data + start);
	ramure_hint(r->ctx, "give a share of the slide from 1%% to 100%%: {width=50%%}");
}

static void set(reader *r, size_t row, size_t start, size_t value, size_t end)
{
	switch (words[row].attribute) {
	case ATTRIBUTE_HIDDEN:
		r->out->hidden = true;
		break;
	case ATTRIBUTE_WIDE:
		r->out->wide = true;
		break;
	case ATTRIBUTE_DECORATIVE:
		r->out->decorative = true;
		break;
	case ATTRIBUTE_WIDTH:
		read_width(r, value < end ? value : start, end);
		break;
	}
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t';
}

/* A name that goes on behind a space. */
static void hint_joined(reader *r, size_t start)
{
	buf name = buf_on(r->ctx->arena);

	buf_put_str(&name, r->out->name);
	for (size_t i = start; i < r->end; i++) {
		bool begins = i == start || is_space(r->piece->text.data[i - 1]);

		if (begins && r->piece->text.data[i] == '.')
			break;
		if (begins && !is_space(r->piece->text.data[i]))
			buf_putc(&name, '-');
		if (!is_space(r->piece->text.data[i]))
			buf_putc(&name, r->piece->text.data[i]);
	}
	ramure_hint(r->ctx, "a name has no spaces: write {#%s}", buf_str(&name).data);
}

static void report_unknown(reader *r, size_t start, size_t end, size_t row)
{
	if (r->told)
		return;
	r->told = true;
	ramure_error(r->ctx, source_text_span(r->piece, start, end - start), "unknown attribute '%.*s'",
		     (int)(end - start), r->piece->text.data + start);
	if (row < WORDS)
		ramure_hint(r->ctx, "did you mean %s?", words[row].typed);
	else if (r->out->name.size)
		hint_joined(r, start);
	else
		ramure_hint(r->ctx, "known are {#name}, {hidden}, {.wide} and, for images, {width=50%%} and "
				    "{decorative}; for a brace of "
				    "the text, write \\{");
}

static size_t skip_spaces(const char *text, size_t i, size_t end)
{
	while (i < end && is_space(text[i]))
		i++;
	return i;
}

/* One of the words between braces.  False when it is not for us. */
static bool read_one(reader *r, size_t start, size_t end, bool first)
{
	const char *text = r->piece->text.data;
	bool dotted = text[start] == '.';
	size_t name_end = start + dotted;
	size_t row;

	if (text[start] == '#') {
		r->out->name = slice(r, start + 1, end);
		r->out->name_at = source_text_span(r->piece, start + 1, end - start - 1);
		return end > start + 1;
	}
	while (name_end < end && text[name_end] != '=')
		name_end++;
	row = find(r, slice(r, start + dotted, name_end));
	if (row < WORDS) {
		set(r, row, start, name_end + 1, end);
		return true;
	}
	row = near(r, slice(r, start + dotted, name_end));
	/* "{a, b}" is a text; "{.wid}", "{hiden}" and whatever follows a known one are not. */
	if (first && !dotted && row == WORDS)
		return false;
	report_unknown(r, start, end, row);
	return true;
}

bool attributes_begin(ramure_ctx *ctx, ramure_str inside)
{
	enum { LONGEST = 40 }; /* bytes; none of the words has so many */
	reader r = { .ctx = ctx };
	ramure_str word = inside;

	word.size = 0;
	while (word.size < inside.size && word.size < LONGEST && !strchr(" \t=\n}", inside.data[word.size]))
		word.size++;
	if (word.size > 1 && word.data[0] == '#')
		return true;
	if (word.size && word.data[0] == '.')
		word = (ramure_str){ word.data + 1, word.size - 1 };
	return word.size && find(&r, word) < WORDS;
}

bool attributes_read(ramure_ctx *ctx, const source_text *piece, size_t offset, size_t size, attributes *out)
{
	size_t end = offset + size - 1;
	reader r = { .ctx = ctx, .piece = piece, .out = out, .end = end };
	const char *text = piece->text.data;
	bool first = true;

	*out = (attributes){ 0 };
	if (size < 3)
		return false;
	for (size_t i = offset + 1; (i = skip_spaces(text, i, end)) < end;) {
		size_t start = i, sign;

		while (i < end && !is_space(text[i]))
			i++;
		/* Spaces may stand around the sign of a value. */
		sign = skip_spaces(text, i, end);
		if (sign < end && text[sign] == '=')
			i = sign + 1;
		if (text[i - 1] == '=')
			for (i = skip_spaces(text, i, end); i < end && !is_space(text[i]);)
				i++;
		/* A space may stand before the sign of percent. */
		if (i + 1 < end && text[i + 1] == '%')
			i += 2;
		if (!read_one(&r, start, i, first))
			return false;
		first = false;
	}
	return !first;
}
