/* command.h: ramure(1): what its subcommands share. */
#ifndef RAMURE_COMMAND_H
#define RAMURE_COMMAND_H

#include "core/base/gettext.h"
#include "core/host.h"

#include <stdio.h>

/* What the command answers to the shell. */
enum { EXIT_WRITTEN = 0, EXIT_SOURCE = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

/* Where the program finds what belongs to it: beside itself in a build tree, else under the prefix it stands in. */
typedef struct home {
	char *plugins;
	char *themes;
	char *typography;
	char *locale;
} home;

void home_find(home *h);
void home_free(home *h);
bool is_folder(const char *path);

/* ---- options.c ---- */

typedef enum option_type {
	OPTION_FLAG,  /* bool */
	OPTION_TEXT,  /* const char * */
	OPTION_COUNT, /* long, at least 1 */
	OPTION_LIST,  /* word_list: may be given several times */
} option_type;

typedef struct word_list {
	const char **items;
	size_t count;
} word_list;

/* One row of a subcommand's table. */
typedef struct command_option {
	const char *name; /* "theme" for --theme */
	char letter;      /* 'o' for -o, 0 for none */
	option_type type;
	const char *value; /* how its value is called in the help; NULL for a flag */
	size_t offset;     /* in the subcommand's struct */
	const char *help;
} command_option;

typedef struct command {
	const char *name;
	const char *operands; /* "SOURCE…" */
	const char *summary;
	const command_option *options;
	size_t option_count;
	size_t values_size; /* of the struct that the options fill */
	int (*run)(const home *h, const void *values, const word_list *operands);
} command;

/* Fills `values` and `operands` from the arguments after the subcommand's name; `*help` when --help was among them.
 * False after saying what is wrong. */
bool options_parse(const command *c, char **arguments, void *values, word_list *operands, bool *help);
/* False after saying that a file's name was taken apart at its spaces. */
bool operands_whole(const command *c, const word_list *operands);
void options_free(const command *c, void *values);
void word_list_add(word_list *list, const char *word);

/* ---- speak.c ---- */

/* A message of the command itself on standard error: `ramure: error: …`. */
void speak_error(const char *format, ...) RAMURE_PRINTF(1, 2);
void speak_hint(const char *format, ...) RAMURE_PRINTF(1, 2);
/* "did you mean": a hint when one of the names is near. */
void speak_nearest(const char *typed, const char *const *names, size_t count);
/* A word as the shell takes it: between quotes where it must be.  To be freed. */
char *shell_word(const char *word);
/* Whether messages may be coloured: a terminal that did not say NO_COLOR. */
bool speak_in_colour(void);
/* Memory that the command itself cannot do without. */
void *need(void *memory);

/* ---- plugins.c, themes.c ---- */

/* $XDG_DATA_HOME/ramure/NAME, or NULL. */
char *user_folder(const char *name);
/* The folders of themes, ':' between them. */
char *themes_path(const home *h);

/* Loads the plugins, but for writers that wait until they are asked for. */
ramure_registry *plugins_load(const home *h, const word_list *folders);
/* Loads all of them. */
ramure_registry *plugins_load_all(const home *h, const word_list *folders);
/* Says on standard error which plugins were refused and what to do; true when all are sound. */
bool plugins_complain(const ramure_registry *r);

extern const command build_command, check_command, kinds_command, plugins_command, themes_command, typography_command;

#endif
