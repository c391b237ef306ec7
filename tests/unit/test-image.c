/* Images: PNG of every form, headers, very large ones, and files that somebody broke. */
#include "tests/unit/pictures.h"

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
		assert_true(arena_used(ctx->arena) < (size_t)8001 * 4001 * 2); /* half of what it takes whole */
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
		cmocka_unit_test(what_is_no_image_is_said_to_be_none),
		cmocka_unit_test(headers_that_lie_are_refused),
		cmocka_unit_test(an_image_of_very_many_pixels_is_reduced),
		cmocka_unit_test(broken_files_end_in_a_message_or_an_image),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
