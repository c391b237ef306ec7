/* check.c: `ramure check`: what a build would say, and advice, without writing anything. */
#include "core/command/job.h"

#include <stdlib.h>
#include <string.h>

typedef struct check_values {
	const char *theme, *date, *root, *format, *reference;
	word_list allow, plugin_folders;
	long together, seconds, megabytes;
	bool strict, list, embed_fonts;
} check_values;

static const command_option options[] = {
	{ "strict", 0, OPTION_FLAG, NULL, offsetof(check_values, strict), N_("treat warnings and advice as errors") },
	{ "allow", 0, OPTION_LIST, N_("NAME"), offsetof(check_values, allow), N_("leave out the messages of a name") },
	{ "list", 0, OPTION_FLAG, NULL, offsetof(check_values, list),
	  N_("list what may be said instead, by its names") },
	{ "format", 0, OPTION_TEXT, N_("text|json"), offsetof(check_values, format),
	  N_("how messages are written: for people (on standard error) or for editors (on standard output)") },
	{ "theme", 0, OPTION_TEXT, N_("THEME"), offsetof(check_values, theme), N_("a theme other than the source's") },
	{ "date", 0, OPTION_TEXT, N_("DATE"), offsetof(check_values, date),
	  N_("the document's date, as in 2020-06-23") },
	{ "root", 0, OPTION_TEXT, N_("DIR"), offsetof(check_values, root), N_("the folder that no path may leave") },
	{ "reference", 0, OPTION_TEXT, N_("FILE.odt"), offsetof(check_values, reference),
	  N_("a template from which the report takes styles, page set-up, header and footer") },
	{ "embed-fonts", 0, OPTION_FLAG, NULL, offsetof(check_values, embed_fonts),
	  N_("put the fonts of the report into its file") },
	{ "jobs", 'j', OPTION_COUNT, N_("N"), offsetof(check_values, together), N_("documents to check at once") },
	{ "plugin-dir", 0, OPTION_LIST, N_("DIR"), offsetof(check_values, plugin_folders),
	  N_("one more folder of plugins") },
	{ "max-time", 0, OPTION_COUNT, N_("SECONDS"), offsetof(check_values, seconds),
	  N_("processor time that one document may take (60)") },
	{ "max-memory", 0, OPTION_COUNT, N_("MEGABYTES"), offsetof(check_values, megabytes),
	  N_("memory that one document may take (2048)") },
};

static void list_names(ramure_rows rows)
{
	for (size_t i = 0; i < rows.count; i++) {
		const ramure_notice *row = ramure_row(rows, i);

		printf("%s\n    %s\n", row->name, messages_in_french() ? row->doc.fr : row->doc.en);
	}
}

static int list_checks(const home *h, const check_values *v)
{
	ramure_registry *plugins = plugins_load_all(h, &v->plugin_folders);
	bool sound = plugins_complain(plugins);

	printf("%s\n\n", _("Advice, given by `ramure check`:"));
	list_names(ramure_checks());
	printf("\n%s\n\n", _("Warnings and notes, said by `ramure build` too:"));
	list_names(ramure_notices());
	for (size_t i = 0; i < ramure_registry_plugins(plugins); i++) {
		const ramure_found_plugin *found = ramure_registry_plugin(plugins, i);

		if (found->plugin && !found->refusal)
			list_names(found->plugin->notices);
	}
	ramure_registry_free(plugins);
	printf("\n%s allow: [empty-slide, link-text]\n", _("To accept some of them, write in the front matter:"));
	return sound ? EXIT_WRITTEN : EXIT_SYSTEM;
}

/* Every writer has its say on what it would write. */
static void plan_job(const check_values *v, ramure_registry *plugins, const ramure_request *request, job *j,
		     const char *source)
{
	*j = (job){ .source = source,
		    .request = *request,
		    .limits = { v->seconds ? v->seconds : USUAL_SECONDS,
				v->megabytes ? v->megabytes : USUAL_MEGABYTES },
		    .colour = speak_in_colour(),
		    .checks = true,
		    .json = v->format && strcmp(v->format, "json") == 0 };
	j->request.source = (ramure_str){ source, strlen(source) };
	for (size_t i = 0; i < ramure_registry_writers(plugins) && i < MOST_OUTPUTS; i++)
		j->outputs[j->output_count++].writer = ramure_registry_writer(plugins, i, NULL);
}

static size_t folder_size(const char *source)
{
	const char *slash = strrchr(source, '/');

	return slash ? (size_t)(slash - source) + 1 : 0;
}

/* Whether a source before this one lies in the same folder, as it was typed. */
static bool is_neighbour(const word_list *sources, size_t i)
{
	size_t size = folder_size(sources->items[i]);

	for (size_t before = 0; before < i; before++)
		if (folder_size(sources->items[before]) == size &&
		    memcmp(sources->items[before], sources->items[i], size) == 0)
			return true;
	return false;
}

static int check_all(const check_values *v, ramure_registry *plugins, const ramure_request *request,
		     const word_list *sources)
{
	job *jobs = need(calloc(sources->count, sizeof *jobs));
	int status;

	for (size_t i = 0; i < sources->count; i++) {
		plan_job(v, plugins, request, &jobs[i], sources->items[i]);
		jobs[i].request.folder_told = is_neighbour(sources, i);
	}
	if (jobs[0].json)
		putchar('[');
	status = jobs_run(jobs, sources->count, v->together ? v->together : processors(), plugins);
	if (jobs[0].json)
		puts("\n]");
	jobs_free(jobs, sources->count);
	return status;
}

static int check_sources(const home *h, const check_values *v, const word_list *sources)
{
	ramure_registry *plugins = plugins_load_all(h, &v->plugin_folders);
	bool sound = plugins_complain(plugins);
	char *theme_path = themes_path(h);
	ramure_request request;
	ramure_asked asked[2];
	int status = EXIT_USAGE;

	if (request_fill(&request, h, theme_path, v->theme, v->date, v->root)) {
		request.strict = v->strict;
		request.verbose = true;
		request_ask(&request, asked, v->reference, v->embed_fonts);
		request.allow = v->allow.items;
		request.allow_count = v->allow.count;
		status = check_all(v, plugins, &request, sources);
	}
	free(theme_path);
	ramure_registry_free(plugins);
	return sound || status == EXIT_USAGE ? status : EXIT_SYSTEM;
}

static int run(const home *h, const void *values, const word_list *sources)
{
	const check_values *v = values;

	if (v->list)
		return list_checks(h, v);
	if (v->format && strcmp(v->format, "text") != 0 && strcmp(v->format, "json") != 0) {
		speak_error(_("there is no format '%s'"), v->format);
		speak_hint(_("type: --format json"));
		return EXIT_USAGE;
	}
	if (!sources->count) {
		speak_error(_("a source is missing"));
		speak_hint(_("type: ramure check my.md"));
		return EXIT_USAGE;
	}
	return check_sources(h, v, sources);
}

const command check_command = {
	.name = "check",
	.operands = N_("SOURCE…"),
	.summary = N_("say what a build would say, and give advice"),
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.values_size = sizeof(check_values),
	.run = run,
};
