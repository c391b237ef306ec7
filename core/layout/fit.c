/* fit.c: how the body of one slide is set: at which scale, in how many columns, over how many pages. */
#include "core/layout/fit.h"

#include "core/base/gettext.h"
#include "core/context.h"
#include "core/layout/flow.h"

enum {
	MOST_PAGES = 20000, /* of one slide: beyond, something does not move on */
	MOST_BALANCED = 40, /* pages whose shares are made equal */
	MOST_EVEN = 12,     /* up to here page by page */
	FEW_PAGES = 4,      /* up to here a smaller size that saves a page is worth it */
	MORE_PAGES = 10,    /* up to here a little smaller one is */
	SOME_PAGES = 8,     /* up to here another division of sections is */
};

typedef struct attempt {
	double scale, gaps;
	int columns;
	double images; /* what images make do with */
} attempt;

/* A plan, with what was learnt on the way when it has several pages: one page is soon measured again. */
typedef struct own_plan {
	fit_plan plan;
	flow_memory *memory; /* NULL for one page */
	double page, images;
	unsigned rows;
	flow_keep keep;
	bool firm;
} own_plan;

typedef struct fitting {
	ramure_ctx *ctx;
	ramure_canvas *canvas;
	const ramure_node *body;
	fit_zone zone;
	flow_memory *memory;
	flow flow; /* of the attempt under way */
} fitting;

/* Speaker notes are read close by, and set smaller. */
static ramure_role role_of(const ramure_node *body)
{
	return body->type == RAMURE_NOTES ? RAMURE_ROLE_DETAIL : RAMURE_ROLE_BODY;
}

static flow flow_of(ramure_canvas *canvas, const own_plan *own, const ramure_node *body, flow_memory *memory)
{
	return (flow){
		.canvas = canvas,
		.memory = memory,
		.gaps = own->plan.gaps,
		.images = own->images,
		.page = own->page,
		.columns = own->plan.columns,
		.rows = own->rows,
		.role = role_of(body),
		.keep = own->keep,
		.firm = own->firm,
	};
}

static double smaller(double a, double b)
{
	return a < b ? a : b;
}

static void begin(fitting *t, attempt a)
{
	own_plan own = { .plan = { .gaps = a.gaps, .columns = a.columns },
			 .page = smaller(t->zone.page.height, t->zone.last.height),
			 .images = a.images };

	t->canvas->scale = a.scale;
	flow_memory_forget(t->memory);
	t->flow = flow_of(t->canvas, &own, t->body, t->memory);
	t->flow.top = t->zone.page.y;
}

static placed place(const fitting *t, ramure_box box, double limit, const position *from, bool forced)
{
	room r = { box.x, box.y, box.width, smaller(box.height, limit), forced };

	return flow_try(&t->flow, flow_body, t->body, r, from);
}

/* Whether all stands on one page, nothing cut. */
static bool fits(fitting *t, attempt a)
{
	begin(t, a);
	return place(t, t->zone.last, FLOW_UNLIMITED, NULL, false).next == FLOW_END;
}

/* Pages filled: how many, 0 when something does not go in; and the share of its room that the emptiest one uses. */
typedef struct filled {
	size_t count;
	double emptiest;
} filled;

/* Fills one page up to a height, which `height` keeps.  Its `next` is `from` when nothing goes in. */
static placed fill_page(const fitting *t, double limit, const position *from, bool forced, double *height)
{
	placed last = place(t, t->zone.last, limit, from, forced), page;

	*height = smaller(t->zone.last.height, limit);
	if (last.next == FLOW_END || t->zone.page.height <= t->zone.last.height)
		return last;
	/* What ends in the larger room must leave something for the last page. */
	page = place(t, t->zone.page, limit, from, forced);
	if (page.next == FLOW_END || page.next == from)
		return last;
	*height = smaller(t->zone.page.height, limit);
	return page;
}

/* Fills pages from `from` on up to a height.  `pieces` may be NULL. */
static filled fill_from(fitting *t, const position *from, double limit, fit_piece *pieces, size_t most)
{
	bool forced = limit >= FLOW_UNLIMITED;
	filled so_far = { 0, 1 };

	t->flow.firm = !forced;
	for (size_t count = 0; count < most; count++) {
		double height;
		placed page = fill_page(t, limit, from, forced, &height);

		if (pieces)
			pieces[count] = (fit_piece){ from, height, forced };
		so_far.emptiest = smaller(so_far.emptiest, page.height / t->zone.last.height);
		if (page.next == FLOW_END)
			return (filled){ count + 1, so_far.emptiest };
		if (page.next == from)
			break;
		from = page.next;
	}
	return (filled){ 0, 0 };
}

static filled fill(fitting *t, double limit, fit_piece *pieces, size_t most)
{
	return fill_from(t, NULL, limit, pieces, most);
}

static double highest(const fitting *t)
{
	return t->zone.page.height > t->zone.last.height ? t->zone.page.height : t->zone.last.height;
}

/* The smallest height limit that keeps the number of pages: equal shares. */
static double fair_limit(fitting *t, size_t count, double *emptiest)
{
	double high = highest(t), low = high / 4;
	double best = FLOW_UNLIMITED;

	*emptiest = 0;
	if (count > 1 && count <= MOST_BALANCED)
		*emptiest = fill(t, FLOW_UNLIMITED, NULL, count).emptiest;
	while (count > 1 && count <= MOST_BALANCED && high - low > 3) {
		double middle = (low + high) / 2;
		filled taken = fill(t, middle, NULL, count);

		if (taken.count && taken.count <= count) {
			best = middle;
			*emptiest = taken.emptiest;
			high = middle;
		} else {
			low = middle;
		}
	}
	return best;
}

/* Blocks of one height fill all pages up to the limit but the last: then each takes no more than its share of what is
 * left, as long as the rest goes on the pages that are left. */
static void even_out(fitting *t, double limit, fit_piece *pieces, size_t count)
{
	const position *from = NULL;
	bool firm = t->flow.firm;
	double left = 0;

	limit = smaller(limit, highest(t));
	if (count > MOST_EVEN || fill(t, limit, NULL, count).count != count) {
		t->flow.firm = firm;
		return;
	}
	for (size_t i = 0; i < count; i++)
		left += place(t, t->zone.page, pieces[i].height, pieces[i].from, pieces[i].forced).height;
	for (size_t i = 0; i + 1 < count; i++) {
		double height, share = left / (double)(count - i);
		placed page = fill_page(t, share, from, false, &height);

		if (page.next == from || page.next == FLOW_END ||
		    !fill_from(t, page.next, limit, NULL, count - i - 1).count)
			page = fill_page(t, limit, from, false, &height);
		pieces[i] = (fit_piece){ from, height, false };
		left -= page.height;
		from = page.next;
	}
	pieces[count - 1] = (fit_piece){ from, smaller(t->zone.last.height, limit), false };
}

/* A compiled page, or contents: what it says comes from elsewhere, and its author has nothing to shorten. */
static bool is_compiled(const ramure_node *slide)
{
	return slide->type == RAMURE_SLIDE && (slide->slide->compiled || ramure_child(slide, RAMURE_CONTENTS));
}

static void report(const fitting *t, const fit_plan *plan)
{
	const char *tightened =
		plan->columns == 2 ? N_("%.0f pt too high at full size: set in two columns at %.0f %%, gaps at %.0f %%")
				   : N_("%.0f pt too high at full size: set at %.0f %%, gaps at %.0f %%");

	if (is_compiled(t->body))
		return;
	if (plan->count > 1) {
		ramure_info(t->ctx, t->body->span, "continued",
			    "%.0f pt too high for one page: it continues on %zu more, at %.0f %%", plan->excess,
			    plan->count - 1, plan->scale * 100);
		ramure_hint(t->ctx, "shorten it or divide it with a second '##' heading");
	} else if (plan->excess > 0) {
		ramure_info(t->ctx, t->body->span, "tightened", tightened, plan->excess, plan->scale * 100,
			    plan->gaps * 100);
		ramure_hint(t->ctx, "shorten it if you want it at full size");
	}
}

static const fit_plan *finish(fitting *t, attempt a, double limit, size_t count, double excess)
{
	own_plan *own = RAMURE_NEW(t->ctx, own_plan);
	fit_piece *pieces = RAMURE_NEW_ARRAY(t->ctx, fit_piece, count);

	if (count == 1) {
		pieces[0] = (fit_piece){ NULL, t->zone.last.height, limit >= FLOW_UNLIMITED };
		flow_memory_give(t->ctx, t->memory);
	} else {
		fill(t, limit, pieces, count);
		even_out(t, limit, pieces, count);
		own->memory = t->memory;
	}
	own->page = t->flow.page;
	own->keep = t->flow.keep;
	own->images = t->flow.images;
	own->rows = t->flow.rows;
	own->firm = t->flow.firm;
	own->plan = (fit_plan){ .pieces = pieces,
				.count = count,
				.aside = count > 1 ? flow_aside(&t->flow, t->body, t->zone.last.width) : NULL,
				.scale = a.scale,
				.gaps = a.gaps,
				.columns = a.columns,
				.excess = excess };
	report(t, &own->plan);
	return &own->plan;
}

/* A way to set a body over several pages. */
typedef struct spread {
	attempt a;
	flow_keep keep;
	unsigned rows;   /* of sections: see flow.h */
	size_t count;    /* 0 when something goes nowhere */
	double limit;    /* of equal shares */
	double emptiest; /* see filled */
} spread;

static void begin_spread(fitting *t, const spread *s)
{
	begin(t, s->a);
	t->flow.keep = s->keep;
	t->flow.rows = s->rows;
}

static size_t count_pages(fitting *t, const spread *s, size_t most)
{
	begin_spread(t, s);
	return fill(t, FLOW_UNLIMITED, NULL, most).count;
}

/* The sizes of what goes on over several pages. */
static const attempt sizes[] = { { 1, 1, 0, 1 },       { 1, 0.5, 0, 0.8 },    { 0.95, 0.5, 0, 0.7 },
				 { 0.9, 0.5, 0, 0.6 }, { 0.85, 0.5, 0, 0.6 }, { 0.8, 0.5, 0, 0.6 } };
enum { A_LITTLE_SMALLER = 3, SIZES = sizeof sizes / sizeof *sizes };

/* The least number of pages that the smallest size gives, then the largest size that keeps it. */
static spread spread_over(fitting *t, int columns)
{
	spread s = { .a = sizes[0] };
	size_t smallest, least;

	s.a.columns = columns;
	s.count = count_pages(t, &s, MOST_PAGES);
	if (!s.count || s.count > MORE_PAGES)
		return s;
	smallest = s.count > FEW_PAGES ? A_LITTLE_SMALLER : SIZES - 1;
	s.a = sizes[smallest];
	s.a.columns = columns;
	least = count_pages(t, &s, MOST_PAGES);
	for (size_t i = 0; i <= smallest && least; i++) {
		s.a = sizes[i];
		s.a.columns = columns;
		s.count = count_pages(t, &s, MOST_PAGES);
		if (s.count && s.count <= least)
			break;
	}
	return s;
}

/* Equal shares; blocks stay whole when that takes no page more, nor leaves one emptier than half. */
static void share(fitting *t, spread *s)
{
	const double half = 0.5;
	spread whole = *s;

	begin_spread(t, s);
	s->limit = fair_limit(t, s->count, &s->emptiest);
	if (s->count < 2)
		return;
	whole.keep = FLOW_KEEPS_BLOCKS;
	whole.count = count_pages(t, &whole, s->count);
	if (!whole.count)
		return;
	whole.limit = fair_limit(t, whole.count, &whole.emptiest);
	if (whole.count < s->count || s->count > MOST_BALANCED || whole.emptiest >= half ||
	    whole.emptiest >= s->emptiest)
		*s = whole;
}

/* Tables that are groups of one: each begins a page, when none is left emptier than half by it; in smaller letters, when
 * then each takes one. */
static void share_groups(fitting *t, spread *s, size_t groups)
{
	const double half = 0.5;
	spread apart = *s;

	if (s->count < 2 || s->count + groups > MOST_BALANCED)
		return;
	apart.keep = FLOW_KEEPS_SECTIONS;
	apart.count = count_pages(t, &apart, s->count + groups - 1);
	for (size_t i = 0; i < SIZES && apart.count > groups; i++) {
		spread one_each = apart;

		one_each.a = sizes[i];
		one_each.a.columns = apart.a.columns;
		one_each.count = count_pages(t, &one_each, groups);
		if (one_each.count)
			apart = one_each;
	}
	if (!apart.count)
		return;
	begin_spread(t, &apart);
	apart.limit = fair_limit(t, apart.count, &apart.emptiest);
	if (apart.emptiest >= half)
		*s = apart;
}

/* The fewest pages, then the one whose pages are filled most alike. */
static bool better(const spread *a, const spread *b)
{
	if (a->count != b->count)
		return a->count && (!b->count || a->count < b->count);
	return a->emptiest > b->emptiest + 0.1;
}

/* Other ways to divide a few sections, at the same size, when theirs leaves a page emptier than it should be. */
static void divide_otherwise(fitting *t, spread *best, size_t sections)
{
	enum { MOST_DIVIDED = 5 };
	const double enough = 0.7;
	unsigned divisions = sections > 1 && sections <= MOST_DIVIDED ? 1u << (sections - 1) : 0;

	for (unsigned i = 0; i < divisions && best->count > 1 && best->emptiest < enough; i++) {
		spread other = { .a = best->a, .rows = i << 1 | 1 };

		other.count = count_pages(t, &other, best->count);
		if (!other.count)
			continue;
		share(t, &other);
		if (better(&other, best))
			*best = other;
	}
}

static const fit_plan *continue_on_pages(fitting *t, bool columns, double excess)
{
	spread best = spread_over(t, columns ? 2 : 1), other;
	size_t sections = columns ? flow_sections_to_divide(&t->flow, t->body, t->zone.last.width) : 0;
	size_t groups = flow_table_groups(t->ctx, t->body);

	share(t, &best);
	if (sections && best.count <= SOME_PAGES) {
		other = spread_over(t, 1);
		share(t, &other);
		if (better(&other, &best))
			best = other;
		else
			divide_otherwise(t, &best, sections);
	}
	if (groups > 1)
		share_groups(t, &best, groups);
	if (!best.count) {
		ramure_error(t->ctx, t->body->span, "the content of this slide cannot be placed on pages");
		ramure_hint(t->ctx, "divide it into several slides");
		best.count = 1;
	}
	begin_spread(t, &best);
	return finish(t, best.a, best.limit, best.count, excess);
}

static bool has_images(const ramure_node *body)
{
	ramure_walk walk = ramure_walk_from(body);

	while (ramure_walk_next(&walk))
		if (walk.node->type == RAMURE_IMAGE)
			return true;
	return false;
}

const fit_plan *fit_body(ramure_ctx *ctx, const ramure_node *body, fit_zone zone)
{
	static const attempt steps[] = {
		{ 1, 1, 1, 1 },        { 1, 0.75, 1, 1 },    { 1, 0.5, 1, 1 },      { 1, 0.75, 1, 0.8 },
		{ 1, 0.5, 1, 0.6 },    { 1, 1, 2, 1 },       { 1, 0.5, 2, 1 },      { 0.95, 0.5, 2, 0.6 },
		{ 0.95, 0.5, 1, 0.6 }, { 0.9, 0.5, 2, 0.6 }, { 0.9, 0.5, 1, 0.6 },  { 0.85, 0.5, 2, 0.6 },
		{ 0.85, 0.5, 1, 0.6 }, { 0.8, 0.5, 2, 0.6 }, { 0.8, 0.5, 1, 0.6 },  { 0.9, 0.5, 2, 0.4 },
		{ 0.9, 0.5, 1, 0.4 },  { 0.9, 0.5, 1, 0.3 }, { 0.8, 0.5, 1, 0.25 },
	};
	display_list list = display_measuring(ctx);
	ramure_canvas canvas = canvas_on(ctx, &list, RAMURE_ARTIFACT, 1);
	fitting t = { .ctx = ctx, .canvas = &canvas, .body = body, .zone = zone, .memory = flow_memory_take(ctx) };
	bool columns, prose, images;
	double excess = 0;

	begin(&t, steps[0]);
	images = has_images(body);
	prose = flow_is_long_prose(&t.flow, body);
	columns = prose ? flow_takes_columns(&t.flow, body, zone.last.width) : false;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		if ((steps[i].columns == 2 && !columns) || (prose && columns && steps[i].columns == 1))
			continue;
		if (!images && steps[i].images < (steps[i].scale == 1 ? 1 : 0.6))
			continue;
		if (fits(&t, steps[i]))
			return finish(&t, steps[i], zone.last.height, 1, excess);
		if (excess <= 0) {
			excess = place(&t, (ramure_box){ 0, 0, zone.last.width, FLOW_UNLIMITED }, FLOW_UNLIMITED, NULL,
				       true)
					 .height -
				 zone.last.height;
			excess = excess > 1 ? excess : 1;
			columns = columns || flow_takes_columns(&t.flow, body, zone.last.width);
			if (excess > 3 * zone.last.height) /* no way to set it makes that one page */
				break;
		}
	}
	return continue_on_pages(&t, columns, excess);
}

void fit_put(ramure_canvas *canvas, const ramure_node *body, const fit_plan *plan, size_t piece, ramure_box box)
{
	const own_plan *own = (const own_plan *)(const void *)plan;
	const fit_piece *p = &plan->pieces[piece];
	double before = canvas->scale;
	room r = { box.x, box.y, box.width, smaller(box.height, p->height), p->forced };
	flow_memory *memory = own->memory ? own->memory : flow_memory_take(canvas->ctx);
	flow f;

	canvas->scale = plan->scale;
	f = flow_of(canvas, own, body, memory);
	f.top = box.y;
	f.foot = box.y + box.height;
	flow_body(&f, body, r, p->from);
	if (!own->memory)
		flow_memory_give(canvas->ctx, memory);
	canvas->scale = before;
}
