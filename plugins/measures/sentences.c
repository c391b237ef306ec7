/* sentences.c: the balance in words: how many at each level, what rose and slipped, what is late. */
#include "measures.h"

#include <string.h>

ramure_str join(ramure_ctx *ctx, ramure_str a, const char *between, ramure_str b)
{
	return ramure_join(ctx, (const ramure_str[]){ a, b }, 2, between);
}

/* "remise(s) en cause": what stands between parentheses at the end of a word stays from two on. */
static ramure_str agree(ramure_ctx *ctx, ramure_str sentence, size_t count)
{
	char *out = ramure_alloc(ctx, sentence.size + 1);
	size_t size = 0;

	for (size_t i = 0; i < sentence.size; i++) {
		const char *close = NULL;

		if (sentence.data[i] == '(' && i > 0 && sentence.data[i - 1] != ' ')
			close = memchr(sentence.data + i, ')', sentence.size - i);
		if (close && close - (sentence.data + i) <= 4) {
			size_t inside = (size_t)(close - (sentence.data + i)) - 1;

			if (count > 1) {
				memcpy(out + size, sentence.data + i + 1, inside);
				size += inside;
			}
			i += inside + 1;
			continue;
		}
		out[size++] = sentence.data[i];
	}
	return (ramure_str){ out, size };
}

/* "6 mesures", then "9", "aucune" */
static ramure_str count_words(ramure_ctx *ctx, size_t count, bool first)
{
	static const ramure_word one = { "%zu measure", "%zu mesure" }, many = { "%zu measures", "%zu mesures" };
	static const ramure_word none_first = { "No measure", "Aucune mesure" }, none = { "none", "aucune" };

	if (!count)
		return ramure_say_str(ctx, first ? none_first : none);
	if (!first)
		return ramure_format(ctx, "%zu", count);
	return ramure_format(ctx, ramure_say_count(ctx, (int64_t)count, one, many), count);
}

static ramure_str level_words(ramure_ctx *ctx, const struct level *level, size_t count)
{
	static const ramure_word at = { "at level \"%.*s\"", "au niveau « %.*s »" };

	if (level->sentence.text.size)
		return agree(ctx, level->sentence.text, count);
	return ramure_format(ctx, ramure_say(ctx, at), (int)level->name.text.size, level->name.text.data);
}

ramure_str counts_sentence(ramure_ctx *ctx, const struct measures *m)
{
	static const ramure_word without = { "without level", "sans niveau" };
	ramure_str sentence = { 0 };
	size_t rest = m->count;

	for (size_t i = 0; i < m->level_count; i++)
		rest -= m->counts[i];
	if (rest == m->count)
		return sentence;
	for (size_t i = 0; i < m->level_count; i++) {
		ramure_str count = count_words(ctx, m->counts[i], i == 0);

		sentence =
			join(ctx, sentence, ", ", join(ctx, count, " ", level_words(ctx, &m->levels[i], m->counts[i])));
	}
	if (rest)
		sentence = join(ctx, sentence, ", ", ramure_format(ctx, "%zu %s", rest, ramure_say(ctx, without)));
	return ramure_format(ctx, "%s.", sentence.data);
}

ramure_str numbers_at(ramure_ctx *ctx, const struct group *group, int level)
{
	ramure_str *numbers = RAMURE_NEW_ARRAY(ctx, ramure_str, group->count);

	for (size_t i = 0; i < group->count; i++)
		if (group->items[i]->now == level)
			numbers[i] = group->items[i]->number.text;
	return ramure_join(ctx, numbers, group->count, ", ");
}

/* " (1, 4, 7)"; empty when one has no number: the others would seem to be all. */
static ramure_str in_parentheses(ramure_ctx *ctx, const ramure_str *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!numbers[i].size)
			return RAMURE_STR("");
	return ramure_format(ctx, " (%s)", ramure_join(ctx, numbers, count, ", ").data);
}

ramure_str late_sentence(ramure_ctx *ctx, const struct measures *m)
{
	static const ramure_word one = { "%zu measure is past its date%s.", "%zu mesure a dépassé son échéance%s." };
	static const ramure_word many = { "%zu measures are past their date%s.",
					  "%zu mesures ont dépassé leur échéance%s." };
	ramure_str *numbers = RAMURE_NEW_ARRAY(ctx, ramure_str, m->count);
	size_t count = 0;

	for (size_t g = 0; g < m->group_count; g++)
		for (size_t i = 0; i < m->groups[g].count; i++)
			if (is_late(ctx, m, m->groups[g].items[i]))
				numbers[count++] = m->groups[g].items[i]->number.text;
	if (!count)
		return (ramure_str){ 0 };
	return ramure_format(ctx, ramure_say_count(ctx, (int64_t)count, one, many), count,
			     in_parentheses(ctx, numbers, count).data);
}

enum change { ROSE, SLIPPED, SAME, NEW, UNKNOWN, CHANGES };

/* The legend goes from the best to the worst. */
static enum change change_of(const struct measures *m, const struct measure *measure)
{
	if (!m->since.year || measure->now == NO_LEVEL)
		return UNKNOWN;
	if (measure->before == NO_LEVEL)
		return NEW;
	if (measure->now == measure->before)
		return SAME;
	return measure->now < measure->before ? ROSE : SLIPPED;
}

ramure_str change_words(ramure_ctx *ctx, const struct measures *m, const struct measure *measure)
{
	static const ramure_word words[CHANGES] = {
		[ROSE] = { "up", "en progrès" }, [SLIPPED] = { "down", "en recul" },
		[SAME] = { "steady", "stable" }, [NEW] = { "new", "nouvelle" },
		[UNKNOWN] = { "", "" },
	};

	return ramure_say_str(ctx, words[change_of(m, measure)]);
}

ramure_str change_sentence(ramure_ctx *ctx, const struct measures *m)
{
	static const ramure_word one[CHANGES] = { [ROSE] = { "%zu measure up%s", "%zu mesure progresse%s" },
						  [SLIPPED] = { "%zu down%s", "%zu recule%s" },
						  [SAME] = { "%zu steady", "%zu sans changement" },
						  [NEW] = { "%zu new%s", "%zu nouvelle%s" } };
	static const ramure_word many[CHANGES] = { [ROSE] = { "%zu measures up%s", "%zu mesures progressent%s" },
						   [SLIPPED] = { "%zu down%s", "%zu reculent%s" },
						   [SAME] = { "%zu steady", "%zu sans changement" },
						   [NEW] = { "%zu new%s", "%zu nouvelles%s" } };
	static const ramure_word none[CHANGES] = { [ROSE] = { "no measure up", "aucune mesure ne progresse" },
						   [SLIPPED] = { "none down", "aucune ne recule" } };
	static const ramure_word since_day = { "Since %s: %s.", "Depuis le %s : %s." };
	static const ramure_word since = { "Since %s: %s.", "Depuis %s : %s." };
	size_t counts[CHANGES] = { 0 };
	ramure_str *numbers[CHANGES];
	ramure_str sentence = { 0 };

	if (!m->since.year)
		return sentence;
	for (int c = 0; c < CHANGES; c++)
		numbers[c] = RAMURE_NEW_ARRAY(ctx, ramure_str, m->count);
	for (size_t g = 0; g < m->group_count; g++)
		for (size_t i = 0; i < m->groups[g].count; i++) {
			enum change change = change_of(m, m->groups[g].items[i]);

			numbers[change][counts[change]++] = m->groups[g].items[i]->number.text;
		}
	if (counts[UNKNOWN] == m->count)
		return sentence;
	for (int c = ROSE; c < UNKNOWN; c++) {
		if (counts[c])
			sentence = join(ctx, sentence, ", ",
					ramure_format(ctx, ramure_say_count(ctx, (int64_t)counts[c], one[c], many[c]),
						      counts[c], in_parentheses(ctx, numbers[c], counts[c]).data));
		else if (c == ROSE || c == SLIPPED)
			sentence = join(ctx, sentence, ", ", ramure_say_str(ctx, none[c]));
	}
	return ramure_format(ctx, ramure_say(ctx, m->since.day ? since_day : since),
			     ramure_date_format(ctx, m->since).data, sentence.data);
}
