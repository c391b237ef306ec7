/* pagetree.c: the pages of the document, as objects. */
#include "pagetree.h"

/* Kids of a node: libharu's arrays take 32,767, and readers walk shorter ones faster. */
enum { NODE = 256 };

pagetree pagetree_new(haru *h, ramure_ctx *ctx, size_t count)
{
	size_t nodes = (count + NODE - 1) / NODE;
	pagetree p = { .haru = h,
		       .count = count,
		       .pages = RAMURE_NEW_ARRAY(ctx, HPDF_Dict, count + 1),
		       .nodes = RAMURE_NEW_ARRAY(ctx, HPDF_Dict, nodes + 1),
		       .resources = haru_object(h) };
	HPDF_Dict root = haru_page_root(h);
	HPDF_Array top = haru_array(h);

	for (size_t n = 0; n < nodes; n++) {
		size_t end = (n + 1) * NODE < count ? (n + 1) * NODE : count;
		HPDF_Array kids = haru_array(h);

		p.nodes[n] = haru_object(h);
		for (size_t i = n * NODE; i < end; i++) {
			p.pages[i] = haru_object(h);
			haru_push(h, kids, p.pages[i]);
		}
		haru_set_name(h, p.nodes[n], "Type", "Pages");
		haru_set(h, p.nodes[n], "Parent", root);
		haru_set(h, p.nodes[n], "Kids", kids);
		haru_set_number(h, p.nodes[n], "Count", (int64_t)(end - n * NODE));
		haru_push(h, top, p.nodes[n]);
	}
	haru_set(h, root, "Kids", top);
	haru_set_number(h, root, "Count", (int64_t)count);
	return p;
}

HPDF_Dict pagetree_begin(pagetree *p, size_t index, double width, double height)
{
	HPDF_Dict page = p->pages[index];
	HPDF_Array box = haru_array(p->haru);

	haru_push_number(p->haru, box, 0);
	haru_push_number(p->haru, box, 0);
	haru_push_length(p->haru, box, width);
	haru_push_length(p->haru, box, height);
	haru_set_name(p->haru, page, "Type", "Page");
	haru_set(p->haru, page, "Parent", p->nodes[index / NODE]);
	haru_set(p->haru, page, "MediaBox", box);
	haru_set(p->haru, page, "Resources", p->resources);
	/* Links are reached in the order of the structure (PDF/UA-1, 7.18.3). */
	haru_set_name(p->haru, page, "Tabs", "S");
	return page;
}

void pagetree_end(pagetree *p, file *f, size_t index, const bytes *contents)
{
	HPDF_Dict page = p->pages[index];
	HPDF_Dict stream = haru_object(p->haru);

	file_stream(f, haru_number(stream), NULL, contents->data, contents->size, NULL);
	haru_set(p->haru, page, "Contents", stream);
	file_dictionary(f, page);
}

HPDF_Array pagetree_place(const pagetree *p, size_t index)
{
	HPDF_Array place = haru_array(p->haru);

	haru_push(p->haru, place, p->pages[index]);
	haru_push_name(p->haru, place, "Fit");
	return place;
}
