/* links.c: link annotations (ISO 32000-1, 12.5.6.5; PDF/UA-1, 7.18.5). */
#include "links.h"

#include <math.h>

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

static HPDF_REAL hundredths(double value)
{
	return (HPDF_REAL)(round(value * 100) / 100);
}

void link_add(haru *h, tags *t, ramure_ctx *ctx, HPDF_Page const *pages, uint32_t index, double height,
	      const ramure_page_mark *mark)
{
	enum { PRINT = 4 };
	ramure_box box = mark->link.box;
	HPDF_Rect place = { hundredths(box.x), hundredths(height - box.y - box.height), hundredths(box.x + box.width),
			    hundredths(height - box.y) };
	HPDF_Annotation link;

	/* What repeats an earlier page is an artifact, and an artifact can hold no annotation. */
	if (mark->element == RAMURE_ARTIFACT || (mark->link.url.size == 0 && mark->link.page >= t->pages))
		return;
	link = haru_link(h, pages[index], place, uri(ctx, mark->link.url),
			 mark->link.url.size == 0 ? pages[mark->link.page] : NULL);
	haru_set_number(h, link, "F", PRINT);
	haru_set_text(h, link, "Contents", mark->link.contents.size > 0 ? mark->link.contents : mark->link.url);
	haru_set_number(h, link, "StructParent", tags_add_annotation(t, mark->element, index, haru_number(link)));
}
