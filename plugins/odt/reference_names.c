/* reference_names.c: the names of a template's styles, and which of ours they are. */
#include "reference.h"

#include <string.h>

/* Styles of a report under the names that word processors give them.  LibreOffice writes English names whatever its
 * language; Word writes those of its own. */
typedef struct known_name {
	ref_family family;
	const char *name;   /* ours, as the file calls it */
	ramure_word shown;  /* as LibreOffice shows it */
	const char *others; /* separated by "|" */
} known_name;

static const known_name known[] = {
	{ REF_PARAGRAPH,
	  "Standard",
	  { "Default Paragraph Style", "Style de paragraphe par défaut" },
	  "Normal|Style par défaut" },
	{ REF_PARAGRAPH, "Text_20_body", { "Text body", "Corps de texte" }, "Body Text" },
	{ REF_PARAGRAPH, "Heading_20_1", { "Heading 1", "Titre 1" }, "" },
	{ REF_PARAGRAPH, "Heading_20_2", { "Heading 2", "Titre 2" }, "" },
	{ REF_PARAGRAPH, "Heading_20_3", { "Heading 3", "Titre 3" }, "" },
	{ REF_PARAGRAPH, "Heading_20_4", { "Heading 4", "Titre 4" }, "" },
	{ REF_PARAGRAPH, "Heading_20_5", { "Heading 5", "Titre 5" }, "" },
	{ REF_PARAGRAPH, "Heading_20_6", { "Heading 6", "Titre 6" }, "" },
	/* "Titre" is how Word calls a title, and how LibreOffice shows what headings have in common. */
	{ REF_PARAGRAPH, "Title", { "Title", "Titre principal" }, "Titre" },
	{ REF_PARAGRAPH, "Subtitle", { "Subtitle", "Sous-titre" }, "" },
	{ REF_PARAGRAPH, "Table_20_Contents", { "Table Contents", "Contenu de tableau" }, "Contenu du tableau" },
	{ REF_PARAGRAPH, "Table_20_Heading", { "Table Heading", "Titre de tableau" }, "En-tête de tableau" },
	{ REF_PARAGRAPH, "Caption", { "Caption", "Légende" }, "" },
	{ REF_PARAGRAPH, "Quotations", { "Quotations", "Citations" }, "Citation|Quote|Quotation" },
	{ REF_PARAGRAPH, "Footnote", { "Footnote", "Note de bas de page" }, "Footnote Text" },
	{ REF_PARAGRAPH, "Header", { "Header", "En-tête" }, "" },
	{ REF_PARAGRAPH, "Footer", { "Footer", "Pied de page" }, "" },
	{ REF_PARAGRAPH, "List", { "List", "Liste" }, "List Paragraph|Paragraphe de liste" },
	{ REF_PARAGRAPH, "List_20_1", { "List 1", "Liste 1" }, "" },
	{ REF_PARAGRAPH, "List_20_1_20_End", { "List 1 End", "Liste 1 fin" }, "" },
	{ REF_PARAGRAPH, "List_20_2", { "List 2", "Liste 2" }, "" },
	{ REF_PARAGRAPH, "Numbering_20_1", { "Numbering 1", "Numérotation 1" }, "" },
	{ REF_PARAGRAPH, "Numbering_20_1_20_End", { "Numbering 1 End", "Numérotation 1 fin" }, "" },
	{ REF_PARAGRAPH, "Preformatted_20_Text", { "Preformatted Text", "Texte préformaté" }, "" },
	{ REF_PARAGRAPH,
	  "Contents_20_Heading",
	  { "Contents Heading", "Titre de table des matières" },
	  "TOC Heading|En-tête de table des matières" },
	{ REF_PARAGRAPH, "Contents_20_1", { "Contents 1", "Table des matières niveau 1" }, "TOC 1|TM 1" },
	{ REF_PARAGRAPH, "Contents_20_2", { "Contents 2", "Table des matières niveau 2" }, "TOC 2|TM 2" },
	{ REF_CHARACTER, "Emphasis", { "Emphasis", "Accentuation" }, "" },
	{ REF_CHARACTER, "Strong_20_Emphasis", { "Strong Emphasis", "Accentuation forte" }, "Strong|Élevé" },
	{ REF_CHARACTER, "Internet_20_link", { "Internet link", "Lien Internet" }, "Hyperlink|Lien hypertexte" },
	{ REF_LIST, "Liste_a_puces", { "Bullet List", "Liste à puces" }, "List 1|Puce 1" },
	{ REF_LIST,
	  "Liste_numerotee",
	  { "Numbered List", "Liste numérotée" },
	  "Numbering 123|Numbering 1|Numérotation 123|Numérotation 1" },
	{ REF_MASTER, "Standard", { "Default Page Style", "Style de page par défaut" }, "" },
	{ REF_MASTER,
	  "Couverture",
	  { "First Page", "Première page" },
	  "Cover|Cover Page|Page de garde|Page de couverture" },
	{ REF_MASTER, "Paysage", { "Landscape", "Paysage" }, "" },
};

enum { MOST_NAMES = 4000 };

const char *ref_shown_name(const char *name)
{
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(known[i].name, name) == 0)
			return known[i].shown.fr;
	return NULL;
}

static ref_family family_of(const ref_node *node)
{
	static const struct {
		const char *element, *family;
		ref_family is;
	} rows[] = {
		{ "style:style", "paragraph", REF_PARAGRAPH }, { "style:style", "text", REF_CHARACTER },
		{ "style:style", "graphic", REF_GRAPHIC },     { "text:list-style", NULL, REF_LIST },
		{ "style:master-page", NULL, REF_MASTER },     { "style:page-layout", NULL, REF_LAYOUT },
		{ "style:font-face", NULL, REF_FONT },         { "style:default-style", NULL, REF_DEFAULT },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (ref_is(node, rows[i].element) &&
		    (!rows[i].family || ref_equals(ref_value(node, "style:family"), rows[i].family)))
			return rows[i].is;
	return REF_OTHER;
}

static ramure_str name_of(const ref_node *node, ref_family family)
{
	return ref_value(node, family == REF_DEFAULT ? "style:family" : "style:name");
}

ref_node *ref_find(const reference *r, ref_family family, ramure_str name)
{
	for (size_t i = 0; i < r->index.count; i++)
		if (r->index.entries[i].family == family && ramure_str_equal(r->index.entries[i].name, name))
			return r->index.entries[i].node;
	return NULL;
}

void ref_index_style(reference *r, ref_family family, ref_node *node)
{
	r->index.entries = ramure_extend_array(r->o->ctx, r->index.entries, r->index.count, sizeof *r->index.entries);
	r->index.entries[r->index.count++] = (ref_entry){ family, name_of(node, family), node };
}

/* Pages stand where ODF has them, or they are none: what the report adds goes beside them. */
static bool is_misplaced(const reference *r, const ref_node *part, ref_family family)
{
	return (family == REF_MASTER && part != r->masters) || (family == REF_LAYOUT && part != r->automatic);
}

/* Of two that have one name, the first holds, as in LibreOffice. */
static bool index_part(reference *r, ref_node *part)
{
	for (ref_node *node = part ? part->first : NULL; node; node = node->next) {
		ref_family family = node->name ? family_of(node) : REF_OTHER;
		ramure_str name;

		if (family == REF_OTHER)
			continue;
		name = name_of(node, family);
		if (!name.size || is_misplaced(r, part, family) || ref_find(r, family, name)) {
			ref_empty(node);
			continue;
		}
		if (r->index.count == MOST_NAMES) {
			ramure_error(r->o->ctx, node->at, "this template has more than %d styles", MOST_NAMES);
			return false;
		}
		ref_index_style(r, family, node);
	}
	return true;
}

/* A name as people see it: "Heading_20_1" is "Heading 1" (ODF 1.3 part 3, 19.498). */
static ramure_str as_shown(ramure_ctx *ctx, ramure_str name)
{
	char *shown = ramure_alloc(ctx, name.size);
	size_t size = 0;

	for (size_t i = 0; i < name.size; i++) {
		bool space = i + 4 <= name.size && memcmp(name.data + i, "_20_", 4) == 0;

		shown[size++] = space ? ' ' : name.data[i];
		i += space ? 3 : 0;
	}
	return (ramure_str){ shown, size };
}

static bool is_among(ramure_str name, const char *words, ramure_ctx *ctx)
{
	while (*words) {
		size_t size = strcspn(words, "|");

		if (ramure_name_equal(name, ramure_format(ctx, "%.*s", (int)size, words).data))
			return true;
		words += size + (words[size] == '|');
	}
	return false;
}

/* What the template calls by another of a style's names. */
static ref_entry *find_other(reference *r, const known_name *k)
{
	ramure_ctx *ctx = r->o->ctx;

	for (size_t i = 0; i < r->index.count; i++) {
		ref_entry *e = &r->index.entries[i];
		ramure_str display = ref_value(e->node, "style:display-name");
		ramure_str name = display.data ? display : as_shown(ctx, e->name);

		if (e->family == k->family && (ramure_name_equal(name, k->shown.en) ||
					       ramure_name_equal(name, k->shown.fr) || is_among(name, k->others, ctx)))
			return e;
	}
	return NULL;
}

/* Where a style is meant by its name. */
static const struct {
	const char *element, *attribute; /* any element when NULL */
	ref_family family;               /* REF_OTHER: that of the style itself */
} meanings[] = {
	{ "style:style", "style:parent-style-name", REF_OTHER },
	{ "style:style", "style:next-style-name", REF_PARAGRAPH },
	{ "style:style", "style:list-style-name", REF_LIST },
	{ NULL, "style:master-page-name", REF_MASTER },
	{ "style:master-page", "style:next-style-name", REF_MASTER },
	{ "style:map", "style:apply-style-name", REF_PARAGRAPH },
	{ "text:p", "text:style-name", REF_PARAGRAPH },
	{ "text:h", "text:style-name", REF_PARAGRAPH },
	{ "text:span", "text:style-name", REF_CHARACTER },
	{ "text:a", "text:style-name", REF_CHARACTER },
	{ "text:list", "text:style-name", REF_LIST },
	{ "text:list-level-style-number", "text:style-name", REF_CHARACTER },
	{ "text:list-level-style-bullet", "text:style-name", REF_CHARACTER },
	{ "text:notes-configuration", "text:default-style-name", REF_PARAGRAPH },
	{ "text:notes-configuration", "text:citation-style-name", REF_CHARACTER },
	{ "text:notes-configuration", "text:citation-body-style-name", REF_CHARACTER },
};

static void rename_meant(reference *r, ref_node *node, ref_family family, ramure_str from, ramure_str to)
{
	for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
		ref_family meant = meanings[i].family == REF_OTHER ? family_of(node) : meanings[i].family;

		if (meant == family && (!meanings[i].element || ref_is(node, meanings[i].element)) &&
		    ramure_str_equal(ref_value(node, meanings[i].attribute), from))
			ref_set(r->o->ctx, node, meanings[i].attribute, to);
	}
}

static void rename_entry(reference *r, ref_entry *entry, ramure_str name)
{
	ramure_str from = entry->name;

	entry->name = name;
	for (ref_node *n = r->root; n; n = ref_next(r->root, n))
		if (n->name)
			rename_meant(r, n, entry->family, from, entry->name);
	ref_set(r->o->ctx, entry->node, "style:name", entry->name);
	ref_unset(entry->node, "style:display-name");
	if (!ramure_str_equal(as_shown(r->o->ctx, entry->name), entry->name))
		ref_set(r->o->ctx, entry->node, "style:display-name", as_shown(r->o->ctx, entry->name));
}

/* Word calls its pages MP0, MP1…: ordinary ones are those that come first. */
static void name_first_master(reference *r)
{
	for (size_t i = 0; i < r->index.count; i++)
		if (r->index.entries[i].family == REF_MASTER) {
			rename_entry(r, &r->index.entries[i], RAMURE_STR("Standard"));
			return;
		}
}

static ref_entry *master_entry(reference *r, ramure_str name)
{
	for (size_t i = 0; name.size && i < r->index.count; i++)
		if (r->index.entries[i].family == REF_MASTER && ramure_str_equal(r->index.entries[i].name, name))
			return &r->index.entries[i];
	return NULL;
}

/* Behind a cover come the ordinary pages, whatever the template calls them: right and left ones that take turns. */
static void name_master_behind_cover(reference *r)
{
	const ref_node *cover = ref_find(r, REF_MASTER, RAMURE_STR("Couverture"));
	ref_entry *behind = cover ? master_entry(r, ref_value(cover, "style:next-style-name")) : NULL;
	ref_entry *unused = master_entry(r, RAMURE_STR("Standard"));

	if (!behind || behind == unused || behind->node == cover)
		return;
	if (unused) {
		unused->name = RAMURE_STR("");
		ref_empty(unused->node);
	}
	rename_entry(r, behind, RAMURE_STR("Standard"));
}

bool ref_settle_names(reference *r)
{
	ref_node *const parts[] = { r->fonts, r->named, r->automatic, r->masters };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (!index_part(r, parts[i]))
			return false;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		ramure_str name = { known[i].name, strlen(known[i].name) };
		ref_entry *other = ref_find(r, known[i].family, name) ? NULL : find_other(r, &known[i]);

		if (other)
			rename_entry(r, other, name);
	}
	name_master_behind_cover(r);
	if (!ref_find(r, REF_MASTER, RAMURE_STR("Standard")))
		name_first_master(r);
	return true;
}

/* ---- What may not be missing ---- */

/* Whether the report that has just been written is made of a style: without it the template says nothing of how most
 * of it should look. */
static bool is_needed(const odt *o, const char *name)
{
	enum { LEVELS = 3 }; /* deeper headings are rare, in templates too: ours look like them */
	int level = 0;

	if (strcmp(name, "Text_20_body") == 0)
		return true;
	if (strcmp(name, "Title") == 0)
		return ramure_meta(o->document, RAMURE_META_TITLE) != NULL;
	if (strcmp(name, "Table_20_Contents") == 0)
		return o->tables > 0;
	if (strncmp(name, "Heading_20_", 11) == 0)
		level = name[11] - '0';
	for (size_t i = 0; i < o->heading_count && level <= LEVELS; i++)
		if (o->headings[i].level == level)
			return true;
	return false;
}

bool ref_require(reference *r)
{
	ramure_ctx *ctx = r->o->ctx;
	ramure_str list = RAMURE_STR("");

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		const known_name *k = &known[i];

		if (k->family != REF_PARAGRAPH || !is_needed(r->o, k->name) ||
		    ref_find(r, k->family, (ramure_str){ k->name, strlen(k->name) }))
			continue;
		list = ramure_format(ctx, "%.*s%s'%s' (« %s »)", (int)list.size, list.data, list.size ? ", " : "",
				     k->shown.en, k->shown.fr);
	}
	if (!list.size)
		return true;
	ramure_error(ctx, r->named ? r->named->at : r->root->at, "this template lacks styles of this report: %.*s",
		     (int)list.size, list.data);
	ramure_hint(ctx, "open it in LibreOffice, give each of them to a paragraph once (F11 lists them), save it");
	return false;
}
