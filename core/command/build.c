/* build.c: `ramure build`: from its command line to documents to build. */
#include "config.h"

#include "core/command/job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is written when --to says nothing. */
#define USUAL_WRITERS "pdf,odt"

typedef struct build_values {
	const char *output, *to, *theme, *date, *root, *depfile, *reference;
	word_list plugin_folders;
	long together, seconds, megabytes;
	bool strict, notes, verbose, embed_fonts;
} build_values;

static const command_option options[] = {
	{ "output", 'o', OPTION_TEXT, N_("STEM|DIR/"), offsetof(build_values, output),
	  N_("name of the outputs without extension, or the folder they go to; - for standard output") },
	{ "to", 0, OPTION_TEXT, N_("pdf,odt"), offsetof(build_values, to), N_("what to write (both when not given)") },
	{ "theme", 0, OPTION_TEXT, N_("THEME"), offsetof(build_values, theme), N_("a theme other than the source's") },
	{ "date", 0, OPTION_TEXT, N_("DATE"), offsetof(build_values, date),
	  N_("the document's date, as in 2020-06-23") },
	{ "root", 0, OPTION_TEXT, N_("DIR"), offsetof(build_values, root), N_("the folder that no path may leave") },
	{ "reference", 0, OPTION_TEXT, N_("FILE.odt"), offsetof(build_values, reference),
	  N_("a template from which the report takes styles, page set-up, header and footer") },
	{ "embed-fonts", 0, OPTION_FLAG, NULL, offsetof(build_values, embed_fonts),
	  N_("put the fonts of the report into its file") },
	{ "strict", 0, OPTION_FLAG, NULL, offsetof(build_values, strict), N_("treat warnings as errors") },
	{ "notes", 0, OPTION_FLAG, NULL, offsetof(build_values, notes),
	  N_("write the speaker notes too, as a second PDF") },
	{ "depfile", 0, OPTION_TEXT, N_("FILE"), offsetof(build_values, depfile),
	  N_("write what the outputs were made of, as a rule for make") },
	{ "jobs", 'j', OPTION_COUNT, N_("N"), offsetof(build_values, together), N_("documents to build at once") },
	{ "verbose", 'v', OPTION_FLAG, NULL, offsetof(build_values, verbose), N_("show informations too") },
	{ "plugin-dir", 0, OPTION_LIST, N_("DIR"), offsetof(build_values, plugin_folders),
	  N_("one more folder of plugins") },
	{ "max-time", 0, OPTION_COUNT, N_("SECONDS"), offsetof(build_values, seconds),
	  N_("processor time that one document may take (60)") },
	{ "max-memory", 0, OPTION_COUNT, N_("MEGABYTES"), offsetof(build_values, megabytes),
	  N_("memory that one document may take (2048)") },
};

/* What the command line comes to. */
typedef struct plan {
	const build_values *values;
	const home *home;
	ramure_registry *plugins;
	const ramure_writer *writers[MOST_OUTPUTS / 2];
	size_t writer_count;
	ramure_request request; /* but for the source */
	ramure_asked asked[2];  /* of the writers */
	char *theme_path;
	bool output_is_folder;
} plan;

static int wrong_use(void)
{
	speak_hint(_("type: ramure build --help"));
	return EXIT_USAGE;
}

static int unknown_writer(const plan *p, const char *name)
{
	speak_error(_("no plugin writes '%s'"), name);
	ramure_registry_load_all(p->plugins);
	for (size_t i = 0; i < ramure_registry_writers(p->plugins); i++)
		speak_hint(_("you can write: --to %s"), ramure_registry_writer(p->plugins, i, NULL)->name);
	speak_hint(_("type: ramure plugins"));
	/* What every build needs is not there: that is no slip of the person who typed. */
	return p->values->to ? EXIT_USAGE : EXIT_SYSTEM;
}

/* As it is typed, or as extensions are: PDF. */
static const ramure_writer *find_writer(const plan *p, const char *name)
{
	const ramure_writer *writer = ramure_registry_find_writer(p->plugins, name);
	char *small;

	if (writer)
		return writer;
	small = need(strdup(name));
	for (char *c = small; *c; c++)
		*c = (char)(*c >= 'A' && *c <= 'Z' ? *c | 0x20 : *c);
	writer = ramure_registry_find_writer(p->plugins, small);
	free(small);
	return writer;
}

static int choose_writer(plan *p, const char *name)
{
	const ramure_writer *writer = find_writer(p, name);

	if (!writer)
		return unknown_writer(p, name);
	for (size_t i = 0; i < p->writer_count; i++)
		if (p->writers[i] == writer)
			return EXIT_WRITTEN;
	if (p->writer_count == MOST_OUTPUTS / 2) {
		speak_error(_("--to names too many formats"));
		return wrong_use();
	}
	p->writers[p->writer_count++] = writer;
	return EXIT_WRITTEN;
}

/* The writer whose extension ends the output's name: `-o deck.pdf` asks for the PDF alone.  It mostly has the same
 * name, which spares the search among all. */
static const ramure_writer *writer_of_output(const plan *p)
{
	const char *output = p->values->output ? p->values->output : "";
	const char *slash = strrchr(output, '/'), *dot = strrchr(slash ? slash : output, '.');
	const ramure_writer *writer = dot ? ramure_registry_find_writer(p->plugins, dot + 1) : NULL;

	if (!dot || (writer && strcmp(writer->extension, dot) == 0))
		return writer;
	ramure_registry_load_all(p->plugins);
	for (size_t i = 0; i < ramure_registry_writers(p->plugins); i++) {
		size_t extension, size = strlen(output);

		writer = ramure_registry_writer(p->plugins, i, NULL);
		extension = strlen(writer->extension);
		if (size > extension && strcmp(output + size - extension, writer->extension) == 0)
			return writer;
	}
	return NULL;
}

static int choose_writers(plan *p)
{
	const ramure_writer *named = writer_of_output(p);
	char *list = need(strdup(p->values->to ? p->values->to : named ? named->name : USUAL_WRITERS));
	char *rest = list;
	int status = EXIT_WRITTEN;

	for (char *name; status == EXIT_WRITTEN && (name = strsep(&rest, ","));) {
		name += strspn(name, " ");
		name[strcspn(name, " ")] = '\0';
		status = *name ? choose_writer(p, name) : EXIT_WRITTEN;
	}
	free(list);
	if (status == EXIT_WRITTEN && p->writer_count == 0) {
		speak_error(_("--to names no format"));
		return wrong_use();
	}
	return status;
}

/* Makes a folder and those above it. */
static bool make_folder(const char *path)
{
	char *part = need(strdup(path));
	bool made = true;

	for (char *slash = part + 1; made && *slash; slash++) {
		if (*slash != '/')
			continue;
		*slash = '\0';
		made = mkdir(part, 0777) == 0 || errno == EEXIST;
		*slash = '/';
	}
	if (made)
		made = mkdir(part, 0777) == 0 || (errno == EEXIST && is_folder(part));
	if (!made)
		speak_error(_("the folder '%s' cannot be made: %s"), path, strerror(errno));
	free(part);
	return made;
}

static int check_output(plan *p, size_t sources)
{
	const char *output = p->values->output;
	size_t size = output ? strlen(output) : 0;

	if (output && !size) {
		speak_error(_("-o names nothing"));
		return wrong_use();
	}
	if (!output)
		return EXIT_WRITTEN;
	if (strcmp(output, "-") == 0) {
		if (sources == 1 && p->writer_count == 1 && !p->values->notes && !isatty(STDOUT_FILENO))
			return EXIT_WRITTEN;
		speak_error(_("standard output takes one file, and no terminal"));
		speak_hint(_("type: ramure build my.md --to pdf -o - > my.pdf"));
		return EXIT_USAGE;
	}
	p->output_is_folder = output[size - 1] == '/' || is_folder(output);
	if (p->output_is_folder)
		return make_folder(output) ? EXIT_WRITTEN : EXIT_SYSTEM;
	if (sources > 1) {
		speak_error(_("-o '%s' names one document, but there are %zu sources"), output, sources);
		speak_hint(_("end it with '/' to name a folder: -o '%s/'"), output);
		return EXIT_USAGE;
	}
	return EXIT_WRITTEN;
}

static int make_request(plan *p)
{
	const build_values *v = p->values;

	if (!request_fill(&p->request, p->home, p->theme_path, v->theme, v->date, v->root))
		return EXIT_USAGE;
	p->request.strict = v->strict;
	p->request.notes = v->notes;
	p->request.verbose = v->verbose;
	request_ask(&p->request, p->asked, v->reference, v->embed_fonts);
	/* It may be an option of a writer that does not run. */
	if (p->request.option_count)
		ramure_registry_load_all(p->plugins);
	return EXIT_WRITTEN;
}

/* The source's name without its extension; "document" for standard input. */
static char *stem_of(const plan *p, const char *source)
{
	const char *output = p->values->output;
	const char *name = strrchr(source, '/');
	size_t size;
	char *stem;

	if (output && !p->output_is_folder) {
		const ramure_writer *named = writer_of_output(p);

		return need(strndup(output, strlen(output) - (named ? strlen(named->extension) : 0)));
	}
	if (strcmp(source, "-") == 0)
		source = "document";
	name = name ? name + 1 : source;
	size = strrchr(name, '.') && strrchr(name, '.') != name ? (size_t)(strrchr(name, '.') - name) : strlen(name);
	if (!output)
		return need(strndup(source, (size_t)(name - source) + size));
	stem = need(malloc(strlen(output) + size + 2));
	sprintf(stem, "%s%s%.*s", output, output[strlen(output) - 1] == '/' ? "" : "/", (int)size, name);
	return stem;
}

static void add_output(job *j, const ramure_writer *writer, const char *stem, bool notes)
{
	size_t size = strlen(stem) + strlen(writer->extension) + sizeof "-notes";
	char *path = need(malloc(size));

	if (strcmp(stem, "-") == 0)
		memcpy(path, stem, sizeof "-");
	else
		snprintf(path, size, "%s%s%s", stem, notes ? "-notes" : "", writer->extension);
	j->outputs[j->output_count++] = (job_output){ writer, path, notes };
}

static void plan_job(const plan *p, job *j, const char *source)
{
	char *stem = stem_of(p, source);

	*j = (job){ .source = source,
		    .request = p->request,
		    .limits = { p->values->seconds ? p->values->seconds : USUAL_SECONDS,
				p->values->megabytes ? p->values->megabytes : USUAL_MEGABYTES },
		    .colour = speak_in_colour() };
	j->request.source = (ramure_str){ source, strlen(source) };
	for (size_t i = 0; i < p->writer_count; i++) {
		add_output(j, p->writers[i], stem, false);
		if (p->values->notes && p->writers[i]->write_pages)
			add_output(j, p->writers[i], stem, true);
	}
	free(stem);
}

static int build_all(const plan *p, const word_list *sources)
{
	job *jobs = need(calloc(sources->count, sizeof *jobs));
	long together = p->values->together ? p->values->together : processors();
	int status = EXIT_USAGE;

	for (size_t i = 0; i < sources->count; i++)
		plan_job(p, &jobs[i], sources->items[i]);
	if (!outputs_clash(jobs, sources->count)) {
		status = jobs_run(jobs, sources->count, together, p->plugins);
		if (status == EXIT_WRITTEN && p->values->depfile &&
		    !depfile_write(p->values->depfile, jobs, sources->count))
			status = EXIT_SYSTEM;
	}
	jobs_free(jobs, sources->count);
	return status;
}

static int build_planned(plan *p, const word_list *sources)
{
	int status = make_request(p);

	if (status == EXIT_WRITTEN)
		status = check_output(p, sources->count);
	return status == EXIT_WRITTEN ? build_all(p, sources) : status;
}

static int run(const home *h, const void *values, const word_list *sources)
{
	bool sound;
	plan p = { .values = values, .home = h };
	int status;

	if (!sources->count) {
		speak_error(_("a source is missing"));
		speak_hint(_("type: ramure build my.md"));
		return EXIT_USAGE;
	}
	p.plugins = plugins_load(h, &p.values->plugin_folders);
	p.theme_path = themes_path(h);
	status = choose_writers(&p);
	sound = plugins_complain(p.plugins);
	if (status == EXIT_WRITTEN)
		status = build_planned(&p, sources);
	free(p.theme_path);
	ramure_registry_free(p.plugins);
	return sound || status == EXIT_USAGE ? status : EXIT_SYSTEM;
}

const command build_command = {
	.name = "build",
	.operands = N_("SOURCE…"),
	.summary = N_("write the slides and the report of each source"),
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.values_size = sizeof(build_values),
	.run = run,
};
