/* links.c: link annotations (ISO 32000-1, 12.5.6.5; PDF/UA-1, 7.18.5). */
#include "links.h"

void link_add(pagetree *pages, tags *t, uint32_t index, double height, const ramure_page_mark *mark)
{
	bool outside = mark->link.url.size > 0;
	bytes *out = &pages->out;
	uint32_t number;

	if (mark->element == RAMURE_ARTIFACT || (!outside && mark->link.page >= pages->count))
		return;
	number = file_number(pages->file);
	out->size = 0;
	bytes_puts(out, "<</Type/Annot/Subtype/Link/Rect");
	bytes_put_box(out, mark->link.box, height);
	bytes_puts(out, "/Border[0 0 0]");
	if (outside) {
		bytes_puts(out, "/A<</S/URI/URI(");
		bytes_put_uri(out, mark->link.url);
		bytes_puts(out, ")>>");
	} else {
		bytes_puts(out, "/Dest");
		pagetree_put_place(pages, out, mark->link.page);
	}
	bytes_puts(out, "/F 4/Contents"); /* printed */
	bytes_put_text(out, mark->link.contents.size > 0 ? mark->link.contents : mark->link.url);
	bytes_puts(out, "/StructParent ");
	bytes_put_integer(out, tags_add_annotation(t, mark->element, index, number));
	bytes_puts(out, ">>");
	file_object(pages->file, number, out->data, out->size);
	pagetree_link(pages, number);
}
