/* main.c: ramure(1): the table of its subcommands, and help. */
#include "config.h"

#include "core/command/command.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const command *const commands[] = { &build_command,   &check_command,  &kinds_command,
					   &plugins_command, &themes_command, &typography_command };
enum { COMMANDS = sizeof commands / sizeof *commands };

/* Columns that a UTF-8 text takes, as far as a help text needs it. */
static int columns(const char *text)
{
	int count = 0;

	for (; *text; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

static void put_row(const char *left, const char *right)
{
	enum { LEFT = 26 };
	int width = columns(left);

	if (width >= LEFT)
		printf("  %s\n  %*s%s\n", left, LEFT, "", right);
	else
		printf("  %s%*s%s\n", left, LEFT - width, "", right);
}

static int show_help(void)
{
	printf("%s\n\n", _("ramure turns plain-text sources into slides (PDF) and reports (ODT)."));
	printf("%s ramure %s\n\n", _("usage:"), _("COMMAND [OPTION…] [SOURCE…]"));
	for (size_t i = 0; i < COMMANDS; i++) {
		char left[80];

		snprintf(left, sizeof left, "%s %s", commands[i]->name, _(commands[i]->operands));
		put_row(left, _(commands[i]->summary));
	}
	put_row("--help, --version", _("show this help; show the version"));
	printf("\n%s ramure %s --help\n", _("The options of a command:"), _("COMMAND"));
	printf("%s ramure build %s\n", _("A first try:"), _("my.md"));
	return EXIT_WRITTEN;
}

static int show_command_help(const command *c)
{
	printf("%s ramure %s %s%s\n\n%s\n\n", _("usage:"), c->name, c->option_count ? _("[OPTION…] ") : "",
	       _(c->operands), _(c->summary));
	for (size_t i = 0; i < c->option_count; i++) {
		const command_option *o = &c->options[i];
		char left[80];

		snprintf(left, sizeof left, "%s%c%s--%s%s%s", o->letter ? "-" : "", o->letter ? o->letter : ' ',
			 o->letter ? ", " : "   ", o->name, o->value ? " " : "", o->value ? _(o->value) : "");
		put_row(left, _(o->help));
	}
	put_row("-h, --help", _("show this help"));
	return EXIT_WRITTEN;
}

static int run(const command *c, const home *h, char **arguments)
{
	void *values = need(calloc(1, c->values_size));
	word_list operands = { 0 };
	bool help;
	int status = EXIT_USAGE;

	if (options_parse(c, arguments, values, &operands, &help))
		status = help                           ? show_command_help(c)
			 : operands_whole(c, &operands) ? c->run(h, values, &operands)
							: EXIT_USAGE;
	free(operands.items);
	options_free(c, values);
	return status;
}

static int unknown_command(const char *typed)
{
	const char *names[COMMANDS];

	for (size_t i = 0; i < COMMANDS; i++)
		names[i] = commands[i]->name;
	speak_error(_("there is no command '%s'"), typed);
	if (typed[0] == '-') {
		speak_hint(_("options stand behind a command: ramure build %s …"), typed);
	} else if (access(typed, F_OK) == 0) {
		char *source = shell_word(typed);

		speak_hint(_("to build it, type: ramure build %s"), source);
		free(source);
	} else {
		speak_nearest(typed, names, COMMANDS);
		speak_hint(_("type: ramure --help"));
	}
	return EXIT_USAGE;
}

static int dispatch(const home *h, char **arguments)
{
	const char *name = arguments[0];

	if (!name) {
		speak_error(_("a command is missing"));
		speak_hint(_("type: ramure --help"));
		return EXIT_USAGE;
	}
	if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0)
		return show_help();
	if (strcmp(name, "--version") == 0) {
		printf("ramure %s\n", ramure_version());
		return EXIT_WRITTEN;
	}
	for (size_t i = 0; i < COMMANDS; i++)
		if (strcmp(name, commands[i]->name) == 0)
			return run(commands[i], h, arguments + 1);
	return unknown_command(name);
}

/* A stream that the caller has closed would lend its number to the first file that is opened, and its words would go
 * there.  Each is opened again, so that what uses it fails. */
static void open_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
			exit(EXIT_SYSTEM);
}

int main(int count, char **arguments)
{
	home h;
	int status, trouble;

	open_streams();
	/* A file that is too large is an error of write(), not a signal. */
	signal(SIGXFSZ, SIG_IGN);

	/* Only messages follow the person's locale; numbers and dates of documents never do. */
	setlocale(LC_CTYPE, "");
	setlocale(LC_MESSAGES, "");
	home_find(&h);
	bindtextdomain(RAMURE_DOMAIN, h.locale);
	bind_textdomain_codeset(RAMURE_DOMAIN, "UTF-8");
	status = dispatch(&h, arguments + (count > 0));
	trouble = fflush(stdout) != 0 ? errno : ferror(stdout) ? EIO : 0;
	if (trouble && status != EXIT_SYSTEM) {
		speak_error(_("'%s' cannot be written: %s"), _("standard output"), strerror(trouble));
		status = EXIT_SYSTEM;
	}
	home_free(&h);
	return status;
}
