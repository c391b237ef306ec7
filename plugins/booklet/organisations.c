/* organisations.c: the organisations that were declared, each once, with all its names. */
#include "booklet.h"

#include <stdlib.h>
#include <string.h>

/* A name that was declared, with the organisation that it belongs to. */
struct declared {
	const ramure_fact *fact;
	ramure_str name; /* of the organisation */
	ramure_str slug;
	size_t order;
};

/* What is another name of an organisation is no second one, wherever it was declared. */
static struct declared declared_of(ramure_ctx *ctx, const ramure_fact *fact, size_t order)
{
	struct declared d = { .fact = fact, .name = fact->about.size ? fact->about : fact->key, .order = order };
	const ramure_fact *same = NULL;

	while (!fact->about.size && (same = ramure_next_fact_about(ctx, "organisation", fact->key, same)))
		if (same->about.size) {
			d.name = same->about;
			break;
		}
	d.slug = ramure_slug(ctx, d.name);
	return d;
}

/* Most are written alike, and each chapter of a booklet may declare the same ones. */
static bool same_name(ramure_ctx *ctx, ramure_str a, ramure_str b)
{
	return ramure_str_equal(a, b) || ramure_str_equal(ramure_slug(ctx, a), ramure_slug(ctx, b));
}

static void check_other_name(ramure_ctx *ctx, const ramure_fact *fact)
{
	const ramure_fact *same = NULL;

	while (fact->about.size && (same = ramure_next_fact_about(ctx, "organisation", fact->key, same)) &&
	       same != fact) {
		if (!same->about.size || same_name(ctx, same->about, fact->about))
			continue;
		ramure_warning(ctx, fact->at, "organisation-name", "'%.*s' is a name of '%.*s' and of '%.*s'",
			       (int)fact->key.size, fact->key.data, (int)same->about.size, same->about.data,
			       (int)fact->about.size, fact->about.data);
		ramure_hint(ctx,
			    "the other is at %s: keep it for one of them, or write 'accepter: organisation-name' in "
			    "the front matter",
			    ramure_span_format(ctx, same->at).data);
		return;
	}
}

/* An index goes by the word behind the article. */
static ramure_str sorted_by(ramure_str slug)
{
	static const char *const articles[] = { "le-", "la-", "les-", "l-", "the-" };

	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
		size_t size = strlen(articles[i]);

		if (slug.size > size && memcmp(slug.data, articles[i], size) == 0)
			return (ramure_str){ slug.data + size, slug.size - size };
	}
	return slug;
}

static int compare(ramure_str a, ramure_str b)
{
	size_t size = a.size < b.size ? a.size : b.size;
	int order = size ? memcmp(a.data, b.data, size) : 0;

	return order ? order : (a.size > b.size) - (a.size < b.size);
}

static int by_name(const void *a, const void *b)
{
	const struct declared *x = a, *y = b;
	int order = compare(sorted_by(x->slug), sorted_by(y->slug));

	if (!order)
		order = compare(x->slug, y->slug);
	return order ? order : (x->order > y->order) - (x->order < y->order);
}

static bool has_name(ramure_ctx *ctx, const struct organisation *o, ramure_str name)
{
	for (size_t i = 0; i < o->mentions.name_count; i++)
		if (same_name(ctx, o->names[i], name))
			return true;
	return false;
}

static void add_name(ramure_ctx *ctx, struct organisation *o, ramure_str name)
{
	if (!has_name(ctx, o, name))
		o->names[o->mentions.name_count++] = name;
}

struct organisation *gather_organisations(ramure_ctx *ctx, size_t *count)
{
	size_t facts = count_facts(ctx, "organisation"), i = 0;
	struct declared *all = RAMURE_NEW_ARRAY(ctx, struct declared, facts + 1);
	struct organisation *organisations = RAMURE_NEW_ARRAY(ctx, struct organisation, facts + 1);
	/* The name of each organisation, and those declared. */
	ramure_str *names = RAMURE_NEW_ARRAY(ctx, ramure_str, 2 * facts + 1);
	const ramure_fact *fact = NULL;

	while ((fact = ramure_next_fact(ctx, "organisation", fact))) {
		check_other_name(ctx, fact);
		all[i] = declared_of(ctx, fact, i);
		i++;
	}
	qsort(all, facts, sizeof *all, by_name);
	*count = 0;
	for (i = 0; i < facts; i++) {
		if (!i || compare(all[i - 1].slug, all[i].slug)) {
			struct organisation *o = &organisations[(*count)++];

			o->names = names + 2 * i;
			add_name(ctx, o, all[i].name);
		}
		add_name(ctx, &organisations[*count - 1], all[i].fact->key);
	}
	for (i = 0; i < *count; i++)
		organisations[i].mentions.names = organisations[i].names;
	return organisations;
}
