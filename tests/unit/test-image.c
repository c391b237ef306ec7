/* Images: headers, pixels of every form, and files that somebody broke. */
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

static void put_png(png_structp png, png_bytep data, size_t size)
{
	bytes *out = png_get_io_ptr(png);

	assert_true(out->size + size <= sizeof out->data);
	memcpy(out->data + out->size, data, size);
	out->size += size;
}

static void flush_png(png_structp png)
{
	(void)png;
}

/* Row y, column x: a colour that depends on both; alpha is 255 but for one corner. */
static bytes make_png(int colour_type, int depth, bool interlaced, bool transparent)
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
static void place_along(enum side side, double along, double *x, double *y)
{
	if (side == LEFT || side == RIGHT)
		*x = side == LEFT ? along : 1 - along;
	else
		*y = side == TOP ? along : 1 - along;
}

/* Red grows to the right, green downward, when the picture stands upright. */
static void fill_row(unsigned char *row, uint32_t y, int orientation)
{
	for (uint32_t x = 0; x < WIDTH; x++) {
		double right = 0, down = 0;

		place_along(held[orientation].row, y / (HEIGHT - 1.0), &right, &down);
		place_along(held[orientation].column, x / (WIDTH - 1.0), &right, &down);
		row[x * 3] = (unsigned char)(40 + 160 * right);
		row[x * 3 + 1] = (unsigned char)(40 + 160 * down);
		row[x * 3 + 2] = 100;
	}
}

/* One flat colour, whose samples come back almost as they went; or, without any, lights as a camera puts them that is
 * held so. */
static bytes make_jpeg(int components, J_COLOR_SPACE space, bool progressive, const unsigned char *colour,
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

static void assert_refused(const bytes *file, const char *why)
{
	ramure_ctx *ctx = unit_ctx();

	assert_null(load(ctx, file));
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 1);
	assert_int_equal(ctx->diagnostics.first->at.line, here.line);
	if (!strstr(ctx->diagnostics.first->message.data, why))
		fail_msg("'%s' does not say '%s'", ctx->diagnostics.first->message.data, why);
	ctx_free(ctx);
}

static void every_form_of_png_becomes_grey_or_rgb(void **state)
{
	static const struct {
		int type, depth;
		int channels;
		bool transparent, alpha;
	} forms[] = {
		{ PNG_COLOR_TYPE_GRAY, 1, 1, false, false },      { PNG_COLOR_TYPE_GRAY, 4, 1, false, false },
		{ PNG_COLOR_TYPE_GRAY, 8, 1, false, false },      { PNG_COLOR_TYPE_GRAY, 8, 1, true, true },
		{ PNG_COLOR_TYPE_GRAY, 16, 1, false, false },     { PNG_COLOR_TYPE_GRAY_ALPHA, 8, 1, false, true },
		{ PNG_COLOR_TYPE_RGB, 8, 3, false, false },       { PNG_COLOR_TYPE_RGB, 16, 3, false, false },
		{ PNG_COLOR_TYPE_RGB, 8, 3, true, false },        { PNG_COLOR_TYPE_PALETTE, 8, 3, false, false },
		{ PNG_COLOR_TYPE_PALETTE, 8, 3, true, true },     { PNG_COLOR_TYPE_RGB_ALPHA, 8, 3, false, true },
		{ PNG_COLOR_TYPE_RGB_ALPHA, 16, 3, false, true },
	};

	(void)state;
	for (size_t i = 0; i < 2 * sizeof forms / sizeof *forms; i++) {
		ramure_ctx *ctx = unit_ctx();
		size_t f = i / 2;
		bytes file = make_png(forms[f].type, forms[f].depth, i % 2, forms[f].transparent);
		const ramure_image *image = load(ctx, &file);
		const ramure_pixels *pixels;
		size_t used;

		assert_non_null(image);
		assert_int_equal(image->width, WIDTH);
		assert_int_equal(image->height, HEIGHT);
		assert_true(image->dpi > 299.9 && image->dpi < 300.1);
		pixels = ramure_image_pixels(ctx, image);
		assert_non_null(pixels);
		used = arena_used(ctx->arena);
		assert_ptr_equal(ramure_image_pixels(ctx, image), pixels);
		assert_int_equal(arena_used(ctx->arena), used);
		assert_int_equal(pixels->channels, forms[f].channels);
		assert_int_equal(pixels->alpha != NULL, forms[f].alpha);
		ctx_free(ctx);
	}
}

static void colours_and_alpha_come_apart(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	bytes file = make_png(PNG_COLOR_TYPE_RGB_ALPHA, 8, false, false);
	const ramure_pixels *pixels = ramure_image_pixels(ctx, load(ctx, &file));

	(void)state;
	for (int y = 0; y < HEIGHT; y++)
		for (int x = 0; x < WIDTH; x++) {
			size_t at = (size_t)y * WIDTH + (size_t)x;

			for (int c = 0; c < 3; c++)
				assert_int_equal(pixels->data[at * 3 + (size_t)c], (uint8_t)((x * 4 + c) * 7 + y));
			assert_int_equal(pixels->alpha[at], (uint8_t)((x * 4 + 3) * 7 + y));
		}
	ctx_free(ctx);
}

static void assert_near(const uint8_t *pixel, int r, int g, int b)
{
	assert_in_range(pixel[0], r < 6 ? 0 : r - 6, r + 6);
	assert_in_range(pixel[1], g < 6 ? 0 : g - 6, g + 6);
	assert_in_range(pixel[2], b < 6 ? 0 : b - 6, b + 6);
}

static void jpegs_become_rgb_whatever_their_inks(void **state)
{
	static const unsigned char red[] = { 200, 40, 30 };
	/* Adobe's way, as libjpeg writes it: 255 is no ink. */
	static const unsigned char inks[] = { 255, 100, 50, 200 };

	(void)state;
	for (int progressive = 0; progressive < 2; progressive++) {
		ramure_ctx *ctx = unit_ctx();
		bytes rgb = make_jpeg(3, JCS_RGB, progressive, red, 1),
		      cmyk = make_jpeg(4, JCS_CMYK, progressive, inks, 1);
		bytes grey = make_jpeg(1, JCS_GRAYSCALE, progressive, red, 1);
		const ramure_image *image = load(ctx, &rgb);

		assert_true(image->rgb_jpeg && image->dpi == 150 && image->format == RAMURE_JPEG);
		assert_near(ramure_image_pixels(ctx, image)->data, 200, 40, 30);
		image = load(ctx, &cmyk);
		assert_false(image->rgb_jpeg);
		assert_near(ramure_image_pixels(ctx, image)->data, 200, 100 * 200 / 255, 50 * 200 / 255);
		image = load(ctx, &grey);
		assert_false(image->rgb_jpeg);
		assert_int_equal(ramure_image_pixels(ctx, image)->channels, 1);
		assert_null(ctx->diagnostics.first);
		ctx_free(ctx);
	}
}

/* Where the last marker of that kind begins. */
static size_t marker(const bytes *file, unsigned kind)
{
	size_t at = file->size - 1;

	while (at > 0 && !(file->data[at - 1] == 0xFF && file->data[at] == kind))
		at--;
	assert_true(at > 0);
	return at - 1;
}

static void put_in(bytes *file, size_t at, const unsigned char *more, size_t size)
{
	assert_true(file->size + size <= sizeof file->data);
	memmove(file->data + at + size, file->data + at, file->size - at);
	memcpy(file->data + at, more, size);
	file->size += size;
}

static void a_jpeg_of_plain_rgb_is_decoded(void **state)
{
	static const unsigned char red[] = { 200, 40, 30 };
	ramure_ctx *ctx = unit_ctx();
	bytes file = make_jpeg(3, JCS_RGB, false, red, 1);

	(void)state;
	/* The names of its components, in the frame's header and in the scan's. */
	for (size_t c = 0; c < 3; c++) {
		file.data[marker(&file, 0xC0) + 10 + 3 * c] = (unsigned char)"RGB"[c];
		file.data[marker(&file, 0xDA) + 5 + 2 * c] = (unsigned char)"RGB"[c];
	}
	assert_false(load(ctx, &file)->rgb_jpeg);
	assert_null(ctx->diagnostics.first);
	ctx_free(ctx);
}

/* Cameras write their numbers in either order. */
static void put_exif(bytes *file, int orientation, bool little)
{
	unsigned char great[] = { 0xFF, 0xE1, 0, 34,   'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
				  0,    1,    1, 0x12, 0,   3,   0,   0,   0, 1, 0,   0,   0, 0,  0, 0, 0, 0 };
	unsigned char small[] = { 0xFF, 0xE1, 0,    34, 'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0,
				  1,    0,    0x12, 1,  3,   0,   1,   0,   0, 0, 0,   0,   0,  0, 0, 0, 0, 0 };

	great[29] = small[28] = (unsigned char)orientation;
	put_in(file, 2, little ? small : great, sizeof great);
}

static void a_photograph_held_upright_stands_upright(void **state)
{
	(void)state;
	for (int orientation = 1; orientation <= 8; orientation++) {
		ramure_ctx *ctx = unit_ctx();
		bytes file = make_jpeg(3, JCS_RGB, false, NULL, orientation);
		const ramure_image *image;
		const ramure_pixels *pixels;

		put_exif(&file, orientation, orientation % 2);
		image = load(ctx, &file);
		assert_non_null(image);
		assert_int_equal(image->width, orientation < 5 ? WIDTH : HEIGHT);
		assert_int_equal(image->height, orientation < 5 ? HEIGHT : WIDTH);
		pixels = ramure_image_pixels(ctx, image);
		for (size_t corner = 0; corner < 4; corner++) {
			size_t right = corner % 2, down = corner / 2;
			size_t at = down * (image->height - 1) * image->width + right * (image->width - 1);

			for (size_t c = 0; c < 2; c++) {
				int wanted = 40 + 160 * (int)(c ? down : right), got = pixels->data[at * 3 + c];

				if (abs(wanted - got) > 30)
					fail_msg("orientation %d, corner %zu: %d instead of %d", orientation, corner,
						 got, wanted);
			}
		}
		ctx_free(ctx);
	}
}

/* Of four inks and on its side, it becomes one of three lights. */
static void a_photograph_for_print_is_turned_too(void **state)
{
	static const unsigned char inks[] = { 255, 100, 50, 200 };
	ramure_ctx *ctx = unit_ctx();
	bytes file = make_jpeg(4, JCS_CMYK, false, inks, 1);
	const ramure_image *image;

	(void)state;
	put_exif(&file, 6, false);
	image = load(ctx, &file);
	assert_non_null(image);
	assert_true(image->rgb_jpeg);
	assert_near(ramure_image_pixels(ctx, image)->data, 200, 100 * 200 / 255, 50 * 200 / 255);
	ctx_free(ctx);
}

static void a_jpeg_may_say_its_density_in_centimetres_and_be_padded(void **state)
{
	enum { UNITS = 13 }; /* of the JFIF segment, which comes first */
	static const unsigned char red[] = { 200, 40, 30 }, fill = 0xFF;
	ramure_ctx *ctx = unit_ctx();
	bytes file = make_jpeg(3, JCS_RGB, false, red, 1);
	const ramure_image *image;

	(void)state;
	file.data[UNITS] = 2;
	put_in(&file, marker(&file, 0xC0), &fill, 1);
	image = load(ctx, &file);
	assert_non_null(image);
	assert_true(image->dpi > 150 * 2.53 && image->dpi < 150 * 2.55);
	assert_near(ramure_image_pixels(ctx, image)->data, 200, 40, 30);
	ctx_free(ctx);
}

/* Pixels are made up for what is missing, which is told. */
static void a_jpeg_with_a_hole_is_shown_with_a_warning(void **state)
{
	ramure_ctx *ctx = unit_ctx();
	bytes file = make_jpeg(3, JCS_RGB, false, NULL, 1);
	size_t scan = marker(&file, 0xDA) + 14;

	(void)state;
	memmove(file.data + scan + 8, file.data + file.size - 2, 2);
	file.size = scan + 10;
	assert_non_null(ramure_image_pixels(ctx, load(ctx, &file)));
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_WARNING], 1);
	assert_string_equal(ctx->diagnostics.first->name, "image-damaged");
	ctx_free(ctx);
}

static void a_jpeg_of_scans_without_end_is_refused(void **state)
{
	static const unsigned char red[] = { 200, 40, 30 };
	ramure_ctx *ctx = unit_ctx();
	bytes file = make_jpeg(3, JCS_RGB, true, red, 1);
	size_t scan = marker(&file, 0xDA), end = marker(&file, 0xD9);
	unsigned char again[64];

	(void)state;
	assert_true(end - scan <= sizeof again);
	memcpy(again, file.data + scan, end - scan);
	for (int i = 0; i < 250; i++)
		put_in(&file, end, again, end - scan);
	assert_null(ramure_image_pixels(ctx, load(ctx, &file)));
	assert_int_equal(ctx->diagnostics.counts[SEVERITY_ERROR], 1);
	assert_non_null(strstr(ctx->diagnostics.first->message.data, "more than 200 scans"));
	ctx_free(ctx);
}

static void what_is_no_image_is_said_to_be_none(void **state)
{
	bytes svg = { .size = 30 }, nothing = { .size = 0 }, noise = { .size = 40 };

	(void)state;
	memcpy(svg.data, "<svg xmlns='http://w3.org'></svg>", 30);
	memset(noise.data, 'x', 40);
	assert_refused(&svg, "its format is SVG");
	assert_refused(&nothing, "the file is empty");
	assert_refused(&noise, "neither a PNG nor a JPEG");
}

static void headers_that_lie_are_refused(void **state)
{
	bytes png = make_png(PNG_COLOR_TYPE_RGB, 8, false, false), wide = png, zero = png, large = png;
	static const unsigned char red[] = { 200, 40, 30 };
	bytes jpeg = make_jpeg(3, JCS_RGB, false, red, 1), rare = jpeg;

	(void)state;
	memcpy(wide.data + 16, "\x00\x00\x9C\x40\x00\x00\x0F\xA0", 8);
	assert_refused(&wide, "promises more than it holds");
	memcpy(zero.data + 16, "\x00\x00\x00\x00", 4);
	assert_refused(&zero, "no width");
	memcpy(large.data + 16, "\x00\x01\x86\xA0", 4);
	assert_refused(&large, "100000 × 7 pixels are too many");
	png.size /= 2;
	assert_refused(&png, "cut short");
	rare.data[marker(&rare, 0xC0) + 9] = 2;
	assert_refused(&rare, "rare form of JPEG");
	jpeg.size -= 30;
	assert_refused(&jpeg, "cut short");
	jpeg.size = 20;
	assert_refused(&jpeg, "cut short");
}

/* Opaque and red, or clear and green, by turns; blue tells the places apart between which interlacing divides. */
static void paint(uint32_t x, uint32_t y, unsigned char *pixel)
{
	pixel[x % 2 ? 1 : 0] = 0xC8;
	pixel[2] = (unsigned char)(y % 8 * 32 + x % 8 * 4);
	pixel[3] = x % 2 ? 0 : 0xFF;
}

static void write_large(const char *path, uint32_t width, uint32_t height, int interlace)
{
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	FILE *file = fopen(path, "wb");
	unsigned char *rows = calloc(8 * (size_t)width, 4);

	assert_non_null(file);
	for (uint32_t y = 0; y < 8; y++)
		for (uint32_t x = 0; x < width; x++)
			paint(x, y, rows + (y * (size_t)width + x) * 4);
	png_init_io(png, file);
	png_set_compression_level(png, 1);
	png_set_filter(png, 0, PNG_FILTER_NONE);
	png_set_IHDR(png, info, width, height, 8, PNG_COLOR_TYPE_RGB_ALPHA, interlace, PNG_COMPRESSION_TYPE_DEFAULT,
		     PNG_FILTER_TYPE_DEFAULT);
	png_write_info(png, info);
	for (int pass = png_set_interlace_handling(png); pass > 0; pass--)
		for (uint32_t y = 0; y < height; y++)
			png_write_row(png, rows + y % 8 * (size_t)width * 4);
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
	free(rows);
	fclose(file);
}

/* Every pixel is what one sees of its square from afar: what is clear lends no colour to it, and at the edges the mean
 * is of what there is. */
static void assert_seen_from_afar(const ramure_pixels *p, uint32_t width, uint32_t height, uint32_t factor)
{
	for (size_t i = 0; i < (size_t)p->width * p->height; i++) {
		uint32_t left = (uint32_t)(i % p->width) * factor, top = (uint32_t)(i / p->width) * factor;
		unsigned pixels = 0, seen = 0, blue = 0;

		for (uint32_t y = top; y < top + factor && y < height; y++)
			for (uint32_t x = left; x < left + factor && x < width; x++) {
				unsigned char pixel[4] = { 0 };

				paint(x, y, pixel);
				pixels++;
				seen += pixel[3] == 0xFF;
				blue += pixel[3] == 0xFF ? pixel[2] : 0;
			}
		if (p->data[3 * i] != 0xC8 || p->data[3 * i + 1] != 0 ||
		    p->data[3 * i + 2] != (blue + seen / 2) / seen || p->alpha[i] != (255 * seen + pixels / 2) / pixels)
			fail_msg("%d, %d, %d, %d stands for the square at %u, %u", p->data[3 * i], p->data[3 * i + 1],
				 p->data[3 * i + 2], p->alpha[i], left, top);
	}
}

static void an_image_of_very_many_pixels_is_reduced(void **state)
{
	static const int interlaces[] = { PNG_INTERLACE_NONE, PNG_INTERLACE_ADAM7 };
	char path[] = "/tmp/ramure-image-XXXXXX";

	(void)state;
	close(mkstemp(path));
	for (size_t i = 0; i < sizeof interlaces / sizeof *interlaces; i++) {
		ramure_ctx *ctx = unit_ctx();
		const ramure_image *image;
		const ramure_pixels *pixels;

		write_large(path, 8001, 4001, interlaces[i]);
		image = image_load(ctx, ramure_format(ctx, "%s", path), here);
		assert_int_equal(image->width, 8001);
		pixels = ramure_image_pixels(ctx, image);
		assert_non_null(pixels);
		assert_int_equal(pixels->width, 4001);
		assert_int_equal(pixels->height, 2001);
		assert_seen_from_afar(pixels, 8001, 4001, 2);
		assert_string_equal(ctx->diagnostics.first->name, "image-reduced");
		assert_true(arena_used(ctx->arena) < 8001 * 4001 * 2); /* half of what it takes whole */
		ctx_free(ctx);
	}
	unlink(path);
}

/* Whatever somebody did to a file, there is an image or a message, and no crash. */
static void broken_files_end_in_a_message_or_an_image(void **state)
{
	static const unsigned char red[] = { 200, 40, 30 }, inks[] = { 9, 100, 50, 200 };
	bytes whole[] = {
		make_png(PNG_COLOR_TYPE_RGB_ALPHA, 8, true, false),
		make_png(PNG_COLOR_TYPE_PALETTE, 8, false, true),
		make_png(PNG_COLOR_TYPE_GRAY, 16, false, true),
		make_jpeg(3, JCS_RGB, false, red, 1),
		make_jpeg(3, JCS_RGB, true, red, 1),
		make_jpeg(4, JCS_CMYK, true, inks, 1),
	};
	uint32_t seed = 20200623;

	(void)state;
	for (int trial = 0; trial < 600; trial++) {
		ramure_ctx *ctx = unit_ctx();
		bytes file = whole[trial % (int)(sizeof whole / sizeof *whole)];
		const ramure_image *image;

		for (int change = trial % 7; change >= 0; change--) {
			seed = seed * 1664525 + 1013904223;
			file.data[(seed >> 8) % file.size] = (unsigned char)(seed >> 24);
		}
		if (trial % 11 == 0)
			file.size -= (seed >> 4) % file.size;
		image = load(ctx, &file);
		if (!image || !ramure_image_pixels(ctx, image))
			assert_true(ctx->diagnostics.counts[SEVERITY_ERROR] > 0);
		ctx_free(ctx);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_of_png_becomes_grey_or_rgb),
		cmocka_unit_test(colours_and_alpha_come_apart),
		cmocka_unit_test(jpegs_become_rgb_whatever_their_inks),
		cmocka_unit_test(a_jpeg_of_plain_rgb_is_decoded),
		cmocka_unit_test(a_photograph_held_upright_stands_upright),
		cmocka_unit_test(a_photograph_for_print_is_turned_too),
		cmocka_unit_test(a_jpeg_may_say_its_density_in_centimetres_and_be_padded),
		cmocka_unit_test(a_jpeg_with_a_hole_is_shown_with_a_warning),
		cmocka_unit_test(a_jpeg_of_scans_without_end_is_refused),
		cmocka_unit_test(what_is_no_image_is_said_to_be_none),
		cmocka_unit_test(headers_that_lie_are_refused),
		cmocka_unit_test(an_image_of_very_many_pixels_is_reduced),
		cmocka_unit_test(broken_files_end_in_a_message_or_an_image),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
