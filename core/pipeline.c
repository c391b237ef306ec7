/* pipeline.c: the way of a document: read, expand, polish, lay out, write (HACKING.md 2). */
#include "core/attachments.h"
#include "core/base/gettext.h"
#include "core/base/utf8.h"
#include "core/check/check.h"
#include "core/context.h"
#include "core/document/document.h"
#include "core/layout/layout.h"
#include "core/messages.h"
#include "core/source/include.h"
#include "core/source/settings.h"
#include "core/source/source.h"
#include "core/theme/fonts.h"
#include "core/theme/theme.h"
#include "core/typography/typography.h"

#include <string.h>

enum { MEDIA = RAMURE_REPORT + 1 };

/* A document on its way: what each stage left. */
typedef struct way {
	ramure_ctx *ctx;
	ramure_node *source;
	ramure_node *documents[MEDIA]; /* by medium; NULL when no target needs it */
	ramure_deck *deck, *notes;
	bool checking; /* advice is asked for */
} way;

static ramure_status state(ramure_ctx *ctx)
{
	const diagnostics *d = &ctx->diagnostics;

	if (d->counts[SEVERITY_FAILURE])
		return RAMURE_FAILED;
	if (d->counts[SEVERITY_ERROR])
		return RAMURE_REJECTED;
	if (ctx->request.strict && messages_unaccepted(ctx, SEVERITY_WARNING))
		return RAMURE_REJECTED;
	return RAMURE_OK;
}

/* The language whose rules a document has that names none. */
static ramure_string rules_of(ramure_ctx *ctx, ramure_string lang)
{
	if (!lang.text.size) {
		lang.text = RAMURE_STR("fr");
	} else if (!typography_knows(ctx, lang.text)) {
		ramure_warning(
			ctx, lang.at, "typography-none",
			N_("there are no typography rules for the language '%.*s': texts stay as they are typed"),
			(int)lang.text.size, lang.text.data);
		ramure_hint(ctx, N_("if that is as you wish, write in the front matter: typography: none"));
		lang.text = RAMURE_STR("none");
	}
	return lang;
}

/* The rules that a front matter asks for. */
static typography *rules_for(ramure_ctx *ctx, const settings *s)
{
	return typography_load(ctx, s->typography.text.size ? s->typography : rules_of(ctx, s->lang), s->typography_off,
			       s->typography_rules);
}

static bool same_rules(const settings *a, const settings *b)
{
	return ramure_str_equal(a->lang.text, b->lang.text) &&
	       ramure_str_equal(a->typography.text, b->typography.text) &&
	       ramure_str_equal(a->typography_rules.path, b->typography_rules.path) &&
	       a->typography_off.items == b->typography_off.items;
}

/* Compiled once for all chapters that ask for the same. */
static void load_chapter_rules(ramure_ctx *ctx)
{
	for (included *i = ctx->booklet.included; i; i = i->next) {
		const included *like = ctx->booklet.included;

		if (same_rules(i->settings, ctx->settings)) {
			i->typography = ctx->typography;
			continue;
		}
		while (like != i && !same_rules(like->settings, i->settings))
			like = like->next;
		i->typography = like == i ? rules_for(ctx, i->settings) : like->typography;
	}
}

static void release_rules(ramure_ctx *ctx)
{
	for (included *i = ctx->booklet.included; i; i = i->next)
		if (i->typography != ctx->typography)
			typography_release(i->typography);
	typography_release(ctx->typography);
	ctx->typography = NULL;
}

/* The theme and the rules of the language, which the front matter or the command names. */
static void load_looks(ramure_ctx *ctx)
{
	const settings *s = ctx->settings;
	ramure_string name = s->theme;

	if (ctx->request.theme.size)
		name = (ramure_string){ .text = ctx->request.theme };
	ctx->theme = theme_load(ctx, name, s->format);
	ctx->typography = rules_for(ctx, s);
	load_chapter_rules(ctx);
}

/* Whether polish found anything or not, the other medium is made too, so that a person sees all errors at once.  The
 * last one takes the source itself: it is the largest thing that a conversion has. */
static void make_documents(way *w, const bool *needed)
{
	for (int medium = 0; medium < MEDIA; medium++) {
		if (!needed[medium])
			continue;
		if (medium == RAMURE_SLIDES && needed[RAMURE_REPORT]) {
			w->documents[medium] = node_copy(w->ctx, w->source);
		} else {
			w->documents[medium] = w->source;
			w->source = NULL;
		}
		expand(w->ctx, w->documents[medium], (ramure_medium)medium);
		polish(w->ctx, w->documents[medium], (ramure_medium)medium);
		typography_document(w->ctx, w->documents[medium]);
		attachments_gather(w->ctx, w->documents[medium]);
	}
}

static ramure_deck *deck_for(way *w, const ramure_output *target)
{
	ramure_deck **deck = target->notes ? &w->notes : &w->deck;
	const ramure_node *slides = w->documents[RAMURE_SLIDES];

	if (!*deck)
		*deck = target->notes ? layout_notes(w->ctx, slides) : layout_deck(w->ctx, slides);
	return *deck;
}

static ramure_medium medium_of(const ramure_writer *writer)
{
	return writer->write_pages ? RAMURE_SLIDES : writer->medium;
}

static ramure_status write_target(way *w, const ramure_output *target)
{
	const ramure_writer *writer = target->writer;
	ramure_status status;
	uintptr_t before;

	w->ctx->writer = writer;
	if (writer->write_pages) {
		ramure_deck *deck = deck_for(w, target);

		before = ctx_enter(w->ctx, (uintptr_t)writer->write_pages);
		status = writer->write_pages(w->ctx, deck, target->sink);
	} else {
		before = ctx_enter(w->ctx, (uintptr_t)writer->write_flow);
		status = writer->write_flow(w->ctx, w->documents[medium_of(writer)], target->sink);
	}
	ctx_leave(w->ctx, before);
	if (status == RAMURE_OK && !ramure_sink_finish(target->sink))
		status = RAMURE_FAILED;
	/* A plugin that fails without a word is a bug of the plugin; the person still has to know. */
	if (status != RAMURE_OK && state(w->ctx) == RAMURE_OK)
		ramure_failure(w->ctx, "the writer '%s' failed without saying why", writer->name);
	return state(w->ctx);
}

static ramure_status write_all(way *w, const ramure_output *targets, size_t count)
{
	ramure_status status = state(w->ctx);

	for (size_t i = 0; i < count && status == RAMURE_OK; i++)
		status = write_target(w, &targets[i]);
	return status;
}

static void release(way *w)
{
	if (w->deck)
		layout_release(w->deck);
	if (w->notes)
		layout_release(w->notes);
	release_rules(w->ctx);
	fonts_release(w->ctx);
}

static ramure_status convert(way *w, const ramure_output *targets, size_t count)
{
	bool needed[MEDIA] = { false };
	ramure_status status;

	/* A source that cannot be read has said so. */
	if (!w->source)
		return state(w->ctx) == RAMURE_FAILED ? RAMURE_FAILED : RAMURE_REJECTED;
	for (size_t i = 0; i < count; i++)
		needed[medium_of(targets[i].writer)] = true;
	load_looks(w->ctx);
	make_documents(w, needed);
	messages_check_names(w->ctx);
	status = write_all(w, targets, count);
	if (w->checking)
		check_documents(w->ctx, w->documents, MEDIA);
	release(w);
	return status;
}

ramure_status ramure_convert(ramure_ctx *ctx, const ramure_output *targets, size_t count)
{
	way w = { .ctx = ctx, .source = source_read(ctx, ctx->request.source) };

	return convert(&w, targets, count);
}

ramure_status ramure_check(ramure_ctx *ctx, const ramure_output *targets, size_t count)
{
	bool strict = ctx->request.strict;
	way w = { .ctx = ctx, .checking = true };
	ramure_status status;

	/* A warning must not keep later stages from saying theirs: it counts at the end. */
	ctx->request.strict = false;
	w.source = source_read(ctx, ctx->request.source);
	status = convert(&w, targets, count);
	ctx->request.strict = strict;
	if (status == RAMURE_OK && strict && messages_unaccepted(ctx, SEVERITY_ADVICE))
		return RAMURE_REJECTED;
	return status;
}

ramure_status ramure_convert_text(ramure_ctx *ctx, const char *name, ramure_str text, const ramure_output *targets,
				  size_t count)
{
	way w = { .ctx = ctx };

	if (utf8_check(text) == text.size && !(text.size && memchr(text.data, '\0', text.size)))
		w.source = source_parse(ctx, files_add(ctx, (ramure_str){ name, strlen(name) }, text));
	else
		ramure_error(ctx, (ramure_span){ 0 }, "'%s' is not UTF-8 text", name);
	return convert(&w, targets, count);
}

/* A polished document, for a look at it; NULL after reporting. */
static ramure_node *polished(way *w, const char *path, ramure_medium medium)
{
	bool needed[MEDIA] = { false };

	needed[medium] = true;
	w->source = source_read(w->ctx, (ramure_str){ path, strlen(path) });
	if (!w->source)
		return NULL;
	load_looks(w->ctx);
	make_documents(w, needed);
	return w->documents[medium];
}

ramure_str ramure_dump_document(ramure_ctx *ctx, const char *path, ramure_medium medium)
{
	way w = { .ctx = ctx };
	const ramure_node *document = polished(&w, path, medium);
	ramure_str dump = document ? document_dump(ctx, document) : RAMURE_STR("");

	release(&w);
	return dump;
}

/* What is in no output as words: speaker notes, alternative texts, facts of a file's properties. */
static bool is_silent(const ramure_node *node, ramure_medium medium)
{
	const ramure_node *parent = node->parent;

	if (node->type == RAMURE_NOTES)
		return true;
	/* A chapter's heading says its title. */
	if (node->type == RAMURE_META && parent && parent->type == RAMURE_CHAPTER &&
	    node->meta->role == RAMURE_META_TITLE)
		return true;
	/* A page has its number only once all are laid out. */
	if (node->type == RAMURE_LINK)
		return node->link->generated && (medium == RAMURE_SLIDES || node->link->by == RAMURE_BY_PAGE);
	if (node->type == RAMURE_META)
		return node->meta->role == RAMURE_META_ID || node->meta->role == RAMURE_META_KEYWORDS ||
		       node->meta->role == RAMURE_META_TYPE;
	return parent && ((parent->type == RAMURE_FIGURE && parent->figure->alt == node) ||
			  (parent->type == RAMURE_IMAGE && parent->image->alt == node));
}

ramure_str ramure_dump_words(ramure_ctx *ctx, const char *path, ramure_medium medium)
{
	way w = { .ctx = ctx };
	const ramure_node *document = polished(&w, path, medium);
	buf words = buf_on(ctx->arena);
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		const ramure_node *node = walk.node;

		if (walk.entering && is_silent(node, medium)) {
			walk.skip = true;
		} else if (walk.entering) {
			if (node->type == RAMURE_PHRASE && node->parent && node->parent->type == RAMURE_FIGURE)
				buf_putc(&words, '~');
			buf_put_str(&words, node->text);
			if (node->type == RAMURE_BREAK)
				buf_putc(&words, ' ');
		} else if (!ramure_is_inline(node->type)) {
			buf_putc(&words, '\n');
		}
	}
	release(&w);
	return buf_str(&words);
}

ramure_str ramure_dump_pages(ramure_ctx *ctx, const char *path)
{
	way w = { .ctx = ctx };
	const ramure_node *slides = polished(&w, path, RAMURE_SLIDES);
	ramure_str dump = RAMURE_STR("");

	if (slides && state(ctx) == RAMURE_OK)
		w.deck = layout_deck(ctx, slides);
	if (w.deck)
		dump = deck_dump(ctx, w.deck);
	release(&w);
	return dump;
}
