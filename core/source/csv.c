/* csv.c: tables as spreadsheets write them (RFC 4180), and as French ones do: ';' between columns, Windows-1252. */
#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/source/data.h"

#include <string.h>

enum { MOST_COLUMNS = 1000, MOST_ERRORS = 100 };

typedef struct column {
	ramure_string title;
	ramure_str name; /* folded */
} column;

typedef struct csv {
	ramure_ctx *ctx;
	source_text piece;
	ramure_str s;
	size_t at;
	size_t row_start;
	char separator;
	column *columns;
	size_t column_count;
	size_t values;
	size_t errors;
	bool stopped;
} csv;

/* ---- Encoding ---- */

/* Code points of the bytes 0x80 to 0x9F; 0 for those that Windows-1252 leaves open. */
static const uint16_t windows_1252[32] = {
	0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static ramure_str from_windows_1252(ramure_ctx *ctx, ramure_str bytes)
{
	buf text = buf_on(ctx->arena);

	for (size_t i = 0; i < bytes.size; i++) {
		unsigned char c = (unsigned char)bytes.data[i];
		uint32_t sign = c >= 0x80 && c < 0xA0 ? windows_1252[c - 0x80] : c;

		buf_put_utf8(&text, sign ? sign : 0xFFFD);
	}
	return buf_str(&text);
}

/* Where the bytes stop being UTF-8 once they are decoded: after as many characters. */
static size_t decoded_offset(ramure_str text, size_t characters)
{
	size_t at = 0;

	while (characters-- && at < text.size)
		utf8_next(text, &at);
	return at;
}

/* The file as text; false after reporting that it is none. */
static bool decode(ramure_ctx *ctx, uint32_t file, ramure_span from)
{
	const source_file *f = files_at(ctx, file);
	ramure_str bytes = f->bytes;
	size_t good = utf8_check(bytes);
	source_text piece;

	if (bytes.size && memchr(bytes.data, '\0', bytes.size)) {
		ramure_error(ctx, from, N_("'%.*s' is no text file"), (int)f->name.size, f->name.data);
		ramure_hint(ctx, N_("save the sheet as CSV, with the encoding UTF-8"));
		return false;
	}
	if (good == bytes.size) {
		files_set_text(ctx, file, bytes);
		return true;
	}
	bytes = from_windows_1252(ctx, bytes);
	files_set_text(ctx, file, bytes);
	piece = source_text_of_file(ctx, file);
	/* Up to there, a byte was a character or a part of one in UTF-8, and is a character of its own now. */
	good = decoded_offset(piece.text, good);
	ramure_warning(ctx, source_text_span(&piece, good < piece.text.size ? good : 0, 1), "windows-1252",
		       N_("'%.*s' is not UTF-8 and was read as Windows-1252"), (int)f->name.size, f->name.data);
	ramure_hint(ctx, N_("save it again with the encoding UTF-8 (in a spreadsheet: Save As, 'CSV UTF-8')"));
	return true;
}

/* ---- Records ---- */

static ramure_span slip(csv *c, size_t offset, size_t size)
{
	if (++c->errors >= MOST_ERRORS)
		c->stopped = true;
	return source_text_span(&c->piece, offset, size);
}

/* The sign that stands most often between the titles. */
static char find_separator(ramure_str s)
{
	static const char signs[] = { ';', '\t', ',' };
	size_t counts[3] = { 0 }, best = 0;
	bool quoted = false;

	for (size_t i = 0; i < s.size && (quoted || s.data[i] != '\n'); i++) {
		quoted ^= s.data[i] == '"';
		for (size_t k = 0; k < 3 && !quoted; k++)
			counts[k] += s.data[i] == signs[k];
	}
	for (size_t k = 1; k < 3; k++)
		if (counts[k] > counts[best])
			best = k;
	return signs[best];
}

static bool cell_ends(const csv *c)
{
	return c->at == c->s.size || c->s.data[c->at] == '\n' || c->s.data[c->at] == c->separator;
}

/* The text of a quoted cell, "" said once; each of its lines at its place. */
static source_text unquoted(csv *c, size_t from, size_t end)
{
	source_text raw = source_text_part(&c->piece, from, end - from);
	source_line *places;
	buf text = buf_on(c->ctx->arena);

	if (from == end || !memchr(raw.text.data, '"', raw.text.size))
		return raw;
	places = RAMURE_NEW_ARRAY(c->ctx, source_line, raw.line_count);
	for (size_t i = 0; i < raw.line_count; i++) {
		source_text line = source_text_line(&raw, i);
		ramure_span at = source_text_span(&line, 0, 0);

		places[i] = (source_line){ .line = at.line, .column = at.column };
	}
	for (size_t i = 0; i < raw.text.size; i++) {
		buf_putc(&text, raw.text.data[i]);
		i += raw.text.data[i] == '"';
	}
	return source_text_new(c->ctx, raw.file, buf_str(&text), places, raw.line_count);
}

/* Moves over the quoted cell that begins here, and over what may not follow it. */
static source_text read_quoted(csv *c)
{
	size_t open = c->at++, close;

	while (c->at < c->s.size) {
		const char *quote = memchr(c->s.data + c->at, '"', c->s.size - c->at);

		c->at = quote ? (size_t)(quote - c->s.data) : c->s.size;
		if (c->at + 1 >= c->s.size || c->s.data[c->at + 1] != '"')
			break;
		c->at += 2;
	}
	close = c->at;
	if (close == c->s.size) {
		ramure_error(c->ctx, slip(c, open, 1), N_("this quote is not closed"));
		ramure_hint(c->ctx, N_("a quote inside a text is written twice: \"\""));
		c->stopped = true;
		return unquoted(c, open + 1, close);
	}
	c->at++;
	if (!cell_ends(c)) {
		ramure_error(c->ctx, slip(c, c->at, 1), N_("text follows the quote that closes this cell"));
		ramure_hint(c->ctx, N_("a quote inside a text is written twice: \"\""));
		while (!cell_ends(c))
			c->at++;
	}
	return unquoted(c, open + 1, close);
}

static source_text read_cell(csv *c)
{
	size_t from = c->at, end;

	while (c->at < c->s.size && c->s.data[c->at] == ' ')
		c->at++;
	if (c->at < c->s.size && c->s.data[c->at] == '"')
		return read_quoted(c);
	while (!cell_ends(c))
		c->at++;
	end = c->at;
	while (from < end && c->s.data[from] == ' ')
		from++;
	while (end > from && c->s.data[end - 1] == ' ')
		end--;
	return source_text_part(&c->piece, from, end - from);
}

/* Past the separator; false at the end of the row, which is then behind. */
static bool next_cell(csv *c)
{
	if (c->at < c->s.size && c->s.data[c->at] == c->separator) {
		c->at++;
		return true;
	}
	c->at += c->at < c->s.size;
	return false;
}

static data_value *new_value(csv *c, data_type type, const source_text *text)
{
	data_value *v = arena_alloc(data_arena(c->ctx), sizeof *v);

	v->type = type;
	v->text = *text;
	v->at = source_text_span(text, 0, text->text.size);
	if (++c->values == DATA_MOST_VALUES) {
		ramure_error(c->ctx, v->at, N_("more than %d values: what follows was not read"), DATA_MOST_VALUES);
		c->stopped = true;
	}
	return v;
}

/* ---- Header ---- */

static void add_column(csv *c, const source_text *title)
{
	column *fresh;

	c->columns = arena_extend(c->ctx->arena, c->columns, c->column_count, sizeof *c->columns);
	fresh = &c->columns[c->column_count++];
	fresh->title = (ramure_string){ .at = source_text_span(title, 0, title->text.size), .text = title->text };
	fresh->name = utf8_fold_name(c->ctx->arena, title->text);
}

static bool check_header(csv *c)
{
	bool sound = true;

	/* Spreadsheets leave empty columns at the right. */
	while (c->column_count && !c->columns[c->column_count - 1].name.size)
		c->column_count--;
	if (!c->column_count) {
		ramure_error(c->ctx, source_text_span(&c->piece, 0, 0),
			     N_("the first line of the file names no columns"));
		ramure_hint(c->ctx, N_("write their names there, with ';' between them"));
		sound = false;
	}
	for (size_t i = 0; i < c->column_count; i++) {
		ramure_str title = c->columns[i].title.text;

		if (!c->columns[i].name.size) {
			ramure_error(c->ctx, c->columns[i].title.at, N_("column %zu has no title"), i + 1);
			ramure_hint(c->ctx, N_("the first line of the file names its columns"));
			sound = false;
			continue;
		}
		for (size_t k = 0; k < i; k++)
			if (ramure_str_equal(c->columns[k].name, c->columns[i].name)) {
				ramure_error(c->ctx, c->columns[i].title.at, N_("two columns are called '%.*s'"),
					     (int)title.size, title.data);
				ramure_hint(c->ctx, N_("give each column a name of its own"));
				sound = false;
			}
	}
	return sound;
}

static bool read_header(csv *c)
{
	while (c->at < c->s.size && c->s.data[c->at] == '\n')
		c->at++;
	c->separator = find_separator((ramure_str){ c->s.data + c->at, c->s.size - c->at });
	do {
		source_text title = read_cell(c);

		if (c->column_count == MOST_COLUMNS) {
			ramure_error(c->ctx, slip(c, c->at, 0), N_("a table has at most %d columns"), MOST_COLUMNS);
			return false;
		}
		add_column(c, &title);
	} while (next_cell(c));
	return check_header(c);
}

/* ---- Rows ---- */

static void report_width(csv *c, size_t cells)
{
	const char *end = memchr(c->s.data + c->row_start, '\n', c->s.size - c->row_start);
	size_t size = end ? (size_t)(end - c->s.data) - c->row_start : c->s.size - c->row_start;

	if (cells == 1)
		ramure_error(c->ctx, slip(c, c->row_start, size),
			     N_("this line has one column, and the first line %zu"), c->column_count);
	else
		ramure_error(c->ctx, slip(c, c->row_start, size),
			     N_("this line has %zu columns, and the first line %zu"), cells, c->column_count);
	if (cells > c->column_count)
		ramure_hint(c->ctx, N_("a value that holds '%c' stands between quotes: \"…\""),
			    c->separator == '\t' ? ' ' : c->separator);
	else
		ramure_hint(c->ctx, N_("an empty cell has its '%c' too"), c->separator == '\t' ? ' ' : c->separator);
}

static void read_row(csv *c, data_value *rows)
{
	source_text nothing = source_text_part(&c->piece, c->at, 0);
	data_value *row = new_value(c, DATA_MAP, &nothing);
	size_t cells = 0;
	bool blank = true, wide = false;

	c->row_start = c->at;
	do {
		source_text text = read_cell(c);
		data_value *v;

		blank &= !text.text.size;
		if (cells++ >= c->column_count) {
			wide |= text.text.size > 0;
			continue;
		}
		v = new_value(c, DATA_SCALAR, &text);
		v->absent = !text.text.size;
		v->key = c->columns[cells - 1].title;
		v->name = c->columns[cells - 1].name;
		data_append(row, v);
	} while (next_cell(c) && !c->stopped);
	if (blank)
		return;
	if (wide || cells < c->column_count)
		report_width(c, cells);
	row->inlined = true;
	row->at.length = 1;
	data_append(rows, row);
}

data_value *csv_read(ramure_ctx *ctx, uint32_t file, ramure_span from)
{
	csv c = { .ctx = ctx };
	data_value *rows;

	if (!decode(ctx, file, from))
		return NULL;
	c.piece = source_text_of_file(ctx, file);
	c.s = c.piece.text;
	if (!read_header(&c))
		return NULL;
	rows = new_value(&c, DATA_LIST, &c.piece);
	rows->at = source_text_span(&c.piece, 0, 1);
	while (c.at < c.s.size && !c.stopped)
		read_row(&c, rows);
	return c.errors ? NULL : rows;
}
