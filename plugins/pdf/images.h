/* images.h: image files in the PDF, each once. */
#ifndef PDF_IMAGES_H
#define PDF_IMAGES_H

#include "file.h"
#include "haru.h"

typedef struct images {
	ramure_ctx *ctx;
	HPDF_Dict named; /* the images: "I3" */
	bytes rows;
} images;

/* Names the images in `resources`. */
images images_on(ramure_ctx *ctx, haru *h, HPDF_Dict resources);
/* Makes sure that the image is in the file.  False when its pixels cannot be had, which the core has reported. */
bool image_embed(images *i, haru *h, file *f, const ramure_image *image);

#endif
