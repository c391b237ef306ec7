/* mentions.c: where names occur in what a document says, as whole words.  The words of all names make one trie, through
 * which every text goes once: the time grows with the text, however many names there are. */
#include "core/document/document.h"

#include "core/base/buf.h"
#include "core/base/utf8.h"
#include "core/context.h"
#include "core/document/names.h"
#include "core/document/polish.h"

#include <string.h>
#include <utf8proc.h>

enum { LONGEST_NAME = 32 /* words */ };

/* A word of a text. */
typedef struct token {
	ramure_str folded;
	bool capital;
	bool joined; /* to the word before, as in "Post-Rameau" and "x@rameau.fr" */
} token;

/* A name that ends here.  Its capitals must stand in the text too, so that the association Avise is not found in "on
 * avise": in all words but the first, when there are several ("le RAMEAU"). */
typedef struct ending {
	size_t thing;
	uint32_t capitals; /* bit i: of word i */
	struct ending *next;
} ending;

typedef struct state {
	uint32_t number;
	ending *endings;
} state;

typedef struct seeker {
	ramure_ctx *ctx;
	ramure_medium medium;
	ramure_mentions *things;
	const ramure_node **last;           /* by thing: the section where it was found last */
	names edges;                        /* a state and a word lead to a state */
	uint32_t states;                    /* so far; the first is 0 */
	size_t longest;                     /* words of a name */
	const ramure_node *place, *section; /* what a reference leads to, and what its number is of */
	const ramure_node *headed;          /* the last slide or part with a heading; NULL before any */
	const ramure_node *numbered;        /* with a number */
	buf text;                           /* of the block that is open */
	token *tokens;                      /* of that text */
	size_t token_capacity;
} seeker;

/* ---- words ---- */

static bool in_word(uint32_t c)
{
	return utf8_in_word(c) || c == 0xAD; /* a soft hyphen */
}

static bool joins(uint32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011 || c == '_' || c == '@' || c == '.';
}

static bool is_capital(uint32_t c)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);

	return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

/* The next word at or after *at; false at the end of the text. */
static bool next_token(arena *a, ramure_str text, size_t *at, token *t)
{
	size_t start = *at, signs = 0;
	uint32_t c = 0, sign = 0;
	ramure_str word;

	for (size_t next = start; next < text.size; start = next) {
		c = utf8_next(text, &next);
		if (in_word(c))
			break;
		sign = c;
		signs++;
	}
	if (start >= text.size)
		return false;
	*t = (token){ .capital = is_capital(c), .joined = *at && signs == 1 && joins(sign) };
	for (*at = start; *at < text.size;) {
		size_t next = *at;

		if (!in_word(utf8_next(text, &next)))
			break;
		*at = next;
	}
	word = (ramure_str){ text.data + start, *at - start };
	t->folded = utf8_fold_name(a, word);
	return true;
}

/* ---- the trie ---- */

static ramure_str edge(char *key, const state *from, ramure_str word)
{
	memcpy(key, &from->number, sizeof from->number);
	memcpy(key + sizeof from->number, word.data, word.size);
	return (ramure_str){ key, sizeof from->number + word.size };
}

enum { LONGEST_WORD = 120 /* bytes; no name has a longer one */ };

static state *follow(seeker *s, const state *from, ramure_str word)
{
	char key[sizeof(uint32_t) + LONGEST_WORD];

	return word.size && word.size <= LONGEST_WORD ? names_find(&s->edges, edge(key, from, word)) : NULL;
}

static state *extend(seeker *s, const state *from, ramure_str word)
{
	char *key = ramure_alloc(s->ctx, sizeof(uint32_t) + word.size);
	void **to = names_at(&s->edges, edge(key, from, word));

	if (!*to) {
		state *added = RAMURE_NEW(s->ctx, state);

		added->number = ++s->states;
		*to = added;
	}
	return *to;
}

static void add_name(seeker *s, state *root, size_t thing, ramure_str name)
{
	token tokens[LONGEST_NAME];
	size_t count = 0;
	uint32_t capitals = 0;
	state *at = root;
	ending *end;

	for (size_t i = 0; count < LONGEST_NAME && next_token(s->ctx->arena, name, &i, &tokens[count]);)
		if (tokens[count].folded.size && tokens[count].folded.size <= LONGEST_WORD)
			count++;
	if (!count)
		return;
	for (size_t i = 0; i < count; i++) {
		at = extend(s, at, tokens[i].folded);
		if (tokens[i].capital && (i || count == 1))
			capitals |= (uint32_t)1 << i;
	}
	end = RAMURE_NEW(s->ctx, ending);
	*end = (ending){ .thing = thing, .capitals = capitals, .next = at->endings };
	at->endings = end;
	if (count > s->longest)
		s->longest = count;
}

/* ---- texts ---- */

static void find_at(seeker *s, size_t thing)
{
	ramure_mentions *m = &s->things[thing];

	if (s->last[thing] == s->section)
		return;
	m->places = ramure_extend_array(s->ctx, m->places, m->place_count, sizeof *m->places);
	m->places[m->place_count++] = s->place;
	s->last[thing] = s->section;
}

static bool capitals_stand(const token *tokens, size_t count, uint32_t wanted)
{
	for (size_t i = 0; i < count; i++)
		if ((wanted >> i & 1) && !tokens[i].capital)
			return false;
	return true;
}

/* The longest name that begins at the first of some words; answers how many words it has, 0 for none. */
static size_t match(seeker *s, const state *root, const token *tokens, size_t count)
{
	const state *at = root;
	size_t best = 0;
	const ending *endings = NULL;

	for (size_t i = 0; i < count && i < s->longest; i++) {
		at = follow(s, at, tokens[i].folded);
		if (!at)
			break;
		if (i + 1 < count && tokens[i + 1].joined)
			continue;
		for (const ending *e = at->endings; e; e = e->next)
			if (capitals_stand(tokens, i + 1, e->capitals)) {
				best = i + 1;
				endings = at->endings;
				break;
			}
	}
	for (; endings; endings = endings->next)
		if (capitals_stand(tokens, best, endings->capitals))
			find_at(s, endings->thing);
	return best;
}

static token *token_at(seeker *s, size_t i)
{
	if (i == s->token_capacity) {
		size_t capacity = i ? 2 * i : 256;

		s->tokens = arena_grow(s->ctx->arena, s->tokens, i * sizeof *s->tokens, capacity * sizeof *s->tokens);
		s->token_capacity = capacity;
	}
	return &s->tokens[i];
}

/* The end of a block: what stands in the next one is another text. */
static void end_text(seeker *s, const state *root, arena *scratch)
{
	arena_mark mark = arena_here(scratch);
	ramure_str text = buf_str(&s->text);
	size_t count = 0;

	for (size_t i = 0; next_token(scratch, text, &i, token_at(s, count));)
		count++;
	for (size_t i = 0; i < count;) {
		size_t words = s->tokens[i].joined ? 0 : match(s, root, s->tokens + i, count - i);

		i += words ? words : 1;
	}
	s->text.size = 0;
	arena_return(scratch, mark);
}

/* ---- the document ---- */

/* A part that opens with no slide of its own is its first one. */
static const ramure_node *opening_of(const seeker *s, const ramure_node *part)
{
	const ramure_node *slide = ramure_child(part, RAMURE_SLIDE);

	return s->medium == RAMURE_SLIDES && part->type == RAMURE_PART && slide && !part_is_divided(part) ? slide
													  : part;
}

/* A slide of a report without heading is reached by the one it goes on under.  What is too deep for a number is named
 * once a numbered section, for the slide that comes first. */
static void enter_slide(seeker *s, const ramure_node *slide)
{
	if (s->medium == RAMURE_SLIDES) {
		s->place = s->section = slide;
		return;
	}
	if (ramure_child(slide, RAMURE_HEADING)) {
		s->headed = slide;
		if (heading_is_numbered(slide))
			s->numbered = slide;
	}
	s->place = s->headed ? s->headed : slide;
	s->section = s->numbered ? s->numbered : s->place;
}

/* A part or a chapter, on its way in or out of what it holds. */
static void enter_part(seeker *s, const ramure_node *part)
{
	bool headed = ramure_child(part, RAMURE_HEADING) != NULL;

	s->place = s->section = opening_of(s, part);
	s->headed = headed ? part : NULL;
	s->numbered = headed && heading_is_numbered(part) ? part : NULL;
}

static void enter_place(seeker *s, const ramure_walk *walk)
{
	const ramure_node *node = walk->node;

	if (node->type == RAMURE_SLIDE && walk->entering)
		enter_slide(s, node);
	else if (node->type == RAMURE_PART || node->type == RAMURE_CHAPTER)
		enter_part(s, walk->entering ? node : node->parent);
	else if (node->type == RAMURE_SLIDE)
		s->place = s->section = node->parent;
}

/* A chapter opens with its partners and the like; a document's cover has no place that a reference leads to. */
static bool opens_chapter(const ramure_node *meta)
{
	static const bool said[RAMURE_META_ROLES] = {
		[RAMURE_META_EVENT] = true,   [RAMURE_META_SUBTITLE] = true,       [RAMURE_META_SUMMARY] = true,
		[RAMURE_META_PLACE] = true,   [RAMURE_META_AUTHOR] = true,         [RAMURE_META_ORGANISATION] = true,
		[RAMURE_META_CONTACT] = true, [RAMURE_META_PARTNERS_LABEL] = true, [RAMURE_META_PARTNER] = true,
	};

	return meta->parent->type == RAMURE_CHAPTER && said[meta->meta->role];
}

/* What is on no page, or has been said by what is. */
static bool is_silent(const ramure_node *node)
{
	const ramure_node *parent = node->parent;

	switch (node->type) {
	case RAMURE_NOTES:
	case RAMURE_CONTENTS:
	case RAMURE_CODE:
	case RAMURE_BLOCK:
		return true;
	case RAMURE_META:
		return !opens_chapter(node);
	case RAMURE_PHRASE:
		return (parent->type == RAMURE_FIGURE && parent->figure->alt == node) ||
		       (parent->type == RAMURE_IMAGE && parent->image->alt == node);
	default:
		return false;
	}
}

static void seek(seeker *s, const ramure_node *document, const state *root)
{
	arena *scratch = arena_beside(s->ctx->arena);
	ramure_walk walk = ramure_walk_from(document);

	s->place = s->section = document;
	while (ramure_walk_next(&walk)) {
		const ramure_node *node = walk.node;

		if (!ramure_is_inline(node->type)) {
			end_text(s, root, scratch);
			enter_place(s, &walk);
		}
		if (!walk.entering)
			continue;
		walk.skip = is_silent(node);
		if (node->type == RAMURE_TEXT_RUN)
			buf_put_str(&s->text, node->text);
		else if (node->type == RAMURE_BREAK || node->type == RAMURE_CODE_SPAN || node->type == RAMURE_IMAGE)
			buf_putc(&s->text, '\n');
	}
	end_text(s, root, scratch);
	arena_free(scratch);
}

void mentions_find(ramure_ctx *ctx, const ramure_node *document, ramure_medium medium, ramure_mentions *things,
		   size_t count)
{
	seeker s = {
		.ctx = ctx, .medium = medium, .things = things, .edges = names_new(ctx), .text = buf_on(ctx->arena)
	};
	state root = { .number = 0 };

	s.last = RAMURE_NEW_ARRAY(ctx, const ramure_node *, count);
	for (size_t i = 0; i < count; i++) {
		things[i].places = NULL;
		things[i].place_count = 0;
		for (size_t j = 0; j < things[i].name_count; j++)
			add_name(&s, &root, i, things[i].names[j]);
	}
	if (s.longest)
		seek(&s, document, &root);
}
