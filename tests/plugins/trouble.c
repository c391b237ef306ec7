/* trouble.c: kinds that misbehave while they build, each in its own way: what the worker process is for. */
#include <ramure.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct nothing {
	ramure_span at;
};

static void crash(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	(void)ctx;
	(void)b;
	(void)data;
	abort();
}

static void loop(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	volatile unsigned turns = 0;

	(void)ctx;
	(void)b;
	(void)data;
	for (;;)
		turns++;
}

static void eat(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	(void)b;
	(void)data;
	for (;;)
		ramure_alloc(ctx, (size_t)1024 * 1024);
}

static void leave(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	(void)ctx;
	(void)b;
	(void)data;
	exit(0);
}

static void wait_long(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	(void)ctx;
	(void)b;
	(void)data;
	sleep(3600);
}

/* Standard output belongs to results. */
static void chatter(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	(void)ctx;
	(void)data;
	printf("chatter\n");
	fflush(stdout);
	ramure_begin(b, RAMURE_PARAGRAPH, (ramure_span){ 0 });
	ramure_put_string(b, RAMURE_STR("Chatter"));
	ramure_end(b);
}

#define TROUBLE(word, function)                                                                                        \
	{                                                                                                              \
		.en = word, .fr = word, .doc = { "Trouble", "Des ennuis" }, .data_size = sizeof(struct nothing),       \
		.build = function                                                                                      \
	}

static const ramure_kind kinds[] = {
	TROUBLE("crasher", crash), TROUBLE("looper", loop),       TROUBLE("eater", eat),
	TROUBLE("leaver", leave),  TROUBLE("sleeper", wait_long), TROUBLE("chatterer", chatter),
};

/* A sound writer, whose name has capitals. */
static ramure_status write_title(ramure_ctx *ctx, const ramure_node *document, ramure_sink *sink)
{
	ramure_str title = ramure_plain_text(ctx, ramure_meta(document, RAMURE_META_TITLE));

	return ramure_sink_write(sink, title.data, title.size) ? RAMURE_OK : RAMURE_FAILED;
}

static const ramure_writer writers[] = { { .name = "Title", .extension = ".title", .write_flow = write_title } };

static const ramure_plugin trouble = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "trouble",
	.version = "0",
	.summary = { "Kinds that misbehave", "Des types qui se tiennent mal" },
	.kinds = RAMURE_ROWS(kinds),
	.writers = RAMURE_ROWS(writers),
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &trouble;
}
