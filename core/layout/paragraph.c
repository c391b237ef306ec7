/* paragraph.c: texts shaped once, and kept. */
#include "core/layout/paragraph_parts.h"

#include <linebreak.h>

/* Bytes of shaped texts: those of some 250 slides. */
enum { MOST_SHAPED = 2 * 1024 * 1024 };

typedef struct cached_paragraph {
	struct cached_paragraph *next;
	const ramure_node *node;
	int weight;
	bool italic;
	paragraph p;
} cached_paragraph;

/* That of the nearest node around which says one. */
static ramure_str lang_of(const ramure_ctx *ctx, const ramure_node *text)
{
	for (; text; text = text->parent)
		if (ramure_node_lang(text).size)
			return ramure_node_lang(text);
	return ctx->lang;
}

static double hyphen_width(const font_face *face)
{
	hb_codepoint_t id = 0;

	hb_font_get_nominal_glyph(face->hb, '-', &id);
	return (double)hb_font_get_glyph_h_advance(face->hb, id) / face->info.units_per_em;
}

static void shape(ramure_ctx *ctx, paragraph *p, const ramure_node *text, int weight, bool italic)
{
	ramure_str lang = lang_of(ctx, text);

	paragraph_gather(ctx, p, text);
	paragraph_find_levels(ctx, p, lang);
	paragraph_set_glyphs(ctx, p, paragraph_cut_runs(ctx, p, weight, italic), lang);
	p->face = fonts_face(ctx, weight, italic, false);
	p->hyphen_width = hyphen_width(p->face);
	p->cache = arena_alloc(ctx->shaped, sizeof *p->cache);
	paragraph_find_breaks(ctx, p, lang);
}

static size_t list_of(const paragraph_cache *cache, const ramure_node *text)
{
	return ((uintptr_t)text >> 4) & (cache->list_count - 1);
}

/* Keeps the lists short, however long the document. */
static void widen_lists(ramure_ctx *ctx, paragraph_cache *cache)
{
	cached_paragraph **before = cache->lists;
	size_t count = cache->list_count;

	cache->list_count = count ? count * 4 : 256;
	cache->lists = arena_alloc_array(ctx->shaped, cache->list_count, sizeof *cache->lists);
	for (size_t i = 0; i < count; i++)
		for (cached_paragraph *c = before[i], *next; c; c = next) {
			size_t list = list_of(cache, c->node);

			next = c->next;
			c->next = cache->lists[list];
			cache->lists[list] = c;
		}
}

static paragraph_cache *cache_of(ramure_ctx *ctx)
{
	if (!ctx->paragraphs) {
		if (!ctx->shaped) {
			init_linebreak();
			ctx->shaped = arena_beside(ctx->arena);
		}
		ctx->paragraphs = arena_alloc(ctx->shaped, sizeof *ctx->paragraphs);
		widen_lists(ctx, ctx->paragraphs);
	}
	return ctx->paragraphs;
}

void paragraph_forget(ramure_ctx *ctx)
{
	ctx->paragraphs = NULL;
	if (ctx->shaped)
		arena_return(ctx->shaped, (arena_mark){ 0 });
}

void paragraph_forget_many(ramure_ctx *ctx)
{
	paragraph_cache *cache = ctx->paragraphs;
	size_t used;

	if (!cache)
		return;
	used = arena_used(ctx->shaped);
	/* One page may take more than that, of a text that goes on over many: each would shape all of it again. */
	if (!cache->of_page)
		cache->of_page = used;
	else if (used > MOST_SHAPED && used > 2 * cache->of_page)
		paragraph_forget(ctx);
}

const paragraph *paragraph_shape(ramure_ctx *ctx, const ramure_node *text, const paragraph_style *style)
{
	paragraph_cache *cache = cache_of(ctx);
	cached_paragraph *c = cache->lists[list_of(cache, text)];
	size_t list;

	for (; c; c = c->next)
		if (c->node == text && c->weight == style->role.weight && c->italic == style->role.italic)
			return &c->p;
	if (cache->count++ == 2 * cache->list_count)
		widen_lists(ctx, cache);
	list = list_of(cache, text);
	c = arena_alloc(ctx->shaped, sizeof *c);
	*c = (cached_paragraph){
		.next = cache->lists[list], .node = text, .weight = style->role.weight, .italic = style->role.italic
	};
	cache->lists[list] = c;
	shape(ctx, &c->p, text, c->weight, c->italic);
	return &c->p;
}
