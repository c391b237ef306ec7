/* image_codec.h: what image.c asks of the two formats. */
#ifndef RAMURE_IMAGE_CODEC_H
#define RAMURE_IMAGE_CODEC_H

#include "core/ramure.h"

/* Room for what a library says is wrong. */
typedef struct image_trouble {
	char why[200];
	bool damaged; /* pixels came out, but some of them are made up */
} image_trouble;

/* Reads the header of bytes that begin as the format does; fills format, sizes, dpi and rgb_jpeg.  NULL, or why the
 * file is no sound image, as the end of a sentence (a msgid). */
const char *png_header(ramure_str bytes, ramure_image *image);
/* `orientation` as Exif counts it: 1 is upright, up to 8. */
const char *jpeg_header(ramure_str bytes, ramure_image *image, int *orientation);

/* An image of more than MOST_DECODED pixels is decoded smaller, or two would take more memory than a build may have: by
 * the factor that this answers, 1 for most. */
enum { MOST_DECODED = 32 * 1000 * 1000 };
uint32_t image_reduction(uint32_t width, uint32_t height);
/* Decodes; false with `trouble` filled. */
bool png_pixels(ramure_ctx *ctx, const ramure_image *image, ramure_pixels *out, image_trouble *trouble);
bool jpeg_pixels(ramure_ctx *ctx, const ramure_image *image, ramure_pixels *out, image_trouble *trouble);
/* An image of pixels without alpha as a JPEG file; empty when it cannot be made. */
ramure_str jpeg_encode(ramure_ctx *ctx, const ramure_pixels *pixels);

#endif
