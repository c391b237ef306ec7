/* check_capitals.c: French words in capitals, which keep their accents. */
#include "core/check/check.h"

#include "core/base/buf.h"
#include "core/base/str.h"
#include "core/base/utf8.h"
#include "core/context.h"

#include <stdlib.h>
#include <string.h>

/* In the order of strcmp(); those that are a word or a name without accents too (MAIS, COTE, PECHE) have no place here.
 */
static const struct {
	const char *bare, *accented;
} capitals[] = {
	{ "ACTIVITE", "ACTIVITÉ" },
	{ "ADHERENT", "ADHÉRENT" },
	{ "AGREE", "AGRÉÉ" },
	{ "ANNEE", "ANNÉE" },
	{ "AOUT", "AOÛT" },
	{ "APRES", "APRÈS" },
	{ "ASSEMBLEE", "ASSEMBLÉE" },
	{ "BENEFICE", "BÉNÉFICE" },
	{ "BENEFICIAIRE", "BÉNÉFICIAIRE" },
	{ "BENEVOLE", "BÉNÉVOLE" },
	{ "BENEVOLES", "BÉNÉVOLES" },
	{ "CAPACITE", "CAPACITÉ" },
	{ "CATEGORIE", "CATÉGORIE" },
	{ "CEREMONIE", "CÉRÉMONIE" },
	{ "CHOMAGE", "CHÔMAGE" },
	{ "CITOYENNETE", "CITOYENNETÉ" },
	{ "COLLECTIVITE", "COLLECTIVITÉ" },
	{ "COMITE", "COMITÉ" },
	{ "COMMUNAUTE", "COMMUNAUTÉ" },
	{ "COMPETENCE", "COMPÉTENCE" },
	{ "COMPLEMENT", "COMPLÉMENT" },
	{ "CONFERENCE", "CONFÉRENCE" },
	{ "CONSEQUENCE", "CONSÉQUENCE" },
	{ "CONTROLE", "CONTRÔLE" },
	{ "COOPERATION", "COOPÉRATION" },
	{ "CREATION", "CRÉATION" },
	{ "CREDIT", "CRÉDIT" },
	{ "CRITERE", "CRITÈRE" },
	{ "DEBAT", "DÉBAT" },
	{ "DEBUT", "DÉBUT" },
	{ "DECEMBRE", "DÉCEMBRE" },
	{ "DECENTRALISATION", "DÉCENTRALISATION" },
	{ "DECISION", "DÉCISION" },
	{ "DECLARATION", "DÉCLARATION" },
	{ "DEFI", "DÉFI" },
	{ "DEFINITION", "DÉFINITION" },
	{ "DEJA", "DÉJÀ" },
	{ "DELAI", "DÉLAI" },
	{ "DELEGATION", "DÉLÉGATION" },
	{ "DELEGUE", "DÉLÉGUÉ" },
	{ "DELIBERATION", "DÉLIBÉRATION" },
	{ "DEMARCHE", "DÉMARCHE" },
	{ "DEMISSION", "DÉMISSION" },
	{ "DEMOCRATIE", "DÉMOCRATIE" },
	{ "DEMOGRAPHIE", "DÉMOGRAPHIE" },
	{ "DEPARTEMENT", "DÉPARTEMENT" },
	{ "DEPENSE", "DÉPENSE" },
	{ "DEPLACEMENT", "DÉPLACEMENT" },
	{ "DEPLOIEMENT", "DÉPLOIEMENT" },
	{ "DEPUTE", "DÉPUTÉ" },
	{ "DEROULE", "DÉROULÉ" },
	{ "DEROULEMENT", "DÉROULEMENT" },
	{ "DETAIL", "DÉTAIL" },
	{ "DEVELOPPEMENT", "DÉVELOPPEMENT" },
	{ "DIFFERENCE", "DIFFÉRENCE" },
	{ "DIFFICULTE", "DIFFICULTÉ" },
	{ "DIVERSITE", "DIVERSITÉ" },
	{ "DONNEE", "DONNÉE" },
	{ "DUREE", "DURÉE" },
	{ "ECART", "ÉCART" },
	{ "ECHANGE", "ÉCHANGE" },
	{ "ECHEANCE", "ÉCHÉANCE" },
	{ "ECOLE", "ÉCOLE" },
	{ "ECOLOGIE", "ÉCOLOGIE" },
	{ "ECOLOGIQUE", "ÉCOLOGIQUE" },
	{ "ECONOMIE", "ÉCONOMIE" },
	{ "ECONOMIQUE", "ÉCONOMIQUE" },
	{ "ECOUTE", "ÉCOUTE" },
	{ "EDITION", "ÉDITION" },
	{ "EDUCATION", "ÉDUCATION" },
	{ "EFFICACITE", "EFFICACITÉ" },
	{ "EGALEMENT", "ÉGALEMENT" },
	{ "EGALITE", "ÉGALITÉ" },
	{ "ELECTION", "ÉLECTION" },
	{ "ELEMENT", "ÉLÉMENT" },
	{ "ELEVE", "ÉLÈVE" },
	{ "ELU", "ÉLU" },
	{ "EMERGENCE", "ÉMERGENCE" },
	{ "EMISSION", "ÉMISSION" },
	{ "ENERGIE", "ÉNERGIE" },
	{ "ENQUETE", "ENQUÊTE" },
	{ "EPOQUE", "ÉPOQUE" },
	{ "EQUILIBRE", "ÉQUILIBRE" },
	{ "EQUIPE", "ÉQUIPE" },
	{ "EQUITE", "ÉQUITÉ" },
	{ "ETAPE", "ÉTAPE" },
	{ "ETAT", "ÉTAT" },
	{ "ETRE", "ÊTRE" },
	{ "ETUDE", "ÉTUDE" },
	{ "ETUDIANT", "ÉTUDIANT" },
	{ "EUROPEEN", "EUROPÉEN" },
	{ "EUROPEENNE", "EUROPÉENNE" },
	{ "EVALUATION", "ÉVALUATION" },
	{ "EVENEMENT", "ÉVÉNEMENT" },
	{ "EVOLUTION", "ÉVOLUTION" },
	{ "EXPERIENCE", "EXPÉRIENCE" },
	{ "EXPERIMENTATION", "EXPÉRIMENTATION" },
	{ "FEDERATION", "FÉDÉRATION" },
	{ "FETE", "FÊTE" },
	{ "FEVRIER", "FÉVRIER" },
	{ "FINALITE", "FINALITÉ" },
	{ "FORET", "FORÊT" },
	{ "FRANCAIS", "FRANÇAIS" },
	{ "FRANCAISE", "FRANÇAISE" },
	{ "FRATERNITE", "FRATERNITÉ" },
	{ "GENERAL", "GÉNÉRAL" },
	{ "GENERALE", "GÉNÉRALE" },
	{ "GENERATION", "GÉNÉRATION" },
	{ "GENEROSITE", "GÉNÉROSITÉ" },
	{ "GEOGRAPHIE", "GÉOGRAPHIE" },
	{ "HOPITAL", "HÔPITAL" },
	{ "IDEE", "IDÉE" },
	{ "IDENTITE", "IDENTITÉ" },
	{ "IMPOT", "IMPÔT" },
	{ "INEGALITE", "INÉGALITÉ" },
	{ "INGENIERIE", "INGÉNIERIE" },
	{ "INTEGRATION", "INTÉGRATION" },
	{ "INTERET", "INTÉRÊT" },
	{ "INTERIEUR", "INTÉRIEUR" },
	{ "LEGALITE", "LÉGALITÉ" },
	{ "LEGISLATION", "LÉGISLATION" },
	{ "LIBERTE", "LIBERTÉ" },
	{ "LYCEE", "LYCÉE" },
	{ "MAITRE", "MAÎTRE" },
	{ "MAITRISE", "MAÎTRISE" },
	{ "MEDIATION", "MÉDIATION" },
	{ "MEMOIRE", "MÉMOIRE" },
	{ "METHODE", "MÉTHODE" },
	{ "METHODOLOGIE", "MÉTHODOLOGIE" },
	{ "METIER", "MÉTIER" },
	{ "METROPOLE", "MÉTROPOLE" },
	{ "MINISTERE", "MINISTÈRE" },
	{ "MOBILITE", "MOBILITÉ" },
	{ "MODELE", "MODÈLE" },
	{ "NECESSITE", "NÉCESSITÉ" },
	{ "NEGOCIATION", "NÉGOCIATION" },
	{ "NUMERIQUE", "NUMÉRIQUE" },
	{ "NUMERO", "NUMÉRO" },
	{ "OPERATEUR", "OPÉRATEUR" },
	{ "OPERATION", "OPÉRATION" },
	{ "OPERATIONNEL", "OPÉRATIONNEL" },
	{ "OPPORTUNITE", "OPPORTUNITÉ" },
	{ "PENURIE", "PÉNURIE" },
	{ "PERENNITE", "PÉRENNITÉ" },
	{ "PERIMETRE", "PÉRIMÈTRE" },
	{ "PERIODE", "PÉRIODE" },
	{ "PREALABLE", "PRÉALABLE" },
	{ "PRECARITE", "PRÉCARITÉ" },
	{ "PRECISION", "PRÉCISION" },
	{ "PREFACE", "PRÉFACE" },
	{ "PREFECTURE", "PRÉFECTURE" },
	{ "PREFET", "PRÉFET" },
	{ "PREPARATION", "PRÉPARATION" },
	{ "PRESENCE", "PRÉSENCE" },
	{ "PRESENTATION", "PRÉSENTATION" },
	{ "PRESIDENCE", "PRÉSIDENCE" },
	{ "PRESIDENT", "PRÉSIDENT" },
	{ "PRESIDENTE", "PRÉSIDENTE" },
	{ "PREVENTION", "PRÉVENTION" },
	{ "PREVISION", "PRÉVISION" },
	{ "PREVISIONNEL", "PRÉVISIONNEL" },
	{ "PRIORITE", "PRIORITÉ" },
	{ "PROBLEME", "PROBLÈME" },
	{ "PROCEDURE", "PROCÉDURE" },
	{ "PROGRES", "PROGRÈS" },
	{ "PROPRIETE", "PROPRIÉTÉ" },
	{ "PROXIMITE", "PROXIMITÉ" },
	{ "PUBLICITE", "PUBLICITÉ" },
	{ "QUALITE", "QUALITÉ" },
	{ "REALISATION", "RÉALISATION" },
	{ "REALITE", "RÉALITÉ" },
	{ "RECEPTION", "RÉCEPTION" },
	{ "RECIT", "RÉCIT" },
	{ "REDACTION", "RÉDACTION" },
	{ "REDUCTION", "RÉDUCTION" },
	{ "REEL", "RÉEL" },
	{ "REFERENCE", "RÉFÉRENCE" },
	{ "REFERENT", "RÉFÉRENT" },
	{ "REFLEXION", "RÉFLEXION" },
	{ "REFORME", "RÉFORME" },
	{ "REGIE", "RÉGIE" },
	{ "REGION", "RÉGION" },
	{ "REGIONAL", "RÉGIONAL" },
	{ "REGLEMENT", "RÈGLEMENT" },
	{ "REGULATION", "RÉGULATION" },
	{ "REPARTITION", "RÉPARTITION" },
	{ "REPERE", "REPÈRE" },
	{ "REPONSE", "RÉPONSE" },
	{ "REPRESENTANT", "REPRÉSENTANT" },
	{ "REPRESENTATION", "REPRÉSENTATION" },
	{ "REPUBLIQUE", "RÉPUBLIQUE" },
	{ "RESEAU", "RÉSEAU" },
	{ "RESERVE", "RÉSERVE" },
	{ "RESIDENCE", "RÉSIDENCE" },
	{ "RESILIENCE", "RÉSILIENCE" },
	{ "RESPONSABILITE", "RESPONSABILITÉ" },
	{ "RESULTAT", "RÉSULTAT" },
	{ "RESUME", "RÉSUMÉ" },
	{ "REUNION", "RÉUNION" },
	{ "REUSSITE", "RÉUSSITE" },
	{ "REVISION", "RÉVISION" },
	{ "REVOLUTION", "RÉVOLUTION" },
	{ "ROLE", "RÔLE" },
	{ "RURALITE", "RURALITÉ" },
	{ "SANTE", "SANTÉ" },
	{ "SCENARIO", "SCÉNARIO" },
	{ "SECRETAIRE", "SECRÉTAIRE" },
	{ "SECRETARIAT", "SECRÉTARIAT" },
	{ "SECURITE", "SÉCURITÉ" },
	{ "SEMINAIRE", "SÉMINAIRE" },
	{ "SENATEUR", "SÉNATEUR" },
	{ "SERIE", "SÉRIE" },
	{ "SOCIETE", "SOCIÉTÉ" },
	{ "SOLIDARITE", "SOLIDARITÉ" },
	{ "SPECIALITE", "SPÉCIALITÉ" },
	{ "SPHERE", "SPHÈRE" },
	{ "STRATEGIE", "STRATÉGIE" },
	{ "SYNTHESE", "SYNTHÈSE" },
	{ "SYSTEME", "SYSTÈME" },
	{ "TELEPHONE", "TÉLÉPHONE" },
	{ "TEMOIGNAGE", "TÉMOIGNAGE" },
	{ "TETE", "TÊTE" },
	{ "THEATRE", "THÉÂTRE" },
	{ "THEME", "THÈME" },
	{ "THEORIE", "THÉORIE" },
	{ "TRES", "TRÈS" },
	{ "TRESORERIE", "TRÉSORERIE" },
	{ "TRESORIER", "TRÉSORIER" },
	{ "UNITE", "UNITÉ" },
	{ "UNIVERSITE", "UNIVERSITÉ" },
	{ "UTILITE", "UTILITÉ" },
	{ "VEHICULE", "VÉHICULE" },
	{ "VERIFICATION", "VÉRIFICATION" },
	{ "VERITE", "VÉRITÉ" },
	{ "VETEMENT", "VÊTEMENT" },
	{ "VIDEO", "VIDÉO" },
	{ "VISIBILITE", "VISIBILITÉ" },
	{ "VITALITE", "VITALITÉ" },
	{ "VULNERABILITE", "VULNÉRABILITÉ" },
};

enum { CAPITALS = sizeof capitals / sizeof *capitals, LONGEST_CAPITAL = sizeof "DECENTRALISATIONS" - 1 };

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

/* The words of a text that lack accents, and as they should be: "ELUS, ETAT". */
typedef struct finding {
	buf typed, right;
} finding;

static void note(finding *f, ramure_str word)
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
	buf_puts(&f->typed, f->typed.size ? ", " : "");
	buf_put_str(&f->typed, word);
	buf_format(&f->right, "%s%s%s", f->right.size ? ", " : "", right, plural ? "S" : "");
}

/* Every word of a run that has only capitals without accents. */
static void check_run_capitals(ramure_ctx *ctx, const ramure_node *run)
{
	finding f = { buf_on(ctx->arena), buf_on(ctx->arena) };
	ramure_str text = run->text;
	size_t start = 0;
	bool bare = true;

	for (size_t i = 0; i < text.size;) {
		size_t here = i;
		uint32_t c = utf8_next(text, &i);

		if (utf8_in_word(c) || c == '_') {
			bare = bare && c >= 'A' && c <= 'Z';
			if (i < text.size)
				continue;
			here = i;
		}
		if (bare && here > start)
			note(&f, (ramure_str){ text.data + start, here - start });
		start = i;
		bare = true;
	}
	if (!f.typed.size)
		return;
	ramure_advice(ctx, run->span, "capitals-accents", "accents are missing in '%.*s'", (int)f.typed.size,
		      f.typed.data);
	ramure_hint(ctx, "write '%.*s'", (int)f.right.size, f.right.data);
}

static bool is_french(ramure_ctx *ctx, const ramure_node *node)
{
	ramure_str lang = ctx->lang;

	for (; node; node = node->parent)
		if (ramure_node_lang(node).size) {
			lang = ramure_node_lang(node);
			break;
		}
	return str_begins(lang, "fr");
}

void check_capitals(ramure_ctx *ctx, const ramure_node *document)
{
	ramure_walk walk = ramure_walk_from(document);

	while (ramure_walk_next(&walk))
		if (walk.entering && walk.node->type == RAMURE_TEXT_RUN && walk.node->text.size >= 3 &&
		    is_french(ctx, walk.node))
			check_run_capitals(ctx, walk.node);
}
