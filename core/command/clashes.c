/* clashes.c: outputs that would replace a source, or another document's output. */
#include "config.h"

#include "core/command/job.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What a path leads to, looked up once: each is compared with those of all other documents. */
typedef struct place {
	const job *job;
	const char *path;
	bool there;
	dev_t device;
	ino_t inode;
} place;

static place place_of(const job *j, const char *path)
{
	place p = { .job = j, .path = path };
	struct stat st;

	if (stat(path, &st) == 0) {
		p.there = true;
		p.device = st.st_dev;
		p.inode = st.st_ino;
	}
	return p;
}

static bool same_place(const place *a, const place *b)
{
	if (a->there != b->there)
		return false;
	return a->there ? a->device == b->device && a->inode == b->inode : strcmp(a->path, b->path) == 0;
}

static bool report_replaced(const place *output, const place *source)
{
	char *word = shell_word(output->job->source);

	speak_error(_("writing '%s' would replace the source '%s'"), output->path, source->path);
	speak_hint(_("name the outputs otherwise: ramure build -o NAME %s"), word);
	free(word);
	return true;
}

static bool report_twice(const place *output, const place *before)
{
	const place own = place_of(output->job, output->job->source);
	const place other = place_of(before->job, before->job->source);
	char *word = shell_word(own.path);

	speak_error(_("'%s' and '%s' would both be written to '%s'"), other.path, own.path, output->path);
	if (same_place(&own, &other))
		speak_hint(_("name this source once"));
	else
		speak_hint(_("build them one after the other, each with a name of its own: ramure build -o NAME %s"),
			   word);
	free(word);
	return true;
}

/* `outputs` are those of all documents, in their order. */
static bool find_clash(const place *sources, size_t source_count, const place *outputs, size_t output_count)
{
	for (const place *output = outputs; output < outputs + output_count; output++) {
		for (const place *source = sources; source < sources + source_count; source++)
			if (same_place(output, source))
				return report_replaced(output, source);
		for (const place *before = outputs; before < output; before++)
			if (before->job != output->job && same_place(output, before))
				return report_twice(output, before);
	}
	return false;
}

bool outputs_clash(const job *jobs, size_t count)
{
	place *sources = need(calloc(count, sizeof *sources));
	place *outputs = need(calloc(count, sizeof *outputs * MOST_OUTPUTS));
	size_t output_count = 0;
	bool found;

	for (size_t i = 0; i < count; i++) {
		sources[i] = place_of(&jobs[i], jobs[i].source);
		for (size_t o = 0; o < jobs[i].output_count; o++)
			if (strcmp(jobs[i].outputs[o].path, "-") != 0)
				outputs[output_count++] = place_of(&jobs[i], jobs[i].outputs[o].path);
	}
	found = find_clash(sources, count, outputs, output_count);
	free(sources);
	free(outputs);
	return found;
}
