/* history.c: what the measures of each list have become, in a sentence and a table. */
#include "booklet.h"

enum change change_of(const struct measure *measure, ramure_date first)
{
	const ramure_fact *from = measure->levels[0], *to = measure->levels[measure->level_count - 1];

	if (measure->level_count < 2)
		return ramure_date_compare(from->date, first) > 0 ? NEW : SAME;
	if (!ramure_str_equal(from->scale, to->scale))
		return INCOMPARABLE;
	if (from->rank == to->rank)
		return SAME;
	return to->rank < from->rank ? ROSE : SLIPPED;
}

/* "mesures 1, 4, 7" */
static ramure_str numbers_of(ramure_ctx *ctx, const struct measure *measures, size_t count, enum change change,
			     ramure_date first)
{
	static const ramure_word one = { "measure %s", "mesure %s" }, many = { "measures %s", "mesures %s" };
	ramure_str *numbers = RAMURE_NEW_ARRAY(ctx, ramure_str, count);
	size_t changed = 0;

	for (size_t i = 0; i < count; i++)
		if (change_of(&measures[i], first) == change)
			numbers[changed++] = measures[i].levels[0]->key;
	return ramure_format(ctx, ramure_say_count(ctx, (int64_t)changed, one, many),
			     ramure_join(ctx, numbers, changed, ", ").data);
}

/* "3 ont progressé (mesures 1, 4, 7)", "aucune n'a reculé"; empty for what need not be said of none. */
static ramure_str change_phrase(ramure_ctx *ctx, const struct measure *measures, size_t count, enum change change,
				ramure_date first)
{
	static const ramure_word none[CHANGES] = {
		[ROSE] = { "none rose", "aucune n'a progressé" }, [SLIPPED] = { "none slipped", "aucune n'a reculé" }
	};
	static const ramure_word one[CHANGES] = {
		[ROSE] = { "%zu rose (%s)", "%zu a progressé (%s)" },
		[SLIPPED] = { "%zu slipped (%s)", "%zu a reculé (%s)" },
		[SAME] = { "%zu stayed where it was", "%zu est restée au même niveau" },
		[NEW] = { "%zu is new (%s)", "%zu est nouvelle (%s)" },
		[INCOMPARABLE] = { "%zu has another scale (%s)", "%zu a changé d'échelle (%s)" },
	};
	static const ramure_word many[CHANGES] = {
		[ROSE] = { "%zu rose (%s)", "%zu ont progressé (%s)" },
		[SLIPPED] = { "%zu slipped (%s)", "%zu ont reculé (%s)" },
		[SAME] = { "%zu stayed where they were", "%zu sont restées au même niveau" },
		[NEW] = { "%zu are new (%s)", "%zu sont nouvelles (%s)" },
		[INCOMPARABLE] = { "%zu have another scale (%s)", "%zu ont changé d'échelle (%s)" },
	};
	size_t changed = 0;

	for (size_t i = 0; i < count; i++)
		changed += change_of(&measures[i], first) == change;
	if (!changed)
		return none[change].en ? ramure_say_str(ctx, none[change]) : RAMURE_STR("");
	return ramure_format(ctx, ramure_say(ctx, changed == 1 ? one[change] : many[change]), changed,
			     numbers_of(ctx, measures, count, change, first).data);
}

/* "Entre le 23 juin et le 17 octobre 2020, sur 21 mesures, 1 a progressé (mesure 4), aucune n'a reculé et 20 sont
 * restées au même niveau." */
static void put_changes(ramure_ctx *ctx, ramure_builder *b, const struct page *page, const struct measure *measures,
			size_t count, const ramure_date *dates, size_t date_count)
{
	static const ramure_word from_day = { "Between %s", "Entre le %s" }, from = { "Between %s", "Entre %s" };
	static const ramure_word to_day = { " and %s", " et le %s" }, to = { " and %s", " et %s" };
	static const ramure_word one = { ", of %zu measure, ", ", sur %zu mesure, " };
	static const ramure_word many = { ", of %zu measures, ", ", sur %zu mesures, " };
	static const ramure_word and = { " and ", " et " };
	ramure_str phrases[CHANGES];
	size_t said = 0;

	for (int c = ROSE; c < CHANGES; c++) {
		phrases[said] = change_phrase(ctx, measures, count, (enum change)c, dates[0]);
		said += phrases[said].size > 0;
	}
	ramure_begin(b, RAMURE_PARAGRAPH, page->at);
	ramure_put_string(b, on_date(ctx, dates[0], from_day, from));
	ramure_put_string(b, on_date(ctx, dates[date_count - 1], to_day, to));
	ramure_put_format(b, ramure_say_count(ctx, (int64_t)count, one, many), count);
	for (size_t i = 0; i < said; i++) {
		if (i)
			ramure_put_string(b, i + 1 < said ? RAMURE_STR(", ") : ramure_say_str(ctx, and));
		ramure_put_string(b, phrases[i]);
	}
	ramure_put_string(b, RAMURE_STR("."));
	ramure_end(b);
}

static void put_sentence(ramure_ctx *ctx, ramure_builder *b, const struct page *page, const struct measure *measures,
			 size_t count)
{
	static const ramure_word day = { "Their levels are known on one date only, %s.",
					 "Les niveaux ne sont connus qu'à une date, le %s." };
	static const ramure_word other = { "Their levels are known on one date only, %s.",
					   "Les niveaux ne sont connus qu'à une date, %s." };
	size_t date_count;
	const ramure_date *dates = level_dates(ctx, measures, count, &date_count);

	if (date_count > 1)
		put_changes(ctx, b, page, measures, count, dates, date_count);
	else
		ramure_paragraph_format(b, RAMURE_ROLE_BODY, page->at, "%s", on_date(ctx, dates[0], day, other).data);
}

/* Those that have a level, in their order. */
static size_t keep_levelled(struct measure *measures, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (measures[i].level_count)
			measures[kept++] = measures[i];
	return kept;
}

void build_history(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	static const ramure_word nothing = { "No measure here has a level.", "Aucune mesure ici n'a de niveau." };
	size_t count;
	struct measure *measures = gather_measures(ctx, &count);
	bool headed;

	count = keep_levelled(measures, count);
	if (!count) {
		put_nothing(ctx, b, data, nothing);
		return;
	}
	headed = list_end(measures, 0, count) < count;
	for (size_t first = 0, next; first < count; first = next) {
		ramure_text list = list_fact(&measures[first])->text;

		next = list_end(measures, first, count);
		if (headed && list)
			ramure_begin_section(b, list->span, list);
		put_sentence(ctx, b, data, measures + first, next - first);
		put_history_tables(ctx, b, data, measures + first, next - first);
		if (headed && list)
			ramure_end(b);
	}
}
