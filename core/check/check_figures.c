/* check_figures.c: percentages: where they come from, and whether they make a whole. */
#include "core/check/check.h"

#include "core/base/str.h"
#include "core/base/utf8.h"
#include "core/context.h"

#include <math.h>
#include <string.h>

/* The last percentage before `end`, which is the place of its sign: "45 %", "35,2%". */
static bool read_percentage(ramure_ctx *ctx, ramure_str text, size_t end, ramure_number *number)
{
	size_t start = end;

	/* A number, the spaces of thousands and before the sign; these are of two or three bytes. */
	while (start && (strchr("0123456789,. ", text.data[start - 1]) || (unsigned char)text.data[start - 1] >= 0x80))
		start--;
	for (; start < end; start++)
		if (text.data[start] >= '0' && text.data[start] <= '9')
			break;
	return start < end && ramure_number_read(ctx, (ramure_str){ text.data + start, end + 1 - start }, number);
}

/* The only percentage of a text. */
static bool only_percentage(ramure_ctx *ctx, ramure_str text, ramure_number *number)
{
	const char *sign = text.size ? memchr(text.data, '%', text.size) : NULL;
	size_t at = sign ? (size_t)(sign - text.data) : 0;

	if (!sign || memchr(sign + 1, '%', text.size - at - 1))
		return false;
	return read_percentage(ctx, text, at, number);
}

/* Nobody has counted "100 %". */
static bool has_percentage(ramure_ctx *ctx, ramure_str text)
{
	ramure_number number;

	for (size_t i = 0; i < text.size; i++)
		if (text.data[i] == '%' && read_percentage(ctx, text, i, &number) && ramure_number_value(number) != 100)
			return true;
	return false;
}

/* A large figure with what it counts, which stands apart. */
static ramure_str words_of(ramure_ctx *ctx, const ramure_node *passage)
{
	const ramure_node *unit = passage->type == RAMURE_NUMERAL ? passage->next : NULL;
	ramure_str words = ramure_plain_text(ctx, passage), of;

	if (!unit || unit->type != RAMURE_UNIT)
		return words;
	of = ramure_plain_text(ctx, unit);
	return ramure_format(ctx, "%.*s %.*s", (int)words.size, words.data, (int)of.size, of.data);
}

/* A column says it once, in its header: "Part (%)". */
static bool is_percent_header(ramure_ctx *ctx, const ramure_node *node)
{
	ramure_str words;

	if (node->type != RAMURE_CELL || !node->cell->header)
		return false;
	words = ramure_plain_text(ctx, node);
	return words.size && memchr(words.data, '%', words.size);
}

/* A link to another place of the document tells no source. */
static bool tells_source(const ramure_node *node)
{
	return node->type == RAMURE_SOURCE || node->type == RAMURE_NOTE_CALL ||
	       (node->type == RAMURE_LINK && node->link->url.size);
}

/* The first percentage of a slide, or NULL; also when a source stands on it.  Counts are most often one's own: 23
 * members need no source. */
static const ramure_node *bare_figure(ramure_ctx *ctx, const ramure_node *slide)
{
	ramure_walk walk = ramure_walk_from(slide);
	const ramure_node *found = NULL;

	while (ramure_walk_next(&walk)) {
		const ramure_node *node = walk.node;

		if (!walk.entering)
			continue;
		if (tells_source(node))
			return NULL;
		if (!found && ramure_given(node->span) &&
		    ((check_is_passage(node) && has_percentage(ctx, words_of(ctx, node))) ||
		     is_percent_header(ctx, node)))
			found = node;
		/* What is computed, as in drawings, comes from data that stand in the source. */
		walk.skip = node->type == RAMURE_NOTES || node->type == RAMURE_PHRASE ||
			    (node->type == RAMURE_ROW && node->row->total);
	}
	return found;
}

void check_sources(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);
	const ramure_node *slide, *figure;

	while ((slide = check_next_slide(&walk)))
		if ((figure = bare_figure(ctx, slide))) {
			ramure_advice(ctx, figure->span, "unsourced-figure",
				      "the percentages of this slide have no source");
			ramure_hint(ctx, "say where they come from, in a paragraph of its own: 'Source: name, year'");
		}
}

/* Percentages met one after the other. */
typedef struct series {
	ramure_span at;
	size_t count;
	double sum;
	int decimals; /* of the least exact one */
	bool percent; /* its numbers are percentages without saying so */
	bool mixed;   /* with what is no percentage */
} series;

static void add(ramure_ctx *ctx, series *s, ramure_span at, ramure_str text)
{
	ramure_number number;

	if (!text.size)
		return;
	if (!only_percentage(ctx, text, &number) && !(s->percent && ramure_number_read(ctx, text, &number))) {
		s->mixed = true;
		return;
	}
	if (!s->count || number.decimals < s->decimals)
		s->decimals = number.decimals;
	if (!s->count)
		s->at = at;
	s->count++;
	s->sum += ramure_number_value(number);
}

/* Three and more that come near to 100 were meant as a whole; each may be rounded, by less than half of its last
 * digit. */
static void check_series(ramure_ctx *ctx, series *s)
{
	const double near = 10;
	double off = fabs(s->sum - 100), rounding = (double)s->count * 0.5 * pow(10, -s->decimals) - 1e-6;

	if (!s->mixed && s->count >= 3 && off >= rounding && off <= near) {
		ramure_advice(ctx, s->at, "percentages-sum", "these percentages make %s%%",
			      ramure_number_format(ctx, s->sum, s->decimals).data);
		ramure_hint(ctx, "correct them, or say why they do not make 100: several answers, rounding");
	}
	*s = (series){ .percent = s->percent };
}

static bool is_total(ramure_ctx *ctx, const ramure_node *row)
{
	ramure_str first = row->first ? utf8_fold_name(ctx->arena, ramure_plain_text(ctx, row->first)) : RAMURE_STR("");

	return row->row->total || str_begins(first, "total");
}

static void check_table(ramure_ctx *ctx, const ramure_node *table)
{
	size_t count = table->table->column_count;
	series *columns = RAMURE_NEW_ARRAY(ctx, series, count + 1);

	for (const ramure_node *row = table->first; row; row = row->next) {
		size_t i = 0;
		bool total;

		if (row->type != RAMURE_ROW)
			continue;
		total = is_total(ctx, row);
		for (const ramure_node *cell = row->first; cell && i < count; cell = cell->next, i++) {
			if (row->row->header)
				columns[i].percent = is_percent_header(ctx, cell);
			else if (total)
				check_series(ctx, &columns[i]);
			else
				add(ctx, &columns[i], cell->span, ramure_plain_text(ctx, cell));
		}
	}
	for (size_t i = 0; i < count; i++)
		check_series(ctx, &columns[i]);
}

static void check_children(ramure_ctx *ctx, const ramure_node *parent)
{
	series s = { 0 };

	for (const ramure_node *child = parent->first; child; child = child->next) {
		const ramure_node *numeral = child;

		if (parent->type == RAMURE_COLUMNS)
			numeral = ramure_child(child, RAMURE_NUMERAL);
		if (numeral)
			add(ctx, &s, numeral->span, words_of(ctx, numeral));
		else
			s.mixed = true;
	}
	check_series(ctx, &s);
}

void check_sums(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		if (!walk.entering)
			continue;
		if (walk.node->type == RAMURE_TABLE)
			check_table(ctx, walk.node);
		else if (walk.node->type == RAMURE_LIST || walk.node->type == RAMURE_COLUMNS)
			check_children(ctx, walk.node);
	}
}
