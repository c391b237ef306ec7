/* rules.c: reading a file of rules.
 *
 * The file is lines; a word at the start of a line opens an entry, indented lines go on with it:
 *
 *	let NAME words             `%NAME%` in later patterns and words
 *	rule NAME                  (or `protect NAME`: what it finds is hidden from the rules)
 *	  en, fr   sentence        what the rule does, for people
 *	  where    places          of text, titles, tables, figures, captions, front-matter; everywhere when not said
 *	  needs    signs           a line without any of them is passed over; of several groups, it must hold one each
 *	  holds    words           the same of whole words, `_` and `~` in them as in `put`
 *	  find     pattern         PCRE2, extended: spaces and line ends in it mean nothing; \d is 0 to 9
 *	  put      words           \1…\9 what a group found, in order; _ a space, ~ U+00A0, · U+202F, ^{e} a superscript
 *	  yes      before => after, written as in `put`
 *	  no       text that must not change
 */
#include "core/typography/rules.h"

#include "core/base/buf.h"
#include "core/base/files.h"
#include "core/base/gettext.h"
#include "core/base/str.h"
#include "core/context.h"

#include <string.h>

enum { MOST_RULES = 512, MOST_PROTECTED = 32, MOST_NAMES = 64, MOST_PIECES = 32, MOST_HOLDS = 16 };

/* Bytes of a pattern with its names written out, which may double from one `let` to the next. */
enum { LONGEST_PATTERN = 64 * 1024 };

typedef struct definition {
	ramure_str name, words;
} definition;

typedef struct reader {
	ramure_ctx *ctx;
	typography *rules;
	rule *current;
	rule_example **examples_end; /* of the current rule */
	definition definitions[MOST_NAMES];
	size_t definition_count, protected_count;
	bool failed;
} reader;

/* A logical line: its first word, the rest with continuation lines joined by spaces. */
typedef struct entry {
	ramure_span at, rest_at;
	ramure_str word, rest;
} entry;

static ramure_str trimmed(ramure_str s)
{
	while (s.size && (s.data[0] == ' ' || s.data[0] == '\t')) {
		s.data++;
		s.size--;
	}
	while (s.size && (s.data[s.size - 1] == ' ' || s.data[s.size - 1] == '\t' || s.data[s.size - 1] == '\r'))
		s.size--;
	return s;
}

static bool is(ramure_str s, const char *word)
{
	return s.size == strlen(word) && memcmp(s.data, word, s.size) == 0;
}

static ramure_str next_line(ramure_str text, size_t *at)
{
	const char *start = text.data + *at;
	const char *end = memchr(start, '\n', text.size - *at);
	size_t size = end ? (size_t)(end - start) : text.size - *at;

	*at += size + (end != NULL);
	return (ramure_str){ start, size };
}

ramure_str rules_unfold(ramure_ctx *ctx, ramure_str s)
{
	buf out = buf_on(ctx->arena);
	bool raised = false;

	for (size_t i = 0; i < s.size; i++) {
		if (s.data[i] == '_') {
			buf_putc(&out, ' ');
		} else if (s.data[i] == '~') {
			buf_puts(&out, "\xC2\xA0");
		} else if (s.data[i] == '\xC2' && i + 1 < s.size && s.data[i + 1] == '\xB7') {
			buf_puts(&out, "\xE2\x80\xAF");
			i++;
		} else if (s.data[i] == '^' && i + 1 < s.size && s.data[i + 1] == '{') {
			buf_puts(&out, RULES_SUP);
			raised = true;
			i++;
		} else if (s.data[i] == '}' && raised) {
			buf_puts(&out, RULES_SUP_END);
			raised = false;
		} else {
			buf_putc(&out, s.data[i]);
		}
	}
	return buf_str(&out);
}

static void read_put(reader *r, const entry *e)
{
	ramure_str put = rules_unfold(r->ctx, e->rest);
	rule_piece pieces[MOST_PIECES], *kept;
	size_t count = 0, start = 0, i = 0;
	uint32_t last = 0;

	while (i < put.size && count + 2 < MOST_PIECES) {
		if (put.data[i] != '\\' || i + 1 >= put.size || put.data[i + 1] < '1' || put.data[i + 1] > '9') {
			i++;
			continue;
		}
		if (i > start)
			pieces[count++] = (rule_piece){ .words = { put.data + start, i - start } };
		pieces[count] = (rule_piece){ .group = (uint32_t)(put.data[i + 1] - '0') };
		/* Places are carried over from source to result in one pass, which needs the order of the text. */
		if (pieces[count].group <= last) {
			ramure_error(r->ctx, e->rest_at, "groups must be put in the order in which they are found");
			r->failed = true;
		}
		last = pieces[count++].group;
		start = i += 2;
	}
	if (start < put.size)
		pieces[count++] = (rule_piece){ .words = { put.data + start, put.size - start } };
	r->current->pieces = kept = RAMURE_NEW_ARRAY(r->ctx, rule_piece, count + 1);
	memcpy(kept, pieces, count * sizeof *pieces);
	r->current->piece_count = count;
	r->current->says_put = true;
}

/* The words of the name that stands between percentage signs at `*i`, which goes to the second; NULL when there is
 * none.
 */
static const ramure_str *find_name(const reader *r, ramure_str s, size_t *i)
{
	const char *end = memchr(s.data + *i + 1, '%', s.size - *i - 1);
	ramure_str name = { s.data + *i + 1, end ? (size_t)(end - s.data) - *i - 1 : 0 };

	for (size_t n = 0; end && n < r->definition_count; n++)
		if (ramure_str_equal(r->definitions[n].name, name)) {
			*i += name.size + 1;
			return &r->definitions[n].words;
		}
	return NULL;
}

/* A pattern with its %NAMES% written out, and \d as 0 to 9: as the digits of every script it would begin with half of
 * the bytes that accented letters have, and PCRE2 would stop at each. */
static ramure_str write_pattern(reader *r, const entry *e, ramure_str s)
{
	buf out = buf_on(r->ctx->arena);
	bool in_class = false;

	for (size_t i = 0; i < s.size && out.size <= LONGEST_PATTERN; i++) {
		const ramure_str *words = s.data[i] == '%' ? find_name(r, s, &i) : NULL;

		if (words) {
			buf_puts(&out, "(?:");
			buf_put_str(&out, *words);
			buf_putc(&out, ')');
		} else if (s.data[i] == '\\' && i + 1 < s.size && s.data[i + 1] == 'd') {
			buf_puts(&out, in_class ? "0-9" : "[0-9]");
			i++;
		} else if (s.data[i] == '\\' && i + 1 < s.size) {
			buf_put(&out, s.data + i++, 2);
		} else {
			in_class = s.data[i] == '[' || (in_class && s.data[i] != ']');
			buf_putc(&out, s.data[i]);
		}
	}
	if (out.size > LONGEST_PATTERN) {
		ramure_error(r->ctx, e->rest_at, N_("this pattern has more than %d bytes with its names written out"),
			     LONGEST_PATTERN);
		ramure_hint(r->ctx, N_("make several rules of it"));
		r->failed = true;
		return s; /* so that what uses it is not too long again */
	}
	return buf_str(&out);
}

/* %NAME%, in capitals, that no `let` gave: a slip, not a text to find. */
static void check_names(reader *r, const entry *e)
{
	ramure_str s = e->rest;

	for (size_t i = 0; i < s.size; i++) {
		size_t end = i + 1;

		if (s.data[i] != '%' || find_name(r, s, &i))
			continue;
		while (end < s.size && s.data[end] >= 'A' && s.data[end] <= 'Z')
			end++;
		if (end == i + 1 || end == s.size || s.data[end] != '%')
			continue;
		ramure_error(r->ctx, e->rest_at, N_("no 'let' says what '%.*s' is"), (int)(end - i - 1),
			     s.data + i + 1);
		ramure_hint(r->ctx, N_("above the rule, write: let %.*s words"), (int)(end - i - 1), s.data + i + 1);
		r->failed = true;
	}
}

static void read_pattern(reader *r, const entry *e)
{
	check_names(r, e);
	r->current->find_at = e->rest_at;
	r->current->find = write_pattern(r, e, e->rest);
}

static void read_where(reader *r, const entry *e)
{
	static const char *const places[] = { "text", "titles", "tables", "figures", "captions", "front-matter" };
	enum { COUNT = sizeof places / sizeof *places };

	r->current->where_words = e->rest;
	r->current->where = 0;
	for (size_t start = 0, end; start < e->rest.size; start = end + 1) {
		const char *word = e->rest.data + start;
		size_t i = 0;

		end = start;
		while (end < e->rest.size && e->rest.data[end] != ' ')
			end++;
		while (i < COUNT && !is((ramure_str){ word, end - start }, places[i]))
			i++;
		if (i < COUNT) {
			r->current->where |= (unsigned char)(1u << i);
		} else if (end > start) {
			ramure_error(r->ctx, e->rest_at, N_("no place is called '%.*s'"), (int)(end - start), word);
			ramure_hint(r->ctx, N_("places are text, titles, tables, figures, captions, front-matter"));
			r->failed = true;
		}
	}
}

/* The set of these bytes: one that is known, else a new one. */
static uint64_t set_of(reader *r, const entry *e, const bool bytes[256])
{
	uint64_t *sets_of = r->rules->sets_of;
	unsigned set = r->rules->set_count;
	uint64_t same = set == MOST_SETS ? UINT64_MAX : (UINT64_C(1) << set) - 1;

	for (size_t i = 0; i < 256 && same; i++)
		same &= bytes[i] ? sets_of[i] : ~sets_of[i];
	if (same)
		return same;
	if (set == MOST_SETS) {
		ramure_error(r->ctx, e->rest_at, "more than %d sets of signs that rules need", MOST_SETS);
		r->failed = true;
		return 0;
	}
	for (size_t i = 0; i < 256; i++)
		sets_of[i] |= (uint64_t)bytes[i] << set;
	r->rules->set_count++;
	return UINT64_C(1) << set;
}

/* The last byte of a sign is the one that tells it from its neighbours. */
static void read_needs(reader *r, const entry *e)
{
	ramure_str signs = rules_unfold(r->ctx, e->rest);
	bool bytes[256] = { false };

	for (size_t i = 0; i < signs.size; i++) {
		bool last = i + 1 == signs.size || ((unsigned char)signs.data[i + 1] & 0xC0) != 0x80;

		if (signs.data[i] == ' ') {
			r->current->needs |= set_of(r, e, bytes);
			memset(bytes, 0, sizeof bytes);
		} else if (last) {
			bytes[(unsigned char)signs.data[i]] = true;
		}
	}
	r->current->needs |= set_of(r, e, bytes);
}

static void read_holds(reader *r, const entry *e)
{
	ramure_str *words = RAMURE_NEW_ARRAY(r->ctx, ramure_str, MOST_HOLDS);
	size_t count = 0;

	for (size_t at = 0; at < e->rest.size; at++) {
		size_t start = at;

		while (at < e->rest.size && e->rest.data[at] != ' ')
			at++;
		if (at == start)
			continue;
		if (count == MOST_HOLDS) {
			ramure_error(r->ctx, e->rest_at, "more than %d words", MOST_HOLDS);
			r->failed = true;
			return;
		}
		words[count++] = rules_unfold(r->ctx, (ramure_str){ e->rest.data + start, at - start });
	}
	r->current->holds = words;
	r->current->hold_count = count;
}

static void read_example(reader *r, const entry *e, bool changes)
{
	rule_example *example = RAMURE_NEW(r->ctx, rule_example);
	ramure_str text = e->rest;

	example->at = e->rest_at;
	example->before = text;
	for (size_t i = 0; changes && i + 4 <= text.size; i++) {
		if (memcmp(text.data + i, " => ", 4) != 0)
			continue;
		example->before.size = i;
		example->after = (ramure_str){ text.data + i + 4, text.size - i - 4 };
		break;
	}
	if (changes && !example->after.data) {
		ramure_error(r->ctx, e->rest_at, "an example of a change needs '=>'");
		ramure_hint(r->ctx, "write: yes  before => after");
		r->failed = true;
	}
	*r->examples_end = example;
	r->examples_end = &example->next;
}

static void begin_rule(reader *r, const entry *e, bool protects)
{
	if (r->rules->count == MOST_RULES) {
		ramure_error(r->ctx, e->at, "more than %d rules", MOST_RULES);
		r->failed = true;
		return;
	}
	if (protects && r->protected_count++ == MOST_PROTECTED) {
		ramure_error(r->ctx, e->at, "more than %d things to protect", MOST_PROTECTED);
		r->failed = true;
		return;
	}
	for (size_t i = 0; i < r->rules->count; i++)
		if (ramure_str_equal(r->rules->rules[i].name, e->rest)) {
			ramure_error(r->ctx, e->rest_at, N_("another rule is called '%.*s' already"), (int)e->rest.size,
				     e->rest.data);
			ramure_hint(r->ctx,
				    N_("give it a name of its own: 'typography-off' leaves rules out by their names"));
			r->failed = true;
		}
	if (!e->rest.size) {
		ramure_error(r->ctx, e->at, N_("this rule has no name"));
		ramure_hint(r->ctx, N_("write: rule my-name"));
		r->failed = true;
	}
	r->rules->rules = arena_extend(r->ctx->arena, r->rules->rules, r->rules->count, sizeof(rule));
	r->current = &r->rules->rules[r->rules->count++];
	*r->current = (rule){ .at = e->at, .name = e->rest, .protects = protects, .where = PLACES };
	r->examples_end = &r->current->examples;
}

static void define(reader *r, const entry *e)
{
	const char *space = memchr(e->rest.data, ' ', e->rest.size);
	size_t name;

	if (!space || r->definition_count == MOST_NAMES) {
		if (space)
			ramure_error(r->ctx, e->at, "more than %d words that 'let' explains", MOST_NAMES);
		else
			ramure_error(r->ctx, e->at, "'let' wants a name and words");
		r->failed = true;
		return;
	}
	name = (size_t)(space - e->rest.data);
	check_names(r, e);
	r->definitions[r->definition_count++] =
		(definition){ { e->rest.data, name },
			      write_pattern(r, e, trimmed((ramure_str){ space, e->rest.size - name })) };
}

static void take(reader *r, const entry *e)
{
	if (is(e->word, "let")) {
		define(r, e);
	} else if (is(e->word, "rule") || is(e->word, "protect")) {
		begin_rule(r, e, is(e->word, "protect"));
	} else if (!r->current) {
		ramure_error(r->ctx, e->at, "'%.*s' stands before any rule", (int)e->word.size, e->word.data);
		r->failed = true;
	} else if (is(e->word, "en")) {
		r->current->en = e->rest;
	} else if (is(e->word, "fr")) {
		r->current->fr = e->rest;
	} else if (is(e->word, "where")) {
		read_where(r, e);
	} else if (is(e->word, "needs")) {
		read_needs(r, e);
	} else if (is(e->word, "holds")) {
		read_holds(r, e);
	} else if (is(e->word, "find")) {
		read_pattern(r, e);
	} else if (is(e->word, "put")) {
		read_put(r, e);
	} else if (is(e->word, "yes") || is(e->word, "no")) {
		read_example(r, e, is(e->word, "yes"));
	} else {
		ramure_error(r->ctx, e->at, "unknown word '%.*s'", (int)e->word.size, e->word.data);
		ramure_hint(r->ctx, "a rule says en, fr, where, needs, holds, find, put, yes, no");
		r->failed = true;
	}
}

/* An entry begins with a letter in column 1 or 3; a deeper line goes on with the one before. */
static bool goes_on(ramure_str line)
{
	return line.size > 3 && str_begins(line, "   ");
}

static entry read_entry(uint32_t file, ramure_str line, uint32_t number)
{
	size_t indent = 0, word;
	entry e;

	while (indent < line.size && line.data[indent] == ' ')
		indent++;
	word = indent;
	while (word < line.size && line.data[word] != ' ')
		word++;
	e.word = (ramure_str){ line.data + indent, word - indent };
	e.rest = trimmed((ramure_str){ line.data + word, line.size - word });
	e.at = (ramure_span){ file, number, (uint32_t)indent + 1, (uint32_t)e.word.size };
	e.rest_at = (ramure_span){ file, number, (uint32_t)(e.rest.data - line.data) + 1, 1 };
	return e;
}

/* What only the whole rule shows. */
static void check_rule(reader *r, const rule *one)
{
	if (!one->find.size) {
		ramure_error(r->ctx, one->at, N_("this rule has nothing to find"));
		ramure_hint(r->ctx, N_("add a line to it, with a pattern: '  find …'"));
		r->failed = true;
	} else if (!one->protects && !one->says_put) {
		ramure_error(r->ctx, one->at, N_("this rule does not say what to put"));
		ramure_hint(r->ctx, N_("add a line to it: '  put …'; with nothing behind it, what was found goes"));
		r->failed = true;
	} else if (!one->examples) {
		ramure_error(r->ctx, one->at, N_("this rule has no example"));
		ramure_hint(r->ctx, N_("add a line to it: '  yes before => after', or '  no text that stays'"));
		r->failed = true;
	}
}

bool rules_read(ramure_ctx *ctx, typography *rules, uint32_t file)
{
	ramure_str text = files_at(ctx, file)->text;
	reader *r = RAMURE_NEW(ctx, reader);
	uint32_t number = 0;
	entry pending = { 0 };
	buf joined = buf_on(ctx->arena); /* what the pending entry says on several lines */
	size_t before = rules->count;

	r->ctx = ctx;
	r->rules = rules;
	for (size_t i = 0; i < before; i++)
		r->protected_count += rules->rules[i].protects;
	for (size_t at = 0; at < text.size;) {
		ramure_str line = next_line(text, &at);

		number++;
		if (!trimmed(line).size || line.data[0] == '#')
			continue;
		if (goes_on(line) && pending.word.size) {
			ramure_str more = trimmed(line);

			if (!joined.size)
				buf_put_str(&joined, pending.rest);
			buf_putc(&joined, ' ');
			buf_put_str(&joined, more);
			pending.rest = buf_str(&joined);
			continue;
		}
		if (pending.word.size)
			take(r, &pending);
		pending = read_entry(file, line, number);
		joined = buf_on(ctx->arena);
	}
	if (pending.word.size)
		take(r, &pending);
	for (size_t i = before; i < rules->count; i++)
		check_rule(r, &rules->rules[i]);
	return !r->failed;
}
