/* cover.c: the words of the cover, and how high the block must be that they stand on. */
#include "odt.h"

#include <math.h>
#include <string.h>

/* Where the upper texts begin; what stays free between texts, under the last upper one, under the block, at the foot. */
static const double upper_top = 90, type_gap = 18, least_ground = 24, lower_gap = 32, foot = 36;
static const double template_gap = 48, logo_height = 36;
/* What a title may take to end above the leaves of the ornament. */
static const double title_room = 136;

/* The cover while it is written: the style of a paragraph depends on what stands above it. */
typedef struct cover {
	odt *o;
	bool begun;     /* something stands in the block */
	bool lowered;   /* something stands under it */
	bool ruled;     /* the rule over date and publisher is drawn */
	double bottom;  /* of what stands in the block */
	double height;  /* of the block */
	double leading; /* of the title */
	size_t lines;
} cover;

static double key(cover *c, const char *name)
{
	return ramure_theme_number(c->o->ctx, name);
}

/* A named style that differs from another by where it stands on the cover. */
static const char *placed_style(cover *c, const char *parent, double margin, bool rule)
{
	xml *x = &c->o->derived;
	const char *name = ramure_format(c->o->ctx, "%s_place", parent).data;

	odt_style_open(x, "paragraph", name, ramure_format(c->o->ctx, "%s, à sa place", odt_style_shown(parent)).data,
		       parent);
	xml_attr(x, "style:class", "chapter");
	xml_open(x, "style:paragraph-properties");
	xml_attr_pt(x, "fo:margin-top", margin);
	if (rule) {
		ramure_rgb colour = ramure_theme_colour(c->o->ctx, RAMURE_HAIRLINE);

		xml_attr_pt(x, "fo:padding-top", 8);
		xml_attr_format(x, "fo:border-top", "0.75pt solid #%02x%02x%02x", colour.r, colour.g, colour.b);
	}
	xml_close(x);
	xml_close(x);
	return name;
}

/* What comes first begins the cover's page. */
static const char *upper_style(cover *c, const char *style)
{
	if (!c->begun)
		c->o->turn = "Couverture";
	c->begun = true;
	return odt_turned_style(c->o, style);
}

static const char *lower_style(cover *c, const char *style)
{
	bool first = !c->lowered;
	bool rule = !c->ruled && (strcmp(style, "Couverture_Date") == 0 || strcmp(style, "Couverture_Mention") == 0);
	double margin = !first ? type_gap : c->o->reference ? template_gap : c->height + lower_gap - c->bottom;

	c->lowered = true;
	c->ruled |= rule;
	/* What opens the lower half has no rule above it. */
	return upper_style(c, first || rule ? placed_style(c, style, margin, rule && !first) : style);
}

static void begin(cover *c, const char *style)
{
	xml_open(&c->o->out, "text:p");
	xml_attr(&c->o->out, "text:style-name", style);
}

static void put_paragraph(cover *c, const char *style, const ramure_node *inlines)
{
	begin(c, style);
	odt_display_inlines(c->o, inlines);
	xml_close(&c->o->out);
}

/* "23 juin 2020, Vincennes"; either may be NULL. */
static void put_pair(cover *c, const char *style, const ramure_node *one, const ramure_node *other)
{
	begin(c, style);
	odt_inlines(c->o, one);
	if (one && other)
		xml_words(&c->o->out, ", ");
	odt_inlines(c->o, other);
	xml_close(&c->o->out);
}

static void put_meta(cover *c, const char *style, ramure_meta_role role)
{
	const ramure_node *meta = ramure_meta(c->o->document, role);

	if (meta)
		put_paragraph(c, lower_style(c, style), meta);
}

/* How the title will break: a figure of ours asks the canvas, and draws nothing. */
typedef struct title_measure {
	ramure_text title;
	double size, leading;
	size_t lines;
} title_measure;

static ramure_extent count_lines(const void *data, ramure_canvas *canvas, const ramure_frame *frame)
{
	title_measure *const *m = data;
	ramure_style style = { .role = RAMURE_ROLE_COVER_TITLE, .size = (*m)->size, .leading = (*m)->leading };

	(*m)->lines = ramure_text_measure(canvas, (*m)->title, style, frame->box.width).lines;
	return (ramure_extent){ .next = RAMURE_DONE };
}

static size_t title_lines(cover *c, ramure_text title, double size, double leading)
{
	title_measure m = { .title = title, .size = size, .leading = leading }, *measure = &m;
	ramure_figure_info info = { .data = &measure, .draw = count_lines };
	ramure_node figure = { .type = RAMURE_FIGURE, .figure = &info };
	size_t from = 0;

	ramure_figure_page(c->o->ctx, &figure, (ramure_str){ 0 }, odt_text_width(c->o), odt_room_height(c->o), &from);
	return m.lines;
}

static void measure_title(cover *c, const ramure_node *title)
{
	static const double scales[] = { 1, 0.85, 0.7 };
	double size = key(c, "report.cover-title.size"), leading = key(c, "report.cover-title.leading");

	c->leading = leading;
	if (!title)
		return;
	/* A long title is set smaller, so that it stays over the ornament. */
	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
		c->leading = leading * scales[i];
		c->lines = title_lines(c, title, size * scales[i], c->leading);
		c->o->title_scale = i ? scales[i] : 0;
		if ((double)c->lines * c->leading <= title_room)
			break;
	}
}

/* The kind of report and the occasion, then the title. */
static void put_upper(cover *c)
{
	const ramure_node *type = ramure_meta(c->o->document, RAMURE_META_TYPE);
	const ramure_node *event = ramure_meta(c->o->document, RAMURE_META_EVENT);
	const ramure_node *title = ramure_meta(c->o->document, RAMURE_META_TITLE);

	if (type || event)
		put_pair(c, upper_style(c, "Couverture_Type"), type, event);
	if (title)
		put_paragraph(c, upper_style(c, "Title"), title);
}

static void put_date(cover *c)
{
	const ramure_node *date = ramure_meta(c->o->document, RAMURE_META_DATE);
	const ramure_node *place = ramure_meta(c->o->document, RAMURE_META_PLACE);

	if (date || place)
		put_pair(c, lower_style(c, "Couverture_Date"), date, place);
}

static const ramure_node *next_partner(const ramure_node *n)
{
	while (n && !(n->type == RAMURE_META && n->meta->role == RAMURE_META_PARTNER))
		n = n->next;
	return n;
}

/* The organisation's own logo stands for a name that the cover has said. */
static bool is_named(cover *c, const ramure_node *partner)
{
	const ramure_node *owner = ramure_meta(c->o->document, RAMURE_META_ORGANISATION);

	if (!owner)
		owner = ramure_meta(c->o->document, RAMURE_META_TITLE);
	return ramure_same_words(c->o->ctx, owner, partner);
}

static void put_logos(cover *c)
{
	bool any = false;

	for (const ramure_node *n = next_partner(c->o->document->first); n; n = next_partner(n->next)) {
		if (!ramure_child(n, RAMURE_IMAGE))
			continue;
		if (!any)
			begin(c, "Figure");
		else
			xml_words(&c->o->out, "\u2003");
		any = true;
		odt_logo(c->o, n, logo_height);
	}
	if (any)
		xml_close(&c->o->out);
}

/* After one another: a list of twenty-three would not stay on the cover. */
static void put_partners(cover *c)
{
	const ramure_node *label = ramure_meta(c->o->document, RAMURE_META_PARTNERS_LABEL);
	bool any = false;

	for (const ramure_node *n = next_partner(c->o->document->first); n; n = next_partner(n->next)) {
		if (is_named(c, n))
			continue;
		if (!any && label)
			put_paragraph(c, lower_style(c, "Couverture_Mention"), label);
		if (!any)
			begin(c, lower_style(c, "Couverture_Partenaire"));
		else
			xml_words(&c->o->out, " ; ");
		any = true;
		odt_display_inlines(c->o, n);
	}
	if (any)
		xml_close(&c->o->out);
	put_logos(c);
}

/* The points that words of the lower half will take, with what is around them. */
static double foreseen(cover *c, const ramure_node *words, const char *look, double around)
{
	double size = key(c, ramure_format(c->o->ctx, "report.%s.size", look).data);
	double leading = key(c, ramure_format(c->o->ctx, "report.%s.leading", look).data);
	ramure_walk walk;
	double lines = 0;

	if (!words)
		return 0;
	walk = ramure_walk_from(words);
	while (ramure_walk_next(&walk))
		lines += walk.entering && walk.node->type == RAMURE_BREAK;
	lines += ceil(odt_text_estimate(ramure_plain_text(c->o->ctx, words), size, true) / odt_text_width(c->o));
	return around + lines * leading;
}

static double foreseen_partners(cover *c)
{
	double size = key(c, "report.cover-date.size"), width = 0;
	bool logos = false;

	for (const ramure_node *n = next_partner(c->o->document->first); n; n = next_partner(n->next)) {
		width += odt_text_estimate(ramure_plain_text(c->o->ctx, n), size, true) + size;
		logos |= ramure_child(n, RAMURE_IMAGE) != NULL;
	}
	return ceil(width / odt_text_width(c->o)) * key(c, "report.cover-date.leading") +
	       (logos ? logo_height + 12 : 0);
}

/* The block gives way to what must stand under it, down to the title. */
static void plan(cover *c)
{
	static const struct {
		ramure_meta_role role;
		const char *look;
		double around;
	} lower[] = {
		{ RAMURE_META_SUBTITLE, "cover-subtitle", 2 },
		{ RAMURE_META_SUMMARY, "cover-summary", 12 },
		{ RAMURE_META_EMBARGO, "body", 12 },
		{ RAMURE_META_DATE, "cover-date", 26 },
		{ RAMURE_META_AUTHOR, "cover-date", 2 },
		{ RAMURE_META_ORGANISATION, "cover-date", 2 },
		{ RAMURE_META_CONTACT, "cover-date", 2 },
		{ RAMURE_META_PARTNERS_LABEL, "cover-date", 2 },
		{ RAMURE_META_CONFIDENTIALITY, "cover-date", 2 },
	};
	double room = key(c, "report.page.height") - foot - lower_gap - foreseen_partners(c);
	const ramure_node *document = c->o->document;

	measure_title(c, ramure_meta(document, RAMURE_META_TITLE));
	c->bottom = upper_top + (c->lines ? type_gap + c->leading * (double)c->lines : 0);
	if (ramure_meta(document, RAMURE_META_TYPE) || ramure_meta(document, RAMURE_META_EVENT))
		c->bottom += key(c, "report.cover-type.leading");
	for (size_t i = 0; i < sizeof lower / sizeof *lower; i++)
		room -= foreseen(c, ramure_meta(document, lower[i].role), lower[i].look, lower[i].around);
	c->height = fmax(fmin(key(c, "report.cover.height"), room), c->bottom + least_ground);
}

/* What a cover can say; without any of it there is none. */
bool odt_has_cover(const odt *o)
{
	static const ramure_meta_role roles[] = {
		RAMURE_META_TITLE,          RAMURE_META_TYPE,    RAMURE_META_EVENT,   RAMURE_META_SUBTITLE,
		RAMURE_META_SUMMARY,        RAMURE_META_DATE,    RAMURE_META_PLACE,   RAMURE_META_AUTHOR,
		RAMURE_META_ORGANISATION,   RAMURE_META_CONTACT, RAMURE_META_PARTNER, RAMURE_META_EMBARGO,
		RAMURE_META_CONFIDENTIALITY
	};

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (ramure_meta(o->document, roles[i]))
			return true;
	return false;
}

void odt_cover(odt *o)
{
	cover c = { .o = o };

	if (!odt_has_cover(o))
		return;
	/* A template's cover is its page; blocks and ornaments are the theme's. */
	if (!o->reference) {
		plan(&c);
		odt_cover_ground(o, c.height, c.bottom - type_gap);
	}
	c.ruled = o->reference != NULL;
	put_upper(&c);
	put_meta(&c, "Subtitle", RAMURE_META_SUBTITLE);
	put_meta(&c, "Couverture_Resume", RAMURE_META_SUMMARY);
	put_meta(&c, "Couverture_Embargo", RAMURE_META_EMBARGO);
	put_date(&c);
	put_meta(&c, "Couverture_Mention", RAMURE_META_AUTHOR);
	put_meta(&c, "Couverture_Mention", RAMURE_META_ORGANISATION);
	put_meta(&c, "Couverture_Mention", RAMURE_META_CONTACT);
	put_partners(&c);
	put_meta(&c, "Couverture_Mention", RAMURE_META_CONFIDENTIALITY);
}
