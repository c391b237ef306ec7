/* notices.c: the names under which an author accepts what the program says, and what becomes of a name that is none. */
#include "core/messages.h"

#include "core/base/gettext.h"
#include "core/context.h"
#include "core/plugin/loader.h"
#include "core/source/settings.h"

#include <string.h>

static const ramure_notice notices[] = {
	{ "address", { "an address with spaces makes no link", "une adresse avec des espaces ne fait pas de lien" } },
	{ "allow", { "'allow' names what nothing is called", "« accepter » nomme ce que rien n'appelle ainsi" } },
	{ "attach-embargo",
	  { "the attached source publishes a text under embargo", "la source jointe publie un texte sous embargo" } },
	{ "attach-notes",
	  { "the attached source publishes the speaker notes", "la source jointe publie les notes d'orateur" } },
	{ "chapter-closing",
	  { "the closing of a chapter is left out of the booklet",
	    "la clôture d'un chapitre n'entre pas dans le livret" } },
	{ "chapter-confidentiality",
	  { "a chapter says who may read it, and the booklet does not",
	    "un chapitre dit qui peut le lire, et le livret ne le dit pas" } },
	{ "chapter-contents",
	  { "the contents of a chapter are left out of the booklet",
	    "le sommaire d'un chapitre n'entre pas dans le livret" } },
	{ "chapter-embargo",
	  { "a chapter's embargo holds for the whole booklet", "l'embargo d'un chapitre vaut pour tout le livret" } },
	{ "chapter-title", { "a chapter has no title", "un chapitre n'a pas de titre" } },
	{ "continued",
	  { "a slide's content continues on a next one", "le contenu d'une diapositive continue sur une autre" } },
	{ "control-character",
	  { "a text holds a sign that shows nothing", "un texte contient un signe qui ne montre rien" } },
	{ "empty", { "a source has no slide", "une source n'a pas de diapositive" } },
	{ "figure-too-high",
	  { "a drawing is higher than a slide can be", "un dessin est plus haut qu'une diapositive ne peut l'être" } },
	{ "font-substituted",
	  { "another font stands in for one that is not installed",
	    "une autre police remplace une police qui n'est pas installée" } },
	{ "font-version",
	  { "a font is of another version than the theme's", "une police n'est pas de la version du thème" } },
	{ "image-damaged", { "an image is damaged", "une image est abîmée" } },
	{ "image-reduced",
	  { "an image of very many pixels is made smaller", "une image de très nombreux points est réduite" } },
	{ "link-elsewhere",
	  { "a reference leads to another document: its words stay, without a link",
	    "un renvoi mène à un autre document : ses mots restent, sans lien" } },
	{ "link-nowhere",
	  { "a link has no address: its words stay, without a link",
	    "un lien n'a pas d'adresse : ses mots restent, sans lien" } },
	{ "long-key", { "a key message takes more than two lines", "un message clé prend plus de deux lignes" } },
	{ "markup",
	  { "signs of Markdown stand in a text as they were typed",
	    "des signes de Markdown restent dans un texte tels qu'ils sont tapés" } },
	{ "missing-character", { "no font has a character", "aucune police n'a un caractère" } },
	{ "names-on-a-line",
	  { "several names on one line are read as one person with a role",
	    "plusieurs noms sur une ligne sont lus comme une personne et son rôle" } },
	{ "number",
	  { "decimals were read where thousands may be meant: 1.250",
	    "des décimales ont été lues là où il peut s'agir de milliers : 1.250" } },
	{ "parked",
	  { "how many parts and slides {hidden} parks", "combien de parties et de diapositives {caché} met de côté" } },
	{ "role-in-brackets",
	  { "between brackets, a role is taken for a person", "entre crochets, un rôle est pris pour une personne" } },
	{ "series",
	  { "typed places of a series, as (1/3), are not those of its slides",
	    "les rangs tapés d'une série, comme (1/3), ne sont pas ceux de ses diapositives" } },
	{ "tightened", { "a slide is set tighter, so that it fits", "une diapositive est resserrée pour tenir" } },
	{ "typography-limit",
	  { "a typography rule gives up on a text that takes it too many steps",
	    "une règle de typographie renonce sur un texte qui lui demande trop d'étapes" } },
	{ "typography-none", { "a language has no typography rules", "une langue n'a pas de règles de typographie" } },
	{ "untitled", { "a slide has no title", "une diapositive n'a pas de titre" } },
	{ "wide-table",
	  { "the columns of a table that is too wide go on in parts",
	    "les colonnes d'un tableau trop large continuent en plusieurs parties" } },
	{ "windows-1252",
	  { "a CSV file is not UTF-8 and was read as Windows-1252",
	    "un fichier CSV n'est pas en UTF-8 et a été lu comme du Windows-1252" } },
};

ramure_rows ramure_notices(void)
{
	return (ramure_rows)RAMURE_ROWS(notices);
}

/* All names that are known: the core's, the checks', those of the plugins. */
typedef struct name_list {
	const char **items;
	size_t count;
} name_list;

/* Rows that begin with a name and its sentence. */
static void add_rows(name_list *names, ramure_rows rows)
{
	for (size_t i = 0; i < rows.count; i++)
		names->items[names->count++] = ((const ramure_notice *)ramure_row(rows, i))->name;
}

static ramure_rows of_plugin(const registry *r, size_t i)
{
	const ramure_plugin *plugin = registry_plugin_at(r, i)->plugin;

	return plugin ? plugin->notices : (ramure_rows){ 0 };
}

static name_list all_names(ramure_ctx *ctx)
{
	size_t most = ramure_notices().count + ramure_checks().count, plugins = registry_plugins(ctx->registry);
	name_list names = { 0 };

	for (size_t i = 0; i < plugins; i++)
		most += of_plugin(ctx->registry, i).count;
	names.items = RAMURE_NEW_ARRAY(ctx, const char *, most);
	add_rows(&names, ramure_checks());
	add_rows(&names, ramure_notices());
	for (size_t i = 0; i < plugins; i++)
		add_rows(&names, of_plugin(ctx->registry, i));
	return names;
}

/* A plugin may use a name that it does not declare. */
static bool was_said(const ramure_ctx *ctx, ramure_str name)
{
	for (const diagnostic *d = ctx->diagnostics.first; d; d = d->next)
		if (d->name && ramure_name_equal(name, d->name))
			return true;
	return false;
}

static void check_name(ramure_ctx *ctx, const name_list *names, ramure_span at, ramure_str name)
{
	const char *near;

	for (size_t i = 0; i < names->count; i++)
		if (ramure_name_equal(name, names->items[i]))
			return;
	if (was_said(ctx, name))
		return;
	ramure_warning(ctx, at, "allow", N_("no message is called '%.*s': nothing is accepted by it"), (int)name.size,
		       name.data);
	near = ramure_nearest(ctx, ramure_format(ctx, "%.*s", (int)name.size, name.data).data, names->items,
			      names->count);
	if (near)
		ramure_hint(ctx, N_("did you mean '%s'?"), near);
	else
		ramure_hint(ctx, N_("a message ends with its name in brackets; `ramure check --list` shows them all"));
}

void messages_check_names(ramure_ctx *ctx)
{
	const ramure_string *given = ctx->settings ? ctx->settings->allow.items : NULL;
	size_t count = given ? ctx->settings->allow.count : 0;
	name_list names;

	if (!count && !ctx->request.allow_count)
		return;
	loader_ask(ctx->registry, NULL);
	names = all_names(ctx);
	for (size_t i = 0; i < count; i++)
		check_name(ctx, &names, given[i].at, given[i].text);
	for (size_t i = 0; i < ctx->request.allow_count; i++)
		check_name(ctx, &names, (ramure_span){ 0 },
			   (ramure_str){ ctx->request.allow[i], strlen(ctx->request.allow[i]) });
}
