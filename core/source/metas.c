/* metas.c: the front matter's texts as the first nodes of a document, in the order in which a cover says them. */
#include "core/source/metas.h"

#include "core/context.h"
#include "core/document/document.h"
#include "core/image/image.h"
#include "core/source/settings.h"

#include <stddef.h>

typedef struct putter {
	ramure_ctx *ctx;
	ramure_node *document;
	ramure_node *last; /* the META put last */
} putter;

/* The texts that are only copied. */
static const struct {
	ramure_meta_role role;
	size_t offset;
} texts[] = {
	{ RAMURE_META_EVENT, offsetof(settings, event) },
	{ RAMURE_META_TITLE, offsetof(settings, title) },
	{ RAMURE_META_SUBTITLE, offsetof(settings, subtitle) },
	{ RAMURE_META_SUMMARY, offsetof(settings, summary) },
	{ RAMURE_META_PLACE, offsetof(settings, place) },
	{ RAMURE_META_AUTHOR, offsetof(settings, author) },
	{ RAMURE_META_ORGANISATION, offsetof(settings, organisation) },
	{ RAMURE_META_CONTACT, offsetof(settings, contact) },
	{ RAMURE_META_PARTNERS_LABEL, offsetof(settings, partners_label) },
	{ RAMURE_META_FOOTER, offsetof(settings, footer) },
	{ RAMURE_META_CONFIDENTIALITY, offsetof(settings, confidentiality) },
	{ RAMURE_META_TYPE, offsetof(settings, type) },
	{ RAMURE_META_KEYWORDS, offsetof(settings, keywords) },
};

static ramure_node *put(putter *p, ramure_meta_role role, ramure_span at)
{
	ramure_node *meta = node_new(p->ctx, RAMURE_META, at);

	meta->meta->role = role;
	node_insert_after(p->document, p->last, meta);
	p->last = meta;
	return meta;
}

/* A field of one paragraph or of several: these become its lines. */
static void put_inlines(ramure_ctx *ctx, ramure_node *into, ramure_text text)
{
	for (const ramure_node *child = text->first; child; child = child->next) {
		if (child->type != RAMURE_PARAGRAPH) {
			node_append(into, node_copy(ctx, child));
			continue;
		}
		if (into->first)
			node_append(into, node_new(ctx, RAMURE_BREAK, child->span));
		put_inlines(ctx, into, child);
	}
}

static void put_text(putter *p, ramure_meta_role role)
{
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		ramure_text text;

		if (texts[i].role != role)
			continue;
		text = *(const ramure_text *)(const void *)((const char *)p->ctx->settings + texts[i].offset);
		if (text && text->first)
			put_inlines(p->ctx, put(p, role, text->span), text);
	}
}

static void put_string(putter *p, ramure_meta_role role, ramure_span at, ramure_str words)
{
	if (words.size)
		node_append(put(p, role, at), node_text(p->ctx, at, words));
}

static void put_date(putter *p)
{
	const settings *s = p->ctx->settings;
	ramure_date start = s->date;

	if (!start.year)
		return;
	if (!s->end_date.year)
		put_string(p, RAMURE_META_DATE, start.at, ramure_date_format(p->ctx, start));
	else
		put_string(p, RAMURE_META_DATE, start.at,
			   ramure_period_format(p->ctx, (ramure_period){ start.at, start, s->end_date }));
}

/* Who contributes: a name, and the logo that may stand for it. */
static void put_contributor(putter *p, ramure_span at, ramure_text name, const ramure_path *file)
{
	ramure_node *meta = put(p, RAMURE_META_PARTNER, at);
	ramure_node *logo;

	if (name)
		put_inlines(p->ctx, meta, name);
	if (!file->path.size)
		return;
	logo = node_new(p->ctx, RAMURE_IMAGE, file->at);
	logo->image->file = image_load(p->ctx, file->path, file->at);
	/* Its name stands beside it. */
	logo->image->decorative = true;
	node_append(meta, logo);
}

/* The organisation's own logo comes first; on a cover, not again with each chapter. */
static void put_partners(putter *p)
{
	const settings *s = p->ctx->settings;
	const partner *partners = s->partners.items;
	ramure_text owner = s->organisation ? s->organisation : s->title;

	if (s->logo.path.size && !p->ctx->chapter)
		put_contributor(p, s->logo.at, owner ? owner : ramure_text_new(p->ctx, RAMURE_STR("Logo")), &s->logo);
	for (size_t i = 0; i < s->partners.count; i++)
		put_contributor(p, partners[i].at, partners[i].name, &partners[i].logo);
}

/* The label, while the document's date is before the day that ends the embargo. */
static void put_embargo(putter *p)
{
	const settings *s = p->ctx->settings;

	/* The booklet says the latest of its chapters'. */
	if (!s->embargo || p->ctx->chapter)
		return;
	if (s->embargo_date.year && !ramure_need_date(p->ctx, s->embargo_date.at, "embargo"))
		return;
	if (s->embargo_date.year && ramure_date_compare(p->ctx->date, s->embargo_date) >= 0)
		return;
	put_inlines(p->ctx, put(p, RAMURE_META_EMBARGO, s->embargo->span), s->embargo);
}

void metas_put(ramure_ctx *ctx, ramure_node *document)
{
	putter p = { .ctx = ctx, .document = document };

	if (!ctx->settings)
		return;
	for (int role = 0; role < RAMURE_META_ROLES; role++) {
		switch ((ramure_meta_role)role) {
		case RAMURE_META_DATE:
			put_date(&p);
			break;
		case RAMURE_META_PARTNER:
			put_partners(&p);
			break;
		case RAMURE_META_EMBARGO:
			put_embargo(&p);
			break;
		case RAMURE_META_ID:
			put_string(&p, RAMURE_META_ID, ctx->settings->id.at, ctx->settings->id.text);
			break;
		default:
			put_text(&p, (ramure_meta_role)role);
			break;
		}
	}
}
