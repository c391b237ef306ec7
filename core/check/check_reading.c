/* check_reading.c: what a person who listens, or reads letter by letter, meets in images, links and capitals. */
#include "core/check/check.h"

#include "core/base/utf8.h"
#include "core/context.h"

#include <stdlib.h>
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

static bool ends_with(ramure_str s, const char *end)
{
	size_t size = strlen(end);

	return s.size > size && memcmp(s.data + s.size - size, end, size) == 0;
}

/* What it is, or its file, instead of what it shows. */
static bool is_vague_alternative(ramure_ctx *ctx, ramure_str words)
{
	static const char *const vague[] = { "image",  "photo",   "photographie", "illustration", "logo",
					     "schema", "figure",  "graphique",    "dessin",       "capture",
					     "visuel", "picture", "chart",        "diagram",      "screenshot" };
	static const char *const files[] = { ".png", ".PNG", ".jpg", ".JPG", ".jpeg", ".JPEG" };

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (ends_with(words, files[i]))
			return true;
	return is_one_of(ctx, words, vague, sizeof vague / sizeof *vague);
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
	if (ends_with(words, "…"))
		words.size -= 3;
	while (words.size && strchr(".!:", words.data[words.size - 1]))
		words.size--;
	return is_one_of(ctx, words, vague, sizeof vague / sizeof *vague);
}

static bool begins_with(ramure_str s, const char *start)
{
	return s.size >= strlen(start) && memcmp(s.data, start, strlen(start)) == 0;
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

		if (!walk.entering || node->type != RAMURE_LINK || node->link->generated)
			continue;
		words = ramure_plain_text(ctx, node);
		if (begins_with(words, "http://") || begins_with(words, "https://")) {
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

/* In the order of strcmp(); those that are a word or a name without accents too (MAIS, COTE, PECHE) have no place here.
 */
static const struct {
	const char *bare, *accented;
} capitals[] = {
	{ "ACTIVITE", "ACTIVITÉ" },
	{ "ADHERENT", "ADHÉRENT" },
	{ "AGREE", "AGRÉÉ" },
	{ "ANNEE", "ANNÉE" },
	{ "ASSEMBLEE", "ASSEMBLÉE" },
	{ "BENEVOLE", "BÉNÉVOLE" },
	{ "BENEVOLES", "BÉNÉVOLES" },
	{ "CAPACITE", "CAPACITÉ" },
	{ "COLLECTIVITE", "COLLECTIVITÉ" },
	{ "COMITE", "COMITÉ" },
	{ "CONFERENCE", "CONFÉRENCE" },
	{ "CONTROLE", "CONTRÔLE" },
	{ "COOPERATION", "COOPÉRATION" },
	{ "CREATION", "CRÉATION" },
	{ "DEBAT", "DÉBAT" },
	{ "DECEMBRE", "DÉCEMBRE" },
	{ "DECISION", "DÉCISION" },
	{ "DELEGATION", "DÉLÉGATION" },
	{ "DELEGUE", "DÉLÉGUÉ" },
	{ "DEMARCHE", "DÉMARCHE" },
	{ "DEPARTEMENT", "DÉPARTEMENT" },
	{ "DEPENSE", "DÉPENSE" },
	{ "DEVELOPPEMENT", "DÉVELOPPEMENT" },
	{ "DIFFICULTE", "DIFFICULTÉ" },
	{ "DONNEE", "DONNÉE" },
	{ "ECHANGE", "ÉCHANGE" },
	{ "ECHEANCE", "ÉCHÉANCE" },
	{ "ECOLE", "ÉCOLE" },
	{ "ECOLOGIE", "ÉCOLOGIE" },
	{ "ECOLOGIQUE", "ÉCOLOGIQUE" },
	{ "ECONOMIE", "ÉCONOMIE" },
	{ "ECONOMIQUE", "ÉCONOMIQUE" },
	{ "EDUCATION", "ÉDUCATION" },
	{ "EGALITE", "ÉGALITÉ" },
	{ "ELECTION", "ÉLECTION" },
	{ "ELU", "ÉLU" },
	{ "ENERGIE", "ÉNERGIE" },
	{ "EQUIPE", "ÉQUIPE" },
	{ "ETAPE", "ÉTAPE" },
	{ "ETAT", "ÉTAT" },
	{ "ETUDE", "ÉTUDE" },
	{ "EUROPEEN", "EUROPÉEN" },
	{ "EUROPEENNE", "EUROPÉENNE" },
	{ "EVALUATION", "ÉVALUATION" },
	{ "EVENEMENT", "ÉVÉNEMENT" },
	{ "EVOLUTION", "ÉVOLUTION" },
	{ "FEVRIER", "FÉVRIER" },
	{ "FRANCAIS", "FRANÇAIS" },
	{ "FRANCAISE", "FRANÇAISE" },
	{ "GENERAL", "GÉNÉRAL" },
	{ "GENERALE", "GÉNÉRALE" },
	{ "IDEE", "IDÉE" },
	{ "IMPOT", "IMPÔT" },
	{ "INTERET", "INTÉRÊT" },
	{ "LIBERTE", "LIBERTÉ" },
	{ "MEMOIRE", "MÉMOIRE" },
	{ "METHODE", "MÉTHODE" },
	{ "MODELE", "MODÈLE" },
	{ "NUMERIQUE", "NUMÉRIQUE" },
	{ "NUMERO", "NUMÉRO" },
	{ "OPERATION", "OPÉRATION" },
	{ "OPERATIONNEL", "OPÉRATIONNEL" },
	{ "PREFECTURE", "PRÉFECTURE" },
	{ "PREFET", "PRÉFET" },
	{ "PRESENCE", "PRÉSENCE" },
	{ "PRESENTATION", "PRÉSENTATION" },
	{ "PRESIDENCE", "PRÉSIDENCE" },
	{ "PRESIDENT", "PRÉSIDENT" },
	{ "PRESIDENTE", "PRÉSIDENTE" },
	{ "PRIORITE", "PRIORITÉ" },
	{ "PROGRES", "PROGRÈS" },
	{ "PROPRIETE", "PROPRIÉTÉ" },
	{ "PUBLICITE", "PUBLICITÉ" },
	{ "QUALITE", "QUALITÉ" },
	{ "REFERENCE", "RÉFÉRENCE" },
	{ "REGION", "RÉGION" },
	{ "REGIONAL", "RÉGIONAL" },
	{ "REGLEMENT", "RÈGLEMENT" },
	{ "REPONSE", "RÉPONSE" },
	{ "REPUBLIQUE", "RÉPUBLIQUE" },
	{ "RESEAU", "RÉSEAU" },
	{ "RESULTAT", "RÉSULTAT" },
	{ "REUNION", "RÉUNION" },
	{ "SANTE", "SANTÉ" },
	{ "SECRETAIRE", "SECRÉTAIRE" },
	{ "SECRETARIAT", "SECRÉTARIAT" },
	{ "SECURITE", "SÉCURITÉ" },
	{ "SOCIETE", "SOCIÉTÉ" },
	{ "SOLIDARITE", "SOLIDARITÉ" },
	{ "STRATEGIE", "STRATÉGIE" },
	{ "SYNTHESE", "SYNTHÈSE" },
	{ "THEME", "THÈME" },
	{ "TRESORIER", "TRÉSORIER" },
	{ "UNIVERSITE", "UNIVERSITÉ" },
	{ "VERITE", "VÉRITÉ" },
};

enum { CAPITALS = sizeof capitals / sizeof *capitals, LONGEST_CAPITAL = 16 };

static int compare_capital(const void *word, const void *row)
{
	return strcmp(word, *(const char *const *)row);
}

/* As it should be, but for the S of a plural; NULL when the list does not have the word. */
static const char *accented(const char *word)
{
	const void *row = bsearch(word, capitals, CAPITALS, sizeof *capitals, compare_capital);

	return row ? ((const char *const *)row)[1] : NULL;
}

static void advise_capital(ramure_ctx *ctx, const ramure_node *run, ramure_str word)
{
	char bare[LONGEST_CAPITAL + 1] = { 0 };
	const char *right;
	bool plural = false;

	if (word.size < 3 || word.size > LONGEST_CAPITAL)
		return;
	memcpy(bare, word.data, word.size);
	right = accented(bare);
	if (!right && bare[word.size - 1] == 'S') {
		bare[word.size - 1] = '\0';
		right = accented(bare);
		plural = true;
	}
	if (!right)
		return;
	ramure_advice(ctx, run->span, "capitals-accents", "'%.*s' lacks its accents", (int)word.size, word.data);
	ramure_hint(ctx, "write '%s%s'", right, plural ? "S" : "");
}

static bool is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
	       (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

/* Every word of a run that has only capitals without accents. */
static void check_run_capitals(ramure_ctx *ctx, const ramure_node *run)
{
	ramure_str text = run->text;
	size_t start = 0;
	bool bare = true;

	for (size_t i = 0; i < text.size;) {
		size_t here = i;
		uint32_t c = utf8_next(text, &i);

		if (is_letter(c)) {
			bare = bare && c >= 'A' && c <= 'Z';
			if (i < text.size)
				continue;
			here = i;
		}
		if (bare && here > start)
			advise_capital(ctx, run, (ramure_str){ text.data + start, here - start });
		start = i;
		bare = true;
	}
}

static bool is_french(ramure_ctx *ctx, const ramure_node *node)
{
	ramure_str lang = ctx->lang;

	for (; node; node = node->parent)
		if (node->lang.size) {
			lang = node->lang;
			break;
		}
	return begins_with(lang, "fr");
}

void check_capitals(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk))
		if (walk.entering && walk.node->type == RAMURE_TEXT_RUN && walk.node->text.size >= 3 &&
		    is_french(ctx, walk.node))
			check_run_capitals(ctx, walk.node);
}
