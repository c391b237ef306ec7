/* kinds.c: `ramure kinds`: what people can write, read from the same tables that check it. */
#include "config.h"

#include "core/command/command.h"

#include <stdlib.h>
#include <string.h>

typedef struct kinds_values {
	word_list folders;
} kinds_values;

static const command_option options[] = {
	{ "plugin-dir", 0, OPTION_LIST, N_("DIR"), offsetof(kinds_values, folders), N_("one more folder of plugins") },
};

/* What one types for a value of each type. */
static const char *type_words(ramure_type type)
{
	switch (type) {
	case RAMURE_TEXT:
		return _("text");
	case RAMURE_MARKDOWN:
		return _("Markdown");
	case RAMURE_WORD:
		return _("word");
	case RAMURE_FLAG:
		return _("yes or no");
	case RAMURE_INTEGER:
		return _("whole number");
	case RAMURE_NUMBER:
		return _("number (35,2)");
	case RAMURE_PERCENT:
		return _("percentage (35 %)");
	case RAMURE_AMOUNT:
		return _("amount (8 M€)");
	case RAMURE_DATE:
		return _("date (2020-06-23)");
	case RAMURE_PERIOD:
		return _("period (2019–2021)");
	case RAMURE_TIME:
		return _("hour (14h30)");
	case RAMURE_DURATION:
		return _("duration (20 min)");
	case RAMURE_COLOUR:
		return _("colour (#1f5c4d)");
	case RAMURE_PATH:
		return _("file");
	case RAMURE_CHOICE:
		return _("one of");
	case RAMURE_PERSON:
		return _("person (name, role)");
	case RAMURE_RECORD:
		return _("fields");
	case RAMURE_MAP:
		return _("names and values of your own");
	}
	return "";
}

static const char *in_messages(ramure_word word)
{
	return messages_in_french() && word.fr ? word.fr : word.en ? word.en : "";
}

static void put_names(const char *en, const char *fr)
{
	if (strcmp(en, fr) == 0)
		printf("%s", en);
	else
		printf("%s · %s", messages_in_french() ? fr : en, messages_in_french() ? en : fr);
}

/* The value that is taken when none is given: a choice by its name in the language of the messages. */
static const char *initial_words(const ramure_field *field)
{
	for (size_t i = 0; i < field->choices.count; i++) {
		const ramure_option *option = ramure_row(field->choices, i);

		if (strcmp(option->en, field->initial) == 0 || strcmp(option->fr, field->initial) == 0)
			return messages_in_french() ? option->fr : option->en;
	}
	return field->initial;
}

static void put_field(const ramure_field *field, int depth)
{
	printf("%*s", 2 + 4 * depth, "");
	put_names(field->en, field->fr);
	printf("%s%s%s", _(": "), field->flags & RAMURE_MANY ? _("list of ") : "", type_words(field->type));
	for (size_t i = 0; i < field->choices.count; i++) {
		const ramure_option *option = ramure_row(field->choices, i);

		printf("%s%s", i ? ", " : " ", messages_in_french() ? option->fr : option->en);
	}
	if (field->flags & RAMURE_REQUIRED)
		printf(" (%s)", _("required"));
	if (field->flags & RAMURE_MAIN)
		printf(" (%s)", _("a bare text fills it"));
	if (field->flags & RAMURE_ROWS_FIELD)
		printf(" (%s)", _("a bare list or a file fills it"));
	if (field->flags & RAMURE_REPORT_ONLY)
		printf(" (%s)", _("report only"));
	if (field->flags & RAMURE_SLIDES_ONLY)
		printf(" (%s)", _("slides only"));
	if (field->initial && *field->initial)
		printf(" (%s %s)", _("when not given:"), initial_words(field));
	putchar('\n');
	if (field->doc.en)
		printf("%*s%s\n", 6 + 4 * depth, "", in_messages(field->doc));
}

/* Records in records, as deep as the loader lets them be. */
static void put_fields(ramure_rows fields, int depth)
{
	for (size_t i = 0; i < fields.count; i++) {
		const ramure_field *field = ramure_row(fields, i);

		put_field(field, depth);
		if (field->type == RAMURE_RECORD)
			put_fields(field->fields, depth + 1);
	}
}

static int show_kind(const ramure_kind *kind)
{
	put_names(kind->en, kind->fr);
	printf("\n%s\n", in_messages(kind->doc));
	if (kind->fields.count)
		putchar('\n');
	put_fields(kind->fields, 0);
	printf("\n%s\n", _("Every kind takes these too:"));
	put_fields(ramure_common_fields(), 0);
	if (kind->example)
		printf("\n%s\n\n%s", _("For example:"), kind->example);
	if (kind->example && kind->example[0] && kind->example[strlen(kind->example) - 1] != '\n')
		putchar('\n');
	return EXIT_WRITTEN;
}

static int show_document(const ramure_registry *r)
{
	printf("%s\n\n", _("What the front matter, between two lines of '---', can say of a document:"));
	put_fields(ramure_document_fields(), 0);
	for (size_t i = 0; i < ramure_registry_writers(r); i++) {
		const ramure_writer *writer = ramure_registry_writer(r, i, NULL);

		if (!writer->options.count)
			continue;
		putchar('\n');
		printf(_("And of its '%s':"), writer->extension);
		putchar('\n');
		put_fields(writer->options, 0);
	}
	return EXIT_WRITTEN;
}

static int by_name(const void *a, const void *b)
{
	const ramure_kind *const *x = a, *const *y = b;

	return messages_in_french() ? strcmp((*x)->fr, (*y)->fr) : strcmp((*x)->en, (*y)->en);
}

static int list_kinds(const ramure_registry *r)
{
	size_t count = ramure_registry_kinds(r);
	const ramure_kind **kinds = need(calloc(count + 1, sizeof *kinds));

	for (size_t i = 0; i < count; i++)
		kinds[i] = ramure_registry_kind(r, i, NULL);
	if (count)
		qsort(kinds, count, sizeof *kinds, by_name);
	for (size_t i = 0; i < count; i++) {
		put_names(kinds[i]->en, kinds[i]->fr);
		printf("\n    %s\n", in_messages(kinds[i]->doc));
	}
	free(kinds);
	printf("\n%s\n", _("The fields of one: ramure kinds KIND; of the front matter: ramure kinds document"));
	return EXIT_WRITTEN;
}

static int unknown_kind(const ramure_registry *r, const char *typed)
{
	size_t count = ramure_registry_kinds(r);
	const char **names = need(calloc(2 * count + 1, sizeof *names));

	for (size_t i = 0; i < count; i++) {
		names[2 * i] = ramure_registry_kind(r, i, NULL)->en;
		names[2 * i + 1] = ramure_registry_kind(r, i, NULL)->fr;
	}
	speak_error(_("there is no kind '%s'"), typed);
	speak_nearest(typed, names, 2 * count);
	speak_hint(_("type: ramure kinds"));
	free(names);
	return EXIT_USAGE;
}

static int show(ramure_registry *r, const char *typed)
{
	static const ramure_request nothing = { .source_date_epoch = -1 };
	ramure_ctx *ctx = need(ramure_ctx_new(&nothing, r, NULL, NULL));
	ramure_str name = { typed, strlen(typed) };
	const ramure_kind *kind = ramure_registry_find_kind(r, ctx, name);
	int status;

	if (kind)
		status = show_kind(kind);
	else if (ramure_name_equal(name, "document"))
		status = show_document(r);
	else
		status = unknown_kind(r, typed);
	ramure_ctx_free(ctx);
	return status;
}

static int run(const home *h, const void *values, const word_list *operands)
{
	const kinds_values *v = values;
	ramure_registry *r = plugins_load_all(h, &v->folders);
	bool sound = plugins_complain(r);
	int status = EXIT_WRITTEN;

	if (!operands->count)
		status = list_kinds(r);
	for (size_t i = 0; i < operands->count && status == EXIT_WRITTEN; i++)
		status = show(r, operands->items[i]);
	ramure_registry_free(r);
	return sound || status != EXIT_WRITTEN ? status : EXIT_SYSTEM;
}

const command kinds_command = {
	.name = "kinds",
	.operands = N_("[KIND|document]"),
	.summary = N_("list the kinds of blocks, or the fields of one"),
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.values_size = sizeof(kinds_values),
	.run = run,
};
