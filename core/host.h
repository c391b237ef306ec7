/* host.h: for programs that run the pipeline: the command, the tests, the fuzzers.  Not installed.
 *
 * A host finds the plugins once (section 1), then for each document makes a context with what was asked (section 2),
 * runs the way of a document (section 3), shows the messages (section 4) and sets a plain text (section 5). */
#ifndef RAMURE_HOST_H
#define RAMURE_HOST_H

#include "core/ramure.h"

/* ---- 1. Plugins ----------------------------------------------------------------------------------------------- */

typedef struct registry ramure_registry;

/* Where plugins are looked for, in this order. */
typedef struct ramure_search {
	const char *const *folders; /* --plugin-dir */
	size_t folder_count;
	const char *path;      /* RAMURE_PLUGIN_PATH, ':' between folders */
	const char *user;      /* $XDG_DATA_HOME/ramure/plugins */
	const char *installed; /* beside the program */
} ramure_search;

/* A plugin's file as found. */
typedef struct ramure_found_plugin {
	const char *path;
	const ramure_plugin *plugin; /* NULL when its descriptor could not be believed */
	const char *refusal;         /* why it is not used; NULL when it is */
	const char *hint;            /* what to do about it; may be NULL */
} ramure_found_plugin;

/* Never loads half a plugin: what is refused can be asked for with its reason.  A file named write-NAME.so waits until
 * the writer NAME is looked for, or all are.  NULL without memory. */
ramure_registry *ramure_registry_load(const ramure_search *where);
/* Loads what still waits: call it before you go over the plugins or the writers, unless those found so far will do. */
void ramure_registry_load_all(ramure_registry *r);
void ramure_registry_free(ramure_registry *r);
size_t ramure_registry_plugins(const ramure_registry *r);
const ramure_found_plugin *ramure_registry_plugin(const ramure_registry *r, size_t index);
size_t ramure_registry_kinds(const ramure_registry *r);
const ramure_kind *ramure_registry_kind(const ramure_registry *r, size_t index, const ramure_plugin **owner);
size_t ramure_registry_writers(const ramure_registry *r);
const ramure_writer *ramure_registry_writer(const ramure_registry *r, size_t index, const ramure_plugin **owner);
/* A name as a person typed it, or NULL. */
const ramure_kind *ramure_registry_find_kind(const ramure_registry *r, ramure_ctx *ctx, ramure_str name);
const ramure_writer *ramure_registry_find_writer(ramure_registry *r, const char *name);
/* The file of the plugin that a function belongs to, or NULL: for the word that ramure_ctx_share() shares. */
const char *ramure_registry_whose(const ramure_registry *r, uintptr_t function);

/* ---- 2. A conversion ------------------------------------------------------------------------------------------ */

/* An option of writers (ramure_writer.options) as the command line gives it; a path may lie anywhere. */
typedef struct ramure_asked {
	const char *name, *value;
} ramure_asked;

/* What the person who runs the command asked for; zero values are "not asked". */
typedef struct ramure_request {
	ramure_str source; /* path of the source; "-" for standard input */
	ramure_str theme;  /* --theme */
	ramure_str date;   /* --date, as typed */
	ramure_str root;   /* --root */
	bool strict;
	bool notes; /* --notes: a second PDF with the speaker notes */
	bool verbose;
	bool folder_told;         /* what is to be said of the source's folder was said beside another source of it */
	const char *const *allow; /* --allow: names of messages to leave out, beside those of the source */
	size_t allow_count;
	const ramure_asked *options; /* these win over the source's */
	size_t option_count;
	int64_t source_date_epoch;   /* -1 when absent */
	const char *theme_path;      /* folders of themes, ':' between them */
	const char *typography_path; /* folders of typography rules, likewise */
	ramure_str rules;            /* a file of rules beside those of the language */
	size_t memory_limit;         /* bytes of the conversion's own memory, 0 for the default */
} ramure_request;

/* Called once when memory is out; must not return. */
typedef void ramure_exhausted(void *closure, size_t wanted);

ramure_ctx *ramure_ctx_new(const ramure_request *asked, ramure_registry *plugins, ramure_exhausted *exhausted,
			   void *closure);
void ramure_ctx_free(ramure_ctx *ctx);
/* From now on the plugin's function that is being called stands in *word (0 between calls), in memory that another
 * process may read. */
void ramure_ctx_share(ramure_ctx *ctx, volatile uintptr_t *word);
/* The nearest of some names to what was typed, or NULL: "did you mean". */
const char *ramure_nearest(ramure_ctx *ctx, const char *typed, const char *const *names, size_t count);
/* The fields of the front matter (ramure_field). */
ramure_rows ramure_document_fields(void);
/* The fields that every kind takes beside its own (ramure_field). */
ramure_rows ramure_common_fields(void);
/* The version, as --version shows it. */
const char *ramure_version(void);

/* ---- 3. The way of a document --------------------------------------------------------------------------------- */

/* One file to write.  `notes` is the second PDF of --notes. */
typedef struct ramure_output {
	const ramure_writer *writer;
	ramure_sink *sink;
	bool notes;
} ramure_output;

/* Reads the source, then for every medium that a target needs expands, polishes, lays out and writes.  Nothing is
 * written when the source has errors; what stands in the sinks then is worth nothing. */
ramure_status ramure_convert(ramure_ctx *ctx, const ramure_output *targets, size_t count);
/* The same from a text in memory, named so in messages. */
ramure_status ramure_convert_text(ramure_ctx *ctx, const char *name, ramure_str text, const ramure_output *targets,
				  size_t count);

/* The same without an output: the sinks take what nobody reads.  Beside what a build says, gives advice on the polished
 * documents; with `strict`, a warning or an advice that the author does not accept rejects the source. */
ramure_status ramure_check(ramure_ctx *ctx, const ramure_output *targets, size_t count);

/* For `ramure check --list`, structs that begin with a ramure_notice: what the checks may advise, and what the core may
 * say of any build. */
ramure_rows ramure_checks(void);
ramure_rows ramure_notices(void);

/* A sink into an open file, which the caller closes after ramure_sink_finish(); `name` for messages. */
ramure_sink *ramure_sink_to_file(ramure_ctx *ctx, int fd, const char *name);
/* A sink into memory of the conversion. */
ramure_sink *ramure_sink_to_memory(ramure_ctx *ctx);
ramure_str ramure_sink_bytes(const ramure_sink *sink);
/* Writes what is still in memory and asks the disk whether all is there.  False after reporting. */
bool ramure_sink_finish(ramure_sink *sink);

/* The document after expand and polish, and its pages, as text: for golden tests. */
ramure_str ramure_dump_document(ramure_ctx *ctx, const char *path, ramure_medium medium);
ramure_str ramure_dump_pages(ramure_ctx *ctx, const char *path);
/* All words of the document after polish, a line for each text: what must be in the output (HACKING.md 3).  Texts
 * of figures follow a '~': a figure may have two forms of one text, and shows one of them. */
ramure_str ramure_dump_words(ramure_ctx *ctx, const char *path, ramure_medium medium);

/* ---- 4. Messages ---------------------------------------------------------------------------------------------- */

typedef enum ramure_severity {
	RAMURE_INFO_MESSAGE,
	RAMURE_ADVICE_MESSAGE,
	RAMURE_WARNING_MESSAGE,
	RAMURE_ERROR_MESSAGE,
	RAMURE_FAILURE_MESSAGE
} ramure_severity;

/* A message as it is to be shown. */
typedef struct ramure_message {
	ramure_severity severity;
	const char *name; /* NULL when it has none */
	ramure_str file;  /* empty when it has no place */
	ramure_span at;
	ramure_str message;
	ramure_str hint;
	ramure_str shown; /* all of it with its source line, ready for a terminal or a log */
} ramure_message;

/* The messages in the order of their places; those that the author accepts (`allow:`) are left out, and so are
 * informations unless --verbose.  The array lives as long as the conversion. */
const ramure_message *ramure_messages(ramure_ctx *ctx, bool colour, size_t *count);
/* The names of the informations that it leaves out for want of --verbose, each once: "parked, chapter-closing"; and how
 * many they are. */
ramure_str ramure_messages_unsaid(ramure_ctx *ctx, size_t *count);
/* One message as a JSON object (RFC 8259), for editors: file, line, column, length, severity, name, message, hint. What
 * it lacks is null, or 0 for a number. */
ramure_str ramure_message_json(ramure_ctx *ctx, const ramure_message *message);
/* The keys of theme.yaml: rows of theme_key (theme/theme_keys.h). */
ramure_rows ramure_theme_keys(void);
/* The files that were read so far. */
size_t ramure_files(ramure_ctx *ctx);
ramure_str ramure_file_path(ramure_ctx *ctx, size_t index);

/* ---- 5. Typography -------------------------------------------------------------------------------------------- */

typedef struct ramure_typography_example {
	ramure_str before, after; /* the same where the rule keeps others from changing a text */
} ramure_typography_example;

/* A rule as people are told of it. */
typedef struct ramure_typography_rule {
	ramure_str name, en, fr;
	ramure_str where; /* "titles tables"; empty for everywhere */
	const ramure_typography_example *examples;
	size_t example_count;
} ramure_typography_rule;

/* The rules of a language ("fr", "en"; "none" has none), in the order in which they run.  NULL after reporting. */
const ramure_typography_rule *ramure_typography_rules(ramure_ctx *ctx, ramure_str lang, size_t *count);
/* Takes the next words of a result; false to have no more of it. */
typedef bool ramure_take(void *closure, ramure_str words);
/* A text file ("-" for standard input) under these rules, line for line; superscripts are read as ^{e} or <sup>e</sup>,
 * and shown as ^{e}.  Lines are given to `take` as they are done, so that a text may have any size.  False after
 * reporting, or when `take` said so. */
bool ramure_typography_file(ramure_ctx *ctx, ramure_str lang, ramure_str path, ramure_take *take, void *closure);

#endif
