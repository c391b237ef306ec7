/* front.c: the cover. */
#include "odt.h"

#include <string.h>

/* Where the lower texts begin, under the block, and what a line of the title holds: the reader's program breaks it, so
 * that its lines can only be foreseen. */
static const double lower_top = 592, upper_top = 90, type_gap = 18, black_glyph = 0.56;

/* The style of the next paragraph, which may have to move down the page or to begin the cover. */
typedef struct cover {
	odt *o;
	xml *out;
	bool begun;    /* something stands in the block */
	bool lowered;  /* something stands under it */
	double bottom; /* of what stands in the block */
} cover;

static double key(cover *c, const char *name)
{
	return ramure_theme_number(c->o->ctx, name);
}

/* A style that differs from a named one by where it stands on the cover. */
static const char *placed_style(cover *c, const char *parent, double margin, bool begins)
{
	xml *x = &c->o->automatic;
	const char *name = ramure_format(c->o->ctx, "%s_place", parent).data;

	xml_open(x, "style:style");
	xml_attr(x, "style:name", name);
	xml_attr(x, "style:family", "paragraph");
	xml_attr(x, "style:parent-style-name", parent);
	if (begins)
		xml_attr(x, "style:master-page-name", "Couverture");
	xml_open(x, "style:paragraph-properties");
	xml_attr_pt(x, "fo:margin-top", margin);
	xml_close(x);
	xml_close(x);
	return name;
}

static const char *upper_style(cover *c, const char *style, double margin)
{
	const char *name = c->begun ? style : placed_style(c, style, margin, true);

	c->begun = true;
	return name;
}

static const char *lower_style(cover *c, const char *style)
{
	if (c->lowered)
		return style;
	c->lowered = true;
	if (!c->begun)
		c->bottom = upper_top;
	return placed_style(c, style, lower_top > c->bottom ? lower_top - c->bottom : type_gap, !c->begun);
}

static void put_paragraph(cover *c, const char *style, const ramure_node *inlines)
{
	xml_open(c->out, "text:p");
	xml_attr(c->out, "text:style-name", style);
	odt_inlines(c->o, c->out, inlines);
	xml_close(c->out);
}

static void put_meta(cover *c, const char *style, ramure_meta_role role)
{
	const ramure_node *meta = ramure_meta(c->o->document, role);

	if (meta)
		put_paragraph(c, lower_style(c, style), meta);
}

/* How many lines the title takes, word by word. */
static size_t title_lines(cover *c, ramure_str title)
{
	double room = odt_text_width(c->o), glyph = key(c, "report.cover-title.size") * black_glyph;
	double used = 0, word = 0;
	size_t lines = 1;

	for (size_t i = 0; i <= title.size; i++) {
		if (i < title.size && title.data[i] != ' ') {
			word += ((unsigned char)title.data[i] & 0xC0) != 0x80 ? glyph : 0;
			continue;
		}
		if (used > 0 && used + word > room) {
			lines++;
			used = 0;
		}
		used += word + glyph / 2;
		word = 0;
	}
	return lines;
}

/* The kind of report and the occasion, then the title. */
static void put_upper(cover *c)
{
	const ramure_node *type = ramure_meta(c->o->document, RAMURE_META_TYPE);
	const ramure_node *event = ramure_meta(c->o->document, RAMURE_META_EVENT);
	const ramure_node *title = ramure_meta(c->o->document, RAMURE_META_TITLE);

	c->bottom = upper_top;
	if (type || event) {
		xml_open(c->out, "text:p");
		xml_attr(c->out, "text:style-name", upper_style(c, "Couverture_Type", 0));
		odt_inlines(c->o, c->out, type);
		if (type && event)
			xml_words(c->out, ", ");
		odt_inlines(c->o, c->out, event);
		xml_close(c->out);
		c->bottom += key(c, "report.cover-type.leading");
	}
	if (title) {
		put_paragraph(c, upper_style(c, "Title", type_gap), title);
		c->bottom += type_gap + key(c, "report.cover-title.leading") *
						(double)title_lines(c, ramure_plain_text(c->o->ctx, title));
	}
}

/* "23 juin 2020, Vincennes". */
static void put_date(cover *c)
{
	const ramure_node *date = ramure_meta(c->o->document, RAMURE_META_DATE);
	const ramure_node *place = ramure_meta(c->o->document, RAMURE_META_PLACE);

	if (!date && !place)
		return;
	xml_open(c->out, "text:p");
	xml_attr(c->out, "text:style-name", lower_style(c, "Couverture_Date"));
	odt_inlines(c->o, c->out, date);
	if (date && place)
		xml_words(c->out, ", ");
	odt_inlines(c->o, c->out, place);
	xml_close(c->out);
}

/* After one another: a list of twenty-three would not stay on the cover. */
static void put_partners(cover *c)
{
	const ramure_node *label = ramure_meta(c->o->document, RAMURE_META_PARTNERS_LABEL);
	bool any = false;

	for (const ramure_node *n = c->o->document->first; n && n->type == RAMURE_META; n = n->next) {
		if (n->meta->role != RAMURE_META_PARTNER)
			continue;
		if (!any && label)
			put_paragraph(c, lower_style(c, "Couverture_Mention"), label);
		if (!any) {
			xml_open(c->out, "text:p");
			xml_attr(c->out, "text:style-name", lower_style(c, "Couverture_Partenaire"));
		} else {
			xml_words(c->out, " ; ");
		}
		any = true;
		odt_inlines(c->o, c->out, n);
	}
	if (any)
		xml_close(c->out);
}

static void rectangle(ramure_segment *s, double x, double y, double width, double height)
{
	const double xs[] = { x, x + width, x + width, x }, ys[] = { y, y, y + height, y + height };

	for (size_t i = 0; i < 4; i++)
		s[i] = (ramure_segment){ .op = i ? RAMURE_LINE_TO : RAMURE_MOVE,
					 .x = { (float)xs[i] },
					 .y = { (float)ys[i] } };
	s[4] = (ramure_segment){ .op = RAMURE_CLOSE };
}

static ramure_page_mark filled(const ramure_segment *segments, ramure_rgb colour)
{
	return (ramure_page_mark){
		.type = RAMURE_PATH_MARK,
		.element = RAMURE_ARTIFACT,
		.path = { .segments = segments, .count = 5, .ink = { .fill = colour, .filled = true } }
	};
}

/* The block, the tick and the ornament: one decoration behind the text (VISUAL 9). */
static void put_ground(cover *c)
{
	static const ramure_word what = { "Ornament", "Ornement" };
	ramure_ctx *ctx = c->o->ctx;
	double width = key(c, "report.page.width"), height = key(c, "report.cover.height");
	bool filled_ground = key(c, "filled") > 0;
	const ramure_page *ornament = ramure_ornament_page(ctx, width, height);
	ramure_segment *segments = RAMURE_NEW_ARRAY(ctx, ramure_segment, 10);
	ramure_page_mark marks[2];
	ramure_page ground = { .marks = marks };
	const char *title = ramure_say(ctx, what);

	rectangle(segments, 0, 0, width, height);
	rectangle(segments + 5, 0, key(c, "report.cover.tick-y"), key(c, "report.cover.tick-width"),
		  key(c, "report.cover.tick-height"));
	if (filled_ground)
		marks[ground.count++] = filled(segments, ramure_theme_colour(ctx, RAMURE_PRIMARY));
	marks[ground.count++] =
		filled(segments + 5, ramure_theme_colour(ctx, filled_ground ? RAMURE_ON_PRIMARY_2 : RAMURE_ACCENT));
	xml_open(c->out, "draw:g");
	xml_attr(c->out, "text:anchor-type", "page");
	xml_attr(c->out, "text:anchor-page-number", "1");
	xml_attr(c->out, "draw:style-name", "Fond_de_couverture");
	xml_attr(c->out, "draw:name", "Couverture");
	xml_attr(c->out, "draw:z-index", "0");
	xml_element(c->out, "svg:title", (ramure_str){ title, strlen(title) });
	odt_page_shapes(c->o, c->out, &ground, 0, 0);
	odt_page_shapes(c->o, c->out, ornament, 0, 0);
	xml_close(c->out);
}

void odt_cover(odt *o, xml *out)
{
	cover c = { .o = o, .out = out };

	/* Without a word on it, a cover would be the ground of whatever comes first. */
	if (!o->document->first || o->document->first->type != RAMURE_META)
		return;
	put_ground(&c);
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
