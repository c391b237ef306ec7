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
	arena *scratch; /* until the image is decoded */
	uint8_t *data;
	uint32_t width, height; /* of the file's image */
	uint32_t factor;        /* so many pixels, on both sides, become one of `data` */
	int channels;
} decoding;

static uint32_t reduced(const decoding *d, uint32_t side)
{
	return (side + d->factor - 1) / d->factor;
}

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
	if (d->factor == 1)
		png_set_interlace_handling(d->png);
	png_read_update_info(d->png, d->info);
}

static void read_all(decoding *d, size_t row)
{
	png_bytep *rows = arena_alloc_array(d->scratch, d->height, sizeof *rows);

	for (uint32_t y = 0; y < d->height; y++)
		rows[y] = d->data + y * row;
	png_read_image(d->png, rows);
}

/* ---- smaller ---- */

/* Squares of pixels become one, their mean.  Their sums, for a square each colour as often as its pixel is opaque, then
 * the opacity, are added up row by row, so that the whole image is never held. */

static uint32_t *sums_of_rows(const decoding *d, uint32_t rows)
{
	return arena_alloc_array(d->scratch, (size_t)rows * reduced(d, d->width), 4 * sizeof(uint32_t));
}

/* Adds a row whose pixels stand at every `step`th column from `first` on. */
static void add_row(const decoding *d, const uint8_t *row, uint32_t first, uint32_t step, uint32_t *sums)
{
	size_t channels = (size_t)d->channels, colours = channels - (channels + 1) % 2;

	for (uint32_t x = first; x < d->width; x += step, row += channels) {
		uint32_t *sum = sums + (size_t)(x / d->factor) * 4, opacity = channels > colours ? row[colours] : 255;

		for (size_t c = 0; c < colours; c++)
			sum[c] += row[c] * opacity;
		sum[3] += opacity;
	}
}

static void put_means(const decoding *d, uint32_t y, const uint32_t *sums)
{
	size_t channels = (size_t)d->channels, colours = channels - (channels + 1) % 2;
	uint8_t *to = d->data + (size_t)y * reduced(d, d->width) * channels;
	uint32_t rows = d->height - y * d->factor;

	if (rows > d->factor)
		rows = d->factor;
	for (uint32_t x = 0; x < d->width; x += d->factor, sums += 4) {
		uint32_t pixels = rows * (d->width - x < d->factor ? d->width - x : d->factor), opacity = sums[3];

		for (size_t c = 0; c < colours; c++)
			*to++ = (uint8_t)(opacity ? (sums[c] + opacity / 2) / opacity : 0);
		if (channels > colours)
			*to++ = (uint8_t)((opacity + pixels / 2) / pixels);
	}
}

static void read_smaller(decoding *d, size_t row)
{
	uint8_t *line = arena_alloc(d->scratch, row);
	uint32_t *sums = sums_of_rows(d, 1);

	for (uint32_t y = 0; y < d->height; y++) {
		png_read_row(d->png, line, NULL);
		add_row(d, line, 0, 1, sums);
		if ((y + 1) % d->factor && y + 1 < d->height)
			continue;
		put_means(d, y / d->factor, sums);
		memset(sums, 0, sizeof *sums * 4 * reduced(d, d->width));
	}
}

/* A pass (ISO/IEC 15948, 8.2) goes over the whole image, so that no square is done before the last one. */
static void read_passes_smaller(decoding *d, size_t row)
{
	uint8_t *line = arena_alloc(d->scratch, row);
	uint32_t *sums = sums_of_rows(d, reduced(d, d->height));
	size_t sums_row = (size_t)reduced(d, d->width) * 4;

	for (unsigned pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; pass++)
		for (uint32_t y = PNG_PASS_START_ROW(pass); y < d->height; y += 1u << PNG_PASS_ROW_SHIFT(pass)) {
			png_read_row(d->png, line, NULL);
			add_row(d, line, PNG_PASS_START_COL(pass), 1u << PNG_PASS_COL_SHIFT(pass),
				sums + y / d->factor * sums_row);
		}
	for (uint32_t y = 0; y < reduced(d, d->height); y++)
		put_means(d, y, sums + y * sums_row);
}

static void decode(decoding *d)
{
	bool interlaced;
	size_t row;

	png_set_read_fn(d->png, d, on_read);
	png_set_user_limits(d->png, d->width, d->height);
	png_set_keep_unknown_chunks(d->png, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
	png_read_info(d->png, d->info);
	if (png_get_image_width(d->png, d->info) != d->width || png_get_image_height(d->png, d->info) != d->height)
		png_error(d->png, _("it has two headers"));
	interlaced = png_get_interlace_type(d->png, d->info) == PNG_INTERLACE_ADAM7;
	d->factor = image_reduction(d->width, d->height);
	ask_plain(d);
	row = png_get_rowbytes(d->png, d->info);
	d->channels = png_get_channels(d->png, d->info);
	d->data = arena_alloc_array(d->ctx->arena, (size_t)reduced(d, d->width) * reduced(d, d->height),
				    (size_t)d->channels);
	if (d->factor == 1)
		read_all(d, row);
	else if (interlaced)
		read_passes_smaller(d, row);
	else
		read_smaller(d, row);
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
	size_t pixels = (size_t)out->width * out->height, colours = (size_t)d->channels - 1;
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
		.ctx = ctx,
		.bytes = image->bytes,
		.trouble = trouble,
		.scratch = arena_beside(ctx->arena),
		.width = image->width,
		.height = image->height,
	};
	bool done = false;

	d.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &d, on_error, on_warning);
	d.info = d.png ? png_create_info_struct(d.png) : NULL;
	if (d.info)
		done = run(&d);
	png_destroy_read_struct(&d.png, &d.info, NULL);
	arena_free(d.scratch);
	if (!done)
		return false;
	*out = (ramure_pixels){
		.width = reduced(&d, d.width), .height = reduced(&d, d.height), .channels = d.channels, .data = d.data
	};
	if (d.channels == 2 || d.channels == 4)
		part_alpha(&d, out);
	return true;
}
