/* shape_styles.c: the automatic styles of a drawing's shapes.
 *
 * Word processors let named styles be of no effect inside a drawing (LibreOffice 7.4, Writer): what a shape looks like
 * stands in an automatic style of its paint, whose parent is the named one. */
#include "shapes.h"

#include <math.h>
#include <string.h>

/* ---- the words of a drawing ---- */

/* A family's name as part of a style's, which has letters, digits and few signs (an NCName of XML); any other is its
 * code, as in the names that word processors write. */
static const char *ncname(ramure_ctx *ctx, ramure_str family)
{
	static const char hex[] = "0123456789abcdef";
	char *name = ramure_alloc(ctx, 4 * family.size + 1);
	size_t size = 0;

	for (size_t i = 0; i < family.size; i++) {
		unsigned char c = (unsigned char)family.data[i];

		if (c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
		    c == '-') {
			name[size++] = (char)c;
		} else {
			name[size++] = '_';
			name[size++] = hex[c >> 4];
			name[size++] = hex[c & 15];
			name[size++] = '_';
		}
	}
	return name;
}

/* What foundries call the ordinary weight. */
static bool is_regular(ramure_str face)
{
	return ramure_name_equal(face, "regular") || ramure_name_equal(face, "book") ||
	       ramure_name_equal(face, "roman") || ramure_name_equal(face, "normal");
}

shape_look shape_look_of(odt *o, const ramure_page_mark *run, const ramure_page_mark *first, double scale)
{
	const ramure_font *font = ramure_figure_font(o->ctx, run);
	shape_look l = { .family = font->family,
			 .bold = ramure_name_equal(font->face, "bold"),
			 .size = (double)run->run.size * scale,
			 .colour = run->run.colour };

	/* Word processors know two weights; any other is a family of its own. */
	if (!l.bold && !is_regular(font->face))
		l.family = ramure_format(o->ctx, "%.*s %.*s", (int)font->family.size, font->family.data,
					 (int)font->face.size, font->face.data);
	if (run->run.raised || run->run.y < first->run.y)
		l.position = "super 62%";
	else if (run->run.y > first->run.y)
		l.position = "sub 62%";
	if (l.position)
		l.size = (double)first->run.size * scale;
	return l;
}

/* "Dessin_Lato_gras_1067_14365c" */
static const char *look_name(odt *o, const shape_look *l)
{
	const char *position = !l->position ? "" : l->position[2] == 'p' ? "_exposant" : "_indice";

	return ramure_format(o->ctx, "Dessin_%s%s_%ld_%02x%02x%02x%s", ncname(o->ctx, l->family),
			     l->bold ? "_gras" : "", lround(l->size * 100), l->colour.r, l->colour.g, l->colour.b,
			     position)
		.data;
}

static void look_attributes(odt *o, const shape_look *l)
{
	xml *x = &o->automatic;

	xml_open(x, "style:text-properties");
	xml_attr_str(x, "fo:font-family", ramure_format(o->ctx, "'%.*s'", (int)l->family.size, l->family.data));
	xml_attr_pt(x, "fo:font-size", l->size);
	xml_attr(x, "fo:font-weight", l->bold ? "bold" : "normal");
	xml_attr_colour(x, "fo:color", l->colour);
	if (l->position)
		xml_attr(x, "style:text-position", l->position);
	xml_close(x);
}

const char *shape_line_style(odt *o, const shape_look *l, const shape_place *p)
{
	ramure_rgb g = p->ground ? p->ground->path.ink.fill : (ramure_rgb){ 255, 255, 255 };
	const char *name = ramure_format(o->ctx, "%s_sur_%02x%02x%02x%s%s", look_name(o, l), g.r, g.g, g.b,
					 p->centred ? "_centre" : "", p->leftward ? "_rl" : "")
				   .data;
	xml *x = &o->automatic;

	if (!odt_automatic_new(o, name))
		return name;
	odt_style_open(x, "paragraph", name, NULL, "Texte_de_dessin");
	xml_open(x, "style:paragraph-properties");
	xml_attr(x, "fo:text-align", p->centred ? "center" : "start");
	xml_attr(x, "style:writing-mode", p->leftward ? "rl-tb" : "lr-tb");
	if (p->ground)
		xml_attr_colour(x, "fo:background-color", g);
	xml_close(x);
	look_attributes(o, l);
	xml_close(x);
	return name;
}

const char *shape_span_style(odt *o, const shape_look *l)
{
	const char *name = ramure_format(o->ctx, "%s_car", look_name(o, l)).data;
	xml *x = &o->automatic;

	if (!odt_automatic_new(o, name))
		return name;
	odt_style_open(x, "text", name, NULL, NULL);
	look_attributes(o, l);
	xml_close(x);
	return name;
}

bool shape_same_look(const shape_look *a, const shape_look *b)
{
	return a->bold == b->bold && a->position == b->position && a->size == b->size &&
	       ramure_str_equal(a->family, b->family) && memcmp(&a->colour, &b->colour, sizeof a->colour) == 0;
}

/* ---- paint ---- */

static const ramure_ink none = { 0 };

static void paint_attributes(odt *o, const ramure_ink *ink, double scale)
{
	xml *x = &o->automatic;

	if (ink->filled) {
		xml_attr(x, "draw:fill", "solid");
		xml_attr_colour(x, "draw:fill-color", ink->fill);
	} else {
		xml_attr(x, "draw:fill", "none");
	}
	if (ink->stroked) {
		xml_attr(x, "draw:stroke", "solid");
		xml_attr_pt(x, "svg:stroke-width", (double)ink->stroke_width * scale);
		xml_attr_colour(x, "svg:stroke-color", ink->stroke);
		xml_attr(x, "svg:stroke-linecap", ink->round_caps ? "round" : "butt");
	} else {
		xml_attr(x, "draw:stroke", "none");
	}
}

/* False when there is a style of that name. */
static bool begin_style(odt *o, const char *name, const char *parent)
{
	xml *x = &o->automatic;

	if (!odt_automatic_new(o, name))
		return false;
	odt_style_open(x, "graphic", name, NULL, parent);
	xml_open(x, "style:graphic-properties");
	return true;
}

static void end_style(odt *o)
{
	xml *x = &o->automatic;

	xml_attr(x, "style:run-through", "background");
	xml_attr(x, "style:wrap", "run-through");
	xml_close(x);
	xml_close(x);
}

const char *shape_paint_style(odt *o, const ramure_ink *ink, double scale)
{
	ramure_rgb fill = ink->filled ? ink->fill : (ramure_rgb){ 0 };
	ramure_rgb stroke = ink->stroked ? ink->stroke : (ramure_rgb){ 0 };
	long width = ink->stroked ? lround((double)ink->stroke_width * scale * 100) : 0;
	/* Same paint, same style: the name is made of the paint. */
	const char *name =
		ramure_format(o->ctx, "Trait_%d%02x%02x%02x_%d%02x%02x%02x_%ld_%d", ink->filled, fill.r, fill.g, fill.b,
			      ink->stroked, stroke.r, stroke.g, stroke.b, width, ink->stroked && ink->round_caps)
			.data;

	if (begin_style(o, name, "Dessin")) {
		paint_attributes(o, ink, scale);
		end_style(o);
	}
	return name;
}

const char *shape_frame_style(odt *o)
{
	const char *name = "Cadre_de_dessin";
	xml *x = &o->automatic;

	if (!begin_style(o, name, "Texte_de_dessin"))
		return name;
	paint_attributes(o, &none, 1);
	/* What a font needs that stands in for ours may go over the edge; it neither breaks the line nor moves it. */
	xml_attr(x, "fo:wrap-option", "no-wrap");
	xml_attr(x, "draw:auto-grow-height", "false");
	xml_attr(x, "draw:auto-grow-width", "false");
	xml_attr(x, "draw:textarea-horizontal-align", "justify");
	xml_attr(x, "draw:textarea-vertical-align", "bottom");
	xml_attr(x, "fo:padding", "0pt");
	end_style(o);
	return name;
}

const char *odt_unseen_style(odt *o)
{
	return shape_paint_style(o, &none, 1);
}
