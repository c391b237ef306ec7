/* plain.c: the rules over plain text, as `ramure typography` and the rules' own examples use them. */
#include "core/base/buf.h"
#include "core/context.h"
#include "core/typography/rules.h"

#include <string.h>

static bool starts(ramure_str s, size_t at, const char *words)
{
	size_t size = strlen(words);

	return s.size - at >= size && memcmp(s.data + at, words, size) == 0;
}

/* The place of the next of these signs from `from` on, or the end. */
static size_t next_of(ramure_str s, size_t from, const char *signs)
{
	bool stops[256] = { false };

	for (; *signs; signs++)
		stops[(unsigned char)*signs] = true;
	while (from < s.size && !stops[(unsigned char)s.data[from]])
		from++;
	return from;
}

static size_t copy_up_to(buf *out, ramure_str s, size_t from, const char *signs)
{
	size_t to = next_of(s, from, signs);

	buf_put(out, s.data + from, to - from);
	return to;
}

/* The words of a superscript end on their line and hold no other: where, or `from` when they do not. */
static size_t superscript_end(ramure_str s, size_t from, const char *close)
{
	size_t end = next_of(s, from, "^{}<>\n");

	return end < s.size && starts(s, end, close) ? end : from;
}

/* ^{e} and <sup>e</sup> become signs that the rules know. */
static ramure_str read_superscripts(arena *memory, ramure_str s)
{
	static const struct {
		const char *open, *close;
	} forms[] = { { "^{", "}" }, { "<sup>", "</sup>" } };
	buf out = buf_on(memory);

	for (size_t i = 0; (i = copy_up_to(&out, s, i, "^<")) < s.size;) {
		size_t form = s.data[i] == '<', from = i + strlen(forms[form].open);
		size_t end = starts(s, i, forms[form].open) ? superscript_end(s, from, forms[form].close) : from;

		if (end > from) {
			buf_puts(&out, RULES_SUP);
			buf_put(&out, s.data + from, end - from);
			buf_puts(&out, RULES_SUP_END);
			i = end + strlen(forms[form].close);
		} else {
			buf_putc(&out, s.data[i++]);
		}
	}
	return buf_str(&out);
}

ramure_str rules_show(arena *memory, ramure_str s)
{
	const char first[] = { RULES_SUP[0], '\0' };
	buf out = buf_on(memory);

	for (size_t i = 0; (i = copy_up_to(&out, s, i, first)) < s.size;) {
		if (starts(s, i, RULES_SUP)) {
			buf_puts(&out, "^{");
			i += 3;
		} else if (starts(s, i, RULES_SUP_END)) {
			buf_putc(&out, '}');
			i += 3;
		} else {
			buf_putc(&out, s.data[i++]);
		}
	}
	return buf_str(&out);
}

/* Most texts have no superscript at all: then there is nothing to copy. */
static bool may_hold(ramure_str s, char sign)
{
	return s.size && memchr(s.data, sign, s.size);
}

ramure_str typography_text(ramure_ctx *ctx, arena *memory, typography *rules, ramure_str text)
{
	ruled_text ruled = { .text = text };

	if (!rules->count)
		return text;
	if (may_hold(text, '^') || may_hold(text, '<'))
		ruled.text = read_superscripts(memory, text);
	rules_run(ctx, memory, rules, &ruled);
	return may_hold(ruled.text, RULES_SUP[0]) ? rules_show(memory, ruled.text) : ruled.text;
}
