/* markdown_parse.c: cmark-gfm, kept in bounds: its memory is an arena with a limit, given back in one go.
 *
 * Its allocator may not fail (the default one aborts) and is called without a closure.  So the arena of the parse that
 * runs is found through a variable of the thread, and the way out, when the limit is reached, is a longjmp() that
 * passes over cmark's frames and the reader's; none of them owns anything that the arenas do not. */
#include "core/source/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <pthread.h>
#include <setjmp.h>
#include <string.h>

/* An ordinary text takes some 20 bytes for each of its own, one of nothing but "-" signs 500; the first bytes are for
 * the smallest. */
enum { BYTES_PER_BYTE = 600, FIRST_BYTES = 4 * 1024 * 1024 };

typedef struct parse {
	arena *arena;
	jmp_buf out;
	struct parse *outer; /* reading a tree may need another parse */
} parse;

static _Thread_local parse *current;

/* Every block is preceded by its size, for realloc. */
typedef union header {
	size_t size;
	max_align_t align;
} header;

static void *give(size_t count, size_t size)
{
	header *h;

	if (size && count > (SIZE_MAX - sizeof *h) / size)
		longjmp(current->out, 1);
	h = arena_alloc(current->arena, sizeof *h + count * size);
	h->size = count * size;
	return h + 1;
}

static void *give_again(void *block, size_t size)
{
	void *fresh;

	if (block && ((header *)block - 1)->size >= size)
		return block;
	fresh = give(1, size);
	if (block)
		memcpy(fresh, block, ((header *)block - 1)->size);
	return fresh;
}

static void take_back(void *block)
{
	(void)block;
}

static void leave(void *closure, size_t wanted)
{
	(void)wanted;
	longjmp(((parse *)closure)->out, 1);
}

static cmark_mem memory = { give, give_again, take_back };

static cmark_node *run(const char *text, size_t size)
{
	static const char *const extensions[] = { "table", "strikethrough", "tasklist" };
	cmark_parser *parser = cmark_parser_new_with_mem(
		CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_FULL_INFO_STRING, &memory);

	for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
		cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
	cmark_parser_feed(parser, text, size);
	return cmark_parser_finish(parser);
}

bool markdown_parse(const char *text, size_t size, markdown_use *use, void *closure)
{
	/* The extensions sit in a list of the library's own, filled once a process. */
	static pthread_once_t registered = PTHREAD_ONCE_INIT;
	parse here = { .outer = current };
	volatile bool done = false;

	pthread_once(&registered, cmark_gfm_core_extensions_ensure_registered);
	here.arena = arena_new(FIRST_BYTES + size * BYTES_PER_BYTE, leave, &here);
	if (!here.arena)
		return false;
	current = &here;
	if (!setjmp(here.out)) {
		use(closure, run(text, size));
		done = true;
	}
	current = here.outer;
	arena_free(here.arena);
	return done;
}
