/* stream.c: a plain text of any size under the rules, block by block: no more of it is in memory than whole lines. */
#include "core/base/files.h"
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/typography/rules.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* A block grows only for a line that is longer. */
enum { BLOCK = 256 * 1024, LONGEST_LINE = FILES_LARGEST };

typedef struct stream {
	ramure_ctx *ctx;
	typography *rules;
	ramure_str name;
	ramure_take *take;
	void *closure;
	int fd;
	uint32_t line; /* lines before the block */
	bool begun;    /* a byte order mark can stand no more */
	buf block;
} stream;

static bool report(stream *s, ramure_str lines, size_t bad)
{
	ramure_span at = { files_add(s->ctx, s->name, RAMURE_STR("")), s->line + 1, 1, 1 };

	for (size_t i = 0; i < bad; i++) {
		if (lines.data[i] == '\n') {
			at.line++;
			at.column = 1;
		} else if (((unsigned char)lines.data[i] & 0xC0) != 0x80) {
			at.column++;
		}
	}
	ramure_error(s->ctx, at, N_("'%.*s' is not UTF-8: the byte 0x%02X cannot stand here"), (int)s->name.size,
		     s->name.data, (unsigned char)lines.data[bad]);
	ramure_hint(s->ctx, N_("save it again with the encoding UTF-8 (in most editors: Save As, Encoding: UTF-8)"));
	return false;
}

/* Every line end as '\n', in place. */
static size_t mend_line_ends(char *text, size_t size)
{
	size_t to = 0;

	if (!memchr(text, '\r', size))
		return size;
	for (size_t i = 0; i < size; i++) {
		if (text[i] == '\r' && i + 1 < size && text[i + 1] == '\n')
			continue;
		text[to++] = text[i] == '\r' ? '\n' : text[i];
	}
	return to;
}

static bool set_lines(stream *s, char *text, size_t size)
{
	static const char mark[] = "\xEF\xBB\xBF";
	arena *memory = arena_beside(s->ctx->arena);
	ramure_str lines;
	size_t bad;
	bool done;

	if (!s->begun && size >= 3 && memcmp(text, mark, 3) == 0) {
		text += 3;
		size -= 3;
	}
	s->begun = true;
	lines = (ramure_str){ text, mend_line_ends(text, size) };
	bad = utf8_check(lines);
	done = bad == lines.size ? s->take(s->closure, typography_text(s->ctx, memory, s->rules, lines))
				 : report(s, lines, bad);
	for (size_t i = 0; i < lines.size; i++)
		s->line += lines.data[i] == '\n';
	arena_free(memory);
	return done;
}

/* The lines that are whole; what is behind them waits for its end. */
static bool set_whole_lines(stream *s)
{
	size_t whole = s->block.size;

	while (whole && s->block.data[whole - 1] != '\n')
		whole--;
	if (!whole && s->block.size <= LONGEST_LINE)
		return true;
	if (!whole) {
		ramure_error(s->ctx, (ramure_span){ files_add(s->ctx, s->name, RAMURE_STR("")), s->line + 1, 1, 1 },
			     N_("this line has %zu bytes; %d are the most"), s->block.size, LONGEST_LINE);
		ramure_hint(s->ctx, N_("is it a text at all? Cut it into paragraphs"));
		return false;
	}
	if (!set_lines(s, s->block.data, whole))
		return false;
	memmove(s->block.data, s->block.data + whole, s->block.size - whole);
	s->block.size -= whole;
	return true;
}

static bool set_all(stream *s)
{
	for (;;) {
		size_t before = s->block.size;
		ssize_t got;

		buf_fill(&s->block, '\0', BLOCK);
		got = read(s->fd, s->block.data + before, BLOCK);
		s->block.size = before + (got > 0 ? (size_t)got : 0);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			ramure_error(s->ctx, (ramure_span){ 0 }, N_("'%.*s' cannot be read: %s"), (int)s->name.size,
				     s->name.data, strerror(errno));
			return false;
		}
		if (got == 0)
			return !s->block.size || set_lines(s, s->block.data, s->block.size);
		/* Lines end in what has just come, or not at all. */
		if ((memchr(s->block.data + before, '\n', (size_t)got) || s->block.size > LONGEST_LINE) &&
		    !set_whole_lines(s))
			return false;
	}
}

bool typography_stream(ramure_ctx *ctx, typography *rules, ramure_str path, ramure_take *take, void *closure)
{
	arena *memory = arena_beside(ctx->arena);
	stream s = { .ctx = ctx, .rules = rules, .name = path, .take = take, .closure = closure };
	bool done;

	s.block = buf_on(memory);
	s.fd = files_open(ctx, path);
	done = s.fd >= 0 && set_all(&s);
	if (s.fd > STDIN_FILENO)
		close(s.fd);
	arena_free(memory);
	return done;
}
