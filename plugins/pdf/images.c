/* images.c: image files in the PDF (ISO 32000-1, 8.9.5). */
#include "images.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

images images_on(ramure_ctx *ctx, haru *h, HPDF_Dict resources)
{
	images i = { .ctx = ctx, .named = haru_dict(h), .rows = bytes_on(ctx) };

	haru_set(h, resources, "XObject", i.named);
	return i;
}

static HPDF_Dict image_object(haru *h, uint32_t width, uint32_t height, int channels)
{
	HPDF_Dict dict = haru_indirect(h);

	haru_set_name(h, dict, "Type", "XObject");
	haru_set_name(h, dict, "Subtype", "Image");
	haru_set_number(h, dict, "Width", width);
	haru_set_number(h, dict, "Height", height);
	haru_set_number(h, dict, "BitsPerComponent", 8);
	haru_set_name(h, dict, "ColorSpace", channels == 1 ? "DeviceGray" : "DeviceRGB");
	return dict;
}

/* ---- Rows as PNG filters them (PNG, 9): what is left compresses far better ---- */

static unsigned char paeth(int left, int above, int corner)
{
	int guess = left + above - corner;
	int by_left = abs(guess - left);
	int by_above = abs(guess - above);
	int by_corner = abs(guess - corner);

	if (by_left <= by_above && by_left <= by_corner)
		return (unsigned char)left;
	return (unsigned char)(by_above <= by_corner ? above : corner);
}

enum { ROW_PLAIN, ROW_SUB, ROW_UP, ROW_PAETH = 4 };

/* Filters a row into `to` and answers how far from zero its bytes are. */
static uint64_t filter_row(unsigned char *to, const uint8_t *row, const uint8_t *above, size_t size, size_t step,
			   int filter)
{
	uint64_t sum = 0;

	*to++ = (unsigned char)filter;
	for (size_t i = 0; i < size; i++) {
		int left = i >= step ? row[i - step] : 0;
		int up = above ? above[i] : 0;
		int corner = above && i >= step ? above[i - step] : 0;
		int guess = filter == ROW_SUB     ? left
			    : filter == ROW_UP    ? up
			    : filter == ROW_PAETH ? paeth(left, up, corner)
						  : 0;

		to[i] = (unsigned char)(row[i] - guess);
		sum += to[i] < 128 ? to[i] : 256u - to[i];
	}
	return sum;
}

/* Each row by the filter that leaves the least. */
static void filter_rows(bytes *out, const uint8_t *data, uint32_t width, uint32_t height, size_t channels)
{
	static const int filters[] = { ROW_PLAIN, ROW_SUB, ROW_UP, ROW_PAETH };
	size_t size = width * channels;

	out->size = 0;
	for (uint32_t y = 0; y < height; y++) {
		const uint8_t *row = data + y * size;
		const uint8_t *above = y > 0 ? row - size : NULL;
		unsigned char *to = bytes_room(out, 2 * (size + 1));
		uint64_t least = UINT64_MAX;

		for (size_t f = 0; f < sizeof filters / sizeof *filters; f++) {
			/* A trial stands behind the best so far. */
			unsigned char *trial = f == 0 ? to : to + size + 1;
			uint64_t sum = filter_row(trial, row, above, size, channels, filters[f]);

			if (sum < least && trial != to)
				memcpy(to, trial, size + 1);
			if (sum < least)
				least = sum;
		}
		out->size += size + 1;
	}
}

static void write_pixels(images *i, haru *h, file *f, HPDF_Dict dict, const uint8_t *data, uint32_t width,
			 uint32_t height, int channels)
{
	HPDF_Dict predictor = haru_dict(h);

	haru_set_number(h, predictor, "Predictor", 15);
	haru_set_number(h, predictor, "Colors", channels);
	haru_set_number(h, predictor, "Columns", width);
	haru_set(h, dict, "DecodeParms", predictor);
	filter_rows(&i->rows, data, width, height, (size_t)channels);
	haru_print_entries(h, dict);
	file_stream(f, haru_number(dict), &h->printed, i->rows.data, i->rows.size, NULL);
}

static HPDF_Dict embed_pixels(images *i, haru *h, file *f, const ramure_image *image)
{
	const ramure_pixels *p = ramure_image_pixels(i->ctx, image);
	HPDF_Dict dict, mask;

	if (!p)
		return NULL;
	dict = image_object(h, p->width, p->height, p->channels);
	if (p->alpha) {
		mask = image_object(h, p->width, p->height, 1);
		write_pixels(i, h, f, mask, p->alpha, p->width, p->height, 1);
		haru_set(h, dict, "SMask", mask);
	}
	write_pixels(i, h, f, dict, p->data, p->width, p->height, p->channels);
	return dict;
}

static HPDF_Dict embed_jpeg(haru *h, file *f, const ramure_image *image)
{
	HPDF_Dict dict = image_object(h, image->width, image->height, 3);

	haru_print_entries(h, dict);
	file_stream(f, haru_number(dict), &h->printed, image->bytes.data, image->bytes.size, "/DCTDecode");
	return dict;
}

bool image_embed(images *i, haru *h, file *f, const ramure_image *image)
{
	char name[16];
	HPDF_Dict dict;

	snprintf(name, sizeof name, "I%lu", (unsigned long)image->id);
	if (haru_item(h, i->named, name))
		return true;
	dict = image->format == RAMURE_JPEG && image->rgb_jpeg ? embed_jpeg(h, f, image) : embed_pixels(i, h, f, image);
	if (!dict)
		return false;
	haru_set(h, i->named, name, dict);
	return true;
}
