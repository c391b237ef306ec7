/* JPEG: pixels of every form, photographs as they were held, and what is wrong in them. */
#include "tests/unit/pictures.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(jpegs_become_rgb_whatever_their_inks),
		cmocka_unit_test(a_jpeg_of_plain_rgb_is_decoded),
		cmocka_unit_test(a_photograph_held_upright_stands_upright),
		cmocka_unit_test(a_photograph_for_print_is_turned_too),
		cmocka_unit_test(a_jpeg_may_say_its_density_in_centimetres_and_be_padded),
		cmocka_unit_test(a_jpeg_with_a_hole_is_shown_with_a_warning),
		cmocka_unit_test(a_jpeg_of_scans_without_end_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
