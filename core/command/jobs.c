/* jobs.c: the parent of the workers: starts them, gathers what they say, puts their outputs in place. */
#include "config.h"

#include "core/command/job.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* A worker that sends more than this is out of its mind; one that waits this many times its processor time is stuck. */
enum { LARGEST_REPORT = 64 * 1024 * 1024, PATIENCE = 5 };

typedef struct crew {
	job *jobs;
	size_t count;
	size_t started, shown;
	long together, at_work;
	ramure_registry *plugins;
	sigset_t signals; /* that end the command; they arrive through a file, so that nothing is interrupted */
	int signal_fd;
	int status;
	size_t elements; /* of the array that messages make in JSON */
} crew;

static void worse(crew *c, int status)
{
	if (status > c->status)
		c->status = status;
}

bool report_next(const job *j, size_t *at, record *r)
{
	uint32_t head[2];

	if (j->report_size - *at < sizeof head)
		return false;
	memcpy(head, j->report + *at, sizeof head);
	if (j->report_size - *at - sizeof head < head[1])
		return false;
	/* Both begin with a byte of their own; a plugin that writes where it pleases may have sent something else. */
	if (!head[1] && (head[0] == RECORD_MESSAGE || head[0] == RECORD_END))
		return false;
	*r = (record){ (record_type)head[0], j->report + *at + sizeof head, head[1] };
	*at += sizeof head + head[1];
	return true;
}

static bool open_outputs(job *j)
{
	for (size_t i = 0; !j->checks && i < j->output_count; i++)
		if (!output_open(&j->files[i], j->outputs[i].path))
			return false;
	return true;
}

static int64_t now_seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

static bool no_process(const job *j)
{
	speak_error(_("no process for '%s': %s"), j->source, strerror(errno));
	return false;
}

/* Gives a job its worker; false after saying why it has none. */
static bool begin(const crew *c, job *j)
{
	int ends[2];

	j->running = mmap(NULL, sizeof *j->running, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (j->running == MAP_FAILED)
		return no_process(j);
	if (!open_outputs(j))
		return false;
	fflush(stdout);
	if (pipe2(ends, O_CLOEXEC) != 0)
		return no_process(j);
	j->pid = fork();
	if (j->pid == 0) {
		sigset_t none;

		close(ends[0]);
		sigemptyset(&none);
		sigprocmask(SIG_SETMASK, &none, NULL);
		worker_run(j, c->plugins, ends[1]);
	}
	j->pipe = ends[0];
	if (j->pid < 0) {
		no_process(j);
		close(j->pipe);
		j->pid = 0;
		j->pipe = -1;
	}
	close(ends[1]);
	return j->pid != 0;
}

static void start(crew *c, job *j)
{
	j->pipe = -1;
	/* They are closed in the end whether or not they were ever opened, and 0 is standard input. */
	for (size_t i = 0; i < j->output_count; i++)
		j->files[i] = (output_file){ .fd = -1 };
	j->ran = begin(c, j);
	if (!j->ran) {
		j->status = EXIT_SYSTEM;
		j->done = true;
		return;
	}
	j->deadline = now_seconds() + (int64_t)j->limits.seconds * PATIENCE;
	c->at_work++;
}

/* Takes in what a worker sent; at its end, how it ended. */
static void listen(crew *c, job *j)
{
	char block[65536];
	ssize_t size = read(j->pipe, block, sizeof block);

	if (size < 0 && errno == EINTR)
		return;
	if (size > 0) {
		j->report = need(realloc(j->report, j->report_size + (size_t)size));
		memcpy(j->report + j->report_size, block, (size_t)size);
		j->report_size += (size_t)size;
		if (j->report_size > LARGEST_REPORT)
			kill(j->pid, SIGKILL);
		return;
	}
	close(j->pipe);
	j->pipe = -1;
	while (waitpid(j->pid, &j->ended, 0) < 0 && errno == EINTR)
		;
	j->pid = 0;
	j->done = true;
	c->at_work--;
}

/* Why a worker died, and whose fault it was. */
static void mourn(const crew *c, const job *j, bool memory)
{
	const char *plugin = ramure_registry_whose(c->plugins, *j->running);
	int signal_number = WIFSIGNALED(j->ended) ? WTERMSIG(j->ended) : 0;
	bool looped = signal_number == SIGXCPU || signal_number == SIGKILL || j->overslept;

	if (memory)
		speak_error(_("'%s' needs more than %ld MB of memory"), j->source, j->limits.megabytes);
	else if (j->overslept)
		speak_error(_("'%s' was given up: it still waits after %ld seconds"), j->source,
			    j->limits.seconds * PATIENCE);
	else if (looped)
		speak_error(_("'%s' was given up after %ld seconds of processor time"), j->source, j->limits.seconds);
	else if (signal_number)
		speak_error(_("building '%s' crashed (%s)"), j->source, strsignal(signal_number));
	else
		speak_error(_("building '%s' ended too early"), j->source);
	if (plugin)
		speak_hint(_("it happened inside the plugin '%s': write to its maker, or remove the file"), plugin);
	else if (memory)
		speak_hint(_("make the document smaller, or type: --max-memory %ld"), j->limits.megabytes * 2);
	else if (looped)
		speak_hint(_("make the document smaller, or type: --max-time %ld"), j->limits.seconds * 2);
}

/* Shows the messages of a document; answers its exit status. */
static int read_report(crew *c, job *j)
{
	static const int exits[] = {
		[RAMURE_OK] = EXIT_WRITTEN, [RAMURE_REJECTED] = EXIT_SOURCE, [RAMURE_FAILED] = EXIT_SYSTEM
	};
	size_t at = 0;
	bool memory = false;
	record r;

	while (report_next(j, &at, &r))
		switch (r.type) {
		case RECORD_MESSAGE:
			if (j->json)
				fputs(c->elements++ ? ",\n" : "\n", stdout);
			fwrite(r.bytes + 1, 1, r.size - 1, j->json ? stdout : stderr);
			break;
		case RECORD_UNSAID:
			j->unsaid = r;
			break;
		case RECORD_FILE:
			break;
		case RECORD_MEMORY:
			memory = true;
			break;
		case RECORD_END:
			return exits[(unsigned char)r.bytes[0] % 3];
		}
	mourn(c, j, memory);
	return EXIT_SYSTEM;
}

static void say_written(const job *j)
{
	if (!isatty(STDERR_FILENO) && !j->request.verbose)
		return;
	for (size_t i = 0; i < j->output_count; i++)
		if (strcmp(j->outputs[i].path, "-") != 0)
			fprintf(stderr, _("ramure: '%s' written\n"), j->outputs[i].path);
	if (j->unsaid.size)
		fprintf(stderr, "ramure: %.*s\n", (int)j->unsaid.size, j->unsaid.bytes);
}

/* What is left to do for a document whose worker has ended. */
static void finish(crew *c, job *j)
{
	if (j->ran)
		j->status = read_report(c, j);
	if (j->checks) {
		worse(c, j->status);
		return;
	}
	if (j->status == EXIT_WRITTEN && !outputs_commit(j->files, j->output_count))
		j->status = EXIT_SYSTEM;
	if (j->status == EXIT_WRITTEN)
		say_written(j);
	outputs_close(j->files, j->output_count);
	worse(c, j->status);
}

static void wake_overslept(crew *c)
{
	for (size_t i = c->shown; i < c->started; i++)
		if (c->jobs[i].pid && now_seconds() > c->jobs[i].deadline) {
			c->jobs[i].overslept = true;
			kill(c->jobs[i].pid, SIGKILL);
		}
}

/* Ends the workers and leaves as the signal wished. */
static _Noreturn void give_up(crew *c)
{
	struct signalfd_siginfo info = { .ssi_signo = SIGTERM };

	if (read(c->signal_fd, &info, sizeof info) < 0)
		info.ssi_signo = SIGTERM;
	for (size_t i = 0; i < c->started; i++) {
		if (c->jobs[i].pid)
			kill(c->jobs[i].pid, SIGKILL);
		outputs_close(c->jobs[i].files, c->jobs[i].output_count);
	}
	signal((int)info.ssi_signo, SIG_DFL);
	raise((int)info.ssi_signo);
	sigprocmask(SIG_UNBLOCK, &c->signals, NULL);
	_exit(EXIT_SYSTEM);
}

static void wait_for_news(crew *c)
{
	enum { SECOND = 1000 };
	job *jobs = c->jobs + c->shown;
	size_t count = c->started - c->shown;
	struct pollfd *fds = need(calloc(count + 1, sizeof *fds));

	for (size_t i = 0; i < count; i++)
		fds[i] = (struct pollfd){ .fd = jobs[i].pid ? jobs[i].pipe : -1, .events = POLLIN };
	fds[count] = (struct pollfd){ .fd = c->signal_fd, .events = POLLIN };
	if (poll(fds, (nfds_t)count + 1, SECOND) > 0) {
		if (fds[count].revents)
			give_up(c);
		for (size_t i = 0; i < count; i++)
			if (fds[i].fd >= 0 && fds[i].revents)
				listen(c, &jobs[i]);
	}
	wake_overslept(c);
	free(fds);
}

static void catch_signals(crew *c)
{
	sigemptyset(&c->signals);
	sigaddset(&c->signals, SIGINT);
	sigaddset(&c->signals, SIGTERM);
	sigaddset(&c->signals, SIGHUP);
	sigprocmask(SIG_BLOCK, &c->signals, NULL);
	c->signal_fd = signalfd(-1, &c->signals, SFD_CLOEXEC);
}

static bool may_start(const crew *c)
{
	/* Outputs of finished documents stay open until their turn comes. */
	enum { MOST_WAITING = 64 };

	return c->started < c->count && c->at_work < c->together && c->started - c->shown < MOST_WAITING;
}

int jobs_run(job *jobs, size_t count, long together, ramure_registry *plugins)
{
	crew c = { .jobs = jobs, .count = count, .together = together, .plugins = plugins };

	catch_signals(&c);
	/* A document's outputs are put in place in the order of the command line, however fast its worker was. */
	while (c.shown < count) {
		while (may_start(&c))
			start(&c, &jobs[c.started++]);
		if (!jobs[c.shown].done)
			wait_for_news(&c);
		while (c.shown < c.started && jobs[c.shown].done)
			finish(&c, &jobs[c.shown++]);
	}
	close(c.signal_fd);
	sigprocmask(SIG_UNBLOCK, &c.signals, NULL);
	return c.status;
}

void jobs_free(job *jobs, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(jobs[i].report);
		for (size_t o = 0; o < jobs[i].output_count; o++)
			free(jobs[i].outputs[o].path);
		if (jobs[i].running && jobs[i].running != MAP_FAILED)
			munmap((void *)jobs[i].running, sizeof *jobs[i].running);
	}
	free(jobs);
}
