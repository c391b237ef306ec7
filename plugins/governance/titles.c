/* titles.c: the words that stand where the source gives none. */
#include "governance.h"

static ramure_text word_text(ramure_ctx *ctx, ramure_word word)
{
	return ramure_text_new(ctx, ramure_say_str(ctx, word));
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
