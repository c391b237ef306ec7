/* image_png.c: PNG files (ISO/IEC 15948): the chunks when a source is read, the pixels through libpng. */
#include "core/image/image_codec.h"

#include "core/base/gettext.h"
#include "core/context.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

/* ---- the header ---- */

enum { SIGNATURE = 8, CHUNK_FRAME = 12 /* length, type and CRC */ };

static uint32_t big_endian(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;

	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* Bits of a pixel, by colour type and bit depth (table 11.1); 0 for what PNG does not know. */
static unsigned pixel_bits(unsigned colour_type, unsigned depth)
{
	static const unsigned channels[] = { 1, 0, 3, 1, 2, 0, 4 };
	bool small = depth == 1 || depth == 2 || depth == 4;

	if (colour_type > 6 || !channels[colour_type])
		return 0;
	if (depth != 8 && !(depth == 16 && colour_type != 3) && !(small && (colour_type == 0 || colour_type == 3)))
		return 0;
	return channels[colour_type] * depth;
}

typedef struct chunks {
	unsigned bits;
	bool interlaced;
	uint64_t data; /* bytes of all IDAT */
	bool ended;
} chunks;

static void read_density(const char *p, ramure_image *image)
{
	/* Pixels a metre; an inch has 0.0254 of it. */
	if (p[8] == 1)
		image->dpi = big_endian(p) * 0.0254;
}

static const char *read_chunk(const char *p, uint32_t size, ramure_image *image, chunks *seen)
{
	const char *data = p + 8;

	if (memcmp(p + 4, "IHDR", 4) == 0 && size == 13) {
		image->width = big_endian(data);
		image->height = big_endian(data + 4);
		seen->bits = pixel_bits((unsigned char)data[9], (unsigned char)data[8]);
		seen->interlaced = data[12] != 0;
	} else if (memcmp(p + 4, "pHYs", 4) == 0 && size == 9) {
		read_density(data, image);
	} else if (memcmp(p + 4, "IDAT", 4) == 0) {
		seen->data += size;
	} else if (memcmp(p + 4, "IEND", 4) == 0) {
		seen->ended = true;
	}
	return seen->bits ? NULL : N_("its header is damaged");
}

const char *png_header(ramure_str bytes, ramure_image *image)
{
	chunks seen = { 0 };
	size_t at = SIGNATURE;
	uint64_t row;

	image->format = RAMURE_PNG;
	while (!seen.ended) {
		const char *wrong;
		uint32_t size;

		if (bytes.size - at < CHUNK_FRAME)
			return N_("it is cut short");
		size = big_endian(bytes.data + at);
		if (size > bytes.size - at - CHUNK_FRAME)
			return N_("it is cut short");
		wrong = read_chunk(bytes.data + at, size, image, &seen);
		if (wrong)
			return wrong;
		at += (size_t)size + CHUNK_FRAME;
	}
	/* Deflate packs at most 1032 to 1: a header that promises more lies. */
	row = (uint64_t)image->width * seen.bits / 8 + 1;
	if (row * image->height / 1032 > seen.data + 1024)
		return N_("its header promises more than it holds");
	/* Its first rows come last, so that it cannot be made smaller row by row. */
	if (seen.interlaced && image_reduction(image->width, image->height) > 1)
		return N_("it is interlaced, and too large for that");
	return NULL;
}

/* ---- the pixels ---- */

/* All that lives across longjmp() is in here, none of it in a local variable of the function that calls setjmp(). */
typedef struct decoding {
	ramure_ctx *ctx;
	ramure_str bytes;
	size_t at;
	image_trouble *trouble;
	png_structp png;
	png_infop info;
	uint8_t *data;
	uint32_t width, height;
	int channels;
} decoding;

static void on_error(png_structp png, png_const_charp message)
{
	decoding *d = png_get_error_ptr(png);

	strncpy(d->trouble->why, message, sizeof d->trouble->why - 1);
	png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
	(void)png;
	(void)message;
}

static void on_read(png_structp png, png_bytep out, size_t size)
{
	decoding *d = png_get_io_ptr(png);

	if (size > d->bytes.size - d->at)
		png_error(png, "it is cut short");
	memcpy(out, d->bytes.data + d->at, size);
	d->at += size;
}

/* Eight bits, colours instead of palettes, alpha instead of a transparent colour. */
static void ask_plain(decoding *d)
{
	png_set_expand(d->png);
	png_set_scale_16(d->png);
	png_set_interlace_handling(d->png);
	png_read_update_info(d->png, d->info);
}

static void read_all(decoding *d, size_t row)
{
	png_bytep *rows = RAMURE_NEW_ARRAY(d->ctx, png_bytep, d->height);

	d->data = arena_alloc_array(d->ctx->arena, d->height, row);
	for (uint32_t y = 0; y < d->height; y++)
		rows[y] = d->data + y * row;
	png_read_image(d->png, rows);
}

/* Adds a row to the sums of its squares: each colour as often as its pixel is opaque, then the opacity. */
static void add_row(const decoding *d, const uint8_t *row, uint32_t factor, uint32_t *sums)
{
	size_t channels = (size_t)d->channels, colours = channels - (channels + 1) % 2;

	for (uint32_t x = 0; x < d->width; x++, row += channels) {
		uint32_t *sum = sums + x / factor * (colours + 1), opacity = channels > colours ? row[colours] : 255;

		for (size_t c = 0; c < colours; c++)
			sum[c] += row[c] * opacity;
		sum[colours] += opacity;
	}
}

/* The means of squares that are `rows` high, as a row of pixels. */
static void put_means(const decoding *d, uint8_t *to, uint32_t factor, uint32_t rows, uint32_t *sums)
{
	size_t channels = (size_t)d->channels, colours = channels - (channels + 1) % 2;

	for (uint32_t x = 0; x < d->width; x += factor, sums += colours + 1) {
		uint32_t pixels = rows * (d->width - x < factor ? d->width - x : factor), opacity = sums[colours];

		for (size_t c = 0; c < colours; c++)
			*to++ = (uint8_t)(opacity ? (sums[c] + opacity / 2) / opacity : 0);
		if (channels > colours)
			*to++ = (uint8_t)((opacity + pixels / 2) / pixels);
	}
}

/* Squares of pixels become one: the whole image is never held. */
static void read_smaller(decoding *d, size_t row, uint32_t factor)
{
	uint32_t width = (d->width + factor - 1) / factor, height = (d->height + factor - 1) / factor, at = 0;
	size_t smaller = (size_t)width * (size_t)d->channels, sums_size = (size_t)width * 4 * sizeof(uint32_t);
	uint8_t *line = arena_alloc(d->ctx->arena, row);
	uint32_t *sums = arena_alloc(d->ctx->arena, sums_size);

	d->data = arena_alloc_array(d->ctx->arena, height, smaller);
	for (uint32_t y = 0; y < d->height; y++) {
		png_read_row(d->png, line, NULL);
		add_row(d, line, factor, sums);
		if ((y + 1) % factor && y + 1 < d->height)
			continue;
		put_means(d, d->data + at++ * smaller, factor, y % factor + 1, sums);
		memset(sums, 0, sums_size);
	}
	d->width = width;
	d->height = height;
}

static void decode(decoding *d)
{
	uint32_t factor = image_reduction(d->width, d->height);
	size_t row;

	png_set_read_fn(d->png, d, on_read);
	png_set_user_limits(d->png, d->width, d->height);
	png_set_keep_unknown_chunks(d->png, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
	png_read_info(d->png, d->info);
	if (png_get_image_width(d->png, d->info) != d->width || png_get_image_height(d->png, d->info) != d->height)
		png_error(d->png, _("it has two headers"));
	ask_plain(d);
	row = png_get_rowbytes(d->png, d->info);
	d->channels = png_get_channels(d->png, d->info);
	if (factor == 1)
		read_all(d, row);
	else
		read_smaller(d, row, factor);
}

static bool run(decoding *d)
{
	if (setjmp(png_jmpbuf(d->png)))
		return false;
	decode(d);
	return true;
}

/* Takes the alpha of `pixels` interleaved with it apart, in place: colours move toward the start. */
static void part_alpha(decoding *d, ramure_pixels *out)
{
	size_t pixels = (size_t)d->width * d->height, colours = (size_t)d->channels - 1;
	uint8_t *alpha = arena_alloc(d->ctx->arena, pixels);
	bool opaque = true;

	for (size_t i = 0; i < pixels; i++) {
		const uint8_t *from = d->data + i * (colours + 1);
		uint8_t a = from[colours];

		for (size_t c = 0; c < colours; c++)
			d->data[i * colours + c] = from[c];
		alpha[i] = a;
		opaque = opaque && a == 255;
	}
	out->channels = (int)colours;
	out->alpha = opaque ? NULL : alpha;
}

bool png_pixels(ramure_ctx *ctx, const ramure_image *image, ramure_pixels *out, image_trouble *trouble)
{
	decoding d = {
		.ctx = ctx, .bytes = image->bytes, .trouble = trouble, .width = image->width, .height = image->height
	};
	bool done = false;

	d.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &d, on_error, on_warning);
	d.info = d.png ? png_create_info_struct(d.png) : NULL;
	if (d.info)
		done = run(&d);
	png_destroy_read_struct(&d.png, &d.info, NULL);
	if (!done)
		return false;
	*out = (ramure_pixels){ .width = d.width, .height = d.height, .channels = d.channels, .data = d.data };
	if (d.channels == 2 || d.channels == 4)
		part_alpha(&d, out);
	return true;
}
