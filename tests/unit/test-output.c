/* Sinks: all bytes in order, in memory and in files, and a full disk. */
#include "tests/unit/unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PIECE = 1009, PIECES = 700, LARGE = 300000 };

static void fill(ramure_sink *sink, char *piece)
{
	for (int i = 0; i < PIECES; i++) {
		memset(piece, 'a' + i % 26, PIECE);
		assert_true(ramure_sink_write(sink, piece, PIECE));
	}
	memset(piece, 'Z', LARGE);
	assert_true(ramure_sink_write(sink, piece, LARGE));
	assert_true(ramure_sink_write(sink, "end", 3));
	assert_true(ramure_sink_finish(sink));
}

static void a_file_holds_what_memory_holds(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	char name[] = "/tmp/ramure-sink-XXXXXX";
	char *piece = malloc(LARGE), *back = malloc(PIECE * PIECES + LARGE + 4);
	int fd = mkstemp(name);
	ramure_sink *memory = ramure_sink_to_memory(ctx);
	ramure_str bytes;

	(void)state;
	assert_true(fd >= 0);
	fill(memory, piece);
	bytes = ramure_sink_bytes(memory);
	assert_int_equal(bytes.size, PIECE * PIECES + LARGE + 3);
	fill(ramure_sink_to_file(ctx, fd, name), piece);
	assert_int_equal(pread(fd, back, bytes.size + 1, 0), bytes.size);
	assert_memory_equal(back, bytes.data, bytes.size);
	close(fd);
	unlink(name);
	free(piece);
	free(back);
	ctx_free(ctx);
}

static void a_full_disk_is_reported_once_and_stops_the_writer(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	int fd = open("/dev/full", O_WRONLY);
	ramure_sink *sink = ramure_sink_to_file(ctx, fd, "x.pdf");

	(void)state;
	assert_true(ramure_sink_write(sink, "few", 3));
	assert_false(ramure_sink_finish(sink));
	assert_false(ramure_sink_write(sink, "more", 4));
	assert_false(ramure_sink_finish(sink));
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_FAILURE], 1);
	assert_non_null(strstr(ctx->diagnostics.first->message.data, "'x.pdf'"));
	close(fd);
	ctx_free(ctx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_holds_what_memory_holds),
		cmocka_unit_test(a_full_disk_is_reported_once_and_stops_the_writer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
