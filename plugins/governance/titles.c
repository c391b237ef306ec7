/* titles.c: the words that stand where the source gives none. */
#include "governance.h"

#include <string.h>

static ramure_text word_text(ramure_ctx *ctx, ramure_word word)
{
	return ramure_text_new(ctx, ramure_format(ctx, "%s", ramure_say(ctx, word)));
}

ramure_text chair_title(ramure_ctx *ctx, const struct chair *chair)
{
	static const ramure_word word = { "Chair", "Présidence" };

	return chair->title ? chair->title : word_text(ctx, word);
}

ramure_text secretariat_title(ramure_ctx *ctx, const struct secretariat *secretariat)
{
	static const ramure_word word = { "General secretariat", "Secrétariat général" };

	return secretariat->title ? secretariat->title : word_text(ctx, word);
}

ramure_str members_word(ramure_ctx *ctx, int64_t count)
{
	static const ramure_word one = { "member", "membre" }, many = { "members", "membres" };

	return ramure_format(ctx, "%s", ramure_say_count(ctx, count, one, many));
}

/* Each line of the source is a line. */
void put_address(ramure_builder *b, ramure_string address)
{
	ramure_str rest = address.text;

	if (!ramure_given(address.at))
		return;
	ramure_begin(b, RAMURE_PARAGRAPH, address.at);
	while (rest.size) {
		const char *end = memchr(rest.data, '\n', rest.size);
		size_t size = end ? (size_t)(end - rest.data) : rest.size;

		if (rest.data != address.text.data)
			ramure_put_break(b);
		ramure_put_string(b, (ramure_str){ rest.data, size });
		rest.data += size + (end ? 1 : 0);
		rest.size -= size + (end ? 1 : 0);
	}
	ramure_end(b);
}
