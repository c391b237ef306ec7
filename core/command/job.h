/* job.h: one document to build: a worker process does it, its parent watches. */
#ifndef RAMURE_JOB_H
#define RAMURE_JOB_H

#include "core/command/command.h"
#include "core/command/outputs.h"

#include <sys/types.h>

enum { MOST_OUTPUTS = 16, USUAL_SECONDS = 60, USUAL_MEGABYTES = 2048 };

/* What no document may take. */
typedef struct job_limits {
	long seconds;   /* of processor time */
	long megabytes; /* of memory */
} job_limits;

typedef struct job_output {
	const ramure_writer *writer;
	char *path;
	bool notes;
} job_output;

/* What a worker sends: records of a type and some bytes. */
typedef enum record_type {
	RECORD_MESSAGE, /* one byte of severity, then the message as shown */
	RECORD_UNSAID,  /* the names of messages that only --verbose shows, as a line of text */
	RECORD_FILE,    /* the path of a file that was read */
	RECORD_MEMORY,  /* memory ran out */
	RECORD_END,     /* one byte of ramure_status; the last record */
} record_type;

typedef struct record {
	record_type type;
	const char *bytes;
	size_t size;
} record;

typedef struct job {
	const char *source;
	ramure_request request;
	job_limits limits;
	job_output outputs[MOST_OUTPUTS];
	size_t output_count;
	bool colour;
	bool checks; /* gives advice and writes nothing: its outputs have no path */
	bool json;   /* messages are the result: elements of an array, on standard output */

	/* while it runs, and after */
	output_file files[MOST_OUTPUTS];
	pid_t pid; /* 0 before it runs and after */
	bool ran;
	int pipe;
	char *report; /* what the worker sent, as records (report_next) */
	size_t report_size;
	record unsaid;               /* in it, once read; empty for none */
	int ended;                   /* as waitpid() says */
	volatile uintptr_t *running; /* the plugin's function that was being called */
	int64_t deadline;            /* seconds of the monotonic clock */
	bool overslept;              /* killed because it waited too long */
	int status;                  /* EXIT_… once done */
	bool done;
} job;

/* Runs the document in this process and sends what there is to say into `out`.  Never returns. */
_Noreturn void worker_run(job *j, ramure_registry *plugins, int out);

/* The next whole record from *at on; false when there is none. */
bool report_next(const job *j, size_t *at, record *r);

/* Runs all jobs, at most `together` at once; shows their messages in their order and puts their outputs in place.
 * Answers the exit status. */
int jobs_run(job *jobs, size_t count, long together, ramure_registry *plugins);
void jobs_free(job *jobs, size_t count);

/* Whether an output would replace a source or another document's output; true after saying so. */
bool outputs_clash(const job *jobs, size_t count);

/* What the command line asks of writers; `asked` has room for two, and lives as long as the request. */
void request_ask(ramure_request *r, ramure_asked *asked, const char *reference, bool embed_fonts);
/* Fills what building and checking ask alike; false after saying what is wrong.  `theme_path` is lent. */
bool request_fill(ramure_request *r, const home *h, const char *theme_path, const char *theme, const char *date,
		  const char *root);
long processors(void);

/* Writes a rule for make: the outputs of all jobs, then what they were made of. */
bool depfile_write(const char *path, const job *jobs, size_t count);

#endif
