/* links.c: link annotations (ISO 32000-1, 12.5.6.5; PDF/UA-1, 7.18.5). */
#include "links.h"

/* An address in the signs that RFC 3986 allows: any other byte as %XX. */
static ramure_str uri(ramure_ctx *ctx, ramure_str url)
{
	bytes out = bytes_on(ctx);

	for (size_t i = 0; i < url.size; i++) {
		unsigned char c = (unsigned char)url.data[i];

		if (c > 0x20 && c < 0x7F) {
			bytes_putc(&out, c);
		} else {
			bytes_putc(&out, '%');
			bytes_put_hex(&out, &c, 1);
		}
	}
	return (ramure_str){ (const char *)out.data, out.size };
}

static HPDF_Dict action(haru *h, ramure_str url)
{
	HPDF_Dict action = haru_dict(h);

	haru_set_name(h, action, "S", "URI");
	haru_set_text(h, action, "URI", url);
	return action;
}

static void set_box(haru *h, HPDF_Dict link, ramure_box box, double height)
{
	HPDF_Array sides = haru_array(h);
	HPDF_Array border = haru_array(h);

	haru_push_length(h, sides, box.x);
	haru_push_length(h, sides, height - box.y - box.height);
	haru_push_length(h, sides, box.x + box.width);
	haru_push_length(h, sides, height - box.y);
	haru_set(h, link, "Rect", sides);
	for (int i = 0; i < 3; i++)
		haru_push_number(h, border, 0);
	haru_set(h, link, "Border", border);
}

static void add_to_page(haru *h, HPDF_Dict page, HPDF_Dict link)
{
	HPDF_Array links = haru_item(h, page, "Annots");

	if (!links) {
		links = haru_array(h);
		haru_set(h, page, "Annots", links);
	}
	haru_push(h, links, link);
}

void link_add(pagetree *pages, tags *t, file *f, uint32_t index, double height, const ramure_page_mark *mark)
{
	enum { PRINT = 4 };
	haru *h = pages->haru;
	bool outside = mark->link.url.size > 0;
	HPDF_Dict link;

	if (mark->element == RAMURE_ARTIFACT || (!outside && mark->link.page >= pages->count))
		return;
	link = haru_object(h);
	haru_set_name(h, link, "Type", "Annot");
	haru_set_name(h, link, "Subtype", "Link");
	set_box(h, link, mark->link.box, height);
	if (outside)
		haru_set(h, link, "A", action(h, uri(f->ctx, mark->link.url)));
	else
		haru_set(h, link, "Dest", pagetree_place(pages, mark->link.page));
	haru_set_number(h, link, "F", PRINT);
	haru_set_text(h, link, "Contents", mark->link.contents.size > 0 ? mark->link.contents : mark->link.url);
	haru_set_number(h, link, "StructParent", tags_add_annotation(t, mark->element, index, haru_number(link)));
	add_to_page(h, pages->pages[index], link);
	file_dictionary(f, link);
}
