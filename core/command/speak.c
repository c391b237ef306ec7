/* speak.c: what the command says for itself, on standard error. */
#include "config.h"

#include "core/command/command.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool speak_in_colour(void)
{
	const char *refused = getenv("NO_COLOR");
	const char *terminal = getenv("TERM");

	return isatty(STDERR_FILENO) && !(refused && *refused) && !(terminal && strcmp(terminal, "dumb") == 0);
}

/* How many bytes make a sign that a terminal obeys: a control character (ECMA-48, the sets C0 and C1, DEL), or one that
 * turns the words behind it round (UAX 9); 0 for any other. */
static size_t control_size(const char *at)
{
	unsigned char first = (unsigned char)at[0], second = first ? (unsigned char)at[1] : 0;
	unsigned char third = second ? (unsigned char)at[2] : 0;

	if (first < ' ' || first == 0x7F)
		return 1;
	if (first == 0xC2 && second >= 0x80 && second < 0xA0)
		return 2;
	if (first == 0xE2 &&
	    ((second == 0x80 && third >= 0xAA && third <= 0xAE) || (second == 0x81 && third >= 0xA6 && third <= 0xA9)))
		return 3;
	return 0;
}

static void speak(const char *word, const char *colour, const char *format, va_list arguments)
{
	bool coloured = colour && speak_in_colour();
	char *words;

	if (vasprintf(&words, format, arguments) < 0)
		return;
	/* A name may hold any sign: none may steer the terminal. */
	for (char *at = words; *at; at++)
		memset(at, '?', control_size(at));
	fprintf(stderr, "ramure: %s%s:%s %s\n", coloured ? colour : "", word, coloured ? "\033[0m" : "", words);
	free(words);
}

void speak_error(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	speak(_("error"), "\033[1;31m", format, arguments);
	va_end(arguments);
}

void speak_hint(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	speak(_("hint"), NULL, format, arguments);
	va_end(arguments);
}

void speak_nearest(const char *typed, const char *const *names, size_t count)
{
	static const ramure_request nothing = { .source_date_epoch = -1 };
	ramure_ctx *ctx = ramure_ctx_new(&nothing, NULL, NULL, NULL);
	const char *near = ctx ? ramure_nearest(ctx, typed, names, count) : NULL;

	if (near)
		speak_hint(_("did you mean '%s'?"), near);
	ramure_ctx_free(ctx);
}

char *shell_word(const char *word)
{
	static const char signs[] = "\t\n !\"#$&'()*;<>?[\\]^`{|}~";
	size_t size = strlen(word) * 4 + 3;
	char *quoted = need(malloc(size)), *end = quoted;

	if (*word && !strpbrk(word, signs))
		return memcpy(quoted, word, strlen(word) + 1);
	if (strchr(word, '\'') && !strpbrk(word, "\"$`\\!")) {
		snprintf(quoted, size, "\"%s\"", word);
		return quoted;
	}
	*end++ = '\'';
	for (; *word; word++) {
		/* A quote inside: the word ends, the quote stands for itself, the word goes on. */
		if (*word == '\'')
			end = stpcpy(end, "'\\'");
		*end++ = *word;
	}
	*end++ = '\'';
	*end = '\0';
	return quoted;
}

void *need(void *memory)
{
	if (memory)
		return memory;
	speak_error(_("the machine has no memory left"));
	exit(EXIT_SYSTEM);
}
