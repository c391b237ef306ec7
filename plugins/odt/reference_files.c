/* reference_files.c: the pictures and fonts that a template's styles name, which come along. */
#include "reference.h"

#include <string.h>

/* A file of the template and what the report calls it. */
typedef struct taken {
	const char *from;
	ramure_str to;
} taken;

typedef struct taking {
	reference *r;
	taken *items;
	size_t count;
} taking;

static const struct {
	const char *extension, *media_type;
	bool stored; /* is compressed already */
} kinds[] = {
	{ "png", "image/png", true },    { "jpg", "image/jpeg", true },     { "jpeg", "image/jpeg", true },
	{ "gif", "image/gif", true },    { "svg", "image/svg+xml", false }, { "webp", "image/webp", true },
	{ "bmp", "image/bmp", false },   { "tif", "image/tiff", false },    { "tiff", "image/tiff", false },
	{ "emf", "image/x-emf", false }, { "wmf", "image/x-wmf", false },   { "ttf", "font/ttf", false },
	{ "otf", "font/otf", false },
};

static bool names_file(const ref_node *node)
{
	static const char *const elements[] = { "draw:image", "draw:fill-image", "style:background-image",
						"text:list-level-style-image", "svg:font-face-uri" };

	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (node->name && ref_is(node, elements[i]))
			return ref_value(node, "xlink:href").size > 0;
	return false;
}

/* The row of `kinds`; their number when it is none of them. */
static size_t kind_of(const char *entry)
{
	const char *dot = strrchr(entry, '.');
	size_t i = 0;

	while (i < sizeof kinds / sizeof *kinds &&
	       !(dot && ramure_name_equal((ramure_str){ dot + 1, strlen(dot + 1) }, kinds[i].extension)))
		i++;
	return i;
}

static const taken *find(const taking *t, const char *entry)
{
	for (size_t i = 0; i < t->count; i++)
		if (strcmp(t->items[i].from, entry) == 0)
			return &t->items[i];
	return NULL;
}

/* NULL after an error. */
static const taken *take(taking *t, const char *entry, size_t kind)
{
	reference *r = t->r;
	ramure_str bytes;

	if (!ref_read(&r->package, entry, REF_LARGEST_PICTURE, &bytes))
		return NULL;
	t->items = ramure_extend_array(r->o->ctx, t->items, t->count, sizeof *t->items);
	t->items[t->count] =
		(taken){ entry, ramure_format(r->o->ctx, "%s/modele-%zu.%s",
					      strncmp(kinds[kind].media_type, "font/", 5) == 0 ? "Fonts" : "Pictures",
					      t->count + 1, kinds[kind].extension) };
	odt_file_add(r->o, t->items[t->count].to, bytes, kinds[kind].media_type, kinds[kind].stored);
	return &t->items[t->count++];
}

/* What stands elsewhere would be asked for by every reader of the report, or not be there. */
static void leave_out(reference *r, ref_node *node, ramure_str href)
{
	ramure_warning(r->o->ctx, node->at, "template-picture",
		       "the picture '%.*s' is not inside the template: left out", (int)href.size, href.data);
	ramure_hint(r->o->ctx, "insert it in LibreOffice as a PNG, JPEG or SVG file, without a link");
	/* A font without any source is a font all the same; one with an empty list of them is not valid. */
	ref_empty(ref_is(node, "svg:font-face-uri") ? node->parent : node);
}

static bool take_named(taking *t, ref_node *node)
{
	ramure_str href = ref_value(node, "xlink:href");
	const char *entry = href.data + (href.size > 2 && memcmp(href.data, "./", 2) == 0 ? 2 : 0);
	size_t kind = kind_of(entry);
	const taken *file = find(t, entry);

	if (!file && (kind == sizeof kinds / sizeof *kinds || !ref_has(&t->r->package, entry))) {
		leave_out(t->r, node, href);
		return true;
	}
	if (!file && !(file = take(t, entry, kind)))
		return false;
	ref_set(t->r->o->ctx, node, "xlink:href", file->to);
	return true;
}

bool ref_take_files(reference *r)
{
	taking t = { .r = r };

	for (ref_node *n = r->root; n; n = ref_next(r->root, n))
		if (names_file(n) && !take_named(&t, n))
			return false;
	return true;
}
