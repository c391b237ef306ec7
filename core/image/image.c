/* image.c: the images of a conversion, each read once; what cannot be drawn is refused where it is named. */
#include "core/image/image.h"

#include "core/base/gettext.h"
#include "core/context.h"
#include "core/image/image_codec.h"

#include <string.h>

enum { LARGEST_SIDE = 60000, MOST_MEGAPIXELS = 200 };

typedef struct entry {
	struct entry *next;
	ramure_image image;
	uint32_t file;
	ramure_span at; /* where it was named first */
	bool sound, decoded;
	ramure_pixels pixels; /* when decoded; `data` is NULL when that failed */
} entry;

struct image_cache {
	entry *first, *last;
	uint32_t count;
};

static void refuse(ramure_ctx *ctx, const entry *e, const char *why)
{
	ramure_str name = files_at(ctx, e->file)->name;

	ramure_error(ctx, e->at, N_("image '%.*s' cannot be used: %s"), (int)name.size, name.data, why);
}

static void hint_again(ramure_ctx *ctx)
{
	ramure_hint(ctx, N_("copy the file again, or export it anew as PNG or JPEG"));
}

static void refuse_broken(ramure_ctx *ctx, const entry *e, const char *why)
{
	refuse(ctx, e, why);
	hint_again(ctx);
}

static bool begins(ramure_str bytes, const char *with, size_t size)
{
	return bytes.size >= size && memcmp(bytes.data, with, size) == 0;
}

/* Images that people do have, but that no writer draws. */
static void report_other_format(ramure_ctx *ctx, const entry *e, ramure_str bytes)
{
	static const struct {
		const char *begin, *name;
		size_t at;
	} known[] = {
		{ "GIF8", "GIF", 0 }, { "<svg", "SVG", 0 },  { "<?xml", "SVG", 0 },
		{ "%PDF", "PDF", 0 }, { "WEBP", "WebP", 8 }, { "ftypheic", "HEIC", 4 },
		{ "BM", "BMP", 0 },   { "II*", "TIFF", 0 },  { "MM", "TIFF", 0 },
	};

	if (!bytes.size) {
		refuse_broken(ctx, e, _("the file is empty"));
		return;
	}
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		size_t size = strlen(known[i].begin);

		if (bytes.size >= known[i].at + size && memcmp(bytes.data + known[i].at, known[i].begin, size) == 0) {
			refuse(ctx, e, ramure_format(ctx, _("its format is %s"), known[i].name).data);
			ramure_hint(ctx, N_("open it in an image program and export it as PNG or JPEG"));
			return;
		}
	}
	refuse(ctx, e, _("it is neither a PNG nor a JPEG file"));
	ramure_hint(ctx, N_("open it in an image program and export it as PNG or JPEG"));
}

static bool check_size(ramure_ctx *ctx, const entry *e)
{
	uint64_t pixels = (uint64_t)e->image.width * e->image.height;

	if (!pixels) {
		refuse_broken(ctx, e, _("it has no width or no height"));
		return false;
	}
	if (e->image.width <= LARGEST_SIDE && e->image.height <= LARGEST_SIDE &&
	    pixels <= (uint64_t)MOST_MEGAPIXELS * 1000000)
		return true;
	refuse(ctx, e, ramure_format(ctx, _("%u × %u pixels are too many"), e->image.width, e->image.height).data);
	ramure_hint(ctx, N_("make it smaller: 4,000 pixels across fill a slide"));
	return false;
}

uint32_t image_reduction(uint32_t width, uint32_t height)
{
	uint32_t factor = 1;

	while ((uint64_t)((width + factor - 1) / factor) * ((height + factor - 1) / factor) > MOST_DECODED)
		factor++;
	return factor;
}

static void tell_reduction(ramure_ctx *ctx, const entry *e, const ramure_pixels *p)
{
	ramure_str name = files_at(ctx, e->file)->name;

	ramure_info(ctx, e->at, "image-reduced", N_("image '%.*s' is reduced from %u × %u to %u × %u pixels"),
		    (int)name.size, name.data, e->image.width, e->image.height, p->width, p->height);
	ramure_hint(ctx, N_("4,000 pixels across fill a slide"));
}

/* ---- upright ---- */

/* Where the pixel at (x, y) of an upright image stands in one that a camera held otherwise (Exif 2.3, tag 274). */
static size_t turned(int orientation, uint32_t x, uint32_t y, uint32_t width, uint32_t height)
{
	size_t right = width - 1 - x, below = height - 1 - y;

	switch (orientation) {
	case 2:
		return y * (size_t)width + right;
	case 3:
		return below * width + right;
	case 4:
		return below * width + x;
	case 5:
		return x * (size_t)height + y;
	case 6:
		return right * height + y;
	case 7:
		return right * height + below;
	case 8:
		return x * (size_t)height + below;
	default:
		return y * (size_t)width + x;
	}
}

/* A photograph that lies on its side becomes a file that stands, so that no writer has to know. */
static bool set_upright(ramure_ctx *ctx, entry *e, int orientation)
{
	image_trouble trouble = { .why = "" };
	ramure_pixels lying, upright;
	uint8_t *data;

	if (!jpeg_pixels(ctx, &e->image, &lying, &trouble)) {
		refuse_broken(ctx, e, trouble.why);
		return false;
	}
	if (lying.width < e->image.width)
		tell_reduction(ctx, e, &lying);
	upright = lying;
	if (orientation >= 5) {
		upright.width = lying.height;
		upright.height = lying.width;
	}
	data = arena_alloc_array(ctx->arena, (size_t)lying.width * lying.height, (size_t)lying.channels);
	for (uint32_t y = 0; y < upright.height; y++)
		for (uint32_t x = 0; x < upright.width; x++)
			memcpy(data + (y * (size_t)upright.width + x) * (size_t)lying.channels,
			       lying.data + turned(orientation, x, y, upright.width, upright.height) *
						    (size_t)lying.channels,
			       (size_t)lying.channels);
	upright.data = data;
	e->image.dpi *= (double)lying.width / e->image.width;
	e->image.bytes = jpeg_encode(ctx, &upright);
	if (!e->image.bytes.size) {
		refuse_broken(ctx, e, _("it lies on its side, and could not be turned"));
		return false;
	}
	e->image.width = upright.width;
	e->image.height = upright.height;
	e->image.rgb_jpeg = upright.channels == 3;
	return true;
}

/* ---- loading ---- */

static bool read_header(ramure_ctx *ctx, entry *e)
{
	ramure_str bytes = e->image.bytes;
	const char *wrong;
	int orientation = 1;

	if (begins(bytes, "\x89PNG\r\n\x1A\n", 8)) {
		wrong = png_header(bytes, &e->image);
	} else if (begins(bytes, "\xFF\xD8\xFF", 3)) {
		wrong = jpeg_header(bytes, &e->image, &orientation);
	} else {
		report_other_format(ctx, e, bytes);
		return false;
	}
	/* A size out of bounds says more than what follows from it. */
	if (wrong && e->image.width <= LARGEST_SIDE && e->image.height <= LARGEST_SIDE) {
		refuse_broken(ctx, e, _(wrong));
		return false;
	}
	return check_size(ctx, e) && (orientation == 1 || set_upright(ctx, e, orientation));
}

static entry *entry_of(ramure_ctx *ctx, uint32_t file)
{
	if (!ctx->images)
		ctx->images = RAMURE_NEW(ctx, image_cache);
	for (entry *e = ctx->images->first; e; e = e->next)
		if (e->file == file)
			return e;
	return NULL;
}

static entry *add_entry(ramure_ctx *ctx, uint32_t file, ramure_span at)
{
	image_cache *cache = ctx->images;
	entry *e = RAMURE_NEW(ctx, entry);

	e->file = file;
	e->at = at;
	e->image.path = files_at(ctx, file)->path;
	e->image.bytes = files_at(ctx, file)->bytes;
	e->image.id = cache->count++;
	if (cache->last)
		cache->last->next = e;
	else
		cache->first = e;
	cache->last = e;
	return e;
}

const ramure_image *image_load(ramure_ctx *ctx, ramure_str path, ramure_span at)
{
	uint32_t file = files_read(ctx, path, at, true);
	entry *e;

	if (!file)
		return NULL;
	e = entry_of(ctx, file);
	if (!e) {
		e = add_entry(ctx, file, at);
		e->sound = read_header(ctx, e);
	}
	return e->sound ? &e->image : NULL;
}

/* ---- pixels ---- */

static void decode(ramure_ctx *ctx, entry *e)
{
	image_trouble trouble = { .why = "" };
	ramure_str name = files_at(ctx, e->file)->name;
	bool done = e->image.format == RAMURE_PNG ? png_pixels(ctx, &e->image, &e->pixels, &trouble)
						  : jpeg_pixels(ctx, &e->image, &e->pixels, &trouble);

	if (!done) {
		e->pixels = (ramure_pixels){ 0 };
		refuse_broken(ctx, e, trouble.why);
		return;
	}
	if (e->pixels.width < e->image.width)
		tell_reduction(ctx, e, &e->pixels);
	if (trouble.damaged) {
		ramure_warning(ctx, e->at, "image-damaged", N_("image '%.*s' is damaged: %s"), (int)name.size,
			       name.data, trouble.why);
		hint_again(ctx);
	}
}

const ramure_pixels *ramure_image_pixels(ramure_ctx *ctx, const ramure_image *image)
{
	for (entry *e = ctx->images ? ctx->images->first : NULL; e; e = e->next) {
		if (&e->image != image)
			continue;
		if (!e->decoded)
			decode(ctx, e);
		e->decoded = true;
		return e->pixels.data ? &e->pixels : NULL;
	}
	return NULL;
}
