/* check_reading.c: what a person who listens meets in images and links. */
#include "core/check/check.h"

#include "core/base/str.h"
#include "core/base/utf8.h"
#include "core/context.h"

#include <string.h>

/* Without accents, case and spaces. */
static bool is_one_of(ramure_ctx *ctx, ramure_str words, const char *const *list, size_t count)
{
	ramure_str folded = utf8_fold_name(ctx->arena, words);

	for (size_t i = 0; i < count; i++)
		if (ramure_str_equal(folded, (ramure_str){ list[i], strlen(list[i]) }))
			return true;
	return false;
}

/* What it is, or its file, instead of what it shows. */
static bool is_vague_alternative(ramure_ctx *ctx, ramure_str words)
{
	static const char *const names[] = { "image",  "photo",   "photographie", "illustration", "logo",
					     "schema", "figure",  "graphique",    "dessin",       "capture",
					     "visuel", "picture", "chart",        "diagram",      "screenshot" };
	static const char *const files[] = { ".png", ".PNG", ".jpg", ".JPG", ".jpeg", ".JPEG" };

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (str_ends(words, files[i]))
			return true;
	return is_one_of(ctx, words, names, sizeof names / sizeof *names);
}

void check_alternatives(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		const ramure_node *node = walk.node;
		ramure_str words;

		if (!walk.entering)
			continue;
		/* A logo has its partner's name beside it. */
		if (node->type == RAMURE_META)
			walk.skip = true;
		if (node->type != RAMURE_IMAGE || node->image->ornament)
			continue;
		words = node->image->alt ? ramure_plain_text(ctx, node->image->alt) : (ramure_str){ 0 };
		if (!words.size)
			ramure_advice(ctx, node->span, "missing-alt", "the image has no alternative text");
		else if (is_vague_alternative(ctx, words))
			ramure_advice(ctx, node->span, "missing-alt", "'%.*s' does not say what the image shows",
				      (int)words.size, words.data);
		else
			continue;
		ramure_hint(ctx, "say what it shows: ![a crowd in front of the town hall](image.png), or 'alt:' in an "
				 "image block; when it only decorates: ![](image.png){decorative}");
	}
}

static const char *const vague[] = {
	"ici",
	"cliquezici",
	"cliquerici",
	"cliquez",
	"lire",
	"lirelasuite",
	"lasuite",
	"suite",
	"lien",
	"celien",
	"voir",
	"voirici",
	"ensavoirplus",
	"plusdinfos",
	"here",
	"clickhere",
	"click",
	"read",
	"readmore",
	"more",
	"learnmore",
	"link",
	"thislink",
	"see",
	"ceci",
	"cedocument",
	"cettepage",
	"cesite",
	"this",
	"thispage",
	"thisdocument",
	"document",
	"ledocument",
	"fichier",
	"lefichier",
	"pdf",
	"site",
	"lesite",
	"page",
	"lapage",
	"savoirplus",
	"plus",
	"plusdinformations",
	"telecharger",
	"telechargerici",
	"download",
	"file",
	"details",
};

static bool is_vague(ramure_ctx *ctx, ramure_str words)
{
	if (str_ends(words, "…"))
		words.size -= 3;
	while (words.size && strchr(".!:", words.data[words.size - 1]))
		words.size--;
	return is_one_of(ctx, words, vague, sizeof vague / sizeof *vague);
}

/* As it was written, for a link inside the document too. */
static ramure_str address_of(ramure_ctx *ctx, const ramure_link_info *link)
{
	if (link->url.size)
		return link->url;
	return ramure_format(ctx, "%s%.*s", memchr(link->name.data, '#', link->name.size) ? "" : "#",
			     (int)link->name.size, link->name.data);
}

void check_link_texts(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk)) {
		const ramure_node *node = walk.node;
		ramure_str words;

		if (!walk.entering || node->type != RAMURE_LINK || node->link->generated ||
		    !(node->link->url.size || node->link->name.size)) /* a link to nowhere was warned of */
			continue;
		words = ramure_plain_text(ctx, node);
		if (str_begins(words, "http://") || str_begins(words, "https://")) {
			ramure_advice(ctx, node->span, "link-text", "the link shows a bare address");
			ramure_hint(ctx, "say where it leads: [the study's results](%.*s)", (int)words.size,
				    words.data);
		} else if (is_vague(ctx, words)) {
			ramure_advice(ctx, node->span, "link-text", "'%.*s' does not say where the link leads",
				      (int)words.size, words.data);
			words = address_of(ctx, node->link);
			ramure_hint(ctx, "name what is there: [the study's results](%.*s)", (int)words.size,
				    words.data);
		}
	}
}
