/* image_jpeg.c: JPEG files (ITU-T T.81): the markers when a source is read, the pixels through libjpeg. */
#include "core/image/image_codec.h"

#include "core/base/gettext.h"
#include "core/context.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

/* ---- the header ---- */

/* A slice of the file and the byte order of its numbers (Exif has both). */
typedef struct field_reader {
	const unsigned char *bytes;
	size_t size;
	bool little;
} field_reader;

static uint32_t number_at(const field_reader *r, size_t at, size_t size)
{
	uint32_t value = 0;

	if (at > r->size || size > r->size - at)
		return 0;
	for (size_t i = 0; i < size; i++)
		value = value << 8 | r->bytes[at + (r->little ? size - 1 - i : i)];
	return value;
}

/* The orientation that a camera wrote (Exif 2.3, tag 274 of the first directory). */
static int exif_orientation(const unsigned char *segment, size_t size)
{
	field_reader r;
	size_t directory, entries;

	if (size < 14 || memcmp(segment, "Exif\0\0", 6) != 0)
		return 1;
	r = (field_reader){ segment + 6, size - 6, segment[6] == 'I' };
	directory = number_at(&r, 4, 4);
	entries = number_at(&r, directory, 2);
	for (size_t i = 0; i < entries && i < 256; i++) {
		size_t entry = directory + 2 + 12 * i;
		uint32_t value = number_at(&r, entry + 8, 2);

		if (number_at(&r, entry, 2) == 0x0112)
			return value >= 1 && value <= 8 ? (int)value : 1;
	}
	return 1;
}

/* Density of a JFIF segment: units 1 are inches, 2 centimetres. */
static void jfif_density(const unsigned char *segment, size_t size, ramure_image *image)
{
	field_reader r = { segment, size, false };

	if (size < 12 || memcmp(segment, "JFIF", 5) != 0)
		return;
	if (segment[7] == 1)
		image->dpi = number_at(&r, 8, 2);
	else if (segment[7] == 2)
		image->dpi = number_at(&r, 8, 2) * 2.54;
}

static bool is_frame(unsigned marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static const char *read_frame(const unsigned char *segment, size_t size, unsigned marker, ramure_image *image)
{
	field_reader r = { segment, size, false };
	unsigned components;

	if (size < 6)
		return N_("its header is damaged");
	image->height = number_at(&r, 1, 2);
	image->width = number_at(&r, 3, 2);
	components = segment[5];
	/* Baseline, extended and progressive, of eight bits: what the world writes, and PDF reads. */
	if (marker > 0xC2 || segment[0] != 8 || (components != 1 && components != 3 && components != 4))
		return N_("it is a rare form of JPEG");
	/* Components named R, G and B hold just these; a PDF takes any three for YCbCr (ISO 32000-1, table 13). */
	image->rgb_jpeg =
		components == 3 && !(size >= 15 && segment[6] == 'R' && segment[9] == 'G' && segment[12] == 'B');
	return NULL;
}

/* Whether an end stands after the picture's data: what follows it is of no concern. */
static bool ends(ramure_str bytes, size_t at)
{
	for (; at + 1 < bytes.size; at++)
		if ((unsigned char)bytes.data[at] == 0xFF && (unsigned char)bytes.data[at + 1] == 0xD9)
			return true;
	return false;
}

const char *jpeg_header(ramure_str bytes, ramure_image *image, int *orientation)
{
	const unsigned char *b = (const unsigned char *)bytes.data;
	bool framed = false;
	size_t at = 2;

	image->format = RAMURE_JPEG;
	*orientation = 1;
	while (bytes.size - at >= 4) {
		unsigned marker = b[at + 1];
		size_t size = (size_t)b[at + 2] << 8 | b[at + 3];
		const char *wrong = NULL;

		if (b[at] != 0xFF)
			return N_("its header is damaged");
		if (marker == 0xFF) { /* fill bytes may stand before a marker (B.1.1.2) */
			at++;
			continue;
		}
		if (size < 2 || size > bytes.size - at - 2)
			return N_("it is cut short");
		if (marker == 0xDA)
			return !framed                      ? N_("its header is damaged")
			       : ends(bytes, at + 2 + size) ? NULL
							    : N_("it is cut short");
		if (is_frame(marker)) {
			wrong = framed ? N_("it has two headers") : read_frame(b + at + 4, size - 2, marker, image);
			framed = true;
		} else if (marker == 0xE0) {
			jfif_density(b + at + 4, size - 2, image);
		} else if (marker == 0xE1 && *orientation == 1) {
			*orientation = exif_orientation(b + at + 4, size - 2);
		}
		if (wrong)
			return wrong;
		at += size + 2;
	}
	return N_("it is cut short");
}

/* ---- the pixels ---- */

/* A progressive file may hold any number of scans over a large picture, each of a few bytes. */
enum { MOST_SCANS = 200, QUALITY = 92 };

typedef struct decoding {
	struct jpeg_error_mgr errors; /* first: libjpeg hands its address back */
	struct jpeg_progress_mgr progress;
	struct jpeg_decompress_struct jpeg;
	jmp_buf back;
	ramure_ctx *ctx;
	const ramure_image *image;
	image_trouble *trouble;
	ramure_pixels *out;
} decoding;

static void on_error(j_common_ptr jpeg)
{
	decoding *d = (decoding *)jpeg->err;
	char message[JMSG_LENGTH_MAX];

	jpeg->err->format_message(jpeg, message);
	snprintf(d->trouble->why, sizeof d->trouble->why, "%.*s", (int)sizeof d->trouble->why - 1, message);
	longjmp(d->back, 1);
}

/* Warnings (level -1) are of damaged data, of which libjpeg makes something up. */
static void on_message(j_common_ptr jpeg, int level)
{
	decoding *d = (decoding *)jpeg->err;

	if (level < 0 && !d->trouble->damaged) {
		char message[JMSG_LENGTH_MAX];

		jpeg->err->format_message(jpeg, message);
		snprintf(d->trouble->why, sizeof d->trouble->why, "%.*s", (int)sizeof d->trouble->why - 1, message);
		d->trouble->damaged = true;
	}
}

static void on_progress(j_common_ptr jpeg)
{
	decoding *d = (decoding *)jpeg->err;

	if (((j_decompress_ptr)jpeg)->input_scan_number > MOST_SCANS) {
		snprintf(d->trouble->why, sizeof d->trouble->why, "more than %d scans", MOST_SCANS);
		longjmp(d->back, 1);
	}
}

static void silent(j_common_ptr jpeg)
{
	(void)jpeg;
}

/* Four inks to three lights.  Adobe's programs store ink as light, 255 for none. */
static void convert_inks(const uint8_t *from, uint8_t *to, size_t pixels, bool adobe)
{
	for (size_t i = 0; i < pixels; i++) {
		unsigned k = adobe ? from[4 * i + 3] : 255u - from[4 * i + 3];

		for (size_t c = 0; c < 3; c++) {
			unsigned light = adobe ? from[4 * i + c] : 255u - from[4 * i + c];

			to[3 * i + c] = (uint8_t)((light * k + 127) / 255);
		}
	}
}

static void read_rows(decoding *d, uint8_t *data, size_t row)
{
	bool inks = d->jpeg.out_color_space == JCS_CMYK;
	uint8_t *line = inks ? arena_alloc(d->ctx->arena, (size_t)d->jpeg.output_width * 4) : NULL;

	while (d->jpeg.output_scanline < d->jpeg.output_height) {
		uint8_t *to = data + d->jpeg.output_scanline * row;
		JSAMPROW into = inks ? line : to;

		jpeg_read_scanlines(&d->jpeg, &into, 1);
		if (inks)
			convert_inks(line, to, d->jpeg.output_width, d->jpeg.saw_Adobe_marker);
	}
}

static void decode(decoding *d)
{
	const unsigned char *bytes = (const unsigned char *)d->image->bytes.data;
	size_t row;

	jpeg_create_decompress(&d->jpeg);
	d->jpeg.progress = &d->progress;
	jpeg_mem_src(&d->jpeg, bytes, (unsigned long)d->image->bytes.size);
	jpeg_read_header(&d->jpeg, TRUE);
	if (d->jpeg.num_components == 4)
		d->jpeg.out_color_space = JCS_CMYK;
	else
		d->jpeg.out_color_space = d->jpeg.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
	/* The same bytes on every machine, whatever fast ways its processor has. */
	d->jpeg.dct_method = JDCT_ISLOW;
	if (d->jpeg.image_width != d->image->width || d->jpeg.image_height != d->image->height) {
		snprintf(d->trouble->why, sizeof d->trouble->why, "%s", _("it has two headers"));
		longjmp(d->back, 1);
	}
	d->jpeg.scale_num = 1;
	d->jpeg.scale_denom = image_reduction(d->image->width, d->image->height);
	jpeg_start_decompress(&d->jpeg);
	*d->out = (ramure_pixels){ .width = d->jpeg.output_width,
				   .height = d->jpeg.output_height,
				   .channels = d->jpeg.num_components == 1 ? 1 : 3 };
	row = (size_t)d->out->width * (size_t)d->out->channels;
	uint8_t *data = arena_alloc_array(d->ctx->arena, d->out->height, row);
	d->out->data = data;
	read_rows(d, data, row);
	jpeg_finish_decompress(&d->jpeg);
}

static bool run(decoding *d)
{
	if (setjmp(d->back))
		return false;
	decode(d);
	return true;
}

bool jpeg_pixels(ramure_ctx *ctx, const ramure_image *image, ramure_pixels *out, image_trouble *trouble)
{
	decoding d = { .ctx = ctx, .image = image, .trouble = trouble, .out = out };
	bool done;

	d.jpeg.err = jpeg_std_error(&d.errors);
	d.errors.error_exit = on_error;
	d.errors.emit_message = on_message;
	d.errors.output_message = silent;
	d.progress.progress_monitor = on_progress;
	done = run(&d);
	jpeg_destroy_decompress(&d.jpeg);
	return done;
}

/* ---- writing ---- */

typedef struct encoding {
	struct jpeg_error_mgr errors; /* first */
	struct jpeg_compress_struct jpeg;
	jmp_buf back;
	const ramure_pixels *pixels;
	unsigned char *bytes; /* malloc()ed by libjpeg */
	unsigned long size;
} encoding;

static void on_write_error(j_common_ptr jpeg)
{
	longjmp(((encoding *)jpeg->err)->back, 1);
}

static void encode(encoding *e)
{
	const ramure_pixels *p = e->pixels;

	jpeg_create_compress(&e->jpeg);
	jpeg_mem_dest(&e->jpeg, &e->bytes, &e->size);
	e->jpeg.image_width = p->width;
	e->jpeg.image_height = p->height;
	e->jpeg.input_components = p->channels;
	e->jpeg.in_color_space = p->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
	jpeg_set_defaults(&e->jpeg);
	jpeg_set_quality(&e->jpeg, QUALITY, TRUE);
	e->jpeg.dct_method = JDCT_ISLOW;
	jpeg_start_compress(&e->jpeg, TRUE);
	while (e->jpeg.next_scanline < p->height) {
		size_t row = (size_t)p->width * (size_t)p->channels;
		JSAMPROW line = (JSAMPROW)(p->data + e->jpeg.next_scanline * row);

		jpeg_write_scanlines(&e->jpeg, &line, 1);
	}
	jpeg_finish_compress(&e->jpeg);
}

static bool run_encoding(encoding *e)
{
	if (setjmp(e->back))
		return false;
	encode(e);
	return true;
}

ramure_str jpeg_encode(ramure_ctx *ctx, const ramure_pixels *pixels)
{
	encoding e = { .pixels = pixels };
	ramure_str file = RAMURE_STR("");
	char *copy;

	e.jpeg.err = jpeg_std_error(&e.errors);
	e.errors.error_exit = on_write_error;
	e.errors.output_message = silent;
	if (run_encoding(&e)) {
		copy = arena_alloc(ctx->arena, e.size);
		memcpy(copy, e.bytes, e.size);
		file = (ramure_str){ copy, e.size };
	}
	jpeg_destroy_compress(&e.jpeg);
	free(e.bytes);
	return file;
}
