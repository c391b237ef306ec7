/* worker.c: the process that builds one document, within limits, and reports through a pipe. */
#include "core/command/job.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* Address sanitizer maps terabytes that it never touches. */
#if defined __SANITIZE_ADDRESS__
#define SANITIZED 1
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

enum { MEGABYTE = 1024 * 1024, MOST_OPEN_FILES = 256, LARGEST_OUTPUT_MEGABYTES = 1024 };

/* Records on their way to the parent, which wakes for each write. */
typedef struct report_stream {
	int out;
	size_t size;
	char bytes[4096];
} report_stream;

/* Sends all or dies: a parent that went away has no use for the rest. */
static void flush(report_stream *s)
{
	const char *at = s->bytes;

	while (s->size) {
		ssize_t sent = write(s->out, at, s->size);

		if (sent < 0 && errno == EINTR)
			continue;
		if (sent < 0)
			_exit(EXIT_SYSTEM);
		at += sent;
		s->size -= (size_t)sent;
	}
}

static void send_bytes(report_stream *s, const void *bytes, size_t size)
{
	const char *at = bytes;

	while (size) {
		size_t room = sizeof s->bytes - s->size;
		size_t taken = size < room ? size : room;

		memcpy(s->bytes + s->size, at, taken);
		s->size += taken;
		at += taken;
		size -= taken;
		if (s->size == sizeof s->bytes)
			flush(s);
	}
}

static void send_record(report_stream *s, record_type type, char first, const void *bytes, size_t size)
{
	bool has_first = type == RECORD_MESSAGE || type == RECORD_END;
	uint32_t head[2] = { (uint32_t)type, (uint32_t)(size + has_first) };

	send_bytes(s, head, sizeof head);
	if (has_first)
		send_bytes(s, &first, 1);
	send_bytes(s, bytes, size);
}

static void limit(int resource, rlim_t soft, rlim_t hard)
{
	struct rlimit l;

	/* Never above what the person set for the shell. */
	if (getrlimit(resource, &l) == 0 && l.rlim_max != RLIM_INFINITY && l.rlim_max < hard) {
		hard = l.rlim_max;
		soft = soft < hard ? soft : hard;
	}
	l = (struct rlimit){ soft, hard };
	setrlimit(resource, &l);
}

static void set_limits(const job_limits *l)
{
	/* The hard limit stands a little later, for a plugin that would ignore SIGXCPU. */
	limit(RLIMIT_CPU, (rlim_t)l->seconds, (rlim_t)l->seconds + 2);
	if (!SANITIZED)
		limit(RLIMIT_AS, (rlim_t)l->megabytes * MEGABYTE, (rlim_t)l->megabytes * MEGABYTE);
	limit(RLIMIT_FSIZE, (rlim_t)LARGEST_OUTPUT_MEGABYTES * MEGABYTE, (rlim_t)LARGEST_OUTPUT_MEGABYTES * MEGABYTE);
	limit(RLIMIT_NOFILE, MOST_OPEN_FILES, MOST_OPEN_FILES);
	limit(RLIMIT_CORE, 0, 0);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
}

/* Libraries give blocks of some 100 KB back and ask for them again: from one time to the next, the system would take
 * the pages away and clear them. */
static void keep_freed_pages(void)
{
	mallopt(M_TRIM_THRESHOLD, 64 * MEGABYTE);
	mallopt(M_TOP_PAD, MEGABYTE);
	mallopt(M_MMAP_THRESHOLD, MEGABYTE);
}

/* Standard output belongs to results: nothing that runs here may write into it.  Answers /dev/null, or -1. */
static int close_streams(bool keep_input)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (null < 0)
		return null;
	if (!keep_input)
		dup2(null, STDIN_FILENO);
	dup2(null, STDOUT_FILENO);
	return null;
}

static void memory_is_out(void *closure, size_t wanted)
{
	report_stream *s = closure;

	(void)wanted;
	send_record(s, RECORD_MEMORY, 0, NULL, 0);
	flush(s);
	_exit(EXIT_SYSTEM);
}

static void report(ramure_ctx *ctx, const job *j, report_stream *s)
{
	size_t count, notes;
	const ramure_message *messages = ramure_messages(ctx, j->colour, &count);
	ramure_str unsaid = ramure_messages_unsaid(ctx, &notes);

	for (size_t i = 0; i < count; i++) {
		ramure_str shown = j->json ? ramure_message_json(ctx, &messages[i]) : messages[i].shown;

		send_record(s, RECORD_MESSAGE, (char)messages[i].severity, shown.data, shown.size);
	}
	if (unsaid.size)
		unsaid = ramure_format(ctx, _("notes that --verbose shows: %zu (%.*s)"), notes, (int)unsaid.size,
				       unsaid.data);
	send_record(s, RECORD_UNSAID, 0, unsaid.data, unsaid.size);
	for (size_t i = 0; i < ramure_files(ctx); i++) {
		ramure_str path = ramure_file_path(ctx, i);

		send_record(s, RECORD_FILE, 0, path.data, path.size);
	}
}

_Noreturn void worker_run(job *j, ramure_registry *plugins, int out)
{
	report_stream stream = { .out = out };
	ramure_output outputs[MOST_OUTPUTS];
	ramure_status status;
	ramure_ctx *ctx;
	int null;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	null = close_streams(strcmp(j->source, "-") == 0);
	set_limits(&j->limits);
	keep_freed_pages();
	/* Three quarters for our own memory, so that its message comes before a library's. */
	j->request.memory_limit = (size_t)j->limits.megabytes * MEGABYTE / 4 * 3;
	ctx = ramure_ctx_new(&j->request, plugins, memory_is_out, &stream);
	if (!ctx)
		memory_is_out(&stream, 0);
	ramure_ctx_share(ctx, j->running);
	for (size_t i = 0; i < j->output_count; i++)
		outputs[i] = (ramure_output){ .writer = j->outputs[i].writer,
					      .sink = j->checks ? ramure_sink_to_file(ctx, null, "/dev/null")
								: ramure_sink_to_file(ctx, j->files[i].fd,
										      j->outputs[i].path),
					      .notes = j->outputs[i].notes };
	status = (j->checks ? ramure_check : ramure_convert)(ctx, outputs, j->output_count);
	report(ctx, j, &stream);
	send_record(&stream, RECORD_END, (char)status, NULL, 0);
	flush(&stream);
	/* The conversion's memory goes with the process. */
	_exit(EXIT_WRITTEN);
}
