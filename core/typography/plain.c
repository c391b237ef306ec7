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

/* Copies what stands before the next of these signs; answers where that is. */
static size_t copy_up_to(buf *out, ramure_str s, size_t from, const char *signs)
{
	byte_set stops = { 0 };
	size_t to = from;

	for (; *signs; signs++)
		byte_set_add(&stops, (unsigned char)*signs);
	while (to < s.size && !byte_set_has(&stops, (unsigned char)s.data[to]))
		to++;
	buf_put(out, s.data + from, to - from);
	return to;
}

/* ^{e} and <sup>e</sup> become signs that the rules know. */
static ramure_str read_superscripts(arena *memory, ramure_str s)
{
	static const struct {
		const char *open, *close;
	} forms[] = { { "^{", "}" }, { "<sup>", "</sup>" } };
	buf out = buf_on(memory);
	const char *close = NULL;

	for (size_t i = 0; (i = copy_up_to(&out, s, i, "^<}\n")) < s.size;) {
		bool taken = false;

		if (close && starts(s, i, close)) {
			buf_puts(&out, RULES_SUP_END);
			i += strlen(close);
			close = NULL;
			continue;
		}
		if (s.data[i] == '\n')
			close = NULL;
		for (size_t f = 0; !close && f < 2 && !taken; f++)
			if (starts(s, i, forms[f].open)) {
				buf_puts(&out, RULES_SUP);
				i += strlen(forms[f].open);
				close = forms[f].close;
				taken = true;
			}
		if (!taken)
			buf_putc(&out, s.data[i++]);
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
