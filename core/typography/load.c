/* load.c: the rules of a language, found, compiled and tried. */
#include "core/typography/rules.h"

#include "core/base/buf.h"
#include "core/base/files.h"
#include "core/base/gettext.h"
#include "core/context.h"

#include <string.h>
#include <unistd.h>

enum { JIT_STACK = 512 * 1024, LEAST_STACK = 32 * 1024 };

/* A pattern that needs more than this for one match is given up for the line it stands on. */
enum { MATCH_LIMIT = 100000, DEPTH_LIMIT = 1000, HEAP_LIMIT_KIB = 4096 };

/* Bytes that a rule has searched when machine code begins to pay for its making. */
enum { WORTH_JIT = 16 * 1024 };

rule *rules_shield(ramure_ctx *ctx, typography *rules, uint32_t entries)
{
	static const rule_piece object = { .words = { RULES_OBJECT, sizeof RULES_OBJECT - 1 } };
	shield *fresh;
	buf find = buf_on(ctx->arena), names = buf_on(ctx->arena);
	uint32_t number = 0;

	for (shield *s = rules->shields; s; s = s->next)
		if (s->entries == entries)
			return &s->rule;
	/* Objects that stand in the text already are found too: the nth sign is then always the nth thing hidden. */
	buf_puts(&find, "\\x{FFFC}");
	fresh = RAMURE_NEW(ctx, shield);
	*fresh =
		(shield){ .next = rules->shields, .entries = entries, .rule = { .pieces = &object, .piece_count = 1 } };
	for (size_t i = 0; i < rules->count; i++) {
		const rule *r = &rules->rules[i];

		if (!r->protects || !(entries & UINT32_C(1) << number++))
			continue;
		buf_format(&find, "|(?:%.*s)", (int)r->find.size, r->find.data);
		buf_puts(&names, names.size ? ", " : "");
		buf_put_str(&names, r->name);
		fresh->rule.find_at = r->find_at;
	}
	fresh->rule.name = buf_str(&names);
	fresh->rule.find = buf_str(&find);
	return &(rules->shields = fresh)->rule;
}

/* Whether the pattern has every group that is put. */
static bool has_groups(ramure_ctx *ctx, rule *r)
{
	uint32_t groups = 0;

	pcre2_pattern_info(r->code, PCRE2_INFO_CAPTURECOUNT, &groups);
	for (size_t i = 0; i < r->piece_count && !r->broken; i++)
		if (r->pieces[i].group > groups) {
			ramure_error(ctx, r->find_at, N_("'\\%u' is put, and the pattern has no such group"),
				     (unsigned)r->pieces[i].group);
			ramure_hint(ctx, N_("put what it is to keep between ( and )"));
			r->broken = true;
		}
	return !r->broken;
}

static bool compile(ramure_ctx *ctx, rule *r)
{
	int error;
	size_t at;
	unsigned char words[256];

	r->code = pcre2_compile((PCRE2_SPTR)r->find.data, r->find.size,
				PCRE2_UTF | PCRE2_UCP | PCRE2_EXTENDED | PCRE2_MULTILINE | PCRE2_NO_UTF_CHECK |
					PCRE2_NEVER_BACKSLASH_C,
				&error, &at, NULL);
	if (r->code)
		return has_groups(ctx, r);
	pcre2_get_error_message(error, words, sizeof words);
	ramure_error(ctx, r->find_at, N_("the pattern of the rule '%.*s' is broken: %s"), (int)r->name.size,
		     r->name.data, (const char *)words);
	ramure_hint(ctx, N_("a bracket, a dot, a star, a question mark meant as itself needs a '\\' before it"));
	r->broken = true;
	return false;
}

bool rules_compile(ramure_ctx *ctx, rule *r, size_t line_size)
{
	if (r->broken || (!r->code && !compile(ctx, r)))
		return false;
	if (r->fast || r->searched > WORTH_JIT)
		return true;
	/* Making machine code takes longer than a page of text; failing at it costs only time. */
	r->searched += line_size;
	if (r->searched > WORTH_JIT)
		r->fast = pcre2_jit_compile(r->code, PCRE2_JIT_COMPLETE) == 0;
	return true;
}

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

void rules_free_shields(const typography *rules)
{
	for (const shield *s = rules->shields; s; s = s->next)
		pcre2_code_free(s->rule.code);
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
