/* quote.c: words that someone said, and the meaning of a word. */
#include "basics.h"

/* Above this, a definition is read as prose: at the size of a quote it would fill two slides. */
enum { LONGEST_DEFINITION = 400 };

const ramure_field quote_fields[3] = {
	{ .en = "text",
	  .fr = "texte",
	  .type = RAMURE_MARKDOWN,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN | RAMURE_WHOLE_BODY,
	  .offset = offsetof(struct quote, text),
	  .doc = { "the words, with their quotation marks if you want them",
		   "les mots, avec leurs guillemets si vous en voulez" } },
	{ .en = "author",
	  .fr = "auteur",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct quote, author),
	  .doc = { "who said them", "qui les a dits" },
	  .synonyms = "auteure|autrice" },
	{ .en = "role",
	  .fr = "rôle",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct quote, role),
	  .doc = { "what the author is", "la fonction de l'auteur" },
	  .synonyms = "fonction|qualité" },
};

const ramure_field definition_fields[5] = {
	{ .en = "term",
	  .fr = "terme",
	  .type = RAMURE_TEXT,
	  .flags = RAMURE_REQUIRED,
	  .offset = offsetof(struct definition, term),
	  .doc = { "the word that is defined", "le mot défini" },
	  .synonyms = "mot|word" },
	{ .en = "nature",
	  .fr = "nature",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct definition, nature),
	  .doc = { "what sort of word it is: \"noun\"", "sa nature grammaticale : « nom féminin »" } },
	{ .en = "text",
	  .fr = "texte",
	  .type = RAMURE_MARKDOWN,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN,
	  .offset = offsetof(struct definition, text),
	  .doc = { "what it means", "ce qu'il veut dire" },
	  .synonyms = "sens|meaning" },
	{ .en = "author",
	  .fr = "auteur",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct definition, author),
	  .doc = { "who defines it so", "qui le définit ainsi" },
	  .synonyms = "auteure|autrice" },
	{ .en = "role",
	  .fr = "rôle",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct definition, role),
	  .doc = { "what the author is, or a remark", "la fonction de l'auteur, ou une remarque" },
	  .synonyms = "fonction|qualité" },
};

static void attribution(ramure_builder *b, ramure_text words)
{
	if (!words)
		return;
	ramure_begin(b, RAMURE_ATTRIBUTION, words->span);
	ramure_put(b, words);
	ramure_end(b);
}

/* On a line each on slides; in the report, a line. */
static void put_attribution(ramure_builder *b, ramure_text author, ramure_text role)
{
	if (ramure_builder_medium(b) == RAMURE_SLIDES || !author || !role) {
		attribution(b, author);
		attribution(b, role);
		return;
	}
	ramure_begin(b, RAMURE_ATTRIBUTION, author->span);
	ramure_put(b, author);
	ramure_put_string(b, RAMURE_STR(", "));
	ramure_put(b, role);
	ramure_end(b);
}

void build_quote(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	const struct quote *quote = data;

	(void)ctx;
	ramure_begin(b, RAMURE_QUOTE, quote->at);
	ramure_put_blocks(b, quote->text);
	put_attribution(b, quote->author, quote->role);
	ramure_end(b);
}

/* The word stands beside its meaning, as in a dictionary. */
static void put_entry(ramure_builder *b, const struct definition *d)
{
	ramure_node *quote = ramure_begin(b, RAMURE_QUOTE, d->at);

	quote->quote->word = ramure_figure_text(b, d->term);
	quote->quote->nature = ramure_figure_text(b, d->nature);
	ramure_put_blocks(b, d->text);
	put_attribution(b, d->author, d->role);
	ramure_end(b);
}

static void put_prose(ramure_builder *b, const struct definition *d)
{
	ramure_begin(b, RAMURE_PARAGRAPH, d->term->span)->paragraph->role = RAMURE_ROLE_LEAD;
	ramure_put_strong(b, d->term);
	if (d->nature) {
		ramure_put_string(b, RAMURE_STR(", "));
		ramure_begin(b, RAMURE_EMPHASIS, d->nature->span);
		ramure_put(b, d->nature);
		ramure_end(b);
	}
	ramure_end(b);
	ramure_put_blocks(b, d->text);
	if (d->author || d->role) {
		ramure_begin(b, RAMURE_PARAGRAPH, d->author ? d->author->span : d->role->span)->paragraph->quiet = true;
		ramure_put(b, d->author);
		if (d->author && d->role)
			ramure_put_string(b, RAMURE_STR(", "));
		ramure_put(b, d->role);
		ramure_end(b);
	}
}

static size_t characters(ramure_str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.size; i++)
		count += ((unsigned char)s.data[i] & 0xC0) != 0x80;
	return count;
}

void build_definition(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	const struct definition *d = data;
	bool is_long = characters(ramure_plain_text(ctx, d->text)) > LONGEST_DEFINITION;

	if (is_long || ramure_builder_medium(b) == RAMURE_REPORT)
		put_prose(b, d);
	else
		put_entry(b, d);
}
