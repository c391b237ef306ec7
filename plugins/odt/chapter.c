/* chapter.c: what a chapter of a booklet says of itself, under its heading: occasion, date and place; subtitle and
 * summary; whoever made it. */
#include "odt.h"

static const ramure_node *said(const odt *o, const ramure_node *chapter, ramure_meta_role role)
{
	const ramure_node *meta = ramure_meta(chapter, role), *heading = ramure_child(chapter, RAMURE_HEADING);

	/* A chapter without a title has taken one of these for it. */
	if (ramure_same_words(o->ctx, meta, heading))
		return NULL;
	return meta;
}

/* These texts one after the other, as one paragraph; nothing when there are none. */
static void put_line(odt *o, const char *style, const char *between, const ramure_node *const *texts, size_t count)
{
	bool begun = false;

	for (size_t i = 0; i < count; i++) {
		if (!texts[i])
			continue;
		if (begun)
			xml_words(&o->out, between);
		else
			odt_paragraph_begin(o, style);
		begun = true;
		odt_inlines(o, texts[i]);
	}
	if (begun)
		xml_close(&o->out);
}

static void put_role(odt *o, const ramure_node *chapter, const char *style, ramure_meta_role role)
{
	const ramure_node *text = said(o, chapter, role);

	put_line(o, style, "", &text, 1);
}

static void put_partners(odt *o, const ramure_node *chapter)
{
	bool begun = false;

	put_role(o, chapter, "Detail", RAMURE_META_PARTNERS_LABEL);
	for (const ramure_node *n = chapter->first; n && n->type == RAMURE_META; n = n->next) {
		if (n->meta->role != RAMURE_META_PARTNER)
			continue;
		if (begun)
			xml_words(&o->out, " ; ");
		else
			odt_paragraph_begin(o, "Detail");
		begun = true;
		odt_inlines(o, n);
		if (ramure_child(n, RAMURE_IMAGE)) {
			xml_words(&o->out, "\u00A0");
			odt_logo(o, n, ramure_theme_number(o->ctx, "report.body.size"));
		}
	}
	if (begun)
		xml_close(&o->out);
}

void odt_chapter_front(odt *o, const ramure_node *chapter)
{
	const ramure_node *occasion[] = { said(o, chapter, RAMURE_META_EVENT), said(o, chapter, RAMURE_META_DATE),
					  said(o, chapter, RAMURE_META_PLACE) };

	put_line(o, "Etiquette", ", ", occasion, sizeof occasion / sizeof *occasion);
	put_role(o, chapter, "Chapeau", RAMURE_META_SUBTITLE);
	put_role(o, chapter, "Text_20_body", RAMURE_META_SUMMARY);
	put_role(o, chapter, "Detail", RAMURE_META_AUTHOR);
	put_role(o, chapter, "Detail", RAMURE_META_ORGANISATION);
	put_role(o, chapter, "Detail", RAMURE_META_CONTACT);
	put_role(o, chapter, "Detail", RAMURE_META_CONFIDENTIALITY);
	put_partners(o, chapter);
}
