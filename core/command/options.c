/* options.c: the arguments of a subcommand against its table. */
#include "config.h"

#include "core/command/command.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void word_list_add(word_list *list, const char *word)
{
	list->items = need(realloc(list->items, (list->count + 1) * sizeof *list->items));
	list->items[list->count++] = word;
}

static const command_option *find_long(const command *c, const char *name, size_t size)
{
	for (size_t i = 0; i < c->option_count; i++)
		if (strlen(c->options[i].name) == size && memcmp(c->options[i].name, name, size) == 0)
			return &c->options[i];
	return NULL;
}

static const command_option *find_letter(const command *c, char letter)
{
	for (size_t i = 0; i < c->option_count; i++)
		if (c->options[i].letter == letter)
			return &c->options[i];
	return NULL;
}

static bool unknown_option(const command *c, const char *typed, size_t size)
{
	const char **names = need(calloc(c->option_count + 1, sizeof *names));
	char *word = need(strndup(typed, size));

	speak_error(_("'ramure %s' has no option '%s'"), c->name, word);
	for (size_t i = 0; i < c->option_count; i++) {
		size_t length = strlen(c->options[i].name) + 3;
		char *dashed = need(malloc(length));

		snprintf(dashed, length, "--%s", c->options[i].name);
		names[i] = dashed;
	}
	speak_nearest(word, names, c->option_count);
	if (access(typed, F_OK) == 0) {
		char *file = shell_word(typed);

		speak_hint(_("for the file of that name, type: ramure %s ./%s"), c->name, file);
		free(file);
	}
	speak_hint(_("type: ramure %s --help"), c->name);
	for (size_t i = 0; i < c->option_count; i++)
		free((void *)names[i]);
	free(names);
	free(word);
	return false;
}

static bool parse_count(const command_option *o, const char *text, long *out)
{
	/* More than any machine has, and small enough to be reckoned with. */
	enum { MOST = 100 * 1000 * 1000 };
	char *end;

	*out = strtol(text, &end, 10);
	if (*out > MOST)
		*out = MOST;
	if (end != text && !*end && *out >= 1)
		return true;
	speak_error(_("'%s' is no number for --%s"), text, o->name);
	speak_hint(_("type a whole number from 1, as in: --%s 2"), o->name);
	return false;
}

static bool store(const command_option *o, void *values, const char *text)
{
	void *place = (char *)values + o->offset;

	switch (o->type) {
	case OPTION_FLAG:
		*(bool *)place = true;
		return true;
	case OPTION_TEXT:
		*(const char **)place = text;
		return true;
	case OPTION_COUNT:
		return parse_count(o, text, place);
	case OPTION_LIST:
		word_list_add(place, text);
		return true;
	}
	return false;
}

/* One option at **at, whose value may be the next argument. */
static bool parse_option(const command *c, char ***at, void *values)
{
	const char *typed = **at;
	const command_option *o;
	const char *value = NULL;
	size_t size;

	/* -theme would be -t with a value. */
	if (typed[1] != '-' && find_long(c, typed + 1, strcspn(typed + 1, "=")))
		return unknown_option(c, typed, strcspn(typed, "="));
	if (typed[1] == '-') {
		size = strcspn(typed, "=");
		o = find_long(c, typed + 2, size - 2);
		if (typed[size])
			value = typed + size + 1;
	} else {
		size = 2;
		o = find_letter(c, typed[1]);
		if (typed[2])
			value = typed + 2;
	}
	if (!o)
		return unknown_option(c, typed, size);
	if (o->type == OPTION_FLAG && value) {
		speak_error(_("--%s takes no value"), o->name);
		return false;
	}
	if (o->type != OPTION_FLAG && !value && !(value = *++*at)) {
		speak_error(_("--%s lacks its value"), o->name);
		speak_hint(_("type: --%s %s"), o->name, _(o->value));
		return false;
	}
	return store(o, values, value);
}

bool options_parse(const command *c, char **arguments, void *values, word_list *operands, bool *help)
{
	bool only_operands = false;

	*help = false;
	for (; *arguments; arguments++) {
		const char *word = *arguments;

		if (only_operands || word[0] != '-' || !word[1])
			word_list_add(operands, word);
		else if (strcmp(word, "--") == 0)
			only_operands = true;
		else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
			*help = true;
		else if (!parse_option(c, &arguments, values))
			return false;
	}
	return true;
}

/* The file whose name begins with an operand and was taken apart at its spaces; NULL when there is none.  To be freed. */
static char *torn_name(const word_list *operands, size_t first)
{
	enum { WORDS = 16 }; /* of one name */
	char *name = need(strdup(operands->items[first]));
	size_t size = strlen(name);
	bool there = access(name, F_OK) == 0;

	for (size_t i = first + 1; !there && i < operands->count && i < first + WORDS; i++) {
		size_t more = strlen(operands->items[i]);

		name = need(realloc(name, size + more + 2));
		name[size] = ' ';
		memcpy(name + size + 1, operands->items[i], more + 1);
		size += more + 1;
		if (access(name, F_OK) == 0)
			return name;
	}
	free(name);
	return NULL;
}

bool operands_whole(const command *c, const word_list *operands)
{
	for (size_t i = 0; i < operands->count; i++) {
		char *name = torn_name(operands, i);

		if (name) {
			char *word = shell_word(name);

			speak_error(_("'%s' has a space in its name: it came as several names"), name);
			speak_hint(_("put it between quotes: ramure %s %s"), c->name, word);
			free(word);
			free(name);
			return false;
		}
	}
	return true;
}

void options_free(const command *c, void *values)
{
	for (size_t i = 0; i < c->option_count; i++)
		if (c->options[i].type == OPTION_LIST)
			free(((word_list *)(void *)((char *)values + c->options[i].offset))->items);
	free(values);
}
