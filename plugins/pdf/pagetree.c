/* pagetree.c: the pages of the document, as objects.
 *
 * Not libharu's: its page takes two kilobytes, and a deck may have ten thousand. */
#include "pagetree.h"

/* Kids of a node: readers walk short arrays faster. */
enum { NODE = 256 };

pagetree pagetree_on(file *f, size_t count, uint32_t root, uint32_t resources)
{
	return (pagetree){ .file = f,
			   .first = file_numbers(f, (uint32_t)count),
			   .nodes = file_numbers(f, (uint32_t)((count + NODE - 1) / NODE)),
			   .root = root,
			   .resources = resources,
			   .count = count,
			   .links = bytes_on(f->ctx),
			   .out = bytes_on(f->ctx) };
}

void pagetree_link(pagetree *p, uint32_t annotation)
{
	bytes_puts(&p->links, p->links.size > 0 ? " " : "");
	bytes_put_reference(&p->links, annotation);
}

static void put_reference(pagetree *p, const char *key, uint32_t number)
{
	bytes_puts(&p->out, key);
	bytes_put_reference(&p->out, number);
}

void pagetree_write(pagetree *p, size_t index, const ramure_page *page, const bytes *contents, bool tagged)
{
	uint32_t stream = file_number(p->file);

	file_stream(p->file, stream, NULL, contents->data, contents->size, NULL);
	p->out.size = 0;
	put_reference(p, "<</Type/Page/Parent ", p->nodes + (uint32_t)(index / NODE));
	bytes_puts(&p->out, "/MediaBox");
	bytes_put_box(&p->out, (ramure_box){ 0, 0, page->width, page->height }, page->height);
	put_reference(p, "/Resources ", p->resources);
	put_reference(p, "/Contents ", stream);
	if (tagged) {
		bytes_puts(&p->out, "/StructParents ");
		bytes_put_integer(&p->out, (int64_t)index);
	}
	/* Links are reached in the order of the structure (PDF/UA-1, 7.18.3). */
	bytes_puts(&p->out, "/Tabs/S");
	if (p->links.size > 0) {
		bytes_puts(&p->out, "/Annots[");
		bytes_put(&p->out, p->links.data, p->links.size);
		bytes_putc(&p->out, ']');
		p->links.size = 0;
	}
	bytes_puts(&p->out, ">>");
	file_object(p->file, p->first + (uint32_t)index, p->out.data, p->out.size);
}

/* A node above the objects [first, first + kids), which hold `count` pages. */
static void write_node(pagetree *p, uint32_t number, uint32_t first, size_t kids, size_t count)
{
	p->out.size = 0;
	bytes_puts(&p->out, "<</Type/Pages");
	if (number != p->root)
		put_reference(p, "/Parent ", p->root);
	bytes_puts(&p->out, "/Kids");
	for (size_t i = 0; i < kids; i++)
		put_reference(p, i == 0 ? "[" : " ", first + (uint32_t)i);
	bytes_puts(&p->out, kids > 0 ? "]/Count " : "[]/Count ");
	bytes_put_integer(&p->out, (int64_t)count);
	bytes_puts(&p->out, ">>");
	file_object(p->file, number, p->out.data, p->out.size);
}

void pagetree_end(pagetree *p)
{
	size_t nodes = (p->count + NODE - 1) / NODE;

	for (size_t n = 0; n < nodes; n++) {
		size_t kids = n + 1 < nodes ? NODE : p->count - n * NODE;

		write_node(p, p->nodes + (uint32_t)n, p->first + (uint32_t)(n * NODE), kids, kids);
	}
	write_node(p, p->root, p->nodes, nodes, p->count);
}

void pagetree_put_place(const pagetree *p, bytes *out, size_t index)
{
	bytes_putc(out, '[');
	bytes_put_reference(out, p->first + (uint32_t)index);
	bytes_puts(out, "/Fit]");
}
