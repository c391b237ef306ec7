/* context.c: one conversion, and what the public header says of memory, words and messages. */
#include "core/context.h"

#include "core/base/buf.h"
#include "core/base/gettext.h"
#include "core/base/str.h"
#include "core/base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

ramure_ctx *ctx_new(const request *asked, registry *plugins, arena_exhausted *exhausted, void *closure)
{
	/* A host that sets the limit makes it lower than the system's, so that the message comes before the kernel's.
	 */
	arena *a = arena_new(asked->memory_limit, exhausted, closure);
	ramure_ctx *ctx;

	if (!a)
		return NULL;
	ctx = arena_alloc(a, sizeof *ctx);
	ctx->arena = a;
	ctx->request = *asked;
	ctx->registry = plugins;
	ctx->lang = RAMURE_STR("fr");
	ctx->running = &ctx->not_shared;
	diagnostics_init(&ctx->diagnostics, a);
	return ctx;
}

void ctx_free(ramure_ctx *ctx)
{
	if (!ctx)
		return;
	arena_free(ctx->values);
	arena_free(ctx->shaped);
	arena_free(ctx->word_arena);
	arena_free(ctx->figure_page);
	arena_free(ctx->arena);
}

void *ramure_alloc(ramure_ctx *ctx, size_t size)
{
	return arena_alloc(ctx->arena, size);
}

void *ramure_alloc_array(ramure_ctx *ctx, size_t count, size_t size)
{
	return arena_alloc_array(ctx->arena, count, size);
}

void *ramure_extend_array(ramure_ctx *ctx, void *array, size_t count, size_t size)
{
	return arena_extend(ctx->arena, array, count, size);
}

ramure_str ctx_format(ramure_ctx *ctx, const char *format, va_list arguments)
{
	va_list again;
	char shown[256]; /* most are short: formatting once is enough */
	int size;
	char *data;

	va_copy(again, arguments);
	size = vsnprintf(shown, sizeof shown, format, arguments);
	if (size >= 0) {
		data = ramure_alloc(ctx, (size_t)size + 1);
		if ((size_t)size < sizeof shown)
			memcpy(data, shown, (size_t)size);
		else
			vsnprintf(data, (size_t)size + 1, format, again);
	}
	va_end(again);
	return size < 0 ? RAMURE_STR("") : (ramure_str){ data, (size_t)size };
}

ramure_str ramure_format(ramure_ctx *ctx, const char *format, ...)
{
	va_list arguments;
	ramure_str result;

	va_start(arguments, format);
	result = ctx_format(ctx, format, arguments);
	va_end(arguments);
	return result;
}

ramure_str ramure_join(ramure_ctx *ctx, const ramure_str *parts, size_t count, const char *between)
{
	buf joined = buf_on(ctx->arena);

	for (size_t i = 0; i < count; i++) {
		if (parts[i].size && joined.size)
			buf_puts(&joined, between);
		buf_put_str(&joined, parts[i]);
	}
	return buf_str(&joined);
}

bool ramure_str_equal(ramure_str a, ramure_str b)
{
	return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool ramure_name_equal(ramure_str a, const char *b)
{
	/* Folding needs memory that nobody keeps; names are short. */
	arena *scratch = arena_new(0, NULL, NULL);
	bool equal;

	if (!scratch)
		return false;
	equal = ramure_str_equal(utf8_fold_name(scratch, a), utf8_fold_name(scratch, (ramure_str){ b, strlen(b) }));
	arena_free(scratch);
	return equal;
}

ramure_str ramure_slug(ramure_ctx *ctx, ramure_str name)
{
	return utf8_slug(ctx->arena, name);
}

ramure_str ramure_span_format(ramure_ctx *ctx, ramure_span at)
{
	const source_file *file = files_at(ctx, at.file);

	return file ? ramure_format(ctx, "%.*s:%u", (int)file->name.size, file->name.data, at.line)
		    : ramure_format(ctx, "%u", at.line);
}

/* A message in the language of the person; `format` is its key. */
static void report(ramure_ctx *ctx, severity s, const char *name, ramure_span at, const char *format, va_list arguments)
{
	diagnostics_add(&ctx->diagnostics, s, name, at, ctx_format(ctx, _(format), arguments));
}

void ramure_error(ramure_ctx *ctx, ramure_span at, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	report(ctx, SEVERITY_ERROR, NULL, at, format, arguments);
	va_end(arguments);
}

void ramure_warning(ramure_ctx *ctx, ramure_span at, const char *name, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	report(ctx, SEVERITY_WARNING, name, at, format, arguments);
	va_end(arguments);
}

void ramure_info(ramure_ctx *ctx, ramure_span at, const char *name, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	report(ctx, SEVERITY_INFO, name, at, format, arguments);
	va_end(arguments);
}

void ramure_advice(ramure_ctx *ctx, ramure_span at, const char *name, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	report(ctx, SEVERITY_ADVICE, name, at, format, arguments);
	va_end(arguments);
}

void ramure_failure(ramure_ctx *ctx, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	report(ctx, SEVERITY_FAILURE, NULL, (ramure_span){ 0 }, format, arguments);
	va_end(arguments);
}

void ramure_hint(ramure_ctx *ctx, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	diagnostics_hint(&ctx->diagnostics, ctx_format(ctx, _(format), arguments));
	va_end(arguments);
}

bool ctx_in_english(const ramure_ctx *ctx)
{
	return str_begins(ctx->lang, "en");
}

const char *ramure_say(ramure_ctx *ctx, ramure_word word)
{
	return ctx_in_english(ctx) ? word.en : word.fr;
}

ramure_str ramure_say_str(ramure_ctx *ctx, ramure_word word)
{
	const char *said = ramure_say(ctx, word);

	return (ramure_str){ said, strlen(said) };
}

const char *ramure_say_count(ramure_ctx *ctx, int64_t count, ramure_word one, ramure_word many)
{
	return ramure_say(ctx, count == 1 || (count == 0 && !ctx_in_english(ctx)) ? one : many);
}

ramure_str ramure_lang(ramure_ctx *ctx)
{
	return ctx->lang;
}

ramure_date ramure_document_date(ramure_ctx *ctx)
{
	return ctx->date;
}
