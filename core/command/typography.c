/* typography.c: `ramure typography`: a plain text under the rules of a language, or the list of these rules. */
#include "config.h"

#include "core/command/job.h"

#include <stdlib.h>
#include <string.h>

typedef struct typography_values {
	const char *lang, *rules;
	bool list;
} typography_values;

static const command_option options[] = {
	{ "lang", 0, OPTION_TEXT, N_("LANG"), offsetof(typography_values, lang),
	  N_("the language: fr (as long as you do not say), en or none") },
	{ "rules", 0, OPTION_TEXT, N_("FILE"), offsetof(typography_values, rules),
	  N_("a file of rules of your own, beside those of the language") },
	{ "list", 0, OPTION_FLAG, NULL, offsetof(typography_values, list), N_("list the rules instead") },
};

static void memory_is_out(void *closure, size_t wanted)
{
	(void)closure;
	(void)wanted;
	speak_error(_("there is not enough memory for this text"));
	exit(EXIT_SYSTEM);
}

static void put(ramure_str words)
{
	fwrite(words.data, 1, words.size, stdout);
}

/* Two spaces that look alike on a screen are shown as the rules' files write them. */
static void put_visible(ramure_str words)
{
	for (size_t i = 0; i < words.size; i++) {
		size_t left = words.size - i;

		if (left >= 2 && memcmp(words.data + i, "\xC2\xA0", 2) == 0) {
			putchar('~');
			i++;
		} else if (left >= 3 && memcmp(words.data + i, "\xE2\x80\xAF", 3) == 0) {
			fputs("·", stdout);
			i += 2;
		} else {
			putchar(words.data[i]);
		}
	}
}

static void put_example(const ramure_typography_example *example)
{
	bool keeps = ramure_str_equal(example->before, example->after);

	printf("\n        %s", keeps ? _("left as it is: ") : "");
	put_visible(example->before);
	if (!keeps) {
		fputs(" → ", stdout);
		put_visible(example->after);
	}
}

static void put_rule(const ramure_typography_rule *rule)
{
	ramure_str told = messages_in_french() ? rule->fr : rule->en;

	put(rule->name);
	if (told.size)
		fputs("\n    ", stdout);
	put(told);
	if (rule->where.size)
		printf("\n    %s%.*s", _("only in: "), (int)rule->where.size, rule->where.data);
	for (size_t i = 0; i < rule->example_count; i++)
		put_example(&rule->examples[i]);
	putchar('\n');
}

static bool list(ramure_ctx *ctx, ramure_str lang)
{
	size_t count;
	const ramure_typography_rule *rules = ramure_typography_rules(ctx, lang, &count);

	if (!rules)
		return false;
	for (size_t i = 0; i < count; i++)
		put_rule(&rules[i]);
	printf("\n%s\n", _("~ is a no-break space, · a narrow no-break space, ^{…} a superscript."));
	printf("%s %s\n", _("To do without some of them, write in the front matter:"),
	       _("typography-off: ellipsis, quotes"));
	return true;
}

/* Nobody reads what is left when standard output is closed: `ramure typography x | head`. */
static bool take(void *closure, ramure_str words)
{
	(void)closure;
	put(words);
	return !ferror(stdout);
}

static void show_messages(ramure_ctx *ctx)
{
	size_t count;
	const ramure_message *messages = ramure_messages(ctx, speak_in_colour(), &count);

	for (size_t i = 0; i < count; i++)
		fwrite(messages[i].shown.data, 1, messages[i].shown.size, stderr);
}

/* A text that cannot be read is its author's affair, missing rules are the system's. */
static int status_of(ramure_ctx *ctx)
{
	size_t count;
	const ramure_message *messages = ramure_messages(ctx, false, &count);

	for (size_t i = 0; i < count; i++)
		if (messages[i].severity == RAMURE_FAILURE_MESSAGE)
			return EXIT_SYSTEM;
	return EXIT_SOURCE;
}

static int run(const home *h, const void *values, const word_list *operands)
{
	const typography_values *v = values;
	const char *lang = v->lang ? v->lang : "fr";
	const char *path = operands->count ? operands->items[0] : "-";
	const ramure_request asked = { .source_date_epoch = -1,
				       .memory_limit = (size_t)USUAL_MEGABYTES * 1024 * 1024,
				       .typography_path = h->typography,
				       .rules = { v->rules, v->rules ? strlen(v->rules) : 0 } };
	ramure_ctx *ctx;
	bool done;
	int status;

	if (operands->count > 1 || (v->list && operands->count)) {
		speak_error(_("'ramure typography' takes no '%s'"), operands->items[operands->count - 1]);
		speak_hint(_("type: ramure %s --help"), "typography");
		return EXIT_USAGE;
	}
	ctx = need(ramure_ctx_new(&asked, NULL, memory_is_out, NULL));
	done = v->list ? list(ctx, (ramure_str){ lang, strlen(lang) })
		       : ramure_typography_file(ctx, (ramure_str){ lang, strlen(lang) },
						(ramure_str){ path, strlen(path) }, take, NULL);
	status = done ? EXIT_WRITTEN : status_of(ctx);
	show_messages(ctx);
	ramure_ctx_free(ctx);
	return status;
}

const command typography_command = {
	.name = "typography",
	.operands = N_("[FILE]"),
	.summary = N_("print a text as the rules of French or English want it"),
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.values_size = sizeof(typography_values),
	.run = run,
};
