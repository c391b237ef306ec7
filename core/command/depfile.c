/* depfile.c: what the outputs were made of, as a rule for make (--depfile). */
#include "config.h"

#include "core/command/job.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What make would read as more than a name is escaped; a backslash is one only before such a character. */
static void put_name(FILE *out, const char *name, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		if (name[i] == ' ' || name[i] == '#' || name[i] == ':') {
			for (size_t before = i; before && name[before - 1] == '\\'; before--)
				fputc('\\', out);
			fputc('\\', out);
		} else if (name[i] == '$') {
			fputc('$', out);
		}
		fputc(name[i], out);
	}
}

static void put_rule(FILE *out, const job *j)
{
	size_t at = 0;
	record r;

	for (size_t i = 0; i < j->output_count; i++) {
		if (i)
			fputc(' ', out);
		put_name(out, j->outputs[i].path, strlen(j->outputs[i].path));
	}
	fputc(':', out);
	while (report_next(j, &at, &r))
		if (r.type == RECORD_FILE && r.size) {
			fputs(" \\\n  ", out);
			put_name(out, r.bytes, r.size);
		}
	fputc('\n', out);
}

bool depfile_write(const char *path, const job *jobs, size_t count)
{
	output_file file;
	FILE *out;
	bool written = false;

	if (!output_open(&file, path))
		return false;
	out = fdopen(dup(file.fd), "w");
	if (out) {
		for (size_t i = 0; i < count; i++)
			put_rule(out, &jobs[i]);
		written = !ferror(out);
		written = fclose(out) == 0 && written;
	}
	if (!written)
		speak_error(_("'%s' cannot be written"), path);
	written = written && outputs_commit(&file, 1);
	outputs_close(&file, 1);
	return written;
}
