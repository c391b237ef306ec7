/* plugin.c: the writer `pdf`: pages as a PDF 1.7 file that is tagged (PDF/UA-1) and archivable (PDF/A-3a).
 *
 *   haru.c         the calls to libharu, which holds the dictionaries that a document has few of
 *   file.c         the form of the file: object streams, cross-references, identifier
 *   contents.c     a page's marks as operators; discs.c those that are round
 *   signs.c        the codes that stand for glyphs; fonts.c those of a font; embed.c (and cff.c) put subsets in the file,
 *                  cmaps.c says what codes mean
 *   tags.c         the structure tree; keytree.c the trees of keys that it and others need
 *   pagetree.c images.c links.c outline.c attachments.c metadata.c profile.c   what their names say
 *
 * Pages are asked for once, in order, and each one's contents are in the file before the next is made.  Whatever speaks
 * of the whole (fonts, structure, metadata) comes after them. */
#include "contents.h"
#include "discs.h"
#include "images.h"
#include "links.h"
#include "metadata.h"
#include "outline.h"

typedef struct pdf {
	ramure_ctx *ctx;
	ramure_deck *deck;
	haru haru;
	file file;
	contents contents;
	tags tags;
	labels labels;
	images images;
	signs signs;
	pdf_font *fonts; /* by the deck's numbers; those without a face were not used */
	size_t font_count;
	HPDF_Dict resources; /* of all pages */
	pagetree pages;
	written_page *written;
} pdf;

/* The font of that number, opened by the first run that uses it. */
static pdf_font *font(pdf *p, uint16_t number)
{
	if (number >= p->font_count) {
		/* Pages bring fonts as they are made. */
		size_t count = ramure_deck_fonts(p->deck);
		pdf_font *grown = RAMURE_NEW_ARRAY(p->ctx, pdf_font, count);

		for (size_t i = 0; i < p->font_count; i++)
			grown[i] = p->fonts[i];
		p->fonts = grown;
		p->font_count = count;
	}
	if (!p->fonts[number].face &&
	    !font_open(&p->fonts[number], p->ctx, &p->haru, ramure_deck_font(p->deck, number)))
		return NULL;
	return &p->fonts[number];
}

static ramure_status write_run(pdf *p, const ramure_page_mark *mark)
{
	pdf_font *used = font(p, mark->run.font);

	if (!used)
		return RAMURE_FAILED;
	contents_element(&p->contents, &p->tags, mark->element);
	if (contents_run(&p->contents, &p->signs, used, mark))
		return RAMURE_OK;
	ramure_failure(p->ctx, "the deck uses more than %d different signs", MOST_SIGNS);
	ramure_hint(p->ctx, "split the source in two documents");
	return RAMURE_FAILED;
}

static ramure_status write_mark(pdf *p, uint32_t page, const ramure_page_mark *mark)
{
	switch (mark->type) {
	case RAMURE_GLYPH_RUN:
		return write_run(p, mark);
	case RAMURE_PATH_MARK:
		contents_element(&p->contents, &p->tags, mark->element);
		contents_path(&p->contents, mark);
		return RAMURE_OK;
	case RAMURE_IMAGE_MARK:
		if (!image_embed(&p->images, &p->haru, &p->file, mark->image.file))
			return RAMURE_REJECTED;
		contents_element(&p->contents, &p->tags, mark->element);
		contents_image(&p->contents, mark);
		return RAMURE_OK;
	case RAMURE_LINK_MARK:
		link_add(&p->pages, &p->tags, page, p->contents.height, mark);
		return RAMURE_OK;
	}
	return RAMURE_OK;
}

static ramure_status write_page(pdf *p, uint32_t index)
{
	const ramure_page *page = ramure_deck_page(p->deck, index);

	if (!page)
		return RAMURE_FAILED;
	p->written[index] = (written_page){ .number = p->pages.first + index, .height = (float)page->height };
	labels_add(&p->labels, index, page->label);
	contents_begin(&p->contents, index, page);
	for (size_t i = 0; i < page->count; i++) {
		ramure_status status = write_mark(p, index, &page->marks[i]);

		if (status != RAMURE_OK)
			return status;
	}
	contents_end(&p->contents);
	pagetree_write(&p->pages, index, page, &p->contents.out, p->contents.sequences > 0);
	return haru_failed(&p->haru) || p->file.failed ? RAMURE_FAILED : RAMURE_OK;
}

/* What the pages turned out to draw with. */
static ramure_status fill_resources(pdf *p)
{
	HPDF_Dict fonts = haru_dict(&p->haru);
	font_maps shared = { NULL, NULL };

	if (p->contents.has_discs)
		haru_set(&p->haru, p->images.named, DISC_NAME, disc_form(p->ctx, &p->haru, &p->file));
	haru_set(&p->haru, p->resources, "Font", fonts);
	for (size_t i = 0; i < p->font_count; i++) {
		if (!p->fonts[i].face)
			continue;
		haru_set(&p->haru, fonts, ramure_format(p->ctx, "F%zu", i).data, p->fonts[i].object);
		if (!font_embed(&p->fonts[i], &shared, &p->signs, &p->haru, &p->file))
			return RAMURE_FAILED;
	}
	return RAMURE_OK;
}

/* Everything that is no stream. */
static void write_objects(pdf *p)
{
	file *f = &p->file;
	bytes trees = bytes_on(p->ctx);
	uint32_t structure = file_number(f);

	pagetree_end(&p->pages);
	bytes_puts(&trees, "/Outlines ");
	bytes_put_reference(&trees, outline_write(&p->pages, p->deck));
	bytes_puts(&trees, "/StructTreeRoot ");
	bytes_put_reference(&trees, structure);
	bytes_puts(&trees, "/PageLabels ");
	bytes_put_reference(&trees, labels_write(&p->labels, f));
	haru_tail(&p->haru, haru_catalog(&p->haru), &trees);
	file_rest(f);
	tags_write(&p->tags, p->deck, f, p->written, structure);
}

static ramure_status write_deck(pdf *p)
{
	ramure_status status = RAMURE_OK;

	for (size_t i = 0; i < p->pages.count && status == RAMURE_OK; i++)
		status = write_page(p, (uint32_t)i);
	if (status == RAMURE_OK)
		status = fill_resources(p);
	if (status != RAMURE_OK)
		return status;
	metadata_add(p->ctx, p->deck, &p->haru, &p->file);
	attachments_add(p->ctx, &p->haru, &p->file);
	if (haru_failed(&p->haru))
		return RAMURE_FAILED;
	write_objects(p);
	file_end(&p->file, haru_number(haru_catalog(&p->haru)), haru_info(&p->haru));
	return haru_failed(&p->haru) || p->file.failed ? RAMURE_FAILED : RAMURE_OK;
}

static ramure_status write_pages(ramure_ctx *ctx, ramure_deck *deck, ramure_sink *sink)
{
	size_t pages = ramure_deck_pages(deck);
	pdf p = {
		.ctx = ctx, .deck = deck, .contents = contents_on(ctx), .signs = signs_on(ctx), .labels = { .ctx = ctx }
	};
	ramure_status status = RAMURE_FAILED;

	if (!haru_open(&p.haru, ctx))
		return RAMURE_FAILED;
	if (file_open(&p.file, ctx, &p.haru, sink, pages)) {
		p.resources = haru_indirect(&p.haru);
		p.pages = pagetree_on(&p.file, pages, haru_page_root(&p.haru), haru_number(p.resources));
		p.images = images_on(ctx, &p.haru, p.resources);
		p.written = RAMURE_NEW_ARRAY(ctx, written_page, pages + 1);
		p.tags = tags_on(ctx, pages);
		status = write_deck(&p);
	}
	if (haru_failed(&p.haru))
		haru_report(&p.haru, ctx);
	for (size_t i = 0; i < p.font_count; i++)
		if (p.fonts[i].face)
			font_close(&p.fonts[i]);
	file_close(&p.file);
	haru_close(&p.haru);
	return status;
}

static const ramure_writer writers[] = {
	{ .name = "pdf",
	  .extension = ".pdf",
	  .doc = { "Slides as a PDF file that everyone can read and archive (PDF/UA-1, PDF/A-3a)",
		   "Diapositives en un fichier PDF accessible et archivable (PDF/UA-1, PDF/A-3a)" },
	  .medium = RAMURE_SLIDES,
	  .write_pages = write_pages },
};

static const ramure_plugin plugin = {
	.size = sizeof(ramure_plugin),
	.abi = RAMURE_ABI,
	.name = "pdf",
	.version = "0.1",
	.summary = { "PDF slides", "Diapositives PDF" },
	.writers = RAMURE_ROWS(writers),
};

const ramure_plugin *ramure_plugin_v1(void)
{
	return &plugin;
}
