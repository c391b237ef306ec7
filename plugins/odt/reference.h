/* reference.h: an organisation's own ODT, from which a report takes styles, pages, header and footer.
 *
 * It is read once, before the report is written: the package (reference_package.c), the tree of its styles.xml
 * (reference_tree.c), then what the report takes of it (reference.c): names are settled (reference_names.c), pictures
 * gathered (reference_files.c).  Later the parts of styles.xml are written from it (styles.c, reference_pages.c).
 * Whoever made the file is not trusted. */
#ifndef ODT_REFERENCE_H
#define ODT_REFERENCE_H

#include "odt.h"

/* ---- reference_package.c ---- */

/* Limits that messages name. */
enum {
	REF_MOST_ENTRIES = 4096,
	REF_LARGEST_PART = 8 * 1024 * 1024,     /* of XML, unpacked */
	REF_LARGEST_PICTURE = 16 * 1024 * 1024, /* or font, unpacked */
	REF_LARGEST_SUM = 64 * 1024 * 1024,     /* of all that is read, unpacked */
};

typedef struct ref_package {
	ramure_ctx *ctx;
	void *zip;       /* zip_t */
	uint32_t file;   /* for messages */
	ramure_str name; /* as it was given */
	size_t sum;      /* bytes unpacked so far */
} ref_package;

/* Opens an ODT or OTT; false after reporting.  Between open and close nothing else is opened. */
bool ref_open(ref_package *p, ramure_ctx *ctx, ramure_path path);
/* The same from memory, for `p` that knows its context and its number. */
bool ref_open_bytes(ref_package *p, ramure_str bytes);
void ref_close(ref_package *p);
bool ref_has(const ref_package *p, const char *entry); /* false when it is not open */
/* The bytes of an entry, unpacked; false after reporting. */
bool ref_read(ref_package *p, const char *entry, size_t most, ramure_str *bytes);

/* ---- reference_tree.c ---- */

enum {
	REF_DEEPEST = 100,
	REF_MOST_NODES = 200000,
	REF_LONGEST_VALUE = 64 * 1024, /* bytes of an attribute */
};

typedef struct ref_attr {
	struct ref_attr *next;
	const char *name; /* "style:name", in the report's own prefixes */
	ramure_str value;
} ref_attr;

/* An element, or a text when it has no name. */
typedef struct ref_node {
	struct ref_node *parent, *first, *last, *next;
	const char *name;
	ref_attr *attrs;
	ramure_str text;
	ramure_span at;
} ref_node;

/* The elements of a part that ODF knows; NULL after reporting at the place, in `file`. */
ref_node *ref_parse(ramure_ctx *ctx, uint32_t file, ramure_str bytes);
ref_node *ref_child(const ref_node *parent, const char *name); /* the first of that name; NULL for a NULL parent too */
bool ref_is(const ref_node *node, const char *name);
/* An attribute's value; data NULL when it has none. */
ramure_str ref_value(const ref_node *node, const char *attribute);
bool ref_equals(ramure_str value, const char *words);
void ref_set(ramure_ctx *ctx, ref_node *node, const char *attribute, ramure_str value);
void ref_unset(ref_node *node, const char *attribute);
/* One more child, behind the others; an empty text when it has no name. */
ref_node *ref_add(ramure_ctx *ctx, ref_node *parent, const char *name);
void ref_empty(ref_node *node); /* makes an empty text of it */
/* The node behind this one in reading order, inside `root`; NULL at the end. */
ref_node *ref_next(const ref_node *root, ref_node *node);
void ref_write(xml *x, const ref_node *node);          /* recurses, REF_DEEPEST deep at most */
void ref_write_children(xml *x, const ref_node *node); /* nothing for NULL */

/* ---- reference_names.c ---- */

typedef enum ref_family {
	REF_PARAGRAPH,
	REF_CHARACTER,
	REF_GRAPHIC,
	REF_LIST,
	REF_MASTER,
	REF_LAYOUT,
	REF_FONT,
	REF_DEFAULT, /* by family of default styles */
	REF_OTHER,
} ref_family;

typedef struct ref_entry {
	ref_family family;
	ramure_str name;
	ref_node *node;
} ref_entry;

/* What is named in the template, by family and name; and what our names for it are. */
typedef struct ref_index {
	ref_entry *entries;
	size_t count;
} ref_index;

struct reference {
	odt *o;
	ref_package package;
	ref_node *root;
	ref_node *fonts, *named, *automatic, *masters; /* parts of styles.xml; NULL when there is none */
	ref_index index;
	ref_node *standard, *layout;  /* the master page of ordinary pages, and its page layout */
	double width, turned_width;   /* of the text, in points, on these pages and on landscape ones */
	double height, turned_height; /* without header and footer, as far as one can tell */
	ramure_str font;              /* the family of its text, in which drawings are set too; empty: not said */
	ramure_str kept;              /* names of our styles that it lacks, as people see them */
};

/* Indexes all names; gives styles that the report calls by another name that name, wherever they are meant.  False
 * after reporting. */
bool ref_settle_names(reference *r);
ref_node *ref_find(const reference *r, ref_family family, ramure_str name);
/* What LibreOffice shows in French for the name of a style, or NULL. */
const char *ref_shown_name(const char *name);
/* What was made for it is found by its name too. */
void ref_index_style(reference *r, ref_family family, ref_node *node);
/* Reports the styles that the report just written cannot do without and the template lacks; false when there are. */
bool ref_require(reference *r);

/* ---- reference_pages.c ---- */

/* Finds the ordinary page and measures its text; false after reporting. */
bool ref_measure(reference *r);
/* A length in points (ODF 1.3 part 3, 18.3.18); -1 when it is none. */
double ref_length(ramure_str value);
void ref_write_layouts(reference *r, xml *x);
void ref_write_masters(reference *r, xml *x);

/* ---- reference_wide.c ---- */

/* Adds styles for the header and footer of landscape pages; gives them to those of the ordinary page. */
void ref_widen(reference *r);
void ref_use_wide(reference *r);

/* ---- reference_tables.c ---- */

/* style:table-cell-properties of the template's table style, for cells of a header or of the body; NULL without one. */
const ref_node *ref_cell_properties(const reference *r, bool header);

/* ---- reference_text.c ---- */

/* The colour of its headings; black when it does not say. */
ramure_rgb ref_ink(const reference *r);
/* The size of a paragraph style's letters, in points; 0 when it does not say. */
double ref_size(const reference *r, const char *name);
/* The family in which it sets its text; empty when it does not say. */
ramure_str ref_font(const reference *r);

/* ---- reference_files.c ---- */

/* Takes the pictures and fonts that styles.xml names into the report's package, under names of their own; what is not
 * in the template is left out, with a warning.  False after an error. */
bool ref_take_files(reference *r);

/* ---- reference.c ---- */

/* Reads the template that the options name; NULL after reporting. */
reference *ref_read_template(odt *o);
/* The part of it that follows opening: makes the bytes of styles.xml ready; false after reporting. */
bool ref_use_styles(reference *r, ramure_str styles);
/* Whether a style of ours has to be written: there is no template (`r` NULL), or it lacks the style.  `shown` is what
 * people call it. */
bool ref_lacks(reference *r, ref_family family, const char *name, const char *shown);
/* Whether a paragraph style of that name is there; it is then in that language (empty: the document's). */
bool ref_adopt(reference *r, const char *name, ramure_str lang);
/* Says, to whoever asked for informations, which styles are not the template's. */
void ref_tell(reference *r);

#endif
