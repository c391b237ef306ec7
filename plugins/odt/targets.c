/* targets.c: bookmarks, for links inside the document. */
#include "odt.h"

#include <stdlib.h>
#include <string.h>

static int by_address(const void *a, const void *b)
{
	uintptr_t x = (uintptr_t)((const odt_target *)a)->node, y = (uintptr_t)((const odt_target *)b)->node;

	return x < y ? -1 : x > y;
}

static odt_target *find(const odt *o, const ramure_node *node)
{
	const odt_target wanted = { .node = node };

	return o->target_count ? bsearch(&wanted, o->targets, o->target_count, sizeof *o->targets, by_address) : NULL;
}

/* Once each, however many links lead to it.  The order by address serves only to look up: nothing of it is written. */
static void sort_targets(odt *o)
{
	size_t kept = 0;

	if (!o->target_count)
		return;
	qsort(o->targets, o->target_count, sizeof *o->targets, by_address);
	for (size_t i = 1; i < o->target_count; i++)
		if (o->targets[i].node != o->targets[kept].node)
			o->targets[++kept] = o->targets[i];
	o->target_count = kept + 1;
}

/* Names in the order of the document; two chapters of a booklet may use the same one, and a person's may look like
 * ours, which begin with "_". */
static void name_targets(odt *o)
{
	ramure_walk walk = ramure_walk_from(o->document);
	size_t named = 0;

	while (ramure_walk_next(&walk)) {
		odt_target *t = walk.entering ? find(o, walk.node) : NULL;
		ramure_str name = ramure_node_name(walk.node);

		if (t)
			t->bookmark = ramure_format(o->ctx, "Renvoi_%zu_%.*s", ++named, (int)name.size, name.data).data;
	}
}

void odt_gather(odt *o)
{
	ramure_walk walk = ramure_walk_from(o->document);
	size_t notes = 0;

	while (ramure_walk_next(&walk)) {
		const ramure_node *node = walk.node;

		if (!walk.entering)
			continue;
		notes += node->type == RAMURE_FOOTNOTE;
		if (node->type == RAMURE_CLOSING)
			o->closing = node;
		o->has_parts |= node->type == RAMURE_PART || node->type == RAMURE_CHAPTER;
		o->has_headings |= node->type == RAMURE_HEADING && node->parent->type != RAMURE_CLOSING;
		if (node->type != RAMURE_LINK || !node->link->target)
			continue;
		o->targets = ramure_extend_array(o->ctx, o->targets, o->target_count, sizeof *o->targets);
		o->targets[o->target_count++] = (odt_target){ .node = node->link->target };
	}
	o->noted = RAMURE_NEW_ARRAY(o->ctx, bool, notes + 1);
	o->note_count = notes;
	sort_targets(o);
	name_targets(o);
}

void odt_target_begin(odt *o, const ramure_node *node)
{
	odt_target *t = find(o, node);

	if (!t || t->put || !t->bookmark)
		return;
	t->put = true;
	o->waiting = ramure_extend_array(o->ctx, o->waiting, o->waiting_count, sizeof *o->waiting);
	o->waiting[o->waiting_count++] = t->bookmark;
}

void odt_targets_put(odt *o)
{
	for (size_t i = 0; i < o->waiting_count; i++) {
		xml_open(&o->out, "text:bookmark");
		xml_attr(&o->out, "text:name", o->waiting[i]);
		xml_close(&o->out);
	}
	o->waiting_count = 0;
}

const char *odt_target_bookmark(const odt *o, const ramure_node *node)
{
	const odt_target *t = find(o, node);

	return t ? t->bookmark : NULL;
}

const char *odt_section_bookmark(odt *o, ramure_str number)
{
	ramure_str name = ramure_format(o->ctx, "_Section_%.*s", (int)number.size, number.data);
	char *dots = ramure_alloc(o->ctx, name.size + 1);

	for (size_t i = 0; i < name.size; i++)
		dots[i] = name.data[i] == '.' ? '_' : name.data[i];
	return dots;
}
