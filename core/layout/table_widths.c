/* table_widths.c: which widths make the rows of a table low when its texts must wrap. */
#include "core/layout/flow_table.h"

#include <math.h>

/* Words do not fill their lines. */
static const double FILLED = 0.93;
/* The rows that are looked at: those further down are like them. */
enum { MOST_ROWS = 64, MOST_COLUMNS = 16, MOST_MOVES = 12 };

/* A table whose columns' widths are being moved. */
typedef struct moving {
	const ramure_cell_text *cells;
	size_t rows, columns;
	double *widths;
	unsigned lines[MOST_ROWS][MOST_COLUMNS]; /* of each cell */
} moving;

/* Width that goes from one column to another, and how many lines the rows lose by it. */
typedef struct move {
	size_t from, to;
	double width;
	unsigned gain;
} move;

static unsigned lines_in(const ramure_cell_text *text, double width)
{
	const double narrowest = 1, most = 1e6; /* a column may have no width yet */
	unsigned lines;

	if (text->widest <= width + FLOW_SLACK || !text->paragraphs)
		return (unsigned)text->paragraphs;
	/* The last line of each paragraph is half full. */
	lines = (unsigned)fmin(
		most, ceil(text->total / (FILLED * fmax(width, narrowest)) + 0.5 * (double)(text->paragraphs - 1)));
	return lines > text->paragraphs ? lines : (unsigned)text->paragraphs + 1;
}

static void count_lines(moving *m)
{
	for (size_t i = 0; i < m->rows; i++)
		for (size_t j = 0; j < m->columns; j++)
			m->lines[i][j] = lines_in(&m->cells[i * m->columns + j], m->widths[j]);
}

/* How many lines the rows would lose; 0 when they would gain some. */
static unsigned gain_of(const moving *m, const move *tried)
{
	unsigned before = 0, after = 0;

	for (size_t i = 0; i < m->rows; i++) {
		const ramure_cell_text *row = &m->cells[i * m->columns];
		unsigned now = 0, then = 0;

		for (size_t j = 0; j < m->columns; j++) {
			unsigned lines = m->lines[i][j];

			now = lines > now ? lines : now;
			if (j == tried->from)
				lines = lines_in(&row[j], m->widths[j] - tried->width);
			else if (j == tried->to)
				lines = lines_in(&row[j], m->widths[j] + tried->width);
			then = lines > then ? lines : then;
		}
		before += now;
		after += then;
	}
	return before > after ? before - after : 0;
}

static move best_move(const moving *m, const double *least, double total)
{
	static const double steps[] = { 96, 48, 24, 12, 6, 4, 3, 2 }; /* shares of the whole */
	move best = { 0 };

	for (size_t s = 0; s < sizeof steps / sizeof *steps; s++)
		for (size_t from = 0; from < m->columns; from++)
			for (size_t to = 0; to < m->columns; to++) {
				move tried = { from, to, total / steps[s], 0 };

				if (from == to || m->widths[from] - tried.width < least[from])
					continue;
				tried.gain = gain_of(m, &tried);
				if (tried.gain > best.gain)
					best = tried;
			}
	return best;
}

void ramure_lower_rows(const ramure_cell_text *cells, size_t rows, size_t columns, const double *least, double *widths)
{
	moving m = {
		.cells = cells, .rows = rows < MOST_ROWS ? rows : MOST_ROWS, .columns = columns, .widths = widths
	};
	double total = 0;

	if (columns > MOST_COLUMNS)
		return;
	for (size_t j = 0; j < columns; j++)
		total += widths[j];
	for (int i = 0; i < MOST_MOVES; i++) {
		move best;

		count_lines(&m);
		best = best_move(&m, least, total);
		if (!best.gain)
			return;
		widths[best.from] -= best.width;
		widths[best.to] += best.width;
	}
}
