/* reference_tree.c: a part of a template as a tree, as far as ODF's own names go, through expat, and back. */
#include "reference.h"

#include <expat.h>
#include <string.h>

/* A name comes as its namespace, this sign, the name alone. */
#define SEPARATOR ' '

/* The namespaces whose elements and attributes a report takes over, with the prefixes that it gives them.  Those of
 * LibreOffice's own are left out, so that the result is plain ODF. */
static const struct {
	const char *uri, *prefix;
} spaces[] = {
	{ "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style" },
	{ "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo" },
	{ "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text" },
	{ "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg" },
	{ "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw" },
	{ "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table" },
	{ "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office" },
	{ "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", "number" },
	{ "http://www.w3.org/1999/xlink", "xlink" },
	/* as the first drafts of ODF had them */
	{ "http://www.w3.org/1999/XSL/Format", "fo" },
	{ "http://www.w3.org/2000/svg", "svg" },
	{ "http://purl.org/dc/elements/1.1/", "dc" },
};

static const char extension[] = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0";

/* What has no place in a report's pages: programs, objects of other programs, comments, marks that could be taken for
 * the report's own. */
static const char *const unwanted[] = {
	"office:event-listeners",
	"office:forms",
	"office:scripts",
	"office:annotation",
	"office:annotation-end",
	"draw:object",
	"draw:object-ole",
	"draw:plugin",
	"draw:applet",
	"draw:control",
	"draw:floating-frame",
	"text:tracked-changes",
	"text:script",
	"text:change",
	"text:execute-macro",
	"text:change-start",
	"text:change-end",
	"text:bookmark",
	"text:bookmark-start",
	"text:bookmark-end",
	"text:reference-mark",
	"text:dde-connection",
	"text:reference-mark-start",
	"text:reference-mark-end",
	"text:database-display",
	"text:database-next",
	"text:database-row-select",
	"text:database-name",
	"text:user-field-decls",
	"text:variable-decls",
	"text:sequence-decls",
	"text:dde-connection-decls",
};

typedef struct reading {
	ramure_ctx *ctx;
	XML_Parser parser;
	uint32_t file;
	ref_node *root, *open;
	size_t depth, skipped;        /* elements open, and how many of them are inside one that is left out */
	bool passed[REF_DEEPEST + 1]; /* by depth: the element is unknown and the words in it are not */
	size_t nodes;
	char *words; /* expat gives a text in pieces: those since the last tag */
	size_t word_count;
	bool failed;
} reading;

static ramure_span here(const reading *r)
{
	return (ramure_span){ .file = r->file,
			      .line = (uint32_t)XML_GetCurrentLineNumber(r->parser),
			      .column = (uint32_t)XML_GetCurrentColumnNumber(r->parser) + 1,
			      .length = 1 };
}

/* No more is read after the first error. */
static void stop(reading *r)
{
	r->failed = true;
	XML_StopParser(r->parser, XML_FALSE);
}

/* "style:name" of a name as expat gives it; NULL when it is nobody's that we know. */
static const char *our_name(reading *r, const char *name)
{
	const char *local = strrchr(name, SEPARATOR);
	size_t size = local ? (size_t)(local - name) : 0;

	if (!local)
		return NULL;
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		if (strlen(spaces[i].uri) == size && memcmp(spaces[i].uri, name, size) == 0)
			return ramure_format(r->ctx, "%s:%s", spaces[i].prefix, local + 1).data;
	/* What ODF 1.3 has made its own is still written under its first name by some. */
	if (sizeof extension - 1 == size && memcmp(extension, name, size) == 0 &&
	    (strcmp(local + 1, "header-first") == 0 || strcmp(local + 1, "footer-first") == 0))
		return ramure_format(r->ctx, "style:%s", local + 1).data;
	return NULL;
}

static bool is_unwanted(const char *name)
{
	for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++)
		if (strcmp(unwanted[i], name) == 0)
			return true;
	return false;
}

ref_node *ref_add(ramure_ctx *ctx, ref_node *parent, const char *name)
{
	ref_node *node = RAMURE_NEW(ctx, ref_node);

	*node = (ref_node){ .parent = parent, .name = name };
	if (parent && parent->last)
		parent->last->next = node;
	else if (parent)
		parent->first = node;
	if (parent)
		parent->last = node;
	return node;
}

static ref_node *add_node(reading *r, const char *name)
{
	ref_node *node = ref_add(r->ctx, r->open, name);

	node->at = here(r);
	if (!r->open)
		r->root = node;
	if (++r->nodes > REF_MOST_NODES && !r->failed) {
		ramure_error(r->ctx, here(r), "this template has more than %d elements", REF_MOST_NODES);
		stop(r);
	}
	return node;
}

static void add_attributes(reading *r, ref_node *node, const char **pairs)
{
	ref_attr **end = &node->attrs;

	for (; *pairs; pairs += 2) {
		const char *name = our_name(r, pairs[0]);
		size_t size = strlen(pairs[1]);

		if (size > REF_LONGEST_VALUE) {
			ramure_error(r->ctx, here(r), "an attribute has %zu bytes; %d are the most", size,
				     REF_LONGEST_VALUE);
			stop(r);
			return;
		}
		if (!name || strcmp(name, "style:hidden") == 0) /* LibreOffice's own, in ODF's namespace */
			continue;
		*end = RAMURE_NEW(r->ctx, ref_attr);
		**end = (ref_attr){ .name = name, .value = ramure_format(r->ctx, "%s", pairs[1]) };
		end = &(*end)->next;
	}
}

static bool in_text(const reading *r)
{
	return r->open && (ref_is(r->open, "text:p") || ref_is(r->open, "text:h") || ref_is(r->open, "text:span") ||
			   ref_is(r->open, "text:a"));
}

/* The text before a tag. */
static void end_words(reading *r)
{
	if (r->word_count && r->open)
		add_node(r, NULL)->text = (ramure_str){ r->words, r->word_count };
	r->words = NULL;
	r->word_count = 0;
}

static void XMLCALL start_element(void *closure, const char *name, const char **attributes)
{
	reading *r = closure;
	const char *ours;
	ref_node *node;

	if (r->failed)
		return;
	end_words(r);
	if (++r->depth > REF_DEEPEST) {
		ramure_error(r->ctx, here(r), "elements nest deeper than %d", REF_DEEPEST);
		stop(r);
		return;
	}
	ours = our_name(r, name);
	/* Around words, what is unknown means nothing to us and the words do (ODF 1.3 part 1, 2.2.1.1). */
	r->passed[r->depth] = !ours && !r->skipped && in_text(r);
	if (r->passed[r->depth])
		return;
	if (r->skipped || !ours || is_unwanted(ours)) {
		r->skipped++;
		return;
	}
	node = add_node(r, ours);
	add_attributes(r, node, attributes);
	r->open = node;
}

static void XMLCALL end_element(void *closure, const char *name)
{
	reading *r = closure;

	(void)name;
	if (r->failed)
		return;
	end_words(r);
	if (r->passed[r->depth--])
		return;
	if (r->skipped)
		r->skipped--;
	else
		r->open = r->open->parent;
}

static void XMLCALL characters(void *closure, const char *text, int size)
{
	reading *r = closure;

	if (r->failed || r->skipped || !r->open)
		return;
	for (int i = 0; i < size; i++) {
		r->words = ramure_extend_array(r->ctx, r->words, r->word_count, 1);
		r->words[r->word_count++] = text[i];
	}
}

/* A document type is where entities are declared that grow to gigabytes; ODF has none. */
static void XMLCALL document_type(void *closure, const char *name, const char *system, const char *public, int subset)
{
	reading *r = closure;

	(void)name;
	(void)system;
	(void)public;
	(void)subset;
	ramure_error(r->ctx, here(r), "a document type stands here, which ODF has not");
	ramure_hint(r->ctx, "who made this file? Save the template again in LibreOffice");
	stop(r);
}

ref_node *ref_parse(ramure_ctx *ctx, uint32_t file, ramure_str bytes)
{
	reading r = { .ctx = ctx, .file = file, .parser = XML_ParserCreateNS(NULL, SEPARATOR) };

	if (!r.parser) {
		ramure_failure(ctx, "not enough memory to read the template");
		return NULL;
	}
	XML_SetUserData(r.parser, &r);
	XML_SetElementHandler(r.parser, start_element, end_element);
	XML_SetCharacterDataHandler(r.parser, characters);
	XML_SetStartDoctypeDeclHandler(r.parser, document_type);
	if (XML_Parse(r.parser, bytes.data, (int)bytes.size, XML_TRUE) != XML_STATUS_OK && !r.failed) {
		ramure_error(ctx, here(&r), "this is not well-formed XML: %s",
			     XML_ErrorString(XML_GetErrorCode(r.parser)));
		ramure_hint(ctx, "save the template again in LibreOffice");
		r.failed = true;
	}
	XML_ParserFree(r.parser);
	return r.failed ? NULL : r.root;
}

bool ref_is(const ref_node *node, const char *name)
{
	return node->name && strcmp(node->name, name) == 0;
}

ref_node *ref_child(const ref_node *parent, const char *name)
{
	for (ref_node *n = parent ? parent->first : NULL; n; n = n->next)
		if (ref_is(n, name))
			return n;
	return NULL;
}

ramure_str ref_value(const ref_node *node, const char *attribute)
{
	for (const ref_attr *a = node->attrs; a; a = a->next)
		if (strcmp(a->name, attribute) == 0)
			return a->value;
	return (ramure_str){ 0 };
}

bool ref_equals(ramure_str value, const char *words)
{
	return value.data && value.size == strlen(words) && memcmp(value.data, words, value.size) == 0;
}

void ref_set(ramure_ctx *ctx, ref_node *node, const char *attribute, ramure_str value)
{
	ref_attr **a = &node->attrs;

	while (*a && strcmp((*a)->name, attribute) != 0)
		a = &(*a)->next;
	if (!*a)
		*a = RAMURE_NEW(ctx, ref_attr);
	(*a)->name = attribute;
	(*a)->value = value;
}

void ref_unset(ref_node *node, const char *attribute)
{
	for (ref_attr **a = &node->attrs; *a; a = &(*a)->next)
		if (strcmp((*a)->name, attribute) == 0) {
			*a = (*a)->next;
			return;
		}
}

void ref_empty(ref_node *node)
{
	node->name = NULL;
	node->first = node->last = NULL;
	node->attrs = NULL;
	node->text = RAMURE_STR("");
}

ref_node *ref_next(const ref_node *root, ref_node *node)
{
	if (node->first)
		return node->first;
	while (node != root && !node->next)
		node = node->parent;
	return node == root ? NULL : node->next;
}

void ref_write(xml *x, const ref_node *node)
{
	if (!node->name) {
		if (node->text.size)
			xml_chars(x, node->text);
		return;
	}
	xml_open(x, node->name);
	for (const ref_attr *a = node->attrs; a; a = a->next)
		xml_attr_str(x, a->name, a->value);
	ref_write_children(x, node);
	xml_close(x);
}

void ref_write_children(xml *x, const ref_node *node)
{
	for (const ref_node *n = node ? node->first : NULL; n; n = n->next)
		ref_write(x, n);
}
