/* paragraph_lines.c: the best lines for the whole paragraph, after Knuth and Plass, with a ragged right. */
#include "core/layout/paragraph_parts.h"

#include <string.h>

/* Costs: 100 is an empty line; a line loses by the square of what it lacks. */
static const double LONELY_WORD = 40, LONELY_SHORT_WORD = 120, AVOIDED = 200, COLON_OF_TITLE = -60,
		    SHORTEST_LAST = 0.15, SHORT_LAST = 0.33, SHORT_LAST_LINE = 30, SHORT_WITHIN = 0.3, HOLE = 10;
/* Beyond this many opportunities on one line, where it begins no longer matters. */
enum { LOOK_BACK = 400, MOST_BALANCED = 4, BISECTIONS = 9, SMALLEST = 12 };

struct broken {
	broken *next;
	double width, size;
	bool balanced;
	paragraph_lines lines;
};

/* Two orders of cost: what cannot be traded (lines, broken words), and looks. */
typedef struct cost {
	double major, minor;
} cost;

/* The best way to the break before: [0] stands for the beginning of the text. */
typedef struct way {
	cost total;
	uint32_t from;
} way;

typedef struct task {
	const paragraph *p;
	const breakpoint *breaks;
	size_t count;
	double width; /* em */
	double ideal; /* em; the width, or the common length of balanced lines */
	bool balanced;
	way *ways;
} task;

double paragraph_size(const paragraph_style *style)
{
	double size = style->role.size * style->scale;
	double least = style->role.size < SMALLEST ? style->role.size : SMALLEST;

	return size < least ? least : size;
}

static bool cheaper(cost a, cost b)
{
	return a.major < b.major || (a.major <= b.major && a.minor < b.minor);
}

static double start_of(const task *t, size_t i)
{
	return i ? t->breaks[i - 1].x_next : 0;
}

static double width_of(const task *t, size_t i, size_t j)
{
	const breakpoint *end = &t->breaks[j - 1];
	double width = end->x_end - start_of(t, i) + (end->hyphen ? t->p->hyphen_width : 0);

	return width > 0 ? width : 0;
}

/* The cost of a line from way i to way j. */
static cost line_cost(const task *t, size_t i, size_t j)
{
	const breakpoint *end = &t->breaks[j - 1];
	double width = width_of(t, i, j);
	double lack = t->ideal > 0 ? (t->ideal - width) / t->ideal : 0;
	bool first = i == 0 || t->breaks[i - 1].level == BREAK_FORCED;
	cost c = { 1, 100 * lack * lack + (double)end->cost * (t->balanced ? 2 : 1) };

	if (end->level == BREAK_IN_WORD) {
		c.major += 1000;
	} else if (end->level == BREAK_AVOIDED) {
		c.major += 1;
		c.minor += AVOIDED;
	} else if (end->colon && t->balanced) {
		c.minor += COLON_OF_TITLE;
	} else if (end->level == BREAK_FREE && t->balanced && !first && lack > SHORT_WITHIN) {
		c.minor += HOLE;
	} else if (end->level == BREAK_FORCED) {
		c.minor = t->balanced ? c.minor : 0;
		if (!first && j - i == 1)
			c.minor += width < SHORTEST_LAST * t->width ? LONELY_SHORT_WORD : LONELY_WORD;
		else if (!first && width < SHORT_LAST * t->width)
			c.minor += SHORT_LAST_LINE * (1 - width / (SHORT_LAST * t->width));
	}
	return c;
}

/* Fills t->ways; the cost of the whole. */
static cost find_ways(task *t)
{
	t->ways[0] = (way){ 0 };
	for (size_t j = 1; j <= t->count; j++) {
		way best = { .from = (uint32_t)(j - 1) };

		best.total = line_cost(t, j - 1, j);
		best.total.major += t->ways[j - 1].total.major;
		best.total.minor += t->ways[j - 1].total.minor;
		/* Too wide even alone: nothing shorter exists, and nothing longer is better. */
		for (size_t i = j - 1, steps = 0; i > 0 && steps < LOOK_BACK; i--, steps++) {
			cost c;

			if (t->breaks[i - 1].level == BREAK_FORCED || width_of(t, i - 1, j) > t->width + 1e-6)
				break;
			c = line_cost(t, i - 1, j);
			c.major += t->ways[i - 1].total.major;
			c.minor += t->ways[i - 1].total.minor;
			if (cheaper(c, best.total))
				best = (way){ c, (uint32_t)(i - 1) };
		}
		t->ways[j] = best;
	}
	return t->ways[t->count].total;
}

static size_t count_lines(const task *t)
{
	size_t lines = 0;

	for (size_t j = t->count; j > 0; j = t->ways[j].from)
		lines++;
	return lines;
}

/* The narrowest measure that needs no more lines, then the kindest lines of about that length. */
static void balance(task *t, cost full)
{
	double widest = t->width, narrow = widest / MOST_BALANCED / 2, wide = widest;

	for (int i = 0; i < BISECTIONS; i++) {
		t->width = t->ideal = (narrow + wide) / 2;
		if (find_ways(t).major <= full.major)
			wide = t->width;
		else
			narrow = t->width;
	}
	t->width = widest;
	t->ideal = wide;
	t->balanced = true;
	find_ways(t);
}

/* ---- words wider than the measure ---- */

static bool begins_cluster(const paragraph *p, uint32_t g)
{
	return g < p->glyph_count && p->glyphs[g].start != p->glyphs[g - 1].start;
}

/* Adds a break between all letters of the parts that are too wide. */
static void add_last_resorts(ramure_ctx *ctx, task *t)
{
	const paragraph *p = t->p;
	breakpoint *all = arena_alloc_array(ctx->shaped, p->glyph_count + p->break_count, sizeof *all);
	size_t count = 0, r = 0;
	uint32_t first = 0;
	double start = 0;

	for (size_t i = 0; i < p->break_count; i++) {
		const breakpoint *b = &p->breaks[i];
		double x = start, part = b->x_end - start + (b->hyphen ? p->hyphen_width : 0);

		for (uint32_t g = first; g < b->end && part > t->width; g++) {
			while (g >= p->runs[r].end)
				r++;
			if (g > first && begins_cluster(p, g))
				all[count++] = (breakpoint){
					.end = g, .next = g, .level = BREAK_IN_WORD, .x_end = x, .x_next = x
				};
			x += paragraph_advance(&p->runs[r], &p->glyphs[g]);
		}
		all[count++] = *b;
		first = b->next;
		start = b->x_next;
	}
	t->breaks = all;
	t->count = count;
}

/* ---- the answer ---- */

static void collect(ramure_ctx *ctx, const task *t, double size, paragraph_lines *out)
{
	size_t count = count_lines(t);
	paragraph_line *lines = arena_alloc_array(ctx->shaped, count, sizeof *lines);

	out->lines = lines;
	out->count = count;
	for (size_t j = t->count; j > 0; j = t->ways[j].from) {
		size_t i = t->ways[j].from;
		uint32_t first = i ? t->breaks[i - 1].next : 0;

		lines[--count] = (paragraph_line){ .first = first,
						   .count = t->breaks[j - 1].end - first,
						   .width = width_of(t, i, j) * size,
						   .hyphenated = t->breaks[j - 1].hyphen };
		out->clings = out->clings || t->breaks[j - 1].clings;
		if (lines[count].width > out->width)
			out->width = lines[count].width;
	}
}

/* Lines end where the author asked, and nowhere else. */
static void find_forced(task *t)
{
	size_t from = 0;

	for (size_t j = 1; j <= t->count; j++) {
		t->ways[j].from = (uint32_t)from;
		if (t->breaks[j - 1].level == BREAK_FORCED)
			from = j;
	}
}

/* Whether everything between asked breaks goes on one line. */
static bool all_fits(const task *t)
{
	double start = 0;

	for (size_t i = 0; i < t->count; i++) {
		if (t->breaks[i].level != BREAK_FORCED)
			continue;
		if (t->breaks[i].x_end - start > t->width)
			return false;
		start = t->breaks[i].x_next;
	}
	return true;
}

static way *ways_for(ramure_ctx *ctx, size_t count)
{
	paragraph_cache *cache = ctx->paragraphs;
	size_t size = count * sizeof(way);

	if (cache->scratch_size < size) {
		cache->scratch = arena_alloc(ctx->shaped, size * 2);
		cache->scratch_size = size * 2;
	}
	return cache->scratch;
}

static void find_lines(ramure_ctx *ctx, task *t, bool balanced)
{
	cost full;

	if (t->width > 0 && t->p->least > t->width)
		add_last_resorts(ctx, t);
	t->ways = ways_for(ctx, t->count + 1);
	if (t->width <= 0 || all_fits(t)) {
		find_forced(t);
		return;
	}
	full = find_ways(t);
	if (balanced && count_lines(t) <= MOST_BALANCED)
		balance(t, full);
}

const paragraph_lines *paragraph_break(ramure_ctx *ctx, const paragraph *p, const paragraph_style *style, double width)
{
	double size = paragraph_size(style), leading = style->role.leading * size / style->role.size;
	double upem = p->face->info.units_per_em;
	double ascent = p->face->ascent / upem * size, descent = -p->face->descent / upem * size;
	task t = { .p = p, .breaks = p->breaks, .count = p->break_count };
	broken *b;

	for (b = *p->cache; b; b = b->next)
		if (b->width == width && b->size == size && b->balanced == style->balanced &&
		    b->lines.leading == leading)
			return &b->lines;
	b = arena_alloc(ctx->shaped, sizeof *b);
	*b = (broken){ .next = *p->cache, .width = width, .size = size, .balanced = style->balanced };
	*p->cache = b;
	t.width = t.ideal = width / size;
	find_lines(ctx, &t, style->balanced);
	collect(ctx, &t, size, &b->lines);
	b->lines.leading = leading;
	b->lines.baseline = (leading - ascent - descent) / 2 + ascent;
	return &b->lines;
}

double paragraph_min_width(const paragraph *p, const paragraph_style *style)
{
	return p->widest * paragraph_size(style);
}
