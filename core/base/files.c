/* files.c: reading each file once. */
#include "core/base/files.h"

#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- The table of files ---- */

static uint32_t add_file(ramure_ctx *ctx, source_file file)
{
	ctx->files.items = arena_extend(ctx->arena, ctx->files.items, ctx->files.count, sizeof file);
	ctx->files.items[ctx->files.count++] = file;
	return (uint32_t)ctx->files.count;
}

const source_file *files_at(ramure_ctx *ctx, uint32_t number)
{
	static const source_file none = { .name = { "", 0 }, .path = { "", 0 }, .bytes = { "", 0 }, .text = { "", 0 } };

	return number && number <= ctx->files.count ? &ctx->files.items[number - 1] : &none;
}

size_t files_count(ramure_ctx *ctx)
{
	return ctx->files.count;
}

/* Without byte order mark, every line end as '\n'; the same bytes when there is nothing to change. */
static ramure_str plain_text(ramure_ctx *ctx, ramure_str bytes)
{
	char *text;
	size_t size = 0;

	if (bytes.size >= 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0) {
		bytes.data += 3;
		bytes.size -= 3;
	}
	if (!bytes.size || !memchr(bytes.data, '\r', bytes.size))
		return bytes;
	text = ramure_alloc(ctx, bytes.size);
	for (size_t i = 0; i < bytes.size; i++) {
		if (bytes.data[i] == '\r' && i + 1 < bytes.size && bytes.data[i + 1] == '\n')
			continue;
		text[size++] = bytes.data[i];
		if (bytes.data[i] == '\r')
			text[size - 1] = '\n';
	}
	return (ramure_str){ text, size };
}

uint32_t files_add(ramure_ctx *ctx, ramure_str name, ramure_str text)
{
	return add_file(
		ctx,
		(source_file){ .name = name, .path = RAMURE_STR(""), .bytes = text, .text = plain_text(ctx, text) });
}

void files_set_text(ramure_ctx *ctx, uint32_t number, ramure_str text)
{
	if (number && number <= ctx->files.count)
		ctx->files.items[number - 1].text = plain_text(ctx, text);
}

/* ---- Reading ---- */

static bool too_large(ramure_ctx *ctx, ramure_span from, ramure_str name)
{
	ramure_error(ctx, from, N_("'%.*s' is larger than %d MB"), (int)name.size, name.data,
		     FILES_LARGEST / (1024 * 1024));
	ramure_hint(ctx, N_("split it into smaller files"));
	return false;
}

/* Everything up to the end of an open file. */
static bool read_all(ramure_ctx *ctx, int fd, size_t expected, ramure_span from, ramure_str name, ramure_str *bytes)
{
	size_t capacity = expected + 1, size = 0;
	char *data = ramure_alloc(ctx, capacity);

	for (;;) {
		ssize_t got = read(fd, data + size, capacity - size);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			ramure_error(ctx, from, N_("'%.*s' cannot be read: %s"), (int)name.size, name.data,
				     strerror(errno));
			return false;
		}
		if (got == 0)
			break;
		size += (size_t)got;
		if (size > FILES_LARGEST)
			return too_large(ctx, from, name);
		if (size == capacity) {
			data = arena_grow(ctx->arena, data, capacity, capacity * 2);
			capacity *= 2;
		}
	}
	*bytes = (ramure_str){ data, size };
	return true;
}

/* Refuses what is no ordinary file before reading: a pipe could wait for ever, a device never end. */
static int open_file(ramure_ctx *ctx, const char *path, ramure_span from, ramure_str name, struct stat *facts)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

	if (fd < 0) {
		files_report_unread(ctx, from, (ramure_str){ path, strlen(path) }, name);
		return -1;
	}
	if (fstat(fd, facts) != 0)
		ramure_error(ctx, from, N_("'%.*s' cannot be read: %s"), (int)name.size, name.data, strerror(errno));
	else if (S_ISDIR(facts->st_mode)) {
		ramure_error(ctx, from, N_("'%.*s' is a folder, not a file"), (int)name.size, name.data);
		ramure_hint(ctx, N_("name a file of it: '%.*s/…'"), (int)name.size, name.data);
	} else if (!S_ISREG(facts->st_mode)) {
		ramure_error(ctx, from, N_("'%.*s' is no ordinary file"), (int)name.size, name.data);
		ramure_hint(ctx, N_("save what it gives in a file, and name that one"));
	} else
		return fd;
	close(fd);
	return -1;
}

static bool read_file(ramure_ctx *ctx, const char *path, ramure_span from, ramure_str name, ramure_str *bytes)
{
	struct stat facts;
	int fd = open_file(ctx, path, from, name, &facts);
	bool done = false;

	if (fd < 0)
		return false;
	if (facts.st_size > FILES_LARGEST)
		too_large(ctx, from, name);
	else
		done = read_all(ctx, fd, (size_t)facts.st_size, from, name, bytes);
	close(fd);
	return done;
}

/* The same text with U+FFFD for every byte that is not UTF-8, so that a message can show its line. */
static ramure_str mended(ramure_ctx *ctx, ramure_str bytes)
{
	buf text = buf_on(ctx->arena);

	for (size_t i = 0; i < bytes.size;) {
		ramure_str rest = { bytes.data + i, bytes.size - i };
		size_t good = utf8_check(rest);

		buf_put(&text, rest.data, good);
		i += good;
		if (i < bytes.size) {
			buf_put_utf8(&text, 0xFFFD);
			i++;
		}
	}
	return buf_str(&text);
}

/* Line and column of a byte of a text. */
static ramure_span place_of(uint32_t number, ramure_str text, size_t offset)
{
	ramure_span at = { .file = number, .line = 1, .column = 1, .length = 1 };

	for (size_t i = 0; i < offset; i++) {
		unsigned char c = (unsigned char)text.data[i];

		if (c == '\n') {
			at.line++;
			at.column = 1;
		} else if ((c & 0xC0) != 0x80)
			at.column++;
	}
	return at;
}

/* A line that nobody typed: everything that works line by line would take memory many times its length. */
static bool check_lines(ramure_ctx *ctx, uint32_t number)
{
	ramure_str text = ctx->files.items[number - 1].text;
	ramure_span at = { .file = number, .line = 1, .column = 1, .length = 1 };

	for (size_t start = 0; start < text.size; at.line++) {
		const char *end = memchr(text.data + start, '\n', text.size - start);
		size_t size = end ? (size_t)(end - text.data) - start : text.size - start;

		if (size > FILES_LONGEST_LINE) {
			ramure_error(ctx, at, N_("this line has %zu bytes; %d are the most"), size, FILES_LONGEST_LINE);
			ramure_hint(ctx, N_("is it a text at all? Cut it into paragraphs"));
			return false;
		}
		start += size + 1;
	}
	return true;
}

/* Files of programs that write more than text, by how they begin. */
static bool check_program(ramure_ctx *ctx, uint32_t number)
{
	static const char *const programs[] = { "PK\3\4", "\xD0\xCF\x11\xE0", "{\\rtf", "%PDF-" };
	const source_file *file = &ctx->files.items[number - 1];

	for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
		size_t size = strlen(programs[i]);

		if (file->bytes.size < size || memcmp(file->bytes.data, programs[i], size) != 0)
			continue;
		ramure_error(ctx, (ramure_span){ .file = number },
			     N_("'%.*s' is the document of a word processor or of another program, and no text file"),
			     (int)file->name.size, file->name.data);
		ramure_hint(ctx, N_("open it there and save it as plain text (Save As, type: Text, encoding: UTF-8)"));
		return false;
	}
	return true;
}

enum { CONTROLS_MOST = 20 }; /* warnings; more would hide the rest */

/* What other programs leave in a text that is copied from them, as the end of a line within a paragraph: a space, after
 * a warning.  Outputs cannot hold it, and a terminal would obey it. */
static void check_controls(ramure_ctx *ctx, uint32_t number)
{
	source_file *file = &ctx->files.items[number - 1];
	char *own = NULL;
	size_t i, found = 0;

	for (i = 0; i < file->text.size; i++) {
		unsigned char c = (unsigned char)file->text.data[i];

		if ((c >= ' ' && c != 0x7F) || c == '\n' || c == '\r' || c == '\t')
			continue;
		if (!own) {
			own = ramure_alloc(ctx, file->text.size);
			memcpy(own, file->text.data, file->text.size);
		}
		own[i] = ' ';
		if (found++ >= CONTROLS_MOST)
			continue;
		ramure_warning(ctx, place_of(number, file->text, i), "control-character",
			       N_("a control character (U+%04X) stands here, which shows nothing"), c);
		ramure_hint(ctx, N_("delete it, and type a space or a new line in its place"));
	}
	if (own)
		file->text.data = own;
}

/* Reports the first place where a file is no UTF-8 text. */
static bool check_text(ramure_ctx *ctx, uint32_t number)
{
	source_file *file = &ctx->files.items[number - 1];
	size_t bad = utf8_check(file->text);
	const char *zero = file->text.size ? memchr(file->text.data, '\0', file->text.size) : NULL;
	bool wide = file->bytes.size >= 2 &&
		    (memcmp(file->bytes.data, "\xFF\xFE", 2) == 0 || memcmp(file->bytes.data, "\xFE\xFF", 2) == 0);

	if (!check_program(ctx, number))
		return false;
	if (bad == file->text.size && !zero) {
		check_controls(ctx, number);
		return check_lines(ctx, number);
	}
	if (zero && (size_t)(zero - file->text.data) < bad)
		bad = (size_t)(zero - file->text.data);
	if (wide)
		ramure_error(ctx, place_of(number, file->text, bad), N_("'%.*s' is saved as UTF-16, not as UTF-8"),
			     (int)file->name.size, file->name.data);
	else if (zero)
		ramure_error(ctx, place_of(number, file->text, bad), N_("'%.*s' is no text file"), (int)file->name.size,
			     file->name.data);
	else
		ramure_error(ctx, place_of(number, file->text, bad),
			     N_("'%.*s' is not UTF-8: the byte 0x%02X cannot stand here"), (int)file->name.size,
			     file->name.data, (unsigned char)file->text.data[bad]);
	ramure_hint(ctx, N_("save it again with the encoding UTF-8 (in most editors: Save As, Encoding: UTF-8)"));
	file->text = mended(ctx, file->text);
	return false;
}

static uint32_t read_as(ramure_ctx *ctx, const char *path, ramure_span from, source_file file, bool bytes_only)
{
	uint32_t number;
	bool standard_input = strcmp(path, "-") == 0;

	if (ctx->files.count >= FILES_MOST) {
		ramure_error(ctx, from, N_("a document reads at most %d files"), FILES_MOST);
		return 0;
	}
	if (standard_input ? !read_all(ctx, STDIN_FILENO, (size_t)64 * 1024, from, file.name, &file.bytes)
			   : !read_file(ctx, path, from, file.name, &file.bytes))
		return 0;
	file.text = bytes_only ? RAMURE_STR("") : plain_text(ctx, file.bytes);
	number = add_file(ctx, file);
	return bytes_only || check_text(ctx, number) ? number : 0;
}

/* ---- Each file once ---- */

static uint32_t find_file(const ramure_ctx *ctx, ramure_str real)
{
	for (uint32_t i = 0; i < ctx->files.count; i++)
		if (real.size && ramure_str_equal(ctx->files.items[i].path, real))
			return i + 1;
	return 0;
}

uint32_t files_known(ramure_ctx *ctx, ramure_str path)
{
	return find_file(ctx, files_real_path(ctx, files_c_path(ctx, path)));
}

uint32_t files_read(ramure_ctx *ctx, ramure_str path, ramure_span from, bool bytes_only)
{
	source_file file = { .name = path, .path = RAMURE_STR("") };
	uint32_t known;

	if (!ramure_str_equal(path, RAMURE_STR("-"))) {
		file.path = files_find(ctx, &path);
		if (!file.path.data) {
			files_report_unread(ctx, from, path, path);
			return 0;
		}
	}
	known = find_file(ctx, file.path);
	return known ? known : read_as(ctx, files_c_path(ctx, path), from, file, bytes_only);
}

/* ---- Folders ---- */

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *files_in(ramure_ctx *ctx, ramure_str folder, ramure_span from, size_t *count)
{
	DIR *entries = opendir(files_c_path(ctx, folder));
	const char **names = NULL;
	const struct dirent *entry;
	bool more;

	*count = 0;
	if (!entries) {
		ramure_error(ctx, from, N_("'%.*s' cannot be read: %s"), (int)folder.size, folder.data,
			     strerror(errno));
		return NULL;
	}
	while ((entry = readdir(entries)) && *count < FILES_IN_FOLDER) {
		names = arena_extend(ctx->arena, names, *count, sizeof *names);
		names[(*count)++] = ramure_format(ctx, "%s", entry->d_name).data;
	}
	more = entry;
	closedir(entries);
	if (more) {
		ramure_error(ctx, from, N_("the folder '%.*s' holds more than %d files"), (int)folder.size, folder.data,
			     FILES_IN_FOLDER);
		return NULL;
	}
	if (*count)
		qsort(names, *count, sizeof *names, by_bytes);
	return names;
}

int files_open(ramure_ctx *ctx, ramure_str path)
{
	const char *name = files_c_path(ctx, path);
	const ramure_span nowhere = { 0 };
	struct stat facts;

	if (strcmp(name, "-") == 0)
		return STDIN_FILENO;
	return open_file(ctx, name, nowhere, path, &facts);
}
