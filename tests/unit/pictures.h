/* pictures.h: image files made in memory, and read. */
#ifndef RAMURE_UNIT_PICTURES_H
#define RAMURE_UNIT_PICTURES_H

#include "tests/unit/unit.h"

#include "core/image/image.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jpeglib.h>

enum { WIDTH = 13, HEIGHT = 7 };

static const ramure_span here = { .file = 0, .line = 4, .column = 2, .length = 3 };

/* ---- making files ---- */

typedef struct bytes {
	unsigned char data[8192];
	size_t size;
} bytes;

static inline void put_png(png_structp png, png_bytep data, size_t size)
{
	bytes *out = png_get_io_ptr(png);

	assert_true(out->size + size <= sizeof out->data);
	memcpy(out->data + out->size, data, size);
	out->size += size;
}

static inline void flush_png(png_structp png)
{
	(void)png;
}

/* Row y, column x: a colour that depends on both; alpha is 255 but for one corner. */
static inline bytes make_png(int colour_type, int depth, bool interlaced, bool transparent)
{
	bytes out = { .size = 0 };
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	static const int channels[] = { 1, 0, 3, 1, 2, 0, 4 };
	png_color palette[4] = { { 10, 20, 30 }, { 40, 50, 60 }, { 70, 80, 90 }, { 250, 240, 230 } };
	png_byte alphas[4] = { 0, 255, 255, 255 };
	png_color_16 clear = { .gray = 0 };

	png_set_write_fn(png, &out, put_png, flush_png);
	png_set_IHDR(png, info, WIDTH, HEIGHT, depth, colour_type,
		     interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
		     PNG_FILTER_TYPE_DEFAULT);
	png_set_pHYs(png, info, 11811, 11811, PNG_RESOLUTION_METER);
	if (colour_type == PNG_COLOR_TYPE_PALETTE)
		png_set_PLTE(png, info, palette, 4);
	if (transparent)
		png_set_tRNS(png, info, alphas, colour_type == PNG_COLOR_TYPE_PALETTE ? 4 : 0, &clear);
	png_write_info(png, info);
	for (int pass = png_set_interlace_handling(png); pass > 0; pass--)
		for (int y = 0; y < HEIGHT; y++) {
			png_byte row[WIDTH * 8] = { 0 };
			int bits = channels[colour_type] * depth;

			for (int i = 0; i < WIDTH * bits / 8; i++)
				row[i] = (png_byte)(colour_type == PNG_COLOR_TYPE_PALETTE ? (i + y) % 4 : i * 7 + y);
			png_write_row(png, row);
		}
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
	return out;
}

/* Where the first row and the first column of a picture belong, by orientation (Exif 2.3, tag 274). */
enum side { TOP, BOTTOM, LEFT, RIGHT };
static const struct {
	enum side row, column;
} held[] = { [1] = { TOP, LEFT }, { TOP, RIGHT }, { BOTTOM, RIGHT }, { BOTTOM, LEFT },
	     { LEFT, TOP },       { RIGHT, TOP }, { RIGHT, BOTTOM }, { LEFT, BOTTOM } };

/* From where the upright picture shows a light to where the camera has put it, both 0 to 1. */
static inline void place_along(enum side side, double along, double *x, double *y)
{
	if (side == LEFT || side == RIGHT)
		*x = side == LEFT ? along : 1 - along;
	else
		*y = side == TOP ? along : 1 - along;
}

/* Red grows to the right, green downward, when the picture stands upright. */
static inline void fill_row(unsigned char *row, uint32_t y, int orientation)
{
	for (uint32_t x = 0; x < WIDTH; x++) {
		double right = 0, down = 0;

		place_along(held[orientation].row, y / (HEIGHT - 1.0), &right, &down);
		place_along(held[orientation].column, x / (WIDTH - 1.0), &right, &down);
		row[(size_t)x * 3] = (unsigned char)(40 + 160 * right);
		row[(size_t)x * 3 + 1] = (unsigned char)(40 + 160 * down);
		row[(size_t)x * 3 + 2] = 100;
	}
}

/* One flat colour, whose samples come back almost as they went; or, without any, lights as a camera puts them that is
 * held so. */
static inline bytes make_jpeg(int components, J_COLOR_SPACE space, bool progressive, const unsigned char *colour,
			      int orientation)
{
	struct jpeg_compress_struct jpeg;
	struct jpeg_error_mgr errors;
	unsigned char *data = NULL;
	unsigned long size = 0;
	bytes out;
	unsigned char row[WIDTH * 4];
	JSAMPROW line = row;

	jpeg.err = jpeg_std_error(&errors);
	jpeg_create_compress(&jpeg);
	jpeg_mem_dest(&jpeg, &data, &size);
	jpeg.image_width = WIDTH;
	jpeg.image_height = HEIGHT;
	jpeg.input_components = components;
	jpeg.in_color_space = space;
	jpeg_set_defaults(&jpeg);
	if (space == JCS_CMYK)
		jpeg_set_colorspace(&jpeg, JCS_YCCK);
	jpeg_set_quality(&jpeg, 95, TRUE);
	jpeg.density_unit = 1;
	jpeg.X_density = jpeg.Y_density = 150;
	if (progressive)
		jpeg_simple_progression(&jpeg);
	jpeg_start_compress(&jpeg, TRUE);
	for (int i = 0; colour && i < WIDTH * components; i++)
		row[i] = colour[i % components];
	while (jpeg.next_scanline < HEIGHT) {
		if (!colour)
			fill_row(row, jpeg.next_scanline, orientation);
		jpeg_write_scanlines(&jpeg, &line, 1);
	}
	jpeg_finish_compress(&jpeg);
	jpeg_destroy_compress(&jpeg);
	out.size = size;
	assert_true(size <= sizeof out.data);
	memcpy(out.data, data, size);
	free(data);
	return out;
}

/* Where the last marker of that kind begins. */
static inline size_t marker(const bytes *file, unsigned kind)
{
	size_t at = file->size - 1;

	while (at > 0 && !(file->data[at - 1] == 0xFF && file->data[at] == kind))
		at--;
	assert_true(at > 0);
	return at - 1;
}

/* ---- reading them ---- */

static const ramure_image *load(ramure_ctx *ctx, const bytes *file)
{
	char path[] = "/tmp/ramure-image-XXXXXX";
	int fd = mkstemp(path);
	const ramure_image *image;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, file->data, file->size), file->size);
	close(fd);
	image = image_load(ctx, ramure_format(ctx, "%s", path), here);
	unlink(path);
	return image;
}

static inline void assert_refused(const bytes *file, const char *why)
{
	ramure_ctx *ctx = unit_ctx();

	assert_null(load(ctx, file));
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 1);
	assert_int_equal(ctx->diagnostics.first->at.line, here.line);
	if (!strstr(ctx->diagnostics.first->message.data, why))
		fail_msg("'%s' does not say '%s'", ctx->diagnostics.first->message.data, why);
	ctx_free(ctx);
}

#endif
