/* legend.c: the levels: their names, their shapes and colours, and which one a measure has reached. */
#include "measures.h"

/* Shapes and colours go together, in the theme's order: very good, good, late with a reason, called into question,
 * and four more without a judgement. */
static const ramure_shape shapes[MOST_LEVELS] = { RAMURE_DISC,     RAMURE_SQUARE,  RAMURE_TRIANGLE, RAMURE_DIAMOND,
						  RAMURE_PENTAGON, RAMURE_HEXAGON, RAMURE_STAR,     RAMURE_CROSS };

static ramure_mark_info mark_of(size_t i)
{
	return (ramure_mark_info){ shapes[i], (ramure_colour)(RAMURE_LEVEL_1 + i),
				   (ramure_colour)(RAMURE_LEVEL_1_TINT + i) };
}

/* The colour that a meaning asks for, -1 for none. */
static int wanted_mark(int meaning)
{
	switch ((enum meaning)meaning) {
	case MEANS_DONE:
		return 0;
	case MEANS_GOOD:
		return 1;
	case MEANS_FAIR:
		return 2;
	case MEANS_BAD:
		return 3;
	case MEANS_STOPPED:
		return 4;
	case MEANINGS:
		break;
	}
	return -1;
}

static ramure_string word(ramure_ctx *ctx, ramure_word word)
{
	return (ramure_string){ .text = ramure_say_str(ctx, word) };
}

static void use_default(ramure_ctx *ctx, struct measures *m)
{
	static const struct {
		ramure_word name, sentence;
		int meaning;
	} rows[] = {
		{ { "Very satisfactory", "Très satisfaisant" },
		  { "making very satisfactory progress", "à l'avancement très satisfaisant" },
		  MEANS_GOOD },
		{ { "Satisfactory", "Satisfaisant" }, { "on schedule", "au rythme satisfaisant" }, MEANS_GOOD },
		{ { "Delay explained", "Retard expliqué" }, { "delayed", "en retard" }, MEANS_FAIR },
		{ { "Called into question", "Remis en cause" },
		  { "called into question", "remise(s) en cause" },
		  MEANS_BAD },
	};
	size_t count = sizeof rows / sizeof *rows;
	struct level *levels = RAMURE_NEW_ARRAY(ctx, struct level, count);

	for (size_t i = 0; i < count; i++) {
		levels[i].name = word(ctx, rows[i].name);
		levels[i].sentence = word(ctx, rows[i].sentence);
		levels[i].meaning.value = rows[i].meaning;
		levels[i].mark = mark_of(i);
	}
	m->levels = levels;
	m->level_count = count;
}

/* Each its own: what its meaning asks for when it is free, else the first that is left.  Where some say what they mean,
 * the others take the marks without a judgement first. */
static void choose_marks(struct level *levels, size_t count)
{
	static const size_t plain[MOST_LEVELS] = { 0, 1, 2, 3, 4, 5, 6, 7 },
			    judged[MOST_LEVELS] = { 5, 6, 7, 4, 1, 0, 2, 3 };
	const size_t *order = plain;
	bool taken[MOST_LEVELS] = { false };

	for (size_t i = 0; i < count; i++) {
		int wanted = wanted_mark(levels[i].meaning.value);

		/* Two good levels: the better one is very good. */
		if (wanted == 1 && i + 1 < count && levels[i + 1].meaning.value == MEANS_GOOD && !taken[0])
			wanted = 0;
		if (wanted < 0 || taken[wanted])
			continue;
		taken[wanted] = true;
		order = judged;
		levels[i].mark = mark_of((size_t)wanted);
	}
	for (size_t i = 0, free = 0; i < count; i++) {
		if (levels[i].mark.shape != RAMURE_NO_SHAPE)
			continue;
		while (taken[order[free]])
			free++;
		taken[order[free]] = true;
		levels[i].mark = mark_of(order[free]);
	}
}

void settle_legend(ramure_ctx *ctx, struct measures *m)
{
	/* Ours until the document is built: the core made them for us. */
	struct level *levels = (struct level *)m->legend.items;
	size_t count = m->legend.count;

	if (!count) {
		use_default(ctx, m);
		return;
	}
	if (count > MOST_LEVELS) {
		ramure_error(ctx, levels[MOST_LEVELS].at, "a legend has eight levels at most, and this one has %zu",
			     count);
		ramure_hint(ctx, "beyond eight, nobody tells them apart: join some");
		count = MOST_LEVELS;
	}
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < i; j++)
			if (ramure_name_equal(
				    levels[i].name.text,
				    ramure_format(ctx, "%.*s", (int)levels[j].name.text.size, levels[j].name.text.data)
					    .data)) {
				ramure_error(ctx, levels[i].at, "the legend has '%.*s' twice",
					     (int)levels[i].name.text.size, levels[i].name.text.data);
				ramure_hint(ctx, "the other is on line %u: keep one of the two",
					    (unsigned)levels[j].at.line);
			}
	choose_marks(levels, count);
	m->levels = levels;
	m->level_count = count;
}

int find_level(ramure_ctx *ctx, const struct measures *m, ramure_string name)
{
	ramure_str names[MOST_LEVELS];

	if (!ramure_given(name.at) || !name.text.size)
		return NO_LEVEL;
	for (size_t i = 0; i < m->level_count; i++) {
		names[i] = m->levels[i].name.text;
		if (ramure_name_equal(name.text, ramure_format(ctx, "%.*s", (int)names[i].size, names[i].data).data))
			return (int)i;
	}
	ramure_error(ctx, name.at, "the legend has no level '%.*s'", (int)name.text.size, name.text.data);
	ramure_hint(ctx, "its levels are: %s", ramure_join(ctx, names, m->level_count, ", ").data);
	return NO_LEVEL;
}
