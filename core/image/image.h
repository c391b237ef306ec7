/* image.h: image files: their header when the source is read, their pixels when a writer wants them. */
#ifndef RAMURE_IMAGE_H
#define RAMURE_IMAGE_H

#include "core/ramure.h"

/* Reads and checks an image (PNG, JPEG), once a conversion.  NULL after reporting at `at`: not found, truncated, too
 * large (60,000 pixels a side, 200 megapixels), not an image. */
const ramure_image *image_load(ramure_ctx *ctx, ramure_str path, ramure_span at);

#endif
