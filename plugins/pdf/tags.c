/* tags.c: the structure of the deck. */
#include "tags.h"

#include <stdio.h>
#include <string.h>

#define IS_ANNOTATION 0x80000000u

static bool is_annotation(const tag_record *r)
{
	return r->content & IS_ANNOTATION;
}

tags tags_on(ramure_ctx *ctx, size_t pages)
{
	enum { LIKELY = 24 }; /* records of a page */
	size_t capacity = (pages + 1) * LIKELY;

	return (tags){ .ctx = ctx,
		       .records = RAMURE_NEW_ARRAY(ctx, tag_record, capacity),
		       .capacity = capacity,
		       .pages = (uint32_t)pages };
}

static void add(tags *t, tag_record record)
{
	if (t->count == t->capacity) {
		tag_record *grown = RAMURE_NEW_ARRAY(t->ctx, tag_record, t->capacity * 2);

		memcpy(grown, t->records, t->count * sizeof *grown);
		t->records = grown;
		t->capacity *= 2;
	}
	t->records[t->count++] = record;
}

void tags_add(tags *t, uint32_t element, uint32_t page, uint32_t sequence)
{
	add(t, (tag_record){ .element = element, .page = page, .content = sequence });
}

uint32_t tags_add_annotation(tags *t, uint32_t element, uint32_t page, uint32_t annotation)
{
	add(t, (tag_record){ .element = element, .page = page, .content = annotation | IS_ANNOTATION });
	return t->pages + t->annotations++;
}

/* ---- What each element holds, in reading order ---- */

#define NONE UINT32_MAX

/* Something held: a record, or an element (with the high bit set). */
typedef struct kid {
	uint32_t what;
	uint32_t next;
} kid;

#define IS_ELEMENT 0x80000000u

typedef struct family {
	uint32_t first_child, last_child; /* elements, in the order of their beginning */
	uint32_t sibling;
	uint32_t waiting; /* the first child that is not among the kids yet */
	uint32_t first_kid, last_kid;
} family;

typedef struct tree {
	const tags *tags;
	const ramure_deck *deck;
	file *file;
	const written_page *pages;
	uint32_t root;  /* object numbers: of the tree's root, */
	uint32_t first; /* and of the first element */
	uint32_t elements;
	family *families; /* one for each element, and one for the root */
	kid *kids;
	uint32_t kid_count;
	bytes out;
} tree;

static uint32_t parent_of(const tree *t, uint32_t element)
{
	uint32_t parent = ramure_deck_element(t->deck, element)->parent;

	return parent < element ? parent : t->elements;
}

static void append(tree *t, uint32_t element, uint32_t what)
{
	family *f = &t->families[element];
	uint32_t k = t->kid_count++;

	t->kids[k] = (kid){ .what = what, .next = NONE };
	if (f->last_kid == NONE)
		f->first_kid = k;
	else
		t->kids[f->last_kid].next = k;
	f->last_kid = k;
}

/* Appends the children that wait, up to `last` (NONE: all of them).  Those without any mark, as empty cells are, so
 * keep their place among their siblings. */
static void append_children(tree *t, uint32_t parent, uint32_t last)
{
	family *f = &t->families[parent];

	while (f->waiting != NONE && (last == NONE || f->waiting <= last)) {
		append(t, parent, f->waiting | IS_ELEMENT);
		f->waiting = t->families[f->waiting].sibling;
	}
}

/* A paragraph holds words, a link, words again: a child stands where its first mark stands among its parent's marks. */
static void gather_kids(tree *t)
{
	for (uint32_t e = 0; e <= t->elements; e++)
		t->families[e] = (family){ NONE, NONE, NONE, NONE, NONE, NONE };
	for (uint32_t e = 0; e < t->elements; e++) {
		family *parent = &t->families[parent_of(t, e)];

		if (parent->last_child == NONE)
			parent->first_child = parent->waiting = e;
		else
			t->families[parent->last_child].sibling = e;
		parent->last_child = e;
	}
	for (uint32_t r = 0; r < t->tags->count; r++) {
		uint32_t e = t->tags->records[r].element;

		append(t, e, r);
		for (; e != t->elements; e = parent_of(t, e)) {
			uint32_t parent = parent_of(t, e);

			if (t->families[parent].waiting > e)
				break; /* it stands there already, and so do those above it */
			append_children(t, parent, e);
		}
	}
	for (uint32_t e = 0; e <= t->elements; e++)
		append_children(t, e, NONE);
}

/* ---- Elements ---- */

static const char *tag_name(ramure_tag tag)
{
	switch (tag) {
	case RAMURE_TAG_DOCUMENT:
		return "Document";
	case RAMURE_TAG_PART:
		return "Part";
	case RAMURE_TAG_SECT:
		return "Sect";
	case RAMURE_TAG_DIV:
		return "Div";
	case RAMURE_TAG_H1:
		return "H1";
	case RAMURE_TAG_H2:
		return "H2";
	case RAMURE_TAG_H3:
		return "H3";
	case RAMURE_TAG_H4:
		return "H4";
	case RAMURE_TAG_H5:
		return "H5";
	case RAMURE_TAG_H6:
		return "H6";
	case RAMURE_TAG_P:
		return "P";
	case RAMURE_TAG_L:
		return "L";
	case RAMURE_TAG_LI:
		return "LI";
	case RAMURE_TAG_LBL:
		return "Lbl";
	case RAMURE_TAG_LBODY:
		return "LBody";
	case RAMURE_TAG_TABLE:
		return "Table";
	case RAMURE_TAG_TR:
		return "TR";
	case RAMURE_TAG_TH:
		return "TH";
	case RAMURE_TAG_TD:
		return "TD";
	case RAMURE_TAG_FIGURE:
		return "Figure";
	case RAMURE_TAG_CAPTION:
		return "Caption";
	case RAMURE_TAG_LINK:
		return "Link";
	case RAMURE_TAG_NOTE:
		return "Note";
	case RAMURE_TAG_REFERENCE:
		return "Reference";
	case RAMURE_TAG_BLOCKQUOTE:
		return "BlockQuote";
	case RAMURE_TAG_CODE:
		return "Code";
	case RAMURE_TAG_SPAN:
		return "Span";
	case RAMURE_TAG_TOC:
		return "TOC";
	case RAMURE_TAG_TOCI:
		return "TOCI";
	case RAMURE_TAGS:
		break;
	}
	return "NonStruct";
}

static void put_kid(tree *t, uint32_t what, uint32_t own_page)
{
	const tag_record *r;

	if (what & IS_ELEMENT) {
		bytes_put_reference(&t->out, t->first + (what & ~IS_ELEMENT));
		return;
	}
	r = &t->tags->records[what];
	if (!is_annotation(r) && r->page == own_page) {
		bytes_put_integer(&t->out, r->content);
		return;
	}
	bytes_puts(&t->out, is_annotation(r) ? "<</Type/OBJR" : "<</Type/MCR");
	if (r->page != own_page) {
		bytes_puts(&t->out, "/Pg ");
		bytes_put_reference(&t->out, t->pages[r->page].number);
	}
	bytes_puts(&t->out, is_annotation(r) ? "/Obj " : "/MCID ");
	bytes_put_integer(&t->out, r->content & ~IS_ANNOTATION);
	bytes_puts(&t->out, is_annotation(r) ? " 0 R>>" : ">>");
}

static void put_kids(tree *t, uint32_t element, uint32_t own_page)
{
	uint32_t k = t->families[element].first_kid;
	bool many;

	if (k == NONE)
		return;
	many = t->kids[k].next != NONE;
	bytes_puts(&t->out, many ? "/K[" : "/K ");
	for (; k != NONE; k = t->kids[k].next) {
		put_kid(t, t->kids[k].what, own_page);
		if (t->kids[k].next != NONE)
			bytes_putc(&t->out, ' ');
	}
	if (many)
		bytes_putc(&t->out, ']');
}

/* The page that an element's sequences are on unless they say otherwise, or NONE. */
static uint32_t own_page(const tree *t, uint32_t element)
{
	for (uint32_t k = t->families[element].first_kid; k != NONE; k = t->kids[k].next)
		if (!(t->kids[k].what & IS_ELEMENT))
			return t->tags->records[t->kids[k].what].page;
	return NONE;
}

/* Where a figure is, from the bottom of its page (14.8.5.4.3). */
static void put_box(tree *t, const ramure_element *e)
{
	double height = t->pages[e->page].height;

	bytes_puts(&t->out, "/A<</O/Layout/Placement/Block/BBox");
	bytes_put_box(&t->out, e->box, height);
	bytes_puts(&t->out, ">>");
}

/* Notes have names (PDF/UA-1, 7.9), and so have the headers that cells point to: of one length, so that they sort as
 * their numbers. */
static bool has_name(ramure_tag tag)
{
	return tag == RAMURE_TAG_NOTE || tag == RAMURE_TAG_TH;
}

static void name_element(char name[static 16], ramure_tag tag, uint32_t element)
{
	snprintf(name, 16, "(%c%08lu)", tag == RAMURE_TAG_TH ? 'h' : 'n', (unsigned long)element);
}

static uint32_t count_children(const tree *t, uint32_t parent)
{
	uint32_t count = 0;

	for (uint32_t e = t->families[parent].first_child; e != NONE; e = t->families[e].sibling)
		count++;
	return count;
}

static bool is_header(const tree *t, uint32_t element, int scope)
{
	const ramure_element *e = ramure_deck_element(t->deck, element);

	return e->tag == RAMURE_TAG_TH && e->scope & scope;
}

static void put_header(tree *t, uint32_t header)
{
	char name[16];

	name_element(name, RAMURE_TAG_TH, header);
	bytes_puts(&t->out, name);
}

/* The headers of a cell (14.8.5.7): those before it in its row, and the one above it in the row of headers.  Where rows
 * have not as many cells, the scope of the headers has to do. */
static void put_headers(tree *t, uint32_t cell)
{
	uint32_t row = parent_of(t, cell);
	uint32_t head = row == t->elements ? NONE : t->families[parent_of(t, row)].first_child;
	uint32_t above = NONE;
	size_t before = t->out.size, begun;

	if (head != NONE && head != row && count_children(t, head) == count_children(t, row))
		above = t->families[head].first_child;
	bytes_puts(&t->out, "/A<</O/Table/Headers[");
	begun = t->out.size;
	for (uint32_t e = t->families[row].first_child; e != cell; e = t->families[e].sibling) {
		if (is_header(t, e, RAMURE_SCOPE_ROW))
			put_header(t, e);
		above = above == NONE ? NONE : t->families[above].sibling;
	}
	if (above != NONE && is_header(t, above, RAMURE_SCOPE_COLUMN))
		put_header(t, above);
	if (t->out.size == begun)
		t->out.size = before;
	else
		bytes_puts(&t->out, "]>>");
}

/* Which way the document runs, or a chapter that runs the other way (14.8.5.4.2). */
static void put_direction(tree *t, const ramure_element *e)
{
	bool document = e->tag == RAMURE_TAG_DOCUMENT, around = ramure_is_leftward(ramure_lang(t->file->ctx));
	bool leftward = document ? around : ramure_is_leftward(e->lang);

	if ((document && leftward) || (!document && e->lang.size > 0 && leftward != around))
		bytes_puts(&t->out, leftward ? "/A<</O/Layout/WritingMode/RlTb>>" : "/A<</O/Layout/WritingMode/LrTb>>");
}

static void put_attributes(tree *t, const ramure_element *e, uint32_t element)
{
	if (e->tag == RAMURE_TAG_DOCUMENT || e->tag == RAMURE_TAG_PART)
		put_direction(t, e);
	else if (e->tag == RAMURE_TAG_FIGURE)
		put_box(t, e);
	else if (e->tag == RAMURE_TAG_L)
		bytes_puts(&t->out,
			   e->ordered ? "/A<</O/List/ListNumbering/Decimal>>" : "/A<</O/List/ListNumbering/Disc>>");
	else if (e->tag == RAMURE_TAG_TH && e->scope == (RAMURE_SCOPE_ROW | RAMURE_SCOPE_COLUMN))
		bytes_puts(&t->out, "/A<</O/Table/Scope/Both>>");
	else if (e->tag == RAMURE_TAG_TH)
		bytes_puts(&t->out,
			   e->scope == RAMURE_SCOPE_ROW ? "/A<</O/Table/Scope/Row>>" : "/A<</O/Table/Scope/Column>>");
	else if (e->tag == RAMURE_TAG_TD)
		put_headers(t, element);
}

static void put_text(tree *t, const char *key, ramure_str text)
{
	if (text.size == 0)
		return;
	bytes_puts(&t->out, key);
	bytes_put_text(&t->out, text);
}

static void write_element(tree *t, uint32_t element)
{
	const ramure_element e = *ramure_deck_element(t->deck, element);
	uint32_t parent = parent_of(t, element);
	uint32_t page = own_page(t, element);

	t->out.size = 0;
	bytes_puts(&t->out, "<</S/");
	bytes_puts(&t->out, tag_name(e.tag));
	bytes_puts(&t->out, "/P ");
	bytes_put_reference(&t->out, parent == t->elements ? t->root : t->first + parent);
	if (page != NONE) {
		bytes_puts(&t->out, "/Pg ");
		bytes_put_reference(&t->out, t->pages[page].number);
	}
	put_kids(t, element, page);
	put_text(t, "/T", e.title);
	put_text(t, "/Lang", e.lang);
	put_text(t, "/Alt", e.alt);
	put_attributes(t, &e, element);
	if (has_name(e.tag)) {
		char name[16];

		name_element(name, e.tag, element);
		bytes_puts(&t->out, "/ID");
		bytes_puts(&t->out, name);
	}
	bytes_puts(&t->out, ">>");
	file_object(t->file, t->first + element, t->out.data, t->out.size);
}

/* ---- From marks to elements ---- */

/* A page's key is its index, and its value the elements of its sequences in order; the annotations' keys follow. */
static uint32_t write_parent_tree(tree *t)
{
	keytree k = keytree_on(t->file, "Nums");
	const tag_record *records = t->tags->records;
	uint32_t page = NONE;
	uint32_t key = t->tags->pages;

	for (size_t r = 0; r < t->tags->count; r++) {
		if (is_annotation(&records[r]))
			continue;
		if (records[r].page != page) {
			if (page != NONE)
				bytes_putc(&k.leaf, ']');
			page = records[r].page;
			keytree_number(&k, page);
			bytes_putc(&k.leaf, '[');
		} else {
			bytes_putc(&k.leaf, ' ');
		}
		bytes_put_reference(&k.leaf, t->first + records[r].element);
	}
	if (page != NONE)
		bytes_putc(&k.leaf, ']');
	for (size_t r = 0; r < t->tags->count; r++) {
		if (!is_annotation(&records[r]))
			continue;
		keytree_number(&k, key++);
		bytes_put_reference(&k.leaf, t->first + records[r].element);
		bytes_putc(&k.leaf, ' ');
	}
	return keytree_end(&k);
}

/* 0 when no element has a name. */
static uint32_t write_name_tree(tree *t)
{
	keytree k = keytree_on(t->file, "Names");
	static const ramure_tag named[] = { RAMURE_TAG_TH, RAMURE_TAG_NOTE }; /* in the order of their names */
	char name[16];

	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		for (uint32_t e = 0; e < t->elements; e++) {
			if (ramure_deck_element(t->deck, e)->tag != named[i])
				continue;
			name_element(name, named[i], e);
			keytree_key(&k, name);
			bytes_put_reference(&k.leaf, t->first + e);
		}
	return k.keys > 0 ? keytree_end(&k) : 0;
}

static void write_root(tree *t)
{
	uint32_t parents = write_parent_tree(t);
	uint32_t names = write_name_tree(t);

	t->out.size = 0;
	bytes_puts(&t->out, "<</Type/StructTreeRoot");
	put_kids(t, t->elements, NONE);
	bytes_puts(&t->out, "/ParentTree ");
	bytes_put_reference(&t->out, parents);
	bytes_puts(&t->out, "/ParentTreeNextKey ");
	bytes_put_integer(&t->out, t->tags->pages + t->tags->annotations);
	if (names) {
		bytes_puts(&t->out, "/IDTree ");
		bytes_put_reference(&t->out, names);
	}
	bytes_puts(&t->out, ">>");
	file_object(t->file, t->root, t->out.data, t->out.size);
}

void tags_write(const tags *t, const ramure_deck *deck, file *f, const written_page *pages, uint32_t root)
{
	uint32_t elements = (uint32_t)ramure_deck_elements(deck);
	tree whole = { .tags = t,
		       .deck = deck,
		       .file = f,
		       .pages = pages,
		       .root = root,
		       .elements = elements,
		       .families = RAMURE_NEW_ARRAY(f->ctx, family, elements + 1),
		       .kids = RAMURE_NEW_ARRAY(f->ctx, kid, t->count + elements),
		       .out = bytes_on(f->ctx) };

	gather_kids(&whole);
	whole.first = file_numbers(f, elements);
	for (uint32_t e = 0; e < elements; e++)
		write_element(&whole, e);
	write_root(&whole);
}
