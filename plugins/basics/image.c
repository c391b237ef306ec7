/* image.c: a picture with what it shows. */
#include "basics.h"

static const ramure_option sides[] = {
	{ RAMURE_START, "left", "gauche", "à gauche" },
	{ RAMURE_CENTRE, "centre", "centre", "center|milieu|au centre" },
	{ RAMURE_END, "right", "droite", "à droite" },
};

const ramure_field image_fields[4] = {
	{ .en = "file",
	  .fr = "fichier",
	  .type = RAMURE_PATH,
	  .flags = RAMURE_REQUIRED | RAMURE_MAIN,
	  .offset = offsetof(struct image, file),
	  .doc = { "the file, PNG or JPEG", "le fichier, PNG ou JPEG" } },
	{ .en = "alt",
	  .fr = "description",
	  .type = RAMURE_TEXT,
	  .offset = offsetof(struct image, alt),
	  .doc = { "what it shows, for those who do not see it", "ce qu'elle montre, pour qui ne la voit pas" },
	  .synonyms = "texte-alternatif|alternative" },
	{ .en = "width",
	  .fr = "largeur",
	  .type = RAMURE_PERCENT,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct image, width),
	  .doc = { "a share of the slide: \"50 %\"", "une part de la diapositive : « 50 % »" },
	  .min = 1,
	  .max = 100 },
	{ .en = "side",
	  .fr = "côté",
	  .type = RAMURE_CHOICE,
	  .flags = RAMURE_NOT_SHOWN,
	  .offset = offsetof(struct image, side),
	  .doc = { "where it stands beside text", "où elle se tient à côté d'un texte" },
	  .choices = RAMURE_ROWS(sides),
	  .initial = "right" },
};

void build_image(ramure_ctx *ctx, ramure_builder *b, const void *data)
{
	const struct image *image = data;
	const ramure_image *file = ramure_image_open(ctx, image->file);
	ramure_node *node;

	if (!file)
		return;
	node = ramure_begin(b, RAMURE_IMAGE, image->at);
	node->image->file = file;
	node->image->alt = ramure_figure_text(b, image->alt);
	node->image->width_share = ramure_number_value(image->width) / 100;
	node->image->side = (ramure_align)image->side.value;
	ramure_end(b);
}
