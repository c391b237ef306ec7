/* widths.c: how wide texts will be, as far as can be foreseen: the reader's program sets them, not we. */
#include "reference.h"

#include <math.h>
#include <string.h>

/* Widths of Lato's signs in thousandths of the size: what is narrow or wide, the rest by class. */
static const struct {
	const char *signs;
	int width;
} classes[] = {
	{ "ijl.,:;'|!", 260 }, { "frt()[]-/", 340 }, { "csz", 460 }, { "mw", 830 }, { "MW", 950 }, { "%@", 860 },
};

enum { LOWER = 530, UPPER = 680, DIGIT = 580, NARROW_SPACE = 193, OTHER = 580 };

static int sign_width(unsigned char c)
{
	if (c == ' ')
		return NARROW_SPACE;
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (c && c < 0x80 && strchr(classes[i].signs, c))
			return classes[i].width;
	return c >= 'a' && c <= 'z' ? LOWER : c >= 'A' && c <= 'Z' ? UPPER : c >= '0' && c <= '9' ? DIGIT : OTHER;
}

/* Whether a no-break space, of any width, begins there. */
static bool is_space(ramure_str text, size_t i)
{
	return (text.size - i >= 2 && memcmp(text.data + i, "\xC2\xA0", 2) == 0) ||
	       (text.size - i >= 3 && memcmp(text.data + i, "\xE2\x80\xAF", 3) == 0);
}

/* In thousandths of the size.  Of a sign of several bytes the first says it all. */
static long thousandths(ramure_str text)
{
	long width = 0;

	for (size_t i = 0; i < text.size; i++)
		if (is_space(text, i))
			width += NARROW_SPACE;
		else if (((unsigned char)text.data[i] & 0xC0) != 0x80)
			width += sign_width((unsigned char)text.data[i]);
	return width;
}

/* A little more than it is, for the fonts that stand in for the theme's. */
static double points(long width, double size, bool bold)
{
	return (double)width * size / 1000 * (bold ? 1.08 : 1.03);
}

double odt_text_estimate(ramure_str text, double size, bool bold)
{
	return points(thousandths(text), size, bold);
}

/* ---- a cell's letters ---- */

enum { SAMPLE_SIZE = 100 };

/* Draws nothing: its height is the width of a text at SAMPLE_SIZE. */
static ramure_extent measure_sample(const void *data, ramure_canvas *canvas, const ramure_frame *frame)
{
	const ramure_style style = { .role = RAMURE_ROLE_CELL, .size = SAMPLE_SIZE, .leading = SAMPLE_SIZE };

	(void)frame;
	return (ramure_extent){ ramure_text_measure(canvas, data, style, 0).width, RAMURE_DONE };
}

/* How much wider a family is than the signs that estimates know, which are Lato's. */
static double breadth_of(odt *o, ramure_str family)
{
	const ramure_str sample = RAMURE_STR("Avancement des mesures, du début à la fin");
	ramure_figure_info info = { .data = ramure_text_new(o->ctx, sample), .draw = measure_sample };
	const ramure_node figure = { .type = RAMURE_FIGURE, .figure = &info };
	size_t from = 0;

	if (ramure_str_equal(family, RAMURE_STR("Lato")))
		return 1;
	return fmax(1, ramure_figure_page(o->ctx, &figure, family, 1, 1, &from)->height /
			       odt_text_estimate(sample, SAMPLE_SIZE, false));
}

/* The larger of the template's cells and headers; what it does not say is the theme's. */
static double letters_of(odt *o)
{
	static const char *const styles[] = { "Table_20_Contents", "Table_20_Heading" };
	double largest = 0;

	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		double size = o->reference ? ref_size(o->reference, styles[i]) : 0;

		largest = fmax(largest, size > 0 ? size : ramure_theme_number(o->ctx, "report.table.size"));
	}
	return largest;
}

double odt_cell_size(odt *o)
{
	ramure_str family = o->reference ? o->reference->font : (ramure_str){ 0 };

	if (o->cell_size <= 0)
		o->cell_size = letters_of(o) *
			       breadth_of(o, family.size ? family : ramure_theme_string(o->ctx, "fonts.family"));
	return o->cell_size;
}

/* The next word, taken from the rest. */
static ramure_str next_word(ramure_str *rest)
{
	ramure_str word = { rest->data, 0 };

	while (word.size < rest->size && rest->data[word.size] != ' ' && rest->data[word.size] != '-')
		word.size++;
	if (word.size < rest->size && rest->data[word.size] == '-')
		word.size++; /* a line may break behind a hyphen, not before */
	rest->data += word.size;
	rest->size -= word.size;
	return word;
}

static void skip_space(ramure_str *rest)
{
	while (rest->size && *rest->data == ' ') {
		rest->data++;
		rest->size--;
	}
}

double odt_word_estimate(ramure_str text, double size, bool bold)
{
	long longest = 0;

	for (skip_space(&text); text.size; skip_space(&text)) {
		long width = thousandths(next_word(&text));

		if (width > longest)
			longest = width;
	}
	return points(longest, size, bold);
}

/* Columns that ask for no more than a fair share get what they ask; answers what is left for the others. */
static double settle_modest(const odt_need *needs, double *widths, size_t count, double total)
{
	size_t open = count;
	bool again = true;

	while (again && open) {
		double fair = total / (double)open;

		again = false;
		for (size_t i = 0; i < count; i++) {
			if (widths[i] > 0 || needs[i].natural > fair)
				continue;
			widths[i] = needs[i].natural;
			total -= widths[i];
			open--;
			again = true;
		}
	}
	return total;
}

/* What each column cannot do without, and the rest shared after what each still wants. */
static void share(const odt_need *needs, double *widths, size_t count, double total)
{
	double natural = 0, least = 0;

	for (size_t i = 0; i < count; i++)
		if (widths[i] <= 0) {
			natural += needs[i].natural;
			least += needs[i].least;
		}
	for (size_t i = 0; i < count; i++) {
		if (widths[i] > 0)
			continue;
		widths[i] = least >= total ? needs[i].least * total / least
					   : needs[i].least + (total - least) * (needs[i].natural - needs[i].least) /
								      (natural - least);
	}
}

void odt_settle_widths(const odt_need *needs, double *widths, size_t count, double total)
{
	double natural = 0, least = 0;
	size_t widest = 0;

	for (size_t i = 0; i < count; i++) {
		widths[i] = 0;
		natural += needs[i].natural;
		least += needs[i].least;
		if (needs[i].natural > needs[widest].natural)
			widest = i;
	}
	if (natural <= total) {
		for (size_t i = 0; i < count; i++)
			widths[i] = needs[i].natural + (i == widest ? total - natural : 0);
		return;
	}
	if (least < total) {
		double left = settle_modest(needs, widths, count, total);

		/* Unless the long words of the others need it more. */
		for (size_t i = 0; i < count; i++)
			least -= widths[i] > 0 ? needs[i].least : 0;
		if (least <= left)
			total = left;
		else
			memset(widths, 0, count * sizeof *widths);
	}
	share(needs, widths, count, total);
}
