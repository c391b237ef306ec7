/* load.c: the rules of a language and of a house, found and read. */
#include "core/typography/rules.h"

#include "core/base/files.h"
#include "core/base/gettext.h"
#include "core/context.h"

#include <string.h>
#include <unistd.h>

enum { JIT_STACK = 512 * 1024, LEAST_STACK = 32 * 1024 };

/* A pattern that needs more than this for one match is given up for the line it stands on. */
enum { MATCH_LIMIT = 100000, DEPTH_LIMIT = 1000, HEAP_LIMIT_KIB = 4096 };

static bool is_off(ramure_list off, ramure_str name)
{
	const ramure_string *names = off.items;

	for (size_t i = 0; i < off.count; i++)
		if (ramure_str_equal(names[i].text, name))
			return true;
	return false;
}

static void check_off(ramure_ctx *ctx, const typography *rules, ramure_list off)
{
	const ramure_string *names = off.items;

	for (size_t i = 0; i < off.count; i++) {
		bool known = false;

		for (size_t n = 0; n < rules->count && !known; n++)
			known = ramure_str_equal(rules->rules[n].name, names[i].text);
		if (known)
			continue;
		ramure_error(ctx, names[i].at, "no typography rule is called '%.*s'", (int)names[i].text.size,
			     names[i].text.data);
		ramure_hint(ctx, "`ramure typography --list` shows them all");
	}
}

/* The path of the rules of a language, in the first folder that has them; empty when none has. */
static ramure_str find_path(ramure_ctx *ctx, ramure_str lang)
{
	const char *folders = ctx->request.typography_path ? ctx->request.typography_path : "";
	const char *region = memchr(lang.data, '-', lang.size);
	int primary = (int)(region ? region - lang.data : (ptrdiff_t)lang.size); /* "fr" of "fr-CA" */
	bool is_name = !memchr(lang.data, '/', lang.size);

	while (*folders && is_name) {
		size_t size = strcspn(folders, ":");
		ramure_str path = ramure_format(ctx, "%.*s/%.*s.rules", (int)size, folders, primary, lang.data);

		if (access(path.data, R_OK) == 0)
			return path;
		folders += size + (folders[size] == ':');
	}
	return (ramure_str){ 0 };
}

bool typography_knows(ramure_ctx *ctx, ramure_str lang)
{
	return find_path(ctx, lang).size;
}

/* 0 after reporting. */
static uint32_t find_file(ramure_ctx *ctx, ramure_string lang)
{
	ramure_str path = find_path(ctx, lang.text);

	if (path.size)
		return files_read(ctx, path, lang.at, false);
	if (ramure_given(lang.at)) {
		ramure_error(ctx, lang.at, N_("there are no typography rules for the language '%.*s'"),
			     (int)lang.text.size, lang.text.data);
		ramure_hint(ctx, N_("to leave texts as they are typed, write in the front matter: typography: none"));
	} else {
		ramure_failure(ctx, N_("there are no typography rules for the language '%.*s'"), (int)lang.text.size,
			       lang.text.data);
		ramure_hint(ctx, N_("there are rules for 'fr' and 'en'; if these are missing, install ramure again"));
	}
	return 0;
}

/* The rules of a house: those of its file stand behind the language's.  They are tried at once, by themselves, because
 * one file may serve several languages. */
static bool read_own(ramure_ctx *ctx, typography *rules, ramure_str path, ramure_span from)
{
	uint32_t file = files_read(ctx, path, from, false);
	size_t before = rules->count;
	typography own;
	bool good;

	if (!file || !rules_read(ctx, rules, file))
		return false;
	if (rules->count == before)
		return true;
	own = *rules;
	own.rules += before;
	own.count -= before;
	own.shields = NULL;
	good = rules_try(ctx, &own);
	rules_free_shields(&own);
	return good;
}

static bool read_all(ramure_ctx *ctx, typography *rules, ramure_string lang, ramure_path own)
{
	bool none = ramure_str_equal(lang.text, RAMURE_STR("none"));
	uint32_t file = none ? 0 : find_file(ctx, lang);

	if (!none && (!file || !rules_read(ctx, rules, file)))
		return false;
	if (own.path.size && !read_own(ctx, rules, own.path, own.at))
		return false;
	return !ctx->request.rules.size || read_own(ctx, rules, ctx->request.rules, (ramure_span){ 0 });
}

typography *typography_load(ramure_ctx *ctx, ramure_string lang, ramure_list off, ramure_path own)
{
	typography *rules = RAMURE_NEW(ctx, typography);

	rules->match = pcre2_match_context_create(NULL);
	rules->found = pcre2_match_data_create(16, NULL);
	rules->stack = pcre2_jit_stack_create(LEAST_STACK, JIT_STACK, NULL);
	if (!rules->match || !rules->found || !rules->stack) {
		typography_release(rules);
		ramure_failure(ctx, "not enough memory for the typography rules");
		return NULL;
	}
	rules->sets_of[(unsigned char)RULES_OBJECT[2]] = SET_OBJECT;
	rules->set_count = 1;
	pcre2_set_match_limit(rules->match, MATCH_LIMIT);
	pcre2_set_depth_limit(rules->match, DEPTH_LIMIT);
	pcre2_set_heap_limit(rules->match, HEAP_LIMIT_KIB);
	pcre2_jit_stack_assign(rules->match, NULL, rules->stack);
	if (!read_all(ctx, rules, lang, own)) {
		typography_release(rules);
		return NULL;
	}
	for (size_t i = 0; i < rules->count; i++)
		rules->rules[i].off = is_off(off, rules->rules[i].name);
	if (rules->count)
		check_off(ctx, rules, off);
	return rules;
}

void typography_release(typography *rules)
{
	if (!rules)
		return;
	for (size_t i = 0; i < rules->count; i++)
		pcre2_code_free(rules->rules[i].code);
	rules_free_shields(rules);
	pcre2_match_data_free(rules->found);
	pcre2_match_context_free(rules->match);
	pcre2_jit_stack_free(rules->stack);
	*rules = (typography){ 0 };
}
